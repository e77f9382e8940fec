"""French: what agrees with the country, which is feminine, and would go on doing so.

A government is masculine, so an attribute, a participle or a noun of an agent that says what the
country is cannot stay beside it; some are changed with the name, and what is not is a doubt.
"""

from __future__ import annotations

from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.pronouns import is_feminine
from lintwords.grammar.model import Rewrite

COPULAS = frozenset(("verbs.copula", "words.attribute"))
_SAID = ("J", "E", "N", "V")  # what may be an adjective where no article stands before it


def has_attribute(mention: MentionContext) -> bool:
    """What is said of the subject agrees with it further away: "est prête", "reste isolée"."""
    for governor in mention.slot.governors:
        if governor.at < mention.slot.token:
            continue
        copula = not COPULAS.isdisjoint(governor.classes)
        attribute = mention.read.skip(governor.at + 1)
        # without an article what may be a noun is an adjective: "reste sourde"
        said = mention.read.tag(attribute) in ("J", "E", "N") and attribute < len(mention.tokens)
        if copula and said and is_feminine(mention, attribute):
            return True
        if "function.reflexive" in governor.classes or governor.lemma.startswith(("se ", "s'")):
            if mention.tags[governor.at] == "E":
                return True
    return False


def agrees_further(mention: MentionContext) -> bool:
    """A participle or an adjective apart from its noun that may belong to the name."""
    if not mention.acts:
        return False
    for at, tag in enumerate(mention.tags):
        if tag not in ("J", "E") or not is_feminine(mention, at):
            continue
        before = mention.read.tag(mention.read.back(at, "R"))
        if before in (",", "") and at != mention.end:
            return True
    return False


def stands_beside(mention: MentionContext) -> bool:
    """Whether any word agrees with it, whatever a rewrite would change."""
    return _stays_feminine(mention, set()) or _holds_feminine(mention)


def leaves_a_feminine(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a feminine stays that agreed with the name, which the wording replaces.

    "tenue", "se voit accusée".
    """
    return _stays_feminine(mention, {change.span.start for change in rewrite.changes})


def _stays_feminine(mention: MentionContext, changed: set[int]) -> bool:
    """Whether a word agrees with it that does not begin where a rewrite changes one, `changed`."""
    acts = mention.acts
    if not acts and _is_said_behind_a_comma(mention):
        return True
    if not acts and mention.slot.kind not in ("object", "prep"):
        return False
    for at in range(0 if acts else mention.end, len(mention.tags)):
        if mention.has(at, "words.feminine-agent"):
            return True
        if mention.tags[at] not in ("E", "J", "N") or mention.tokens[at].start in changed:
            continue
        if is_feminine(mention, at) and _is_said_after_a_verb(mention, _first(mention, at), acts):
            return True
    return False


def _first(mention: MentionContext, at: int) -> int:
    """The first of the words that one verb says of it: of "complice et cruelle" the first."""
    spot = at
    while mention.read.tag(spot - 1) in ("C", ",") and mention.read.tag(spot - 2) in _SAID:
        spot -= 2
    return spot if mention.read.has(mention.read.back(spot, 'R!"'), "function.be") else at


def _is_said_behind_a_comma(mention: MentionContext) -> bool:
    """"à l'égard de la Chine, invitée à": said of the country."""
    said = mention.read.skip(mention.end + 1)
    return mention.read.tag(mention.end) == "," and mention.read.tag(said) in ("E", "J") and (
        is_feminine(mention, said)
    )


def _is_said_after_a_verb(mention: MentionContext, at: int, acts: bool) -> bool:
    """Whether an attribute follows a verb of the subject, or an infinitive that is the object's."""
    verb = mention.read.back(at, 'R!"')
    if verb < 0:
        return False
    infinitive = "verbs:base" in mention.tokens[verb].word.forms or (  # "avoir été"
        mention.tags[verb] == "X" and verb > 0
        and "verbs:base" in mention.tokens[mention.read.back(verb, 'R!"')].word.forms
    )
    if mention.read.has(verb, "function.be"):
        return infinitive or (acts and at > mention.slot.token)
    if mention.tags[at] == "N":
        return False
    if acts:
        return verb > mention.slot.token and mention.tags[verb] in "VBEG"
    after_be = mention.read.has(mention.read.back(verb, 'R!"'), "function.be")
    return mention.tags[verb] == "B" or (mention.tags[verb] == "E" and after_be)


def _holds_feminine(mention: MentionContext) -> bool:
    """"s'est emparée": a participle of its verb shows that it speaks of the country."""
    return mention.acts and not mention.slot.listed and any(
        mention.tags[governor.at] == "E" and is_feminine(mention, governor.at)
        for governor in mention.slot.governors
    )
