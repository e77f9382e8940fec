"""The counts of a run as a picture: findings by rule, texts with findings by month and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape

from lintwords.corpus.counts import Counts

_WIDTH, _ROW, _NAMES, _MOST = 760, 20, 260, 15
_STYLE = (
    "text{font:13px sans-serif;fill:#222}.t{font-weight:bold}.n{fill:#555}rect{fill:#3b6ea5}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.n{fill:#aaa}}"
)


def drawn(counts: Counts) -> str:
    """An SVG with bars."""
    rows: list[str] = []
    y = 24
    for title, groups, key, is_dated in (
        ("Findings by rule", counts.rules, "findings", False),
        ("Findings by month", counts.by["months"], "findings", True),
        ("Findings by source", counts.by["sources"], "findings", False),
    ):
        drawn_now = [*_panel(title, groups, key, y, is_dated=is_dated)]
        rows += drawn_now
        y += _ROW * (len(drawn_now) // 3 + 2)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y}" '
        f'viewBox="0 0 {_WIDTH} {y}" role="img"><title>Findings of a run</title>'
        f"<style>{_STYLE}</style>\n" + "\n".join(rows) + "\n</svg>\n"
    )


def top(
    groups: Mapping[str, Counter[str]], key: str, most: int = _MOST
) -> list[tuple[str, Counter[str]]]:
    """The groups with the most, and how many of all there are is told by who shows them."""
    ranked = sorted(groups.items(), key=lambda item: (-item[1][key], item[0]))
    return ranked[:most]


def _panel(
    title: str, groups: Mapping[str, Counter[str]], key: str, y: int, *, is_dated: bool
) -> Iterator[str]:
    """A title, then a name, a bar and a number for each group; months in their order."""
    shown = sorted(groups.items()) if is_dated else top(groups, key)
    said = f"{title} ({len(shown)} of {len(groups)})" if len(shown) < len(groups) else title
    yield f'<text class="t" x="8" y="{y}">{escape(said)}</text>'
    most = max((counted[key] for _, counted in shown), default=0) or 1
    for number, (name, counted) in enumerate(shown, 1):
        at, length = y + number * _ROW, (_WIDTH - _NAMES - 90) * counted[key] / most
        yield f'<text x="{_NAMES - 8}" y="{at}" text-anchor="end">{escape(_short(name))}</text>'
        yield f'<rect x="{_NAMES}" y="{at - 11}" width="{length:.1f}" height="13"/>'
        yield f'<text class="n" x="{_NAMES + length + 6:.1f}" y="{at}">{counted[key]:,}</text>'


def _short(name: str) -> str:
    clean = "".join(sign if sign.isprintable() else "?" for sign in name)
    return clean if len(clean) <= 36 else f"…{clean[-35:]}"
