"""What the head of a page of HTML says of it: its encoding, and that it is a report of our own."""

from __future__ import annotations

import re

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes
# What browsers take for these declared names.
_AS_WINDOWS = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
# a report of our own quotes what was found: in the folder of a site it would be found again
_REPORT = re.compile(r'<meta name="generator" content="lintwords [\w.+-]+">')
_REPORT_WITHIN = 1_000


def is_report(text: str) -> bool:
    """Whether a page has the sign of a report of our own near its begin."""
    return _REPORT.search(text, 0, _REPORT_WITHIN) is not None


def declared(data: bytes) -> str | None:
    """The encoding that a page declares; None if it declares none."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", errors="replace").lower()
    return "windows-1252" if name in _AS_WINDOWS else name
