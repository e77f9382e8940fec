"""Where web and e-mail addresses stand in a source; they are no prose."""

from __future__ import annotations

import re

from lintwords.model import Span

_WEB = re.compile(
    r"""(?:https?://|www\.)(?:[^\s<>()\[\]*|"`]|\([^\s<>()\[\]*|"`]*\))+""", re.IGNORECASE
)
_LOCAL = re.compile(r"[\w.+-]+\Z")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_TRAILING = ".,;:!?'’”»_~"
_LONGEST_LOCAL = 64  # as in RFC 5321


def find_addresses(source: str) -> list[Span]:
    """The addresses in order, none overlapping another."""
    found = [
        Span(match.start(), match.start() + len(match[0].rstrip(_TRAILING)))
        for match in _WEB.finditer(source)
    ]
    at = source.find("@")
    while at >= 0:
        local = _LOCAL.search(source[max(at - _LONGEST_LOCAL, 0) : at])
        host = _HOST.match(source, at + 1)
        if local and host:
            found.append(Span(at - len(local[0]), host.end()))
        at = source.find("@", at + 1)
    found.sort()
    apart: list[Span] = []
    for span in found:
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart
