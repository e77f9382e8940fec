"""Which lines of which files changed since a git revision. Git is asked; nothing is written.

Paths come raw and relative to the top. Bytes are compared as they are; only what stands for a file
of Git LFS is known. A file that git takes for another one renamed is compared with that one: what
stood in it is no news under a new name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lintwords.errors import SettingsError
from lintwords.files.bounds import is_plain
from lintwords.model import Finding
from lintwords.sift.git import PLACED, Git, environment, place, renames
from lintwords.values import dataclass, field

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ALL = (range(0, 2**62),)
_NO_LINES = re.compile(rb"\0|\r(?!\n)")  # git ends lines elsewhere than a reader does
_SUBMODULE = b"160000 "
_SKIPPED = b"S"  # the tag of a file that is not to be looked at; small letters say the same
# what Git LFS keeps in place of a file, where all of it went
_POINTER = re.compile(
    rb"^-version https://git-lfs\.github\.com/spec/v1\n(?:-[^\n]*\n)*?"
    rb"-oid sha256:([0-9a-f]{64})\n-size (\d+)\n", re.MULTILINE,
)
_STANDS_FOR = b"version https://git-lfs.github.com/spec/"
_DIFF = (
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
    "--ignore-submodules=all",  # git would look into them with their own filters
    "--ignore-cr-at-eol", "--diff-algorithm=myers",
    "--indent-heuristic",
)


@dataclass(frozen=True, slots=True)
class Changes:
    """Absolute paths → the lines that changed, from 1; of a folder, all in it. `top` holds all.

    `texts` says of which of them git has the text as it was, and under what name.
    """

    lines: Mapping[str, tuple[range, ...]]
    top: str
    texts: Mapping[str, tuple[Git, str]] = field(default_factory=dict)

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

    def before(self, path: Path) -> bytes | None:
        """A changed file as git had it; None where it had none, or not the text itself."""
        git, name = self.texts.get(os.path.realpath(path), (None, ""))
        if git is None:
            return None
        try:
            data = git.ask("cat-file", "blob", name)
        except SettingsError:
            return None
        return None if data.startswith(_STANDS_FOR) else data

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
    git = Git(revision, environment())
    try:
        top = git.top()
    except SettingsError:
        if not any(name.startswith(PLACED) for name in os.environ):
            raise
        git = Git(revision, environment(PLACED))  # a repository that stands elsewhere
        top = git.top()
    texts: dict[str, tuple[Git, str]] = {}
    return Changes(dict(_changed(git, top, revision, texts)), os.path.realpath(top), texts)


def _changed(
    git: Git, top: str, revision: str, texts: dict[str, tuple[Git, str]]
) -> Iterator[tuple[str, tuple[range, ...]]]:
    """The changes in one working tree, and in its submodules; their `texts` are added."""
    git = git.at(top)
    commit = os.fsdecode(git.ask(
        "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
    )).strip()
    for name in git.ask("ls-files", "--others", "--directory", "-z").split(b"\0"):
        if name:
            yield place(top, name), _ALL
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
    was = {now: before for before, now in renames(git, commit)}
    for name in sorted(unseen):
        texts[place(top, name)] = git, f"{commit}:{os.fsdecode(was.get(name, name))}"
        yield from _unseen(git, commit, was.get(name, name), name, place(top, name))
    for name in sorted(modules):
        yield from _in_submodule(git, f"{commit}:{os.fsdecode(name)}", place(top, name), texts)
    known: dict[bytes, bytes] = {}
    rows = iter(git.ask(
        *_DIFF, "--raw", "--numstat", "--text", "-z", "--no-abbrev", commit, "--"
    ).split(b"\0"))
    for row in rows:
        if row.startswith(b":"):  # first what was touched, then what may differ
            known[next(rows)] = row.split(b" ")[2]
            continue
        name = row.split(b"\t", 2)[-1]
        path = place(top, name)
        if name and name not in modules and name not in unseen and os.path.exists(path):
            before = was.get(name, name)
            since = f"{commit}:{os.fsdecode(before)}" if name in was else commit
            diff = git.ask(
                *_DIFF, "-p", "-U0", "--inter-hunk-context=0", "--text", since, "--",
                f":(top,literal){os.fsdecode(name)}",
            )
            if staged.get(name) == known.get(before) and _is_kept_by_lfs(diff, path):
                continue
            if spans := _lines(diff, path):
                texts[path] = git, f"{commit}:{os.fsdecode(before)}"
                yield path, spans


def _unseen(
    git: Git, commit: str, before: bytes, name: bytes, path: str
) -> Iterator[tuple[str, tuple[range, ...]]]:
    """What changed in a file that git was told not to look at."""
    if not os.path.exists(path):
        return
    try:
        diff = git.ask(
            *_DIFF, "-p", "-U0", "--inter-hunk-context=0", "--text",
            f"{commit}:{os.fsdecode(before)}", "--", f":(top,literal){os.fsdecode(name)}",
        )
    except SettingsError:  # it is new
        yield path, _ALL
        return
    if spans := _lines(diff, path):
        yield path, spans


def _in_submodule(
    git: Git, known: str, path: str, texts: dict[str, tuple[Git, str]]
) -> Iterator[tuple[str, tuple[range, ...]]]:
    """What changed in a submodule since the commit that was `known`; else all of it is new."""
    if not os.path.exists(os.path.join(path, ".git")):
        return  # not checked out: there is nothing in it
    try:
        commit = git.ask("rev-parse", "--verify", "--end-of-options", known)
        yield from list(_changed(git, path, commit.decode().strip(), texts))
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
    ]
    if not spans:
        return ()
    if not is_plain(path):  # a link to what has no end, or makes whoever reads it wait
        return _ALL
    try:
        data = Path(path).read_bytes()
    except OSError:
        return _ALL
    return _ALL if _NO_LINES.search(data) else tuple(spans)
