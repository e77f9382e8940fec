"""Fuzz readers, rules, fixes, reports, packs and settings by spoiling small files.

    python tests/fuzz/fuzz.py [--executions 20000] [--seed 1] [--only md] [--out FOLDER]

Each execution spoils one of the seeds and tries it as `trials.py` says. Faults are told, one of
each kind, and their inputs kept in FOLDER. Ends with 1 if there was a fault. The same seed and
number give the same executions.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

import mutation  # noqa: E402 - the folders of the tests are no package
import seeds  # noqa: E402
import trials  # noqa: E402

from lintwords import api  # noqa: E402
from lintwords.judge.document_linter import DocumentLinter  # noqa: E402
from lintwords.model import Options  # noqa: E402

_DEAR = {"pack": 0.01, "settings": 0.3, "pdf": 0.4, "docx": 0.5, "odt": 0.5, "pptx": 0.5,
         "epub": 0.5}  # others: 1
_THOROUGH = 0.1  # the share of files that are fixed and reported as well


@dataclass
class Tally:
    """What was done and what went wrong."""

    executions: Counter[str] = field(default_factory=Counter)
    faults: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # kind → story, input
    number: int = 0  # of faults, those of one kind too


def stock() -> dict[str, list[tuple[str, bytes]]]:
    """Everything that is spoilt, by kind."""
    found = dict(seeds.files())
    found["pack"] = [("own.toml", text.encode()) for text in seeds.PACKS]
    found["settings"] = [("lintwords.toml", text.encode()) for text in seeds.SETTINGS]
    return found


def execute(linter: DocumentLinter, kind: str, name: str, data: bytes, *, thorough: bool) -> None:
    """One trial; raises what is a fault."""
    with trials.time_limit(60 if kind == "pack" else trials.SECONDS):  # a pack is compiled
        if kind == "pack":
            trials.in_a_folder(trials.a_pack, linter, data)
        elif kind == "settings":
            trials.in_a_folder(trials.a_settings_file, linter, data)
        else:
            trials.a_file(linter, name, data, thorough=thorough)


def fuzz(executions: int, seed: int, only: str = "", seconds: float = 1e9) -> Tally:
    """Run trials until their number or the time is reached."""
    linter = api.load_linter(Options(explain_mentions=True, keep_passed=True))
    chance, kinds, tally = random.Random(seed), stock(), Tally()
    names = [only] if only else sorted(kinds)
    weights = [_DEAR.get(name, 1.0) for name in names]
    others = [data for rows in kinds.values() for _, data in rows]
    end = time.monotonic() + seconds
    while tally.executions.total() < executions and time.monotonic() < end:
        (kind,) = chance.choices(names, weights)
        name, data = chance.choice(kinds[kind])
        spoilt = mutation.mutated(data, chance, others)
        thorough = chance.random() < _THOROUGH
        tally.executions[kind] += 1
        try:
            execute(linter, kind, name, spoilt, thorough=thorough)
        except KeyboardInterrupt:
            break
        except BaseException as trouble:  # noqa: B036 - whatever it is, it is a fault
            _note(tally, kind, name, spoilt, trouble)
    return tally


def _note(tally: Tally, kind: str, name: str, data: bytes, trouble: BaseException) -> None:
    tally.number += 1
    frames = traceback.extract_tb(trouble.__traceback__)
    inner = next((f for f in reversed(frames) if "/fuzz/" not in f.filename), frames[-1])
    where = f"{Path(inner.filename).name}:{inner.lineno}"
    if isinstance(trouble, trials.OutOfTime):
        where = "no end"  # where it was stopped is chance
    key = f"{kind} {type(trouble).__name__} {where}"
    known = tally.faults.get(key)
    if known is None or len(data) < len(known[1]):
        story = "".join(traceback.format_exception(trouble)[-6:])
        tally.faults[key] = f"{name}: {story}", data


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--executions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", choices=sorted(stock()))
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after so long")
    parser.add_argument("--out", type=Path, help="folder for the inputs of faults")
    chosen = parser.parse_args()
    began = time.monotonic()
    tally = fuzz(chosen.executions, chosen.seed, chosen.only, chosen.seconds)
    for nth, (key, (story, data)) in enumerate(sorted(tally.faults.items())):
        print(f"\n== {key}\n{story}")
        if chosen.out:
            chosen.out.mkdir(parents=True, exist_ok=True)
            (chosen.out / f"{nth:03}-{story.partition(':')[0]}").write_bytes(data)
    rows = ", ".join(f"{kind} {number}" for kind, number in sorted(tally.executions.items()))
    print(f"\n{tally.executions.total()} executions in {time.monotonic() - began:.0f} s: {rows}")
    print(f"{tally.number} faults of {len(tally.faults)} kinds")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
