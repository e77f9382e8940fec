"""A table of one language: read, and looked at so that a slip in it breaks no run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from gettext import c2py
from typing import Any, NamedTuple

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from lintwords.interface import Entry

SECTIONS = ("review", "page", "places", "categories", "system")


class Table(NamedTuple):
    """The texts of one interface language, and how it counts.

    `texts`: English → the language, or its forms by number. `sections` go by keys.
    """

    texts: Mapping[str, Entry]
    sections: Mapping[str, Mapping[str, Entry]]
    form: Callable[[int], int]  # a number → which form stands with it
    thousands: str  # what stands between thousands


def read(path: str) -> Table:
    """The table in a file, which comes with lintwords."""
    with open(path, "rb") as file:
        data: dict[str, Any] = tomllib.load(file)
    return Table(
        data["texts"], {name: data.get(name, {}) for name in SECTIONS}, c2py(data["plural"]),
        data["thousands"],
    )


kept = lru_cache(read)  # for words in a language that is not spoken
