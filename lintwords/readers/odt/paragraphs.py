"""What is collected of a paragraph of an OpenDocument text while it is read."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from lintwords.readers.common.sentence_ends import ends_sentence
from lintwords.readers.office.frames import Frame
from lintwords.readers.office.styles import Capitals
from lintwords.values import dataclass, field

_LAST = 4  # pieces that tell how a paragraph ends


class Group(IntEnum):
    """The parts of a document in the order in which they are told."""

    TITLE = 0
    BODY = 1
    FOOTNOTE = 2
    ENDNOTE = 3
    HEADER = 4
    FOOTER = 5


class Stretch(NamedTuple):
    """Read text and the bytes that it stands in; `is_exact` if they are its UTF-8."""

    text: str
    start: int = 0
    end: int = 0
    is_exact: bool = False


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph as it is read; the bytes of its pieces are those of its `member`."""

    member: str
    frame: Frame
    group: Group = Group.BODY
    tag: bytes = b""  # its opening tag
    style: str = ""
    outline: int | None = None  # of a heading
    is_item: bool = False
    is_alt: bool = False
    is_index: bool = False  # a program has gathered it from the text
    pieces: list[Stretch] = field(default_factory=list)
    length: int = 0
    ends_white: bool = True  # more white space would not be seen
    foreign: int = 0  # depth of the element inside it whose text is not the writer's
    spans: list[str] = field(default_factory=list)  # styles of the spans that are open
    langs: dict[str, int] = field(default_factory=dict)  # style of a span → letters
    locked: list[tuple[int, int]] = field(default_factory=list)  # what no fix may touch
    capitals: Capitals | None = None  # letters that are shown as such
    struck: list[str] = field(default_factory=list)  # words of it that are struck through

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def runs_on(self) -> bool:
        """Whether no sentence ends with it, as far as it is read."""
        last = "".join(piece.text for piece in self.pieces[-_LAST:])
        return bool(self.length) and not ends_sentence(last)

    def break_line(self) -> None:
        """What comes stands in the next line."""
        if self.pieces[-1].text != "\n":
            self.add(Stretch("\n"), locked=True)
            self.ends_white = True

    def finish(self) -> None:
        """All of it is read."""
        if self.capitals is None:
            return
        text, changed = self.capitals.shown(self.text)
        self.locked += changed  # nobody has written it so
        at, self.capitals = 0, None
        for number, piece in enumerate(self.pieces):
            self.pieces[number] = piece._replace(text=text[at : at + len(piece.text)])
            at += len(piece.text)

    def add(self, piece: Stretch, *, locked: bool = False, in_capitals: bool = False) -> None:
        length = len(piece.text)
        if in_capitals:
            self.capitals = self.capitals or Capitals()
            self.capitals.see(self.length, self.length + length)
        if locked:
            self.locked.append((self.length, self.length + length))
        self.pieces.append(piece)
        self.length += length
        style = self.spans[-1] if self.spans else ""
        self.langs[style] = self.langs.get(style, 0) + length
