"""A transformer that numpy multiplies: pieces of texts go in, what speaks for each code comes out.

A column stands for a piece, and the columns of several texts stand side by side: numpy multiplies
that faster than rows, and faster than one text after the other. Only looking keeps texts apart. A
matrix stays as bytes until it multiplies: to make numbers of it takes a twentieth of the time, and
the numbers of all layers would take four times the room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

Array = Any  # numpy is only there where an encoder is
_SIDE_BY_SIDE = 240  # pieces; the columns of more do not fit into the nearest memory
_EXACT = 2  # digits of a score that are kept: machines differ in the sixth
_LEAST = 1e-12  # is added to what is divided by
# of the error function, by Abramowitz and Stegun, 7.1.26
_SERIES = (-1.453152027, 1.421413741, -0.284496736, 0.254829592)
_SERIES_START, _NEAR = 1.061405429, 0.3275911


class Pieces(NamedTuple):
    """A text in numbers of pieces, and which of them is asked about."""

    numbers: list[int]
    at: int


class Product(NamedTuple):
    """A matrix in bytes, with the scale of each of its rows and what is added."""

    matrix: Array
    scale: Array
    start: Array


class Layer(NamedTuple):
    """What a layer multiplies by, and how it evens out what comes of it."""

    look: Product
    join: Product
    up: Product
    down: Product
    after_join: Array
    after_down: Array


class Transformer:
    """The layers of an encoder, and how texts go through them."""

    def __init__(self, rows: Mapping[str, Array], numpy: Any) -> None:
        """`rows` are the arrays by their names, as training/export.py writes them."""
        self._np = numpy
        self._heads = int(rows["heads"])
        self._words, self._scale, self._places = rows["word"], rows["word scale"], rows["place"]
        self._first = _columns(rows["norm"])
        self._layers = [
            Layer(
                _product(rows, f"{nth} look"), _product(rows, f"{nth} join"),
                _product(rows, f"{nth} up"), _product(rows, f"{nth} down"),
                _columns(rows[f"{nth} norm join"]), _columns(rows[f"{nth} norm down"]),
            )
            for nth in range(int(rows["layers"]))
        ]
        self._codes, self._start = rows["code"].copy(), _columns(rows["code start"])
        self._largest = max(
            part.matrix.size for layer in self._layers for part in (layer.look, layer.up)
        )

    def scores(self, texts: Sequence[Pieces]) -> list[tuple[float, ...]]:
        """Of each text the scores of the piece that is asked about, in natural units."""
        return [row for batch in _batches(texts) for row in self._scores(batch)]

    def _scores(self, texts: Sequence[Pieces]) -> list[tuple[float, ...]]:
        np = self._np
        ends = list(accumulate((len(text.numbers) for text in texts), initial=0))
        room = np.empty(self._largest, np.float32)
        seen = self._opened(texts)
        # what the last layer says of other pieces, nobody asks
        asked = [*ends[:-1], *(end + text.at for end, text in zip(ends, texts, strict=False))]
        for nth, layer in enumerate(self._layers, 1):
            taken = self._looked(self._times(layer.look, seen, room), ends)
            if nth == len(self._layers):
                seen, taken = seen[:, asked], taken[:, asked]
            seen += self._times(layer.join, taken, room)
            self._even(seen, layer.after_join)
            raised = self._times(layer.up, seen, room)
            self._bend(raised)
            seen += self._times(layer.down, raised, room)
            self._even(seen, layer.after_down)
        both = np.concatenate([seen[:, : len(texts)], seen[:, len(texts) :]])
        scores = self._codes @ both + self._start
        return [tuple(round(float(one), _EXACT) for one in row) for row in scores.T]

    def _opened(self, texts: Sequence[Pieces]) -> Array:
        """The words of the texts, each at its place."""
        np = self._np
        numbers = [number for text in texts for number in text.numbers]
        places = [nth for text in texts for nth in range(len(text.numbers))]
        rows = self._words[numbers].astype(np.float32) * self._scale[numbers][:, None]
        seen = np.ascontiguousarray((rows + self._places[places]).T)
        self._even(seen, self._first)
        return seen

    def _times(self, by: Product, columns: Array, room: Array) -> Array:
        """A product; `room` is where numbers are made of the matrix."""
        matrix = room[: by.matrix.size].reshape(by.matrix.shape)
        self._np.copyto(matrix, by.matrix)
        made = matrix @ columns
        made *= by.scale
        made += by.start
        return made

    def _looked(self, looks: Array, ends: Sequence[int]) -> Array:
        """What each piece takes from the pieces of its text that it looks at, head by head."""
        np = self._np
        taken = np.empty((len(looks) // 3, looks.shape[1]), np.float32)
        for start, end in pairwise(ends):
            asks, holds, gives = looks[:, start:end].reshape(3, self._heads, -1, end - start)
            asks *= np.float32(asks.shape[1] ** -0.5)
            share = holds.transpose(0, 2, 1) @ asks
            share -= share.max(1, keepdims=True)
            np.exp(share, out=share)
            share /= share.sum(1, keepdims=True)
            taken[:, start:end] = (gives @ share).reshape(-1, end - start)
        return taken

    def _even(self, columns: Array, by: Array) -> None:
        """Evens columns out where they stand, as the norm of a layer does."""
        np = self._np
        columns -= columns.mean(0)
        wide = np.einsum("rc,rc->c", columns, columns) / len(columns) + np.float32(_LEAST)
        columns /= np.sqrt(wide)
        columns *= by[0]
        columns += by[1]

    def _bend(self, columns: Array) -> None:
        """Makes the error linear unit of columns where they stand."""
        np = self._np
        far = np.abs(columns)
        near = far * np.float32(_NEAR * 0.5**0.5)
        near += np.float32(1)
        np.reciprocal(near, out=near)
        lost = near * np.float32(_SERIES_START)  # of one, by the error function
        for factor in _SERIES:
            lost += np.float32(factor)
            lost *= near
        np.multiply(columns, columns, out=near)
        near *= np.float32(-0.5)
        lost *= np.exp(near, out=near)
        far *= np.float32(0.5)
        lost *= far
        np.maximum(columns, 0, out=columns)
        columns -= lost


def _columns(row: Array) -> Array:
    return row[..., None].copy()


def _product(rows: Mapping[str, Array], name: str) -> Product:
    return Product(rows[name], _columns(rows[f"{name} scale"]), _columns(rows[f"{name} start"]))


def _batches(texts: Sequence[Pieces]) -> Iterator[list[Pieces]]:
    """Texts as they come, as many together as stand side by side."""
    batch: list[Pieces] = []
    many = 0
    for text in texts:
        if batch and many + len(text.numbers) > _SIDE_BY_SIDE:
            yield batch
            batch, many = [], 0
        batch.append(text)
        many += len(text.numbers)
    if batch:
        yield batch
