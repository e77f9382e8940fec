"""Draw docs/review.svg: the review screen on one of the examples.

    python examples/picture.py

The picture names the fonts of its reader's computer only; nothing is fetched when it is shown.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from lintwords.settings.config import Config
from lintwords.tui.app import ReviewApp
from lintwords.tui.desk import Desk
from lintwords.tui.review import review_of
from lintwords.tui.texts import Checker, read_all

HERE = Path(__file__).parent
PICTURE = HERE.parent / "docs" / "review.svg"
KEYS = ("a",)
_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


async def picture() -> str:
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
    import os

    os.chdir(HERE)
    PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
