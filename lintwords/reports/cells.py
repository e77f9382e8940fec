"""Text as a terminal shows it: cells, not characters; nothing that moves the cursor.

All functions are pure. A cell is one column of a terminal: a Chinese character takes two, a
combining mark none.
"""

from __future__ import annotations

import re
import unicodedata

from lintwords import later
from lintwords.interface import token

# What build servers take for a command: a sign anywhere in a line, and a line that begins so. Each
# kind of output writes the first sign of it in its own way.
SPOKEN = later.pattern(r"#(?=#(?:vso|teamcity)?\[)")
OPENING = later.pattern(r"^([^\S\n]*):(?=:[ \t]*[A-Za-z][^\n]*::)", re.MULTILINE)
# what JSON and XML may hold and a terminal should not get: C1 controls, format and bidi marks,
# surrogates
UNSAFE = later.pattern(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)
_TOKEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ZERO = frozenset({"Mn", "Me"})
SPACE = later.pattern(r"[^\S\u00a0\u202f]+")  # not the spaces that hold words together
# signs that may take more or less than one cell: all but Latin letters and marks of print
_UNEVEN = later.pattern("[^\0-\u02ff\u2010-\u205e]")


def visible(text: str, *, tab: str = " ") -> str:
    """A text with control, format and bidi characters as tokens such as `<U+202E>`.

    A document, a file name or a rule pack could otherwise recolour the terminal, hide words or
    turn them round. A tab becomes `tab`.
    """
    if text.isprintable():
        return text
    return "".join([_visible(char, tab) for char in text])


def _visible(char: str, tab: str) -> str:
    if char == "\t":
        return tab
    return token(char) if unicodedata.category(char) in _TOKEN else char


def guarded(text: str) -> str:
    """Lines for a terminal or a log, whatever was put into them: no sign that either obeys.

    Ends of lines and tabs stay.
    """
    text = OPENING.sub(r"\1<U+003A>", SPOKEN.sub("<U+0023>", text))
    *whole, rest = text.split("\n")
    return "\n".join([*map(_guarded_line, whole), visible(rest, tab="\t")])


def _guarded_line(line: str) -> str:
    body = line.removesuffix("\r")
    return visible(body, tab="\t") + line[len(body) :]


def one_line(text: str) -> str:
    """A text made visible, with every stretch of white space as one space."""
    return visible(SPACE.sub(" ", text).strip())


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes; `text` is visible already."""
    if text.isascii():
        return len(text)
    return len(text) + sum([_cells(char) - 1 for char in _UNEVEN.findall(text)])


def _cells(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in _ZERO or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """A text with spaces up to a width in cells."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken between words; a word too long is broken inside."""
    lines: list[str] = []
    line, used = "", 0
    for word in filter(None, SPACE.split(text)):
        size = cells(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        while size > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
            size = cells(word)
        line, used = word, size
    return [*lines, line] if line else lines


def cut(text: str, width: int, mark: str) -> str:
    """A text in at most `width` cells; what is cut on a word border ends with `mark`."""
    if cells(text) <= width:
        return text
    room = max(width - cells(mark), 1)
    head = _head(text, room)
    words = head.rsplit(None, 1)
    at_border = text[len(head) : len(head) + 1].isspace()
    if not at_border and len(words) > 1 and cells(words[0]) * 2 >= room:
        head = words[0]
    head = head.rstrip()
    gap = " " if cells(head) < room and not head.endswith(mark) else ""
    return f"{head}{gap}{mark}"


def _head(text: str, width: int) -> str:
    """The longest beginning of `text` that fits in `width` cells, at least one character."""
    if _UNEVEN.search(text, 0, width + 1) is None:
        return text[: max(width, 1)]
    used = 0
    for index, char in enumerate(text):
        used += _cells(char)
        if used > width and index:
            return text[:index]
    return text


def last_words(text: str, width: int) -> str:
    """The longest end of `text` that fits in `width` cells and begins with a whole word."""
    start = len(text)
    used = 0
    while start and (used := used + _cells(text[start - 1])) <= width:
        start -= 1
    kept = text[start:]
    return kept if not start or text[start - 1] == " " else kept.partition(" ")[2]
