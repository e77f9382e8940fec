"""What is collected of a paragraph of a Word file while it is read."""

from __future__ import annotations

from lintwords.readers.common.sentence_ends import ends_sentence
from lintwords.readers.office.frames import Frame
from lintwords.readers.office.styles import Capitals
from lintwords.values import dataclass, field

_LAST = 4  # pieces that tell how a paragraph ends


@dataclass(slots=True, eq=False)
class TextRun:
    """A run of one format, in the middle of being read."""

    depth: int
    lang: str = ""
    style: str = ""
    is_tracked: bool = False  # somebody has changed its format
    is_hidden: bool | None = None  # None where it is left to the style
    is_struck: bool | None = None  # as well
    capitals: bool | None = None  # as well


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph as it is read; `style` and `outline` are what it says itself."""

    frame: Frame
    twin: bool = False  # the copy of a paragraph of a text box, for old programs
    host: Paragraph | None = None  # the paragraph that the text box stands in
    texts: list[str] = field(default_factory=list)
    length: int = 0
    style: str = ""
    outline: int | None = None
    is_item: bool | None = None
    langs: dict[tuple[str, str], int] = field(default_factory=dict)  # language, style → letters
    run: TextRun | None = None
    is_alt: bool = False
    is_cap: bool = False  # a large first letter, set apart; the next paragraph goes on with it
    goes_on: bool = False  # in the next paragraph: its end was deleted, or nobody sees it
    is_run_in: bool = False  # a heading in whose line the next paragraph stands
    locked: list[tuple[int, int]] = field(default_factory=list)  # what no fix may touch
    capitals: Capitals | None = None  # letters that are shown as such
    struck: list[str] = field(default_factory=list)  # words of it that are struck through

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def runs_on(self) -> bool:
        """Whether no sentence ends with it, as far as it is read."""
        return bool(self.length) and not ends_sentence("".join(self.texts[-_LAST:]))

    def go_on(self) -> None:
        """The paragraph after it is read as part of it, and tells its format."""
        self.is_cap = self.goes_on = self.is_run_in = False
        self.style, self.outline, self.is_item = "", None, None

    def is_beside(self, other: Paragraph) -> bool:
        """Whether both stand in the same: the body, a cell, one copy of a text box."""
        return (self.frame, self.host, self.twin, self.is_alt) == (
            other.frame, other.host, other.twin, other.is_alt
        )

    def break_line(self) -> None:
        """What comes stands in the next line."""
        if self.texts[-1] != "\n":
            self.add("\n", locked=True)

    def finish(self) -> None:
        """All of it is read."""
        if self.capitals is None:
            return
        text, changed = self.capitals.shown(self.text)
        self.locked += changed  # nobody has written it so
        self.texts, self.capitals = [text], None

    def add(self, text: str, *, locked: bool = False, in_capitals: bool = False) -> None:
        if in_capitals:
            self.capitals = self.capitals or Capitals()
            self.capitals.see(self.length, self.length + len(text))
        if locked:
            self.locked.append((self.length, self.length + len(text)))
        self.texts.append(text)
        self.length += len(text)
