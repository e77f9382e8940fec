"""Count for how many sentences another state has the same readings, exactly.

    python benchmarks/swap.py ROWS.jsonl [--most 300] [--show]

A row has `text`, and `lang` where that is not "en". The names of two states change places in each
sentence and in the names file, and all mentions are read anew: place in the sentence, reading and
chance in thousandths have to be what they were. Rows with a name that has no counterpart are left
out and counted. Of `most` sentences that are spread over the file; --show prints those that differ,
so it is not for rows that nobody may read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lintwords.files.shipped import rules_folder
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.text.sentences import Sentence

PAIRS = (
    ("People's Republic of China", "Russian Federation"), ("China", "Russia"),
    ("Chinese", "Russian"), ("Beijing", "Moscow"),
)  # the longer ones first
BOTH = {**dict(PAIRS), **{other: one for one, other in PAIRS}}
SWAP = {**BOTH, **{one.upper(): other.upper() for one, other in BOTH.items()}}
# no counterpart of one word: plural, short forms, old names
ALONE = re.compile(
    r"Russo|Sino|Soviet|Muscov|Peking|Federation Council|People’s Republic"
    r"|Chin(?!a\b|ese\b)\w|Russia(?!\b|n\b)\w"
)
Read = list[tuple[int, str, str, int]]


def swapped(text: str) -> str:
    """A text with the names of the two states in each other's place."""
    return re.sub(rf"\b({'|'.join(SWAP)})\b", lambda found: SWAP[found[0]], text)


def readings(compiled: CompiledPack, text: str) -> Read:
    """Each mention of a text: its token, slot, reading and chance."""
    found: Read = []
    for at, span in enumerate(compiled.splitter.split(text)):
        sentence = Sentence(at, text, span.start, span.end, compiled.lexicon, compiled.names)
        found += [
            (slot.token, slot.kind, slot.reading, slot.chance) for slot in compiled.slots(sentence)
        ]
    return found


def texts_of(path: Path) -> Iterator[str]:
    """The English texts of a file."""
    with path.open(encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            if row.get("lang", "en") == "en":
                yield row["text"]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", type=Path)
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    every = list(dict.fromkeys(texts_of(asked.rows)))
    fit = [text for text in every if not ALONE.search(text)]
    chosen = fit[:: max(len(fit) // asked.most, 1)][: asked.most]
    names = (rules_folder() / "en/names.toml").read_text("utf-8")
    first = load(Options(lang="en")).compiled
    equal = mentions = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.toml"
        path.write_text(swapped(names), "utf-8")
        second = load(Options(lang="en", names=path)).compiled
        for text in chosen:
            ours, theirs = readings(first, text), readings(second, swapped(text))
            mentions += len(ours)
            equal += ours == theirs
            if asked.show and ours != theirs:
                print(f"{text}\n  {ours}\n  {theirs}", file=sys.stderr)
    print(f"{len(chosen)} sentences with {mentions} mentions: {equal} equal, "
          f"{len(chosen) - equal} unequal ({len(every) - len(fit)} of {len(every)} left out)")
    return equal != len(chosen)


if __name__ == "__main__":
    sys.exit(main())
