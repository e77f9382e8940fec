"""Build lintwords as one folder that runs where there is no Python.

    python bundle/make.py FOLDER

Makes FOLDER/lintwords with the program in it, for the system that this runs on. Needs PyInstaller 6
and lintwords in the environment of this Python, with the extras that are to be inside, and not as
an editable install: pip install "pyinstaller>=6" ".[pdf,yaml,lsp]"
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lintwords.files.cachefiles import BROUGHT, NAMED
from lintwords.files.shipped import rules_folder

START = Path(__file__).with_name("start.py")
WHOLE = ("lintwords", "textual")  # modules that load parts of them by name
# what the program never asks for, and PyInstaller would bring
WITHOUT = ("tkinter", "pyarrow", "numpy", "pydantic")
TEXT = "A calm text of a few words, so that all rules are read.\n"


def build(folder: Path) -> Path:
    """Make the folder; the program in it."""
    if rules_folder().parent.name != "lintwords" or not (rules_folder().parent / "api.py").exists():
        raise SystemExit("lintwords is an editable install here: pip install . in place of it")
    with tempfile.TemporaryDirectory() as work:  # and from there, so that no checkout is seen
        subprocess.run([
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--onedir",
            "--console", "--name", "lintwords", "--distpath", folder.absolute(), "--workpath", work,
            "--specpath", work, "--collect-data", "lintwords", "--collect-data", "textual",
            *(f"--collect-submodules={name}" for name in WHOLE),
            *(f"--exclude-module={name}" for name in WITHOUT), START.absolute(),
        ], check=True, cwd=work)
    program = folder / "lintwords" / ("lintwords.exe" if os.name == "nt" else "lintwords")
    _make_ready(program)
    return program


def _make_ready(program: Path) -> None:
    """Let the program build its word lists, and put them beside its rules."""
    (rules,) = (path.parent for path in program.parent.rglob("rules/sources.toml"))
    with tempfile.TemporaryDirectory() as cache:
        subprocess.run(
            [program, "check", "-"], input=TEXT, encoding="utf-8", check=True,
            env={**os.environ, NAMED: cache},
        )
        (rules / "compiled").mkdir(exist_ok=True)
        for file in Path(cache).iterdir():
            if file.name.partition("-")[0] in BROUGHT:
                shutil.copy(file, rules / "compiled")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    program = build(parser.parse_args().folder)
    sizes = [path.stat().st_size for path in program.parent.rglob("*") if path.is_file()]
    print(f"{program}: {sum(sizes) / 1e6:.0f} MB, {len(sizes)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
