"""From a candidate to its fixes: wordings in the form of the mention, and their edits.

The finding is built with them. Whether one is safe is asked in `safety`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from lintwords import later
from lintwords.fixes.edits import opens_a_line, source_edits
from lintwords.fixes.safety import WHO_ACTED, Safety, Surroundings
from lintwords.grammar import Grammar
from lintwords.grammar.model import HEAD, NAMES, Rewrite, Slot, Style, Wording
from lintwords.match.matchers import Candidate
from lintwords.match.mention_pattern import stands_for
from lintwords.match.trial import Trial
from lintwords.model import Document, Edit, Fix, Kind, Segment, Severity, reasons
from lintwords.model.rule import Pack, Rule
from lintwords.readers import MARKUP
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass
from lintwords.voices import Voices

ACTOR = "actor"
_NEAR = 10_000  # characters on either side of a sentence that tell how apostrophes are written
_APART = frozenset((Kind.TITLE, Kind.CAPTION))
_GOES_ON = later.pattern(r"[;,](?:\s+\w{2,3})?\s*$")  # with "and" or "or" after it
_LEADS = "*_“\"'‘"  # marks before the first letter of an item
_MOST_KNOWN = 350  # candidates of equal sentences whose wordings are kept: all that one can hold
_LIST = 4  # neighbours in a list that are looked at


class Offer(NamedTuple):
    """What a finding offers: fixes, best first, and what a person is asked where none is sure."""

    fixes: tuple[Fix, ...] = ()
    asks: str = ""


@dataclass(frozen=True)
class FixMaker:
    """Makes fixes for one pack, and says why one is not safe in the words of its language."""

    term: Wording  # of the government, that the house prefers
    wordings: Mapping[str, Wording]  # by their text
    bodies: Sequence[Wording]
    together: str  # around the names of several states
    grammar: Grammar
    safety: Safety
    says: Callable[[str], str]  # the words of a reason, by its key

    @classmethod
    def of(cls, pack: Pack, term: str, grammar: Grammar, trial: Trial) -> FixMaker:
        """A maker for a pack; `term` names the government's wording that the house prefers."""
        names = pack.names
        found = {key: Wording.of(row, names.lang) for key, row in names.wordings.items()}
        first = found.get(term) or next(iter(found.values()), Wording(""))
        bodies = tuple(Wording.of(row, names.lang) for row in names.bodies.values())
        by_text = {wording.text: wording for wording in found.values()}
        safety = Safety(grammar, trial)
        return cls(first, by_text, bodies, names.together, grammar, safety, pack.says)

    def offer(self, candidate: Candidate, around: Surroundings, voices: Voices) -> Offer:
        """What is offered for a candidate where it stands; no fix inside a quotation."""
        slot, rule, sentence = candidate.slot, candidate.rule, around.sentence
        if rule.fix != ACTOR or slot is None:
            return Offer()
        style = _style(around.document, sentence, slot)
        worded = self._worded(candidate, slot, sentence, style)
        if voices.is_quoted(sentence.segment, sentence.placed(slot.span)):
            return Offer((), self.says(worded.asks))
        fixes: list[Fix] = []
        first = ""
        for row in worded.rows:
            edits = _edits(around.document, sentence, row)
            if edits is None or voices.is_quoted(sentence.segment, sentence.placed(row.span)):
                continue
            reason = self.safety.against(candidate, row, around, worded.about)
            first = first if fixes else reason
            fixes.append(Fix(row.label, edits, not reason, self.says(reason)))
        asks = _whose(slot) if first in WHO_ACTED else "" if fixes else worded.asks
        if first == reasons.FIRMS and candidate.severity is Severity.ERROR:
            fixes = []  # to name the government would accuse it of what the text does not say
        return Offer(tuple(fixes), self.says(asks))

    def _worded(
        self, candidate: Candidate, slot: Slot, sentence: Sentence, style: Style
    ) -> _Worded:
        """The wordings that fit a candidate, which are the same in equal sentences."""
        known: dict[tuple[int, Style], _Worded] = sentence.notes.setdefault("worded", {})
        found = known.get((id(candidate), style))
        if found is None:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            found = known[id(candidate), style] = _Worded(self, candidate, slot, sentence, style)
        return found

    def rewrites(
        self, candidate: Candidate, slot: Slot, sentence: Sentence, style: Style
    ) -> list[Rewrite]:
        """What can be written for the mention of a candidate, best first."""
        rewriter = self.grammar.rewriter_for(sentence, slot, candidate.governor, style)
        return rewriter.rewrites(
            self._wordings(candidate), self.bodies, self._phrases(candidate.rule)
        )

    def _wordings(self, candidate: Candidate) -> list[Wording]:
        """The house term, then what the rule offers where the mention stands."""
        rule, slot, governor = candidate.rule, candidate.slot, candidate.governor
        fits = rule.fits
        offered = (
            self.wordings.get(text, Wording(text)) for text in rule.instead
            if text not in fits or stands_for(fits[text], slot, governor)
        )
        found = {self.term.text: self.term}
        for wording in offered:
            if HEAD not in wording.text:
                found.setdefault(wording.text, wording)
        return [wording for text, wording in found.items() if text.strip()]

    def _phrases(self, rule: Rule) -> list[str]:
        """The wordings that stand around a noun, or around names."""
        return [text for text in (self.together, *rule.instead) if HEAD in text or NAMES in text]


class _Worded:
    """The wordings for a candidate, and what speaks against them, whoever speaks.

    It holds the candidate, by whose identity it is known.
    """

    def __init__(
        self, maker: FixMaker, candidate: Candidate, slot: Slot, sentence: Sentence, style: Style
    ) -> None:
        self._maker, self._candidate, self._slot = maker, candidate, slot
        self._sentence, self._style = sentence, style
        self._doubts = maker.grammar.doubts_about(sentence, slot, candidate.governor, style)
        self._about: dict[Rewrite, str] = {}

    @cached_property
    def rows(self) -> list[Rewrite]:
        """Those that are not wrong in the sentence, best first.

        Where none of them names the government, also those that only leave a pronoun to a person.
        """
        rows = self._maker.rewrites(self._candidate, self._slot, self._sentence, self._style)
        fit = [row for row in rows if not self._doubts.is_unfit(row)]
        if any(row.doubt != reasons.KNOWS_BODY for row in fit):
            return fit
        left = [row.doubted(reasons.POINTED_AT) for row in rows
                if row.doubt != reasons.KNOWS_BODY and self._doubts.leaves_a_pronoun(row)]
        return left + fit

    @cached_property
    def asks(self) -> str:
        """What a person is asked where no wording fits."""
        return self._doubts.asks

    def about(self, row: Rewrite) -> str:
        """Why a wording is not safe in the sentence; empty if it is."""
        found = self._about.get(row)
        if found is None:
            found = self._about[row] = self._doubts.about(row)
        return found


def _whose(slot: Slot) -> str:
    """What is asked where somebody else than the government may have acted."""
    is_owner = slot.kind in ("adjective", "possessive", "compound")
    return reasons.ASK_WHOSE if is_owner else reasons.ASK_ACTOR


def _style(document: Document, sentence: Sentence, slot: Slot) -> Style:
    segment = document.segments[sentence.segment]
    heading = segment.kind in (Kind.HEADING, Kind.TITLE) or _is_headline(segment, sentence)
    # in an attribute or front matter a straight mark may be the one that ends the value
    apart = segment.kind in _APART and document.format in MARKUP
    start, end = sentence.placed(sentence.span)
    near = max(start - _NEAR, 0), end + _NEAR
    curls = segment.text.count("’", *near)
    curly = apart or (bool(curls) and curls > segment.text.count("'", *near))
    runs_on = _runs_on(document, sentence.segment) and start == 0
    place = sentence.placed(slot.span)
    opens = place.start > start and opens_a_line(document, segment, place)
    line_at = slot.span.start if opens else -1
    return Style(heading, "’" if curly else "'", runs_on, line_at)


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
    """A paragraph of one sentence without a stop at its end; the cells of a table are all alike."""
    own = sentence.text[sentence.start : sentence.end].strip()
    alone = segment.kind is Kind.PROSE and own == segment.text.strip()
    return alone and not own.endswith((".", ":", ";", "…"))


def _edits(document: Document, sentence: Sentence, row: Rewrite) -> tuple[Edit, ...] | None:
    segment = document.segments[sentence.segment]
    found: list[Edit] = []
    for change in row.changes:
        edits = source_edits(
            segment, sentence.placed(change.span), change.text, is_markup=document.format in MARKUP
        )
        if edits is None:
            return None
        found += edits
    if any(document.is_locked(edit.part, edit.start, edit.end) for edit in found):
        return None
    return tuple(found)
