"""Draw docs/check.svg and docs/review.svg: the report and the review screen on the examples.

    python examples/picture.py

The pictures name the fonts of their reader's computer only; nothing is fetched when they are shown.
"""

from __future__ import annotations

import asyncio
import io
import os
import re
from contextlib import redirect_stdout
from pathlib import Path

from rich.console import Console
from rich.text import Text

from lintwords.cli.main import main
from lintwords.settings.config import Config
from lintwords.tui.app import ReviewApp
from lintwords.tui.desk import Desk
from lintwords.tui.review import review_of
from lintwords.tui.texts import Checker, read_all

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
COMMAND = ("check", "examples/lawyers.md", "--limit", "2")
WIDTH = 82  # columns of the terminal that is drawn
KEYS = ("a",)
_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def report() -> str:
    """A check in a terminal, from the root of the project, as SVG."""
    said = io.StringIO()
    with redirect_stdout(said):
        main([*COMMAND, "--color", "always", "--width", "80", "--no-cache"])
    drawn = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    drawn.print(f"$ lintwords {' '.join(COMMAND)}\n", highlight=False, markup=False)
    drawn.print(Text.from_ansi(said.getvalue()), highlight=False, soft_wrap=True)
    svg = drawn.export_svg(title="lintwords check", unique_id="check")
    return _FONTS.sub("", svg).replace("Fira Code, ", "")


async def screen() -> str:
    """The screen after `KEYS`, as SVG."""
    checker = Checker(Config(isolated=True))
    rows = read_all([Path("lawyers.md"), Path("committee.md"), Path("trade.txt")], checker)
    app = ReviewApp(Desk(review_of(rows), checker))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press(*KEYS)
        await pilot.pause()
        return _FONTS.sub("", app.export_screenshot())


if __name__ == "__main__":
    os.chdir(HERE.parent)
    (DOCS / "check.svg").write_text(report(), encoding="utf-8")
    os.chdir(HERE)
    (DOCS / "review.svg").write_text(asyncio.run(screen()), encoding="utf-8")
