"""Any language: what is said of a country as one of several, which no government of them did.

What words mean stands in the lexicon of a language.
"""

from __future__ import annotations

from lintwords.grammar.model import Slot
from lintwords.grammar.tagged import Tagged

_THANKED = 10  # words before a name in which thanks are said


def is_thanked_with_others(read: Tagged, slot: Slot) -> bool:
    """Whether a list that it stands in is thanked.

    "we thank Norway, China and Chile", "nos remerciements vont à l'Égypte et à la Chine".
    """
    spots = range(slot.token - _THANKED, slot.token)
    return slot.listed and slot.kind in ("object", "prep") and read.holds(spots, "words.thanks")
