"""Two themes of our own, dark and light; every text colour reaches 4.5:1 on its background."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

_DARK: Mapping[str, str] = {
    "lw-error": "#ff8f86",
    "lw-warning": "#f2c14e",
    "lw-suggestion": "#7fc8e8",
    "lw-added": "#8fd694",
    "lw-removed": "#f2a7b8",
    "lw-quiet": "#a6afbb",
    "lw-head": "#c3b6f2",
    "lw-hit": "#4a4420",
}
_LIGHT: Mapping[str, str] = {
    "lw-error": "#a4161a",
    "lw-warning": "#7a4b00",
    "lw-suggestion": "#0b5c7d",
    "lw-added": "#19602a",
    "lw-removed": "#8a1c4a",
    "lw-quiet": "#565e69",
    "lw-head": "#4b3a8f",
    "lw-hit": "#f3e3a1",
}

DARK = Theme(
    name="lintwords-dark", dark=True,
    primary="#7fc8e8", secondary="#c3b6f2", accent="#c3b6f2",
    foreground="#e8e6e1", background="#15181d", surface="#15181d", panel="#22272e",
    error="#ff8f86", warning="#f2c14e", success="#8fd694",
    variables={**_DARK, "border": "#8a93a0", "input-selection-background": "#3d5a6c"},
)  # fmt: skip
LIGHT = Theme(
    name="lintwords-light", dark=False,
    primary="#0b5c7d", secondary="#4b3a8f", accent="#4b3a8f",
    foreground="#1d2127", background="#fbfaf6", surface="#fbfaf6", panel="#eceae2",
    error="#a4161a", warning="#7a4b00", success="#19602a",
    variables={**_LIGHT, "border": "#5f6670", "input-selection-background": "#b9d7e6"},
)  # fmt: skip
ANSI: Mapping[str, str] = {
    "lw-error": "ansi_red",
    "lw-warning": "ansi_yellow",
    "lw-suggestion": "ansi_cyan",
    "lw-added": "ansi_green",
    "lw-removed": "ansi_magenta",
    "lw-quiet": "ansi_default",
    "lw-head": "ansi_default",
    "lw-hit": "ansi_default",
}


def defaults(theme: Theme) -> dict[str, str]:
    """Our colours in a theme that is not ours."""
    if theme.name.startswith("ansi-"):
        return dict(ANSI)
    return dict(_DARK if theme.dark else _LIGHT)
