"""English: doubts where a country is meant as a state, a land or a people, whoever governs it.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintwords.grammar.en.doubts import Doubts

_OWNERS = ("possessive", "adjective")


def is_at_war(asked: Doubts) -> bool:
    """"China fought a border war": a state and its army do that."""
    return _governs(asked, "words.war-act")


def is_done_by_the_land(asked: Doubts) -> bool:
    """"China burns half the coal and refuses to stop": one of the verbs is of the whole country."""
    return asked.slot.kind == "subject" and _governs(asked, "words.done-by-a-country")


def is_of_the_state(asked: Doubts) -> bool:
    """"under Chinese rule", "China's claim of immunity"."""
    head = asked.read.noun_phrase(asked.end).heads
    return asked.slot.kind in _OWNERS and any(asked.has(at, "words.of-a-state") for at in head)


def is_done_at_sea(asked: Doubts) -> bool:
    """"China rammed the boat": a crew does that."""
    return _governs(asked, "words.done-by-a-crew")


def is_of_the_bank(asked: Doubts) -> bool:
    """"China cut the policy rate": a central bank does that."""
    return any(asked.has(at, "words.of-a-central-bank") for at in range(len(asked.tokens)))


def is_depended_on(asked: Doubts) -> bool:
    """"wean itself off China": trade with the country is meant."""
    left = range(max(asked.slot.token - 4, 0), asked.slot.token)
    near = asked.slot.kind in ("prep", "object")
    return near and any(asked.has(at, "words.depends-on") for at in left)


def is_counted(asked: Doubts) -> bool:
    """"more than the next nine countries": the country is one of those that are counted."""
    return any(asked.has(at, "words.counts-countries") for at in range(len(asked.tokens)))


def is_felt_by_people(asked: Doubts) -> bool:
    """"The Chinese resent it": people do, and officials are not the only ones."""
    return asked.slot.name == "group" and _governs(asked, "words.feeling-of-people")


def is_told_from_its_government(asked: Doubts) -> bool:
    """"China and its government are not the same"."""
    return any(asked.has(at, "words.own-government") for at in range(len(asked.tokens)))


def is_beside_another_government(asked: Doubts) -> bool:
    """"the Government's strategy" with a capital: that of the writer's own country."""
    return not asked.title_case and any(
        asked.has(at, "words.a-government") and token.text[0].isupper() and not token.name
        for at, token in enumerate(asked.tokens[1:], 1)
    )


def is_mentioned(asked: Doubts) -> bool:
    """"when the ministry talks of China's consent": the wording is the ministry's."""
    at = asked.slot.token
    spots = range(max(at - 4, 0), at)
    return asked.slot.kind in _OWNERS and any(asked.has(spot, "words.talks-of") for spot in spots)


def _governs(asked: Doubts, cls: str) -> bool:
    return any(asked.has(governor.at, cls) for governor in asked.slot.governors)
