"""HTML of words that are data, and of addresses that a page may lead to."""

from __future__ import annotations

import html
from urllib.parse import urlsplit

from lintwords.reports.cells import visible

_OPENABLE = ("http", "https", "mailto")


def text(words: str) -> str:
    """Any words as data: no markup of their own, control and bidi characters as tokens."""
    return html.escape("\n".join(map(visible, words.split("\n"))), quote=True)


def link(url: str, named: str) -> str:
    """Words that are markup already, as a link to `url` if a browser may open it."""
    if urlsplit(url).scheme not in _OPENABLE:
        return named
    address = html.escape(visible(url), quote=True)
    return f'<a href="{address}" rel="noopener noreferrer">{named}</a>'
