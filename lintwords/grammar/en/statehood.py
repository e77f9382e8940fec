"""English: doubts where a country is meant as a state, a land or a people, whoever governs it.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.objects import is_seen_acting
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import SUBJECT, Governor

_OBJECT = 6  # words after a verb in which its object is looked for
# verbs of these kinds say what a government does, also without an object
_ACTS = frozenset((
    "verbs.abuse", "verbs.wrong", "verbs.force", "verbs.state", "verbs.state-more", "verbs.speech",
    "verbs.mind", "verbs.demand", "verbs.blame", "verbs.punish", "verbs.contest", "verbs.stealth",
    "verbs.threat", "verbs.deed", "verbs.favour", "verbs.prohibit", "verbs.clampdown",
    "verbs.clause", "verbs.infer",
))
_FROM = 12  # words in which it is told what somebody is banned from
# verbs that say with these objects what a country goes through
_UNDERGONE = (
    ("words.faces", "words.faced-by-a-country"), ("words.gets", "words.given-to-a-country"),
    ("words.meets-terms", "words.terms-of-a-body"),
)


def is_at_war(asked: MentionContext) -> bool:
    """Whether it is at war, as a state and its army are: "China fought a border war"."""
    return asked.governs("words.war-act")


def falls_on_the_country(asked: MentionContext) -> bool:
    """Whether it falls on the country.

    "aggression against China", "tariff preferences for China".
    """
    if asked.slot.kind in ("object", "passive") and asked.governs("words.done-to-the-whole"):
        return True
    if asked.slot.prep == "of":
        return asked.governs("words.done-to-a-country")
    return asked.slot.kind == "prep" and asked.governs("words.falls-on-a-country")


def is_done_by_the_land(asked: MentionContext) -> bool:
    """Whether one of the verbs is of the whole country.

    "China burns half the coal and refuses to stop".
    """
    return asked.slot.kind == "subject" and asked.governs("words.done-by-a-country")


def is_of_the_state(asked: MentionContext) -> bool:
    """Whether what it owns is a state's: "under Chinese rule", "China's claim of immunity"."""
    head = noun_phrase(asked.read, asked.end).heads
    return asked.owns and asked.holds(head, "words.of-a-state")


def is_a_topic(asked: MentionContext) -> bool:
    """Whether it is talked about, and nobody's act: "pressure on the Chinese nuclear issue"."""
    if not asked.owns:
        return False
    heads = asked.heads_at(asked.end)
    return asked.holds(heads, "words.a-topic")


def is_told_about(asked: MentionContext) -> bool:
    """Whether something is about it, or engages with it.

    "a warning on China", "our engagement with China".
    """
    if asked.slot.kind != "prep":
        return False
    before = asked.slot.token - 1
    if asked.slot.prep == "with":
        return asked.governs("words.engages")
    return asked.has(before, "words.about") and asked.has(before - 1, "words.told-about")


def is_shut_out(asked: MentionContext) -> bool:
    """Whether a body shuts it out, as a member: "China was banned from the assembly"."""
    if asked.slot.kind not in ("passive", "object"):
        return False
    for governor in asked.slot.governors:
        if asked.has(governor.at, "words.shuts-out"):
            spots = range(governor.at + 1, min(governor.at + 1 + _FROM, len(asked.tokens)))
            out = [at for at in spots if asked.has(at, "words.out-of") and at > asked.slot.token]
            if any(asked.has(at, "words.seat-of") for at in spots if out and at > out[0]):
                return True
    return False


def is_undergone(asked: MentionContext) -> bool:
    """Whether it undergoes something: "China is bracing for changes", "will receive aid"."""
    return asked.acts and any(
        _is_undergone(asked, governor) for governor in asked.slot.governors
    )


def _is_undergone(asked: MentionContext, governor: Governor) -> bool:
    heads = noun_phrase(asked.read, asked.read.skip(governor.end), coordinated=True).heads
    return asked.has(governor.at, "words.undergone-by-a-country") or any(
        asked.has(governor.at, verb) and asked.holds(heads, noun)
        for verb, noun in _UNDERGONE
    )


def is_led_by_people(asked: MentionContext) -> bool:
    """Whether the people of a country lead it: "a Chinese-led transition"."""
    if asked.slot.kind != "compound" or asked.governor is None:
        return False
    at = asked.governor.at
    return asked.has(at, "words.leads") and (
        asked.holds(asked.heads_at(at + 1), "words.led-by-a-people")
    )


def is_done_at_sea(asked: MentionContext) -> bool:
    """Whether a crew did it: "China rammed the boat", "accused China of ramming it"."""
    told = asked.slot.kind == "object" and (
        asked.holds(range(asked.end, asked.end + 4), "words.done-by-a-crew")
    )
    return told or asked.governs("words.done-by-a-crew")


def is_done_in_court(asked: MentionContext) -> bool:
    """Whether a court did it: "China sentenced a publisher"."""
    return asked.slot.kind in (*SUBJECT, "agent") and asked.governs("words.done-by-a-court")


def is_done_by_a_service(asked: MentionContext) -> bool:
    """Whether a service does it: "China's air traffic control", "China issued a storm warning"."""
    if asked.slot.kind in ("possessive", "adjective", "compound"):
        heads = asked.heads_at(asked.end)
        spots = (*range(asked.end, asked.end + 2), *heads)  # "air traffic control"
        return asked.holds(spots, "words.a-service")
    after = range(asked.end, asked.end + _OBJECT)
    return asked.acts and asked.holds(after, "words.service-act")


def is_of_the_bank(asked: MentionContext) -> bool:
    """Whether a central bank does it: "China cut the policy rate"."""
    return asked.stands("words.of-a-central-bank")


def is_depended_on(asked: MentionContext) -> bool:
    """Whether trade with the country is meant: "wean itself off China"."""
    left = range(max(asked.slot.token - 4, 0), asked.slot.token)
    near = asked.slot.kind in ("prep", "object")
    return near and asked.holds(left, "words.depends-on")


def is_out_of_poverty(asked: MentionContext) -> bool:
    """Whether a line on poverty is about it: "Having pulled millions out of poverty, China"."""
    return asked.stands("words.out-of-poverty")


def is_felt_by_people(asked: MentionContext) -> bool:
    """Whether people are meant, not only officials: "The Chinese resent it", "help the Chinese"."""
    if asked.slot.name != "group":
        return False
    if is_seen_acting(asked.read, asked.slot.token + 1):
        return True
    if asked.acts and asked.governs("words.done-by-a-people"):
        return True
    done_to = asked.slot.kind in ("object", "passive")
    return done_to and asked.governs("words.done-for-a-people") or (
        asked.governs("words.feeling-of-people")
    )


def may_be_people(asked: MentionContext) -> bool:
    """Whether no act is told that only a state does.

    "The Chinese settled here", "aid to the Chinese".
    """
    if asked.slot.name != "group":
        return False
    if asked.slot.kind not in (*SUBJECT, "agent") or asked.stands("words.of-a-people"):
        return True
    if asked.slot.kind != "subject" or asked.governor is None:
        return False
    return _ACTS.isdisjoint(asked.governor.classes)


def is_told_from_its_government(asked: MentionContext) -> bool:
    """Whether its government is named beside it: "China and its government are not the same"."""
    return asked.stands("words.own-government")


def is_beside_its_government(asked: MentionContext) -> bool:
    """Whether it has a government, beside it.

    "an embargo on China, its Government and its people".
    """
    if asked.slot.kind in ("possessive", "adjective", "compound"):
        return False
    spots = range(asked.end, asked.end + _OBJECT)
    return asked.holds(spots, "words.own-government")


def is_beside_another_government(asked: MentionContext) -> bool:
    """Whether the writer's own is named, with a capital: "the Government's strategy"."""
    return not asked.title_case and asked.stands("words.a-government") and any(
        asked.has(at, "words.a-government") and token.text[0].isupper() and not token.name
        for at, token in enumerate(asked.tokens[1:], 1)
    )


def is_mentioned(asked: MentionContext) -> bool:
    """Whether others word it so: "when the ministry talks of China's consent"."""
    at = asked.slot.token
    spots = range(max(at - 4, 0), at)
    return asked.owns and asked.holds(spots, "words.talks-of")


def is_felt(asked: MentionContext) -> bool:
    """A feeling or a topic: "hate China", "honest about China"."""
    at = asked.slot.token
    spots = {at - 1, at - 2, asked.governor.at if asked.governor else -1}
    return asked.slot.kind in ("object", "prep") and asked.holds(spots, "words.feeling-for-country")


def is_party(asked: MentionContext) -> bool:
    """The state as a legal person: "China signed the covenant", "made China liable"."""
    if asked.has(asked.end, "words.legal-state"):
        return True
    if asked.stands("words.legal-person"):
        return True
    if _is_member(asked) or _is_legal_partner(asked) or _holds_a_seat(asked):
        return True
    if asked.governor is None or not asked.has(asked.governor.at, "words.treaty-act"):
        return False
    return asked.stands("words.treaty")


def _is_member(asked: MentionContext) -> bool:
    """The state holds the seat: "expel China from the council"."""
    if not asked.stands("words.seat-act"):
        return False
    for at in asked.everywhere:
        done_to_it = asked.slot.kind == "object" or asked.tags[at] == "E" and at > asked.slot.token
        if done_to_it and asked.has(at, "words.seat-act"):
            spots = range(max(at, asked.slot.token) + 1, min(at + 8, len(asked.tokens)))
            if asked.holds(spots, "words.seat-of"):
                return True
    return False


def _holds_a_seat(asked: MentionContext) -> bool:
    """"China wields a veto", "China has a seat": the state has them."""
    if not asked.acts or asked.governor is None:
        return False
    at = asked.governor.at
    spots = range(at + 1, at + 1 + _OBJECT)
    on_it = asked.read.has(at, "function.be") and asked.read.tag(asked.governor.end) == "P"
    if asked.has(at, "words.sits") or on_it:  # "China should not be on the council"
        return asked.holds(spots, "words.seat-of")
    return asked.has(at, "words.holds") and asked.holds(spots, "words.held-by-a-state")


def _is_legal_partner(asked: MentionContext) -> bool:
    """"judicial cooperation with China", "the extradition treaty with China"."""
    if asked.slot.prep != "with" or asked.governor is None:
        return False
    return any(
        asked.has(at, "words.treaty") or asked.has(at, "words.legal-help")
        for at in range(max(asked.governor.at - 3, 0), asked.slot.token)
    )


def is_named_already(asked: MentionContext) -> bool:
    """Whether the adjective before it names the state: "official Chinese squeamishness"."""
    return asked.slot.kind == "adjective" and asked.has(asked.slot.token - 1, "words.says-state")


def is_in_sport(asked: MentionContext) -> bool:
    """Whether a federation or a team may have done it: "China poured cash into the sport"."""
    return asked.stands("words.sporting")


def is_vague(asked: MentionContext) -> bool:
    """Whether nothing tells that a government did it: "China slips away", "China comes round"."""
    governor = asked.governor
    if governor is None or asked.slot.kind != "subject" or "none" not in governor.object:
        return False
    ends = asked.read.tag(asked.read.skip(governor.end)) in ("", ".", ",", ":", "C", "P", "=")
    return ends and _ACTS.isdisjoint(governor.classes) and not governor.complement - {"none"}


def is_elected(asked: MentionContext) -> bool:
    """Whether a state is voted into a seat: "Members re-elected China"."""
    return asked.slot.kind in ("object", "passive", "prep") and asked.governs("words.elects")


def is_met(asked: MentionContext) -> bool:
    """Whether persons meet persons.

    "The minister met the Chinese", "negotiate with the Chinese".
    """
    if asked.slot.kind not in ("object", "prep"):
        return False
    group = asked.slot.name == "group"
    return asked.governs("words.meets") or group and asked.governs("words.deals-with")


def is_a_share(asked: MentionContext) -> bool:
    """Whether all the yards of a country do it: "China built one ship in twenty"."""
    if not asked.acts or not asked.governs("verbs.act-if-object"):
        return False
    spots = asked.after
    counted = any("".join(asked.tags[at : at + 4]) == "#NP#" for at in spots)
    return counted or asked.holds(spots, "words.share")


def is_trade(asked: MentionContext) -> bool:
    """What firms do as well: "arms sales by China"."""
    kinds = (*SUBJECT, "agent", "possessive", "adjective")
    if asked.slot.kind not in kinds or asked.governor is None:
        return False
    if asked.has(asked.governor.at, "words.trade-act") or _runs_a_business(asked):
        return True
    if _flies(asked) or _owns_cash(asked):
        return True
    return _is_about_trade(asked)


def _flies(asked: MentionContext) -> bool:
    """"China tests a rocket engine", "receives data from a satellite": firms do so, too."""
    assert asked.governor is not None
    spots = range(asked.governor.end, min(asked.governor.end + _OBJECT, len(asked.tokens)))
    return asked.has(asked.governor.at, "words.space-act") and any(
        asked.has(at, "words.space-thing") and asked.tags[at] == "N" for at in spots
    )


def _owns_cash(asked: MentionContext) -> bool:
    """"China's influence and cash": whose money it is, is not told."""
    if not asked.owns:
        return False
    end = noun_phrase(asked.read, asked.end, coordinated=False).end
    if asked.read.tag(end) != "C":
        return False
    heads = asked.heads_at(end + 1)
    return asked.holds(heads, "words.cash")


def _is_about_trade(asked: MentionContext) -> bool:
    """"China resumed shipments of beef", "Chinese domination of energy supplies"."""
    assert asked.governor is not None
    after = asked.read.skip(asked.governor.end)
    owned = asked.owns
    if owned and not asked.read.has(after, "function.of"):
        return False
    heads = asked.heads_at(asked.read.skip(after + owned))
    moved = owned or asked.has(asked.governor.at, "words.trade-goes-on")
    return moved and asked.holds(heads, "words.traded")


def is_done_unseen(asked: MentionContext) -> bool:
    """What nobody is seen to do: "a Chinese cyberattack", "China hacked the ministry"."""
    named = asked.acts or asked.owns or asked.slot.kind == "agent"
    return named and asked.governs("words.unseen-act")


def _runs_a_business(asked: MentionContext) -> bool:
    """"a fee on vessels operated by China", "China sent a million doses"."""
    return asked.governs("words.business-act") and any(
        asked.has(at, "words.business-thing") and asked.tags[at] == "N"
        for at in asked.everywhere
    )


def is_measured(asked: MentionContext) -> bool:
    """Whether a measure falls on goods, bodies or persons: "impose sanctions on China"."""
    if asked.slot.kind not in ("object", "prep") or asked.governor is None or not asked.slot.prep:
        return False
    kinds = {"nouns.penalty", "nouns.measure"}
    between = range(asked.governor.at + 1, asked.slot.token)
    after_it = asked.read.has(asked.slot.token - 1, "words.falls-on")
    return after_it and any(kinds & asked.tokens[at].word.nominal for at in between)


def is_the_countrys(asked: MentionContext) -> bool:
    """Whether a country has it and no government: "China's development"."""
    if asked.slot.kind != "possessive" or asked.governor is None:
        return False
    owned = ("words.of-a-country", "words.also-the-countrys", "words.part-of-a-country")
    spots = range(asked.end, asked.governor.at)  # "immobilised sovereign assets"
    return any(
        asked.has(asked.governor.at, cls) or any(asked.opens(at, cls) for at in spots)
        for cls in owned
    )
