"""French: the forms of a verb.

The three groups and the changes of spelling in the first are in any grammar (Grevisse, *Le bon
usage*, on the forms of the verb); the verbs of the third group are rows of `inflection.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lintwords.values import dataclass

_VOWELS = "aeiouyâàéèêëîïôûùü"
# endings of persons: 1s 2s 3s 1p 2p 3p
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_PERSONS = ("first", "first", "", "we", "you", "s")  # what is added to the name of a tense


@dataclass(frozen=True, slots=True)
class Parts:
    """What the forms of a verb are made of."""

    present: Sequence[str]  # of six persons
    imperfect: str  # its stem, which is that of the participle in -ant too
    future: Sequence[str]  # its stems, which are those of the conditional too
    subjunctive: Sequence[str]  # 3s, 1p, 3p
    simple: Sequence[str]  # simple past: 3s, 3p
    participle: str
    ing: str = ""

    @classmethod
    def of(cls, row: str, prefix: str = "") -> Parts:
        """From a row of data, its parts in this order, " / " between them."""
        rows = [[prefix + word for word in part.split()] for part in row.split("/")]
        present, imperfect, future, subjunctive, simple, participle, *ing = rows
        return cls(
            present, imperfect[0], future, subjunctive, simple, participle[0],
            ing[0][0] if ing else "",
        )

    def forms(self, base: str) -> Iterator[tuple[str, str]]:
        """Yield (form, name); the names are those that grammars ask for."""
        yield base, "base"
        yield from _persons(self.present, "third")
        yield from _persons([self.imperfect + end for end in _IMPERFECT], "past")
        for stem in self.future:
            yield from _persons([stem + end for end in _FUTURE], "future")
            yield from _persons([stem + end for end in _IMPERFECT], "conditional")
        third, first, others = self.subjunctive
        yield from ((third, "subjunctive"), (first, "we"), (others, "subjunctives"))
        yield from zip(self.simple, ("past", "pasts"), strict=True)
        yield from ((form, "participle") for form in participles(self.participle))
        yield self.ing or self.imperfect + "ant", "ing"


def _persons(forms: Sequence[str], tense: str) -> Iterator[tuple[str, str]]:
    for form, person in zip(forms, _PERSONS, strict=True):
        yield form, person if len(person) > 1 else tense + person


def participles(masculine: str) -> Iterator[str]:
    """The four forms of a participle."""
    plain = masculine.replace("û", "u")  # dû, due
    yield from (masculine, plain + "e", plain + "es")
    if not masculine.endswith("s"):
        yield plain + "s"


class Verbs:
    """Knows the parts of each verb; `rows` are those of the third group by the verb's ending."""

    def __init__(
        self, rows: Mapping[str, str], regular: Sequence[str], doubling: Sequence[str]
    ) -> None:
        self._rows, self._regular, self._doubling = rows, frozenset(regular), tuple(doubling)

    def forms(self, verb: str) -> Iterator[tuple[str, str]]:
        """Yield (form, name) for an infinitive of one word, each pair once."""
        yield from dict.fromkeys(self.parts(verb).forms(verb))

    def parts(self, verb: str) -> Parts:
        """What the forms of `verb` are made of; the longest ending that has a row decides."""
        for cut in range(0 if verb in self._regular else len(verb)):
            ending = verb[cut:]
            if ending in self._rows:
                return Parts.of(self._rows[ending], verb[:cut])
        if verb.endswith("ir"):
            return _second(verb[:-2])
        if verb.endswith("re"):
            return _third(verb[:-2])
        return self._first(verb[:-2])

    @cached_property
    def _doubles(self) -> re.Pattern[str]:
        return re.compile(f"(?:{'|'.join(map(re.escape, self._doubling)) or '(?!)'})$")

    def _first(self, stem: str) -> Parts:
        """The first group, with the changes before a silent e and before a and o."""
        weak = self._before_silent(stem)  # "lève", "appelle", "emploie"
        hard = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1:], stem)  # "forçons"
        both = [weak] if stem[-1:] != "y" or stem[-2:-1] != "a" else [weak, stem]
        future = [one + "er" for one in both]
        if "é" in stem[-4:] and weak != stem:
            future = [stem + "er", weak + "er"]  # "cédera", "cèdera"
        w = weak
        return Parts(
            [w + "e", w + "es", w + "e", hard + "ons", stem + "ez", w + "ent"], hard, future,
            [w + "e", stem + "ions", w + "ent"], [hard + "a", stem + "èrent"], stem + "é",
        )

    def _before_silent(self, stem: str) -> str:
        if stem.endswith(("ay", "oy", "uy")):
            return stem[:-1] + "i"
        if self._doubles.search(stem + "er"):
            return stem + stem[-1]
        found = re.fullmatch(r"(.*)([eé])((?:[^\W\d_aeiouyéèêâàîôû]|(?<=[gq])u){1,3})", stem)
        if not found:
            return stem
        before, vowel, after = found.groups()
        if vowel == "e" and (len(after) > 1 and after not in ("vr", "ch")):
            return stem  # "rester", "presser"
        if vowel == "e" and not any(letter in _VOWELS for letter in before) and not before:
            return stem
        return f"{before}è{after}"


def _second(stem: str) -> Parts:
    """The second group: "finir"."""
    s = stem
    return Parts(
        [s + end for end in ("is", "is", "it", "issons", "issez", "issent")], s + "iss",
        [s + "ir"], [s + "isse", s + "issions", s + "issent"], [s + "it", s + "irent"], s + "i",
    )


def _third(stem: str) -> Parts:
    """Verbs in -re without a row: "vendre"."""
    s = stem
    third = s if s.endswith(("d", "t")) else s + "t"
    return Parts(
        [s + "s", s + "s", third, s + "ons", s + "ez", s + "ent"], s, [s + "r"],
        [s + "e", s + "ions", s + "ent"], [s + "it", s + "irent"], s + "u",
    )
