"""Bytes to text and back: the one place where encodings are known.

A text is decoded strictly and once; line ends stay as they are. `Document.encoding` names how to
encode it again. Names that end in `+mark` stand for a byte-order mark, which is no part of the
text and of no offset.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from lintwords import later
from lintwords.errors import CannotRead, CannotWrite, SettingsError
from lintwords.interface import say
from lintwords.model import Document, Edit

_MARKS = {
    "utf-8-sig": (codecs.BOM_UTF8, "utf-8"),
    "utf-16": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be+mark": (codecs.BOM_UTF16_BE, "utf-16-be"),
}
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip or office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
)
_LINE_END = later.pattern(r"\r\n|\r|\n")
# of the codecs of Python those that encode the letters of a language: punycode, escapes and the
# like are none, and some of them take time by the square
_CHARSETS = later.pattern(
    r"ascii|utf-(?:8|16|32)(?:-(?:sig|le|be))?|hz|johab|kz1048|ptcp154|tis-620|hp-roman8|palmos"
    r"|(?:big5|cp|euc|gb|iso2022|iso8859|koi8|mac|shift)[\w-]*"
)
_NAME = later.pattern(r"[A-Za-z0-9][\w.:+ -]{0,40}", re.ASCII)


def decode(
    path: Path,
    data: bytes,
    encoding: str | None = None,
    declared: Callable[[bytes], str | None] | None = None,
) -> tuple[str, str]:
    """The text of `data` and the name for `encode`.

    `encoding` is what the user names; `declared` finds what the file itself says, and is asked
    only for a file that is not UTF-8. A byte-order mark wins over both. Raises CannotRead if the
    bytes are no text, SettingsError if the user's encoding is not known.
    """
    if encoding is not None:
        _known(encoding)
    for name, (mark, codec) in _MARKS.items():
        if data.startswith(mark):
            return _strict(path, data[len(mark) :], codec), name
    what = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    if what is not None:
        raise CannotRead(
            say("cannot read {path} as text", path=path),
            say("It is {what}, not text.", what=say(what)), path,
        )
    if encoding is not None:
        return _strict(path, data, encoding), encoding
    if b"\0" in data:
        raise CannotRead(
            say("cannot read {path} as text", path=path),
            say(
                "It holds zero bytes, so it is not a text file or not UTF-8.\nIf it is UTF-16 "
                "without a mark, name the encoding: --encoding utf-16-le",
            ), path,
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        found = declared(data) if declared else None
        if found is None:
            raise _undecodable(path, data, error) from None
        return _as_declared(path, data, found, error), found


def encode(document: Document) -> bytes:
    """The bytes of a text format; `encode(read(path, data))` is `data` for any usual encoding."""
    return encode_text(document.source, document.encoding)


def encode_text(text: str, encoding: str) -> bytes:
    """Encode `text` as `Document.encoding` says; raises UnicodeError where it cannot."""
    mark, codec = _MARKS.get(encoding, (b"", encoding))
    return mark + text.encode(codec)


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of a text with `edits` made in it; no other byte differs.

    The edits are of part 0 and do not overlap. Raises CannotWrite if the text cannot be encoded
    back as it was.
    """
    path, encoding = document.path, document.encoding
    if not _comes_back(data, document):
        hint = say(
            "It cannot be written back exactly as {encoding}. Save it as UTF-8.", encoding=encoding
        )
        raise CannotWrite(say("cannot change {path}", path=path), hint, path)
    try:
        return encode_text(splice(document.source, edits), encoding)
    except UnicodeError:
        hint = say(
            "Its encoding, {encoding}, cannot hold the new words. Save it as UTF-8.",
            encoding=encoding,
        )
        raise CannotWrite(say("cannot change {path}", path=path), hint, path) from None


def _comes_back(data: bytes, document: Document) -> bool:
    try:
        return encode(document) == data
    except UnicodeError:
        return False


def splice(text: str, edits: Sequence[Edit]) -> str:
    """A text with edits made; offsets are code points of it."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def line_and_column(text: str) -> tuple[int, int]:
    """Where a text that begins with `text` goes on; both count from 1."""
    line, start = 1, 0
    for match in _LINE_END.finditer(text):
        line, start = line + 1, match.end()
    return line, len(text) - start + 1


def charset(name: str) -> str | None:
    """The codec for an encoding that a person or a file names; None if there is none."""
    name = name.strip()
    if not _NAME.fullmatch(name):
        return None
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return codec if _CHARSETS.fullmatch(codec) else None


def _known(encoding: str) -> None:
    if charset(encoding) is None:
        raise SettingsError(
            say('encoding not known: "{encoding}"', encoding=encoding),
            say("Usual names are utf-8, utf-16, windows-1252, iso-8859-2, gb18030, big5."),
        )


def _strict(path: Path, data: bytes, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(path, data, error, codec) from None
    except UnicodeError:  # a few codecs do not say where
        raise CannotRead(
            say("cannot read {path} as text", path=path),
            say("It is not {codec}.\nName another encoding.", codec=codec), path,
        ) from None
    if "\0" in text:
        raise CannotRead(
            say("cannot read {path} as text", path=path),
            say("It holds zero characters, so it is not text."), path,
        )
    return text


def _as_declared(path: Path, data: bytes, name: str, error: UnicodeDecodeError) -> str:
    try:
        codec = charset(name)
        if codec is None:
            raise LookupError(name)
        if codec == "utf-8":
            raise _undecodable(path, data, error, "UTF-8, which the file declares")
        return data.decode(name)
    except UnicodeDecodeError as other:
        raise _undecodable(path, data, other, f"{name}, which the file declares") from None
    except (LookupError, UnicodeError):
        raise CannotRead(
            say("cannot read {path} as text", path=path),
            say(
                "It declares an encoding that is not known: {name}\nSave it as UTF-8, or name the "
                "encoding: --encoding windows-1252", name=name,
            ), path,
        ) from None


def _undecodable(
    path: Path, data: bytes, error: UnicodeDecodeError, codec: str | None = None
) -> CannotRead:
    before = data[: error.start].decode(error.encoding, errors="replace")
    line, column = line_and_column(before)
    byte = say("Byte 0x{value:02X} at line {line}, column {column}", value=data[error.start],
               line=line, column=column)
    if codec is None:
        what = say("{byte} is not UTF-8, and no encoding is declared.", byte=byte)
        hint = say("Save it as UTF-8, or name the encoding: --encoding windows-1252")
    else:
        what = say("{byte} is not {codec}.", byte=byte, codec=codec)
        hint = say("Save it as UTF-8, or name another encoding with --encoding.")
    return CannotRead(say("cannot read {path} as text", path=path), f"{what}\n{hint}", path)
