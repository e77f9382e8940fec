"""English: doubts about the pronouns after a mention, which would point at another thing."""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.model import SUBJECT, Rewrite

# verbs of what a country or a state does or undergoes, whoever governs it
_OF_THE_LAND = ("verbs.economy", "verbs.change", "verbs.befall", "verbs.party", "verbs.treaty-act")

_OWN = ("words.of-a-country", "words.also-of-a-country")
_POSSESSIVE = "DK"  # letters of "her" before a noun
_PERSONS = frozenset(("nouns.person", "nouns.kin", "nouns.leader", "nouns.near-one"))
_KIN = frozenset(("nouns.kin", "nouns.near-one"))
# nouns that say what a government does: "its economic coercion"
_DEEDS = frozenset((
    "nouns.abuse", "nouns.policy", "nouns.measure", "nouns.penalty", "nouns.state-act",
))
_WITH_PRONOUNS = (*SUBJECT, "object", "possessive", "agent", "prep")
_ITS = "it"  # and "its"
_FACED = 3  # words before "it faces" that say what it faces


def goes_on_as_a_country(mention: MentionContext) -> bool:
    """Whether the next sentence goes on about a country.

    "China jailed them. Its economy is slowing", "It is a country that".
    """
    if mention.slot.name == "group" or mention.slot.kind not in _WITH_PRONOUNS:
        return False
    after = mention.next_sentence(_ITS)
    if after is None or not after.tokens or not after.has(0, "function.back-reference"):
        return False
    if not after.tokens[0].low.startswith(_ITS):
        return False
    return _is_of_country(after, 0) or _is_of_the_land(after, 0)


def is_pointed_at(mention: MentionContext, rewrite: Rewrite) -> bool:
    """A pronoun that would point at the wrong thing once the government stands there."""
    if not mention.stands("function.back-reference"):
        return False
    people = plural = owners = False
    is_more = grows(mention, rewrite)
    for at, token in enumerate(mention.tokens):
        classes = token.classes
        if mention.has(at, "function.back-reference"):  # also the last word of "should it"
            low = token.low.rpartition(" ")[2]
            others = owners if mention.tags[at] in _POSSESSIVE else plural
            if _points(mention, at, low, is_more, people, others):
                return True
        if at != mention.slot.token and mention.tags[at] == "N":
            person = bool(_PERSONS & classes)
            people = people or person or token.text[:1].isupper()
            thing = mention.has(at, "words.owns-nothing") and not person
            several = "nouns:plural" in token.word.forms
            plural, owners = plural or several, owners or (several and not thing)
        people = people or mention.has(at, "words.a-woman")
        plural = plural or mention.tags[at] in "#C"
        owners = owners or (mention.tags[at] in "#C" and not _joins_clauses(mention, at))
    return False


def _points(
    mention: MentionContext, at: int, low: str, grows: bool, people: bool, plural: bool
) -> bool:
    if at <= mention.slot.token:  # "as a result of its economic strength, China"
        return mention.acts and low == "its" and _is_of_country(mention, at)
    if (low == "it" and _is_laid_on_it(mention, at)) or mention.has(at + 1, "words.on-a-path"):
        return True
    between = mention.tags[mention.end : at]
    # "what was asked of it", "knows that others need it"
    inside = low == "it" and grows and ("W" in between or ("S" in between and "N" not in between))
    if mention.acts and mention.tags[at] == "O" and mention.tags[at - 1] in "VBEGP" and (
        not inside and not (low == "it" and mention.read.tag(at + 1) in ("X", "M"))
    ):
        return False  # "denies them": an object is not its own subject
    if mention.slot.kind == "object" and mention.tags[at] == "O" and _does_it(mention, at):
        return False
    if low.startswith("it"):
        if _is_of_the_land(mention, at) or (low == "itself" and _is_anothers(mention, at)):
            return True
        if grows:
            return not _is_empty(mention, at)
        return _is_of_country(mention, at)
    if low.startswith("th"):
        if plural or mention.slot.name == "group":
            return False
        if mention.acts and mention.has(at - 1, "words.of-a-person"):
            return False  # "will find out who they are": nobody asks that of a country
        return low == "they" or _is_of_country(mention, at)  # "the worst that they ever suffered"
    heads = noun_phrase(mention.read, at, coordinated=True).heads
    private = any(
        not _KIN.isdisjoint(mention.tokens[head].word.nominal)
        or mention.has(head, "words.of-one-person")
        for head in heads
    )
    owned = low == "her" and mention.tags[at] in _POSSESSIVE and bool(heads)
    return owned and mention.slot.name != "group" and not people and not private


def _joins_clauses(mention: MentionContext, at: int) -> bool:
    """"China closed the wells, and their fields": what follows a comma is no second owner."""
    return mention.tags[at] == "C" and mention.read.tag(at - 1) == "," and (
        mention.has(at + 1, "function.back-reference")
    )


def _is_anothers(mention: MentionContext, at: int) -> bool:
    """"China's operation, as it defends itself": no object of the mention's own verb."""
    if mention.acts or mention.slot.name == "group":
        return False
    return at > mention.end and mention.tags[at - 1] not in "NZO"  # "America itself"


def _is_of_country(mention: MentionContext, at: int) -> bool:
    """Whether a possessive pronoun belongs to what a country has: "her shores"."""
    heads = noun_phrase(mention.read, at, coordinated=True).heads
    if not heads and mention.has(at + 1, "words.own"):
        between = range(mention.end, at)  # "in waters that are not its own"
        return mention.holds(between, *_OWN)
    if heads and any(mention.opens(at + 1, cls) for cls in _OWN):
        return True
    if heads and _is_of_the_economy(mention, range(at + 1, heads[-1])):
        return True
    if heads and mention.has(heads[0], "words.its-people") and (
        mention.read.tag(mention.read.skip(heads[-1] + 1)) in ("V", "X", "M", "B")
    ):
        return True  # "its people had never been so free", but "betrays its people"
    if any(_is_of_all_of_it(mention, at, head) for head in heads):
        return True
    return any(
        any(mention.has(head, cls) for cls in _OWN)
        or (mention.has(head, "words.stands-as") and mention.has(head + 1, "words.among-nations"))
        for head in heads
    )


def _is_of_all_of_it(mention: MentionContext, at: int, head: int) -> bool:
    """"its rise", "its long-term interest", "its role in the global trading system"."""
    if mention.has(head, "words.own-growth") \
            and _DEEDS.isdisjoint(mention.tokens[head].word.nominal):
        return True
    if mention.has(head, "words.own-good"):
        return mention.holds(range(at + 1, head), "words.outlasts")
    if not mention.has(head, "words.stands-as") or not mention.has(head + 1, "words.place-among"):
        return False
    among = noun_phrase(mention.read, head + 2, coordinated=False).heads
    return mention.holds(among, "words.order-of-states")


def _is_of_the_economy(mention: MentionContext, spots: range) -> bool:
    """"its domestic chip makers", "its oil supplies": of all the country, if it is no act."""
    head = mention.tokens[spots.stop].word.nominal
    return _DEEDS.isdisjoint(head) and mention.holds(spots, "words.of-an-economy")


def _is_of_the_land(mention: MentionContext, at: int) -> bool:
    """"it will peak early", "to which it has been a party": said of no government."""
    group = verb_group(mention.read, at + 1) if mention.tags[at] == "O" else None
    if group is None:
        return False
    if any(mention.has(group.main, cls) for cls in _OF_THE_LAND):
        return True
    if group.passive and mention.has(group.main, "words.suffered-by-a-country"):
        return True
    if mention.has(group.main, "words.undergone-by-a-country"):
        return True
    before = range(max(at - _FACED, 0), at)
    if mention.has(group.main, "words.faces") and mention.holds(before, "words.faced-by-a-country"):
        return True  # "the challenges that it faces"
    taken = mention.read.skip(group.end, 'RP"')  # "it will apply for membership"
    held = mention.heads_at(taken)
    heads = mention.heads_at(mention.read.skip(group.end))
    if mention.holds(held, "words.held-by-a-state"):
        return True
    if group.copula and mention.holds(held, "words.phase-of-a-country"):
        return True  # "it is still in a transition"
    return group.copula and mention.holds(heads, "words.state-kind")


def _is_laid_on_it(mention: MentionContext, at: int) -> bool:
    """"the terms imposed upon it": they fall on the country."""
    return mention.has(at - 1, "words.falls-on") and mention.has(at - 2, "words.laid-on-a-country")


def _does_it(mention: MentionContext, at: int) -> bool:
    """Whether the mention does the verb just before: "stop China from jailing them"."""
    return mention.tags[at - 1] in "BG" and at - mention.end <= 3


def grows(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether the wording is a plural, so that "its" no longer fits."""
    return was_singular(mention) and is_plural(mention, rewrite)


def was_singular(mention: MentionContext) -> bool:
    """Whether words about the mention may be in the singular; a people's name is a plural."""
    return mention.slot.kind in _WITH_PRONOUNS and mention.slot.name != "group"


def is_plural(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a wording names several: "Chinese authorities"."""
    name = next(c.text for c in rewrite.changes if c.span.end > mention.slot.span.start)
    return name.rstrip("'’").endswith("s")


def _is_empty(mention: MentionContext, at: int) -> bool:
    """"it is clear that": no pronoun for anything."""
    spots = range(at + 1, min(at + 6, len(mention.tokens)))
    told = mention.holds(spots, "function.be") and any(
        mention.read.tag(spot) in ("S", "T", "W") for spot in spots
    )
    return mention.tokens[at].low == "it" and mention.read.tag(at + 1) in ("X", "M") and told
