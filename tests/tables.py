"""Tables that tests are written in, as TOML, and the slots that most of them are about."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from lintwords.grammar.model import Slot
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.text.sentences import Sentence

if sys.version_info >= (3, 11):
    from tomllib import loads
else:
    from tomli import loads

__all__ = ["loads", "read", "slots"]


def read(path: Path) -> dict[str, Any]:
    """What a TOML file holds."""
    return loads(path.read_text("utf-8"))


def slots(compiled: CompiledPack, text: str) -> list[Slot]:
    """The slots of the mentions in one sentence."""
    found: list[Slot] = compiled.slots(
        Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    )
    return found
