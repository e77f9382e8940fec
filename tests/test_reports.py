"""Reports say exactly what was found, fit their width, and let nothing of a text act."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from fakes import RULES, WHY, finding, fix
from hypothesis import given
from hypothesis import strategies as st
from snapshots import expected

from lintwords.model import (
    Cannot,
    FileReport,
    MentionNote,
    Passed,
    Piece,
    Place,
    Report,
    Severity,
    Voice,
)
from lintwords.reports import REPORTS, View, dates, mentions, render, rule_page
from lintwords.reports.cells import cells, cut, visible, wrap
from lintwords.reports.outputs import github
from lintwords.reports.snippet import snippet, window
from lintwords.reports.words import first_sentence, summary
from lintwords.run.one_file import source_lines

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE.parent / "docs" / "schema.json").read_text("utf-8"))

LONG = (
    "New York, 3 March. Ruritania detained the lawyer on Tuesday, her family said, and has given "
    "no reason. She had represented workers in three provinces.\n"
)
RELEASE = LONG + (
    "\n\tRuritania hides the \u202eevidence.\r\n"
    "“People in 广州 brought her food,” said 王 before Ruritania jailed\n"
    "her, and Ruritanian trains.\n"
)


def a_report(source: str = RELEASE) -> Report:
    safe = fix(source, "Ruritania", "The Ruritanian government")
    first = replace(
        finding(source, "Ruritania", fixes=(safe,)),
        instead=("Ruritanian authorities", "the police in Strelsau (if you know)"),
    )
    start = source.index("Ruritania hides")
    second = finding(source, "Ruritania", rule=1, start=start, instead=())
    third = finding(source, "Ruritania jailed\nher", voice=Voice.QUOTED)
    last = finding(source, "Ruritanian trains", rule=2)
    return Report(
        files=(FileReport(Path("release.md"), "en", 41, source_lines(source)),
               FileReport(Path("other.md"), "en", 9371)),
        findings=(first, second, third, last),
        passed=(Passed(Path("release.md"), "country-as-mind", "in Ruritania", 2, "place"),),
        rules=18,
    )


OFFICE = replace(
    finding("The Ruritanians are detaining her.", "The Ruritanians", path="statement.docx"),
    at=Place(3, 0, 15, 0, 0, 0, 0, 'paragraph 4 ("Background")'),
    pieces=(Piece(3, 0, 15, True),),
)


# -- nothing found, nothing read ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["full", "line", "jsonl", "github"])
def test_a_report_of_nothing_is_empty(name: str) -> None:
    assert render(name, Report(), View()) == ""


def test_clean_says_how_much_was_read() -> None:
    files = tuple(FileReport(Path(f"{n}.md"), "en", 4706) for n in range(2))
    assert render("full", Report(files=files, rules=18), View()) == (
        "No findings in 2 files (18 rules, 9,412 words).\n"
    )


def test_clean_is_not_said_without_the_files_that_were_not_checked() -> None:
    report = Report(
        files=(FileReport(Path("a.md"), "en", 1),), rules=1,
        cannot=(Cannot(Path("b.md"), "cannot open b.md"),),
    )
    assert render("full", report, View()) == (
        "No findings in 1 file (1 rule, 1 word).\n1 path could not be checked.\n"
    )
    assert render("full", replace(report, files=()), View()) == ""


def test_each_weight_is_counted_and_all_are_findings() -> None:
    assert summary(a_report()) == "4 findings in 1 of 2 files: 2 errors, 1 warning, 1 suggestion."
    only = replace(a_report(), findings=a_report().findings[-1:])
    assert summary(only) == "1 finding in 1 of 2 files: 1 suggestion."


# -- the full report ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "view"),
    [
        ("80", View()),
        ("120", View(width=120)),
        ("40", View(width=40)),
        ("ascii", View(ascii=True)),
        ("ascii-120", View(ascii=True, width=120)),
        ("color", View(color=True)),
        ("verbose", View(verbose=True)),
        ("limit", View(limit=1)),
        ("links", View(links=True, pages="https://example.org/rules/{rule}")),
    ],
)
def test_full_report_looks_as_recorded(case: str, view: View) -> None:
    report = replace(a_report(), findings=(*a_report().findings, OFFICE))
    text = render("full", report, view)
    assert text == expected(HERE / "snapshots" / f"full-{case}.txt", text)


@pytest.mark.parametrize("width", [40, 57, 80, 120])
@pytest.mark.parametrize("is_ascii", [False, True])
def test_no_line_is_wider_than_the_report(width: int, is_ascii: bool) -> None:
    view = View(width=width, ascii=is_ascii, verbose=True)
    unbroken = ("https://", "Why a rule exists: lintwords explain ")  # to be opened or copied
    for line in render("full", a_report(), view).splitlines():
        assert cells(line) <= width or line.strip().startswith(unbroken), line


def test_colour_changes_no_word() -> None:
    plain = render("full", a_report(), View())
    painted = render("full", a_report(), View(color=True))
    assert painted != plain
    assert re.sub(r"\x1b\[\d+m", "", painted) == plain


def test_a_place_too_long_for_the_line_stays_unbroken() -> None:
    path = "a/" * 40 + "release.md"
    report = Report(
        files=(FileReport(Path(path), "en", 9, source_lines(RELEASE)),),
        findings=(finding(RELEASE, "Ruritania", path=path),),
    )
    assert render("full", report, View()).splitlines()[:2] == [
        f"{path}:1:20", "  error  country-as-abuser",
    ]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (finding(RELEASE, "Ruritania"), "by hand: choose the wording"),
        (finding(RELEASE, "Ruritania", fixes=(fix(RELEASE, "Ruritania", "X"),)), "safe"),
        (
            finding(RELEASE, "Ruritania",
                    fixes=(fix(RELEASE, "Ruritania", "X", safe=False, why_not="a list"),)),
            "by hand: a list",
        ),
        (
            finding(RELEASE, "Ruritania", voice=Voice.QUOTED,
                    fixes=(fix(RELEASE, "Ruritania", "X"),)),
            "none: inside a quotation",
        ),
    ],
)
def test_the_fix_line_is_never_left_out(one, said) -> None:
    report = Report(files=(FileReport(Path("release.md"), "en", 9),), findings=(one,))
    assert f"  fix            {said}\n" in render("full", report, View())


# -- snippets -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words", "shown", "underline"),
    [
        pytest.param("Ruritania acts.", "Ruritania", "Ruritania acts.", "^^^^^^^^^", id="fits"),
        pytest.param("在广州 Ruritania 说", "Ruritania", "在广州 Ruritania 说",
                     "       ^^^^^^^^^", id="wide cells"),
        pytest.param("cafe\u0301 广州!", "广州", "cafe\u0301 广州!", "     ^^^^", id="combining"),
        pytest.param("a\tb c", "b", "a→b c", "  ^", id="tab is one sign"),
        pytest.param("a\u202eb\x1b[31m c", "c", "a<U+202E>b<U+001B>[31m c", " " * 23 + "^",
                     id="control and bidi are tokens"),
        pytest.param("one two three four five six seven eight nine ten WORD eleven twelve",
                     "WORD", "… eight nine ten WORD eleven twelve", " " * 17 + "^^^^",
                     id="cut on word borders at the left"),
        pytest.param("WORD one two three four five six seven eight nine", "WORD",
                     "WORD one two three four five six …", "^^^^", id="cut at the right"),
        pytest.param("x " * 40 + "WORD" + " y" * 40, "WORD",
                     "… x x x x x WORD y y y y y y y y y …", " " * 12 + "^^^^",
                     id="one third from the left"),
        pytest.param("so first one two three four five six seven eight nine last it",
                     "first one two three four five six seven eight nine last",
                     "… first one two … nine last …", "  ^^^^^^^^^^^^^^^^^^^^^^^^^",
                     id="wider than the window"),
    ],
)
def test_window(line: str, words: str, shown: str, underline: str) -> None:
    start = line.index(words)
    assert window(line, start, start + len(words), 36, tab="→") == (shown, underline)


@given(
    st.text("ab  c,é广\u0301\t\u202e👩\u200d", min_size=1, max_size=200), st.data(),
    st.integers(33, 80), st.sampled_from(["…", "..."]),
)
def test_a_window_never_passes_its_width_and_always_has_an_underline(line, data, width, mark):
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    shown, underline = window(line, start, end, width, mark=mark)
    assert cells(shown) <= width
    assert cells(underline) <= width
    assert "^" in underline
    assert visible(shown) == shown


def test_each_line_of_a_finding_has_its_underline_and_markers_have_none() -> None:
    source = "> and Ruritania\r\n> jailed her.\r\n"
    one = replace(
        finding(source, "Ruritania\r\n> jailed"),
        pieces=(Piece(0, 6, 15, True), Piece(0, 15, 19, False), Piece(0, 19, 25, True)),
    )
    found = snippet(one, source_lines(source), 70)
    assert [(row.number, row.text, row.underline) for row in found] == [
        (1, "> and Ruritania", "      ^^^^^^^^^"),
        (2, "> jailed her.", "^^^^^^^^"),
    ]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("", ()),
        ("a\nb", ("a\n", "b")),
        ("a\r\nb\rc\n", ("a\r\n", "b\r", "c\n")),
        ("a\x0bb\u2028c\n\n", ("a\x0bb\u2028c\n", "\n")),
    ],
)
def test_only_cr_lf_and_crlf_end_a_line(source: str, lines: tuple[str, ...]) -> None:
    assert source_lines(source) == lines


# -- words and cells ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, Ürümqi 新疆", "plain, Ürümqi 新疆"),
        ("\x1b]8;;x\x07", "<U+001B>]8;;x<U+0007>"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u2066b\u200bc\ufeff", "a<U+2066>b<U+200B>c<U+FEFF>"),
        ("line\nend", "line<U+000A>end"),
        ("\udcff", "<U+DCFF>"),
    ],
)
def test_what_could_act_on_a_terminal_is_shown_as_a_token(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text("ab é广\u0301 ", max_size=80), st.integers(2, 30))
def test_wrapping_keeps_every_letter_within_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text("ab é广 ", max_size=60), st.integers(4, 30))
def test_cutting_keeps_the_width(text: str, width: int) -> None:
    assert cells(cut(text, width, "…")) <= width


@pytest.mark.parametrize(
    ("why", "first"),
    [
        (WHY, "A sentence like this blames everyone in the country, and the people who were "
              "harmed are part of it."),
        ("The U.S. Senate said so. Then more.", "The U.S. Senate said so."),
        ("One only", "One only"),
        ("Is it? It is.", "Is it?"),
    ],
)
def test_first_sentence(why: str, first: str) -> None:
    assert first_sentence(why) == first


@pytest.mark.parametrize(
    ("date", "words"),
    [("2021-02-18", "18 February 2021"), ("2021-02", "February 2021"), ("2021", "2021"),
     ("2021-13", "2021-13"), ("soon", "soon")],
)
def test_dates_are_spoken(date: str, words: str) -> None:
    assert dates.spoken(date) == words


# -- formats for programs -----------------------------------------------------------------------


def test_line_is_one_line_a_finding_with_suggestions_last() -> None:
    report = a_report()
    mixed = replace(report, findings=(report.findings[-1], *report.findings[:-1]))
    lines = render("line", mixed, View(width=40)).splitlines()
    assert "".join(f"{line.partition('; in: ')[0]}\n" for line in lines) == (
        "release.md:1:20: error: Name who acts: the Ruritanian government, not Ruritania"
        " [country-as-abuser]; write: The Ruritanian government; safe fix\n"
        "release.md:3:2: warning: Say whose wish this is [country-as-mind]\n"
        "release.md:4:48: error: Name who acts: the Ruritanian government, not Ruritania"
        " [country-as-abuser]\n"
        "release.md:5:10: suggestion: Could name the body that took part [country-as-party]\n"
    )
    assert [re.findall(r"\[.*?\]", line.partition("; in: ")[2]) for line in lines] == [
        ["[Ruritania]"], ["[Ruritania]"], ["[Ruritania jailed her]"], ["[Ruritanian trains]"],
    ]


HOSTILE = replace(
    finding(RELEASE, "Ruritania", path="we\u202eird\udcff,a:b%.md"),
    message="::error::\x1b[31m%0A](http://x)<script>|`", why="\r\n::warning::no",
    words="\u2028\x85",
)


@pytest.mark.parametrize("report", [Report(), a_report(), Report(
    files=(FileReport(Path("a.md"), "und", 0),), findings=(HOSTILE, OFFICE),
    cannot=(Cannot(Path("b.md"), "cannot open b.md", "Two\nlines."),),
    copies=(Path("a.lintwords.docx"),), reports=(Path("r.html"),),
)], ids=["nothing", "usual", "hostile"])
def test_json_fits_its_schema(report: Report) -> None:
    text = render("json", report, View())
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))
    lines = render("jsonl", report, View()).splitlines()
    number = len(report.findings)
    assert [json.loads(line) for line in lines[:number]] == json.loads(text)["findings"]
    assert [list(json.loads(line)) for line in lines[number:]] == (
        [["path", "cannot"]] * len(report.cannot)
        + [["path", "passed_over"]] * len((*report.reports, *report.copies))
    )


def test_programs_are_told_what_was_passed_over() -> None:
    report = replace(a_report(), copies=(Path("a.lintwords.docx"),), reports=(Path("r.html"),))
    data = json.loads(render("json", report, View()))
    assert data["passed_over"] == [
        {"path": "r.html", "passed_over": "report"},
        {"path": "a.lintwords.docx", "passed_over": "copy"},
    ]
    (run,) = json.loads(render("sarif", report, View()))["runs"]
    (invocation,) = run["invocations"]
    told = invocation["toolExecutionNotifications"]
    assert [one["level"] for one in told] == ["note", "note"]
    assert [one["message"]["text"] for one in told] == [
        "It is a report of lintwords, and was passed over.",
        "It is a copy that lintwords wrote, and was passed over.",
    ]
    assert invocation["executionSuccessful"]


def test_json_says_what_was_found_and_not_read() -> None:
    report = replace(a_report(), cannot=(Cannot(Path("b.md"), "cannot open b.md", "No right."),))
    data = json.loads(render("json", report, View()))
    assert data["summary"] == {
        "files": 3, "findings": 4, "error": 2, "warning": 1, "suggestion": 1, "ignored": 0,
        "known": 0, "unjudged": 0, "unread": 0,
    }
    assert data["cannot"] == [{"path": "b.md", "message": "cannot open b.md. No right."}]
    first = data["findings"][0]
    assert RELEASE[first["start"] : first["end"]] == first["text"] == "Ruritania"
    assert (first["line"], first["column"], first["end_column"]) == (1, 20, 29)
    assert first["fixes"] == [{
        "label": "The Ruritanian government", "safe": True, "why_not": "",
        "edits": [{"start": 19, "end": 28, "text": "The Ruritanian government"}],
    }]


def test_github_puts_the_weightiest_first_and_escapes() -> None:
    report = replace(a_report(), cannot=(Cannot(Path("b,c.md"), "cannot open b,c.md"),))
    assert [line.split("::")[1] for line in render("github", report, View()).splitlines()] == [
        "error file=b%2Cc.md,title=not checked",
        "error file=release.md,line=1,endLine=1,col=20,endColumn=29,title=country-as-abuser",
        "error file=release.md,line=4,endLine=5,col=48,title=country-as-abuser",
        "warning file=release.md,line=3,endLine=3,col=2,endColumn=11,title=country-as-mind",
        "notice file=release.md,line=5,endLine=5,col=10,endColumn=27,title=country-as-party",
    ]


def test_github_lets_no_text_begin_a_command() -> None:
    text = render("github", Report(findings=(HOSTILE,)), View())
    (line,) = text.splitlines()
    assert line.startswith("::error file=we<U+202E>ird<U+DCFF>%2Ca%3Ab%25.md,line=1,")
    assert line.endswith(
        "She had represented workers in three provinces."
        "%0AWrite instead: Ruritanian authorities%0A::warning::no"
    )
    assert "::::error::<U+001B>[31m%250A](http://x)<script>|`.%0AIn the text: " in line


def test_step_summary_holds_no_markup_of_a_text() -> None:
    report = Report(files=(FileReport(Path("a.md"), "en", 3),), findings=(HOSTILE,), rules=2)
    row = github.step_summary(report).splitlines()[-1]
    assert "<script>" not in row
    assert "](http" not in row
    assert len(re.findall(r"(?<!\\)\|", row)) == 7


@pytest.mark.parametrize("name", list(REPORTS))
def test_no_report_prints_what_acts_on_a_terminal(name: str) -> None:
    report = Report(
        files=(FileReport(HOSTILE.path, "en", 3, source_lines(RELEASE)),), findings=(HOSTILE,),
    )
    text = render(name, report, View(verbose=True))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert not re.search("[\u200b-\u200f\u2028-\u202e\u2066-\u2069]", text)
    text.encode()  # and no lone surrogate


def test_mentions_are_a_table_by_cells() -> None:
    notes = (
        MentionNote(Path("a.md"), 3, 1, "广州", "capital", "subject", "say", "", "place"),
        MentionNote(Path("a.md"), 12, 10, "Ruritania", "country", "possessive", "", "act\n", "x",
                    cues=(("sued", 2.1), ("tea", -0.4), ("cup", -0.3)), chance=874),
    )
    assert mentions.render(Report(mentions=notes)) == (
        "place       words      slot        governor  head  rule or reason  chance  for"
        "        against\n"
        "a.md:3:1    广州       subject     say       -     place           -       -  "
        "        -\n"
        "a.md:12:10  Ruritania  possessive  -         act   x               87 %    sued +2.1"
        "  tea -0.4, cup -0.3\n"
    )
    assert mentions.render(Report(files=(FileReport(Path("a.md"), "en", 1),))) == "No mentions.\n"


def test_the_page_of_a_rule_looks_as_recorded() -> None:
    text = rule_page.render(RULES[0], {"sport": "a team or a match"}, View())
    assert text == expected(HERE / "snapshots" / "page.txt", text)


def test_severities_keep_their_order() -> None:
    assert Severity.ERROR > Severity.WARNING > Severity.SUGGESTION
