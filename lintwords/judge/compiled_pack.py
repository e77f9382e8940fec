"""A pack made ready to judge: compiled patterns, matchers, filters, the grammar of a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lintwords.errors import LintwordsError, RulePackError, nearest
from lintwords.fixes.candidates import FixCandidates
from lintwords.grammar import Grammar, grammar_of
from lintwords.grammar.model import Slot
from lintwords.match.filters import Filters
from lintwords.match.matchers import LineMatcher, MentionMatcher, Owner
from lintwords.match.mention_pattern import MOST_KNOWN
from lintwords.match.phrases import Compiler, PhraseIndex, PhraseMatcher
from lintwords.match.rawpatterns import RawPatterns
from lintwords.model import Span
from lintwords.model.rule import Names, Rule
from lintwords.packs.loader import Loaded
from lintwords.packs.naming import rules_for
from lintwords.prefilter.gate import Gate
from lintwords.prefilter.index import Clause, Table, table
from lintwords.reading import Reader
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import NameTable, Sentence, Splitter, name_at, names_at

_UNKNOWN: frozenset[str] = frozenset(("not asked yet",))
NAMES = ("country", "adjective", "group", "capital", "formal", "cold-war")


class CompiledPack:
    """What judges documents by one pack; the same input gives the same findings in any process."""

    def __init__(
        self, loaded: Loaded, like: CompiledPack | None = None, term: str = "government"
    ) -> None:
        self.pack = loaded.pack
        self._loaded = loaded
        self.lexicon: Lexicon = like.lexicon if like else Lexicon(loaded.tables)
        forms = self.pack.names.forms
        self.names = NameTable.of(dict(forms))
        self.rules = rules_for(loaded, term)
        # number of the wordings, so that a singular verb is not given a plural subject
        self.plural = {
            str(wording.get(self.pack.lang)): wording.get("number") == "plural"
            for wording in self.pack.names.wordings.values()
        }
        self._actors = _actors(self.pack.names)
        self._compiler: Compiler = (
            like._compiler if like else Compiler(self.lexicon, dict(forms))
        )
        self._phrases = [
            (
                phrase.pattern,
                Owner(rule, phrase.severity or rule.severity, is_concept=phrase.is_concept),
            )
            for rule in self.rules for phrase in rule.phrase
        ]  # fmt: skip
        self._phrases += [
            (pattern, Owner(rule, rule.severity, (nth, way)))
            for rule in self.rules for nth, ways in enumerate(rule.alike)
            for way, pattern in enumerate(ways)
        ]  # fmt: skip
        self._excuses = [
            (phrase.pattern, name)
            for name, found in self.pack.filters.items() for phrase in found.phrase
        ]  # fmt: skip
        self.splitter = Splitter(self.lexicon)
        self.grammar: Grammar = grammar_of(self.pack.lang)
        made = Reader(loaded.reading, self.grammar) if loaded.reading and not like else None
        self.reader: Reader | None = like.reader if like else made
        self._topic_gates: dict[str, Gate] = {}
        self._texts: dict[str, frozenset[str] | None] = {}
        self.fix_candidates: FixCandidates | None = FixCandidates.of(
            self.pack.names, term, self.grammar, self.is_clean, self.surely_clean
        )

    def slots(self, sentence: Sentence) -> list[Slot]:
        """Each mention of a sentence in its place, with what it stands for."""
        found = self.grammar.slots_of(sentence)
        if self.reader:
            for slot in found:
                slot.reading, slot.chance = self.reader.read(sentence, slot)
        return found

    def cues(self, sentence: Sentence, slot: Slot) -> tuple[tuple[str, float], ...]:
        """The words that weighed most in what a mention stands for, in words."""
        return tuple(self.reader.cues(sentence, slot)) if self.reader else ()

    def index(self) -> tuple[PhraseIndex, PhraseIndex, Table]:
        """Compile everything: the indexes of rules and filters, and what the gate asks.

        Raises `RulePackError` for the first mistake in a phrase or a class.
        """
        known = self.lexicon.classes() | {f"names.{kind}" for kind in self.pack.names.forms}
        for rule in self.rules:
            _check_classes(rule, known)
        for pattern, owner in self._phrases:
            rule = owner.rule
            try:
                self._compiler.check(pattern)
            except LintwordsError as trouble:
                problem = f'{rule.path} line {rule.line}: rule "{rule.id}": {trouble.problem}'
                raise RulePackError(problem, trouble.hint, rule.path) from trouble
        for pattern, name in self._excuses:
            try:
                self._compiler.check(pattern)
            except LintwordsError as trouble:
                raise RulePackError(f'filter "{name}": {trouble.problem}', trouble.hint) \
                    from trouble
        rows = [pattern for pattern, _ in self._phrases]
        excuses = [pattern for pattern, _ in self._excuses]
        clauses = [
            Clause(sets, self._words_about(owner.rule), owner.rule.context == "document")
            for pattern, owner in self._phrases for sets in self._compiler.clauses(pattern)
        ]  # fmt: skip
        asked = table(clauses, self._last_words(NAMES), self._compiler.cost)
        if any(rule.regex for rule in self.rules):
            asked = asked._replace(always=True)  # nothing is known of what a regex may match
        return (
            PhraseIndex.of(rows, self._compiler), PhraseIndex.of(excuses, self._compiler), asked
        )  # fmt: skip

    def _words_about(self, rule: Rule) -> frozenset[str]:
        """A word of all that a rule asks its surroundings for; of several words the rarest."""
        asked = rule.about if rule.context else ()
        return frozenset().union(*map(self._compiler.rarest, asked))

    def topic(self, rule: Rule) -> Gate:
        """A gate that only a text with a word of what the rule is about opens."""
        if rule.id not in self._topic_gates:
            self._topic_gates[rule.id] = Gate(table((), self._opening(rule.about)))
        return self._topic_gates[rule.id]

    def _opening(self, classes: Sequence[str]) -> frozenset[str]:
        """The first word of each entry, of names the last; their rarest would take long to find."""
        kinds = [cls.removeprefix("names.") for cls in classes if cls.startswith("names.")]
        words = (self.lexicon.members(cls).openers for cls in classes)
        return self._last_words(kinds).union(*words)

    def _last_words(self, kinds: Sequence[str]) -> frozenset[str]:
        """The last word of each name of these kinds."""
        forms = (form for kind in kinds for form in self.pack.names.forms.get(kind, ()))
        return frozenset(form.split(" ")[-1].lower() for form in forms)

    def take(self, lines: PhraseIndex, excuses: PhraseIndex, gate: Gate) -> None:
        """Use these indexes, built earlier from the same pack."""
        self.gate = gate
        patterns = [pattern for pattern, _ in self._excuses]
        owners = [name for _, name in self._excuses]
        self.filters = Filters(
            self.pack.filters, PhraseMatcher(patterns, excuses, self._compiler), owners
        )
        self.lines = LineMatcher(
            PhraseMatcher([pattern for pattern, _ in self._phrases], lines, self._compiler),
            [owner for _, owner in self._phrases],
            self.filters,
            RawPatterns([rule for rule in self.rules if rule.regex]),
        )
        self.mentions = self._matcher([rule for rule in self.rules if not rule.is_line])

    def _matcher(self, rules: Sequence[Rule]) -> MentionMatcher:
        return MentionMatcher(rules, self.filters, self.reader.head if self.reader else None)

    def with_rule(self, rule: Rule) -> CompiledPack:
        """The same pack with another rule in place of the one of this id.

        No other mention rule is asked, so that what this rule says is seen by itself; no fix is
        made.
        """
        rules = tuple(rule if other.id == rule.id else other for other in self.pack.rules)
        loaded = replace(self._loaded, pack=replace(self.pack, rules=rules))
        compiled = CompiledPack(loaded, self)
        if rule.is_line:
            lines, excuses, gate = compiled.index()
            compiled.take(lines, excuses, Gate(gate))
        else:  # nothing of the phrases changes
            compiled.gate, compiled.lines, compiled.filters = self.gate, self.lines, self.filters
            compiled.mentions = compiled._matcher([rule])
        compiled.fix_candidates = None
        return compiled

    def surely_clean(self, sentence: Sentence, texts: Sequence[str]) -> bool:
        """Whether `texts` can stand in the sentence and no rule could ask about them.

        True only where that is sure without reading the sentence as it will be: the texts name
        the actor, and no line has all its words there. False says nothing.
        """
        words: set[str] = set()
        for text in texts:
            lows = self._said(text)
            if lows is None:
                return False
            words |= lows
        return not self.lines.may_match(sentence, frozenset(words))

    def _said(self, text: str) -> frozenset[str] | None:
        """The words of a text that names nobody but the actor; None if it may name another."""
        found = self._texts.get(text, _UNKNOWN)
        if found is _UNKNOWN:
            if len(self._texts) >= MOST_KNOWN:
                self._texts.clear()
            made = Sentence(0, text, 0, len(text), self.lexicon, self.names)
            named = self._is_named(made, made.span)
            found = frozenset(word.low for word in made.words) if named else None
            self._texts[text] = found
        return found

    def _is_named(self, sentence: Sentence, span: Span) -> bool:
        """Whether each name of the country in `span` opens a wording of the names file."""
        names = [at for at, kind in names_at(sentence, span) if kind in NAMES]
        return all(name_at(sentence.words, at, self._actors)[1] for at in names)

    def is_clean(self, sentence: Sentence, span: Span) -> bool:
        """Whether no rule, on or off, finds anything at `span` of a sentence taken by itself."""
        lines: list[Span] = sentence.kept(f"lines {id(self)}", self._lines)
        if any(line.overlaps(span) for line in lines):
            return False
        if self._is_named(sentence, span):
            return True  # a wording of the names file says who acts, so that no rule asks
        slots = (slot for slot in self.slots(sentence) if slot.span.overlaps(span))
        return all(self.mentions.judge(sentence, slot).candidate is None for slot in slots)

    def _lines(self, sentence: Sentence) -> list[Span]:
        lines, *_ = self.lines.match(sentence, lambda rule: True)
        return [line.span for line in lines]


def _actors(names: Names) -> NameTable:
    """The wordings and bodies that a name of the country opens: "Chinese government"."""
    own = [form for kind in NAMES for form in names.forms.get(kind, ())]
    texts = [
        text for row in (*names.wordings.values(), *names.bodies.values())
        for key in (names.lang, "before-noun") if (text := str(row.get(key, "")))
    ]  # fmt: skip
    found = {text[text.index(form) :] for text in texts for form in own if f"{form} " in text}
    return NameTable.of({"actor": sorted(found)})


def _check_classes(rule: Rule, known: frozenset[str]) -> None:
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
