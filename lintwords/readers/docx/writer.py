"""Edits and comments into a Word file; every part that holds none of them stays byte for byte.

A comment cannot stand in a header, a note or a text box (word processors take such a file for
damaged), so it stands on the mark of the note, on the paragraph that holds the box, or on the
first words of the body, and says what it speaks of.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords import interface
from lintwords.errors import CannotWrite
from lintwords.interface import say, to_say
from lintwords.model import Document, Edit, Locked
from lintwords.readers.docx.comments import Said, highest_id, read_comments, with_comments
from lintwords.readers.docx.exact import ExactStory, Run
from lintwords.readers.docx.layout import Layout, Placed, lay_out
from lintwords.readers.docx.marks import Remark, Tracking
from lintwords.readers.docx.paragraphs import Paragraph
from lintwords.readers.docx.parts import Parts, find_parts, why_locked
from lintwords.readers.docx.splice import Anchor, Painter, Replacement, touching
from lintwords.readers.office.xmlscan import Splice, as_utf8, from_utf8, spliced

_PREFIX = re.compile(rb"<([^\s/>]*:)?r[\s/>]")
_WORDS = 60  # characters of the words that a comment elsewhere repeats


def write(
    data: bytes, document: Document, edits: Sequence[Edit], *,
    tracking: Tracking | None = None, remarks: Sequence[Remark] = (),
) -> bytes:
    """The bytes of a Word file with `edits` made, for the document that was read from it.

    With `tracking` the edits are tracked changes and `remarks` become comments, save those that
    are there already; without it the words are replaced and nothing else is added. Offsets are
    code points of a part of the document. Raises CannotWrite for a file that must not be changed,
    and for an edit of words that belong to somebody's own change or to a field.
    """
    parts = find_parts(document.path, data)
    if reason := why_locked(parts):
        raise CannotWrite(say("cannot change {path}", path=document.path), reason, document.path)
    work = _Work(parts, tracking)
    if [placed.text for placed in work.layout.paragraphs] != [p.text for p in document.parts]:
        raise CannotWrite(
            say("cannot change {path}", path=document.path),
            say("It is no longer what was read."),
            document.path,
        )
    for edit in edits:
        work.change(edit)
    if tracking is not None:
        for remark in remarks:
            work.comment(remark)
    changed = work.result()
    return parts.package.rebuilt(changed) if changed else data


def said_before(path: Path, data: bytes, remarks: Sequence[Remark]) -> list[str]:
    """What comments that are there say of the places of `remarks`, in their order; "" for none.

    Raises CannotRead as `read`.
    """
    parts = find_parts(path, data)
    if parts.first("comments") is None:
        return [""] * len(remarks)
    work = _Work(parts, None)
    for remark in remarks:
        work.comment(remark)
    return work.said_before(remarks)


class _Taken(NamedTuple):
    """A comment that was taken, and what it stands on."""

    at: tuple[int, int]  # the byte at which its run begins, and the character of the paragraph
    is_elsewhere: bool  # beside what it speaks of
    id: str
    is_there: bool
    remark: Remark
    lead: str  # where what it speaks of stands, if that is elsewhere

    def is_above(self, other: _Taken) -> bool:
        """Whether it surely comes before another one; comments of two kinds on one word do not."""
        alike = self.at == other.at and self.is_elsewhere == other.is_elsewhere
        return self.at < other.at or alike


class _Work:
    """What is to be done in one file."""

    def __init__(self, parts: Parts, tracking: Tracking | None) -> None:
        self._parts, self._tracking = parts, tracking
        self._stories: dict[str, ExactStory] = {}
        self.layout: Layout = lay_out(parts, ExactStory)
        for name, story in self.layout.stories.items():
            assert isinstance(story, ExactStory)
            self._stories[name] = story
        self._changes: dict[Paragraph, list[Replacement]] = defaultdict(list)
        self._anchors: dict[Paragraph, list[Anchor]] = defaultdict(list)
        self._around: list[tuple[Run, int]] = []
        self._taken: list[_Taken] = []
        self._said: list[Said] = []
        self._anew: dict[str, str] = {}  # comments that are there → what they say now
        self._before = read_comments(parts)
        self._elsewhere = dict(self._before)  # those that no place has been found for yet
        self._comment_ids = itertools.count(
            1 + max((int(id) for id in self._before if id.isdecimal() and len(id) < 10), default=0)
        )

    def change(self, edit: Edit) -> None:
        """Take an edit, also for the copy of its paragraph for old programs."""
        placed = self.layout.paragraphs[edit.part]
        if not self._can_change(placed.part, placed.paragraph, edit):
            raise CannotWrite(
                say("cannot change {path}", path=self._parts.package.path),
                say(
                    "Words in {place} belong to a field or to somebody's own change.",
                    place=interface.place(placed.place),
                ),
                self._parts.package.path,
            )
        change = Replacement(edit.start, edit.end, edit.text)
        self._changes[placed.paragraph].append(change)
        twin = self._twin(placed)
        if twin is not None and self._can_change(placed.part, twin, edit):
            self._changes[twin].append(change)

    def _can_change(self, part: str, paragraph: Paragraph, edit: Edit) -> bool:
        if part not in self._stories or is_locked(paragraph, edit.start, edit.end):
            return False
        return bool(touching(self._runs(part, paragraph), edit.start, edit.end))

    def _runs(self, part: str, paragraph: Paragraph) -> list[Run]:
        return self._stories[part].runs.get(paragraph, [])

    def _twin(self, placed: Placed) -> Paragraph | None:
        """The copy of a paragraph of a text box: the one that is as far from the first like it."""
        if placed.paragraph.host is None:
            return None
        alike = [
            paragraph for paragraph in self._stories[placed.part].paragraphs
            if paragraph.text == placed.text and paragraph.host is placed.paragraph.host
            and not paragraph.is_alt
        ]
        own = [paragraph for paragraph in alike if not paragraph.twin]
        twins = [paragraph for paragraph in alike if paragraph.twin]
        at = own.index(placed.paragraph)
        return twins[at] if at < len(twins) else None

    # -- comments ---------------------------------------------------------------------------

    def comment(self, remark: Remark) -> None:
        """Take a comment, unless there is nothing to put it on."""
        placed = self.layout.paragraphs[remark.part]
        main = self._parts.main
        if placed.part == main and placed.paragraph.host is None:
            runs = self._runs(main, placed.paragraph)
            touched = touching(runs, remark.start, remark.end)
            if not touched:
                return
            before = self._said_of(placed, remark)
            id = before or str(next(self._comment_ids))
            if before is None:
                anchor = Anchor(remark.start, remark.end, int(id))
                self._anchors[placed.paragraph].append(anchor)
            at = _begin(runs[touched[0]]), remark.start
            self._taken.append(_Taken(at, False, id, before is not None, remark, ""))
            return
        words = " ".join(placed.text[remark.start : remark.end].split())
        words = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
        place = interface.place(placed.place, remark.lang)
        place = f"{place[:1].upper()}{place[1:]}"
        (form,) = to_say("{place}: “{words}”")
        told = interface.say_in(remark.lang, form, place=place, words=words)
        run = self._stand_in(placed)
        if run is None:
            return
        before = self._told_of(words, remark.rule)
        id = before or str(next(self._comment_ids))
        if before is None:
            self._around.append((run, int(id)))
        at = _begin(run), run.low
        self._taken.append(_Taken(at, True, id, before is not None, remark, f"{told}\n"))

    def said_before(self, remarks: Sequence[Remark]) -> list[str]:
        """What the comments that were there say, for those of `remarks` that were taken."""
        there = {id(one.remark): self._before[one.id] for one in self._taken if one.is_there}
        return [there.get(id(remark), "") for remark in remarks]

    def _say(self) -> None:
        """Word the comments in the order in which they stand: what is explained above is not again.

        One that is there already stays as it is, unless something was decided since.
        """
        above: dict[tuple[str, ...], _Taken] = {}
        for one in sorted(self._taken, key=lambda one: one.at):
            remark = one.remark
            other = above.get(remark.topic) if remark.again else None
            is_again = other is not None and other.is_above(one)
            text = f"{one.lead}{remark.again if is_again else remark.text}"
            if not one.is_there:
                self._said.append(Said(int(one.id), text))
            elif remark.decided and self._before[one.id] != text:
                self._anew[one.id] = text
            elif self._before[one.id].endswith(f"({remark.rule})"):
                continue  # it explains nothing
            if not is_again:
                above.setdefault(remark.topic, one)

    def _told_of(self, words: str, rule: str) -> str | None:
        """The comment elsewhere that speaks of these words, if any; each speaks of one place.

        It is not known by its whole text: a place is named by its heading, which a change may have
        reworded, and what was explained above a change is explained here after it.
        """
        for id, text in self._elsewhere.items():
            if text.partition("\n")[0].endswith(f": “{words}”") and text.endswith(_marks(rule)):
                del self._elsewhere[id]
                return id
        return None

    def _said_of(self, placed: Placed, remark: Remark) -> str | None:
        """The comment on these words, if there is one of the rule."""
        return next((
            id for id, (paragraph, low, high) in self._stories[placed.part].remarks.items()
            if paragraph is placed.paragraph
            and (low <= remark.start < high or low == remark.start)  # its end may be lost
            and self._before.get(id, "").endswith(_marks(remark.rule))
        ), None)

    def _stand_in(self, placed: Placed) -> Run | None:
        """The run in the body that a comment on a place outside it stands on."""
        main = self._stories[self._parts.main]
        noted = placed.paragraph.frame.note
        for kind in ("footnote", "endnote"):
            if noted and placed.part == self._parts.first(f"{kind}s"):
                mark = main.note_runs.get((kind, noted))
                if mark is not None and any(mark in runs for runs in self._in_body()):
                    return mark
        host = placed.paragraph.host if placed.part == self._parts.main else None
        while host is not None and host.host is not None:
            host = host.host
        if host in main.runs:
            return main.runs[host][0]
        return next((runs[0] for runs in self._in_body()), None)

    def _in_body(self) -> Iterator[list[Run]]:
        """The runs of each paragraph that is in no text box."""
        runs = self._stories[self._parts.main].runs
        return (runs[p] for p in runs if p.host is None and not p.twin)

    # -- bytes ------------------------------------------------------------------------------

    def result(self) -> dict[str, bytes]:
        """The new bytes of every part that changes."""
        self._say()
        ids = itertools.count(1 + max(highest_id(s.data) for s in self._stories.values()))
        changed: dict[str, bytes] = {}
        for name, story in self._stories.items():
            splices = list(self._splices(name, story, lambda: next(ids)))
            if splices:
                _, codec = as_utf8(self._parts.package.read(name)[:4])
                changed[name] = from_utf8(spliced(story.data, splices), codec)
        if (self._said or self._anew) and self._tracking is not None:
            strict = b"http://purl.oclc.org/ooxml/" in self._stories[self._parts.main].data[:8192]
            changed |= with_comments(
                self._parts, self._said, self._tracking, strict=strict, anew=self._anew
            )
        return changed

    def _splices(
        self, name: str, story: ExactStory, next_id: Callable[[], int]
    ) -> Iterator[Splice]:
        paragraphs = [p for p in story.runs if self._changes.get(p) or self._anchors.get(p)]
        around = self._around if name == self._parts.main else []
        if not paragraphs and not around:
            return
        first = next(iter(story.runs.values()))[0]
        match = _PREFIX.match(first.tag)
        prefix = (match[1] or b"").decode() if match else ""
        painter = Painter(story.data, prefix, self._tracking, next_id)
        for paragraph in paragraphs:
            yield from painter.paragraph(
                story.runs[paragraph], self._changes[paragraph], self._anchors[paragraph]
            )
        for run, id in around:
            yield from painter.around(run, id)


def _begin(run: Run) -> int:
    """The byte before which a comment on a run begins."""
    return run.around[0] if run.around else run.start


def _marks(rule: str) -> tuple[str, str]:
    """How a comment of a rule ends: in full, or as one that was explained above."""
    return f": {rule}", f"({rule})"


def is_locked(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether text[start:end] holds something that no edit may touch."""
    return any(Locked(0, *span).touches(start, end) for span in paragraph.locked)
