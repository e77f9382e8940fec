"""English: doubts where a sentence names the actor twice, or sets two actors side by side."""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.model import SUBJECT

_ACTORS = (*SUBJECT, "possessive", "agent")
_PEOPLES = frozenset(("names.nationality", "names.nationals"))
_OPENING = ("", ",", ":", "=", "C", "S")  # letters before a clause
_TURNED = ("X", "M")  # letters of a verb that stands before its subject


def is_called_the_government(asked: MentionContext) -> bool:
    """Whether the same actor is named already.

    "China jailed them because the regime fears them".
    """
    if asked.slot.kind not in _ACTORS or not asked.stands("words.the-regime"):
        return False
    if not asked.acts or asked.stands("function.first-person"):
        spots = asked.after  # "We urge the government to stop China"
    else:
        spots = asked.everywhere
    return any(_is_its_government(asked, at) for at in spots)


def _is_its_government(asked: MentionContext, at: int) -> bool:
    """Whether *the government* or *the regime* of no other country stands at `at`."""
    if not asked.has(at, "words.the-regime") or asked.tags[at] != "N":
        return False
    before = asked.read.has(at - 1, "function.article-definite") or asked.read.tag(at - 1) == "K"
    return before and not asked.read.has(at + 1, "function.of") and (
        asked.read.tag(at + 1) not in ("N", "'", "-")
    )


def is_helped_by_a_government(asked: MentionContext) -> bool:
    """Whether a second government would go in a circle.

    "Government decisions help Chinese repression".
    """
    if asked.slot.kind not in ("possessive", "adjective", "object"):
        return False
    helps = next(
        (at for at in range(asked.slot.token) if asked.has(at, "words.helps-along")), 0
    )
    return any(
        asked.has(at, "words.the-regime") and asked.read.tag(at + 1) in ("N", "'", "V", "M")
        for at in range(helps)
    )


def is_said_to_follow(asked: MentionContext) -> bool:
    """Whether what goes before is said of it too.

    "Just as the others must pay, so too must China".
    """
    if asked.acts and any(
        asked.has(at, "words.just-as") and "M" in asked.tags[at:]
        for at in asked.after
    ):
        return True  # "China must pay in the same way as the others must"
    if not asked.acts or not asked.stands("words.so-too"):
        return False
    turned = asked.read.back(asked.slot.token, 'RD"')
    spots = range(turned - 2, turned)
    return asked.read.tag(turned) in _TURNED and asked.holds(spots, "words.so-too")


def is_beside_a_people(asked: MentionContext) -> bool:
    """Whether two peoples stand side by side.

    "The Americans want no war, the Chinese want none".
    """
    if asked.slot.name != "group" or not asked.acts:
        return False
    if asked.read.tag(asked.read.back(asked.slot.token, 'RD"')) not in _OPENING:
        return False  # "help the Chinese use them"
    return any(
        at != asked.slot.token and not token.name and not _PEOPLES.isdisjoint(token.classes)
        and asked.read.has(at - 1, "function.article-definite")
        and asked.read.tag(asked.read.skip(at + 1)) in ("V", "X", "M", "B")
        for at, token in enumerate(asked.tokens)
    )
