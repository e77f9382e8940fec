"""French: whose a thing is, where its noun has a complement: "la politique de répression du".

The owner stands behind a complement, and no second "de" leads what could be the object of the act:
"la colonisation menée par", "la répression des exilés par".
"""

from __future__ import annotations

from lintwords.grammar.fr.phrases import holds_article, noun_phrase, preposition_at
from lintwords.grammar.model import Slot
from lintwords.grammar.tagged import Tagged
from lintwords.text.spelling.fr.forms import after_preposition
from lintwords.values import dataclass

_SEIZES = "nouns.seizure"
_HARMS = "nouns.abuse"
_BY, _LED = "par", "menée{s} par"


@dataclass(frozen=True, slots=True)
class Owner:
    """How the owner is named: `text`, behind the token before `end` (exclusive)."""

    text: str
    end: int
    moved: bool = False  # behind a complement
    led: bool = False  # "menée par"


def owner_of(read: Tagged, slot: Slot, actor: str) -> Owner | None:
    """The actor as the owner of the noun before the mention; None where no form is known."""
    at = slot.token + 1
    end = _complement_end(read, at)
    if end < 0:
        return None
    seizes = _SEIZES in slot.head_classes
    if end > at:
        of_an_act = seizes or _HARMS in slot.head_classes
        determined = holds_article(read, at) or read.tag(at + 1) == "D"
        text = f"{_BY} {actor}" if of_an_act and determined else after_preposition("de", actor)
        return Owner(text, end, moved=True)
    if seizes:
        plural = "s" if slot.head.endswith("s") else ""
        return Owner(f"{_LED.format(s=plural)} {actor}", at, led=True)
    return Owner(after_preposition("de", actor), at)


def _complement_end(read: Tagged, at: int) -> int:
    """The index after "d'exportation", "des exilés" at `at`; `at` if none, -1 if it goes on."""
    if read.tag(at) != "P" or preposition_at(read, at) != "de":
        return at
    phrase = noun_phrase(read, at + 1, coordinated=False)
    if not phrase.heads or read.has(phrase.heads[0], "function.time"):
        return at
    end = _without_a_verb(read, phrase.heads[0], phrase.end)
    if end < phrase.end:
        return end
    if read.tags[end - 1] == "E" and read.tag(end) == "P":
        return -1  # "des exilés installés en": by whom would belong to the participle
    inside = range(at + 1, phrase.end)
    if any(read.tags[k] in "Z#" or read.tokens[k].text[:1].isdigit() for k in inside):
        return at  # "de 1989"
    goes_on = read.tag(phrase.end) in ("P", "C") and not (
        read.tag(phrase.end) == "P" and preposition_at(read, phrase.end) != "de"
    )
    return -1 if goes_on else phrase.end


def _without_a_verb(read: Tagged, head: int, end: int) -> int:
    """The end of a phrase before a finite verb that looks like a participle: "des revues atteint".

    A participle would agree with a noun in the plural.
    """
    if not _is_plural(read, head):
        return end
    last = end
    while last - 1 > head and read.tags[last - 1] == "E" and not _is_plural(read, last - 1):
        last -= 1
    return last


def _is_plural(read: Tagged, at: int) -> bool:
    return read.tokens[at].low.endswith(("s", "x"))
