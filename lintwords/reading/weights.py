"""The weights of a reading: features → whole numbers, in a file that is mapped and not read.

The file is a row of buckets of four entries; an entry is a mark of two bytes, by which a feature
is known again, and a weight of one byte for each code. A feature that training did not see weighs
nothing. All sums are of whole numbers, so that every machine comes to the same.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from lintwords.errors import RulePackError

CODES = ("W", "S", "N", "O", "G")  # of the guide; those that names decide are left out
WANTED = 2  # the first of them are reported
_HEAD = struct.Struct("<4sHH")  # b"LWR1", version of the features, bits of the bucket's number
_ENTRY = struct.Struct("<H5b")
_BUCKET = 4
_ROOM = _BUCKET * _ENTRY.size
_MARKS = struct.Struct("<" + "H5x" * _BUCKET)  # the marks of a bucket, without the weights
MAGIC = b"LWR1"
_WIDE = 24  # bits of a sum: of more weights than a sentence has features
_HALF = 1 << _WIDE - 1
_MOST_KNOWN = 8_000
_REMEDY = "Reinstall lintwords, or take the reading out of the settings."


class Address(NamedTuple):
    """Where a feature stands: its bucket and its mark."""

    bucket: int
    mark: int

    @classmethod
    def of(cls, kind: str, value: str, bits: int) -> Address:
        found = crc32(f"{kind} {value}".encode("utf-8", "replace"))
        return cls(found & ((1 << bits) - 1), (found >> 16) & 0xFFFF or 1)


class _Known(dict[tuple[str, str], int]):
    """The weights of features for all codes in one number; 0 of one that training did not see.

    A code has `_WIDE` bits of it, so that to add up such numbers adds up the weights of each code.
    The last ones asked for are kept.
    """

    def __init__(self, data: mmap.mmap, bits: int) -> None:
        super().__init__()
        self._data, self._last = data, (1 << bits) - 1
        self._older: dict[tuple[str, str], int] = {}

    def __missing__(self, feature: tuple[str, str]) -> int:
        row = self._older.get(feature)
        if row is None:
            row = self._row(*feature)
        if len(self) >= _MOST_KNOWN:
            self._older = dict(self)  # what is asked for again comes back from there
            self.clear()
        self[feature] = row
        return row

    def _row(self, kind: str, value: str) -> int:
        found = crc32(f"{kind} {value}".encode("utf-8", "replace"))  # as in `Address`, but faster
        at, mark = _HEAD.size + (found & self._last) * _ROOM, found >> 16 or 1
        marks = _MARKS.unpack_from(self._data, at)
        if mark not in marks:
            return 0
        _, *weights = _ENTRY.unpack_from(self._data, at + marks.index(mark) * _ENTRY.size)
        return sum(weight << _WIDE * nth for nth, weight in enumerate(weights))


class Weights:
    """An open file of weights."""

    def __init__(self, path: Path, version: int) -> None:
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, features, self._bits = _HEAD.unpack_from(self._data)
            size = _HEAD.size + (1 << self._bits) * _BUCKET * _ENTRY.size
        except (OSError, ValueError, struct.error) as trouble:
            raise RulePackError(f"cannot read {path}", _REMEDY, path) from trouble
        if magic != MAGIC or features != version or len(self._data) != size:
            raise RulePackError(f"{path} does not belong to this version", _REMEDY, path)
        self._known = _Known(self._data, self._bits)

    def sums(self, features: Iterable[tuple[str, str]]) -> list[int]:
        """The sum of the weights of these features, for each code."""
        total = sum(map(self._known.__getitem__, features))
        found = []
        for _ in CODES:
            one = (total + _HALF) % (2 * _HALF) - _HALF  # the lowest bits, with their sign
            found.append(one)
            total = (total - one) >> _WIDE
        return found


def pack(
    rows: dict[tuple[str, str], tuple[int, ...]], bits: int, version: int
) -> tuple[bytes, int]:
    """The file for these weights, and how many found no room: the smallest ones of full buckets."""
    buckets: dict[int, dict[int, tuple[int, ...]]] = {}
    lost = 0
    order = sorted(rows.items(), key=lambda row: (-max(map(abs, row[1])), row[0]))
    for (kind, value), row in order:
        place = Address.of(kind, value, bits)
        bucket = buckets.setdefault(place.bucket, {})
        if len(bucket) == _BUCKET or place.mark in bucket:
            lost += 1
        else:
            bucket[place.mark] = row
    data = bytearray(_HEAD.pack(MAGIC, version, bits))
    empty = _ENTRY.pack(0, *[0] * len(CODES))
    for nth in range(1 << bits):
        found = [_ENTRY.pack(mark, *row) for mark, row in sorted(buckets.get(nth, {}).items())]
        data += b"".join(found + [empty] * (_BUCKET - len(found)))
    return bytes(data), lost
