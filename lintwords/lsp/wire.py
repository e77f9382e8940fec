"""What an editor sends, before it is a message: lengths are bounded, every request gets an answer.

A message that cannot be understood is answered by its id, for whoever waits for that.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from lintwords.interface import say

LARGEST = 256_000_000  # bytes of a message: several times the largest text
_HEADER = 10_000  # bytes of a line of a header
# also in other letters, or behind what is left of a message whose own length was wrong
_LENGTH = re.compile(rb"Content-Length[ \t]*:[ \t]*(\d+)[ \t]*\r?\n\Z", re.IGNORECASE)


class Input:
    """The bytes that come in; `last` is the message that was read last."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.last = b""

    def readline(self) -> bytes:
        """A line of a header; nothing, as at the end, where a message is larger than any.

        What is no header is passed over, up to the length of the next message.
        """
        line = self._stream.readline(_HEADER)
        found = _LENGTH.search(line)
        if found and (len(found[1]) > len(str(LARGEST)) or int(found[1]) > LARGEST):
            said = say("cannot take a message of this length")
            print(f"lintwords: {said}", file=sys.stderr)
            return b""
        return b"Content-Length: %d\r\n" % int(found[1]) if found else line

    def read(self, size: int) -> bytes:
        self.last = self._stream.read(size)
        return self.last


class Rpc(LanguageServer):
    """The server of the protocol; `input` is where its messages come from."""

    input: Input | None = None

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Answer a request that could not be understood; of all else the editor is told."""
        number = _id(self.input.last) if self.input and source is JsonRpcException else None
        if number is None:
            super().report_server_error(error, source)
            return
        code = getattr(error, "code", None) or types.ErrorCodes.InvalidRequest
        self.protocol._send_response(number, error=types.ResponseError(int(code), str(error)))


def _id(message: bytes) -> int | str | None:
    """The id of a request; None for what is none."""
    try:
        found = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or "method" not in found:
        return None
    number = found.get("id")
    return number if isinstance(number, (int, str)) and not isinstance(number, bool) else None
