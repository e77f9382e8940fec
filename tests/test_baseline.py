"""The baseline knows a finding again by rule, words and surroundings, and counts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import fakes
import pytest

from lintwords.cli.main import main
from lintwords.errors import LintwordsError, SettingsError
from lintwords.model import Finding, Options, Voice
from lintwords.run.check_files import check_files
from lintwords.sift import baseline

FILE = Path(baseline.NAME)
DAY = "2026-03-03"


pytestmark = pytest.mark.usefixtures("in_own_folder")


def one(path: str = "a.md", before: str = "on monday", after: str = "jailed her", rule: int = 0,
        words: str = "Ruritania") -> Finding:
    text = f"{before} {words} {after}".strip()
    finding = fakes.finding(text, words, path=path, rule=rule)
    said = finding.sentence._replace(beside="1a-2b")  # always among the same sentences
    return replace(finding, before=before, after=after, sentence=said)


def taken_in() -> tuple[str, str]:
    """The text of a baseline of what is found in this folder, and the line of its first entry."""
    Path("lintwords.toml").write_text('baseline = "lintwords-baseline.toml"\n', "utf-8")
    assert main(["check", "--baseline-write"]) == 0
    known = FILE.read_text("utf-8")
    return known, next(line for line in known.splitlines() if "path =" in line)


def test_an_entry_of_an_earlier_version_is_written_anew_only_with_its_sentence() -> None:
    written = Path("a.md")
    written.write_text("China jailed a poet.\n\nA calm line.\n", "utf-8")
    known, _ = taken_in()
    old = re.sub(r', beside = "[^"]*"', "", known)
    assert old != known
    FILE.write_text(old, "utf-8")
    assert main(["check", "--baseline-write"]) == 0
    assert FILE.read_text("utf-8") == old
    written.write_text("In May China jailed a poet.\n\nA calm line.\n", "utf-8")
    main(["check", "--baseline-write"])
    assert 'beside = "' in FILE.read_text("utf-8")


def test_an_entry_that_a_merge_has_doubled_knows_no_further_sentence() -> None:
    written = Path("a.md")
    written.write_text("China jailed a poet.\n\nA calm line.\n", "utf-8")
    known, row = taken_in()
    again = re.sub(r'since = "[-0-9]+"', 'since = "2020-01-01"', row)
    FILE.write_text(known.replace(row, f"{row}\n{again}"), "utf-8")
    assert main(["check"]) == 0
    written.write_text("China jailed a poet.\n\nA calm line.\n\nChina jailed a poet.\n", "utf-8")
    assert main(["check"]) == 1
    assert main(["check", "--baseline-write"]) == main(["check"]) == 0


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        pytest.param(r'beside = "[^"]*"', 'beside = "0f-0f"', id="other sentences beside it"),
        pytest.param(r', beside = "[^"]*"', "", id="no word of what stands beside it"),
        pytest.param(r', governor = "[^"]*"', "", id="no word of its verb"),
        pytest.param(r'since = "[^"]*"', 'since = "2020-01-01"', id="another day"),
    ],
)
@pytest.mark.parametrize("is_first", [False, True])
@pytest.mark.parametrize(
    "later",
    [
        "A calm line.\n\nChina jailed a poet.\n\nMore.\n\nChina jailed a poet.\n",
        "China jailed a poet.\n\nA calm line.\n\nChina jailed a poet.\n\nMore.\n",
        "A calm line.\n\nChina jailed a poet.\n\nChina jailed a poet.\n\nMore.\n",
    ],
    ids=["below", "above", "right beside"],
)
def test_two_entries_of_one_sentence_know_no_second_one(
    words: str, instead: str, is_first: bool, later: str
) -> None:
    written = Path("a.md")
    written.write_text("A calm line.\n\nChina jailed a poet.\n\nMore.\n", "utf-8")
    known, row = taken_in()
    again = re.sub(words, instead, row)
    assert again != row
    pair = (again, row) if is_first else (row, again)
    FILE.write_text(known.replace(row, "\n".join(pair)), "utf-8")
    assert main(["check"]) == 0
    written.write_text(later, "utf-8")
    assert main(["check"]) == 1


def test_two_same_sentences_are_known_while_one_beside_either_stays() -> None:
    written = Path("a.md")
    lines = ["One.", "China jailed a poet.", "Two.", "Three.", "China jailed a poet.", "Four."]
    written.write_text("\n\n".join(lines), "utf-8")
    taken_in()
    lines[0] = lines[3] = "Another line."
    written.write_text("\n\n".join(lines), "utf-8")
    assert main(["check"]) == 0


def test_sentences_among_others_of_the_same_are_all_known() -> None:
    Path("a.md").write_text("China jailed a poet.\n\n" * 5, "utf-8")
    taken_in()
    assert main(["check"]) == 0
    Path("a.md").write_text("China jailed a poet.\n\n" * 6, "utf-8")
    assert main(["check"]) == 1


def left(*findings: Finding, checked: tuple[str, ...] = (), gone: bool = False) -> list[str]:
    """Where findings are new under the baseline; `gone`: no file of an entry is there."""
    read = {finding.path for finding in findings} | set(map(Path, checked))
    sifted = baseline.sift(
        baseline.load(FILE), findings, FILE, read, is_there=lambda path: not gone
    )
    return [str(finding.path) for finding in sifted.new]


@pytest.mark.parametrize(
    ("findings", "checked", "gone", "new"),
    [
        ([one()], (), False, []),
        ([one(), one()], (), False, ["a.md"]),
        ([one(before="on tuesday")], (), False, ["a.md"]),
        ([one(after="jailed him")], (), False, ["a.md"]),
        ([one(rule=1)], (), False, ["a.md"]),
        ([one(words="Ruritanian")], (), False, ["a.md"]),
        ([one("b.md")], (), False, ["b.md"]),
        ([one("b.md")], ("a.md",), False, ["b.md"]),
        ([one("b.md")], (), True, ["b.md"]),
        ([one("old/a.md")], (), True, []),
        ([one("old/a.md")], ("a.md",), False, ["old/a.md"]),
        ([one("old/a.md"), one("new/a.md")], (), True, ["new/a.md"]),
        ([one("b.md"), one("a.md")], (), False, ["b.md"]),
    ],
    ids=[
        "the same", "written twice", "other words before", "other words after", "another rule",
        "other words", "a copy while the first file was not read",
        "another file that holds it anew", "a new file, while the first is gone",
        "in another folder", "in another folder, while the first is there",
        "in two other folders", "a copy: the first place keeps the entry",
    ],
)
def test_what_is_new(findings: list[Finding], checked, gone: bool, new: list[str]) -> None:
    baseline.add(FILE, [one()], "a treaty", day=DAY)
    assert left(*findings, checked=checked, gone=gone) == new


THREE = [("on monday", "jailed her"), ("in may", "shot him"), ("at night", "burned it")]


@pytest.mark.parametrize(
    ("known", "now", "new"),
    [
        pytest.param(3, THREE, 0, id="all of it, and nothing else"),
        pytest.param(2, THREE[:2], 2, id="so few that a new text may hold them"),
        pytest.param(3, THREE[:2], 2, id="not all of it"),
        pytest.param(3, [*THREE, ("in june", "fined us")], 4, id="something else too"),
    ],
)
def test_a_file_that_is_gone_and_one_of_another_name(
    known: int, now: list[tuple[str, str]], new: int
) -> None:
    for before, after in THREE[:known]:
        baseline.add(FILE, [one("a.md", before, after)], "a treaty", day=DAY)
    found = [one("b.md", before, after) for before, after in now]
    assert len(left(*found, gone=True)) == new


def test_a_moved_file_where_only_some_rules_run() -> None:
    baseline.add(FILE, [one(), one(rule=1)], "a treaty", day=DAY)
    assert left(one("old/a.md"), gone=True) == []
    assert left(one("old/a.md"), one("old/a.md", "in may", rule=1), gone=True) == [
        "old/a.md", "old/a.md",
    ]


def test_an_entry_may_reach_further() -> None:
    baseline.add(FILE, [one()], "quoted", reach="file", day=DAY)
    baseline.add(FILE, [one(rule=1)], "a name", reach="everywhere", day=DAY)
    others = one("b.md", rule=1), one("c.md", "", "", 1)
    assert left(one(after="x"), one("b.md"), *others) == ["b.md"]
    baseline.add(FILE, [one()], "again", reach="file", day=DAY)
    assert len(baseline.load(FILE)) == 2


def test_a_copy_shares_the_entries_of_its_file() -> None:
    name, copy = "a.docx", "a.lintwords.docx"
    entry = baseline.entry_for(FILE, one(name), "ours")
    for place in (copy, "a.lintwords-2.docx"):
        sifted = baseline.sift([entry], [one(place)], FILE, [Path(place)], lambda _: True)
        assert (len(sifted.known), sifted.idle) == (1, ())
    twice = [one(name), one(copy)]  # each may stand in both
    assert not baseline.sift([entry], twice, FILE, (), lambda _: True).new
    again = baseline.sift([entry], [one(copy), one(copy)], FILE, (), lambda _: True)
    assert len(again.new) == 1
    other = [one("b.lintwords.docx"), one(copy, before="he said", after="left")]
    assert len(baseline.sift([entry], other, FILE, (), lambda _: True).new) == 2


@pytest.mark.parametrize(
    "doubled", ["a.md", "a.lintwords.md", "a.lintwords-2.md"]
)
@pytest.mark.parametrize(
    "more",
    ["China jailed nine monks in spring.", "China jailed nine monks in spring and burnt a mill."],
)
def test_what_is_known_of_a_file_and_its_copies_does_not_add_up(doubled: str, more: str) -> None:
    known = "China jailed nine monks in spring."
    names = ("a.md", "a.lintwords.md", "a.lintwords-2.md")
    entries = [
        baseline.entry_for(FILE, fakes.finding(known, "China", path=name), "ours") for name in names
    ]
    found = [fakes.finding(known, "China", path=name) for name in names]
    assert not baseline.sift(entries, found, FILE, (), lambda _: True).new
    again = fakes.finding(more, "China", path=doubled)
    for rows in ([*found, again], [again, *found]):
        new = baseline.sift(entries, rows, FILE, (), lambda _: True).new
        assert [one.path for one in new] == [Path(doubled)]


@pytest.mark.parametrize(
    ("known", "now", "is_new"),
    [
        pytest.param("China’s jails and China’s courts closed.",
                     "The Chinese government’s jails and China’s courts closed.",
                     False, id="a neighbour was changed in the copy"),
        pytest.param("In the city, order was restored.",
                     "In the city, the mayor says that order was restored.",
                     True, id="other words beside it on one side"),
        pytest.param("China closed two papers.", "China crushed nine monks.",
                     True, id="another verb, no words on the other side"),
        pytest.param("The mayor says that, in spring, in the city, order was restored.",
                     "In the city, order was restored.", True, id="a stronger voice"),
    ],
)
def test_a_copy_shares_what_stands_in_the_same_sentence(
    known: str, now: str, is_new: bool
) -> None:
    words = "order was restored" if "order" in known else "China"
    finding = fakes.finding(known, words, path="a.docx", start=known.rindex(words),
                            voice=Voice.ATTRIBUTED if "says" in known else Voice.OWN)
    entry = baseline.entry_for(FILE, finding, "ours")
    voice = Voice.ATTRIBUTED if "says" in now else Voice.OWN
    there = fakes.finding(now, words, path="a.lintwords.docx", start=now.rindex(words),
                          voice=voice)
    for path in ("a.lintwords.docx", "a.lintwords-2.docx"):
        found = replace(there, path=Path(path))
        assert bool(baseline.sift([entry], [found], FILE, (), lambda _: True).new) is is_new


FIRST = "Two papers closed in March. China, over the past ten long years, has {} two monks. {}\n"


@pytest.mark.parametrize("name", ["a.md", "old/a.md"])
@pytest.mark.parametrize(
    ("verb", "next_one", "code"),
    [
        pytest.param("jailed", "The river rose.", 0, id="the sentence beside it was changed"),
        pytest.param("tortured", "The river fell.", 1, id="another verb, far from the words"),
    ],
)
def test_an_entry_knows_its_own_sentence(verb: str, next_one: str, code: int, name: str) -> None:
    Path("a.md").write_text(FIRST.format("jailed", "The river fell."))
    assert main(["check", "--baseline-write", "a.md"]) == 0
    Path("a.md").unlink()
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(FIRST.format(verb, next_one))
    assert main(["check", name]) == code


def test_a_short_sentence_is_known_whatever_stands_beside_it() -> None:
    Path("a.md").write_text("A law came. China jailed him. It says nothing on appeals.\n")
    assert main(["check", "--baseline-write", "a.md"]) == 0
    Path("a.md").write_text("China jailed him. The river rose.\n")
    assert main(["check", "a.md"]) == 0
    Path("a.md").write_text("A law came. China choked him. It says nothing on appeals.\n")
    assert main(["check", "a.md"]) == 1


def test_an_entry_written_before_it_kept_to_its_sentence_holds_and_is_renewed() -> None:
    Path("a.md").write_text("A law came. China jailed him. It says nothing.\n")
    FILE.write_text(
        'version = 1\nknown = [\n  { path = "a.md", rule = "country-as-abuser", words = "China", '
        f'reason = "old", since = "{DAY}", before = "a law came", '
        'after = "jailed him it says nothing" },\n]\n'
    )
    assert main(["check", "a.md"]) == 0
    assert main(["check", "--baseline-write", "a.md"]) == 0
    (entry,) = baseline.load(FILE)
    assert (entry.before, entry.after, entry.governor) == ("", "jailed him", "jail")
    assert (entry.reason, entry.since) == ("old", DAY)


def test_known_findings_keep_their_reason_and_idle_entries_are_told() -> None:
    baseline.add(FILE, [one(), one("b.md")], "a treaty", day=DAY)
    baseline.add(FILE, [one(rule=1)], "a name", day=DAY)
    sifted = baseline.sift(baseline.load(FILE), [one(), one("b.md")], FILE, {Path("b.md")})
    assert [(known.reason, known.by, known.where) for known in sifted.known] == [
        ("a treaty", "baseline", baseline.NAME)
    ] * 2
    assert [entry.reason for entry in sifted.idle] == ["a name"]


def test_the_file_reads_well_and_reads_back() -> None:
    finding = one("sub/b.md", words='Ruri"tania\\\x7f \U0001f600')
    baseline.add(FILE, [finding], "line\nbreak", day=DAY)
    assert FILE.read_text("utf-8") == (
        "# Findings that are known and left be. lintwords writes this file; reasons may be edited."
        "\n# See them all: lintwords audit\nversion = 1\nknown = [\n"
        '  { path = "sub/b.md", rule = "country-as-abuser", words = "Ruri\\"tania\\\\\\u007F '
        '\U0001f600", reason = "line\\nbreak", since = "2026-03-03", before = "on monday", '
        'after = "jailed her", governor = "jail", beside = "1a-2b" },\n]\n'
    )
    (entry,) = baseline.load(FILE)
    assert (entry.words, entry.reason) == (finding.words, "line\nbreak")


def test_a_renewed_baseline_keeps_reasons_and_drops_what_is_gone() -> None:
    Path("c.md").touch()
    baseline.add(FILE, [one(), one(rule=1), one("gone.md"), one("c.md", "x")], "why", day=DAY)
    found, read = [one(), one("b.md", "new")], {Path("a.md"), Path("b.md")}
    known = baseline.load(FILE)
    done = baseline.renewed(FILE, known, found, read, "today", is_whole=True)
    assert sorted((entry.path, entry.reason, entry.since) for entry in done.entries) == [
        ("a.md", "why", DAY), ("b.md", baseline.KNOWN, "today"), ("c.md", "why", DAY),
    ]
    assert (done.fresh, done.moved, done.gone, done.unseen) == (1, 0, 2, 1)
    of_some = baseline.renewed(FILE, known, found, read).entries
    assert "gone.md" in {entry.path for entry in of_some}  # somebody may have moved it


def test_an_entry_by_an_old_name_of_its_rule_lets_the_finding_be(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(options: Options, like: fakes.FakeLinter | None = None) -> fakes.FakeLinter:
        first = replace(fakes.RULES[0], aliases=("country-as-jailer",))
        return fakes.FakeLinter(options, (first,))

    Path("a.md").write_text("Ruritania jailed her.\n")
    monkeypatch.setattr("lintwords.run.linter_choice.load", load)
    assert main(["check", "a.md", "--baseline-write"]) == 0
    FILE.write_text(FILE.read_text("utf-8").replace("country-as-abuser", "country-as-jailer"))
    capsys.readouterr()
    assert main(["check", "a.md"]) == 0
    assert "1 known finding is in the baseline." in capsys.readouterr().out
    assert main(["audit", "a.md"]) == 0
    assert "hit nothing" not in capsys.readouterr().out
    assert main(["fix", "--diff", "a.md"]) == 0
    assert main(["check", "a.md", "--baseline-write"]) == 0
    (entry,) = baseline.load(FILE)
    assert (entry.rule, entry.reason) == ("country-as-abuser", baseline.KNOWN)


@pytest.mark.parametrize("choice", ["--select", "--ignore"])
def test_a_write_with_some_rules_keeps_the_entries_of_the_others(choice: str) -> None:
    Path("a.md").write_text("China jailed her. Two vocational training centers in Xinjiang.\n")
    assert main(["check", "a.md", "--baseline-write"]) == 0
    before = baseline.load(FILE)
    assert len(before) == 2
    Path("a.md").write_text("Calm.\n")
    assert main(["check", "a.md", "--baseline-write", choice, "country-as-abuser"]) == 0
    kept = {entry.rule for entry in baseline.load(FILE)}
    assert kept == {entry.rule for entry in before} - (
        {"country-as-abuser"} if choice == "--select" else {"vocational-centers"}
    )


def test_a_conflict_that_git_left_in_a_baseline_is_told_with_what_to_do() -> None:
    FILE.write_text("version = 1\nknown = [\n<<<<<<< HEAD\n=======\n>>>>>>> news\n]\n")
    with pytest.raises(SettingsError) as trouble:
        baseline.load(FILE)
    assert "git has left a conflict" in trouble.value.problem
    assert "line 3, column 1" in trouble.value.problem
    assert "take out the lines of <<<<<<<, ======= and >>>>>>>" in trouble.value.hint
    assert "lintwords check --baseline-write" in trouble.value.hint


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("version = 2\n", "is no baseline of version 1"),
        ("version = ", "not valid TOML"),
        ("version = 1\nknwon = []\n", 'unknown key "knwon"'),
        ("version = 1\n[x]\n", 'unknown key "x"'),
        ("version = 1\nknown = 1\n", "known is no list"),
        ("version = 1\nknown = [1]\n", "entry 1: it is no table"),
        ('version = 1\n[[known]]\nrule = "a"\nwords = "b"\npth = "c"\n', 'unknown key "pth"'),
        ('version = 1\n[[known]]\nrule = "a"\nwords = "b"\n', "path is missing"),
        ('version = 1\n[[known]]\nrule = 1\n', "rule is no text"),
        ('version = 1\n[[known]]\nrule = "a"\nwords = "b"\npath = "c"\nreach = "all"\n',
         'reach cannot be "all"'),
    ],
)
def test_a_baseline_that_is_none_is_refused(text: str, problem: str) -> None:
    FILE.write_text(text)
    with pytest.raises(SettingsError) as trouble:
        baseline.load(FILE)
    assert problem in trouble.value.problem


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ('version = 1\nknown = [{ path = "a", rule = "b", words = "c", colour = "d" }]\n', "newer"),
        ("version = 1\n[colours]\n", "newer"),
        ("version = 2\n", "newer"),
        ("version = 0\n", "Write it anew"),
        ('version = 1\nknown = [{ path = "a", rule = "b", wrds = "c" }]\n', "Did you mean words?"),
    ],
)
def test_what_a_newer_version_has_written_is_called_so(text: str, way_out: str) -> None:
    FILE.write_text(text)
    with pytest.raises(SettingsError) as trouble:
        baseline.load(FILE)
    assert way_out in trouble.value.hint


def test_a_folder_that_cannot_be_written_is_told() -> None:
    with pytest.raises(LintwordsError, match="cannot write"):
        baseline.add(Path("none") / FILE, [one()], "why", day=DAY)


def test_surroundings_are_those_of_the_text_as_it_is_read() -> None:
    from lintwords.judge.findings import around
    from lintwords.model import Span

    text = "One two three four five six, Ruritania has  not\njailed Ürümqi’s poet twice."
    start = text.index("Ruritania")
    assert around(text, Span(start, start + 9)) == (
        "two three four five six", "has not jailed ürümqi s",
    )
    assert check_files(lambda path: fakes.FakeLinter(), []).ignored == ()


@pytest.mark.parametrize(
    ("finding", "moved"),
    [
        pytest.param(one(rule=1), 1, id="another rule at the same words"),
        pytest.param(one(), 0, id="the same rule"),
        pytest.param(one(rule=1, after="jailed him"), 0, id="another sentence"),
        pytest.param(one("b.md", rule=1), 0, id="another file"),
    ],
)
def test_a_finding_where_another_rule_was_known_is_told(finding: Finding, moved: int) -> None:
    baseline.update(FILE, lambda old: baseline.renewed(FILE, old, [one()], [Path("a.md")]).entries)
    read = {Path("a.md"), finding.path}
    assert baseline.sift(baseline.load(FILE), [finding], FILE, read).moved == moved


@pytest.mark.usefixtures("few_rules")
def test_check_says_that_a_rule_of_a_pack_took_the_place_of_a_known_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("a.md").write_text("On Monday China jailed two poets.\n", "utf-8")
    Path("house.toml").write_text(HOUSE, "utf-8")
    assert main(["check", "--isolated", "--baseline-write", "--baseline", str(FILE), "a.md"]) == 0
    check = ["check", "--isolated", "--no-cache", "--baseline", str(FILE), "a.md"]
    assert main(check) == 0
    capsys.readouterr()
    assert main([*check, "--pack", "house.toml"]) == 1
    said = capsys.readouterr()
    assert "house-jailing" in said.out
    assert "1 finding stands where the baseline knows another rule" in said.err


HOUSE = """
[[rule]]
id = "house-jailing"
category = "conflation"
severity = "error"
title = "Name the court that sentenced"
why = "Our house names the court."
mention = { name = "country", slot = "subject", governor = ["verbs.abuse"] }
fix = "actor"
priority = 9

[[rule.source]]
title = "House style"
publisher = "Our house"
date = "2025-01-01"
supports = "Courts are named"

[[rule.example]]
text = "China jailed two poets."
finds = ["China"]
fixed = "The Chinese government jailed two poets."

[[rule.example]]
text = "She flew to China in March."
finds = []
note = "a place"
"""


def test_no_baseline_is_written_among_the_files_of_git(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".git/info").mkdir(parents=True)
    Path("a.md").write_text("China jailed a poet.\n")
    for place in (".git/known.toml", ".git/info/known.toml"):
        assert main(["check", "--isolated", "--baseline-write", "--baseline", place, "a.md"]) == 2
        assert "Name another place." in capsys.readouterr().err
        assert not Path(place).exists()


def test_a_baseline_is_asked_by_the_names_that_rules_have_now() -> None:
    renamed, here = [("old-name", one().rule)], {Path("a.md"), Path("b.md")}
    entry = replace(baseline.entry_for(FILE, one(), "ours"), rule="old-name")
    FILE.write_text(baseline.written([entry]), "utf-8")
    known = baseline.opened(FILE, renamed)
    assert known.sift([one(), one("b.md")], here).new == (one("b.md"),)
    assert known.only(lambda entry: entry.reason != "ours").sift([one()], here).new == (one(),)
    for nothing in (None, Path("not-there.toml")):
        assert baseline.opened(nothing, renamed).sift([one()], here).new == (one(),)
