"""English: doubts where a country is told of as a nation: its weight, its course, its outlook.

What a nation can do, where it is heading and how open it is are no decisions of a government; and
authorities are too small a word for it. What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.country_meant import is_own_good, is_own_growth
from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT, Governor

_HELD = ("words.weight-of-a-nation", "words.arsenal", "words.arms-of-a-nation")
_AFTER = 7  # words after a verb in which what it leads to is looked for
_PREDICATE = 5  # words after a name in which "is capable of" or "has the means" begins
_RANKS = ("words.state-kind", "words.rank-of-a-state", "words.a-part")
_ABUSE = "abuse"  # a reading: what it does is a wrong
_ACTORS = (*SUBJECT, "possessive")
# what only a state does, also where a speech praises a nation
_DECIDES = frozenset((
    "verbs.abuse", "verbs.custody", "verbs.prohibit", "verbs.punish", "verbs.threat",
    "verbs.clampdown", "nouns.abuse", "nouns.penalty", "nouns.measure",
))


def is_asked_to_be(mention: MentionContext) -> bool:
    """Whether it is asked to take a rank among states.

    "urged China to be a responsible stakeholder".
    """
    infinitive = mention.read.tag(mention.end) == "T" and mention.slot.kind == "object"
    at = mention.read.skip(mention.end + 1, 'R"!')
    if not infinitive or not mention.has(at, "words.comes-to-be"):
        return False
    return mention.holds(_first_heads(mention, at + 1), *_RANKS)


def is_its_own(mention: MentionContext) -> bool:
    """Whether the good or the growth of all of it is meant.

    "in China's interests", "the status of China".
    """
    return is_own_good(mention.read, mention.slot) or is_own_growth(mention.read, mention.slot)


def is_able(mention: MentionContext) -> bool:
    """Whether it is able to do something, as a nation.

    "China is capable of building a navy", "China has the means to close the strait".
    """
    if not mention.acts:
        return False
    spots = range(mention.end, min(mention.end + _PREDICATE, len(mention.tokens)))
    for at in spots:
        if mention.has(at, "words.capable"):
            return True
        if mention.has(at, "words.has-as-a-nation") and mention.holds(
            _first_heads(mention, at + 1), "words.capacity"
        ):
            return True
    return False


def has_weight(mention: MentionContext) -> bool:
    """Whether it has influence or arms, as a nation.

    "China will have great influence", "China owns three aircraft carriers".
    """
    return mention.acts and any(
        mention.holds(_first_heads(mention, governor.end), *_HELD)
        for governor in mention.governors("words.has-as-a-nation")
    )


def is_on_its_way(mention: MentionContext) -> bool:
    """Whether it moves towards something, as a nation.

    "China is moving closer to the centre of the stage", "has embarked on a path".
    """
    return mention.acts and any(
        _leads_somewhere(mention, governor) for governor in mention.slot.governors
    )


def _leads_somewhere(mention: MentionContext, governor: Governor) -> bool:
    """Whether the first noun after a verb of motion is a road, or where a nation arrives."""
    if not mention.has(governor.at, "words.goes-its-way"):
        return False
    first = governor.at + 1
    for at in range(first, min(first + _AFTER, len(mention.tokens))):
        if mention.has(at, "words.way-of-a-nation"):
            return True
        if mention.tags[at] in "NZ":
            return False
    return False


def takes_part(mention: MentionContext) -> bool:
    """Whether its firms, athletes and people take part: "China's involvement in trade"."""
    if not mention.owns:
        return False
    return any(
        mention.has(governor.at, "words.takes-part") and mention.holds(
            _first_heads(mention, mention.read.skip(governor.end, "P"), joined=True),
            "words.pursuits",
        )
        for governor in mention.slot.governors
    )


def is_hailed(mention: MentionContext) -> bool:
    """In a speech on a nation's development, where the verb is no act of its state alone."""
    if mention.slot.kind not in _ACTORS or mention.slot.listed or mention.slot.reading == _ABUSE:
        return False
    if any(not _DECIDES.isdisjoint(governor.classes) for governor in mention.slot.governors):
        return False
    return mention.stands("words.talk-of-a-nation") \
        or mention.stands_before("words.talk-of-a-nation")


def is_of_its_society(mention: MentionContext) -> bool:
    """Whether an outlook is meant, of all who live there.

    "China must learn to accept our values", "has its own local thinking".
    """
    if mention.slot.kind not in (*SUBJECT, "object", "possessive") \
            or mention.slot.reading == _ABUSE:
        return False
    spots = mention.after
    if not any(mention.has(at, "words.outlook") and mention.tags[at] != "X" for at in spots):
        return False
    return mention.stands_before("words.of-a-society") or any(
        mention.tags[at] == "N" for at in mention.where("words.of-a-society")
    )


def is_a_nation(mention: MentionContext) -> bool:
    """Whether it is told of as a nation, for which a plural of officials is too small."""
    return is_able(mention) or has_weight(mention) or is_on_its_way(mention) or takes_part(mention)


def _first_heads(mention: MentionContext, at: int, *, joined: bool = False) -> tuple[int, ...]:
    """The nouns of the phrase that begins at `at`, adverbs passed over."""
    return tuple(noun_phrase(mention.read, mention.read.skip(at), coordinated=joined).heads)
