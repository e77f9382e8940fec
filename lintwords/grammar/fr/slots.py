"""French: from a mention to its slot, with all governors of the slot.

The first test that fits decides, from the surest to the least sure: a fixed name, a compound, a
tag, an adjective beside its noun; then what stands to the left (preposition, verb, relative); then
the predicate to the right, with incises, apposition and relative clauses passed over.
"""

from __future__ import annotations

from lintwords.grammar import mentions
from lintwords.grammar.fr.adjectives import described_noun
from lintwords.grammar.fr.clauses import (
    chain_of,
    fronted_verbs,
    plural_verb_at,
    predicates_after,
    shows_plural,
)
from lintwords.grammar.fr.country_meant import is_a_people_at_work
from lintwords.grammar.fr.governors import complement_at, governor_at
from lintwords.grammar.fr.inversion import is_inverted, is_taken_up, with_antecedent
from lintwords.grammar.fr.lists import list_end, list_start
from lintwords.grammar.fr.moods import is_asked_for, is_conditional, is_denied
from lintwords.grammar.fr.objects import as_object, is_object, said_of_subject
from lintwords.grammar.fr.phrases import classes_of, holds_article
from lintwords.grammar.fr.prepositions import prepositional, verb_of_object
from lintwords.grammar.fr.tags import tagged
from lintwords.grammar.fr.verbgroups import verb_group
from lintwords.grammar.fr.weight import weigh
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import Tagged
from lintwords.model import Span
from lintwords.text.sentences import Sentence

_OBLIGATION = "function.obligation"
_REPORT = 16  # tokens of a clause that breaks a quotation: "a-t-il dit mardi à la presse"


def slots(sentence: Sentence) -> list[Slot]:
    """A slot for each mention of `sentence`, in order; found once."""
    return mentions.slots(sentence, tagged, _decide, weigh)


def _decide(read: Tagged, slot: Slot, at: int) -> None:
    if read.tag(at + 1) == "-" or read.tag(at - 1) == "-":
        _compound(read, slot, at)
    elif _is_quoted_alone(read, at):
        slot.kind = "named"  # the word « Chine », « les Chinois »
    elif read.tags[at] == "K":
        _adjective(read, slot, at)
    elif _is_in_brackets(read, at):
        _noun(read, slot, _start(read, at) - 1, at + 2)
    elif _is_tag(read, at):
        slot.kind = "tag"
        slot.governors = _ordered(read, at)
    elif _is_origin(read, at) or _is_unlike(read, at):
        slot.kind = "named"  # "de Chine", "la Chine septentrionale", "contrairement à la Chine"
    else:
        _noun(read, slot, _start(read, at), at + 1)


def _is_quoted_alone(read: Tagged, at: int) -> bool:
    """The name by itself in quotation marks, an article with it or not."""
    first = at
    while first > 0 and read.tags[first - 1] == "D":
        first -= 1
    if not (read.is_quotation_mark(first - 1) and read.is_quotation_mark(at + 1)):
        return False
    return read.tag(read.skip(at + 1, '"')) not in ("V", "X", "M") and not _goes_on(read, at + 2)


def _is_in_brackets(read: Tagged, at: int) -> bool:
    """Whether the name alone is in brackets before its verb: "En mai (la Chine) a emprisonné"."""
    opening = _start(read, at) - 1
    if read.tag(opening) != "(" or read.tag(at + 1) != ")":
        return False
    before = read.back(opening)
    opens = before < 0 or read.tags[before] in ",CS:" or read.has(before, "function.time")
    return opens and read.tag(read.skip(at + 2, 'R!Q"')) in ("V", "X", "M")


def _goes_on(read: Tagged, at: int) -> bool:
    """Whether a verb opens the next quotation, past a clause: "« La Chine », a-t-il dit, « a"."""
    if read.tag(at) != ",":
        return False
    for spot in range(at + 1, min(at + _REPORT, read.count)):
        if read.tags[spot] in ":=;" or (read.tag(spot) == "." and read.tag(spot + 1) != '"'):
            return False
        if read.is_quotation_mark(spot):
            return read.tag(read.skip(spot + 1)) in ("V", "X", "M", "Q", "!")
    return False


def _is_origin(read: Tagged, at: int) -> bool:
    """After *de* without article, or a part of the land."""
    if read.has(at + 1, "adjectives.part-of-land") or read.has(at + 1, "adjectives.old"):
        return True
    if read.tokens[at].name != "country":
        return False
    return read.has(at - 1, "function.of") and not holds_article(read, at - 1)


def _is_unlike(read: Tagged, at: int) -> bool:
    """"Contrairement à la Chine, l'Iran": what is said is another's; not of "la Chine, qui"."""
    after = read.skip(at + 1, 'R",')
    return read.has(_start(read, at) - 1, "function.unlike") and read.tag(after) != "W"


def _start(read: Tagged, at: int) -> int:
    """Where the noun phrase of the mention begins: articles, adjectives before it."""
    start = at
    while start > 0 and read.tags[start - 1] in "DJ":
        start -= 1
    return start


def _compound(read: Tagged, slot: Slot, at: int) -> None:
    """Find what a compound describes: "sino-américain", "UE-Chine", "pro-Pékin"."""
    slot.kind = "compound"
    first = last = at
    while read.tag(first - 1) == "-" and first >= 2:
        first -= 2
    while read.tag(last + 1) == "-" and last + 2 < len(read.tokens):
        last += 2
    if read.tag(last) == "O" or read.has(last, "function.euphonic"):
        _noun(read, slot, _start(read, at), at + 1)  # "la Chine-t-elle"
        return
    noun = read.back(first, 'JER"')
    if noun >= 0 and read.tags[noun] == "N":
        _head(read, slot, noun)
        slot.governors = [governor_at(read, noun, after=last + 1)]


def _is_tag(read: Tagged, at: int) -> bool:
    """A label at the start: "Chine : trois avocates condamnées", "CHINE – …", "Chine. …"."""
    start = read.back(at, '"(RC')
    if start >= 0 and read.tags[start] not in ":=.":
        return False
    spot = at + 1
    if read.tag(spot) == "(":
        close = read.closing(spot, ")")
        spot = close + 1 if close else spot
    if spot >= len(read.tokens):
        return False
    following = read.tokens[spot].low
    if read.tags[spot] == ":" or following == "/":
        return True
    if start >= 0 and read.tags[start] == "=":
        return False
    if read.tags[spot] == ".":
        return spot + 1 < len(read.tokens)
    return read.tags[spot] == "=" and not read.closing(spot, "=")


def _ordered(read: Tagged, at: int) -> list[Governor]:
    """The order after a mark, a verb in the plural of address: "Chine : libérez le libraire"."""
    verb = at + 2
    if read.tag(at + 1) not in (":", "=") or read.tag(verb) != "V":
        return []
    order = governor_at(read, verb)
    orders = not {"verbs.free", "verbs.stop", "verbs.cease"}.isdisjoint(order.classes)
    return [order] if orders and "verbs:you" in read.tokens[verb].word.forms else []


def _adjective(read: Tagged, slot: Slot, at: int) -> None:
    if _is_people(read, at):
        _group(read, slot, at)
        return
    head = described_noun(read, at)
    if head < 0:
        be = read.back(at)
        if be >= 0 and read.tags[be] == "X":
            slot.kind, slot.governors = "predicate", [governor_at(read, be, after=at + 1)]
        else:
            slot.kind = "named"  # the language, a dish, a person
        return
    slot.kind = "adjective"
    slot.listed = (read.tag(at - 1) == "C" and read.tag(at - 2) in ("J", "K")) or (
        read.tag(at + 1) == "C" and read.tag(at + 2) in ("J", "K")
    )
    _head(read, slot, head)
    after = at + 1
    while read.tag(after) in ("J", "E", "K") or (
        read.tag(after) == "C" and read.tag(after + 1) in ("J", "K")
    ):
        after += 1
    governor = governor_at(read, head, after=after)
    governor.complement = complement_at(read, after)
    slot.governors = [governor]
    verb = verb_of_object(read, head)
    if verb >= 0:
        outer = governor_at(read, verb, after=after)
        outer.object, outer.outer = slot.head_classes, True
        slot.governors.append(outer)


def _is_people(read: Tagged, at: int) -> bool:
    """Whether it is a people, with an article and no noun: "les Chinois"."""
    token = read.tokens[at]
    article = at - 1
    while article > 0 and read.tags[article] in "J#":
        article -= 1
    determined = read.tag(article) == "D" or holds_article(read, article)
    capital = token.text[:1].isupper() and not token.text.isupper()
    if capital and not read.title_case:
        return True
    if not determined or described_noun(read, at) >= 0:
        return False
    return token.low.endswith("s") and read.tag(at + 1) in ("V", "X", "M", "Q", "!")


def _group(read: Tagged, slot: Slot, at: int) -> None:
    """The people as a whole: "les Chinois"; others, "des Chinois", are some people."""
    article = at - 1
    definite = read.has(article, "function.article-definite") or holds_article(read, article)
    plural = read.tokens[at].low.endswith("s") and not _is_one(read, article)
    slot.name = "group"
    if not definite or not plural:
        slot.kind = "named"
        return
    start = article if read.tags[article] == "D" else at
    slot.span = Span(read.tokens[start].start, read.tokens[at].end)
    follows = read.tag(at + 1)
    if follows == "W" and read.has(at + 1, "function.relative-subject") and not (
        _is_presented(read, read.back(start))
    ):
        slot.kind = "named"  # "les Chinois qui ont protesté"
    elif _from_elsewhere(read, at + 1) or (follows in ("E", "J") and not _acts(read, at + 1)):
        slot.kind = "named"  # "les Chinois de France", "les Chinois installés à"
    elif is_a_people_at_work(read, at + 1):
        slot.kind = "named"
    else:
        _noun(read, slot, start, at + 1)


def _is_presented(read: Tagged, at: int) -> bool:
    """Whether the verb at `at` presents who did it: "ce sont les Chinois qui ont"."""
    return read.has(at, "function.be") and read.has(read.back(at), "function.anticipatory")


def _from_elsewhere(read: Tagged, at: int) -> bool:
    """Whether words tell some of a people from the others: "de France", "de la diaspora"."""
    if not read.has(at, "function.of"):
        return False
    noun = read.skip(at + 1, 'DJ"')
    token = read.tokens[noun] if noun < len(read.tokens) else None
    return token is not None and (
        token.text[:1].isupper() or "nouns.person" in token.classes
    )


def _acts(read: Tagged, at: int) -> bool:
    """Whether a participle tells what is done to the whole people in a headline."""
    return "verbs.reproach" in read.tokens[at].word.verbal


def _is_one(read: Tagged, article: int) -> bool:
    """Whether the article is that of one person: "le Chinois", "du Chinois"."""
    if article < 0:
        return False
    last = read.tokens[article].low.rpartition(" ")[2]
    return not last.endswith(("s", "x"))


def _noun(read: Tagged, slot: Slot, start: int, end: int) -> None:
    """Subject, object, agent or after a preposition: decide by left, then by right."""
    start, left_listed = list_start(read, start)
    end, right_listed = list_end(read, end)
    slot.listed = left_listed or right_listed
    _place(read, slot, start, end)
    if left_listed and read.has(start, "function.negator"):
        for governor in slot.governors:
            governor.negated = True  # "ni le Laos ni la Chine n'ont signé"


def _place(read: Tagged, slot: Slot, start: int, end: int) -> None:
    """Decide for the whole list or name that stands in [start, end)."""
    left = read.back(start)
    if left >= 0 and read.has(left, "function.like") and not read.has(left, "function.of"):
        slot.listed = True
        if _example_of(read, slot, left, end):
            return
    slot.asked = slot.asked or is_conditional(read, left) or is_denied(read, left)
    if left >= 0 and read.tags[left] == "P":
        if _for_its_part(read, slot, left, end):
            return
        prepositional(read, slot, left, end)
        return
    if is_inverted(read, slot, left, end):
        return
    fronted = fronted_verbs(read, start)
    is_one = not slot.listed and slot.name != "group"
    others_act = is_one and plural_verb_at(read, end)  # "les limites visant la Chine devront"
    is_acted_on = others_act or (is_object(read, left, end) and not is_taken_up(read, end))
    if left >= 0 and read.tags[left] in "VBEG" and is_acted_on:
        as_object(read, slot, left, end)
        return
    predicates = predicates_after(read, end, slot)
    if not predicates and _closes_an_aside(read, start, end):
        predicates = predicates_after(read, end + 1, slot)
    if predicates:
        if is_one and shows_plural(read, end, predicates[0].at):
            slot.listed = True  # "d'autres pays, dont la Chine, refusent"
        if is_asked_for(read, left):
            predicates[0].classes |= {_OBLIGATION}
        with_antecedent(read, predicates[0], left)
        slot.governors = [*predicates, *fronted]
        if slot.kind == "bare":
            slot.kind = predicates[0].role or "subject"
    elif left >= 0 and read.tags[left] == "X" and not read.question:
        said_of_subject(read, slot, left, end)
    elif left >= 0 and read.tags[left] in "VBEG":
        as_object(read, slot, left, end)
    elif fronted:
        slot.kind, slot.governors = "passive", fronted


def _closes_an_aside(read: Tagged, start: int, end: int) -> bool:
    """Whether a comma closes an aside: "les deux puissances, la Chine et le Laos, ont"."""
    opened = "," in read.tags[max(start - 3, 0) : start]
    return opened and read.tag(end) == "," and (
        read.tag(read.skip(end + 1)) in ("V", "X", "M", "Q", "!")
    )


def _for_its_part(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """Whether it is the topic, and so was made the subject: "Quant à la Chine, elle refuse"."""
    if not read.has(at, "function.topic") or read.tag(end) != ",":
        return False
    after = read.skip(end + 1)
    if not read.has(after, "function.back-reference"):
        return False
    group = verb_group(read, after + 1)
    if group is None:
        return False
    slot.kind, slot.governors = "subject", chain_of(read, group, group.negated)
    return True


def _example_of(read: Tagged, slot: Slot, at: int, end: int) -> bool:
    """Whether it took the slot of the noun before: "des pays comme la Chine emprisonnent"."""
    head = read.back(at, 'R",JE')
    if head < 0 or read.tags[head] != "N":
        return False
    start = head
    while start > 0 and read.tags[start - 1] in "DJ#":
        start -= 1
    _place(read, slot, start, end)
    slot.listed = True
    return slot.kind != "bare"


def _head(read: Tagged, slot: Slot, at: int) -> None:
    slot.head = read.tokens[at].low
    slot.head_classes = classes_of(read, [at])
