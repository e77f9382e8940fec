"""Spoil the bytes of a file: in place, or inside the members of a package."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# what readers and rules hang on; a piece of it put in a wrong place is what nobody thought of
TOKENS = [
    token.encode() for token in json.loads(Path(__file__).with_name("tokens.json").read_text())
]


class Step(NamedTuple):
    """One way to spoil, at a share of the length; `size` in bytes, `token` a number of TOKENS."""

    way: str  # one of WAYS
    at: float
    size: int
    token: int
    times: int


WAYS = ("insert", "delete", "set", "repeat", "flood", "borrow", "cut", "turn")
_OFTEN = (40, 12, 10, 10, 10, 10, 5, 3)
LONGEST = 20_000  # bytes of what is made


def step(chance: random.Random) -> Step:
    """A step by chance."""
    (way,) = chance.choices(WAYS, _OFTEN)
    size = 1 + int(chance.expovariate(0.02 if way == "borrow" else 0.08))
    times = chance.choice((1, 2, 3, 20, 200))
    return Step(way, chance.random(), size, chance.randrange(len(TOKENS)), times)


def spoilt(data: bytes, steps: Sequence[Step], other: bytes = b"China") -> bytes:
    """`data` after `steps`; `other` is a file that stretches are borrowed from."""
    made = bytearray(data)
    for way, share, size, token, times in steps:
        at = int(share * len(made))
        end = min(len(made), at + size)
        text = TOKENS[token % len(TOKENS)]
        if way == "insert":
            made[at:at] = text
        elif way == "delete":
            del made[at:end]
        elif way == "set" and at < len(made):
            made[at] = token % 256
        elif way == "repeat":
            made[at:at] = made[at:end] * min(times, 20)
        elif way == "flood":
            made[at:at] = text * times
        elif way == "borrow":
            start = int(share * len(other))
            made[at:end] = other[start : start + size]
        elif way == "cut":
            del made[at:]
        elif way == "turn":
            made[:] = made[at:] + made[:at]
        del made[LONGEST:]
    return bytes(made)


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """`data` spoilt by chance, in the members of a package too."""
    if data[:2] == b"PK" and chance.random() < 0.85:
        return _package(data, chance, others)
    return spoilt(data, _steps(chance), chance.choice(others))


def _steps(chance: random.Random) -> list[Step]:
    return [step(chance) for _ in range(1 + int(chance.expovariate(0.6)))]


def in_package(data: bytes, nth: int, steps: Sequence[Step]) -> bytes:
    """A package with one member spoilt; the zip file itself stays sound."""
    members = _members(data)
    name, inside = members[nth % len(members)]
    members[nth % len(members)] = name, spoilt(inside, steps)
    return _packed(members)


def _package(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """One or two members spoilt, left out, doubled or exchanged."""
    members = _members(data)
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(members))
        name, inside = members[at]
        way = chance.random()
        if way < 0.85:
            members[at] = name, spoilt(inside, _steps(chance), chance.choice(members)[1])
        elif way < 0.90 and len(members) > 1:
            del members[at]
        elif way < 0.95:
            members[at] = name, chance.choice(members)[1]
        else:
            members.append((name + chance.choice(("", "2", "/../x")), chance.choice(others)))
    return _packed(members)


def _members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return [(info.filename, file.read(info)) for info in file.infolist()]


def _packed(members: Sequence[tuple[str, bytes]]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, inside in members:
            if name not in file.NameToInfo:
                file.writestr(name, inside)
    return output.getvalue()
