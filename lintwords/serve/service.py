"""What is asked of the door: check a text or file, and make decisions in it. Knows no HTTP.

A text comes with a name, of which only the last part counts: it gives the type, and the settings of
the folder that the server was started in. Nothing is opened and nothing is written.
"""

from __future__ import annotations

import operator
import os
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from lintwords import api
from lintwords.api import (
    CATEGORY,
    STDIN,
    Config,
    Marking,
    applying,
    baseline,
    choosing,
    comments,
    copies,
    offers,
    plain_text,
    read_document,
    readers,
    saving_copies,
    track,
    tracked_changes,
)
from lintwords.errors import LintwordsError
from lintwords.interface import place, say
from lintwords.model import Document, Edit, Finding, Fix, Ignored, Options, Report
from lintwords.reports import Became, Decided
from lintwords.reports.changed import changed_sentence
from lintwords.reports.remarks import note_in, reason_in, remarks
from lintwords.reports.words import in_baseline
from lintwords.serve.limits import Refused
from lintwords.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Checked:
    """A text, what was found in it, and how it was read; no document where it could not be."""

    path: Path
    data: bytes
    report: Report
    document: Document | None

    def stays(self, finding: Finding) -> str:
        """Why words are never changed: "quoted", "locked", "comment"; empty where they may be."""
        if finding.is_quoted:
            return "quoted"
        if finding.category == CATEGORY:
            return "comment"
        at, document = finding.at, self.document
        return "locked" if document and document.is_locked(at.part, at.start, at.end) else ""

    @property
    def why_not(self) -> str:
        """Why nothing can be changed in it; empty if it can."""
        return readers.only_read(self.document) if self.document else ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision on one finding: the number of a fix, own words, or the reason to leave it be.

    With a note it stays open. Own words stand where the found ones do; with the number of a fix,
    where that would stand.
    """

    finding: int
    fingerprint: str
    fix: int | None = None
    words: str | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed file: its name, its bytes, the text of a text format, and what is left in it."""

    path: Path
    data: bytes
    text: str | None
    changed: int
    comments: int
    report: Report


@dataclass(frozen=True, slots=True)
class Service:
    """Checks and fixes; `config` gives the settings for texts in a language, "" for any."""

    config: Callable[[str], Config]

    def check(self, name: str, data: bytes, lang: str = "") -> Checked:
        """What is found in a text. Raises LintwordsError for a mistake in the settings."""
        path, config = file_name(name), self.config(lang)
        report = api.check(
            [STDIN], Options(), config=config, baseline=config.for_path(Path()).baseline,
            stdin=data, stdin_name=str(path), cache=False,
        )
        if report.cannot and not report.files:
            return Checked(path, data, report, None)
        linter = api.ChosenLinters(config, Options()).choose(path)
        return Checked(path, data, report, read_document(linter, path, data))

    def fix(self, name: str, data: bytes, lang: str = "", *, unsafe: bool = False) -> Changed:
        """A text as `lintwords fix` leaves it. Raises Refused where it cannot be changed."""
        path, config = file_name(name), self.config(lang)
        done = api.fix(
            [STDIN], Options(), config=config, baseline=config.for_path(Path()).baseline,
            unsafe=unsafe, write=False, stdin=data, stdin_name=str(path),
            marking=Marking(track(os.environ)),
        )
        for trouble in done.report.cannot:
            raise Refused(422, trouble.message, trouble.hint)
        (file,) = done.files
        after = saving_copies.sealed(path, file.after) if file.after != data else data
        return self._changed(path, after, file.changed, file.comments, lang)

    def decide(
        self, name: str, data: bytes, choices: Sequence[Choice], lang: str = "",
        *, comment: bool = False,
    ) -> Changed:
        """A text with the decisions of a person made in it.

        In a Word file they are tracked, and each finding has a comment, in which a reason to leave
        it be stands. With `comment`, such a reason is written into a text that can hold it. Raises
        Refused where that cannot be done as it is asked.
        """
        checked = self.check(name, data, lang)
        document, path = checked.document, checked.path
        for trouble in checked.report.cannot if document is None else ():
            raise Refused(422, trouble.message, trouble.hint)
        assert document is not None
        if checked.why_not:
            raise Refused(422, say("cannot change {path}", path=path), checked.why_not)
        try:
            decided = [_decision(checked, choice) for choice in choices]
            after = _written(checked, document, decided, comment)
        except LintwordsError as trouble:
            raise Refused(422, trouble.problem, trouble.hint) from trouble
        added = 0
        if copies.can_track(document.format):
            added = tracked_changes.comments_added(path, data, after)
        number = sum(one.fix is not None for one in decided)
        return self._changed(path, after, number, added, lang)

    def found_again(
        self, name: str, data: bytes, choices: Sequence[Choice], lang: str = ""
    ) -> dict[int, list[str]]:
        """The rules that find something in own words where they will stand, by finding.

        Only where they do. Raises Refused for what cannot be decided so.
        """
        checked = self.check(name, data, lang)
        document = checked.document
        if document is None:
            return {}
        fixes = {one.finding: _decision(checked, one).fix for one in choices}
        made = {number: fix.edits for number, fix in fixes.items() if fix is not None}
        linter = api.ChosenLinters(self.config(lang), Options()).choose(checked.path)
        found = {}
        own = {one.finding for one in choices if one.words is not None}
        for number in sorted(own & made.keys()):  # with a reason words are not put
            edits = made[number]
            others = [edit for other in made.keys() - {number} for edit in made[other]
                      if edit.part == edits[0].part]
            if rules := api.rules_in_words(linter, document, edits, others):
                found[number] = rules
        return found

    def _changed(self, path: Path, after: bytes, number: int, added: int, lang: str) -> Changed:
        left = self.check(path.name, after, lang)
        is_text = left.document is not None and left.document.format in readers.TEXTS
        text = left.document.source if left.document and is_text else None
        return Changed(copies.copy_of(path), after, text, number, added, left.report)


def decided(checked: Checked, choices: Sequence[Choice]) -> tuple[Report, dict[int, Decided]]:
    """The report with what was decided, by number of the finding, now and in the baseline.

    Raises Refused for what cannot be decided so.
    """
    rows = {choice.finding: _decision(checked, choice) for choice in choices}
    edits = [edit for row in rows.values() if row.fix for edit in row.fix.edits]
    findings = checked.report.findings
    found: list[tuple[Finding, Decided | None]] = [
        (finding, _became(checked, rows[number], edits) if number in rows else None)
        for number, finding in enumerate(findings)
    ]
    found += [(one.finding, Decided(Became.KNOWN, one.reason)) for one in _known(checked)]
    found.sort(key=lambda row: (row[0].at.part, row[0].at.start))
    report = replace(checked.report, findings=tuple(finding for finding, _ in found))
    return report, {number: became for number, (_, became) in enumerate(found) if became}


def _became(checked: Checked, row: _Decision, edits: Sequence[Edit]) -> Decided:
    if row.fix is None:
        return Decided(Became.OPEN, row.note) if row.note else Decided(Became.LEFT, row.reason)
    own = row.fix.edits
    assert checked.document is not None
    others = [one for one in edits if one not in own]
    sentence = changed_sentence(checked.document, row.finding, own, others)
    became = Became.BY_HAND if checked.why_not else Became.CHANGED
    return Decided(became, row.fix.label, sentence)


def _known(checked: Checked) -> list[Ignored]:
    """What a person has left be before, with a reason in the baseline."""
    return [one for one in checked.report.ignored
            if one.by == "baseline" and one.reason not in ("", baseline.KNOWN)]


def _told_known(number: int) -> str:
    """How many findings a baseline knows, what that means, and how to see them."""
    if not number:
        return ""
    return f"{in_baseline(number)} " + say(
        "What was decided before in this folder is not asked again: the reasons stand in the copy "
        "of a Word file and in the report, and lintwords audit lists them."
    )


def _before(checked: Checked) -> dict[int, dict[str, str]]:
    """What comments of a Word file say of a person, by number of the finding.

    It is the "reason" to leave words be, or the "note" on what is open.
    """
    document = checked.document
    if document is None or not copies.can_track(document.format):
        return {}
    findings = checked.report.findings
    said = tracked_changes.said_before(checked.path, checked.data, remarks(findings, {}))
    told = {}
    for number, (finding, text) in enumerate(zip(findings, said, strict=True)):
        if reason := reason_in(text, finding.lang):
            told[number] = {"reason": reason}
        elif note := note_in(text, finding.lang):
            told[number] = {"note": note}
    return told


def file_name(name: str) -> Path:
    """The last part of a name, whatever system it comes from; a text without one is plain."""
    last = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name
    return Path(last or "text.txt")


def shown(checked: Checked) -> dict[str, Any]:
    """What a page needs to show a text, beside the report; offsets are code points."""
    document = checked.document
    if document is None:
        return {}
    return {
        "format": document.format,
        "lines": document.has_lines,
        "parts": [{"part": part.index, "place": place(part.place), "text": part.text,
                   "section": place(plain_text.section(part.place))}
                  for part in document.parts],
        "places": [place(finding.at.place) for finding in checked.report.findings],
        "known": _told_known(sum(one.by == "baseline" for one in checked.report.ignored)),
        "read": _as_read(document),
        "before": {str(number): told for number, told in _before(checked).items()},
        "stays": [checked.stays(finding) for finding in checked.report.findings],
        "why_not": checked.why_not,
        "tracked": copies.can_track(document.format),
        "comments": document.format in comments.FORMATS,
        "copy": copies.copy_of(checked.path).name,
    }


def _as_read(document: Document) -> list[list[tuple[int, int, str | None]]] | None:
    """A web page as a person reads it: of each passage its stretches of the source, in order.

    A stretch that reads as other words than stand there (`&amp;`) has them beside it. None for
    other formats, and where passages stand in one another: then the source is shown.
    """
    if document.format != "html":
        return None
    found = []
    for segment in document.segments:
        runs = [(run.piece.start, run.piece.end,
                 None if run.piece.verbatim else segment.text[run.start : run.end])
                for run in segment.map.runs]
        if runs:
            found.append(runs)
    found.sort(key=lambda runs: runs[0][0])
    ends = [0, *(end for runs in found for _, end, _ in runs)]
    starts = [start for runs in found for start, *_ in runs]
    return found if all(map(operator.le, ends, starts)) else None


class _Decision(NamedTuple):
    """A decision with its finding: a fix to be made, the reason to leave it be, or a note."""

    finding: Finding
    fix: Fix | None
    reason: str = ""
    note: str = ""  # of a finding that stays open


def _decision(checked: Checked, choice: Choice) -> _Decision:
    findings = checked.report.findings
    known = 0 <= choice.finding < len(findings)
    if not known or findings[choice.finding].fingerprint != choice.fingerprint:
        raise Refused(
            409, say("the findings are not those that were shown"),
            say("Check the text again."),
        )
    finding = findings[choice.finding]
    if choice.reason is not None or choice.note:
        return _Decision(finding, None, choice.reason or "", choice.note or "")
    if checked.stays(finding):
        raise Refused(
            422, say('cannot change "{words}"', words=finding.words),
            say("These words stay as they are."),
        )
    fixes, number = finding.fixes, choice.fix
    fix = fixes[number] if number is not None and 0 <= number < len(fixes) else None
    if choice.words is not None and (fix or number is None):
        at = finding.at
        start, end = offers.stretch(at.start, at.end, fix.edits if fix else ())
        edit = Edit(at.part, start, end, choice.words)
        return _Decision(finding, Fix(choice.words, (edit,)))
    if fix is None:
        raise Refused(
            422, say('no such fix of "{words}"', words=finding.words),
            say("Its fixes are counted from 0."),
        )
    return _Decision(finding, fix)


def _written(
    checked: Checked, document: Document, decided: Sequence[_Decision], comment: bool
) -> bytes:
    """The bytes with all decisions made. Raises Refused or LintwordsError."""
    path, data = checked.path, checked.data
    fixes = [one.fix for one in decided if one.fix is not None]
    if len(choosing.compatible(fixes)) != len(fixes):
        raise Refused(409, say("two decisions change the same words"), say("Undo one of them."))
    edits = [edit for fix in fixes for edit in fix.edits]
    if not copies.can_track(document.format):
        said = _said(document, decided) if comment else ()
        after = applying.apply(
            data, document, fixes, comments=said, may_mark=True
        ) if fixes or said else data
        own = _is_own(checked, decided)
        return saving_copies.sealed(path, after, decided=own) if after != data else data
    made = {id(one.finding): one.fix for one in decided if one.fix is not None}
    left = {id(one.finding): one.reason for one in decided if one.fix is None and not one.note}
    notes = {id(one.finding): one.note for one in decided if one.note}
    known = _known(checked)
    left |= {id(one.finding): one.reason for one in known}
    found = [*checked.report.findings, *(one.finding for one in known)]
    found.sort(key=lambda one: (one.at.part, one.at.start))
    told = remarks(found, made, left, notes)
    if not told:
        return data
    marked = tracked_changes.mark_up(data, document, edits, told, track(os.environ))
    return saving_copies.sealed(path, marked, decided=_is_own(checked, decided))


def _is_own(checked: Checked, decided: Sequence[_Decision]) -> bool:
    """Whether a person decided anything else than `lintwords fix` would."""
    alone = {(id(one.finding), one.fix) for one in choosing.choose(checked.report.findings)}
    return alone != {(id(one.finding), one.fix) for one in decided}


def _said(document: Document, decided: Sequence[_Decision]) -> list[Edit]:
    """The comments that say why findings are left be, one for each place and rule."""
    found: dict[tuple[int, str], Edit] = {}
    for one in decided:
        if one.fix is None and not one.note:
            edit = comments.insertion(document, one.finding, one.reason)
            found.setdefault((edit.start, one.finding.rule), edit)
    return list(found.values())
