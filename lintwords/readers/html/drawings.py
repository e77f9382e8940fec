"""Drawings (SVG) that stand in an address or a message: whether they show words."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64
from urllib.parse import unquote_to_bytes

from lintwords.interface import say
from lintwords.model import Unread

_WORDS = re.compile(
    rb"<(?:\w+:)?(?:text|tspan|textpath|title|desc|p|span|div)\b[^<>]*>[^<]*(?:[A-Za-z\x80-\xff]|<!)",
    re.IGNORECASE,
)
_DRAWING = re.compile(rb"<(?:[\w-]+:)?svg\b", re.IGNORECASE)
_TYPE = "data:image/svg"
_SEXTETS = re.compile(rb"[^A-Za-z0-9+/]+")


def has_words(drawing: bytes) -> bool:
    """Whether a drawing, in bytes that hold ASCII as it is, has words that a reader sees.

    One that is packed, or does not begin as a drawing does, may.
    """
    return _WORDS.search(drawing) is not None or _DRAWING.search(drawing) is None


def unread() -> Unread:
    """That a drawing with words was not read."""
    return Unread("attachment", say("a drawing with words was not read"))


def stands_in(address: str) -> bool:
    """Whether an address (`data:`) is a drawing with words; one that is damaged may be."""
    if not address[: len(_TYPE)].lower() == _TYPE:
        return False
    head, _, body = address.partition(",")
    data = unquote_to_bytes(body)
    if not head.lower().endswith(";base64"):
        return has_words(data)
    sextets = _SEXTETS.sub(b"", data)
    try:
        return has_words(a2b_base64(sextets + b"=" * (-len(sextets) % 4)))
    except Error:
        return True
