"""Sessions and desks for tests of the review; findings come from `fakes`, not from the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import fakes

from lintwords.model import Edit, Finding, Fix, Voice
from lintwords.settings.config import Config
from lintwords.sift.baseline import NAME
from lintwords.tui.desk import Desk
from lintwords.tui.finding import OPEN, Item, State, clash, item_of
from lintwords.tui.review import review_of
from lintwords.tui.session import Session
from lintwords.tui.texts import Checker, read_all

TEXT = (
    "Ruritania jailed a poet. The Ruritania jailed folk. Ruritania jailed two. "
    "“Ruritania jailed me.”"
)


def finding(
    words: str, *, text: str = TEXT, start: int | None = None, texts: Sequence[str] = (),
    voice: Voice = Voice.OWN, rule: int = 0, path: str = "release.md",
) -> Finding:
    """A finding of `words` with one fix for each of `texts`."""
    at = text.index(words) if start is None else start
    fixes = tuple(
        Fix(new, (Edit(0, at, at + len(words), new),), safe=not number)
        for number, new in enumerate(texts)
    )
    return fakes.finding(text, words, start=at, fixes=fixes, voice=voice, rule=rule, path=path,
                         instead=())


def items() -> list[Item]:
    """Six findings: the second lies inside the first, the fourth is quoted, two more files."""
    second = TEXT.index("The Ruritania jailed folk")
    rows = [
        (0, finding("The Ruritania jailed folk", texts=("Officials jailed folk",))),
        (0, finding("Ruritania", start=second + 4, texts=("the police", "the court"))),
        (0, finding("Ruritania", start=TEXT.index("Ruritania jailed two"),
                    texts=("The police", "The court"))),
        (0, finding("Ruritania", start=TEXT.index("Ruritania jailed me"), voice=Voice.QUOTED)),
        (1, finding("Ruritania", start=0, texts=("The police",), path="other.md")),
        (2, finding("a poet", rule=1, path="third.md")),
    ]
    return [item_of(id, file, row) for id, (file, row) in enumerate(rows)]


def session() -> Session:
    return Session.of(items())


def desk(files: Mapping[Path, str | bytes], *, home: Path | None = None) -> Desk:
    """A desk over files that are written first, judged by `fakes.load`, which has to be set."""
    for path, text in files.items():
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return reopened(files, home=home)


def reopened(files: Mapping[Path, object] | Sequence[Path], *, home: Path | None = None) -> Desk:
    """A desk over files that are there."""
    checker = Checker(Config(isolated=True), Path(NAME))
    return Desk(review_of(read_all(list(files), checker)), checker, home=home)


def stays_whole(session: Session) -> None:
    """No two decisions change the same characters; a settled finding has one that settles it."""
    active = {id: d for id, d in session.decisions.items() if d.changes_text}
    for id, decision in active.items():
        for other, its in active.items():
            if other > id and session.items[other].file == session.items[id].file:
                assert not clash(decision.edits, its.edits)
    for id, decision in session.decisions.items():
        assert decision != OPEN
        if decision.state is State.COVERED:
            holder = active[decision.by]
            assert session.items[id].touched_by(holder.edits) or clash(
                decision.was.edits if decision.was else (), holder.edits
            )
