"""Text of mail that was broken into lines inside words (RFC 3676, `delsp=yes`), as it was."""

from __future__ import annotations

_SIGNATURE = "-- "


def joined(text: str) -> str:
    """A text of mail, its lines put together where a space at the end of one says so."""
    made: list[str] = []
    flows, depth = False, 0
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.lstrip(">")
        before, depth = depth, len(line) - len(words)
        words = words.removeprefix(" ")
        if not (flows and depth == before):
            made.append(f"\n{'>' * depth}{' ' if depth else ''}")
        flows = words.endswith(" ") and words != _SIGNATURE
        made.append(words[:-1] if flows else words)
    return "".join(made)[1:]
