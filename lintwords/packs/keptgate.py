"""The gate of a pack as it was kept: all that a file without a trigger is asked by."""

from __future__ import annotations

from typing import NamedTuple

from lintwords.files import cachefiles
from lintwords.prefilter.index import Table
from lintwords.prefilter.other_language import Alarm

_KIND = "gate"
_known: dict[str, KeptGate] = {}  # the one that this process read last, by its stamp


class KeptGate(NamedTuple):
    """What the gate asks, what may tell another language, and how many rules are in force.

    The rules are counted for who has no settings.
    """

    table: Table
    alarm: Alarm
    rules: int


def kept(stamp: str) -> KeptGate | None:
    """The gate of the pack of that stamp, if it was kept."""
    if stamp in _known:
        return _known[stamp]
    value = cachefiles.kept(_KIND, stamp)
    if not isinstance(value, tuple) or len(value) != len(KeptGate._fields):
        return None
    asked, alarm, rules = value
    _known.clear()
    gate = _known[stamp] = KeptGate(Table(*asked), Alarm(*alarm), rules)
    return gate


def keep(stamp: str, gate: KeptGate) -> None:
    """Keep it for later starts."""
    alarm = gate.alarm
    plain = tuple(gate.table), (alarm.words, alarm.own, alarm.loud), gate.rules
    cachefiles.keep(_KIND, stamp, plain)


def forget() -> None:
    """Read it from its file again when it is next asked for."""
    _known.clear()
