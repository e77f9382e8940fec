"""Windows and macOS by doubles: calls that they lack are asked for; work is done without them."""

from __future__ import annotations

import ast
import ctypes
import io
import os
import shutil
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from caches import built, lend

from lintwords.cli import console

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "lintwords").rglob("*.py"))
# What Windows lacks of the standard library, by its documentation, as far as one may want it.
MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
CALLS = {
    "os": {
        "chown", "fchmod", "fchown", "fork", "getegid", "geteuid", "getgid", "getloadavg",
        "getpgid", "getuid", "killpg", "lchown", "mkfifo", "nice", "pread",
        "sched_getaffinity", "sendfile", "setsid", "statvfs", "sysconf", "ttyname", "uname",
        "O_CLOEXEC", "O_DIRECTORY",
        "O_NOFOLLOW", "O_NONBLOCK",
    },
    "signal": {"SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "alarm", "pthread_sigmask", "setitimer"},
}


def unasked(source: str) -> Iterator[str]:
    """Modules and calls in a source that Windows lacks, and that stand behind no question."""
    tree = ast.parse(source)
    up = {below: node for node in ast.walk(tree) for below in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else [
                alias.name for alias in node.names
            ]
            missing = [name for name in named if name in MODULES]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            missing = [node.attr] if node.attr in CALLS.get(node.value.id, ()) else []
        else:
            continue
        for name in missing:
            if not any(_asks(above, name) for above in _above(node, up)):
                yield f"{name} in line {node.lineno}"


def _above(node: ast.AST, up: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in up and not isinstance(up[node], ast.Module):
        node = up[node]
        yield node


def _asks(node: ast.AST, name: str) -> bool:
    """Whether a statement around a call, or the function that it is in, asks for it first."""
    if isinstance(node, (ast.If, ast.BoolOp, ast.With, ast.FunctionDef, ast.IfExp)):
        said = ast.unparse(node)
        return any(mark in said for mark in (
            f"hasattr(os, '{name}')", f"hasattr(signal, '{name}')", "sys.platform == 'win32'",
            "suppress(ImportError)",
        ))
    return isinstance(node, ast.Try) and any(
        handler.type is not None
        and any(mark in ast.unparse(handler.type) for mark in ("ImportError", "AttributeError"))
        for handler in node.handlers
    )


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("import os\nif hasattr(os, 'getuid'):\n    os.getuid()", [], id="asked"),
        pytest.param("try:\n    import pwd\nexcept ImportError:\n    pwd = None", [], id="tried"),
        pytest.param("import os\nos.replace('a', 'b')", [], id="on every system"),
        pytest.param("import os\nos.getuid()", ["getuid in line 2"], id="a call"),
        pytest.param("import fcntl", ["fcntl in line 1"], id="a module"),
        pytest.param("import signal\nsignal.SIGKILL", ["SIGKILL in line 2"], id="a signal"),
        pytest.param("import os\nif hasattr(os, 'fork'):\n    os.getuid()", ["getuid in line 3"],
                     id="asked for another"),
    ],
)
def test_a_call_that_windows_lacks_is_seen(source: str, found: list[str]) -> None:
    assert list(unasked(source)) == found


def test_every_call_that_windows_lacks_is_asked_for_first() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): calls
        for path in SOURCES if (calls := list(unasked(path.read_text("utf-8"))))
    }
    assert found == {}


# -- without them --------------------------------------------------------------------------------

# Begins a run in which these calls and modules are not there; the standard library keeps its own.
WITHOUT = f"""
import concurrent.futures.process, multiprocessing.util, subprocess, tempfile
import os, pathlib, shutil, signal, sys
import click, click._termui_impl
import lintwords.files.shipped
if rules := os.environ.get("RULES"):
    lintwords.files.shipped.rules_folder = lambda: pathlib.Path(rules)
import lintwords.files.whole
lintwords.files.whole.fcntl = None
for name in {sorted(MODULES)!r}:
    sys.modules[name] = None
for name in {sorted(CALLS["os"])!r}:
    if hasattr(os, name):
        delattr(os, name)
for name in {sorted(CALLS["signal"])!r}:
    if hasattr(signal, name):
        delattr(signal, name)
from lintwords.cli.start import main
sys.argv[0] = "lintwords"
sys.exit(main())
"""


def run(
    folder: Path, *args: str, double: bool, rules: Path | None = None
) -> tuple[int, str, str]:
    start = ["-c", WITHOUT] if double else ["-m", "lintwords"]
    ran = subprocess.run(
        [sys.executable, *start, *args], cwd=folder, capture_output=True, text=True, timeout=50,
        env={
            **os.environ, "LINTWORDS_CACHE": str(folder / "kept"), "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": "1700000000", "RULES": str(rules or ""),
        },
    )
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(("check", "lawyers.md", "foundation.docx"), id="check"),
        pytest.param(("check", "lawyers.md"), id="with all that is kept to be built"),
        pytest.param(("check", "--format", "json", "."), id="a folder"),
        pytest.param(("fix", "lawyers.md"), id="fix"),
        pytest.param(("fix", "foundation.docx"), id="a tracked copy"),
        pytest.param(("check", "--baseline-write", "lawyers.md"), id="a baseline"),
    ],
)
def test_work_is_done_without_the_calls_of_posix(
    tmp_path: Path, args: tuple[str, ...], rules_of_mentions: Path
) -> None:
    seen = []
    for double in (False, True):
        folder = tmp_path / str(double)
        folder.mkdir()
        for name in ("lawyers.md", "foundation.docx"):
            shutil.copy(ROOT / "examples" / name, folder)
        is_built = not (double and args == ("check", "lawyers.md"))
        if is_built:
            lend(folder / "kept", built())
        few = None if is_built else rules_of_mentions
        code, out, err = run(folder, *args, double=double, rules=few)
        files = {
            path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()
        }
        seen.append((code, out, err.replace(f"{sys.executable} -m ", ""), files))
    assert "Traceback" not in seen[1][2]
    assert seen[1][0] in (0, 1)
    assert (seen[0][0], seen[0][3]) == (seen[1][0], seen[1][3])


# -- a console of Windows ------------------------------------------------------------------------


class Kernel:
    """What of kernel32 is asked; `mode` is None where there is no console."""

    def __init__(self, mode: int | None, can: bool) -> None:
        self.mode, self.can = mode, can

    def GetConsoleMode(self, handle: object, mode: object) -> int:
        if self.mode is None:
            return 0
        mode._obj.value = self.mode  # type: ignore[attr-defined]  # what byref holds
        return 1

    def SetConsoleMode(self, handle: object, mode: int) -> int:
        if self.can:
            self.mode = mode
        return int(self.can)


@pytest.mark.parametrize(
    ("mode", "can", "obeys", "after"),
    [
        pytest.param(0b0011, True, True, 0b0111, id="asked, it obeys"),
        pytest.param(0b0111, False, True, 0b0111, id="it obeys already"),
        pytest.param(0b0011, False, False, 0b0011, id="an old one"),
        pytest.param(None, True, False, None, id="no console"),
    ],
)
def test_a_console_of_windows_is_asked_for_colours(
    monkeypatch: pytest.MonkeyPatch, mode: int | None, can: bool, obeys: bool, after: int | None
) -> None:
    kernel = Kernel(mode, can)
    library = types.SimpleNamespace(kernel32=kernel)
    handles = types.SimpleNamespace(get_osfhandle=lambda number: 7)
    monkeypatch.setattr(ctypes, "windll", library, raising=False)
    monkeypatch.setitem(sys.modules, "msvcrt", handles)  # type: ignore[arg-type]
    stream = types.SimpleNamespace(fileno=lambda: 1)
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        assert console.obeys(stream) is obeys  # type: ignore[arg-type]
    assert kernel.mode == after


def test_other_systems_are_not_asked() -> None:
    assert console.obeys(io.StringIO())
