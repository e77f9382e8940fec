"""Where the runs of a part stand in its bytes, for the writer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lintwords.readers.docx.names import full, value
from lintwords.readers.docx.paragraphs import Paragraph
from lintwords.readers.docx.story import Story
from lintwords.readers.office.styles import Styles
from lintwords.readers.office.xmlscan import TAG, Attributes
from lintwords.values import dataclass, field

_RUN, _TEXT, _PROPERTIES = full("w:r"), full("w:t"), full("w:rPr")
_INSERTED = (*full("w:ins"), *full("w:moveTo"))
_OPENS, _CLOSES = full("w:commentRangeStart"), full("w:commentRangeEnd")


@dataclass(slots=True)
class Child:
    """An element of a run: where it stands, and the text of the paragraph that it holds."""

    start: int
    low: int
    is_text: bool
    end: int = 0
    high: int = 0


@dataclass(slots=True, eq=False)
class Run:
    """A run: bytes[start:end], which holds the paragraph's text[low:high]."""

    start: int
    low: int
    depth: int
    tag: bytes  # its opening tag
    end: int = 0
    high: int = 0
    properties: bytes = b""
    children: list[Child] = field(default_factory=list)
    around: tuple[int, int] | None = None  # the tracked insertion or the field that it stands in

    def widen(self, start: int, end: int) -> None:
        """It stands in something that is bytes[start:end]."""
        low, high = self.around or (start, end)
        self.around = (min(low, start), max(high, end))


class ExactStory(Story):
    """A story that also tells where its runs stand; copies for old programs are read as well."""

    def __init__(
        self, label: str = "", numbered: Mapping[str, str] | None = None,
        styles: Styles | None = None,
    ) -> None:
        super().__init__(label, numbered, styles, twins=True)
        self.runs: dict[Paragraph, list[Run]] = {}
        self.note_runs: dict[tuple[str, str], Run] = {}  # kind and id → the run of its mark
        # id of a comment → where it begins, and where it ends in that paragraph
        self.remarks: dict[str, tuple[Paragraph, int, int]] = {}
        self.data = b""
        self._stack: list[Run] = []
        self._insertions: list[tuple[int, int]] = []  # depth and start
        self._held: list[Run] = []  # runs of the insertions that are open
        self._fields: list[tuple[int, list[Run]]] = []  # start and runs of the fields that are open
        self._ended: list[tuple[int, list[Run]]] = []  # fields that end with the current run

    def scan(self, path: Path, name: str, data: bytes) -> None:
        self.data = data
        super().scan(path, name, data)

    def _start(self, name: str, attributes: Attributes) -> None:
        skipped, paragraph = self._skipped, self.paragraph
        low = paragraph.length if paragraph else 0
        super()._start(name, attributes)
        if self._stack and self.depth == self._stack[-1].depth + 1:
            self._stack[-1].children.append(Child(self.at, low, name in _TEXT))
        elif skipped:
            return
        elif name in _RUN and paragraph is not None:
            self._stack.append(Run(self.at, low, self.depth, self._tag()))
        elif name in _INSERTED:
            self._insertions.append((self.depth, self.at))
        elif name in _OPENS and paragraph is not None:
            self.remarks[value(attributes, "w:id") or ""] = (paragraph, low, low)
        elif name in _CLOSES and paragraph is not None:
            id = value(attributes, "w:id") or ""
            first, start, _ = self.remarks.get(id, (paragraph, low, low))
            self.remarks[id] = (first, start, low if first is paragraph else first.length)

    def _end(self, name: str) -> None:
        run = self._stack[-1] if self._stack else None
        if run is not None and self.paragraph is not None:
            if self.depth == run.depth + 1:
                child = run.children[-1]
                child.end, child.high = self._after(child.start), self.paragraph.length
                if name in _PROPERTIES:
                    run.properties = self.data[child.start : child.end]
                    run.children.pop()
            elif self.depth == run.depth:
                run.end, run.high = self._after(run.start), self.paragraph.length
                self.runs.setdefault(self.paragraph, []).append(self._stack.pop())
                if self._insertions:
                    self._held.append(run)
                for _, runs in (*self._fields, *self._ended):
                    runs.append(run)
                for start, runs in self._ended:
                    for inside in runs:
                        inside.widen(start, run.end)
                self._ended.clear()
        if self._insertions and self.depth == self._insertions[-1][0]:
            _, start = self._insertions.pop()
            if not self._insertions:
                end = self._after(start)
                for held in self._held:
                    held.widen(start, end)
                self._held.clear()
        super()._end(name)

    def _see_note(self, kind: str, attributes: Attributes) -> None:
        super()._see_note(kind, attributes)
        if self._stack:
            self.note_runs.setdefault((kind, value(attributes, "w:id") or ""), self._stack[-1])

    def _see_field(self, attributes: Attributes) -> None:
        super()._see_field(attributes)
        kind = value(attributes, "w:fldCharType")
        if kind == "begin" and self._stack:
            self._fields.append((self._stack[-1].start, []))
        elif kind == "end" and self._fields:
            self._ended.append(self._fields.pop())

    def _begin_field(self, attributes: Attributes) -> None:
        super()._begin_field(attributes)
        self._fields.append((self.at, []))

    def _end_field(self) -> None:
        super()._end_field()
        if self._fields:
            start, runs = self._fields.pop()
            for inside in runs:
                inside.widen(start, self._after(start))

    def _tag(self) -> bytes:
        match = TAG.match(self.data, self.at)
        return match[0] if match else b""

    def _after(self, start: int) -> int:
        """Where the element that began at `start` and ends now is over."""
        match = TAG.match(self.data, start)
        if match and match[0].endswith(b"/>"):
            return match.end()
        return self.data.index(b">", self.at) + 1
