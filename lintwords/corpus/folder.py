"""The folder of a run: which parts are finished, and for what they were asked.

    run.json                    what was asked; another question has another folder
    documents/part-00000.jsonl  a row a text, with its counts, or with its trouble
    findings/part-00000.jsonl   a row a finding
    counts/part-00000.json      the counts of the part, written last: it is finished
    summary.json, summary.svg   all parts together
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lintwords.api import whole
from lintwords.errors import CannotRead, CannotWrite, SettingsError
from lintwords.interface import say, system

_ROWS = ("documents", "findings")


class Folder:
    """Where the parts of a run stand, in one format."""

    def __init__(self, path: Path, format: str) -> None:
        self.path, self._format = path, format

    def open(self, asked: Mapping[str, Any]) -> None:
        """Make the folder, or see that it is one of the same question.

        Raises SettingsError for one of another question, CannotWrite.
        """
        kept = self.path / "run.json"
        try:
            for name in (*_ROWS, "counts"):
                (self.path / name).mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            raise CannotWrite(
                say("cannot write in {path}", path=self.path),
                say("The system says: {reason}.", reason=system(trouble)), self.path,
            ) from trouble
        if not kept.exists():
            whole.replace(kept, _json(asked))
            return
        before = _read(kept)
        other = sorted(name for name in {*asked, *before} if asked.get(name) != before.get(name))
        if other:
            raise SettingsError(
                say(
                    "{path} holds a run that was asked otherwise ({other})",
                    path=self.path, other=', '.join(other),
                ),
                say("Name another folder with --out, or take this one away."),
            )

    def is_finished(self, number: int) -> bool:
        """Whether all of a part is there."""
        return self._counts(number).is_file()

    def write(self, number: int, rows: Mapping[str, bytes], counts: Mapping[str, Any]) -> None:
        """Put a part in its place; its counts come last. Raises CannotWrite."""
        for name in _ROWS:
            whole.replace(self.path / name / f"part-{number:05}.{self._format}", rows[name])
        whole.replace(self._counts(number), _json(counts))

    def counts(self, number: int) -> dict[str, Any]:
        """The counts of a finished part. Raises CannotRead."""
        return _read(self._counts(number))

    def summary(self, told: Mapping[str, Any], picture: str) -> None:
        """Write what all parts say together. Raises CannotWrite."""
        whole.replace(self.path / "summary.json", _json(told))
        whole.replace(self.path / "summary.svg", picture.encode())

    def _counts(self, number: int) -> Path:
        return self.path / "counts" / f"part-{number:05}.json"


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _read(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError) as trouble:
        hint = say("Take it away; the part is made again.")
        raise CannotRead(say("cannot read {path}", path=path), hint, path) from trouble
    return dict(value)
