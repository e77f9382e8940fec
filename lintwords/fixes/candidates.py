"""From a finding to its fixes: wordings, their edits, and whether one is safe.

A fix is safe only under all conditions of GUIDE 4: the writer's own words, no quotation, nothing
in the sentence against it, and the sentence judged anew gives no finding in its place. How often a
sentence is judged anew has a bound, so that no text can make it slow; what is over it is offered,
and not safe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lintwords.fixes.edits import is_in_title, source_edits
from lintwords.grammar import Grammar
from lintwords.grammar.model import Change, Rewrite, Slot, Style, Wording
from lintwords.match.matchers import Candidate
from lintwords.model import Document, Edit, Fix, Kind, Segment, Span, Voice
from lintwords.model.rule import Names, Rule
from lintwords.readers import MARKUP
from lintwords.text.sentences import Sentence
from lintwords.voices import Voices

ACTOR = "actor"
_HEAD = "{head}"
_NEAR = 10_000  # characters on either side of a sentence that tell how apostrophes are written
_APART = frozenset((Kind.TITLE, Kind.CAPTION))
_GOES_ON = re.compile(r"[;,](?:\s+\w{2,3})?\s*$")  # with "and" or "or" after it
_LEADS = "*_“\"'‘"  # marks before the first letter of an item
_LIST = 4  # neighbours in a list that are looked at
_REPORTED = "these may be another's words"
_TITLE = "the link may be the title of a work"
_NAMED_BY_US = ("possessive",)  # "China's demand was rejected" quotes nobody
_AGAIN = "the same name stands again beside it"
_COUNTRY = ("country", "group")  # "China", "the Chinese"
_ACTS = ("subject", "passive", "object")
_STILL = "the new words would be a finding"
_MOST_NAMES = 12  # in a sentence that holds more names of the country no wording is judged
_MOST_TRIED = 8  # so many wordings are put into one sentence to judge it anew
_CROWDED = "the sentence holds more names than lintwords judges wordings for"
_Judge = Callable[[Sentence, Span], bool]
_SurelyClean = Callable[[Sentence, Sequence[str]], bool]


@dataclass(frozen=True)
class FixCandidates:
    """Makes fixes for one pack; `judge` tells whether a span of a sentence is free of findings."""

    term: Wording
    wordings: Mapping[str, Wording]  # by their text
    bodies: Sequence[Wording]
    grammar: Grammar
    judge: _Judge
    surely_clean: _SurelyClean  # whether words can stand there for sure, without judging anew

    @classmethod
    def of(
        cls, names: Names, term: str, grammar: Grammar, judge: _Judge, surely_clean: _SurelyClean
    ) -> FixCandidates:
        """`term` names the wording of the government that the house prefers."""
        found = {key: Wording.of(row, names.lang) for key, row in names.wordings.items()}
        first = found.get(term) or next(iter(found.values()), Wording(""))
        bodies = tuple(Wording.of(row, names.lang) for row in names.bodies.values())
        by_text = {wording.text: wording for wording in found.values()}
        return cls(first, by_text, bodies, grammar, judge, surely_clean)

    def fixes(
        self, candidate: Candidate, sentence: Sentence, document: Document, voices: Voices,
        voice: Voice,
    ) -> tuple[Fix, ...]:
        """The fixes of a finding in that voice, best first; none inside a quotation."""
        slot, rule = candidate.slot, candidate.rule
        if rule.fix != ACTOR or slot is None:
            return ()
        segment = document.segments[sentence.segment]
        if voices.is_quoted(sentence.segment, slot.span):
            return ()
        style = _style(document, sentence)
        slots = self.grammar.slots_of(sentence)
        rewriter = self.grammar.rewriter_for(sentence, slot, candidate.governor, style)
        doubts = self.grammar.doubts_about(sentence, slot, candidate.governor, style)
        crowded = _CROWDED if len(slots) > _MOST_NAMES else ""
        found: list[Fix] = []
        for row in rewriter.rewrites(self._wordings(rule), self.bodies, _phrases(rule)):
            edits = _edits(document, segment, row)
            if edits is None or voices.is_quoted(sentence.segment, row.span):
                continue
            why_not = candidate.by_hand or row.doubt or crowded or doubts.about(row)
            if not why_not:
                why_not = self._doubt(slot, row, sentence, voice)
            if not why_not and is_in_title(document, segment, row.span):
                why_not = _TITLE
            found.append(Fix(row.label, edits, not why_not, why_not))
        return tuple(found)

    def _wordings(self, rule: Rule) -> list[Wording]:
        """The house term, then what the rule offers."""
        offered = (self.wordings.get(text, Wording(text)) for text in rule.instead)
        whole = [w for w in offered if _HEAD not in w.text]
        return list(dict.fromkeys([self.term, *whole]))

    def _doubt(self, slot: Slot, row: Rewrite, sentence: Sentence, voice: Voice) -> str:
        if voice is not Voice.OWN and not (voice is Voice.REBUTTED and slot.kind in _NAMED_BY_US):
            return _REPORTED
        if self._stays_beside(sentence, slot):
            return _AGAIN
        if self.surely_clean(sentence, [change.text for change in row.changes]):
            return ""
        tried: list[Rewrite] = sentence.kept("tried", lambda _: [])
        tried.append(row)
        if len(tried) > _MOST_TRIED:
            return _CROWDED
        return "" if self.judge(*_rewritten(sentence, row.changes)) else _STILL

    def _stays_beside(self, sentence: Sentence, slot: Slot) -> bool:
        """Whether the name acts a second time in the sentence, where it is no finding and stays."""
        names = _COUNTRY if slot.name in _COUNTRY else (slot.name,)
        if sum(token.name in names for token in sentence.tokens) < 2:
            return False
        staying: list[Slot] = sentence.kept("staying", self._staying)
        return any(other.span != slot.span and other.name in names for other in staying)

    def _staying(self, sentence: Sentence) -> list[Slot]:
        """Where a name acts and is no finding."""
        return [
            slot for slot in self.grammar.slots_of(sentence)
            if (slot.kind in _ACTS or slot.listed) and self.judge(sentence, slot.span)
        ]


def _phrases(rule: Rule) -> list[str]:
    """The wordings of a rule that stand around the noun."""
    return [text for text in rule.instead if _HEAD in text]


def _rewritten(sentence: Sentence, changes: Sequence[Change]) -> tuple[Sentence, Span]:
    """The sentence by itself as it will read, and where the new words stand in it.

    The rest of a segment is left out: it may be a whole book on one line.
    """
    text, moved = sentence.text[sentence.start : sentence.end], -sentence.start
    start = end = changes[0].span.start + moved
    for change in changes:
        low, high = change.span.start + moved, change.span.end + moved
        text = text[:low] + change.text + text[high:]
        moved += len(change.text) - (high - low)
        end = low + len(change.text)
    fresh = Sentence(sentence.segment, text, 0, len(text), sentence.lexicon, sentence.names)
    return fresh, Span(start, end)


def _style(document: Document, sentence: Sentence) -> Style:
    segment = document.segments[sentence.segment]
    heading = segment.kind in (Kind.HEADING, Kind.TITLE) or _is_headline(segment, sentence)
    # in an attribute or front matter a straight mark may be the one that ends the value
    apart = segment.kind in _APART and document.format in MARKUP
    near = max(sentence.start - _NEAR, 0), sentence.end + _NEAR
    curly = apart or segment.text.count("’", *near) > segment.text.count("'", *near)
    runs_on = _runs_on(document, sentence.segment) and sentence.start == 0
    return Style(heading, "’" if curly else "'", runs_on)


def _runs_on(document: Document, at: int) -> bool:
    """Whether an item goes on with a sentence, as its neighbours in the list show: they open small.

    The item itself opens with a name, which tells nothing.
    """
    if document.segments[at].kind is not Kind.ITEM:
        return False
    before = [*takewhile(_is_item, reversed(document.segments[max(at - _LIST, 0) : at]))]
    after = takewhile(_is_item, document.segments[at + 1 : at + 1 + _LIST])
    goes_on = any(_GOES_ON.search(s.text) for s in (document.segments[at], *before[:1]))
    return goes_on and any(s.text.lstrip(_LEADS)[:1].islower() for s in (*before, *after))


def _is_item(segment: Segment) -> bool:
    return segment.kind is Kind.ITEM


def _is_headline(segment: Segment, sentence: Sentence) -> bool:
    """A paragraph or a cell of one sentence without a stop at its end."""
    own = sentence.text[sentence.start : sentence.end].strip()
    alone = segment.kind in (Kind.PROSE, Kind.CELL) and own == segment.text.strip()
    return alone and not own.endswith((".", ":", ";", "…"))


def _edits(document: Document, segment: Segment, row: Rewrite) -> tuple[Edit, ...] | None:
    found: list[Edit] = []
    for change in row.changes:
        edits = source_edits(
            segment, change.span, change.text, is_markup=document.format in MARKUP
        )
        if edits is None:
            return None
        found += edits
    touched = ((edit, lock) for edit in found for lock in document.locked)
    if any(lock.part == edit.part and lock.touches(edit.start, edit.end) for edit, lock in touched):
        return None
    return tuple(found)
