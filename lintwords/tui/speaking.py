"""A sentence of the review by its key, in the language of the interface."""

from __future__ import annotations

from lintwords import interface
from lintwords.reports.cells import visible
from lintwords.tui.english import EN


def say(key: str, /, *, n: int = 1, **fields: object) -> str:
    """The sentence of `key`; `n` chooses between one and many.

    What is put into it is made visible, so that a name or a reason moves no terminal.
    """
    english = EN[key]
    entry = interface.entry("review", key, english)
    text = interface.choose(entry, n)
    shown = {
        name: visible(value) if isinstance(value, str) else value for name, value in fields.items()
    }
    return text.format(n=interface.number(n), **shown)
