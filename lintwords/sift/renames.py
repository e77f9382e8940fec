"""Where files have gone, as git knows it. Git is asked; nothing is written.

In come names relative to a folder; out goes for each that git takes for renamed the name that it
has now, whether it was renamed in a commit, in the index, or, as a file that git does not know yet,
with half of its bytes in lines that stood in the last commit; or "" where it was deleted and is no
other file renamed. Outside a repository, in a clone that holds no history, and without git, nothing
is known.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lintwords.errors import SettingsError
from lintwords.files.bounds import is_plain
from lintwords.sift.git import Git, environment, renames

_HOPS = 10  # names that one file has had, one after another
_LOT = 200  # names in one question
_LARGEST = 10_000_000  # bytes of a file that is compared
_STATE = ("HEAD", "index", "logs/HEAD", "packed-refs")  # what a change of the repository changes


class Renamed(NamedTuple):
    """The name that a file has now, and the day of the commit that gave it one; "" if none did.

    The name is "" for a file that git knows to be deleted, with the day of that commit.
    """

    name: str
    day: str = ""


def renamed(folder: Path, gone: Collection[str], into: Collection[str]) -> dict[str, Renamed]:
    """Where the files `gone` are now; `into` are those that git may not know yet.

    Names have slashes. A name that has a file again may be in `gone`, too. Each is asked of the
    repository that it lies in, which may be one of its own below the folder.
    """
    real = os.path.realpath(folder)
    parents = {name: os.path.dirname(os.path.normpath(os.path.join(real, name))) for name in gone}
    places = {parent: _repository(Path(parent)) for parent in {*parents.values()}}
    found: dict[str, Renamed] = {}
    fresh = tuple((name, _stamp(folder / name)) for name in sorted(into)) if gone else ()
    for place in sorted({place for place in places.values() if place is not None}):
        tree, repository = place
        state = tuple(_stamp(repository / name) for name in _STATE)
        lost = tuple(
            (name, _stamp(folder / name) is not None)
            for name in sorted(gone) if places[parents[name]] == place
        )
        found.update(_answer(real, str(tree), lost, fresh, state))
    return found


# an editor asks with each letter that is typed; another state of the repository is another question
@lru_cache(maxsize=16)
def _answer(
    folder: str, tree: str, gone: tuple[tuple[str, bool], ...],
    into: tuple[tuple[str, object], ...], _state: object,
) -> Mapping[str, Renamed]:
    try:
        git = Git("HEAD", environment(), ("-C", tree))
        top = os.path.realpath(git.top())
        asked = _Asked(git.at(top), top)
        names = {asked.inside(folder, name): name for name, _ in gone}
        targets = [asked.inside(folder, name) for name, _ in into]
        found = dict(asked.now([name for name in names if name], [one for one in targets if one]))
    except SettingsError:
        return {}
    return {
        names[was]: now if not now.name else Renamed(
            Path(os.path.relpath(os.path.join(top, now.name), folder)).as_posix(), now.day
        )
        for was, now in found.items()
    }


class _Asked:
    """One repository, with what it has been asked so far."""

    def __init__(self, git: Git, top: str) -> None:
        self._git, self._top = git, top
        self._of: dict[str, Mapping[str, str]] = {}  # commit → what it renamed
        self._deleted: dict[str, str] = {}  # name → the day of the commit that took it away

    def inside(self, folder: str, name: str) -> str:
        """A name as git has it; "" for one outside."""
        there = os.path.relpath(os.path.join(folder, name), self._top)
        return "" if there.startswith(os.pardir) else Path(there).as_posix()

    def now(self, gone: Collection[str], into: Collection[str]) -> Iterator[tuple[str, Renamed]]:
        pairs = renames(self._git, "HEAD", is_name_reused=True)
        here = {_text(was): _text(now) for was, now in pairs}
        open_ = {name: Renamed(name) for name in gone}
        for _ in range(_HOPS):
            names = {at.name for at in open_.values()}
            committed = self._in_commits([name for name in names if name not in here])
            step = {**committed, **{was: Renamed(now) for was, now in here.items()}}
            moved = {
                was: Renamed(step[at.name].name, at.day or step[at.name].day)
                for was, at in open_.items() if at.name in step
            }
            yield from ((was, at) for was, at in moved.items() if self._is_there(at.name))
            lost = [was for was in open_ if was not in moved]
            found = dict(self._unknown({was: open_[was].name for was in lost}, into))
            yield from found.items()
            yield from self._gone({was: open_[was] for was in lost if was not in found})
            open_ = {was: at for was, at in moved.items() if not self._is_there(at.name)}
            if not open_:
                return

    def _in_commits(self, names: Iterable[str]) -> dict[str, Renamed]:
        """What the last commit that took a name away has renamed it to."""
        found: dict[str, Renamed] = {}
        row = sorted(names)
        for at in range(0, len(row), _LOT):
            lot = [f":(top,literal){name}" for name in row[at : at + _LOT]]
            said = self._git.ask(
                "log", "--no-color", "--no-ext-diff", "--no-show-signature", "--no-renames",
                "--break-rewrites", "--diff-filter=DB", "--date=short", "--format=%x01%H %cd",
                "--name-only", "-z",
                "HEAD", "--", *lot,
            )
            for entry in said.split(b"\x01")[1:]:
                head, *rest = entry.replace(b"\n", b"\0").split(b"\0")
                commit, _, day = _text(head).partition(" ")
                for name in map(_text, filter(None, rest)):
                    self._deleted.setdefault(name, day)
                    if name not in found and (now := self._by(commit).get(name)):
                        found[name] = Renamed(now, day)
        return found

    def _by(self, commit: str) -> Mapping[str, str]:
        if commit not in self._of:
            pairs = renames(self._git, f"{commit}^", commit, is_name_reused=True)
            self._of[commit] = {_text(was): _text(now) for was, now in pairs}
        return self._of[commit]

    def _gone(self, lost: Mapping[str, Renamed]) -> Iterator[tuple[str, Renamed]]:
        """Those that git had, and that are no more; of the others it knows nothing."""
        names = sorted({at.name for at in lost.values() if not self._is_there(at.name)})
        held: set[str] = set()
        for at in range(0, len(names), _LOT):
            said = self._git.ask(
                "ls-tree", "--full-tree", "--name-only", "-z", "HEAD", "--", *names[at : at + _LOT]
            )
            held.update(map(_text, said.split(b"\0")))
        for was, now in lost.items():
            if now.name in held:
                yield was, Renamed("")
            elif now.name in names and now.name in self._deleted:
                yield was, Renamed("", self._deleted[now.name])

    def _unknown(
        self, lost: Mapping[str, str], into: Collection[str]
    ) -> Iterator[tuple[str, Renamed]]:
        """Names that are gone since the last commit, with the file of most of their lines."""
        lost = {was: name for was, name in lost.items() if not self._is_there(name)}
        if not lost or not into:
            return
        known = self._git.ask("ls-files", "-z", "--", *(f":(top,literal){one}" for one in into))
        fresh = set(into) - set(map(_text, known.split(b"\0")))
        texts = {name: text for name in sorted(fresh) if (text := self._lines(name)) is not None}
        for was, name in lost.items() if texts else ():
            try:
                before = _counted(self._git.ask("cat-file", "blob", f"HEAD:{name}"))
            except SettingsError:  # it was in no commit
                continue
            shares = {now: _share(before, text) for now, text in texts.items()}
            best = max(shares, key=shares.__getitem__)
            if shares[best] >= 0.5:
                yield was, Renamed(best)

    def _lines(self, name: str) -> Counter[bytes] | None:
        path = Path(self._top, name)
        try:
            if not is_plain(path) or path.stat().st_size > _LARGEST:
                return None
            return _counted(path.read_bytes())
        except OSError:
            return None

    def _is_there(self, name: str) -> bool:
        return os.path.exists(os.path.join(self._top, name))


def _counted(data: bytes) -> Counter[bytes]:
    return Counter(data.split(b"\n"))


def _share(one: Counter[bytes], other: Counter[bytes]) -> float:
    """The part of the longer text that stands in both."""
    both = sum(_size(one & other))
    return both / max(sum(_size(one)), sum(_size(other)), 1)


def _size(lines: Counter[bytes]) -> Iterator[int]:
    return ((len(line.strip()) or 0) * number for line, number in lines.items())


def _repository(place: Path) -> tuple[Path, Path] | None:
    """The working tree of `place` and where git keeps what it knows; None outside a repository."""
    for above in (place, *place.parents):
        there = above / ".git"
        if there.is_dir():
            return above, there
        if there.is_file():  # of a submodule, and of a working tree beside the first one
            try:
                said = there.read_text("utf-8", "replace")[:10_000]
            except OSError:
                return None
            return above, above / said.partition("gitdir:")[2].strip()
    return None


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _text(name: bytes) -> str:
    return os.fsdecode(name)
