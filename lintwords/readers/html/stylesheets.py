"""The style sheets of a page of HTML: what they say of capitals, lines and struck words.

Of a rule the last part of its selector is asked ("nav .head a" is told by `a`), whatever it stands
in; a rule for a state or a made-up element (`:hover`, `::before`) says nothing, but for the first
letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from lintwords.readers.common.struck import lines
from lintwords.readers.html.apart import display
from lintwords.readers.html.shown_capitals import INITIAL, said
from lintwords.readers.html.tags import Tag
from lintwords.readers.html.values import value

_SAYS = re.compile(
    r"text-transform|font-variant|font-feature-settings|text-decoration|(?<![\w-])display\s*:",
    re.IGNORECASE,
)
_OPENING = re.compile(r"<style\b[^<>]{0,1000}>", re.IGNORECASE)
_CLOSING = re.compile(r"</style", re.IGNORECASE)
_LAST = re.compile(r"([A-Za-z][\w-]*|\*)?((?:[.#][\w-]+)*)")
_FIRST_LETTER = re.compile(r"::?first-letter$", re.IGNORECASE)
_NAMES = re.compile(r"[.#][\w-]+")
_COMBINED = re.compile(r"[\s>+~]+")
_MOST = 2_000  # rules that are kept, and elements
_NOTHING = "-"  # what no style says of capitals


class _Rule(NamedTuple):
    name: str  # of an element; empty for any
    names: frozenset[str]  # its classes and ids, with their signs
    styles: tuple[str, ...]


class Sheet:
    """What the style sheets of a page say of capitals, and of what stands on a line of its own."""

    def __init__(self, source: str, linked: Sequence[str] = ()) -> None:
        """Read those that stand in `source`, and before them those that it links to."""
        self._rules: dict[str, list[_Rule]] = {}  # by one of their names, or the element
        self._told: dict[tuple[str, str, str], tuple[str, ...]] = {}  # of elements that came before
        selectors: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}  # by selector
        places = inside(source) if _SAYS.search(source) else ()
        sheets = chain(linked, (source[start:end] for start, end in places))
        for number, rule in enumerate(chain.from_iterable(map(_rules, sheets))):
            if number == _MOST:
                break
            one = rule.name, rule.names
            selectors[one] = _lasting((*selectors.get(one, ()), *rule.styles))
        for (name, names), styles in selectors.items():
            rule = _Rule(name, names, styles)
            self._rules.setdefault(min(names, default=name), []).append(rule)

    def styles(self, tag: Tag, text: str) -> tuple[str, ...]:
        """What is said of an element, the weightiest last: its own style."""
        styles: tuple[str, ...] = ()
        if self._rules:
            asked = tag.name, value(tag, text, "id"), value(tag, text, "class")
            styles = self._told.get(asked) or self._styles(*asked)
            if len(self._told) < _MOST:
                self._told[asked] = styles
        return (*styles, value(tag, text, "style")) if "style" in tag.attributes else styles

    def _styles(self, name: str, id: str, classes: str) -> tuple[str, ...]:
        names = {f"#{id}", *(f".{one}" for one in classes.split())}
        found = [
            rule for key in ("", name, *names) for rule in self._rules.get(key, ())
            if rule.name in ("", name) and rule.names <= names
        ]
        return _lasting([style for rule in sorted(found, key=_weight) for style in rule.styles])


def _lasting(styles: Sequence[str]) -> tuple[str, ...]:
    """Those of some styles that others after them do not overrule: one of capitals, one of lines,
    one of words that are struck.

    Thousands of rules may speak of one element, and each element would ask them all.
    """
    kept: list[str] = []
    has_capitals = has_display = has_struck = False
    for style in reversed(styles):
        says_capitals = not has_capitals and said((style,), _NOTHING) != _NOTHING
        says_display = not has_display and display((style,)) != ""
        says_struck = not has_struck and lines(style) != ""
        if says_capitals or says_display or says_struck:
            kept.append(style)
        has_capitals, has_display = has_capitals or says_capitals, has_display or says_display
        has_struck = has_struck or says_struck
        if has_capitals and has_display and has_struck:
            break
    return tuple(reversed(kept))


def _weight(rule: _Rule) -> tuple[bool, int, bool]:
    return any(one[0] == "#" for one in rule.names), len(rule.names), rule.name != ""


def inside(source: str) -> Iterator[tuple[int, int]]:
    """Where the sheets that stand in a page begin and end."""
    closing: re.Match[str] | None = None
    while opening := _OPENING.search(source, closing.end() if closing else 0):
        closing = _CLOSING.search(source, opening.end())
        if closing is None:
            return
        yield opening.end(), closing.start()


def _rules(sheet: str) -> Iterator[_Rule]:
    for block in _without_comments(sheet).split("}"):
        *_, selectors, style = ("", *block.split("{"))
        if _SAYS.search(style):
            yield from _of(selectors, style)


def _of(selectors: str, style: str) -> Iterator[_Rule]:
    for selector in selectors.split(","):
        whole, first = _FIRST_LETTER.subn("", selector.strip())
        said_here = INITIAL if first and said((style,), "") else "" if first else style
        last = _LAST.fullmatch(_COMBINED.split(whole)[-1])
        if last and (last[0] or first) and said_here:
            name = (last[1] or "").lower().strip("*")
            yield _Rule(name, frozenset(_NAMES.findall(last[2])), (said_here,))


def _without_comments(sheet: str) -> str:
    kept, at = [], 0
    while (start := sheet.find("/*", at)) >= 0:
        kept.append(sheet[at:start])
        end = sheet.find("*/", start + 2)
        at = len(sheet) if end < 0 else end + 2
    return "".join((*kept, sheet[at:]))
