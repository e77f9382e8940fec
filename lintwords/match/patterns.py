"""The words and patterns of a pack, compiled: what its rules and filters look for in texts.

`judge.document_linter` makes one of a loaded pack; the matchers and filters of
`judge.compiled_pack`, and what the gate asks of a text, are made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintwords.errors import LintwordsError, RulePackError, nearest
from lintwords.interface import say
from lintwords.match.filters import Filters
from lintwords.match.matchers import LineMatcher, Owner
from lintwords.match.phrases import Compiler, Facts, Linker, PhraseIndex, PhraseMatcher
from lintwords.match.rawpatterns import RawPatterns
from lintwords.model.rule import MENTIONS, Names, Rule, classes_of
from lintwords.packs.loader import LoadedPack, language_with
from lintwords.packs.naming import rules_for
from lintwords.prefilter.index import Clause, Table, priced, table
from lintwords.prefilter.outlines import classes_in
from lintwords.text.lexicon import Lexicon
from lintwords.text.splitting import ABBREVIATION
from lintwords.text.tokens import NameTable

if TYPE_CHECKING:
    from lintwords.packs.fields import Origin


class Indexes(NamedTuple):
    """What is known of the patterns of a pack without compiling them again."""

    lines: PhraseIndex
    excuses: PhraseIndex  # of filters
    asked: Table  # what the gate asks of a text


class Patterns:
    """The patterns of one pack; `like` is a pack of the same words, whose compiler is used.

    `facts` are what is known of patterns with the same words.
    """

    def __init__(
        self, loaded: LoadedPack, term: str = "government", like: Patterns | None = None,
        facts: Facts | None = None,
    ) -> None:
        self.loaded, self.pack, self.term = loaded, loaded.pack, term
        forms = dict(self.pack.names.forms)
        self.lexicon: Lexicon = like.lexicon if like else Lexicon(
            loaded.tables, self.pack.lang
        )
        self.names = NameTable.of(forms, self.lexicon.spelling)
        self.rules = rules_for(loaded, term)
        self.compiler: Compiler = like.compiler if like else Compiler(
            self.lexicon, forms, facts
        )
        self._phrases = [*_phrases(self.rules), *_ways(self.rules)]
        self._excuses = [
            (phrase.pattern, name)
            for name, found in self.pack.filters.items() for phrase in found.phrase
        ]

    def indexes(self) -> Indexes:
        """Compile everything. Raises `RulePackError` for the first mistake in a phrase or class."""
        known = self.lexicon.classes() | {f"names.{kind}" for kind in self.pack.names.forms}
        for rule in self.rules:
            _check_classes(rule, known, self.pack.lang)
        _check_names(self.pack.names, known)
        for pattern, owner in self._phrases:
            rule = owner.rule
            try:
                self.compiler.check(pattern)
            except LintwordsError as trouble:
                raise _where(rule, pattern).wrong(trouble.problem, trouble.hint) from trouble
        for pattern, name in self._excuses:
            try:
                self.compiler.check(pattern)
            except LintwordsError as trouble:
                raise RulePackError(
                    say('filter "{name}": {problem}', name=name, problem=trouble.problem),
                    trouble.hint,
                ) \
                    from trouble
        rows = [pattern for pattern, _ in self._phrases]
        excuses = [pattern for pattern, _ in self._excuses]
        clauses = [
            Clause(
                sets, frozenset() if owner.anywhere else self._words_about(owner.rule),
                owner.rule.context == "document" and not owner.anywhere, outline,
            )
            for pattern, owner in self._phrases for sets, outline in self.compiler.ways(pattern)
        ]
        names = self._last_words(MENTIONS)
        costs = {word: self.compiler.cost(word) for word in priced(clauses, names)}
        classes = dict.fromkeys(cls for clause in clauses for cls in classes_in(clause.outline))
        asked = table(
            clauses, names, costs, {cls: self.compiler.outline_of(cls) for cls in classes},
            in_order=self.lexicon.spelling.IN_ONE_PIECE,
            abbreviations=self.lexicon.members(ABBREVIATION).forms,
        )
        if any(rule.regex for rule in self.rules):
            asked = asked._replace(always=True)  # nothing is known of what a regex may match
        return Indexes(
            PhraseIndex.of(rows, self.compiler), PhraseIndex.of(excuses, self.compiler), asked
        )

    def facts(self) -> Facts:
        """What `indexes` has found out about all patterns."""
        return self.compiler.facts(pattern for pattern, _ in (*self._phrases, *self._excuses))

    def filters(self, index: PhraseIndex, links: Linker) -> Filters:
        """The filters of the pack, by the index of their phrases."""
        patterns = [pattern for pattern, _ in self._excuses]
        owners = [name for _, name in self._excuses]
        matcher = PhraseMatcher(patterns, index, self.compiler, links)
        return Filters(self.pack.filters, matcher, owners)

    def lines(self, index: PhraseIndex, filters: Filters, links: Linker) -> LineMatcher:
        """All phrase rules of the pack, by the index of their phrases."""
        patterns = [pattern for pattern, _ in self._phrases]
        return LineMatcher(
            PhraseMatcher(patterns, index, self.compiler, links),
            [owner for _, owner in self._phrases],
            filters,
            RawPatterns([rule for rule in self.rules if rule.regex]),
        )

    def opening(self, classes: Sequence[str]) -> frozenset[str]:
        """The first word of each entry, of names the last; their rarest would take long to find."""
        kinds = [cls.removeprefix("names.") for cls in classes if cls.startswith("names.")]
        words = (self.lexicon.members(cls).openers for cls in classes)
        return self._last_words(kinds).union(*words)

    def _words_about(self, rule: Rule) -> frozenset[str]:
        """A word of all that a rule asks its surroundings for; of several words the rarest two."""
        asked = rule.about if rule.context else ()
        return frozenset().union(*map(self.compiler.telling, asked))

    def _last_words(self, kinds: Sequence[str]) -> frozenset[str]:
        """The last word of each name of these kinds."""
        forms = (form for kind in kinds for form in self.pack.names.forms.get(kind, ()))
        return frozenset(form.split(" ")[-1].lower() for form in forms)


def _phrases(rules: Iterable[Rule]) -> Iterator[tuple[str, Owner]]:
    for rule in rules:
        for phrase in rule.phrase:
            weight = phrase.severity or rule.severity
            yield phrase.pattern, Owner(
                rule, weight, is_concept=phrase.is_concept, anywhere=phrase.anywhere
            )


def _ways(rules: Iterable[Rule]) -> Iterator[tuple[str, Owner]]:
    for rule in rules:
        for nth, ways in enumerate(rule.alike):
            for way, pattern in enumerate(ways):
                yield pattern, Owner(rule, rule.severity, (nth, way))


_OF_NO_WORD = ("none", "any")  # what a verb has for an object where no class says it


def _check_classes(rule: Rule, known: frozenset[str], lang: str) -> None:
    """Refuse a class that the language of a rule does not have; say which language has it."""

    def wanted() -> Iterator[str]:
        stack = list(rule.mention)
        while stack:
            keys = stack.pop()
            yield from (*keys.governor, *keys.head, *keys.object, *keys.complement, *keys.near)
            stack.extend(keys.but_not)
        yield from rule.about
        for fit in rule.fits.values():
            entries = (*fit.found, *fit.near, *fit.but_not, *fit.opens, *fit.part, *fit.governor)
            yield from (entry for entry in entries if "." in entry and " " not in entry)

    for name in wanted():
        if name not in known and name not in _OF_NO_WORD:
            if other := language_with(name, lang):
                raise _where(rule, name).wrong(
                    say('there is no class "{name}" in "{lang}"', name=name, lang=lang),
                    say('"{other}" has it: give the rule lang = "{other}".', other=other),
                )
            hint = nearest(name, known) or say(
                "A pack brings no class of its own. All that there are: lintwords rules classes"
            )
            raise _where(rule, name).wrong(say('unknown class "{name}"', name=name), hint)


def _check_names(names: Names, known: frozenset[str]) -> None:
    """Refuse a class that nobody has, of what a body does or does something to."""
    rows = [(f"{table}.{name}", row) for table in ("wordings", "bodies")
            for name, row in getattr(names, table).items()]
    for what, row in rows:
        for name in (*classes_of(row, "acts"), *classes_of(row, "objects")):
            if name in known or name in _OF_NO_WORD:
                continue
            from lintwords.packs.fields import Layout, Origin  # as in `_where`

            path = Path(names.path)
            place = Origin(path, Layout(path).line(f"[{what}]"), what).at(name)
            hint = nearest(name, known) or say("All classes: lintwords rules classes")
            raise place.wrong(say('unknown class "{name}"', name=name), hint)


def _where(rule: Rule, text: str) -> Origin:
    """The line of a text in a rule, to name a mistake."""
    from lintwords.packs.fields import Origin  # only trouble pays for what reads TOML

    return Origin(rule.path, rule.line, say('rule "{id}"', id=rule.id)).at(text)
