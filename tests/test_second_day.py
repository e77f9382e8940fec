"""What a maintainer is told on the second day: excludes, the baseline, copies, ignore comments."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lintwords.cli.main import main
from lintwords.reports.table import table

HERE = Path(__file__).parent
JAILED = "China jailed her.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a repository, in which the command runs."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """The exit code of a command, and what it prints."""
    code = main(list(args))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_folder_that_is_left_out_whole_is_told_with_the_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("lintwords.toml", 'exclude = [\n  "news/",\n  "archive/",\n]\n')
    write("archive/a.md", JAILED)
    assert said(capsys, "check", "archive") == (
        2, "", "lintwords: no files to check in archive/\n"
        "  All is left out: archive/ is left out, lintwords.toml line 3.\n",
    )


def test_a_file_without_rules_for_its_language_may_be_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", "Die Regierung hat die Anwältin gestern in der Stadt verhaftet.\n")
    code, _, err = said(capsys, "check", "a.md")
    assert (code, "left out by exclude in the settings" in err) == (2, True)


def test_an_audit_counts_the_files_that_each_exclude_leaves_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("lintwords.toml", 'exclude = ["old/", "*.txt", "gone/"]\n')
    for name in ("a.md", "b.txt", "old/c.md", "old/d.txt", "old/e.png"):
        write(name, "A calm day.\n")
    rows = said(capsys, "audit")[1].splitlines()[1:]
    assert [row.split()[:2] for row in rows] == [
        ["pattern", "files"], ["old/", "2"], ["*.txt", "1"], ["gone/", "0"]
    ]


# -- the baseline ----------------------------------------------------------------------------------


def test_writing_the_baseline_tells_what_came_went_and_was_not_looked_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("a.md", "b.md", "c.md"):
        write(name, JAILED)
    assert said(capsys, "check", "--baseline-write")[2] == (
        "Wrote lintwords-baseline.toml: 3 entries: 3 new.\n"
    )
    write("a.md", "A calm day.\n")
    write("b.md", f"{JAILED}\nChina detained two poets.\n")
    assert said(capsys, "check", "--baseline-write", "a.md", "b.md")[2] == (
        "Wrote lintwords-baseline.toml: 3 entries: 1 new, 1 gone, "
        "1 of files that were not checked.\n"
        "  new: b.md: country-as-abuser: China\n"
    )
    assert said(capsys, "check", "--baseline-write")[2] == (
        "Wrote lintwords-baseline.toml: 3 entries.\n"
    )


def test_an_audit_of_some_files_says_nothing_of_entries_of_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", JAILED)
    write("b.md", JAILED)
    said(capsys, "check", "--baseline-write")
    write("a.md", "A calm day.\n")
    write("b.md", "A calm day.\n")
    titles = [line for line in said(capsys, "audit", "a.md")[1].splitlines() if line[:1] > " "]
    assert titles == [
        "Entries of lintwords-baseline.toml that hit nothing in what was checked: 1"
    ]


def test_an_audit_tells_apart_entries_of_files_left_out_and_of_no_rule(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", JAILED)
    write("old/b.md", JAILED)
    said(capsys, "check", "--baseline-write")
    known = Path("lintwords-baseline.toml")
    text = known.read_text("utf-8")
    write("lintwords-baseline.toml", text.replace('rule = "country-as-abuser"', 'rule = "gone"', 1))
    write("lintwords.toml", 'exclude = ["old/"]\n')
    titles = [line for line in said(capsys, "audit")[1].splitlines() if line[:1] > " "]
    assert titles[-2:] == [
        "Entries of lintwords-baseline.toml of files that settings leave out: 1",
        "Entries of lintwords-baseline.toml of rules that there are not: 1",
    ]


@pytest.mark.parametrize(("options", "is_told"), [("", True), ("-q", True), ("-qq", False)])
def test_another_reading_of_the_baseline_is_told_in_short_too(
    options: str, is_told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    write("a.md", JAILED)
    said(capsys, "check", "--baseline-write")
    text = Path("lintwords-baseline.toml").read_text("utf-8")
    assert 'readings = ["en-' in text
    write("lintwords-baseline.toml", text.replace('readings = ["en-', 'readings = ["en-9'))
    err = said(capsys, "check", *options.split(), "a.md")[2]
    assert ("the baseline is of the reading en-9" in err) is is_told


# -- copies, comments, lines -----------------------------------------------------------------------


def test_a_walk_passes_over_copies_that_an_earlier_run_wrote(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(HERE.parent / "examples/foundation.docx", folder / "a.docx")
    said(capsys, "fix", "a.docx")
    copy = folder / "a.lintwords.docx"
    told = "a.lintwords.docx: a copy that lintwords wrote, not checked\n"
    code, out, err = said(capsys, "check", "-v", ".")
    assert (code, "a.lintwords.docx" in out, told in err) == (1, False, True)
    assert "a.lintwords.docx" in said(capsys, "check", "a.lintwords.docx")[1]
    (folder / "a.docx").unlink()  # then it is all there is
    assert "a.lintwords.docx" in said(capsys, "check", ".")[1]
    assert copy.is_file()


def test_a_line_says_whether_a_fix_is_safe(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", f"{JAILED}\nHe said: “China jailed her.”\n")
    lines = said(capsys, "check", "-q", "--severity", "suggestion", "a.md")[1].splitlines()
    assert ["; safe fix; in: " in line for line in lines] == [True, False]


def test_a_slip_in_an_ignore_comment_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", f"<!-- lintwords: ignore country-as-abusr: for good -->\n{JAILED}")
    line = said(capsys, "check", "-q", "a.md")[1].splitlines()[0]
    message = 'Unknown rule in an ignore comment: "country-as-abusr". Did you mean '
    meant = "<!-- lintwords: ignore country-as-abuser: for good -->"
    assert f"{message}country-as-abuser? [ignore-unknown]; write: {meant}; in: " in line
    full = said(capsys, "check", "a.md")[1]
    assert "fix            by hand: change the comment\n" in full
    assert "choose the wording" not in full.partition("country-as-abuser\n")[0]


def test_settings_for_some_paths_are_shown_with_those_in_force(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("lintwords.toml", '[path."history/**".rules]\ncountry-as-abuser = "off"\n')
    write("a.md", JAILED)
    for place in ([], ["a.md"]):
        _, shown, _ = said(capsys, "init", "--show", *place)
        assert [row.split() for row in shown.splitlines()][-1] == [
            'path."history/**".rules.country-as-abuser', '"off"', "lintwords.toml", "line", "2",
        ]


def test_what_an_exclude_leaves_out_is_counted_in_the_folder_of_its_settings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("lintwords.toml", 'exclude = ["vendor/"]\n')
    write("vendor/a.md", JAILED)
    write("docs/b.md", "Calm.\n")
    _, shown, _ = said(capsys, "audit", "docs")
    assert [row.split() for row in shown.splitlines() if "vendor/" in row] == [
        ["vendor/", "1", "lintwords.toml", "line", "1"]
    ]


@pytest.mark.parametrize(("known", "words"), [
    ("en-99", "install it here too: pip install ./encoder"), ("en-0", ""),
])
def test_a_baseline_of_another_reading_names_the_encoder_before_it_is_written_anew(
    known: str, words: str, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LINTWORDS_ENCODER", "off")
    write("a.md", JAILED)
    other = known.replace("en", "fr")
    write("lintwords-baseline.toml", f'version = 1\nreadings = ["{known}", "{other}"]\n')
    _, _, told = said(capsys, "check", "a.md")
    hint = told.partition(f"the baseline is of the reading {known}, {other}, this run")[2]
    assert told.count("the baseline is of") == 1
    assert words in hint.partition("--baseline-write")[0]
    assert ("pip install" in hint) is bool(words)


def test_a_table_that_is_wider_than_the_terminal_has_its_rows_on_lines_of_their_own() -> None:
    heads = ["place", "rule", "reason"]
    rows = [["news/a-long-name-of-a-release.md:1:1", "country-as-abuser", "a quotation of the law"],
            ["b.md:1:1", "country-as-mind", ""]]
    assert table(heads, rows, 40) == (
        "news/a-long-name-of-a-release.md:1:1\n"
        "    rule country-as-abuser, reason a\n"
        "    quotation of the law\n"
        "b.md:1:1\n"
        "    rule country-as-mind\n"
    )
    assert table(heads, rows, 200) == table(heads, rows)


def test_what_was_let_go_nearby_is_told_once_beside_the_nearest_finding(
    capsys: pytest.CaptureFixture[str],
) -> None:
    claim = "The claim that China lifted 800 million people out of poverty is misleading."
    jailed = "China jailed a poet, and China jailed an editor."
    write("a.md", f"{jailed}\n\n{claim}\n\nWe condemn China.\n")
    shown = said(capsys, "check", "-v", "a.md")[1]
    assert shown.count("error  country-as-abuser\n") == 2
    assert shown.count("let go nearby") == shown.count("line 3:") == 1
