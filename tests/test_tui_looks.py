"""How the review looks: contrast in both themes, what is left without colour, and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment
from screens import run, screen
from snapshots import expected
from textual.pilot import Pilot

from lintwords.tui.app import DARK, LIGHT, Looks, ReviewApp
from lintwords.tui.background import is_light
from lintwords.tui.lines import ASCII, UNICODE

PICTURES = Path(__file__).parent / "snapshots" / "review"
SCREENS = ["a n", "tab tab", "e", "i f2", "?", "r", "a d", "w", "q", ":", "/ f o enter", "v", "A",
           "f", "i down tab enter n"]
BARS = set("▁▂▃▄▅▆▇█ ")  # scroll bars are no text


pytestmark = pytest.mark.usefixtures("in_own_folder", "fake_rules")


def luminance(color: Color) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [value / 255 for value in color.get_truecolor()]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    black, white = Color.from_rgb(0, 0, 0), Color.from_rgb(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.from_rgb(0x76, 0x76, 0x76), white) == pytest.approx(4.54, abs=0.01)


def segments(app: ReviewApp) -> Iterator[Segment]:
    for strip in app.screen._compositor.render_strips():
        yield from (segment for segment in strip if not set(segment.text) <= BARS)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
def test_every_text_reaches_a_contrast_of_four_and_a_half(theme: str) -> None:
    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        for pressed in SCREENS:
            await pilot.press(*pressed.split())
            await pilot.pause()
            if len(app.screen_stack) > 2:  # what lies below a dialog is dimmed
                box = app.screen.query_one("#box").region
                strips = app.screen._compositor.render_strips()[box.y : box.bottom]
                shown = [s for strip in strips for s in strip.crop(box.x, box.right)]
            else:
                shown = list(segments(app))
            styles = {s.style: s.text for s in shown if not set(s.text) <= BARS}
            for style, text in styles.items():
                assert style and style.color and style.bgcolor, (pressed, text)
                assert not style.color.is_default and not style.dim, (pressed, text)
                assert contrast(style.color, style.bgcolor) >= 4.5, (pressed, text, style)
            await pilot.press("escape", "escape")
            await pilot.pause()

    run(script, size=(160, 30), looks=Looks(UNICODE, theme))


def test_without_colour_the_words_still_carry_their_marks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press("n", "n")
        await pilot.pause()
        rows = list(segments(app))
        for segment in rows:
            color = segment.style.color if segment.style else None
            assert color is None or len(set(color.get_truecolor())) == 1, segment  # grey
        styles = [s.style for s in rows if s.text == "Ruritania" and s.style]
        assert any(style.reverse for style in styles)
        assert any(style.underline and not style.reverse for style in styles)

    run(script)


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        pytest.param(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62c", True, id="white"),
        pytest.param(b"\x1b]11;rgb:0000/0000/0000\x07", False, id="black"),
        pytest.param(b"\x1b]11;rgb:fd/f6/e3\x07", True, id="two digits"),
        pytest.param(b"\x1b[?62c", False, id="no answer means dark"),
    ],
)
def test_the_theme_follows_the_terminal(
    answer: bytes, light: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORFGBG", raising=False)
    assert is_light(answer) is light


@pytest.mark.parametrize(
    ("name", "size", "pressed", "ascii"),
    [
        ("160", (160, 45), "a n n", False), ("135", (135, 40), "a", False),
        ("100", (100, 30), "a n n", False), ("80", (80, 24), "a", False),
        ("60", (60, 20), "", False), ("40", (40, 10), "", True),
        ("80-ascii", (80, 24), "a n n", True), ("80-ignore", (80, 24), "i down", False),
        ("100-write", (100, 30), "a w", False), ("100-summary", (100, 30), "i enter " * 6, False),
        ("100-help", (100, 44), "?", False), ("100-quoted", (100, 30), "n", False),
        ("100-edit", (100, 30), "e end !", False), ("100-list", (100, 30), "a tab tab", False),
    ],
)
def test_pictures(name: str, size: tuple[int, int], pressed: str, ascii: bool) -> None:
    shown: list[str] = []

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        await pilot.press(*pressed.split())
        await pilot.pause()
        shown.extend(screen(app))

    run(script, size=size, looks=Looks(ASCII if ascii else UNICODE))
    text = "\n".join(shown) + "\n"
    assert text == expected(PICTURES / f"{name}.txt", text)
