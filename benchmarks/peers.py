"""Run lintwords and other linters of prose on the same files, and print a table for docs/speed.md.

    python benchmarks/peers.py [--files N] [--rounds N] [--node FOLDER]

The files are Markdown of about 5 KB, made as in `speed.py`: `start` is one without a mention,
`typical` are N with a mention in one paragraph of twelve, `dense` N with one in every sentence.
Each tool is given all files of a kind in one command, in one round after the other; CPU and wall
time are medians, with the least and the greatest of the rounds. Memory is the most that one of its
processes had. lintwords keeps nothing between runs, and has two lines: as it is, and with one
process. What is not found is left out and named: proselint, harper and Vale on the path, alex,
write-good and textlint (with the rules of both) in FOLDER/node_modules. The tools look for
different things: the table says what waiting for them is like, not which is better made.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from speed import make

SIZE = 5_000
KINDS = {"start": 1_000_000, "typical": 12, "dense": 0}  # kind → a mention in one paragraph of
TEXTLINT = {"rules": {"alex": True, "write-good": True}}
VALE = "StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"
_LONG = 300  # seconds for one command


class Tool(NamedTuple):
    """A command that is given files, where it runs, and how it ends when it has done its work."""

    name: str
    command: tuple[str, ...]
    folder: Path
    codes: tuple[int, ...] = (0, 1)


class Spent(NamedTuple):
    """Seconds, and MB."""

    cpu: float
    wall: float
    memory: float


def tools(folder: Path, node: Path | None) -> tuple[list[Tool], list[str]]:
    """What can be run here, and the names of what cannot."""
    (folder / ".vale.ini").write_text(VALE)
    (folder / "styles").mkdir()
    (folder / "textlint.json").write_text(json.dumps(TEXTLINT))
    lintwords = (sys.executable, *"-m lintwords check --no-cache --isolated -f line".split())
    found = [
        Tool("lintwords", lintwords, folder),
        Tool("lintwords, one process", (*lintwords, "--jobs", "1"), folder),
    ]
    wanted = [
        Tool("proselint", ("proselint", "check"), folder),
        Tool("harper", ("harper-cli", "lint"), folder),
        Tool("harper", ("harper", "lint"), folder),
        Tool("Vale", ("vale", "--no-global"), folder),
    ]
    if node:
        there = node.absolute() / "node_modules" / ".bin"
        textlint = (str(there / "textlint"), "-c", str(folder / "textlint.json"))
        wanted += [
            Tool("alex", (str(there / "alex"),), folder),
            Tool("write-good", (str(there / "writegood"),), folder, tuple(range(256))),
            Tool("textlint", textlint, node.absolute()),  # it looks for rules where it runs
        ]
    missing = []
    for tool in wanted:
        program = shutil.which(tool.command[0])
        if program and tool.name not in {one.name for one in found}:
            found.append(tool._replace(command=(program, *tool.command[1:])))
        elif not program:
            missing.append(tool.name)
    here = {one.name for one in found}
    return found, sorted({name for name in missing if name not in here})


def fill(folder: Path, number: int) -> dict[str, list[str]]:
    """The files of each kind."""
    files: dict[str, list[str]] = {}
    for kind, one_in in KINDS.items():
        (folder / kind).mkdir()
        count = 1 if kind == "start" else number
        text = make(kind, SIZE * count * 11 // 10, one_in).data.decode().split("\n\n")
        files[kind] = []
        each = len(text) // count
        for at in range(count):
            path = folder / kind / f"{at:04}.md"
            path.write_text("\n\n".join(text[at * each : (at + 1) * each]) + "\n")
            files[kind].append(str(path))
    return files


def spent(tool: Tool, files: Sequence[str]) -> Spent:
    """What one command takes. Raises ValueError if it did not do its work."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "NO_COLOR": "1"}
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        child = subprocess.Popen(
            [*tool.command, *files], stdout=output, stderr=output, stdin=subprocess.DEVNULL,
            cwd=tool.folder, env=env,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read()
    if child.returncode not in tool.codes or b"Traceback" in said or wall > _LONG:
        raise ValueError(f"ended with {child.returncode}: {said[-300:].decode(errors='replace')}")
    return Spent(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1e3)


def told(rows: Sequence[float]) -> str:
    middle = statistics.median(rows)
    return f"{middle:.2f} ({min(rows):.2f} to {max(rows):.2f})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--node", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        here, missing = tools(folder, given.node)
        files = fill(folder, given.files)
        took: dict[tuple[str, str], list[Spent]] = {}
        for _ in range(given.rounds):
            for kind, paths in files.items():
                for tool in here:
                    try:
                        took.setdefault((tool.name, kind), []).append(spent(tool, paths))
                    except ValueError as trouble:
                        print(f"{tool.name} {kind}: {trouble}", file=sys.stderr)
    _print(here, missing, took, given.files)
    return 0


def _print(
    here: Sequence[Tool], missing: Sequence[str], took: dict[tuple[str, str], list[Spent]],
    number: int,
) -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores; {number} files a kind")
    print("| | start, CPU s | typical, CPU s | wall s | MB | dense, CPU s | wall s | MB |")
    print("|---|---|---|---|---|---|---|---|")
    for tool in here:
        cells = []
        for kind in KINDS:
            rows = took.get((tool.name, kind), [])
            if not rows:
                cells += ["not measured"] * (1 if kind == "start" else 3)
                continue
            cells.append(told([one.cpu for one in rows]))
            if kind != "start":
                cells += [told([one.wall for one in rows]), f"{max(x.memory for x in rows):.0f}"]
        print(f"| {tool.name} | {' | '.join(cells)} |")
    if missing:
        print(f"Not found here: {', '.join(missing)}.")


if __name__ == "__main__":
    sys.exit(main())
