"""A mistake in a file of settings → an error that shows its line, what is wrong, and the remedy."""

from __future__ import annotations

import os
import re
from pathlib import Path

from lintwords.errors import SettingsError
from lintwords.interface import path_in_line, say

CONFLICT = r"^<{7} .*$"  # what git writes above the first side
_SHOWN = 160  # characters of a line that a mistake stands in


def at_key(
    path: Path, keys: tuple[str | int, ...], problem: str, hint: str, *, value: bool = False
) -> SettingsError:
    """A mistake at a key of a file, or at its value: where, what stands there, remedy."""
    text = path.read_text("utf-8-sig")
    return at_span(path, text, _span(text, keys, value), problem, hint)


def line_of(path: Path, keys: tuple[str | int, ...]) -> str:
    """The file and line in which a value was written, for people."""
    text = path.read_text("utf-8-sig")
    start, _ = _span(text, keys)
    return say("{path} line {line}", path=short(path), line=text.count(chr(10), 0, start) + 1)


def _span(text: str, keys: tuple[str | int, ...], value: bool = False) -> tuple[int, int]:
    from lintwords.settings.tomlplace import Places  # only a mistake asks for it

    return Places(text).of(keys, value=value)


def not_toml(path: Path, text: str, said: str) -> SettingsError:
    """A text that is no TOML; `said` is what the parser says of it."""
    from lintwords.settings.tomlcause import cause

    marks = re.search(CONFLICT, text, re.MULTILINE)
    if marks:
        hint = say("Keep what both sides have, and take out the lines of <<<<<<<, ======= and "
                   ">>>>>>>.")
        return at_span(path, text, marks.span(), say("git has left a conflict"), hint)
    place, what = cause(text, said)
    return at_span(path, text, (place, place + 1), say("not valid TOML"), "", note=what)


def at_span(
    path: Path, text: str, span: tuple[int, int], problem: str, hint: str, note: str = ""
) -> SettingsError:
    """A mistake at a stretch of a text, of which a line is shown, with a note below it."""
    start, end = span
    line = text.count("\n", 0, start) + 1
    first = text.rfind("\n", 0, start) + 1
    row = text[first:].split("\n", 1)[0].rstrip("\r")
    column = start - first
    width = max(min(end - start, len(row) - column), 1)
    if len(row) > _SHOWN:  # a window of it
        left = max(column - _SHOWN // 4, 0)
        row, column = row[left : left + _SHOWN], column - left
        width = max(min(width, len(row) - column), 1)
    number = f"{line:>2}"
    shown = [f"{number} | {row}",
             f"{' ' * len(number)} | {' ' * column}{'^' * width} {note}".rstrip()]
    where = say("{path} line {line}, column {column}", path=short(path), line=line,
                column=start - first + 1)
    told = say("{problem}, {where}", problem=problem, where=where)
    return SettingsError(told, "\n".join([*shown, *hint.splitlines()]), path)


def short(path: Path) -> str:
    """A path in one line, from the working folder where that is shorter to read."""
    near = os.path.relpath(path)
    return path_in_line(path if near.startswith(os.path.join("..", "..", "..")) else near)
