"""Files of a review: writing, undoing what is written, changes from outside, and coming back."""

from __future__ import annotations

import json
import os
import re
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import desks
import fakes
import pytest

from lintwords.api import saving
from lintwords.cli.main import main
from lintwords.reports import Became
from lintwords.reports.outputs import html
from lintwords.reports.view import View
from lintwords.sift import baseline
from lintwords.tui import actions, keep, moves, ways, write_plan, writing
from lintwords.tui.desk import Desk
from lintwords.tui.finding import Decision, Reach, State, ignored
from lintwords.tui.overview import summary
from lintwords.tui.report import report_of
from lintwords.tui.rescue import SaveAs

TEXT = (
    "Ruritania jailed a poet.\r\n\r\nHe sang all night in the square before the hall.\r\n\r\n"
    "Ruritania detained two 广州 folk."
)
NEW = "Ruritanian authorities"
HERE = Path("release.md")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def desk(text: str | bytes = TEXT, *, home: Path | None = None) -> Desk:
    return desks.desk({HERE: text}, home=home)


def take(desk: Desk, turn: actions.Turn) -> actions.Turn:
    desk.take(turn.session)
    return turn


def go(desk: Desk, id: int) -> Desk:
    desk.take(moves.go(desk.review.session, id))
    return desk


def accept(desk: Desk, id: int = 0) -> Desk:
    take(go(desk, id), actions.accept(desk.review.session))
    return desk


def states(desk: Desk) -> list[State]:
    session = desk.review.session
    return [session.decision(id).state for id in session.order]


# -- writing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="CRLF, no line end at the end"),
        pytest.param(TEXT.replace("\r\n", "\n").encode("utf-8-sig"), id="a byte-order mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16"),
        pytest.param(TEXT.replace("\r\n", "\r").encode(), id="CR"),
    ],
)
def test_only_the_decided_words_change(data: bytes) -> None:
    it = accept(desk(data))
    it.write()
    codec = "utf-16" if data[:1] in (b"\xff", b"\xfe") else "utf-8"
    assert HERE.read_bytes() == data.decode(codec).replace("Ruritania", NEW, 1).encode(codec)


def test_mode_and_link_stay(place: Path) -> None:
    real = place / "real.md"
    real.write_text(TEXT)
    real.chmod(0o640)
    HERE.symlink_to(real)
    it = accept(desks.reopened([HERE]))
    it.write()
    assert HERE.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert NEW in real.read_text()


def test_undo_after_a_write_brings_the_old_words_back_with_the_next() -> None:
    it = accept(accept(desk(), 0), 1)
    it.write()
    assert HERE.read_bytes().decode().count(NEW) == 2
    take(it, actions.undo(it.review.session))
    assert HERE.read_bytes().decode().count(NEW) == 2  # nothing before a write
    it.write()
    assert HERE.read_bytes().decode() == TEXT.replace("Ruritania", NEW, 1)
    take(it, actions.undo(it.review.session))
    it.write()
    assert HERE.read_bytes().decode() == TEXT
    take(it, actions.redo(actions.redo(it.review.session).session))
    it.write()
    assert HERE.read_bytes().decode().count(NEW) == 2


def test_what_a_change_brought_is_a_new_finding() -> None:
    it = accept(desk())
    assert "brings 1 new finding" in it.write()  # the fake linter knows "Ruritanian"
    session = it.review.session
    fresh = session.items[max(session.items)]
    assert (fresh.finding.words, fresh.start, fresh.end) == ("Ruritanian", 0, len("Ruritania"))
    take(it, actions.edit(moves.go(session, fresh.id), "Officials"))
    assert states(it)[0] is State.COVERED  # the decision that brought it
    it.write()
    assert HERE.read_bytes().decode() == TEXT.replace("Ruritania", "Officials", 1)
    take(it, actions.undo(it.review.session))
    it.write()
    assert HERE.read_bytes().decode() == TEXT.replace("Ruritania", NEW, 1)


def test_a_new_finding_goes_with_the_decision_that_brought_it() -> None:
    it = accept(desk())
    it.write()
    assert len(it.review.session.alive) == 3
    take(it, actions.undo(it.review.session))
    assert len(it.review.session.alive) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_what_is_no_file_any_more_is_not_written() -> None:
    it = accept(desk())
    HERE.unlink()
    os.mkfifo(HERE)
    assert "cannot open release.md" in it.write()  # nobody waits for who writes into it


def test_a_link_that_took_the_place_of_a_file_is_not_followed(place: Path) -> None:
    it = accept(desk())
    other = place / "other.md"
    other.write_bytes(HERE.read_bytes())
    HERE.unlink()
    HERE.symlink_to(other)
    assert it.write() == "Not written: release.md, it changed on disk meanwhile."
    assert other.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: b"[" * 200_000, id="nested"),
        pytest.param(lambda data: data.replace(b'"nth": 0', b'"nth": 1'), id="one too many"),
        pytest.param(lambda data: data.replace(b'"nth": 0', b'"nth": -1'), id="one too few"),
        pytest.param(lambda data: data.replace(b'"nth": 0', b'"nth": []'), id="no number"),
        pytest.param(lambda data: data.replace(b'"label"', b'"level"'), id="a key is missing"),
        pytest.param(lambda data: data.replace(b'"version": 1', b'"version": 1e999'), id="huge"),
        pytest.param(lambda data: b"\xff", id="no text"),
    ],
)
def test_a_kept_review_that_is_spoiled_is_as_none(place: Path, change: object) -> None:
    home = place / "state"
    accept(desk(home=home))
    (file,) = home.iterdir()
    assert desks.reopened([HERE], home=home).read_earlier().number == 1
    file.write_bytes(change(file.read_bytes()))  # type: ignore[operator]
    again = desks.reopened([HERE], home=home)
    assert again.read_earlier().number == 0
    again.resume(again.read_earlier())
    assert again.review.session.pending() == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_kept_review_is_no_pipe_and_no_device(place: Path) -> None:
    home = place / "state"
    accept(desk(home=home))
    (file,) = home.iterdir()
    for make in (os.mkfifo, lambda name: os.symlink("/dev/zero", name)):
        file.unlink()
        make(file)
        assert desks.reopened([HERE], home=home).read_earlier().number == 0


def test_a_file_that_changed_meanwhile_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    it = accept(desk())
    HERE.write_text("Something else.")
    assert it.write() == "Not written: release.md, it changed on disk meanwhile."
    assert HERE.read_text() == "Something else."
    assert it.review.session.pending() == [0]


def test_a_stop_between_temporary_file_and_rename_leaves_the_old_file_whole(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    it = accept(desk())

    def stop(*names: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        it.write()
    assert HERE.read_bytes().decode() == TEXT


def test_one_file_that_fails_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    it = desks.desk({HERE: TEXT, Path("b.md"): TEXT})
    accept(accept(it, 0), 2)
    HERE.write_text("Something else.")
    said = it.write()
    assert "Written: b.md." in said and "Not written: release.md" in said
    assert it.review.session.pending() == [0]


# -- ignored findings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reach", "entries"),
    [
        pytest.param(Reach.HERE, [("Ruritania", "here")], id="here"),
        pytest.param(Reach.FILE, [("Ruritania", "file")], id="file: one entry for both"),
        pytest.param(Reach.EVERYWHERE, [("Ruritania", "everywhere")], id="everywhere: one too"),
    ],
)
def test_ignored_findings_go_into_the_baseline(
    reach: Reach, entries: list[tuple[str, str]]
) -> None:
    it = desk()
    take(it, actions.ignore(it.review.session, reach, "a title"))
    assert not Path(baseline.NAME).exists()
    it.write()
    known = baseline.load(Path(baseline.NAME))
    assert [(entry.words, entry.reach) for entry in known] == entries
    assert {entry.reason for entry in known} == {"a title"}
    assert HERE.read_bytes().decode() == TEXT
    left = 1 if reach is Reach.HERE else 0
    assert len(desks.reopened([HERE]).review.session.items) == left
    take(it, actions.undo(it.review.session))
    it.write()
    assert baseline.load(Path(baseline.NAME)) == ()


def test_the_baseline_is_named_where_it_is_written() -> None:
    it = accept(desk(), 0)
    take(go(it, 1), actions.ignore(it.review.session, Reach.HERE, "a title"))
    rows = write_plan.tell(it.review, write_plan.plan(it.review), it.checker.known)
    assert rows == ["release.md   1 place changes, in the file itself, 1 ignored",
                    "lintwords-baseline.toml   keeps what is ignored"]
    assert it.write().startswith("Written: release.md, lintwords-baseline.toml.")
    assert "written: release.md, lintwords-baseline.toml\n" in it.summary()


def test_where_only_the_baseline_is_written_no_text_is_named() -> None:
    it = desk()
    take(it, actions.ignore(it.review.session, Reach.HERE, "a title"))
    it.write()
    assert "  written: lintwords-baseline.toml\n" in it.summary()


def test_where_no_baseline_is_written_none_is_named() -> None:
    it = accept(desk(), 0)
    plan = write_plan.plan(it.review)
    assert write_plan.tell(it.review, plan, it.checker.known) == [
        "release.md   1 place changes, in the file itself"
    ]
    it.write()
    assert "lintwords-baseline.toml" not in it.summary()


@pytest.mark.parametrize(
    ("number", "asked", "again"),
    [
        (2, (), "00.md 01.md"),
        (2, (".",), "00.md 01.md"),
        (25, (".",), "."),
        (25, ("news", "other"), "news other"),
        (25, tuple(f"{n:02}.md" for n in range(25)), "."),
        (25, (), "."),
    ],
)
def test_of_many_files_the_folder_is_checked_again(
    number: int, asked: tuple[str, ...], again: str
) -> None:
    it = desks.desk({Path(f"{n:02}.md"): TEXT for n in range(number)})
    said = summary(it.review, asked=[Path(one) for one in asked])
    assert said.endswith(f"Check again: lintwords check {again}\n")


def test_a_baseline_keeps_what_others_wrote_into_it() -> None:
    it = desk()
    other = baseline.Entry("some-rule", "words", "b.md", reason="theirs", since="2026-01-01")
    baseline.update(Path(baseline.NAME), lambda _: [other])
    take(it, actions.ignore(it.review.session, Reach.HERE, "ours"))
    it.write()
    take(it, actions.undo(it.review.session))
    it.write()
    assert baseline.load(Path(baseline.NAME)) == (other,)


def test_what_is_known_of_a_renamed_file_stays_known_beside_a_new_decision() -> None:
    def of(text: str, path: str) -> baseline.Entry:
        where = fakes.finding(text, "Ruritania", path=path)
        return baseline.entry_for(Path(baseline.NAME), where, "a treaty")

    HERE.write_text("Ruritania jailed her.\n\nRuritania jailed him.\n")
    moved = of(HERE.read_text(), f"old/{HERE.name}")
    baseline.update(Path(baseline.NAME), lambda _: [moved])
    it = desks.reopened([HERE])
    assert len(it.review.session.items) == 1  # the other one is known
    take(it, actions.ignore(it.review.session, Reach.HERE, "ours"))
    it.write()
    known = baseline.load(Path(baseline.NAME))
    assert [(one.path, one.reason) for one in known] == [
        (HERE.name, "a treaty"), (HERE.name, "ours"),
    ]
    assert not desks.reopened([HERE]).review.session.items


def test_a_baseline_that_cannot_be_written_leaves_the_decision_and_writes_the_text() -> None:
    it = accept(desk(), 0)
    take(go(it, 1), actions.ignore(it.review.session, Reach.HERE, "a title"))
    it.checker.known = None
    assert it.write().startswith("Written: release.md.")
    assert NEW in HERE.read_bytes().decode()
    assert it.review.session.pending() == [1]
    assert "there is no baseline" in it.write()
    it.checker.known = Path(baseline.NAME)
    assert it.write() == "Written: lintwords-baseline.toml."
    assert [entry.reason for entry in baseline.load(Path(baseline.NAME))] == ["a title"]


def test_an_ignore_comment_goes_into_the_text() -> None:
    it = desk()
    item = it.review.session.items[0]
    edits = it.comment(item, "a title")
    plan = {0: Decision(State.IGNORED, edits=edits, reason="a title", comment=True)}
    take(it, actions.ignore(it.review.session, Reach.HERE, "a title", plan))
    it.write()
    text = HERE.read_bytes().decode()
    assert text == f"<!-- lintwords: ignore country-as-abuser: a title -->\r\n{TEXT}"
    assert not Path(baseline.NAME).exists()
    assert len(desks.reopened([HERE]).review.session.items) == 1


def test_a_comment_is_written_beside_other_words() -> None:
    it = accept(desk(), 1)
    edits = it.comment(go(it, 0).review.session.items[0], "a title")
    plan = {0: Decision(State.IGNORED, edits=edits, reason="a title", comment=True)}
    take(it, actions.ignore(it.review.session, Reach.HERE, "a title", plan))
    assert it.write().startswith("Written: release.md.")
    comment = "<!-- lintwords: ignore country-as-abuser: a title -->\r\n"
    new = TEXT.replace("Ruritania detained", f"{NEW} detained")
    assert HERE.read_bytes().decode() == f"{comment}{new}"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("<!-- The government", id="a comment opens and hides the rest"),
        pytest.param("```\r\nThe government", id="a fence opens and makes code of the rest"),
        pytest.param("The government jailed one.\r\n\r\nIt", id="a paragraph more"),
    ],
)
def test_own_words_that_make_the_rest_read_otherwise_are_not_written(words: str) -> None:
    it = desk()
    take(it, actions.edit(it.review.session, words))
    said = it.write()
    assert said == ("Not written: release.md, the text around the new words would read "
                    "otherwise. Change it by hand.")
    assert HERE.read_bytes().decode() == TEXT
    assert len(desks.reopened([HERE]).review.session.items) == 2


def test_own_words_may_hold_markup() -> None:
    it = desk()
    take(it, actions.edit(it.review.session, "**The government** of [the land](a.md)"))
    assert it.write().startswith("Written: release.md.")
    assert HERE.read_bytes().decode().startswith("**The government** of [the land](a.md) jailed")


# -- files that cannot be written ---------------------------------------------------------------


def read_only(it: Desk) -> Desk:
    from dataclasses import replace

    text = replace(it.review.texts[0], read_only="you have no right to write it")
    it.review = replace(it.review, texts=(text,))
    return it


def test_a_read_only_file_gives_a_copy_or_a_patch(place: Path) -> None:
    it = accept(read_only(desk()))
    assert "Not written: release.md, you have no right to write it." in it.write()
    assert it.save_beside([0], SaveAs.COPY) == "Saved a copy: release.lintwords.md."
    assert (place / "release.lintwords.md").read_bytes().decode() == TEXT.replace(
        "Ruritania", NEW, 1
    )
    it.save_beside([0], SaveAs.PATCH)
    patch = (place / "release.lintwords.patch").read_bytes().decode()
    assert "-Ruritania jailed a poet.\r\n+Ruritanian authorities jailed a poet.\r\n" in patch
    assert it.save_beside([0], SaveAs.COPY) == "Saved a copy: release.lintwords-2.md."
    assert HERE.read_bytes().decode() == TEXT


MAIL = """\
Subject: Ruritania jailed a poet
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain

Dear all,

Ruritania jailed a poet.

--x
Content-Type: text/plain; name="notes.txt"
Content-Disposition: attachment; filename="notes.txt"

A calm day.

--x--
"""


def test_of_a_mail_the_text_with_ones_words_is_saved_and_nothing_that_nobody_can_use(
    place: Path
) -> None:
    mail = Path("letter.eml")
    it = accept(desks.desk({mail: MAIL}))  # the fake linter looks at the first part alone
    plan = write_plan.plan(it.review)
    (row,) = write_plan.tell(it.review, plan, None)
    assert "1 decision to make by hand: files of this type are only read" in row
    assert [key for key, _ in ways.ways_to_write(it.review, plan)] == ["d", "x"]
    said = it.save_beside([0], SaveAs.TEXT)
    assert said.startswith("Saved the text with your words: letter.lintwords.txt.")
    assert (place / "letter.lintwords.txt").read_text("utf-8") == (
        f"[subject]\n{NEW} jailed a poet\n\n[text]\nDear all,\n\nRuritania jailed a poet.\n\n"
        '[attachment "notes.txt"]\nA calm day.'
    )
    assert mail.read_text() == MAIL


def test_the_report_says_changed_only_of_what_is_written(place: Path) -> None:
    it = accept(accept(desk(), 0), 1)
    assert [one.became for one in report_of(it.review, it.checker)[1].values()] == [
        Became.WAITS, Became.WAITS
    ]
    it.write()
    assert [one.became for one in report_of(it.review, it.checker)[1].values()] == [
        Became.CHANGED, Became.CHANGED
    ]
    it = accept(desks.desk({Path("letter.eml"): MAIL}))
    assert [one.became for one in report_of(it.review, it.checker)[1].values()] == [Became.BY_HAND]


def test_the_report_says_that_no_reason_was_given(place: Path) -> None:
    it = desk()
    take(go(it, 0), actions.ignore(it.review.session, Reach.HERE, ""))
    report, decided = report_of(it.review, it.checker)
    page = html.render(report, View(decided=decided))
    assert "Left as it is, without a reason." in page
    assert "with the reason" not in page


def test_the_report_names_what_was_left_before_with_its_reason(place: Path) -> None:
    it = desk()
    take(go(it, 0), actions.ignore(it.review.session, Reach.HERE, "a title"))
    it.write()
    again = desks.reopened([HERE])
    report, decided = report_of(again.review, again.checker)
    assert [(one.became, one.words) for one in decided.values()] == [(Became.KNOWN, "a title")]
    assert len(report.findings) == 2


def test_a_text_can_be_written_into_a_copy_and_stays(place: Path) -> None:
    it = accept(desk())
    (row,) = write_plan.tell(it.review, write_plan.plan(it.review), None)
    assert row.endswith("1 place changes, in the file itself")
    told = dict(ways.ways_to_write(it.review, write_plan.plan(it.review)))
    assert told["y"] == "write into the file itself"
    assert told["c"] == "write a copy, the file stays: release.lintwords.md"
    assert it.write(writing.Way.COPIES) == "Written: release.lintwords.md."
    assert HERE.read_bytes().decode() == TEXT
    copy = (place / "release.lintwords.md").read_bytes().decode()
    assert copy == TEXT.replace("Ruritania", NEW, 1)
    assert it.summary().count("release.lintwords.md") == 2  # written, and to be checked again
    assert "To go on with it, put it in its place." in it.summary()
    assert not it.review.session.pending()


def test_the_patch_is_one_that_git_applies(place: Path) -> None:
    import shutil
    import subprocess

    if shutil.which("git") is None:
        pytest.skip("no git")
    it = accept(accept(read_only(desk()), 0), 1)
    it.save_beside([0], SaveAs.PATCH)
    subprocess.run(["git", "apply", "release.lintwords.patch"], check=True)
    assert HERE.read_bytes().decode() == TEXT.replace("Ruritania", NEW)


def test_ignored_findings_of_a_read_only_file_are_written() -> None:
    it = read_only(desk())
    take(it, actions.ignore(it.review.session, Reach.HERE, ""))
    assert it.write() == "Written: lintwords-baseline.toml."
    assert len(baseline.load(Path(baseline.NAME))) == 1


def test_standard_input_is_never_written(place: Path) -> None:
    from lintwords.settings.config import Config
    from lintwords.tui.review import review_of
    from lintwords.tui.texts import Checker, read_all

    checker = Checker(Config(isolated=True))
    rows = read_all([Path("-")], checker, stdin=TEXT.encode(), stdin_name="mail.md")
    it = accept(Desk(review_of(rows), checker))
    assert [planned.refused for planned in write_plan.plan(it.review)] == [
        "it came from standard input"
    ]
    it.write()
    assert it.save_beside([0], SaveAs.COPY) == "Saved a copy: mail.lintwords.md."
    assert not (place / "mail.md").exists()


# -- files that somebody else changes -----------------------------------------------------------


def test_decisions_move_along_with_their_words() -> None:
    it = accept(desk(), 1)
    HERE.write_bytes(f"A new line.\r\n{TEXT}".encode())
    assert it.look() == "release.md changed on disk. 1 decision moved along, 0 lost."
    assert states(it) == [State.OPEN, State.ACCEPTED]
    assert it.look() == ""
    it.write()
    after = HERE.read_bytes().decode()
    assert after == f"A new line.\r\n{TEXT}".replace("Ruritania detained", f"{NEW} detained")


def test_a_decision_whose_words_are_gone_is_lost_and_never_written() -> None:
    it = accept(accept(desk(), 0), 1)
    changed = TEXT.replace("Ruritania jailed a poet", "A court jailed a poet")
    HERE.write_bytes(changed.encode())
    assert it.look() == (
        "release.md changed on disk. 1 decision moved along, 1 lost (the list shows it)."
    )
    assert states(it) == [State.LOST, State.ACCEPTED]
    it.write()
    assert HERE.read_bytes().decode() == changed.replace("Ruritania", NEW)
    assert "1 lost" in summary(it.review)


def test_words_that_changed_near_by_are_no_guess() -> None:
    it = accept(desk(), 0)
    HERE.write_bytes(TEXT.replace("a poet", "a band of poets").encode())
    it.look()
    assert sorted(state.value for state in states(it)) == ["lost", "open", "open"]


def test_what_was_written_before_a_change_is_settled() -> None:
    it = accept(desk(), 0)
    it.write()
    HERE.write_bytes(HERE.read_bytes() + b"\r\nMore.\r\n")
    it.look()
    assert [decision.state for _, decision in it.review.session.settled] == [State.ACCEPTED]
    assert it.review.session.pending() == []
    assert "1 accepted" in summary(it.review)


def test_undo_still_works_after_a_change() -> None:
    it = accept(accept(desk(), 0), 1)
    changed = TEXT.replace("night", "day")
    HERE.write_bytes(changed.encode())
    it.look()
    for expected in ([State.ACCEPTED, State.OPEN], [State.OPEN, State.OPEN]):
        take(it, actions.undo(it.review.session))
        assert states(it) == expected
    take(it, actions.redo(it.review.session))
    it.write()
    assert HERE.read_bytes().decode() == changed.replace("Ruritania", NEW, 1)


def test_a_touched_file_with_the_same_bytes_has_not_changed() -> None:
    it = accept(desk())
    os.utime(HERE, (1, 1))
    assert it.look() == ""
    assert states(it)[0] is State.ACCEPTED


# -- coming back --------------------------------------------------------------------------------


def test_a_kept_review_comes_back(place: Path) -> None:
    home = place / "state"
    it = desks.desk({HERE: TEXT, Path("b.md"): TEXT}, home=home)
    accept(it, 0)
    take(go(it, 1), actions.edit(it.review.session, "Police of the town"))
    take(go(it, 2), actions.ignore(it.review.session, Reach.HERE, "a title"))
    take(go(it, 3), actions.skip(it.review.session))
    before = it.review.session.decisions
    again = desks.reopened([HERE, Path("b.md")], home=home)
    left = again.read_earlier()
    assert left.number == len(it.review.session.pending()) == 3 and ":" in left.when
    again.resume(left)
    assert again.review.session.decisions == before
    assert again.review.session.current == 3  # the one that waits
    for _ in range(4):
        take(again, actions.undo(again.review.session))
    assert again.review.session.decisions == {}


@pytest.mark.parametrize("is_written", [False, True])
def test_a_review_that_ends_while_it_writes_can_be_taken_back(
    place: Path, monkeypatch: pytest.MonkeyPatch, is_written: bool
) -> None:
    home = place / "state"
    it = accept(desk(home=home), 0)
    take(go(it, 1), actions.ignore(it.review.session, Reach.HERE, "a title of a book"))
    before, save = HERE.read_bytes(), saving.save

    def killed(*given: object) -> int:
        if is_written:
            save(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(saving, "save", killed)
        it.write()
    assert (HERE.read_bytes() != before) == is_written
    again = desks.reopened([HERE], home=home)
    left = again.read_earlier()
    assert (left.undoable, left.number) == ((1, 1) if is_written else (0, 2))
    again.resume(left)
    ignored = again.review.session.decision(1)
    assert (ignored.state, ignored.reason) == (State.IGNORED, "a title of a book")


@pytest.mark.parametrize("reach", [Reach.HERE, Reach.FILE, None])
def test_written_decisions_are_undone_later_beside_what_was_ignored(
    reach: Reach | None, place: Path
) -> None:
    home = place / "state"
    it = go(accept(desk(home=home), 0), 1)
    item = it.review.session.item
    assert item is not None
    said = {1: Decision(State.IGNORED, reason="a title", comment=True,
                        edits=it.comment(item, "a title"))} if reach is None else None
    take(it, actions.ignore(it.review.session, reach or Reach.HERE, "a title", said))
    it.write()
    again = desks.reopened([HERE], home=home)
    left = again.read_earlier()
    assert left.undoable == 2
    again.resume(left)
    while again.review.session.past:
        take(again, actions.undo(again.review.session))
    again.write()
    assert HERE.read_bytes().decode() == TEXT
    assert len(desks.reopened([HERE]).review.session.items) == 2  # nothing is known any more


def test_the_line_to_mail_counts_what_there_is_and_nothing_else() -> None:
    it = desk()
    take(go(it, 0), actions.skip(it.review.session))
    assert "To mail: 2 findings in 1 file: 1 open (skipped), 1 open." in summary(it.review)


def test_where_only_a_skip_is_kept_it_is_offered(place: Path) -> None:
    home = place / "state"
    it = go(desk(home=home), 0)
    take(it, actions.skip(it.review.session))
    assert desks.reopened([HERE], home=home).read_earlier().number == 1


def test_the_line_to_mail_tells_what_is_written_from_what_is_not() -> None:
    it = accept(desk())
    assert ": 1 accepted and not written, 1 open." in summary(it.review)
    it.write()
    assert ": 1 changed, 2 open." in summary(it.review)
    assert "not written" not in summary(it.review)
    accept(it, 1)
    assert ": 1 accepted and not written, 1 changed, 1 open." in summary(it.review)


def test_a_kept_review_holds_no_word_of_the_text_and_is_the_users_own(place: Path) -> None:
    home = place / "state"
    it = accept(desk(home=home))
    take(go(it, 1), actions.edit(it.review.session, "Police of the town"))
    (file,) = home.iterdir()
    text = file.read_text()
    for word in ("Ruritania", "poet", "authorities", "release"):
        assert word not in text and word not in file.name
    assert "Police of the town" in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_kept_review_goes_when_it_is_thrown_away(place: Path) -> None:
    home = place / "state"
    it = accept(desk(home=home))
    assert len(list(home.iterdir())) == 1
    it.forget()
    assert list(home.iterdir()) == []


def test_a_written_decision_can_be_undone_after_leaving(place: Path) -> None:
    home = place / "state"
    it = accept(accept(desk(home=home), 0), 1)
    it.write()
    written = HERE.read_bytes()
    assert written != TEXT.encode()
    again = desks.reopened([HERE], home=home)
    left = again.read_earlier()
    assert (left.number, left.undoable) == (0, 2)
    again.resume(left)
    assert again.review.session.pending() == []
    take(again, actions.undo(again.review.session))
    assert len(again.review.session.pending()) == 1
    third = desks.reopened([HERE], home=home)  # one leaves again before that is written
    left = third.read_earlier()
    assert (left.number, left.undoable) == (1, 2)
    third.resume(left)
    take(third, actions.undo(third.review.session))  # what was undone is done again
    assert third.review.session.pending() == []
    while third.review.session.past:
        take(third, actions.undo(third.review.session))
    third.write()
    assert HERE.read_bytes() == TEXT.encode()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data | {"disk": "0"}, id="another text"),
        pytest.param(lambda data: data | {"was": data["was"][:-8]}, id="damaged"),
        pytest.param(lambda data: data | {"was": "é"}, id="no text at all"),
        pytest.param(lambda data: data | {"written": data["written"][:1]}, id="not all of it"),
    ],
)
def test_what_does_not_lead_to_the_file_is_not_undone(place: Path, change: object) -> None:
    home = place / "state"
    accept(accept(desk(home=home), 0), 1).write()
    (file,) = home.iterdir()
    assert "Ruritania" not in file.read_text() and "poet" not in file.read_text()
    file.write_text(json.dumps(change(json.loads(file.read_text()))))  # type: ignore[operator]
    again = desks.reopened([HERE], home=home)
    assert again.read_earlier().undoable == 0
    before = HERE.read_bytes()
    again.resume(again.read_earlier())
    assert again.review.session.written == {} and again.write() == ""
    assert HERE.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data | {"saved": 1}, id="too old"),
        pytest.param(lambda data: data | {"version": 99}, id="another version"),
        pytest.param(lambda data: {}, id="empty"),
        pytest.param(lambda data: data | {"decisions": [{"key": 3}]}, id="broken"),
        pytest.param(lambda data: data | {"decisions": [
            row | {"key": ["x", *row["key"][1:]]} for row in data["decisions"]
        ]}, id="other places"),
    ],
)
def test_what_does_not_fit_is_not_offered(place: Path, change: object) -> None:
    home = place / "state"
    accept(desk(home=home))
    (file,) = home.iterdir()
    file.write_text(json.dumps(change(json.loads(file.read_text()))))  # type: ignore[operator]
    again = desks.reopened([HERE], home=home)
    assert again.read_earlier().number == 0
    again.resume(again.read_earlier())
    assert again.review.session.decisions == {}


def test_a_changed_text_keeps_what_still_fits(place: Path) -> None:
    home = place / "state"
    accept(accept(desk(home=home), 0), 1)
    HERE.write_bytes(TEXT.replace("a poet", "poets and painters").encode())
    again = desks.reopened([HERE], home=home)
    assert again.read_earlier().number == 1
    again.resume(again.read_earlier())
    assert states(again) == [State.OPEN, State.ACCEPTED]


@pytest.mark.parametrize(("change", "sentence"), [
    pytest.param(("a poet", "poets and painters"), "Ruritania jailed poets and painters",
                 id="words after it changed"),
    pytest.param(("Ruritania jailed a poet", "Hmm. In May Ruritania jailed a poet"),
                 "In May Ruritania jailed a poet", id="words before it changed"),
    pytest.param(("Ruritania jailed a poet", "Police jailed a poet"), "Police jailed a poet",
                 id="its words changed"),
    pytest.param((TEXT, "All quiet.\n"), "", id="nothing of it is left"),
])
def test_a_decision_whose_place_has_changed_is_named_with_its_sentence(
    place: Path, change: tuple[str, str], sentence: str
) -> None:
    home = place / "state"
    take(it := go(desk(home=home), 0), actions.edit(it.review.session, "Police of the town"))
    HERE.write_bytes(TEXT.replace(*change).encode())
    (lost,) = desks.reopened([HERE], home=home).read_earlier().lost
    assert (lost.name, lost.words) == (str(HERE), "Police of the town")
    assert lost.sentence.startswith(sentence) and bool(lost.sentence) == bool(sentence)


def test_a_folder_that_cannot_be_written_is_told(place: Path) -> None:
    home = place / "state"
    home.write_text("a file")
    it = accept(desk(home=home / "below"))
    assert "cannot be kept for next time" in it.trouble
    assert states(it)[0] is State.ACCEPTED


def test_the_name_of_a_kept_file_is_that_of_the_real_path(place: Path) -> None:
    (place / "link.md").symlink_to(place / HERE)
    assert keep.file_for(Path("link.md"), place) == keep.file_for(HERE, place)
    assert ignored(Reach.HERE, "x").reason == "x"


# -- Word files ---------------------------------------------------------------------------------


def test_a_word_file_is_written_as_a_tracked_copy_or_in_place(place: Path) -> None:
    from zipfile import ZipFile

    from lintwords import readers

    example = Path(__file__).parent.parent / "examples" / "foundation.docx"
    it = desks.reopened([example])
    assert it.review.session.items == {}  # the fake linter knows another country
    name = place / "letter.docx"
    name.write_bytes(example.read_bytes())
    document = readers.read(name, name.read_bytes())
    part = document.parts[1]
    words = part.text[:9]
    found = fakes.finding(part.text, words, path=str(name), start=0, instead=("In the spring",))
    from dataclasses import replace

    piece = replace(found.at, part=1, place=part.place)
    found = replace(found, at=piece, pieces=(fakes.Piece(1, 0, 9, True),))
    from lintwords.tui.review import review_of
    from lintwords.tui.texts import Text, stamp

    data = name.read_bytes()
    text = Text(name, document, data, data, stamp(name))
    it.review = review_of([(text, (found,))])
    accept(it)
    assert [planned.can_track for planned in write_plan.plan(it.review)] == [True]
    assert it.write() == f"Written: {place / 'letter.lintwords.docx'}."
    assert it.summary().endswith(f"lintwords check {place / 'letter.lintwords.docx'}\n")
    assert name.read_bytes() == data
    with ZipFile(place / "letter.lintwords.docx") as package:
        body = package.read("word/document.xml").decode()
    assert "w:ins " in body and "In the spring" in body
    take(it, actions.undo(it.review.session))
    take(it, actions.redo(it.review.session))
    take(it, actions.undo(it.review.session))
    it.write()  # the copy again, without the change
    with ZipFile(place / "letter.lintwords.docx") as package:
        assert "In the spring" not in package.read("word/document.xml").decode()
    take(it, actions.redo(it.review.session))
    it.write(writing.Way.IN_PLACE)
    changed = readers.read(name, name.read_bytes()).parts[1].text
    assert changed == f"In the spring{part.text[9:]}"


def office(place: Path, name: str, data: bytes) -> Desk:
    """A desk with one finding, on the first word of a document."""
    from dataclasses import replace

    from lintwords import readers
    from lintwords.tui.review import review_of
    from lintwords.tui.texts import Text, stamp

    path = place / name
    path.write_bytes(data)
    document = readers.read(path, data)
    found = fakes.finding(document.parts[0].text, "Ruritania", path=str(path), start=0,
                          instead=("The council",))
    at = replace(found.at, part=0, place=document.parts[0].place)
    it = desks.reopened([path])
    it.review = review_of([
        (Text(path, document, data, data, stamp(path)), (replace(found, at=at),))
    ])
    return accept(it)


def test_an_opendocument_text_is_written_as_a_copy_without_marks(place: Path) -> None:
    from odtfiles import odt

    from lintwords import readers

    data = odt("<text:p>Ruritania jailed a poet.</text:p>")
    it = office(place, "letter.odt", data)
    (planned,) = write_plan.plan(it.review)
    assert (planned.can_copy, planned.can_track) == (True, False)
    copy = place / "letter.lintwords.odt"
    assert it.write() == f"Written: {copy}."
    assert (place / "letter.odt").read_bytes() == data
    assert readers.read(copy, copy.read_bytes()).parts[0].text == "The council jailed a poet."
    it = office(place, "letter.odt", data)
    it.write(writing.Way.IN_PLACE)
    name = place / "letter.odt"
    assert readers.read(name, name.read_bytes()).parts[0].text == "The council jailed a poet."


def _without_dates(package: bytes) -> dict[str, bytes]:
    """The parts of a Word file; marks, and the seal over them, hold the second of the run."""
    with ZipFile(BytesIO(package)) as members:
        parts = {name: members.read(name) for name in members.namelist()}
    second = re.compile(rb'w:date="[^"]*"|<!-- lintwords [a-z]+ [0-9a-f]+ -->')
    return {name: second.sub(b"", part) for name, part in parts.items()}


def test_a_copy_with_decisions_in_it_is_not_written_over(place: Path) -> None:
    from wordfiles import par, word

    data = word(par("Ruritania jailed a poet."))
    copy, other = place / "letter.lintwords.docx", place / "letter.lintwords-2.docx"
    it = office(place, "letter.docx", data)
    assert it.write() == f"Written: {copy}."
    made = copy.read_bytes()
    take(it, actions.undo(it.review.session))
    assert it.write() == f"Written: {copy}."  # its own
    copy.write_bytes(made)
    assert office(place, "letter.docx", data).write() == f"Written: {other}."
    assert copy.read_bytes() == made  # another review knows nothing of what was decided there
    other.unlink()
    copy.write_bytes(word(par("Decided.")))
    assert office(place, "letter.docx", data).write() == f"Written: {other}."
    assert copy.read_bytes() == word(par("Decided."))
    assert _without_dates(other.read_bytes()) == _without_dates(made)


def test_a_copy_that_a_run_made_gives_way_to_a_review_and_not_the_other_way(place: Path) -> None:
    from wordfiles import par, word

    from lintwords.api import saving_copies
    from lintwords.errors import CannotWrite

    data = word(par("Ruritania jailed a poet."))
    name, copy = place / "letter.docx", place / "letter.lintwords.docx"
    name.write_bytes(data)
    saving_copies.save_copy(name, copy, data, data)
    assert office(place, "letter.docx", data).write() == f"Written: {copy}."
    reviewed = copy.read_bytes()
    with pytest.raises(CannotWrite, match=r"cannot write .*letter\.lintwords\.docx"):
        saving_copies.save_copy(name, copy, data, data)
    assert copy.read_bytes() == reviewed
    saving_copies.save_copy(name, copy, data, data, force=True)
    assert copy.read_bytes() != reviewed


def test_a_copy_of_a_copy_has_one_name(place: Path) -> None:
    from wordfiles import par, word

    it = office(place, "letter.lintwords.docx", word(par("Ruritania jailed a poet.")))
    assert it.write() == f"Written: {place / 'letter.lintwords-2.docx'}."


def told_in(copy: Path) -> list[str]:
    """The comments of a Word file."""
    with ZipFile(copy) as package:
        said = package.read("word/comments.xml").decode()
    return [" | ".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", one))
            for one in said.split("<w:comment ")[1:]]


def test_the_copy_of_a_review_tells_of_each_finding_and_why_one_is_left(place: Path) -> None:
    from dataclasses import replace

    from wordfiles import par, word

    from lintwords import readers
    from lintwords.tui.review import review_of
    from lintwords.tui.texts import Text, stamp

    names = ["Ruritania", "Syldavia", "Borduria", "Graustark"]
    data = word("".join(par(f"{name} jailed a poet.") for name in names))
    path = place / "letter.docx"
    path.write_bytes(data)
    document = readers.read(path, data)
    found = []
    for part, name in zip(document.parts, names, strict=True):
        one = fakes.finding(part.text, name, path=str(path), start=0, instead=("The council",))
        at = replace(one.at, part=part.index, place=part.place)
        found.append(replace(one, at=at, message=f"Not {name}"))
    it = desks.reopened([path])
    it.review = review_of([(Text(path, document, data, data, stamp(path)), tuple(found))])
    accept(it)
    take(it, actions.skip(it.review.session))
    take(it, actions.ignore(it.review.session, Reach.HERE, "a treaty's name"))
    it.write()
    changed, skipped, left, never_seen = told_in(place / "letter.lintwords.docx")
    assert changed.startswith("Not Ruritania. | ")
    assert skipped.startswith("Not Syldavia. | Write instead: The council. | ")
    assert left == f"Left as it is: a treaty's name | Not Borduria. | lintwords: {found[2].rule}"
    assert never_seen.startswith("Not Graustark. | Write instead")
    take(it, actions.ignore(it.review.session, Reach.HERE, "an old name"))
    it.write()  # nothing changes in the text, but what is said of it does
    assert told_in(place / "letter.lintwords.docx")[1 : 4 : 2] != [skipped, never_seen]


def test_a_note_stands_in_the_copy_and_comes_back_with_it(place: Path) -> None:
    from wordfiles import par, word

    from lintwords.tui.report import report_of

    path, copy = place / "letter.docx", place / "letter.lintwords.docx"
    path.write_bytes(word(par("Ruritania jailed a poet. Ruritania jailed folk.")))
    it = desks.reopened([path])
    take(it, it.note("whose words are these?"))
    (planned,) = write_plan.plan(it.review)
    assert (planned.noted, planned.can_track, planned.changes) == (1, True, False)
    assert "i" not in dict(ways.ways_to_write(it.review, [planned]))  # there is nothing to change
    it.write(writing.Way.IN_PLACE)
    assert it.review.session.pending() == [0]  # it waits for a copy
    assert it.write() == f"Written: {copy}."
    assert told_in(copy)[0].startswith("Note: whose words are these? | ")
    it = desks.reopened([copy])  # as a colleague opens it
    session = it.review.session
    assert session.decision(0).reason == "whose words are these?"
    assert not session.pending() and session.open() == 2
    report, decided = report_of(it.review, it.checker)
    assert [(at, one.words) for at, one in decided.items()] == [(0, "whose words are these?")]
    accept(it, 1)
    it.write()
    other = place / "letter.lintwords-2.docx"
    assert told_in(other)[0].startswith("Note: whose words are these? | ")
    it = go(desks.reopened([copy]), 0)
    take(it, it.note(""))
    (planned,) = write_plan.plan(it.review)
    assert planned.unnoted == 1
    it.write()
    assert "Note: " not in told_in(place / "letter.lintwords-3.docx")[0]


def test_a_reason_in_a_copy_comes_back_with_it_alone(place: Path) -> None:
    from wordfiles import par, word

    from lintwords.tui.report import report_of

    path, copy = place / "letter.docx", place / "letter.lintwords.docx"
    path.write_bytes(word(par("Ruritania jailed a poet. Ruritania jailed folk.")))
    it = go(desks.reopened([path]), 1)
    take(it, actions.ignore(it.review.session, Reach.HERE, "her own words: checked"))
    it = go(it, 0)
    take(it, it.note("ask her."))
    it.write()
    Path(baseline.NAME).unlink()  # the copy alone is passed on
    home = place / "state"
    it = desks.reopened([copy], home=home)
    session = it.review.session
    assert session.decision(1) == ignored(Reach.HERE, "her own words: checked")
    assert not session.pending() and session.open() == 1
    it.leave()
    assert it.read_earlier().number == 0  # nothing was decided here
    _, decided = report_of(it.review, it.checker)
    assert [(one.became, one.words) for one in decided.values()] == [
        (Became.OPEN, "ask her."), (Became.LEFT, "her own words: checked")
    ]
    accept(it, 0)
    it.write()
    other = place / "letter.lintwords-2.docx"
    assert "Left as it is: her own words: checked" in told_in(other)[1]
    assert not Path(baseline.NAME).exists()
    it = go(desks.reopened([copy]), 1)
    take(it, actions.reopen(it.review.session))
    it.write()
    assert not told_in(place / "letter.lintwords-3.docx")[1].startswith("Left as it is")


def test_a_copy_that_is_opened_first_asks_for_no_earlier_review(place: Path) -> None:
    from wordfiles import par, word

    path, copy, home = place / "a.docx", place / "a.lintwords.docx", place / "state"
    path.write_bytes(word(par("Ruritania jailed a poet. Ruritania jailed folk.")))
    it = desks.reopened([path])
    take(it, it.note("ask her"))
    it.write()
    it = desks.reopened([copy], home=home)
    it._keep([0])
    assert not it.has_kept([copy])
    take(go(it, 0), it.note("ask her, or him"))  # this is new, and is kept
    again = desks.reopened([copy], home=home)
    assert again.read_earlier().number == 1


def test_a_note_beside_a_change_leaves_it_and_is_told_with_it(place: Path) -> None:
    from wordfiles import par, word

    from lintwords.tui.report import report_of

    path, copy = place / "letter.docx", place / "letter.lintwords.docx"
    path.write_bytes(word(par("Ruritania jailed a poet. Ruritania jailed folk.")))
    it = desks.reopened([path])
    take(it, actions.edit(it.review.session, "The king"))
    it = go(it, 0)
    take(it, it.note("the court's ruling says so."))
    decision = it.review.session.decision(0)
    assert (decision.state, decision.words) == (State.EDITED, "The king")
    assert it.review.session.item.id == 0
    it.write()
    assert told_in(copy)[0].startswith("Note: the court's ruling says so. | ")
    assert not it.review.session.pending()
    _, decided = report_of(it.review, it.checker)
    assert [(one.became, one.words, one.note) for one in decided.values()] == [
        (Became.CHANGED, "The king", "the court's ruling says so.")
    ]
    take(it, it.note(""))  # it can be taken away, and the words stay
    assert it.review.session.decision(0).words == "The king"
    assert it.review.session.pending() == [0]
    it.write()
    assert "Note: " not in told_in(copy)[0]


def test_other_words_keep_the_note_and_a_reason_is_not_lost_to_one(place: Path) -> None:
    home = place / "state"
    it = desk(home=home)
    accept(it)
    it = go(it, 0)
    take(it, it.note("checked with <her>"))
    take(it, actions.edit(it.review.session, "The king"))
    assert it.review.session.decision(0).reason == "checked with <her>"
    it = go(it, 1)
    take(it, actions.ignore(it.review.session, Reach.HERE, "a name"))
    before = it.review.session.decisions
    it = go(it, 1)
    take(it, it.note("and more"))
    assert it.review.session.decisions == before
    again = desks.reopened([HERE], home=home)
    again.resume(again.read_earlier())
    assert again.review.session.decision(0).reason == "checked with <her>"
    again.write()
    once_more = desks.reopened([HERE], home=home)
    once_more.resume(once_more.read_earlier())
    assert once_more.review.session.decision(0).reason == "checked with <her>"


def test_a_note_on_what_is_known_since_is_seen_till_somebody_decides(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from wordfiles import par, word

    path, copy = place / "letter.docx", place / "letter.lintwords.docx"
    path.write_bytes(word(par("Ruritania jailed a poet. Ruritania jailed folk.")))
    it = desks.reopened([path])
    take(it, it.note("whose words are these?"))
    it.write()
    assert main(["check", "--baseline-write", str(path)]) == 0
    assert main(["check", str(copy)]) == 0
    capsys.readouterr()
    assert main(["audit", str(copy)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.count("open, with the note: whose words are these?") == 1
    it = desks.reopened([copy])
    session = it.review.session
    assert [session.decision(id).reason for id in session.order] == ["whose words are these?"]
    take(it, actions.ignore(session, Reach.HERE, "a title"))
    it.write()
    reasons = [one.reason for one in baseline.load(Path(baseline.NAME))]
    assert sorted(reasons) == ["a title", baseline.KNOWN]
    assert len(desks.reopened([path]).review.session.items) == 0


def test_a_note_on_a_text_is_kept_and_told_in_summary_and_report(place: Path) -> None:
    from lintwords.tui.report import report_of

    home = place / "state"
    it = desk(home=home)
    take(it, it.note("ask <her> first"))
    assert not it.review.session.pending()  # nothing that a write would do
    assert "release.md line 1 (country-as-abuser): ask <her> first" in summary(it.review)
    again = desks.reopened([HERE], home=home)
    again.resume(again.read_earlier())
    _, decided = report_of(again.review, again.checker)
    assert [one.words for one in decided.values()] == ["ask <her> first"]


def test_a_document_that_must_not_be_changed_says_why(place: Path) -> None:
    from odtfiles import odt

    from lintwords.tui.texts import read

    path = place / "letter.odt"
    path.write_bytes(odt("<text:tracked-changes/><text:p>Calm words.</text:p>"))
    text, _ = read(path, desks.reopened([path]).checker)
    assert text.read_only.startswith("its changes are tracked")


def test_a_title_in_the_properties_is_left_to_people(place: Path) -> None:
    from dataclasses import replace

    import docx

    from lintwords import readers
    from lintwords.tui.review import review_of
    from lintwords.tui.texts import Text, stamp

    name = place / "title.docx"
    file = docx.Document()
    file.core_properties.title = "Ruritania jails a poet"
    file.add_paragraph("A poet is free.")
    file.save(str(name))
    data = name.read_bytes()
    document = readers.read(name, data)
    found = fakes.finding(document.parts[0].text, "Ruritania", path=str(name), start=0)
    found = replace(found, at=replace(found.at, place=document.parts[0].place))
    review = review_of([(Text(name, document, data, data, stamp(name)), (found,))])
    item = review.session.items[0]
    assert (document.parts[0].place, item.choices, item.stays) == (
        "title of the document", (), "title"
    )
    turn = actions.accept(review.session)
    assert turn.session is review.session and "i ignores" in turn.said
    assert actions.edit(review.session, "The council").session is review.session


@pytest.mark.parametrize(
    ("is_own", "new", "told"),
    [
        pytest.param(True, "The police jailed a poet.", (Became.REWRITTEN, "The police"),
                     id="in the editor of the review"),
        pytest.param(True, "A poet is in jail.", (Became.REWRITTEN, ""), id="the whole sentence"),
        pytest.param(True, "Today Ruritania jailed a poet.", None, id="it stands there still"),
        pytest.param(False, "The police jailed a poet.", None, id="by somebody else"),
    ],
)
def test_what_is_rewritten_in_an_editor_is_in_the_report(
    is_own: bool, new: str, told: tuple[Became, str] | None
) -> None:
    here = Path("release.md")
    desk = desks.desk({here: "Ruritania jailed a poet.\n\nRuritania detained two.\n"})
    here.write_text(f"{new}\n\nRuritania detained two.\n")
    desk.look(0 if is_own else -1)
    report, decided = report_of(desk.review, desk.checker)
    found = [(one.became, one.words) for one in decided.values()]
    assert found == ([told] if told else [])
    assert len(report.findings) == (1 if told is None and "police" in new else 2)
    assert ("1 in your own words" in desk.summary()) is (told is not None)
    page = html.render(report, View(decided=decided))
    assert ("Changed in an editor" in page) is (told is not None)
