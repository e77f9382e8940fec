"""A compiled pack + a document → findings; loaded once a text holds a trigger word.

The order of judgement: everything is matched, whatever is selected; lines and
labels take the mentions inside them, also where the user switched them off, but not where the
profile has them off; one finding a mention; what a rule says that is off by its name is said by
no other of its category (all in `match.matchers`); profile and severity hide, and voice, negation
and question lower what is shown (`findings`). A sentence in which no word of a rule stands is
passed over by the gate, which was asked of the whole text before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lintwords.fixes import safety
from lintwords.grammar.model import Slot
from lintwords.interface import say, to_say
from lintwords.judge.findings import FindingMaker, lowered, softened
from lintwords.judge.joined_results import by_place
from lintwords.judge.scene import Scene
from lintwords.later import once
from lintwords.match.matchers import Candidate, LetGo, Verdict, under_lines
from lintwords.match.parity import Use, strays
from lintwords.model import (
    FileResult,
    Finding,
    MentionNote,
    Passed,
    Place,
    Span,
    Voice,
    hull,
)
from lintwords.model.rule import Rule
from lintwords.prefilter.gate import Paragraph
from lintwords.readers.seen.lead_ins import item_at
from lintwords.settings.selection import is_in_profile, off_in_place, shown
from lintwords.text.sentences import Sentence

_SILENT = dict(zip(
    Voice,
    to_say("silent: own voice", "silent: attributed voice", "silent: rebutted voice",
           "silent: quoted voice", "silent: meta voice"), strict=True,
))
# why nothing is said of words in a voice
_LET_BE = dict(zip(
    (Voice.META, Voice.REBUTTED),
    to_say("words that are spoken of",
           "words that the text contradicts, or from which it keeps its distance"), strict=True,
))
_NAMED_ACTORS = frozenset(("nouns.organ", "nouns.leader", "nouns.forces"))
_AT_ONCE = 16  # sentences whose mentions are found together, where that takes less time
MOST = 10_000  # findings of a document; the words after them are said not to be judged

# told after each sentence, and after each paragraph in which nothing is looked for, how much of a
# text is judged, from 0 to 1, and what was found since
Heard = Callable[[float, Sequence[Finding]], None]


def judge(
    scene: Scene, paragraphs: Iterable[Paragraph | None], heard: Heard | None = None
) -> FileResult:
    """All findings of a document, in order of place; the same in any process.

    `paragraphs` are as the gate sees them. What `heard` is told of comes again in the result, in
    which there may be more: what only the whole text shows.
    """
    return _Run(scene).result(paragraphs, heard)


class _Matched(NamedTuple):
    """What rules say of a sentence: lines, ways to say one thing, what filters let go, mentions."""

    lines: list[Candidate]
    ways: list[Candidate]
    let_go: list[LetGo]
    verdicts: list[Verdict]


class _Run:
    """The state of one pass over one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.make = scene, FindingMaker(scene)
        self.compiled, self.document = scene.compiled, scene.document
        self.options = scene.options
        self.off = off_in_place(self.compiled.rules, self.options)
        self.findings: list[Finding] = []
        self.passed: dict[Passed, None] = {}  # in their order, each once
        self.mentions: list[MentionNote] = []
        self.uses: list[Use] = []
        self.coming: Iterator[Sentence] = iter(())  # whose mentions may be found ahead
        self.topics: dict[str, bool] = {}  # rule → is the document about it
        self.subjects: dict[tuple[str, int], bool] = {}  # the same of a segment

    def result(
        self, paragraphs: Iterable[Paragraph | None], heard: Heard | None
    ) -> FileResult:
        segments, remit = self.document.segments, self.scene.remit
        if self.compiled.mentions.gains_by_many:
            self.coming = self._judged(paragraphs)
        for index, paragraph in enumerate(remit.share(self.document, paragraphs)):
            if paragraph is None:
                if heard:
                    heard((index + 1) / len(segments), ())
                continue
            sentences = self.scene.sentences[index]
            first = len(self.findings)
            for sentence in sentences:
                found = len(self.findings)
                if _is_hit(sentence, paragraph, is_alone=len(sentences) == 1):
                    self._judge(self.scene.sentences.alike(sentence))
                if heard:
                    done = (index + sentence.end / len(segments[index].text)) / len(segments)
                    heard(done, tuple(self.findings[found:]))
                if len(self.findings) >= MOST:
                    self._match_turns(first)
                    return self._found(is_cut=True)
            self._match_turns(first)
        if self.uses:
            self._report_strays()
        return self._found()

    def _match_turns(self, first: int) -> None:
        """Lets what comes again in a passage change everywhere or nowhere."""
        if len(self.findings) - first > 1:
            self.findings[first:] = safety.alike(self.findings[first:], self.compiled.pack.says)

    def _judged(self, paragraphs: Iterable[Paragraph | None]) -> Iterator[Sentence]:
        """The sentences that are judged, in their order."""
        for index, paragraph in enumerate(self.scene.remit.share(self.document, paragraphs)):
            if paragraph is not None:
                sentences = self.scene.sentences[index]
                for sentence in sentences:
                    if _is_hit(sentence, paragraph, is_alone=len(sentences) == 1):
                        yield self.scene.sentences.alike(sentence)

    def _found(self, *, is_cut: bool = False) -> FileResult:
        ordered = sorted(self.findings, key=by_place)
        return FileResult(
            self.scene.remit.lang_of(self.document), tuple(ordered), tuple(self.passed),
            tuple(self.mentions), cannot=self.compiled.line_rules.stopped, is_cut=is_cut,
        )

    def _judge(self, sentence: Sentence) -> None:
        compiled, options = self.compiled, self.options
        if compiled.mentions.gains_by_many and not compiled.mentions.are_found(sentence):
            compiled.mentions.find(list(islice(self.coming, _AT_ONCE)))
        matched = once(sentence.notes, "matched", self._match, sentence)
        lines, let_go = matched.lines, matched.let_go
        self.uses += [
            Use(way, sentence) for way in matched.ways if shown(way.rule, way.severity, options)
        ]
        for line in lines:
            self._report(line, sentence)
        first = len(self.findings)
        for verdict in under_lines(matched.verdicts, self._covering(lines, sentence)):
            if verdict.candidate:
                self._report(verdict.candidate, sentence)
            elif options.keep_passed:
                self._pass(verdict.let_go, sentence)
            if options.explain_mentions:
                self._note(verdict, sentence)
        found = self.findings[first:]
        items = [item_at(self.scene.segment(sentence), one.at) for one in found]
        self.findings[first:] = safety.all_or_none(found, items, compiled.pack.says)
        if options.keep_passed:
            self._pass(let_go, sentence)

    def _match(self, sentence: Sentence) -> _Matched:
        """What the rules say of a sentence, whoever speaks; equal ones stand in equal passages."""
        compiled = self.compiled
        places = [
            (owner, span) for owner, span in compiled.line_rules.places(sentence)
            if owner.anywhere or self._in_context(owner.rule, sentence)
        ]
        lines, ways, let_go = compiled.line_rules.candidates(sentence, places, self.off)
        return _Matched(lines, ways, let_go, [
            compiled.mention_rules.verdict(sentence, slot, self.off)
            for slot in compiled.slots(sentence)
        ])

    def _covering(self, lines: Sequence[Candidate], sentence: Sentence) -> Sequence[Candidate]:
        """The lines that take the mentions inside them.

        One of which the profile says nothing leaves them to their own rules.
        """
        return [
            line for line in lines
            if line.rule.id in self.off.all
            or is_in_profile(line.rule, self.options, self.scene.voice(sentence, line.span))
        ]

    def _report(self, candidate: Candidate, sentence: Sentence) -> None:
        finding = self.make.of(candidate, sentence)
        if finding is not None:
            self.findings.append(finding)
        elif self.options.keep_passed and (voice := self.make.silent_voice(candidate, sentence)):
            self._passed(candidate.rule, candidate.span, sentence, say(_LET_BE[voice]))

    def _report_strays(self) -> None:
        """Where a document leaves its own way to say a thing, once for each other way."""
        house = self.compiled.pack.names.wordings.get(self.options.government_term, {})
        own = [use for use in self.uses if self._is_own(use)]
        for places in strays(own, str(house.get(self.compiled.pack.lang, ""))):
            free = (use for use in places if not self._is_taken(use))
            for use in islice(free, 1):
                self._report(use.candidate, use.sentence)

    def _is_own(self, use: Use) -> bool:
        voice = self.scene.voice(use.sentence, use.candidate.span)
        return voice in (Voice.OWN, Voice.ATTRIBUTED)

    def _is_taken(self, use: Use) -> bool:
        """Whether another finding stands there already."""
        here = hull(self.scene.pieces(use.candidate.span, use.sentence))
        return any(
            finding.at.part == here.part
            and finding.at.start < here.end and here.start < finding.at.end
            for finding in self.findings
        )

    def _in_context(self, rule: Rule, sentence: Sentence) -> bool:
        if not rule.context:
            return True
        if rule.context == "sentence":
            return not _classes_of(sentence).isdisjoint(rule.about)
        if rule.context == "paragraph":
            return self._is_about(rule, sentence.segment)
        if rule.id not in self.topics:
            rows = range(len(self.scene.sentences))
            self.topics[rule.id] = any(self._holds_topic(rule, row) for row in rows)
        return self.topics[rule.id]

    def _is_about(self, rule: Rule, row: int) -> bool:
        """Whether a segment is about what the rule asks for; looked for once."""
        known = self.subjects.get((rule.id, row))
        if known is None:
            known = self.subjects[rule.id, row] = self._holds_topic(rule, row)
        return known

    def _holds_topic(self, rule: Rule, row: int) -> bool:
        """Whether a segment holds a word of what the rule is about."""
        return self.compiled.topic(rule).hit(self.document.segments[row].text) and any(
            not _classes_of(other).isdisjoint(rule.about) for other in self.scene.sentences[row]
        )

    # -- what was let go --------------------------------------------------------------------

    def _pass(self, rows: Sequence[LetGo], sentence: Sentence) -> None:
        titles = self.compiled.pack.filters
        for row in rows:
            self._passed(row.rule, row.span, sentence, titles[row.filter].title)

    def _passed(self, rule: Rule, span: Span, sentence: Sentence, reason: str) -> None:
        place, text = self.scene.place(span, sentence), sentence.text[span.start : span.end]
        passed = Passed(self.document.path, rule.id, text, place.line, reason, place.place)
        self.passed[passed] = None

    def _note(self, verdict: Verdict, sentence: Sentence) -> None:
        slot = verdict.slot
        at = self.scene.place(slot.span, sentence)
        governors = ", ".join(governor.lemma for governor in slot.governors)
        self.mentions.append(
            MentionNote(
                self.document.path, at.line, at.column,
                sentence.text[slot.span.start : slot.span.end], slot.name, slot.kind, governors,
                slot.head, self._verdict(verdict, sentence),
                verdict.candidate.severity if verdict.candidate else None, at.place,
                self._cues(slot, sentence, at),
                slot.chance if self.compiled.mentions.reader else -1, at.part, at.start,
                self._softened(verdict, sentence),
            )
        )

    def _cues(self, slot: Slot, sentence: Sentence, at: Place) -> tuple[tuple[str, float], ...]:
        """The words that weighed most, where they are asked for: they may take a while."""
        is_asked = self.options.explained in (None, (at.part, at.start))
        return self.compiled.mentions.cues(sentence, slot) if is_asked else ()

    def _softened(self, verdict: Verdict, sentence: Sentence) -> tuple[str, ...]:
        """What makes the finding of a mention weaker than its rule, in words."""
        candidate = verdict.candidate
        if candidate is None:
            return ()
        voice = self.scene.voice(sentence, verdict.slot.span, is_mention=True)
        severity = lowered(candidate, voice)
        told = shown(candidate.rule, severity, self.options, voice) if severity else None
        if severity is None or told is None:
            return ()
        why = softened(candidate, voice) if severity < candidate.severity else []
        return (*why, say("the profile or the settings")) if told < severity else tuple(why)

    def _verdict(self, verdict: Verdict, sentence: Sentence) -> str:
        if verdict.inside:
            return say("in the line {rule}", rule=verdict.inside.rule.id)
        if not self.scene.is_ours(verdict.slot.span, sentence):
            return say("silent: a passage in another language")
        if verdict.candidate:
            rule = verdict.candidate.rule
            voice = self.scene.voice(sentence, verdict.slot.span, is_mention=True)
            severity = lowered(verdict.candidate, voice)
            if severity is None:
                return say(_SILENT[voice])
            if shown(rule, severity, self.options) is None:
                return say("silent: {rule} is off here", rule=rule.id)
            return rule.id
        if verdict.let_go:
            title = self.compiled.pack.filters[verdict.let_go[0].filter].title
            return say("silent: {why}", why=title)
        if not _NAMED_ACTORS.isdisjoint(verdict.slot.head_classes):
            return say("silent: the actor is named")
        reading = self.compiled.patterns.loaded.reading
        if reading and verdict.slot.chance < reading.perhaps:
            cut = round(reading.perhaps / 10)
            if round(verdict.slot.chance / 10) == cut:  # as the chance beside it is told
                return say("silent: just under {cut} % in the whole sentence", cut=cut)
            return say("silent: below {cut} % in the whole sentence", cut=cut)
        if not verdict.slot.governors:
            return say("silent: no rule for the slot {slot}", slot=verdict.slot.kind)
        return say("silent: no rule for this governor")


def _is_hit(sentence: Sentence, paragraph: Paragraph, *, is_alone: bool) -> bool:
    """Whether a sentence may hold what is looked for; a paragraph of one surely does."""
    return is_alone or paragraph.hit(sentence.text[sentence.start : sentence.end])


def _classes_of(sentence: Sentence) -> frozenset[str]:
    """The classes of all words, names and entries of a sentence."""
    return once(sentence.notes, "classes", _classes, sentence)


def _classes(sentence: Sentence) -> frozenset[str]:
    found: set[str] = set()
    for token in sentence.tokens:
        found |= token.classes
        if token.name:
            found.add(f"names.{token.name}")
    for word in sentence.words:
        found |= word.classes
    for _, classes in sentence.marked:
        found |= classes
    return frozenset(found)
