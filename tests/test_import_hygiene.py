"""`check` starts fast: what only other commands need is not imported. Each in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {
    "textual", "rich", "numpy", "pygls", "lsprotocol", "dask", "pyarrow", "lxml", "pypdfium2",
    "importlib.metadata", "jsonschema", "pathspec", "asyncio", "http.client",
    "urllib.request", "socket",
}


def imported(code: str, folder: Path) -> set[str]:
    """The heavy modules in a process that has run `code`."""
    script = f"import sys\n{code}\nprint('|'.join(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return HEAVY & set(done.stderr.splitlines()[-1].split("|"))


CHECK = "from lintwords.cli.main import main\nassert main(['check', {!r}]) in (0, 1)"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_check_of_a_file_imports_nothing_heavy(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Calm words.\n\nChina jailed a poet.\n")
    assert imported(CHECK.format(name), tmp_path) == set()


def test_a_folder_without_gitignore_needs_no_pathspec(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Calm words.\n")
    assert imported(CHECK.format("."), tmp_path) == set()


def test_a_gitignore_is_read_with_pathspec(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Calm words.\n")
    (tmp_path / ".gitignore").write_text("b.md\n")
    assert "pathspec" in imported(CHECK.format("."), tmp_path)


def test_the_package_alone_imports_no_rule(tmp_path: Path) -> None:
    code = "import lintwords\nassert 'lintwords.api' not in sys.modules"
    assert imported(code, tmp_path) == set()
