"""The weights of a reading: features → whole numbers, in a file that is mapped and not read.

The file is a row of buckets of four entries; an entry is a mark of two bytes, by which a feature
is known again, and a weight of one byte for each code. A feature that training did not see weighs
nothing. All sums are of whole numbers, so that every machine comes to the same.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from lintwords.errors import RulePackError

CODES = ("W", "S", "N", "O", "G")  # of the guide; those that names decide are left out
_HEAD = struct.Struct("<4sHH")  # b"LWR1", version of the features, bits of the bucket's number
_ENTRY = struct.Struct("<H5b")
_BUCKET = 4
_MARKS = struct.Struct("<" + "H5x" * _BUCKET)  # the marks of a bucket, without the weights
MAGIC = b"LWR1"
_LANE = 24  # bits of a sum in a packed row
_BIAS = 128  # makes each weight a positive number
MASK = (1 << _LANE) - 1
_MOST_KNOWN = 200_000
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
    """Rows that were looked up before, packed into one number each."""

    def __init__(self, look_up: Callable[[str, str], int]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, feature: tuple[str, str]) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        packed = self[feature] = self._look_up(*feature)
        return packed


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
        self._known = _Known(self._look_up)

    def sums(self, features: Iterable[tuple[str, str]]) -> list[int]:
        """The sum of the weights of these features, for each code."""
        total = sum(map(self._known.__getitem__, features))
        away = _BIAS * (total >> (_LANE * len(CODES)))
        return [(total >> (_LANE * nth) & MASK) - away for nth in range(len(CODES))]

    def _look_up(self, kind: str, value: str) -> int:
        bucket, mark = Address.of(kind, value, self._bits)
        at = _HEAD.size + bucket * _BUCKET * _ENTRY.size
        marks = _MARKS.unpack_from(self._data, at)
        if mark not in marks:
            return 0
        _, *row = _ENTRY.unpack_from(self._data, at + marks.index(mark) * _ENTRY.size)
        packed: int = sum((weight + _BIAS) << (_LANE * n) for n, weight in enumerate(row))
        return packed + (1 << (_LANE * len(CODES)))  # the last lane counts


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
