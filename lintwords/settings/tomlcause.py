"""Where and why a text is no TOML, in words for who wrote it: the usual causes, each by its sign.

A parser says where it could not go on, which is often behind the place, and in its own words.
"""

from __future__ import annotations

import re

from lintwords.interface import say
from lintwords.settings.tomlplace import unclosed

_SAID = re.compile(r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)")
_CURLY = tuple("“”„‟«»‘’‚")
# texts, those that nobody has closed, and comments, in which a mark is no begin of a text
_TEXTS = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|'{3}.*?'{3,5}|(?P<open>"""|'{3}).*|"(?:\\.|[^"\\\n])*"'''
    r"""|'[^'\n]*'|(?P<begun>["'])|#[^\n]*""", re.DOTALL
)
_KEY = re.compile(r"""[ \t]*(?:\[|[\w."'-]+[ \t]*=)""")
_WORD = re.compile(r"[^\W\d][\w-]{0,60}")
_STARTS = re.compile(r"""["'\[{\w]""")


def cause(text: str, said: str) -> tuple[int, str]:
    """The place of a mistake in a text, and what it is; `said` is what a parser says of it."""
    found = _SAID.fullmatch(said)
    what, line, column = found.group(1, 2, 3) if found else (said, "", "")
    place = len(text.rstrip())
    if line:
        lines = text.split("\n")
        place = sum(len(row) + 1 for row in lines[: int(line) - 1]) + int(column) - 1
    if text[place : place + 1] in _CURLY:
        return place, say('quotation marks in TOML are straight: "…"')
    if what.startswith(("Illegal character", "Unterminated", 'Expected "\'')):
        opened = _open_text(text)
        if opened is not None:
            mark = text[opened : opened + 3]
            mark = mark if mark in ('"""', "'''") else mark[:1]
            return opened, say("this text is not closed: {mark} is missing at its end", mark=mark)
    if what.startswith("Unclosed"):
        return _unclosed(text, place) or (place, _lower(what))
    if what.startswith("Cannot overwrite"):
        return _first_word(text, place), say("this key stands twice in its table")
    if what.startswith("Cannot declare"):
        return _first_word(text, place), say("this table stands twice")
    if what.startswith("Expected ']]'"):
        return place, say("two brackets open this table, so two close it: ]]")
    if what.startswith("Invalid value") and (word := _WORD.match(text, place)):
        if word[0].lower() in ("true", "false"):
            return place, say("write {word} in small letters", word=word[0].lower())
        return place, say('a text stands in quotation marks: "{word}"', word=word[0])
    return place, _lower(what)


def _lower(what: str) -> str:
    return what[:1].lower() + what[1:]


def _open_text(text: str) -> int | None:
    """Where the first text that is never closed begins."""
    return next((one.start() for one in _TEXTS.finditer(text) if one["open"] or one["begun"]), None)


def _unclosed(text: str, place: int) -> tuple[int, str] | None:
    """What a list or a table lacks, of which the parser says that it is not closed."""
    rest = text[place:]
    blank = len(rest) - len(rest.lstrip(" \t\n"))
    at = place + blank
    opened = unclosed(text[:place])
    row = text[text.rfind("\n", 0, at) + 1 :]
    is_next = _STARTS.match(text, at) and (
        ("\n" not in text[place:at] and text.rfind("\n", 0, place) + 1 < place
        and text[text.rfind("\n", 0, place) + 1 : place].strip()) or not _KEY.match(row)
    )
    if is_next:
        return at, say("a comma is missing before this")
    if opened is None:
        return None
    kind = say("this list is not closed") if text[opened] == "[" else say(
        "this table is not closed"
    )
    return opened, kind


def _first_word(text: str, place: int) -> int:
    """The begin of the line that ends at, or holds, a place."""
    start = text.rfind("\n", 0, max(place - (text[place - 1 : place] == "\n"), 0)) + 1
    return start + len(text[start:]) - len(text[start:].lstrip(" \t"))
