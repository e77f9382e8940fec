"""Readers: from the bytes of a file to a Document, one module a format.

Each module has `read(path, data, *, encoding=None) -> Document`; one that can be written to has
`write(data, document, edits) -> bytes` too. Which there are stands in the tables of `formats`. A
format that takes more than one is a folder, in which that module is `reader`. `common` is what
formats share, `office` what packages of parts do; through `seen` goes every document at the end,
and by `own` a run knows files that it made itself.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol, cast

from lintwords import later
from lintwords.errors import CannotRead, SettingsError, nearest
from lintwords.interface import say
from lintwords.model import Document, Edit, Kind, Segment
from lintwords.readers.common.builder import BLANKS, TooMuch, room
from lintwords.readers.common.source import encode, encode_text
from lintwords.readers.division import undivided
from lintwords.readers.formats import FORMATS, MARKUP, SUFFIXES, TEXTS, TYPES
from lintwords.readers.unread_formats import OTHERS

__all__ = [
    "FORMATS", "MARKUP", "OTHERS", "SUFFIXES", "TEXTS", "TYPES", "encode", "encode_text",
    "format_for", "is_only_read", "needs_fields", "not_read", "only_read", "read", "undivided",
    "without_fields", "writer",
]

# letters of one word, perhaps, and one that an editor has changed
_APART = later.pattern(
    rf"[{BLANKS}][^\W\d_][{BLANKS}]{{1,2}}[^\W\d_][{BLANKS}]|\[[^\W\d_]\][^\W\d_]"
)
_CONTROLS = later.pattern(r"[\x01-\x08\x0e-\x1b\x7f]")  # of ASCII; others are looked for anyway
LARGEST = 50 * 10**6  # bytes of a file: what is read at once
# format → what its reader takes beside: text can leave out what does not matter
_TAKES: Mapping[str, tuple[str, ...]] = {"text": ("matters",), "data": ("fields",)}


class _Reader(Protocol):
    def read(
        self, path: Path, data: bytes, *, encoding: str | None = None, **more: object
    ) -> Document: ...


Writer = Callable[[bytes, Document, Sequence[Edit]], bytes]


def read(
    path: Path, data: bytes, *, encoding: str | None = None, format: str | None = None,
    matters: Callable[[str], bool] | None = None, fields: Sequence[str] = (),
) -> Document:
    """Read `data` as the file `path`; nothing is opened.

    `format` overrules the suffix of `path`, `encoding` what a text format would be decoded as;
    `fields` are those of a data file that hold text.
    Long stretches for which `matters` is false may be left out of the segments.
    Raises CannotRead for an unknown suffix or bytes that are not of the format, SettingsError
    for an unknown format or encoding.
    """
    name = format if format is not None else format_for(path)
    if name is None:
        raise not_read(path)
    if name not in FORMATS:
        hint = nearest(name, FORMATS) or say("Formats are: {formats}", formats=', '.join(FORMATS))
        raise SettingsError(say('format not known: "{name}"', name=name), hint)
    if len(data) > LARGEST:
        raise too_large(path)
    try:
        with room():
            document = _read(path, data, name, encoding, matters, fields)
            if _may_lead(document.segments):
                from lintwords.readers.seen import lead_ins  # late: few texts have such lines

                document = lead_ins.with_items(document)
            if any(_APART.search(segment.text) for segment in document.segments):
                from lintwords.readers.seen import set_apart  # late: few texts have such words

                document = set_apart.read_whole(document)
            if all(
                segment.text.isascii() and not _CONTROLS.search(segment.text)
                for segment in document.segments
            ):
                return document
            from lintwords.readers.seen import lookalikes  # late: few texts have such letters

            return lookalikes.seen(document)
    except TooMuch:
        hint = say("It has more paragraphs, list items and cells than fit into memory. Split it.")
        raise CannotRead(say("cannot read {path}", path=path), hint, path) from None


def _may_lead(segments: Sequence[Segment]) -> bool:
    """Whether some line may break off where the next one goes on."""
    return any(
        lead.text.endswith((":", "：", "?"))
        or (" " in lead.text[-4:-2] and lead.text[-1:].islower())  # "jailed by"
        or (item.kind is Kind.ITEM is not lead.kind and lead.text[-1:].islower())  # above a list
        or (item.text[:1].islower() and lead.text[-1:] not in ".!?;,)")
        for lead, item in pairwise(segments)
    )


def too_large(path: Path) -> CannotRead:
    """The trouble with a file that is larger than any that is read."""
    hint = say("It is larger than {largest} MB. Split it.", largest=LARGEST // 10**6)
    return CannotRead(say("cannot read {path}", path=path), hint, path)


def _read(
    path: Path, data: bytes, name: str, encoding: str | None,
    matters: Callable[[str], bool] | None, fields: Sequence[str],
) -> Document:
    given = {"matters": matters, "fields": fields}
    more = {key: given[key] for key in _TAKES.get(name, ())}
    module = importlib.import_module(f"lintwords.readers.{FORMATS[name]}")
    return cast(_Reader, module).read(path, data, encoding=encoding, **more)


def format_for(path: Path) -> str | None:
    """The format that the suffix of `path` stands for; None if it is not known."""
    return SUFFIXES.get(path.suffix.lower())


def writer(format: str) -> Writer | None:
    """What makes edits in the bytes of a format; None if its files are only read."""
    module = importlib.import_module(f"lintwords.readers.{FORMATS[format]}")
    found: Writer | None = getattr(module, "write", None)
    return found


def only_read(document: Document) -> str:
    """Why nothing in a file can be changed, as part of a sentence; empty if it can."""
    if writer(document.format) is None:
        return say("files of this type are only read")
    why = document.read_only.rstrip(".")
    return f"{why[:1].lower()}{why[1:]}"


def is_only_read(path: Path) -> bool:
    """Whether nothing can be changed in files of the type of `path`."""
    format = format_for(path)
    return format is not None and writer(format) is None


def needs_fields(path: Path) -> bool:
    """Whether a file is read only where the settings name its fields."""
    return format_for(path) == "data"


def without_fields(path: Path) -> CannotRead:
    """That the settings name no field of a data file, with the way out."""
    from lintwords.readers.data import reader as data  # as late as any reader

    return data.without_fields(path)


def not_read(path: Path, *, walked: bool = False) -> CannotRead:
    """That a file is of no format that is read, with the way out; `walked` if nobody named it."""
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        called, way = OTHERS[suffix]
        fields = {"called": say(called), "way": way}
        hint = say(
            'It is {called}. Save it as {way} and check that, or leave it out: exclude = '
            '["*{suffix}"].', **fields, suffix=path.suffix,
        ) if walked else say("It is {called}. Save it as {way} and check that.", **fields)
    elif suffix == ".toml" and not walked:
        hint = say("It may be a pack of rules, each of which is named so: --pack {path}", path=path)
    elif suffix:
        hint = say("Files with the suffix {suffix} are not read. Read are: {suffixes}",
                   suffix=path.suffix, suffixes=", ".join(SUFFIXES))
    else:
        hint = say("Files with no suffix are not read. Read are: {suffixes}",
                   suffixes=", ".join(SUFFIXES))
    return CannotRead(say("cannot read {path}", path=path), hint, path)
