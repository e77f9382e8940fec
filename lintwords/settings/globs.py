"""Patterns over paths that stand in settings, written as in a .gitignore; no file is read here.

`settings.config` asks which paths they fit; a .gitignore itself is read by `run.discovery`.

A pattern with a slash at its start or in its middle counts from its folder, any other fits at any
depth; `*` and `?` stop at a slash, `**` does not; a slash at the end asks for a folder. What lies
in a folder that fits, fits. The last pattern that fits decides, and `!` takes a path back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

_STEP = re.compile(r"\*\*/|/\*\*$|\*+|\?|\[!?\]?[^\]/]*\]|\\.|[^*?\[\\/]+|.", re.DOTALL)


_RANGE = re.compile(r"(.)-(.)|.", re.DOTALL)


def is_valid(pattern: str) -> bool:
    """Whether a pattern can fit anything: no range in it goes from its end to its start."""
    try:
        _compiled(pattern.removeprefix("!"))
    except re.error:
        return False
    return True


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
    below = "/.+" if folder or pattern.endswith("/**") else "(?:/.+)?"
    sections: list[list[str]] = [[]]  # between the `**/`
    if "/" not in pattern.rstrip("/"):
        sections.append([])
    for match in _STEP.finditer(bare.removesuffix("/**")):
        if match[0] == "**/":
            sections.append([])
        else:
            sections[-1].append(match[0])
    names = (f"g{nth}" for nth in count())
    first, *middle = [_section(section, names) for section in sections]
    last = f"(?:.*/)?{middle.pop()}" if middle else ""
    between = (_once(f"(?:.*?/)??{section}", names) for section in middle if section)
    return re.compile(f"{first}{''.join(between)}{last}{below}", re.DOTALL)


def _once(text: str, names: Iterator[str]) -> str:
    """What fits in one way, the first: where more may follow anywhere, the first is as good as any.

    A long path would otherwise be tried in all the ways that stars can share it.
    """
    name = next(names)
    return f"(?=(?P<{name}>{text}))(?P={name})"


def _section(steps: Sequence[str], names: Iterator[str]) -> str:
    """Names with slashes between them."""
    found: list[list[str]] = [[]]
    for step in steps:
        if step == "/":
            found.append([])
        else:
            found[-1].append(step)
    return "/".join(_name(name, names) for name in found)


def _name(steps: Sequence[str], names: Iterator[str]) -> str:
    """One name of a path, in which stars stand between fixed parts."""
    fixed = [""]
    for step in steps:
        if step.startswith("*"):
            fixed.append("")
        else:
            fixed[-1] += _step(step)
    if len(fixed) == 1:
        return fixed[0]
    between = (_once(f"[^/]*?{part}", names) for part in fixed[1:-1] if part)
    return f"{fixed[0]}{''.join(between)}[^/]*{fixed[-1]}(?=/|\\Z)"


def _step(step: str) -> str:
    if step == "?":
        return "[^/]"
    if step.startswith("[") and step.endswith("]"):
        inner, no = (step[2:-1], "^") if step[1] in "!^" else (step[1:-1], "")
        parts = (
            f"{re.escape(found[1])}-{re.escape(found[2])}" if found[1] else re.escape(found[0])
            for found in _RANGE.finditer(inner)
        )
        return f"[{no}{''.join(parts)}]"
    return re.escape(step[1:] if step.startswith("\\") else step)
