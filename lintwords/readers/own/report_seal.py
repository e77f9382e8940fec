"""A seal on a report of our own: its last line, a comment with a digest over all before it.

By it a walk knows a report that nobody has changed. Whoever likes can write the head of a report
into a page, and words below one: neither has the seal.
"""

from __future__ import annotations

import hashlib

from lintwords import later
from lintwords.interface import say
from lintwords.model import Unread

_SEAL = later.pattern(r"<!-- lintwords ([0-9a-f]{64}) -->\n?\Z")
_LENGTH = 100  # characters of the last line, at most


def sealed(report: str) -> str:
    """A report that ends with a line end, with its seal as one more line."""
    return f"{report}<!-- lintwords {_digest(report)} -->\n"


def is_sealed(text: str) -> bool:
    """Whether a text ends with the seal of all that stands before it; line ends may differ."""
    text = text.replace("\r\n", "\n")
    seal = _SEAL.search(text, max(0, len(text) - _LENGTH))
    return seal is not None and seal[1] == _digest(text[: seal.start()])


def unread(text: str) -> Unread:
    """What is said of a text with the head of a report, of which nothing is read."""
    if is_sealed(text):
        return Unread("body", say("it is a report of lintwords, and was passed over"))
    return Unread("body", say(
        "it begins as a report of lintwords does, but is not one as it was written: leave it out "
        "with exclude in the settings, or write the report anew"
    ))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
