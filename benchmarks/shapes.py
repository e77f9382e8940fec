"""Measure that no shape of text makes lintwords slow, and that cost grows with the length alone.

    python benchmarks/shapes.py [--shape NAME]… [--format SUFFIX]… [--least SECONDS] [--list]

Each shape is a way in which a text can be odd: one long line, brackets that never close, a table
full of findings, ten thousand footnotes. It is made at a length that takes `--least` seconds (0.3)
and at twice that length, in every format that can hold it, and four things are done with both:
`check` (read, judge and tell, as the command does), `told` (all findings in full, and as JSON),
`fix` (choose the safe fixes and apply them) and `known` (take all findings into a baseline, and
sift by it). Told are the seconds of CPU a MB of the dearest of them at the double length, and what
each costs there in units of the single length. A shape is at fault that takes over 25 s a MB or
over 2.2 times as long at twice the length, that raises anything, or that does not end; the exit
code is then 1. A pair that looks at fault is measured up to three times, and the least counts.
Near misses are made from the words of the rules themselves.

Work is done in a child process, which is ended when it takes far too long.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import multiprocessing
import random
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path

from lintwords import readers, reports
from lintwords.errors import CannotRead
from lintwords.fixes.applying import apply
from lintwords.fixes.choosing import choose
from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.model import Options, Report
from lintwords.reports import View
from lintwords.run.one_file import check_data
from lintwords.sift import baseline

MOST_A_MB = 25.0
MOST_GROWTH = 2.2
TRIES = 3
SHORTEST, LONGEST = 6_000, 1_500_000  # characters of the single length
GROWS = 8  # times longer at most, while a length is looked for that takes long enough
GRACE, SLOWEST = 60, 300  # seconds, and seconds a MB, after which a child is ended
ACTS = ("check", "told", "fix", "known")
SEED = 20210218

Make = Callable[[int], str]


# -- formats ------------------------------------------------------------------------------------


def _html(text: str) -> str:
    return f'<!doctype html>\n<html lang="en"><body><p>{text}</p></body></html>\n'


def _csv(text: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["text"], [text]])
    return out.getvalue()


_HEAD = (
    "From: desk@example.org\nTo: you@example.org\nSubject: news\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
)
FRAMES: dict[str, Callable[[str], str]] = {
    ".txt": lambda text: text,
    ".md": lambda text: text,
    ".html": _html,
    ".rst": lambda text: text,
    ".adoc": lambda text: text,
    ".eml": lambda text: _HEAD + text,
    ".json": lambda text: json.dumps({"text": text}, ensure_ascii=False),
    ".jsonl": lambda text: json.dumps({"text": text}) + "\n",
    ".csv": _csv,
}
if find_spec("yaml"):
    FRAMES[".yaml"] = lambda text: f"text: {json.dumps(text, ensure_ascii=False)}\n"
ALL = tuple(FRAMES)
MARKED = (".txt", ".md", ".html", ".rst", ".adoc")
FIELDS = ("text", "*")


# -- shapes -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shape:
    """A way to make a text of about so many characters; `{c}` and `{a}` in it name the country,
    `{C}` does in capitals, `{r}` a rule."""

    name: str
    make: Make
    formats: Sequence[str] = ALL
    longest: int = LONGEST  # characters of the single length
    lang: str = "en"


def over(unit: str, before: str = "", after: str = "") -> Make:
    """The unit again and again."""
    return lambda size: before + unit * max(size // len(unit), 1) + after


def nested(opening: str, inner: str, closing: str) -> Make:
    """Each in the one before."""
    length = len(opening) + len(closing)
    return lambda size: opening * (size // length) + inner + closing * (size // length)


def counted(row: str, before: str = "", after: str = "") -> Make:
    """The row again and again, each with its number for `{n}`."""

    def make(size: int) -> str:
        number = max(size // (len(row) + 3), 1)
        return before + "".join(row.replace("{n}", str(n)) for n in range(number)) + after

    return make


_F = "{c} jailed a poet. "  # a finding
_M = "We met in {c} that year. "  # a mention that is none

PLAIN = (
    Shape("one long line", over(_F)),
    Shape("one long line of mentions", over(_M)),
    Shape("one long line without a name", over("The road was closed to all for a week. ")),
    Shape("one sentence without end", over("{c} jailed a poet and ")),
    Shape("names and verbs alone", over("{c} jails ")),
    Shape("names alone", over("{c} ")),
    Shape("names joined by commas", over("{c}, ", after="jailed a poet.")),
    Shape("names joined by and", over("{c} and ", after="Laos jailed a poet.")),
    Shape("possessives", over("{c}'s ", after="police")),
    Shape("possessives of a noun", over("{c}'s threats and ")),
    Shape("adjectives", over("{a} {a} hackers ")),
    Shape("adjectives before a people", over("the {a} jailed the {a} who ")),
    Shape("compounds", over("{c}-backed-{c}-linked-")),
    Shape("relative clauses", over("{c}, which jailed {c}, which ")),
    Shape("passives", over("was jailed by {c}, ")),
    Shape("said and said", over("{c} said that {c} denied that ")),
    Shape("said in brackets and quotations that never close", over('"{c} said (')),
    Shape("names behind do", over("{c} did {c} do ")),
    Shape("a land beside a name", over("Taiwan, {c}, ")),
    Shape("elle", over("elle, la {c}, elle "), (".txt",), lang="fr"),
    Shape("est-ce que", over("Qu'est-ce que la {c} n'a pas "), (".txt",), lang="fr"),
    Shape("questions turned round", over("qu'a fait la {c} que la {c} a-t-elle "), (".txt",),
          lang="fr"),
    Shape("questions", over("Has {c} jailed a poet? Why did {c} jail a poet? ")),
    Shape("semicolons and colons", over("{c} jails: {c} jails; ")),
    Shape("dashes", over("{c} – {c} — jailed -- a poet - ")),
    Shape("brackets that never close", over("{c} (which jailed [a poet {and ")),
    Shape("brackets that never open", over("{c}) jailed] a poet} ")),
    Shape("brackets in brackets", nested("({c} [", "jailed a poet", "])")),
    Shape("quotations that never close", over("“{c} jailed a poet. ")),
    Shape("quotations that never open", over("{c} jailed a poet.” ")),
    Shape("straight marks", over('"{c} jailed" a \'poet\' ')),
    Shape("quotations in quotations", nested("“{c} said ‘", "jailed", "’ it said”")),
    Shape("quotations over paragraphs", over("“{c} jailed a poet.\n\n")),
    Shape("attributed quotations", over("“{c} jailed a poet,” the ministry said. ")),
    Shape("short paragraphs", over("{c} jailed him.\n\n"), longest=800_000),
    Shape("short paragraphs without a name", over("He went home.\n\n"), longest=1_500_000),
    Shape("lines of one word", over("{c}\n")),
    Shape("empty lines", over("\n", after="{c} jailed a poet.")),
    Shape("one word", over("abcdefgh"), longest=5_000_000),
    Shape("one word of names", over("{c}")),
    Shape("one word with hyphens", over("{c}-")),
    Shape("one word with apostrophes", over("{c}'")),
    Shape("one word with dots", over("{c}.")),
    Shape("one word with full stops inside", over("a.b.c.")),
    Shape("capitals", lambda size: "{c} JAILED A POET. " * (size // 18)),
    Shape("capitals in one sentence", over("{C} JAILS ")),
    Shape("capitals in one line", over("{C} JAILED A POET. ")),
    Shape("title case", over("{c} Jails A Poet And ")),
    Shape("full stops", over(".", before=_F)),
    Shape("marks of all kinds", over("?!…;:,–—\"'()[]{}*_~`#>|\\/<&", before=_F)),
    Shape("spaces", over(" ", before="{c}", after="jailed a poet.")),
    Shape("tabs and odd spaces", over("{c}\t\u00a0jailed\u2003a\u2009poet.\u3000")),
    Shape("carriage returns and line feeds", over("{c} jailed\r\na\rpoet.\n\r\n\r")),
    Shape("carriage returns alone", over("{c} jailed him.\r")),
    Shape("line separators", over("{c} jailed\u2028a poet.\u2029")),
    Shape("combining marks", over("{c} jailed a poe\u0301\u0300\u0327t. ")),
    Shape("one letter with marks", over("\u0301", before="{c} jailed a poet e", after=".")),
    Shape("soft hyphens and no width", over("{c} jai\u00adled\u200b a\u200d po\u2060et. ")),
    Shape("no width alone", over("\u200b", before="{c}", after=" jailed a poet.")),
    Shape("right to left", over("\u202e{c} jailed \u05d0\u05d1 \u0627\u0644 a poet.\u202c ")),
    Shape("beyond the first plane", over("{c} jailed a poet \U0001f600\U0001f1e8\U0001f1f3. ")),
    Shape("Chinese characters", over("中国政府逮捕了一名诗人。{c} jailed a poet. ")),
    Shape("numbers", over("{c} jailed 1,234.5 of 6:78 poets in 1989. ")),
    Shape("numbers alone", over("1 2,000 3.5 ", before=_F)),
    Shape("abbreviations", over("Mr. A. B. U.S. {c} e.g. jailed i.e. ")),
    Shape("addresses", over("https://example.org/{c}/a?b=c&d jailed a@b.example {c} #x @y ")),
    Shape("negations", over("{c} didn't not never jail no poet, can't and won't, ")),

    Shape("speakers", over("QUESTION: Has {c} jailed him?\n\nMR. SMITH: {c} jailed a poet.\n\n")),
    Shape("ways to say one thing", counted("The {a} regime met. The {a} authorities met {n}.\n\n")),
)

MARKUP = (
    Shape("headings only", over("# {c} jailed a poet\n\n"), (".md", ".txt")),
    Shape("headings underlined", over("{c} jailed a poet\n=================\n\n"), (".md", ".rst")),
    Shape("headings of AsciiDoc", over("== {c} jailed a poet\n\n"), (".adoc",)),
    Shape("links of AsciiDoc that never close",
          over("image:{c}[ http://a.b[c,{c} link:a[b,{c} xref:a[b,c="), (".adoc",)),
    Shape("list items", over("- {c} jailed a poet.\n"), MARKED),
    Shape("list items of numbers", counted("{n}. {c} jailed a poet.\n"), MARKED),
    Shape("lists in lists", lambda size: "".join(
        "  " * (n % 40) + "- {c} jailed a poet.\n" for n in range(size // 60)), MARKED),
    Shape("lists deeper and deeper", lambda size: "".join(
        " " * (2 * n) + "- {c} jailed.\n" for n in range(int(size**0.5))), MARKED),
    Shape("list markers on one line", over("- ", after="{c} jailed a poet."), MARKED),
    Shape("block quotes", over("> {c} jailed a poet.\n"), MARKED),
    Shape("block quotes in block quotes", over("> ", after="{c} jailed a poet."), MARKED),
    Shape("block quotes that alternate", over("> {c} jailed\n\n>> a poet.\n\n"), MARKED),
    Shape("emphasis that never closes", over("*{c} **jailed _a __poet "), MARKED),
    Shape("emphasis that never opens", over("{c}* jailed** a_ poet__ "), MARKED),
    Shape("emphasis inside words", over("{c}*jailed*_a_**poet**"), MARKED),
    Shape("stars", over("*", before="{c} jailed ", after=" a poet"), MARKED),
    Shape("stars and spaces", over("* a *", before="{c} jailed "), MARKED),
    Shape("code that never closes", over("`{c} ``jailed ```a "), MARKED),
    Shape("fences that never close", over("```\n{c} jailed a poet.\n"), MARKED),
    Shape("fences of growing length", lambda size: "".join(
        "`" * (n + 3) + "\n{c} jailed.\n" for n in range(int(size**0.5))), MARKED),
    Shape("links", over("[{c} jailed](https://example.org/a) a poet. "), (".md",)),
    Shape("links that never close", over("[{c} jailed]("), (".md", ".txt")),
    Shape("links of nothing but brackets", over("[", after="{c} jailed a poet"), MARKED),
    Shape("links in links", nested("[", "{c} jailed a poet", "](x)"), (".md",)),

    Shape("links to references", counted("[{c} jailed][r{n}] a poet.\n\n[r{n}]: http://x.org\n\n"),
          (".md",)),
    Shape("links to what is not there", counted("[{c} jailed][r{n}] "), (".md",)),
    Shape("links of RST", over("`{c} jailed <https://example.org>`_ a poet. "), (".rst",)),
    Shape("links of RST that never close", over("`{c} jailed <http"), (".rst",)),
    Shape("links of AsciiDoc", over("https://example.org[{c} jailed a poet] link:x["), (".adoc",)),
    Shape("images", over("![{c} jailed a poet](a.png \"{c} jailed\") "), (".md",)),
    Shape("footnotes", counted("{c} jailed a poet.[^{n}]\n\n[^{n}]: {c} jailed him.\n\n"),
          (".md",)),
    Shape("footnotes of RST", counted("{c} jailed [{n}]_ a poet.\n\n.. [{n}] {c} jailed.\n\n"),
          (".rst",)),
    Shape("tables", over("| {c} jailed a poet. | b |\n", "| a | b |\n|---|---|\n"), (".md",)),
    Shape("tables with one huge cell", over(_F, "| a |\n|---|\n| ", " |\n"), (".md",)),
    Shape("tables with one huge row", over("| {c} jailed ", "| a |\n|---|\n"), (".md",)),
    Shape("tables of RST", over("{c} jailed  a poet\n", "========== ======\n",
                                "========== ======\n"), (".rst",)),
    Shape("tables of RST that never end", over("== ==\n{c}  b\n\n"), (".rst",)),
    Shape("tables of RST with too many columns", lambda size: "= " * (size // 4) + "=\n" + (
        "{c} jailed\n" * (size // 24)), (".rst",)),
    Shape("terms and definitions", over("{c} jailed\n a poet\n"), (".rst", ".adoc")),
    Shape("tables of RST with a grid", over("| {c} jailed a poet |\n+--------------------+\n",
                                            "+--------------------+\n"), (".rst",)),
    Shape("tables of AsciiDoc", over("| {c} jailed a poet | b\n", "|===\n", "|===\n"), (".adoc",)),
    Shape("tables of AsciiDoc that never end", over("|===\n| {c} jailed a poet\n"), (".adoc",)),
    Shape("front matter", counted("title{n}: {c} jailed a poet\n", "---\n", "---\n\nText.\n"),
          (".md", ".adoc", ".rst")),
    Shape("front matter that never ends", counted("title{n}: {c} jailed\n", "---\n"), (".md",)),
    Shape("front matter of TOML", counted('title{n} = "{c} jailed"\n', "+++\n", "+++\n"), (".md",)),
    Shape("front matter in lists", over("  - {c} jailed\n", "---\ntitle:\n", "---\n"), (".md",)),
    Shape("front matter in blocks", over("  {c} jailed a poet.\n", "---\ntitle: |\n", "---\n"),
          (".md",)),
    Shape("directives", over(".. note::\n\n   {c} jailed a poet.\n\n"), (".rst",)),
    Shape("fields", over(":a: {c} jailed a poet.\n"), (".rst", ".adoc")),
    Shape("roles", over(":ref:`{c} jailed` a poet |x| "), (".rst",)),
    Shape("includes and macros", over("include::a[{c}] footnote:[{c} jailed a poet.] "),
          (".adoc",)),
    Shape("blocks that never end", over("----\n{c} jailed\n====\n****\n____\n"), (".adoc", ".rst")),
    Shape("escapes", over("\\*{c}\\_ \\[jailed\\] \\a \\poet\\. "), MARKED),
    Shape("break signs", over("{c} jailed  \na poet\\\nthen.  \n"), MARKED),
    Shape("tags", over("<b>{c}</b> <i class='a'>jailed</i> a poet. "), (".html", ".md")),
    Shape("tags in tags", nested("<div>", "{c} jailed a poet", "</div>"), (".html", ".md")),
    Shape("inline tags in tags", nested("<b><i>", "{c} jailed a poet", "</i></b>"),
          (".html", ".md")),
    Shape("tags that never close", over("<div><p>{c} jailed <b>a "), (".html", ".md")),
    Shape("tags that never open", over("</div>{c} jailed</b></p> "), (".html", ".md")),
    Shape("tags that never end", over("<div a='{c} "), (".html", ".md")),
    Shape("tags that hardly begin", over("<"), (".html", ".md", ".rst", ".adoc", ".txt")),
    Shape("attributes without end", over("title='{c} jailed' ", "<p "), (".html", ".md")),
    Shape("attributes that are read", over("<img alt='{c} jailed a poet' title='{c} jailed'>"),
          (".html", ".md")),
    Shape("raw text that never ends", over("<script>{c} jailed <style>a "), (".html", ".md")),
    Shape("raw text again and again", over("<script>x</script>{c} jailed a poet. "),
          (".html", ".md")),
    Shape("comments", over("<!-- {c} jailed --> {c} jailed a poet. "), MARKED),
    Shape("comments that never end", over("<!-- {c} jailed "), MARKED),
    Shape("declarations that never end", over("<!DOCTYPE <![CDATA[ <? {c} "), (".html", ".md")),
    Shape("entities", over("{c} &amp; &#x4a;ailed &#97; &nbsp;poet&period; "), (".html", ".md")),
    Shape("entities of numbers", over("&#74;&#x61;"), (".html", ".md")),
    Shape("entities that never end", over("&#74&am&lt "), (".html", ".md")),
    Shape("ampersands", over("&"), (".html", ".md", ".txt")),
    Shape("tables of HTML", over("<tr><td>{c} jailed a poet.<td>b</tr>", "<table>", "</table>"),
          (".html", ".md")),
    Shape("languages that change", over("<p lang=fr>Le <p lang=en>{c} jailed a poet."), (".html",)),
    Shape("paragraphs of HTML", over("<p>{c} jailed a poet.</p>\n"), (".html", ".md")),
    Shape("comments for ignoring", over("<!-- lintwords: ignore {r}: a name -->\n"
                                        "{c} jailed a poet.\n\n"), (".txt", ".md", ".html")),
    Shape("comments for ignoring in one block", over(
        "{c} jailed a poet. <!-- lintwords: ignore {r}: a name -->"),
        (".txt", ".md", ".html")),

    Shape("comments for ignoring nothing", over("<!-- lintwords: ignore {r}: a -->\n"),
          (".txt", ".md", ".html")),
    Shape("comments for ignoring the file", over("<!-- lintwords: ignore-file {r}: a -->\n\n"
                                                 "{c} jailed a poet.\n\n"), (".md", ".html")),
    Shape("comments without a reason", counted("<!-- lintwords: ignore rule-{n} -->\n"),
          (".md", ".html")),

    Shape("comments of one long list", over("{r}, ", "<!-- lintwords: ignore ", ": why -->\n{c} "),
          (".md", ".html")),
    Shape("quoted mail", over("> > {c} jailed a poet.\n"), (".eml",)),
    Shape("headers without end", counted("X-{n}: {c} jailed a poet\n"), (".head",)),
    Shape("one long header", over(" {c} jailed a poet\n", "Subject: a\n"), (".head",)),
    Shape("encoded words", over(" =?utf-8?q?{c}_jailed?=\n", "Subject: a\n"), (".head",)),
    Shape("parts of mail", over("--b\nContent-Type: text/plain\n\n{c} jailed a poet.\n",
                                "Content-Type: multipart/mixed; boundary=b\n\n"), (".head",),
          longest=200_000),
    Shape("quoted printable", over("=43{c} jailed=20a poet=2E =\n",
                                   "Content-Transfer-Encoding: quoted-printable\n\n"), (".head",)),
    Shape("fields of JSON", over('{"text": "{c} jailed a poet."},', "[", "0]"), (".json_",)),
    Shape("arrays in arrays", nested("[", '"{c} jailed"', "]"), (".json_",)),
    Shape("objects in objects", nested('{"text":', '"{c} jailed"', "}"), (".json_",)),
    Shape("escapes of JSON", over("\\u0043hi {c} \\n\\tjailed ", '{"text": "', '"}'), (".json_",)),
    Shape("lines of JSON", over('{"text": "{c} jailed a poet."}\n'), (".jsonl_",)),
    Shape("rows of CSV", over('"{c} jailed a ""poet"".",2\n', "text,n\n"), (".csv_",)),
    Shape("columns of CSV", over("{c} jailed,", "text\n"), (".csv_",)),
    Shape("quotes of CSV", over('"', "text\n{c} jailed,"), (".csv_",)),
    *((
        Shape("items of YAML", over("- text: {c} jailed a poet.\n"), (".yaml_",)),
        Shape("blocks of YAML", over("  {c} jailed a poet.\n", "text: |\n"), (".yaml_",)),
        Shape("lists in lists of YAML", nested("[", "a", "]"), (".yaml_",)),
    ) if find_spec("yaml") else ()),
)
# what a suffix with a sign after it stands for: the text is the whole file
WHOLE = {
    ".head": ".eml", ".json_": ".json", ".jsonl_": ".jsonl", ".csv_": ".csv", ".yaml_": ".yaml",
}

_CLASS = re.compile(r"<([^<>|]+)[^<>]*>|([\w'’-]+)|([(|)…&?])")


def near_misses(linter: DocumentLinter, *, whole: bool = False) -> list[str]:
    """For each pattern words that nearly make it: all but its last, or all of them in disorder."""
    chance = random.Random(SEED)
    lexicon, names = linter.compiled.lexicon, linter.pack.names.forms
    known = lexicon.classes()
    found = []
    for rule in linter.rules:
        ways = (way for ways in rule.alike for way in ways)
        for pattern in (*(phrase.pattern for phrase in rule.phrase), *ways):
            words = []
            for cls, word, sign in _CLASS.findall(pattern):
                if cls.startswith("year"):
                    words.append("1900")
                elif cls in names or cls == "actor":
                    words.append(names.get(cls, names["country"])[0])
                elif cls and (full := next((c for c in (f"words.{cls}", f"verbs.{cls}",
                              f"nouns.{cls}", cls) if c in known), "")):
                    words.append(chance.choice(sorted(lexicon.members(full).forms)))
                elif sign == "…":
                    words.append("the old")
                elif word:
                    words.append(word)
            if whole:
                chance.shuffle(words)
            elif len(words) > 1:
                words.pop()
            found.append(" ".join(words).replace("…", "it"))
    chance.shuffle(found)
    return found


def _of(rows: Sequence[str], between: str) -> Make:
    one = between.join(rows) + between
    return lambda size: (one * (size // len(one) + 1))[:size]


def all_shapes(linter: DocumentLinter) -> list[Shape]:
    """Every shape, those of the rules' own words with them."""
    ends, mixed = near_misses(linter), near_misses(linter, whole=True)
    firsts = [row.split(" ")[0] for row in ends if row]
    own = [
        Shape("near misses in sentences", _of(ends, ". ")),
        Shape("near misses in one sentence", _of(ends, " ")),
        Shape("near misses with a name", _of([f"{{c}} {row}" for row in ends], ". ")),
        Shape("near misses with commas", _of(ends, ", ")),
        Shape("near misses in disorder", _of(mixed, ". ")),
        Shape("near misses in disorder in one sentence", _of(mixed, " {c} ")),
        Shape("first words of phrases", _of(firsts, " ")),
        Shape("near misses one a line", _of(ends, "\n\n")),
    ]
    longest = sorted(ends, key=len)[-5:]
    own += [Shape(f"near miss again and again {nth}", _of([row], " "))
            for nth, row in enumerate(longest, 1)]
    return [*PLAIN, *own, *MARKUP]


def text_of(shape: Shape, suffix: str, size: int, names: Mapping[str, str]) -> bytes:
    """The file of a shape in a format, about `size` characters long."""
    text = shape.make(size)
    for sign, name in names.items():
        text = text.replace(sign, name)
    if suffix in WHOLE:
        return text.encode("utf-8", "surrogatepass")
    if suffix == ".html" and ".txt" in shape.formats:
        text = text.replace("\n\n", "</p>\n<p>")
    return FRAMES[suffix](text).encode("utf-8", "surrogatepass")


# -- measuring ----------------------------------------------------------------------------------


@dataclass
class Measure:
    """What one file cost: seconds of CPU by act."""

    size: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    findings: int = 0
    fault: str = ""


def names_of(linter: DocumentLinter) -> dict[str, str]:
    """What the signs in shapes stand for."""
    forms = linter.pack.names.forms
    rule = next(rule for rule in linter.rules if rule.mention and rule.fix and rule.default)
    country, adjective = forms["country"][0], forms["adjective"][0]
    return {"{c}": country, "{C}": country.upper(), "{a}": adjective, "{r}": rule.id}


def measure(linter: DocumentLinter, suffix: str, data: bytes) -> Measure:
    """Check `data`, make its safe fixes, take what is found as known."""
    path = Path(f"shape{WHOLE.get(suffix, suffix)}")
    done = Measure(len(data))
    clock = time.process_time
    start = clock()
    file, result = check_data(linter, path, data)
    findings = result.findings if result else ()
    report = Report(files=(file,), findings=findings, rules=1)
    reports.render("full", report, View())
    done.seconds["check"], done.findings = clock() - start, len(findings)
    start = clock()
    for name in ("full", "json"):
        reports.render(name, report, View(limit=0))
    done.seconds["told"] = clock() - start
    start = clock()
    chosen = choose(findings)
    if chosen:
        document = readers.read(path, data, fields=linter.options.fields)
        apply(data, document, [choice.fix for choice in chosen])
    done.seconds["fix"] = clock() - start
    start = clock()
    here = Path("lintwords-baseline.toml")
    entries = baseline.renewed(here, (), findings, [path], day="2021-02-18").entries
    baseline.sift(entries, findings, here, [path], lambda _: True)
    done.seconds["known"] = clock() - start
    return done


def _work(pipe: Connection) -> None:
    linters = {lang: load(Options(lang=lang, fields=FIELDS)) for lang in ("en", "fr")}
    known = {shape.name: shape for shape in all_shapes(linters["en"])}
    names = {lang: names_of(linter) for lang, linter in linters.items()}
    for lang, linter in linters.items():  # load what is loaded late
        measure(linter, ".txt", f"{names[lang]['{c}']} jailed a poet.".encode())
    pipe.send(None)
    while (asked := pipe.recv()) is not None:
        name, suffix, size = asked
        try:
            shape = known[name]
            data = text_of(shape, suffix, size, names[shape.lang])
            pipe.send(measure(linters[shape.lang], suffix, data))
        except CannotRead:  # said, and quickly: "it is nested too deep"
            pipe.send(Measure(size, dict.fromkeys(ACTS, 0.0)))
        except BaseException as trouble:
            last = traceback.extract_tb(trouble.__traceback__)[-1]
            where = f"{Path(last.filename).name}:{last.lineno}"
            pipe.send(Measure(fault=f"{type(trouble).__name__} in {where}: {trouble!r}"[:200]))


class Worker:
    """A child that measures; a new one takes its place when it had to be ended."""

    def __init__(self) -> None:
        self._child: multiprocessing.process.BaseProcess | None = None

    def measure(
        self, name: str, suffix: str, size: int, limit: float | None = None
    ) -> Measure:
        """The cost of one file, or the fault that kept it from being told."""
        pipe = self._started()
        pipe.send((name, suffix, size))
        limit = GRACE + size / 1e6 * SLOWEST if limit is None else limit
        try:
            if pipe.poll(limit):
                found: Measure = pipe.recv()
                return found
            fault = f"no end after {limit:.0f} s"
        except EOFError:
            fault = "the process ended"
        self.stop()
        return Measure(size, fault=fault)

    def _started(self) -> Connection:
        if self._child is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._child = context.Process(target=_work, args=(theirs,), daemon=True)
            self._child.start()
            theirs.close()
            self._pipe.recv()
        return self._pipe

    def stop(self) -> None:
        """End the child, whatever it is at."""
        if self._child:
            self._child.kill()
            self._child.join()
            self._pipe.close()
            self._child = None


@dataclass
class Pair:
    """A shape in a format at two lengths."""

    shape: Shape
    suffix: str
    once: Measure
    twice: Measure

    @property
    def rate(self) -> float:
        """Seconds a MB of the dearest act at the double length."""
        return max(self.twice.seconds.values(), default=0.0) / max(self.twice.size, 1) * 1e6

    def growth(self, act: str, least: float) -> float:
        """What the double length costs in units of the single one; 0 where both are too quick."""
        one, two = self.once.seconds.get(act, 0.0), self.twice.seconds.get(act, 0.0)
        longer = self.twice.size / max(self.once.size, 1)  # a text may not double to the letter
        return two / max(one, least / 4) * 2 / longer if two >= least else 0.0

    def faults(self, least: float) -> list[str]:
        """What is at fault, in words."""
        found = [one.fault for one in (self.once, self.twice) if one.fault][:1]
        if found:
            return found
        if max(self.twice.seconds.values()) >= least and self.rate > MOST_A_MB:
            found.append(f"{self.rate:.1f} s a MB")
        for act in ACTS:
            if self.growth(act, least) > MOST_GROWTH:
                found.append(f"{act} grows {self.growth(act, least):.2f}")
        return found


def pair_of(worker: Worker, shape: Shape, suffix: str, least: float) -> Pair:
    """Measure a shape at a length that takes long enough, and at twice that."""
    size = min(SHORTEST, shape.longest)
    once = worker.measure(shape.name, suffix, size)
    while not once.fault and max(once.seconds.values()) < least and size < shape.longest:
        wanted = 1.3 * least / max(*once.seconds.values(), 1e-4)
        size = int(min(size * min(max(wanted, 1.5), GROWS), shape.longest))
        once = worker.measure(shape.name, suffix, size)
    if once.fault:
        return Pair(shape, suffix, once, once)
    pair = Pair(shape, suffix, once, worker.measure(shape.name, suffix, 2 * size))
    for _ in range(TRIES - 1):
        if pair.once.fault or pair.twice.fault or not pair.faults(least):
            break
        pair = Pair(
            shape, suffix, _least(pair.once, worker.measure(shape.name, suffix, size)),
            _least(pair.twice, worker.measure(shape.name, suffix, 2 * size)),
        )
    return pair


def _least(first: Measure, second: Measure) -> Measure:
    if first.fault or second.fault:
        return first if first.fault else second
    best = {act: min(first.seconds[act], second.seconds[act]) for act in ACTS}
    return Measure(first.size, best, first.findings)


def _row(pair: Pair, least: float) -> str:
    said = "; ".join(pair.faults(least))
    grown = (f"{pair.growth(act, least):5.2f}" if pair.growth(act, least) else "    –"
             for act in ACTS)
    suffix = WHOLE.get(pair.suffix, pair.suffix)
    return (
        f"{pair.shape.name:42.42} {suffix:6} {pair.twice.size / 1e3:8.0f} {pair.twice.findings:7}"
        f" {pair.rate:7.1f} {' '.join(grown)}  {said}"
    ).rstrip()


def measured(
    shapes: Sequence[Shape], formats: Sequence[str], worker: Worker, least: float
) -> Iterator[Pair]:
    """Each shape in each of the formats that can hold it."""
    for shape in shapes:
        for suffix in shape.formats:
            if not formats or WHOLE.get(suffix, suffix) in formats:
                yield pair_of(worker, shape, suffix, least)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shape", action="append", default=[], help="only these; a part will do")
    parser.add_argument("--format", action="append", default=[], help="only these suffixes")
    parser.add_argument("--least", type=float, default=0.3, help="seconds that a length takes")
    parser.add_argument("--list", action="store_true", help="name the shapes and end")
    asked = parser.parse_args(arguments)
    linter = load(Options(lang="en", fields=FIELDS))
    shapes = [
        shape for shape in all_shapes(linter)
        if not asked.shape or any(name in shape.name for name in asked.shape)
    ]
    if asked.list:
        print("\n".join(f"{shape.name} ({' '.join(shape.formats)})" for shape in shapes))
        return 0
    worker = Worker()
    print(f"{'shape':42} {'file':6} {'KB':>8} {'found':>7} {'s a MB':>7} "
          + " ".join(f"{act:>5}" for act in ACTS))
    pairs = []
    try:
        for pair in measured(shapes, asked.format, worker, asked.least):
            pairs.append(pair)
            print(_row(pair, asked.least), flush=True)
    finally:
        worker.stop()
    faulty = [pair for pair in pairs if pair.faults(asked.least)]
    print(f"\n{len(shapes)} shapes, {len(pairs)} files: {len(faulty)} at fault")
    for pair in faulty:
        print(_row(pair, asked.least))
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
