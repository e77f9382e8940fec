"""Is a fix safe? Each reason against it, asked of a wording, of a sentence and of a file.

`making` asks of a wording first (`Safety.against`, which puts the words on trial in their sentence:
`match.trial`); then `judge.one_document` of a sentence whose findings stand (`all_or_none`: of two
actors both change or neither) and of a passage (`alike`: so do words that come again); then
`run.one_file` of the file (`in_file`).

A fix is safe where none of them holds: `against` is the list of those on a wording, in the order in
which they are asked. How often a sentence is judged anew has a bound, so that no text can make it
slow; what is over it is offered, and not safe. The keys of all reasons stand in `model.reasons`,
their words in the messages of a language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from lintwords.fixes.edits import is_in_title, opens_a_line, why_bound
from lintwords.grammar import Grammar
from lintwords.grammar.model import Change, Rewrite, Slot
from lintwords.later import once
from lintwords.match.matchers import Candidate
from lintwords.match.trial import Trial
from lintwords.model import Document, Finding, Span, Voice, reasons
from lintwords.readers import only_read
from lintwords.text.sentences import Sentence
from lintwords.values import dataclass, replace

_NAMED_BY_US = ("possessive",)  # "China's demand was rejected" quotes nobody
_COUNTRY = ("country", "group")  # "China", "the Chinese"
_ACTS = ("subject", "passive", "object")
_CLOSING = {"“": "”", "«": "»", '"': '"'}  # by the mark that opens
_STRAIGHT = '"'  # opens and closes
_GOES_ON = 8  # passages in which a quotation may be closed
_MOST_NAMES = 12  # in a sentence that holds more names of the country no wording is judged
_MOST_TRIED = 8  # so many wordings are put into one sentence to judge it anew


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a wording would stand, and who speaks there."""

    document: Document
    sentence: Sentence
    voice: Voice
    is_speech: bool  # in a record of speech


# somebody else than the government may have acted, or nobody knows who
WHO_ACTED = frozenset((reasons.COMPANY, reasons.FIRMS, reasons.UNSEEN))
_VAGUE = (reasons.UNSURE, reasons.WHO_IS_MEANT)


@dataclass(frozen=True)
class Safety:
    """Asks for reasons by one pack."""

    grammar: Grammar
    trial: Trial

    def against(
        self, candidate: Candidate, row: Rewrite, around: Surroundings,
        about: Callable[[Rewrite], str],
    ) -> str:
        """Why a wording is not safe where it would stand; empty if nothing speaks against it.

        `about` tells what the sentence itself has against it.
        """
        slot = candidate.slot
        assert slot is not None  # without one no wording is made
        sentence = around.sentence
        segment = around.document.segments[sentence.segment]
        if around.is_speech:
            return reasons.SPOKEN
        said = candidate.by_hand or row.doubt
        if said in _VAGUE and (more := about(row)) in WHO_ACTED:
            return more  # it tells more
        if said:
            return said
        if len(self.grammar.slots_of(sentence)) > _MOST_NAMES:
            return reasons.CROWDED
        if doubt := about(row):
            return doubt
        if not _is_ours(around.voice, slot) or _may_be_quoted(around) or _runs_on(around):
            return reasons.ANOTHERS
        if self._stays_beside(sentence, slot):
            return reasons.AGAIN
        if again := self._found_again(sentence, row):
            return again
        place = sentence.placed(row.span)
        if is_in_title(around.document, segment, place):
            return reasons.LINK_TITLE
        if bound := why_bound(around.document, segment, place):
            return bound
        if row.span.start > sentence.start and opens_a_line(around.document, segment, place):
            return reasons.AFTER_A_STOP
        return ""

    def _found_again(self, sentence: Sentence, row: Rewrite) -> str:
        """Why the new words would not do; judged anew only where it is not sure without."""
        known: dict[tuple[Change, ...], _Tried] = sentence.notes.setdefault("tried", {})
        found = known.setdefault(row.changes, _Tried(self.trial, sentence, row.changes))
        if found.is_surely_clean:
            return ""
        tried = sentence.here["tried"] = sentence.here.get("tried", 0) + 1
        if tried > _MOST_TRIED:
            return reasons.CROWDED
        return "" if found.is_clean else reasons.STILL_FOUND

    def _stays_beside(self, sentence: Sentence, slot: Slot) -> bool:
        """Whether the name acts a second time in the sentence, where it is no finding and stays."""
        names = _COUNTRY if slot.name in _COUNTRY else (slot.name,)
        if sum(token.name in names for token in sentence.tokens) < 2:
            return False
        staying = once(sentence.notes, "staying", self._staying, sentence)
        return any(other.span != slot.span and other.name in names for other in staying)

    def _staying(self, sentence: Sentence) -> list[Slot]:
        """Where a name acts and is no finding."""
        return [
            slot for slot in self.grammar.slots_of(sentence)
            if (slot.kind in _ACTS or slot.listed) and self.trial.is_clean(sentence, slot.span)
        ]


class _Tried:
    """Words on trial in a sentence, or in one that equals it."""

    def __init__(self, trial: Trial, sentence: Sentence, changes: Sequence[Change]) -> None:
        self._trial, self._sentence, self._changes = trial, sentence, changes

    @cached_property
    def is_surely_clean(self) -> bool:
        """Whether that is sure without reading the sentence anew."""
        texts = [change.text for change in self._changes]
        return self._trial.is_surely_clean(self._sentence, texts)

    @cached_property
    def is_clean(self) -> bool:
        """Whether no rule finds anything in their place, the sentence read anew."""
        return self._trial.is_clean(*_rewritten(self._sentence, self._changes))


def all_or_none(
    findings: Sequence[Finding], items: Sequence[int], says: Callable[[str], str]
) -> list[Finding]:
    """The findings of a sentence, none safe where that would change one name and leave another.

    "the Chinese government" beside "China" would read as two actors. Of a list each of the `items`
    is asked by itself, unless what leads them in (0) names one of the actors.
    """
    mixed: dict[int, set[bool]] = {}
    for one, item in zip(findings, items, strict=True):
        if one.slot and (one.fixes or one.instead):
            mixed.setdefault(item, set()).add(bool(one.fixes) and one.fixes[0].safe)
    if 0 in mixed:
        mixed = dict.fromkeys(items, set().union(*mixed.values()))
    if all(len(safe) < 2 for safe in mixed.values()):
        return list(findings)
    why = says(reasons.ONE_OF_TWO)
    return [
        unsafe(one, why) if one.slot and one.fixes and len(mixed.get(item, ())) > 1 else one
        for one, item in zip(findings, items, strict=True)
    ]


def alike(findings: Sequence[Finding], says: Callable[[str], str]) -> list[Finding]:
    """The findings of a passage, none safe where words that come again would change but in part.

    "Who condemned China yesterday? Who condemned China last year?": all of them, or none.
    """
    mixed: dict[tuple[str, str, str], set[bool]] = {}
    for one in findings:
        if _comes_again(one):
            mixed.setdefault(_turn(one), set()).add(one.fixes[0].safe)
    parted = {turn for turn, safe in mixed.items() if len(safe) > 1}
    if not parted:
        return list(findings)
    why = says(reasons.ONE_OF_TWO)
    return [
        unsafe(one, why) if _comes_again(one) and _turn(one) in parted else one
        for one in findings
    ]


def _comes_again(finding: Finding) -> bool:
    """Whether it may be one of a turn of words: what is done to the country, or of whom."""
    return bool(finding.fixes) and finding.slot not in ("", "subject", "passive", "tag")


def _turn(finding: Finding) -> tuple[str, str, str]:
    return finding.slot, finding.governor, finding.words


def in_file(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of a document; no fix is safe in a file that is only read.

    One that was not safe before keeps its own reason, which helps whoever changes it by hand.
    """
    why = only_read(document) if any(finding.fixes for finding in findings) else ""
    if not why:
        return tuple(findings)
    return tuple(unsafe(one, why) for one in findings)


def unsafe(finding: Finding, why: str) -> Finding:
    """The finding with no safe fix; a fix that was not safe keeps its own reason."""
    return replace(finding, fixes=tuple(
        replace(fix, safe=False, why_not=why) if fix.safe else fix for fix in finding.fixes
    ))


def _is_ours(voice: Voice, slot: Slot) -> bool:
    """Whether the words are the writer's own, or name what is only rebutted."""
    return voice is Voice.OWN or (voice is Voice.REBUTTED and slot.kind in _NAMED_BY_US)


def _may_be_quoted(around: Surroundings) -> bool:
    """Whether the next passage goes on with a quotation that nothing here opens or closes."""
    at = around.sentence.segment + 1
    following = around.document.segments[at : at + _GOES_ON]
    first = following[0].text.lstrip()[:1] if following else ""
    closing = _CLOSING.get(first)
    if closing is None:
        return False
    texts = (segment.text.lstrip().lstrip(first) for segment in following)
    return not any(closing in text for text in texts)


def _runs_on(around: Surroundings) -> bool:
    """Whether a quotation opens in a passage before and closes in one after: marks of one shape."""
    at, segments = around.sentence.segment, around.document.segments
    if _STRAIGHT in segments[at].text:
        return False
    before = reversed(segments[max(at - _GOES_ON, 0) : at])
    after = segments[at + 1 : at + 1 + _GOES_ON]
    return all(
        next((one.text.count(_STRAIGHT) for one in side if _STRAIGHT in one.text), 0) % 2
        for side in (before, after)
    )


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
