"""Expected outputs as files; `UPDATE_SNAPSHOTS=1 pytest` writes them anew for a person to read."""

from __future__ import annotations

import os
from pathlib import Path


def expected(path: Path, actual: str) -> str:
    """The text kept in `path`, or `actual` after it was written there."""
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(actual.encode())
    return path.read_bytes().decode()
