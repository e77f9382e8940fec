"""Bring a reader's labels back to the rows that choose.py picked.

    python -m training.join NEXT.jsonl LABELS.txt >> EXTRA.jsonl

LABELS has a line for each sentence read, `NUMBER LABEL`, with the numbers that the reader saw; what
was not read is left out. `unclear` and `in-line` are kept, so that nobody is asked again; gold.py
does not train on them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.gold import LABELS, read_lines

UNTRAINED = ("in-line", "unclear")


def read_labels(path: Path) -> dict[int, str]:
    labels = {}
    for at, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        number, _, label = line.strip().partition(" ")
        if not number.isdigit() or label not in (*LABELS, *UNTRAINED):
            raise SystemExit(f"join: cannot read {path}:{at}: wanted NUMBER LABEL, found {line!r}")
        labels[int(number)] = label
    return labels


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("chosen", type=Path)
    parser.add_argument("labels", type=Path)
    args = parser.parse_args()
    labels = read_labels(args.labels)
    for number, row in enumerate(read_lines(args.chosen), 1):
        if number in labels:
            print(json.dumps(row | {"label": labels[number]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
