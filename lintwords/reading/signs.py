"""What a reading sees of each word: its base form, or a sign where the word is a name.

The state that a text is about, other states, and all other names are one sign each, so that the
same sentence about another state is the same row of signs.
"""

from __future__ import annotations

from lintwords.later import once
from lintwords.text.sentences import Sentence
from lintwords.text.spelling import Spelling
from lintwords.text.tokens import Token

_MENTIONS = {
    "country": "§state", "capital": "§capital", "formal": "§formal", "cold-war": "§state",
    "adjective": "§adjective", "group": "§group", "prefix": "§adjective",
    "government": "§government", "fixed": "§fixed",
}
# classes of names that are not of the state which a names file is about
_OTHERS = (
    ("names.country", "§other"), ("names.country-if-capital", "§other"),
    ("names.nationality", "§other-adjective"), ("names.nationals", "§others"),
    ("names.capital", "§other-capital"), ("names.region", "§region"),
    ("names.city", "§name"), ("names.given", "§name"),
)
_GENERAL = frozenset((
    "nouns.general", "adjectives.general", "verbs.general", "adverbs.general",
    "nouns.person", "adjectives.ethnic",
))
NAME, NUMBER, YEAR = "§name", "§number", "§year"


def signs(sentence: Sentence) -> list[str]:
    """A sign for each token of `sentence`."""
    return once(sentence.notes, "signs", _signs, sentence)


def _signs(sentence: Sentence) -> list[str]:
    tokens = sentence.tokens
    in_capitals, spelling = _is_title(tokens), sentence.lexicon.spelling
    found: list[str] = []
    opens = True
    last = -1
    for token in tokens:
        sign = _sign(token, opens or in_capitals, spelling)
        if sign == _STRAIGHT:
            sign = _OPENING if token.start != last else _CLOSING
        found.append(sign)
        last = token.end
        opens = (opens and not token.form[:1].isalnum()) or token.form in _OPENERS
    return found


# a straight quotation mark is read as the curly one that would stand there
_STRAIGHT, _OPENING, _CLOSING = '"', "“", "”"
_OPENERS = frozenset(('"', "“", "‘", ":", "•", "(", "."))


def _sign(token: Token, may_be_capital: bool, spelling: Spelling) -> str:
    if token.name:
        return _MENTIONS.get(token.name, NAME)
    form, low = token.form, token.low
    first = form[:1]
    if not first.isalpha():
        if first.isdigit():
            return YEAR if len(form) == 4 and form[:2] in ("18", "19", "20") else NUMBER
        return low
    kept = token.word.kept
    if first.isupper():
        key = f"sign {low} {'opening' if may_be_capital else 'inside'}"
        if key not in kept:
            kept[key] = _capital(token, may_be_capital, spelling)
    else:
        key = f"sign {low}"
        if key not in kept:
            kept[key] = _small(token, spelling)
    sign: str = kept[key]
    return sign


def _capital(token: Token, may_be_capital: bool, spelling: Spelling) -> str:
    classes = token.classes
    for cls, sign in _OTHERS:
        if cls in classes:
            return sign
    meaning = {c for c in classes if not c.startswith("words.")} - _GENERAL
    if may_be_capital and classes - {c for c in classes if c.startswith("words.")}:
        return base(token, spelling)
    if not meaning:
        return NAME
    if " " in token.low or "-" in token.low:
        return f"§{min(meaning)}"
    return base(token, spelling)


def _small(token: Token, spelling: Spelling) -> str:
    classes = token.classes
    for cls, sign in _OTHERS:
        if cls in classes and cls not in ("names.country-if-capital", "names.given"):
            return sign
    return base(token, spelling)


def base(token: Token, spelling: Spelling) -> str:
    """The base form of a word that the lexicon knows; else the word without its ending."""
    readings = token.word.readings
    if readings:
        for reading in readings:
            if reading.cls.startswith(("verbs.", "nouns.")):
                return reading.lemma
        return readings[0].lemma
    return spelling.bare(token.low)


def _is_title(tokens: tuple[Token, ...]) -> bool:
    words = [t for t in tokens if len(t.low) > 3 and t.form[:1].isalpha()]
    return sum(t.form[:1].isupper() for t in words) >= 0.6 * max(len(words), 1)
