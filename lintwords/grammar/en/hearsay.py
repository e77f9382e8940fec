"""English: doubts where the words of a sentence may be another's, though no voice is marked.

What a verb such as *confirm* or *describe how* brings is vouched for by who writes it, and stays a
finding of full weight; but whose words it keeps is for a person to say.
"""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext

_AFTER = 8  # words between the verb and what it brings: "asked, in careful English, why"
_SAID = 3  # words between the verb and its colon: "said was:"
_SIGNED = 5  # words that the name of who says so may take behind a colon
_SPEAKERS = frozenset(("nouns.leader", "nouns.organ"))
_HEAD = 9  # words that a message and its sender may take before a colon


def is_retold(mention: MentionContext) -> bool:
    """Whether somebody is said to have shown, called or confirmed it.

    "She confirmed only that China …", "In June, readings showed, China …".
    """
    if not mention.stands("words.shows", "words.labels", "words.retells"):
        return False
    ours = _first_of_ours(mention)
    for at in range(min(mention.slot.token, ours + 1)):
        if mention.tags[at] not in "VBEG":
            continue
        between_commas = mention.read.tag(at + 1) == "," and "," in mention.tags[:at]
        if between_commas and mention.has(at, "words.shows"):
            return True
        label = mention.has(at, "words.labels") and mention.read.tag(at + 1) in ("D", "O", "N", "#")
        if label and mention.slot.kind in ("agent", "possessive", "adjective"):
            return True  # "still calls it an abduction by China"
        spots = range(at + 1, min(at + 1 + _AFTER, mention.slot.token))
        resolved = any(
            mention.has(spot, "words.resolve") and mention.read.tag(spot + 1) == "T"
            for spot in spots
        )
        resolved = resolved or _is_its_resolve(mention)
        if mention.has(at, "words.retells") and resolved:
            return True  # "stated his determination to end China's blockade"
        if mention.has(at, "words.retells") and mention.holds(spots, "words.brings-clause"):
            return True
    return False


def _is_its_resolve(mention: MentionContext) -> bool:
    """"stresses China's resolve": what is ascribed to it by whoever stresses it."""
    return mention.owns and mention.governs("words.resolve")


def is_a_message(mention: MentionContext) -> bool:
    """Whether it stands in a message, behind a colon and its sender.

    "A message from the minister: China must pay".
    """
    if not mention.stands("words.message", "words.says"):
        return False
    for colon in range(1, mention.slot.token):
        if mention.tokens[colon].low == ":":
            spots = range(max(colon - _HEAD, 0), colon)
            sent = mention.holds(spots, "words.message")
            by = (mention.has(spot, "words.sent-by") or mention.tags[spot] == "'" for spot in spots)
            if sent and any(by):
                return True
            said = range(max(colon - _SAID, 0), colon)
            if mention.holds(said, "words.says"):
                return True  # "What I said was: China must pay"
    return False


def is_signed(mention: MentionContext) -> bool:
    """Whether who says so stands behind a last colon: "China jails more poets: Amnesty"."""
    colon = max((at for at, token in enumerate(mention.tokens) if token.low == ":"), default=-1)
    if colon <= mention.slot.token:
        return False
    signed = [
        at for at in range(colon + 1, len(mention.tokens)) if mention.tags[at] not in ('"', ".")
    ]
    if not signed or len(signed) > _SIGNED:
        return False
    large = [mention.tokens[at].text[:1].isupper() for at in signed
        if mention.tags[at] not in "DP'"]
    if large and all(large):
        return True
    spoken = all(mention.tags[at] in "NJDK'" for at in signed)
    return spoken and any(mention.tokens[at].word.nominal & _SPEAKERS for at in signed)


def is_common_talk(mention: MentionContext) -> bool:
    """Whether it is told as what everybody says.

    "China paid for it, as everyone here will tell you".
    """
    return mention.stands("words.common-talk")


def is_heard(mention: MentionContext) -> bool:
    """Whether the one who is spoken to has said or heard it.

    "In your remarks you said that China …", "You heard him speaking of how China …".
    """
    if not mention.stands("function.second-person"):
        return False
    for at in range(mention.slot.token):
        you = mention.read.has(mention.read.back(at), "function.second-person")
        if you and (mention.has(at, "words.says") or mention.has(at, "words.retells")):
            return any(mention.tags[spot] in "ST" for spot in _next(mention, at))
        if you and mention.has(at, "words.hears"):
            return mention.holds(_next(mention, at), "words.speaks-of")
    return False


def is_written_by_another(mention: MentionContext) -> bool:
    """Whether a demand is that of somebody's text.

    "She wrote an article urging China to free him".
    """
    if not mention.stands("words.written-by-one") or _first_of_ours(mention) < mention.slot.token:
        return False
    return any(
        mention.has(at, "words.writes") and mention.tags[at] in "VEBG"
        and any(_goes_on_with_a_demand(mention, head)
                for head in mention.heads_at(mention.read.skip(at + 1)))
        for at in range(mention.slot.token)
    )


def _goes_on_with_a_demand(mention: MentionContext, head: int) -> bool:
    follows = mention.read.tag(mention.read.skip(head + 1))
    return mention.has(head, "words.written-by-one") and follows == "G"


def is_in_a_statement(mention: MentionContext) -> bool:
    """Whether it is what a statement says that is not the writer's.

    "A statement made in May that China …".
    """
    return mention.stands("words.told-thing") and any(
        mention.has(at, "words.told-thing") and mention.tags[at] == "N"
        and mention.read.tag(at + 1) in ("E", "V", "P", "S")
        and any(mention.tokens[to].low == "that" and mention.tags[to] == "S"
            for to in _next(mention, at))
        and not _is_ours(mention, at)
        for at in range(mention.slot.token)
    )


def _is_ours(mention: MentionContext, at: int) -> bool:
    """"our remark that", "I made the remark that"; but "we heard the remark that" is another's."""
    near = mention.tokens[max(at - 2, 0) : at]
    owned = any("voices.writer" in token.word.classes for token in near)
    heard = mention.holds(range(at), "words.hears")
    return owned or (not heard and _first_of_ours(mention) < at)


def _next(mention: MentionContext, at: int) -> range:
    """The words after the one at `at` up to the mention, as far as it brings what it tells."""
    return range(at + 1, min(at + 1 + _AFTER, mention.slot.token))


def _first_of_ours(mention: MentionContext) -> int:
    """From where on the writer speaks: "our report describes how"."""
    words = enumerate(mention.tokens)
    ours = (at for at, token in words if "voices.writer" in token.word.classes)
    return next(ours, len(mention.tokens))


def is_mentioned(mention: MentionContext) -> bool:
    """Whether others word it so: "when the ministry talks of China's consent"."""
    at = mention.slot.token
    spots = range(max(at - 4, 0), at)
    return mention.owns and mention.holds(spots, "words.talks-of")
