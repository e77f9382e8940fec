"""Hold the reports on the examples to what lintwords says today.

python examples/reports.py             tell which reports differ, and end with 1 if any does
python examples/reports.py --update    write them again
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from lintwords.cli.main import main as lintwords
from lintwords.reports import sealed

HERE = Path(__file__).parent
SUFFIXES = (".docx", ".md", ".html", ".txt")


def releases() -> list[Path]:
    """The example releases, by name."""
    files = (path for path in HERE.iterdir() if path.suffix in SUFFIXES)
    return sorted(path for path in files if path.name != "README.md")


def expected(release: Path) -> Path:
    """Where the report on `release` is kept."""
    return HERE / "reports" / f"{release.name}.txt"


def report(release: Path) -> str:
    """What `lintwords check` prints on `release`, called from the root of the project.

    Its last line seals it, as that of a report written with `-o`: a walk passes over it.
    """
    said = io.StringIO()
    with _at_root(), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        lintwords(["check", f"examples/{release.name}", "--width", "80", "--color", "never"])
    return sealed(said.getvalue())


@contextlib.contextmanager
def _at_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(HERE.parent)
    try:
        yield
    finally:
        os.chdir(before)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--update", action="store_true", help="write the reports again")
    update = parser.parse_args().update
    differ = 0
    for release in releases():
        path, now = expected(release), report(release)
        before = path.read_text("utf-8") if path.is_file() else ""
        if now == before:
            continue
        differ += 1
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(now, "utf-8")
        rows = difflib.unified_diff(
            before.splitlines(), now.splitlines(), f"{path.name}, before", "now", lineterm=""
        )
        print("\n".join(rows))
    return 1 if differ and not update else 0


if __name__ == "__main__":
    sys.exit(main())
