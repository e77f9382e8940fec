"""What may hide a word, or stand inside one, so that the bytes of a text do not hold it as a whole.

In comes a source, or a part of one; out goes whether something in it may hide a word from who looks
at pieces of bytes, or the words as they are without what parts them. It errs on the side of hiding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords import later
from lintwords.prefilter.index import FOLDED, pieces

# signs that are not seen, letters that fold to ASCII or look like it
_HIDING = (
    later.pattern(rb"\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xaf]|\x84\xaa)"),
    later.pattern(rb"\xcc[\x85\xb2-\xb8\xbf]"),
    later.pattern(rb"\xe1(?:\x85[\x9f\xa0]|\x9e[\xb4\xb5]|\xa0[\x8b-\x8f])"),
    later.pattern(rb"\xef(?:\xb8[\x80-\x8f]|\xbb\xbf|\xbe\xa0|\xbc[\xa1-\xba]|\xbd[\x81-\x9a])"),
    later.pattern(rb"\xf0\x9f(?:\x84[\xb0-\xbf]|\x85[\x80-\x89])"),
    # a letter of another script beside one of ASCII, as in a word that only looks Latin
    later.pattern(rb"[\xce-\xd4][\x80-\xbf](?:(?=[A-Za-z])|(?<=[A-Za-z]..))"),
)
_HIDING_SIGNS = (
    b"\xc2\xad", b"\xc5\xbf", b"\xcd\x8f", b"\xd8\x9c", b"\xe3\x85\xa4", b"\xf0\x9b\xb2",
    b"\xf0\x9d", b"\xf3\xa0", b"\xc2\x9b",
)  # fmt: skip
_CONTROLS = (b"\x00", b"\x1b", b"\x08")  # what a terminal does not show

# a letter in a circle, which folds to ASCII; one that stands alone, as a sign, is in no word
_CIRCLED = rb"\xe2(?:\x92[\xb6-\xbf]|\x93[\x80-\xa9])"
_IN_CIRCLES = later.pattern(_CIRCLED)
_IN_WORD = rb"(?:<[^<>]{0,200}>|[*_~\\\[\](){}])*"  # what may stand between two letters of a word
# as with tags, a capital after a small letter begins another word
_CIRCLE_IN_WORD = later.pattern(
    rb"[A-Za-z.]%b%b|%b%b[a-z.]|\xe2(?:\x92[\xb6-\xbf]|\x93[\x80-\x8f])%b[A-Z]"
    % (_IN_WORD, _CIRCLED, _CIRCLED, _IN_WORD, _IN_WORD)
)

# a hyphen at the end of a line, and what the next one begins with
_LINE_END = later.pattern(rb"(?:-|\xe2\x80\x90)[ \t]*[\r\n]+[ \t>]*([A-Za-z\x80-\xff]+)")
_BEFORE = later.pattern(rb"[A-Za-z\x80-\xff]+\Z")
_LONGEST = 60  # bytes of a piece of a word

_SHAPE = bytes(
    0x61 if byte < 0x80 and chr(byte).isalnum() else byte if chr(byte) in "*_~\\" else 0x20
    for byte in range(256)
)
_MARKS = 3  # as many of one mark may stand inside a word
# inside a word, also one in capitals; a capital after a small letter begins another one
_TAG = later.pattern(rb"<[^<>]{0,200}>")
# an element that may be hidden, or shown beside the word that it stands in: "Chi<del>x</del>na"
_ELEMENT = later.pattern(rb"<([A-Za-z][A-Za-z0-9-]{0,40})\b[^<>]{0,200}>[^<>]{0,200}</\1\s{0,9}>")
_TAG_INSIDE = later.pattern(rb"[A-Za-z](?:<[^<>]{0,200}>)+[a-z]|[A-Z](?:<[^<>]{0,200}>)+[A-Z]")
# what a source with markup may put between two letters or figures: a tag, a comment, an entity, the
# address of a link, attributes
_MARKUP = later.pattern(
    rb"<!--.{0,300}?-->|<[^<>]*>|&#?[A-Za-z0-9]{1,40};|\]\([^()]*\)|\]\[[^\[\]]*\]|\{[^{}]{0,200}\}",
    re.DOTALL,
)
_SIGNS = b"*_~`\\[](){}"
# inside a number, also one that does not end, or a comment; what may stand in a word may follow it
_TAG_IN_NUMBER = later.pattern(
    rb"[0-9](?:<[^<>]{0,300}>)*(?:(?<=>)[0-9&*_~\\\[({]|<!|<[^<>]{0,300}(?:<|\Z)|<[^<>]{300})"
)
# one of them that does not end
_OPEN_IN_NUMBER = later.pattern(rb"[0-9]<(?:!|[^<>]*\Z)")
# but those that stand for a space or a sign that parts two words all the same
_ENTITY_INSIDE = later.pattern(
    rb"[A-Za-z0-9]&(?!(?:nbsp|lt|gt|amp|quot|mdash|ndash|hellip);)[A-Za-z]{1,40};[A-Za-z0-9]"
)
# signs by number, which may be letters; but for quotation marks, dashes and spaces
_NUMBERED = later.pattern(
    rb"&#(?!(?:34|38|39|60|62|160|821[1267]|822[01]|8230|x0*(?:2[26]|3[cCeE]|[aA]0|201[34]));)"
)
# a link that begins or ends inside a word; where there are definitions it may be in brackets only
_LINK_INSIDE = later.pattern(
    rb"\[(?<=[A-Za-z0-9]\[)[^\[\]]*\][(\[]|\][(\[][^()\[\]]*[)\]][A-Za-z0-9]"
)
# attributes on a part of a word, a term of an index or what sets an attribute inside one
_HUNG_INSIDE = later.pattern(
    rb"\[(?<=[A-Za-z0-9]\[)[^\[\]]*\]\{|\}[A-Za-z0-9]|[A-Za-z0-9]\(\(|\)\)[A-Za-z0-9]"
)
# an escape that parts a mark from the rest of its word, a macro that hangs on one
_GAP_INSIDE = later.pattern(rb"[^\s\\]\\[ \t\r\n]\s*[^\s\\]")
_MACRO_INSIDE = later.pattern(rb"[A-Za-z0-9](?:footnote|indexterm)[a-z0-9]*:[A-Za-z0-9_-]*\[")
_BRACKET_INSIDE = later.pattern(rb"\[(?<=[A-Za-z0-9]\[)[A-Za-z0-9]|\][A-Za-z0-9]")


def may_hide(data: bytes) -> bool:
    """Whether signs that are not seen, or letters that look like others, may hide a word."""
    if any(sign in data for sign in _CONTROLS):
        return True
    if data.isascii():
        return False
    return (
        any(sign in data for sign in _HIDING_SIGNS)
        or any(hiding.search(data) for hiding in _HIDING)
        or _may_be_circled(data)
    )


def _may_be_circled(data: bytes) -> bool:
    """Whether letters in circles may be those of a word: two of them, or one beside a letter."""
    kinds = set(_IN_CIRCLES.findall(data))
    return len(kinds) > 1 or bool(kinds) and _CIRCLE_IN_WORD.search(data) is not None


def parted(data: bytes) -> Iterator[bytes]:
    """The words that the ends of lines part with a hyphen, joined."""
    for end in _LINE_END.finditer(data):
        before = _BEFORE.search(data, max(end.start() - _LONGEST, 0), end.start())
        if before:
            yield before[0] + end[1]


def may_part_words(data: bytes, marks: str, start: int = 0) -> bool:
    """Whether in a source with markup something may stand inside a word.

    Tags count from `start` on.
    """
    if b"&" in data and (_NUMBERED.search(data) or _ENTITY_INSIDE.search(data)):
        return True
    if "[" in marks and b"]" in data and (
        _LINK_INSIDE.search(data) or (b"]:" in data and _BRACKET_INSIDE.search(data))
    ):
        return True
    if marks and (b"}" in data or b"((" in data) and _HUNG_INSIDE.search(data):
        return True
    if b"\\" in data and marks and "[" not in marks and _GAP_INSIDE.search(data):
        return True
    if b":" in data and "_" in marks and _MACRO_INSIDE.search(data):
        return True
    shape = data.translate(_SHAPE) if marks else b""
    if any(b"a%ba" % (mark.encode() * n) in shape for mark in marks for n in range(1, _MARKS + 1)):
        return True
    return b"<" in data and _TAG_INSIDE.search(data, start) is not None


def untagged(data: bytes) -> list[bytes]:
    """The words of a source without its tags, where some of them stand inside words."""
    if b"<" not in data or not _TAG_INSIDE.search(data):
        return []
    words = pieces(_TAG.sub(b"", data).translate(FOLDED))
    rest = _ELEMENT.sub(b"", data)
    return words if rest == data else words + pieces(_TAG.sub(b"", rest).translate(FOLDED))


def in_a_row(data: bytes) -> bytes:
    """The letters and words of a source with markup as they follow each other without it.

    A space parts them, and stands at both ends.
    """
    rest = _ELEMENT.sub(b"", data)
    rows = (data, _MARKUP.sub(b" ", data), _MARKUP.sub(b" ", rest) if rest != data else b"")
    return b" %b " % b" ".join(word for row in rows for word in pieces(row.translate(FOLDED)))


def with_whole_numbers(data: bytes) -> bytes | None:
    """A source and, where tags may stand inside its numbers, the same without them.

    None if that cannot be told.
    """
    if b"<" not in data or not _TAG_IN_NUMBER.search(data):
        return data
    bare = (_MARKUP.sub(b"", row) for row in (data, _ELEMENT.sub(b"", data)))
    whole = b" ".join((data, *(row.translate(None, _SIGNS) for row in bare)))
    return None if _OPEN_IN_NUMBER.search(whole) else whole
