"""Where a line, a cue or a title ends with its sentence, and where the sentence may run on."""

from __future__ import annotations

import re

_ENDS = re.compile(r"[.!?…♪。！？][\"'”’»)\]]*\s*\Z")
_TAIL = 100  # characters that are looked at


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends where `text` does; its last characters are enough."""
    return _ENDS.search(text[-_TAIL:]) is not None
