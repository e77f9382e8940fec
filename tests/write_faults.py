"""Every file that lintwords writes, with a fault at every system call on the way.

A command runs once to count its calls that touch its folder; then again for each call and each
fault, in a process of its own that starts with everything loaded. After each fault the old file or
the new one must be whole, nothing else may be lost or left (but for what a kill leaves, which the
next run sweeps), and the command must end with 2 and a sentence, or with what it ends with when
nothing is wrong, the file written. An exception that gets out, or a timeout, is a fault too.

All of them:    python tests/write_faults.py
One of them:    python tests/write_faults.py baseline
"""

from __future__ import annotations

import errno
import importlib
import io
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import odtfiles
import wordfiles

from lintwords import api, reports
from lintwords.cli.main import main as lintwords
from lintwords.exports import EXPORTS, Export
from lintwords.files import whole
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.run import linter_choice, one_file

SECONDS = 30  # after which a run is taken to hang
ERROR = "China jailed five lawyers.\n"
CALM = "Calm.\n"
CALLS = (
    "open", "write", "fsync", "replace", "rename", "link", "chmod", "chown", "mkdir", "ftruncate",
    "lstat", "unlink", "close",
)
CODES = {name: getattr(errno, name) for name in ("ENOSPC", "EACCES", "EROFS", "EIO")}
KILLED = ("killed before", "killed after")
CHANGED = "changed meanwhile"
SHORT = "half written"
OTHER = b"Somebody else wrote this.\n"


@dataclass(frozen=True)
class Scene:
    """A command in a folder, and the file that it writes."""

    name: str
    args: Sequence[str]
    target: str
    files: Mapping[str, bytes]
    answers: str = ""
    is_merged: bool = False  # what another run has written meanwhile is kept
    is_spared: bool = False  # a run does without it: no sentence, the usual exit code
    is_appended: bool = False
    is_new: bool = False  # nothing that is there may be replaced
    is_parts: bool = False  # a folder of files, each old or new
    is_report: bool = False  # of two that write it at once, the last may win
    env: Mapping[str, str] = field(default_factory=dict)


def scenes() -> list[Scene]:
    """All commands that write."""
    text = {"a.md": ERROR.encode()}
    word = {"a.docx": wordfiles.word(wordfiles.par(wordfiles.run(ERROR.strip())))}
    odt = {"a.odt": odtfiles.odt(f"<text:p>{ERROR.strip()}</text:p>")}
    two = {**text, "b.md": ERROR.encode()}
    known = {**two, "c.md": ERROR.encode()}  # the entries of a file that is gone go
    made = [
        Scene("fix text", ["fix", "a.md"], "a.md", text),
        Scene("fix html", ["fix", "a.html"], "a.html", {"a.html": f"<p>{ERROR}".encode()}),
        Scene("fix docx", ["fix", "a.docx"], "a.lintwords.docx", word),
        Scene("fix docx in place", ["fix", "--in-place", "a.docx"], "a.docx", word),
        Scene("fix odt", ["fix", "a.odt"], "a.lintwords.odt", odt),
        Scene("fix odt in place", ["fix", "--in-place", "a.odt"], "a.odt", odt),
        Scene("fix to a file", ["fix", "a.md", "-o", "b.md"], "b.md", text),
        Scene("fix over a copy", ["fix", "a.md", "-o", "b.md", "--force"], "b.md",
              {**text, "b.md": CALM.encode()}, is_report=True),
        Scene("check --fix", ["check", "--fix", "a.md"], "a.md", text),
        Scene("review writes", ["review", "--plain", "a.md"], "a.md", text, "1\nw\ny\nq\n"),
        Scene("review writes docx", ["review", "--plain", "a.docx"], "a.docx", word,
              "1\nw\ni\nq\n"),
        Scene("review keeps", ["review", "--plain", "a.md"], "state/", text, "1\nq\nk\n"),
        Scene("review ignores", ["review", "--plain", "a.md"], "lintwords-baseline.toml", known,
              "i\nf\n1\nw\ny\nq\n", is_merged=True),
        Scene("baseline", ["check", "a.md", "--baseline-write"], "lintwords-baseline.toml", known,
              is_merged=True),
        Scene("baseline over one", ["check", "a.md", "--baseline-write"], "lintwords-baseline.toml",
              {**known, "lintwords-baseline.toml": _known("b.md")}, is_merged=True),
        Scene("init", ["init"], "lintwords.toml", {}, is_new=True),
        Scene("rules new", ["rules", "new", "own-rule"], "own-rule.toml", {}, is_new=True),
        Scene("rules new to a file", ["rules", "new", "own-rule", "-o", "mine.toml"],
              "mine.toml", {}, is_new=True),
        *exports(),
        Scene("step summary", ["check", "a.md", "-f", "github"], "steps.md",
              {**text, "steps.md": b"before\n"}, is_appended=True,
              env={"GITHUB_STEP_SUMMARY": "steps.md"}),
        Scene("cache", ["check", "a.md", "b.md", "-q"], "cache/", two, is_spared=True),
    ]
    for name in reports.REPORTS:
        args, old = ["check", "a.md", "-f", name, "-o", "report"], b"old report\n"
        made += [
            Scene(f"-o {name}", args, "report", text, is_report=True),
            Scene(f"-o {name} over one", args, "report", {**text, "report": old}, is_report=True),
        ]
    return made


def exports() -> list[Scene]:
    """Rules for another program: a folder of files, each of which is whole."""
    made = []
    for target in EXPORTS:
        args = ["rules", "export", "--isolated", "--to", target, "-o", "out"]
        made += [
            Scene(f"export {target}", args, "out/", {}, is_parts=True),
            Scene(f"export {target} over one", [*args, "--force"], "out/",
                  {"out/LOST.txt": b"old\n"}, is_parts=True, is_report=True),
        ]
    return made


def _known(path: str) -> bytes:
    from lintwords.sift.baseline import Entry, written

    return written([Entry("country-as-abuser", "China", path, reason="a title")]).encode()


class Ended(NamedTuple):
    """How a run ended; `signal` is 0 where none ended it."""

    code: int
    signal: int
    out: str
    err: str
    calls: tuple[str, ...]
    loaded: tuple[str, ...]  # names of modules


# -- one run, in a process of its own ------------------------------------------------------------


class Faulty:
    """Stands before the functions of `os`: counts their calls, and lets one of them fail."""

    def __init__(self, folder: Path, scene: Scene, at: int, fault: str) -> None:
        self._folder, self._scene, self._at, self._fault = str(folder), scene, at, fault
        self._handles: set[int] = set()
        self.calls: list[str] = []

    def put(self) -> None:
        for name in CALLS:
            setattr(os, name, self._wrapped(name, getattr(os, name)))
        sys.addaudithook(self._audit)
        self._is_ours = False

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        """No file in the folder is written by another way than these functions."""
        if event == "open" and not self._is_ours and isinstance(args[0], (str, bytes, os.PathLike)):
            is_written = bool(args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
            if is_written and self._is_inside(args[0]):
                os.write(2, f"Traceback: written beside the one way: {args[0]!r}\n".encode())
                os._exit(99)

    def _is_inside(self, path: Any) -> bool:
        try:
            return os.path.abspath(os.fsdecode(path)).startswith(f"{self._folder}{os.sep}")
        except TypeError:
            return False

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kw: Any) -> Any:
            first = args[0]
            inside = first in self._handles if isinstance(first, int) else self._is_inside(first)
            is_read = name == "open" and not args[1] & (os.O_WRONLY | os.O_RDWR)
            if not inside or is_read:
                return self._real(real, args, kw)
            self.calls.append(name)
            if len(self.calls) - 1 == self._at:
                return self._fail(name, real, args, kw)
            return self._done(name, self._real(real, args, kw), args)

        return call

    def _real(self, real: Callable[..., Any], args: tuple[Any, ...], kw: dict[str, Any]) -> Any:
        self._is_ours = True
        try:
            return real(*args, **kw)
        finally:
            self._is_ours = False

    def _done(self, name: str, result: Any, args: tuple[Any, ...]) -> Any:
        if name == "open":
            self._handles.add(result)
        elif name == "close":
            self._handles.discard(args[0])
        return result

    def _fail(
        self, name: str, real: Callable[..., Any], args: tuple[Any, ...], kw: dict[str, Any]
    ) -> Any:
        if self._fault == KILLED[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        if self._fault == CHANGED:
            _change(Path(self._folder), self._scene)
        elif self._fault == SHORT and name == "write":
            self._real(real, (args[0], bytes(args[1])[: len(args[1]) // 2]), kw)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        elif self._fault in CODES:
            if name == "close":  # a close that fails has closed
                self._real(real, args, kw)
            raise OSError(CODES[self._fault], os.strerror(CODES[self._fault]))
        result = self._done(name, self._real(real, args, kw), args)
        if self._fault == KILLED[1]:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def _change(folder: Path, scene: Scene) -> None:
    """What another program does meanwhile to the file that is written."""
    path = folder / (f"{scene.target}LOST.txt" if scene.is_parts else scene.target)
    data = _known("c.md") if scene.is_merged else OTHER
    path.parent.mkdir(exist_ok=True)
    handle = os.open(path.with_name("other"), os.O_WRONLY | os.O_CREAT, 0o644)
    os.write(handle, data)
    os.close(handle)
    os.replace(path.with_name("other"), path)


def run(scene: Scene, folder: Path, at: int = -1, fault: str = "") -> Ended:
    """Run a scene in a process of its own, with a fault at its call number `at`."""
    said = folder.with_name(f"{folder.name}.said")
    _warm()
    for target in EXPORTS if scene.is_parts else ():
        _exported(target)
    pid = os.fork()
    if pid == 0:
        _child(scene, folder, said, at, fault)
    _, status = os.waitpid(pid, 0)
    parts = (said.read_text("utf-8", "replace") if said.exists() else "").split("\x00")
    said.unlink(missing_ok=True)
    out, err, calls, loaded = (*parts, "", "", "", "")[:4]
    ended = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    code = -1 if ended else os.WEXITSTATUS(status)
    return Ended(code, ended, out, err, tuple(calls.split()), tuple(loaded.split()))


def _child(scene: Scene, folder: Path, said: Path, at: int, fault: str) -> None:
    code = 98
    try:
        signal.alarm(SECONDS)
        os.chdir(folder)
        _put_env(scene, folder)
        whole._swept.clear()
        out, err = io.StringIO(), io.StringIO()
        sys.stdout, sys.stderr, sys.stdin = out, err, io.StringIO(scene.answers)
        faulty = Faulty(folder, scene, at, fault)
        faulty.put()
        linter_choice.load, api.export = _load, _export
        code = lintwords(list(scene.args))
        rows = out.getvalue(), err.getvalue(), " ".join(faulty.calls), " ".join(sys.modules)
        said.write_text("\0".join(rows))
    except BaseException:
        said.write_text(f"\0Traceback that got out: {traceback.format_exc()}\0")
    finally:
        os._exit(code)


def _put_env(scene: Scene, folder: Path) -> None:
    os.environ.pop("GITHUB_STEP_SUMMARY", None)
    aside = folder.with_name("aside")
    os.environ |= {
        "XDG_STATE_HOME": str((folder if scene.target == "state/" else aside) / "state"),
        "SOURCE_DATE_EPOCH": "1700000000",
        "XDG_CACHE_HOME": str(folder / "cache" if scene.target == "cache/" else CACHE),
        **scene.env,
    }


_real = linter_choice.load


@cache
def _warm() -> DocumentLinter:
    """The rules, loaded once for all runs, in the process that starts them."""
    linter = _real(Options())
    _ = linter.index, linter.compiled
    one_file.check_data(linter, Path("a.md"), b"China jailed a poet.\n")
    return linter


def _load(options: Options, like: DocumentLinter | None = None) -> DocumentLinter:
    return _real(options, like or _warm())


@cache
def _exported(target: str) -> Export:
    """What is exported, once for all runs: the first files stand for all of them."""
    whole_export = _real_export(target, _warm())
    return replace(whole_export, files=dict(list(whole_export.files.items())[:2]))


def _export(target: str, linter: DocumentLinter, packs: Sequence[Path] = ()) -> Export:
    return _exported(target)


_real_export = api.export


CACHE = Path(tempfile.gettempdir()) / f"lintwords-faults-{os.getuid()}"


# -- what must hold ------------------------------------------------------------------------------


def stand(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _is_temporary(name: str) -> bool:
    return whole._OURS.fullmatch(name.rpartition("/")[2]) is not None


def wrong(scene: Scene, clean: Ended, want: Mapping[str, bytes], call: str, fault: str,
          ended: Ended, got: Mapping[str, bytes]) -> Iterator[str]:
    """What is not as it must be after a fault; `clean` and `want` are of a run without one."""
    if ended.code in (98, 99) or "Traceback" in ended.err or "bug in lintwords" in ended.err:
        yield f"it got out: {ended.err.strip().splitlines()[-1:]}"
        return
    if ended.signal and fault not in KILLED:
        yield f"it was ended by signal {ended.signal}"
        return
    for name, data in got.items():
        if _is_temporary(name):
            if fault not in KILLED and (call, fault in CODES) != ("unlink", True):
                yield f"{name} is left"
        elif not data and scene.files.get(name) != b"":
            yield f"{name} is empty"
    kept = {name: data for name, data in got.items() if not _is_temporary(name)}
    aims = {name for name in (*want, *kept) if name.startswith(scene.target)}
    for name, data in scene.files.items():
        if name not in aims and kept.get(name) != data:
            yield f"{name} is lost"
    for name in kept.keys() - scene.files.keys() - aims:
        yield f"{name} should not be there"
    old = {name: data for name, data in scene.files.items() if name in aims}
    now = {name: kept[name] for name in aims if name in kept}
    new = {name: want[name] for name in aims if name in want}
    if fault == CHANGED:
        yield from _with_another(scene, clean, call, ended, now, new)
    else:
        yield from _alone(scene, clean, fault, ended, old, now, new)


def _with_another(scene: Scene, clean: Ended, call: str, ended: Ended, now: Mapping[str, bytes],
                  new: Mapping[str, bytes]) -> Iterator[str]:
    """Of a file that another program wrote meanwhile: its text stays, or both stand in it."""
    data = now.get(f"{scene.target}LOST.txt" if scene.is_parts else scene.target, b"")
    stays = b'"c.md"' in data if scene.is_merged else OTHER in data
    may_go = scene.is_report or call == "replace"  # between the last look and the rename
    if not stays and not (may_go and now == new):
        yield f"what another wrote is lost: {data!r:.80}"
    if ended.code == 2 and not _is_said(ended):
        yield f"no sentence: {ended.err!r}"
    if ended.code not in (0, clean.code, 2):
        yield f"exit code {ended.code}"


def _alone(scene: Scene, clean: Ended, fault: str, ended: Ended, old: Mapping[str, bytes],
           now: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[str]:
    """Of the file that is written: old or new, and said so."""
    is_new, is_old = _alike(scene, now, new), now == old
    if scene.is_spared:  # of several files, each by itself
        yield from (f"not as it was written: {name}" for name in now if not _is_kept(now[name]))
        yield from (f"written under another name: {name}" for name in now.keys() - new.keys())
    elif scene.is_parts:
        yield from (f"neither old nor new: {name}" for name, data in now.items()
                    if data not in (old.get(name), new.get(name)))
    elif not is_new and not is_old:
        yield f"neither old nor new: {sorted(now)}"
    if fault in KILLED:
        return
    if scene.is_spared:
        if ended.code != clean.code:
            yield f"exit code {ended.code}, though the run does without"
        return
    if ended.code == clean.code and is_new:
        return
    if ended.code != 2 and not (scene.args[0] == "review" and ended.code == clean.code):
        yield f"exit code {ended.code}"
    if not _is_said(ended):
        yield f"no sentence: {ended.err!r}"


def _alike(scene: Scene, now: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    """Whether files are those of a run without fault; what is kept holds the time."""
    if scene.target.endswith("/") and not scene.is_parts:
        return now.keys() == new.keys() and all(now.values())
    return now == new


def _is_kept(data: bytes) -> bool:
    """Whether a file of the cache is whole, as its first bytes tell."""
    return data[:16] == blake2b(data[16:], digest_size=16).digest()


def _is_said(ended: Ended) -> bool:
    said = ended.err + ended.out
    return any(words in said for words in ("cannot", "Not written", "is there already", "lost"))


# -- all of them ---------------------------------------------------------------------------------


class Trouble(NamedTuple):
    """A fault that did harm."""

    scene: str
    call: str
    fault: str
    what: str


def faults_of(call: str, scene: Scene) -> list[str]:
    found = [*CODES, *KILLED, *([CHANGED] if scene.is_parts or scene.target[-1] != "/" else [])]
    return [*found, SHORT] if call == "write" else found


def try_all(scene: Scene, every: int = 1) -> tuple[int, list[Trouble]]:
    """How many faults were tried in a scene, and which did harm; `every` skips for a quick run."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(os.path.realpath(name))

        def fresh() -> Path:
            folder = place / "run"  # the same for all: names of what is kept depend on it
            for old in place.iterdir():
                shutil.rmtree(old)
            folder.mkdir()
            for file, data in scene.files.items():
                (folder / file).parent.mkdir(exist_ok=True)
                (folder / file).write_bytes(data)
            return folder

        folder = fresh()
        _warm()
        clean, want = run(scene, folder), stand(folder)
        for module in clean.loaded:  # once, and not in each process
            importlib.import_module(module)
        if clean.code not in (0, 1) or not any(n.startswith(scene.target) for n in want):
            return 0, [Trouble(scene.name, "", "none", f"does not run: {clean}")]
        tried, troubles = 0, []
        plan = [(at, call, fault) for at, call in enumerate(clean.calls)
                for fault in faults_of(call, scene)]
        for at, call, fault in plan[:: every]:
            folder = fresh()
            ended = run(scene, folder, at, fault)
            got = stand(folder)
            tried += 1
            found = list(wrong(scene, clean, want, call, fault, ended, got))
            found += _after(scene, clean, folder, got) if fault in KILLED else []
            troubles += [Trouble(scene.name, f"{call} {at}", fault, what) for what in found]
        return tried, troubles


def _after(
    scene: Scene, clean: Ended, folder: Path, got: Mapping[str, bytes]
) -> Iterator[str]:
    """The next run that writes sweeps what a killed one has left."""
    if not any(map(_is_temporary, got)):
        return
    ended = run(scene, folder)
    left = [name for name in stand(folder) if _is_temporary(name)]
    if left and ended.calls:
        yield f"the next run leaves {left}"


def main(names: Sequence[str]) -> int:
    """Try all faults of the scenes whose name holds one of `names`; print the figures."""
    chosen = [one for one in scenes() if not names or any(name in one.name for name in names)]
    total, troubles, calls = 0, list[Trouble](), Counter[str]()
    for scene in chosen:
        tried, found = try_all(scene)
        total += tried
        troubles += found
        print(f"{scene.name:<28}{tried:>5} faults{len(found):>4} did harm", flush=True)
    for trouble in troubles:
        calls[trouble.fault] += 1
        print(f"  {trouble.scene}: {trouble.call}, {trouble.fault}: {trouble.what}")
    print(f"{total} faults in {len(chosen)} ways to write: {len(troubles)} did harm.")
    return 1 if troubles else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
