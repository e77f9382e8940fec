"""Measure what calls from a program cost: time against the pack alone, and memory that stays.

    python benchmarks/api.py [--calls N]

Texts are paragraphs made from a fixed seed and `sentences.toml`, a mention in each, and two words
in each that no list holds, so that what is kept in mind is always asked for room. `pack` judges
documents that are read already; `lint` is `lintwords.lint` on their texts; `threads` is one Linter
in four threads, in units of the same work in one. Growth is the memory of the process after all
calls less that after the first hundred.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from speed import SEED, make

import lintwords
from lintwords import readers
from lintwords.judge.document_linter import load
from lintwords.model import Options

CALLS = 10_000
WARM = 100
AIMS = {"ratio": "aim 2.0", "growth": "aim 20"}


def texts(number: int) -> list[str]:
    """Paragraphs with a mention each; no two are the same."""
    chance = random.Random(SEED)
    made = make("api", number * 400, 1).data.decode().split("\n\n")
    rows = [made[nth % len(made)] for nth in range(number)]
    return [f"{row} Of {_word(chance)} and {_word(chance)} nobody spoke." for row in rows]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(4))


def memory() -> float:
    """Megabytes that the process holds; NaN where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def cost(call: Callable[[str], object], rows: Sequence[str]) -> float:
    """CPU milliseconds for each of `rows`."""
    began = time.process_time()
    for row in rows:
        call(row)
    return (time.process_time() - began) * 1000 / len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--calls", type=int, default=CALLS)
    calls = parser.parse_args().calls
    print(f"lintwords {lintwords.__version__}, Python {platform.python_version()}, "
          f"{sys.platform}, {calls:,} calls")
    rows = texts(calls)
    cost(lintwords.lint, rows[:WARM])
    before = memory()
    lint = cost(lintwords.lint, rows)
    growth = memory() - before
    linter = load(Options())
    read = {row: readers.read(Path("-"), row.encode(), format="text") for row in rows[:2000]}
    cost(lambda row: linter.lint(read[row]), rows[:WARM])
    some = list(read)
    pack = cost(lambda row: linter.lint(read[row]), some)
    alone = cost(lintwords.lint, some)
    one = lintwords.Linter()
    began = time.process_time()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one.lint, some))
    threads = (time.process_time() - began) * 1000 / len(some)
    print(f"lint     {lint:6.2f} ms a call, {sum(map(len, rows)) // len(rows)} characters each")
    print(f"pack     {pack:6.2f} ms; lint is {alone / pack:.2f} of it ({AIMS['ratio']})")
    print(f"threads  {threads / alone:6.2f} of one thread")
    print(f"growth   {growth:6.1f} MB ({AIMS['growth']})")


if __name__ == "__main__":
    main()
