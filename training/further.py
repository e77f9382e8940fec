"""Train a reading further: its weights are where it starts, and what it gets wrong moves them.

    python -m training.further CORPUS --lang fr [--extra ROWS.jsonl] [--states STATES.jsonl]
        [--keep SAMPLES] [--cost 3] [--write VERSION]

For a language whose former text is gone, or too dear to make again: the shipped weights
are the mean around which new ones are paid for (MAP adaptation; Chelba and Acero, 2006). Samples
are those of `student`. Printed are figures of sentences of our own out of fold, before and after,
and of gold that the former reading has seen; chances of both are by the cuts that ship. With
`--write` the entries of reading.bin are moved; a new feature takes a free place of its bucket.
"""

from __future__ import annotations

import argparse
import pickle
import struct
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from lintwords.reading.features import VERSION
from lintwords.reading.weights import Address, Weights
from training.gold import fold_of
from training.samples import ROOT, Sample
from training.student import FOLDS, Array, bags, collect, fit, index_of, softmax

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HEAD, ENTRY, BUCKET = struct.Struct("<4sHH"), struct.Struct("<H5b"), 4  # of reading.bin
COST = 6.0  # of moving a weight


def scores_before(samples: Sequence[Sample], folder: Path) -> Array:
    """What the shipped reading says of each sample, in natural units."""
    settings = tomllib.loads((folder / "reading.toml").read_text("utf-8"))["reading"]
    weights = Weights(folder / settings["file"], VERSION)
    sums = np.array([weights.sums(sample.features) for sample in samples], np.float32)
    return (sums + np.array(settings["bias"], np.float32)) / settings["unit"]


def told(samples: Sequence[Sample], chances: Array, cut: float) -> str:
    """Precision and recall at the cut that ships."""
    said = chances[:, :2].sum(1) >= cut
    wanted = np.array([sample.soft[0] + sample.soft[1] > 0.5 for sample in samples])
    right = int((said & wanted).sum())
    return (f"P {right / max(int(said.sum()), 1):.3f} R {right / max(int(wanted.sum()), 1):.3f}"
            f" ({right} right, {int(said.sum()) - right} false, of {int(wanted.sum())})")


def patched(data: bytes, rows: dict[tuple[str, str], Array]) -> tuple[bytes, int]:
    """The file with these weights added, the largest first, and how many found no room."""
    changed = bytearray(data)
    _, _, bits = HEAD.unpack_from(changed)
    lost = 0
    for (kind, value), row in sorted(rows.items(), key=lambda one: (-abs(one[1]).max(), one[0])):
        place = Address.of(kind, value, bits)
        start = HEAD.size + place.bucket * BUCKET * ENTRY.size
        at = [start + nth * ENTRY.size for nth in range(BUCKET)]
        entries = [ENTRY.unpack_from(changed, one) for one in at]
        found = next((n for n, entry in enumerate(entries) if entry[0] == place.mark), None)
        if found is None:
            found = next((n for n, entry in enumerate(entries) if entry[0] == 0), None)
        if found is None:
            lost += 1
            continue
        moved = np.clip(np.array(entries[found][1:]) + row, -127, 127)
        ENTRY.pack_into(changed, at[found], place.mark, *(int(v) for v in moved))
        entries = sorted(
            (ENTRY.unpack_from(changed, one) for one in at), key=lambda e: (not e[0], e[0])
        )
        for one, entry in zip(at, entries, strict=True):
            ENTRY.pack_into(changed, one, *entry)
    return bytes(changed), lost


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lang", default="fr")
    parser.add_argument("--extra", type=Path, action="append", default=[])
    parser.add_argument("--states", type=Path, action="append", default=[])
    parser.add_argument("--keep", type=Path, help="keep the samples here, or take them from here")
    parser.add_argument("--cost", type=float, default=COST)
    parser.add_argument("--write", metavar="VERSION")
    args = parser.parse_args()
    if args.keep and args.keep.exists():
        samples = pickle.loads(args.keep.read_bytes())
    else:
        samples = collect(argparse.Namespace(**vars(args), silver=[], unseen=None))
        if args.keep:
            args.keep.write_bytes(pickle.dumps(samples))
    folder = ROOT / "rules" / args.lang
    settings = tomllib.loads((folder / "reading.toml").read_text("utf-8"))["reading"]
    samples = [sample for sample in samples if sample.learns]
    before = scores_before(samples, folder)
    index = index_of(samples)
    rows = bags(samples, index)
    wanted = np.array([sample.soft for sample in samples], np.float32)
    weight = np.array([sample.weight for sample in samples], np.float32)
    none = np.zeros((len(samples), 0), np.float32)

    def moves(chosen: Array) -> tuple[Array, Array]:
        model = fit(index, rows[chosen], none[chosen], wanted[chosen], weight[chosen],
                    before[chosen], args.cost)
        return model.own, model.bias

    fold = np.array([fold_of(sample.doc, FOLDS) for sample in samples])
    after = np.zeros_like(before)
    for part in range(FOLDS):
        own, bias = moves(np.flatnonzero(fold != part))
        held = np.flatnonzero(fold == part)
        after[held] = before[held] + rows[held] @ own + bias
    cut = settings["report"] / 1000
    for what in ("own-written", "own-neutral", "own-examples", "gold"):
        chosen = [
            nth for nth, sample in enumerate(samples)
            if sample.source == what or (what == "gold" and sample.counts)
        ]
        some = [samples[nth] for nth in chosen]
        for when, scores in (("before", before), ("after ", after)):
            print(f"{what:13} {when} {told(some, softmax(scores[chosen]), cut)}")
    if args.write:
        own, bias = moves(np.arange(len(samples)))
        whole = np.rint(own * settings["unit"]).astype(int)
        changed = {feature: whole[nth] for feature, nth in index.items() if whole[nth].any()}
        data, lost = patched((folder / settings["file"]).read_bytes(), changed)
        (folder / settings["file"]).write_bytes(data)
        moved = [
            round(old + move * settings["unit"])
            for old, move in zip(settings["bias"], bias, strict=True)
        ]
        text = (folder / "reading.toml").read_text("utf-8")
        text = text.replace(settings["version"], args.write)
        text = text.replace(settings["sha256"], sha256(data).hexdigest())
        text = text.replace(str(settings["bias"]), str(moved))
        (folder / "reading.toml").write_text(text, "utf-8")
        print(f"{len(changed)} features moved, {lost} found no room")


if __name__ == "__main__":
    main()
