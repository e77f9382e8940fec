"""The student, which ships: a weight for each feature and code, learned from gold and silver.

    python -m training.student CORPUS --silver SILVER.jsonl [--states STATES.jsonl]
        [--extra ROWS.jsonl] [--unseen OOF.jsonl] --vectors VECTORS.npz
        [--by fold|family] [--write VERSION] [--lang en] [--beside SAMPLES] [--bits 18]

Printed are figures out of fold (documents; or families of sources). With `--write` the student is
trained on everything and rules/LANG/reading.bin and reading.toml are made; the cut comes from the
folds. Needs numpy, scipy and torch. What a word is to other words comes from VECTORS: its weight in
a place is its own plus that of its kin.
"""

from __future__ import annotations

import argparse
import pickle
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

from lintwords.reading.features import VERSION
from lintwords.reading.weights import CODES, pack
from training.gold import FAMILIES, fold_of
from training.samples import (
    ROOT,
    Marked,
    Sample,
    examples,
    gold,
    load_engine,
    neutral,
    of_states,
    own,
    seen,
    silver,
    states,
    written,
)

FOLDS = 3
LEAST = 2  # times a feature must stand in what is trained on
OWN_COST, KIN_COST, STEPS = 3.0, 3.0, 60  # of large weights; steps of the search
HIDDEN, PASSES, BATCH, RATE = 0.65, 10, 256, 1e-3  # share of cues hidden while settling; passes
BESIDE = 0.1  # of the weight of samples of another language
UNIT, BITS = 40, 18
PRECISE = 0.90  # precision out of fold that a finding must have
PERHAPS = 0.5  # the chance from which on a mention may stand for the government
SAFE = 0.75  # the chance from which on a fix is safe, if nothing in the sentence is against it
ROLES = (
    "subject", "object", "passive", "agent", "prep", "possessive", "adjective", "compound",
)
PLACES = (
    "any governor", "any head", "-1", "+1", "-2", "+2", "l4", "r4", "l12", "r12",
    *(f"{kind} {role}" for kind in ("governor", "object", "head") for role in ROLES),
)
Feature = tuple[str, str]
Array = Any  # numpy has no types where the rules are checked


def place_of(feature: Feature) -> tuple[str, str]:
    """The place that a word is weighed in, and the word; nothing for other features."""
    kind, value = feature
    if kind in ("governor", "object", "head"):
        role, _, word = value.partition(" ")
        return (f"{kind} {role}", word) if role in ROLES else ("", "")
    return (kind, value) if kind in PLACES else ("", "")


@dataclass
class Kin:
    """The vectors of words."""

    index: dict[str, int]
    rows: Array

    @classmethod
    def load(cls, path: Path) -> Kin:
        data = np.load(path)
        return cls({str(word): nth for nth, word in enumerate(data["words"])}, data["vectors"])

    def matrix(self, samples: Sequence[Sample]) -> Array:
        """For each sample the sum of the vectors of its words, place by place."""
        wide = self.rows.shape[1]
        found = np.zeros((len(samples), len(PLACES) * wide), np.float32)
        starts = {place: nth * wide for nth, place in enumerate(PLACES)}
        for nth, sample in enumerate(samples):
            for feature in sample.features:
                place, word = place_of(feature)
                row = self.index.get(word) if place else None
                if row is not None:
                    start = starts[place]
                    found[nth, start : start + wide] += self.rows[row]
        return found


@dataclass
class Model:
    """Weights by feature, by place and vector, and the bias."""

    index: dict[Feature, int]
    own: Array
    kin: Array
    bias: Array

    def chances(self, bags: Any, kin: Array) -> Array:
        return softmax(bags @ self.own + kin @ self.kin + self.bias)


def softmax(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))


def index_of(samples: Iterable[Sample]) -> dict[Feature, int]:
    counts = Counter(feature for sample in samples for feature in sample.features)
    kept = sorted(feature for feature, count in counts.items() if count >= LEAST)
    return {feature: nth for nth, feature in enumerate(kept)}


def bags(samples: Sequence[Sample], index: dict[Feature, int]) -> Any:
    columns: list[int] = []
    ends = [0]
    for sample in samples:
        columns += (index[f] for f in sample.features if f in index)
        ends.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    shape = len(samples), len(index)
    return sparse.csr_matrix((ones, np.array(columns, np.int32), np.array(ends)), shape=shape)


def fit(
    index: dict[Feature, int], rows: Any, kin: Array, wanted: Array, weight: Array,
    before: Array = 0.0, own_cost: float = OWN_COST,
) -> Model:
    """The weights that fit best, large ones paid for; the search has no chance in it.

    `before` are scores to which those of the weights are added.
    """
    turned = rows.T.tocsr()
    many, codes, wide = rows.shape[1], wanted.shape[1], kin.shape[1]
    first, second = many * codes, (many + wide) * codes
    weight = weight[:, None].astype(np.float32)

    def cost(flat: Array) -> tuple[float, Array]:
        flat = flat.astype(np.float32)
        by_own, by_kin = flat[:first].reshape(many, codes), flat[first:second].reshape(wide, codes)
        chances = softmax(rows @ by_own + kin @ by_kin + flat[second:] + before)
        loss = -(weight * wanted * np.log(chances + 1e-9)).sum()
        loss += 0.5 * own_cost * (by_own**2).sum() + 0.5 * KIN_COST * (by_kin**2).sum()
        off = weight * (chances - wanted)
        slope = (turned @ off + own_cost * by_own, kin.T @ off + KIN_COST * by_kin, off.sum(0))
        return float(loss), np.concatenate([np.ravel(s) for s in slope]).astype(np.float64)

    start = np.zeros(second + codes)
    found = minimize(
        cost, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 5}
    ).x
    return Model(
        index, found[:first].reshape(many, codes), found[first:second].reshape(wide, codes),
        found[second:],
    )


def settle(
    model: Model, cues: Sequence[Array], kin: Array, wanted: Array, weight: Array, seed: int = 1
) -> Model:
    """The same weights, moved until each does without most of the others.

    In each pass over the samples two cues of three are hidden (dropout; Srivastava and others,
    2014), so that no weight is only right beside another one. The same samples give the same.
    """
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    own = torch.nn.EmbeddingBag.from_pretrained(
        torch.tensor(model.own).float(), freeze=False, mode="sum"
    )
    by_kin = torch.nn.Parameter(torch.tensor(model.kin).float())
    bias = torch.nn.Parameter(torch.tensor(model.bias).float())
    search = torch.optim.Adam([own.weight, by_kin, bias], lr=RATE)
    vectors, soft, heavy = torch.tensor(kin), torch.tensor(wanted), torch.tensor(weight)
    for _ in range(PASSES):
        order = dice.permutation(len(cues))
        for at in range(0, len(order), BATCH):
            part = order[at : at + BATCH]
            seen = [row[dice.random(len(row)) > HIDDEN] for row in (cues[nth] for nth in part)]
            starts = np.cumsum([0, *(len(row) for row in seen[:-1])])
            scores = own(torch.tensor(np.concatenate(seen)), torch.tensor(starts))
            near = vectors[part] * (torch.rand(len(part), kin.shape[1]) > HIDDEN)
            told = torch.log_softmax((scores + near @ by_kin) / (1 - HIDDEN) + bias, 1)
            loss = -(heavy[part, None] * soft[part] * told).sum(1).mean()
            search.zero_grad()
            loss.backward()
            search.step()
    return Model(
        model.index, own.weight.detach().numpy(), by_kin.detach().numpy(), bias.detach().numpy()
    )


@dataclass
class Study:
    """All samples with their matrices, made once."""

    samples: list[Sample]
    kin: Array
    part: list[int]  # fold or family of each sample

    def __post_init__(self) -> None:
        self.index = index_of(sample for sample in self.samples if sample.learns)
        self.bags = bags(self.samples, self.index)
        self.wanted = np.array([sample.soft for sample in self.samples], np.float32)
        self.weight = np.array([sample.weight for sample in self.samples], np.float32)
        self.learns = np.array([sample.learns for sample in self.samples])
        self.cues = [
            np.array([self.index[f] for f in sample.features if f in self.index], np.int64)
            for sample in self.samples
        ]

    def train(self, without: int | None = None) -> Model:
        rows = np.array([
            nth for nth in range(len(self.samples))
            if self.learns[nth] and (without is None or self.part[nth] != without)
        ])
        kin, wanted, weight = self.kin[rows], self.wanted[rows], self.weight[rows]
        model = fit(self.index, self.bags[rows], kin, wanted, weight)
        return settle(model, [self.cues[nth] for nth in rows], kin, wanted, weight)

    def out_of_part(self) -> tuple[list[Sample], Array]:
        """Chances for the samples that count, each by a model that did not see its part."""
        counted = [nth for nth, sample in enumerate(self.samples) if sample.counts]
        found = np.zeros((len(self.samples), len(CODES)))
        for part in sorted({self.part[nth] for nth in counted}):
            rows = np.array([nth for nth in counted if self.part[nth] == part])
            found[rows] = self.train(part).chances(self.bags[rows], self.kin[rows])
            for nth in rows:
                if not self.samples[nth].is_seen:
                    found[nth] = 0
        return [self.samples[nth] for nth in counted], found[counted]


def cut_for(
    precision: float, samples: Sequence[Sample], chance: Array
) -> tuple[float, float]:
    """Recall, and the cut that finds most at that precision."""
    wanted = np.array([sample.wanted for sample in samples])
    best = (0.0, 1.0)
    for cut in np.arange(0.5, 0.97, 0.01):
        said = chance >= cut
        right = int((said & wanted).sum())
        if said.any() and right / said.sum() >= precision:
            best = max(best, (right / int(wanted.sum()), float(cut)))
    return best


def figures(samples: Sequence[Sample], chances: Array, cuts: Sequence[float]) -> list[str]:
    """Precision, recall and W against S at each cut."""
    report = chances[:, :2].sum(1)
    wanted = np.array([sample.wanted for sample in samples])
    abuse = np.array([sample.is_abuse for sample in samples])
    lines = []
    for cut in cuts:
        said = report >= cut
        right = int((said & wanted).sum())
        alike = ((chances[:, 0] > chances[:, 1]) == abuse)[said & wanted].mean()
        lines.append(
            f"cut {cut:.3f}: P {right / max(said.sum(), 1):.3f} R {right / wanted.sum():.3f}"
            f" ({right} right, {said.sum() - right} false, of {wanted.sum()}); W/S {alike:.3f}"
        )
    hits = wanted[np.argsort(-report, kind="stable")]
    precisions = hits.cumsum() / np.arange(1, len(hits) + 1)
    lines.append(f"average precision {precisions[hits].mean():.4f}")
    return lines


def tenths(samples: Sequence[Sample], chances: Array) -> list[str]:
    """Calibration: in each tenth of chance, how many were to be reported."""
    report = chances[:, :2].sum(1)
    wanted = np.array([sample.wanted for sample in samples])
    lines = []
    for low in range(10):
        inside = (report >= low / 10) & ((report < (low + 1) / 10) | (low == 9))
        if inside.any():
            lines.append(
                f"{low / 10:.1f}: {inside.sum()} mentions, said {report[inside].mean():.2f},"
                f" wanted {wanted[inside].mean():.2f}"
            )
    return lines


def rows_of(
    model: Model, kin: Kin, met: set[Feature], unit: int = UNIT
) -> dict[Feature, tuple[int, ...]]:
    """Whole weights for every feature: its own, and that of its word's kin in its place.

    `met` are the features of the language itself; others were learned beside it and stay away.
    """
    wide = kin.rows.shape[1]
    by_place = {
        place: kin.rows @ model.kin[nth * wide : (nth + 1) * wide]
        for nth, place in enumerate(PLACES)
    }
    found: dict[Feature, Array] = {}
    for place, table in by_place.items():
        kind, _, role = place.partition(" ") if place.split(" ")[-1] in ROLES else (place, "", "")
        for word, nth in kin.index.items():
            found[kind, f"{role} {word}" if role else word] = table[nth]
    for feature, nth in model.index.items():
        if feature in met:
            found[feature] = found.get(feature, 0) + model.own[nth]
    whole = {
        feature: tuple(int(v) for v in np.clip(np.rint(row * unit), -127, 127))
        for feature, row in found.items()
    }
    return {feature: row for feature, row in whole.items() if any(row)}


def write(
    model: Model, kin: Kin, met: set[Feature], lang: str, version: str, cut: float, bits: int
) -> str:
    """Make the files that ship."""
    data, lost = pack(rows := rows_of(model, kin, met), bits, VERSION)
    folder = ROOT / "rules" / lang
    (folder / "reading.bin").write_bytes(data)
    bias = ", ".join(str(round(value * UNIT)) for value in model.bias)
    (folder / "reading.toml").write_text(
        "# Which weights tell what a mention stands for; made by training/student.py.\n\n"
        "[reading]\n"
        f'version = "{version}"\n'
        f'file = "reading.bin"\nsha256 = "{sha256(data).hexdigest()}"\n'
        f"unit = {UNIT} # of a weight is one natural unit\nbias = [{bias}] # W, S, N, O, G\n"
        f"report = {cut * 1000:.0f} # in thousandths: from here on one stands for the government\n"
        f"perhaps = {PERHAPS * 1000:.0f} # from this one on it may\n"
        f"safe = {SAFE * 1000:.0f} # from this one on a fix of it may be safe\n",
        "utf-8",
    )
    return f"{len(rows)} features, {lost} found no room, {len(data) / 1e6:.1f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--silver", type=Path, action="append", default=[])
    parser.add_argument("--states", type=Path, action="append", default=[])
    parser.add_argument("--extra", type=Path, action="append", default=[])
    parser.add_argument("--unseen", type=Path, help="gold read by teachers that did not see it")
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--by", choices=("fold", "family"), default="fold")
    parser.add_argument("--lang", default="en")
    parser.add_argument("--write", metavar="VERSION")
    parser.add_argument("--keep", type=Path, help="keep the samples here, or take them from here")
    parser.add_argument("--beside", type=Path, help="samples of another language, of its --keep")
    parser.add_argument("--bits", type=int, default=BITS, help="of the number of a bucket")
    args = parser.parse_args()
    start = time.time()
    if args.keep and args.keep.exists():
        samples = pickle.loads(args.keep.read_bytes())
    else:
        samples = collect(args)
        if args.keep:
            args.keep.write_bytes(pickle.dumps(samples))
    kin = Kin.load(args.vectors)
    vectors = kin.matrix(samples)
    met = {feature for sample in samples for feature in sample.features}
    if args.beside:  # classes and slots have the same names in every language
        others = [
            replace(sample, weight=sample.weight * BESIDE, counts=False)
            for sample in pickle.loads(args.beside.read_bytes())
        ]
        samples += others
        vectors = np.concatenate([vectors, np.zeros((len(others), vectors.shape[1]), np.float32)])
    names = list(FAMILIES)
    family = {source: names.index(f) for f, row in FAMILIES.items() for source in row}
    part = [
        fold_of(s.doc, FOLDS) if args.by == "fold" else family.get(s.source, -1) for s in samples
    ]
    study = Study(samples, vectors, part)
    print(f"{len(samples)} samples, {len(study.index)} features, {time.time() - start:.0f} s")
    counted, chances = study.out_of_part()
    report = chances[:, :2].sum(1)
    print("\n".join(figures(counted, chances, (0.5, 0.6, 0.7, 0.8))))
    recall, cut = cut_for(PRECISE, counted, report)
    print(f"R {recall:.3f} at P {PRECISE}, cut {cut:.2f}")
    print("\n".join(tenths(counted, chances)))
    print(f"{time.time() - start:.0f} s")
    if args.write:
        print(write(study.train(), kin, met, args.lang, args.write, cut, args.bits))
        print(f"{time.time() - start:.0f} s")


def collect(args: argparse.Namespace) -> list[Sample]:
    """All samples, in a fixed order."""
    compiled, lang = load_engine(args.lang), args.lang
    rows: list[Marked] = [*gold(args.corpus, lang, args.extra, args.unseen), *own(lang)]
    rows += [*examples(compiled, lang), *written(compiled, lang), *neutral(compiled, lang)]
    for path in args.silver:
        rows += silver(args.corpus, path, lang)
    if lang == "en":
        for path in args.states:
            rows += states(args.corpus, path, lang)
        return list(seen(compiled, rows))
    return [*seen(compiled, rows), *(
        sample for path in args.states for sample in of_states(args.corpus, path, lang)
    )]


if __name__ == "__main__":
    main()
