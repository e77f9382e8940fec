"""Measure how fast the review screen is on a long text.

    python benchmarks/review.py [--size BYTES] [--every CHARACTERS]

First the whole: a text with a mention in every sentence is read by the rules while the screen is
open. Told is when the screen stands, and the first finding on it, counted from the start of the
reading (the program itself starts before that, see `speed.py`), how long keys take meanwhile, and
when all is judged; that nothing is lost or double is made sure of.

Then the screen alone, whose findings are made here: what a key takes until the screen is drawn
anew, by the wall clock and in CPU time of its thread. Decisions are kept for next time, as they are
for a person.

The aims are those of the issue: open within 1,500 ms, a jump and an accepted finding within 20 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from unittest import mock

from speed import make

from lintwords.model import (
    Document,
    Edit,
    Finding,
    Fix,
    Part,
    Piece,
    Place,
    Severity,
    Source,
    Voice,
)
from lintwords.model.line_numbers import Lines
from lintwords.settings.config import Config
from lintwords.tui.app import ReviewApp
from lintwords.tui.desk import Desk
from lintwords.tui.incoming import Incoming
from lintwords.tui.review import review_of
from lintwords.tui.texts import Checker, Text

SENTENCE = "The harbour was quiet, and nobody asked who had closed the gate that night. "
WORDS = "the gate"
SOURCE = Source("made", "A made source", "Nobody", "2024")
ROUNDS = 15


def document(size: int) -> Document:
    """A text of paragraphs of six sentences."""
    paragraph = SENTENCE * 6
    text = "\n\n".join([paragraph.strip()] * (size // len(paragraph) + 1))
    return Document(Path("long.txt"), "text", (Part(0, text),), ())


def findings(text: Document, every: int) -> list[Finding]:
    """One finding at the first `WORDS` after each `every` characters."""
    lines, found = Lines(text.parts[0]), []
    at = text.source.find(WORDS)
    while at >= 0:
        piece = Piece(0, at, at + len(WORDS), True)
        place: Place = lines.place(piece)
        fix = Fix("the harbour master's gate", (Edit(0, at, piece.end, "the master's gate"),))
        found.append(Finding(
            text.path, "made-rule", "made", Severity.ERROR, "en", "Name who closed it", "A reason.",
            WORDS, WORDS, Voice.OWN, "", "", place, (piece,), str(at), fixes=(fix,),
            sources=(SOURCE,),
        ))
        at = text.source.find(WORDS, at + every)
    return found


class Clock:
    """Wall time and CPU time of this thread, in ms."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def read(self) -> tuple[float, float]:
        wall, cpu = time.perf_counter() - self._wall, time.thread_time() - self._cpu
        return wall * 1000, cpu * 1000


def stand(app: ReviewApp) -> tuple[int, int]:
    """What a key changes."""
    return app.review.session.current, len(app.review.session.past)


async def keys(app: ReviewApp, pressed: str, times: int = ROUNDS) -> tuple[float, float]:
    """What a key takes till the screen is drawn, the median of so many."""
    each = []
    for _ in range(times):
        done, before, clock = asyncio.Event(), stand(app), Clock()
        app.simulate_key(pressed)
        while stand(app) == before and clock.read()[0] < 5_000:
            await asyncio.sleep(0)
        app.screen.call_after_refresh(done.set)
        await done.wait()
        each.append(clock.read())
        await asyncio.sleep(0.02)
    return statistics.median(w for w, _ in each), statistics.median(c for _, c in each)


async def alone(size: int, every: int, home: Path) -> None:
    """The screen, with made findings."""
    long = document(size)
    found = tuple(findings(long, every))
    data = long.source.encode()
    text = Text(long.path, long, data, data, stamp=(1, 1))
    print(f"made findings: {len(long.source):,} characters, {len(found):,} findings")
    clock = Clock()
    app = ReviewApp(Desk(review_of([(text, found)]), Checker(Config(isolated=True)), home=home))
    with mock.patch.object(Desk, "look", return_value=""):  # there is no such file
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            tell("open", *clock.read())
            for name, pressed in (
                ("next", "n"), ("last", "G"), ("first", "g"), ("accept", "a"), ("undo", "u"),
            ):
                times = 1 if name in ("last", "first") else ROUNDS
                tell(name, *await keys(app, pressed, times))
            clock = Clock()
            await pilot.resize_terminal(160, 45)
            await pilot.pause()
            tell("resize", *clock.read())


async def read(size: int, home: Path) -> None:
    """The screen, while the rules judge the text."""
    path = home / "dense.txt"
    path.write_bytes(make("dense", size, 0).data)
    checker = Checker(Config(isolated=True))
    clock = Clock()
    incoming = Incoming([path], checker)
    incoming.start()
    while not incoming.may_open:
        incoming.wait(0.01)
    app = ReviewApp(Desk(review_of([]), checker, home=home, incoming=incoming))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        tell(f"judged beside the screen: {size:,} bytes, open", *clock.read())
        while not app.review.session.items:
            await asyncio.sleep(0.02)
        tell("the first finding", *clock.read())
        while len(app.review.session.items) < 40:
            await asyncio.sleep(0.05)
        for name, pressed in (("next, meanwhile", "n"), ("skip, meanwhile", "s")):
            tell(name, *await keys(app, pressed))
        while not app.desk.is_judged:
            await asyncio.sleep(0.1)
        tell(f"all {len(app.review.session.items):,} findings", *clock.read())
    whole = checker.check(path, path.read_bytes())[1]
    session = app.review.session
    if tuple(session.items[id].finding for id in session.order) != whole:
        raise SystemExit("what came is not what is found")


def tell(name: str, wall: float, cpu: float) -> None:
    print(f"  {name:<44}{wall:8.0f} ms  {cpu:8.0f} ms of CPU", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=2_000_000)
    parser.add_argument("--every", type=int, default=220)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(read(given.size, Path(folder)))
        asyncio.run(alone(given.size, given.every, Path(folder)))


if __name__ == "__main__":
    main()
