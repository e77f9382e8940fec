"""What is made when it is first asked for: regular expressions, and what is kept by name.

A run that checks a text needs a fourth of the expressions that its modules hold; the rest would
take as long to compile as Python takes to start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

__all__ = ["once", "pattern"]

_P = ParamSpec("_P")
_R = TypeVar("_R")


def once(
    kept: dict[str, Any], name: str, make: Callable[_P, _R], *args: _P.args, **kwargs: _P.kwargs
) -> _R:
    """What is kept under a name; the first time it is made of what stands behind `make`."""
    found: _R | None = kept.get(name)
    if found is None:
        found = kept[name] = make(*args, **kwargs)
    return found


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
