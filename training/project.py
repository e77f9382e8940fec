"""Labels of one side of a parliament's record for the other side, which says the same.

    python -m training.project CORPUS [--extra LABELLED.jsonl]… [--lang fr] > PROJECTED.jsonl

A debate stands in the pool in English and, under the same `doc`, in another language. Where both
sides of a speech have as many sentences with mentions, and each sentence as many mentions as its
counterpart, the label of an English mention is the label of the one at the same place in the
other row. What cannot be aligned so is left out, and so is what gold of the other language holds
or what is set aside. Printed are rows in the shape of gold, for `--extra`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.gold import LABELS, is_aside, read_gold, read_lines

ENGLISH, OTHER = "europarl-en", "europarl-{}"
Row = dict[str, Any]


def _by_speech(rows: Sequence[Row], source: str) -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        if row["source"] == source:
            found[row["doc"]].append(row)
    return found


def _labels(corpus: Path, extra: Sequence[Path]) -> dict[tuple[str, int], str]:
    """The label of each English mention by the sentence it stands in and its place there."""
    raw = [row for name in ("dev.jsonl", "dev_more.jsonl") for row in read_lines(corpus / name)]
    raw += [row for path in extra for row in read_lines(path)]
    return {
        (row["text"][row["sent"][0] : row["sent"][1]], row["start"] - row["sent"][0]): row["label"]
        for row in raw
        if row.get("kind") == "mention" and row["source"] == ENGLISH and row["label"] in LABELS
    }


def project(corpus: Path, extra: Sequence[Path], lang: str) -> Iterator[Row]:
    """Rows of the other language with the labels of the English side."""
    labels = _labels(corpus, extra)
    pool = [row for row in read_lines(corpus / "pool.jsonl") if not is_aside(row["doc"])]
    english = _by_speech(pool, ENGLISH)
    known = {row.text for row in read_gold(corpus, lang)}
    for doc, rows in _by_speech(pool, OTHER.format(lang)).items():
        others = english.get(doc, [])
        if [len(row["spans"]) for row in rows] != [len(row["spans"]) for row in others]:
            continue
        for row, other in zip(rows, others, strict=True):
            if row["text"] in known:
                continue
            sentence = other["text"][other["sent"][0] : other["sent"][1]]
            first = row["sent"][0]
            for nth, ((start, end), (at, _)) in enumerate(
                zip(row["spans"], other["spans"], strict=True)
            ):
                label = labels.get((sentence, at))
                if label:
                    yield {
                        **{key: row[key] for key in ("text", "sent", "source", "doc", "lang")},
                        "id": f"{row['id']}.{nth}", "kind": "mention", "how": "extra",
                        "pool": row["id"], "start": first + start, "end": first + end,
                        "label": label,
                    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--extra", type=Path, action="append", default=[])
    parser.add_argument("--lang", default="fr")
    args = parser.parse_args()
    for row in project(args.corpus, args.extra, args.lang):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
