"""English: doubts about what stands beside a mention: another actor, what explains it."""

from __future__ import annotations

from lintwords.grammar.en.agreement import is_plural_form
from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.tagged import VerbGroup

# a relative clause with a verb of these kinds says what a government does
_DEEDS = frozenset((
    "verbs.abuse", "verbs.wrong", "verbs.force", "verbs.state", "verbs.speech", "verbs.demand",
    "verbs.blame", "verbs.punish", "verbs.contest",
))


def is_listed(asked: MentionContext) -> bool:
    if asked.slot.listed or _is_at_a_slash(asked) or _is_beside_a_name(asked):
        return True
    if _is_joined_before(asked) or _is_owner_beside_owner(asked):
        return True
    if asked.read.tag(asked.end) == "C" and asked.read.tag(asked.end + 1) == "P":
        return asked.tokens[asked.end + 1].low == asked.slot.prep  # "by China or by anyone"
    comma = asked.read.tag(asked.end) == ","
    if asked.slot.kind == "adjective":
        # "Chinese and NATO aims"
        return asked.read.tag(asked.end) == "C" or is_second_people(asked)
    if asked.slot.kind in ("possessive", "compound"):
        return False
    if not asked.has(asked.end + comma, "words.beside"):
        return False
    if asked.read.tag(asked.end + comma) == "C" and _opens_clause(asked, asked.end + comma + 1):
        return False
    return bool(comma) or not _at_verb(asked)


def may_open_a_clause(asked: MentionContext) -> bool:
    """Whether a verb may be its, though not seen so: "until China, whole and sound, complies"."""
    if asked.slot.kind != "prep" or not asked.read.has(
        asked.read.back(asked.slot.token, 'RD"'), "function.subordinator"
    ):
        return False
    for at in asked.after:
        if asked.tags[at] in ":=.;W":
            return False
        if "verbs:third" in asked.tokens[at].word.forms and asked.tags[at - 1] not in "DJP'#":
            return True
    return False


def is_second_people(asked: MentionContext) -> bool:
    """Whether it is a people without its article: "the Russians and Chinese vetoed it"."""
    at = asked.slot.token
    if asked.slot.kind != "adjective" or at < 2 or asked.read.tag(at - 1) != "C":
        return False
    return asked.has(at - 2, "names.nationals")


def _is_at_a_slash(asked: MentionContext) -> bool:
    """Whether a slash stands beside it: "the American/Chinese plan"."""
    span, text = asked.slot.span, asked.sentence.text
    return "/" in (text[span.start - 1 : span.start], text[span.end : span.end + 1])


def _is_beside_a_name(asked: MentionContext) -> bool:
    """Whether a name that no list knows shares its verb: "The South and China agree"."""
    left, verb = asked.slot.token - 1, asked.read.skip(asked.end, "R")
    if asked.slot.name != "country" or not asked.read.has(left, "function.correlative-second"):
        return False
    named = left > 0 and asked.tokens[left - 1].text[:1].isupper()
    return named and asked.acts and verb < len(asked.tokens) and is_plural_form(
        asked.tokens[verb], asked.sentence.lexicon
    )


def _opens_clause(asked: MentionContext, at: int) -> bool:
    """Whether what *and* or *but* joins is a clause or a verb: "condemned China, and it"."""
    first = asked.read.skip(at)
    if asked.read.tag(first) in ("V", "B", "E", "G", "X", "M", "T", "S"):
        return not (asked.acts and asked.read.tag(first) == "S")
    if asked.acts:
        return False
    phrase = noun_phrase(asked.read, first)
    end = phrase.end
    if asked.read.has(end, "function.of"):
        end = noun_phrase(asked.read, asked.read.skip(end + 1)).end
    return bool(phrase.heads) and asked.read.tag(asked.read.skip(end)) in ("V", "X", "M", "B")


def _is_joined_before(asked: MentionContext) -> bool:
    """Whether another subject of its verb stands before it: "the junta and China deny it"."""
    at = asked.slot.token
    left = asked.read.back(at, '"')
    if not asked.acts or asked.read.tag(left) != "C":
        return False
    if not asked.read.has(left, "function.correlative-second"):
        return False
    before = asked.tags[:left]
    opening = next((i for i in range(left - 1, -1, -1) if before[i] in "VXMBTWS.:=,C"), -1)
    stands_apart = asked.read.tag(left - 1) == ","
    first = asked.read.skip(opening + 1)
    first += asked.read.has(first, "function.correlative")
    phrase = noun_phrase(asked.read, first, coordinated=False)
    whole = bool(phrase.heads) and phrase.end == left
    if opening >= 0 and before[opening] in "VXMBT":
        return False
    return whole and not stands_apart


def _is_owner_beside_owner(asked: MentionContext) -> bool:
    """Whether another owner stands beside it: "Russia's and China's threats"."""
    if asked.slot.kind != "possessive":
        return False
    at = asked.slot.token
    if asked.read.tag(at - 1) == "C" and asked.read.tag(at - 2) == "'":
        return True
    for spot in range(at + 2, len(asked.tokens) - 1):
        if asked.tags[spot] == "'" and asked.tags[spot - 1] in "NZ":
            following = asked.read.skip(spot + 1)
            joined = asked.read.tag(spot - 2) == "C"
            if joined and not noun_phrase(asked.read, following).heads:
                return True
    return False


def _at_verb(asked: MentionContext) -> bool:
    """A governor that takes what follows: "condemned China with", "compete with"."""
    return asked.slot.kind in ("object", "prep", "agent")


def is_explained(asked: MentionContext) -> bool:
    """An apposition or a bracket: "China, the largest polluter,", "China (a member)"."""
    tag = asked.read.tag(asked.end)
    if asked.slot.kind in ("possessive", "adjective", "compound"):
        return False
    if tag in ("(", "="):
        return not _is_aside(asked, asked.end, tag)
    if tag != ",":
        return False
    at = asked.read.skip(asked.end + 1, 'R"S')
    return asked.read.tag(at) in ("D", "#", "J", "N") and _closes(asked, at)


def is_example_of_states(asked: MentionContext) -> bool:
    """Whether it is named as one of several states: "countries such as China"."""
    like, passed = asked.slot.token - 1, ("N", "Z", ",", "C", "D")
    while not asked.has(like, "function.like") and asked.read.tag(like) in passed:
        like -= 1
    if not asked.read.has(like, "function.like"):
        return False
    head = asked.read.back(like, ",")
    if is_name(asked, head):
        return False  # "the United Nations, like China"
    return asked.has(head, "words.states") or asked.has(head, "words.a-state")


def is_apposed(asked: MentionContext) -> bool:
    """Whether a noun before it says what it is: "Its neighbour, China, has"."""
    return asked.read.tag(asked.end) == "," and is_announced(asked)


def is_described_as_land(asked: MentionContext) -> bool:
    """Whether a clause tells of it what no government does: "China, whose output doubled"."""
    at = asked.read.skip(asked.end, ',R"')
    if asked.slot.kind == "possessive" or asked.read.tag(at) != "W" or _is_cleft(asked):
        return False
    if asked.read.has(at, "function.possessive"):
        heads = noun_phrase(asked.read, asked.read.skip(at + 1)).heads
        return bool(heads) and asked.has(heads[0], "words.of-the-land")
    verb = asked.read.skip(at + 1)
    group = verb_group(asked.read, verb) if asked.read.tag(verb) in tuple("XMVB") else None
    return group is not None and asked.has(group.main, "words.done-by-land")


def is_name(asked: MentionContext, at: int) -> bool:
    """Whether several words with capitals are one noun: "the United States"."""
    text = asked.tokens[at].text if 0 <= at < len(asked.tokens) else ""
    return " " in text and text[:1].isupper()


def is_explained_as_state(asked: MentionContext) -> bool:
    """Whether it is called a country: "China, a country whose", "A rising power, China".

    That is said of a country, of no government.
    """
    at = asked.read.skip(asked.end + 1, 'R"S')
    if asked.read.tag(asked.end) in (",", "=", "(") and is_explained(asked):
        heads = asked.heads_at(at)
        named = asked.read.has(at, "function.article-definite")  # "China, the Republic of Korea"
        return any(
            asked.has(head, "words.state-kind")
            and not (named and asked.tokens[head].text[:1].isupper()) for head in heads
        )
    if not is_announced(asked):
        return False
    opening, before = asked.read.skip(0, 'R"C'), asked.slot.token - 1
    spot = opening + 1 if asked.read.tag(opening) in ("P", "S") else opening
    heads = asked.heads_at(spot)
    called = any(asked.has(h, "words.state-kind") and not is_name(asked, h) for h in heads)
    return called or _is_one_of_several(asked, before)


def _is_aside(asked: MentionContext, at: int, tag: str) -> bool:
    """Adverbs between dashes or in brackets: "China – once again – has jailed"."""
    close = next(
        (s for s in range(at + 1, len(asked.tokens)) if asked.tags[s] in ")="), len(asked.tokens)
    )
    inside = asked.tags[at + 1 : close]
    return close < len(asked.tokens) and bool(inside) and set(inside) <= {"R"}


def _closes(asked: MentionContext, at: int) -> bool:
    """Whether a noun phrase from `at` ends with a comma, a stop or the sentence."""
    phrase = noun_phrase(asked.read, at, coordinated=False)
    if not phrase.heads or _is_time(asked, phrase.heads[0]):
        return False
    if asked.acts:
        return True
    after = asked.read.tag(phrase.end)
    if after == "C":  # "China, its party and its police"
        whole = noun_phrase(asked.read, at)
        return asked.read.tag(asked.read.skip(whole.end)) not in ("V", "X", "M", "B")
    return after in ("", ",", ".", ":", "P", "W")


def is_described(asked: MentionContext) -> bool:
    """A relative clause that says what a country is: "China, where", "China, which has"."""
    at = asked.read.skip(asked.end, ',R"')
    if asked.slot.kind == "possessive" or asked.read.tag(at) not in ("W", "P"):
        return False
    if asked.read.tag(at) == "P":
        inner = asked.read.skip(at + 1)
        return asked.read.tag(inner) == "W" and asked.has(inner, "words.describes-name")
    if not asked.has(at, "words.describes-name") or _is_of_the_noun(asked, at):
        return False
    if _is_cleft(asked) or _is_whose_body(asked, at):
        return False
    verb = asked.read.skip(at + 1)
    group = verb_group(asked.read, verb) if asked.read.tag(verb) in "XMVBEG" else None
    if group is None or not asked.read.tag(verb):
        return True
    if _is_behind_a_deed(asked, at) or _is_of_former_times(asked, group):
        return True
    return asked.tokens[group.main].classes.isdisjoint(_DEEDS)


def _is_of_the_noun(asked: MentionContext, at: int) -> bool:
    """Whether what follows belongs to the noun before: "actions by China that are"."""
    governor = asked.governor
    return (
        asked.slot.kind in ("agent", "prep")
        and at == asked.end
        and governor is not None
        and asked.tags[governor.at] == "N"
        and governor.at < asked.slot.token
    )


def _is_behind_a_deed(asked: MentionContext, at: int) -> bool:
    """Whether a clause would follow "government" or the deed: "raids backed by China, which"."""
    if asked.slot.kind != "agent" or asked.governor is None:
        return False
    if asked.has(at, "words.of-a-person"):
        return True
    deed = asked.governor.at
    return asked.read.tag(deed) == "E" and asked.tags[deed - 1] == "N"


def _is_of_former_times(asked: MentionContext, group: VerbGroup) -> bool:
    """Whether another government may have done it: "China, which betrayed its allies, is aware"."""
    if not asked.acts or "verbs:past" not in asked.tokens[group.start].word.forms:
        return False
    close = next((at for at in range(group.end, len(asked.tokens)) if asked.tags[at] == ","), -1)
    verb = asked.read.skip(close + 1)
    if close < 0 or asked.read.tag(verb) not in ("V", "X", "M"):
        return False
    if "verbs:past" in asked.tokens[verb].word.forms or asked.has(verb, "words.past-form"):
        return False  # "China, which jailed her brother, denied it"
    told = range(group.start - 1, close)
    if any(asked.has(at, "words.former-times") or _is_year(asked, at) for at in told):
        return True
    main = verb_group(asked.read, verb)
    return main is not None and main.copula


def _is_year(asked: MentionContext, at: int) -> bool:
    low = asked.tokens[at].low
    return low.isdigit() and len(low) == 4


def _is_cleft(asked: MentionContext) -> bool:
    """Whether the clause is the deed itself: "It was China that closed the school"."""
    be = asked.read.back(asked.slot.token, 'R"!D')
    return (
        asked.acts
        and asked.read.has(be, "function.be")
        and asked.read.has(asked.read.back(be, "R!"), "function.anticipatory")
    )


def _is_whose_body(asked: MentionContext, at: int) -> bool:
    """Whether it is the owner of what a government has: "China, whose police beat them"."""
    if not asked.read.has(at, "function.possessive"):
        return False
    heads = noun_phrase(asked.read, asked.read.skip(at + 1)).heads
    bodies = {"nouns.organ", "nouns.forces", "nouns.leader"}
    return bool(heads) and all(bodies & asked.tokens[h].word.nominal for h in heads)


def is_announced(asked: MentionContext) -> bool:
    """A phrase before it says what it is: "A rising power, China", "As a member, China"."""
    before = asked.slot.token - 1
    if not asked.acts or asked.read.tag(before) != ",":
        return False
    opening = asked.read.skip(0, 'R"C')
    if _is_one_of_several(asked, before):
        return True
    if asked.has(opening, "function.like") or asked.has(opening, "function.comparison"):
        return True
    if asked.has(opening, "function.interjection") and opening == before - 1:
        return False
    spot = opening + 1 if asked.read.tag(opening) in ("P", "S") else opening
    phrase = noun_phrase(asked.read, spot, coordinated=False)
    if spot > opening and not asked.read.has(opening, "function.comparison"):
        return False
    if not phrase.heads or phrase.end > before or _is_time(asked, phrase.heads[0]):
        return False
    if any(tag in "VXM" for tag in asked.tags[phrase.end : before]):
        return False  # "China cheats, China steals"
    kinds = asked.holds(range(spot, before), "words.state-kind")
    return kinds or not _is_vocative(asked, spot, phrase.heads[-1], phrase.end)


def _is_one_of_several(asked: MentionContext, before: int) -> bool:
    """Whether what opens the sentence counts it: "Alone among the big buyers, China"."""
    first = asked.read.skip(0, 'R"C')
    opens = asked.holds({0, min(first, before - 1)}, "words.one-of-several")
    return opens and any(
        asked.has(at, "words.state-kind") and not is_name(asked, at) for at in range(before)
    )


def _is_vocative(asked: MentionContext, start: int, head: int, end: int) -> bool:
    """A call to listeners: "Minister, China has", "My friends, China has", "Look, China"."""
    if asked.read.tag(end) != ",":
        return False
    person = bool(
        {"nouns.person", "nouns.kin", "nouns.leader"} & asked.tokens[head].word.nominal
    )
    article = asked.read.has(start, "function.article-indefinite") or asked.read.has(
        start, "function.article-definite"
    )
    return not article and (person or asked.has(head, "words.calls"))


def _is_time(asked: MentionContext, at: int) -> bool:
    return asked.read.has(at, "function.time")
