"""Which lines of which files changed since a git revision. Git is asked; nothing is written."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from lintwords.errors import SettingsError
from lintwords.model import Finding

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ALL = range(0, 2**62)


@dataclass(frozen=True, slots=True)
class Changes:
    """Absolute paths → the lines that changed, from 1."""

    lines: Mapping[str, tuple[range, ...]]

    def holds(self, finding: Finding) -> bool:
        """Whether a line of the finding changed; of a file without lines, whether the file did."""
        at = finding.at
        spans = self.lines.get(os.path.realpath(finding.path), ())
        if at.line < 1:
            return bool(spans)
        return any(span.start <= at.end_line and at.line < span.stop for span in spans)


def since(revision: str) -> Changes:
    """The lines that differ between `revision` and the files as they are now.

    A file that git does not know yet, and one that is no text, is changed as a whole. Raises
    SettingsError outside a repository, for a revision that is not known, and without git.
    """
    top = os.fsdecode(_git(revision, "rev-parse", "--show-toplevel")).strip()
    commit = os.fsdecode(_git(
        revision, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
    )).strip()  # fmt: skip
    names = _git(revision, "diff", "--name-only", "-z", "--no-renames", commit, "--")
    fresh = _git(revision, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", top)
    changed: dict[str, tuple[range, ...]] = {
        _place(top, name): (_ALL,) for name in fresh.split(b"\0") if name
    }
    for name in names.split(b"\0"):
        path = _place(top, name)
        if name and os.path.exists(path):
            changed[path] = _lines(_git(
                revision, "-C", top, "diff", "-U0", "--no-color", "--no-ext-diff", "--no-renames",
                commit, "--", f":(literal){os.fsdecode(name)}",
            ))  # fmt: skip
    return Changes(changed)


def _lines(diff: bytes) -> tuple[range, ...]:
    spans = [
        range(int(first), int(first) + int(number or 1))
        for row in diff.splitlines() if (hunk := _HUNK.match(row))
        for first, number in [hunk.groups()] if number != b"0"
    ]  # fmt: skip
    return tuple(spans) if b"\n@@ " in diff else (_ALL,)


def _place(top: str, name: bytes) -> str:
    return os.path.realpath(os.path.join(top, os.fsdecode(name)))


def _git(revision: str, *args: str) -> bytes:
    command = ["git", "-c", "core.quotePath=false", *args]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as trouble:
        raise SettingsError("cannot run git", "--diff asks git what has changed.") from trouble
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["nothing"]
        raise SettingsError(f'cannot compare with "{revision}"', f"git says: {said[0]}")
    return done.stdout
