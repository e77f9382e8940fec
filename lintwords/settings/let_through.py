"""Values of settings that change what is found, as they are told: by which, where, for which paths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lintwords.interface import say
from lintwords.model import SEVERITIES
from lintwords.settings.file import SETTINGS, Origin

_OF_REVIEW = ("review.keys", "review.reason")  # alone change nothing of what is read or found
_CHANGING = tuple(name for name in SETTINGS if name not in _OF_REVIEW)
_RAISING = ("on", "error")  # weights that lower nothing


class Let(NamedTuple):
    """A value that changes what is found; `setting` is rules, ignore, exclude or "" for others."""

    setting: str
    name: str  # of a rule, a pattern or a setting
    value: str
    origin: Origin
    glob: str  # of the paths that it holds for, as seen from its file; empty for all

    @property
    def says(self) -> str:
        """What it does, as a sentence without an end."""
        if self.setting == "exclude":
            return say("{name} is left out", name=self.name)
        if self.setting == "rules" and self.value in SEVERITIES:
            return say("{name} is at most {value}", name=self.name, value=self.value)
        return say("{name} is {value}", name=self.name, value=self.value)

    @property
    def where(self) -> str:
        """The file and the line, and the paths that it holds for."""
        return say(
            "{origin} for {glob}", origin=self.origin, glob=self.glob,
        ) if self.glob else str(self.origin)


def changing(
    values: Mapping[str, Any], origins: Mapping[str, Origin], glob: str
) -> Iterator[Let]:
    """The values of one table that change what is found."""
    for name in _CHANGING:
        value, origin = values.get(name), origins.get(name)
        if value is None or origin is None:
            continue
        if name == "rules":
            for rule, weight in value.items():
                if weight not in _RAISING:
                    yield Let("rules", rule, weight, below(origin, rule), glob)
        elif name in ("ignore", "exclude"):
            for nth, one in enumerate(value):
                yield Let(name, one, "off", below(origin, nth), glob)
        else:
            yield Let("", name, told(value), origin, glob)


def told(value: Any) -> str:
    """A value in words; one that takes back what stands above is told as it is written."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (str, Path)):
        return str(value) or '""'
    return ", ".join(map(str, value)) or "[]"


def below(origin: Origin, key: str | int) -> Origin:
    """The origin of a value within another."""
    return Origin(origin.file, (*origin.keys, key)) if origin.file else origin
