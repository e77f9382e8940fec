"""What the program itself says of each mention, to vote beside the teacher and to differ from
it.

    python -m training.rows CORPUS OUT.jsonl [--gold] [--lang en]

Reads CORPUS/pool.jsonl, with `--gold` the labelled rows instead; nothing that is set aside. A
line of OUT: `id start end` as there, `weight` of the rule that fits (error, warning, suggestion
or null), `verdict` (the rule, or the reason of silence) and `slot`. What the program does not
see is `unseen`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lintwords import api
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import MentionNote, Options
from lintwords.run.check_files import check_files
from lintwords.run.discovery import STDIN
from training.gold import is_aside, read_gold, read_lines

Mention = tuple[str, str, int, int]  # id, text, start, end


def _pool(corpus: Path, lang: str) -> Iterator[tuple[Mention, tuple[int, int]]]:
    for row in read_lines(corpus / "pool.jsonl"):
        if row["lang"] == lang and not is_aside(row["doc"]):
            first = row["sent"][0]
            for start, end in row["spans"]:
                yield (row["id"], row["text"], first + start, first + end), (start, end)


def _gold(corpus: Path, lang: str) -> Iterator[tuple[Mention, tuple[int, int]]]:
    for row in read_gold(corpus, lang):
        yield (row.id, row.text, row.start, row.end), (row.start, row.end)


def judge(linter: DocumentLinter, text: str) -> dict[tuple[int, int], MentionNote]:
    """The notes on each mention of a text, by the stretch of text that is the mention."""
    flat = " ".join(text.splitlines())  # one line, so that a column is a place in the text
    report = check_files(lambda _: linter, (STDIN,), stdin=flat.encode(), format="text")
    notes = report.mentions
    return {(note.column - 1, note.column - 1 + len(note.words)): note for note in notes}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", action="store_true")
    parser.add_argument("--lang", default="en")
    args = parser.parse_args()
    options = Options(explain_mentions=True)
    linter = api.load_linter(options)
    seen: dict[str, dict[tuple[int, int], MentionNote]] = {}
    with open(args.out, "w", encoding="utf-8") as out:
        for mention, (start, end) in (_gold if args.gold else _pool)(args.corpus, args.lang):
            id, text, first, last = mention
            if text not in seen:
                seen = {text: judge(linter, text)}
            over = [n for (a, b), n in seen[text].items() if a < last and first < b]
            line: dict[str, Any] = {
                "id": id, "start": start, "end": end, "weight": None, "verdict": "unseen",
                "slot": "",
            }
            if over:
                weight = over[0].weight
                line |= {"verdict": over[0].verdict, "slot": over[0].slot}
                line["weight"] = weight.name.lower() if weight else None
            out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
