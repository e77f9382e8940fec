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

from lintwords.model import Span
from lintwords.text.lexicon import Lexicon
from lintwords.text.spelling import UNSEEN
from lintwords.values import dataclass, field

AROUND = 130  # characters on either side of the mention that are read, once names are hidden
_LOOKED = 4 * AROUND  # before they are: a name may be longer than its sign

_FAR = 4 * _LOOKED  # before signs that are not seen are left out

STATE = "<state>"
SIGNS = (
    STATE, "<people>", "<capital>", "<formal>", "<prefix>", "<other>", "<others>", "<elsewhere>",
)
OWN = {  # by the kind of a name of the country that is read about
    "country": STATE, "cold-war": STATE, "adjective": "<people>", "capital": "<capital>",
    "formal": "<formal>", "prefix": "<prefix>",
}
OTHERS = {  # by the class of a name in the lexicon
    "country": "<other>", "country-if-capital": "<other>", "nationality": "<others>",
    "nationals": "<others>", "capital": "<elsewhere>",
}
_ELSEWHERE = {
    STATE: "<other>", "<formal>": "<other>", "<people>": "<others>", "<prefix>": "<others>",
    "<capital>": "<elsewhere>",
}
_PEOPLES = ("<people>", "<others>", "<prefix>")
_LONGEST_ENDING = 3  # letters: italien, italiennes
_ENDING = rf"\w{{0,{_LONGEST_ENDING}}}"
_SIGN = re.compile("|".join(map(re.escape, SIGNS)))
_LOUD_ARTICLE = re.compile(r"\b[A-ZÀ-Þ]{2,3} $")


_LEFT_OUT = "\ue000"  # stands for a letter of a word that is left out: no vocabulary has it


class Hidden(NamedTuple):
    """A mention in its surroundings with every name of a country replaced by a sign."""

    left: str
    sign: str
    right: str


class Names(NamedTuple):
    """What finds the names of countries, and the sign of each, by its letters alone."""

    pattern: re.Pattern[str]
    signs: Mapping[str, str]


@dataclass
class Hiding:
    """What is hidden: names as they are written, with the sign of each."""

    own: Mapping[str, str]
    others: Mapping[str, str]  # in lower case
    small: frozenset[str] = frozenset()  # words that have no capital inside a name
    # by the names of a country and their signs
    _found: dict[tuple[tuple[str, str], ...], Names] = field(default_factory=dict)

    @property
    def _are_peoples_small(self) -> bool:
        """Whether the language writes adjectives of peoples in small letters, as French does."""
        return any(form.islower() for form, sign in self.own.items() if sign == "<people>")

    @classmethod
    def of(
        cls, names: Mapping[str, Iterable[str]], members: Mapping[str, Iterable[str]],
        small: Iterable[str] = (),
    ) -> Hiding:
        """By the names of a country, kind by kind, and by the words of classes of the lexicon.

        `small` are words that have no capital inside a name.
        """
        own = {name: sign for kind, sign in OWN.items() for name in names.get(kind, ())}
        others = {
            word.lower().replace("-", " ").replace("' ", "'"): sign
            for cls, sign in OTHERS.items() for word in members.get(cls, ())
        }
        return cls(own, others, frozenset(small))

    @classmethod
    def known(cls, names: Mapping[str, Iterable[str]], lexicon: Lexicon) -> Hiding:
        """By the names of a country, kind by kind, and by all states that the lexicon knows."""
        members = {one: lexicon.members(f"names.{one}").forms for one in OTHERS}
        return cls.of(names, members, lexicon.members("function.small-in-names").forms)

    def hide(
        self, text: str, start: int, end: int, state: Iterable[tuple[str, str]] = ()
    ) -> Hidden:
        """The mention at `start` (code points) and what stands around it.

        `state` are names and signs of the country that it is a name of, where that is not the one
        that is read about.
        """
        own = dict(sorted(state)) or self.own
        # of a text that may be a whole book on one line only what stands near is looked at
        before, after = _seen(text[max(0, start - _FAR) : start]), _seen(text[end : end + _FAR])
        left, right = self._hide(before[-_LOOKED:], own), self._hide(after[:_LOOKED], own)
        if len(left) > AROUND:  # whole words: what is cut does not hang on how long a name is
            left = left[-AROUND:].partition(" ")[2]
        if len(right) > AROUND:
            right = right[:AROUND].rpartition(" ")[0]
        left, right = _calm(left, right)
        return Hidden(left, self._sign(text[start:end].replace("’", "'"), own), right)

    @staticmethod
    def without(text: str, word: Span) -> str:
        """The text with a word that nobody knows in the place of one of it."""
        return text[: word.start] + _LEFT_OUT * (word.end - word.start) + text[word.end :]

    def _sign(self, mention: str, own: Mapping[str, str]) -> str:
        if mention in own:
            return own[mention]
        found = [sign for form, sign in own.items() if form.lower() in mention.lower()]
        return found[0] if found else STATE

    def _hide(self, text: str, own: Mapping[str, str]) -> str:
        pattern, signs = self._names(own)

        def sign(match: re.Match[str]) -> str:
            form = _plain(match[0])
            ends = (form[: len(form) - cut] for cut in range(_LONGEST_ENDING + 1))
            return f" {next(signs[end] for end in ends if end in signs)} "

        return pattern.sub(sign, text)

    def _names(self, own: Mapping[str, str]) -> Names:
        """What finds names where these are the country's own, and the sign of each, kept."""
        key = tuple(sorted(own.items()))
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._made(own)
        return found

    def _made(self, own: Mapping[str, str]) -> Names:
        elsewhere = self.others
        if own is not self.own:  # then the country that is read about is one of the others
            elsewhere = {
                **self.others, **{form.lower(): _ELSEWHERE[sign] for form, sign in self.own.items()}
            }
        forms = {*own, *map(str.upper, own), *self._spelt(elsewhere)}
        either = f"(?=[A-ZÀ-Þ])(?:{_either(forms)})"
        if self._are_peoples_small:
            peoples = [form for form, sign in own.items() if sign in _PEOPLES]
            peoples += [form for form, sign in elsewhere.items() if sign in _PEOPLES]
            peoples += [form[:1].upper() + form[1:] for form in peoples]
            either = f"(?:{either}|(?:{_either(peoples)}){_ENDING})"
        signs = {_plain(form): sign for form, sign in (*elsewhere.items(), *own.items())}
        return Names(re.compile(rf"(?<!\w){either}(?!\w)"), signs)

    def _spelt(self, names: Iterable[str]) -> Iterator[str]:
        """How names that the lexicon keeps in lower case may be written."""
        for name in names:
            if "." in name or len(name) <= 5:
                yield name.upper()
            if len(name) > 2:
                words = name.split(" ")
                yield " ".join(word if word in self.small else _capital(word) for word in words)


def _seen(text: str) -> str:
    """A text with straight apostrophes and without the signs that are not seen."""
    return text if text.isascii() else text.replace("’", "'").translate(UNSEEN)


def _calm(left: str, right: str) -> tuple[str, str]:
    """Both sides in small letters where most are capitals: a headline is no other language.

    An article in capitals before a name in capitals, "LA CHINE a", is small in any case.
    """
    letters = [letter for letter in _SIGN.sub("", left + right) if letter.isalpha()]
    if 2 * sum(map(str.isupper, letters)) > len(letters):
        return left.lower(), right.lower()  # signs are small
    return _LOUD_ARTICLE.sub(lambda article: article[0].lower(), left), right


def _either(forms: Iterable[str]) -> str:
    """One of these, the longest first; a hyphen may stand for a space."""
    longest = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", "[ -]?") for form in longest)


def _plain(form: str) -> str:
    """A name without what is written in more than one way."""
    return form.lower().replace("-", "").replace(" ", "")


def _capital(word: str) -> str:
    before, mark, name = word.rpartition("'")
    return before + mark + name[:1].upper() + name[1:]
