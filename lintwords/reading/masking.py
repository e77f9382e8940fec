"""Which country a sentence is about, hidden, so that no encoder can depend on it.

The country that is read about becomes one sign for each kind of name it has, every other
country, people and capital becomes another: the same sentence about another state is the same
text. What a state is called in the plural (`Russians`) and as an adjective (`Russian`) is one
sign, for `Chinese` is both and its form does not tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lintwords.values import dataclass, field

AROUND = 130  # characters on either side of the mention that are read, once names are hidden
_LOOKED = 4 * AROUND  # before they are: a name may be longer than its sign

STATE = "<state>"
SIGNS = (
    STATE, "<people>", "<capital>", "<formal>", "<prefix>", "<other>", "<others>", "<elsewhere>",
)  # fmt: skip
OWN = {  # by the kind of a name of the country that is read about
    "country": STATE, "cold-war": STATE, "adjective": "<people>", "capital": "<capital>",
    "formal": "<formal>", "prefix": "<prefix>",
}  # fmt: skip
OTHERS = {  # by the class of a name in the lexicon
    "country": "<other>", "country-if-capital": "<other>", "nationality": "<others>",
    "nationals": "<others>", "capital": "<elsewhere>",
}  # fmt: skip
_ELSEWHERE = {
    STATE: "<other>", "<formal>": "<other>", "<people>": "<others>", "<prefix>": "<others>",
    "<capital>": "<elsewhere>",
}  # fmt: skip
_SMALL = ("and", "of", "the")


class Hidden(NamedTuple):
    """A mention in its surroundings with every name of a country replaced by a sign."""

    left: str
    sign: str
    right: str


@dataclass
class Hiding:
    """What is hidden: names as they are written, with the sign of each."""

    own: Mapping[str, str]
    others: Mapping[str, str]  # in lower case
    _patterns: dict[tuple[str, ...], re.Pattern[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, names: Mapping[str, Iterable[str]], members: Mapping[str, Iterable[str]]
    ) -> Hiding:
        """By the names of a country, kind by kind, and by the words of classes of the lexicon."""
        own = {name: sign for kind, sign in OWN.items() for name in names.get(kind, ())}
        others = {word: sign for cls, sign in OTHERS.items() for word in members.get(cls, ())}
        return cls(own, others)

    def hide(
        self, text: str, start: int, end: int, state: Iterable[tuple[str, str]] = ()
    ) -> Hidden:
        """The mention at `start` (code points) and what stands around it.

        `state` are names and signs of the country that it is a name of, where that is not the one
        that is read about.
        """
        text = text.replace("’", "'")
        own = dict(sorted(state)) or self.own
        left = self._hide(text[max(0, start - _LOOKED) : start], own)
        right = self._hide(text[end : end + _LOOKED], own)
        if len(left) > AROUND:  # whole words: what is cut does not hang on how long a name is
            left = left[-AROUND:].partition(" ")[2]
        if len(right) > AROUND:
            right = right[:AROUND].rpartition(" ")[0]
        return Hidden(left, self._sign(text[start:end], own), right)

    def _sign(self, mention: str, own: Mapping[str, str]) -> str:
        if mention in own:
            return own[mention]
        found = [sign for form, sign in own.items() if form.lower() in mention.lower()]
        return found[0] if found else STATE

    def _hide(self, text: str, own: Mapping[str, str]) -> str:
        elsewhere = self.others
        if own is not self.own:  # then the country that is read about is one of the others
            elsewhere = {
                **self.others, **{form.lower(): _ELSEWHERE[sign] for form, sign in self.own.items()}
            }
        key = tuple(sorted(own))
        pattern = self._patterns.get(key)
        if pattern is None:
            forms = {*own, *map(str.upper, own), *(f for e in elsewhere for f in _written(e))}
            longest = sorted(forms, key=lambda form: (-len(form), form))
            either = "|".join(map(re.escape, longest))
            pattern = self._patterns[key] = re.compile(rf"(?<!\w)(?=[A-ZÀ-Þ])(?:{either})(?!\w)")
        folded = {form.lower(): sign for form, sign in own.items()}

        def sign(match: re.Match[str]) -> str:
            form = match[0].lower()
            return f" {folded.get(form) or elsewhere[form]} "

        return pattern.sub(sign, text)


def _written(form: str) -> Iterator[str]:
    """How a name that the lexicon keeps in lower case may be written."""
    if "." in form or len(form) <= 5:
        yield form.upper()
    if len(form) > 2:
        yield " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in form.split(" "))
