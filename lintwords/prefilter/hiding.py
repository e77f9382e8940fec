"""What may hide a word, or stand inside one, so that the bytes of a text do not hold it as a whole.

In comes a source, or a part of one; out goes whether something in it may hide a word from who looks
at pieces of bytes, or the source with the words that the ends of lines part. It errs on the side of
hiding.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lintwords import later
from lintwords.prefilter.pieces import FOLDED, pieces
from lintwords.prefilter.tags import tags_part_words

_IN_WORD = rb"(?:<[^<>]{0,200}>|[*_~\\\[\](){}])*"  # what may stand between two letters of a word
# signs that are not seen, letters that fold to ASCII or look like it
_HIDING = (
    later.pattern(rb"\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xaf\xb1\xbf]|\x82[\x90-\x9c])"),
    later.pattern(rb"\xc2[\x80-\x9f]"),  # controls
    later.pattern(  # letters of mathematics among the signs
        rb"\xe2\x84[\x82\x8a-\x93\x95\x99-\x9d\xa4\xa8\xaa\xac\xad\xaf-\xb1\xb3\xb4]"
    ),
)
# the same, of which each begins with a byte that few texts hold
_RARE = (
    later.pattern(rb"[\xcc\xcd][\x80-\xbf]"),  # marks on letters
    later.pattern(rb"\xe1(?:\x85[\x9f\xa0]|\x9e[\xb4\xb5]|\xa0[\x8b-\x8f]|[\x8e\x8f\xaa\xab\xb4-\xb7])"),
    later.pattern(rb"\xea(?:\x93|\x9c[\xb0\xb1])"),
    later.pattern(rb"\xef(?:\xb8[\x80-\x8f\xa0-\xaf]|\xbb\xbf|\xbe\xa0|\xbc[\xa1-\xba]|\xbd[\x81-\x9a])"),
    later.pattern(rb"\xef\xbf[\xb9-\xbb]"),
    later.pattern(rb"\xef\xbf\xbc(?<=[A-Za-z]...)[A-Za-z\xef]"),  # what is no prose, as it is read
    later.pattern(rb"\xf0\x9f(?:\x84[\x90-\xbf]|\x85[\x80-\xbf]|\x86[\x80-\x89])"),
    later.pattern(  # of phonetics
        rb"\xc9[\x91\xa1\xa2\xa9\xaa\xb4]|\xca[\x80\x8f\x99\x9c\x9f\xb0-\xb8]|\xcb[\xa1-\xa3]"
    ),
    later.pattern(rb"\xc4\xb1"),  # an i without its dot
    later.pattern(rb"(?:[\xc3-\xc9][\x80-\xbf]|\xe1[\xb8-\xbb][\x80-\xbf]){3}"),  # all marked
    later.pattern(rb"(?:[\xce-\xd6][\x80-\xbf]){4}"),  # a word that may look like ASCII
    # a letter of another script beside one of ASCII, as in a word that only looks Latin
    later.pattern(
        rb"[\xce-\xd6][\x80-\xbf](?:%b[A-Za-z]|(?<=[A-Za-z]..))"
        rb"|[<*_~\\\[\](){}](?<=[A-Za-z].)(?:(?<!<)|[^<>]{0,200}>)%b[\xce-\xd6]"
        % (_IN_WORD, _IN_WORD)
    ),
)
# signs that are not seen and turn nothing round: at the end of a word they hide none
_NOT_SEEN = later.pattern(rb"(?:\xe2\x80[\x8b-\x8f]|\xe2\x81\xa0|\xef\xbb\xbf|\xef\xb8\x8f)+")
_PICTURE = later.pattern(
    rb"(?:\xf0\x9f[\x8c-\xbf][\x80-\xbf]|\xe2[\x8c-\x91\x94-\xbf][\x80-\xbf])\Z"
)
# what bytes of letters are, so that one look tells whether more must be asked: "r" begins a rare
# one, "a" one of Latin 1 with a mark, "b" goes on
_LEADS = frozenset((*range(0xC4, 0xD7), 0xE1, 0xEA, 0xEF, 0xF0))
_CLASSES = bytes(
    0x72 if byte in _LEADS else 0x61 if byte == 0xC3 else 0x62 if 0x80 <= byte < 0xC0 else 0x20
    for byte in range(256)
)
_ALL_MARKED = b"ababab"  # a word each letter of which bears a mark
_HIDING_SIGNS = (
    b"\xc2\xad", b"\xc5\xbf", b"\xcd\x8f", b"\xd8\x9c", b"\xe2\x83", b"\xe2\xb1\xbc", b"\xe2\xb2",
    b"\xe2\xb3", b"\xe3\x85\xa4", b"\xf0\x9b\xb2", b"\xf0\x9d", b"\xf3\xa0", b"\xc2\x9b",
)
# what a terminal does not show
_CONTROLS = tuple(bytes((sign,)) for sign in (*range(9), *range(0x0E, 0x1C), 0x7F))

# a letter in a circle, which folds to ASCII; one that stands alone, as a sign, is in no word
_CIRCLED = rb"\xe2(?:\x92[\x9c-\xbf]|\x93[\x80-\xa9])"
_IN_CIRCLES = later.pattern(_CIRCLED)
# as with tags, a capital after a small letter begins another word
_CIRCLE_IN_WORD = later.pattern(
    rb"[A-Za-z.]%b%b|%b%b[a-z.]|\xe2(?:\x92[\x9c-\xbf]|\x93[\x80-\x8f])%b[A-Z]"
    % (_IN_WORD, _CIRCLED, _CIRCLED, _IN_WORD, _IN_WORD)
)

# a hyphen at the end of a line, also one that a tag ends, and what the next one begins with
_LINE_END = later.pattern(
    rb"(?:-|\xe2\x80\x90)(?:[ \t]*[\r\n]+|(?:\s*<[^<>]{0,400}>)+)[ \t\r\n>]*([A-Za-z\x80-\xff]+)"
)
_BEFORE = later.pattern(rb"[A-Za-z\x80-\xff]+\Z")
_LONGEST = 60  # bytes of a piece of a word

_SHAPE = bytes(
    0x61 if byte < 0x80 and chr(byte).isalnum() else byte if chr(byte) in "*_~\\^#+`\"" else 0x20
    for byte in range(256)
)
_RUN_SHAPE = bytes(
    0x61 if byte >= 0x80 or chr(byte).isalnum() else 0x2A if chr(byte) in "*\\[]" else 0x20
    for byte in range(256)
)
_MARKS = 6  # as many may stand one after the other inside a word
# a character by its name, also such as may go without a semicolon
_NAMED = later.pattern(rb"&([A-Za-z][A-Za-z0-9]{1,31})")
# those that pages are full of stand for a space or a sign that parts two words all the same
_COMMON = frozenset(b"nbsp lt gt amp quot mdash ndash hellip copy rsquo lsquo apos".split())
_OPEN_NAMED = later.pattern(rb"&([A-Za-z][A-Za-z0-9]{2,60})(?![A-Za-z0-9;])")
_NAMED_APOSTROPHE = later.pattern(rb"&(?<=[nN]&)(?!nbsp|lt|gt|amp|quot)[A-Za-z]{1,31};[tT]\b")
_OPEN_NAMES = range(2, 7)  # the lengths of names that may go without a semicolon
# signs by number, which may be letters; but for quotation marks, dashes and spaces
_NUMBERED = later.pattern(
    rb"&#(?!(?:34|38|39|60|62|160|821[1267]|822[01]|8230|x0*(?:2[26]|3[cCeE]|[aA]0|201[34]));)"
)
# signs that the words on both sides of them are read without, as one: of Markdown and RST
_READ_WITHOUT = "*\\["
_RUN = later.pattern(
    rb"[A-Za-z0-9\x80-\xff]+(?:(?:[*\\\[]|\](?!\[)){1,6}[A-Za-z0-9\x80-\xff]+)+"
)
# a link that begins inside a word with what is no letter, or ends inside one; where there are
# definitions it may be in brackets only
_LINK_INSIDE = later.pattern(
    rb"\[(?<=[A-Za-z0-9]\[)[^A-Za-z0-9*\\\[\]\x80-\xff][^\[\]]*\][(\[]"
    rb"|\][(\[][^()\[\]]*[)\]][A-Za-z0-9]"
)
_BRACKET_INSIDE = later.pattern(
    rb"\[[^A-Za-z0-9*\\\[\]\x80-\xff][^\[\]]*\][A-Za-z0-9]"
    rb"|[^A-Za-z0-9*\\\[\]\x80-\xff]\][A-Za-z0-9]"
)
# attributes on a part of a word, or what sets an attribute inside one
_HUNG_INSIDE = later.pattern(rb"\[(?<=[A-Za-z0-9]\[)[^\[\]]*\]\{|\}[A-Za-z0-9]")
_TERM_INSIDE = later.pattern(rb"[A-Za-z0-9]\(\(|\)\)[A-Za-z0-9]")  # of an index
# an escape that parts a mark from the rest of its word
_GAP_INSIDE = later.pattern(
    rb"[A-Za-z0-9\x80-\xff*`|_\]]\\[ \t\r\n]\s*[A-Za-z0-9\x80-\xff*`|_:\[]"
)
# a part of a word that is set as code; but for the plural of a name ("`item`s")
_CODE_INSIDE = later.pattern(
    rb"`(?<=[A-Za-z]`)`{0,2}[A-Za-z]{1,20}`|`[A-Za-z]{1,20}`{1,3}(?!s\b)[A-Za-z]"
)
# a macro, a reference or the value of an attribute that hangs on a word, or that one goes on after
_MACRO_INSIDE = later.pattern(
    rb"[A-Za-z0-9](?:footnote|indexterm|pass|xref|link|mailto|menu|btn|kbd|image|icon|anchor|stem"
    rb"|asciimath|latexmath|https?|ftp|irc)[a-z0-9]{0,9}:[^\s\[\]]{0,300}\["
    rb"|:[^\s\[\]]{0,300}\[[^\[\]]{0,300}\][A-Za-z0-9]"
)
_REFERENCE_INSIDE = later.pattern(
    rb"[A-Za-z0-9](?:<<|\[\[|\{[A-Za-z0-9_])|(?:>>|\]\])[A-Za-z0-9]"
)
_APART = (  # letters that a writer sets apart, by one blank of any width or by two
    later.pattern(rb" [A-Za-z]  ?[A-Za-z] "),
    later.pattern(rb"\xc2\xa0[A-Za-z]\xc2\xa0"),
    later.pattern(rb"\xe2\x80[\x80-\x8a\xaf][A-Za-z]\xe2\x80"),
    later.pattern(rb"\xe2\xa0\x80[A-Za-z]\xe2\xa0\x80"),  # the blank of Braille
)
_NAMED_APART = later.pattern(rb";[A-Za-z]&")  # by blanks that are named
_TURNS = later.pattern(rb"<[bB][dD][oO]\b")  # what shows letters from the last to the first


def may_hide(data: bytes) -> bool:
    """Whether signs that are not seen, letters that look like others or stand apart hide a word."""
    if any(sign in data for sign in _CONTROLS) or any(
        apart.search(data) for apart in _APART
    ):
        return True
    if data.isascii() or not _holds_such(data):
        return False
    bare = _NOT_SEEN.sub(_unless_inside, data)
    return bare == data or _holds_such(bare)


def _holds_such(data: bytes) -> bool:
    """Whether signs of these kinds stand anywhere."""
    shape = data.translate(_CLASSES)
    return (
        _ALL_MARKED in shape
        or any(sign in data for sign in _HIDING_SIGNS)
        or any(hiding.search(data) for hiding in _HIDING)
        or (b"r" in shape and any(rare.search(data) for rare in _RARE))
        or _may_be_circled(data)
    )


def _unless_inside(found: re.Match[bytes]) -> bytes:
    """Signs that are not seen, nothing if they stand beside a space or after a picture."""
    text, start, end = found.string, *found.span()
    at_edge = not text[start - 1 : start].strip() or not text[end : end + 1].strip()
    return b"" if at_edge or _PICTURE.search(text, max(start - 4, 0), start) else found[0]


def _may_be_circled(data: bytes) -> bool:
    """Whether letters in circles may be those of a word: two of them, or one beside a letter."""
    kinds = set(_IN_CIRCLES.findall(data))
    return len(kinds) > 1 or (bool(kinds) and _CIRCLE_IN_WORD.search(data) is not None)


def with_whole_words(data: bytes, marks: str | None = None) -> bytes:
    """A source in which each word that is written in parts stands once more, as a whole.

    The end of a line may part it, or signs of markup (`marks`) that it is read without. Signs that
    stand in no text are around it: the words beside it are not beside each other there.
    """
    kinds = _read_without(marks).encode()
    if any(kind in data for kind in (kinds[at : at + 1] for at in range(len(kinds)))):
        shape = data.translate(_RUN_SHAPE)
        if any(b"a%ba" % (b"*" * number) in shape for number in range(1, _MARKS + 1)):
            data = _RUN.sub(_once_more, data)
    return _with_line_ends(data)


def _read_without(marks: str | None) -> str:
    """Those of the marks of a format that a word is read without; AsciiDoc reads more of them."""
    return "" if not marks or "_" in marks else "".join(set(marks).intersection(_READ_WITHOUT))


def _once_more(run: re.Match[bytes]) -> bytes:
    return b"%b\xff%b\xff" % (run[0], run[0].translate(None, b"*\\[]"))


def _with_line_ends(data: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    for end in _LINE_END.finditer(data):
        before = _BEFORE.search(data, max(end.start() - _LONGEST, 0), end.start())
        if before:
            parts += (data[at : end.end()], b"\xff%b%b\xff" % (before[0], end[1]))
            at = end.end()
    return b"".join((*parts, data[at:])) if parts else data


def may_part_words(data: bytes, marks: str, start: int = 0) -> bool:
    """Whether in a source with markup something may stand inside a word.

    Tags count from `start` on.
    """
    if b"&" in data and (
        _NUMBERED.search(data) or _may_name_letters(data) or _NAMED_APART.search(data)
    ):
        return True
    if "[" in marks and b"]" in data and (
        _LINK_INSIDE.search(data) or (b"]:" in data and _BRACKET_INSIDE.search(data))
    ):
        return True
    if ("[" in marks or "_" in marks) and b"}" in data and _HUNG_INSIDE.search(data):
        return True
    if b"\\" in data and marks and "[" not in marks and _GAP_INSIDE.search(data):
        return True
    if "[" in marks and b"`" in data and _CODE_INSIDE.search(data):
        return True
    if "_" in marks and any(
        inside.search(data) for inside in (_TERM_INSIDE, _MACRO_INSIDE, _REFERENCE_INSIDE)
    ):
        return True
    kinds = _read_without(marks)
    others = marks.translate(dict.fromkeys(map(ord, kinds)))
    bare = data.translate(None, f"{kinds}]".encode()) if kinds else data
    if others and _is_marked_inside(bare, others):
        return True
    return b"<" in data and (_TURNS.search(data) is not None or tags_part_words(data[start:]))


def _is_marked_inside(data: bytes, marks: str) -> bool:
    """Whether some of these signs stand between two letters, with nothing else."""
    shape = data.translate(_SHAPE)
    if len(kinds := [mark.encode() for mark in marks if mark.encode() in shape]) > 1:
        shape = shape.translate(bytes.maketrans(b"".join(kinds), kinds[0] * len(kinds)))
    return bool(kinds) and any(
        b"a%ba" % (kinds[0] * number) in shape for number in range(1, _MARKS + 1)
    )


def _may_name_letters(data: bytes) -> bool:
    """Whether characters given by their names may be letters of a word, or signs not seen in it."""
    names = set(_NAMED.findall(data)) - _COMMON
    return any(map(_may_be_letter, names)) or _NAMED_APOSTROPHE.search(data) is not None


def after_open_names(data: bytes) -> list[bytes]:
    """The words that a character by its name stands before without a semicolon: "&ampChina"."""
    return [word for name in set(_OPEN_NAMED.findall(data)) for word in _after_open_name(name)]


@lru_cache(maxsize=4096)
def _after_open_name(name: bytes) -> tuple[bytes, ...]:
    from html.entities import html5

    whole = name.decode("ascii")
    rests = [name[n:] for n in _OPEN_NAMES if whole[:n] in html5]
    return tuple(word for rest in rests for word in pieces(rest.translate(FOLDED)))


@lru_cache(maxsize=4096)
def _may_be_letter(name: bytes) -> bool:
    from html.entities import html5  # large, and few texts name a character that is not common

    whole = name.decode("ascii")
    meant = {html5.get(f"{whole};", ""), *(html5.get(whole[:n], "") for n in _OPEN_NAMES)}
    return any(
        one.isalnum() if one.isascii() else may_hide(b"a%ba" % one.encode()) for one in meant
    )
