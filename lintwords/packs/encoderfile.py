"""The head of an encoder that is installed beside lintwords: what it counts beside which reading.

An encoder is a package of its own, `lintwords_encoder`, for it is larger than all rules together
and needs numpy. It holds a head for each language that it reads, named by the version that the
reading has with it ("en-5.toml"), and the weights. Who names a reading in the settings goes
without, as do all where the environment says `LINTWORDS_ENCODER=off`.
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
KEYS = ("beside", "file", "sha256", "asked", "share", "report", "perhaps", "safe")
_CHANCES = KEYS[3:]
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
        encoder=EncoderFile(path.parent / row["file"], row["asked"], row["share"]),
    )


def _is_whole(row: Mapping[str, Any]) -> bool:
    """Whether a head holds all that it must."""
    return set(row) == set(KEYS) and all(
        isinstance(row[key], str) if key not in _CHANCES
        else type(row[key]) is int and 0 <= row[key] <= _WHOLE
        for key in KEYS
    )
