"""Decisions that outlive a change of the text and the end of a review.

A place is known by rule, words and 30 characters on both sides, as hashes. Where that leads to
more than one place or to none, the decision is lost; nothing is guessed. One small file for each
text is kept, readable by its owner only: hashes, places, decisions, and the words a person typed.
Texts may be under embargo, so no word of them is kept.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from lintwords.api import whole
from lintwords.model import Document, Edit
from lintwords.tui.finding import SKIPPED, Decision, Item, Reach, State
from lintwords.tui.session import Session

VERSION = 1
LONGEST = 30 * 24 * 3600  # seconds that a kept review is offered again
AROUND = 30  # characters on both sides


class Key(NamedTuple):
    """Where a finding stands, without a word of the text."""

    rule: str
    words: str
    before: str
    after: str


def hashed(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def key_of(item: Item, document: Document) -> Key:
    """The key of a finding in the document that it was found in."""
    text = document.parts[item.part].text
    return Key(
        item.finding.rule,
        hashed(text[item.start : item.end]),
        hashed(text[max(item.start - AROUND, 0) : item.start]),
        hashed(text[item.end : item.end + AROUND]),
    )


def keys_of(items: Iterable[Item], document: Document) -> dict[Key, list[Item]]:
    """The findings of a document by key, in order of place."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        found[key_of(item, document)].append(item)
    return found


def pairs(
    old: Mapping[Key, list[Item]], new: Mapping[Key, list[Item]]
) -> Iterable[tuple[Item, Item]]:
    """Which old finding is which new one; places that look the same go in order."""
    for key, items in old.items():
        others = new.get(key, [])
        if len(items) == len(others):
            yield from zip(items, others, strict=True)


def moved(
    decision: Decision, item: Item, document: Document, other: Item, after: Document
) -> Decision | None:
    """The decision on `item` as one on `other`; None if the words it would change differ."""
    if decision.state is State.ACCEPTED:
        same = [
            number for number, fix in enumerate(other.choices)
            if fix.label == item.choices[decision.choice].label
        ]  # fmt: skip
        if not same:
            return None
        return replace(decision, choice=same[0], edits=other.choices[same[0]].edits)
    if decision.state is State.EDITED:
        edits = [_moved(edit, item, other) for edit in decision.edits]
        if [_under(edit, document) for edit in decision.edits] != [
            _under(edit, after) for edit in edits
        ]:
            return None
        return replace(decision, edits=tuple(edits))
    return decision if decision.state in (State.IGNORED, State.SKIPPED) else None


def _moved(edit: Edit, item: Item, other: Item) -> Edit:
    by = other.start - item.start
    return Edit(other.part, edit.start + by, edit.end + by, edit.text)


def _under(edit: Edit, document: Document) -> str:
    return document.parts[edit.part].text[max(edit.start, 0) : max(edit.end, 0)]


# -- what is kept for next time -----------------------------------------------------------------


def folder(env: dict[str, str] | None = None) -> Path:
    """The user's folder for what programs keep between runs."""
    values = os.environ if env is None else env
    if named := values.get("XDG_STATE_HOME"):
        return Path(named) / "lintwords" / "review"
    if sys.platform == "win32" and (local := values.get("LOCALAPPDATA")):
        return Path(local) / "lintwords" / "review"
    return Path.home() / ".local" / "state" / "lintwords" / "review"


def file_for(path: Path, home: Path) -> Path:
    """The kept file of a text; its name gives nothing away."""
    return home / f"{hashed(str(path.resolve()))}.json"


def keep(path: Path, document: Document, session: Session, file: int, home: Path) -> None:
    """Keep the decisions of one text that are not written; without any, its kept file goes.

    Raises CannotWrite.
    """
    kept = file_for(path, home)
    rows = list(_rows(document, session, file))
    if not rows:
        forget(path, home)
        return
    data = {"version": VERSION, "saved": int(time.time()), "decisions": rows}
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as trouble:
        raise whole.refused(kept, trouble) from trouble
    whole.replace(kept, json.dumps(data).encode(), mode=0o600)


def forget(path: Path, home: Path) -> None:
    """Throw away what was kept of a text. Raises CannotWrite."""
    kept = file_for(path, home)
    try:
        kept.unlink(missing_ok=True)
    except NotADirectoryError:
        return  # nothing can be kept there
    except OSError as trouble:
        raise whole.refused(kept, trouble) from trouble


def _rows(document: Document, session: Session, file: int) -> Iterable[dict[str, Any]]:
    items = [
        session.items[id] for id in session.order
        if session.items[id].file == file and not session.items[id].born
    ]  # fmt: skip
    for key, alike in keys_of(items, document).items():
        for nth, item in enumerate(alike):
            decision = session.decision(item.id)
            is_new = session.is_pending(item.id) or decision.state is State.SKIPPED
            if is_new and decision.state in _KEPT:
                yield {"key": list(key), "nth": nth, "of": len(alike),
                       **_row(decision, item, document)}  # fmt: skip


_KEPT = (State.ACCEPTED, State.EDITED, State.IGNORED, State.SKIPPED)


def _row(decision: Decision, item: Item, document: Document) -> dict[str, Any]:
    row: dict[str, Any] = {"state": decision.state.value}
    if decision.state is State.ACCEPTED:
        row["choice"] = decision.choice
        row["label"] = hashed(item.choices[decision.choice].label)
    elif decision.state is State.EDITED:
        (edit,) = decision.edits
        row["words"] = decision.words
        row["from"], row["to"] = edit.start - item.start, edit.end - item.start
        row["under"] = hashed(document.parts[edit.part].text[edit.start : edit.end])
    elif decision.state is State.IGNORED:
        row |= {"reach": decision.reach.value, "reason": decision.reason,
                "comment": decision.comment}  # fmt: skip
    return row


class Kept:
    """What was kept of one text."""

    def __init__(self, saved: int, rows: list[dict[str, Any]]) -> None:
        self.saved, self.rows = saved, rows

    def plan(self, items: Iterable[Item], document: Document) -> list[tuple[int, Decision]]:
        """The kept decisions for the findings that are still the same."""
        known = keys_of(items, document)
        found = []
        for row in self.rows:
            alike = known.get(Key(*row["key"]), [])
            if len(alike) == row["of"]:
                item = alike[row["nth"]]
                if decision := _decision(row, item, document):
                    found.append((item.id, decision))
        return found


def kept(path: Path, home: Path) -> Kept | None:
    """What was kept of a text; None if there is nothing, it is too old, or another's."""
    name = file_for(path, home)
    try:
        if hasattr(os, "getuid") and name.stat().st_uid != os.getuid():
            return None
        data = json.loads(name.read_text("utf-8"))
        if data["version"] != VERSION or time.time() - data["saved"] > LONGEST:
            return None
        return Kept(int(data["saved"]), [_checked(row) for row in data["decisions"]])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # a kept file that cannot be read is as none


def _checked(row: dict[str, Any]) -> dict[str, Any]:
    Key(*row["key"])
    int(row["nth"]), int(row["of"]), State(row["state"])
    return row


def _decision(row: dict[str, Any], item: Item, document: Document) -> Decision | None:
    state = State(row["state"])
    if state is State.SKIPPED:
        return SKIPPED
    if state is State.IGNORED:
        made = Decision(state, reach=Reach(row["reach"]), reason=str(row["reason"]))
        return replace(made, comment=bool(row["comment"]))
    if state is State.ACCEPTED:
        for number, fix in enumerate(item.choices):
            if hashed(fix.label) == row["label"]:
                return Decision(state, number, fix.edits)
        return None
    start, end = item.start + int(row["from"]), item.start + int(row["to"])
    if hashed(document.parts[item.part].text[max(start, 0) : end]) != row["under"]:
        return None
    words = str(row["words"])
    return Decision(state, edits=(Edit(item.part, start, end, words),), words=words)
