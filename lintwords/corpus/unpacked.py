"""Files as they were before they were packed: `.gz` by Python, `.zst` by an extra."""

from __future__ import annotations

import errno
import gzip
import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from lintwords import api
from lintwords.errors import LintwordsError, install
from lintwords.interface import say

PACKED = (".gz", ".zst")
_CHUNK = 1 << 18  # bytes
_PIECE = 1 << 11  # packed bytes that are unpacked at once: they may hold 30,000 times as many
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)  # what is wrong with a file, not with the disk


def suffix(path: Path) -> str:
    """The suffix below that of a packed file: `.jsonl` of `a.jsonl.gz`."""
    name = path.name.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return Path(name).suffix


def is_packed(path: Path) -> bool:
    return path.suffix.lower() in PACKED


def opened(path: Path) -> BinaryIO:
    """The file for reading.

    Raises OSError, EOFError for a packed file without a byte, and LintwordsError where an extra is
    missing.
    """
    must_be_file(path)
    if is_packed(path) and not path.stat().st_size:
        raise EOFError("it holds not a byte")
    if path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    if path.suffix.lower() == ".zst":
        return _zst(path)
    return path.open("rb")


def must_be_file(path: Path) -> None:
    """Raises OSError for a pipe or a device, which nobody waits for."""
    if not api.bounds.is_plain(path):
        path.stat()  # raises for what is not there
        raise OSError(errno.EINVAL, "It is no file", str(path))


def _zst(path: Path) -> BinaryIO:
    try:
        import zstandard
    except ImportError as trouble:
        problem = say("cannot unpack {path}: zstandard is not installed", path=path)
        raise LintwordsError(problem, install("zst"), path) from trouble
    frames = _Frames(path.open("rb"), zstandard.ZstdDecompressor, zstandard.ZstdError)
    return cast(BinaryIO, io.BufferedReader(frames, _CHUNK))


class _Frames(io.RawIOBase):
    """The frames of a `.zst` file one after the other; one that is damaged or ends early is told.

    The library's own reader takes the end of a file for that of its last frame.
    """

    def __init__(
        self, file: BinaryIO, decompressor: Callable[[], Any], trouble: type[Exception]
    ) -> None:
        self._file, self._decompressor, self._trouble = file, decompressor, trouble
        self._frame: Any = None
        self._packed = self._ready = b""
        self._given = 0  # bytes of `_ready` that were given out

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while self._given == len(self._ready):
            self._packed = self._packed or self._file.read(_PIECE)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("it ends in the middle of a frame")
                return 0
            self._unpack()
        data = memoryview(self._ready)[self._given : self._given + len(buffer)]
        buffer[: len(data)] = data
        self._given += len(data)
        return len(data)

    def _unpack(self) -> None:
        self._frame = self._frame or self._decompressor().decompressobj()
        try:
            self._ready, self._given = self._frame.decompress(self._packed), 0
        except self._trouble as error:
            raise EOFError(str(error)) from error
        self._packed = b""
        if self._frame.eof:
            self._packed, self._frame = self._frame.unused_data, None

    def close(self) -> None:
        self._file.close()
        super().close()
