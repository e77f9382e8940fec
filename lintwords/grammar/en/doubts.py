"""English: why a sentence does not allow a wording without a look by a person.

Each test gives a reason in words for people, or nothing; the first reason stands. The tests stand
by what they ask about: `beside`, `comparisons`, `statehood`, `hearsay`, `pronouns`, `texts`; those
of the form of the mention itself stand here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from lintwords.grammar.en import beside, comparisons, hearsay, pronouns, statehood, texts
from lintwords.grammar.en.agreement import is_plural_form, singular_forms
from lintwords.grammar.en.asked import SUBJECT, MentionContext
from lintwords.grammar.model import Governor, Rewrite, Slot, Style
from lintwords.text.sentences import Sentence


class Doubts:
    """What speaks against wordings of one mention; its sentence is asked once for all of them."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        self._asked = MentionContext(sentence, slot, governor, style)

    @cached_property
    def _of_sentence(self) -> str:
        return next((reason for test, reason in _TESTS if test(self._asked)), "")

    def about(self, rewrite: Rewrite) -> str:
        """Why `rewrite` is not safe in this sentence; empty if nothing speaks against it."""
        if rewrite.doubt or self._of_sentence:
            return rewrite.doubt or self._of_sentence
        tests = (reason for test, reason in _WORDING_TESTS if test(self._asked, rewrite))
        return next(tests, "")


def is_unknown(asked: MentionContext) -> bool:
    if asked.slot.kind in ("adjective", "possessive"):
        return not asked.slot.head
    if asked.slot.name == "group" and _may_be_nationality(asked):
        return True
    if asked.governor is None and " " in asked.slot.prep:
        return False  # "on behalf of", which tells it
    return asked.governor is None


def _may_be_nationality(asked: MentionContext) -> bool:
    """"The Chinese plan to invade was leaked", "the Chinese was poor"."""
    at = asked.slot.token + 1
    if asked.slot.kind not in SUBJECT or at >= len(asked.tokens):
        return False
    word = asked.tokens[at].word
    if asked.tags[at] == "X":
        return not is_plural_form(asked.tokens[at], asked.sentence.lexicon) and (
            bool({"function.be", "function.have", "function.do"} & word.classes)
            and asked.tokens[at].low in singular_forms(asked.sentence.lexicon)
        )
    is_noun = any(form.startswith("nouns:") for form in word.forms)
    if not is_noun or asked.tags[at] not in "BV":
        return False
    return any(
        asked.tags[spot] in "XV" and asked.tags[spot - 1] in "NRZ"
        and not {"C", "W", "S"} & set(asked.tags[at:spot])
        for spot in range(at + 2, len(asked.tokens))
    )


def may_be_a_clause(asked: MentionContext) -> bool:
    """"for every word the Chinese ban": straight after a noun, the next word may be its verb."""
    at, tag = asked.slot.token, asked.read.tag
    if asked.slot.kind != "adjective" or (tag(at - 2), tag(at - 1), tag(at + 1)) != ("N", "D", "N"):
        return False
    verb = {"verbs:base", "verbs:past"} & asked.tokens[at + 1].word.forms
    return bool(verb) and not asked.has(at - 2, "function.time")


def is_longer_name(asked: MentionContext) -> bool:
    """"Xi's China": the name says more than the country."""
    words = asked.tokens[asked.slot.token].text.split()
    return asked.slot.name == "country" and len(words) > 1


def is_contracted(asked: MentionContext) -> bool:
    """"China'll", "China's going to"."""
    at = asked.slot.token + 1
    if asked.read.tag(at) not in ("X", "M"):
        return False
    return asked.tokens[at].start == asked.tokens[at - 1].end


def is_asked_of_itself(asked: MentionContext) -> bool:
    """A possessive of a possessive: "the Chinese crackdown's victims"."""
    if asked.slot.kind != "adjective":
        return False
    head = asked.read.noun_phrase(asked.slot.token + 1)
    return head.owner >= 0 or asked.read.tag(head.end) == "'"


_ANOTHERS = "these may be another's words"
_TESTS: Sequence[tuple[Callable[[MentionContext], bool], str]] = (
    (beside.is_listed, "it stands beside another actor"),
    (is_unknown, "the sentence does not tell what was done"),
    (may_be_a_clause, "the word after the name may be a verb"),
    (is_longer_name, "the name says more than the country"),
    (is_contracted, "the verb is drawn together with the name"),
    (beside.is_explained, "what follows explains the country"),
    (beside.is_described, "what follows describes the country"),
    (beside.is_announced, "what goes before describes the country"),
    (comparisons.is_called_a_state, "the sentence compares countries or says what a country is"),
    (comparisons.is_beside_a_state, "another country is named in the same way"),
    (statehood.is_felt, "it may be the country that is meant"),
    (comparisons.is_singled_out, "it is one of several countries"),
    (comparisons.is_ranked, "it may be said of all the country"),
    (statehood.is_party, "the state is bound, whoever governs"),
    (statehood.is_measured, "say what the measure falls on"),
    (statehood.is_the_countrys, "it may be said of all the country"),
    (statehood.is_of_the_state, "the state is meant, whoever governs"),
    (statehood.is_at_war, "the state or its army may be meant"),
    (statehood.is_done_by_the_land, "one of the verbs is said of the whole country"),
    (statehood.is_done_at_sea, "say which ship, aircraft or troops did it"),
    (statehood.is_of_the_bank, "the central bank may have done it"),
    (statehood.is_vague, "it may be said of all the country"),
    (statehood.is_named_already, "the word before it names the state"),
    (statehood.is_in_sport, "a federation or a team may have done it"),
    (statehood.is_elected, "a state is elected, and no government"),
    (statehood.is_met, "say whom: officials, ministers, leaders"),
    (statehood.is_a_share, "it may be said of all the country"),
    (statehood.is_depended_on, "trade with the country may be meant"),
    (comparisons.is_counted, "the sentence counts countries"),
    (statehood.is_felt_by_people, "it may be the people who are meant"),
    (statehood.is_told_from_its_government, "the sentence tells the country from its government"),
    (statehood.is_beside_another_government, "another government stands in the sentence"),
    (statehood.is_mentioned, _ANOTHERS),
    (hearsay.is_retold, _ANOTHERS),
    (hearsay.is_a_message, _ANOTHERS),
    (hearsay.is_common_talk, _ANOTHERS),
    (statehood.is_trade, "a company may have done it"),
    (comparisons.is_defined, "the word stands for the country"),
    (texts.is_addressed, "the country is spoken to"),
    (texts.is_title, "it may be a title"),
    (is_asked_of_itself, "two possessives would follow each other"),
)
_WORDING_TESTS: Sequence[tuple[Callable[[MentionContext, Rewrite], bool], str]] = (
    (texts.is_after_a_stop, "a sentence may begin here"),
    (pronouns.is_pointed_at, "a pronoun points back to the country"),
)
