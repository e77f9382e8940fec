"""What the page says, in the language of the interface: a sentence by its key, or all of them."""

from __future__ import annotations

from lintwords import interface
from lintwords.interface import Entry
from lintwords.serve.english import EN


def words() -> dict[str, Entry]:
    """The whole table in the language of the interface, for the script of the page."""
    return {name: interface.entry("page", name, english) for name, english in EN.items()}


def say(name: str, **values: object) -> str:
    """A sentence of the table with its fields filled in."""
    entry = interface.entry("page", name, EN.get(name, name))
    n = values.get("n", 1)
    text = interface.choose(entry, n if isinstance(n, int) else 1)
    return text.format(**values) if values else text
