"""What readers of packages say of the parts that they do not read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from lintwords.errors import CannotRead
from lintwords.interface import say, say_many
from lintwords.model import Kind, Segment, Unread
from lintwords.readers.office import number_formats
from lintwords.readers.office.package import Package
from lintwords.readers.office.xmlscan import as_utf8

# text of a drawing, a chart's cell or label, a paragraph: with a letter in it
# or a letter by its number, or what may stand before one
_WORDS = re.compile(
    rb"<(?:\w+:)?(?:t|v|p|span)(?:\s[^<>]*)?>[^<]*(?:[A-Za-z&\x80-\xff]|<[!?])"
    rb"|<number:text>[^<]*[A-Za-z\x80-\xff]{3}"
)
_FORMAT = re.compile(
    rb"formatCode(?:=[\"']|>)(?P<code>(?<=\")[^<>\"]*|(?<=')[^<>']*|(?<=>)[^<>]*)"
)
# the same of a drawing alone
DRAWN = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>[^<]*(?:[A-Za-z&\x80-\xff]|<[!?])")


def numbered(
    kind: str, noun: str, number: int, tail: str = "", *, is_seen: bool = True
) -> Unread:
    """That so many of a kind were not read; the `tail` follows the noun.

    `2 pages without text were not read`.
    """
    what = say_many(
        f"{{n}} {noun}{tail} was not read", f"{{n}} {noun}s{tail} were not read", number
    )
    return Unread(kind, what, is_seen)


def has_words(package: Package, name: str, words: re.Pattern[bytes] = _WORDS) -> bool:
    """Whether a drawn part has words that a reader sees; one that cannot be read may have some."""
    try:
        drawn = as_utf8(package.read(name))[0]
    except CannotRead:
        return True
    return words.search(drawn) is not None or any(
        any(number_formats.words(html.unescape(code["code"].decode("utf-8", "replace"))))
        for code in _FORMAT.finditer(drawn)
    )


def only_code(segments: Sequence[Segment], *, has_code: bool) -> Iterator[Unread]:
    """That a text shows nothing but what looks like code; it may be a text all the same."""
    if has_code and all(one.kind is Kind.TITLE for one in segments):
        yield Unread("body", say("its text stands as code does, and was not read"))


def missed(
    unread: Sequence[Unread], segments: Sequence[Segment], *, has_code: bool
) -> Iterator[Unread]:
    """What a text shows and is not read: `unread`, each part once, and what looks like code."""
    yield from dict.fromkeys(unread)
    yield from only_code(segments, has_code=has_code)


def only_pictures(segments: Sequence[Segment], *, has_pictures: bool) -> Iterator[Unread]:
    """That a document shows nothing but pictures, which may be pages that were scanned."""
    if has_pictures and all(one.kind in (Kind.TITLE, Kind.CAPTION) for one in segments):
        yield Unread("page", say("it holds pictures and no text, and those were not read"))
