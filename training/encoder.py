"""Teach the encoder that ships beside a reading, on all labels that there are.

    python -m training.encoder CORPUS MODEL.pt --extra EXTRA.jsonl --states STATES.jsonl
        [--lang en] [--pieces PIECES.txt] [--beside en --beside-extra EXTRA.jsonl]
        [--leave-out 0] [--passes 2] [--go-on MODEL.pt]

Read are gold, the labels of the pool and of sentences about other states, and the sentences of
this project. With `--leave-out` one of three parts by document is not read, and figures of it are
printed after each pass; gold weighs twice. A language other than English needs `--pieces` (see
multilingual.py); with `--beside` as many labels of another language are read with it in the first
passes, for the signs and layers are the same. `--go-on` teaches a model further, at half the rate.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch

from lintwords.reading.masking import Hidden
from training import samples
from training.gold import LABELS, WANTED, fold_of, is_aside, read_gold, read_lines
from training.masking import hiding
from training.multilingual import Multilingual
from training.teacher import BATCH, CUTS, SMOOTHING, WARM_UP, Item, Soft, Teacher, batches, say

PARTS = 3
RATE, HEAD_RATE = 8e-5, 1e-3
GOLD = 2.0  # what a gold label weighs
_FORM = {"name": "<state>", "adjective": "<people>"}


class Taught(NamedTuple):
    """A labelled mention as an encoder sees it."""

    hidden: Hidden
    label: str
    weight: float
    doc: str
    source: str


def labelled(corpus: Path, lang: str, extra: Path | None) -> Iterator[Taught]:
    """Gold and the labels of the pool; nothing that is set aside."""
    hidden = hiding(lang)
    for row in read_gold(corpus, lang, extra):
        source, weight = ("pool", 1.0) if row.how == "extra" else ("gold", GOLD)
        place = hidden.hide(row.text, row.start, row.end)
        yield Taught(place, row.label, weight, row.doc or row.id, source)


def of_states(corpus: Path, lang: str, states: Path) -> Iterator[Taught]:
    """Labels of sentences about other states, each read as if its state were this one."""
    hidden = hiding(lang)
    labels = {(row["id"], row["start"]): row["label"] for row in read_lines(states)}
    rows = [
        row for row in read_lines(corpus / "pool_states.jsonl")
        if row["lang"] == lang and not is_aside(row["doc"])
    ]
    forms: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        for start, end, state, kind in row["spans"]:
            forms[state].add((row["text"][start:end], _FORM[kind]))
    for row in rows:
        for start, end, state, _ in row["spans"]:
            label = labels.get((row["id"], start))
            if label in LABELS:
                place = hidden.hide(row["text"], start, end, forms[state])
                yield Taught(place, str(label), 1.0, row["doc"], "states")


def of_ours(lang: str) -> Iterator[Taught]:
    """The sentences of this project: tables and examples, what was written, neutral ones."""
    hidden, compiled = hiding(lang), samples.load_engine(lang)
    for row in (
        *samples.own(lang), *samples.examples(compiled, lang),
        *(row for row in samples.written(compiled, lang) if row.weight != samples.DRILL),
        *samples.neutral(compiled, lang),
    ):
        if row.label in LABELS:
            place = hidden.hide(row.text, row.start, row.end)
            yield Taught(place, row.label, 1.0, row.doc, row.source)


def teach(
    teacher: Teacher, passes: Sequence[Sequence[Taught]], held: Sequence[Taught], path: Path,
    rate: float = 1.0,
) -> None:
    """All of each pass once, in random order; the model is kept after each."""
    dice = random.Random(7)
    body = [weight for weight in teacher.body.parameters() if weight.requires_grad]
    head = list(teacher.head.parameters())
    groups = [{"params": body, "lr": rate * RATE}, {"params": head, "lr": rate * HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = sum(-(-len(rows) // BATCH) for rows in passes)

    def share(step: int) -> float:
        return float(min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / total))

    plan = torch.optim.lr_scheduler.LambdaLR(optimizer, share)
    begun, step = time.monotonic(), 0
    for rows in passes:
        teacher.body.train()
        teacher.head.train()
        items = [teacher.encode(row.hidden) for row in rows]
        for part in batches(items, dice):
            loss = _loss(teacher, [items[k] for k in part], [rows[k] for k in part])
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*body, *head], 1.0)
            optimizer.step()
            plan.step()
            optimizer.zero_grad()
            step += 1
            if step % 50 == 0:
                said = f"step {step} of {total}, loss {loss.item():.2f}"
                say(f"{said}, {time.monotonic() - begun:.0f} s")
        teacher.save(path)
        if held:
            tell(held, teacher.read([teacher.encode(row.hidden) for row in held]))


def _loss(teacher: Teacher, items: Sequence[Item], rows: Sequence[Taught]) -> Any:
    wanted = torch.tensor([LABELS.index(row.label) for row in rows])
    each = torch.nn.functional.cross_entropy(
        teacher.judge(items), wanted, label_smoothing=SMOOTHING, reduction="none"
    )
    return (each * torch.tensor([row.weight for row in rows])).mean()


def tell(held: Sequence[Taught], soft: Sequence[Soft]) -> None:
    """Average precision by source, then precision and recall at each cut."""
    for source in sorted({row.source for row in held}):
        kept = [(row, p) for row, p in zip(held, soft, strict=True) if row.source == source]
        is_wanted = [row.label in LABELS[:WANTED] for row, _ in kept]
        chances = [sum(p[:WANTED]) for _, p in kept]
        said = [f"{source} {len(kept)} ({sum(is_wanted)}) {_average(is_wanted, chances):.3f}"]
        for cut in CUTS:
            found = [wanted for wanted, p in zip(is_wanted, chances, strict=True) if p >= cut]
            right = sum(found)
            said.append(
                f"{cut}: P {right / max(1, len(found)):.3f} R {right / max(1, sum(is_wanted)):.3f}"
            )
        say("  ".join(said))


def _average(is_wanted: Sequence[bool], chances: Sequence[float]) -> float:
    """Average precision."""
    order = sorted(range(len(chances)), key=lambda k: -chances[k])
    hits, whole = 0, 0.0
    for nth, k in enumerate(order, 1):
        if is_wanted[k]:
            hits += 1
            whole += hits / nth
    return whole / max(1, hits)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--extra", type=Path)
    parser.add_argument("--states", type=Path)
    parser.add_argument("--pieces", type=Path)
    parser.add_argument("--beside", help="another language whose labels are read as well")
    parser.add_argument("--beside-extra", type=Path)
    parser.add_argument("--leave-out", type=int, choices=range(PARTS))
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--go-on", type=Path)
    args = parser.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(7)
    rows = [*labelled(args.corpus, args.lang, args.extra), *of_ours(args.lang)]
    kept, held = _parted(rows, args.leave_out)
    if args.states:
        kept += of_states(args.corpus, args.lang, args.states)
    passes = [list(kept) for _ in range(args.passes)]
    if args.beside:
        others, _ = _parted(labelled(args.corpus, args.beside, args.beside_extra), args.leave_out)
        random.Random(3).shuffle(others)
        for rows in passes[:-1]:  # the last is the language's own
            rows += others[: len(kept)]
            others = others[len(kept) :]
    kind = Multilingual if args.pieces else Teacher
    if args.go_on:
        teacher: Teacher = kind.load(args.go_on)
    elif args.pieces:
        teacher = Multilingual.begin(args.pieces.read_text("utf-8").splitlines())
    else:
        teacher = Teacher.new()
    say(json.dumps({"read": len(kept), "left out": len(held)}))
    teach(teacher, passes, held, args.model, 0.5 if args.go_on else 1.0)


def _parted(rows: Iterable[Taught], out: int | None) -> tuple[list[Taught], list[Taught]]:
    kept: list[Taught] = []
    held: list[Taught] = []
    for row in rows:
        (held if out is not None and fold_of(row.doc, PARTS) == out else kept).append(row)
    return kept, held


if __name__ == "__main__":
    main()
