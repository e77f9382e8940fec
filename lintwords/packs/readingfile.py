"""The head of a reading: its version, where its weights stand, from which chance on they speak.

One comes with the rules of each language that has a reading. A user may name another one of the
same language, as that of the release before: a head and its weights in one folder. Of those
nothing is believed: each value is looked at, and the weights are those of the check sum.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from lintwords.errors import RulePackError, nearest
from lintwords.files.bounds import content, escapes
from lintwords.files.shipped import rules_folder
from lintwords.interface import say, system
from lintwords.model.rule import ReadingFile
from lintwords.packs import fields
from lintwords.packs.fields import Layout, Origin
from lintwords.packs.stamps import READING

KEYS = ("version", "file", "sha256", "unit", "bias", "report", "perhaps", "safe")
_VERSION = re.compile(r"[a-z]{2,3}-[0-9]{1,6}")
_SUM = re.compile(r"[0-9a-f]{64}")
_CODES = 5  # weights of a bias, as of a row of weights
_WHOLE = 1000  # a chance of one
_MOST = 1 << 20  # of a unit and of a bias: sums stay in their lanes
_LARGEST = 64_000_000  # bytes of weights


def shipped_readings() -> tuple[Path, ...]:
    """The heads that come with the rules: who names them goes without an encoder."""
    return tuple(sorted(rules_folder().glob(f"*/{READING}")))


def read(data: Mapping[str, Any], path: Path) -> ReadingFile:
    """What the head of a reading says. Raises `RulePackError` for a mistake in it."""
    place = Origin(path, Layout(path).line("[reading]") if "reading" in data else 1, "reading")
    row = data.get("reading")
    if not isinstance(row, dict) or len(data) > 1:
        raise place.wrong(
            say("it is no head of a reading"),
            say("Name the file with [reading] in it."),
        )
    for key in row:
        if key not in KEYS:
            raise place.wrong(say('unknown key "{key}"', key=key), nearest(key, KEYS))
    for key in KEYS:
        if key not in row:
            raise place.wrong(
                say('key "{key}" is missing', key=key),
                say("Take the head as it was made."),
            )
    _must(place, "version", _is_text(row["version"], _VERSION), say('It is as "en-1".'))
    _must(place, "sha256", _is_text(row["sha256"], _SUM), say("It is 64 digits of base 16."))
    _must(
        place, "file", isinstance(row["file"], str) and row["file"] != "", say("Name the weights."),
    )
    _must(place, "unit", _is_number(row["unit"], 1, _MOST), say("It is a whole number above 0."))
    _must(place, "bias", _is_bias(row["bias"]), say("It is {codes} whole numbers.", codes=_CODES))
    for key in ("report", "perhaps", "safe"):
        _must(
            place, key, _is_number(row[key], 0, _WHOLE),
            say("It is one from 0 to {whole}.", whole=_WHOLE),
        )
    if why := escapes(str(path.parent), row["file"]):
        raise place.wrong(say("file {why}", why=why), say("Put the weights beside their head."))
    return ReadingFile(
        path.parent / row["file"], row["version"], row["sha256"], row["unit"], tuple(row["bias"]),
        row["report"], row["perhaps"], row["safe"],
    )


def heads(paths: Sequence[Path], langs: Collection[str]) -> dict[str, ReadingFile]:
    """By language, the readings that a user names in place of those that come with the rules.

    Raises `RulePackError` for what is none, for two of one language, and for one of a language
    that is not in `langs`.
    """
    found: dict[str, ReadingFile] = {}
    for path in paths:
        reading = read(fields.parse(path), path)
        if reading.lang in found:
            raise RulePackError(
                say("{path} is a second reading for {lang}", path=path, lang=reading.lang),
                say("Leave one of them out."), path,
            )
        if reading.lang not in langs:
            raise RulePackError(
                say("{path} is for {lang}, which has no rules", path=path, lang=reading.lang),
                say("Languages with rules: {langs}", langs=', '.join(langs)), path,
            )
        found[reading.lang] = reading
    return found


def look_at_weights(reading: ReadingFile) -> None:
    """Refuse weights that cannot be read or are others than their head says."""
    path = reading.path
    try:
        data = content(path, _LARGEST)
    except OSError as trouble:
        raise RulePackError(
            say("cannot open {path}", path=path),
            say("The system says: {reason}.", reason=system(trouble)), path,
        ) from trouble
    if data is None or sha256(data).hexdigest() != reading.sha256:
        raise RulePackError(
            say(
                "{path} is not what belongs to the reading {version}",
                path=path, version=reading.version,
            ),
            say("Take the weights that came with this head."), path,
        )


def _must(place: Origin, key: str, holds: bool, hint: str) -> None:
    if not holds:
        raise place.wrong(say("{key} is wrong", key=key), hint)


def _is_text(value: object, shape: re.Pattern[str]) -> bool:
    return isinstance(value, str) and shape.fullmatch(value) is not None


def _is_number(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _is_bias(value: object) -> bool:
    return isinstance(value, list) and len(value) == _CODES and all(
        _is_number(one, -_MOST, _MOST) for one in value
    )
