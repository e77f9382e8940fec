"""Paths as a user gives them → the files to check, in a stable order, each once.

A file that is named is always checked, whatever its suffix, its name or .gitignore say. A folder
is walked: without hidden entries, node_modules, what a .gitignore in it leaves out and
repositories that rules come from, and only for suffixes that are read. Which those are, and what
settings leave out, `found_files` hands in. Links are not followed. Those that lead out of what is
walked, pipes with the name of a document, and documents of a kind that is not read are told, so
that silence about them is no all-clear.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintwords.errors import nearest
from lintwords.files.bounds import LARGEST, content, is_plain
from lintwords.interface import say, system
from lintwords.model import Cannot
from lintwords.readers.unread_formats import BEGINNINGS, FOLDERS, OTHERS
from lintwords.values import dataclass

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = Path("-")
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})
_LOCK = "~$"  # begins the name of what Word lays beside an open file


@dataclass(frozen=True, slots=True)
class Discovered:
    """Files in the order given, then by path; and paths that lead to nothing that can be read."""

    files: tuple[Path, ...]
    cannot: tuple[Cannot, ...]
    others: tuple[Path, ...] = ()  # documents below the folders of a kind that is not read
    copies: tuple[Path, ...] = ()  # files that a walk passed over, as what a run made of others
    reports: tuple[Path, ...] = ()  # and as reports of a run
    left_out: tuple[Path, ...] = ()  # the first path that settings leave out of a walk, if any
    dropped: int = 0  # how many named paths they leave out
    of_rules: tuple[Path, ...] = ()  # repositories that a walk passed over: rules come from them


@dataclass(frozen=True, slots=True)
class _Ignores:
    """The patterns of one .gitignore, for paths below `folder`; `above` are its parents'."""

    folder: str
    spec: GitIgnoreSpec
    above: _Ignores | None

    def drop(self, path: str) -> bool:
        """Whether git leaves out `path`; a folder's path ends with a slash.

        The pattern nearest to the file decides, as in git.
        """
        level: _Ignores | None = self
        while level is not None:
            inside = path[len(level.folder) :].lstrip(os.sep).replace(os.sep, "/")
            verdict = level.spec.check_file(inside).include
            if verdict is not None:
                return verdict
            level = level.above
        return False


def _no(_: Path) -> bool:
    return False


def discover(
    paths: Sequence[Path], suffixes: Collection[str], is_out: Callable[[Path], bool] = _no,
    *, is_copy: Callable[[Path], bool] = _no, is_report: Callable[[Path], bool] = _no,
    is_unfit: Callable[[Path], bool] = _no, is_of_rules: Callable[[Path], bool] = _no,
    force: bool = False,
) -> Discovered:
    """The files that `paths` stand for; `-` stays as it is.

    `is_out` says what settings leave out of a walk; with `force` named paths too. Of the files
    with one of the `suffixes` a walk passes over copies, reports and what is unfit; of folders,
    those of rules.

    `suffixes` are lower case with their dot. A path that is not there, a broken link or something
    that is neither file nor folder comes back in `cannot`.
    """
    files: dict[str, Path] = {}
    others: dict[str, Path] = {}
    cannot: list[Cannot] = []
    copies: list[Path] = []
    reports: list[Path] = []
    left_out: list[Path] = []
    of_rules: list[Path] = []
    links: list[tuple[Path, bool]] = []
    roots: list[str] = []
    dropped = 0

    def drop(path: Path) -> bool:
        if not is_out(path):
            return False
        if not left_out:
            left_out.append(path)
        return True

    def pass_over(folder: Path) -> bool:
        if not is_of_rules(folder):
            return False
        of_rules.append(folder)
        return True

    for path in paths:
        if path == STDIN:
            files.setdefault("-", path)
        elif force and os.path.exists(path) and drop(path):
            dropped += 1
        elif os.path.isdir(path):
            roots.append(os.path.realpath(path))
            for found, real in _walk(path, suffixes, _Aside(cannot, links), drop, pass_over):
                if found.suffix.lower() not in suffixes:
                    others.setdefault(real, found)
                elif is_copy(found):
                    copies.append(found)
                elif is_report(found):
                    reports.append(found)
                elif not is_unfit(found):
                    files.setdefault(real, found)
        elif is_plain(path):
            files.setdefault(os.path.realpath(path), path)
        else:
            cannot.append(_missing(path))
    cannot += _left_by_walks(links, roots, files)
    rest = tuple(path for real, path in others.items() if real not in files)
    return Discovered(
        tuple(files.values()), tuple(cannot), rest, tuple(copies), tuple(reports),
        tuple(left_out), dropped, tuple(dict.fromkeys(of_rules)),
    )


class _Aside(NamedTuple):
    """What a walk does not hand out: trouble, and entries that are links, pipes or the like."""

    cannot: list[Cannot]
    odd: list[tuple[Path, bool]]  # with whether it is a link


def _walk(
    root: Path, suffixes: Collection[str], aside: _Aside,
    drop: Callable[[Path], bool], pass_over: Callable[[Path], bool],
) -> Iterator[tuple[Path, str]]:
    """The documents below `root`, as the user names them and as they are."""
    top = os.path.realpath(root)
    above = _inherited(top)
    if above is not None and above.drop(top + os.sep):
        above = None  # the user named an ignored folder, so what ignores it is overruled
    open_folders = [_Folder.open(root, top, above, aside.cannot)]
    while open_folders:
        folder = open_folders[-1]
        entry = next(folder.entries, None)
        if entry is None:
            open_folders.pop()
            continue
        real = os.path.join(folder.real, entry.name)
        suffix = os.path.splitext(entry.name)[1].lower()
        if entry.is_dir(follow_symlinks=False):
            path = folder.path / entry.name
            if entry.name in SKIPPED_FOLDERS or folder.drop(real + os.sep):
                continue
            if drop(path) or pass_over(path):
                continue
            if suffix in FOLDERS and _is_document(path, suffix):
                yield path, real
            else:
                open_folders.append(_Folder.open(path, real, folder.ignores, aside.cannot))
        elif (
            (suffix in suffixes or suffix in OTHERS or _is_link_to_folder(entry))
            and not folder.drop(real)
        ):
            path = folder.path / entry.name
            if drop(path):
                continue
            if not entry.is_file(follow_symlinks=False):
                aside.odd.append((path, entry.is_symlink()))
            elif _begins_as(path, suffix):
                yield path, real


def _is_link_to_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and entry.is_dir()


def _left_by_walks(
    odd: Sequence[tuple[Path, bool]], roots: Sequence[str], files: Collection[str]
) -> Iterator[Cannot]:
    """What walks met that they do not read, but for links to what they see on their own."""
    for path, is_link in odd:
        if not (is_link and os.path.exists(path)):
            yield _missing(path)
            continue
        real = os.path.realpath(path)
        if real not in files and not any(_is_seen(real, root) for root in roots):
            yield Cannot(
                path, say("cannot read {path}", path=path),
                say("It is a link, and in a folder links are not followed. "
                    "Name what it leads to, or leave the link out by `exclude` in lintwords.toml."),
            )


def _is_seen(real: str, root: str) -> bool:
    """Whether a walk from `root` comes by a path, hidden ones aside."""
    if real != root and not real.startswith(root.rstrip(os.sep) + os.sep):
        return False
    way = real[len(root):].split(os.sep)
    return not any(name.startswith(".") or name in SKIPPED_FOLDERS for name in way)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder in the middle of being walked."""

    path: Path  # as the user names it
    real: str
    entries: Iterator[os.DirEntry[str]]
    ignores: _Ignores | None

    @classmethod
    def open(
        cls, path: Path, real: str, above: _Ignores | None, cannot: list[Cannot]
    ) -> _Folder:
        """List `path` by name, without hidden entries and locks."""
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as trouble:
            cannot.append(Cannot(
                path, say("cannot open {path}", path=f"{path}{os.sep}"),
                why(trouble),
            ))
            entries = []
        if any(entry.name == ".gitignore" for entry in entries):
            above = _read(real, ".gitignore", above)
        kept = [e for e in entries if not e.name.startswith((".", _LOCK))]
        return cls(path, real, iter(kept), above)

    def drop(self, path: str) -> bool:
        return self.ignores is not None and self.ignores.drop(path)


def _is_document(folder: Path, suffix: str) -> bool:
    """Whether a folder is one document to the programs of its system."""
    return any(os.path.exists(folder / name) for name in FOLDERS[suffix])


def _begins_as(path: Path, suffix: str) -> bool:
    """Whether a file may be a document; some suffixes stand for something else as well."""
    beginning = BEGINNINGS.get(suffix)
    if beginning is None:
        return True
    try:
        with open(path, "rb") as file:
            return file.read(len(beginning)) == beginning
    except OSError:
        return True


def _inherited(top: str) -> _Ignores | None:
    """What git would ignore from above `top`: only inside a repository, from its root down."""
    chain = [top]
    while not os.path.exists(os.path.join(chain[-1], ".git")):
        parent = os.path.dirname(chain[-1])
        if parent == chain[-1]:
            return None
        chain.append(parent)
    ignores = _read(chain[-1], os.path.join(".git", "info", "exclude"), None)
    for folder in reversed(chain[1:]):
        ignores = _read(folder, ".gitignore", ignores)
    return ignores


def _read(folder: str, name: str, above: _Ignores | None) -> _Ignores | None:
    """What a file of patterns adds. What is no plain file, or has no end, leaves nothing out."""
    try:
        data = content(os.path.join(folder, name))
    except OSError:
        return above
    if data is None or len(data) > LARGEST:
        return above
    return _Ignores(folder, _patterns(data.decode("utf-8", "surrogateescape").splitlines()), above)


def _patterns(lines: Sequence[str]) -> GitIgnoreSpec:
    """The patterns of some lines; as in git, one that is not valid fits nothing."""
    import warnings

    from pathspec import GitIgnoreSpec  # 85 ms, and most runs meet no .gitignore

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a class in a class, which nobody here can mend
        try:
            return GitIgnoreSpec.from_lines(lines)
        except (ValueError, re.error):
            if len(lines) == 1:
                return GitIgnoreSpec.from_lines(())
        valid = [line for line in lines if len(_patterns([line]))]
        return GitIgnoreSpec.from_lines(valid)


def _missing(path: Path) -> Cannot:
    if os.path.islink(path) and not os.path.exists(path):
        return Cannot(
            path, say("cannot open {path}", path=path),
            say("It is a link to a file that is not there."),
        )
    if os.path.exists(path):
        return Cannot(
            path, say("cannot open {path}", path=path),
            say("It is neither a file nor a folder."),
        )
    try:
        names = os.listdir(path.parent)
    except OSError:
        names = []
    by_path = [str(path.parent / name) for name in names]
    return Cannot(path, say('cannot find "{path}"', path=path), nearest(str(path), by_path))


def why(trouble: OSError) -> str:
    """A hint for what the system refused."""
    if isinstance(trouble, PermissionError):
        return say("You have no right to read it.")
    return say("The system says: {reason}.", reason=system(trouble))
