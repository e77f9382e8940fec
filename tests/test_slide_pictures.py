"""Slides that pictures cover: what the pictures say is not read, and is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from slidefiles import picture, slides, text

from lintwords import readers

COVERED = ["1 slide, of a picture and a few words, was not read"]
PROSE = "They met in the old town hall and talked until late."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(picture(9, 6) + text("3"), COVERED, id="a number"),
        pytest.param(text("The Valley", kind="title") + picture(8, 5), COVERED, id="a title"),
        pytest.param(picture(9, 3) + picture(9, 3) + text("3"), COVERED, id="strips"),
        pytest.param(picture(9, 6, "p:sp") + text("3"), COVERED, id="a shape filled with it"),
        pytest.param(picture(9, 6) + text(PROSE), [], id="a sentence on it"),
        pytest.param(picture(4, 5) + text("The Valley"), [], id="half of the slide"),
        pytest.param("<p:pic/>" + text("The Valley"), [], id="of no size that is told"),
        pytest.param(picture(9, 6), ["1 slide without text was not read"], id="no words"),
    ],
)
def test_a_slide_that_a_picture_covers_is_named(body: str, said: list[str]) -> None:
    data = slides(body, links={1: [("image", "i.png")]}, i_png="x")
    document = readers.read(Path("a.pptx"), data)
    assert [one.what for one in document.unread] == said
