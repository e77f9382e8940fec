"""One text of an editor → its findings, what is wrong with it, and the text with safe fixes made.

As `lintwords check` and `lintwords fix` would have it with the settings of its folder. Settings
and baseline are looked up for each text anew, so that nobody has to tell of a change in them; the
rules stay loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from lintwords import api
from lintwords.api import baseline, comments, offers, readers
from lintwords.errors import CannotRead, LintwordsError
from lintwords.lsp.editor_settings import EditorSettings
from lintwords.model import Document, Edit, Finding, Fix, Options
from lintwords.model.rule import Rule
from lintwords.reports.words import capital
from lintwords.values import dataclass

# what editors call a language → the suffix of the format that it is
LANGUAGES: Mapping[str, str] = MappingProxyType({
    "markdown": ".md", "quarto": ".md", "rmd": ".md", "mdx": ".mdx",
    "html": ".html", "xhtml": ".xhtml", "plaintext": ".txt", "text": ".txt",
    "restructuredtext": ".rst", "rst": ".rst", "asciidoc": ".adoc", "asciidoctor": ".adoc",
    "eml": ".eml", "mail": ".eml", "git-commit": ".txt", "gitcommit": ".txt",
    "json": ".json", "jsonl": ".jsonl", "yaml": ".yaml", "csv": ".csv", "tsv": ".tsv",
})


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in a buffer now. `path` has the suffix of its format; `home` is its folder."""

    path: Path
    text: str
    home: Path
    asked: EditorSettings

    @property
    def data(self) -> bytes:
        """The text as a file would hold it; half of a surrogate pair counts as a sign."""
        return self.text.encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Judged:
    """What there is to say of one text. `trouble` is what was not read, `notes` beside it."""

    text: Text
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    trouble: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def choices(self, finding: Finding) -> tuple[Fix, ...]:
        """What can be written in place of a finding, best first; none where nothing may change."""
        document, at = self.document, finding.at
        if document is None or not document.has_lines or readers.only_read(document):
            return ()
        if document.is_locked(at.part, at.start, at.end):
            return ()
        return offers.offers_of(finding)

    @property
    def can_fix(self) -> bool:
        """Whether a safe fix is to be had."""
        return any(fix.safe for finding in self.findings for fix in self.choices(finding))

    def ignoring(self, finding: Finding, reason: str) -> Edit | None:
        """The edit that ignores a finding by a comment; None where the format has none."""
        if self.document is None or finding.category == comments.CATEGORY:
            return None
        try:
            return comments.insertion(self.document, finding, reason)
        except LintwordsError:
            return None


def name_for(path: Path, language: str) -> Path | None:
    """The path with a suffix that is read: its own, or that of the language; None for neither."""
    if readers.format_for(path) is not None:
        return path
    suffix = LANGUAGES.get(language)
    named = path.with_name(f"{path.name}{suffix}") if suffix else None
    if named is not None and readers.needs_fields(named) \
            and path.suffix.lower() in readers.OTHERS:
        return None  # a notebook is a document, whatever it is written in
    return named


def looked_at(text: Text) -> Judged:
    """What there is to say of a text; trouble with it or with settings comes back as words."""
    try:
        return _judged(text)
    except LintwordsError as error:
        return Judged(text, trouble=(_told(error),))


def passed_over(text: Text) -> Judged:
    """What there is to say of a text of no format that is read: an error where it is a document."""
    problem = _told(readers.not_read(text.path))
    is_document = text.path.suffix.lower() in readers.OTHERS
    return Judged(text, trouble=(problem,)) if is_document else Judged(text, notes=(problem,))


def _judged(text: Text) -> Judged:
    config = _config(text)
    linters = api.ChosenLinters(config, Options())
    if linters.leaves_out(text.path) or api.is_made_copy(text.path):
        return Judged(text)
    if linters.is_data_alone(text.path):
        return Judged(text, notes=(_told(readers.without_fields(text.path)),))
    linter = linters.choose(text.path)
    try:
        document = api.read_document(linter, text.path, text.data)
        document = api.with_all_named(document, linter)
        result = api.judge_document(linter, document)
    except CannotRead:
        raise
    except BaseException as error:
        raise api.fault(text.path, error) from error
    known = baseline.opened(
        config.for_path(text.path, is_file=True).baseline, api.old_names(linter)
    )
    findings = known.sift(result.findings, [text.path]).new
    unread = document.unread
    return Judged(
        text, document, findings,
        (*(capital(one.what) for one in unread if one.is_seen),
         *(one.message for one in result.cannot)),
        tuple(capital(one.what) for one in unread if not one.is_seen),
    )


def fixed(text: Text) -> str:
    """The text with all safe fixes made, as `lintwords fix` writes it. Raises LintwordsError."""
    config = _config(text)
    known = config.for_path(text.path, is_file=True).baseline
    done = api.fix(
        [api.STDIN], config=config, baseline=known, write=False, stdin=text.data,
        stdin_name=str(text.path),
    )
    return done.files[0].after.decode() if done.files else text.text


def rule_of(text: Text, finding: Finding) -> tuple[Rule, Mapping[str, str]] | None:
    """The rule of a finding, and the titles of filters by their ids."""
    return api.rule_of(api.ChosenLinters(_config(text), Options()).choose(text.path), finding)


def warm() -> None:
    """Load the rules, which the first text would wait for."""
    _ = api.load_linter(Options()).compiled


def _config(text: Text) -> api.Config:
    given = {**text.asked.given, "encoding": "utf-8"}  # an editor has decoded it
    return api.Config(given, file=text.asked.config, home=text.home)


def _told(error: LintwordsError) -> str:
    is_file = not {".", "/", "\\"}.isdisjoint(error.problem.partition(" ")[0])
    problem = f"{error.problem if is_file else capital(error.problem)}."
    return f"{problem}\n{error.hint}" if error.hint else problem
