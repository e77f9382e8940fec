"""English: doubts where a sentence names the actor twice, or sets two actors side by side."""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.model import SUBJECT

_ACTORS = (*SUBJECT, "possessive", "agent")
_PEOPLES = frozenset(("names.nationality", "names.nationals"))
_OPENING = ("", ",", ":", "=", "C", "S")  # letters before a clause
_TURNED = ("X", "M")  # letters of a verb that stands before its subject


def is_called_the_government(mention: MentionContext) -> bool:
    """Whether the same actor is named already.

    "China jailed them because the regime fears them".
    """
    if mention.slot.kind not in _ACTORS or not mention.stands("words.the-regime"):
        return False
    if not mention.acts or mention.stands("function.first-person"):
        spots = mention.after  # "We urge the government to stop China"
    else:
        spots = mention.everywhere
    return any(_is_its_government(mention, at) for at in spots)


def _is_its_government(mention: MentionContext, at: int) -> bool:
    """Whether *the government* or *the regime* of no other country stands at `at`."""
    if not mention.has(at, "words.the-regime") or mention.tags[at] != "N":
        return False
    before = mention.read.has(at - 1, "function.article-definite") \
        or mention.read.tag(at - 1) == "K"
    return before and not mention.read.has(at + 1, "function.of") and (
        mention.read.tag(at + 1) not in ("N", "'", "-")
    )


def is_helped_by_a_government(mention: MentionContext) -> bool:
    """Whether a second government would go in a circle.

    "Government decisions help Chinese repression".
    """
    if mention.slot.kind not in ("possessive", "adjective", "object"):
        return False
    helps = next(
        (at for at in range(mention.slot.token) if mention.has(at, "words.helps-along")), 0
    )
    return any(
        mention.has(at, "words.the-regime") and mention.read.tag(at + 1) in ("N", "'", "V", "M")
        for at in range(helps)
    )


def is_said_to_follow(mention: MentionContext) -> bool:
    """Whether what goes before is said of it too.

    "Just as the others must pay, so too must China".
    """
    if mention.acts and any(
        "M" in mention.tags[at:] for at in mention.where_after("words.just-as")
    ):
        return True  # "China must pay in the same way as the others must"
    if not mention.acts or not mention.stands("words.so-too"):
        return False
    turned = mention.read.back(mention.slot.token, 'RD"')
    spots = range(turned - 2, turned)
    return mention.read.tag(turned) in _TURNED and mention.holds(spots, "words.so-too")


def is_beside_a_people(mention: MentionContext) -> bool:
    """Whether two peoples stand side by side.

    "The Americans want no war, the Chinese want none".
    """
    if mention.slot.name != "group" or not mention.acts:
        return False
    if mention.read.tag(mention.read.back(mention.slot.token, 'RD"')) not in _OPENING:
        return False  # "help the Chinese use them"
    return any(
        at != mention.slot.token and not token.name and not _PEOPLES.isdisjoint(token.classes)
        and mention.read.has(at - 1, "function.article-definite")
        and mention.read.tag(mention.read.skip(at + 1)) in ("V", "X", "M", "B")
        for at, token in enumerate(mention.tokens)
    )


def is_in_what_it_does(mention: MentionContext) -> bool:
    """Whether the country itself does the verb whose object this is.

    "China has explored Chinese approaches".
    """
    if mention.slot.kind != "adjective":
        return False
    verb = mention.read.back(mention.slot.token, "DJ#R")
    if mention.read.tag(verb) not in ("V", "E", "G", "B"):
        return False
    actor = mention.read.back(verb, 'XMR!"')
    return actor >= 0 and mention.tokens[actor].name == "country"


def is_named_as_another_is(mention: MentionContext) -> bool:
    """Whether another state is the object of the same verb: "you ban China, then ban Peru"."""
    if mention.slot.kind != "object" or not mention.stands("names.country"):
        return False
    verbs = {
        mention.tokens[one.at].word.lemma_in("verbs") for one in mention.slot.governors
    } - {""}
    return any(
        mention.has(at, "names.country") and not mention.tokens[at].name
        and mention.tokens[left].word.lemma_in("verbs") in verbs
        for at in mention.everywhere
        if (left := mention.read.back(at, 'DJR"')) >= 0 and left != mention.slot.token
    )
