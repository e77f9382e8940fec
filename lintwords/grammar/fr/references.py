"""French: words of the sentence that speak of the country itself, or of countries beside it.

"y", "sa croissance", "la seule Chine" and "d'autres pays" would be said of a government as they
stand: no wording is offered there, a person is asked.
"""

from __future__ import annotations

from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.tag_letters import FINITE
from lintwords.grammar.fr.verbgroups import verb_group
from lintwords.grammar.model import Rewrite

_LINKS = "CDNZPKSWR,=("  # letters of words between states that are told together
_GOING = "verbs.place", "verbs.stay"
_ENDS = ("", ".", ",", "C", "R", ":")


def is_told_among_countries(mention: MentionContext) -> bool:
    """Whether other countries stand beside it, and nothing acts between.

    "la Chine et d'autres pays", "d'autres pays que la Chine".
    """
    for step in (-1, 1):
        at = mention.slot.token + step
        while 0 <= at < len(mention.tokens):
            if mention.has(at, "words.other-countries"):
                return True
            if mention.tags[at] not in _LINKS:
                break
            at += step
    return False


def is_named_alone(mention: MentionContext) -> bool:
    """Whether an adjective before it would be lost: "la seule Chine"."""
    return mention.slot.name == "country" and mention.read.tag(mention.slot.token - 1) == "J"


def is_counted(mention: MentionContext) -> bool:
    """Whether a figure by country is told: "exécute 80 % des condamnés du monde"."""
    spots = mention.everywhere
    return mention.read.holds(spots, "function.percent") \
        and mention.holds(spots, "words.of-the-world")


def points_back(mention: MentionContext) -> bool:
    """Whether a later word points to the place or the country.

    "y", "en", "où"; "sa croissance", "sa population vieillit".
    """
    if mention.slot.kind == "adjective" or mention.slot.name == "group":
        return False
    return _is_the_place(mention) or _is_the_owner(mention)


def _is_the_place(mention: MentionContext) -> bool:
    read = mention.read
    if read.has(mention.end + (read.tag(mention.end) == ","), "function.where"):
        return True
    for at in range(mention.end, read.count):
        if not read.has(at, "function.there"):
            continue
        group = verb_group(read, at)
        if group is None or group.main <= at:
            continue
        comes = read.has(at, "function.from-there")
        verbs = read.tokens[group.main].classes
        if comes and "verbs.come-from" in verbs:
            return True
        if not comes and (not verbs.isdisjoint(_GOING) or read.has(at - 1, "function.anyone")):
            return True
    return False


def may_be_there(mention: MentionContext) -> bool:
    """Whether "y" may mean the country.

    "demande à la Chine de le libérer et d'y tolérer la presse".
    """
    if mention.slot.kind == "adjective" or mention.slot.name == "group":
        return False
    read = mention.read
    return any(
        read.has(at, "function.there") and not read.has(at, "function.from-there")
        and read.tag(at + 1) in ("V", "B", "G", "M")
        and not mention.has(at + 1, "words.takes-to")
        and not (mention.acts and read.back(at, 'Q!"') == mention.slot.token)  # "la Chine y commet"
        for at in mention.after
    )


def _is_the_owner(mention: MentionContext) -> bool:
    for at in range(mention.end, len(mention.tokens) - 1):
        if not mention.read.has(at, "function.possessive"):
            continue
        if mention.has(at + 1, "words.of-its-economy"):
            return True
        if mention.has(at + 1, "words.its-people") and mention.tags[at - 1] not in "VBEGX":
            return True
    return False


def holds_another_verb(mention: MentionContext, rewrite: Rewrite) -> bool:
    """A verb in the singular stands between two that the wording makes plural, or joins them.

    "emprisonnent un avocat dont la famille proteste et dénoncent", "et le fait": it may be of
    another subject, or of the same one.
    """
    if not rewrite.plural or not mention.acts:
        return False
    changed = {change.span.start for change in rewrite.changes}
    spots = mention.after
    made = [at for at in spots if mention.tokens[at].start in changed and mention.tags[at] in "VXM"]
    between = range(made[0] + 1, made[-1]) if made else range(0)
    stays = (at for at in between if mention.tokens[at].start not in changed)
    return any(mention.tags[at] in "VXM" and _is_singular(mention, at) for at in stays) or any(
        _may_go_on(mention, at) for at in spots
    )


def _is_singular(mention: MentionContext, at: int) -> bool:
    forms = {f"verbs:{reading.form}" for reading in mention.tokens[at].word.readings} & FINITE
    return any(not form.endswith("s") for form in forms)


def _may_go_on(mention: MentionContext, at: int) -> bool:
    """"et le fait", "puis le condamne", "et en fait un": as it is written, a noun or a verb."""
    if mention.read.has(at, "function.in-fact"):
        return mention.read.tag(at - 1) == "C" and mention.read.tag(at + 1) in ("D", "#")
    if mention.tags[at] in "JE" and mention.read.tag(at - 1) == "C" and _is_singular(mention, at):
        return mention.read.tag(at + 1) in ("X", "B", "S")  # "et dit avoir", "et dit que"
    if mention.tags[at] not in "NV" or not mention.read.has(at - 1, "function.him"):
        return False
    joined = mention.read.tag(at - 2) in ("C", ",") \
        or mention.read.has(at - 2, "function.coordinator")
    alone = mention.read.tag(at + 1) in _ENDS
    return joined and alone and _is_singular(mention, at)
