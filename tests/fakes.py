"""Findings and a linter for tests of the faces, so that they do not change with the rules.

`FakeLinter` knows three words: `Ruritania` before a verb of abuse is an error, `Ruritania` before
another word a warning, `Ruritanian` a suggestion; a word between quotation marks is quoted.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

from lintwords.judge.document_linter import LANGUAGES, FileResult, Index
from lintwords.model import (
    Document,
    Edit,
    Finding,
    Fix,
    MentionNote,
    Options,
    Passage,
    Passed,
    Piece,
    Place,
    Severity,
    Source,
    Voice,
)
from lintwords.model.rule import Brief, Example, Filter, Names, Pack, Rule
from lintwords.prefilter.other_language import Alarm
from lintwords.settings.selection import is_on, shown
from lintwords.text.lexicon import NOTHING, Word
from lintwords.text.spelling import of

LETTER = Source(
    "letter-2021", "Open letter on wording", "24 organisations", "2021-02-18",
    "https://example.org/letter", "Asks officials to name the government.", "2026-03-01",
)
WHY = "A sentence like this blames everyone in the country, and the people who were harmed are " \
    "part of it. Naming the government keeps them apart."
RULES = (
    Rule(
        "country-as-abuser", "conflation", Severity.ERROR,
        "Name who acts: the Ruritanian government, not Ruritania", WHY, "en", Path("own.toml"), 1,
        instead=("Ruritanian authorities",), sources=(LETTER,), unless=("sport",),
        examples=(
            Example("Ruritania jailed a poet.", ("Ruritania",),
                    fixed="The Ruritanian government jailed a poet."),
            Example("Ruritania crushed Freedonia 3-0.", (), because="sport", note="a team"),
        ),
    ),
    Rule(
        "country-as-mind", "conflation", Severity.WARNING,
        "Say whose wish this is", "A country has no wishes.", "en", Path("own.toml"), 20,
        sources=(LETTER,), profiles={"newsroom": "off"},
    ),
    Rule(
        "country-as-party", "conflation", Severity.SUGGESTION,
        "Could name the body that took part", "The people took no part.", "en",
        Path("own.toml"), 40, aliases=("old-name",),
    ),
    Rule(
        "capital-as-government", "conflation", Severity.WARNING, "Could name the body",
        "The capital is a town.", "en", Path("own.toml"), 60,
        default=False, profiles={"strict": "on"},
    ),
)
_WORD = re.compile(r"(?P<quote>“)?Ruritania(?P<n>n)?\b(?= *\s*(?P<verb>\w+)?)")
_ABUSE = ("jailed", "detained")


def place(source: str, start: int, end: int) -> Place:
    """Line and column as the core counts them: CR, LF and CRLF end a line."""
    def at(offset: int) -> tuple[int, int]:
        before = re.split(r"\r\n|\r|\n", source[:offset])
        return len(before), len(before[-1]) + 1

    line, column = at(start)
    end_line, end_column = at(end)
    return Place(0, start, end, line, column, end_line, end_column, f"line {line}")


def paragraph(source: str, start: int, end: int) -> Passage:
    """The paragraph round a place, as the core tells sentences: on one line."""
    before = re.sub(r"\s+", " ", source[max(start - 200, 0) : start].rpartition("\n\n")[2]).lstrip()
    words = re.sub(r"\s+", " ", source[start:end])
    after = re.sub(r"\s+", " ", source[end : end + 200].partition("\n\n")[0]).rstrip()
    said = f"{before}{words}{after}"
    sides = source[:start].split("\n\n")[-2:-1], source[end:].split("\n\n")[1:2]
    beside = "-".join(
        f"{zlib.crc32((said + side[0]).encode('utf-8', 'replace')):x}" if any(side) else ""
        for side in sides
    )
    return Passage(said, len(before), len(before + words), beside=beside)


def finding(
    source: str, words: str, *, path: str = "release.md", rule: int = 0,
    voice: Voice = Voice.OWN, fixes: tuple[Fix, ...] = (), instead: tuple[str, ...] | None = None,
    start: int | None = None,
) -> Finding:
    """A finding of RULES[rule] at the first place of `words` in `source`."""
    start = source.index(words) if start is None else start
    end = start + len(words)
    given = RULES[rule]
    return Finding(
        Path(path), given.id, given.category, given.severity, "en", given.title, given.why,
        words, " ".join(words.split()), voice, "subject", "jail", place(source, start, end),
        (Piece(0, start, end, True),), f"f{start}", fixes,
        instead if instead is not None else () if voice is Voice.QUOTED else given.instead,
        given.sources,
        sentence=paragraph(source, start, end), is_quoted=voice is Voice.QUOTED,
    )


def fix(source: str, words: str, text: str, *, safe: bool = True, why_not: str = "") -> Fix:
    start = source.index(words)
    return Fix(text, (Edit(0, start, start + len(words), text),), safe, why_not)


class _Unknown(dict[str, Word]):
    """A lexicon that holds no word."""

    spelling = of("en")

    def __missing__(self, form: str) -> Word:
        return NOTHING


@dataclass
class FakeLinter:
    """As `lintwords.judge.document_linter.DocumentLinter`, for Ruritania."""

    options: Options = field(default_factory=Options)
    rules: tuple[Rule, ...] = RULES
    readings: tuple[str, ...] = ("xx-1",)
    linted: list[Path] = field(default_factory=list)
    stamp: str = ""  # nothing is cached
    stamp_of_all: str = ""
    listens: bool = False
    stopped: tuple[()] = ()

    def further(self, document: Document) -> tuple[()]:
        """Its rules are for any language."""
        return ()

    def look_at_packs(self) -> None:
        """It has no packs."""

    def speaking(self, lang: str) -> FakeLinter:
        return self

    @property
    def lang(self) -> str:
        return LANGUAGES[0] if self.options.lang == "auto" else self.options.lang

    @property
    def pack(self) -> Pack:
        names = Names("ruritania", "Ruritania", "en", {}, {"government": {}, "authorities": {}})
        return Pack("en", names, self.rules, {"sport": Filter("sport", "a team or a match")})

    @property
    def compiled(self) -> SimpleNamespace:
        """No word is known of."""
        return SimpleNamespace(lexicon=_Unknown())

    @property
    def index(self) -> Index:
        briefs = tuple(map(Brief.of, self.rules))
        return Index(frozenset({"Ruritania"}), briefs, (), ("government", "authorities"), {}, {},
                     Alarm({}, frozenset()))

    def briefs_for(self, document: Document) -> tuple[Brief, ...]:
        return self.index.briefs

    def names_elsewhere(self) -> frozenset[str]:
        return frozenset()

    @property
    def in_force(self) -> int:
        return len({rule.id for rule in self.rules if is_on(rule, self.options)})

    def gate(
        self, data: bytes, *, marks: str | None = None, whole: int = 0, listens: bool = False
    ) -> bool:
        return b"Ruritania" in data

    def opened_by(self, document: Document) -> tuple[str, ...]:
        return ("Ruritania",) if self.gate(document.source.encode()) else ()

    def with_passage_languages(self, document: Document) -> Document:
        return document

    def matters(self, text: str) -> bool:
        return True

    def lint(
        self, document: Document, heard: Callable[[float, Sequence[Finding]], None] | None = None
    ) -> FileResult:
        self.linted.append(document.path)
        source = document.source
        if "BUG" in source:
            raise ZeroDivisionError("a bug")
        found, mentions, passed = [], [], []
        for match in _WORD.finditer(source):
            start = match.start() + len(match["quote"] or "")
            words = source[start : match.end()]
            which = 2 if match["n"] else 0 if match["verb"] in _ABUSE else 1
            voice = Voice.QUOTED if match["quote"] else Voice.OWN
            one = finding(source, words, path=str(document.path), rule=which, voice=voice,
                          start=start)
            verdict = RULES[which].id
            if match["verb"] == "won":
                verdict = "sport"
                passed.append(Passed(document.path, RULES[which].id, words, one.at.line, "sport"))
            elif weight := shown(RULES[which], one.severity, self.options):
                found.append(replace(one, severity=weight))
                if heard:
                    heard(match.end() / len(source), found[-1:])
            mentions.append(MentionNote(
                document.path, one.at.line, one.at.column, words, "country", "subject",
                match["verb"] or "", "", verdict, start=start,
            ))
        return FileResult("en", tuple(found), tuple(passed), tuple(mentions))


def load(options: Options, like: FakeLinter | None = None) -> FakeLinter:
    """The rules are of the first language; the others have none."""
    return FakeLinter(options, () if options.lang in LANGUAGES[1:] else RULES)
