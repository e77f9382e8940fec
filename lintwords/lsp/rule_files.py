"""Where an editor finds the page of a rule: at the address it was given, or in a file made here.

The rules have no published pages of their own yet, so a page is written when it is first linked
to, into the cache folder, which all servers share: one that is killed leaves nothing that piles up.
It holds nothing of any text.
"""

from __future__ import annotations

from lintwords.api import cachefiles
from lintwords.lsp.editor_text import Text, rule_of
from lintwords.model import Finding
from lintwords.reports import rule_markdown, rule_page
from lintwords.reports.view import View


class Pages:
    """The pages that were linked to while a server runs."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], str] = {}

    def address(self, text: Text, finding: Finding) -> str:
        """The address of the page of a finding's rule; empty if there is none to be had."""
        if text.asked.pages:
            return text.asked.pages.replace("{rule}", finding.rule)
        key = finding.rule, finding.lang
        if key not in self._made:
            self._made[key] = self._write(text, finding)
        return self._made[key]

    def _write(self, text: Text, finding: Finding) -> str:
        words = markdown(text, finding)
        if not words:
            return ""
        path = cachefiles.keep_file(f"page-{finding.rule}.{finding.lang}", ".md", words.encode())
        return path.as_uri() if path else ""


def markdown(text: Text, finding: Finding) -> str:
    """The page of a finding's rule, in Markdown; empty for a rule that is gone."""
    found = rule_of(text, finding)
    return rule_markdown.render(*found) if found else ""


def plain(text: Text, finding: Finding) -> str:
    """The page in plain words, for an editor that shows no Markdown."""
    found = rule_of(text, finding)
    return rule_page.render(*found, View()) if found else ""
