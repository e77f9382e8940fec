"""Which lines of which files changed since a git revision. Git is asked; nothing is written.

What git answers must not hang on how somebody has set it up: everything that a setting, an
attribute or a variable could change in the answers used here is said on the command line, paths
come raw and relative to the top, and variables that speak of another repository are left out.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lintwords.errors import SettingsError
from lintwords.model import Finding

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ALL = (range(0, 2**62),)
_NO_LINES = re.compile(rb"\0|\r(?!\n)")  # git ends lines elsewhere than a reader does
_SUBMODULE = b"160000"
_SET = (
    "core.quotePath=false", "core.fsmonitor=false", "core.untrackedCache=false",
    "core.safecrlf=false", "diff.relative=false", "diff.orderFile=/dev/null",
    "diff.autoRefreshIndex=false",  # which would write
)  # fmt: skip
_DIFF = (
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
    "--ignore-submodules=none", "--ignore-cr-at-eol", "--diff-algorithm=myers",
    "--indent-heuristic",
)  # fmt: skip
# variables of git that stay: where settings come from, how far up a repository is looked for
_KEPT = ("GIT_CONFIG", "GIT_CEILING", "GIT_DISCOVERY", "GIT_EXEC_PATH")
_PLACED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT", "GIT_ALTERNATE")


@dataclass(frozen=True, slots=True)
class Changes:
    """Absolute paths → the lines that changed, from 1; of a folder, all in it. `top` holds all."""

    lines: Mapping[str, tuple[range, ...]]
    top: str

    def holds(self, finding: Finding) -> bool:
        """Whether a line of the finding changed; of a file without lines, whether the file did."""
        at, spans = finding.at, self._spans(finding.path)
        if at.line < 1:
            return spans is not None
        return any(
            span and span.start <= at.end_line and at.line < span.stop for span in spans or ()
        )

    def touches(self, path: Path) -> bool:
        """Whether anything in a file changed; what git knows nothing of counts as changed."""
        return self._spans(path) is not None

    def _spans(self, path: Path) -> tuple[range, ...] | None:
        """The lines of a file that changed; None if git says that it is as it was."""
        real = os.path.realpath(path)
        if not os.path.isfile(real) or not real.startswith(os.path.join(self.top, "")):
            return _ALL
        place = real
        while place not in self.lines and place != self.top:
            place = os.path.dirname(place)
        return self.lines.get(place)


def since(revision: str) -> Changes:
    """The lines that differ between `revision` and the files as they are now.

    A file that git does not know yet, and one that is no text, is changed as a whole; one of which
    only the mode or the line ends changed is not. Raises SettingsError outside a repository, for
    a revision that is not known, and without git.
    """
    git = _Git(revision, _environment())
    try:
        top = git.top()
    except SettingsError:
        if not any(name.startswith(_PLACED) for name in os.environ):
            raise
        git = _Git(revision, _environment(_PLACED))  # a repository that stands elsewhere
        top = git.top()
    return Changes(dict(_changed(git, top, revision)), os.path.realpath(top))


def _changed(git: _Git, top: str, revision: str) -> Iterator[tuple[str, tuple[range, ...]]]:
    """The changes in one working tree, and in its submodules."""
    commit = os.fsdecode(git.ask(
        "-C", top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
    )).strip()  # fmt: skip
    for name in git.ask("-C", top, "ls-files", "--others", "--directory", "-z").split(b"\0"):
        if name:
            yield _place(top, name), _ALL
    rows = iter(git.ask(
        "-C", top, *_DIFF, "--raw", "--numstat", "--text", "-z", "--no-abbrev", commit, "--"
    ).split(b"\0"))  # fmt: skip
    modules = set()
    for row in rows:
        if row.startswith(b":"):  # first what was touched, then what may differ
            before, after, known, *_ = row[1:].split(b" ")
            name = next(rows)
            if after == _SUBMODULE:
                modules.add(name)
                known = known if before == _SUBMODULE else b""
                yield from _in_submodule(git, _place(top, name), known)
            continue
        name = row.split(b"\t", 2)[-1]
        path = _place(top, name)
        if name and name not in modules and os.path.exists(path):
            diff = git.ask(
                "-C", top, *_DIFF, "-p", "-U0", "--inter-hunk-context=0", "--text", commit, "--",
                f":(top,literal){os.fsdecode(name)}",
            )  # fmt: skip
            if spans := _lines(diff, path):
                yield path, spans


def _in_submodule(
    git: _Git, path: str, known: bytes
) -> Iterator[tuple[str, tuple[range, ...]]]:
    """What changed in a submodule since the commit that was `known`; else all of it is new."""
    if not os.path.exists(os.path.join(path, ".git")):
        return  # not checked out: there is nothing in it
    try:
        yield from list(_changed(git, path, known.decode()))
    except SettingsError:
        yield path, _ALL


def _lines(diff: bytes, path: str) -> tuple[range, ...]:
    """The lines that `diff` adds; one of a file where only lines went has an empty range."""
    spans = [
        range(int(first), int(first) + int(number or 1))
        for row in diff.split(b"\n") if (hunk := _HUNK.match(row))
        for first, number in [hunk.groups()]
    ]  # fmt: skip
    if not spans:
        return ()
    try:
        data = Path(path).read_bytes()
    except OSError:
        return _ALL
    return _ALL if _NO_LINES.search(data) else tuple(spans)


def _place(top: str, name: bytes) -> str:
    return os.path.realpath(os.path.join(top, os.fsdecode(name)))


def _environment(placed: tuple[str, ...] = ()) -> dict[str, str]:
    """The variables that git gets; an optional lock would write."""
    kept = {
        name: value for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith((*_KEPT, *placed))
    }  # fmt: skip
    return {**kept, "GIT_OPTIONAL_LOCKS": "0"}


@dataclass(frozen=True, slots=True)
class _Git:
    """Git, as it is asked in one run."""

    revision: str
    environment: Mapping[str, str]

    def top(self) -> str:
        return os.fsdecode(self.ask("rev-parse", "--show-toplevel").rstrip(b"\r\n"))

    def ask(self, *args: str) -> bytes:
        settings = [word for setting in _SET for word in ("-c", setting)]
        try:
            done = subprocess.run(
                ["git", *settings, *args], capture_output=True, check=False, env=self.environment
            )
        except (OSError, ValueError) as trouble:  # a revision may hold a zero character
            raise SettingsError("cannot run git", "--diff asks git what has changed.") from trouble
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["nothing"]
            raise SettingsError(
                f'cannot compare with "{self.revision}"', f"git says: {said[0]}"
            )
        return done.stdout
