"""Names one letter of which bears an accent that is not its own, as a slip or to hide it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

# a source in small letters, with one sign in the place of each letter with an accent
_ACCENT, _GOES_ON = b"\x01", bytes(range(0x80, 0xC0))
_SHAPE = bytes(
    1 if byte in (*range(0xC3, 0xCA), 0xE1) else ord(chr(byte).lower()) if byte < 0x80 else 0x20
    for byte in range(256)
)
_LONG = 5  # letters of a name that one accent does not make another one


class AccentedNames:
    """Looks for some names, in small letters, with one accent too many."""

    def __init__(self, names: Iterable[bytes]) -> None:
        self._names = sorted(name for name in names if name.isalpha() and len(name) >= _LONG)

    def may_stand_in(self, data: bytes) -> bool:
        """Whether one may stand in a source in UTF-8, its accent as it is or by its name."""
        if data.isascii() and b"&" not in data:
            return False
        shape = data.translate(_SHAPE, _GOES_ON)
        return any(form.search(shape) for form in self._forms)

    @cached_property
    def _forms(self) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
        """One for the letter as it stands, one for its reference."""
        halves = [
            (name[:at], name[at + 1 :]) for name in self._names for at in range(len(name))
        ]

        def around(sign: bytes, letter: bytes) -> re.Pattern[bytes]:
            forms = (b"(?<=%b%b)%b%b" % (first, sign, letter, last) for first, last in halves)
            return re.compile(b"%b(?:%b)" % (sign, b"|".join(forms) or rb"(?!)"))

        return around(_ACCENT, b""), around(b"&", rb"[a-z]{4,6};")
