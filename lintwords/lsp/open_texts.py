"""What an editor has open: texts at their versions, and folders with what is asked for each."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from pygls import uris

from lintwords.lsp.editor_settings import EditorSettings
from lintwords.lsp.editor_text import Judged, Text, name_for
from lintwords.lsp.show import Shown
from lintwords.values import dataclass, field


@dataclass
class OpenText:
    """One open text. `changes` counts those of its words; `judging` is of the newest."""

    uri: str
    language: str
    version: int | None
    text: str
    changes: int = 0
    judging: asyncio.Task[tuple[Judged, Shown]] | None = None
    telling: asyncio.Task[None] | None = None

    def change(self, text: str, version: int | None) -> None:
        self.text, self.version = text, version
        self.changes += 1
        self.forget()

    def forget(self) -> None:
        """What was found, or is being looked for, is of no use any more."""
        for task in (self.judging, self.telling):
            if task:
                task.cancel()
        self.judging = self.telling = None


@dataclass
class Folders:
    """The folders of the editor and what is asked for each; None is for texts outside them."""

    asked: dict[Path | None, EditorSettings] = field(
        default_factory=lambda: {None: EditorSettings()}
    )

    def of(self, path: Path) -> tuple[Path | None, EditorSettings]:
        """The innermost folder that a path is in."""
        inside = [one for one in self.asked if one is not None and one in path.parents]
        folder = max(inside, key=lambda one: len(one.parts), default=None)
        return folder, self.asked[folder]

    def text_of(self, one: OpenText) -> Text | None:
        """What is to be judged; None for a text of no format that is read."""
        where = uris.to_fs_path(one.uri) if one.uri.startswith("file:") else None
        folder, what = self.of(Path(where)) if where else (None, self.asked[None])
        if where is None:  # not saved yet: it counts as one in the first folder
            first = next((one for one in self.asked if one is not None), None)
            folder, what = first, self.asked[first]
            where = str((first or Path.cwd()) / (one.uri.rsplit("/", 1)[-1] or "text"))
            where = where.replace(":", "-") if os.name == "nt" else where
        path = name_for(Path(where), one.language)
        return Text(path, one.text, folder or path.parent, what) if path else None
