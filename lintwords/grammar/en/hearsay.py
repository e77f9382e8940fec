"""English: doubts where the words of a sentence may be another's, though no voice is marked.

What a verb such as *confirm* or *describe how* brings is vouched for by who writes it, and stays a
finding of full weight; but whose words it keeps is for a person to say.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext

_AFTER = 8  # words between the verb and what it brings: "asked, in careful English, why"
_SAID = 3  # words between the verb and its colon: "said was:"
_SIGNED = 5  # words that the name of who says so may take behind a colon
_SPEAKERS = frozenset(("nouns.leader", "nouns.organ"))
_HEAD = 9  # words that a message and its sender may take before a colon


def is_retold(asked: MentionContext) -> bool:
    """Whether somebody is said to have shown, called or confirmed it.

    "She confirmed only that China …", "In June, readings showed, China …".
    """
    if not asked.stands("words.shows", "words.labels", "words.retells"):
        return False
    ours = _first_of_ours(asked)
    for at in range(min(asked.slot.token, ours + 1)):
        if asked.tags[at] not in "VBEG":
            continue
        between_commas = asked.read.tag(at + 1) == "," and "," in asked.tags[:at]
        if between_commas and asked.has(at, "words.shows"):
            return True
        label = asked.has(at, "words.labels") and asked.read.tag(at + 1) in ("D", "O", "N", "#")
        if label and asked.slot.kind in ("agent", "possessive", "adjective"):
            return True  # "still calls it an abduction by China"
        spots = range(at + 1, min(at + 1 + _AFTER, asked.slot.token))
        resolved = any(
            asked.has(spot, "words.resolve") and asked.read.tag(spot + 1) == "T" for spot in spots
        )
        resolved = resolved or _is_its_resolve(asked)
        if asked.has(at, "words.retells") and resolved:
            return True  # "stated his determination to end China's blockade"
        if asked.has(at, "words.retells") and asked.holds(spots, "words.brings-clause"):
            return True
    return False


def _is_its_resolve(asked: MentionContext) -> bool:
    """"stresses China's resolve": what is ascribed to it by whoever stresses it."""
    return asked.owns and asked.governs("words.resolve")


def is_a_message(asked: MentionContext) -> bool:
    """Whether it stands in a message, behind a colon and its sender.

    "A message from the minister: China must pay".
    """
    if not asked.stands("words.message", "words.says"):
        return False
    for colon in range(1, asked.slot.token):
        if asked.tokens[colon].low == ":":
            spots = range(max(colon - _HEAD, 0), colon)
            sent = asked.holds(spots, "words.message")
            by = (asked.has(spot, "words.sent-by") or asked.tags[spot] == "'" for spot in spots)
            if sent and any(by):
                return True
            said = range(max(colon - _SAID, 0), colon)
            if asked.holds(said, "words.says"):
                return True  # "What I said was: China must pay"
    return False


def is_signed(asked: MentionContext) -> bool:
    """Whether who says so stands behind a last colon: "China jails more poets: Amnesty"."""
    colon = max((at for at, token in enumerate(asked.tokens) if token.low == ":"), default=-1)
    if colon <= asked.slot.token:
        return False
    signed = [
        at for at in range(colon + 1, len(asked.tokens)) if asked.tags[at] not in ('"', ".")
    ]
    if not signed or len(signed) > _SIGNED:
        return False
    large = [asked.tokens[at].text[:1].isupper() for at in signed if asked.tags[at] not in "DP'"]
    if large and all(large):
        return True
    spoken = all(asked.tags[at] in "NJDK'" for at in signed)
    return spoken and any(asked.tokens[at].word.nominal & _SPEAKERS for at in signed)


def is_common_talk(asked: MentionContext) -> bool:
    """Whether it is told as what everybody says.

    "China paid for it, as everyone here will tell you".
    """
    return asked.stands("words.common-talk")


def is_heard(asked: MentionContext) -> bool:
    """Whether the one who is spoken to has said or heard it.

    "In your remarks you said that China …", "You heard him speaking of how China …".
    """
    if not asked.stands("function.second-person"):
        return False
    for at in range(asked.slot.token):
        you = asked.read.has(asked.read.back(at), "function.second-person")
        if you and (asked.has(at, "words.says") or asked.has(at, "words.retells")):
            return any(asked.tags[spot] in "ST" for spot in _next(asked, at))
        if you and asked.has(at, "words.hears"):
            return asked.holds(_next(asked, at), "words.speaks-of")
    return False


def is_written_by_another(asked: MentionContext) -> bool:
    """Whether a demand is that of somebody's text.

    "She wrote an article urging China to free him".
    """
    if not asked.stands("words.written-by-one") or _first_of_ours(asked) < asked.slot.token:
        return False
    return any(
        asked.has(at, "words.writes") and asked.tags[at] in "VEBG"
        and any(_goes_on_with_a_demand(asked, head)
                for head in asked.heads_at(asked.read.skip(at + 1)))
        for at in range(asked.slot.token)
    )


def _goes_on_with_a_demand(asked: MentionContext, head: int) -> bool:
    follows = asked.read.tag(asked.read.skip(head + 1))
    return asked.has(head, "words.written-by-one") and follows == "G"


def is_in_a_statement(asked: MentionContext) -> bool:
    """Whether it is what a statement says that is not the writer's.

    "A statement made in May that China …".
    """
    return asked.stands("words.told-thing") and any(
        asked.has(at, "words.told-thing") and asked.tags[at] == "N"
        and asked.read.tag(at + 1) in ("E", "V", "P", "S")
        and any(asked.tokens[to].low == "that" and asked.tags[to] == "S" for to in _next(asked, at))
        and not _is_ours(asked, at)
        for at in range(asked.slot.token)
    )


def _is_ours(asked: MentionContext, at: int) -> bool:
    """"our remark that", "I made the remark that"; but "we heard the remark that" is another's."""
    near = asked.tokens[max(at - 2, 0) : at]
    owned = any("voices.writer" in token.word.classes for token in near)
    heard = asked.holds(range(at), "words.hears")
    return owned or not heard and _first_of_ours(asked) < at


def _next(asked: MentionContext, at: int) -> range:
    """The words after the one at `at` up to the mention, as far as it brings what it tells."""
    return range(at + 1, min(at + 1 + _AFTER, asked.slot.token))


def _first_of_ours(asked: MentionContext) -> int:
    """From where on the writer speaks: "our report describes how"."""
    words = enumerate(asked.tokens)
    ours = (at for at, token in words if "voices.writer" in token.word.classes)
    return next(ours, len(asked.tokens))
