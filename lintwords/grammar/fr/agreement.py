"""French: verbs, participles and adjectives that follow the number and gender of a new subject."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.grammar.fr.inversion import taken_up_at
from lintwords.grammar.fr.tag_letters import FINITE
from lintwords.grammar.lettering import like
from lintwords.grammar.model import SUBJECT, Change, Governor, Slot
from lintwords.grammar.tagged import Tagged
from lintwords.model import Span
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.text.spelling.fr.forms import feminines, opens_with_vowel, pronoun, unelided
from lintwords.text.tokens import Token
from lintwords.values import dataclass

# how a singular may end in the plural, once some of its letters have fallen
_PLURAL_ENDINGS = (
    "nt", "ent", "ssent", "sent", "aient", "ront", "èrent", "nnent", "vent", "lent", "ont", "sont",
)
_FALL = 4  # letters of a singular that may fall
_ALWAYS = "verbs.agrees-always"
_ASIDE = 16  # tokens between an auxiliary and its verb
_COPULA = frozenset(("function.be", "verbs.copula"))


@dataclass(frozen=True, slots=True)
class Concord:
    """Number and gender."""

    plural: bool
    feminine: bool


def agree(
    sentence: Sentence, slot: Slot, read: Tagged, old: Concord, new: Concord
) -> list[Change] | None:
    """What changes with a subject of another kind; None where a form is not known.

    Verbs change with the number, what follows *être* and its like also with the gender, and the
    pronoun that repeats the subject after its verb ("a-t-elle") with both.
    """
    changes: list[Change] = []
    done: set[int] = set()
    sure = {one.at for one in slot.governors if _ALWAYS in one.classes and read.tags[one.at] == "E"}
    listed = set(_listed(slot, read))
    for at in (*_touched(slot, read), *listed):
        if at in done:
            continue
        done.add(at)
        token = read.tokens[at]
        tag = "V" if at in listed else read.tags[at]
        fits = tag not in "EJ" or attribute(token, sentence.lexicon, old)
        if isinstance(fits, str) and fits != token.low and at not in sure:
            continue  # it agrees with another noun: "des progrès qui doivent être salués"
        form = _form(token, tag, sentence.lexicon, old, new)
        if form is None:
            return None
        if form == token.low:
            continue
        before = _elided_before(read, at, form)
        if before is None:
            return None
        span = _with_euphonic(read, at, new) if read.tags[at] == "O" else token.span
        if read.tags[at] == "O" and _meets_if(read, at, form):
            span, form = Span(read.tokens[at - 1].start, span.end), f"s'{form}"
            token = read.tokens[at - 1]
        changes += [*before, Change(span, like(form, token.text))]
    return sorted(changes, key=lambda change: change.span.start)


def taken_up_after(slot: Slot, read: Tagged, new: Concord) -> list[Change]:
    """The changed pronoun of the clause right after it: "attend de la Chine qu'elle libère"."""
    at = slot.token + 2
    if read.tag(at - 1) not in ("S", "W") or read.tag(at) != "O":
        return []
    if not (read.has(at - 1, "function.complementizer") and read.has(at, "function.back-feminine")):
        return []
    token = read.tokens[at]
    return [Change(token.span, like(pronoun(feminine=new.feminine, plural=new.plural), token.text))]


def _elided_before(read: Tagged, at: int, form: str) -> list[Change] | None:
    """What becomes of an elided word, None if not known: "se sont" for "s'est"."""
    before = read.tokens[at - 1] if at else None
    if before is None or not before.low.endswith("'") or opens_with_vowel(form):
        return []
    whole = unelided(before.low)
    return [Change(before.span, like(whole, before.text))] if whole else None


def _with_euphonic(read: Tagged, at: int, new: Concord) -> Span:
    """With the letter before a pronoun that no plural takes: "a-t-elle" → "ont-elles"."""
    letter = at - 2
    if new.plural and letter > 0 and read.has(letter, "function.euphonic"):
        return Span(read.tokens[letter].start, read.tokens[at].end)
    return read.tokens[at].span


def _meets_if(read: Tagged, at: int, form: str) -> bool:
    """Whether "si" loses its vowel, as before one pronoun alone: "s'il" for "si elle"."""
    return at > 0 and read.tokens[at - 1].low == "si" and form in ("il", "ils")


def _touched(slot: Slot, read: Tagged) -> Iterator[int]:
    """The tokens that may change: finite verbs, attributes, the pronoun after a verb."""
    yield from _before_article(slot, read)
    yield from _beside(slot, read)
    for governor in slot.governors:
        if governor.at < slot.token and governor.role != "passive":
            yield from _before(read, governor.at)
            continue
        start = governor.at
        start = _aside_before(read, start, slot.token)
        while start > slot.token + 1 and (
            read.tags[start - 1] in 'XMQ!R"-OEP' or read.has(start - 1, "function.near")
        ):
            start = _aside_before(read, start - 1, slot.token)
        finite = next(
            (at for at in range(start, governor.at + 1) if read.tags[at] in "VXM"), governor.at
        )
        if read.tags[finite] in "VXM":
            yield finite
            again = taken_up_at(read, finite)
            if again >= 0:
                yield again
        yield from _attributes(governor.at, start, slot.token, read)
        yield from _taken_up(governor, read)


def _listed(slot: Slot, read: Tagged) -> Iterator[int]:
    """Verbs in a list that may be nouns: "enferme ses critiques, censure sa presse et juge"."""
    if slot.kind not in SUBJECT or len(slot.governors) < 2:
        return
    spots = [governor.at for governor in slot.governors if governor.at > slot.token]
    for at in range(min(spots, default=0), max(spots, default=0)):
        forms = {f"verbs:{reading.form}" for reading in read.tokens[at].word.readings}
        if read.tags[at] == "N" and forms & FINITE and (
            read.tags[at - 1] == "," and read.tag(at + 1) == "D"
        ):
            yield at


def _aside_before(read: Tagged, at: int, subject: int) -> int:
    """Where the aside opens that ends before `at`, behind an auxiliary; `at` if there is none."""
    mark = read.tag(at - 1)
    if mark not in (",", "="):
        return at
    for spot in range(at - 2, max(at - _ASIDE, subject), -1):
        if read.tags[spot] == mark:
            return spot if read.tag(read.back(spot, 'R!"')) in ("X", "M") else at
    return at


def _before_article(slot: Slot, read: Tagged) -> Iterator[int]:
    """An adjective before the article that is of no noun before: "Seule la Chine"."""
    at = slot.token - 1
    if read.tag(at) == "D" and read.tag(at - 1) == "J" and read.tag(read.back(at - 1)) != "N":
        yield at - 1


def _beside(slot: Slot, read: Tagged) -> Iterator[int]:
    """Adjectives set off or right after it: "Furieuse, la Chine", "la Chine seule"."""
    opening, comma = read.skip(0), slot.token - 1
    while comma > 0 and read.tags[comma] == "D":
        comma -= 1
    if comma > opening and read.tags[comma] == "," and read.tags[opening] == "J":
        if not any(tag in "VXM" for tag in read.tags[opening:comma]):
            yield opening
    after = slot.token + 1
    if read.tag(after) == ",":
        after = read.skip(after + 1)
    if read.tag(after) in ("J", "E"):
        yield after


def _before(read: Tagged, at: int) -> Iterator[int]:
    """An inverted subject: "que mène la Chine"."""
    first = at
    while first > 0 and read.tags[first - 1] in "XMQ!R":
        first -= 1
    yield from (spot for spot in range(first, at + 1) if read.tags[spot] in "VXM")


def _attributes(at: int, start: int, subject: int, read: Tagged) -> Iterator[int]:
    """Participles with *être*, and what a verb like it says of the subject."""
    group = range(start, at + 1)
    is_be = read.holds(group, "function.be")
    has = read.holds(group, "function.have")
    reflexive = read.holds(group, "function.reflexive")
    if read.tags[at] == "E" and is_be and not _is_had(group, read):
        yield at
    elif read.tags[at] == "E" and not is_be and not has and start == at:
        if _shares_have(at, subject, read):
            return
        yield at  # "la Chine accusée de", in a headline or beside its noun
    if not _COPULA.isdisjoint(read.tokens[at].classes) or (reflexive and is_be):
        after = read.skip(at + 1)
        while read.tag(after) in ("-", "O") and after < at + 5:
            after = read.skip(after + 1)
        if read.tag(after) in ("J", "E"):
            yield after


def _shares_have(at: int, subject: int, read: Tagged) -> bool:
    """Whether a joined participle stands with *avoir*: "a fermé l'atelier et saisi"."""
    if read.tag(read.back(at)) != "C":
        return False
    helpers = [spot for spot in range(subject + 1, at) if read.tags[spot] == "X"]
    return bool(helpers) and read.has(helpers[-1], "function.have")


def _taken_up(governor: Governor, read: Tagged) -> Iterator[int]:
    """The pronoun that takes up the subject straight after the verb: "affirme qu'elle"."""
    that = read.skip(governor.at + 1)
    if read.tag(that) == "S" and read.has(that + 1, "function.back-feminine"):
        if read.tag(that + 1) == "O":
            yield that + 1


def _is_had(group: range, read: Tagged) -> bool:
    """Whether a verb group ends with a participle of *être*, which never changes: "a été"."""
    return bool(group) and read.has(group[-1], "function.be")


def _form(token: Token, tag: str, lexicon: Lexicon, old: Concord, new: Concord) -> str | None:
    """The form of a word for the new kind."""
    if tag in "VXM":
        return token.low if old.plural == new.plural else _other_number(token, lexicon, new.plural)
    if tag == "O":
        return pronoun(feminine=new.feminine, plural=new.plural)
    return attribute(token, lexicon, new)


def _other_number(token: Token, lexicon: Lexicon, plural: bool) -> str | None:
    """The same tense of a finite verb in the plural; the singular is not asked for."""
    if not plural:
        return None
    wanted = {
        (r.lemma, f"{r.form}s") for r in token.word.readings
        if f"verbs:{r.form}" in FINITE and not r.form.endswith("s")
    }
    for fall in range(min(_FALL, len(token.low)) + 1):
        stem = token.low[: len(token.low) - fall]
        for ending in _PLURAL_ENDINGS:
            found = {(r.lemma, r.form) for r in lexicon[stem + ending].readings}
            if wanted & found:
                return stem + ending
    return None


def attribute(token: Token, lexicon: Lexicon, new: Concord) -> str | None:
    """A participle or an adjective in another number and gender; None where it is not known."""
    masculine = _masculine(token, lexicon)
    if masculine is None:
        return None
    lemmas = {r.lemma for r in lexicon[masculine].readings}
    for single in feminines(masculine) if new.feminine else (masculine,):
        form = single if not new.plural or single.endswith(("s", "x")) else single + "s"
        if lemmas & {r.lemma for r in lexicon[form].readings}:
            return form
    return None


def _masculine(token: Token, lexicon: Lexicon) -> str | None:
    """The masculine singular of a participle or an adjective."""
    low = token.low
    lemmas = {r.lemma for r in token.word.readings if r.form == "participle"}
    for ending in ("es", "e", "s", ""):
        if lemmas and low.endswith(ending):
            stem = low[: len(low) - len(ending)]
            shared = lemmas & {
                r.lemma for r in lexicon[stem].readings if r.form == "participle"
            }
            if shared and not stem.endswith("e"):
                return stem
    adjectives = [r.lemma for r in token.word.readings if r.cls.startswith("adjectives.")]
    return adjectives[0] if adjectives else None
