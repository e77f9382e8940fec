"""French: words of the sentence that speak of the country itself, or of countries beside it.

"y", "sa croissance", "la seule Chine" and "d'autres pays" would be said of a government as they
stand: no wording is offered there, a person is asked.
"""

from __future__ import annotations

from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.fr.tag_letters import FINITE
from lintwords.grammar.fr.verbgroups import verb_group
from lintwords.grammar.model import Rewrite

_LINKS = "CDNZPKSWR,=("  # letters of words between states that are told together
_GOING = "verbs.place", "verbs.stay"
_ENDS = ("", ".", ",", "C", "R", ":")


def is_told_among_countries(asked: MentionContext) -> bool:
    """Whether other countries stand beside it, and nothing acts between.

    "la Chine et d'autres pays", "d'autres pays que la Chine".
    """
    for step in (-1, 1):
        at = asked.slot.token + step
        while 0 <= at < len(asked.tokens):
            if asked.has(at, "words.other-countries"):
                return True
            if asked.tags[at] not in _LINKS:
                break
            at += step
    return False


def is_named_alone(asked: MentionContext) -> bool:
    """Whether an adjective before it would be lost: "la seule Chine"."""
    return asked.slot.name == "country" and asked.read.tag(asked.slot.token - 1) == "J"


def is_counted(asked: MentionContext) -> bool:
    """Whether a figure by country is told: "exécute 80 % des condamnés du monde"."""
    spots = asked.everywhere
    return asked.read.holds(spots, "function.percent") and asked.holds(spots, "words.of-the-world")


def points_back(asked: MentionContext) -> bool:
    """Whether a later word points to the place or the country.

    "y", "en", "où"; "sa croissance", "sa population vieillit".
    """
    if asked.slot.kind == "adjective" or asked.slot.name == "group":
        return False
    return _is_the_place(asked) or _is_the_owner(asked)


def _is_the_place(asked: MentionContext) -> bool:
    read = asked.read
    if read.has(asked.end + (read.tag(asked.end) == ","), "function.where"):
        return True
    for at in range(asked.end, read.count):
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


def may_be_there(asked: MentionContext) -> bool:
    """Whether "y" may mean the country.

    "demande à la Chine de le libérer et d'y tolérer la presse".
    """
    if asked.slot.kind == "adjective" or asked.slot.name == "group":
        return False
    read = asked.read
    return any(
        read.has(at, "function.there") and not read.has(at, "function.from-there")
        and read.tag(at + 1) in ("V", "B", "G", "M")
        and not asked.has(at + 1, "words.takes-to")
        and not (asked.acts and read.back(at, 'Q!"') == asked.slot.token)  # "la Chine y commet"
        for at in asked.after
    )


def _is_the_owner(asked: MentionContext) -> bool:
    for at in range(asked.end, len(asked.tokens) - 1):
        if not asked.read.has(at, "function.possessive"):
            continue
        if asked.has(at + 1, "words.of-its-economy"):
            return True
        if asked.has(at + 1, "words.its-people") and asked.tags[at - 1] not in "VBEGX":
            return True
    return False


def holds_another_verb(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A verb in the singular stands between two that the wording makes plural, or joins them.

    "emprisonnent un avocat dont la famille proteste et dénoncent", "et le fait": it may be of
    another subject, or of the same one.
    """
    if not rewrite.plural or not asked.acts:
        return False
    changed = {change.span.start for change in rewrite.changes}
    spots = asked.after
    made = [at for at in spots if asked.tokens[at].start in changed and asked.tags[at] in "VXM"]
    between = range(made[0] + 1, made[-1]) if made else range(0)
    stays = (at for at in between if asked.tokens[at].start not in changed)
    return any(asked.tags[at] in "VXM" and _is_singular(asked, at) for at in stays) or any(
        _may_go_on(asked, at) for at in spots
    )


def _is_singular(asked: MentionContext, at: int) -> bool:
    forms = {f"verbs:{reading.form}" for reading in asked.tokens[at].word.readings} & FINITE
    return any(not form.endswith("s") for form in forms)


def _may_go_on(asked: MentionContext, at: int) -> bool:
    """"et le fait", "puis le condamne", "et en fait un": as it is written, a noun or a verb."""
    if asked.read.has(at, "function.in-fact"):
        return asked.read.tag(at - 1) == "C" and asked.read.tag(at + 1) in ("D", "#")
    if asked.tags[at] in "JE" and asked.read.tag(at - 1) == "C" and _is_singular(asked, at):
        return asked.read.tag(at + 1) in ("X", "B", "S")  # "et dit avoir", "et dit que"
    if asked.tags[at] not in "NV" or not asked.read.has(at - 1, "function.him"):
        return False
    joined = asked.read.tag(at - 2) in ("C", ",") or asked.read.has(at - 2, "function.coordinator")
    alone = asked.read.tag(at + 1) in _ENDS
    return joined and alone and _is_singular(asked, at)
