"""English: doubts about what stands beside a mention: another actor, what explains it."""

from __future__ import annotations

from lintwords.grammar.en.agreement import is_plural_form
from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.tagged import VerbGroup

# a relative clause with a verb of these kinds says what a government does
_DEEDS = frozenset((
    "verbs.abuse", "verbs.wrong", "verbs.force", "verbs.state", "verbs.speech", "verbs.demand",
    "verbs.blame", "verbs.punish", "verbs.contest",
))


def is_listed(mention: MentionContext) -> bool:
    if mention.slot.listed or _is_at_a_slash(mention) or _is_beside_a_name(mention):
        return True
    if _is_joined_before(mention) or _is_owner_beside_owner(mention):
        return True
    if mention.read.tag(mention.end) == "C" and mention.read.tag(mention.end + 1) == "P":
        return mention.tokens[mention.end + 1].low == mention.slot.prep  # "by China or by anyone"
    comma = mention.read.tag(mention.end) == ","
    if mention.slot.kind == "adjective":
        # "Chinese and NATO aims"
        return mention.read.tag(mention.end) == "C" or is_second_people(mention)
    if mention.slot.kind in ("possessive", "compound"):
        return False
    if not mention.has(mention.end + comma, "words.beside"):
        return False
    if mention.read.tag(mention.end + comma) == "C" \
            and _opens_clause(mention, mention.end + comma + 1):
        return False
    return bool(comma) or not _at_verb(mention)


def may_open_a_clause(mention: MentionContext) -> bool:
    """Whether a verb may be its, though not seen so: "until China, whole and sound, complies"."""
    if mention.slot.kind != "prep" or not mention.read.has(
        mention.read.back(mention.slot.token, 'RD"'), "function.subordinator"
    ):
        return False
    for at in mention.after:
        if mention.tags[at] in ":=.;W":
            return False
        if "verbs:third" in mention.tokens[at].word.forms and mention.tags[at - 1] not in "DJP'#":
            return True
    return False


def is_second_people(mention: MentionContext) -> bool:
    """Whether it is a people without its article: "the Russians and Chinese vetoed it"."""
    at = mention.slot.token
    if mention.slot.kind != "adjective" or at < 2 or mention.read.tag(at - 1) != "C":
        return False
    return mention.has(at - 2, "names.nationals")


def _is_at_a_slash(mention: MentionContext) -> bool:
    """Whether a slash stands beside it: "the American/Chinese plan"."""
    span, text = mention.slot.span, mention.sentence.text
    return "/" in (text[span.start - 1 : span.start], text[span.end : span.end + 1])


def _is_beside_a_name(mention: MentionContext) -> bool:
    """Whether a name that no list knows shares its verb: "The South and China agree"."""
    left, verb = mention.slot.token - 1, mention.read.skip(mention.end, "R")
    if mention.slot.name != "country" or not mention.read.has(left, "function.correlative-second"):
        return False
    named = left > 0 and mention.tokens[left - 1].text[:1].isupper()
    return named and mention.acts and verb < len(mention.tokens) and is_plural_form(
        mention.tokens[verb], mention.sentence.lexicon
    )


def _opens_clause(mention: MentionContext, at: int) -> bool:
    """Whether what *and* or *but* joins is a clause or a verb: "condemned China, and it"."""
    first = mention.read.skip(at)
    if mention.read.tag(first) in ("V", "B", "E", "G", "X", "M", "T", "S"):
        return not (mention.acts and mention.read.tag(first) == "S")
    if mention.acts:
        return False
    phrase = noun_phrase(mention.read, first)
    end = phrase.end
    if mention.read.has(end, "function.of"):
        end = noun_phrase(mention.read, mention.read.skip(end + 1)).end
    return bool(phrase.heads) and mention.read.tag(mention.read.skip(end)) in ("V", "X", "M", "B")


def _is_joined_before(mention: MentionContext) -> bool:
    """Whether another subject of its verb stands before it: "the junta and China deny it"."""
    at = mention.slot.token
    left = mention.read.back(at, '"')
    if not mention.acts or mention.read.tag(left) != "C":
        return False
    if not mention.read.has(left, "function.correlative-second"):
        return False
    before = mention.tags[:left]
    opening = next((i for i in range(left - 1, -1, -1) if before[i] in "VXMBTWS.:=,C"), -1)
    stands_apart = mention.read.tag(left - 1) == ","
    first = mention.read.skip(opening + 1)
    first += mention.read.has(first, "function.correlative")
    phrase = noun_phrase(mention.read, first, coordinated=False)
    whole = bool(phrase.heads) and phrase.end == left
    if opening >= 0 and before[opening] in "VXMBT":
        return False
    return whole and not stands_apart


def _is_owner_beside_owner(mention: MentionContext) -> bool:
    """Whether another owner stands beside it: "Russia's and China's threats"."""
    if mention.slot.kind != "possessive":
        return False
    at = mention.slot.token
    if mention.read.tag(at - 1) == "C" and mention.read.tag(at - 2) == "'":
        return True
    for spot in range(at + 2, len(mention.tokens) - 1):
        if mention.tags[spot] == "'" and mention.tags[spot - 1] in "NZ":
            following = mention.read.skip(spot + 1)
            joined = mention.read.tag(spot - 2) == "C"
            if joined and not noun_phrase(mention.read, following).heads:
                return True
    return False


def _at_verb(mention: MentionContext) -> bool:
    """A governor that takes what follows: "condemned China with", "compete with"."""
    return mention.slot.kind in ("object", "prep", "agent")


def is_explained(mention: MentionContext) -> bool:
    """An apposition or a bracket: "China, the largest polluter,", "China (a member)"."""
    tag = mention.read.tag(mention.end)
    if mention.slot.kind in ("possessive", "adjective", "compound"):
        return False
    if tag in ("(", "="):
        return not _is_aside(mention, mention.end)
    if tag != ",":
        return False
    at = mention.read.skip(mention.end + 1, 'R"S')
    return mention.read.tag(at) in ("D", "#", "J", "N") and _closes(mention, at)


def is_example_of_states(mention: MentionContext) -> bool:
    """Whether it is named as one of several states: "countries such as China"."""
    like, passed = mention.slot.token - 1, ("N", "Z", ",", "C", "D")
    while not mention.has(like, "function.like") and mention.read.tag(like) in passed:
        like -= 1
    if not mention.read.has(like, "function.like"):
        return False
    head = mention.read.back(like, ",")
    if is_name(mention, head):
        return False  # "the United Nations, like China"
    return mention.has(head, "words.states") or mention.has(head, "words.a-state")


def is_apposed(mention: MentionContext) -> bool:
    """Whether a noun before it says what it is: "Its neighbour, China, has"."""
    return mention.read.tag(mention.end) == "," and is_announced(mention)


def is_described_as_land(mention: MentionContext) -> bool:
    """Whether a clause tells of it what no government does: "China, whose output doubled"."""
    at = mention.read.skip(mention.end, ',R"')
    if mention.slot.kind == "possessive" or mention.read.tag(at) != "W" or _is_cleft(mention):
        return False
    if mention.read.has(at, "function.possessive"):
        heads = noun_phrase(mention.read, mention.read.skip(at + 1)).heads
        return bool(heads) and mention.has(heads[0], "words.of-the-land")
    verb = mention.read.skip(at + 1)
    group = verb_group(mention.read, verb) if mention.read.tag(verb) in tuple("XMVB") else None
    return group is not None and mention.has(group.main, "words.done-by-land")


def is_name(mention: MentionContext, at: int) -> bool:
    """Whether several words with capitals are one noun: "the United States"."""
    text = mention.tokens[at].text if 0 <= at < len(mention.tokens) else ""
    return " " in text and text[:1].isupper()


def is_explained_as_state(mention: MentionContext) -> bool:
    """Whether it is called a country: "China, a country whose", "A rising power, China".

    That is said of a country, of no government.
    """
    at = mention.read.skip(mention.end + 1, 'R"S')
    if mention.read.tag(mention.end) in (",", "=", "(") and is_explained(mention):
        heads = mention.heads_at(at)
        named = mention.read.has(at, "function.article-definite")  # "China, the Republic of Korea"
        return any(
            mention.has(head, "words.state-kind")
            and not (named and mention.tokens[head].text[:1].isupper()) for head in heads
        )
    if not is_announced(mention):
        return False
    opening, before = mention.read.skip(0, 'R"C'), mention.slot.token - 1
    spot = opening + 1 if mention.read.tag(opening) in ("P", "S") else opening
    heads = mention.heads_at(spot)
    called = any(mention.has(h, "words.state-kind") and not is_name(mention, h) for h in heads)
    return called or _is_one_of_several(mention, before)


def _is_aside(mention: MentionContext, at: int) -> bool:
    """Whether adverbs alone stand in what opens at `at`: "China – once again – has jailed"."""
    close = next(
        (s for s in range(at + 1, len(mention.tokens))
            if mention.tags[s] in ")="), len(mention.tokens)
    )
    inside = mention.tags[at + 1 : close]
    return close < len(mention.tokens) and bool(inside) and set(inside) <= {"R"}


def _closes(mention: MentionContext, at: int) -> bool:
    """Whether a noun phrase from `at` ends with a comma, a stop or the sentence."""
    phrase = noun_phrase(mention.read, at, coordinated=False)
    if not phrase.heads or _is_time(mention, phrase.heads[0]):
        return False
    if mention.acts:
        return True
    after = mention.read.tag(phrase.end)
    if after == "C":  # "China, its party and its police"
        whole = noun_phrase(mention.read, at)
        return mention.read.tag(mention.read.skip(whole.end)) not in ("V", "X", "M", "B")
    return after in ("", ",", ".", ":", "P", "W")


def is_described(mention: MentionContext) -> bool:
    """A relative clause that says what a country is: "China, where", "China, which has"."""
    at = mention.read.skip(mention.end, ',R"')
    if mention.slot.kind == "possessive" or mention.read.tag(at) not in ("W", "P"):
        return False
    if mention.read.tag(at) == "P":
        inner = mention.read.skip(at + 1)
        return mention.read.tag(inner) == "W" and mention.has(inner, "words.describes-name")
    if not mention.has(at, "words.describes-name") or _is_of_the_noun(mention, at):
        return False
    if _is_cleft(mention) or _is_whose_body(mention, at):
        return False
    verb = mention.read.skip(at + 1)
    group = verb_group(mention.read, verb) if mention.read.tag(verb) in "XMVBEG" else None
    if group is None or not mention.read.tag(verb):
        return True
    if _is_behind_a_deed(mention, at) or _is_of_former_times(mention, group):
        return True
    return mention.tokens[group.main].classes.isdisjoint(_DEEDS)


def _is_of_the_noun(mention: MentionContext, at: int) -> bool:
    """Whether what follows belongs to the noun before: "actions by China that are"."""
    governor = mention.governor
    return (
        mention.slot.kind in ("agent", "prep")
        and at == mention.end
        and governor is not None
        and mention.tags[governor.at] == "N"
        and governor.at < mention.slot.token
    )


def _is_behind_a_deed(mention: MentionContext, at: int) -> bool:
    """Whether a clause would follow "government" or the deed: "raids backed by China, which"."""
    if mention.slot.kind != "agent" or mention.governor is None:
        return False
    if mention.has(at, "words.of-a-person"):
        return True
    deed = mention.governor.at
    return mention.read.tag(deed) == "E" and mention.tags[deed - 1] == "N"


def _is_of_former_times(mention: MentionContext, group: VerbGroup) -> bool:
    """Whether another government may have done it: "China, which betrayed its allies, is aware"."""
    if not mention.acts or "verbs:past" not in mention.tokens[group.start].word.forms:
        return False
    close = next((at for at in range(group.end, len(mention.tokens))
        if mention.tags[at] == ","), -1)
    verb = mention.read.skip(close + 1)
    if close < 0 or mention.read.tag(verb) not in ("V", "X", "M"):
        return False
    if "verbs:past" in mention.tokens[verb].word.forms or mention.has(verb, "words.past-form"):
        return False  # "China, which jailed her brother, denied it"
    told = range(group.start - 1, close)
    if any(mention.has(at, "words.former-times") or _is_year(mention, at) for at in told):
        return True
    main = verb_group(mention.read, verb)
    return main is not None and main.copula


def _is_year(mention: MentionContext, at: int) -> bool:
    low = mention.tokens[at].low
    return low.isdigit() and len(low) == 4


def _is_cleft(mention: MentionContext) -> bool:
    """Whether the clause is the deed itself: "It was China that closed the school"."""
    be = mention.read.back(mention.slot.token, 'R"!D')
    return (
        mention.acts
        and mention.read.has(be, "function.be")
        and mention.read.has(mention.read.back(be, "R!"), "function.anticipatory")
    )


def _is_whose_body(mention: MentionContext, at: int) -> bool:
    """Whether it is the owner of what a government has: "China, whose police beat them"."""
    if not mention.read.has(at, "function.possessive"):
        return False
    heads = noun_phrase(mention.read, mention.read.skip(at + 1)).heads
    bodies = {"nouns.organ", "nouns.forces", "nouns.leader"}
    return bool(heads) and all(bodies & mention.tokens[h].word.nominal for h in heads)


def is_announced(mention: MentionContext) -> bool:
    """A phrase before it says what it is: "A rising power, China", "As a member, China"."""
    before = mention.slot.token - 1
    if not mention.acts or mention.read.tag(before) != ",":
        return False
    opening = mention.read.skip(0, 'R"C')
    if _is_one_of_several(mention, before):
        return True
    if mention.has(opening, "function.like") or mention.has(opening, "function.comparison"):
        return True
    if mention.has(opening, "function.interjection") and opening == before - 1:
        return False
    spot = opening + 1 if mention.read.tag(opening) in ("P", "S") else opening
    phrase = noun_phrase(mention.read, spot, coordinated=False)
    if spot > opening and not mention.read.has(opening, "function.comparison"):
        return False
    if not phrase.heads or phrase.end > before or _is_time(mention, phrase.heads[0]):
        return False
    if any(tag in "VXM" for tag in mention.tags[phrase.end : before]):
        return False  # "China cheats, China steals"
    kinds = mention.holds(range(spot, before), "words.state-kind")
    return kinds or not _is_vocative(mention, spot, phrase.heads[-1], phrase.end)


def _is_one_of_several(mention: MentionContext, before: int) -> bool:
    """Whether what opens the sentence counts it: "Alone among the big buyers, China"."""
    first = mention.read.skip(0, 'R"C')
    opens = mention.holds({0, min(first, before - 1)}, "words.one-of-several")
    return opens and any(
        mention.has(at, "words.state-kind") and not is_name(mention, at) for at in range(before)
    )


def _is_vocative(mention: MentionContext, start: int, head: int, end: int) -> bool:
    """A call to listeners: "Minister, China has", "My friends, China has", "Look, China"."""
    if mention.read.tag(end) != ",":
        return False
    person = bool(
        {"nouns.person", "nouns.kin", "nouns.leader"} & mention.tokens[head].word.nominal
    )
    article = mention.read.has(start, "function.article-indefinite") or mention.read.has(
        start, "function.article-definite"
    )
    return not article and (person or mention.has(head, "words.calls"))


def _is_time(mention: MentionContext, at: int) -> bool:
    return mention.read.has(at, "function.time")
