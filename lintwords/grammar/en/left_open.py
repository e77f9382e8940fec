"""English: a bracket, dash or other mark behind a name that nothing closes, or that parts it off.

"China (see note 3 tortured monks": the first deed with its object behind it is the name's, if what
stands between the two is no subject of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.tagged import ORGANS, REACH, Tagged
from lintwords.text.tokens import Token

# what a government has its servants do to somebody or something
DEEDS = frozenset((
    "verbs.abuse", "verbs.wrong", "verbs.force", "verbs.harm-if-object", "verbs.prohibit",
    "verbs.punish", "verbs.send-back", "verbs.state", "verbs.stealth", "verbs.wreck",
))
_TOLD = DEEDS | {"verbs.threat"}
_CLOSES = {
    "(": ")", "[": "]", "{": "}", "“": "”", '"': '"', "«": "»", "‘": "’'",
    "„": "“”", "–": "–", "—": "—", "--": "--", "-": "-", ",": ",",
}
_APPOSED = ("–", "—", "--", "-", ",")  # what stands behind must be said to be a state
_BREAKS = frozenset(";:/|•")
_TELLS = ("verbs:past", "verbs:third")


def deed_of_name(tokens: Sequence[Token], options: Callable[[int], str]) -> int:
    """The verb, as `deed_behind` finds it, of the first name with such a mark; -1 if none."""
    for at, token in enumerate(tokens):
        if token.name and _opens_aside(tokens, at + 1):
            return deed_behind(tokens, at + 1, options) or -1
    return -1


def deed_behind(
    tokens: Sequence[Token], at: int, options: Callable[[int], str]
) -> int:
    """The verb of the name before `at`, where an aside opens that nothing closes; 0 if none.

    `options` gives the letters that the token at an index may have.
    """
    if not _opens_aside(tokens, at):
        return 0
    for spot in range(at + 2, min(at + REACH, len(tokens))):
        if options(spot) in (".", ":"):
            return 0
        if _is_deed(tokens, spot, options, is_list=tokens[at].low not in _APPOSED):
            verb = _first_of(tokens, spot)
            return 0 if _acts(tokens, at, verb, options) else verb
    return 0


def _opens_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at `at` opens something that nothing closes in its sentence."""
    if not 0 <= at < len(tokens) or tokens[at].joined or tokens[at].low not in _CLOSES:
        return False
    opening, depth = tokens[at].low, 1
    closing = _CLOSES[opening]
    for token in tokens[at + 1 :]:
        if token.low in closing:
            depth -= 1
        elif token.low == opening:
            depth += 1
        if not depth:
            return False
    return True


def _is_deed(
    tokens: Sequence[Token], at: int, options: Callable[[int], str], *, is_list: bool
) -> bool:
    """A verb of what is done to somebody that tells of it, with its object or a second verb."""
    word = tokens[at].word
    following = options(at + 1) if at + 1 < len(tokens) else ""
    if following == "C" and at + 3 < len(tokens) and not _TOLD.isdisjoint(
        tokens[at + 2].word.verbal
    ):
        following = options(at + 3)
    if _TOLD.isdisjoint(word.verbal) or following[:1] not in tuple("D#SNJOZK"):
        return False
    if "verbs:ing" in word.forms:  # "is torturing", "keeps torturing"
        return "X" in options(at - 1) or "verbs:third" in tokens[at - 1].word.forms
    free = 'N#JR"),' if is_list else 'N#JR")'
    is_free = not set(free).isdisjoint(options(at - 1)) or _is_have(tokens, at - 1)
    return is_free and not word.forms.isdisjoint(_TELLS)


def _first_of(tokens: Sequence[Token], deed: int) -> int:
    """Where the group of a deed's verb begins."""
    is_second = _is_have(tokens, deed - 1) or "verbs:ing" in tokens[deed].word.forms
    return deed - is_second


def _is_have(tokens: Sequence[Token], at: int) -> bool:
    return "function.have" in tokens[at].classes


def _acts(
    tokens: Sequence[Token], at: int, verb: int, options: Callable[[int], str]
) -> bool:
    """Whether what stands between is the verb's own subject: a name alone, a body, a pronoun."""
    inner = range(at + 1, verb)
    if tokens[at].low in _APPOSED:
        return not any("words.state-kind" in tokens[spot].classes for spot in inner)
    alone = all(options(spot)[:1] in tuple('NZD"SR') for spot in inner)
    if alone and tokens[verb - 1].text[:1].isupper():
        return True
    return alone and not ORGANS.isdisjoint(tokens[verb - 1].word.nominal)


def is_broken(read: Tagged, at: int) -> bool:
    """Whether the mark at `at` stands between a subject and its deed.

    "China; jailed five lawyers", "China / jailed".

    A comma is one where no second one follows.
    """
    is_perfect = read.has(at + 1, "function.have") and read.tag(at + 2) in ("E", "V")
    has_object = read.tag(at + 2) in ("D", "#", "S", "N", "J")
    if not (is_perfect or has_object) or not is_told(read, at + 1):
        return False
    if read.tags[at] == ",":
        done = noun_phrase(read, at + 2, coordinated=False).heads
        is_deed = not DEEDS.isdisjoint(read.tokens[at + 1].word.verbal)
        is_apart = opens(read, at - 1) and "," not in read.tags[at + 1 :]
        return is_deed and is_apart and not read.holds(done, "function.time")
    is_title = read.tokens[at].low in "|/" and read.tokens[at + 1].text[:1].isupper()
    return read.tokens[at].low in _BREAKS and not is_title


def is_told(read: Tagged, at: int) -> bool:
    """Whether a verb tells here of a deed, and bids nobody do it ("see page 3")."""
    if read.tag(at) not in ("V", "E", "X"):
        return False
    forms = read.tokens[at].word.forms
    return read.tags[at] == "X" or "verbs:base" not in forms


def opens(read: Tagged, at: int) -> bool:
    """Whether the noun that ends at `at` begins its clause."""
    before = read.back(at, 'DR"')
    return before < 0 or read.tags[before] in "CS:"
