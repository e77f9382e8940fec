"""French: doubts where other states stand beside the mention, or the country itself is meant.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr.country_meant import is_own_good
from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.objects import names_somebody
from lintwords.grammar.model import SUBJECT

# whom courts try; what else is condemned or judged is spoken of
_TRIED = frozenset(("nouns.person", "nouns.victim", "nouns.kin", "function.pronoun-object"))
_OWNED = 3  # words after "ses" in which the thing is named


def is_beside_a_state(mention: MentionContext) -> bool:
    """Another state acts in the same sentence: "la Chine refuse, alors que la Russie hésite"."""
    if mention.slot.kind not in (*SUBJECT, "agent"):
        return False
    return any(
        is_state(mention, at) and at != mention.slot.token and _acts(mention, at)
        for at in mention.everywhere
    )


def is_weighed(mention: MentionContext) -> bool:
    """Whether it is weighed against other states: "en contraste avec la Birmanie"."""
    spots = mention.everywhere
    if any(
        is_state(mention, mention.read.skip(at + 1, "DJ"))
        for at in mention.where_after("function.than")
    ):
        return True
    if mention.holds(spots, "words.counts-countries"):
        return True
    others = any(is_state(mention, at) for at in spots if at != mention.slot.token)
    return others and mention.holds(spots, "words.weighs")


def is_in_its_quality(mention: MentionContext) -> bool:
    """Whether it is there as a state with a seat: "la Chine, en tant que membre"."""
    return any(
        mention.holds(range(at + 1, at + 6), "words.state-kind")
        for at in mention.where("words.in-its-quality")
    )


def has_what_countries_have(mention: MentionContext) -> bool:
    """Whether a pronoun is of what belongs to the country: "réduire ses émissions".

    Not "leur": it points back to several.
    """
    for at in mention.everywhere:
        if mention.read.has(at, "function.possessive") and (
            mention.read.has(at, "function.back-singular")
        ):
            near = range(at + 1, at + 1 + _OWNED)
            if mention.holds(near, "words.of-a-country"):
                return True
            acts = mention.read.tag(mention.read.skip(at + 2, 'QJ"!')) in ("V", "X", "M")
            if acts and mention.has(at + 1, "words.people-of-it"):
                return True  # "et son peuple lui pardonnera", but "opprime son peuple"
    return False


def is_its_own_good(mention: MentionContext) -> bool:
    """Whether the good of all of it is meant: "dans l'intérêt de la Chine"."""
    return is_own_good(mention.read, mention.slot)


def is_the_countrys(mention: MentionContext) -> bool:
    """Whether the country has it, or undergoes it, as well: "l'exclusion de la Chine"."""
    return bool(mention.slot.head) and mention.governs("words.also-the-countrys")


def is_called_something(mention: MentionContext) -> bool:
    """Whether the country with all in it is called so: "La Chine reste un problème"."""
    for governor in mention.slot.governors:
        if mention.has(governor.at, "words.stays-or-becomes"):
            said = mention.read.skip(governor.at + 1)
            if mention.read.tag(said) == "D":
                return True
    return False


def is_done_to_the_whole(mention: MentionContext) -> bool:
    """Whether it falls on all of it: "isoler la Chine"."""
    if mention.slot.kind not in ("object", "passive"):
        return False
    return any(
        mention.has(governor.at, "words.done-to-the-whole")
        for governor in mention.slot.governors if governor.role != "subject"
    )


def is_trade(mention: MentionContext) -> bool:
    """What firms do as well: "la Chine achète", "un tiers des importations textiles"."""
    if mention.governs("words.trade-act"):
        return True
    return mention.holds(mention.everywhere, "words.trade-thing")


def is_done_in_court(mention: MentionContext) -> bool:
    """Whether a court did it: "La Chine a acquitté le maire"."""
    if mention.slot.kind not in ("subject", "agent"):
        return False
    return mention.governs("words.done-by-a-court") or any(
        mention.has(governor.at, "words.judges") and (
            names_somebody(mention.read, governor) or not governor.object.isdisjoint(_TRIED)
        )
        for governor in mention.slot.governors
    )


def is_measure_on_goods(mention: MentionContext) -> bool:
    """Whether it falls on goods, so that no government is named: "l'embargo imposé à la Chine"."""
    if mention.slot.kind not in ("object", "passive", "prep"):
        return False
    on_arms = mention.stands("words.ban") and mention.stands("words.arms")
    return on_arms or mention.stands("words.measure-on-goods")


def is_of_the_economy(mention: MentionContext) -> bool:
    """Whether more than a government is meant: "les évolutions économiques"."""
    return mention.stands("words.of-the-economy")


def is_on_the_rise(mention: MentionContext) -> bool:
    """Whether it gains or teaches what a country does: "acquiert une puissance"."""
    return mention.governs("words.rises") or mention.stands("words.has-effect")


def is_an_example(mention: MentionContext) -> bool:
    """Whether it is one state of several: "Par exemple, la Chine"."""
    return mention.stands("words.for-example")


def has_two_senses(mention: MentionContext) -> bool:
    """Whether it may have done it or undergone it: "la critique de la Chine"."""
    at = mention.start - 1
    if mention.slot.kind == "possessive" or mention.read.tag(at) == "P":
        at = mention.read.back(mention.start, "PD")
        return mention.read.has(mention.start - 1, "function.of") \
            and mention.has(at, "words.two-senses")
    return False


def is_helped_after_a_disaster(mention: MentionContext) -> bool:
    """Whether its people are helped: "apporter des secours à la Chine après le séisme"."""
    return mention.stands("words.disaster") and mention.stands("words.relief")


def is_retold(mention: MentionContext) -> bool:
    """Whether another's words are told, and may be kept: "comme il l'a dit"."""
    return mention.holds(mention.everywhere, "words.retells")


def is_state(mention: MentionContext, at: int) -> bool:
    """Whether a state or a capital is named there."""
    named = {"names.country", "names.capital", "names.region"}
    return 0 <= at < len(mention.tokens) and mention.tokens[at].text[:1].isupper() and bool(
        named & mention.tokens[at].classes
    )


def _acts(mention: MentionContext, at: int) -> bool:
    """Whether the state at `at` is the subject of the verb after it."""
    left = mention.read.back(at, "DJ")
    follows = mention.read.tag(mention.read.skip(at + 1, 'RQ!"'))
    opens = left < 0 or mention.tags[left] in ",:=SWC(" or mention.read.has(left, "function.like")
    return opens and follows in ("V", "X", "M", "B")
