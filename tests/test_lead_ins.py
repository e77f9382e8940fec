"""A line that ends in a colon is read with the items that end its sentence."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from odtfiles import odt
from slidefiles import slides, text
from wordfiles import par, word

import lintwords
from lintwords import readers
from lintwords.cli.main import main
from lintwords.model import Options
from lintwords.reports.changed import changed_sentence
from lintwords.run.linter_choice import load_linter

TEXTS = {
    "In the past year China:\n- jailed five lawyers;\n- tortured monks.\n": "China",
    "China must:\n\n- free the monks\n- end torture\n": "China",
    "China has:\n(a) jailed five lawyers;\n(b) tortured monks.\n": "China",
    "# China:\n\n1. jailed five lawyers\n2. tortured monks\n": "China",
    "Depuis un an, la Chine :\n- a emprisonné cinq moines ;\n- a torturé des avocats.\n": "Chine",
    "La Chine doit :\n\n- libérer les moines\n- cesser la torture\n": "Chine",
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoder", ["on", "off"])
def test_the_items_go_on(text: str, encoder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if encoder == "on":  # off is as all tests run
        monkeypatch.delenv("LINTWORDS_ENCODER")
    format = "markdown" if "\n\n" in text else "text"
    report = lintwords.lint(text, format=format)
    (finding,) = report.findings
    assert finding.words == TEXTS[text]
    assert text[finding.at.start : finding.at.end] == TEXTS[text]
    for fix in finding.fixes:
        fixed = lintwords.apply(report, [fix])
        assert fixed.count("\n") == text.count("\n")  # nothing between the items is touched


BROKEN = {
    "html": [
        "<dl><dt>China has:</dt><dd>jailed five lawyers</dd></dl>",
        "<table><tr><td>China has:</td><td>jailed five lawyers</td></tr></table>",
        "<table><tr><td>China has:<ul><li>jailed a poet</li></ul></td></tr></table>",
        "<table><tr><td>La Chine a<ul><li>torturé un moine</li></ul></td></tr></table>",
        "<table><caption>China has:</caption><tr><td>jailed a poet</td></tr></table>",
        "<p>China has:<br>jailed five lawyers;<br>tortured a poet.</p>",
        "<p>This year China</p><ul><li>jailed five lawyers</li></ul>",
        "<p>China has:</p><ul><li>opened a school;</li><li>jailed a poet.</li></ul>",
        "<p>China has —</p><ul><li>jailed five lawyers</li></ul>",
        "<p>La Chine a</p><ul><li>emprisonné cinq avocats</li></ul>",
        "<p>Five lawyers were jailed by:</p><ul><li>China</li><li>Laos</li></ul>",
        "<p>Five lawyers were jailed by:</p><ul><li>Laos</li><li>China</li><li>Peru</li></ul>",
        "<dl><dt>Five lawyers were jailed by:</dt><dd>China</dd></dl>",
        "<table><tr><th>Five lawyers were jailed by:</th><td>China</td></tr></table>",
        "<table><tr><th>Five lawyers were jailed by</th><td>China</td></tr></table>",
        "<dl><dt>Five lawyers were jailed by:</dt><dd>Peru</dd><dd>China</dd></dl>",
        "<dl><dt>Five lawyers were jailed by</dt><dd>Peru</dd><dd>China</dd></dl>",
        "<h3>Who tortured the monks?</h3><p>China.</p>",
        "<ul><li>Who tortured the monks?<ul><li>Peru</li><li>China</li></ul></li></ul>",
    ],
    "markdown": ["China has\n\n- jailed five lawyers\n", "## China has\n\n- jailed a poet\n",
                 "China has:\n\n> - jailed a poet\n> - tortured him\n",
        "Five lawyers were jailed by:\n\n- Laos\n- **China**\n- Peru\n",
        "Five lawyers were jailed by:\n\n- Laos;\n- [China](https://x.example);\n- Peru.\n",
        "Five lawyers were jailed by:\n\n- Laos\n- the Chinese\n- Peru\n",
        "Monks were killed by:\n\n- Laos\n- China, in May\n",
        "Torturers of the year:\n\n- Laos\n- China (again)\n",
        "Five lawyers were jailed by\n\n- Laos\n- China\n",
        "Qui a tué les moines ?\n\n- le Laos\n- la Chine\n",
        "Cinq avocats ont été emprisonnés par :\n\n- le Laos ;\n- la Chine ;\n- le Pérou.\n",
    ],
    "asciidoc": [
        ".China has:\n* jailed a poet\n", "China has:: jailed a poet\n",
        "China has::\n  jailed him\n",
    ],
    "text": [
        "Poets were tortured by:\n- China, in May\n",
        "Cinq avocats ont été emprisonnés par :\n- la Chine\n- le Laos\n",
    ],
}


@pytest.mark.parametrize(
    ("format", "text"), [(format, text) for format, row in BROKEN.items() for text in row]
)
def test_so_do_other_lines_that_break_off(format: str, text: str) -> None:
    found = lintwords.lint(text, format=format).findings
    assert [one.severity.name for one in found if "Chin" in one.words] == ["ERROR"]


@pytest.mark.parametrize("text", [
    "<p>About China</p><ul><li>maps</li><li>flights to the south</li></ul>",
    "<h2>Travel to China</h2><p>book early and bring a friend</p>",
    "<p>We fly to:</p><ul><li>China</li><li>Laos</li></ul>",
    "<table><tr><td>China:</td><td>exports rose</td></tr></table>",
    "<p>The treaty was signed by:</p><ul><li>Peru</li><li>China</li><li>Laos</li></ul>",
    "<table><tr><td>Exports to</td><td>China</td></tr><tr><td>Trains from</td><td>China</td></tr>"
    "</table>",
    "<p>Offices in:</p><p>China</p><p>Laos</p>",
    "<dl><dt>Exports to</dt><dd>Laos</dd><dd>China</dd></dl>",
    "<p>Monks held in</p><ul><li>Laos</li><li>China</li></ul>",
    "<table><tr><th>State</th><th>Poets jailed by</th></tr><tr><td>China</td><td>3</td></tr>"
    "</table>",
    "<h3>Who won the cup?</h3><p>China</p>",
    "<table><caption>A trip to China</caption><tr><td>killed time at sea</td></tr></table>",
    "<table><tr><td>Doctors in China:<ul><li>killed pests</li></ul></td></tr></table>",
])
def test_lines_that_only_stand_above_others_say_nothing(text: str) -> None:
    assert not lintwords.lint(text, format="html").findings


def test_in_a_page() -> None:
    page = "<p>Since then China:</p><ul><li>jailed five lawyers;</li><li>opened a road.</li></ul>"
    assert [one.text for one in lintwords.lint(page, format="html").findings] == ["China"]


@pytest.mark.parametrize("mark", ["•", "–", "▪", "·", "a)", "(a)", "(1)", "■"])
@pytest.mark.parametrize("format", ["markdown", "html", "text"])
def test_a_list_that_was_written_by_hand_goes_on(mark: str, format: str) -> None:
    rows = ("China has:", f"{mark} jailed five lawyers;", f"{mark} tortured monks.")
    text = "".join(f"<p>{row}</p>\n" for row in rows) if format == "html" else "\n\n".join(rows)
    (finding,) = lintwords.lint(text, format=format).findings
    assert text[finding.at.start : finding.at.end] == "China"


@pytest.mark.parametrize("mark", ["o", "i.", "■", "◦"])
def test_so_does_one_of_plain_text(mark: str) -> None:
    text = f"China has:\n{mark} jailed five lawyers;\n{mark} tortured monks.\n"
    assert [one.words for one in lintwords.lint(text, format="text").findings] == ["China"]


def _word(lead: str, *items: str) -> bytes:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    return word(par(lead) + "".join(par(one, properties=listed) for one in items))


def _writer(lead: str, *items: str) -> bytes:
    listed = "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in items)
    return odt(f"<text:p>{lead}</text:p><text:list>{listed}</text:list>")


def _slides(lead: str, *items: str) -> bytes:
    listed = (f'<a:p><a:pPr lvl="1"/><a:r><a:t>{one}</a:t></a:r></a:p>' for one in items)
    return slides(text(lead, *listed, kind="body"))


def _rtf(lead: str, *items: str) -> bytes:
    listed = "".join(f"\\pard{{\\pntext\\bullet\\tab}}{one}\\par" for one in items)
    return f"{{\\rtf1\\ansi {lead}\\par {listed}}}".encode("ascii")


MADE = {"docx": _word, "odt": _writer, "pptx": _slides, "rtf": _rtf}
LEADS = ["China has:", "In the past year China:"]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("suffix", MADE)
def test_a_list_of_an_office_file_goes_on(suffix: str, lead: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(MADE[suffix](lead, "jailed five lawyers;", "tortured monks."))
    assert main(["check", str(path)]) == 1
    path.write_bytes(MADE[suffix](lead, "opened five schools;", "built roads."))
    assert main(["check", str(path)]) == 0
    path.write_bytes(MADE[suffix](lead, "Jailed lawyers met.", "Poets sang."))
    assert main(["check", str(path)]) == 0


@pytest.mark.parametrize("make", [_word, _writer])
def test_a_fix_changes_the_lead_in_alone(
    make: Callable[..., bytes], tmp_path: Path
) -> None:
    suffix = "docx" if make is _word else "odt"
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(make("In the past year China:", "jailed five lawyers;", "tortured monks."))
    main(["fix", str(path)])
    copy = tmp_path / f"a.lintwords.{suffix}"
    texts = [part.text for part in readers.read(copy, copy.read_bytes()).parts]
    assert "In the past year the Chinese government:" in texts
    assert texts[-2:] == ["jailed five lawyers;", "tortured monks."]


def test_records_of_data_stay_apart() -> None:
    data = b'{"t": "China has:"}\n{"t": "- jailed five lawyers"}\n'
    document = readers.read(Path("a.jsonl"), data, fields=["t"])
    assert len(document.segments) == 2


@pytest.mark.parametrize("text", [
    "We run projects in China:\n- torture prevention\n- jails without bars\n",
    "China:\n- opened a school\n- bread and water\n",
    "Projets en Chine :\n- prévention de la torture\n- accueil\n",
])
def test_a_list_of_what_is_there_says_nothing(text: str) -> None:
    assert not lintwords.lint(text).findings


def test_an_item_that_is_ignored_stays_apart() -> None:
    text = (
        "China:\n\n- jailed five lawyers\n\n"
        "<!-- lintwords: ignore country-as-abuser: said by others -->\n\n- China tortured monks\n"
    )
    findings = lintwords.lint(text, format="markdown").findings
    assert [one.at.line for one in findings] == [1]


@pytest.mark.parametrize(("form", "text"), [
    ("markdown", "**Who jailed the lawyers?**\n\nChina. It held them for a year.\n"),
    ("html", "<h2>Who jailed the lawyers?</h2><p>China. It held them for a year.</p>"),
    ("text", "Who jailed the lawyers?\n\nChina. It held them for a year.\n"),
    ("markdown", "**Qui a emprisonné les avocats ?**\n\nLa Chine. Elle les a détenus un an.\n"),
])
def test_an_answer_below_its_question_is_read_with_it(form: str, text: str) -> None:
    lang = "fr" if "Qui" in text else "en"
    findings = lintwords.lint(text, format=form, lang=lang).findings
    assert [one.severity.name for one in findings] == ["ERROR"]


@pytest.mark.parametrize("text", [
    "## What do we know?\n\nChina. It is a country of rivers.\n",
    "**Where were the lawyers born?**\n\nChina. They left it young.\n",
    "**Who won the cup?**\n\nChina. It beat Peru.\n",
    "**Who has banned torture?**\n\nChina. It did so in law.\n",
])
def test_an_answer_to_another_question_says_nothing(text: str) -> None:
    assert not lintwords.lint(text, format="markdown").findings


@pytest.mark.parametrize("text", [
    "**Who tortured the monks?**\n\nIt was China. No one else did.\n",
    "## Who tortured the monks?\n\nIt was China.\n",
    "**Qui a torturé les moines ?**\n\nC’était la Chine. Personne d’autre.\n",
    "Who tortured the monks? Not Laos but China.\n",
])
def test_so_is_one_that_says_who_it_was(text: str) -> None:
    lang = "fr" if "Qui" in text else "en"
    findings = lintwords.lint(text, format="markdown", lang=lang).findings
    assert [one.severity.name for one in findings] == ["ERROR"]


@pytest.mark.parametrize("text", [
    "**Who tortured the monks?**\n\nIt was not China. It was Laos.\n",
    "Who tortured the monks? Not China or Laos.\n",
    "**Qui a torturé les moines ?**\n\nCe n’est pas la Chine.\n",
    "Qui a torturé les moines ? Pas la Chine.\n",
    "**Who won the cup?**\n\nIt was China. No one else came near.\n",
])
def test_one_that_denies_it_says_nothing(text: str) -> None:
    lang = "fr" if "Qui" in text else "en"
    assert not lintwords.lint(text, format="markdown", lang=lang).findings


@pytest.mark.parametrize("text", [
    "States that jail lawyers\n\n- China\n- Iran\n",
    "## Countries which torture monks\n\n- China\n",
])
def test_a_line_without_a_colon_tells_what_those_below_it_did(text: str) -> None:
    findings = lintwords.lint(text, format="markdown").findings
    assert [one.rule for one in findings] == ["country-as-abuser"]


@pytest.mark.parametrize("lead", [
    "Our work against torture", "Threats to our staff abroad", "Killings of journalists by year",
    "States that do not jail lawyers", "No states that jail lawyers",
    "States that never jailed a poet",
    "States that have freed the lawyers they jailed", "States that ban torture",
    "Countries where monks were tortured", "States that jailed lawyers are from",
])
def test_one_that_only_stands_above_them_does_not(lead: str) -> None:
    assert not lintwords.lint(f"{lead}\n\n- China\n- Laos\n", format="markdown").findings


ASKED = "We ask Norway:"
ITEMS = ("to press the Chinese & to wait for no answer;", "to shield those whom China watches",
         "to write to us.")
READ = ("We ask Norway: to press the Chinese & to wait for no answer; "
        "to shield those whom China watches • to write to us.")


def _listed(suffix: str) -> bytes:
    if suffix == "md":
        return "\n".join((ASKED, "", *(f"- {item}" for item in ITEMS), "")).encode()
    return MADE[suffix](ASKED, *(item.replace("&", "&amp;") for item in ITEMS))


@pytest.mark.parametrize("suffix", ["md", "docx", "odt"])
def test_every_report_shows_the_sentence_of_a_list_as_it_reads(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(_listed(suffix))

    def said(form: str) -> str:
        main(["check", "--format", form, str(path)])
        return capsys.readouterr().out

    found = json.loads(said("json"))["findings"]
    assert [one["words"] for one in found] == ["the Chinese", "China"]
    assert [one["sentence"]["text"] for one in found] == [READ, READ]
    shown = re.findall(r"<blockquote[^>]*><bdi>(.*?)</bdi>", said("html"))
    assert [html.unescape(re.sub(r"</?mark>", "", one)) for one in shown] == [READ, READ]
    for form in ("line", "sarif", "github", "full"):
        text = said(form)
        assert "\N{WORD JOINER}" not in text
        assert text.count("&") == text.count("& to wait")


@pytest.mark.parametrize("suffix", ["md", "docx", "odt"])
def test_a_decided_item_is_shown_once(suffix: str) -> None:
    path = Path(f"a.{suffix}")
    document = readers.read(path, _listed(suffix))
    found = load_linter(Options()).lint(document).findings
    fixes = [one.fixes[0] for one in found]
    shown = [
        "".join(f"{one.stays}[{one.new}]" if one.new else one.stays
                for one in changed_sentence(document, finding, fix.edits, others.edits))
        for finding, fix, others in zip(found, fixes, fixes[::-1], strict=True)
    ]
    first = "to press [Chinese authorities] & to wait for no answer;"
    second = "to shield those whom [the Chinese government] watches"
    if suffix == "md":  # one line of words, cut round those that change
        assert shown[0].startswith(f"{ASKED} {first} to shield those whom the Chinese government")
        assert shown[1].endswith(f"& to wait for no answer; {second} • to write to us.")
    else:
        assert shown == [first, second]


@pytest.mark.parametrize(("text", "safe"), [
    # what leads them in names nobody: each item is asked by itself
    ("We ask Norway:\n\n- to punish the Chinese;\n- to free the poets whom China has jailed.\n",
     [False, True]),
    ("We ask Norway:\n\n- to punish the Chinese, for China has jailed a poet;\n- to write.\n",
     [False, False]),
    ("We ask Norway to punish the Chinese, for China jailed a poet.\n", [False, False]),
])
def test_a_name_stands_again_in_its_item(text: str, safe: list[bool]) -> None:
    found = lintwords.lint(text, format="markdown").findings
    assert [one.fixes[0].safe for one in found] == safe
