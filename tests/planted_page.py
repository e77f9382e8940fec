"""Print a page on a document, a rule and a file name that are full of markup."""

from __future__ import annotations

from test_outputs import planted_report

from lintwords.reports import View, render

print(render("html", planted_report(), View()))
