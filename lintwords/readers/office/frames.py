"""What the paragraphs of an office document stand in, and how a place is named for people.

A frame is the body, a cell, a text box, a note, a header: paragraphs are counted in each of them.
Empty paragraphs are not counted, as in the statistics of word processors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintwords.values import dataclass

_BESIDE = {
    "reading": "reading beside a word", "table": "alt text of a table", "link": "title of a link",
    "numbering": "numbering", "field": "words of a field", "form": "form",
    "struck": "struck words", "notes": "line before the notes", "shape": "alt text of a shape",
}
_HEADING = 30  # characters of a heading that a place shows


@dataclass(slots=True, eq=False)
class Frame:
    """What paragraphs are counted in: the body, a cell, a text box, a note."""

    label: str = ""  # "table 2, row 3, column 1"; empty for the body
    note: str = ""  # id of a note
    tables: int = 0
    read: int = 0  # paragraphs with text, once all is read
    is_shape: bool = False  # a text box once there is text in it

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return ", column " in self.label


@dataclass(slots=True, eq=False)
class _Table:
    """A table in the middle of being read."""

    label: str
    row: int = 0
    column: int = 0
    span: int = 1  # columns of the cell that was begun last


class Frames:
    """The frames that are open while a part is read; `label` is the place of the whole part."""

    __slots__ = ("_boxes", "_label", "_open", "_pictures", "_tables")

    def __init__(self, label: str = "") -> None:
        self._label = f"{label}, " if label else ""
        self._open = [Frame(label)]
        self._tables: list[_Table] = []
        self._boxes = 0
        self._pictures = 0

    @property
    def inner(self) -> Frame:
        """The innermost frame."""
        return self._open[-1]

    def enter(self, frame: Frame) -> None:
        """What is read from here on stands in `frame`."""
        self._open.append(frame)

    def leave(self) -> None:
        """The innermost frame is over."""
        self._open.pop()

    # -- tables -----------------------------------------------------------------------------

    def begin_table(self) -> None:
        frame = self.inner
        self.name(frame)
        frame.tables += 1
        around = f"{frame.label}, " if frame.label else ""
        self._tables.append(_Table(f"{around}table {frame.tables}"))

    def end_table(self) -> None:
        self._tables.pop()

    def begin_row(self) -> None:
        if self._tables:
            table = self._tables[-1]
            table.row, table.column, table.span = table.row + 1, 0, 1

    def begin_cell(self) -> None:
        """A cell begins; `leave` ends it. One without a table still is a cell."""
        table = self._tables[-1] if self._tables else _Table(f"{self._label}table")
        table.column, table.span = table.column + table.span if table.column else table.span, 1
        self.enter(Frame(f"{table.label}, row {table.row}, column {table.column}"))

    def span(self, columns: int) -> None:
        """The cell that was begun last takes so many columns."""
        if self._tables:
            self._tables[-1].span = columns

    def gap(self, columns: int) -> None:
        """So many columns stand empty before the next cell."""
        if self._tables:
            self._tables[-1].span += columns

    # -- text boxes and pictures ------------------------------------------------------------

    def begin_box(self, *, counts: bool = True) -> None:
        """A text box begins; `leave` ends it. One that is there already does not count."""
        self._boxes += counts
        self.enter(Frame(f"{self._label}text box {self._boxes}"))

    def begin_shape(self) -> None:
        """What may be a text box begins; `leave` ends it. It counts if there is text in it."""
        self.enter(Frame(is_shape=True))

    def name(self, frame: Frame) -> None:
        """There is text in `frame`."""
        if frame.is_shape and not frame.label:
            self._boxes += 1
            frame.label = f"{self._label}text box {self._boxes}"

    def see_picture(self) -> None:
        self._pictures += 1

    def alt(self) -> Frame:
        """What the alt text of the last picture stands in."""
        return Frame(f"{self._label}alt text of picture {self._pictures}")

    def beside(self, what: str) -> Frame:
        """What words about something stand in: how a word is said, where a link leads."""
        return Frame(f"{self._label}{_BESIDE[what]}")

    def art(self) -> Frame:
        """What letters that are drawn stand in."""
        return Frame(f"{self._label}drawn text")


class Counted(NamedTuple):
    """A paragraph with text, as it is counted."""

    frame: Frame
    text: str
    is_heading: bool


def places(paragraphs: Sequence[Counted]) -> Iterator[str]:
    """The place of each of the paragraphs of one part: `paragraph 4 ("Background")`."""
    totals = Counter(id(frame) for frame, _, _ in paragraphs)
    heading = ""
    for frame, text, is_heading in paragraphs:
        frame.read += 1
        if frame.label:
            more = f", paragraph {frame.read}" if totals[id(frame)] > 1 else ""
            yield frame.label + more
            continue
        yield f"paragraph {frame.read}{'' if is_heading else heading}"
        if is_heading:
            heading = f' ("{cut(text)}")'


def cut(heading: str) -> str:
    """A heading as a place shows it."""
    words = " ".join(heading.split())
    return words if len(words) <= _HEADING else f"{words[: _HEADING - 1].rstrip()}…"
