"""Measure how fast the review screen is on a long text.

    python benchmarks/review.py [--size BYTES] [--every CHARACTERS]

The text is made here; its findings are made too, so that only the screen is measured: how long it
takes to open, to go to the next finding and to the last, to accept, and to take a new width. Times
are of the wall clock, in ms, in the test driver of Textual, which takes about 30 ms of each key.
The aims are those of the issue: 2 MB open within 1,500 ms, a jump within 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from pathlib import Path

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
from lintwords.model.lines import Lines
from lintwords.settings.config import Config
from lintwords.tui.app import ReviewApp
from lintwords.tui.desk import Desk
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
        ))  # fmt: skip
        at = text.source.find(WORDS, at + every)
    return found


async def measure(size: int, every: int) -> dict[str, float]:
    """The times in ms."""
    long = document(size)
    rows = [(Text(long.path, long, long.source.encode(), long.source.encode()),
             tuple(findings(long, every)))]  # fmt: skip
    print(f"{len(long.source):,} characters, {len(rows[0][1]):,} findings")
    times: dict[str, float] = {}
    began = time.perf_counter()
    app = ReviewApp(Desk(review_of(rows), Checker(Config(isolated=True))))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        times["open"] = (time.perf_counter() - began) * 1000
        for name, pressed in (
            ("next", "n"), ("last", "G"), ("first", "g"), ("accept", "a"), ("undo", "u"),
            ("mark", "."),
        ):  # fmt: skip
            each = []
            for _ in range(1 if name in ("last", "first") else ROUNDS):
                start = time.perf_counter()
                await pilot.press(pressed)
                each.append((time.perf_counter() - start) * 1000)
            times[name] = statistics.median(each)
        start = time.perf_counter()
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        times["resize"] = (time.perf_counter() - start) * 1000
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=2_000_000)
    parser.add_argument("--every", type=int, default=220)
    given = parser.parse_args()
    for name, ms in asyncio.run(measure(given.size, given.every)).items():
        print(f"{name:<8}{ms:8.0f} ms")


if __name__ == "__main__":
    main()
