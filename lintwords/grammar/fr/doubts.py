"""French: why a sentence does not allow a wording without a look by a person.

Each test gives a reason of `model.reasons`, or nothing; the first reason stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from lintwords.grammar.doubting import BaseDoubts, is_laid_on_a_people, is_longer_name
from lintwords.grammar.fr import (
    bonds,
    feminines,
    fitness,
    framing,
    lands,
    nations,
    references,
    statehood,
    trading,
)
from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.phrases import whole_phrase
from lintwords.grammar.fr.pronouns import is_pointed_at
from lintwords.grammar.model import SUBJECT, Governor, Rewrite, Slot, Style
from lintwords.model import reasons
from lintwords.text.sentences import Sentence

_LIKENED = 5  # words after "comme" in which a kind of country is named
_CLOSE = 8  # words in which the same adjective would stand twice
_SAID_OF_RULERS = frozenset(("adjectives.blame", "adjectives.mind", "adjectives.obliged"))
# where a name stands with its article, or an adjective with its noun
_IN_A_SENTENCE = (*SUBJECT, "object", "agent", "prep", "possessive", "predicate", "adjective")


class Doubts(BaseDoubts[MentionContext]):
    """What speaks against wordings of one mention; its sentence is asked once for all of them."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        mention = MentionContext(sentence, slot, governor, style)
        super().__init__(mention, _TESTS, _WORDING_TESTS, _NO_GOVERNMENT)

    def about(self, rewrite: Rewrite) -> str:
        """Why `rewrite` is not safe in this sentence; empty if nothing speaks against it."""
        if is_laid_on_a_people(self._asked):  # says more than that it is a nationality
            return reasons.FIRMS
        return super().about(rewrite)

    @cached_property
    def _points_back(self) -> bool:
        return any(test(self._asked) for test in _POINTS_BACK)

    @property
    def asks(self) -> str:
        """What a person is asked where no wording fits: to let words agree, or to name it by hand.

        A wording without its article, or with the gender of another, would be none.
        """
        if self._points_back or feminines.stands_beside(self._asked):
            people = self._asked.slot.name == "group"
            return reasons.ASK_AGREEMENT_OF_PEOPLE if people else reasons.ASK_AGREEMENT
        named = (
            self._asked.acts
            or self._asked.slot.kind in _IN_A_SENTENCE
            or self._is_called_a_country
        )
        return reasons.ASK_GOVERNMENT if named else ""

    def is_unfit(self, rewrite: Rewrite) -> bool:
        """Whether words about the country would stay, in a number or gender that is not its own."""
        return fitness.is_out_of_number(self._asked, rewrite) or self._is_wrong(rewrite)

    def leaves_a_pronoun(self, rewrite: Rewrite) -> bool:
        """Whether it is unfit for a pronoun alone: "les autorités … ses engagements"."""
        return fitness.leaves_a_pronoun(self._asked, rewrite) and not self._is_wrong(rewrite)

    def _is_wrong(self, rewrite: Rewrite) -> bool:
        return (
            self._is_called_a_country
            or references.points_back(self._asked)
            or fitness.leaves_they(self._asked)
            or references.holds_another_verb(self._asked, rewrite)
            or fitness.is_of_another_number(self._asked, rewrite)
            or fitness.leaves_she(self._asked, rewrite)
            or fitness.leaves_an_attribute(self._asked, rewrite)
            # after a subject it may agree with another noun: "que la mesure soit levée"
            or (not self._asked.acts and feminines.leaves_a_feminine(self._asked, rewrite))
        )


# -- what stands beside the mention --------------------------------------------------------------


def is_listed(mention: MentionContext) -> bool:
    if mention.slot.listed:
        return True
    after = mention.read.tag(mention.end)
    if after == "C":
        following = mention.read.skip(mention.end + 1)
        verb = mention.read.tag(following) in ("V", "X", "M", "Q", "!", "B", "E")
        return not verb
    # "notamment par la Chine"
    led = mention.start - 1 - (mention.read.tag(mention.start - 1) == "P")
    if _is_joined_to_a_state(mention) \
            or mention.read.holds((mention.start - 1, led), "function.like"):
        return True
    before = mention.read.tag(mention.start - 1)
    if before == "," and statehood.is_state(mention, mention.start - 2):
        return True
    following = mention.read.skip(mention.end + 1)
    if after == "," and (
        statehood.is_state(mention, mention.read.skip(mention.end + 1, "DJ"))
        or mention.read.has(following, "function.like")  # "la Chine, comme la Russie, a"
    ):
        return True
    return before == "C" and mention.read.tag(mention.start - 2) in "NZKJ)"


def _is_joined_to_a_state(mention: MentionContext) -> bool:
    """"à l'Iran et à la Chine", "de la Chine ou de la Russie": one of two treated alike."""
    for step in (-1, 1):
        at, joined = mention.slot.token + step, False
        while 0 <= at < len(mention.tokens) and mention.tags[at] in "CDPNZ'":
            joined = joined or mention.tags[at] == "C"
            if joined and statehood.is_state(mention, at):
                return True
            at += step
    return False


def is_unknown(mention: MentionContext) -> bool:
    if mention.slot.kind in ("adjective", "possessive"):
        return not mention.slot.head
    return mention.governor is None


def is_described(mention: MentionContext) -> bool:
    """An adjective, an apposition, a bracket or a relative clause beside it."""
    if mention.slot.kind == "adjective":
        return False
    tag = mention.read.tag(mention.end)
    if tag in ("J", "(") or tag == "W":
        return True
    if tag == "E" and not any(g.at == mention.end for g in mention.slot.governors):
        return True
    if tag not in (",", "="):
        return False
    following = mention.read.skip(mention.end + 1)
    if mention.read.tag(following) in ("W", "J", "E"):
        return True
    phrase = whole_phrase(mention.read, following)
    if not phrase.heads or mention.read.has(phrase.heads[0], "function.time"):
        return False
    if mention.holds(phrase.heads, "words.state-kind"):
        return True  # "la Chine, un pays qui"
    return mention.read.tag(phrase.end) in (",", "=", "", ".") or mention.acts


def is_announced(mention: MentionContext) -> bool:
    """A phrase before it says what it is: "Membre du Conseil, la Chine", "Accusée de …"."""
    comma = mention.start - 1
    if mention.read.tag(comma) == "J":
        return True  # "Seule la Chine"
    if not mention.acts or mention.read.tag(comma) != ",":
        return False
    opening = mention.read.skip(0, 'R"C')
    tag = mention.read.tag(opening)
    if mention.has(opening, "words.calls"):
        return False  # "Chers lecteurs, la Chine"
    if tag in ("J", "E") or _is_being(mention, opening):
        return True  # "Accusée de …", "Étant membre …"
    if tag not in ("N", "D"):
        return mention.has(opening, "function.comparison")
    phrase = whole_phrase(mention.read, opening)
    if not phrase.heads or phrase.end != comma:
        return False
    return not mention.read.has(phrase.heads[0], "function.time")


def _is_being(mention: MentionContext, at: int) -> bool:
    """"étant": what stands after it agrees with the subject, and tells what it is."""
    return mention.has(at, "function.be") and "verbs:ing" in mention.tokens[at].word.forms


def is_named_already(mention: MentionContext) -> bool:
    """A state, a power or a government is named before it in apposition, or by the same word."""
    before = mention.read.back(mention.start)
    return before >= 0 and mention.tags[before] == "N" and mention.start == mention.slot.token and (
        mention.slot.kind not in ("tag",) and not mention.read.has(before, "function.time")
    )


# -- what the sentence says ----------------------------------------------------------------------


def is_called_a_state(mention: MentionContext) -> bool:
    """The sentence says what a country is, or compares it with others."""
    if mention.slot.kind in ("adjective",):
        return False
    for governor in mention.slot.governors:
        if feminines.COPULAS.isdisjoint(governor.classes) and "function.be" not in governor.classes:
            continue
        if mention.holds(mention.after, "words.state-kind"):
            return True
    if _is_likened(mention):
        return True
    return any(mention.has(at, "function.comparison") and mention.tags[at] == "P"
               for at in range(max(mention.start - 2, 0), mention.start))


def _is_likened(mention: MentionContext) -> bool:
    """"doit agir comme un fournisseur fiable": it is said to be one country of a kind."""
    return any(
        mention.tags[at] == "P"
        and mention.holds(range(at + 1, at + _LIKENED), "words.state-kind")
        for at in mention.where_after("function.comparison")
    )


def is_of_the_country(mention: MentionContext) -> bool:
    """What a country is or has: "est nécessaire", "a le Tibet", "le problème est la Chine"."""
    if mention.slot.kind == "predicate":
        return True
    for governor in mention.slot.governors:
        if mention.tags[governor.at] != "X":
            continue
        said = mention.read.skip(governor.at + 1)
        if not _SAID_OF_RULERS & mention.tokens[said].classes \
                if said < len(mention.tokens) else True:
            return True
    return False


def is_vague(mention: MentionContext) -> bool:
    """What is the country's is no act: "le cas de la Chine"."""
    families = {c for c in mention.slot.head_classes if c.startswith("nouns.")}
    return mention.slot.kind == "possessive" and not families - {"nouns.general"}


def is_far_from_its_act(mention: MentionContext) -> bool:
    """Whether an inverted order reads better another way round: "qu'a arrêtés la Chine"."""
    governor = mention.governor
    return mention.acts and governor is not None and (
        governor.at < mention.slot.token and governor.role != "passive"
    )


def is_of_the_state(mention: MentionContext) -> bool:
    """The state is meant, whoever governs: treaties, territory, the profit of a spy."""
    before = mention.start - 1
    if mention.has(before, "function.for-the-state"):
        return True
    treaty = any(
        g.classes & {"verbs.party"} and not g.classes & {"verbs.state", "verbs.abuse"}
        for g in mention.slot.governors
    )
    return treaty


# -- what the wording would do -------------------------------------------------------------------


def stands_twice(mention: MentionContext, _: Rewrite) -> bool:
    """The country's adjective or its government stands close by already."""
    near = range(max(mention.start - _CLOSE, 0), min(mention.end + _CLOSE, len(mention.tokens)))
    names = ("adjective", "government", "group")
    return any(
        mention.tokens[at].name in names and (at in near or _describes_an_organ(mention, at))
        for at in mention.everywhere if at != mention.slot.token
    )


def _describes_an_organ(mention: MentionContext, at: int) -> bool:
    """"les autorités chinoises", "le gouvernement chinois": named in the sentence, however far."""
    return mention.tokens[at].name == "government" or mention.has(at - 1, "nouns.organ")


_NO_GOVERNMENT: Sequence[Callable[[MentionContext], bool]] = (
    fitness.is_one_of_several_states,
    fitness.is_only_a_state,
    fitness.is_apposed,
    fitness.is_described_as_land,
    references.is_told_among_countries,
    references.is_named_alone,
    references.is_counted,
    nations.is_one_by_kind,
    nations.is_picked_out,
    nations.is_in_a_row_of_lands,
    statehood.is_its_own_good,
)
_POINTS_BACK: Sequence[Callable[[MentionContext], bool]] = (
    fitness.has_she,
    fitness.leaves_they,
    fitness.is_only_a_state,
    references.points_back,
    fitness.is_followed_by_they,
)
_TESTS: Sequence[tuple[Callable[[MentionContext], bool], str]] = (
    (is_listed, reasons.LISTED),
    (is_unknown, reasons.UNKNOWN),
    (is_longer_name, reasons.LONGER_NAME),
    (is_described, reasons.DESCRIBED),
    (is_announced, reasons.ANNOUNCED),
    (lands.is_called_one_further_on, reasons.DESCRIBED),
    (lands.is_told_by_its_people, reasons.COUNTRY_MEANT),
    (lands.is_pointed_at_as_a_place, reasons.POINTED_AT),
    (is_named_already, reasons.NAMED_ALREADY),
    (is_called_a_state, reasons.COMPARED),
    (framing.is_country_of_a_kind, reasons.COMPARED),
    (is_of_the_state, reasons.STATE_MEANT),
    (is_of_the_country, reasons.ALL_OF_IT),
    (is_vague, reasons.ALL_OF_IT),
    (framing.is_in_sport, reasons.TEAM),
    (framing.is_before_colon, reasons.TITLE),
    (framing.is_addressed, reasons.ADDRESSED),
    (is_far_from_its_act, reasons.ORDER),
    (feminines.has_attribute, reasons.AGREES),
    (feminines.agrees_further, reasons.AGREES),
    (is_pointed_at, reasons.POINTED_AT),
    (references.may_be_there, reasons.POINTED_AT),
    (framing.is_struck, reasons.COUNTRY_MEANT),
    (statehood.is_done_to_the_whole, reasons.COUNTRY_MEANT),
    (statehood.is_in_its_quality, reasons.STATE_BOUND),
    (statehood.is_weighed, reasons.COMPARED),
    (statehood.is_beside_a_state, reasons.NAMED_ALIKE),
    (statehood.is_called_something, reasons.COMPARED),
    (statehood.is_the_countrys, reasons.ALL_OF_IT),
    (statehood.has_what_countries_have, reasons.POINTED_AT),
    (statehood.is_trade, reasons.COMPANY),
    (statehood.is_done_in_court, reasons.IN_COURT),
    (statehood.is_measure_on_goods, reasons.MEASURED),
    (statehood.is_retold, reasons.ANOTHERS),
    (framing.is_called_so_by_another, reasons.ANOTHERS),
    (framing.is_told_to_us, reasons.ANOTHERS),
    (framing.is_signed, reasons.ANOTHERS),
    (framing.is_an_item, reasons.TITLE),
    (bonds.is_bound, reasons.STATE_BOUND),
    (bonds.is_working_with, reasons.STATE_BOUND),
    (bonds.is_taking_part, reasons.ALL_OF_IT),
    (bonds.is_part_of_a_policy, reasons.WHO_IS_MEANT),
    (bonds.is_about_markets, reasons.ALL_OF_IT),
    (bonds.flies, reasons.COMPANY),
    (trading.is_done_by_firms, reasons.COMPANY),
    (trading.is_a_market_result, reasons.COMPANY),
    (trading.is_a_firms, reasons.COMPANY),
    (trading.is_out_of_poverty, reasons.ALL_OF_IT),
    (framing.is_written_by_another, reasons.ANOTHERS),
    (framing.is_signed_behind_a_dash, reasons.ANOTHERS),
    (nations.is_asked_to_play_a_part, reasons.COUNTRY_MEANT),
    (bonds.is_beside_its_namesake, reasons.STATE_MEANT),
    (statehood.is_of_the_economy, reasons.ALL_OF_IT),
    (statehood.is_on_the_rise, reasons.ALL_OF_IT),
    (statehood.is_an_example, reasons.ONE_OF_SEVERAL),
    (statehood.is_helped_after_a_disaster, reasons.COUNTRY_MEANT),
    (framing.is_joined_over_an_aside, reasons.LISTED),
    (framing.may_be_he, reasons.WHO_IS_MEANT),
    (framing.is_beside_its_government, reasons.TOLD_APART),
    (framing.is_foul_trade, reasons.COMPANY),
    (framing.is_answering_for_goods, reasons.COMPANY),
    (framing.is_from_the_first_years, reasons.STATE_MEANT),
    (framing.is_making_progress, reasons.ALL_OF_IT),
    (framing.is_changing_its_creed, reasons.ALL_OF_IT),
    (statehood.has_two_senses, reasons.WHO_IS_MEANT),
)
_WORDING_TESTS: Sequence[tuple[Callable[[MentionContext, Rewrite], bool], str]] = (
    (stands_twice, reasons.SAME_WORD),
    (feminines.leaves_a_feminine, reasons.AGREES),
)
