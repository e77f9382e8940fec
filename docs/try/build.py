"""Build the page as a folder of files: the program runs in the browser, and needs no server.

    python docs/try/build.py PYODIDE FOLDER

PYODIDE is the folder of the npm package pyodide. FOLDER gets the page, a page for each rule, the
program as a zip file, and Python for the browser. `compile.mjs` adds the rules made ready.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import zipfile
from pathlib import Path

from lintwords import api
from lintwords.api import Config
from lintwords.files.shipped import program_files
from lintwords.model import Options
from lintwords.serve import paste_page, rule_html
from lintwords.serve.html_pages import Page, alone
from lintwords.serve.service import Service

HERE = Path(__file__).parent
PYTHON = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json",
          "python_stdlib.zip")
WITHOUT = ("cli", "lsp", "tui")  # faces that a page has no use for
MISSING = ("markdown", "pdf", "data")  # formats that need more than the standard library, or fields


def build(pyodide: Path, folder: Path) -> None:
    """Write all files but the rules made ready."""
    suffixes = tuple(
        suffix for suffix, format in api.readers.SUFFIXES.items() if format not in MISSING
    )
    home = paste_page.Home(
        (HERE / "ask.js").read_text("utf-8"), "try-lead", "try-drop", suffixes, "rules/{rule}.html"
    )
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    (folder / "pyodide").mkdir(exist_ok=True)
    _write(folder / "index.html", paste_page.page(home))
    service = Service(lambda _: Config(isolated=True))
    rules = [*api.load_linter(Options()).rules, *api.comments.RULES]
    for name in sorted({rule.id for rule in rules}):
        _write(folder / "rules" / f"{name}.html", rule_html.page(service, name))
    shutil.copy(HERE / "worker.mjs", folder)
    for name in PYTHON:
        shutil.copy(pyodide / name, folder / "pyodide")
    _zip(folder / "lintwords.zip")


def _write(path: Path, made: Page) -> None:
    path.write_bytes(alone(made, "worker-src 'self'"))


def _zip(path: Path) -> None:
    """The program as it lies in a wheel, with what answers the page."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.write(HERE / "answer.py", "answer.py")
        for file, name in program_files(WITHOUT):
            made.write(file, name)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pyodide", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    build(asked.pyodide, asked.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
