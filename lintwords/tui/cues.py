"""Why a mention was taken for the government: what spoke for it and what against, for people."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords.model import MentionNote
from lintwords.reports.cells import one_line
from lintwords.reports.mentions import against, in_hundred, pro
from lintwords.tui.lines import BLANK, HEAD, Line, Styled, line, paragraph
from lintwords.tui.speaking import say


def cues_page(note: MentionNote | None, reading: str, width: int) -> list[Line]:
    """A page of it; `reading` is the version of what weighed."""
    rows: list[Line] = []
    for is_head, text in _told(note, reading):
        if is_head:
            rows += [BLANK, line(Styled(text, HEAD))]
        else:
            rows += paragraph(text, width)
    return rows


def cues_lines(note: MentionNote | None, reading: str) -> list[str]:
    """The same, a sentence a line."""
    return [text for _, text in _told(note, reading)]


def _told(note: MentionNote | None, reading: str) -> Iterator[tuple[bool, str]]:
    """What is said of a mention, and whether it is a head."""
    if note is None:
        yield False, say("cues-line")
        return
    yield False, say("cues-of" if note.governor else "cues-alone", words=one_line(note.words),
                     slot=say(f"slot-{note.slot}"), governor=one_line(note.governor))
    if note.softened:
        yield False, say("cues-weaker", why=", ".join(note.softened))
    if not reading or not note.cues:
        yield False, say("cues-decided")
        return
    yield False, say("cues-chance", n=in_hundred(note))
    for head, cues in (("cues-for", pro(note)), ("cues-against", against(note))):
        yield True, say(head)
        for cue in cues:
            yield False, f"  {one_line(cue)}"
        if not cues:
            yield False, f"  {say('cues-none')}"
    yield True, say("cues-reading", reading=reading)
    yield False, say("cues-weight")
