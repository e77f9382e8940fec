"""Build the extension for LibreOffice, with the program inside.

    python editors/libreoffice/build.py FILE.oxt

Nothing is downloaded: a paragraph is judged by the standard library alone. Python 3.10 has no
reader of TOML; if the package tomli is at hand here, it goes along.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lintwords import __version__, api
from lintwords.api import Config
from lintwords.files.shipped import program_files
from lintwords.model import Options
from lintwords.serve import languagetool, rule_html
from lintwords.serve.html_pages import alone
from lintwords.serve.service import Service

HERE = Path(__file__).parent
AS_THEY_ARE = ("META-INF/manifest.xml", "proofreader.py", "description.txt")
WITHOUT = ("cli", "exports", "lsp", "tui")  # the office program is the face


def build(path: Path) -> None:
    """Write the extension. What it holds has no date, so that it is the same each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as made:
        for name, data in _files():
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)


def _files() -> Iterator[tuple[str, bytes]]:
    for name in AS_THEY_ARE:
        yield name, (HERE / name).read_bytes()
    locales = [row["longCode"] for row in languagetool.languages() if "-" in row["longCode"]]
    yield "description.xml", _filled("description.xml", "version", __version__)
    yield "Linguistic.xcu", _filled("Linguistic.xcu", "locales", " ".join(locales))
    yield "LICENSE", (HERE.parents[1] / "LICENSE").read_bytes()
    pairs = tuple(tuple(name.split("-")) for name in locales)
    yield "pythonpath/lintwords_locales.py", f"LOCALES = {pairs!r}\n".encode()
    yield ("pythonpath/lintwords_paragraph.py",
           (HERE / "lintwords_paragraph.py").read_bytes())
    for file, name in program_files(WITHOUT):
        yield f"pythonpath/{name}", file.read_bytes()
    yield from _tomli()
    yield from _pages()


def _filled(name: str, field: str, words: str) -> bytes:
    return (HERE / name).read_text("utf-8").replace(f"{{{field}}}", words).encode()


def _tomli() -> Iterator[tuple[str, bytes]]:
    """The package tomli without what is compiled of it."""
    found = importlib.util.find_spec("tomli")
    if found is not None and found.origin is not None:
        for file in sorted(Path(found.origin).parent.glob("*.py")):
            yield f"pythonpath/tomli/{file.name}", file.read_bytes()


def _pages() -> Iterator[tuple[str, bytes]]:
    service = Service(lambda _: Config(isolated=True))
    rules = [*api.load_linter(Options()).rules, *api.comments.RULES]
    for name in sorted({rule.id for rule in rules}):
        yield f"pages/{name}.html", alone(rule_html.page(service, name, back=""))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    build(parser.parse_args().file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
