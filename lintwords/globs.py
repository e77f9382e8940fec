"""Patterns over paths, as in a .gitignore: the few that settings need, without an import.

A pattern with a slash at its start or in its middle counts from its folder, any other fits at any
depth; `*` and `?` stop at a slash, `**` does not; a slash at the end asks for a folder. What lies
in a folder that fits, fits. The last pattern that fits decides, and `!` takes a path back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_STEP = re.compile(r"\*\*/|/\*\*$|\*+|\?|\[!?\]?[^\]/]*\]|\\.|[^*?\[\\/]+|.", re.DOTALL)


def fits(patterns: Sequence[str], path: str) -> bool:
    """Whether a file's `path`, with slashes and relative to the patterns' folder, fits."""
    for pattern in reversed(patterns):
        if _compiled(pattern.removeprefix("!")).fullmatch(path):
            return not pattern.startswith("!")
    return False


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    folder = pattern.endswith("/")
    bare = pattern.strip("/")
    start = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    below = "/.+" if folder or pattern.endswith("/**") else "(?:/.+)?"
    steps = "".join(_step(match[0]) for match in _STEP.finditer(bare.removesuffix("/**")))
    return re.compile(f"{start}{steps}{below}", re.DOTALL)


def _step(step: str) -> str:
    if step == "**/":
        return "(?:.*/)?"
    if step.startswith("*"):
        return "[^/]*"
    if step == "?":
        return "[^/]"
    if step.startswith("[") and step.endswith("]"):
        inner = step[1:-1].replace("\\", r"\\")
        return f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    return re.escape(step[1:] if step.startswith("\\") else step)
