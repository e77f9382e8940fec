"""Hide which country a sentence is about, so that no reading can depend on it.

The country that is read about becomes one sign for each kind of name it has, every other
country, people and capital becomes another. The names come from the rules: the names file of the
country and the classes of names in the lexicon. What a state is called in the plural
(`Russians`) and as an adjective (`Russian`) is one sign, for `Chinese` is both and its form does
not tell which.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RULES = Path(__file__).parent.parent / "rules"
AROUND = 130  # characters on either side of the mention that are read

# sign: what stands for it before anything is learned (the mean of these words)
SIGNS = {
    "<state>": ("russia", "japan", "india", "iran", "israel", "france", "china"),
    "<people>": ("russian", "japanese", "indian", "iranian", "israeli", "french", "chinese"),
    "<capital>": ("moscow", "tokyo", "delhi", "tehran", "jerusalem", "paris", "beijing"),
    "<formal>": ("republic", "federation", "state", "kingdom"),
    "<prefix>": ("russian", "japanese", "indian", "french", "chinese"),
    "<other>": ("brazil", "canada", "germany", "egypt", "mexico", "kenya"),
    "<others>": ("brazilian", "canadian", "german", "egyptian", "mexican", "kenyan"),
    "<elsewhere>": ("london", "berlin", "cairo", "ottawa", "nairobi"),
}
_KINDS = {
    "country": "<state>", "cold-war": "<state>", "adjective": "<people>", "capital": "<capital>",
    "formal": "<formal>", "prefix": "<prefix>",
}
_OTHERS = {
    "country": "<other>", "country-if-capital": "<other>", "nationality": "<others>",
    "nationals": "<others>", "capital": "<elsewhere>",
}
_ELSEWHERE = {
    "<state>": "<other>", "<formal>": "<other>", "<people>": "<others>", "<prefix>": "<others>",
    "<capital>": "<elsewhere>",
}


@dataclass(frozen=True)
class Masked:
    """A mention in its surroundings with every name of a country replaced by a sign."""

    left: str
    sign: str
    right: str


@dataclass
class Names:
    """What is hidden: surface forms and the sign of each."""

    own: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    _patterns: dict[tuple[str, ...], re.Pattern[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, lang: str) -> Names:
        """The names of the built-in country and of all others that the lexicon knows."""
        own, others = {}, {}
        with open(RULES / lang / "names.toml", "rb") as file:
            names = tomllib.load(file)["names"]
        for kind, sign in _KINDS.items():
            own.update(dict.fromkeys(names.get(kind, ()), sign))
        for path in sorted((RULES / lang / "lexicon").glob("*.toml")):
            with open(path, "rb") as file:
                classes = tomllib.load(file).get("names", {})
            for kind, sign in _OTHERS.items():
                others.update(dict.fromkeys(classes.get(kind, ()), sign))
        return cls(own, others)

    def mask(
        self, text: str, start: int, end: int, state: Iterable[tuple[str, str]] = ()
    ) -> Masked:
        """The mention at `start` and what stands around it. `state`: names and signs of the
        country that the mention is a name of, where that is not the built-in one."""
        text = text.replace("’", "'")
        forms = tuple(sorted(state))
        own = dict(forms) or self.own
        left = self._hide(text[max(0, start - AROUND) : start], own)
        right = self._hide(text[end : end + AROUND], own)
        return Masked(left, self._sign(text[start:end], own), right)

    def _sign(self, mention: str, own: dict[str, str]) -> str:
        if mention in own:
            return own[mention]
        found = [sign for form, sign in own.items() if form.lower() in mention.lower()]
        return found[0] if found else "<state>"

    def _hide(self, text: str, own: dict[str, str]) -> str:
        elsewhere = self.others
        if own is not self.own:  # then the built-in country is one of the others
            elsewhere = self.others | {
                form.lower(): _ELSEWHERE[sign] for form, sign in self.own.items()
            }
        key = tuple(sorted(own))
        pattern = self._patterns.get(key)
        if pattern is None:
            forms = {*own, *map(str.upper, own), *(f for e in elsewhere for f in _written(e))}
            longest = sorted(forms, key=len, reverse=True)
            either = "|".join(map(re.escape, longest))
            pattern = re.compile(rf"(?<!\w)(?=[A-ZÀ-Þ])(?:{either})(?!\w)")
            self._patterns[key] = pattern

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
        small = ("and", "of", "the")
        yield " ".join(w if w in small else w[:1].upper() + w[1:] for w in form.split(" "))
