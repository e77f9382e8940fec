"""Colours on a console of Windows, which has to be asked for them; other terminals obey unasked."""

from __future__ import annotations

import sys
from typing import TextIO

_OBEY = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING


def obeys(stream: TextIO) -> bool:
    """Whether the terminal behind `stream` takes signs for colours and links as such."""
    if sys.platform != "win32":
        return True
    import ctypes  # there alone, and slow to load
    import msvcrt

    try:
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
        kernel, mode = ctypes.windll.kernel32, ctypes.c_uint32()
        if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        return bool(mode.value & _OBEY or kernel.SetConsoleMode(handle, mode.value | _OBEY))
    except (AttributeError, OSError, ValueError):
        return False
