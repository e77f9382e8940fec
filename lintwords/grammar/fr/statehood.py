"""French: doubts where other states stand beside the mention, or the country itself is meant.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.fr.objects import names_somebody
from lintwords.grammar.fr.standing import is_own_good
from lintwords.grammar.model import SUBJECT

# whom courts try; what else is condemned or judged is spoken of
_TRIED = frozenset(("nouns.person", "nouns.victim", "nouns.kin", "function.pronoun-object"))
_OWNED = 3  # words after "ses" in which the thing is named


def is_beside_a_state(asked: MentionContext) -> bool:
    """Another state acts in the same sentence: "la Chine refuse, alors que la Russie hésite"."""
    if asked.slot.kind not in (*SUBJECT, "agent"):
        return False
    return any(
        is_state(asked, at) and at != asked.slot.token and _acts(asked, at)
        for at in asked.everywhere
    )


def is_weighed(asked: MentionContext) -> bool:
    """Whether it is weighed against other states: "en contraste avec la Birmanie"."""
    spots = asked.everywhere
    if any(
        asked.has(at, "function.than") and is_state(asked, asked.read.skip(at + 1, "DJ"))
        for at in asked.after
    ):
        return True
    if asked.holds(spots, "words.counts-countries"):
        return True
    others = any(is_state(asked, at) for at in spots if at != asked.slot.token)
    return others and asked.holds(spots, "words.weighs")


def is_in_its_quality(asked: MentionContext) -> bool:
    """Whether it is there as a state with a seat: "la Chine, en tant que membre"."""
    return any(
        asked.has(at, "words.in-its-quality")
        and asked.holds(range(at + 1, at + 6), "words.state-kind")
        for at in asked.everywhere
    )


def has_what_countries_have(asked: MentionContext) -> bool:
    """Whether a pronoun is of what belongs to the country: "réduire ses émissions"."""
    for at in asked.everywhere:
        if asked.read.has(at, "function.possessive"):
            near = range(at + 1, at + 1 + _OWNED)
            if asked.holds(near, "words.of-a-country"):
                return True
            acts = asked.read.tag(asked.read.skip(at + 2, 'QJ"!')) in ("V", "X", "M")
            if acts and asked.has(at + 1, "words.people-of-it"):
                return True  # "et son peuple lui pardonnera", but "opprime son peuple"
    return False


def is_its_own_good(asked: MentionContext) -> bool:
    """Whether the good of all of it is meant: "dans l'intérêt de la Chine"."""
    return is_own_good(asked.read, asked.slot)


def is_the_countrys(asked: MentionContext) -> bool:
    """Whether the country has it, or undergoes it, as well: "l'exclusion de la Chine"."""
    return bool(asked.slot.head) and asked.governs("words.also-the-countrys")


def is_called_something(asked: MentionContext) -> bool:
    """Whether the country with all in it is called so: "La Chine reste un problème"."""
    for governor in asked.slot.governors:
        if asked.has(governor.at, "words.stays-or-becomes"):
            said = asked.read.skip(governor.at + 1)
            if asked.read.tag(said) == "D":
                return True
    return False


def is_done_to_the_whole(asked: MentionContext) -> bool:
    """Whether it falls on all of it: "isoler la Chine"."""
    if asked.slot.kind not in ("object", "passive"):
        return False
    return any(
        asked.has(governor.at, "words.done-to-the-whole")
        for governor in asked.slot.governors if governor.role != "subject"
    )


def is_trade(asked: MentionContext) -> bool:
    """What firms do as well: "la Chine achète", "un tiers des importations textiles"."""
    if asked.governs("words.trade-act"):
        return True
    return asked.holds(asked.everywhere, "words.trade-thing")


def is_laid_on_a_people(asked: MentionContext) -> bool:
    """Whether a people is blamed for what anybody does: "Les Chinois ont volé le brevet"."""
    blamed = asked.acts or asked.slot.kind == "agent"
    return blamed and asked.slot.name == "group" and asked.governs("words.done-by-anybody")


def is_done_in_court(asked: MentionContext) -> bool:
    """Whether a court did it: "La Chine a acquitté le maire"."""
    if asked.slot.kind not in ("subject", "agent"):
        return False
    return asked.governs("words.done-by-a-court") or any(
        asked.has(governor.at, "words.judges") and (
            names_somebody(asked.read, governor) or not governor.object.isdisjoint(_TRIED)
        )
        for governor in asked.slot.governors
    )


def is_measure_on_goods(asked: MentionContext) -> bool:
    """Whether it falls on goods, so that no government is named: "l'embargo imposé à la Chine"."""
    if asked.slot.kind not in ("object", "passive", "prep"):
        return False
    on_arms = asked.stands("words.ban") and asked.stands("words.arms")
    return on_arms or asked.stands("words.measure-on-goods")


def is_of_the_economy(asked: MentionContext) -> bool:
    """Whether more than a government is meant: "les évolutions économiques"."""
    return asked.stands("words.of-the-economy")


def is_on_the_rise(asked: MentionContext) -> bool:
    """Whether it gains or teaches what a country does: "acquiert une puissance"."""
    return asked.governs("words.rises") or asked.stands("words.has-effect")


def is_an_example(asked: MentionContext) -> bool:
    """Whether it is one state of several: "Par exemple, la Chine"."""
    return asked.stands("words.for-example")


def has_two_senses(asked: MentionContext) -> bool:
    """Whether it may have done it or undergone it: "la critique de la Chine"."""
    at = asked.start - 1
    if asked.slot.kind == "possessive" or asked.read.tag(at) == "P":
        at = asked.read.back(asked.start, "PD")
        return asked.read.has(asked.start - 1, "function.of") and asked.has(at, "words.two-senses")
    return False


def is_helped_after_a_disaster(asked: MentionContext) -> bool:
    """Whether its people are helped: "apporter des secours à la Chine après le séisme"."""
    return asked.stands("words.disaster") and asked.stands("words.relief")


def is_retold(asked: MentionContext) -> bool:
    """Whether another's words are told, and may be kept: "comme il l'a dit"."""
    return asked.holds(asked.everywhere, "words.retells")


def is_state(asked: MentionContext, at: int) -> bool:
    """Whether a state or a capital is named there."""
    named = {"names.country", "names.capital", "names.region"}
    return 0 <= at < len(asked.tokens) and asked.tokens[at].text[:1].isupper() and bool(
        named & asked.tokens[at].classes
    )


def _acts(asked: MentionContext, at: int) -> bool:
    """Whether the state at `at` is the subject of the verb after it."""
    left = asked.read.back(at, "DJ")
    follows = asked.read.tag(asked.read.skip(at + 1, 'RQ!"'))
    opens = left < 0 or asked.tags[left] in ",:=SWC(" or asked.read.has(left, "function.like")
    return opens and follows in ("V", "X", "M", "B")
