"""What is found in words that a person has put into a text, without judging all of it again.

And whether they fit where they meet what stands around them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from lintwords import later, readers
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Document, Edit
from lintwords.readers.common.source import splice
from lintwords.text.lexicon import Lexicon
from lintwords.text.small_words import CONTRACTED, DEFINITE, DRAWN, INDEFINITE
from lintwords.values import replace

_BLANK = later.pattern(r"\n\s*\n|\r\s*\r")
_FAR = 4000  # characters of a paragraph that are read
_BESIDE = 80  # characters before and behind the words in which the next word is looked for
_PAIRS = (("“", "”"), ("«", "»"), ('"', '"'), ("(", ")"), ("[", "]"))
_COMMA, _AND = ",", "function.coordinator"
_ARTICLES = frozenset((DEFINITE, INDEFINITE, CONTRACTED))


def rules_in_words(
    linter: DocumentLinter, document: Document, edits: Sequence[Edit], others: Iterable[Edit]
) -> list[str]:
    """What rules ask of the words of `edits`, in their paragraph: message and id, in order.

    `edits` are of one part; `others` are those of other decisions in it, none of which meets them.
    """
    part = next(one for one in document.parts if one.index == edits[0].part)
    start, end = _paragraph(part.text, edits)
    here = [
        replace(edit, start=edit.start - start, end=edit.end - start)
        for edit in sorted((*edits, *others), key=lambda edit: (edit.start, edit.end))
        if start <= edit.start and edit.end <= end
    ]
    kind = document.format if document.has_lines else "text"
    text = splice(part.text[start:end], here)
    read = linter.with_passage_languages(
        readers.read(document.path, text.encode("utf-8", "replace"), format=kind)
    )
    low, high = _now(here, {(e.start - start, e.end - start, e.text) for e in edits})
    found = linter.lint(read).findings
    asked = (one for one in found if one.at.start < high and low < one.at.end)
    return list(dict.fromkeys(f"{one.message} ({one.rule})" for one in asked))


def ill_met(linter: DocumentLinter, document: Document, edit: Edit, lang: str) -> str:
    """What cannot stand side by side where the words of `edit` meet the text: "La Le", "of of".

    The same word twice, two articles, or a preposition that is drawn together with the article
    behind it. Empty if the words fit, as far as that can be told.
    """
    text = next(one for one in document.parts if one.index == edit.part).text
    before = _BLANK.split(text[max(edit.start - _BESIDE, 0) : edit.start])[-1]
    behind = _BLANK.split(text[edit.end : edit.end + _BESIDE])[0]
    lexicon = linter.speaking(lang).compiled.lexicon
    seams = (_seam(before, edit.text, lexicon), _seam(edit.text, behind, lexicon))
    return next(filter(None, seams), "")


def mark_left(linter: DocumentLinter, document: Document, edit: Edit, lang: str) -> str:
    """The mark that stays alone, of a pair of which the words of `edit` hold or drop the other.

    One of two quotation marks or brackets; a comma that closed what the old words opened, or opened
    what they closed, and stands beside the new ones. Empty if none does, as far as can be told.
    """
    text = next(one for one in document.parts if one.index == edit.part).text
    old, new = text[edit.start : edit.end], edit.text
    for opening, closing in _PAIRS:
        more = _open(new, opening, closing) - _open(old, opening, closing)
        if opening == closing and more % 2:
            return opening
        if opening != closing and more:
            return opening if more > 0 else closing
    if old.count(_COMMA) % 2 == 0 or new.count(_COMMA) % 2:
        return ""
    lexicon = linter.speaking(lang).compiled.lexicon
    before, behind = text[: edit.start].rstrip(), text[edit.end : edit.end + _BESIDE].lstrip()
    following = "".join(lexicon.spelling.split_entry(behind.lstrip(f"{_COMMA} "))[:1]).lower()
    goes_on = _AND in lexicon[following].classes  # of a list: "China, Russia, and Iran"
    closes = behind.startswith(_COMMA) and not goes_on
    return _COMMA if closes or before.endswith(_COMMA) else ""


def _open(text: str, opening: str, closing: str) -> int:
    """How many marks that open stand in `text` beyond those that close; where one does both, all.
    """
    return text.count(opening) - (text.count(closing) if opening != closing else 0)


def _seam(left: str, right: str, lexicon: Lexicon) -> str:
    """The words that meet where `right` follows `left`, if they cannot."""
    one, other = "".join(left.split()[-1:]), "".join(right.split()[:1])
    if not one or not other:
        return ""
    spelling, met = lexicon.spelling, f"{one} {other}"
    last, first = spelling.split_entry(one)[-1], spelling.split_entry(other)[0]
    is_apart = left[-1:].isspace() or right[:1].isspace()
    if is_apart and one.casefold() == other.casefold():
        return met
    if not is_apart and last[-1:].isalnum():  # one word, in two pieces
        return ""
    if _ARTICLES & lexicon[last].classes and _ARTICLES & lexicon[first].classes:
        return met
    phrase = " ".join(right.split()[:2]).lower()
    is_noun = not lexicon[phrase.rpartition(" ")[2]].verbal  # not "de le faire"
    classes = lexicon[last].classes
    # "des" holds its article
    can_draw = not classes.isdisjoint(DRAWN) and CONTRACTED not in classes
    is_drawn = is_noun and can_draw and spelling.drawn(last, phrase) != f"{last} {phrase}"
    return met if is_drawn else ""


def _paragraph(text: str, edits: Sequence[Edit]) -> tuple[int, int]:
    """From blank line to blank line round the edits, or as far as a paragraph is read."""
    low, high = min(edit.start for edit in edits), max(edit.end for edit in edits)
    near = max(low - _FAR, 0)
    start = max((blank.end() for blank in _BLANK.finditer(text, near, low)), default=near)
    blank = _BLANK.search(text, high, high + _FAR)
    return start, blank.start() if blank else min(high + _FAR, len(text))


def _now(edits: Iterable[Edit], wanted: Collection[tuple[int, int, str]]) -> tuple[int, int]:
    """From the first to the last character of the wanted edits once all are made, in order."""
    shift, spans = 0, []
    for edit in edits:
        if (edit.start, edit.end, edit.text) in wanted:
            spans.append((edit.start + shift, edit.start + shift + len(edit.text)))
        shift += len(edit.text) - (edit.end - edit.start)
    return min(low for low, _ in spans), max(high for _, high in spans)
