"""Small sound files of every format, as the stuff that fuzzing spoils.

Each is made here, so that nothing of anybody's text is needed; together they hold what readers,
rules and fixes look at: wraps, markup, quotations, lists, tables, comments to lintwords, parts.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from functools import cache

import slidefiles
from odtfiles import odt
from wordfiles import box, par, run, table, word

TEXTS = (
    "China jailed a poet. The Chinese are building a camp, and Beijing said on Monday that it won.",
    "We condemn China for its crackdown. “China has lifted millions of people out of poverty,” "
    "she said; the claim is misleading.",
    "Russia and China vetoed the text (see [1]). Chinese hackers broke in. Vocational training "
    "centers, so-called, hold Uyghurs.",
    "Taiwan, a province of China, is no place for the Chinese virus. China: three mosques shut.",
    "La Chine a arrêté trois avocats, selon la famille. The PRC’s embassy declined to comment.",
    "新疆 — China\u00adjailed him\u200b; Ürümqi 😀 was told. Message to China: release them now!",
)
_IGNORE = "lintwords: ignore country-as-abuser: a test"


def _text() -> list[str]:
    wrapped = "\r\n".join(TEXTS[0].replace(" ", "\n", 3).splitlines())
    return [*TEXTS, "\n\n".join(TEXTS), wrapped, f"> {TEXTS[1]}\n> more\n\n- {TEXTS[2]}\n"]


def _markdown() -> list[str]:
    return [
        f"---\ntitle: {TEXTS[3]}\nlang: en\n---\n\n# {TEXTS[0]}\n\n> {TEXTS[1]}\n\n* **China**"
        f" jailed *two*.\n\n| a | b |\n|---|---|\n| China jailed him. | {TEXTS[2]} |\n",
        f"<!-- {_IGNORE} -->\n{TEXTS[0]}\n\n[China](http://a.example 'x') has ![China jailed](u) "
        f"`code`[^1].\n\n[^1]: {TEXTS[4]}\n\n```\n{TEXTS[0]}\n```\n",
        f"<div>\n{TEXTS[5]}\n</div>\n\n1. {TEXTS[0]}\n   > {TEXTS[1]}\n",
        f"---\nlead: \"{TEXTS[3]}\n  \\u0041\"\nimages:\n- alt: >-\n    {TEXTS[0]}\n  "
        f"x: {{title: a}}\n---\n[China][r] jailed <ruby>him<rt>{TEXTS[2]}</rt></ruby>.\n\n"
        f"[r]: u '{TEXTS[0]}'\n\n![[a]]\n",
        f"+++\n[a]\nsummary = \"\"\"\n{TEXTS[0]}\n\"\"\"\n+++\n<br>China<br>jailed him.\n",
    ]


def _mdx() -> list[str]:
    return [
        f"import A from './a.mdx'\n\n<Card title={{`{TEXTS[0]}`}} "
        f"text={{\"China jailed him.\"}} />\n\n"
        f"{{`{TEXTS[2]}`}} {{/* {_IGNORE} */}} {{a ? `China jailed` : 'him'}}\n",
    ]


def _html() -> list[str]:
    return [
        f"<!doctype html><html lang=en><head><title>{TEXTS[0]}</title></head><body>"
        f"<p>{TEXTS[1]}</p><ul><li>{TEXTS[2]}</li></ul><table><tr><td>China jailed &amp; <b>fined"
        f"</b> him</td></tr></table><blockquote><p>{TEXTS[3]}</p></blockquote></body></html>",
        f"<p><!-- {_IGNORE} -->{TEXTS[0]}</p><p lang=fr>{TEXTS[4]}</p><img alt='China jailed him'>"
        "<script>var a = '</p>'</script><pre>China jailed</pre>&#67;hina jailed him.",
        f"<h1>China<br>jails</h1><p>China<br/><i>jailed</i> <ruby>him<rp>(<rt>{TEXTS[0]}<rb>x<rtc>y"
        f"</ruby><svg><text><![CDATA[{TEXTS[2]}]]></text><foreignObject><p>a<br>b</svg>",
    ]


def _rst() -> list[str]:
    return [
        f"Title\n=====\n\n{TEXTS[0]}\n\n.. note:: {TEXTS[1]}\n\n.. {_IGNORE}\n\n"
        f"* **China** jailed.\n\n::\n\n   {TEXTS[2]}\n\n+---+---+\n| a | China jailed |\n"
        "+---+---+\n",
        f".. contents:: {TEXTS[0]}\n\n.. toctree::\n   :caption: China\n     jailed him\n\n"
        f"   {TEXTS[2]} <a>\n\n.. footer::\n\n   {TEXTS[1]}\n\n.. option:: -x\n\n   {TEXTS[3]}\n",
    ]


def _asciidoc() -> list[str]:
    return [
        f"= Title\n:lang: en\n\n{TEXTS[0]}\n\n[quote]\n____\n{TEXTS[1]}\n____\n\n// {_IGNORE}\n"
        f"* *China* jailed.\n\n|===\n| a | {TEXTS[2]}\n|===\n\n----\n{TEXTS[3]}\n----\n",
        f"|===\n|a a|{TEXTS[0]}\n\n!===\n!China jailed him. !{TEXTS[2]}\n!===\n|===\n\n"
        f"[format=csv]\n|===\na,{TEXTS[0]}\n|===\n",
    ]


def _mail() -> list[bytes]:
    body = "\r\n".join(TEXTS[0].split(". "))
    html = f"<p>{TEXTS[1]}</p>".encode()
    coded = base64.encodebytes(html).decode()
    subject = base64.b64encode(TEXTS[3].encode()).decode()
    return [
        f"From: a@b.example\r\nSubject: =?utf-8?B?{subject}?=\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n".encode(),
        "Subject: China jails poet\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; "
        f"boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain\r\n\r\n{body}\r\n--xx\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{coded}\r\n--xx--\r\n".encode(),
        f"Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nChi \r\nna jai \r\nled him.\r\n"
        f"> {TEXTS[0]} \r\n> more\r\n-- \r\n=ybegin name=a\r\n".encode(),
        b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
        b"quoted-printable\r\n\r\nChina jailed =E9mil. The Chinese =\r\nare spying.\r\n",
    ]


def _data() -> list[tuple[str, bytes]]:
    rows = [{"id": n, "body": text, "title": [text]} for n, text in enumerate(TEXTS)]
    csv = "id,body\r\n" + "".join(f'{n},"{text}"\r\n' for n, text in enumerate(TEXTS))
    yaml = "body: |\n" + "".join(f"  {text}\n" for text in TEXTS) + "title: 'China jailed him'\n"
    return [
        ("a.json", json.dumps(rows).encode()),
        ("a.jsonl", b"\n".join(json.dumps(row).encode() for row in rows)),
        ("a.csv", csv.encode()),
        ("a.tsv", csv.replace(",", "\t").encode()),
        ("a.yaml", yaml.encode()),
    ]


def _docx() -> list[bytes]:
    split = f"<w:p>{run('Chi')}{run('na', '<w:b/>')}{run(' jailed a poet.')}</w:p>"
    return [
        word(par(TEXTS[0], style="H1") + split + table([TEXTS[2], "China jailed him."])
             + f"<w:p>{box(par(TEXTS[3]))}</w:p>", title="China jails poet"),
        word(par(TEXTS[1], style="Q") + par(TEXTS[4], style="Fr"),
             {"footnotes": f'<w:footnote w:id="1">{par(TEXTS[0])}</w:footnote>',
              "header1": par(TEXTS[5])}),
        word(f"<w:p>{box(par(TEXTS[3])).replace('wps', 'none', 1)}</w:p><w:altChunk r:id='x'/>"
             "<w:p><w:r><w:contentPart r:id='y'/></w:r></w:p>"),
    ]


def _odt() -> list[bytes]:
    return [odt(f"<text:h text:outline-level='1'>{TEXTS[3]}</text:h><text:p>{TEXTS[0]}</text:p>"
                f"<text:p>China <text:span>jailed</text:span> him.<text:note><text:note-body>"
                f"<text:p>{TEXTS[2]}</text:p></text:note-body></text:note></text:p>")]


def _slides() -> list[bytes]:
    text = slidefiles.text
    first = text(TEXTS[3], kind="title") + text(TEXTS[0], TEXTS[2], kind="body")
    beside = {
        "n_xml": slidefiles.behind(text(TEXTS[4])), "l_xml": slidefiles.behind(text(TEXTS[5])),
        "c_xml": slidefiles.behind("<c:strCache><c:v>China jailed</c:v></c:strCache>"),
        "o_bin": "x",
    }
    links = {1: [("notesSlide", "n.xml"), ("slideLayout", "l.xml")],
             2: [("chart", "c.xml"), ("oleObject", "o.bin")]}
    table = slidefiles.table([TEXTS[1], "China jailed him."])
    return [slidefiles.slides(first, table, title="China jails poet", links=links, **beside)]


def _book() -> list[bytes]:
    head = f"<dc:title>{TEXTS[3]}</dc:title><dc:language>en</dc:language>"
    last = f"<p>China <i>jailed</i> him.<br/>{TEXTS[2]}</p>"
    return [slidefiles.book(f"<h1>China</h1><p>{TEXTS[0]}</p>", last, head=head,
                            spine='<itemref idref="d"/><itemref idref="gone"/>')]


def _rtf() -> list[bytes]:
    return [
        rb"{\rtf1\ansi\ansicpg1252\deflang1033{\fonttbl{\f0 A;}{\f1\fcharset128 B;}}"
        rb"{\stylesheet{\s1\outlinelevel0 heading 1;}}{\info{\title China jails poet}}"
        rb"{\header China jailed\par}\pard\s1 China\par\pard Chi{\b na} jailed\u8217\'92 "
        rb"\'e9{\f1 \'93\'fa}.{\footnote The Chinese are spying.}\par"
        rb"\trowd\pard\intbl China jailed him.\cell two\cell\row\pard "
        rb"{\field{\*\fldinst X}{\fldrslt China}} jailed{\shp{\*\shpinst{\sp{\sn wzDescription}"
        rb"{\sv a}}{\shptxt China\par}}} {\upr{a}{\*\ud b}} \bin2 {} him\par}",
    ]


def _subtitles() -> list[tuple[str, bytes]]:
    times = "00:00:0{},000 --> 00:00:0{},500"
    cues = "\n".join(f"{n}\n{times.format(n, n)}\n{one}\n" for n, one in enumerate(TEXTS[:6], 1))
    web = "WEBVTT\n\nNOTE a\n\n" + cues.replace(",", ".").replace("China", "<v A>China\n<i>")
    return [("a.srt", cues.encode()), ("a.vtt", web.encode())]


def _pdf() -> list[bytes]:
    from fpdf import FPDF  # an extra of developers

    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=12)
    page.multi_cell(0, 6, "China jailed a poet. The Chinese are build-\ning a camp.")
    page.add_page()
    return [bytes(page.output())]


PACK = """
[[rule]]
id = "{id}"
category = "conflation"
severity = "warning"
title = "Say who acts"
why = "A test of packs. It says nothing."
{body}
[[rule.source]]
title = "A letter"
publisher = "A desk"
date = "2021-02-18"
url = "https://example.org/a"
supports = "Nothing."
[[rule.example]]
text = "China jailed a poet."
finds = ["China"]
"""
PACKS = [
    PACK.format(
        id="own-mention", body='mention = { slot = "subject", governor = ["verbs.abuse"] }'
    ),
    PACK.format(id="own-phrase", body='phrase = "(jailed|held) … poet?"\nabout = []'),
    PACK.format(id="own-regex", body="regex = '''\\bjail(?:s|ed)\\s+a\\b'''"),
    PACK.format(id="own-alike", body='alike = [["jailed", "imprisoned"]]'),
]
SETTINGS = [
    'profile = "strict"\nfail-on = "warning"\nignore = ["country-as-threat"]\n'
    'exclude = ["a/*"]\n',
    '[names]\nfixed = ["China Daily"]\n[rules]\ncountry-as-abuser = "off"\n'
    '[path."*.md"]\nprofile = "strict"\n',
]


KINDS = (
    "txt", "md", "html", "rst", "adoc", "mdx", "eml", "data", "docx", "odt", "pptx", "epub", "rtf",
    "subtitles", "pdf",
)


@cache
def files() -> dict[str, list[tuple[str, bytes]]]:
    """For each of KINDS its seeds as (file name, bytes)."""
    made: dict[str, Callable[[], list[str]]] = {
        "a.txt": _text, "a.md": _markdown, "a.html": _html, "a.rst": _rst, "a.adoc": _asciidoc,
        "a.mdx": _mdx,
    }
    found = {
        name.partition(".")[2]: [(name, text.encode()) for text in make()]
        for name, make in made.items()
    }
    found["eml"] = [("a.eml", data) for data in _mail()]
    found["data"] = _data()
    found["docx"] = [("a.docx", data) for data in _docx()]
    found["odt"] = [("a.odt", data) for data in _odt()]
    found["pptx"] = [("a.pptx", data) for data in _slides()]
    found["epub"] = [("a.epub", data) for data in _book()]
    found["rtf"] = [("a.rtf", data) for data in _rtf()]
    found["subtitles"] = _subtitles()
    found["pdf"] = [("a.pdf", data) for data in _pdf()]
    assert tuple(found) == KINDS
    return found
