"""Which sentences to label next: where program and teacher differ, or the teacher doubts.

    python -m training.choose CORPUS SILVER.jsonl ROWS.jsonl OUT.jsonl [--count 800] [--parts 4]
                                             [--extra LABELLED.jsonl]… [--lang en] [--seed 1]

A mention counts the more, the surer the teacher is against the program, and the nearer its own
judgement is to even odds. Sources take turns, so that no large one fills the list; at most one
mention a sentence, none whose sentence is in gold or in `--extra`. OUT gets rows in the shape of
gold, without labels; beside it OUT.1.txt, OUT.2.txt … are for the readers: numbered, the mention
in [[ ]], the sentences before and after in small brackets.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.gold import WANTED, is_aside, read_lines

CONTEXT = 160  # characters before and after the sentence that a reader sees

Key = tuple[str, int, int]


def _key(line: dict[str, Any]) -> Key:
    return line["id"], line["start"], line["end"]


def _is_reported(line: dict[str, Any]) -> bool:
    return line["weight"] in ("error", "warning") and not line["verdict"].startswith("silent")


def interest(wanted: float, is_reported: bool) -> float:
    """How much a label would teach: 0 where both agree and are sure, at most 1."""
    doubt = 1 - abs(2 * wanted - 1)
    against = 1 - wanted if is_reported else wanted
    return max(doubt, against)


def ranked(silver: Path, rows: Path, known: set[str]) -> Iterator[tuple[float, Key]]:
    """What nobody has labelled, the most telling first."""
    said = {_key(line): line for line in read_lines(rows)}
    found = []
    for line in read_lines(silver):
        if not line["labelled"] and line["id"] not in known:
            score = interest(sum(line["p"][:WANTED]), _is_reported(said[_key(line)]))
            found.append((score, _key(line)))
    yield from sorted(found, reverse=True)


def take_turns(
    mentions: Iterator[tuple[float, Key]], source_of: dict[str, str], count: int
) -> list[Key]:
    """The first of each source, the second of each, and so on; one mention a sentence."""
    queues: dict[str, list[Key]] = defaultdict(list)
    taken = set()
    for score, key in mentions:
        if key[0] not in taken and score >= 0.2:
            taken.add(key[0])
            queues[source_of[key[0]]].append(key)
    chosen: list[Key] = []
    turn = 0
    while len(chosen) < count and any(len(queue) > turn for queue in queues.values()):
        chosen += [queue[turn] for _, queue in sorted(queues.items()) if len(queue) > turn]
        turn += 1
    return chosen[:count]


def shown(row: dict[str, Any], number: int) -> str:
    """A row as a reader sees it."""
    text, (first, last) = row["text"], row["sent"]
    start, end = row["start"], row["end"]
    marked = f"{text[first:start]}[[{text[start:end]}]]{text[end:last]}"
    context = text[max(0, first - CONTEXT) : first], text[last : last + CONTEXT]
    around = [f"({part.strip()})" if part.strip() else "" for part in context]
    return f"{number}. " + " ".join(f"{around[0]} {marked} {around[1]}".split())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("silver", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--extra", type=Path, action="append", default=[])
    parser.add_argument("--count", type=int, default=800)
    parser.add_argument("--parts", type=int, default=4)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    pool = {
        row["id"]: row for row in read_lines(args.corpus / "pool.jsonl")
        if row["lang"] == args.lang and not is_aside(row["doc"])
    }
    source_of = {id: row["source"] for id, row in pool.items()}
    known = {row["pool"] for path in args.extra for row in read_lines(path)}
    chosen = take_turns(ranked(args.silver, args.rows, known), source_of, args.count)
    random.Random(args.seed).shuffle(chosen)  # so that each reader gets some of all
    rows = []
    for number, (id, start, end) in enumerate(chosen, 1):
        row, first = pool[id], pool[id]["sent"][0]
        rows.append({
            "id": f"x{number:04}", "kind": "mention", "part": "grown", "how": "extra",
            "source": row["source"], "doc": row["doc"], "lang": row["lang"], "text": row["text"],
            "sent": row["sent"], "start": first + start, "end": first + end, "pool": id,
        })
    args.out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    size = -(-len(rows) // args.parts)
    for part in range(args.parts):
        numbered = enumerate(rows[part * size : (part + 1) * size], part * size + 1)
        lines = "".join(shown(row, number) + "\n" for number, row in numbered)
        args.out.with_suffix(f".{part + 1}.txt").write_text(lines, "utf-8")
    print(f"{len(rows)} mentions of {len({row['source'] for row in rows})} sources")


if __name__ == "__main__":
    main()
