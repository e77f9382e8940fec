"""What came of one document, of one file, and of a whole run."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lintwords.model.document import Spoken, Unread
from lintwords.model.finding import Finding, Ignored, MentionNote, Passed, Severity
from lintwords.values import dataclass


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was found in one document."""

    lang: str
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    mentions: tuple[MentionNote, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    cannot: tuple[Cannot, ...] = ()  # rules that were stopped before all of it was looked at
    is_cut: bool = False  # there were more findings than are told


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was read of one file."""

    path: Path
    lang: str
    words: int
    # For snippets: source lines, or the paragraphs of an office document; empty where no finding
    # needs them.
    lines: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    unjudged: tuple[str, ...] = ()  # languages without rules that passages of it are in
    is_judged: bool = True  # false: all of it is in such a language
    spoken: tuple[Spoken, ...] = ()  # as in Document
    opened: tuple[str, ...] = ()  # the words for which it was read, where candidates are kept

    @property
    def missed(self) -> tuple[Unread, ...]:
        """What was not read although a reader sees it: the file is not clean, whatever is found."""
        return tuple(one for one in self.unread if one.is_seen)


@dataclass(frozen=True, slots=True)
class Cannot:
    """A file that could not be checked, or of a pack a rule that could not be used, and why."""

    path: Path
    message: str
    hint: str = ""
    is_rule: bool = False  # a rule, which was not looked for in any file


class Subject(NamedTuple):
    """A country of a user's names by which files were judged, and the one that was not judged."""

    country: str
    instead_of: str
    files: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer of a run: what was read, found, let go and not read."""

    files: tuple[FileReport, ...] = ()
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    mentions: tuple[MentionNote, ...] = ()
    cannot: tuple[Cannot, ...] = ()
    rules: int = 0  # how many rules were in force
    ignored: tuple[Ignored, ...] = ()
    readings: tuple[str, ...] = ()  # versions of what told what mentions stand for: en-2
    copies: tuple[Path, ...] = ()  # passed over: they are what an earlier run wrote
    reports: tuple[Path, ...] = ()  # passed over: they are its reports
    of_rules: tuple[Path, ...] = ()  # passed over: repositories that rules of the run come from
    asleep: frozenset[str] = frozenset()  # names of the rules that did not run, by choice
    renamed: tuple[tuple[str, str], ...] = ()  # old ids of the rules, and what they are now
    known_by: tuple[str, ...] = ()  # those by which the findings of the baseline were found
    unasked: tuple[tuple[Path, str], ...] = ()  # packs that name no language; one of texts beside
    subjects: tuple[Subject, ...] = ()  # where it was another country than that of lintwords
    moved: int = 0  # findings that stand where the baseline knows another rule

    @property
    def judged(self) -> tuple[FileReport, ...]:
        """The files of which rules have had something to say, or could have had."""
        return tuple(file for file in self.files if file.is_judged)

    @property
    def is_whole(self) -> bool:
        """Whether all was read that a reader of the files sees."""
        return not self.cannot and not any(file.missed for file in self.files)

    @property
    def is_answer(self) -> bool:
        """Whether that nothing is found says something: all was read, and rules had a say."""
        return self.is_whole and (not self.files or bool(self.judged))

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    def at_least(self, severity: Severity) -> bool:
        return any(finding.severity >= severity for finding in self.findings)
