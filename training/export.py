"""Make what ships of a teacher: the weights of an encoder as bytes, and its head.

    python -m training.export MODEL.pt encoder/lintwords_encoder/weights.npz [--words WORDS.txt]

A matrix is kept in one byte a weight with a scale for each row. `--words` are pieces of words that
are kept, those that the language's texts hold; a word of others is read in shorter pieces. The sum
of the file is put into each head of that folder that names it; its chances are left alone.
"""

from __future__ import annotations

import argparse
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.multilingual import Multilingual
from training.teacher import LENGTH, Teacher

Rows = dict[str, Any]


def rows_of(teacher: Teacher, kept: set[str] | None = None) -> Rows:
    """The arrays of an encoder by the names that lintwords/reading/encoder.py asks for."""
    rows, state = teacher.rows(kept)
    _bytes(rows, "word", rows["word"])
    kinds = state["embeddings.token_type_embeddings.weight"]
    rows["place"] = state["embeddings.position_embeddings.weight"][:LENGTH] + kinds[0]
    rows["norm"] = _norm(state, "embeddings.LayerNorm")
    config = teacher.body.config
    rows["layers"] = np.array(config.num_hidden_layers)
    rows["heads"] = np.array(config.num_attention_heads)
    for nth in range(config.num_hidden_layers):
        layer = f"encoder.layer.{nth}"
        looks = [f"{layer}.attention.self.{name}" for name in ("query", "key", "value")]
        _bytes(rows, f"{nth} look", np.concatenate([state[f"{name}.weight"] for name in looks]))
        rows[f"{nth} look start"] = np.concatenate([state[f"{name}.bias"] for name in looks])
        for name, part in (
            ("join", "attention.output.dense"), ("up", "intermediate.dense"),
            ("down", "output.dense"),
        ):
            _bytes(rows, f"{nth} {name}", state[f"{layer}.{part}.weight"])
            rows[f"{nth} {name} start"] = state[f"{layer}.{part}.bias"]
        rows[f"{nth} norm join"] = _norm(state, f"{layer}.attention.output.LayerNorm")
        rows[f"{nth} norm down"] = _norm(state, f"{layer}.output.LayerNorm")
    head = teacher.head.state_dict()
    rows["code"], rows["code start"] = (head[f"1.{n}"].float().numpy() for n in ("weight", "bias"))
    return rows


def _bytes(rows: Rows, name: str, matrix: Any) -> None:
    scale = np.abs(matrix).max(1) / 127
    scale[scale == 0] = 1
    rows[name] = np.rint(matrix / scale[:, None]).astype(np.int8)
    rows[f"{name} scale"] = scale.astype(np.float32)


def _norm(state: Rows, name: str) -> Any:
    return np.stack([state[f"{name}.weight"], state[f"{name}.bias"]])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--words", type=Path)
    args = parser.parse_args()
    kept = set(args.words.read_text("utf-8").splitlines()) if args.words else None
    kind = Multilingual if "pieces" in torch.load(args.model, weights_only=True) else Teacher
    rows = rows_of(kind.load(args.model), kept)
    np.savez(args.weights, **rows)
    told = sha256(args.weights.read_bytes()).hexdigest()
    named = re.compile(rf'(file = "{re.escape(args.weights.name)}"\nsha256 = ")[^"]*')
    for head in args.weights.parent.glob("*.toml"):
        text = head.read_text("utf-8")
        head.write_text(named.sub(rf"\g<1>{told}", text), "utf-8")
    print(f"{len(str(rows['words']).split())} pieces, {args.weights.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
