"""`review --plain`: the same session as questions, and the command around both faces."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import desks
import fakes
import pytest

from lintwords.cli import terminal
from lintwords.cli.main import main
from lintwords.tui.desk import Desk
from lintwords.tui.finding import READY, State
from lintwords.tui.plain import Plain

TEXT = "Ruritania jailed a poet.\n\n“Ruritania jailed me,” she said.\n\nRuritania detained two.\n"
HERE = Path("release.md")
NEW = "Ruritanian authorities"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def talk(answers: Sequence[str]) -> tuple[Desk, str]:
    """The desk after some answers, and all that was said."""
    desk = desks.desk({HERE: TEXT})
    said: list[str] = []
    left = iter(answers)

    def ask(question: str) -> str:
        said.append(question)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    Plain(desk, ask, said.append).run()
    return desk, "\n".join(said)


def states(answers: Sequence[str]) -> list[State]:
    session = talk(answers)[0].review.session
    return [session.decision(id).state for id in session.order]


def test_a_question_tells_all_of_a_finding() -> None:
    assert talk([])[1] == """
Finding 1 of 3. release.md line 1. Error. country-as-abuser.
Name who acts: the Ruritanian government, not Ruritania.
Text: Ruritania jailed a poet.
Words: "Ruritania".
Why: A sentence like this blames everyone in the country, and the people who were harmed are part of it.
1: Ruritanian authorities (by hand: choose the wording)
a accept 1, number accept that, e edit, i ignore, s skip, m note, u undo,
p previous, w write, ? help, q leave: """  # noqa: E501 - the sentence is one line for a screen reader


OPEN, ACC, EDI, IGN, SKI = (
    State.OPEN, State.ACCEPTED, State.EDITED, State.IGNORED, State.SKIPPED,
)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param(["a"], [ACC, OPEN, OPEN], id="accept"),
        pytest.param([" 1 "], [ACC, OPEN, OPEN], id="by number"),
        pytest.param(["2"], [OPEN, OPEN, OPEN], id="no such number"),
        pytest.param(["s"], [SKI, OPEN, OPEN], id="skip"),
        pytest.param(["a", "u"], [OPEN, OPEN, OPEN], id="undo"),
        pytest.param(["a", "u", "U"], [ACC, OPEN, OPEN], id="redo"),
        pytest.param(["n", "a"], [OPEN, OPEN, OPEN], id="a quotation"),
        pytest.param(["n", "e"], [OPEN, OPEN, OPEN], id="no edit of a quotation"),
        pytest.param(["e", "The police"], [EDI, OPEN, OPEN], id="edit"),
        pytest.param(["e", "", "n"], [OPEN, OPEN, OPEN], id="an empty edit asks"),
        pytest.param(["e", "", "y"], [EDI, OPEN, OPEN], id="and deletes"),
        pytest.param(["i", "", ""], [IGN, OPEN, OPEN], id="ignore here"),
        pytest.param(["i", "f", ""], [OPEN, OPEN, OPEN], id="a reach needs a reason"),
        pytest.param(["i", "f", "2"], [IGN, IGN, IGN], id="ignore in the file"),
        pytest.param(["i", "b"], [OPEN, OPEN, OPEN], id="back"),
        pytest.param(["A", "y"], [ACC, OPEN, ACC], id="all alike"),
        pytest.param(["A", ""], [OPEN, OPEN, OPEN], id="all alike asks"),
        pytest.param(["A", "2", "y"], [ACC, OPEN, OPEN], id="all alike but one"),
        pytest.param(["A", "1, 2"], [OPEN, OPEN, OPEN], id="all of them left out"),
        pytest.param(["A", "3", "y"], [OPEN, OPEN, OPEN], id="a number that is none of them"),
        pytest.param(["yes", "", "0"], [OPEN, OPEN, OPEN], id="no answers"),
    ],
)
def test_answers_decide(answers: Sequence[str], expected: list[State]) -> None:
    assert states(answers) == expected


def test_all_alike_reads_out_what_each_sentence_becomes() -> None:
    said = talk(["A", "2", "y"])[1]
    assert f"1: release.md line 1: {{+{NEW}+}} jailed a poet. (by hand: choose the wording)" in said
    assert f"2: release.md line 5: {{+{NEW}+}} detained two." in said
    assert "Decide 2 findings with these words alike?" in said
    assert "Decide 1 finding with these words alike?" in said


def test_writing_asks_once() -> None:
    talk(["a", "w", ""])
    assert HERE.read_text() == TEXT
    _, said = talk(["a", "w", "y"])
    assert HERE.read_text() == TEXT.replace("Ruritania", NEW, 1)
    assert "Written: release.md." in said


def test_leaving_asks_only_for_what_is_not_written() -> None:
    assert "not written" not in talk(["q"])[1]
    assert talk(["a", "q", ""])[1].count("Finding") == 3  # an empty answer stays


# -- the command --------------------------------------------------------------------------------


def command(monkeypatch: pytest.MonkeyPatch, answers: str, *more: str) -> tuple[int, str]:
    """Exit code and output of `lintwords review --plain`."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    # the command is imported here, and must not take the terminal's stand-in for good
    monkeypatch.setattr("lintwords.cli.review.out", out.write)
    monkeypatch.setattr(terminal, "out", out.write)
    code = main(["review", "--plain", "--isolated", *more, "release.md"])
    return code, out.getvalue()


def test_the_command_prints_the_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    HERE.write_text(TEXT)
    code, said = command(monkeypatch, "a\nw\ny\nq\n")
    assert code == 0
    assert "1 accepted" in said and "written: release.md" in said
    assert "To mail: " in said


@pytest.mark.parametrize(
    ("answers", "more", "code"),
    [
        pytest.param("q\n", (), 0, id="0, whatever is open"),
        pytest.param("q\n", ("--check",), 1, id="1 with --check"),
        pytest.param("i\nf\n2\nq\nk\n", ("--check",), 0, id="all settled"),
    ],
)
def test_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, answers: str, more: tuple[str, ...], code: int
) -> None:
    HERE.write_text(TEXT)
    assert command(monkeypatch, answers, *more)[0] == code


def test_a_kept_review_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    HERE.write_text(TEXT)
    command(monkeypatch, "a\nq\nk\n")
    _, said = command(monkeypatch, "\nq\nk\n")
    assert "1 decision kept from" in said and "1 accepted" in said
    _, said = command(monkeypatch, "f\nq\n")
    assert "accepted" not in said
    command(monkeypatch, "a\nq\nk\n")
    assert "1 accepted" in command(monkeypatch, "q\nk\n", "--resume")[1]
    assert "accepted" not in command(monkeypatch, "q\n", "--fresh")[1]
    assert "kept from" not in command(monkeypatch, "q\n")[1]


def test_a_clean_text_has_nothing_to_review(monkeypatch: pytest.MonkeyPatch) -> None:
    HERE.write_text("Calm words.\n")
    assert command(monkeypatch, "") == (0, "No findings to review.\n")


def test_a_file_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(monkeypatch, "")[0] == 2
    assert 'cannot find "release.md"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answers", "code", "told"),
    [
        pytest.param("1\nq\nk\n", 2, True, id="lost, and that is no success"),
        pytest.param("1\nq\nD\n", 0, False, id="thrown away, so nothing is lost"),
        pytest.param("1\nw\ny\nq\n", 0, False, id="written, so nothing is lost"),
    ],
)
def test_a_review_that_cannot_be_kept_is_told_with_the_reason(
    answers: str, code: int, told: bool, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("state").write_text("a file where the folder should be")
    HERE.write_text(TEXT)
    ended, out = command(monkeypatch, answers)
    assert ended == code
    assert out.count("The decisions cannot be kept for next time: the system says: ") == 1
    assert ("what is not written could not be kept" in capsys.readouterr().err) is told


def test_a_reason_is_told_where_words_were_left() -> None:
    desk, said = desks.desk({HERE: TEXT}), list[str]()
    answers = iter(["i", "h", "she said so", "p", "q", "k"])
    Plain(desk, lambda question: next(answers), said.append, lambda: False).run()
    assert "Ignored here: she said so" in said


def test_a_note_can_stand_beside_taken_words() -> None:
    desk, said = desks.desk({HERE: TEXT}), list[str]()
    answers = iter(["a", "p", "m", "she said so", "q", "k"])
    Plain(desk, lambda question: next(answers), said.append, lambda: False).run()
    decision = desk.review.session.decision(0)
    assert (decision.state, decision.reason) == (ACC, "she said so")
    assert "Note: she said so" in said


@pytest.mark.parametrize(
    ("typed", "pasted", "wanted"),
    [
        pytest.param(["m"], "one\na\nw\ny", [State.NOTED, OPEN, OPEN], id="a note"),
        pytest.param(["e"], "The rulers\nw\ny", [EDI, OPEN, OPEN], id="a wording"),
        pytest.param(["i"], "Anna said\na\na", [OPEN, OPEN, OPEN], id="no reach"),
        pytest.param(["i", "h"], "Anna said\na", [IGN, OPEN, OPEN], id="a reason"),
        pytest.param([], "one\na\nw\ny", [OPEN, OPEN, OPEN], id="no answer"),
        pytest.param(["a", "w"], "one\na\nw\ny", [ACC, OPEN, OPEN], id="no way to write"),
    ],
)
def test_lines_that_are_pasted_behind_an_answer_decide_nothing(
    typed: list[str], pasted: str, wanted: list[State]
) -> None:
    desk, said = desks.desk({HERE: TEXT}), list[str]()
    left, waiting = [*typed], pasted.split("\n")

    def ask(question: str) -> str:
        if not left and not waiting:
            raise EOFError
        return (left or waiting).pop(0)

    def drop() -> bool:
        is_there = not left and bool(waiting)
        if is_there:
            waiting.clear()
        return is_there

    Plain(desk, ask, said.append, drop).run()
    session = desk.review.session
    assert [session.decision(id).state for id in session.order] == wanted
    assert HERE.read_text() == TEXT
    assert sum("what came right behind it was dropped" in one for one in said) == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        pytest.param("4", "legal text", id="as it is"),
        pytest.param("4: the treaty", "legal text; the treaty", id="with words"),
        pytest.param("4 treaties", "4 treaties", id="a reason that begins with a number"),
        pytest.param("9: no", "9: no", id="no such number"),
    ],
)
def test_a_ready_reason_can_be_added_to(answer: str, reason: str) -> None:
    desk = talk(["i", "h", answer])[0]
    assert desk.review.session.decision(desk.review.session.order[0]).reason == reason


def test_a_false_alarm_has_a_ready_reason() -> None:
    desk, said = talk(["i", "h", str(len(READY))])
    first = desk.review.session.order[0]
    assert desk.review.session.decision(first).reason.startswith("false alarm: ")
    assert f"{len(READY)}: false alarm" in said


@pytest.mark.parametrize(
    ("answers", "told", "text"),
    [
        pytest.param("1\ny\ni\nh\nher words\nw\ny\nq\n", ["1 changed, 1 left", "her words"], NEW,
                     id="written"),
        pytest.param("1\ny\nq\nD\n", ["0 changed, 0 left as they are, 4 open"], "Ruritania jailed",
                     id="thrown away"),
        pytest.param("q\n", ["0 changed, 0 left as they are, 4 open"], "Ruritania jailed",
                     id="nothing decided"),
    ],
)
def test_one_report_tells_what_was_decided_in_all_files(
    answers: str, told: list[str], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    HERE.write_text(TEXT, "utf-8")
    Path("other.md").write_text("Ruritania detained a nurse.\n", "utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    assert main(["review", "--plain", "--fresh", "-o", "r.html", "release.md", "other.md"]) == 0
    report = Path("r.html").read_text("utf-8")
    assert all(one in report for one in [*told, "other.md", "detained a nurse"])
    assert HERE.read_text("utf-8").startswith(text)


def test_a_report_is_refused_before_the_review_where_a_text_would_be_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    HERE.write_text(TEXT, "utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    assert main(["review", "--plain", "--fresh", "-o", str(HERE), str(HERE)]) == 2
    said = capsys.readouterr()
    assert "cannot write the report" in said.err and "Finding 1" not in said.out
    assert HERE.read_text("utf-8") == TEXT
