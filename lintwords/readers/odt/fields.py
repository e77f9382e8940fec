"""What fields of an OpenDocument text show that keep their words elsewhere than they stand.

A program shows what a variable holds, and the choice that is marked in a menu, whatever stands
inside the field. Where a condition chooses, it shows what stands there; the rest may come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords.readers.odt.names import full
from lintwords.readers.office.xmlscan import Attributes

_NAME, _STRING = full("text:name"), full("office:string-value")
_OTHERWISE = tuple(
    full(f"text:string-value{tail}") for tail in ("", "-if-true", "-if-false")
)  # of a field with a condition
_AFFIXES = tuple(full(f"style:num-{name}") for name in ("prefix", "suffix"))
_SHOWN = tuple(map(full, (
    "form:label", "form:current-value", "form:value", "form:title",
)))
_CHOSEN = tuple(map(full, ("form:current-selected", "form:selected")))
_WORDS = re.compile(r"[^\W\d_]{2}\s+[^\W\d_]{2}")


class Variables:
    """What the variables of a text hold where it is read."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def keep(self, attributes: Attributes) -> str | None:
        """What a variable is set to; None for a number, or where it is not said."""
        words = attributes.get(_STRING)
        if words is not None:
            self._held[attributes.get(_NAME, "")] = words
        return words

    def shown(self, attributes: Attributes) -> str | None:
        """What a field shows of a variable; None if what stands inside it."""
        return self._held.get(attributes.get(_NAME, ""))


class Menu:
    """A field that lets people choose, in the middle of being read."""

    def __init__(self) -> None:
        self._labels: list[str] = []
        self._chosen = ""
        self.inside: list[str] = []

    def see(self, attributes: Attributes) -> None:
        label = attributes.get(full("text:value"), "")
        self._labels.append(label)
        if attributes.get(full("text:current-selected")) == "true":
            self._chosen = label

    @property
    def shown(self) -> str:
        """The choice that is marked, what stands there, or the first choice."""
        return self._chosen or "".join(self.inside).strip() or next(iter(self._labels), "")


def otherwise(attributes: Attributes) -> Iterator[str]:
    """What a field with a condition may show."""
    return (attributes[name] for name in _OTHERWISE if name in attributes)


def around_number(attributes: Attributes) -> str:
    """What a list puts before its items, with a number; empty if it is no words."""
    before, after = (attributes.get(name, "") for name in _AFFIXES)
    text = f"{before}1{after}"
    return text if _WORDS.search(text) else ""


def on_control(attributes: Attributes) -> Iterator[str]:
    """What a control of a form shows, or says of itself."""
    return iter(dict.fromkeys(attributes[name] for name in _SHOWN if name in attributes))


def is_chosen(attributes: Attributes) -> bool:
    """Whether a choice of a form is marked."""
    return any(attributes.get(name) == "true" for name in _CHOSEN)
