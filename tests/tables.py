"""Tables that tests are written in, as TOML."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    from tomllib import loads
else:
    from tomli import loads

__all__ = ["loads", "read"]


def read(path: Path) -> dict[str, Any]:
    """What a TOML file holds."""
    return loads(path.read_text("utf-8"))
