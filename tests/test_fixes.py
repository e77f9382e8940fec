"""Safe fixes: sentences before and after, and what never changes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pytest
import tables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintwords import api, lint, readers
from lintwords.errors import CannotWrite, SettingsError
from lintwords.fixes.choosing import Choice, choose, compatible
from lintwords.fixes.saving import save
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.match.matchers import MentionMatcher
from lintwords.model import Edit, Fix, Options
from lintwords.readers.common.source import splice
from lintwords.run.fix_files import FixRun, fix_files
from lintwords.text.sentences import Sentence

CASES = tables.read(Path(__file__).parent / "data" / "fixes_en.toml")


class SureLinter(DocumentLinter):
    """As sure of what each mention stands for as can be: forms are asked here, not chances."""

    @cached_property
    def compiled(self) -> CompiledPack:
        compiled = super().compiled
        rules = [rule for rule in compiled.patterns.rules if not rule.is_line]
        reading = compiled.patterns.loaded.reading
        matcher = MentionMatcher(rules, compiled.filters, replace(reading, safe=0))
        return replace(compiled, mention_rules=matcher)


LINTER = SureLinter(Options())


def choices(text: str, format: str = "text") -> list[Choice]:
    document = readers.read(Path("a"), text.encode(), format=format)
    return choose(LINTER.lint(document).findings)


def fixed(text: str, format: str = "text") -> str:
    return splice(text, [edit for choice in choices(text, format) for edit in choice.fix.edits])


def written(folder: Path, name: str, data: bytes) -> tuple[bytes, FixRun]:
    path = folder / name
    path.write_bytes(data)
    done = fix_files(lambda _: LINTER, [path], lambda report: report, unsafe=False, write=True)
    return path.read_bytes(), done


def test_an_item_that_goes_on_with_a_sentence_begins_small() -> None:
    text = "We note:\n\n- the rain;\n- China's raids;\n\nWe ask:\n\n- Free Li.\n- China's raids.\n"
    assert fixed(text, "markdown") == (
        "We note:\n\n- the rain;\n- the Chinese government's raids;\n\n"
        "We ask:\n\n- Free Li.\n- The Chinese government's raids.\n"
    )


def test_the_table_is_long_enough():
    changes, stays = CASES["changes"], CASES["stays"]
    assert len(changes) + len(stays) >= 200 and len(stays) * 3 >= len(changes) + len(stays)


@pytest.mark.parametrize(("before", "after"), CASES["changes"], ids=lambda text: text[:40])
def test_a_fix_gives_the_sentence_that_an_editor_would_write(before, after):
    assert fixed(before) == after
    assert choices(after) == []


@pytest.mark.parametrize("term", ["government", "authorities", "party", "prc", "party-state"])
def test_no_rule_about_mentions_asks_about_a_wording(term):
    """What `is_clean` takes for granted of a name that a wording of the pack begins with."""
    compiled = load(Options(government_term=term)).compiled
    house = compiled.pack.names.wordings[term]["en"]
    loud = []
    for _, after in CASES["changes"]:
        text = after.replace("the Chinese government", house).replace(
            "The Chinese government", house[0].upper() + house[1:]
        )
        sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
        named = [match.span() for match in re.finditer(house, text, re.I)]
        loud += [
            text for slot in compiled.slots(sentence)
            if any(low <= slot.span.start < high for low, high in named)
            and compiled.mention_rules.verdict(sentence, slot).candidate
        ]
    assert loud == []


@pytest.mark.parametrize(("text", "labels"), CASES["offers"], ids=lambda value: str(value)[:40])
def test_what_is_offered_fits_its_sentence(text: str, labels: list[str]) -> None:
    report = lint(text)
    assert [fix.label for fix in report.findings[0].fixes] == labels


@pytest.mark.parametrize("text", CASES["stays"], ids=lambda text: text[:40])
def test_a_sentence_that_needs_a_person_stays(text):
    assert choices(text) == []


@pytest.mark.parametrize(
    ("source", "format", "after"),
    [
        pytest.param("**China** jailed him.", "markdown", "**The Chinese government** jailed him.",
                     id="emphasis stays"),
        pytest.param("[China](http://a.b) jailed him.", "markdown",
                     "[The Chinese government](http://a.b) jailed him.", id="link stays"),
        pytest.param("See: [China jails a singer's mother](http://a.b).", "markdown",
                     "See: [China jails a singer's mother](http://a.b).",
                     id="a link that may be a title stays"),
        pytest.param("<p>See <a href='b'>China jails a singer's mother</a>.", "html",
                     "<p>See <a href='b'>China jails a singer's mother</a>.",
                     id="a link in HTML, too"),
        pytest.param("[How the Chinese spied on a choir abroad](http://a.b) is out.", "markdown",
                     "[How the Chinese spied on a choir abroad](http://a.b) is out.",
                     id="also where it opens with other words"),
        pytest.param("- [China denied](http://a.b) that it had jailed him.", "markdown",
                     "- [The Chinese government denied](http://a.b) that it had jailed him.",
                     id="a link of two words is no title"),
        pytest.param("The\nChinese jailed him.", "text", "Chinese\nauthorities jailed him.",
                     id="wrap stays"),
        pytest.param("<p><b>C</b>hina jailed him.", "html",
                     "<p><b>T</b>he Chinese government jailed him.", id="large first letter"),
        pytest.param("<p>&#67;hina jailed him.", "html", "<p>The Chinese government jailed him.",
                     id="entity"),
        pytest.param("Chi**na** jailed him.", "markdown", "Chi**na** jailed him.",
                     id="a word broken by markup stays"),
        pytest.param("# China Jails Poet\n", "markdown", "# Chinese Government Jails Poet\n",
                     id="title case, no article"),
        pytest.param("# What Will China Do Next?\n", "markdown",
                     "# What Will the Chinese Government Do Next?\n", id="a question in a title"),
        pytest.param("# China is jailing poets\n", "markdown",
                     "# The Chinese government is jailing poets\n", id="a sentence in a title"),
        pytest.param("# How China Silences Poets\n", "markdown",
                     "# How the Chinese Government Silences Poets\n", id="a clause in a title"),
        pytest.param("> China jailed him.\n", "markdown", "> China jailed him.\n",
                     id="a block quotation stays"),
    ],
)
def test_markup_stays_where_it_is(source, format, after):
    assert fixed(source, format) == after


NAMED = "a link or a term is found by these words"
DRAWN = "the line drawn at the title must be as long as the title"

TABLE = "the table is drawn as wide as its words"
CELL = "China jailed a poet."


@pytest.mark.parametrize(
    ("source", "format", "why"),
    [
        ("China_ jailed three poets.\n\n.. _China: http://a.b\n", "rst", NAMED),
        ("`China`_ jailed three poets.\n\n.. _China: http://a.b\n", "rst", NAMED),
        ("_`China` jailed three poets.\n", "rst", NAMED),
        (":term:`China` jailed three poets.\n", "rst", NAMED),
        ("`China`:term: jailed three poets.\n", "rst", NAMED),
        ("See `China jails three poets`_ above.\n", "rst", NAMED),
        ("China jails three poets\n=======================\n", "rst", DRAWN),
        ("=====================\nChina jails two poets\n=====================\n", "rst", DRAWN),
        (f"+{'-' * 22}+---+\n| {CELL} | a |\n+{'-' * 22}+---+\n", "rst", TABLE),
        (f"{'=' * 20} ==\n{CELL} a\n{'=' * 20} ==\n", "rst", TABLE),
        ("China jails three poets\n-----------------------\n", "asciidoc", DRAWN),
        ("China jails three poets\n~~~~~~~~~~~~~~~~~~~~~~~\n", "asciidoc", DRAWN),
    ],
)
def test_words_on_which_something_beside_them_hangs_are_left_to_a_person(source, format, why):
    document = readers.read(Path("a"), source.encode(), format=format)
    (finding,) = LINTER.lint(document).findings
    assert {fix.safe for fix in finding.fixes} == {False}
    assert finding.fixes[0].why_not == why


@pytest.mark.parametrize(
    ("source", "format", "after"),
    [
        (":strong:`China` jailed three poets.", "rst",
         ":strong:`The Chinese government` jailed three poets."),
        ("`China <http://a.b>`__ jailed three poets.", "rst",
         "`The Chinese government <http://a.b>`__ jailed three poets."),
        ("China jails three poets\n===\n", "markdown",
         "Chinese government jails three poets\n===\n"),
        (f"== {'=' * 20}\na  {CELL}\n== {'=' * 20}\n", "rst",
         f"== {'=' * 20}\na  The Chinese government jailed a poet.\n== {'=' * 20}\n"),
        ("== China jails three poets\n", "asciidoc",
         "== Chinese government jails three poets\n"),
    ],
)
def test_words_on_which_nothing_hangs_are_changed(source, format, after):
    assert fixed(source, format) == after


@pytest.mark.parametrize(
    ("name", "source", "after"),
    [
        ("a.adoc", "China jails poets\n-----------------\n\nText.\n",
         "Chinese government jails poets\n------------------------------\n\nText.\n"),
        ("a.rst", "Text.\r\n\r\n=====\r\nOther\r\n=====\r\n\r\n"
         "=================\r\nChina jails poets\r\n=================\r\n",
         "Text.\r\n\r\n=====\r\nOther\r\n=====\r\n\r\n"
         f"{'=' * 30}\r\nChinese government jails poets\r\n{'=' * 30}\r\n"),
    ],
)
def test_a_drawn_line_grows_with_a_title_that_a_person_changes(tmp_path, name, source, after):
    path = tmp_path / name
    path.write_bytes(source.encode())
    fix_files(lambda _: LINTER, [path], lambda report: report, unsafe=True, write=True)
    assert path.read_bytes().decode() == after


SENTENCES = [
    "China has jailed two poets", "they condemn China for the raid", "China's crackdown goes on",
    "The Chinese are jailing monks", "Chinese repression goes on", "China-backed gangs burned it",
]
ENDS = st.sampled_from(["\n", "\r\n"])
MARKS = {
    "a.txt": lambda word: [word],
    "a.md": lambda word: [word, f"**{word}**", f"[{word}](http://x.org/a_b)", f"<b>{word}</b>"],
    "a.html": lambda word: [word, f"<b>{word}</b>", f"<a href='x'>{word}</a>", f"{word}<!-- c -->"],
}


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str, bytes]:
    name, end = draw(st.sampled_from(sorted(MARKS))), draw(ENDS)
    words = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)):
        for word in f"{sentence}.".split():
            words.append(draw(st.sampled_from(MARKS[name](word))))
    words.insert(0, draw(st.sampled_from(["Ürümqi 新疆 😀.", "Chloe\u0301.", "AT&amp;T so."])))
    text = words[0]
    for word in words[1:]:
        text += draw(st.sampled_from([" ", " ", end])) + word
    text = f"<p>{text}</p>" if name == "a.html" else text
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return name, text, mark + (text + draw(st.sampled_from(["", end]))).encode()


@given(documents())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_only_the_found_words_change_and_a_second_run_changes_nothing(tmp_path_factory, document):
    name, _, data = document
    folder = tmp_path_factory.mktemp("fixes")
    after, done = written(folder, name, data)
    assert done.report.cannot == ()
    assert not any(fix.safe for finding in done.report.findings for fix in finding.fixes)
    again, second = written(folder, name, after)
    assert again == after and second.changed == 0
    assert after == _spliced(name, data)


def _spliced(name: str, data: bytes) -> bytes:
    """The file with the safe fixes put in by hand: every other byte is as it was."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text, done = data[len(mark) :].decode(), ""
    found = LINTER.lint(LINTER.with_passage_languages(readers.read(Path(name), data))).findings
    edits = sorted((edit for choice in choose(found) for edit in choice.fix.edits),
                   key=lambda edit: edit.start)
    at = 0
    for edit in edits:
        done += text[at : edit.start] + edit.text
        at = edit.end
    return mark + (done + text[at:]).encode()


SPOKEN = """Chair: Good morning.

Ms Abbott: China jailed the printers.

They were never heard.

Chair: China has said so itself.
"""


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param(SPOKEN, SPOKEN, id="a speaker comes back"),
        pytest.param(
            "Note: China jailed her.\n\nDate: 3 May.\n\nPlace: the hall.\n",
            "Note: the Chinese government jailed her.\n\nDate: 3 May.\n\nPlace: the hall.\n",
            id="labels of a form",
        ),
    ],
)
def test_a_record_of_speech_keeps_the_words_of_who_spoke(text, after):
    assert fixed(text) == after


def test_apply_gives_the_text_of_a_report():
    report = lint("China jailed him.")
    fixes = [fix for finding in report.findings for fix in finding.fixes if fix.safe]
    assert api.apply(report, fixes) == "The Chinese government jailed him."


def test_fixes_of_another_report_are_refused_with_a_way_out():
    report = lint("China jailed a poet.")
    other = lint("Yesterday we heard that China jailed a poet.")
    (finding,) = other.findings
    with pytest.raises(SettingsError, match="^fixes holds one of no finding of this re") as trouble:
        api.apply(report, finding.fixes[:1])
    assert trouble.value.hint.startswith("Give fixes of report.findings")
    assert api.apply(other, finding.fixes[:1]).endswith("government jailed a poet.")


def _fix(start: int, end: int) -> Fix:
    return Fix("x", (Edit(0, start, end, "x"),), True)


def test_of_fixes_that_overlap_the_first_wins():
    first, second, third = _fix(0, 5), _fix(4, 8), _fix(5, 9)
    assert compatible([first, second, third]) == [first, third]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    path, link = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_bytes(b"China jailed him.\r\n")
    path.chmod(0o640)
    link.symlink_to(path.name)
    api.fix([link], Options())
    assert path.read_bytes() == b"The Chinese government jailed him.\r\n"
    assert path.stat().st_mode & 0o777 == 0o640 and link.is_symlink()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"newer")
    with pytest.raises(CannotWrite, match="cannot write"):
        save(path, b"older", b"fixed")
    assert path.read_bytes() == b"newer" and len(list(tmp_path.iterdir())) == 1


def test_a_stop_before_the_rename_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        save(path, b"old", b"new")
    assert path.read_bytes() == b"old"


KILLED = """
import os, signal, sys
from pathlib import Path
from lintwords.fixes.saving import save

os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
save(Path(sys.argv[1]), b"old", b"new")
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_kill_before_the_rename_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(api.__file__).parents[1])},
    )
    assert run.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"
    save(path, b"old", b"new")  # what the kill left beside it is in nobody's way
    assert path.read_bytes() == b"new"


def test_what_the_encoding_cannot_hold_is_not_written(tmp_path):
    path = tmp_path / "a.html"
    data = "<meta charset=iso-8859-1><p>Caf\xe9. It’s".encode("cp1252") + b" China's raid.</p>"
    path.write_bytes(data)
    done = api.fix([path], Options(encoding="ascii"))
    assert done.report.cannot and path.read_bytes() == data


@pytest.mark.parametrize(
    ("text", "findings", "safe", "reasons"),
    [
        pytest.param("China jails a poet; " * 12, 12, 12, set(), id="so many wordings are judged"),
        pytest.param(
            "China jails a poet; " * 13, 13, 0,
            {"the sentence holds more names than lintwords judges wordings for"},
            id="one name more, and all are left to a person",
        ),
        pytest.param(
            "China's jailing of a lawyer, " * 5 + "and China's threats to the rest of us hurt.",
            6, 0,
            {"the name stands again in the sentence; see to that place too",
             "the sentence holds more names than lintwords judges wordings for"},
            id="words of a label beside the names, so that each wording is judged in its sentence",
        ),
    ],
)
def test_how_many_wordings_are_judged_in_one_sentence(text, findings, safe, reasons):
    found = LINTER.lint(readers.read(Path("a"), text.encode(), format="text")).findings
    first = [finding.fixes[0] for finding in found]
    assert (len(found), sum(fix.safe for fix in first)) == (findings, safe)
    assert {fix.why_not for fix in first if fix.why_not} == reasons


PASTED = "{before}\n{line} and gave no reason for it at all to anybody who asked there.\n"


@pytest.mark.parametrize(
    ("before", "line", "first"),
    [
        pytest.param("Statement on two poets", "China has jailed both poets", "The", id="heading"),
        pytest.param("She heard on Monday, from a friend who had been to the court that week, "
                     "that for no reason", "China has jailed both poets", "the",
                     id="a line that was full"),
        pytest.param("Déclaration sur deux poètes", "La Chine a emprisonné les deux poètes", "Le",
                     id="French"),
        pytest.param("Statement on two poets", "in Hebei China has jailed both poets", "the",
                     id="words before it on the line"),
    ],
)
def test_wordings_begin_as_the_line_that_they_open(before, line, first):
    """After a pasted heading a sentence begins, though nobody can be sure of it."""
    text = PASTED.format(before=before, line=line)
    lang = "fr" if "é" in text else "en"
    (finding,) = lint(text, lang=lang).findings
    assert finding.fixes[0].label.split()[0] == first


def test_a_wording_for_a_label_begins_as_the_line_that_it_opens():
    text = "Note on the camps\nVocational training centers in Kashgar held her for two years.\n"
    (finding,) = lint(text).findings
    assert all(words[0].isupper() for words in finding.instead) and finding.instead


@pytest.mark.parametrize(
    ("text", "is_plural_offered"),
    [
        pytest.param("Peru left and China has jailed two poets.", [True], id="joined before it"),
        pytest.param("China jailed a poet and, like us, fines another.", [False], id="goes on"),
        pytest.param("China jailed a poet as a warning.", [False], id="as one thing"),
        pytest.param("China has been a broker and jailed a poet.", [False], id="is one thing"),
        pytest.param("China jailed a poet: Peru has been a broker.", [True], id="after a colon"),
        pytest.param("China jailed a poet and China fined another.", [True, True], id="twice"),
    ],
)
def test_a_plural_is_offered_where_nothing_keeps_the_number(
    text: str, is_plural_offered: list[bool]
) -> None:
    labels = [[fix.label for fix in one.fixes] for one in api.lint(text).findings]
    assert [any("authorities" in one for one in row) for row in labels] == is_plural_offered
