"""One linter for a set of options: the gate at once, the engine when a text needs it.

Most files of most projects hold no trigger word. For them only the words of the gate are loaded,
a few kilobytes that were kept from an earlier start; rules and word lists follow with the first
text that holds one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any

from lintwords import cachefiles, store
from lintwords.alarm import Alarm
from lintwords.gate import Gate
from lintwords.gatetable import Table
from lintwords.model import Cannot, Document, FileResult, Options
from lintwords.rule import Brief, Rule
from lintwords.settings import is_on

if TYPE_CHECKING:  # loaded late, by need
    from lintwords.engine import Engine
    from lintwords.languages import Languages
    from lintwords.rule import Pack

__all__ = ["LANGUAGES", "FileResult", "Linter", "load"]

LANGUAGES = store.with_rules()


@dataclass(frozen=True, slots=True)
class Index:
    """What is known of a pack without reading it."""

    gate: Table
    briefs: tuple[Brief, ...]
    terms: tuple[str, ...]  # the wordings of the government that fixes may use
    lines: dict[str, list[int]]  # word → patterns of rules
    excuses: dict[str, list[int]]  # word → patterns of filters
    alarm: Alarm


def load(options: Options, like: Linter | None = None) -> Linter:
    """The linter for `options`. Raises `RulePackError` for a pack that is not valid.

    `like` is a linter whose rules and word lists are used where they are the same.
    """
    return Linter(options, like)


def _source(options: Options) -> tuple[object, ...]:
    """What of `options` decides which rules and words are loaded."""
    return (
        options.lang, options.names, options.packs, options.fixed, options.government_term
    )  # fmt: skip


class Linter:
    """Finds what one set of options asks for, in any number of threads at once."""

    def __init__(self, options: Options, like: Linter | None = None) -> None:
        self.options = options
        self._like: Linter | None = None
        if like is not None and _source(like.options) == _source(options):
            self._like = like._like or like  # no chain of them
        self._lock = RLock()  # so that threads wait for what one of them loads
        self._lang = options.lang if options.lang in LANGUAGES else LANGUAGES[0]
        self._engine: Engine | None = None

    @cached_property
    def stamp(self) -> str:
        """A name for the rules and words of this linter, that changes whenever they do."""
        options = self.options
        return self._like.stamp if self._like else store.stamp(
            self._lang, names=options.names, packs=options.packs, fixed=options.fixed
        )

    @cached_property
    def index(self) -> Index:
        """What is known without the pack; built and kept if it is not there yet."""
        if self._like:
            return self._like.index
        with self._lock:
            return self.__dict__.get("index") or self._known()

    @cached_property
    def in_force(self) -> int:
        """How many rules can give a finding."""
        return len({rule.id for rule in self.index.briefs if is_on(rule, self.options)})

    def _known(self) -> Index:
        stamp = self.stamp
        value = cachefiles.kept("index", stamp)
        if isinstance(value, tuple) and len(value) == 6:
            gate, briefs, terms, lines, excuses, alarm = value
            return Index(Table(*gate), tuple(Brief(*row) for row in briefs), terms, lines,
                         excuses, Alarm(*alarm))  # fmt: skip
        return self._build(stamp)

    def _build(self, stamp: str) -> Index:
        from lintwords.engine import Engine

        engine = Engine(self._loaded(), term=self.options.government_term)
        lines, excuses, asked = engine.index()
        engine.take(lines, excuses, Gate(asked))
        self._engine = engine
        briefs = tuple(Brief.of(rule) for rule in engine.rules)
        terms = tuple(engine.pack.names.wordings)
        rows: list[tuple[Any, ...]] = [
            (b.id, b.category, b.aliases, b.default, b.preview, dict(b.profiles)) for b in briefs
        ]
        alarm = self.languages.alarm
        kept = (tuple(asked), rows, terms, lines.by_word, excuses.by_word, (alarm.words, alarm.own))
        cachefiles.keep("index", stamp, kept)
        return Index(asked, briefs, terms, lines.by_word, excuses.by_word, alarm)

    def _loaded(self) -> store.Loaded:
        options = self.options
        return store.load(
            self._lang, names=options.names, packs=options.packs, fixed=options.fixed
        )

    @property
    def engine(self) -> Engine:
        """The rules and word lists, loaded when first asked for."""
        if self._like:
            return self._like.engine
        index = self.index
        if self._engine is None:
            with self._lock:
                self._engine = self._engine or self._load(index)
        return self._engine

    def _load(self, index: Index) -> Engine:
        from lintwords.engine import Engine
        from lintwords.phrases import PhraseIndex

        engine = Engine(self._loaded(), term=self.options.government_term)
        lines, excuses = PhraseIndex(index.lines), PhraseIndex(index.excuses)
        engine.take(lines, excuses, self._gate)
        return engine

    @property
    def pack(self) -> Pack:
        return self.engine.pack

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self.engine.rules

    @cached_property
    def languages(self) -> Languages:
        """What tells in which language a passage is; loaded when a text may be in another."""
        from lintwords.languages import Languages

        return self._like.languages if self._like else Languages(store.languages(), self._lang)

    @cached_property
    def _gate(self) -> Gate:
        return Gate(self.index.gate, self.index.alarm if self.listens else None)

    @property
    def listens(self) -> bool:
        """Whether it is asked in which language a text is."""
        return self.options.lang == "auto"

    @property
    def stopped(self) -> tuple[Cannot, ...]:
        """Rules that take too long, and are not looked for any more."""
        if self._like:
            return self._like.stopped
        return self._engine.lines.stopped if self._engine else ()

    def gate(
        self, data: bytes, *, marks: str | None = None, whole: int = 0, listens: bool = False
    ) -> bool:
        """False: the bytes (UTF-8) surely hold nothing that a rule looks for.

        `marks`, `whole` and `listens` as in `Gate.open_for`.
        """
        return self._gate.open_for(data, marks=marks, whole=whole, listens=listens)

    def matters(self, text: str) -> bool:
        """False: this stretch of a read text changes no finding, here or elsewhere."""
        return self._gate.matters(text)

    def told(self, document: Document) -> Document:
        """The document, with the language of each passage where that is asked."""
        if not self.listens:
            return document
        from lintwords.passages import told  # not for the many texts that the gate keeps out

        return told(document, self.languages)

    def lint(self, document: Document) -> FileResult:
        """All findings of a document, in order of place."""
        from lintwords.judging import judge  # as late as the engine

        return judge(self.engine, document, self.options)

    def showing_all(self, *, keep_passed: bool = False) -> Linter:
        """A linter of the same rules that reports what any finds, whatever profile and selection.
        """
        everything = tuple(rule.id for rule in self.rules)
        other = Linter(Options(self.options.lang, select=everything, keep_passed=keep_passed))
        other._engine = self.engine
        other.__dict__["index"] = self.index
        return other

    def with_rule(self, rule: Rule) -> Linter:
        """The same linter with this rule, beside which no other mention rule is asked."""
        other = Linter(self.options)
        other._engine = self.engine.with_rule(rule)
        other.__dict__["index"] = self.index
        return other
