"""One linter for a set of options: its gate at once, its rules when a text needs them.

For each other language that a document holds it has one more. Most files of most projects hold no
trigger word. For them only the words of the gate are loaded, a few kilobytes that were kept from an
earlier start; rules and word lists follow with the first text that holds one.
"""

from __future__ import annotations

from _thread import RLock  # `threading` loads 2 ms more
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lintwords.files import cachefiles
from lintwords.judge.joined_results import together
from lintwords.judge.remit import Remit
from lintwords.model import Cannot, Document, FileResult, Options
from lintwords.model.rule import Brief
from lintwords.packs import keptgate, loader, pack_languages, stamps
from lintwords.prefilter.gate import Gate
from lintwords.prefilter.index import Table
from lintwords.prefilter.other_language import Alarm
from lintwords.settings.selection import is_on
from lintwords.text.langtag import language
from lintwords.values import dataclass, replace

if TYPE_CHECKING:  # loaded late, by need
    from lintwords.judge.compiled_pack import CompiledPack
    from lintwords.judge.one_document import Heard
    from lintwords.match.phrases import Facts
    from lintwords.model.rule import Pack, Rule
    from lintwords.text.languages import Languages

__all__ = ["ALL_LANGUAGES", "EXPERIMENTAL", "LANGUAGES", "FileResult", "DocumentLinter", "load"]

LANGUAGES = stamps.with_rules()
EXPERIMENTAL = stamps.on_trial()  # judged by their rules only where they are asked for
ALL_LANGUAGES = (*LANGUAGES, *EXPERIMENTAL)


@dataclass(frozen=True, slots=True)
class Index:
    """What is known of a pack without reading it."""

    gate: Table
    briefs: tuple[Brief, ...]
    elsewhere: tuple[str, ...]  # what rules about another country are named by
    terms: tuple[str, ...]  # the wordings of the government that fixes may use
    lines: tuple[Any, ...]  # what tells that phrases of rules may match, in plain values
    excuses: tuple[Any, ...]  # the same of filters
    alarm: Alarm


def load(options: Options, like: DocumentLinter | None = None) -> DocumentLinter:
    """The linter for `options`, which has read nothing yet.

    A pack that is not valid raises RulePackError at the first question to its `index` or rules.
    `like` is a linter whose rules and word lists are used where they are the same.
    """
    return DocumentLinter(options, like)


def words_of(options: Options) -> tuple[object, ...]:
    """What of `options` decides which rules and words are loaded."""
    return (
        options.lang, options.names, options.packs, options.fixed, options.government_term,
        options.readings, options.home,
    )


def in_language(options: Options, home: str, lang: str) -> Options:
    """The options for texts in another language than `home`, which the options are asked in.

    Of a user's packs those hold that have rules which are said to be in it. A names file has one
    language, so the names are those that come with lintwords.
    """
    packs = pack_languages.in_language(options.packs, lang) if options.packs else ()
    return replace(options, lang=lang, names=None, packs=packs, home=home if packs else "")


def _own_language(options: Options, names_in: str) -> str:
    """The language of the rules: the one that is asked for, or that of the country's names."""
    if options.lang in ALL_LANGUAGES:
        return options.lang
    return names_in if names_in in LANGUAGES else LANGUAGES[0]


def _spoken(document: Document) -> frozenset[str]:
    """The languages of all stretches of a document; an empty text for one that is not told."""
    own = document.lang
    langs = {segment.lang or own for segment in document.segments} or {own}
    langs |= {foreign.lang for segment in document.segments for foreign in segment.foreign}
    return frozenset(language(lang) if lang else "" for lang in langs)


class DocumentLinter:
    """Finds what one set of options asks for, in any number of threads at once."""

    def __init__(self, options: Options, like: DocumentLinter | None = None) -> None:
        """`like` is as in `load`."""
        self.options = options
        self._like: DocumentLinter | None = None
        if like is not None and words_of(like.options) == words_of(options):
            self._like = like._like or like  # no chain of them
        self._lock = RLock()  # so that threads wait for what one of them loads
        # a user's names: of which country, and in which language
        self._country, names_in = loader.named_by(options.names) if options.names else ("", "")
        self._lang = _own_language(options, names_in)
        self._index: Index | None = None
        self._compiled: CompiledPack | None = None
        self._others: dict[str, DocumentLinter] = {}  # for passages in other languages, by language

    @property
    def lang(self) -> str:
        """The language of its rules, and of those of a user's packs that name none."""
        return self._lang

    @cached_property
    def stamp(self) -> str:
        """A name for the rules, words and reading of this linter, that changes whenever they do."""
        if self._like:
            return self._like.stamp
        return stamps.with_reading(self._of_rules, self._lang, self.options.readings)

    @cached_property
    def _of_rules(self) -> str:
        """The same for what hangs on no reading: what may be found, and where to look for it."""
        options = self.options
        return stamps.of_rules(
            self._lang, names=options.names, packs=options.packs, fixed=options.fixed,
            home=options.home,
        )

    @property
    def stamp_of_all(self) -> str:
        """The same with the rules for all languages that passages may be in."""
        return "".join((self.stamp, *(self._in(lang).stamp for lang in self._further)))

    @property
    def index(self) -> Index:
        """What is known without the pack; built and kept if it is not there yet."""
        if self._like:
            return self._like.index
        if self._index is None:
            with self._lock:
                self._index = self._index or self._known()
        return self._index

    def briefs_for(self, document: Document) -> tuple[Brief, ...]:
        """The rules that may give a finding in a document, of all its languages."""
        further = (one for lang in self.further(document) for one in self._in(lang).index.briefs)
        return (*self.index.briefs, *further)

    def names_elsewhere(self) -> frozenset[str]:
        """The ids and categories of rules that there are, but not for this country or language."""
        others = [self._in(lang) if lang in self._further else load(Options(lang))
                  for lang in LANGUAGES if lang != self._lang]
        briefs = (one for other in others for one in other.index.briefs)
        return frozenset((*self.index.elsewhere, *(name for one in briefs for name in one.names)))

    @cached_property
    def in_force(self) -> int:
        """How many rules can give a finding."""
        return len({rule.id for rule in self.index.briefs if is_on(rule, self.options)})

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """The versions of the readings that may be asked, of all languages of its rules."""
        own = loader.reading_of(self._lang, self.options.readings)
        others = (reading for lang in self._further for reading in self._in(lang).readings)
        return tuple(filter(None, (own, *others)))

    def _known(self) -> Index:
        stamp = self._of_rules
        gate, value = keptgate.kept(stamp), cachefiles.kept("index", stamp)
        if gate and isinstance(value, tuple) and len(value) == 5:
            briefs, elsewhere, terms, lines, excuses = value
            rules = tuple(Brief(*row) for row in briefs)
            return Index(gate.table, rules, elsewhere, terms, lines, excuses, gate.alarm)
        return self._build(stamp)

    def _build(self, stamp: str) -> Index:
        from lintwords.judge.compiled_pack import CompiledPack
        from lintwords.match.patterns import Patterns
        from lintwords.packs.naming import speaks_of
        from lintwords.text.languages import alarm as alarm_for

        patterns = Patterns(self._loaded(), self.options.government_term, facts=self._facts())
        indexes = patterns.indexes()
        self._compiled = CompiledPack.of(patterns, indexes, Gate(indexes.asked))
        briefs = tuple(Brief.of(rule) for rule in patterns.rules)
        pack = patterns.pack
        others = (rule for rule in pack.rules if not speaks_of(rule, pack.names))
        elsewhere = tuple(dict.fromkeys(name for one in others for name in one.names))
        terms = tuple(pack.names.wordings)
        rows: list[tuple[Any, ...]] = [
            (b.id, b.category, b.aliases, b.default, b.preview, dict(b.profiles)) for b in briefs
        ]
        alarm, asked = alarm_for(loader.languages(), self._lang, LANGUAGES), indexes.asked
        lines, excuses = indexes.lines.plain(), indexes.excuses.plain()
        rules = len({one.id for one in briefs if is_on(one, Options())})
        keptgate.keep(stamp, keptgate.KeptGate(asked, alarm, rules))
        cachefiles.keep("index", stamp, (rows, elsewhere, terms, lines, excuses))
        return Index(asked, briefs, elsewhere, terms, lines, excuses, alarm)

    def _facts(self) -> Facts | None:
        """What is known of the patterns that come with lintwords, for a user who adds some to them.

        So that who writes a pack waits only for what is new in it. None where nothing is added, or
        the names are others.
        """
        from lintwords.match.patterns import Patterns
        from lintwords.match.phrases import Facts

        name = stamps.of_rules(self._lang)
        if self.options.names or name == self._of_rules:
            return None
        kept = cachefiles.kept("phrases", name)
        if isinstance(kept, tuple) and len(kept) == len(Facts._fields):
            return Facts(*kept)
        shipped = Patterns(loader.load(self._lang))
        shipped.indexes()
        facts = shipped.facts()
        cachefiles.keep("phrases", name, tuple(facts))
        return facts

    def _loaded(self) -> loader.LoadedPack:
        options = self.options
        return loader.load(
            self._lang, names=options.names, packs=options.packs, fixed=options.fixed,
            readings=options.readings, home=options.home,
        )

    @property
    def compiled(self) -> CompiledPack:
        """The rules and word lists, loaded when first asked for."""
        if self._like:
            return self._like.compiled
        index = self.index
        if self._compiled is None:
            with self._lock:
                self._compiled = self._compiled or self._load(index)
        return self._compiled

    def _load(self, index: Index) -> CompiledPack:
        from lintwords.judge.compiled_pack import CompiledPack
        from lintwords.match.patterns import Indexes, Patterns
        from lintwords.match.phrases import PhraseIndex

        patterns = Patterns(self._loaded(), self.options.government_term)
        indexes = Indexes(PhraseIndex(*index.lines), PhraseIndex(*index.excuses), index.gate)
        return CompiledPack.of(patterns, indexes, self._gate)

    @property
    def pack(self) -> Pack:
        return self.compiled.pack

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self.compiled.rules

    @cached_property
    def languages(self) -> Languages:
        """What tells in which language a passage is; loaded when a text may be in another."""
        if self._like:
            return self._like.languages
        from lintwords.text.languages import Languages

        return Languages(loader.languages(), self._lang, LANGUAGES, self.index.alarm, self._kin)

    @cached_property
    def _kin(self) -> frozenset[str]:
        """How the country's names may begin in a language that a user's names file has none in."""
        names = self.options.names
        is_whole = names is None or len(self._further) + 1 == len(LANGUAGES)
        return frozenset() if is_whole or names is None else loader.kin_of(names)

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
        own = self._compiled.line_rules.stopped if self._compiled else ()
        return (*own, *(one for other in self._others.values() for one in other.stopped))

    def gate(
        self, data: bytes, *, marks: str | None = None, whole: int = 0, listens: bool = False
    ) -> bool:
        """False: the bytes (UTF-8) surely hold nothing that a rule looks for.

        `marks`, `whole` and `listens` as in `Gate.open_for`.
        """
        if listens and self._kin and any(one.encode() in data.lower() for one in self._kin):
            return True
        return self._gate.open_for(data, marks=marks, whole=whole, listens=listens)

    def opened_by(self, document: Document) -> tuple[str, ...]:
        """The words for which a document was judged; see `Gate.opened_by`."""
        return self._gate.opened_by([segment.text for segment in document.segments])

    @property
    def matters(self) -> Callable[[str], bool]:
        """What tells of a stretch of a read text whether it may change a finding anywhere."""
        return self._gate.matters

    def with_passage_languages(self, document: Document) -> Document:
        """The document, with the language of each passage where that is asked."""
        if not self.listens:
            return document
        from lintwords.text import passage_languages  # not for what the gate keeps out

        differs = passage_languages.may_differ(document, self._lang, self.index.alarm)
        if not differs and not self._kin:
            return passage_languages.as_said(document)
        return passage_languages.with_passage_languages(document, self.languages)

    def lint(self, document: Document, heard: Heard | None = None) -> FileResult:
        """All findings of a document, in order of place, each passage by the rules for it.

        `heard` is told as by `judge`, of one language after the other.
        """
        further, asked = self.further(document), self.options.lang
        remits = [Remit(lang, asked, is_home=False) for lang in further]
        if not further or self._has_own(document):
            remits.insert(0, Remit(self._lang, asked))
        return together([self._judged(document, remit, heard) for remit in remits])

    def _judged(self, document: Document, remit: Remit, heard: Heard | None) -> FileResult:
        """What is found by the rules of one language; not loaded where the gate sees nothing."""
        linter = self.speaking(remit.lang)
        paragraphs = linter._gate.paragraphs([segment.text for segment in document.segments])
        if not any(remit.share(document, paragraphs)):
            if heard:
                heard(1, ())
            return FileResult(remit.lang_of(document))
        from lintwords.judge.one_document import judge  # as late as the compiled pack
        from lintwords.judge.scene import Scene

        return judge(Scene(linter.compiled, document, self.options, remit), paragraphs, heard)

    # -- passages in other languages --------------------------------------------------------

    def look_at_packs(self) -> None:
        """Raise RulePackError for a mistake in what packs have for texts in other languages."""
        for lang in self._further:
            if self._in(lang).options.packs:
                _ = self._in(lang).index

    def speaking(self, lang: str) -> DocumentLinter:
        """The linter whose rules gave what was found in a language."""
        return self._in(lang) if lang in self._further else self

    def judges(self, lang: str) -> bool:
        """Whether it judges texts in a language: where none is asked for, those that it has names
        of the country in.
        """
        return not self.listens or lang == self._lang or lang in self._further

    @cached_property
    def _further(self) -> tuple[str, ...]:
        """The other languages with rules that passages may be in.

        Where a user names the country's names in one language, those that come with lintwords hold
        for the others, if they are of the same country.
        """
        if not self.listens:
            return ()
        return tuple(lang for lang in LANGUAGES if lang != self._lang and (
            self.options.names is None or self._country == loader.country_in(lang)
        ))

    def further(self, document: Document) -> tuple[str, ...]:
        """The languages with rules, beside the linter's own, that passages of a document are in."""
        return tuple(lang for lang in self._further if lang in _spoken(document))

    def _has_own(self, document: Document) -> bool:
        """Whether some of it is in the linter's own language, or in one that is not told."""
        return not _spoken(document).isdisjoint(("", self._lang))

    def _in(self, lang: str) -> DocumentLinter:
        """The linter for passages in another language, with what a user's packs have in it."""
        with self._lock:
            if lang not in self._others:
                options = in_language(self.options, self._lang, lang)
                like = self._like._in(lang) if self._like else None
                self._others[lang] = DocumentLinter(options, like)
            return self._others[lang]
