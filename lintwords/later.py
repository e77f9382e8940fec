"""Regular expressions that are compiled when they are first asked for.

A run that checks a text needs a fourth of those that its modules hold; the rest would take as long
to compile as Python takes to start.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["pattern"]


class _Pattern:
    """Stands for `re.compile` of the same arguments, whose methods it has once they are called.

    It is asked by these methods: `re.sub` and the other functions of `re` do not take it.
    """

    _compiled: re.Pattern[Any] | None = None

    def __init__(self, pattern: Any, flags: int = 0) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # asked of any object, by what copies it
            raise AttributeError(name)
        self._compiled = self._compiled or re.compile(*self._given)
        found = getattr(self._compiled, name)
        setattr(self, name, found)  # from now on it is found without asking here
        return found


if TYPE_CHECKING:
    from re import compile as pattern
else:
    pattern = _Pattern
