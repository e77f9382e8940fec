"""French: what agrees with the country, which is feminine, and would go on doing so.

A government is masculine, so an attribute, a participle or a noun of an agent that says what the
country is cannot stay beside it; some are changed with the name, and what is not is a doubt.
"""

from __future__ import annotations

from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.fr.pronouns import is_feminine
from lintwords.grammar.model import Rewrite

_COPULAS = frozenset(("verbs.copula", "words.attribute"))


def has_attribute(asked: MentionContext) -> bool:
    """What is said of the subject agrees with it further away: "est prête", "reste isolée"."""
    for governor in asked.slot.governors:
        if governor.at < asked.slot.token:
            continue
        copula = not _COPULAS.isdisjoint(governor.classes)
        attribute = asked.read.skip(governor.at + 1)
        if copula and asked.read.tag(attribute) in ("J", "E") and is_feminine(asked, attribute):
            return True
        if "function.reflexive" in governor.classes or governor.lemma.startswith(("se ", "s'")):
            if asked.tags[governor.at] == "E":
                return True
    return False


def agrees_further(asked: MentionContext) -> bool:
    """A participle or an adjective apart from its noun that may belong to the name."""
    if not asked.acts:
        return False
    for at, tag in enumerate(asked.tags):
        if tag not in ("J", "E") or not is_feminine(asked, at):
            continue
        before = asked.read.tag(asked.read.back(at, "R"))
        if before in (",", "") and at != asked.end:
            return True
    return False


def stands_beside(asked: MentionContext) -> bool:
    """Whether any word agrees with it, whatever a rewrite would change."""
    return _stays_feminine(asked, set()) or _holds_feminine(asked)


def leaves_a_feminine(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a feminine stays that agreed with the name, which the wording replaces.

    "tenue", "se voit accusée".
    """
    return _stays_feminine(asked, {change.span.start for change in rewrite.changes})


def _stays_feminine(asked: MentionContext, changed: set[int]) -> bool:
    """Whether a word agrees with it that does not begin where a rewrite changes one, `changed`."""
    acts = asked.acts
    if not acts and _is_said_behind_a_comma(asked):
        return True
    if not acts and asked.slot.kind not in ("object", "prep"):
        return False
    for at in range(0 if acts else asked.end, len(asked.tags)):
        if asked.has(at, "words.feminine-agent"):
            return True
        if asked.tags[at] not in ("E", "J", "N") or asked.tokens[at].start in changed:
            continue
        if is_feminine(asked, at) and _is_said_after_a_verb(asked, at, acts):
            return True
    return False


def _is_said_behind_a_comma(asked: MentionContext) -> bool:
    """"à l'égard de la Chine, invitée à": said of the country."""
    said = asked.read.skip(asked.end + 1)
    return asked.read.tag(asked.end) == "," and asked.read.tag(said) in ("E", "J") and (
        is_feminine(asked, said)
    )


def _is_said_after_a_verb(asked: MentionContext, at: int, acts: bool) -> bool:
    """Whether an attribute follows a verb of the subject, or an infinitive that is the object's."""
    verb = asked.read.back(at, 'R!"')
    if verb < 0:
        return False
    infinitive = "verbs:base" in asked.tokens[verb].word.forms
    if asked.read.has(verb, "function.be"):
        return infinitive or acts and at > asked.slot.token
    if asked.tags[at] == "N":
        return False
    if acts:
        return verb > asked.slot.token and asked.tags[verb] in "VBEG"
    after_be = asked.read.has(asked.read.back(verb, 'R!"'), "function.be")
    return asked.tags[verb] == "B" or asked.tags[verb] == "E" and after_be


def _holds_feminine(asked: MentionContext) -> bool:
    """"s'est emparée": a participle of its verb shows that it speaks of the country."""
    return asked.acts and not asked.slot.listed and any(
        asked.tags[governor.at] == "E" and is_feminine(asked, governor.at)
        for governor in asked.slot.governors
    )
