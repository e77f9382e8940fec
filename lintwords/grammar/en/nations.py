"""English: where the words before a mention, or around it, say that it is one state of several.

"As part of the council, China", "when it became a member, China", "the group, which includes
China": no government stands there. What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase

_KINDS = ("words.state-kind", "words.rank-of-a-state")


def is_part_of_a_body(mention: MentionContext) -> bool:
    """Whether it has a seat in the body it is part of: "As part of the council, China must"."""
    if not _closes_before(mention):
        return False
    return any(
        mention.has(at, "words.as-part-of")
        and mention.holds(mention.heads_at(at + 1), "words.seat-of")
        for at in range(mention.slot.token - 1)
    )


def is_one_from_before(mention: MentionContext) -> bool:
    """Whether the clause before says what kind of state it is.

    "When it became a member, China", "Becoming a country ruled by fear, China".
    """
    if not _closes_before(mention):
        return False
    return any(
        "verbs.copula" in mention.tokens[at].word.classes and mention.tags[at] in "VXGEB"
        and (at == 0 or mention.tokens[at - 1].low == "it"
            or mention.read.tag(at - 1) in ("S", "X"))
        and mention.holds(noun_phrase(mention.read, mention.read.skip(at + 1)).heads, *_KINDS)
        for at in range(mention.slot.token - 1)
    )


def _closes_before(mention: MentionContext) -> bool:
    """Whether a comma straight before the subject ends a phrase or a clause about it."""
    return mention.acts and mention.read.tag(mention.slot.token - 1) == ","


def is_counted_in(mention: MentionContext) -> bool:
    """Whether it is counted among other states named before.

    "the countries of the group, which includes China".
    """
    return mention.slot.kind == "object" and mention.governs("words.counts-in") and mention.holds(
        range(mention.slot.token), "words.other-states"
    )
