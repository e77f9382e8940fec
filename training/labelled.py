"""Turn kept labels of pool sentences into rows of gold.

    python -m training.labelled CORPUS [--lang en] >> EXTRA.jsonl
    python -m training.labelled CORPUS --states > STATES.jsonl

`labels_LANG.tsv` holds the label of a mention by the id of its pool sentence and its offsets in
`text`, without the text, which is not part of this project. Its readers had the guide alone: `slow`
ones read 350 sentences each, a `quick` one a thousand, `one` up to two thousand. A
part of the sentences was chosen for doubt, so that they train and estimate nothing.
`labels_states_LANG.tsv` does the same for sentences about other states on which `en-2` was in
doubt; their readers judged them as the guide judges the country that it speaks of.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

from training.gold import read_lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--states", action="store_true", help="for student's --states")
    args = parser.parse_args()
    if args.states:
        path = Path(__file__).with_name(f"labels_states_{args.lang}.tsv")
        with path.open(encoding="utf-8", newline="") as file:
            for one in csv.DictReader(file, delimiter="\t"):
                print(json.dumps({
                    "id": one["pool"], "start": int(one["start"]), "label": one["label"]
                }))
        return
    labels = Path(__file__).with_name(f"labels_{args.lang}.tsv")
    pool = {row["id"]: row for row in read_lines(args.corpus / "pool.jsonl")}
    with labels.open(encoding="utf-8", newline="") as file:
        for number, one in enumerate(csv.DictReader(file, delimiter="\t"), 1):
            row = pool.get(one["pool"])
            if row is not None:
                print(json.dumps({
                    **{key: row[key] for key in ("text", "sent", "source", "lang")},
                    "doc": row.get("doc", ""), "id": f"x{number:04}", "kind": "mention",
                    "pool": one["pool"], "start": int(one["start"]), "end": int(one["end"]),
                    "label": one["label"], "how": "extra",
                }, ensure_ascii=False))


if __name__ == "__main__":
    main()
