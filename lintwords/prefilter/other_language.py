"""The alarm: tells cheaply that bytes may be in another language than that of the rules.

It works on what the gate makes anyway: the words of a translation that leaves ASCII letters. It
may ring for nothing, and then the text is read; silence says that nothing tells another language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import compress

from lintwords.prefilter.pieces import FOLDED, pieces

_FEW = 40  # words in all
_SOME = 8  # words of which some must be of the own language
_ROW, _OWN = 20, 2  # words in a row of which at most so many of it are too few
_EACH = 6  # words to each of it, in a shorter text
_NONE = bytes(_ROW // (_OWN + 1))  # that many of no known word stand in each such row
_STEP = 2
_GAP = bytes(10)  # without one of it
_NEAR = 12  # words from one to the other
_MARKS = 20  # words to each letter with a mark
_LETTERS = 12  # of another script
_MARKED = (b"\xc3", b"\xc4", b"\xc5", b"\xc6", b"\xc8", b"\xcc", b"\xe1")
_NO_LEADS = bytes(
    byte for byte in range(256)
    if bytes((byte,)) not in _MARKED and not 0xCD <= byte <= 0xE0 and not 0xE3 <= byte <= 0xED
)
_MARKED_WORD = re.compile(
    rb"(?:[\xc3-\xc6\xc8\xcc][\x80-\xbf]|\xe1[\x80-\xbf]{2})"
    rb"(?:[A-Za-z]|[\xc3-\xcc][\x80-\xbf])*"
)  # from the first such letter on
_TOGETHER = 80  # bytes
_RUN = rb"(?:[\xcd-\xed][\x80-\xbf]+[\x20-\x2f:;?0-9\n]{0,3}){%d}" % _LETTERS


class Alarm:
    """The words that tell.

    Only words of ASCII letters count, as a translation leaves them; each has a bit for every
    language that it tells, one that stands in names none. One of `loud` is enough in any text: it
    is what other rules look for.
    """

    __slots__ = ("words", "own", "loud")  # no named tuple: making one takes longer than a check has

    def __init__(
        self, words: dict[bytes, int], own: frozenset[bytes], loud: frozenset[bytes] = frozenset()
    ) -> None:
        self.words, self.own, self.loud = words, own, loud

    def rings(self, data: bytes, words: Sequence[bytes], seen: Set[bytes]) -> bool:
        """Whether the bytes should be read to tell their language.

        `words` are the pieces of their translation, `seen` those of them that are of this alarm,
        and others. In a few words one is enough; in more there must be two of one language close
        together.
        """
        if not data.isascii() and _may_be_written_otherwise(data, len(words)):
            return True
        if len(words) >= _SOME and self._is_strange(words):
            return True
        hits = [word for word in seen if word in self.words]
        if not self.loud.isdisjoint(hits):
            return True
        if len(words) < _FEW or len(hits) < 2:
            return len(words) < _FEW and bool(hits)
        one = two = 0
        for word in hits:
            langs = self.words[word]
            two |= one & langs
            one |= langs
        return bool(two) and self._are_near(words, {
            word for word in hits if self.words[word] & two
        })

    def hears(self, text: str) -> bool:
        """Whether a read text should be asked for its language."""
        data = text.encode("utf-8", "replace")
        words = pieces(data.translate(FOLDED))
        return self.rings(data, words, self.words.keys() & words)

    def _is_strange(self, words: Sequence[bytes]) -> bool:
        """Whether the own language's words are missing, in the whole or for some words in a row."""
        known = bytes(map(self.own.__contains__, words))
        if len(known) < _ROW:
            return known.count(1) * _EACH < len(known)
        if _GAP in known:
            return True
        at = known.find(_NONE)
        while at >= 0:
            end = known.find(1, at)
            end = end if end >= 0 else len(known)
            last = end - len(_NONE)
            for start in range(max(at + len(_NONE) - _ROW, 0), last + 1, _STEP):
                row = min(start, len(known) - _ROW)
                if known.count(1, row, row + _ROW) <= _OWN:
                    return True
            at = known.find(_NONE, end)
        return False

    def _are_near(self, words: Sequence[bytes], close: set[bytes]) -> bool:
        """Whether two of these words that are of one language stand near each other."""
        places = list(compress(range(len(words)), map(close.__contains__, words)))
        for nth, at in enumerate(places):
            for place in places[nth + 1 : nth + _NEAR]:
                if place - at > _NEAR:
                    break
                first, other = words[at], words[place]
                if first != other and self.words[first] & self.words[other]:
                    return True
        return False


def _has_marked_words_together(data: bytes) -> bool:
    """Whether two different words with such letters stand near each other: a sentence among many
    of another language shows no more."""
    last, end = b"", -_TOGETHER
    for found in _MARKED_WORD.finditer(data):
        word = found[0].lower()
        if word != last and found.start() - end < _TOGETHER:
            return True
        last, end = word, found.end()
    return False


def _may_be_written_otherwise(data: bytes, words: int) -> bool:
    """Whether there is a run of letters of another script, or many Latin ones with marks."""
    others = data.translate(None, _NO_LEADS)
    if not others:
        return False
    marked = sum(map(others.count, _MARKED))
    if marked * _MARKS >= words or (marked > 1 and _has_marked_words_together(data)):
        return True
    return len(others) - marked >= _LETTERS and re.search(_RUN, data) is not None
