"""Which lines of which files changed since a git revision. Git is asked; nothing is written.

What git answers must not hang on how somebody has set it up: everything that a setting, an
attribute or a variable could change in the answers used here is said on the command line, paths
come raw and relative to the top, and variables that speak of another repository are left out.
No program that a repository names is run: a filter could do anything, and tell anything. Bytes are
compared as they are; only what stands for a file of Git LFS is known.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from lintwords.errors import SettingsError
from lintwords.files.bounds import is_plain
from lintwords.interface import say
from lintwords.model import Finding
from lintwords.values import dataclass, replace

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ALL = (range(0, 2**62),)
_NO_LINES = re.compile(rb"\0|\r(?!\n)")  # git ends lines elsewhere than a reader does
_SUBMODULE = b"160000 "
_SKIPPED = b"S"  # the tag of a file that is not to be looked at; small letters say the same
# what Git LFS keeps in place of a file, where all of it went
_POINTER = re.compile(
    rb"^-version https://git-lfs\.github\.com/spec/v1\n(?:-[^\n]*\n)*?"
    rb"-oid sha256:([0-9a-f]{64})\n-size (\d+)\n", re.MULTILINE,
)  # fmt: skip
_NAMED = "LINTWORDS_GIT_"  # begins variables that hold the values of settings
_NO_FILTER = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
_SET = (
    "core.quotePath=false", "core.fsmonitor=false", "core.untrackedCache=false",
    "core.safecrlf=false", "diff.relative=false", "diff.orderFile=/dev/null",
    "diff.autoRefreshIndex=false",  # which would write
)  # fmt: skip
_DIFF = (
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
    "--ignore-submodules=all",  # git would look into them with their own filters
    "--ignore-cr-at-eol", "--diff-algorithm=myers",
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
        """Whether a line of its sentence changed; of a file without lines, whether the file did.

        What was reworded on one line can make a finding of words on the line before, and so can
        lines that went out of the sentence.
        """
        at, spans = finding.at, self._spans(finding.path)
        if at.line < 1:
            return spans is not None
        said = finding.sentence
        first, last = min(said.line or at.line, at.line), max(said.end_line, at.end_line)
        return any(
            span.start <= last and first < span.stop if span else first <= span.start < last
            for span in spans or ()
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
    git = git.at(top)
    commit = os.fsdecode(git.ask(
        "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
    )).strip()  # fmt: skip
    for name in git.ask("ls-files", "--others", "--directory", "-z").split(b"\0"):
        if name:
            yield _place(top, name), _ALL
    staged: dict[bytes, bytes] = {}
    modules: set[bytes] = set()
    unseen: set[bytes] = set()
    for row in git.ask("ls-files", "-v", "--stage", "-z").split(b"\0"):
        what, _, name = row.partition(b"\t")
        tag, _, what = what.partition(b" ")
        if what.startswith(_SUBMODULE):
            modules.add(name)
        elif name:
            staged[name] = what.split(b" ")[1]
            if tag.islower() or tag == _SKIPPED:
                unseen.add(name)
    for name in sorted(unseen):
        yield from _unseen(git, commit, name, _place(top, name))
    for name in sorted(modules):
        yield from _in_submodule(git, f"{commit}:{os.fsdecode(name)}", _place(top, name))
    known: dict[bytes, bytes] = {}
    rows = iter(git.ask(
        *_DIFF, "--raw", "--numstat", "--text", "-z", "--no-abbrev", commit, "--"
    ).split(b"\0"))  # fmt: skip
    for row in rows:
        if row.startswith(b":"):  # first what was touched, then what may differ
            known[next(rows)] = row.split(b" ")[2]
            continue
        name = row.split(b"\t", 2)[-1]
        path = _place(top, name)
        if name and name not in modules and name not in unseen and os.path.exists(path):
            diff = git.ask(
                *_DIFF, "-p", "-U0", "--inter-hunk-context=0", "--text", commit, "--",
                f":(top,literal){os.fsdecode(name)}",
            )  # fmt: skip
            if staged.get(name) == known.get(name) and _is_kept_by_lfs(diff, path):
                continue
            if spans := _lines(diff, path):
                yield path, spans


def _unseen(
    git: _Git, commit: str, name: bytes, path: str
) -> Iterator[tuple[str, tuple[range, ...]]]:
    """What changed in a file that git was told not to look at."""
    if not os.path.exists(path):
        return
    try:
        diff = git.ask(
            *_DIFF, "-p", "-U0", "--inter-hunk-context=0", "--text",
            f"{commit}:{os.fsdecode(name)}", "--", f":(top,literal){os.fsdecode(name)}",
        )  # fmt: skip
    except SettingsError:  # it is new
        yield path, _ALL
        return
    if spans := _lines(diff, path):
        yield path, spans


def _in_submodule(
    git: _Git, known: str, path: str
) -> Iterator[tuple[str, tuple[range, ...]]]:
    """What changed in a submodule since the commit that was `known`; else all of it is new."""
    if not os.path.exists(os.path.join(path, ".git")):
        return  # not checked out: there is nothing in it
    try:
        commit = git.ask("rev-parse", "--verify", "--end-of-options", known)
        yield from list(_changed(git, path, commit.decode().strip()))
    except SettingsError:
        yield path, _ALL


def _is_kept_by_lfs(diff: bytes, path: str) -> bool:
    """Whether `diff` only puts a file where Git LFS had put what stands for that file."""
    pointer = _POINTER.search(diff)
    try:
        if pointer is None or not is_plain(path) or os.path.getsize(path) != int(pointer[2][:20]):
            return False
        data = Path(path).read_bytes()
    except OSError:
        return False
    from hashlib import sha256

    return sha256(data).hexdigest().encode() == pointer[1]


def _lines(diff: bytes, path: str) -> tuple[range, ...]:
    """The lines that `diff` adds; one of a file where only lines went has an empty range."""
    spans = [
        range(int(first), int(first) + int(number or 1))
        for row in diff.split(b"\n") if (hunk := _HUNK.match(row))
        for first, number in [hunk.groups()]
    ]  # fmt: skip
    if not spans:
        return ()
    if not is_plain(path):  # a link to what has no end, or makes whoever reads it wait
        return _ALL
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
    values = {f"{_NAMED}{value}": value for _, value in _NO_FILTER}
    return {**kept, **values, "GIT_OPTIONAL_LOCKS": "0"}


@dataclass(frozen=True, slots=True)
class _Git:
    """Git, as it is asked in one run; `options` say of what repository."""

    revision: str
    environment: Mapping[str, str]
    options: tuple[str, ...] = ()

    def top(self) -> str:
        return os.fsdecode(self.ask("rev-parse", "--show-toplevel").rstrip(b"\r\n"))

    def at(self, top: str) -> _Git:
        """Git in the repository of `top`, with each filter that is set there switched off."""
        place = ("-C", top)
        keys = replace(self, options=place).ask("config", "--list", "--name-only", "-z")
        filters = {
            os.fsdecode(key).rpartition(".")[0] for key in keys.split(b"\0")
            if key.startswith(b"filter.")
        }  # fmt: skip
        off: list[str] = []
        for name in sorted(filters):
            for key, value in _NO_FILTER:
                if "=" in name:  # would end the name
                    off.append(f"--config-env={name}.{key}={_NAMED}{value}")
                else:
                    off += ["-c", f"{name}.{key}={value}"]
        return replace(self, options=(*place, *off))

    def ask(self, *args: str) -> bytes:
        settings = [word for setting in _SET for word in ("-c", setting)]
        try:
            done = subprocess.run(
                ["git", *settings, *self.options, *args],
                capture_output=True, check=False, env=self.environment,
            )  # fmt: skip
        except (OSError, ValueError) as trouble:  # a revision may hold a zero character
            raise SettingsError(
                say("cannot run git"),
                say("--diff asks git what has changed."),
            ) from trouble
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["nothing"]
            raise SettingsError(
                say('cannot compare with "{revision}"', revision=self.revision),
                say("git says: {said}", said=said[0]),
            )
        return done.stdout
