"""English: a mention after its verb: an object, and what the object does; and what stands so.

Also the mention that ends its sentence ("the culprit is China"), the speaker whose verb stands
before ("said China"), and the noun that a relative clause is about.
"""

from __future__ import annotations

from lintwords.grammar.en.chains import chain_of
from lintwords.grammar.en.governors import complement_at, governor_at
from lintwords.grammar.en.moods import is_negated_before
from lintwords.grammar.en.phrases import classes_of, noun_phrase
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.model import NOTHING, Governor, Slot
from lintwords.grammar.tagged import Tagged


def is_object(read: Tagged, left: int, end: int, predicates: list[Governor]) -> bool:
    """Whether the mention belongs to the verb at `left`, and not to one after it."""
    classes = read.tokens[left].classes
    if not predicates:
        return True
    first = read.tags[predicates[0].at]
    follows = predicates[0].at == read.skip(end)  # "orders leave China, and owners slip"
    if first in "BG" and follows and "verbs.perceive" in classes:
        return False
    if first == "B" and "verbs.mandative" in classes:
        return False  # "demand China release"
    spot = read.skip(end)
    opens = read.tags[left] == "G" and _opens_clause(read, left)  # "Condemning China is easy"
    if opens and classes & {"verbs.blame", "verbs.reproach", "verbs.punish", "verbs.favour"}:
        return True
    if read.tag_or_stop(spot) in "VXM" and (
        classes & {"verbs.clause", "verbs.speech", "verbs.mind", "voices.report"}
    ):
        return False
    return opens or read.tag_or_stop(spot) not in "VXM" or _relative_verb(read, left)


def is_seen_acting(read: Tagged, at: int) -> bool:
    """Whether a people stands before what it is seen to do, at `at`.

    "sees the Chinese taking the lead".
    """
    article = at - 2
    verb = read.back(article)
    return at < read.count and (
        read.has(article, "function.article-definite")
        and read.tag(verb) in ("V", "B", "E", "G", "X") and read.has(verb, "verbs.sees-acting")
        and "verbs:ing" in read.tokens[at].word.forms
        and read.tag(at + 1) in (("D", "K", "O", "Z") if read.tags[at] == "N" else tuple("DPKOZT"))
    )


def is_a_people_at_work(read: Tagged, at: int) -> bool:
    """Whether people do at `at` what they do for themselves.

    "the Chinese trying to organise themselves".

    The pronoun belongs to a verb: "the Chinese jailing the monks themselves" is another thing.
    """
    if not read.has(at - 2, "function.article-definite") or read.tag(at - 3) in ("", ",", "."):
        return False
    if at >= read.count or "verbs:ing" not in read.tokens[at].word.forms:
        return False
    for spot in range(at + 1, read.count):
        if read.tags[spot] in ",:=.SW":
            return False
        if read.has(spot, "function.reflexive"):
            return read.tags[spot - 1] in "VBG"
    return False


def _opens_clause(read: Tagged, at: int) -> bool:
    before = read.back(at, 'R"')
    return before < 0 or read.tags[before] in ",:=S(."


def _relative_verb(read: Tagged, left: int) -> bool:
    return any(tag == "W" for tag in read.tags[max(left - 4, 0) : left])


def is_told(read: Tagged, left: int, end: int) -> bool:
    """Whether the word at `left`, which could be a noun, opens its clause as a verb.

    "For the wreckage, blame China."
    """
    if left < 0 or read.tags[left] != "N" or read.tag_or_stop(end) not in ".,:=":
        return False
    word = read.tokens[left].word
    opens = left == 0 or read.tags[left - 1] in ",:=.("
    return opens and "verbs:base" in word.forms and "verbs.reproach" in word.verbal


def verb_at(read: Tagged, at: int, end: int) -> Governor:
    """The governor of a verb that is tagged as a noun."""
    found = governor_at(read, at, after=end)
    word = read.tokens[at].word
    found.lemma, found.classes = word.lemma_in("verbs"), word.verbal
    found.complement = complement_at(read, end)
    return found


def inner_verbs(read: Tagged, verb: int, end: int) -> list[Governor]:
    """What the object of a verb does itself, as governors.

    "see China crush", "expect China to free".
    """
    spot = read.skip(end)
    classes = read.tokens[verb].word.verbal
    bare = "verbs.bare-infinitive" in classes and read.tag_or_stop(spot) in "BG"
    if not bare and (read.tag_or_stop(spot) != "T" or "verbs.has-in-mind" not in classes):
        return []
    group = verb_group(read, spot + (not bare))
    found = chain_of(read, group, group.negated) if group else []
    for governor in found:
        governor.role = governor.role or "subject"
        governor.negated = governor.negated or is_negated_before(read, verb)
    return found


def said_of_subject(read: Tagged, slot: Slot, left: int, end: int) -> bool:
    """Give the slot what the subject is said to be; false if it is not that.

    "the culprit is China".
    """
    if left < 1 or read.tags[left] != "X" or read.tag_or_stop(end) not in '.,:=SC"()':
        return False
    start = left
    while start > 0 and read.tags[start - 1] not in ",:.=SWC":
        start -= 1
    heads = noun_phrase(read, read.skip(start)).heads
    if not read.has(left, "function.be") or not heads or read.tags[heads[0]] != "N":
        return False
    verb = governor_at(read, left, after=end)
    verb.object = classes_of(read, heads)
    verb.negated = "!" in read.tags[heads[-1]:end]
    slot.kind, slot.governors = "predicate", [verb]
    return True


def is_speaker(read: Tagged, left: int, end: int) -> bool:
    """Inverted after speech: ", said Beijing,"."""
    if left < 1 or read.tags[left] != "V" or read.tag_or_stop(end) not in ',.:="(':
        return False
    classes = read.tokens[left].word.verbal
    if "verbs.clause" not in classes or not classes & {"verbs.speech", "voices.report"}:
        return False
    if classes & {"verbs.blame", "verbs.demand"}:
        return False
    return read.tags[left - 1] in ',"'


def with_antecedent(read: Tagged, verb: Governor, left: int, start: int) -> None:
    """Give a verb of a relative clause what it acts on as its object.

    "sanctions that China imposed", "sanctions China imposed".
    """
    noun = left
    relative = left >= 0 and read.tags[left] == "W"
    if relative or read.has(left, "function.relative"):
        noun = read.back(left, 'R",')
    elif left != start - 1:
        return
    if noun >= 0 and read.tags[noun] == "N" and (relative or verb.object == NOTHING):
        if "function.time" not in read.tokens[noun].classes:
            verb.object = classes_of(read, [noun]) | (verb.object - NOTHING)
    elif left >= 0 and read.has(left, "function.determiner") and verb.object == NOTHING:
        verb.object = frozenset({"any"})  # "what China has done"
