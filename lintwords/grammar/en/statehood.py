"""English: doubts where a country is meant as a state, a land or a people, whoever governs it.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.en.mention_context import MentionContext
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


def is_at_war(mention: MentionContext) -> bool:
    """Whether it is at war, as a state and its army are: "China fought a border war"."""
    return mention.governs("words.war-act")


def falls_on_the_country(mention: MentionContext) -> bool:
    """Whether it falls on the country.

    "aggression against China", "tariff preferences for China".
    """
    if mention.slot.kind in ("object", "passive") and mention.governs("words.done-to-the-whole"):
        return True
    if mention.slot.prep == "of":
        return mention.governs("words.done-to-a-country")
    return mention.slot.kind == "prep" and mention.governs("words.falls-on-a-country")


def is_done_by_the_land(mention: MentionContext) -> bool:
    """Whether one of the verbs is of the whole country.

    "China burns half the coal and refuses to stop".
    """
    return mention.slot.kind == "subject" and mention.governs("words.done-by-a-country")


def is_of_the_state(mention: MentionContext) -> bool:
    """Whether what it owns is a state's: "under Chinese rule", "China's claim of immunity"."""
    head = noun_phrase(mention.read, mention.end).heads
    return mention.owns and mention.holds(head, "words.of-a-state")


def is_a_topic(mention: MentionContext) -> bool:
    """Whether it is talked about, and nobody's act: "pressure on the Chinese nuclear issue"."""
    if not mention.owns:
        return False
    heads = mention.heads_at(mention.end)
    return mention.holds(heads, "words.a-topic")


def is_told_about(mention: MentionContext) -> bool:
    """Whether something is about it, or engages with it.

    "a warning on China", "our engagement with China".
    """
    if mention.slot.kind != "prep":
        return False
    before = mention.slot.token - 1
    if mention.slot.prep == "with":
        return mention.governs("words.engages")
    return mention.has(before, "words.about") and mention.has(before - 1, "words.told-about")


def is_shut_out(mention: MentionContext) -> bool:
    """Whether a body shuts it out, as a member: "China was banned from the assembly"."""
    if mention.slot.kind not in ("passive", "object"):
        return False
    for governor in mention.slot.governors:
        if mention.has(governor.at, "words.shuts-out"):
            spots = range(governor.at + 1, min(governor.at + 1 + _FROM, len(mention.tokens)))
            out = [at for at in spots if mention.has(at, "words.out-of")
                and at > mention.slot.token]
            if any(mention.has(at, "words.seat-of") for at in spots if out and at > out[0]):
                return True
    return False


def is_undergone(mention: MentionContext) -> bool:
    """Whether it undergoes something: "China is bracing for changes", "will receive aid"."""
    return mention.acts and any(
        _is_undergone(mention, governor) for governor in mention.slot.governors
    )


def _is_undergone(mention: MentionContext, governor: Governor) -> bool:
    if mention.has(governor.at, "words.undergone-by-a-country"):
        return True
    nouns = [noun for verb, noun in _UNDERGONE if mention.has(governor.at, verb)]
    return bool(nouns) and mention.holds(
        noun_phrase(mention.read, mention.read.skip(governor.end), coordinated=True).heads, *nouns
    )


def is_led_by_people(mention: MentionContext) -> bool:
    """Whether the people of a country lead it: "a Chinese-led transition"."""
    if mention.slot.kind != "compound" or mention.governor is None:
        return False
    at = mention.governor.at
    return mention.has(at, "words.leads") and (
        mention.holds(mention.heads_at(at + 1), "words.led-by-a-people")
    )


def is_done_at_sea(mention: MentionContext) -> bool:
    """Whether a crew did it: "China rammed the boat", "accused China of ramming it"."""
    told = mention.slot.kind == "object" and (
        mention.holds(range(mention.end, mention.end + 4), "words.done-by-a-crew")
    )
    return told or any(
        "nouns.law" not in governor.object for governor in mention.governors("words.done-by-a-crew")
    )  # a bill is rammed through


def is_done_in_court(mention: MentionContext) -> bool:
    """Whether a court did it: "China sentenced a publisher"."""
    return mention.slot.kind in (*SUBJECT, "agent") and mention.governs("words.done-by-a-court")


def is_done_by_a_service(mention: MentionContext) -> bool:
    """Whether a service does it: "China's air traffic control", "China issued a storm warning"."""
    if mention.slot.kind in ("possessive", "adjective", "compound"):
        heads = mention.heads_at(mention.end)
        spots = (*range(mention.end, mention.end + 2), *heads)  # "air traffic control"
        return mention.holds(spots, "words.a-service")
    after = range(mention.end, mention.end + _OBJECT)
    return mention.acts and mention.holds(after, "words.service-act")


def is_of_the_bank(mention: MentionContext) -> bool:
    """Whether a central bank does it: "China cut the policy rate"."""
    return mention.stands("words.of-a-central-bank")


def is_depended_on(mention: MentionContext) -> bool:
    """Whether trade with the country is meant: "wean itself off China"."""
    left = range(max(mention.slot.token - 4, 0), mention.slot.token)
    near = mention.slot.kind in ("prep", "object")
    return near and mention.holds(left, "words.depends-on")


def is_out_of_poverty(mention: MentionContext) -> bool:
    """Whether a line on poverty is about it: "Having pulled millions out of poverty, China"."""
    return mention.stands("words.out-of-poverty")


def is_felt_by_people(mention: MentionContext) -> bool:
    """Whether people are meant, not only officials: "The Chinese resent it", "help the Chinese"."""
    if mention.slot.name != "group":
        return False
    if is_seen_acting(mention.read, mention.slot.token + 1):
        return True
    if mention.acts and mention.governs("words.done-by-a-people"):
        return True
    done_to = mention.slot.kind in ("object", "passive")
    return (done_to and mention.governs("words.done-for-a-people")) or (
        mention.governs("words.feeling-of-people")
    )


def may_be_people(mention: MentionContext) -> bool:
    """Whether no act is told that only a state does.

    "The Chinese settled here", "aid to the Chinese".
    """
    if mention.slot.name != "group":
        return False
    if mention.stands("words.of-a-people"):
        return True
    if mention.slot.kind not in (*SUBJECT, "agent"):
        head = mention.read.tag(mention.end) in ("N", "J")  # "refuted the Chinese claim"
        return head or not mention.governs("words.with-officials")
    if mention.slot.kind != "subject" or mention.governor is None:
        return False
    return _ACTS.isdisjoint(mention.governor.classes)


def is_told_from_its_government(mention: MentionContext) -> bool:
    """Whether its government is named beside it: "China and its government are not the same"."""
    return mention.stands("words.own-government")


def is_beside_its_government(mention: MentionContext) -> bool:
    """Whether it has a government, beside it.

    "an embargo on China, its Government and its people".
    """
    if mention.slot.kind in ("possessive", "adjective", "compound"):
        return False
    spots = range(mention.end, mention.end + _OBJECT)
    return mention.holds(spots, "words.own-government")


def is_beside_another_government(mention: MentionContext) -> bool:
    """Whether the writer's own is named, with a capital: "the Government's strategy"."""
    return not mention.title_case and mention.stands("words.a-government") and any(
        mention.has(at, "words.a-government") and token.text[0].isupper() and not token.name
        for at, token in enumerate(mention.tokens[1:], 1)
    )


def is_felt(mention: MentionContext) -> bool:
    """A feeling or a topic: "hate China", "honest about China"."""
    at = mention.slot.token
    spots = {at - 1, at - 2, mention.governor.at if mention.governor else -1}
    return mention.slot.kind in ("object", "prep") \
        and mention.holds(spots, "words.feeling-for-country")


def is_party(mention: MentionContext) -> bool:
    """The state as a legal person: "China signed the covenant", "made China liable"."""
    if mention.has(mention.end, "words.legal-state"):
        return True
    if mention.stands("words.legal-person"):
        return True
    if _is_member(mention) or _is_legal_partner(mention) or _holds_a_seat(mention):
        return True
    if mention.governor is None or not mention.has(mention.governor.at, "words.treaty-act"):
        return False
    return mention.stands("words.treaty")


def _is_member(mention: MentionContext) -> bool:
    """The state holds the seat: "expel China from the council"."""
    if not mention.stands("words.seat-act"):
        return False
    for at in mention.everywhere:
        done_to_it = mention.slot.kind == "object" or (mention.tags[at] == "E" \
            and at > mention.slot.token)
        if done_to_it and mention.has(at, "words.seat-act"):
            spots = range(max(at, mention.slot.token) + 1, min(at + 8, len(mention.tokens)))
            if mention.holds(spots, "words.seat-of"):
                return True
    return False


def _holds_a_seat(mention: MentionContext) -> bool:
    """"China wields a veto", "China has a seat": the state has them."""
    if not mention.acts or mention.governor is None:
        return False
    at = mention.governor.at
    spots = range(at + 1, at + 1 + _OBJECT)
    on_it = mention.read.has(at, "function.be") and mention.read.tag(mention.governor.end) == "P"
    if mention.has(at, "words.sits") or on_it:  # "China should not be on the council"
        return mention.holds(spots, "words.seat-of")
    return mention.has(at, "words.holds") and mention.holds(spots, "words.held-by-a-state")


def _is_legal_partner(mention: MentionContext) -> bool:
    """"judicial cooperation with China", "the extradition treaty with China"."""
    if mention.slot.prep != "with" or mention.governor is None:
        return False
    return any(
        mention.has(at, "words.treaty") or mention.has(at, "words.legal-help")
        for at in range(max(mention.governor.at - 3, 0), mention.slot.token)
    )


def is_named_already(mention: MentionContext) -> bool:
    """Whether the adjective before it names the state: "official Chinese squeamishness"."""
    return mention.slot.kind == "adjective" \
        and mention.has(mention.slot.token - 1, "words.says-state")


def is_in_sport(mention: MentionContext) -> bool:
    """Whether a federation or a team may have done it: "China poured cash into the sport"."""
    return mention.stands("words.sporting")


def is_vague(mention: MentionContext) -> bool:
    """Whether nothing tells that a government did it: "China comes round", "must restructure"."""
    governor = mention.governor
    if governor is None or mention.slot.kind != "subject" or "none" not in governor.object:
        return False
    ends = mention.read.tag(mention.read.skip(governor.end)) in ("", ".", ",", ":", "C", "P", "=")
    is_act = not (_ACTS.isdisjoint(governor.classes) or mention.governs("words.changes-itself"))
    return ends and not is_act and not governor.complement - {"none"}


def is_elected(mention: MentionContext) -> bool:
    """Whether a state is voted into a seat: "Members re-elected China"."""
    return mention.slot.kind in ("object", "passive", "prep") and mention.governs("words.elects")


def is_met(mention: MentionContext) -> bool:
    """Whether persons meet persons.

    "The minister met the Chinese", "negotiate with the Chinese".
    """
    if mention.slot.kind not in ("object", "prep"):
        return False
    group = mention.slot.name == "group"
    return mention.governs("words.meets") or (group and mention.governs("words.deals-with"))


def is_a_share(mention: MentionContext) -> bool:
    """Whether all the yards of a country do it: "China built one ship in twenty"."""
    if not mention.acts or not mention.governs("verbs.act-if-object"):
        return False
    spots = mention.after
    counted = any("".join(mention.tags[at : at + 4]) == "#NP#" for at in spots)
    return counted or mention.holds(spots, "words.share")


def is_trade(mention: MentionContext) -> bool:
    """What firms do as well: "arms sales by China"."""
    kinds = (*SUBJECT, "agent", "possessive", "adjective")
    if mention.slot.kind not in kinds or mention.governor is None:
        return False
    if mention.has(mention.governor.at, "words.trade-act") or _runs_a_business(mention):
        return True
    if _flies(mention) or _owns_cash(mention):
        return True
    return _is_about_trade(mention)


def _flies(mention: MentionContext) -> bool:
    """"China tests a rocket engine", "receives data from a satellite": firms do so, too."""
    assert mention.governor is not None
    spots = range(mention.governor.end, min(mention.governor.end + _OBJECT, len(mention.tokens)))
    return mention.has(mention.governor.at, "words.space-act") and any(
        mention.has(at, "words.space-thing") and mention.tags[at] == "N" for at in spots
    )


def _owns_cash(mention: MentionContext) -> bool:
    """"China's influence and cash": whose money it is, is not told."""
    if not mention.owns:
        return False
    end = noun_phrase(mention.read, mention.end, coordinated=False).end
    if mention.read.tag(end) != "C":
        return False
    heads = mention.heads_at(end + 1)
    return mention.holds(heads, "words.cash")


def _is_about_trade(mention: MentionContext) -> bool:
    """"China resumed shipments of beef", "Chinese domination of energy supplies"."""
    assert mention.governor is not None
    after = mention.read.skip(mention.governor.end)
    owned = mention.owns
    if owned and not mention.read.has(after, "function.of"):
        return False
    heads = mention.heads_at(mention.read.skip(after + owned))
    moved = owned or mention.has(mention.governor.at, "words.trade-goes-on")
    return moved and mention.holds(heads, "words.traded")


def is_done_unseen(mention: MentionContext) -> bool:
    """What nobody is seen to do: "a Chinese cyberattack", "China hacked the ministry"."""
    named = mention.acts or mention.owns or mention.slot.kind == "agent"
    return named and mention.governs("words.unseen-act")


def _runs_a_business(mention: MentionContext) -> bool:
    """"a fee on vessels operated by China", "China sent a million doses"."""
    return mention.governs("words.business-act") and any(
        mention.tags[at] == "N" for at in mention.where("words.business-thing")
    )


def is_measured(mention: MentionContext) -> bool:
    """Whether a measure falls on goods, bodies or persons: "impose sanctions on China"."""
    if mention.slot.kind not in ("object", "prep") or mention.governor is None \
            or not mention.slot.prep:
        return False
    kinds = {"nouns.penalty", "nouns.measure"}
    between = range(mention.governor.at + 1, mention.slot.token)
    after_it = mention.read.has(mention.slot.token - 1, "words.falls-on")
    return after_it and any(kinds & mention.tokens[at].word.nominal for at in between)


def is_the_countrys(mention: MentionContext) -> bool:
    """Whether a country has it and no government: "China's development"."""
    if mention.slot.kind != "possessive" or mention.governor is None:
        return False
    owned = ("words.of-a-country", "words.also-the-countrys", "words.part-of-a-country")
    spots = range(mention.end, mention.governor.at)  # "immobilised sovereign assets"
    return any(
        mention.has(mention.governor.at, cls) or any(mention.opens(at, cls) for at in spots)
        for cls in owned
    )
