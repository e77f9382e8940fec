"""Prove that `lintwords corpus` loses no part, and measure what a core judges.

    python benchmarks/corpus.py [--megabytes N] [--rates]

English texts of about 2.5 KB are drawn from the prose of Python's own reference, with a made
mention in one of twelve. They are judged by one process; by two, one of which is ended by SIGKILL
in mid-run; and by two that are ended with the program that asked for them, which is then asked
again. All three must hold the same bytes, each text once; it ends with 1 if they do not. With
`--rates` it only measures, in CPU time of one process, text with mentions in none, one of twelve
and all texts, as JSONL, packed JSONL, Parquet and WET. Needs Linux: it finds processes in /proc.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import platform
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from pydoc_data.topics import topics
from typing import NamedTuple, TextIO

SEED = 20210218
LONG = 2_500  # characters of a text
MENTION = "China detained the editor of the paper in the spring."
LANGUAGE = ["--lang", "en"]


class Spent(NamedTuple):
    """What a run took, in seconds, and of memory in MB."""

    wall: float
    cpu: float
    memory: float


def texts(number: int, one_in: int) -> Iterator[dict[str, str]]:
    """Made documents; one of `one_in` has a mention, none where it is 0."""
    chance = random.Random(SEED)
    paragraphs = [part for name in sorted(topics) for part in topics[name].split("\n\n")]
    for at in range(number):
        parts = [chance.choice(paragraphs)]
        while sum(map(len, parts)) < LONG:
            parts.append(chance.choice(paragraphs))
        if one_in and at % one_in == 0:
            parts.insert(len(parts) // 2, MENTION)
        month = f"{2015 + at % 10}-{at % 12 + 1:02}-01"
        yield {"id": f"t{at}", "date": month, "text": "\n\n".join(parts)}


def write(path: Path, size: int, one_in: int) -> int:
    """A file of about `size` bytes of text, of the kind that its name says; its bytes of text."""
    if path.suffix == ".jsonl":
        with path.open("w") as file:  # as long as it gets
            return sum(_written(file, row) for row in texts(size // LONG, one_in))
    rows = list(texts(size // LONG, one_in))
    total = sum(len(row["text"].encode()) for row in rows)
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    if path.name.endswith(".wet.gz"):
        path.write_bytes(gzip.compress(b"".join(map(_wet, rows)), 6))
    elif path.name.endswith(".gz"):
        path.write_bytes(gzip.compress(lines, 6))
    else:
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=5_000)
    return total


def _written(file: TextIO, row: dict[str, str]) -> int:
    file.write(json.dumps(row) + "\n")
    return len(row["text"].encode())


def _wet(row: dict[str, str]) -> bytes:
    body = row["text"].encode()
    head = (f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://x.example/{row['id']}"
            f"\r\nWARC-Date: {row['date']}T00:00:00Z\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body + b"\r\n\r\n"


# -- runs ---------------------------------------------------------------------------------------


def started(source: Path, out: Path, jobs: int, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "lintwords", "corpus", str(source), "--out", str(out),
               "--isolated", "--jobs", str(jobs), "--date", "date", *more]
    if ".wet" in source.name:
        command = [word for word in command if word not in ("--date", "date")]
    return subprocess.Popen(
        command, cwd=source.parent, stdout=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )


def ended(child: subprocess.Popen[bytes], began: float) -> Spent:
    """What a run took; stops everything if it did not do all."""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"a run ended with {child.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    return Spent(time.perf_counter() - began, cpu, usage.ru_maxrss / 1e3)


def wait_for(parts: int, out: Path) -> None:
    """Until so many parts are finished."""
    while len(list(out.glob("counts/*.json"))) < parts:
        time.sleep(0.02)


def helpers(pid: int) -> list[int]:
    """The processes that judge for a run."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [
        int(child) for child in children
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def digest(out: Path) -> str:
    told = hashlib.sha256()
    for path in sorted(out.rglob("*")):
        if path.is_file():
            told.update(str(path.relative_to(out)).encode() + path.read_bytes())
    return told.hexdigest()


def ids(out: Path) -> list[str]:
    files = sorted(out.glob("documents/*.jsonl"))
    return [json.loads(line)["id"] for file in files for line in file.open()]


def prove(folder: Path, megabytes: int) -> bool:
    """Whether all ways to the end gave the same."""
    source = folder / "all.jsonl"
    size = write(source, megabytes * 1_000_000, 12)
    parts = -(-source.stat().st_size // 16_000_000)
    print(f"{size / 1e6:.0f} MB of text in {parts} parts, a mention in one text of 12")

    began = time.perf_counter()
    one = ended(started(source, folder / "one", 1, *LANGUAGE), began)
    print(f"one process: {one.wall:.0f} s, CPU {one.cpu:.0f} s, {one.memory:.0f} MB")

    began = time.perf_counter()
    child = started(source, folder / "killed", 2, *LANGUAGE)
    wait_for(parts // 3, folder / "killed")
    lost = helpers(child.pid)[0]
    os.kill(lost, signal.SIGKILL)
    two = ended(child, began)
    print(f"two, process {lost} killed after {parts // 3} parts: {two.wall:.0f} s, "
          f"CPU {two.cpu:.0f} s, {two.memory:.0f} MB")

    child = started(source, folder / "stopped", 2, *LANGUAGE)
    wait_for(parts // 2, folder / "stopped")
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    kept = len(list((folder / "stopped/counts").iterdir()))
    began = time.perf_counter()
    again = ended(started(source, folder / "stopped", 2, *LANGUAGE), began)
    print(f"two, all killed with {kept} parts finished, then again: {again.wall:.0f} s, "
          f"CPU {again.cpu:.0f} s")
    began = time.perf_counter()
    nothing = ended(started(source, folder / "stopped", 2, *LANGUAGE), began)
    print(f"once more, nothing left to do: {nothing.wall:.1f} s")

    wanted = [row["id"] for row in texts(megabytes * 1_000_000 // LONG, 12)]
    outs = [folder / name for name in ("one", "killed", "stopped")]
    is_same = len({digest(out) for out in outs}) == 1
    is_each_once = all(ids(out) == wanted for out in outs)
    print(f"equal bytes: {is_same}; each of {len(wanted):,} texts once: {is_each_once}")
    return is_same and is_each_once


def rates(folder: Path, megabytes: int) -> None:
    """MB of text that one process judges in a second of CPU time, its start taken off."""
    names = ("a.jsonl", "a.jsonl.gz", "a.parquet", "a.wet.gz")
    for one_in, said in ((0, "no mention"), (12, "one text of 12"), (1, "every text")):
        for name in names if one_in == 12 else names[:1]:
            for more in ([], LANGUAGE):
                path = folder / name
                seconds = []
                for size in (1_000_000, megabytes * 1_000_000):
                    text = write(path, size, one_in)
                    began = time.perf_counter()
                    out = folder / f"{name}-{one_in}-{size}-{len(more)}"
                    spent = ended(started(path, out, 1, *more), began)
                    seconds.append((text, spent))
                (less, short), (most, long) = seconds
                rate = (most - less) / (long.cpu - short.cpu) / 1e6
                print(f"{name:11} {said:15} {' '.join(more):10} {rate:6.2f} MB/s a core",
                      flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--megabytes", type=int, default=200,
                        help="of text, 50 at least")
    parser.add_argument("--rates", action="store_true")
    given = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        if given.rates:
            rates(Path(name), given.megabytes)
            return 0
        return 0 if prove(Path(name), given.megabytes) else 1


if __name__ == "__main__":
    sys.exit(main())
