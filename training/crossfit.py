"""Soft labels for gold itself, each from a teacher that never saw its document, or its family.

    python -m training.crossfit CORPUS OUT.jsonl [--by fold|family] [--folds 3] [--passes 2]
                                                 [--lang en] [--seed 1] [--extra ROWS.jsonl]
                                                 [--models FOLDER]

`--by fold` parts gold by document: what the student learns of a gold row is then what a teacher
says of text it does not know. `--by family` leaves one family of sources out at a time: the
honest figure for a new kind of text. Lines are added to OUT part by part, a part that stands
there is not made again; the pooled figures of all parts are printed at the end. The teachers go
into FOLDER, so that silver.py can take their mean.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from training.gold import Row, fold_of, read_gold, read_lines
from training.teacher import Soft, figures, items_of, say, train


def _part(row: Row, by: str, folds: int) -> str:
    return row.family if by == "family" else str(fold_of(row.doc, folds))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--by", choices=("fold", "family"), default="fold")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--extra", type=Path)
    parser.add_argument("--models", type=Path)
    args = parser.parse_args()
    rows = read_gold(args.corpus, args.lang, args.extra)
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        parts[_part(row, args.by, args.folds)].append(row)
    made = {line["part"] for line in read_lines(args.out)} if args.out.exists() else set()
    for part in sorted(set(parts) - made, key=lambda part: (-len(parts[part]), part)):
        say(f"part {part}: {len(parts[part])} mentions left out")
        rest = [row for row in rows if _part(row, args.by, args.folds) != part]
        teacher = train(rest, args.lang, args.passes, args.seed)
        if args.models:
            args.models.mkdir(parents=True, exist_ok=True)
            teacher.save(args.models / f"{part}.pt")
        soft = teacher.read(items_of(teacher, parts[part], args.lang))
        with open(args.out, "a", encoding="utf-8") as out:
            for row, p in zip(parts[part], soft, strict=True):
                line = {
                    "id": row.id, "start": row.start, "end": row.end, "label": row.label,
                    "part": part, "p": [round(value, 4) for value in p],
                }
                out.write(json.dumps(line) + "\n")
        for text in figures(parts[part], soft):
            say(f"  {text}")
    read: dict[str, Soft] = {line["id"]: line["p"] for line in read_lines(args.out)}
    done = [row for row in rows if row.id in read]
    say(f"pooled, {len(done)} mentions")
    for text in figures(done, [read[row.id] for row in done]):
        say(f"  {text}")


if __name__ == "__main__":
    main()
