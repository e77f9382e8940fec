"""Rules × sentences → candidates. Everything is matched; what a user switched off gives way."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence

from lintwords.grammar.model import Governor, Slot
from lintwords.match.filters import Filters
from lintwords.match.mention_pattern import MOST_KNOWN, fitting, near, stands_so
from lintwords.match.phrases import PhraseMatcher
from lintwords.match.rawpatterns import RawPatterns
from lintwords.model import Cannot, Severity, Span, reasons
from lintwords.model.rule import MentionPattern, ReadingFile, Rule
from lintwords.reading.reader import ABUSE
from lintwords.settings.selection import NONE_OFF, Off
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a rule points at, before voice and settings are asked."""

    rule: Rule
    span: Span
    severity: Severity
    slot: Slot | None = None
    governor: Governor | None = None
    weight: tuple[int, int] = (0, 0)  # how many keys fitted: that name words, and all
    way: tuple[int, int] | None = None  # of a rule of ways to say one thing: which set, which way
    by_hand: str = ""  # why no fix of it is safe
    is_concept: bool = False  # found by words in any order
    is_read: bool = False  # of a row that names no verb or noun: found by what a mention stands for


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a pattern is; `way` and `is_concept` as in a candidate, `anywhere` as in a phrase."""

    rule: Rule
    severity: Severity
    way: tuple[int, int] | None = None
    is_concept: bool = False
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class LetGo:
    """A candidate that a filter let go."""

    rule: Rule
    span: Span
    filter: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about one mention: a candidate, or what let it go."""

    slot: Slot
    candidate: Candidate | None
    let_go: tuple[LetGo, ...] = ()
    inside: Candidate | None = None  # the line that takes it


class MentionMatcher:
    """All mention rules of a pack, by slot."""

    def __init__(
        self, rules: Sequence[Rule], filters: Filters, reading: ReadingFile | None = None
    ) -> None:
        self._filters = filters
        self._perhaps, self._safe = (reading.perhaps, reading.safe) if reading else (0, 0)
        self._rows = [(rule, keys) for rule in rules for keys in rule.mention]
        # slot → class of a governor → numbers of the rows that ask for both; "" is any
        self._asking: dict[str, dict[str, list[int]]] = {}
        for nth, (_, keys) in enumerate(self._rows):
            for slot in keys.slot or ("",):
                for cls in keys.governor or ("",):
                    self._asking.setdefault(slot, {}).setdefault(cls, []).append(nth)
        self._known: dict[Hashable, Sequence[tuple[Rule, MentionPattern]]] = {}

    def _worth_asking(self, slot: Slot) -> Sequence[tuple[Rule, MentionPattern]]:
        """The rows whose slot and governor may fit, in the order of the pack."""
        asked = (
            slot.kind, slot.name, slot.prep, slot.head_classes, slot.reading,
            *((governor.role, governor.classes) for governor in slot.governors),
        )
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            found = self._known[asked] = self._look_up(slot)
        return found

    def _look_up(self, slot: Slot) -> Sequence[tuple[Rule, MentionPattern]]:
        classes = {"", *(cls for governor in slot.governors for cls in governor.classes)}
        kinds = {"", slot.kind, *(governor.role for governor in slot.governors)}
        numbers: set[int] = set()
        for kind in kinds:
            asking = self._asking.get(kind)
            if asking:
                for cls in classes & asking.keys():
                    numbers.update(asking[cls])
        rows = (self._rows[nth] for nth in sorted(numbers))
        return [(rule, keys) for rule, keys in rows if stands_so(keys, slot)]

    def verdict(self, sentence: Sentence, slot: Slot, off: Off = NONE_OFF) -> Verdict:
        """The strongest rule that fits a mention, after the rule's filters were asked.

        Of rules that are as strong one of a user's pack, else the one that stands first in its
        own. The rules of `off` are silent, and speak only where no other does. What one that is
        off by its name would say of a mention is said by no other in its place.
        """
        rows = self._worth_asking(slot)
        around = near(sentence, slot) if rows else frozenset()
        found: list[Candidate] = []
        let_go: list[LetGo] = []
        for rule, keys in rows:
            if rule.weighed and not keys.reading and slot.chance < self._perhaps:
                continue
            for governor in fitting(keys, slot, around):
                reason = self._filters.first(rule.unless, sentence, slot, governor, around)
                if reason:
                    let_go.append(LetGo(rule, slot.span, reason))
                    continue
                by_hand = keys.by_hand or rule.by_hand
                if keys.reading and slot.chance < self._safe:
                    by_hand = by_hand or reasons.UNSURE
                found.append(Candidate(
                    rule, slot.span, _severity(rule, keys, slot), slot, governor,
                    keys.weight(), by_hand=by_hand, is_read=not keys.asks_a_governor,
                ))
        if off.named and len(found) > 1:
            found = _without_stand_ins(found, off)
        if off.hushed:
            found = _heard(found, off)
        best = max(found, key=lambda one: (*_rank(one, off.last), one.rule.id in off.own)) \
            if found else None
        return Verdict(slot, best, tuple(let_go))


def _heard(found: Sequence[Candidate], off: Off) -> list[Candidate]:
    """What was found, without what a rule that the profile has off takes from a user's own."""
    own = [one for one in found if one.rule.id in off.own and one.rule.id not in off.all]
    return [one for one in found if not own or one.rule.id not in off.hushed
            or not any(one.span.overlaps(other.span) for other in own)]


def _without_stand_ins(found: Sequence[Candidate], off: Off) -> list[Candidate]:
    """What was found at a mention, without what only stands in for a rule that is off by name.

    Where such a rule would have spoken, others of its category say the same in weaker words: of
    the same verb or noun, or of the sentence as a whole.
    """
    first = max(found, key=lambda one: _rank(one, ()))
    if first.rule.id not in off.named:
        return list(found)
    named = [one for one in found if one.rule.id in off.named]
    return [
        one for one in found
        if one.rule.id in off.all or one.rule.id in off.own
        or one.rule.category != first.rule.category
        or not (one.is_read or any(_of_one_word(one, other) for other in named))
    ]


def _of_one_word(one: Candidate, other: Candidate) -> bool:
    """Whether two rules that name words look at the same verb or noun beside a mention."""
    if other.is_read:
        return False
    return one.governor is None or other.governor is None or one.governor.at == other.governor.at


def _severity(rule: Rule, keys: MentionPattern, slot: Slot) -> Severity:
    """What a row weighs: its own weight, else where it asks for several readings what is read."""
    if keys.severity:
        return keys.severity
    if len(keys.reading) < 2:
        return rule.severity
    return Severity.ERROR if slot.reading == ABUSE else Severity.WARNING


def _rank(candidate: Candidate, off: Collection[str]) -> tuple[object, ...]:
    """What is not off first, then strongest severity, what is done and not how, not negated,
    priority, most keys.

    Of keys those that name words come first.
    """
    rule, governor = candidate.rule, candidate.governor
    plain = governor is None or not governor.negated
    done = governor is None or not governor.means  # "could end it by saying": nobody speaks
    return rule.id not in off, candidate.severity, done, plain, rule.priority, candidate.weight


class LineMatcher:
    """All phrase rules of a pack."""

    def __init__(
        self, phrases: PhraseMatcher, owners: Sequence[Owner], filters: Filters,
        raw: RawPatterns,
    ) -> None:
        self.phrases = phrases
        self._raw = raw
        self._owners = owners
        self._order = {owner.rule.id: nth for nth, owner in reversed([*enumerate(owners)])}
        self._lines = frozenset(nth for nth, owner in enumerate(owners) if not owner.way)
        self._filters = filters

    @property
    def stopped(self) -> tuple[Cannot, ...]:
        """Rules that take too long, and are not looked for any more."""
        return self._raw.stopped

    def may_match(self, sentence: Sentence, words: frozenset[str]) -> bool:
        """False: no line can stand in the sentence, also with these words in it."""
        return bool(self._raw) or self.phrases.may_match(sentence, words, self._lines)

    def places(self, sentence: Sentence) -> list[tuple[Owner, Span]]:
        """Where patterns stand in a sentence; whoever asks knows whether the text is about them."""
        rows = [(self._owners[nth], span) for nth, span in self.phrases.match(sentence)]
        rows += [(Owner(rule, rule.severity), span) for rule, span in self._raw.match(sentence)]
        return rows

    def candidates(
        self, sentence: Sentence, places: Sequence[tuple[Owner, Span]], off: Off = NONE_OFF
    ) -> tuple[list[Candidate], list[Candidate], list[LetGo]]:
        """Lines and labels at these places, ways to say one thing, and what filters let go.

        In order of place; of two that overlap the longer one stays, then the stronger one, then
        by the priority of their rules, then that of a user's pack, then the one whose rule stands
        first in its own. What a rule that the profile has off finds is no other's but theirs. What
        belongs to a rule of `off`, or to one in preview, stays only where nothing else is, but for
        one that is off by its name: it is there beside others, since the mentions in it are its
        own, and goes before what another rule of its category says of the very same words.
        """
        found: list[Candidate] = []
        let_go: list[LetGo] = []
        if not places:  # as in most sentences
            return [], [], []
        for owner, span in places:
            rule = owner.rule
            reason = self._filters.first_phrase(rule.unless, sentence)
            if reason:
                let_go.append(LetGo(rule, span, reason))
            else:
                found.append(Candidate(
                    rule, span, owner.severity, way=owner.way, is_concept=owner.is_concept
                ))
        lines = [candidate for candidate in found if not candidate.way]
        ways = [candidate for candidate in found if candidate.way]
        ways = self._longest(ways, off) if ways else ways
        return self._longest(lines, off), ways, let_go

    def _longest(self, found: list[Candidate], off: Off) -> list[Candidate]:
        if off.named:
            found = [c for c in found if not self._stands_in(c, found, off)]
        if off.hushed:
            found = _heard(found, off)
        ordered = [c for c in found if not c.is_concept]
        if len(ordered) < len(found):
            spoken = [c for c in ordered if c.rule.id not in off.last]
            found = ordered + [c for c in found if c.is_concept and not _said_better(c, spoken)]
        kept: list[Candidate] = []
        for candidate in sorted(found, key=lambda c: (
            c.rule.id in off.last, *self._rank(c)[:3], c.rule.id not in off.own, *self._rank(c)[3:]
        )):
            if candidate.rule.id in off.named or not any(
                candidate.span.overlaps(other.span) for other in kept
            ):
                kept.append(candidate)
        return sorted(kept, key=lambda c: c.span.start)

    def _stands_in(self, line: Candidate, found: Sequence[Candidate], off: Off) -> bool:
        """Whether it would be heard only because a rule of its category is off by name."""
        return line.rule.id not in off.all and line.rule.id not in off.own and any(
            other.rule.id in off.named and other.rule.category == line.rule.category
            and (other.span.overlaps(line.span) if line.is_concept else other.span == line.span)
            and self._rank(other) < self._rank(line)
            for other in found
        )

    def _rank(self, line: Candidate) -> tuple[int, int, int, int, int]:
        span, order = line.span, self._order.get(line.rule.id, -1)  # a regex has no pattern there
        return span.start - span.end, -line.severity, -line.rule.priority, order, span.start


def _said_better(concept: Candidate, ordered: list[Candidate]) -> bool:
    """Whether its own rule, or one that is on and no weaker, knows its words in their order."""
    return any(
        (c.rule is concept.rule or (c.rule.default and c.severity >= concept.severity))
        and c.span.overlaps(concept.span)
        for c in ordered
    )


def under_lines(
    verdicts: Sequence[Verdict], lines: Sequence[Candidate]
) -> Iterator[Verdict]:
    """Mentions that stand in the span of a line belong to it."""
    for verdict in verdicts:
        inside = next((c for c in lines if c.span.overlaps(verdict.slot.span)), None)
        yield replace(verdict, candidate=None, inside=inside) if inside else verdict
