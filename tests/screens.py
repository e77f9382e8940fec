"""Screens of the review as a test sees them: keys are pressed, and the lines are given back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import desks
import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from lintwords.tui.app import Looks, ReviewApp
from lintwords.tui.finding import State
from lintwords.tui.lines import ASCII, UNICODE

RELEASE = """# For release

Ruritania jailed a poet on Tuesday, her family said, and has given no reason.

“Ruritania jailed my son,” a mother said.

{filler}

Ruritania detained two folk in 广州 (Guangzhou), and Ruritania wants the world to forget it.
"""


OTHER = "Ruritania jailed a singer.\nRuritania jailed a poet.\n"


Script = Callable[[ReviewApp, "Pilot[bool]"], Awaitable[None]]


def files() -> dict[Path, str]:
    filler = "\n\n".join(f"Paragraph {number} says nothing of it." for number in range(40))
    return {Path("release.md"): RELEASE.format(filler=filler), Path("other.txt"): OTHER}


def screen(app: ReviewApp) -> list[str]:
    """What the terminal shows, as plain text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def run(
    script: Script, *, size: tuple[int, int] = (100, 30), ascii: bool = False,
    desk: desks.Desk | None = None, looks: Looks | None = None, pause: float = 0.0,
) -> ReviewApp:
    """Run `script` in a review of `files()`; after `pause` seconds a key is one of its own."""
    app = ReviewApp(desk or desks.desk(files()), looks or Looks(ASCII if ascii else UNICODE))

    async def drive() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await script(app, pilot)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lintwords.tui.app.RUN", pause)
        asyncio.run(drive())
    return app


def states(*pressed: str) -> list[State]:
    """The states of all findings after some keys."""
    found: list[State] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press(*pressed)
        await pilot.pause()
        session = app.review.session
        found.extend(session.decision(id).state for id in session.order)

    run(script)
    return found


def keys_in(desk: desks.Desk, *pressed: str, size: tuple[int, int]) -> list[str]:
    """The screen of a desk after some keys."""
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press(*pressed)
        await pilot.pause()
        shown.extend(screen(app))

    run(script, size=size, desk=desk)
    return shown


def send(app: ReviewApp, *pressed: str) -> None:
    """Send keys as a terminal does that had them all at once."""
    for key in pressed:
        letter = key if len(key) == 1 else None
        app.post_message(events.Key(_character_to_key(key) if letter else key, letter))


def after(text: str, *pressed: str, lines: int = 24) -> list[str]:
    """The screen of 80 columns after some keys."""
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press(*pressed)
        await pilot.pause()
        await pilot.pause()
        shown.extend(screen(app))

    run(script, size=(80, lines), desk=desks.desk({Path("a.md"): text}))
    return shown
