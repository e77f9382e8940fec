"""Document + rules → findings.

The order of judgement is that of DESIGN.md: everything is matched, whatever is selected; lines and
labels take the mentions inside them; one finding a mention; voice, negation and question lower it;
profile, selection and severity only hide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from importlib import import_module

from lintwords import store
from lintwords.errors import LintwordsError, RulePackError
from lintwords.filters import Filters
from lintwords.gate import Gate
from lintwords.grammar.model import Slot
from lintwords.lexicon import Lexicon
from lintwords.matching import (
    Candidate,
    LetGo,
    LineMatcher,
    MentionMatcher,
    Verdict,
    under_lines,
)
from lintwords.model import (
    Document,
    Finding,
    MentionNote,
    Options,
    Passed,
    Severity,
    Span,
    Voice,
    hull,
)
from lintwords.phrases import Compiler, PhraseMatcher, Row
from lintwords.place import Lines
from lintwords.rule import Pack, Phrase, Rule
from lintwords.segments import NameTable, Sentence, Splitter
from lintwords.voices import Voices, mark

LANGUAGES = ("en",)
_WEAKER = (Voice.ATTRIBUTED, Voice.QUOTED)
_QUOTED = "The speaker's words stay: ask the speaker, or add context around the quotation"
_ATTRIBUTED = "Attributed, but left standing: add what is missing"


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was found in one document."""

    lang: str
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    mentions: tuple[MentionNote, ...] = ()


def load(options: Options) -> Linter:
    """The linter for `options`.

    Raises `RulePackError` or `SettingsError` for a pack or a setting that is not valid.
    """
    lang = options.lang if options.lang in LANGUAGES else LANGUAGES[0]
    loaded = store.load(lang, names=options.names, packs=options.packs)
    return Linter(loaded, options)


@contextmanager
def hidden_rules_shown(linter: Linter, *, keep_passed: bool = False) -> Iterator[None]:
    """For a while, report what any rule finds, whatever profile and selection say."""
    kept = linter.options
    everything = tuple(rule.id for rule in linter.rules)
    linter.options = Options(lang=kept.lang, select=everything, keep_passed=keep_passed)
    try:
        yield
    finally:
        linter.options = kept


class Linter:
    """Judges documents by one pack; the same input gives the same findings in any process."""

    def __init__(self, loaded: store.Loaded, options: Options) -> None:
        self._loaded = loaded
        self.pack: Pack = loaded.pack
        self.options = options
        self.lexicon = Lexicon(loaded.tables)
        names = self.pack.names
        own = [r for r in self.pack.rules if not r.country or r.country == names.id]
        self.rules: tuple[Rule, ...] = tuple(own)
        self.names = NameTable.of({kind: names.forms.get(kind, ()) for kind in names.forms})

    @cached_property
    def _gate(self) -> Gate:
        names = self.pack.names.forms
        kinds = ("country", "adjective", "capital", "formal", "cold-war")
        words = {form.split(" ")[-1] for kind in kinds for form in names.get(kind, ())}
        return Gate(frozenset(words | self._lines.phrases.anchors))

    def gate(self, data: bytes, *, markup: bool = True) -> bool:
        """False: the bytes (UTF-8) surely hold no trigger word, so that nothing can be found."""
        return self._gate.open_for(data, markup=markup)

    # -- built when first needed ------------------------------------------------------------

    @cached_property
    def _filters(self) -> Filters:
        rows = {
            name: [self._compile(phrase, name) for phrase in found.phrase]
            for name, found in self.pack.filters.items()
        }
        return Filters(self.pack.filters, rows)

    @cached_property
    def _compiler(self) -> Compiler:
        return Compiler(self.lexicon, dict(self.pack.names.forms))

    def _compile(self, phrase: Phrase, owner: str) -> Row:
        try:
            return self._compiler.compile(phrase.pattern)
        except LintwordsError as trouble:
            raise RulePackError(f'"{owner}": {trouble.problem}', trouble.hint) from trouble

    @cached_property
    def _lines(self) -> LineMatcher:
        rows: list[tuple[Row, frozenset[str]]] = []
        owners: list[tuple[Rule, Severity]] = []
        for rule in self.rules:
            for phrase in rule.phrase:
                try:
                    row = self._compiler.compile(phrase.pattern)
                except LintwordsError as trouble:
                    raise RulePackError(
                        f'{rule.path} line {rule.line}: rule "{rule.id}": {trouble.problem}',
                        trouble.hint, rule.path,
                    ) from trouble  # fmt: skip
                rows.append((row, self._compiler.best_anchor(row) or frozenset()))
                owners.append((rule, phrase.severity or rule.severity))
        return LineMatcher(PhraseMatcher(rows), owners, self._filters)

    @cached_property
    def _mentions(self) -> MentionMatcher:
        return MentionMatcher([r for r in self.rules if not r.is_line], self._filters)

    @cached_property
    def _splitter(self) -> Splitter:
        return Splitter(self.lexicon)

    @cached_property
    def _slots(self) -> Callable[[Sentence], list[Slot]]:
        grammar = import_module(f"lintwords.grammar.{self.pack.lang}.slots")
        found: Callable[[Sentence], list[Slot]] = grammar.slots
        return found

    def with_rule(self, rule: Rule) -> Linter:
        """The same linter with another rule in place of the one of this id."""
        rules = tuple(rule if other.id == rule.id else other for other in self.pack.rules)
        pack = replace(self.pack, rules=rules)
        other = Linter(replace(self._loaded, pack=pack), self.options)
        other.lexicon = self.lexicon
        return other

    def check_pack(self) -> None:
        """Compile everything at once. Raises `RulePackError` for the first mistake."""
        _ = self._mentions, self._lines
        known = self.lexicon.classes() | {f"names.{kind}" for kind in self.pack.names.forms}
        for rule in self.rules:
            _check_classes(rule, known)

    # -- one document -----------------------------------------------------------------------

    def lint(self, document: Document) -> FileResult:
        """All findings of a document, in order of place."""
        return _Run(self, document).result()

    def sentences(self, document: Document) -> Sequence[Sequence[Sentence]]:
        """The sentences of each segment, split when first asked for."""
        return _Sentences(self, document)

    def hits(self, text: str) -> bool:
        """Whether a read text may hold a trigger word."""
        return self._gate.hit(text)

    def speaks(self, lang: str | None) -> bool:
        """Whether this pack is for a text of that language."""
        wanted = self.options.lang if self.options.lang != "auto" else lang
        return wanted is None or wanted.partition("-")[0].lower() == self.pack.lang

    def shown(self, rule: Rule, severity: Severity) -> Severity | None:
        """The severity under the profile and the selection; None if the finding is hidden."""
        options = self.options
        named = {rule.id, rule.category, *rule.aliases}
        if options.ignore and not named.isdisjoint(options.ignore):
            return None
        if options.select and named.isdisjoint(options.select):
            return None
        asked = bool(options.select) and not {rule.id, *rule.aliases}.isdisjoint(options.select)
        treatment = rule.profiles.get(options.profile, "on" if rule.default else "off")
        if (treatment == "off" or rule.preview) and not asked:
            return None
        severity = severity.weaker if treatment == "softer" else severity
        return severity if severity >= options.severity else None


class _Sentences(Sequence[Sequence[Sentence]]):
    """A row of sentences for each segment; a segment is split once, when it is asked for."""

    def __init__(self, linter: Linter, document: Document) -> None:
        self._linter, self._segments = linter, document.segments
        self._rows: dict[int, list[Sentence]] = {}

    def __len__(self) -> int:
        return len(self._segments)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # one index, never a slice
        if index not in self._rows:
            linter, text = self._linter, self._segments[index].text
            self._rows[index] = [
                Sentence(index, text, span.start, span.end, linter.lexicon, linter.names)
                for span in linter._splitter.split(text)
            ]
        return self._rows[index]


@dataclass
class _Run:
    """The state of one pass over one document."""

    linter: Linter
    document: Document
    findings: list[Finding] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    mentions: list[MentionNote] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sentences = self.linter.sentences(self.document)
        self.lines = [Lines(part) for part in self.document.parts]

    @cached_property
    def voices(self) -> Voices:
        return mark(self.document, self.sentences, self.linter.lexicon)

    def result(self) -> FileResult:
        linter, document = self.linter, self.document
        lang = linter.pack.lang if linter.speaks(document.lang) else str(document.lang)
        for index, segment in enumerate(document.segments):
            if not linter.speaks(segment.lang or document.lang) or not linter.hits(segment.text):
                continue
            for sentence in self.sentences[index]:
                if linter.hits(segment.text[sentence.start : sentence.end]):
                    self._judge(sentence)
        ordered = sorted(self.findings, key=lambda f: (f.at.part, f.at.start, f.at.end, f.rule))
        return FileResult(lang, tuple(ordered), tuple(self.passed), tuple(self.mentions))

    def _judge(self, sentence: Sentence) -> None:
        linter = self.linter
        lines, let_go = linter._lines.match(sentence)
        lines = [line for line in lines if self._in_context(line.rule, sentence)]
        verdicts = [linter._mentions.judge(sentence, s) for s in linter._slots(sentence)]
        for line in lines:
            self._report(line, sentence)
        for verdict in under_lines(verdicts, lines):
            if verdict.candidate:
                self._report(verdict.candidate, sentence)
            elif linter.options.keep_passed:
                self._pass(verdict.let_go, sentence)
            if linter.options.explain_mentions:
                self._note(verdict, sentence)
        if linter.options.keep_passed:
            self._pass(let_go, sentence)

    def _in_context(self, rule: Rule, sentence: Sentence) -> bool:
        if not rule.context:
            return True
        wanted = set(rule.about)
        if rule.context == "sentence":
            return any(not wanted.isdisjoint(_classes(s)) for s in (sentence,))
        rows: Sequence[int] = (
            (sentence.segment,) if rule.context == "paragraph" else range(len(self.sentences))
        )
        return any(
            not wanted.isdisjoint(_classes(other)) for row in rows for other in self.sentences[row]
        )

    # -- from candidates to findings --------------------------------------------------------

    def _report(self, candidate: Candidate, sentence: Sentence) -> None:
        rule, span = candidate.rule, candidate.span
        voice = self.voices.at(sentence.segment, span)
        severity = self._lowered(candidate, voice)
        shown = self.linter.shown(rule, severity) if severity else None
        if shown is None:
            return
        segment = self.document.segments[sentence.segment]
        pieces = segment.map.to_source(span)
        whole = hull(pieces)
        source = self.document.parts[whole.part].text
        words = segment.text[span.start : span.end]
        slot, governor = candidate.slot, candidate.governor
        self.findings.append(
            Finding(
                path=self.document.path, rule=rule.id, category=rule.category, severity=shown,
                lang=rule.lang, message=self._message(rule, voice), why=rule.why,
                text=source[whole.start : whole.end], words=words, voice=voice,
                slot=slot.kind if slot else "", governor=governor.lemma if governor else "",
                at=self.lines[whole.part].place(whole), pieces=pieces,
                fingerprint=self._fingerprint(rule, words, sentence),
                instead=rule.instead, sources=rule.sources,
            )
        )  # fmt: skip

    def _lowered(self, candidate: Candidate, voice: Voice) -> Severity | None:
        """GUIDE 3: one step weaker at most, and nothing for what is rebutted or meta."""
        if voice is Voice.META:
            return None
        if voice is Voice.REBUTTED and candidate.rule.is_line:
            return None
        slot, governor = candidate.slot, candidate.governor
        doubted = bool((slot and slot.asked) or (governor and governor.negated))
        if doubted or voice in _WEAKER or voice is Voice.REBUTTED:
            return candidate.severity.weaker
        return candidate.severity

    def _message(self, rule: Rule, voice: Voice) -> str:
        if voice is Voice.QUOTED:
            return rule.quoted or _QUOTED
        if voice is Voice.ATTRIBUTED and rule.is_line:
            return rule.attributed or _ATTRIBUTED
        return rule.title

    def _fingerprint(self, rule: Rule, words: str, sentence: Sentence) -> str:
        """Of rule, words and sentence, and how often that came before: no line number in it."""
        around = " ".join(re.findall(r"\w+", sentence.text[sentence.start : sentence.end].lower()))
        key = f"{rule.id}|{' '.join(words.lower().split())}|{around}"
        nth = self.seen[key] = self.seen.get(key, 0) + 1
        return blake2b(f"{key}|{nth}".encode("utf-8", "replace"), digest_size=10).hexdigest()

    # -- what was let go --------------------------------------------------------------------

    def _pass(self, rows: Sequence[LetGo], sentence: Sentence) -> None:
        titles = self.linter.pack.filters
        for row in rows:
            place = self._place(row.span, sentence)
            reason = titles[row.filter].title
            text = sentence.text[row.span.start : row.span.end]
            passed = Passed(self.document.path, row.rule.id, text, place[0], reason)
            if passed not in self.passed:
                self.passed.append(passed)

    def _place(self, span: Span, sentence: Sentence) -> tuple[int, int]:
        whole = hull(self.document.segments[sentence.segment].map.to_source(span))
        place = self.lines[whole.part].place(whole)
        return place.line, place.column

    def _note(self, verdict: Verdict, sentence: Sentence) -> None:
        slot = verdict.slot
        line, column = self._place(slot.span, sentence)
        governors = ", ".join(governor.lemma for governor in slot.governors)
        self.mentions.append(
            MentionNote(
                self.document.path, line, column, sentence.text[slot.span.start : slot.span.end],
                slot.name, slot.kind, governors, slot.head, self._verdict(verdict, sentence),
            )
        )  # fmt: skip

    def _verdict(self, verdict: Verdict, sentence: Sentence) -> str:
        if verdict.inside:
            return f"in the line {verdict.inside.rule.id}"
        if verdict.candidate:
            rule = verdict.candidate.rule
            voice = self.voices.at(sentence.segment, verdict.slot.span)
            lowered = self._lowered(verdict.candidate, voice)
            if lowered is None:
                return f"silent: {voice.value} voice"
            if self.linter.shown(rule, lowered) is None:
                return f"silent: {rule.id} is off here"
            return rule.id
        if verdict.let_go:
            return f"silent: {self.linter.pack.filters[verdict.let_go[0].filter].title}"
        if not verdict.slot.governors:
            return f"silent: no rule for the slot {verdict.slot.kind}"
        return "silent: no rule for this governor"


def _classes(sentence: Sentence) -> frozenset[str]:
    found: set[str] = set()
    for token in sentence.tokens:
        found |= token.classes
        if token.name:
            found.add(f"names.{token.name}")
    for word in sentence.words:
        found |= word.classes
    return frozenset(found)


def _check_classes(rule: Rule, known: frozenset[str]) -> None:
    from lintwords.errors import nearest

    def wanted() -> Iterator[str]:
        stack = list(rule.mention)
        while stack:
            keys = stack.pop()
            yield from (*keys.governor, *keys.head, *keys.object, *keys.complement, *keys.near)
            stack.extend(keys.but_not)
        yield from rule.about

    for name in wanted():
        if name not in known and name not in ("none", "any"):
            raise RulePackError(
                f'{rule.path} line {rule.line}: rule "{rule.id}": unknown class "{name}"',
                nearest(name, known), rule.path,
            )  # fmt: skip
