"""Pages that say how many example releases there are say how many there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
KINDS = (".docx", ".html", ".md", ".txt")
NUMBERS = ("six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@pytest.mark.parametrize("page", ["README.md", "docs/README.md", "examples/README.md"])
def test_the_number_of_examples_is_that_of_the_files(page: str) -> None:
    there = [
        one for one in (HERE / "examples").iterdir()
        if one.suffix in KINDS and one.stem != "README"
    ]
    text = (HERE / page).read_text("utf-8")
    said = re.findall(r"(\w+) short (?:press )?releases", text.lower())
    assert said == [NUMBERS[len(there) - 6]]
