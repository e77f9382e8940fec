"""The real program in a real terminal: from the first key to the bytes of the file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyte")
pytest.importorskip("pty", reason="a system without pseudo-terminals")

from terminals import Terminal

ROOT = Path(__file__).parent.parent
PACK = """
[[rule]]
id = "harbour-name"
category = "territorial-name"
severity = "error"
title = "Write the new name of the harbour"
why = "The old name was given by those who closed it."
phrase = ["old harbour"]
instead = ["new harbour", "northern harbour"]

[[rule.source]]
id = "harbour-board"
title = "Names of harbours"
publisher = "Harbour board"
date = "2024-05-01"

[[rule.example]]
text = "They met at the old harbour."
finds = ["old harbour"]

[[rule.example]]
text = "They met at the harbour."
finds = []
"""
TEXT = (  # a byte-order mark, CRLF, a wrap in the words, no line end at the end
    "\ufeffA walk\r\n\r\nAt the old harbour boats lay idle.\r\n\r\n"
    "\tThe old\r\nharbour sleeps. \r\n"
    "\r\nWe saw the old harbour burn.\r\n\r\nThe old harbour is a title: 广州."
)
AFTER = (
    "\ufeffA walk\r\n\r\nAt the new harbour boats lay idle.\r\n\r\n"
    "\tThe northern\r\nharbour sleeps. \r\n"
    "\r\nWe saw the quay burn.\r\n\r\nThe old harbour is a title: 广州."
)
ENTER, CLEAR = "\r", "\x15"  # Ctrl+U empties a line


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "own.toml").write_text(PACK)
    (tmp_path / "walk.txt").write_bytes(TEXT.encode())
    return tmp_path


@pytest.fixture
def terminals(place: Path) -> Iterator[list[Terminal]]:
    found: list[Terminal] = []
    yield found
    for terminal in found:
        terminal.close()


def start(place: Path, terminals: list[Terminal], *more: str, size: tuple[int, int] = (100, 30)
          ) -> Terminal:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(place / "state"),
           "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLUMNS": ""}
    command = [sys.executable, "-m", "lintwords", "review", "--theme", "dark", "--pack",
               "own.toml", "--select", "harbour-name", *more, "walk.txt"]
    terminal = Terminal(command, folder=place, env=env, columns=size[0], rows=size[1])
    terminals.append(terminal)
    return terminal


def test_open_accept_two_edit_one_ignore_one_write(
    place: Path, terminals: list[Terminal]
) -> None:
    terminal = start(place, terminals)
    terminal.wait("finding 1 of 4")
    terminal.type("a")
    terminal.wait("Your words: new harbour")  # a wording for a line is fitted in first
    terminal.type(ENTER)
    terminal.wait("finding 2 of 4")
    terminal.type("2")
    terminal.wait("Your words: northern harbour")
    terminal.type(ENTER)
    terminal.wait("finding 3 of 4")
    terminal.type("e")
    terminal.wait("Your words:")
    terminal.type(CLEAR)
    terminal.wait("(the words go)")
    terminal.type("quay")
    terminal.wait("Your words: quay")
    terminal.type(ENTER)
    terminal.wait("finding 4 of 4")
    terminal.type("i")
    terminal.wait("only here")
    terminal.type(f"title of a book{ENTER}")
    terminal.wait("Review of 1 file, 4 findings")
    assert (place / "walk.txt").read_bytes() == TEXT.encode()  # nothing before w
    terminal.type("w")
    terminal.wait("Write 4 decisions?")
    terminal.type("y")
    terminal.wait("Written: walk.txt, lintwords-baseline.toml.")
    assert (place / "walk.txt").read_bytes() == AFTER.encode()
    terminal.type("q")
    text = terminal.end()
    assert terminal.code == 0
    assert "2 accepted   1 in your own words   1 ignored" in text
    assert "walk.txt line 10, here: title of a book" in text
    assert "written: walk.txt, lintwords-baseline.toml" in text


def test_a_closed_window_keeps_the_decisions(place: Path, terminals: list[Terminal]) -> None:
    first = start(place, terminals)
    first.wait("finding 1 of 4")
    first.type("a")
    first.wait("Your words:")
    first.type(ENTER)
    first.wait("finding 2 of 4")
    first.close()
    terminals.clear()
    second = start(place, terminals)
    second.wait("1 decision kept from")
    second.type(ENTER)
    second.wait("finding 2 of 4")
    second.type("q")
    second.wait("1 decision is not written")
    second.type("D")
    assert "thrown away, not written: walk.txt" in second.end()
    third = start(place, terminals)
    third.wait("finding 1 of 4")
    third.type("q")
    third.end()
    assert (place / "walk.txt").read_bytes() == TEXT.encode()


def test_plain_questions_in_a_terminal(place: Path, terminals: list[Terminal]) -> None:
    terminal = start(place, terminals, "--plain", size=(80, 60))
    terminal.wait("q leave:")
    terminal.type(f"1{ENTER}")
    terminal.wait("The sentence would read: At the {+new harbour+} boats lay idle.")
    terminal.type(f"y{ENTER}")
    terminal.wait("Finding 2 of 4.")
    terminal.type(f"w{ENTER}")
    terminal.wait("Which? Enter: back:")
    terminal.type(f"y{ENTER}")
    terminal.wait("Written: walk.txt.")
    terminal.type(f"q{ENTER}")
    assert "1 accepted" in terminal.end()
    assert (place / "walk.txt").read_bytes() == TEXT.replace(
        "At the old", "At the new"
    ).encode()


def test_what_is_pasted_in_lines_is_one_answer_in_a_terminal(
    place: Path, terminals: list[Terminal]
) -> None:
    terminal = start(place, terminals, "--plain", size=(80, 60))
    terminal.wait("q leave:")
    terminal.type(f"m{ENTER}")
    terminal.wait("Note for a colleague")
    terminal.type(f"who says so{ENTER}1{ENTER}y{ENTER}w{ENTER}y")  # no Enter behind the last
    terminal.wait("what came right behind it was dropped")
    terminal.type(f"q{ENTER}")
    text = terminal.end()
    assert "1 open with a note   3 open" in text
    assert (place / "walk.txt").read_bytes() == TEXT.encode()


def test_what_is_typed_before_the_screen_is_ready_decides_nothing(
    place: Path, terminals: list[Terminal]
) -> None:
    for more, said in (((), "finding 1 of 4"), (("--plain",), "q leave:")):
        terminal = start(place, terminals, *more)
        terminal.type(f"a{ENTER}1{ENTER}f{ENTER}", pause=0)  # while the rules are loaded
        text = terminal.wait(said)
        assert "0 decisions" not in text
        terminal.wait("Keys typed before the screen was ready were dropped.")
        terminal.type(f"q{ENTER}"[: 2 if more else 1])
        assert "4 open" in terminal.end()


def test_a_row_of_keys_at_once_is_taken_in_its_order(
    place: Path, terminals: list[Terminal]
) -> None:
    terminal = start(place, terminals)
    terminal.wait("finding 1 of 4")
    terminal.type(f"ma 1 a{ENTER}e{CLEAR}quay{ENTER}ia{ENTER}s")
    terminal.wait("Left as it is")
    terminal.type("q")
    terminal.wait("keep them for next time")
    terminal.type("D")
    text = terminal.end()
    assert "1 in your own words   1 ignored   1 skipped" in text
    assert "a 1 a" in text


def test_the_summary_in_the_terminal_breaks_no_word(
    place: Path, terminals: list[Terminal]
) -> None:
    note = "perhaps somebody knows whose harbour this was before the war"
    terminal = start(place, terminals, size=(60, 24))
    terminal.wait("finding 1 of 4")
    terminal.type(f"m{note}{ENTER}q")
    text = terminal.end()
    assert [word for word in note.split() if word not in text] == [], text


@pytest.mark.parametrize(
    ("sent", "is_typed"),
    [
        ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c", False),
        ("\x1b]11;rgb:ffff/ffff/ffff\x07a\x1b[?62;22c", True),
        ("a\n\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?62;22c", True),
    ],
)
def test_keys_between_the_answers_of_a_terminal_are_told_of(
    sent: str, is_typed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pty
    import tty

    from lintwords.tui import background

    here, there = pty.openpty()
    tty.setraw(there)
    with os.fdopen(there, "r+b", buffering=0) as terminal:
        monkeypatch.setattr(sys, "__stdin__", terminal)
        monkeypatch.setattr(sys, "stdout", terminal)
        before, _, rest = sent.partition("\x1b]")
        os.write(here, before.encode())
        real = os.write

        def asked(handle: int, data: bytes) -> int:
            real(here, f"\x1b]{rest}".encode())  # the terminal answers what it is asked
            return len(data)

        monkeypatch.setattr(os, "write", asked)
        answer, is_told = background.ask_terminal()
        assert background.is_light(answer)
        assert is_told is is_typed
    os.close(here)
