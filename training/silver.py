"""Soft labels for sentences nobody has labelled, from one teacher or the mean of several.

    python -m training.silver CORPUS OUT.jsonl MODEL.pt… [--states] [--lang en]

Reads CORPUS/pool.jsonl, or with `--states` CORPUS/pool_states.jsonl, where every other state is
read about in turn with its own names hidden. What is set aside is never opened. A line of OUT:
`id start end` as in the pool (offsets in its sentence), `p` for W, S, N, O, G, B, and
`labelled`, true where the same sentence stands in gold: what is soft there must come out of fold
(crossfit.py).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from lintwords.reading.masking import Hidden
from training.gold import is_aside, read_lines
from training.masking import hiding
from training.teacher import Teacher, mean, say

_STATE_SIGNS = {"name": "<state>", "adjective": "<people>"}


@dataclass(frozen=True)
class Found:
    """A mention of a pool: what is written about it, and what the teacher reads."""

    line: dict[str, Any]
    masked: Hidden


def read_pool(corpus: Path, lang: str) -> Iterator[Found]:
    hidden = hiding(lang)
    known = _gold_sentences(corpus)
    for row in read_lines(corpus / "pool.jsonl"):
        if row["lang"] != lang or is_aside(row["doc"]):
            continue
        first, last = row["sent"]
        labelled = row["text"][first:last] in known
        for start, end in row["spans"]:
            line = {"id": row["id"], "start": start, "end": end, "labelled": labelled}
            yield Found(line, hidden.hide(row["text"], first + start, first + end))


def read_states(corpus: Path, lang: str) -> Iterator[Found]:
    hidden = hiding(lang)
    rows = [
        row for row in read_lines(corpus / "pool_states.jsonl")
        if row["lang"] == lang and not is_aside(row["doc"])
    ]
    forms = defaultdict(set)
    for row in rows:
        for start, end, state, kind in row["spans"]:
            forms[state].add((row["text"][start:end], _STATE_SIGNS[kind]))
    for row in rows:
        for start, end, state, _ in row["spans"]:
            line = {"id": row["id"], "start": start, "end": end, "state": state}
            yield Found(line, hidden.hide(row["text"], start, end, forms[state]))


def _gold_sentences(corpus: Path) -> set[str]:
    rows = (row for name in ("dev", "dev_more") for row in read_lines(corpus / f"{name}.jsonl"))
    return {row["text"][row["sent"][0] : row["sent"][1]] for row in rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--states", action="store_true")
    parser.add_argument("--lang", default="en")
    args = parser.parse_args()
    torch.set_num_threads(1)
    found = list((read_states if args.states else read_pool)(args.corpus, args.lang))
    soft = []
    for path in args.models:
        teacher = Teacher.load(path)
        soft.append(teacher.read([teacher.encode(one.masked) for one in found]))
    with open(args.out, "w", encoding="utf-8") as out:
        for one, p in zip(found, mean(soft), strict=True):
            out.write(json.dumps(one.line | {"p": [round(value, 4) for value in p]}) + "\n")
    say(f"{len(found)} mentions")


if __name__ == "__main__":
    main()
