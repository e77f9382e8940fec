"""Thirty-five patterns that never come to an end, over a megabyte that was made for them.

    python benchmarks/hostile_packs.py [--size BYTES]

A pattern that takes long is stopped and told. For each text is told, in CPU seconds: a run with as
many harmless patterns, the run with the hostile ones, and what it may take at most: twice the
harmless run and 50 ms a pattern. Ends with 1 if a run takes more, or if a pattern is stopped
without a word. Each run is a process of its own, so that its memory is told too.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.run.one_file import check_data

HOSTILE = (
    r"(a|aa)+$", r"^(a|aa)+$", r"(?:a|aa)+c", r"(a+)+$", r"(a*)*c", r"(?:a+a+)+c", r"(\w+\s?)*$",
    r"(\w*)*[!?]{9}", r"(\W*?\w*?)*?c{9}", r"(?:\w+\W*)+c{9}", r".*.*.*c{9}", r".*?.*?.*?.*?c{9}",
    r"(?:.+)+c{9}", r"(?:a?){28}a{28}c", r"a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaac",
    r"(?:[a-z]+)*\d{9}", r"(?:[a-z]+ ?)+\d{9}", r"(?:(?:a|b)+(?:a|b)+)+c", r"(a|b|ab)*c{9}",
    r"(?:a|a|a|a)+c", r"(?:aa|a)*?c{9}", r"a.{0,30}a.{0,30}a.{0,30}a.{0,30}c{9}",
    r"\w{0,60}\w{0,60}\w{0,60}\w{0,60}c{9}", r"(?:\w{1,9}){1,99}c{9}", r"(\w+)\W+(?:.*\1){4}c{9}",
    r"(?:(\w)\1?)+c{9}", r"(?=(a+))a*b\1c", r"(?=.*.*c{9})a", r"(?<=a.*.*)c{9}",
    r"(?:word){e<=5}c{9}", r"(?b)(?:more words and more){e<=9}", r"(?:(?R)|a)*c{9}",
    r"(?r)(a|aa)+c", r"(?i)(?:ſ|s|ss|a)+c{9}", r"(?>(?:a|aa)*?)c{9}|(?:a|aa)+c{9}",
)  # fmt: skip
HARMLESS = tuple(rf"\bnumber {nth}\b" for nth in range(len(HOSTILE)))
A_PATTERN = 0.05
TEXTS = {
    "single lines": "The aaa of aaaaaaaaaaaaaaaaaaaaaaaa words and more words and more, aaaab b.\n",
    "paragraphs": "The aaa of aaaaaaaaaaaaaaaaaaaaaaaa words and more words, aaaab b.\n\n",
    "names": "China jails aaaaaaaaaaaaaaaaaaaaaaaab of many words and more words.\n\n",
    "one sentence": "aaaaaaaaaaaaaaaaaaaaaaaaab and more words ",
    "one word": "a",
}
RULE = """
[[rule]]
id = "pattern-{nth}"
category = "euphemism"
severity = "warning"
title = "A pattern"
why = "It is looked for."
regex = '''{pattern}'''

[[rule.source]]
title = "House style"
publisher = "An office"
date = "2024"
"""


def once(name: str, patterns: tuple[str, ...], size: int) -> dict[str, float]:
    """Judge one text with a pack of these patterns, here."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "own.toml"
        pack.write_text(
            "".join(RULE.format(nth=nth, pattern=row) for nth, row in enumerate(patterns)), "utf-8"
        )
        linter = load(Options(packs=(pack,)))
        check_data(linter, Path("a.txt"), b"Calm.")
    data = (TEXTS[name] * (size // len(TEXTS[name]) + 1)).encode()[:size]
    began = time.process_time()
    _, result = check_data(linter, Path("a.txt"), data)
    spent = time.process_time() - began
    assert result is not None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": spent, "stopped": len(result.cannot), "mib": peak}


def _apart(name: str, kind: str, size: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--once", name, kind, "--size", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> int:
    """Measure, print, and say whether all is within its bound."""
    parser = argparse.ArgumentParser(description="Hostile patterns against their bound.")
    parser.add_argument("--size", type=int, default=1_000_000, metavar="BYTES")
    parser.add_argument("--once", nargs=2, metavar=("TEXT", "KIND"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    kinds = {"harmless": HARMLESS, "hostile": HOSTILE}
    if asked.once:
        print(json.dumps(once(asked.once[0], kinds[asked.once[1]], asked.size)))
        return 0
    failed = False
    print(f"{'text':<16}{'harmless':>10}{'hostile':>10}{'at most':>10}{'stopped':>9}{'MiB':>7}")
    for name in TEXTS:
        calm, wild = (_apart(name, kind, asked.size) for kind in kinds)
        most = 2 * calm["seconds"] + A_PATTERN * len(HOSTILE)
        failed |= wild["seconds"] > most or calm["stopped"] > 0
        print(f"{name:<16}{calm['seconds']:>10.2f}{wild['seconds']:>10.2f}{most:>10.2f}"
              f"{wild['stopped']:>9.0f}{wild['mib']:>7.0f}", flush=True)  # fmt: skip
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
