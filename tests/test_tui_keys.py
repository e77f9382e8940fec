"""Keys that come faster than the screen: each does what its screen says, in order, or is dropped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import desks
import pytest
from screens import files, run, screen, send
from textual import events
from textual.pilot import Pilot

from lintwords.tui.app import RUN, Looks, ReviewApp
from lintwords.tui.finding import State

NEW = "Ruritanian authorities"
PAUSE = RUN
END = ("i", "enter") * 6  # all is decided, so the summary stands


pytestmark = pytest.mark.usefixtures("in_own_folder", "fake_rules")


def at_once(*pressed: str, paste: str = "") -> tuple[ReviewApp, str]:
    """The app and its last screen after keys, and what is pasted, that came all at once."""
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        send(app, *pressed)
        if paste:
            app.post_message(events.Paste(paste))
            send(app, "enter")
        for _ in range(3):
            await pilot.pause()
        shown.extend(screen(app))

    return run(script, desk=desks.desk(files()), pause=PAUSE), "\n".join(shown)


def decided(app: ReviewApp) -> list[tuple[str, str]]:
    """The state of each finding that is not open, and its words or its reason."""
    session = app.review.session
    decisions = [session.decision(id) for id in session.order]
    return [(one.state.value, one.words or one.reason) for one in decisions
            if one.state is not State.OPEN]


@pytest.mark.parametrize(
    ("pressed", "wanted"),
    [
        pytest.param(["m", *"a note", "enter", "m", *"ab", "enter"],
                     [("noted", "a note"), ("noted", "ab")], id="notes"),
        pytest.param(["e", *"mine", "enter", "n", "m", *"aaa", "enter"],
                     [("edited", "mine"), ("noted", "aaa")], id="own words, then a note"),
        pytest.param(["i", *"aaa", "enter", "s"],
                     [("ignored", "aaa"), ("skipped", "")], id="a reason"),
        pytest.param([":", *"note for", "enter", *"whose?", "enter", "s"],
                     [("noted", "whose?"), ("skipped", "")], id="all commands"),
        pytest.param(["e", "end", *"sx", "backspace", "left", "u", "enter"],
                     [("edited", f"{NEW}us")], id="the keys of a line"),
        pytest.param(["m", *"a", "ctrl+j", *"a", "enter"], [("noted", "a a")], id="a line end"),
        pytest.param(["e", "escape", "m", "escape", "i", "escape"], [], id="Esc"),
        pytest.param(["a", "s", "x", "u", "U"], [("accepted", ""), ("skipped", "")], id="row"),
    ],
)
def test_keys_that_come_at_once_do_what_each_screen_says(
    pressed: list[str], wanted: list[tuple[str, str]]
) -> None:
    assert decided(at_once(*pressed)[0]) == wanted


@pytest.mark.parametrize("opens", ["m", "i", "e", "f", "/", ":"])
def test_what_is_typed_for_a_line_that_does_not_open_decides_nothing(
    opens: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lintwords.tui.commands.do", lambda stage, name: stage.tell("Not here."))
    app, text = at_once(opens, *"a 1 s", "enter")
    assert decided(app) == []
    assert "Keys typed on were dropped. Not here." in text


@pytest.mark.parametrize(
    ("opens", "run_on"),
    [
        pytest.param("", "zas1", id="the text"),
        pytest.param("end of review", "mwe say so", id="the summary"),
        pytest.param("end of review", "eawy", id="the summary, then a write"),
        pytest.param("w", "my", id="the write question"),
        pytest.param("w", "icopy it", id="the write question, a copy"),
        pytest.param("A", "my", id="the preview of all that are alike"),
        pytest.param("delete", "my", id="the delete question"),
        pytest.param("?", "eas", id="help, a key that does nothing"),
        pytest.param("?", "qas", id="help, a key that ends it"),
        pytest.param("a", "zsy", id="behind a decision"),
    ],
)
def test_a_letter_behind_one_that_does_nothing_decides_nothing(opens: str, run_on: str) -> None:
    shown: list[str] = []
    written = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        before = await _opened(app, pilot, opens)
        await pilot.pause(PAUSE + 0.1)
        send(app, *run_on, "enter")
        for _ in range(3):
            await pilot.pause()
        assert decided(app) == before
        written.extend(app.review.session.written)
        shown.append(app.main.said)

    run(script, pause=PAUSE, desk=desks.desk(files()))
    assert written == []
    assert shown[0].count("Keys typed on were dropped.") == 1


async def _opened(app: ReviewApp, pilot: Pilot[bool], opens: str) -> list[tuple[str, str]]:
    """Go where the letters are typed; gives what is decided there."""
    if opens == "end of review":
        send(app, *END)
    elif opens == "delete":
        send(app, "e", "backspace", "enter")
    elif opens == "w":
        send(app, "s", "u", "a")
        await pilot.pause(PAUSE + 0.1)
        send(app, "w")
    elif opens:
        send(app, opens)
    await pilot.pause()
    await pilot.pause()
    return decided(app)


@pytest.mark.parametrize(
    ("rows", "is_written"),
    [
        pytest.param(["aw", "y"], False, id="w behind a decision"),
        pytest.param(["a", "wy", "s"], False, id="the answer behind w"),
        pytest.param([[*END, "w"], "y"], False, id="w behind what ends the review"),
        pytest.param(["a", "w", "y"], True, id="each alone"),
        pytest.param(["aa", "w", "y"], True, id="a row of decisions before"),
    ],
)
def test_a_write_asks_for_keys_of_their_own(rows: list[Sequence[str]], is_written: bool) -> None:
    said: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        for row in rows:
            send(app, *row)
            await pilot.pause(PAUSE + 0.1)
            said.append(app.main.said)
        assert bool(app.review.session.written) is is_written

    run(script, pause=PAUSE)
    assert ("on its own: in a row of keys" in " ".join(said)) is not is_written


def test_a_sequence_that_nobody_knows_is_no_row_of_keys() -> None:
    app, text = at_once(*"^]11;rgb:1515/1818/1d1d")  # the answer of a slow terminal
    assert decided(app) == []
    assert "Keys typed on were dropped." in text


def test_escape_with_a_key_right_behind_it_is_neither_text_nor_a_decision() -> None:
    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        app.post_message(events.Key("alt+a", "a"))  # as a terminal sends Esc and a in one
        send(app, "1", "s")
        await pilot.pause()
        assert decided(app) == []
        assert "Alt+a, or Esc and a at once" in "\n".join(screen(app))
        await pilot.pause(0.4)
        await pilot.press("m", "x")
        app.post_message(events.Key("alt+shift+e", "E"))
        await pilot.pause(0.4)
        await pilot.press("enter")
        assert decided(app) == [("noted", "x")]

    run(script, pause=PAUSE)


def test_keys_before_the_screen_is_in_sight_are_dropped_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lintwords.tui.app.RUN", 0.0)  # the pause that a person makes
    app = ReviewApp(desks.desk(files()), Looks())
    shown: list[str] = []

    async def drive() -> None:
        send(app, "a", "enter", "1")  # before there is a screen
        async with app.run_test(size=(100, 30)) as pilot:
            for _ in range(3):
                await pilot.pause()
            shown.extend(screen(app))
            await pilot.press("s")

    asyncio.run(drive())
    assert decided(app) == [("skipped", "")]
    assert "Keys typed before the screen was ready were dropped." in "\n".join(shown)


def test_files_are_looked_at_once_the_screen_is_in_sight() -> None:
    app = ReviewApp(desks.desk(files()), Looks())

    async def drive() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await pilot.pause()
            path = next(iter(files()))
            path.write_text(f"One line more.\n\n{path.read_text()}")
            seen, app._seen = app._seen, None  # as on a machine that has not drawn it yet
            app.on_app_focus()
            assert "changed on disk" not in app.main.said
            app._seen = seen
            app.on_app_focus()
            assert "changed on disk" in app.main.said

    asyncio.run(drive())


def test_what_is_pasted_goes_into_a_line_and_stays_there() -> None:
    pasted = "who\r\nsaid\tso?\na\n1\n"
    assert decided(at_once("m", paste=pasted)[0]) == [("noted", "who said so? a 1")]
    app, text = at_once(paste="a\n1\n")
    assert decided(app) == [("accepted", "")]  # by Enter, which came behind it
    app, text = at_once("i", paste=pasted)
    assert decided(app) == [("ignored", "who said so? a 1")]


def test_a_click_beside_an_open_line_leaves_it() -> None:
    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press("m", "x")
        here = app.review.session.current
        app.main.document.post_message(app.main.document.Clicked(here + 1, 1))
        await pilot.pause()
        assert app.review.session.current == here
        assert "A line is open" in "\n".join(screen(app))
        await pilot.press("enter")
        assert decided(app) == [("noted", "x")]

    run(script)
