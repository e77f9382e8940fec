"""English: doubts where a country is told of as a nation: its weight, its course, its outlook.

What a nation can do, where it is heading and how open it is are no decisions of a government; and
authorities are too small a word for it. What words mean stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.standing import is_own_good, is_own_growth
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


def is_asked_to_be(asked: MentionContext) -> bool:
    """Whether it is asked to take a rank among states.

    "urged China to be a responsible stakeholder".
    """
    infinitive = asked.read.tag(asked.end) == "T" and asked.slot.kind == "object"
    at = asked.read.skip(asked.end + 1, 'R"!')
    if not infinitive or not asked.has(at, "words.comes-to-be"):
        return False
    return asked.holds(_first_heads(asked, at + 1), *_RANKS)


def is_its_own(asked: MentionContext) -> bool:
    """Whether the good or the growth of all of it is meant.

    "in China's interests", "the status of China".
    """
    return is_own_good(asked.read, asked.slot) or is_own_growth(asked.read, asked.slot)


def is_able(asked: MentionContext) -> bool:
    """Whether it is able to do something, as a nation.

    "China is capable of building a navy", "China has the means to close the strait".
    """
    if not asked.acts:
        return False
    spots = range(asked.end, min(asked.end + _PREDICATE, len(asked.tokens)))
    for at in spots:
        if asked.has(at, "words.capable"):
            return True
        if asked.has(at, "words.has-as-a-nation") and asked.holds(
            _first_heads(asked, at + 1), "words.capacity"
        ):
            return True
    return False


def has_weight(asked: MentionContext) -> bool:
    """Whether it has influence or arms, as a nation.

    "China will have great influence", "China owns three aircraft carriers".
    """
    return asked.acts and any(
        asked.holds(_first_heads(asked, governor.end), *_HELD)
        for governor in asked.governors("words.has-as-a-nation")
    )


def is_on_its_way(asked: MentionContext) -> bool:
    """Whether it moves towards something, as a nation.

    "China is moving closer to the centre of the stage", "has embarked on a path".
    """
    return asked.acts and any(
        _leads_somewhere(asked, governor) for governor in asked.slot.governors
    )


def _leads_somewhere(asked: MentionContext, governor: Governor) -> bool:
    """Whether the first noun after a verb of motion is a road, or where a nation arrives."""
    if not asked.has(governor.at, "words.goes-its-way"):
        return False
    first = governor.at + 1
    for at in range(first, min(first + _AFTER, len(asked.tokens))):
        if asked.has(at, "words.way-of-a-nation"):
            return True
        if asked.tags[at] in "NZ":
            return False
    return False


def takes_part(asked: MentionContext) -> bool:
    """Whether its firms, athletes and people take part: "China's involvement in trade"."""
    if not asked.owns:
        return False
    return any(
        asked.has(governor.at, "words.takes-part") and asked.holds(
            _first_heads(asked, asked.read.skip(governor.end, "P"), joined=True), "words.pursuits"
        )
        for governor in asked.slot.governors
    )


def is_hailed(asked: MentionContext) -> bool:
    """In a speech on a nation's development, where the verb is no act of its state alone."""
    if asked.slot.kind not in _ACTORS or asked.slot.listed or asked.slot.reading == _ABUSE:
        return False
    if any(not _DECIDES.isdisjoint(governor.classes) for governor in asked.slot.governors):
        return False
    return asked.stands("words.talk-of-a-nation") or asked.stands_before("words.talk-of-a-nation")


def is_of_its_society(asked: MentionContext) -> bool:
    """Whether an outlook is meant, of all who live there.

    "China must learn to accept our values", "has its own local thinking".
    """
    if asked.slot.kind not in (*SUBJECT, "object", "possessive") or asked.slot.reading == _ABUSE:
        return False
    spots = asked.after
    if not any(asked.has(at, "words.outlook") and asked.tags[at] != "X" for at in spots):
        return False
    return asked.stands_before("words.of-a-society") or any(
        asked.has(at, "words.of-a-society") and asked.tags[at] == "N"
        for at in asked.everywhere
    )


def is_a_nation(asked: MentionContext) -> bool:
    """Whether it is told of as a nation, for which a plural of officials is too small."""
    return is_able(asked) or has_weight(asked) or is_on_its_way(asked) or takes_part(asked)


def _first_heads(asked: MentionContext, at: int, *, joined: bool = False) -> tuple[int, ...]:
    """The nouns of the phrase that begins at `at`, adverbs passed over."""
    return tuple(noun_phrase(asked.read, asked.read.skip(at), coordinated=joined).heads)
