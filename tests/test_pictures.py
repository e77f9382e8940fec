"""The pictures of the pages show what is printed and shown today."""

from __future__ import annotations

import html
import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def words(svg: str) -> list[str]:
    """What a reader of the picture sees, word by word."""
    told = re.findall(r"<text [^>]*>(.*?)</text>", svg, re.S)
    return html.unescape("".join(told)).replace("\N{NO-BREAK SPACE}", " ").split()


def test_the_picture_of_a_report_is_that_of_today(monkeypatch):
    found = importlib.util.spec_from_file_location("picture", ROOT / "examples" / "picture.py")
    assert found and found.loader
    picture = importlib.util.module_from_spec(found)
    found.loader.exec_module(picture)
    monkeypatch.chdir(ROOT)
    for name in ("NO_COLOR", "LINTWORDS_UI_LANG"):
        monkeypatch.delenv(name, raising=False)
    kept = words((ROOT / "docs" / "check.svg").read_text("utf-8"))
    assert "country-as-abuser" in kept
    assert words(picture.report()) == kept
