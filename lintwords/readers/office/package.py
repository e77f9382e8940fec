"""The zip file that an office document is: opened with care, rebuilt without touching the rest.

Nothing is ever unpacked to a disk, and nothing outside the bytes at hand is looked up. What could
only be an attack or damage (names that lead out of the package, two parts of one name, parts that
swell beyond all measure) is refused before it is read.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lintwords.errors import CannotRead, CannotWrite
from lintwords.interface import number, say

MEMBERS = 10_000
LARGEST = 64 * 2**20  # bytes of one part, unpacked
TOGETHER = 128 * 2**20  # bytes of all parts that are read
SMALL = 16 * 2**20  # a part up to here may be packed as densely as it likes
DENSEST = 100  # unpacked bytes for one packed byte

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError,
    OverflowError, RuntimeError, UnicodeError, ValueError,
)
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8, _DESCRIPTOR = 0x800, 0x8
_FLAGS_OF_PACKING = 0x6 | _DESCRIPTOR
_ZIP64 = 0xFFFFFFFF


class Package:
    """The members of a zip file, by name."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Open `data`; raises CannotRead for anything but a sound, unencrypted zip file."""
        self.path, self._data = path, data
        self._read = 0
        if data.startswith(_OLD_OFFICE):
            raise self._old(data)
        if not data:
            raise self.refuse(say("It is empty."))
        if not data.startswith(b"PK"):
            raise self.refuse(say("It is not the kind of file that its name says: no zip file."))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = self._zip.infolist()
        except _DAMAGE as trouble:
            raise self._damaged() from trouble
        self._check()
        self._by_name = {info.filename: info for info in self._members}
        self._by_low = {name.lower(): name for name in self._by_name}

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def named(self, name: str) -> str | None:
        """The member of this name, in whatever case; None if it is not there."""
        return name if name in self._by_name else self._by_low.get(name.lower())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in their order."""
        return tuple(self._by_name)

    def sums(self) -> Iterator[tuple[str, int]]:
        """The name and the checksum of each member."""
        return ((info.filename, info.CRC) for info in self._members)

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a member. Raises CannotRead if they are damaged or too many."""
        info = self._by_name[name]
        self._read += info.file_size
        if info.file_size > LARGEST or self._read > TOGETHER:
            raise self.refuse(
                say(
                    "Its text is too large: {name} holds {file_size} MB.",
                    name=name, file_size=number(info.file_size // 2**20),
                ),
            )
        if info.file_size > max(SMALL, DENSEST * info.compress_size):
            raise self.refuse(
                say(
                    "{name} swells to {file_size} MB when unpacked.",
                    name=name, file_size=number(info.file_size // 2**20),
                ),
            )
        try:
            return self._zip.read(info)
        except _DAMAGE as trouble:
            raise self._damaged() from trouble

    def refuse(self, hint: str) -> CannotRead:
        """The trouble with this file, to be raised."""
        return CannotRead(say("cannot open {path}", path=self.path), hint, self.path)

    def rebuilt(self, changed: Mapping[str, bytes]) -> bytes:
        """The package with other bytes for some members; new names are added at the end.

        All other members are copied packed as they are, byte for byte and in their order. Raises
        CannotWrite for a package that is laid out in a way this cannot keep.
        """
        members = sorted(self._members, key=lambda info: info.header_offset)
        ends = [*(info.header_offset for info in members[1:]), self._zip.start_dir]
        if members[0].header_offset or any(self._is_large(info) for info in members):
            raise CannotWrite(
                say("cannot change {path}", path=self.path),
                say("Its zip file has an unusual layout. Save it again in your word processor."),
                self.path,
            )
        output = io.BytesIO()
        entries = []
        for info, end in zip(members, ends, strict=True):
            if info.filename in changed:
                entries.append(_packed(output, info, changed[info.filename]))
            else:
                offset = output.tell()
                output.write(self._data[info.header_offset : end])
                entries.append(_Entry(info, offset))
        for name in changed:
            if name not in self._by_name:
                new = zipfile.ZipInfo(name, members[0].date_time)
                new.compress_type = zipfile.ZIP_DEFLATED
                entries.append(_packed(output, new, changed[name]))
        _finish(output, entries, self._zip.comment)
        return output.getvalue()

    def _check(self) -> None:
        if len(self._members) > MEMBERS:
            raise self.refuse(
                say(
                    "It holds {members} parts, more than any document.",
                    members=number(len(self._members)),
                ),
            )
        seen: set[str] = set()
        for info in self._members:
            name = info.orig_filename
            if info.flag_bits & 1:
                raise self.refuse(say(_PASSWORD))
            if _leads_out(name):
                raise self.refuse(say("A name in it leads out of the document."))
            if name.lower() in seen:
                raise self.refuse(say("It holds two parts of the name {name}.", name=name))
            if info.compress_type not in _METHODS:
                raise self.refuse(
                    say("{name} is packed in a way that office documents do not use.", name=name),
                )
            seen.add(name.lower())

    def _is_large(self, info: zipfile.ZipInfo) -> bool:
        return max(info.header_offset, info.file_size, info.compress_size) >= _ZIP64

    def _old(self, data: bytes) -> CannotRead:
        if _ENCRYPTED in data:
            return self.refuse(say(_PASSWORD))
        way = self.path.suffix.lower() or ".docx"
        return self.refuse(
            say("It is an old office file. Save it as {way} and check that.", way=way),
        )

    def _damaged(self) -> CannotRead:
        return self.refuse(
            say(
                "It is damaged. Open it in the program that it is from, save it again and check "
                "that.",
            ),
        )


_PASSWORD = "It is protected with a password. Save an open copy and check that."


def _leads_out(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return ".." in steps or steps[0] == "" or ":" in steps[0] or "\0" in name


class _Entry(NamedTuple):
    info: zipfile.ZipInfo
    offset: int


def _packed(output: io.BytesIO, old: zipfile.ZipInfo, data: bytes) -> _Entry:
    """Write `data` as a member like `old`."""
    info = zipfile.ZipInfo(old.orig_filename, old.date_time)
    info.compress_type, info.create_system = old.compress_type, old.create_system
    info.external_attr, info.internal_attr = old.external_attr, old.internal_attr
    info.create_version, info.extract_version = old.create_version, old.extract_version
    info.flag_bits = old.flag_bits & ~_FLAGS_OF_PACKING
    packed = data
    if info.compress_type == zipfile.ZIP_DEFLATED:
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = squeeze.compress(data) + squeeze.flush()
    info.CRC, info.file_size, info.compress_size = zlib.crc32(data), len(data), len(packed)
    offset, name = output.tell(), _name(info)
    output.write(_LOCAL.pack(b"PK\3\4", info.extract_version, info.flag_bits, info.compress_type,
                             *_stamp(info), info.CRC, len(packed), len(data), len(name), 0))
    output.write(name + packed)
    return _Entry(info, offset)


def _finish(output: io.BytesIO, entries: list[_Entry], comment: bytes) -> None:
    """The central directory."""
    start = output.tell()
    for info, offset in entries:
        name = _name(info)
        output.write(_CENTRAL.pack(
            b"PK\1\2", info.create_version, info.create_system, info.extract_version, 0,
            info.flag_bits, info.compress_type, *_stamp(info), info.CRC, info.compress_size,
            info.file_size, len(name), len(info.extra), len(info.comment), 0, info.internal_attr,
            info.external_attr, offset,
        ))
        output.write(name + info.extra + info.comment)
    size, number = output.tell() - start, len(entries)
    output.write(_END.pack(b"PK\5\6", 0, 0, number, number, size, start, len(comment)))
    output.write(comment)


def _name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")


def _stamp(info: zipfile.ZipInfo) -> tuple[int, int]:
    """Time and date as MS-DOS writes them."""
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
