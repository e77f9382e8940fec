"""Labelled mentions: which may train, which are set aside, and what they are grouped by.

    python -m training.gold CORPUS [--lang en]

A document whose name's SHA-1 is 0 modulo 3 is set aside: it is for measuring only. `read_gold`
never gives one out, wherever its row stands; `read_aside` gives nothing else. Printed: rows by
family of sources and label, of what may train.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any

LABELS = ("W", "S", "N", "O", "G", "B")
WANTED = 2  # the first two are to be reported
COUNTED = ("plain", "spread")  # how a row was chosen, where a figure may be made of it

# Sources that come from one kind of house, so that leaving a family out leaves its style out.
FAMILIES = {
    "white-house": ("wh-statements", "wh-orders", "wh-remarks", "wh-briefings", "state-union"),
    "senate": ("senate-pr", "prosecutor-pr"),
    "parliaments": ("europarl-en", "europarl-fr", "ca-hansard"),
    "un": ("un-debate",),
    "australia": ("au-pm-releases", "au-pm-speeches", "au-pm-interviews"),
    "new-zealand": ("nz-universities", "nz-parties"),
    "hong-kong": ("hk-citizennews", "ngo-letters"),
    "news": (
        "bbc", "abc", "dailymail", "wmt-news", "wmt22-news", "wmt-fr", "presse-fr", "rfi",
        "rsf-petition", "ud-gsd", "ud-sequoia", "ud-pud",
    ),
    "posts": ("covid-tweets", "liar"),
    "state-media": (
        "hl-cgtn", "hl-globaltimes", "hl-xinhua", "hl-chinadaily", "un-china", "xi-textbook",
        "wmt-zh", "wmt-xinhua", "wmt22-xinhua",
    ),
}
_FAMILY_OF = {source: family for family, sources in FAMILIES.items() for source in sources}


@dataclass(frozen=True)
class Row:
    """A mention with its label; offsets count characters of `text`."""

    id: str
    text: str
    start: int
    end: int
    label: str
    source: str
    doc: str
    how: str

    @property
    def family(self) -> str:
        return _FAMILY_OF[self.source]


def is_aside(doc: str) -> bool:
    """Whether the document is for measuring only."""
    return int(sha1(doc.encode()).hexdigest(), 16) % 3 == 0


def fold_of(doc: str, folds: int) -> int:
    """The fold of a document; salted, for the plain hash modulo 3 already tells what is aside."""
    return int(sha1(b"fold:" + doc.encode()).hexdigest(), 16) % folds


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _rows(path: Path, lang: str) -> Iterator[Row]:
    for row in read_lines(path):
        if row["kind"] == "mention" and row["lang"] == lang and row["label"] in LABELS:
            yield Row(
                row["id"], row["text"], row["start"], row["end"], row["label"], row["source"],
                row["doc"], row.get("how", "first"),
            )


def read_gold(corpus: Path, lang: str, extra: Path | None = None) -> list[Row]:
    """All labelled mentions that may train, `extra` rows of the same shape after the others."""
    paths = [corpus / "dev.jsonl", corpus / "dev_more.jsonl"] + ([extra] if extra else [])
    return [row for path in paths for row in _rows(path, lang) if not is_aside(row.doc)]


def read_aside(corpus: Path, lang: str) -> list[Row]:
    """The mentions to measure on: chosen at random or spread over patterns, no others."""
    rows = _rows(corpus / "aside" / "dev_more.jsonl", lang)
    return [row for row in rows if is_aside(row.doc) and row.how in COUNTED]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lang", default="en")
    args = parser.parse_args()
    rows = read_gold(args.corpus, args.lang)
    counts = Counter((row.family, row.label) for row in rows)
    print(f"{'family':12}" + "".join(f"{label:>6}" for label in LABELS))
    for family in FAMILIES:
        print(f"{family:12}" + "".join(f"{counts[family, label]:6}" for label in LABELS))
    print(f"{len(rows)} mentions of {len({row.doc for row in rows})} documents")


if __name__ == "__main__":
    main()
