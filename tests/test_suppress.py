"""Ignore comments: what they hide and what they leave, what is said of them, how one is written."""

from __future__ import annotations

from pathlib import Path

import fakes
import pytest

from lintwords import api, readers
from lintwords.errors import LintwordsError
from lintwords.model import Options, Severity
from lintwords.run.check_files import check_files
from lintwords.sift import comments

RULE = "country-as-abuser"
JAILED = "Ruritania jailed her."
COMMENT = f"<!-- lintwords: ignore {RULE}: name of a treaty -->"
RST = f".. lintwords: ignore {RULE}: name of a treaty"
ADOC = f"// lintwords: ignore {RULE}: name of a treaty"
MDX = f"{{/* lintwords: ignore {RULE}: name of a treaty */}}"


pytestmark = pytest.mark.usefixtures("in_own_folder")


def found(name: str, text: str, options: Options | None = None) -> list[str]:
    """`rule at line` of each finding."""
    Path(name).write_bytes(text.encode())
    options = options or Options()
    report = check_files(lambda _: fakes.load(options), [Path(name)])
    assert report.cannot == ()
    return [f"{finding.rule} {finding.at.line}" for finding in report.findings]


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        pytest.param("a.md", f"{COMMENT}\n{JAILED}\n\n{JAILED}\n", ["4"], id="the next block only"),
        pytest.param("a.md", f"{COMMENT}\n\n\n{JAILED}\n", [], id="after blank lines"),
        pytest.param("a.md", f"{JAILED}\n\n{COMMENT}\nCalm.\n", ["1", "unused 3"], id="not before"),
        pytest.param("a.md", f"Then {COMMENT} {JAILED}\n", [], id="inside its paragraph"),
        pytest.param("a.md", f"Calm,\nand\n{JAILED} {COMMENT}\n", [], id="at its end"),
        pytest.param("a.md", f"- a\n- {JAILED}\n\n{COMMENT}\n\n- {JAILED}\n- {JAILED}\n",
                     ["2", "7"], id="one item"),
        pytest.param("a.md", f"> {COMMENT}\n> {JAILED}\n", [], id="in a block quotation"),
        pytest.param("a.md", f"| a | b |\n|---|---|\n| {COMMENT} {JAILED} | {JAILED} |\n",
                     ["3"], id="one cell"),
        pytest.param("a.md", f"```\n{COMMENT}\n```\n\n{JAILED}\n", ["5"], id="not in code"),
        pytest.param("a.md", f"`{COMMENT}` {JAILED}\n", ["1"], id="not in inline code"),
        pytest.param("a.md", f"{COMMENT}\r\n{JAILED}\r\n", [], id="CRLF"),
        pytest.param("a.md", f"---\n# lintwords: ignore {RULE}: a title\ntitle: {JAILED}\n---\n"
                     f"{JAILED}\n", ["5"], id="front matter"),
        pytest.param("a.md", f"# lintwords: ignore {RULE}: no\n\n{JAILED}\n", ["3"],
                     id="a heading is no comment"),
        pytest.param("a.md", f"{JAILED}\n\n<!-- lintwords: ignore-file {RULE}: quoted -->\n", [],
                     id="the whole file"),
        pytest.param("a.md", f"<!-- lintwords: ignore-file: a state's text -->\n{JAILED}\n", [],
                     id="the whole file and every rule"),
        pytest.param("a.md", f"<!-- lintwords:\n  ignore conflation:\n  wrapped -->\n{JAILED}\n",
                     [], id="a category, over lines"),
        pytest.param("a.md", f"<!-- lintwords: ignore country-as-mind, {RULE}: both -->\n{JAILED} "
                     "Ruritania wants it.\n", [], id="two rules"),
        pytest.param("a.md", "<!-- lintwords: ignore old-name: renamed -->\nRuritanian.\n", [],
                     id="an old id"),
        pytest.param("a.md", f"<!-- lintwords: ignore country-as-mind: other -->\n{JAILED}\n",
                     ["2", "unused 1"], id="another rule"),
        pytest.param("a.html", f"<p>{COMMENT}{JAILED}</p><p>{JAILED}</p>", ["1"], id="HTML"),
        pytest.param("a.html", f"{COMMENT}\n<ul>\n<li>{JAILED}</li>\n<li>{JAILED}</li></ul>",
                     ["4"], id="HTML, one item"),
        pytest.param("a.html", f"{COMMENT}<p>Calm <img alt='{JAILED}'></p>", [], id="alt text"),
        pytest.param("a.html", f"<script>{COMMENT}</script><p>{JAILED}</p>", ["1"],
                     id="a script holds no comment"),
        pytest.param("a.mdx", f"{MDX}\n\n{JAILED}\n\n{JAILED}\n", ["5"], id="MDX, a block"),
        pytest.param("a.mdx", f"é 😀 then {MDX} {JAILED}\n\n{JAILED}\n", ["3"], id="MDX, inside"),
        pytest.param("a.mdx", f"- a\n- {MDX}{JAILED}\n- {JAILED}\n", ["3"], id="MDX, an item"),
        pytest.param("a.mdx", f"{{/*\n lintwords: ignore conflation:\n a -> b */}}\n{JAILED}\n",
                     [], id="MDX, over lines"),
        pytest.param("a.mdx", f"```\n{MDX}\n```\n\n`{MDX}` {JAILED}\n", ["5"], id="MDX, in code"),
        pytest.param("a.md", f"{MDX} {JAILED}\n", ["1", "not-understood 1"], id="only in MDX"),
        pytest.param("a.txt", f"{COMMENT}\n{JAILED}\n\n{JAILED}\n", ["4"], id="plain text"),
        pytest.param("a.txt", f"See {COMMENT}\n{JAILED}\n", ["2"], id="text: a line of its own"),
        pytest.param("a.txt", f"Calm\n{COMMENT}\n{JAILED}\n", [], id="text: between two lines"),
        pytest.param("a.rst", f"{RST}\n\n{JAILED}\n\n{JAILED}\n", ["5"], id="rst, the next block"),
        pytest.param("a.rst", f".. lintwords:\n   ignore {RULE}:\n\n   a name\n\n{JAILED}\n", [],
                     id="rst, over lines"),
        pytest.param("a.rst", f"- a\n- {RST}\n\n  {JAILED}\n- {JAILED}\n", ["5"],
                     id="rst, an item"),
        pytest.param("a.rst", f"Code::\n\n   {RST}\n\n{JAILED}\n", ["5"], id="rst, in code"),
        pytest.param("a.rst", f"Calm {RST}\n\n{JAILED}\n", ["3"], id="rst, not among words"),
        pytest.param("a.rst", f"{COMMENT}\n\n{JAILED}\n", ["3"], id="rst, not as in HTML"),
        pytest.param("a.adoc", f"{ADOC}\n{JAILED}\n\n{JAILED}\n", ["4"], id="AsciiDoc, a block"),
        pytest.param("a.adoc", f"Calm\n{ADOC}\n{JAILED}\n", [], id="AsciiDoc, inside"),
        pytest.param("a.adoc", f"* a\n{ADOC}\n* {JAILED}\n* {JAILED}\n", ["4"],
                     id="AsciiDoc, an item"),
        pytest.param("a.adoc", f"----\n{ADOC}\n----\n\n{JAILED}\n", ["5"], id="AsciiDoc, in code"),
        pytest.param("a.adoc", f"////\n{ADOC}\n////\n\n{JAILED}\n", ["5"],
                     id="AsciiDoc, in a block that is left out"),
        pytest.param("a.adoc", f"/{ADOC}\n\n{JAILED}\n", ["3"], id="AsciiDoc, three slashes"),
    ],
)
def test_what_a_comment_leaves(name: str, text: str, left: list[str]) -> None:
    said = [line.replace(f"{RULE} ", "").replace("ignore-", "") for line in found(name, text)]
    assert sorted(said) == sorted(left)


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        (f"ignore {RULE}", "ignore-without-reason"),
        (f"ignore {RULE}:", "ignore-without-reason"),
        ("ignore-file", "ignore-without-reason"),
        ("ignore: for good", "ignore-unknown"),
        ("ignore country-as-abusr: for good", "ignore-unknown"),
        (f"ignore {RULE}, zzz: for good", "ignore-unknown"),
        (f"ignroe {RULE}: for good", "ignore-not-understood"),
        ("", "ignore-not-understood"),
        (f"ignore {RULE}: for good", "ignore-unused"),
        ("ignore-file conflation: for good", "ignore-unused"),
    ],
)
def test_a_comment_that_does_nothing_is_a_finding(comment: str, rule: str) -> None:
    assert found("a.md", f"Calm words.\n\n<!-- lintwords: {comment} -->\n") == [f"{rule} 3"]


@pytest.mark.parametrize(
    ("name", "said", "form"),
    [
        ("a.md", f"lintwords ignore {RULE}: a treaty", f"{RULE}: a treaty"),
        ("a.txt", f"lintwords ignore {RULE}: a treaty", f"{RULE}: a treaty"),
        ("a.html", f"lintwords-ignore {RULE}", f"{RULE}: …"),
        ("a.md", f"lintwords: ignore {RULE} a treaty", f"{RULE}: a treaty"),
        ("a.md", f"lintwords: ignore-next {RULE}: a treaty", f"{RULE}: a treaty"),
        ("a.md", "lintwords ignore a treaty", "RULE: a treaty"),
        ("a.rst", f"lintwords ignore {RULE}: a treaty", f"{RULE}: a treaty"),
        ("a.adoc", f"lintwords ignore {RULE}: a treaty", f"{RULE}: a treaty"),
        ("a.mdx", f"lintwords ignore {RULE}: a treaty", f"{RULE}: a treaty"),
    ],
)
def test_a_comment_in_another_form_is_told_the_right_one(name: str, said: str, form: str) -> None:
    marks = {".rst": (".. ", ""), ".adoc": ("// ", ""), ".mdx": ("{/* ", " */}")}
    before, after = marks.get(Path(name).suffix, ("<!-- ", " -->"))
    Path(name).write_text(f"Calm words.\n\n{before}{said}{after}\n\n{JAILED}\n")
    findings = check_files(lambda _: fakes.load(Options()), [Path(name)]).findings
    assert [(one.rule, one.instead) for one in findings] == [
        ("ignore-not-understood", (f"{before}lintwords: ignore {form}{after}",)),
        (RULE, ("Ruritanian authorities",)),
    ]


def test_words_about_the_program_are_no_comment_to_it() -> None:
    assert found("a.md", "<!-- lintwords ignores quotations -->\n\n<!-- lintwords -->\n") == []


@pytest.mark.parametrize("number", [1, 2, 40])
def test_comments_in_a_file_without_words_hit_nothing(number: int) -> None:
    assert len(found("a.md", f"{COMMENT}\n\n" * number)) == number


def test_a_comment_without_reason_ignores_nothing() -> None:
    text = f"<!-- lintwords: ignore {RULE} -->\n{JAILED}\n"
    assert found("a.md", text) == ["ignore-without-reason 1", f"{RULE} 2"]


@pytest.mark.parametrize(
    "options",
    [
        Options(select=("country-as-mind",)), Options(ignore=(RULE,)),
        Options(severity=Severity.ERROR),
    ],
)
def test_a_rule_that_was_not_asked_makes_no_comment_unused(options: Options) -> None:
    assert found("a.md", f"{COMMENT}\nCalm.\n", options) == []


def test_what_is_ignored_is_counted_with_its_reason() -> None:
    Path("a.md").write_text(f"{COMMENT}\n{JAILED}\n")
    report = check_files(lambda _: fakes.FakeLinter(), [Path("a.md")])
    (ignored,) = report.ignored
    assert (ignored.finding.rule, ignored.reason, ignored.by, ignored.where) == (
        RULE, "name of a treaty", "comment", "line 1",
    )
    assert report.files[0].lines == ()


# -- writing one --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "changed"),
    [
        ("a.md", f"Calm.\n\n{JAILED}\n", f"Calm.\n\n{COMMENT}\n{JAILED}\n"),
        ("a.md", f"Calm.\r\n\r\n**{JAILED}**\r\n", f"Calm.\r\n\r\n{COMMENT}\r\n**{JAILED}**\r\n"),
        ("a.md", f"Calm,\nsaid she:\n{JAILED}\n", f"{COMMENT}\nCalm,\nsaid she:\n{JAILED}\n"),
        ("a.md", f"# {JAILED}\n", f"{COMMENT}\n# {JAILED}\n"),
        ("a.md", f"> {JAILED}\n", f"> {COMMENT}\n> {JAILED}\n"),
        ("a.md", f"- a\n\n  {JAILED}\n", f"- a\n\n  {COMMENT}\n  {JAILED}\n"),
        ("a.md", f"1. a\n2. [ ] {JAILED}\n", f"1. a\n{COMMENT}\n2. [ ] {JAILED}\n"),
        ("a.md", f"| a |\n|---|\n| {JAILED} |\n", f"| a |\n|---|\n| {COMMENT}{JAILED} |\n"),
        ("a.md", f"Calm ![{JAILED}](x.png)\n", f"{COMMENT}\nCalm ![{JAILED}](x.png)\n"),
        ("a.md", f"---\ntitle: {JAILED}\n---\n",
         f"---\n# lintwords: ignore {RULE}: name of a treaty\ntitle: {JAILED}\n---\n"),
        ("a.md", f"<div>\n<p>{JAILED}</p>\n</div>\n", f"<div>\n<p>{COMMENT}{JAILED}</p>\n</div>\n"),
        ("a.html", f"<p>{JAILED}</p>", f"<p>{COMMENT}{JAILED}</p>"),
        ("a.html", f"<title>{JAILED}</title>", f"{COMMENT}<title>{JAILED}</title>"),
        ("a.html", f'<p>Calm <img alt="{JAILED}">', f'<p>{COMMENT}Calm <img alt="{JAILED}">'),
        ("a.html", f'<meta name="description" content="{JAILED}">',
         f'{COMMENT}<meta name="description" content="{JAILED}">'),
        ("a.txt", f"Calm.\n\n- {JAILED}\n", f"Calm.\n\n{COMMENT}\n- {JAILED}\n"),
        ("a.mdx", f"Calm.\n\n# {JAILED}\n", f"Calm.\n\n{MDX}\n# {JAILED}\n"),
        ("a.mdx", f"| a |\n|---|\n| {JAILED} |\n", f"| a |\n|---|\n| {MDX}{JAILED} |\n"),
        ("a.txt", f"Calm words and\n{JAILED}\n", f"{COMMENT}\nCalm words and\n{JAILED}\n"),
        ("a.rst", f"{JAILED}\n", f"{RST}\n\n{JAILED}\n"),
        ("a.rst", f"Calm.\r\n\r\n**{JAILED}**\r\n", f"Calm.\r\n\r\n{RST}\r\n\r\n**{JAILED}**\r\n"),
        ("a.rst", f"Calm.\n\n{JAILED}\n=====================\n",
         f"Calm.\n\n{RST}\n\n{JAILED}\n=====================\n"),
        ("a.rst", f"- a\n- {JAILED}\n  Calm.\n", f"- a\n- {RST}\n\n  {JAILED}\n  Calm.\n"),
        ("a.rst", f"1. a\n\n   b\n\n   {JAILED}\n", f"1. a\n\n   b\n\n   {RST}\n\n   {JAILED}\n"),
        ("a.rst", f".. note::\n\n   {JAILED}\n", f".. note::\n\n   {RST}\n\n   {JAILED}\n"),
        ("a.adoc", f"= Calm\n\n{JAILED}\n", f"= Calm\n\n{ADOC}\n{JAILED}\n"),
        ("a.adoc", f"Calm\nand\n{JAILED}\n", f"{ADOC}\nCalm\nand\n{JAILED}\n"),
        ("a.adoc", f"* a\n* {JAILED}\n", f"* a\n{ADOC}\n* {JAILED}\n"),
        ("a.adoc", f"== {JAILED}\n", f"{ADOC}\n== {JAILED}\n"),
        ("a.adoc", f"image::x.png[{JAILED}]\n", f"{ADOC}\nimage::x.png[{JAILED}]\n"),
    ],
)
def test_a_written_comment_ignores_its_finding(name: str, text: str, changed: str) -> None:
    Path(name).write_bytes(text.encode())
    (finding,) = check_files(lambda _: fakes.FakeLinter(), [Path(name)]).findings
    document = readers.read(Path(name), text.encode())
    edit = comments.insertion(document, finding, "name  of\na treaty")
    result = text[: edit.start] + edit.text + text[edit.end :]
    assert result == changed
    assert found(name, result) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.rst", f"===== =====\na     {JAILED}\n===== =====\n", id="a cell"),
        pytest.param("a.rst", f"+{'-' * 23}+\n| {JAILED} |\n+{'-' * 23}+\n", id="a cell of a grid"),
        pytest.param("a.rst", f".. note:: {JAILED}\n", id="on the line of a directive"),
        pytest.param("a.rst", f":About: {JAILED}\n", id="a field"),
        pytest.param("a.rst", f"=====================\n{JAILED}\n=====================\n",
                     id="under a line of a heading"),
        pytest.param("a.rst", f"Term\n  {JAILED}\n", id="a definition"),
        pytest.param("a.rst", f"| {JAILED}\n", id="verses"),
        pytest.param("a.adoc", f"|===\n| {JAILED}\n|===\n", id="a cell of AsciiDoc"),
        pytest.param("a.adoc", f"Term:: {JAILED}\n", id="a definition on the line of its term"),
    ],
)
def test_no_comment_where_it_would_part_what_belongs_together(name: str, text: str) -> None:
    Path(name).write_bytes(text.encode())
    (finding,) = check_files(lambda _: fakes.FakeLinter(), [Path(name)]).findings
    document = readers.read(Path(name), text.encode())
    assert not comments.has_room(document, finding)
    with pytest.raises(LintwordsError, match="cannot write an ignore comment there"):
        comments.insertion(document, finding, "name of a treaty")


def test_a_reason_cannot_end_its_comment() -> None:
    comment = comments.comment_for("markdown", RULE, "see --> <!-- a -- b")
    assert comment.count("--") == 2
    assert comment.endswith(" -->")


@pytest.mark.parametrize(
    ("format", "reason"), [("docx", "because"), ("html", " \n"), ("html", "-")]
)
def test_no_comment_without_reason_or_into_a_format_that_shows_it(format, reason) -> None:
    with pytest.raises(LintwordsError):
        comments.comment_for(format, RULE, reason)


SAID = "lintwords: ignore country-as-abuser: a title"
FILE_SAID = "lintwords: ignore-file country-as-abuser: a title"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param("a.html", f"<template><!-- {SAID} --></template><p>China jailed him.",
                     id="not read"),
        pytest.param("a.html", f"<div><!-- {SAID} --></div><p>China jailed him.", id="element"),
        pytest.param("a.html", f"<pre><code><!-- {FILE_SAID} --></code></pre><p>China jailed him.",
                     id="file, in a block of code"),
        pytest.param("a.md", f"<pre>\n<!-- {FILE_SAID} -->\n</pre>\n\nChina jailed him.",
                     id="file, in a block of code in Markdown"),
        pytest.param("a.md", f"> <!-- {SAID} -->\n\nChina jailed him.", id="quotation"),
        pytest.param("a.md", f"> <!-- {FILE_SAID} -->\n\nChina jailed him.", id="file, quoted"),
        pytest.param("a.html", f"<blockquote><!-- {FILE_SAID} --></blockquote>China jailed him.",
                     id="file, quoted in HTML"),
        pytest.param("a.md", f"They met.[^1]\n\n[^1]: A.\n\n    <!-- {SAID} -->\n\nChina shot him.",
                     id="note"),
        pytest.param("a.md", f"---\n# {SAID}\nauthor: x\ntitle: China jailed him\n---\n",
                     id="field"),
        pytest.param("a.md", f"---\ntitle: x\n# {SAID}\nauthor: x\n---\nChina jailed him.",
                     id="last field"),
        pytest.param("a.rst", f".. note::\n\n   .. {SAID}\n\nChina jailed him.\n",
                     id="note in RST"),
        pytest.param("a.rst", f"They met.\n\n   Late.\n\n   .. {FILE_SAID}\n\nChina jailed him.\n",
                     id="file, quoted in RST"),
        pytest.param("a.adoc", f"____\nLate.\n\n// {SAID}\n____\n\nChina jailed him.\n",
                     id="quotation in AsciiDoc"),
        pytest.param("a.adoc", f"____\nLate.\n\n// {FILE_SAID}\n____\n\nChina jailed him.\n",
                     id="file, quoted in AsciiDoc"),
    ],
)
def test_a_comment_reaches_no_further_than_what_holds_it(
    tmp_path: Path, name: str, source: str
) -> None:
    (tmp_path / name).write_text(source)
    report = api.check([tmp_path / name], cache=False)
    assert "country-as-abuser" in {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param("a.html", f"<div><!-- {SAID} --><p>China jailed him.</div>", id="element"),
        pytest.param("a.html", f"<p><b><!-- {SAID} --></b>China jailed him.", id="inside a line"),
        pytest.param("a.md", f"> <!-- {SAID} -->\n>\n> The China of today jailed him.\n",
                     id="quotation"),
        pytest.param("a.md", f"---\n# {SAID}\n# checked\ntitle: China jailed him\n---\n",
                     id="field"),
        pytest.param("a.md", f'+++\n# {SAID}\ntitle = """\nChina jailed him"""\n+++\n', id="TOML"),
        pytest.param("a.rst", f".. note::\n\n   .. {SAID}\n\n   China jailed him.\n",
                     id="note in RST"),
        pytest.param("a.adoc", f"====\n// {SAID}\nChina jailed him.\n====\n", id="AsciiDoc"),
        pytest.param("a.html", f"<head><!-- {FILE_SAID} --></head><p>China jailed him.", id="file"),
    ],
)
def test_a_comment_reaches_the_next_block_in_what_holds_it(
    tmp_path: Path, name: str, source: str
) -> None:
    (tmp_path / name).write_text(source)
    report = api.check([tmp_path / name], cache=False)
    assert "country-as-abuser" not in {finding.rule for finding in report.findings}
