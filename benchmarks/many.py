"""Measure a second run over 2,000 unchanged files, in CPU time, against ripgrep.

    python benchmarks/many.py [--rounds N]

Files of about 5 KB are made as in `speed.py`, with a mention in one paragraph of twelve. A dash and
an apostrophe of a printed text stand in two paragraphs of five (of 643 English rows of the labelled
corpus 270 are not ASCII), then in one of ten, then nowhere: bare ASCII is read many times faster by
ripgrep, to which the borders of words are dear outside it. The yardstick is `rg -j1 -ciw` on the
same files for the words that open the gate of the rules by themselves. `start` is lintwords on one
small file: no run on many can take less. All print to a file. Rounds are interleaved, the first is
thrown away, and the median of the ratios is told. Needs ripgrep.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from speed import make, outside, ratio, rounds

from lintwords import __version__, api
from lintwords.model import Options

FILES = 2_000
SIZE = 5_000
# kind of text → in how many of its paragraphs a typographic sign stands
PRINTED = {"printed": 0.4, "nearly ASCII": 0.1, "ASCII": 0.0}
AIM = "aim 0.60"


def fill(folder: Path, kind: str) -> int:
    """Write the files; how many bytes they hold."""
    total = 0
    chance = random.Random(kind)
    for nth in range(FILES):
        paragraphs = make(f"many {nth}", SIZE, 12).data.decode().split("\n\n")
        for at, text in enumerate(paragraphs):
            if chance.random() < PRINTED[kind]:
                paragraphs[at] = f"{text[:-1]} \u2013 or so it\u2019s said."
        data = "\n\n".join(paragraphs).encode()
        path = folder / f"{nth // 100:02}" / f"{nth}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        total += len(data)
    return total


def words() -> list[str]:
    """The words of which one is enough for a text to be read by the rules."""
    table = api.load_linter(Options()).index.gate
    return sorted(word.decode() for word, rows in table.keys.items() if rows == [()])


def commands(folder: Path, patterns: Path, small: Path) -> dict[str, list[str]]:
    """What is measured, by name."""
    here = str(folder)
    check = [sys.executable, "-m", "lintwords", "check", "--isolated", "--fail-on", "never"]
    rg = shutil.which("rg") or sys.exit("ripgrep is not installed")
    return {
        "rg": [rg, "-j1", "-ciw", "-f", str(patterns), here],
        "start": [*check, str(small)],
        "again": [*check, here],
        "again, line": [*check, "-q", here],
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count (5)")
    number = parser.parse_args().rounds
    print(f"lintwords {__version__}, Python {platform.python_version()}, {number} rounds")
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        os.environ["XDG_CACHE_HOME"] = str(base / "cache")
        patterns, small = base / "words", base / "small.txt"
        small.write_text("The rope was wet.\n")
        known = words()
        patterns.write_text("\n".join(known) + "\n", "utf-8")
        for kind in PRINTED:
            folder = base / kind
            folder.mkdir()
            size = fill(folder, kind)
            tasks: dict[str, Callable[[], float]] = {
                name: lambda row=row: outside(row, base, 0)  # type: ignore[misc]
                for name, row in commands(folder, patterns, small).items()
            }
            seconds = rounds(tasks, number)
            print(f"{kind}: {FILES:,} files, {size / 1e6:.1f} MB; {len(known)} words for rg")
            for name, row in seconds.items():
                told = f"{ratio(seconds, name, 'rg')}  {AIM if 'again' in name else ''}"
                print(f"  {name:<12} {statistics.median(row) * 1000:6.0f} ms {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
