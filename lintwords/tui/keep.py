"""A review that is kept for next time: hashes, places, decisions, and the words a person typed.

One small file for each text, readable by its owner only. Texts may be under embargo, so no word of
them is kept.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lintwords.api import whole
from lintwords.model import Document, Edit
from lintwords.tui.carry import Key, hashed, keys_of
from lintwords.tui.decision import SKIPPED, Decision, Reach, State
from lintwords.tui.item import Item
from lintwords.tui.state import Session

VERSION = 1
LONGEST = 30 * 24 * 3600  # seconds that a kept review is offered again


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
