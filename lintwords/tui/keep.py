"""Decisions that outlive the end of a review, and what takes written ones back.

One small file for each text is kept, readable by its owner only: hashes of places (`found_again`),
decisions, and the words a person typed. Texts may be under embargo, so no word of them can be read
there. Once decisions are written, the text as it was is kept too, sealed by the file as it is now:
who has the file can take a decision back, and who has not reads nothing.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b, shake_256
from pathlib import Path
from typing import Any, NamedTuple

from lintwords.api import bounds, whole
from lintwords.model import Document, Edit
from lintwords.tui.finding import OPEN, SKIPPED, Decision, Item, Reach, State, noted
from lintwords.tui.found_again import Key, commented, hashed, key_of, keys_of
from lintwords.tui.session import Session
from lintwords.values import replace

VERSION = 1
LONGEST = 30 * 24 * 3600  # seconds that a kept review is offered again
_LARGEST = 100_000_000  # bytes of a kept file; it may hold a text of 50 MB in letters


class Coming(NamedTuple):
    """What a file is about to become: its bytes, and the session once they are written."""

    disk: bytes
    session: Session


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


def keep(
    path: Path, document: Document, session: Session, file: int, home: Path, *,
    data: bytes = b"", disk: bytes = b"", coming: Coming | None = None,
) -> None:
    """Keep the decisions of one text that are not written, and what takes written ones back.

    `data` is the text as it was read, `disk` as it was written, `coming` what is about to be: it
    holds where the file turns out to be written. Without either sort of decision the kept file
    goes. Raises CannotWrite.
    """
    kept = file_for(path, home)
    told = _told(document, session, file, data, disk)
    then = _told(document, coming.session, file, data, coming.disk) if coming else {}
    if not told and not then:
        forget(path, home)
        return
    made: dict[str, Any] = {"version": VERSION, "saved": int(time.time()), "decisions": [], **told}
    if coming and then:
        made["then"] = {"decisions": [], "disk": _print(coming.disk), **then}
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as trouble:
        raise whole.refused(kept, trouble) from trouble
    whole.replace(kept, json.dumps(made).encode(), mode=0o600)


def _told(
    document: Document, session: Session, file: int, data: bytes, disk: bytes
) -> dict[str, Any]:
    """What is kept of one text; empty if nothing is decided."""
    rows = list(_rows(document, session, file))
    written = list(_written(document, session, file)) if data != disk else []
    if written:
        return {"decisions": rows, "written": written, "disk": _print(disk),
                "was": _sealed(data, disk)}
    return {"decisions": rows} if rows else {}


def _print(data: bytes) -> str:
    return blake2b(data, digest_size=20).hexdigest()


def _sealed(data: bytes, key: bytes) -> str:
    """`data` in a form that only `key` opens."""
    return b64encode(_crossed(zlib.compress(data), key)).decode()


def _opened(sealed: str, key: bytes) -> bytes:
    return zlib.decompress(_crossed(b64decode(sealed), key))


def _crossed(data: bytes, key: bytes) -> bytes:
    """`data` crossed with a stream of bytes that follows from `key`; twice is once."""
    stream = shake_256(b"lintwords review" + key).digest(len(data))
    return (int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(data), "big")


def forget(path: Path, home: Path) -> None:
    """Throw away what was kept of a text. Raises CannotWrite."""
    kept = file_for(path, home)
    try:
        kept.unlink(missing_ok=True)
    except NotADirectoryError:
        return  # nothing can be kept there
    except OSError as trouble:
        raise whole.refused(kept, trouble) from trouble


def _rows(document: Document, session: Session, file: int) -> Iterator[dict[str, Any]]:
    """A row for each decision that is not written."""
    for item, place in _placed(document, session, file, {*session.decisions, *session.written}):
        decision = session.decision(item.id)
        is_new = session.is_pending(item.id) or (
            decision.state in _WAITING and decision != item.told  # a comment in the file keeps it
        )
        if is_new and decision.state in _KEPT:
            yield place | _row(decision, item, document)


def _written(document: Document, session: Session, file: int) -> Iterator[dict[str, Any]]:
    """A row for each decision that is in the text on disk, or in the baseline beside it."""
    for item, place in _placed(document, session, file, session.written):
        effect = session.written.get(item.id, OPEN)
        if effect.changes_text or effect.state is State.IGNORED:
            yield place | _row(_decided(session.decision(item.id), effect, item), item, document)


def _decided(now: Decision, effect: Decision, item: Item) -> Decision:
    """The decision that had an effect: that of now, or a choice, or words of one's own."""
    if now.effect == effect:
        return now
    for number, fix in enumerate(item.choices):
        if fix.edits == effect.edits:
            return Decision(State.ACCEPTED, number, fix.edits, reason=effect.reason)
    return replace(effect, words="".join(edit.text for edit in effect.edits))


def _placed(
    document: Document, session: Session, file: int, wanted: Collection[int]
) -> Iterator[tuple[Item, dict[str, Any]]]:
    """The findings `wanted` of a file as it was read, each with its place, in its order."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for id in session.order:
        item = session.items[id]
        if item.file == file and not item.born:
            found[key_of(item, document)].append(item)
    for key, alike in found.items():
        for nth, item in enumerate(alike):
            if item.id in wanted:
                yield item, {"key": list(key), "nth": nth, "of": len(alike)}


_WAITING = (State.SKIPPED, State.NOTED)  # kept although no write would do anything
_KEPT = (State.OPEN, State.ACCEPTED, State.EDITED, State.IGNORED, *_WAITING)


def _row(decision: Decision, item: Item, document: Document) -> dict[str, Any]:
    row: dict[str, Any] = {"state": decision.state.value}
    if decision.state is State.ACCEPTED:
        row["choice"] = decision.choice
        row["label"] = hashed(item.choices[decision.choice].label)
    elif decision.state is State.EDITED:
        edit = decision.edits[0]
        row["words"] = decision.words
        row["from"], row["to"] = edit.start - item.start, edit.end - item.start
        row["under"] = hashed(document.parts[edit.part].text[edit.start : edit.end])
    elif decision.state is State.IGNORED:
        row |= {"reach": decision.reach.value, "reason": decision.reason,
                "comment": decision.comment}
    elif decision.state is State.NOTED:
        row |= {"reason": decision.reason, "comment": decision.comment}
    if decision.changes_text and decision.reason:
        row["reason"] = decision.reason
    return row


class Kept:
    """What was kept of one text."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.saved = int(data["saved"])
        self._rows = [_checked(row) for row in data["decisions"]]
        self._written = [_checked(row) for row in data.get("written", ())]
        self._disk, self._was = str(data.get("disk", "")), str(data.get("was", ""))

    def original(self, disk: bytes) -> bytes | None:
        """The text as it was before decisions were written, if it is still as it was written."""
        if not self._written or _print(disk) != self._disk:
            return None
        try:
            return _opened(self._was, disk)
        except (ValueError, zlib.error):
            return None  # damaged

    def plan(
        self, items: Iterable[Item], document: Document, *, has_written: bool = False
    ) -> list[tuple[int, Decision]]:
        """The kept decisions for the findings that are still the same.

        Only where the text `has_written` decisions, one of them can be open again.
        """
        rows = [row for row in self._rows if has_written or State(row["state"]) is not State.OPEN]
        return self._planned(rows, items, document)

    def written(self, items: Iterable[Item], document: Document) -> list[tuple[int, Decision]]:
        """The written decisions, for findings of the text as it was."""
        return self._planned(self._written, items, document)

    @property
    def ignored(self) -> frozenset[tuple[str, str, str]]:
        """The rule, reach and reason of each entry of the baseline that was written."""
        return frozenset(
            (str(row["key"][0]), str(row["reach"]), str(row["reason"])) for row in self._written
            if State(row["state"]) is State.IGNORED and not row["comment"]
        )

    @property
    def noted(self) -> tuple[str, ...]:
        """The rule of each finding that carries a note, and waits for an answer."""
        return tuple(
            str(row["key"][0]) for row in self._rows if State(row["state"]) is State.NOTED
        )

    def lost(self, items: Iterable[Item], document: Document) -> list[tuple[Key, str]]:
        """The places of decisions that lead to no finding now, with what the person typed."""
        settled = (State.OPEN, State.SKIPPED)
        found = self._met(self._rows, items, document)
        return [
            (Key(*row["key"]), str(row.get("words") or row.get("reason") or ""))
            for row, decision in found if decision is None and State(row["state"]) not in settled
        ]

    def _planned(
        self, rows: Iterable[dict[str, Any]], items: Iterable[Item], document: Document
    ) -> list[tuple[int, Decision]]:
        return [decision for _, decision in self._met(rows, items, document) if decision]

    @staticmethod
    def _met(
        rows: Iterable[dict[str, Any]], items: Iterable[Item], document: Document
    ) -> Iterator[tuple[dict[str, Any], tuple[int, Decision] | None]]:
        """Each row with the finding that it is of, and the decision on it; None: neither fits."""
        known = keys_of(items, document)
        for row in rows:
            alike = known.get(Key(*row["key"]), [])
            decision = None
            if len(alike) == row["of"]:
                item = alike[row["nth"]]
                try:
                    decision = _decision(row, item, document)
                except (ValueError, KeyError, TypeError):
                    continue  # damaged
            yield row, (item.id, decision) if decision else None


def kept(path: Path, home: Path, disk: bytes = b"") -> Kept | None:
    """What was kept of a text, which now is `disk`; None: nothing, too old, or another's."""
    name = file_for(path, home)
    try:
        if hasattr(os, "getuid") and name.stat().st_uid != os.getuid():
            return None
        found = bounds.content(name, _LARGEST)
        if found is None or len(found) > _LARGEST:
            return None
        data = json.loads(found)
        if data["version"] != VERSION or time.time() - data["saved"] > LONGEST:
            return None
        then = data.get("then")
        if then and then["disk"] == _print(disk):  # it ended before it could say that it had
            data = {**then, "saved": data["saved"]}
        return Kept(data)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return None  # a kept file that cannot be read is as none


def _checked(row: dict[str, Any]) -> dict[str, Any]:
    key = Key(*row["key"])
    if not all(isinstance(one, str) for one in key):
        raise ValueError("a key of other values")
    if not isinstance(row["nth"], int) or not 0 <= row["nth"] < row["of"]:
        raise ValueError("more findings than there are")
    State(row["state"])
    return row


def _decision(row: dict[str, Any], item: Item, document: Document) -> Decision | None:
    state = State(row["state"])
    if state in (State.OPEN, State.SKIPPED):
        return OPEN if state is State.OPEN else SKIPPED
    if state is State.NOTED:
        return noted(str(row["reason"]), comment=bool(row["comment"]))
    if state is State.IGNORED:
        made = Decision(state, reach=Reach(row["reach"]), reason=str(row["reason"]))
        return commented(made, item, document) if row["comment"] else made
    beside = str(row.get("reason", ""))
    if state is State.ACCEPTED:
        for number, fix in enumerate(item.choices):
            if hashed(fix.label) == row["label"]:
                return Decision(state, number, fix.edits, reason=beside)
        return None
    start, end = item.start + int(row["from"]), item.start + int(row["to"])
    text = document.parts[item.part].text
    if not 0 <= start <= end <= len(text) or hashed(text[start:end]) != row["under"]:
        return None
    words = str(row["words"])
    edit = Edit(item.part, start, end, words)
    return Decision(state, edits=(edit,), words=words, reason=beside)
