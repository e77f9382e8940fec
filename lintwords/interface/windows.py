"""The language of the desktop on Windows, where no variable names it."""

from __future__ import annotations

import sys


def language() -> str:
    """As a locale has it: "fr_FR"; empty where the system does not say."""
    if sys.platform != "win32":
        return ""
    import ctypes  # slow to load
    from locale import windows_locale

    try:
        return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    except (AttributeError, OSError):
        return ""
