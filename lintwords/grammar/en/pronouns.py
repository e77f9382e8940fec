"""English: doubts about the pronouns after a mention, which would point at another thing."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from lintwords.grammar.en.agreement import is_plural_form, singular_forms
from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.verbgroups import verb_group
from lintwords.grammar.model import SUBJECT, Rewrite
from lintwords.grammar.tagged import REACH

# verbs of what a country or a state does or undergoes, whoever governs it
_OF_THE_LAND = ("verbs.economy", "verbs.change", "verbs.befall", "verbs.party", "verbs.treaty-act")

_OWN = ("words.of-a-country", "words.also-of-a-country")
_POSSESSIVE = "DK"  # letters of "her" before a noun
_PERSONS = frozenset(("nouns.person", "nouns.kin", "nouns.leader", "nouns.near-one"))
_KIN = frozenset(("nouns.kin", "nouns.near-one"))
# nouns that say what a government does: "its economic coercion"
_DEEDS = frozenset((
    "nouns.abuse", "nouns.policy", "nouns.measure", "nouns.penalty", "nouns.state-act",
))  # fmt: skip
_COPULAS = ("verbs.copula", "function.be")
_WITH_PRONOUNS = (*SUBJECT, "object", "possessive", "agent", "prep")
_ITS = "it"  # and "its"
_FACED = 3  # words before "it faces" that say what it faces


def is_out_of_number(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A wording with words about it that keep another number.

    A plural: "authorities plan … its", "… and has", "authorities, which plans", "authorities as a
    sponsor"; and a singular where a people stood: "the government knows that their".
    """
    plural = is_plural(asked, rewrite)
    if asked.slot.name == "group":
        return not plural and (_stays_plural(asked) or _is_theirs_before(asked))
    if not plural:
        return is_described_in_plural(asked)
    if not _was_singular(asked):
        return False
    return (
        is_pointed_at(asked, rewrite) or _is_owned_before(asked) or _goes_on(asked, rewrite)
        or _is_described_in_singular(asked) or _is_one_thing(asked) or _keeps_its_verb(asked)
        or _is_it_before(asked)
    )


def _stays_plural(asked: MentionContext) -> bool:
    """"The Chinese know that their", with no other plural between that it could belong to."""
    for at in asked.after:
        classes = asked.tokens[at].classes
        if "function.back-reference" in classes and asked.tokens[at].low.startswith("th"):
            return True
        if asked.tags[at] == "N" and "nouns:plural" in asked.tokens[at].word.forms:
            return False
    return False


def _is_theirs_before(asked: MentionContext) -> bool:
    """"With their new law the Chinese have": what is theirs, and of no other plural."""
    for at in range(asked.slot.token):
        if asked.read.has(at, "function.back-reference") and asked.tokens[at].low.startswith("th"):
            return True
        if asked.tags[at] == "N" and "nouns:plural" in asked.tokens[at].word.forms:
            return False
    return False


def _is_described_in_singular(asked: MentionContext) -> bool:
    """"China, which, for reasons of its own, trains": a clause whose verb keeps its number."""
    opening = asked.read.skip(asked.end, ',"')
    if asked.read.tag(opening) != "W":
        return False
    singulars = singular_forms(asked.sentence.lexicon)
    for at in range(opening + 1, min(opening + REACH, len(asked.tokens))):
        token = asked.tokens[at]
        if asked.tags[at] in "XV":
            return token.low in singulars or "verbs:third" in token.word.forms
        if asked.tags[at] in ".:=M":
            return False
    return False


def is_described_in_plural(asked: MentionContext) -> bool:
    """"China, who have never signed": a clause whose verb stays a plural beside the government."""
    opening = asked.read.skip(asked.end, ',"')
    verb = asked.read.skip(opening + 1)
    who = asked.read.tag(opening) == "W" and asked.has(opening, "words.of-persons")
    if asked.slot.listed or asked.slot.name == "group" or not who:
        return False
    return asked.read.tag(verb) in ("X", "V", "B") and is_plural_form(
        asked.tokens[verb], asked.sentence.lexicon
    )


def _keeps_its_verb(asked: MentionContext) -> bool:
    """"more than China was offering": a verb that nothing changes, for the slot is no subject."""
    before = asked.slot.token - 1
    compared = asked.read.has(before, "function.than") or asked.read.has(
        before, "function.comparison"
    )
    if asked.acts or not compared or asked.read.tag(asked.end) not in ("X", "V"):
        return False
    verb = asked.tokens[asked.end]
    third = "verbs:third" in verb.word.forms
    return third or verb.low in singular_forms(asked.sentence.lexicon)


def _is_it_before(asked: MentionContext) -> bool:
    """"Though it denies this, China jails them": the pronoun stands before the name."""
    opening = asked.read.skip(0, 'C"')
    if not asked.acts or asked.read.tag(opening) != "S":
        return False
    comma = asked.slot.token - 1
    return asked.read.tag(comma) == "," and any(
        asked.read.has(at, "function.back-reference") and asked.tokens[at].low.startswith("it")
        for at in range(opening, comma)
    )


def _is_one_thing(asked: MentionContext) -> bool:
    """"China as a sponsor", "China has been a broker", "Is China a threat": one of a kind."""
    before = asked.slot.token - 1
    turned = asked.acts and asked.read.tag(before) == "X"
    if turned and asked.read.has(before, "function.be") and _opens_singular(asked, asked.end):
        return True
    likenings, clause_ends, _ = _number_signs(asked)
    nth = bisect_left(clause_ends, asked.end)
    stop = clause_ends[nth] if nth < len(clause_ends) else len(asked.tokens)
    for at in likenings[bisect_left(likenings, asked.end) : bisect_left(likenings, stop)]:
        if asked.tokens[at].low == "as" and _opens_singular(asked, at + 1):
            before = asked.read.back(at)
            return before < asked.end or asked.tags[before] in ",N"
        if asked.acts and _is_copula(asked, at) and (
            _opens_singular(asked, asked.read.skip(at + 1), definite=True)
        ):
            return any(governor.at == at for governor in asked.slot.governors)
    return False


def _is_copula(asked: MentionContext, at: int) -> bool:
    return "verbs.copula" in asked.tokens[at].classes or asked.has(at, "function.be")


def _opens_singular(asked: MentionContext, at: int, *, definite: bool = False) -> bool:
    """Whether a noun phrase of one thing opens at `at`: "a sponsor", "President of"."""
    phrase = noun_phrase(asked.read, at, coordinated=False)
    if not phrase.heads or asked.tags[phrase.heads[-1]] != "N":
        return False
    forms = asked.tokens[phrase.heads[-1]].word.forms
    article = asked.read.has(at, "function.article-indefinite") or (
        definite and asked.read.has(at, "function.article-definite")
        and "nouns:singular" in forms
    )
    named = asked.tags[at] == "N" and asked.has(at, "words.held-office")
    return article or named and "nouns:singular" in forms


def _is_owned_before(asked: MentionContext) -> bool:
    """"Guided by its own law, China has sent": the pronoun stands first."""
    return asked.acts and "its" in asked.sentence.lows and any(
        token.low == "its" for token in asked.tokens[: asked.slot.token]
    )


def _goes_on(asked: MentionContext, rewrite: Rewrite) -> bool:
    """"China has voted and, like us, has paid": a second verb that keeps its number."""
    if not asked.acts:
        return False
    changed = {change.span.start for change in rewrite.changes}
    return any(
        verb.joined_at >= asked.end and asked.tokens[verb.at].start not in changed
        for verb in _number_signs(asked).second_verbs
    )


class _SecondVerb(NamedTuple):
    """A verb in the singular that goes on after another one."""

    at: int
    joined_at: int  # the conjunction before it, or itself where the verb before stands beside that


class _NumberSigns(NamedTuple):
    """Where a sentence may tell of one thing: asked once for all its mentions."""

    likenings: list[int]  # "as" and verbs that say what something is
    clause_ends: list[int]
    second_verbs: list[_SecondVerb]


def _number_signs(asked: MentionContext) -> _NumberSigns:
    found: _NumberSigns | None = asked.sentence.notes.get("number signs")
    if found is None:
        likenings = [
            at for at, token in enumerate(asked.tokens)
            if token.low == "as" or _is_copula(asked, at)
        ] if "as" in asked.sentence.lows or asked.stands(*_COPULAS) else []  # fmt: skip
        ends = [at for at, tag in enumerate(asked.tags) if tag in ".:"]
        found = _NumberSigns(likenings, ends, _second_verbs(asked))
        asked.sentence.notes["number signs"] = found
    return found


def _second_verbs(asked: MentionContext) -> list[_SecondVerb]:
    tags = asked.tags
    if "C" not in tags:
        return []
    singulars = singular_forms(asked.sentence.lexicon)
    found: list[_SecondVerb] = []
    joined_at = -1
    for at, token in enumerate(asked.tokens):
        is_third = "verbs:third" in token.word.forms
        if at > 1 and is_third and tags[at - 1] == "C" and tags[at - 2] in "XVE":
            found.append(_SecondVerb(at, at))  # "has been and remains": also where it may be a noun
        elif joined_at >= 0 and tags[at] in ("X", "V") and (is_third or token.low in singulars):
            found.append(_SecondVerb(at, joined_at))
        if tags[at] == "C":
            joined_at = at
        elif tags[at] in "NOZKSW" and tags[at - 1] != "P":  # "and, like us, has"
            joined_at = -1
    return found


def goes_on_as_a_country(asked: MentionContext) -> bool:
    """"China jailed them. Its economy is slowing", "It is a country that": told of in the next."""
    if asked.slot.name == "group" or asked.slot.kind not in _WITH_PRONOUNS:
        return False
    after = asked.next_sentence(_ITS)
    if after is None or not after.tokens or not after.has(0, "function.back-reference"):
        return False
    if not after.tokens[0].low.startswith(_ITS):
        return False
    return _is_of_country(after, 0) or _is_of_the_land(after, 0)


def is_pointed_at(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A pronoun that would point at the wrong thing once the government stands there."""
    if not asked.stands("function.back-reference"):
        return False
    people = plural = owners = False
    grows = _grows(asked, rewrite)
    for at, token in enumerate(asked.tokens):
        classes = token.classes
        if asked.has(at, "function.back-reference"):  # also the last word of "should it"
            low = token.low.rpartition(" ")[2]
            others = owners if asked.tags[at] in _POSSESSIVE else plural
            if _points(asked, at, low, grows, people, others):
                return True
        if at != asked.slot.token and asked.tags[at] == "N":
            person = bool(_PERSONS & classes)
            people = people or person or token.text[:1].isupper()
            thing = asked.has(at, "words.owns-nothing") and not person
            several = "nouns:plural" in token.word.forms
            plural, owners = plural or several, owners or several and not thing
        people = people or asked.has(at, "words.a-woman")
        plural = plural or asked.tags[at] in "#C"
        owners = owners or asked.tags[at] in "#C" and not _joins_clauses(asked, at)
    return False


def _points(
    asked: MentionContext, at: int, low: str, grows: bool, people: bool, plural: bool
) -> bool:
    if at <= asked.slot.token:  # "as a result of its economic strength, China"
        return asked.acts and low == "its" and _is_of_country(asked, at)
    if low == "it" and _is_laid_on_it(asked, at) or asked.has(at + 1, "words.on-a-path"):
        return True
    between = asked.tags[asked.end : at]
    # "what was asked of it", "knows that others need it"
    inside = low == "it" and grows and ("W" in between or "S" in between and "N" not in between)
    if asked.acts and asked.tags[at] == "O" and asked.tags[at - 1] in "VBEGP" and (
        not inside
    ):
        return False  # "denies them": an object is not its own subject
    if asked.slot.kind == "object" and asked.tags[at] == "O" and _does_it(asked, at):
        return False
    if low.startswith("it"):
        if _is_of_the_land(asked, at) or low == "itself" and _is_anothers(asked, at):
            return True
        if grows:
            return not _is_empty(asked, at)
        return _is_of_country(asked, at)
    if low.startswith("th"):
        if plural or asked.slot.name == "group":
            return False
        return low == "they" or _is_of_country(asked, at)  # "the worst that they ever suffered"
    heads = noun_phrase(asked.read, at, coordinated=True).heads
    private = any(
        not _KIN.isdisjoint(asked.tokens[head].word.nominal)
        or asked.has(head, "words.of-one-person")
        for head in heads
    )
    owned = low == "her" and asked.tags[at] in _POSSESSIVE and bool(heads)
    return owned and asked.slot.name != "group" and not people and not private


def _joins_clauses(asked: MentionContext, at: int) -> bool:
    """"China closed the wells, and their fields": what follows a comma is no second owner."""
    return asked.tags[at] == "C" and asked.read.tag(at - 1) == "," and (
        asked.has(at + 1, "function.back-reference")
    )


def _is_anothers(asked: MentionContext, at: int) -> bool:
    """"China's operation, as it defends itself": no object of the mention's own verb."""
    if asked.acts or asked.slot.name == "group":
        return False
    return at > asked.end and asked.tags[at - 1] not in "NZO"  # "America itself"


def _is_of_country(asked: MentionContext, at: int) -> bool:
    """Whether a possessive pronoun belongs to what a country has: "her shores"."""
    heads = noun_phrase(asked.read, at, coordinated=True).heads
    if not heads and asked.has(at + 1, "words.own"):
        between = range(asked.end, at)  # "in waters that are not its own"
        return asked.holds(between, *_OWN)
    if heads and any(asked.opens(at + 1, cls) for cls in _OWN):
        return True
    if heads and _is_of_the_economy(asked, range(at + 1, heads[-1])):
        return True
    if heads and asked.has(heads[0], "words.its-people") and (
        asked.read.tag(asked.read.skip(heads[-1] + 1)) in ("V", "X", "M", "B")
    ):
        return True  # "its people had never been so free", but "betrays its people"
    return any(
        any(asked.has(head, cls) for cls in _OWN)
        or asked.has(head, "words.stands-as") and asked.has(head + 1, "words.among-nations")
        for head in heads
    )


def _is_of_the_economy(asked: MentionContext, spots: range) -> bool:
    """"its domestic chip makers", "its oil supplies": of all the country, if it is no act."""
    head = asked.tokens[spots.stop].word.nominal
    return _DEEDS.isdisjoint(head) and asked.holds(spots, "words.of-an-economy")


def _is_of_the_land(asked: MentionContext, at: int) -> bool:
    """"it will peak early", "to which it has been a party": said of no government."""
    group = verb_group(asked.read, at + 1) if asked.tags[at] == "O" else None
    if group is None:
        return False
    if any(asked.has(group.main, cls) for cls in _OF_THE_LAND):
        return True
    if group.passive and asked.has(group.main, "words.suffered-by-a-country"):
        return True
    if asked.has(group.main, "words.undergone-by-a-country"):
        return True
    before = range(max(at - _FACED, 0), at)
    if asked.has(group.main, "words.faces") and asked.holds(before, "words.faced-by-a-country"):
        return True  # "the challenges that it faces"
    taken = asked.read.skip(group.end, 'RP"')  # "it will apply for membership"
    held = asked.heads_at(taken)
    heads = asked.heads_at(asked.read.skip(group.end))
    if asked.holds(held, "words.held-by-a-state"):
        return True
    if group.copula and asked.holds(held, "words.phase-of-a-country"):
        return True  # "it is still in a transition"
    return group.copula and asked.holds(heads, "words.state-kind")


def _is_laid_on_it(asked: MentionContext, at: int) -> bool:
    """"the terms imposed upon it": they fall on the country."""
    return asked.has(at - 1, "words.falls-on") and asked.has(at - 2, "words.laid-on-a-country")


def _does_it(asked: MentionContext, at: int) -> bool:
    """Whether the mention does the verb just before: "stop China from jailing them"."""
    return asked.tags[at - 1] in "BG" and at - asked.end <= 3


def _grows(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether the wording is a plural, so that "its" no longer fits."""
    return _was_singular(asked) and is_plural(asked, rewrite)


def _was_singular(asked: MentionContext) -> bool:
    """Whether words about the mention may be in the singular; a people's name is a plural."""
    return asked.slot.kind in _WITH_PRONOUNS and asked.slot.name != "group"


def is_plural(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a wording names several: "Chinese authorities"."""
    name = next(c.text for c in rewrite.changes if c.span.end > asked.slot.span.start)
    return name.rstrip("'’").endswith("s")


def _is_empty(asked: MentionContext, at: int) -> bool:
    """"it is clear that": no pronoun for anything."""
    spots = range(at + 1, min(at + 6, len(asked.tokens)))
    told = asked.holds(spots, "function.be") and any(
        asked.read.tag(spot) in ("S", "T", "W") for spot in spots
    )
    return asked.tokens[at].low == "it" and asked.read.tag(at + 1) in ("X", "M") and told
