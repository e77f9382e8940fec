"""The paragraphs of a whole Word file in reading order, each with its place for people.

First the title of the document, then the body, the notes by their number, headers and footers. A
text box follows the paragraph that it stands in. Empty paragraphs are not counted, as in the
statistics of word processors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from lintwords.readers.common.builder import OBJECT
from lintwords.readers.docx.numbering import read_numbering
from lintwords.readers.docx.paragraphs import Paragraph
from lintwords.readers.docx.parts import Parts, check_root, read_title
from lintwords.readers.docx.story import Story
from lintwords.readers.docx.styles import read_styles
from lintwords.readers.office.frames import Counted, Frame, Frames, places
from lintwords.readers.office.styles import Styles, language

_DIFFERENT = {"footnotes": "footnote", "endnotes": "endnote"}

NewStory = Callable[[str, Mapping[str, str], Styles], Story]


class Placed(NamedTuple):
    """A paragraph with text: where it stands in the package and, for people, in the document."""

    part: str  # the name of its part in the package
    paragraph: Paragraph
    text: str
    place: str


class Layout(NamedTuple):
    """All that is read of a file."""

    paragraphs: tuple[Placed, ...]
    stories: Mapping[str, Story]  # by the name of the part
    styles: Styles
    lacking: Mapping[str, int]  # notes whose mark is there and whose text is not


def lay_out(parts: Parts, new_story: NewStory = Story) -> Layout:
    """Read all parts that hold text; `new_story` makes the reader of one part."""
    name = parts.first("styles")
    styles = read_styles(parts.package.path, name, parts.xml(name)) if name else Styles()
    stories: dict[str, Story] = {}
    lacking: dict[str, int] = {}

    def read(part: str, label: str, numbered: Mapping[str, str]) -> Story:
        story = stories[part] = new_story(label, numbered, styles)
        story.scan(parts.package.path, part, parts.xml(part))
        return story

    found: list[Placed] = list(_title(parts))
    main = read(parts.main, "", {})
    check_root(parts)
    found += _placed(parts.main, main.paragraphs, styles)
    for kind, noun in _DIFFERENT.items():
        part = parts.first(kind)
        if part is not None and part not in stories:
            notes = read(part, kind, _numbers(main, noun))
            found += sorted(
                _placed(part, notes.paragraphs, styles), key=_by_number(main.notes[noun])
            )
            if gone := len(set(main.notes[noun]) - notes.found):
                lacking[noun] = gone
        elif main.notes[noun] and not parts.lacks(kind):
            lacking[noun] = len(set(main.notes[noun]))
    for part, label in _headers(parts, main):
        if part not in stories:
            found += _placed(part, read(part, label, {}).paragraphs, styles)
    found += _numbering(parts)
    return Layout(tuple(found), stories, styles, lacking)


def lang_of(paragraph: Paragraph, styles: Styles) -> str | None:
    """The language that most letters of a paragraph are marked with; None where nothing says."""
    langs: Counter[str] = Counter()
    for (lang, style), letters in paragraph.langs.items():
        known = language(lang) if lang else styles.lang_of(style, paragraph.style)
        langs[known] += letters
    return (langs.most_common(1)[0][0] if langs else styles.lang) or None


def _title(parts: Parts) -> Iterator[Placed]:
    title = read_title(parts)
    if title.strip():
        paragraph = Paragraph(Frame(), is_alt=True)
        paragraph.add(title, locked=True)
        yield Placed("", paragraph, title, "title of the document")


def _numbering(parts: Parts) -> Iterator[Placed]:
    """Words that stand before the items of lists, beside their numbers."""
    for text in read_numbering(parts):
        frame = Frames().beside("numbering")
        paragraph = Paragraph(frame, is_alt=True)
        paragraph.add(text, locked=True)
        yield Placed(parts.main, paragraph, text, frame.label)


def _numbers(main: Story, noun: str) -> dict[str, str]:
    """The place of each note by its id; one whose mark is deleted is deleted with it."""
    order = dict.fromkeys(main.notes[noun])
    return {id: f"{noun} {number}" for number, id in enumerate(order, 1)}


def _by_number(order: list[str]) -> Callable[[Placed], int]:
    ranks = {id: rank for rank, id in reversed(list(enumerate(order)))}

    def rank(placed: Placed) -> int:
        return ranks.get(placed.paragraph.frame.note, len(ranks))

    return rank


def _headers(parts: Parts, main: Story) -> Iterator[tuple[str, str]]:
    """The parts of headers and footers with their labels, as the sections use them."""
    targets = {link.id: link for link in parts.links if link.kind in ("header", "footer")}
    used = [targets[id] for _, id in main.headers if id in targets]
    for kind in ("header", "footer"):
        names = list(dict.fromkeys(link.target for link in used if link.kind == kind))
        for number, name in enumerate(names, 1):
            yield name, kind if len(names) == 1 else f"{kind} {number}"


def _placed(part: str, paragraphs: list[Paragraph], styles: Styles) -> Iterator[Placed]:
    for one in paragraphs:
        one.finish()
    readable = [
        (paragraph, text) for paragraph in paragraphs
        if paragraph.length and not paragraph.twin
        and (text := paragraph.text).replace(OBJECT, "").strip()
    ]
    named = places([
        Counted(one.frame, text, styles.level(one.style, one.outline) is not None)
        for one, text in readable
    ])
    for (paragraph, text), place in zip(readable, named, strict=True):
        yield Placed(part, paragraph, text, place)
