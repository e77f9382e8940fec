"""Teach an encoder that reads French to read English as well, on labels of both languages.

    python -m training.both CORPUS both.pt --weights fr.npz --pieces PIECES.txt
        --extra EN.jsonl FR.jsonl --states STATES_EN.jsonl STATES_FR.jsonl

It begins with weights that ship, to which PIECES add what English texts hold (see multilingual.py),
and goes on thrice, each time more slowly: with English gold, a sample of its other labels and all
French ones; with gold, what the sample left and the French ones again; with this project's own
sentences, so that short ones are not lost, and a sample of the rest. What is kept is the mean of
the weights after each (Wortsman and others, 2022), which reads a little better than any of them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch

from training.encoder import Taught, labelled, of_ours, of_states, teach
from training.multilingual import Multilingual

LANGS = ("en", "fr")
# rows of a kind in the first pass
SAMPLE = {"pool": 9_000, "states": 7_000, "ours": 2_000}
FRENCH_SAMPLE = {"states": 600, "ours": 1_500}
KEPT = {"labels": 2_500, "states": 1_000, "french": 1_500}  # beside our own in the last one
RATES = (0.5, 0.35, 0.25)  # of what an encoder that begins learns with


class Labels(NamedTuple):
    """All that is labelled in a language, by where it comes from."""

    gold: list[Taught]
    pool: list[Taught]
    states: list[Taught]
    ours: list[Taught]


def labels_of(corpus: Path, lang: str, extra: Path, states: Path) -> Labels:
    rows = list(labelled(corpus, lang, extra))
    return Labels(
        [row for row in rows if row.source == "gold"],
        [row for row in rows if row.source != "gold"],
        list(of_states(corpus, lang, states)), list(of_ours(lang)),
    )


def parted(
    rows: Sequence[Taught], most: int, dice: random.Random
) -> tuple[list[Taught], list[Taught]]:
    """A sample of some rows, and those that are left."""
    taken = set(dice.sample(range(len(rows)), min(most, len(rows))))
    return (
        [row for nth, row in enumerate(rows) if nth in taken],
        [row for nth, row in enumerate(rows) if nth not in taken],
    )


def passes_of(english: Labels, french: Labels, dice: random.Random) -> list[list[Taught]]:
    """The rows of each of the three passes."""
    first, second = list(english.gold), list(english.gold)
    for kind, most in SAMPLE.items():
        taken, left = parted(getattr(english, kind), most, dice)
        first += taken
        second += left
    for rows in (first, second):
        rows += [*french.gold, *french.pool]
    for kind, most in FRENCH_SAMPLE.items():
        taken, left = parted(getattr(french, kind), most, dice)
        first += taken
        second += left
    ours = [*english.ours, *french.ours]
    neutral = [row for row in ours if row.source == "own-neutral"]  # twice: they are a promise
    third = [*ours, *neutral]
    for of, most in (
        ([*english.gold, *english.pool], KEPT["labels"]), (english.states, KEPT["states"]),
        ([*french.gold, *french.pool], KEPT["french"]),
    ):
        third += parted(of, most, dice)[0]
    return [first, second, third]


def mean_of(paths: Sequence[Path]) -> dict[str, object]:
    """The mean of the weights of some models that began alike."""
    models = [torch.load(path, weights_only=True) for path in paths]
    mean = models[-1]
    for part in ("body", "head"):
        for name, array in mean[part].items():
            if array.dtype.is_floating_point:
                mean[part][name] = sum(model[part][name] for model in models) / len(models)
    return dict(mean)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="of the encoder that ships")
    parser.add_argument("--pieces", type=Path, required=True)
    parser.add_argument("--extra", type=Path, nargs=len(LANGS), required=True)
    parser.add_argument("--states", type=Path, nargs=len(LANGS), required=True)
    args = parser.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(7)
    english, french = (
        labels_of(args.corpus, lang, extra, states)
        for lang, extra, states in zip(LANGS, args.extra, args.states, strict=True)
    )
    teacher = Multilingual.shipped(args.weights, args.pieces.read_text("utf-8").splitlines())
    saved: list[Path] = []
    passes = passes_of(english, french, random.Random(5))
    for nth, (rows, rate) in enumerate(zip(passes, RATES, strict=True), 1):
        path = args.model.with_suffix(f".{nth}.pt")
        teach(teacher, [rows], [], path, rate)
        saved.append(path)
        if len(saved) > 1:  # the last pass begins with the mean of the first two
            torch.save(mean_of(saved), args.model)
            teacher = Multilingual.load(args.model)


if __name__ == "__main__":
    main()
