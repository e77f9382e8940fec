"""English: where the words before a mention, or around it, say that it is one state of several.

"As part of the council, China", "when it became a member, China", "the group, which includes
China": no government stands there. What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase

_KINDS = ("words.state-kind", "words.rank-of-a-state")


def is_part_of_a_body(asked: MentionContext) -> bool:
    """Whether it has a seat in the body it is part of: "As part of the council, China must"."""
    if not _closes_before(asked):
        return False
    return any(
        asked.has(at, "words.as-part-of") and asked.holds(asked.heads_at(at + 1), "words.seat-of")
        for at in range(asked.slot.token - 1)
    )


def is_one_from_before(asked: MentionContext) -> bool:
    """Whether the clause before says what kind of state it is.

    "When it became a member, China", "Becoming a country ruled by fear, China".
    """
    if not _closes_before(asked):
        return False
    return any(
        "verbs.copula" in asked.tokens[at].word.classes and asked.tags[at] in "VXGEB"
        and (at == 0 or asked.tokens[at - 1].low == "it" or asked.read.tag(at - 1) in ("S", "X"))
        and asked.holds(noun_phrase(asked.read, asked.read.skip(at + 1)).heads, *_KINDS)
        for at in range(asked.slot.token - 1)
    )


def _closes_before(asked: MentionContext) -> bool:
    """Whether a comma straight before the subject ends a phrase or a clause about it."""
    return asked.acts and asked.read.tag(asked.slot.token - 1) == ","


def is_counted_in(asked: MentionContext) -> bool:
    """Whether it is counted among other states named before.

    "the countries of the group, which includes China".
    """
    return asked.slot.kind == "object" and asked.governs("words.counts-in") and asked.holds(
        range(asked.slot.token), "words.other-states"
    )
