"""What the styles of an office document say to a reader: heading, list, quotation, language."""

from __future__ import annotations

from lintwords.model import Kind
from lintwords.values import dataclass, field

_HEADINGS = ("heading ", "title", "subtitle")
_LISTS = ("list ",)
_QUOTES = ("quote", "intense quote", "block text", "quotations", "block quotation")
_BODY_LEVEL = 9  # the outline level of what is no heading
_NO_LANGUAGE = ("zxx", "und", "x-none")
_LONGEST_CHAIN = 20  # styles that are based on one another


@dataclass(slots=True)
class Style:
    """A style as it stands in the file."""

    based_on: str = ""
    name: str = ""
    lang: str = ""
    outline: int | None = None
    is_item: bool | None = None
    is_hidden: bool | None = None  # nobody sees what is written in it
    capitals: bool | None = None  # small letters are shown as capitals
    is_struck: bool | None = None  # a line is drawn through it


@dataclass(slots=True)
class Styles:
    """The styles by id, and the language where none is named."""

    by_id: dict[str, Style] = field(default_factory=dict)
    lang: str = ""
    default: str = ""  # of paragraphs that name none
    capitals: bool = False  # where no style says it, small letters are shown as capitals

    def chain(self, id: str) -> list[Style]:
        """The style and what it is based on; none for an id that is not known."""
        found: list[Style] = []
        while id in self.by_id and len(found) < _LONGEST_CHAIN:
            found.append(self.by_id[id])
            id = found[-1].based_on
        return found

    def level(self, id: str, outline: int | None) -> int | None:
        """The level of a heading, 0 for the highest; None for what is none."""
        chain = self.chain(id)
        own = (style.outline for style in chain if style.outline is not None)
        level = outline if outline is not None else next(own, None)
        if level is None and not chain:
            level = _digit(id.lower())
        if level is None:
            named = (_digit(style.name) for style in chain)
            level = next((digit for digit in named if digit is not None), None)
        return level if level is not None and level < _BODY_LEVEL else None

    def kind(self, id: str, outline: int | None, is_item: bool | None) -> Kind:
        """What a paragraph of this style is."""
        names = self._names(id)
        if self.level(id, outline) is not None or names[0].startswith(_HEADINGS):
            return Kind.HEADING
        if any(name in ("caption", "image caption", "table caption") for name in names):
            return Kind.CAPTION
        if is_item is None:
            said = (style.is_item for style in self.chain(id) if style.is_item is not None)
            is_item = next(said, any(name.startswith(_LISTS) for name in names))
        return Kind.ITEM if is_item else Kind.PROSE

    def is_title(self, id: str) -> bool:
        """Whether a paragraph of this style is the title of its document, or a line of it."""
        return self._names(id)[0] == "title"

    def _names(self, id: str) -> list[str]:
        return [style.name for style in self.chain(id) if style.name] or [id.lower()]

    @property
    def hidden(self) -> frozenset[str]:
        """The ids of the styles in which nothing is seen."""
        if not any(style.is_hidden for style in self.by_id.values()):
            return frozenset()
        return frozenset(filter(self.hides, self.by_id))

    def hides(self, id: str) -> bool:
        """Whether nothing is seen of what is written in this style."""
        said = (style.is_hidden for style in self.chain(id) if style.is_hidden is not None)
        return next(said, False)

    @property
    def in_capitals(self) -> frozenset[str]:
        """The ids of the styles in which small letters are shown as capitals."""
        if not any(style.capitals for style in self.by_id.values()):
            return frozenset()
        return frozenset(id for id in self.by_id if self.makes_capitals(id))

    def makes_capitals(self, id: str) -> bool:
        said = (style.capitals for style in self.chain(id) if style.capitals is not None)
        return next(said, False)

    @property
    def struck(self) -> frozenset[str]:
        """The ids of the styles whose words are struck through."""
        if not any(style.is_struck for style in self.by_id.values()):
            return frozenset()
        chains = {id: [style.is_struck for style in self.chain(id)] for id in self.by_id}
        return frozenset(
            id for id, said in chains.items()
            if next((one for one in said if one is not None), False)
        )

    def is_quotation(self, id: str) -> bool:
        """Whether a paragraph of this style is a block quotation."""
        return any(style.name in _QUOTES for style in self.chain(id))

    def lang_of(self, *ids: str) -> str:
        """The language that the first of these styles names, or the document's."""
        for id in ids:
            for style in self.chain(id):
                if style.lang:
                    return style.lang
        return self.lang


class Capitals:
    """The stretches of a paragraph whose letters are shown as capitals."""

    __slots__ = ("_spans",)

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def see(self, start: int, end: int) -> None:
        """text[start:end] is shown so; stretches come in order."""
        if self._spans and self._spans[-1][1] == start:
            start = self._spans.pop()[0]
        self._spans.append((start, end))

    def shown(self, text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """How a paragraph of this text is shown, and the stretches in which that is another text.

        A stretch that has a capital of its own is read as it was written, so that a fix can be
        made in it.
        """
        small = tuple(span for span in self._spans if text[slice(*span)].islower())
        pieces, at = [], 0
        for start, end in small:
            pieces += [text[at:start], *map(_capital, text[start:end])]
            at = end
        return "".join((*pieces, text[at:])), small


def in_capitals(text: str) -> str:
    """A text as it is shown in capitals; one that has some is read as it was written."""
    return "".join(map(_capital, text)) if text.islower() else text


def _capital(letter: str) -> str:
    large = letter.upper()
    return large if len(large) == 1 else letter


def language(name: str | None) -> str:
    """A language tag; empty for the marks that say there is none."""
    return name if name and name.lower() not in _NO_LANGUAGE else ""


def _digit(name: str) -> int | None:
    """`heading 2` → 1."""
    rest = name.removeprefix("heading").strip()
    return int(rest) - 1 if rest != name and rest.isdecimal() and 0 < int(rest[:3]) <= 9 else None
