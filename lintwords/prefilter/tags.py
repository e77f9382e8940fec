"""Words and numbers that markup stands in: a tag, a comment, an element that may be left out.

In comes a source with tags; out go the words, letters and numbers that it may hold without them.
Each element may be seen, hidden or shown beside the word that it stands in. All is linear in what
it reads, and errs on the side of more words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords import later
from lintwords.prefilter.pieces import FOLDED, pieces

_TAG = later.pattern(rb"<[^<>]*>")
_NAMED_TAG = later.pattern(rb"<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>|<[!?/][^<>]*>")
# inside a word, also one in capitals; a capital after a small letter begins another one (that a
# letter stands before it is asked at the sign that is rare)
_TAG_INSIDE = later.pattern(
    rb"<(?<=[A-Za-z]<)[^<>]*>(?:<[^<>]*>)*[a-z]|<(?<=[A-Z]<)[^<>]*>(?:<[^<>]*>)*[A-Z]"
)
# an element begins after a letter, and one ends before a letter; but such as end a paragraph
_APART = rb"(?!(?i:br|dd|div|dt|h[1-6r]|li|ol|p|t[dhr]|ul)\b)"
_BEGINS_INSIDE = later.pattern(rb"<(?<=[A-Za-z0-9]<)(?:/[^<>]*><)*%b[A-Za-z]" % _APART)
_ENDS_INSIDE = later.pattern(rb"</%b[A-Za-z][^<>]*>(?:<[A-Za-z!][^<>]*>)*[A-Za-z0-9]" % _APART)
# an element without others inside
_ELEMENT = later.pattern(
    rb"<([A-Za-z][A-Za-z0-9-]{0,40})\b[^<>]*>[^<>]*</\1\s{0,9}>", re.IGNORECASE
)
# what ends the words beside it, as the reader of HTML has it
PARTING = frozenset(
    b"address article aside blockquote body br button caption center col colgroup dd details"
    b" dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head"
    b" header hgroup hr html legend li listing main menu nav noscript ol optgroup option"
    b" p plaintext pre search section summary table tbody td textarea tfoot th thead title tr ul"
    b" xmp".split()
)
# those of them that a word may go on behind
_INSIDE = (b"dialog", b"noscript", b"title")
_PARTING_TAG = later.pattern(
    rb"(?<=[A-Za-z0-9>])</?(?:%b)(?![A-Za-z0-9-])[^<>]*>|(?<=>)<(?:%b)\b[^<>]*>"
    rb"|</(?:%b)\b[^<>]*>(?![A-Za-z])"
    % (b"|".join(sorted(PARTING.difference(_INSIDE))), *2 * (b"|".join(_INSIDE),)),
    re.IGNORECASE,
)
_DEEPEST = 4  # elements in each other that are left out
_COMMENT_END = later.pattern(rb"--!?>")
# a value of an attribute with what looks like the end or the beginning of a tag
_ODD_VALUE = later.pattern(
    rb"=\s{0,9}(?:\"[^\"<>]{0,300}[<>][^\"]{0,300}\"|'[^'<>]{0,300}[<>][^']{0,300}')"
)
_LONGEST = 60  # bytes of a piece of a word
_LAST = later.pattern(rb"[A-Za-z0-9]+\Z")
_FIRST = later.pattern(rb"[A-Za-z0-9]+")
_MOST = 4  # ways to read what stands before one place
# what a source with markup may put between two letters or figures: a tag, a comment, an entity, the
# address of a link, attributes
_MARKUP = later.pattern(
    rb"<!--.{0,300}?-->|<[^<>]*>|&#?[A-Za-z0-9]{1,40};|\]\([^()]*\)|\]\[[^\[\]]*\]|\{[^{}]{0,200}\}",
    re.DOTALL,
)
_SIGNS = b"*_~`\\[](){}"
# inside a number, also one that does not end, or a comment; what may stand in a word may follow it
_TAG_IN_NUMBER = later.pattern(
    rb"<(?<=[0-9]<)(?:[^<>]*>(?:<[^<>]*>)*(?:[^\s<]|<!|<[^<>]*(?:<|\Z))|!|[^<>]*(?:<|\Z))"
)
# one of them that does not end
_OPEN_IN_NUMBER = later.pattern(rb"[0-9]<(?:!|[^<>]*\Z)")


def tags_part_words(data: bytes) -> bool:
    """Whether tags or an element may stand inside a word."""
    return any(
        _TAG_INSIDE.search(row) or any(before and after for before, after in _over_elements(row))
        for row in _rows(data)
    )


def untagged(data: bytes) -> list[bytes]:
    """The words of a source without its tags, where some of them stand inside words."""
    if b"<" not in data:
        return []
    words = []
    for row in _rows(data):
        words += _untagged(row)
        parted = _PARTING_TAG.sub(b" ", row)  # such a tag ends a word, but not in all its styles
        if parted != row:
            words += _untagged(parted)
    return words


def _untagged(row: bytes) -> list[bytes]:
    over = {before + after for before, after in _over_elements(row)}
    words = pieces(b" ".join(over).translate(FOLDED)) if over else []
    if over or _TAG_INSIDE.search(row):
        words += pieces(_TAG.sub(b"", row).translate(FOLDED))
    return words


def in_a_row(data: bytes) -> bytes:
    """The letters and words of a source with markup as they follow each other without it.

    A space parts them, and stands at both ends.
    """
    rest = _emptied(data)
    rows = (data, _MARKUP.sub(b" ", data), _MARKUP.sub(b" ", rest) if rest != data else b"")
    return b" %b " % b" ".join(word for row in rows for word in pieces(row.translate(FOLDED)))


def with_whole_numbers(data: bytes) -> bytes | None:
    """A source and, where tags may stand inside its numbers, the same without them.

    None if that cannot be told.
    """
    if b"<" not in data or not _TAG_IN_NUMBER.search(data):
        return data
    bare = [_MARKUP.sub(b"", one) for row in _rows(data) for one in (row, _emptied(row))]
    over = (before + after for row in _rows(data) for before, after in _over_elements(row))
    whole = b" ".join((data, *over, *(row.translate(None, _SIGNS) for row in bare)))
    return None if _OPEN_IN_NUMBER.search(whole) else whole


def _rows(data: bytes) -> list[bytes]:
    """A source, and it without what makes the ends of its tags hard to tell, if there is such."""
    rest = _uncommented(data) if b"<!--" in data else data
    rest = _ODD_VALUE.sub(b"", rest)
    return [data] if rest == data else [data, rest]


def _uncommented(data: bytes) -> bytes:
    kept: list[bytes] = []
    at = 0
    while (start := data.find(b"<!--", at)) >= 0:
        end = _COMMENT_END.search(data, start + 2)
        if end is None:
            break
        kept += (data[at:start], b"<!>")  # still between two letters
        at = end.end()
    return b"".join((*kept, data[at:]))


def _emptied(data: bytes) -> bytes:
    """A source without its elements."""
    for _ in range(_DEEPEST):
        data, number = _ELEMENT.subn(b"", data)
        if not number:
            break
    return data


def _over_elements(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The letters and figures before each element and those after it, without other tags.

    Nothing, if no element begins or none ends beside a letter.
    """
    if not _BEGINS_INSIDE.search(data) or not _ENDS_INSIDE.search(data):
        return
    bare, at = bytearray(), 0
    opened: dict[bytes, list[list[bytes]]] = {}  # by name, what may stand before each
    closed: list[tuple[int, list[bytes]]] = []  # where one ends, what may stand before it
    for tag in _NAMED_TAG.finditer(data):
        bare += data[at : tag.start()]
        at = tag.end()
        name = (tag[2] or b"").lower()
        if not name:
            continue
        if not tag[1]:
            opened.setdefault(name, []).append(_before(bare, closed))
        elif opened.get(name):
            closed.append((len(bare), opened[name].pop()))
    bare += data[at:]
    for end, ways in closed:
        after = _FIRST.match(bare, end, end + _LONGEST)
        yield from ((bytes(before), after[0] if after else b"") for before in ways or [b""])


def _before(bare: bytearray, closed: list[tuple[int, list[bytes]]]) -> list[bytes]:
    """The letters at the end of a text, also with the last element before them left out."""
    last = _LAST.search(bare, max(len(bare) - _LONGEST, 0))
    ways = [bytes(last[0])] if last else []
    if closed and closed[-1][0] >= len(bare) - _LONGEST:
        end, earlier = closed[-1]
        between = bytes(bare[end:])
        if not between or between.isalnum():
            ways += [before + between for before in earlier]
    return ways[:_MOST]
