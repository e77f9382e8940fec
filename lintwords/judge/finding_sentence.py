"""The sentence of a finding as a person reads it, for reports.

A file with lines is not read again for a report, and its source would show markup; a document
without lines has no source that a person knows. So each finding carries its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords import later
from lintwords.files.digest import blake2b
from lintwords.model import Passage, Segment, Span

ROUND = 240  # code points kept on each side of the words
_NEAR = 2 * ROUND  # of the text as it stands; most of it is read as it stands
MORE = "…"
_BESIDE = 8  # words on each side of a sentence that tell where it stands
_WORD = later.pattern(r"\w+")
_SPACE = later.pattern(r"[^\S\u00a0\u202f]+")  # not the spaces that hold words together
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
# inline code, a picture or a formula stands as one sign
_AS_READ = {**_UNSEEN, 0xFFFC: MORE}


def passage(text: str, sentence: Span, span: Span) -> Passage:
    """text[sentence] round the words at `span`, in one line; what is long is cut between words."""
    before = _before(text[sentence.start : span.start])
    words = _read(text[span.start : span.end])
    after = _after(text[span.end : sentence.end])
    return Passage(f"{before}{words}{after}", len(before), len(before) + len(words))


def side_digests(segments: Sequence[Segment], nth: int, sentence: Span) -> str:
    """What tells a sentence of segment `nth` with the words before it, and with those behind it.

    Two digests, parted by a dash; one is empty where there are no words on that side.
    """
    text, (start, end) = segments[nth].text, sentence
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    if not before.strip() and nth and not text[:start].strip():
        before = segments[nth - 1].text[-_NEAR:]
    if not after.strip() and nth + 1 < len(segments) and not text[end:].strip():
        after = segments[nth + 1].text[:_NEAR]
    said = _WORD.findall(text[start:end])
    left, right = _WORD.findall(before)[-_BESIDE:], _WORD.findall(after)[:_BESIDE]
    return f"{_digest(left, said) if left else ''}-{_digest(right, said) if right else ''}"


def _digest(near: Sequence[str], said: Sequence[str]) -> str:
    words = " ".join((*said, "|", *near)).lower()
    return blake2b(words.encode("utf-8", "replace"), digest_size=4).hexdigest()


def _before(text: str) -> str:
    near = _read(text[-_NEAR:])
    return _last(near if near[:-ROUND].strip() else _read(text).lstrip())


def _after(text: str) -> str:
    near = _read(text[:_NEAR])
    return _first(near if near[ROUND:].strip() else _read(text).rstrip())


def _read(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text  # as most stand: nothing in it would change
    return _SPACE.sub(" ", text.translate(_AS_READ))


def _last(text: str) -> str:
    if len(text) <= ROUND:
        return text
    kept = text[-ROUND:]
    border = kept.find(" ")
    return f"{MORE} {kept[border + 1 :]}" if border >= 0 else f"{MORE}{kept}"


def _first(text: str) -> str:
    if len(text) <= ROUND:
        return text
    kept = text[:ROUND]
    border = kept.rfind(" ")
    return f"{kept[:border]} {MORE}" if border > 0 else f"{kept}{MORE}"
