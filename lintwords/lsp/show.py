"""Findings as an editor shows them: diagnostics, actions that change the text, rule pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from lintwords.interface import say
from lintwords.lsp import rule_files
from lintwords.lsp.client import Client
from lintwords.lsp.difference import edits_between
from lintwords.lsp.editor_text import Judged
from lintwords.lsp.positions import Positions
from lintwords.model import Edit, Finding, Severity
from lintwords.reports.cells import one_line
from lintwords.reports.sentence import by_hand, message_for
from lintwords.reports.words import told, wordings

SOURCE = "lintwords"
FIX_ALL = "source.fixAll.lintwords"
ACTIONS = (types.CodeActionKind.QuickFix.value, FIX_ALL)
_SHOWN = 80  # characters of a wording in a title
_WEIGHTS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
}


class Shown:
    """One judged text as one editor sees it; `version` is the editor's number of it."""

    def __init__(
        self, judged: Judged, uri: str, version: int | None, unit: str, client: Client
    ) -> None:
        self._judged, self._uri, self._version, self._client = judged, uri, version, client
        self._positions = Positions(judged.text.text, unit)

    # -- diagnostics ---------------------------------------------------------------------------

    def diagnostics(self, rule_pages: rule_files.Pages) -> list[types.Diagnostic]:
        """One for each finding, and one on the first line for each thing that was not read."""
        judged, error = self._judged, types.DiagnosticSeverity.Error
        note = types.DiagnosticSeverity.Information
        return [
            *(self._about_all(words, error) for words in judged.trouble),
            *(self._about_all(words, note) for words in judged.notes),
            *(self._diagnostic(finding, rule_pages) for finding in judged.findings),
        ]

    def _about_all(self, words: str, weight: types.DiagnosticSeverity) -> types.Diagnostic:
        return types.Diagnostic(
            range=self._first_line(), message=f"lintwords: {words}", severity=weight,
            source=SOURCE,
        )

    def _diagnostic(
        self, finding: Finding, rule_pages: rule_files.Pages | None = None
    ) -> types.Diagnostic:
        message = told(finding)
        if offered := wordings(finding):
            message += "\n" + message_for(finding, "report-write", text=" · ".join(offered))
        page = ""
        if rule_pages and self._client.links:
            page = rule_pages.address(self._judged.text, finding)
        return types.Diagnostic(
            range=self._place(finding), message=message, severity=_WEIGHTS[finding.severity],
            code=finding.rule, source=SOURCE,
            code_description=types.CodeDescription(href=page) if page else None,
        )

    # -- actions -------------------------------------------------------------------------------

    def actions(
        self, where: types.Range, only: Sequence[str] | None
    ) -> list[types.CodeAction]:
        """What can be done about the findings at a place; fix-all has no edit yet."""
        found: list[types.CodeAction] = []
        if _wants(only, types.CodeActionKind.QuickFix.value):
            here = list(self._at(where))
            for finding in here:
                found += self._wordings(finding)
            for finding in here:
                found += self._ignores(finding)
        if _wants(only, FIX_ALL) and self._judged.can_fix:
            found.append(types.CodeAction(
                title=say("Make all safe fixes (lintwords)"), kind=FIX_ALL,
                data={"uri": self._uri, "version": self._version},
            ))
        return found

    def all_fixed(self, text: str) -> types.WorkspaceEdit:
        """The edit that makes `text` of this text."""
        before = self._judged.text.data.decode()
        mark = int(before.startswith("\ufeff"))
        edits = edits_between(before[mark:], text[mark:])
        return self._edit(edits)

    def _wordings(self, finding: Finding) -> Iterator[types.CodeAction]:
        for nth, fix in enumerate(self._judged.choices(finding)):
            label = _cut(fix.label)
            title = message_for(finding, "report-take", text=label)
            if not fix.safe and fix.why_not:
                title = f"{title} ({by_hand(finding, fix)})"
            yield types.CodeAction(
                title=title, kind=types.CodeActionKind.QuickFix,
                diagnostics=[self._diagnostic(finding)],
                is_preferred=True if fix.safe and not nth else None, edit=self._edit(fix.edits),
            )

    def _ignores(self, finding: Finding) -> Iterator[types.CodeAction]:
        for reason in self._judged.text.asked.reasons:
            edit = self._judged.ignoring(finding, reason)
            if edit is not None:
                yield types.CodeAction(
                    title=say("Ignore {rule} here: {reason}", rule=finding.rule,
                              reason=_cut(one_line(reason))),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[self._diagnostic(finding)], edit=self._edit([edit]),
                )

    def _edit(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        rows = [
            types.TextEdit(range=self._range(edit.start, edit.end), new_text=edit.text)
            for edit in edits
        ]
        if not self._client.versions:
            return types.WorkspaceEdit(changes={self._uri: rows})
        name = types.OptionalVersionedTextDocumentIdentifier(
            uri=self._uri, version=self._version
        )
        return types.WorkspaceEdit(
            document_changes=[types.TextDocumentEdit(text_document=name, edits=[*rows])]
        )

    # -- hover ---------------------------------------------------------------------------------

    def hover(self, where: types.Position) -> types.Hover | None:
        """The page of the rule that finds something at a place."""
        finding = next(self._at(types.Range(start=where, end=where)), None)
        if finding is None:
            return None
        kind = types.MarkupKind.PlainText
        words = ""
        if self._client.markdown:
            kind, words = types.MarkupKind.Markdown, rule_files.markdown(self._judged.text, finding)
        else:
            words = rule_files.plain(self._judged.text, finding)
        if not words:
            return None
        return types.Hover(
            contents=types.MarkupContent(kind=kind, value=words), range=self._place(finding)
        )

    # -- places --------------------------------------------------------------------------------

    def _at(self, where: types.Range) -> Iterator[Finding]:
        """The findings that touch a place."""
        low = self._positions.offset(where.start.line, where.start.character)
        high = self._positions.offset(where.end.line, where.end.character)
        for finding in self._judged.findings:
            if finding.at.line > 0 and finding.at.start <= high and low <= finding.at.end:
                yield finding

    def _place(self, finding: Finding) -> types.Range:
        if finding.at.line <= 0:  # a paragraph of a file that has no lines to show
            return self._first_line()
        return self._range(finding.at.start, finding.at.end)

    def _range(self, start: int, end: int) -> types.Range:
        return types.Range(
            start=types.Position(*self._positions.at(start)),
            end=types.Position(*self._positions.at(end)),
        )

    def _first_line(self) -> types.Range:
        start, end = self._positions.first_line
        return types.Range(start=types.Position(0, start), end=types.Position(0, end))


def _wants(only: Sequence[str] | None, kind: str) -> bool:
    """Whether an editor that asks for `only` these kinds wants `kind`."""
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
