"""English: from a mention to its slot, with all governors of the slot.

The first test that fits decides, from the surest to the least sure: a fixed name, a compound, a
possessive, an adjective before its noun; then, for a noun of its own (`noun_slots`), what stands to
the left (preposition, verb); then the predicate to the right, with apposition, brackets, relative
and reporting clauses passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar import mentions
from lintwords.grammar.en.clauses import cleft_verbs
from lintwords.grammar.en.governors import complement_at, governor_at
from lintwords.grammar.en.left_open import deed_behind, is_broken
from lintwords.grammar.en.lists import is_capital, is_listed_left, is_listed_right
from lintwords.grammar.en.moods import ordered
from lintwords.grammar.en.noun_slots import decide_noun
from lintwords.grammar.en.objects import is_a_people_at_work, is_seen_acting
from lintwords.grammar.en.phrases import classes_of, noun_phrase
from lintwords.grammar.en.tags import tagged
from lintwords.grammar.en.weight import weigh
from lintwords.grammar.model import Slot
from lintwords.grammar.phrases import NounPhrase
from lintwords.grammar.tagged import Tagged
from lintwords.model import Span
from lintwords.text.sentences import Sentence

# "who", "whose", "whom", "that", but not "what" and "how": "ask the Chinese what they knew"
_WHO = frozenset(("function.pronoun-subject", "function.pronoun-object", "function.possessive"))


def slots(sentence: Sentence) -> list[Slot]:
    """A slot for each mention of `sentence`, in order; found once."""
    return mentions.slots(sentence, tagged, _decide, weigh)


def _decide(read: Tagged, slot: Slot, at: int) -> None:
    if _in_longer_name(read, at):
        slot.kind = "fixed"
    elif read.is_quotation_mark(at - 1) and read.is_quotation_mark(at + 1):
        slot.kind = "named"  # the word "China"
        if _opens_clause(read, at - 1) and read.tag(at + 2) in ("V", "X"):
            slot.kind = "bare"
            decide_noun(read, slot, at - 1, at + 2)
    elif _is_in_brackets(read, at) and _opens_clause(read, at - 1):
        decide_noun(read, slot, at - 1, at + 2)
    elif read.tag(at + 1) == "-" or read.tag(at - 1) == "-":
        _compound(read, slot, at)
    elif read.tag(at + 1) == "'":
        _possessive(read, slot, at)
    elif read.tags[at] == "K":
        _adjective(read, slot, at)
    elif _modifies(read, at) or _is_counted(read, at):
        _open_compound(read, slot, at)
    elif _is_tag(read, at):
        slot.kind, slot.governors = "tag", ordered(read, at)
    elif read.has(at - 1, "adjectives.part-of-land"):
        slot.kind = "named"  # "eastern China"
    else:
        decide_noun(read, slot, *_extent(read, at))


def _opens_clause(read: Tagged, at: int) -> bool:
    """Whether nothing but a time or what joins clauses stands before `at`: "In May “China” jailed".

    Not "the word “China” means", "the crew (China) won".
    """
    before = read.back(at)
    return before < 0 or read.tags[before] in ",CS:" or read.has(before, "function.time")


def _is_in_brackets(read: Tagged, at: int) -> bool:
    """"In May (China) jailed": the name alone, and a verb behind it."""
    is_alone = read.tag(at - 1) == "(" and read.tag(at + 1) == ")"
    return is_alone and read.tag(at + 2) in ("V", "X")


def _in_longer_name(read: Tagged, at: int) -> bool:
    """Capitals beside the mention make a name of it: "China Daily", "Bank of China"."""
    if read.title_case:
        return False
    following = read.tokens[at + 1] if at + 1 < len(read.tokens) else None
    if following and read.tags[at + 1] in "NJVG" and is_capital(following):
        organ = {"nouns.organ", "nouns.leader", "nouns.forces"} & following.classes
        return not organ and following.end - following.start > 1
    if read.has(at - 1, "function.of") and at >= 2:
        before = read.tokens[at - 2]
        opens = at - 2 == 0 or read.tags[at - 3] in '."'
        organ = {"nouns.organ", "nouns.leader"} & before.classes
        return is_capital(before) and not opens and not organ
    return False


def _compound(read: Tagged, slot: Slot, at: int) -> None:
    slot.kind = "compound"
    spot = at
    while read.tag(spot + 1) == "-" and spot + 2 < len(read.tokens):
        spot += 2
    is_participle = read.tags[spot] in ("E", "V", "G") or (
        read.tags[spot] == "J" and "verbs:participle" in read.tokens[spot].word.forms
    )
    participle = spot if is_participle and spot > at else -1
    phrase = _named(read, spot) if participle < 0 else noun_phrase(
        read, spot + 1, coordinated=False
    )
    if phrase.heads:
        _head(read, slot, phrase.heads[0])
    if participle >= 0:
        verb = governor_at(read, participle, after=phrase.end)
        verb.classes |= read.tokens[participle].word.verbal
        verb.object = classes_of(read, phrase.heads)
        slot.governors = [verb]
    elif phrase.heads:
        slot.governors = [governor_at(read, phrase.heads[0], after=phrase.end)]


def _named(read: Tagged, last: int) -> NounPhrase:
    """What a pair of names stands before, also in quotation marks: US-China "dialogue"."""
    if read.is_quotation_mark(last + 1):
        phrase = noun_phrase(read, last + 2, coordinated=False)
        if phrase.heads and read.is_quotation_mark(phrase.end):
            return phrase
    return noun_phrase(read, last, coordinated=False)


def _possessive(read: Tagged, slot: Slot, at: int) -> None:
    slot.kind = "possessive"
    slot.listed = is_listed_left(read, at) or is_listed_right(read, at + 1)
    phrase = noun_phrase(read, read.skip(at + 2))
    heads = phrase.heads
    if max(phrase.owner, phrase.organ) >= 0:
        heads = [min(at for at in (phrase.owner, phrase.organ) if at >= 0)]
    if not heads and read.tag(read.skip(at + 2)) in ("G", "E", "V", "B"):
        heads = [read.skip(at + 2)]
        phrase.end = heads[0] + 1
    if heads:
        _head(read, slot, heads[0])
        _noun_governors(read, slot, heads, phrase.end)


def _adjective(read: Tagged, slot: Slot, at: int) -> None:
    spot = at + 1
    if read.tag(spot) == "C" and _shares_its_noun(read, spot + 1):
        slot.listed = True
        spot += 2
    phrase = noun_phrase(read, spot)
    slot.listed = slot.listed or (
        read.tag(at - 1) == "C" and read.tag(at - 2) in ("J", "K", ",")
    )
    is_noun = slot.name == "group" or _is_before_particle(read, at) or (
        is_seen_acting(read, spot) or is_a_people_at_work(read, spot)
    )
    if _is_head(read, phrase.heads) and read.tag(spot) != "D" and not is_noun:
        slot.kind = "adjective"
        inner = [at for at in (phrase.owner, phrase.organ) if at >= 0]
        heads = [min(inner)] if inner else phrase.heads
        _head(read, slot, heads[0])
        _noun_governors(read, slot, heads, phrase.end)
        return
    article = read.back(at, "")
    if article >= 0 and read.has(article, "function.article-definite"):
        slot.name = "group"
        slot.span = Span(read.tokens[article].start, read.tokens[at].end)
        some = read.tag(at + 1) == "W" and not _WHO.isdisjoint(read.tokens[at + 1].classes)
        if some and (cleft := cleft_verbs(read, read.back(article), at + 1)):
            slot.kind, slot.governors = "subject", cleft  # "it is the Chinese who jailed him"
            return
        if some or is_a_people_at_work(read, at + 1):
            slot.kind = "named"  # "the Chinese who protested": some people
            return
        decide_noun(read, slot, article, at + 1)


def _is_before_particle(read: Tagged, at: int) -> bool:
    """"hold the Chinese back": what follows belongs to the verb, and is no noun."""
    verb = read.back(at - 1)
    apart = read.tag(at + 2) in ("", ".", ",", ":", "C", "P", "T", "=")
    return (
        read.has(at - 1, "function.article-definite") and read.has(at + 1, "function.particle")
        and apart and verb >= 0 and read.tags[verb] in "VBEG"
    )


def _shares_its_noun(read: Tagged, at: int) -> bool:
    """"the Chinese and the Russian governments"; but not "the Chinese and the Russians"."""
    tag = read.tag
    return tag(at) in ("J", "K") or (tag(at) == "D" and tag(at + 1) in ("J", "K"))


def _is_head(read: Tagged, heads: Sequence[int]) -> bool:
    """Whether these can be what an adjective modifies: no pronoun, no "last week"."""
    if not heads or read.tags[heads[0]] == "O":
        return False
    return "function.time" not in read.tokens[heads[0]].classes


def _modifies(read: Tagged, at: int) -> bool:
    """Straight before a noun of the same phrase: "China policy"."""
    if read.tag(at + 1) not in ("N", "J", "G"):
        return False
    if read.tag(at + 1) == "J" and not noun_phrase(read, at + 1).heads:
        return False
    if read.tag(at + 1) == "G":
        return False
    heads = noun_phrase(read, at + 1, coordinated=False).heads
    if any("function.time" in read.tokens[head].classes for head in heads):
        return False  # "China last summer"
    left = read.back(at)
    if left < 0:
        return True
    if read.has(left, "function.by") and read.tokens[at + 1].word.verbal:
        return False  # "theft by China range from"
    if read.tags[left] in "VBEG":
        gives = "verbs.ditransitive" in read.tokens[left].classes
        return not gives and read.tag(at + 1) != "J"  # "gives China access"
    return True


def _is_counted(read: Tagged, at: int) -> bool:
    """"two more China questions": what is counted is the noun, also where it may be a verb."""
    counts = read.tag(at - 1) == "#" or read.has(at - 1, "words.counts-more")
    noun = at + 1 < read.count and "nouns:plural" in read.tokens[at + 1].word.forms
    return counts and noun and read.tags[at + 1] == "V"


def _open_compound(read: Tagged, slot: Slot, at: int) -> None:
    slot.kind = "compound"
    phrase = noun_phrase(read, at + 1, coordinated=False)
    if phrase.heads:
        _head(read, slot, phrase.heads[0])
        slot.governors = [governor_at(read, phrase.heads[0], after=phrase.end)]


def _is_tag(read: Tagged, at: int) -> bool:
    """A label at the start: "China: mosques shuttered", "China – three arrested"."""
    start = read.back(at, '"(R')
    following = read.tokens[at + 1].low if at + 1 < len(read.tokens) else ""
    if start >= 0 and read.tags[start] not in ":=":
        return False
    if deed_behind(read.tokens, at + 1, read.tags.__getitem__):
        return False
    if following == "|":
        return not is_broken(read, at + 1)
    if following == ":":
        return not _is_told(read, at + 2)
    if following == ",":
        return _is_dateline(read, at + 2)
    if start >= 0 and read.tags[start] == "=":
        return False  # "They — China — have"
    is_dash = following != "" and following in "–—-"
    return is_dash and not read.closing(at + 1, "=") and not _goes_on(read, at + 2)


def _goes_on(read: Tagged, at: int) -> bool:
    """Whether what stands behind a dash says what the country did, and is no headline of its own.

    "China – has jailed", "China – jailed five lawyers"; but "China – jailed lawyers on trial".
    """
    if read.tag(at) == "X":
        return True
    return read.tag(at) in ("V", "E") and read.tag(at + 1) in ("D", "#", "S")


def _is_told(read: Tagged, at: int) -> bool:
    """"China : jailed five lawyers": a deed with its object, and no order ("China: free them")."""
    forms = read.tokens[at].word.forms if at < len(read.tokens) else frozenset()
    return "verbs:base" not in forms and "verbs:past" in forms and _goes_on(read, at)


def _is_dateline(read: Tagged, at: int) -> bool:
    """"BEIJING, June 4 —": a date and a dash."""
    spot = at
    while read.tag(spot) in ("N", "#", ",", "(", ")") and spot < at + 8:
        spot += 1
    dated = any("function.time" in token.classes for token in read.tokens[at:spot])
    return dated and read.tag(spot) == "="


def _extent(read: Tagged, at: int) -> tuple[int, int]:
    """The noun phrase around a mention: articles, adjectives, "today's"."""
    start = at
    while start > 0 and read.tags[start - 1] in "DJ#":
        start -= 1
    if start >= 2 and read.tags[start - 1] == "'" and read.tags[start - 2] in "NO":
        start -= 2
    return start, at + 1


def _noun_governors(read: Tagged, slot: Slot, heads: Sequence[int], end: int) -> None:
    for head in heads:
        governor = governor_at(read, head, after=end)
        said = read.has(end, "function.be") and read.tag(end + 1) == "T"
        governor.complement = complement_at(read, end + said)  # "China's answer is to jail"
        slot.governors.append(governor)


def _head(read: Tagged, slot: Slot, at: int) -> None:
    slot.head = read.tokens[at].low
    slot.head_classes = classes_of(read, [at])
