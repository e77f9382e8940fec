"""The arrays of a file of numpy's (.npz), mapped: what nobody asks for takes no room."""

from __future__ import annotations

import math
import mmap
import struct
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

Array = Any  # numpy is only there where an encoder is
_LOCAL = struct.Struct("<26xHH")  # before each part: how long its name is and what follows it


def arrays(path: Path, numpy: Any) -> dict[str, Array]:
    """All arrays of a file by their names; none can be written to.

    Raises OSError, ValueError or BadZipFile where it is none of numpy's, or its parts are packed.
    """
    with path.open("rb") as file, ZipFile(file) as parts:
        whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        rows = parts.infolist()
        return {row.filename.removesuffix(".npy"): _array(whole, row, numpy) for row in rows}


def _array(whole: mmap.mmap, part: ZipInfo, numpy: Any) -> Array:
    if part.compress_type != ZIP_STORED:
        raise ValueError(f"{part.filename} is packed")
    name, extra = _LOCAL.unpack_from(whole, part.header_offset)
    whole.seek(part.header_offset + _LOCAL.size + name + extra)
    numpy.lib.format.read_magic(whole)
    shape, by_column, kind = numpy.lib.format.read_array_header_1_0(whole)
    found = numpy.frombuffer(whole, kind, math.prod(shape), whole.tell())
    return found.reshape(shape, order="F" if by_column else "C")
