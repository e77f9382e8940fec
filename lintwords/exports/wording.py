"""A phrase pattern as a regular expression, and as the plain terms that it stands for.

What hangs on grammar (words in any order, a year before another) is in neither, and what must not
stand beside a phrase (`& not`) does not count. An actor is taken for its names, a number for its
digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from lintwords.match.phrases import Compiler
from lintwords.match.phrases.composites import Choice, Optional, Row, Together
from lintwords.match.phrases.nodes import (
    GAP_WORDS,
    Actor,
    Gap,
    Literal,
    Named,
    Node,
    Number,
    OfClass,
    Opening,
)
from lintwords.text.lexicon import GAP, Lexicon

LONGEST = 20_000  # characters of one expression; a class of very many words is not carried
_MOST = 60  # terms of a part that are listed
_FIRST = "it stands only where a sentence begins"
_GAPS = "choices with a gap or a number are left out"
_BETWEEN = r"""[-\s"“”‘’«»]+"""
_GAP = rf"(?:[^\s,;:.!?()]+{_BETWEEN}){{0,{GAP_WORDS}}}"
_APOSTROPHE = re.compile(r"['’]")


class NotPlain(Exception):
    """A pattern that neither an expression nor a list of terms can say; the text says why."""


class Wording:
    """Says patterns in other ways, with the words of one lexicon and one names file."""

    def __init__(
        self, compiler: Compiler, lexicon: Lexicon, names: dict[str, tuple[str, ...]]
    ) -> None:
        self._compiler, self._lexicon, self._names = compiler, lexicon, names
        self._left = ""  # why choices of the pattern at hand are left out

    def expression(self, pattern: str) -> str:
        """A regular expression for a pattern, to be matched whatever the case. Raises NotPlain."""
        found = self._expression(self._whole_of(pattern))
        if not found:
            raise NotPlain("it has no word that must stand there")
        if len(found) > LONGEST:
            raise NotPlain("a class in it holds too many words")
        return found

    def terms(self, pattern: str, most: int) -> tuple[list[str], str]:
        """The terms that a pattern stands for, folded; `most` at the most. Raises NotPlain.

        And why some of its choices are left out; empty where all are carried.
        """
        self._left = ""
        rows = list(islice(self._terms(self._whole_of(pattern)), most + 1))
        if len(rows) > most:
            raise NotPlain("it stands for more terms than a list holds")
        return [re.sub(r"\s+(?=')", "", " ".join(row.split())) for row in rows], self._left

    def _whole_of(self, pattern: str) -> Row:
        """What a pattern looks for, without what must not stand beside it."""
        row = self._compiler.compile(pattern)
        only = row.items[0] if len(row.items) == 1 else None
        if isinstance(only, Together) and len(only.items) == 1:
            row = Row(only.items)
        return row

    # -- expressions -----------------------------------------------------------------------------

    def _expression(self, node: Node) -> str:
        """Empty for what may be nothing."""
        if isinstance(node, Row):
            return self._row(node.items)
        if isinstance(node, Choice):
            return _either(self._whole(item) for item in node.items)
        if isinstance(node, Literal):
            return _escaped(node.word)
        if isinstance(node, Number):
            return r"\d[\d.,]*"
        return _either(map(_escaped, self._listed(node)))

    def _whole(self, node: Node) -> str:
        found = self._expression(node)
        if not found:
            raise NotPlain("one of its choices may be nothing")
        return found

    def _row(self, items: Sequence[Node]) -> str:
        said, is_begun = "", False
        for item in items:
            if isinstance(item, Opening):
                raise NotPlain(_FIRST)
            if isinstance(item, Gap):
                said += f"{_BETWEEN}{_GAP}" if is_begun else ""
                is_begun = False  # the blank stands there already
            elif isinstance(item, Optional):
                inner = self._whole(item.item)
                said += f"(?:{_before(inner)}{inner})?" if is_begun else f"(?:{inner}{_BETWEEN})?"
            else:
                inner = self._expression(item)
                if not inner:
                    raise NotPlain("a part of it may be nothing")
                said += f"{_before(inner)}{inner}" if is_begun else inner
                is_begun = True
        if items and isinstance(items[-1], Gap):
            raise NotPlain("it ends in a gap")
        return said

    # -- terms ---------------------------------------------------------------------------------

    def _terms(self, node: Node) -> Iterator[str]:
        if isinstance(node, Row):
            for parts in product(*(list(islice(self._terms(item), _MOST)) for item in node.items)):
                yield " ".join(parts)
        elif isinstance(node, Choice):
            yield from self._each(node.items)
        elif isinstance(node, Optional):
            yield ""
            yield from self._terms(node.item)
        elif isinstance(node, Literal):
            yield node.word
        elif isinstance(node, Gap | Number):
            raise NotPlain("it has a gap or a number")
        elif isinstance(node, Opening):
            raise NotPlain(_FIRST)
        else:
            listed = sorted(self._listed(node))
            words = [word for word in listed if GAP not in word]
            if len(words) < len(listed):
                self._left = _GAPS
            if not words:
                raise NotPlain("it has a gap or a number")
            yield from words

    def _each(self, items: Iterable[Node]) -> Iterator[str]:
        """The terms of those choices that are plain."""
        trouble: NotPlain | None = None
        is_plain = False
        for item in items:
            try:
                found = list(islice(self._terms(item), _MOST))
            except NotPlain as error:
                trouble, self._left = error, _GAPS
            else:
                is_plain = True
                yield from found
        if trouble and not is_plain:
            raise trouble

    def _listed(self, node: Node) -> Iterable[str]:
        if isinstance(node, OfClass):
            return sorted(
                {form for cls in node.classes for form in self._lexicon.members(cls).forms},
                key=lambda form: (-len(form), form),
            )
        if isinstance(node, Named | Actor):
            kinds = node.kinds if isinstance(node, Named) else node.names
            forms = (form for kind in sorted(kinds) for form in self._names.get(kind, ()))
            return sorted(forms, key=lambda form: (-len(form), form))
        raise NotPlain("its words hang together by grammar")


def _before(inner: str) -> str:
    """What stands before a part: nothing need to, before an apostrophe."""
    return r"\s*" if inner.startswith("['’]") else _BETWEEN


def _either(choices: Iterable[str]) -> str:
    found = list(dict.fromkeys(choices))
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


def _escaped(words: str) -> str:
    """A word or words as an expression; apostrophes of both kinds, gaps, any white space."""
    parts = []
    for word in words.split():
        if word == GAP:
            parts.append(_GAP)
            continue
        parts.append("['’]".join(re.escape(part) for part in _APOSTROPHE.split(word)))
    return _BETWEEN.join(parts).replace(f"{_GAP}{_BETWEEN}", _GAP)
