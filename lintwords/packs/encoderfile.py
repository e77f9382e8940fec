"""The head of encoders that are installed beside lintwords: what they count beside which reading.

They are a package of their own, `lintwords_encoder`, for they are larger than all rules together
and need numpy. It holds a head for each language that they read, named by the version that the
reading has with them ("en-6.toml"), and the weights that a head names. Who names a reading in the
settings goes without, as do all where the environment says `LINTWORDS_ENCODER=off`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lintwords.errors import RulePackError, SettingsError, short
from lintwords.interface import say
from lintwords.model.rule import EncoderFile, ReadingFile
from lintwords.values import replace

PACKAGE = "lintwords_encoder"
SWITCH, ON, OFF = "LINTWORDS_ENCODER", "on", "off"  # of the environment; off: go without
_CHANCES = ("report", "perhaps", "safe")
KEYS = ("beside", *_CHANCES, "weights")
WEIGHTS_KEYS = ("file", "sha256", "asked", "share")
_WHOLE = 1000  # a chance of one


def head_of(lang: str) -> Path | None:
    """The head of the installed encoder of a language; None where there is none.

    Looked for where modules are, and not in the folder that a program is called in: what lies in a
    checkout decides nothing. Raises SettingsError for a word of the environment that is not known.
    """
    value = os.environ.get(SWITCH) or ON
    if value not in (ON, OFF):
        raise SettingsError(
            say('LINTWORDS_ENCODER is "{value}"', value=short(value)),
            say("Known are on and off: without the encoder that is installed."),
        )
    if value == OFF:
        return None
    try:
        here = os.getcwd()
    except OSError:  # it was taken away meanwhile
        here = ""
    for place in sys.path:
        folder = os.path.join(place, PACKAGE)
        if place and place != here and os.path.isdir(folder):  # to import its finder takes longer
            heads = sorted(Path(folder).glob(f"{lang}-*.toml"))
            if heads:
                return heads[-1]
    return None


def with_encoder(reading: ReadingFile | None) -> ReadingFile | None:
    """The same reading with the encoder that is installed for it, under the version of both.

    Raises `RulePackError` for an encoder of another reading, and for a head that is none.
    """
    path = head_of(reading.lang) if reading else None
    if reading is None or path is None:
        return reading
    from lintwords.packs.fields import parse  # late, as all that reads TOML

    row = parse(path).get("encoder")
    if not isinstance(row, dict) or not _is_whole(row) or row["beside"] != reading.version:
        raise RulePackError(
            say("the installed encoder {version} is not for the reading {reading}",
                version=path.stem, reading=reading.version),
            say("Install it again, or take it away: pip uninstall lintwords-encoder"), path,
        )
    return replace(
        reading, version=path.stem, report=row["report"], perhaps=row["perhaps"], safe=row["safe"],
        encoders=tuple(
            EncoderFile(path.parent / one["file"], tuple(one["asked"]), one["share"])
            for one in row["weights"]
        ),
    )


def _is_whole(row: Mapping[str, Any]) -> bool:
    """Whether a head holds all that it must."""
    return (
        set(row) == set(KEYS) and isinstance(row["beside"], str)
        and all(_is_chance(row[key]) for key in _CHANCES)
        and isinstance(row["weights"], list) and bool(row["weights"])
        and all(map(_are_weights, row["weights"]))
    )


def _are_weights(row: object) -> bool:
    """Whether a row names weights, and when they are asked."""
    if not isinstance(row, dict) or set(row) != set(WEIGHTS_KEYS):
        return False
    asked = row["asked"]
    return (
        isinstance(row["file"], str) and isinstance(row["sha256"], str)
        and _is_chance(row["share"])
        and isinstance(asked, list) and len(asked) == len(("from", "to"))
        and all(map(_is_chance, asked))
    )


def _is_chance(value: object) -> bool:
    """Whether a value is a chance, in thousandths."""
    return type(value) is int and 0 <= value <= _WHOLE
