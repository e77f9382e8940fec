"""Letters that look like others: a word that a reader sees is read, whatever it is made of.

Posts set words in letters of mathematics and in wide or ringed ones, with marks on each letter; a
text that was recognised in a picture, or is meant to deceive, has letters of another script inside
a word or for all of it, or is written from its end. Each is read as the letter that it looks like;
no fix touches such a word, which stands otherwise in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, name, normalize

from lintwords.interface import say
from lintwords.model import Document, Locked, Run, Segment, SourceMap, Unread
from lintwords.readers.common.builder import BACKWARD, TURNED_BACK
from lintwords.readers.seen.twins import TWINS
from lintwords.values import replace

# letters of mathematics, wide and ringed ones, such in brackets and in a square, small capitals
_SMALL_CAPITALS = (
    "\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00\u1d04\u1d05\u1d07\u1d0a\u1d0b\u1d0d"
    "\u1d0f\u1d18\u1d1b\u1d1c\u1d20-\u1d22\ua730\ua731"
)
_STYLED = (
    "\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a\u249c-\u24e9"
    "\U0001f110-\U0001f129\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134"
)
_RAISED = (
    "\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d6a\u1d9c-\u1dbf\u2071\u207f\u2090-\u209c\u2c7c\u2c7d"
)
_TWIN = "".join(TWINS) + _SMALL_CAPITALS
_MARK = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_MARKED = rf"[A-Za-z][{_MARK}]+|[\u00c0-\u024f\u1e00-\u1eff][{_MARK}]*"
_ALL_BUT_ONE = (  # of its letters bear a mark
    rf"[A-Za-z](?:{_MARKED}){{4,99}}|(?:{_MARKED}){{4,99}}[A-Za-z]"
    rf"|(?:{_MARKED}){{2,50}}[A-Za-z](?:{_MARKED}){{2,50}}"
)
_FILLER = "\u115f\u1160\u2800\u3164\uffa0"  # as wide as a letter, some of them in some fonts only
_FILLED = re.compile(f"(?<=[A-Za-z])[{_FILLER}](?=[A-Za-z])")
# what no screen shows, and orders to a terminal
_CONTROL = "\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x90\x95\x98-\x9f\ufff9-\ufffb"
_ANY_CONTROL = re.compile(f"[{_CONTROL}]")
_CONTROLS = re.compile(
    rf"(?<=[^\W\d_])(?:(?:\x1b\[|\x9b)[0-?]{{0,20}}[@-~]|[{_CONTROL}])+(?=[^\W\d_])"
)
# a letter that stands for the apostrophe of an ending
_APOSTROPHE = re.compile("(?<=[A-Za-z])\u02bc(?=[A-Za-z]{1,2}(?![^\\W_]))|(?<=s)\u02bc(?!\\w)")
_END = f"{TURNED_BACK}\u2069"
_WORD = re.compile(
    rf"[{_STYLED}]+|(?<![^\W_])[{_RAISED}{_SMALL_CAPITALS}]{{3,100}}(?![^\W_])"
    rf"|(?<!\w)(?=[A-Za-z]*[{_TWIN}])(?=[{_TWIN}]*[A-Za-z])[A-Za-z{_TWIN}]{{3,100}}(?!\w)"
    rf"|(?P<marked>(?<![^\W_])(?:(?:{_MARKED}){{3,100}}|{_ALL_BUT_ONE})(?![^\W_]))"
    rf"|[{_FILLER}]+"
    rf"|(?<=[A-Za-z])[{_MARK}]+"
)
_WHOLE = re.compile(rf"(?<!\w)[{_TWIN}]{{4,100}}(?!\w)")  # no letter of which is what it seems
_TURKISH = re.compile("[ĞğŞşİÖöÜü]")  # beside which a letter without its dot is another one
_DOTLESS = re.compile(r"(?<!\w)[A-Za-zı]*ı[A-Za-zı]*(?!\w)")
_ANY = re.compile(f"[{_STYLED}{_RAISED}{_TWIN}{_MARK}{_FILLER}ı]")
_ACCENTED = "[\u00c0-\u024f\u1e00-\u1eff]"
_ALL_MARKED = re.compile(_ACCENTED * 3)
_TURNED = re.compile(rf"{BACKWARD}([^{BACKWARD}{_END}]*)")
NO_SIGN = "\u2060"  # in the place of a mark: it is seen nowhere, and places stay
_DROWNED = re.compile(  # more than a sentence is looked through for the rest of a word
    rf"[{_MARK}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\U000e0000-\U000e0fff]{500}"
)
_LAST = re.compile(r"LETTER (?:SMALL CAPITAL )?([A-Z])$")
_MOST_OF = 2  # times as many letters of ASCII as of others, and a text is in Latin letters


def seen(document: Document) -> Document:
    """A document with such words as they are seen; one drowned in signs is named as not read."""
    if any(_DROWNED.search(segment.text) for segment in document.segments):
        what = Unread("body", say("a word with hundreds of signs in it was not read"))
        document = replace(document, unread=(*document.unread, what))
    if any(_FILLED.search(segment.text) for segment in document.segments):
        what = Unread("body", say("a word with a sign in it that may be a blank was not read"))
        document = replace(document, unread=(*document.unread, what))
    changed = tuple(map(_seen, document.segments))
    if all(now is before for now, before in zip(changed, document.segments, strict=True)):
        return document
    locks = [
        Locked(run.piece.part, run.piece.start, run.piece.end)
        for now, before in zip(changed, document.segments, strict=True) if now is not before
        for run in now.map.runs
        if now.text[run.start : run.end] != before.text[run.start : run.end]
    ]
    return replace(document, segments=changed, locked=(*document.locked, *locks))


def _seen(segment: Segment) -> Segment:
    text = segment.text
    has_controls = _ANY_CONTROL.search(text)
    if text.isascii() and not has_controls:
        return segment
    shown = _CONTROLS.sub(_no_signs, text) if has_controls else text
    turned: list[tuple[int, int]] = []
    if BACKWARD in shown:
        turned = [part.span() for part in _TURNED.finditer(shown)]
        shown = _TURNED.sub(lambda part: NO_SIGN + part[1][::-1], shown)
    if _ANY.search(shown) or _ALL_MARKED.search(shown):
        shown = _WORD.sub(_word, shown)
        if _is_latin(shown):
            shown = _WHOLE.sub(lambda word: "".join(map(_letter, word[0])), shown)
        if "ı" in shown and not _TURKISH.search(shown):
            shown = _DOTLESS.sub(lambda word: word[0].replace("ı", "i"), shown)
    if "\u02bc" in shown:
        shown = _APOSTROPHE.sub("’", shown)
    if shown == text:
        return segment
    words = list(_whole([*turned, *_changed(text, shown)]))
    return replace(segment, text=shown, map=SourceMap(tuple(cut_runs(segment.map.runs, words))))


def _no_signs(found: re.Match[str]) -> str:
    return NO_SIGN * len(found[0])


def _is_latin(text: str) -> bool:
    """Whether next to all letters are those of ASCII."""
    own = sum(map(str.isalpha, text.encode("ascii", "ignore").decode()))
    return own >= _MOST_OF * (sum(map(str.isalpha, text)) - own)


def _word(found: re.Match[str]) -> str:
    """A word, or the marks on a letter, as they are seen, each sign in its place."""
    word = found[0]
    if word[0] in _FILLER:
        return " " * len(word)
    if (not word[0].isalnum() and combining(word[0])) or "\u20d0" <= word[0] <= "\u20f0":
        letter = found.string[found.start() - 1]
        return word if len(normalize("NFC", letter + word)) == 1 else NO_SIGN * len(word)
    if found["marked"]:
        letters = "".join(
            normalize("NFD", sign)[0] if sign.isalpha() else NO_SIGN for sign in word
        )
        return letters if letters.replace(NO_SIGN, "").isascii() else word
    is_loud = not any(sign.isascii() for sign in word)
    return "".join(_letter(sign, is_loud=is_loud) for sign in word)


def _letter(sign: str, *, is_loud: bool = False) -> str:
    """A letter as it is seen; with `is_loud` small capitals are capitals."""
    if sign.isascii():
        return sign
    plain = TWINS.get(sign) or normalize("NFKC", sign).strip("()")
    if len(plain) == 1 and plain.isascii():
        return plain
    found = _LAST.search(name(sign, ""))
    if not found:
        return plain if len(plain) == 1 else sign
    return found[1].lower() if "SMALL" in found[0] and not is_loud else found[1]


def _whole(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that touch drawn together."""
    first = last = -1
    for start, end in sorted(spans):
        if start > last:
            if last > 0:
                yield first, last
            first, last = start, end
        last = max(last, end)
    if last > 0:
        yield first, last


def _changed(text: str, shown: str) -> Iterator[tuple[int, int]]:
    """The words of `text` that are read as others, whole."""
    at = 0
    while at < len(text):
        if text[at] == shown[at]:
            at += 1
            continue
        start = end = at
        while start and not text[start - 1].isspace() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and (text[end] != shown[end] or text[end].isalnum()):
            end += 1
        yield start, end
        at = end


def cut_runs(runs: tuple[Run, ...], words: list[tuple[int, int]]) -> Iterator[Run]:
    """The runs of a map, cut at the words, which are read as what does not stand there."""
    nth = 0
    for run in runs:
        at = run.start
        while at < run.end:
            while nth < len(words) and words[nth][1] <= at:
                nth += 1
            first, last = words[nth] if nth < len(words) else (run.end, run.end)
            is_word = first <= at
            end = min(run.end, last if is_word else max(first, at))
            if not run.piece.verbatim:
                end = run.end
            yield _cut(run, at, end, is_word)
            at = end


def _cut(run: Run, start: int, end: int, is_word: bool) -> Run:
    piece = run.piece
    if not piece.verbatim:
        return run
    low = piece.start + start - run.start
    return Run(start, end, piece._replace(start=low, end=low + end - start, verbatim=not is_word))
