"""English: why a sentence does not allow a wording without a look by a person.

Each test gives a reason of `model.reasons`, or nothing; the first reason stands. The tests stand
by what they ask about: `bonds`, `comparisons`, `explained`, `headings`, `lands`, `statehood`,
`lasting`, `nationhood`, `trading`, `twofold`, `hearsay`, `number`, `pronouns`, `texts`; those of
the form of the mention itself stand here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from lintwords.grammar.doubting import BaseDoubts, is_longer_name
from lintwords.grammar.en import (
    bonds,
    company,
    comparisons,
    explained,
    headings,
    hearsay,
    lands,
    lasting,
    nationhood,
    nations,
    number,
    pronouns,
    statehood,
    texts,
    trading,
    twofold,
)
from lintwords.grammar.en.agreement import is_plural_form, singular_forms
from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import Governor, Rewrite, Slot, Style
from lintwords.model import reasons
from lintwords.text.sentences import Sentence


class Doubts(BaseDoubts[MentionContext]):
    """What speaks against wordings of one mention; its sentence is asked once for all of them."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        mention = MentionContext(sentence, slot, governor, style)
        super().__init__(mention, _TESTS, _WORDING_TESTS, _NO_GOVERNMENT)

    def is_unfit(self, rewrite: Rewrite) -> bool:
        """Whether `rewrite` would be wrong in this sentence, so that it is not even offered."""
        return self._is_wrong(rewrite) or number.leaves_a_pronoun(self._asked, rewrite)

    def leaves_a_pronoun(self, rewrite: Rewrite) -> bool:
        """Whether it is unfit for a pronoun alone: "authorities plan … its"."""
        return not self._is_wrong(rewrite) and number.leaves_a_pronoun(self._asked, rewrite)

    def _is_wrong(self, rewrite: Rewrite) -> bool:
        if self._is_called_a_country or self._is_second_people:
            return True
        if number.is_out_of_number(self._asked, rewrite):
            return True
        return pronouns.is_plural(self._asked, rewrite) and (
            self._is_done_to_the_country or self._is_a_nation or self._may_open_a_clause
        )

    @cached_property
    def _is_second_people(self) -> bool:
        return explained.is_second_people(self._asked)

    @cached_property
    def _is_a_nation(self) -> bool:
        return nationhood.is_a_nation(self._asked)

    @cached_property
    def _may_open_a_clause(self) -> bool:
        return explained.may_open_a_clause(self._asked)

    @cached_property
    def _is_done_to_the_country(self) -> bool:
        sent = self._asked.read.has(self._asked.slot.token - 1, "words.sent-by")  # "from China"
        of = self._asked.slot.prep == "of"
        return self._asked.slot.kind == "prep" and (of or not sent) and (
            statehood.falls_on_the_country(self._asked)
        )

    @property
    def asks(self) -> str:
        """To name the government, where the sentence itself speaks of a country or of several."""
        if self._is_called_a_country or self._asked.slot.listed:
            return reasons.ASK_GOVERNMENT
        return reasons.ASK_AGREEMENT if number.is_described_in_plural(self._asked) else ""


def is_unknown(mention: MentionContext) -> bool:
    if mention.slot.kind in ("adjective", "possessive"):
        return not mention.slot.head
    if mention.slot.name == "group" and _may_be_nationality(mention):
        return True
    if mention.governor is None and " " in mention.slot.prep:
        return False  # "on behalf of", which tells it
    return mention.governor is None


def _may_be_nationality(mention: MentionContext) -> bool:
    """"The Chinese plan to invade was leaked", "the Chinese was poor"."""
    at = mention.slot.token + 1
    if not mention.acts or at >= len(mention.tokens):
        return False
    word = mention.tokens[at].word
    if mention.tags[at] == "X":
        return not is_plural_form(mention.tokens[at], mention.sentence.lexicon) and (
            bool({"function.be", "function.have", "function.do"} & word.classes)
            and mention.tokens[at].low in singular_forms(mention.sentence.lexicon)
        )
    is_noun = any(form.startswith("nouns:") for form in word.forms)
    if not is_noun or mention.tags[at] not in "BV":
        return False
    return any(
        mention.tags[spot] in "XV" and mention.tags[spot - 1] in "NRZ"
        and not {"C", "W", "S"} & set(mention.tags[at:spot])
        for spot in range(at + 2, len(mention.tokens))
    )


def may_be_a_clause(mention: MentionContext) -> bool:
    """Whether the noun behind the name may be the verb of a clause.

    "for every word the Chinese ban", straight after a noun.
    """
    at, tag = mention.slot.token, mention.read.tag
    if mention.slot.kind == "possessive":
        return _is_gerund(mention)
    if mention.slot.kind == "adjective" and (_may_be_done(mention) or _is_adverb_behind(mention)):
        return True
    if mention.slot.kind != "adjective" \
            or (tag(at - 2), tag(at - 1), tag(at + 1)) != ("N", "D", "N"):
        return False
    verb = {"verbs:base", "verbs:past"} & mention.tokens[at + 1].word.forms
    return bool(verb) and not mention.has(at - 2, "function.time")


def _may_be_done(mention: MentionContext) -> bool:
    """"saw the Chinese moving troops", "The Chinese face intimidation": no noun of theirs."""
    at = mention.slot.token
    if not mention.read.has(at - 1, "function.article-definite") or at + 1 >= len(mention.tokens):
        return False
    forms = mention.tokens[at + 1].word.forms
    if "verbs:ing" in forms and mention.has(mention.read.back(at - 1), "verbs.sees-acting"):
        return True
    return "verbs:base" in forms and mention.read.tag(at + 2) in ("N", "J") and not (
        {"V", "X", "M"} & set(mention.tags)
    )


def _is_gerund(mention: MentionContext) -> bool:
    """"China's undergoing one of its purges", where the mark may be short for a verb."""
    at = mention.slot.token + 2
    return mention.read.tag(at) == "G" and mention.read.tag(at + 1) in ("O", "D", "#", "Z")


def _is_adverb_behind(mention: MentionContext) -> bool:
    """"the Chinese fully respect it": no noun follows an adverb that stands alone."""
    at, tag = mention.slot.token, mention.read.tag
    return mention.read.has(at - 1, "function.article-definite") and tag(at + 1) == "R" and (
        tag(at + 2) == "N" and "verbs:base" in mention.tokens[at + 2].word.forms
    )


def is_contracted(mention: MentionContext) -> bool:
    """Whether a short form of a verb hangs on the name: "China'll", "China's going to"."""
    at = mention.slot.token + 1
    parted = mention.read.tag(at) == '"' and len(mention.tokens[at].text) == 1 and (
        mention.read.tag(at + 1) == "N" and len(mention.tokens[at + 1].text) == 1  # "China' s"
    )
    if mention.read.tag(at) not in ("X", "M") and not parted:
        return False
    return mention.tokens[at].start == mention.tokens[at - 1].end


def is_doubled(mention: MentionContext) -> bool:
    """Whether a verb is begun twice, as in speech, so that one would not agree.

    "China has is jailing them".
    """
    at, singulars = mention.slot.token + 1, singular_forms(mention.sentence.lexicon)
    pair = mention.tokens[at : at + 2]
    return len(pair) == 2 and all(token.low in singulars for token in pair)


def is_before_a_likeness(mention: MentionContext) -> bool:
    """Whether the noun after it is a verb that asks: "What do talks with the … look like"."""
    if mention.slot.kind != "adjective" or not mention.read.has(mention.end + 1, "function.like"):
        return False
    asks = mention.read.has(mention.read.skip(0, 'R"C'), "function.question")
    return asks and "verbs:base" in mention.tokens[mention.end].word.forms


def is_asked_of_itself(mention: MentionContext) -> bool:
    """A possessive of a possessive: "the Chinese crackdown's victims"."""
    if mention.slot.kind != "adjective":
        return False
    head = noun_phrase(mention.read, mention.slot.token + 1)
    return head.owner >= 0 or mention.read.tag(head.end) == "'"


def may_be_laid_on_its_goods(mention: MentionContext) -> bool:
    """Whether a duty may be another's: "a review of Chinese tariffs", but not "tariffs on wine"."""
    if mention.slot.kind != "adjective" or mention.governor is None:
        return False
    duty = mention.governor.at
    laid = mention.read.has(duty + 1, "words.laid-on")
    return mention.has(duty, "words.duty-on-goods") and not laid


def is_before_what_it_owns(mention: MentionContext) -> bool:
    """Whether the government would seem to own the noun between: "Chinese sanctions evasion"."""
    if mention.slot.kind != "adjective":
        return False
    heads = mention.heads_at(mention.end)
    if not heads:
        return False
    end = heads[0] + mention.has(heads[0] + 1, "words.does-away-with")
    return any(
        mention.read.tag(at) == "N" and " " not in mention.tokens[at].low
        and mention.has(at, "words.owned-before-noun") for at in range(mention.end, end)
    )


_TESTS: Sequence[tuple[Callable[[MentionContext], bool], str]] = (
    (explained.is_listed, reasons.LISTED),
    (is_unknown, reasons.UNKNOWN),
    (may_be_a_clause, reasons.MAY_BE_VERB),
    (is_before_a_likeness, reasons.MAY_BE_VERB),
    (is_longer_name, reasons.LONGER_NAME),
    (is_contracted, reasons.CONTRACTED),
    (is_doubled, reasons.AGREES),
    (explained.is_explained, reasons.EXPLAINED),
    (explained.is_described, reasons.DESCRIBED),
    (explained.is_announced, reasons.ANNOUNCED),
    (lands.is_called_one_further_on, reasons.EXPLAINED),
    (lands.is_told_by_its_people, reasons.COUNTRY_MEANT),
    (lands.is_told_by_where_it_lies, reasons.COUNTRY_MEANT),
    (lands.is_likened_to_a_place, reasons.COUNTRY_MEANT),
    (lands.is_pointed_at_as_a_place, reasons.POINTED_AT),
    (comparisons.is_called_a_state, reasons.COMPARED),
    (comparisons.is_what_it_is, reasons.COMPARED),
    (comparisons.is_beside_a_state, reasons.NAMED_ALIKE),
    (comparisons.is_beside_an_owner, reasons.NAMED_ALIKE),
    (comparisons.is_among_others, reasons.ONE_OF_SEVERAL),
    (comparisons.is_counted_in, reasons.ONE_OF_SEVERAL),
    (statehood.is_felt, reasons.COUNTRY_MEANT),
    (comparisons.is_singled_out, reasons.ONE_OF_SEVERAL),
    (comparisons.is_ranked, reasons.ALL_OF_IT),
    (headings.is_first_of_its_kind, reasons.ALL_OF_IT),
    (statehood.is_party, reasons.STATE_BOUND),
    (bonds.is_bound, reasons.STATE_BOUND),
    (bonds.is_its_duty, reasons.STATE_BOUND),
    (bonds.is_working_with, reasons.STATE_BOUND),
    (bonds.is_beside_its_namesake, reasons.STATE_MEANT),
    (bonds.is_done_by_an_army, reasons.STATE_OR_ARMY),
    (statehood.is_measured, reasons.MEASURED),
    (statehood.is_the_countrys, reasons.ALL_OF_IT),
    (statehood.is_of_the_state, reasons.STATE_MEANT),
    (statehood.is_a_topic, reasons.COUNTRY_MEANT),
    (statehood.is_told_about, reasons.COUNTRY_MEANT),
    (statehood.is_undergone, reasons.ALL_OF_IT),
    (statehood.is_shut_out, reasons.STATE_BOUND),
    (statehood.is_led_by_people, reasons.PEOPLE_MEANT),
    (nationhood.is_able, reasons.ALL_OF_IT),
    (nationhood.has_weight, reasons.ALL_OF_IT),
    (nationhood.is_on_its_way, reasons.ALL_OF_IT),
    (nationhood.takes_part, reasons.ALL_OF_IT),
    (nationhood.is_hailed, reasons.ALL_OF_IT),
    (nationhood.is_asked_to_be, reasons.COUNTRY_MEANT),
    (nationhood.is_of_its_society, reasons.ALL_OF_IT),
    (lasting.is_long_ago, reasons.ALL_OF_IT),
    (lasting.is_of_old, reasons.ALL_OF_IT),
    (lasting.is_striven_for, reasons.WHOLE_COUNTRY),
    (lasting.is_armed, reasons.ALL_OF_IT),
    (lasting.is_choosing_a_leader, reasons.WHOLE_COUNTRY),
    (lasting.is_dropping_bombs, reasons.AT_SEA),
    (lasting.is_moving_troops, reasons.STATE_OR_ARMY),
    (lasting.is_liable, reasons.STATE_BOUND),
    (statehood.is_at_war, reasons.STATE_OR_ARMY),
    (statehood.falls_on_the_country, reasons.COUNTRY_MEANT),
    (statehood.is_done_by_the_land, reasons.WHOLE_COUNTRY),
    (statehood.is_done_at_sea, reasons.AT_SEA),
    (statehood.is_of_the_bank, reasons.BANK),
    (statehood.is_done_by_a_service, reasons.SERVICE),
    (statehood.is_done_in_court, reasons.IN_COURT),
    (statehood.is_vague, reasons.ALL_OF_IT),
    (statehood.is_named_already, reasons.NAMED_ALREADY),
    (twofold.is_called_the_government, reasons.NAMED_ALREADY),
    (twofold.is_helped_by_a_government, reasons.OTHER_GOVERNMENT),
    (twofold.is_said_to_follow, reasons.NAMED_ALIKE),
    (twofold.is_beside_a_people, reasons.NAMED_ALIKE),
    (twofold.is_named_as_another_is, reasons.NAMED_ALIKE),
    (twofold.is_in_what_it_does, reasons.AGAIN),
    (statehood.is_in_sport, reasons.TEAM),
    (statehood.is_elected, reasons.STATE_ELECTED),
    (statehood.is_met, reasons.WHOM),
    (statehood.is_a_share, reasons.ALL_OF_IT),
    (statehood.is_depended_on, reasons.TRADE),
    (comparisons.is_counted, reasons.COUNTED),
    (statehood.is_out_of_poverty, reasons.ALL_OF_IT),
    (statehood.is_felt_by_people, reasons.PEOPLE_MEANT),
    (statehood.may_be_people, reasons.PEOPLE_MEANT),
    (statehood.is_told_from_its_government, reasons.TOLD_APART),
    (statehood.is_beside_another_government, reasons.OTHER_GOVERNMENT),
    (hearsay.is_mentioned, reasons.ANOTHERS),
    (hearsay.is_retold, reasons.ANOTHERS),
    (hearsay.is_a_message, reasons.ANOTHERS),
    (hearsay.is_common_talk, reasons.ANOTHERS),
    (hearsay.is_signed, reasons.ANOTHERS),
    (headings.is_signed_behind_a_dash, reasons.ANOTHERS),
    (headings.is_said_by_a_person, reasons.ANOTHERS),
    (hearsay.is_written_by_another, reasons.ANOTHERS),
    (hearsay.is_heard, reasons.ANOTHERS),
    (hearsay.is_in_a_statement, reasons.ANOTHERS),
    (statehood.is_trade, reasons.COMPANY),
    (trading.is_done_by_firms, reasons.FIRMS),
    (trading.is_running_a_site, reasons.FIRMS),
    (trading.is_about_markets, reasons.ALL_OF_IT),
    (trading.is_a_firms, reasons.COMPANY),
    (trading.is_a_venture, reasons.COMPANY),
    (trading.is_beside_goods, reasons.COMPANY),
    (trading.is_a_market_result, reasons.COMPANY),
    (trading.is_won_by_trade, reasons.TRADE),
    (headings.is_a_quest, reasons.SERVICE),
    (statehood.is_done_unseen, reasons.UNSEEN),
    (pronouns.goes_on_as_a_country, reasons.POINTED_AT),
    (comparisons.is_defined, reasons.WORD_FOR_COUNTRY),
    (texts.is_addressed, reasons.ADDRESSED),
    (texts.is_title, reasons.TITLE),
    (texts.is_a_work, reasons.TITLE),
    (texts.is_an_item, reasons.TITLE),
    (texts.is_unheard, reasons.SPOKEN),
    (texts.ends_a_quotation, reasons.ANOTHERS),
    (is_asked_of_itself, reasons.TWO_POSSESSIVES),
    (is_before_what_it_owns, reasons.WHOSE),
    (texts.is_called_the_governments, reasons.SAME_WORD),
    (may_be_laid_on_its_goods, reasons.WHOSE),
)
_NO_GOVERNMENT: Sequence[Callable[[MentionContext], bool]] = (
    explained.is_explained_as_state, explained.is_example_of_states, explained.is_apposed,
    explained.is_described_as_land, comparisons.is_said_to_be_one,
    company.is_joined_to_states, company.is_likened_to_states, company.is_one_of_states,
    company.is_called_back, company.is_listed_with_peoples, company.shares_what_it_owns,
    statehood.is_beside_its_government, nationhood.is_its_own,
    nations.is_part_of_a_body, nations.is_one_from_before, nations.is_counted_in,
)
_WORDING_TESTS: Sequence[tuple[Callable[[MentionContext, Rewrite], bool], str]] = (
    (texts.is_after_a_stop, reasons.AFTER_A_STOP),
    (pronouns.is_pointed_at, reasons.POINTED_AT),
    (headings.reads_as_a_noun, reasons.MAY_BE_NOUN),
)
