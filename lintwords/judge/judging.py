"""A compiled pack + a document → findings; loaded once a text holds a trigger word.

The order of judgement is that of DESIGN.md: everything is matched, whatever is selected; lines and
labels take the mentions inside them; one finding a mention; voice, negation and question lower it;
profile, selection and severity only hide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import overload

from lintwords.files.digest import blake2b
from lintwords.fixes import safety
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.passages import passage
from lintwords.judge.wordings import fitting
from lintwords.match.matchers import Candidate, LetGo, Verdict, under_lines
from lintwords.match.parity import Use, strays
from lintwords.model import (
    Document,
    FileResult,
    Finding,
    Fix,
    MentionNote,
    Options,
    Passed,
    Place,
    Segment,
    Severity,
    Span,
    Voice,
    hull,
)
from lintwords.model.lines import Lines
from lintwords.model.rule import Rule
from lintwords.packs.naming import filled
from lintwords.settings.selection import shown
from lintwords.text.langtag import language
from lintwords.text.sentences import Sentence, Window
from lintwords.text.transcripts import spoken
from lintwords.voices import Voices, mark

_WEAKER = (Voice.ATTRIBUTED, Voice.QUOTED)
_NAMED_ACTORS = frozenset(("nouns.organ", "nouns.leader", "nouns.forces"))
_WORD = re.compile(r"\w+")
_AROUND = 5  # words on either side that tell a finding from others with the same words
MOST = 10_000  # findings of a document; the words after them are said not to be judged
_ROWS = 1000  # segments whose sentences are kept
_REACH = 100  # characters in which they are looked for


def judge(
    compiled: CompiledPack, document: Document, options: Options, *, is_home: bool = True
) -> FileResult:
    """All findings of a document, in order of place; the same in any process.

    With `is_home` a passage whose language is not told is judged too.
    """
    return _Run(compiled, document, options, is_home).result()


def together(results: Sequence[FileResult]) -> FileResult:
    """One result of those of several languages on one document."""
    first = results[0]
    if len(results) == 1:
        return first
    rows = [finding for result in results for finding in result.findings]
    return replace(
        first, findings=tuple(sorted(rows, key=_by_place)),
        passed=tuple(one for result in results for one in result.passed),
        mentions=tuple(sorted(
            (one for result in results for one in result.mentions),
            key=lambda note: (note.line, note.column),
        )),
        cannot=tuple(one for result in results for one in result.cannot),
        is_cut=any(result.is_cut for result in results),
    )  # fmt: skip


def _by_place(finding: Finding) -> tuple[int, int, int, str]:
    return finding.at.part, finding.at.start, finding.at.end, finding.rule


def around(text: str, span: Span) -> tuple[str, str]:
    """A few words on either side of `span`, by which it is known again after edits elsewhere."""
    before = _WORD.findall(text[max(span.start - _REACH, 0) : span.start].lower())
    after = _WORD.findall(text[span.end : span.end + _REACH].lower())
    return " ".join(before[-_AROUND:]), " ".join(after[:_AROUND])


class _Sentences(Sequence[Sequence[Sentence]]):
    """A row of sentences for each segment, which is split when it is asked for.

    Rows of segments that were asked for long ago are forgotten.
    """

    def __init__(self, compiled: CompiledPack, document: Document) -> None:
        self._compiled, self._segments = compiled, document.segments
        self._rows: dict[int, list[Sentence]] = {}
        self._window = Window()

    def __len__(self) -> int:
        return len(self._segments)

    @overload
    def __getitem__(self, index: int) -> list[Sentence]: ...

    @overload
    def __getitem__(self, index: slice) -> list[list[Sentence]]: ...

    def __getitem__(self, index: int | slice) -> list[Sentence] | list[list[Sentence]]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        row = self._rows.get(index)
        if row is None:
            if len(self._rows) >= _ROWS:
                del self._rows[next(iter(self._rows))]
            compiled, text = self._compiled, self._segments[index].text
            row = self._rows[index] = [
                Sentence(
                    index, text, span.start, span.end, compiled.lexicon, compiled.names,
                    self._window,
                )  # fmt: skip
                for span in compiled.splitter.split(text)
            ]
        return row


@dataclass
class _Run:
    """The state of one pass over one document."""

    compiled: CompiledPack
    document: Document
    options: Options
    is_home: bool = True
    findings: list[Finding] = field(default_factory=list)
    passed: dict[Passed, None] = field(default_factory=dict)  # in their order, each once
    mentions: list[MentionNote] = field(default_factory=list)
    seen: dict[bytes, int] = field(default_factory=dict)  # what a fingerprint is of → how often
    uses: list[Use] = field(default_factory=list)
    topics: dict[str, bool] = field(default_factory=dict)  # rule → is the document about it
    subjects: dict[tuple[str, int], bool] = field(default_factory=dict)  # the same of a segment

    def __post_init__(self) -> None:
        self.sentences = _Sentences(self.compiled, self.document)
        self.lines = [Lines(part) for part in self.document.parts]

    @cached_property
    def voices(self) -> Voices:
        return mark(self.document, self.sentences, self.compiled.lexicon)

    @cached_property
    def spoken(self) -> range:
        return spoken(self.document.segments, self.compiled.lexicon)

    def result(self) -> FileResult:
        document, gate = self.document, self.compiled.gate
        ours = self._speaks(document.lang)
        lang = self.compiled.pack.lang if ours else str(document.lang)
        segments = document.segments
        paragraphs = gate.paragraphs(segment.text for segment in segments)
        for index, (segment, paragraph) in enumerate(zip(segments, paragraphs, strict=True)):
            if paragraph is None or not self._speaks_in(segment):
                continue
            sentences = self.sentences[index]
            for sentence in sentences:
                text = segment.text[sentence.start : sentence.end]
                if len(sentences) == 1 or paragraph.hit(text):
                    self._judge(sentence)
                if len(self.findings) >= MOST:
                    return self._found(lang, is_cut=True)
        if self.uses:
            self._report_strays()
        return self._found(lang)

    def _found(self, lang: str, *, is_cut: bool = False) -> FileResult:
        ordered = sorted(self.findings, key=_by_place)
        return FileResult(
            lang, tuple(map(self._said, ordered)), tuple(self.passed), tuple(self.mentions),
            cannot=self.compiled.lines.stopped, is_cut=is_cut,
        )

    def _said(self, finding: Finding) -> Finding:
        """The finding with the reasons of its fixes in words."""
        if not any(fix.why_not for fix in finding.fixes):
            return finding
        says = self.compiled.pack.says
        return replace(finding, fixes=tuple(
            replace(fix, why_not=says(fix.why_not)) if fix.why_not else fix
            for fix in finding.fixes
        ))  # fmt: skip

    def _speaks(self, lang: str | None) -> bool:
        """Whether the pack is for a text of that language."""
        wanted = self.options.lang if self.options.lang != "auto" else lang
        return self.is_home if wanted is None else language(wanted) == self.compiled.pack.lang

    def _speaks_in(self, segment: Segment) -> bool:
        """Whether the pack is for some of a segment."""
        return self._speaks(segment.lang or self.document.lang) or any(
            self._speaks(foreign.lang) for foreign in segment.foreign
        )

    def _is_ours(self, span: Span, sentence: Sentence) -> bool:
        """Whether the pack is for the language at a place."""
        segment = self.document.segments[sentence.segment]
        langs = (one.lang for one in segment.foreign if one.start <= span.start < one.end)
        return self._speaks(next(langs, segment.lang or self.document.lang))

    def _judge(self, sentence: Sentence) -> None:
        compiled, options = self.compiled, self.options
        lines, ways, let_go = compiled.lines.match(
            sentence, lambda rule: self._in_context(rule, sentence)
        )
        self.uses += [
            Use(way, sentence) for way in ways if shown(way.rule, way.severity, options)
        ]  # fmt: skip
        verdicts = [
            compiled.mention_rules.verdict(sentence, slot) for slot in compiled.slots(sentence)
        ]
        for line in lines:
            self._report(line, sentence)
        first = len(self.findings)
        for verdict in under_lines(verdicts, lines):
            if verdict.candidate:
                self._report(verdict.candidate, sentence)
            elif options.keep_passed:
                self._pass(verdict.let_go, sentence)
            if options.explain_mentions:
                self._note(verdict, sentence)
        self.findings[first:] = safety.alike(self.findings[first:])
        if options.keep_passed:
            self._pass(let_go, sentence)

    def _report_strays(self) -> None:
        """Where a document leaves its own way to say a thing, once for each other way."""
        house = self.compiled.pack.names.wordings.get(self.options.government_term, {})
        own = [use for use in self.uses if self._is_own(use)]
        for places in strays(own, str(house.get(self.compiled.pack.lang, ""))):
            free = (use for use in places if not self._is_taken(use))
            for use in islice(free, 1):
                self._report(use.candidate, use.sentence)

    def _is_own(self, use: Use) -> bool:
        voice = self.voices.at(use.sentence.segment, use.candidate.span)
        return voice in (Voice.OWN, Voice.ATTRIBUTED)

    def _is_taken(self, use: Use) -> bool:
        """Whether another finding stands there already."""
        segment = self.document.segments[use.sentence.segment]
        here = hull(segment.map.to_source(use.candidate.span))
        return any(
            finding.at.part == here.part
            and finding.at.start < here.end and here.start < finding.at.end
            for finding in self.findings
        )  # fmt: skip

    def _in_context(self, rule: Rule, sentence: Sentence) -> bool:
        if not rule.context:
            return True
        if rule.context == "sentence":
            return not _classes_of(sentence).isdisjoint(rule.about)
        if rule.context == "paragraph":
            return self._is_about(rule, sentence.segment)
        if rule.id not in self.topics:
            rows = range(len(self.sentences))
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
            not _classes_of(other).isdisjoint(rule.about) for other in self.sentences[row]
        )

    # -- from candidates to findings --------------------------------------------------------

    def _report(self, candidate: Candidate, sentence: Sentence) -> None:
        rule, span = candidate.rule, candidate.span
        if shown(rule, candidate.severity, self.options) is None:
            return  # no voice makes it stronger
        if not self._is_ours(span, sentence):
            return
        voice = self.voices.at(sentence.segment, span)
        severity = self._lowered(candidate, voice)
        weight = shown(rule, severity, self.options, voice) if severity else None
        if weight is None:
            return
        segment = self.document.segments[sentence.segment]
        pieces = segment.map.to_source(span)
        whole = hull(pieces)
        source = self.document.parts[whole.part].text
        words = segment.text[span.start : span.end]
        before, after = around(segment.text, span)
        slot, governor = candidate.slot, candidate.governor
        fixes = self._fixes(candidate, sentence, voice)
        self.findings.append(
            Finding(
                path=self.document.path, rule=rule.id, category=rule.category, severity=weight,
                lang=rule.lang, message=self._message(rule, voice), why=rule.why,
                text=source[whole.start : whole.end], words=words, voice=voice,
                slot=slot.kind if slot else "", governor=governor.lemma if governor else "",
                at=self.lines[whole.part].place(whole), pieces=pieces,
                fingerprint=self._fingerprint(rule, words, sentence),
                fixes=fixes, instead=self._asked(fixes, candidate) if fixes
                else self._instead(candidate, sentence),
                sources=rule.sources, before=before, after=after,
                sentence=passage(segment.text, Span(sentence.start, sentence.end), span),
            )
        )  # fmt: skip

    def _fixes(self, candidate: Candidate, sentence: Sentence, voice: Voice) -> tuple[Fix, ...]:
        """What can be written for a candidate in that voice."""
        made = self.compiled.fix_maker
        if made is None or not candidate.rule.fix:
            return ()
        is_speech = sentence.segment in self.spoken
        setting = safety.Setting(self.document, sentence, voice, is_speech)
        return made.fixes(candidate, setting, self.voices)

    def _asked(self, fixes: tuple[Fix, ...], candidate: Candidate) -> tuple[str, ...]:
        """What asks for the actor, where somebody else than the government may have acted."""
        if fixes[0].why_not not in safety.WHO_ACTED:
            return ()
        is_owner = candidate.slot and candidate.slot.kind in ("adjective", "possessive", "compound")
        return (self.compiled.pack.says("ask-whose" if is_owner else "ask-actor"),)

    def _instead(self, candidate: Candidate, sentence: Sentence) -> tuple[str, ...]:
        """The wordings that fit: number as the verb's, a capital at the start of a sentence."""
        slot, governor = candidate.slot, candidate.governor
        texts = tuple(fitting(candidate.rule, sentence, candidate.span, slot))
        if slot and slot.kind in ("subject", "passive"):
            unfit = slot.name != "group"  # the people's name takes a plural verb
            texts = tuple(t for t in texts if self.compiled.plural.get(t, not unfit) is not unfit)
        words = {"head": slot.head if slot else ""}
        if governor:
            words["verb"] = sentence.tokens[governor.at].text
        if slot and not slot.head:
            texts = tuple(text for text in texts if "{head}" not in text)
        texts = tuple(filled(text, words) for text in texts)
        before = sentence.text[sentence.start : candidate.span.start]
        if any(letter.isalnum() for letter in before):
            return texts
        return tuple(text[:1].upper() + text[1:] for text in texts)

    def _lowered(self, candidate: Candidate, voice: Voice) -> Severity | None:
        """GUIDE 3: one step weaker at most, and nothing for what is rebutted or meta."""
        if voice is Voice.META:
            return None
        if voice is Voice.REBUTTED and candidate.rule.is_line:
            return None
        slot, governor = candidate.slot, candidate.governor
        doubted = bool((slot and slot.asked) or (governor and governor.negated))
        if doubted or voice in _WEAKER:
            return candidate.severity.weaker
        return candidate.severity

    def _message(self, rule: Rule, voice: Voice) -> str:
        if voice is Voice.QUOTED:
            return rule.quoted or self.compiled.pack.says("quoted")
        if voice is Voice.ATTRIBUTED and rule.is_line:
            return rule.attributed or self.compiled.pack.says("attributed")
        return rule.title

    def _fingerprint(self, rule: Rule, words: str, sentence: Sentence) -> str:
        """Of rule, words and sentence, and how often that came before: no line number in it."""
        around: str | None = sentence.notes.get("bare")
        if around is None:
            around = sentence.notes["bare"] = _bare(sentence)
        key = blake2b(digest_size=10)
        key.update(f"{rule.id}|{' '.join(words.lower().split())}|{around}".encode(
            "utf-8", "replace"
        ))
        nth = self.seen[key.digest()] = self.seen.get(key.digest(), 0) + 1
        key.update(f"|{nth}".encode())
        return key.hexdigest()

    # -- what was let go --------------------------------------------------------------------

    def _pass(self, rows: Sequence[LetGo], sentence: Sentence) -> None:
        titles = self.compiled.pack.filters
        for row in rows:
            place = self._place(row.span, sentence)
            reason = titles[row.filter].title
            text = sentence.text[row.span.start : row.span.end]
            passed = Passed(
                self.document.path, row.rule.id, text, place.line, reason, place.place
            )
            self.passed[passed] = None

    def _place(self, span: Span, sentence: Sentence) -> Place:
        whole = hull(self.document.segments[sentence.segment].map.to_source(span))
        return self.lines[whole.part].place(whole)

    def _note(self, verdict: Verdict, sentence: Sentence) -> None:
        slot = verdict.slot
        at = self._place(slot.span, sentence)
        governors = ", ".join(governor.lemma for governor in slot.governors)
        self.mentions.append(
            MentionNote(
                self.document.path, at.line, at.column,
                sentence.text[slot.span.start : slot.span.end], slot.name, slot.kind, governors,
                slot.head, self._verdict(verdict, sentence),
                verdict.candidate.severity if verdict.candidate else None, at.place,
                self.compiled.mentions.cues(sentence, slot),
                slot.chance if self.compiled.mentions.reader else -1, at.part, at.start,
            )
        )  # fmt: skip

    def _verdict(self, verdict: Verdict, sentence: Sentence) -> str:
        if verdict.inside:
            return f"in the line {verdict.inside.rule.id}"
        if not self._is_ours(verdict.slot.span, sentence):
            return "silent: a passage in another language"
        if verdict.candidate:
            rule = verdict.candidate.rule
            voice = self.voices.at(sentence.segment, verdict.slot.span)
            lowered = self._lowered(verdict.candidate, voice)
            if lowered is None:
                return f"silent: {voice.value} voice"
            if shown(rule, lowered, self.options) is None:
                return f"silent: {rule.id} is off here"
            return rule.id
        if verdict.let_go:
            return f"silent: {self.compiled.pack.filters[verdict.let_go[0].filter].title}"
        if not _NAMED_ACTORS.isdisjoint(verdict.slot.head_classes):
            return "silent: the actor is named"
        if not verdict.slot.governors:
            return f"silent: no rule for the slot {verdict.slot.kind}"
        return "silent: no rule for this governor"


def _bare(sentence: Sentence) -> str:
    """The words of a sentence and nothing else."""
    return " ".join(_WORD.findall(sentence.text[sentence.start : sentence.end].lower()))


def _classes_of(sentence: Sentence) -> frozenset[str]:
    """The classes of all words, names and entries of a sentence."""
    found: frozenset[str] | None = sentence.notes.get("classes")
    if found is None:
        found = sentence.notes["classes"] = _classes(sentence)
    return found


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
