"""New bytes for the runs of one paragraph: words replaced, tracked or not, and comments placed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lintwords.readers.docx.exact import Child, Run
from lintwords.readers.docx.marks import Tracking
from lintwords.readers.office.xmlscan import TAG, Splice
from lintwords.values import dataclass, field


class Replacement(NamedTuple):
    """Replace text[low:high] of a paragraph."""

    low: int
    high: int
    text: str


class New(NamedTuple):
    """Words that come in, in the format of a run."""

    text: str
    like: Run


class Anchor(NamedTuple):
    """The comment `id` on text[low:high] of a paragraph."""

    low: int
    high: int
    id: int


@dataclass(slots=True)
class _Work:
    """What is to be done inside one run; places are of the paragraph's text."""

    gone: list[tuple[int, int]] = field(default_factory=list)
    new: dict[int, New] = field(default_factory=dict)
    opens: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    closes: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def borders(self) -> set[int]:
        return {*(at for pair in self.gone for at in pair), *self.new, *self.opens, *self.closes}


class Painter:
    """Makes the bytes of one part; `prefix` is what its elements begin with (`w:`)."""

    def __init__(
        self, data: bytes, prefix: str, tracking: Tracking | None, next_id: Callable[[], int]
    ) -> None:
        self._data, self._prefix = data, prefix
        self._next = next_id
        self._tracking = tracking

    def paragraph(
        self, runs: Sequence[Run], changes: Sequence[Replacement], anchors: Sequence[Anchor]
    ) -> Iterator[Splice]:
        """The splices that make `changes` and place the comments `anchors`."""
        work: dict[int, _Work] = defaultdict(_Work)  # index of a run → what is to be done in it
        for change in changes:
            touched = touching(runs, change.low, change.high)
            like = runs[touched[0]]
            # after the last words that go, so that a reader meets the old ones whole
            at = max(nth for nth in touched if self._is_beside(like, runs[nth]))
            work[at].new[max(change.low, runs[at].low)] = New(change.text, like)
            for index in touched:
                low, high = max(change.low, runs[index].low), min(change.high, runs[index].high)
                if low < high:
                    work[index].gone.append((low, high))
        for anchor in anchors:
            touched = touching(runs, anchor.low, anchor.high)
            first, last = runs[touched[0]], runs[touched[-1]]
            if first.around:
                yield Splice(first.around[0], first.around[0], self.opening(anchor.id))
            else:
                work[touched[0]].opens[max(anchor.low, first.low)].append(anchor.id)
            if last.around:
                yield Splice(last.around[1], last.around[1], self.closing(anchor.id))
            else:
                work[touched[-1]].closes[min(anchor.high, last.high)].append(anchor.id)
        for index in sorted(work):
            run = runs[index]
            yield Splice(run.start, run.end, b"".join(self._run(run, work[index])))

    def _is_beside(self, run: Run, later: Run) -> bool:
        """Whether both stand in the same element: neither in a link that the other is not in."""
        depth = 0
        for tag in TAG.findall(self._data, run.end, later.start):
            if tag.startswith(b"</"):
                depth -= 1
            elif not tag.startswith((b"<!", b"<?")) and not tag.endswith(b"/>"):
                depth += 1
            if depth < 0:
                return False
        return depth == 0

    def around(self, run: Run, id: int) -> Iterator[Splice]:
        """A comment on a whole run."""
        start, end = run.around or (run.start, run.end)
        yield Splice(start, start, self.opening(id))
        yield Splice(end, end, self.closing(id))

    def opening(self, id: int) -> bytes:
        return self._tag("commentRangeStart", id)

    def closing(self, id: int) -> bytes:
        mark = self._tag("commentReference", id)
        return self._tag("commentRangeEnd", id) + self._element("r", mark)

    def _run(self, run: Run, todo: _Work) -> Iterator[bytes]:
        """The run in pieces, cut where something begins or ends."""
        borders = todo.borders()
        if all(at in (run.low, run.high) for at in borders) and not todo.gone and not todo.new:
            yield from (self.closing(id) for id in todo.closes.get(run.low, ()))
            yield from (self.opening(id) for id in todo.opens.get(run.low, ()))
            yield self._data[run.start : run.end]
            yield from (self.closing(id) for id in todo.closes.get(run.high, ()))
            return
        held: list[bytes] = []
        is_gone = False
        new: New | None = None

        def flush() -> Iterator[bytes]:
            nonlocal new
            if held:
                yield self._piece(run, b"".join(held), is_gone)
                held.clear()
            if new is not None:
                yield self._inserted(new)
                new = None

        passed: set[int] = set()
        for child, low, high in _fragments(run.children, borders):
            gone = any(start <= low and high <= end for start, end in todo.gone) and low < high
            if low in borders and low not in passed and (low < high or low == run.high):
                passed.add(low)
                yield from flush()
                yield from (self.closing(id) for id in todo.closes.get(low, ()))
                yield from (self.opening(id) for id in todo.opens.get(low, ()))
                new = todo.new.get(low)
                if not gone:
                    yield from flush()
            elif gone is not is_gone:
                yield from flush()
            is_gone = gone
            held.append(self._fragment(child, low, high, gone))
        yield from flush()
        if run.high not in passed:
            if run.high in todo.new:
                yield self._inserted(todo.new[run.high])
            yield from (self.closing(id) for id in todo.closes.get(run.high, ()))

    def _fragment(self, child: Child, low: int, high: int, gone: bool) -> bytes:
        raw = self._data[child.start : child.end]
        if not child.is_text or ((low, high) == (child.low, child.high) and not gone):
            return raw
        text = decoded(raw)[low - child.low : high - child.low]
        return self._text("delText" if gone else "t", text)

    def _piece(self, run: Run, inside: bytes, gone: bool) -> bytes:
        made = run.tag + run.properties + inside + self._element("r", None)
        if not gone:
            return made
        return self._tracked("del", made) if self._tracking else b""

    def _inserted(self, new: New) -> bytes:
        if not new.text:
            return b""
        made = new.like.tag + new.like.properties + self._text("t", new.text)
        made += self._element("r", None)
        return self._tracked("ins", made) if self._tracking else made

    def _tracked(self, name: str, inside: bytes) -> bytes:
        assert self._tracking is not None
        who, when = quoteattr(self._tracking.author), quoteattr(self._tracking.date)
        p = self._prefix
        tag = f'<{p}{name} {p}id="{self._next()}" {p}author={who} {p}date={when}>'
        return tag.encode() + inside + self._element(name, None)

    def _text(self, name: str, text: str) -> bytes:
        p = self._prefix
        return f'<{p}{name} xml:space="preserve">{escape(text)}</{p}{name}>'.encode()

    def _tag(self, name: str, id: int) -> bytes:
        return f'<{self._prefix}{name} {self._prefix}id="{id}"/>'.encode()

    def _element(self, name: str, inside: bytes | None) -> bytes:
        """An element, or its end tag alone."""
        end = f"</{self._prefix}{name}>".encode()
        return end if inside is None else f"<{self._prefix}{name}>".encode() + inside + end


def touching(runs: Sequence[Run], low: int, high: int) -> list[int]:
    """The runs that hold text[low:high]; for an empty stretch the one before it, or after."""
    found = [nth for nth, run in enumerate(runs) if run.low < high and run.high > low]
    if found or low < high:
        return found
    before = [nth for nth, run in enumerate(runs) if run.low < low <= run.high]
    return before or [nth for nth, run in enumerate(runs) if run.low == low < run.high][:1]


def decoded(element: bytes) -> str:
    """The text of a `w:t`, given whole."""
    from xml.parsers import expat

    texts: list[str] = []
    parser = expat.ParserCreate("UTF-8")  # prefixes are not looked up
    parser.CharacterDataHandler = texts.append
    parser.Parse(element, True)
    return "".join(texts)


def _fragments(
    children: Sequence[Child], borders: set[int]
) -> Iterator[tuple[Child, int, int]]:
    """The children, those with text cut at the borders inside them."""
    for child in children:
        if not child.is_text:
            yield child, child.low, child.high
            continue
        cuts = [at for at in sorted(borders) if child.low < at < child.high]
        ends = [child.low, *cuts, child.high]
        for low, high in zip(ends, ends[1:], strict=False):
            yield child, low, high
