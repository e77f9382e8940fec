"""Mail: the subject, the text and HTML parts, and attachments of formats that are read.

Each paragraph is a part of its own, placed by where it stands ("text, paragraph 3"). The text and
the HTML of one message are mostly the same words: of the HTML only other paragraphs are read.
Quoted reply lines are quotations, as in plain text. What a reader of the mail sees and lintwords
does not read is named: what is encrypted, of another type, damaged, or in an unknown encoding.
Pictures and sound are passed over where there is text beside them.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from itertools import count
from pathlib import Path

from lintwords.errors import CannotRead
from lintwords.interface import number, place, say, say_many
from lintwords.model import (
    Document,
    Kind,
    Part,
    Piece,
    Run,
    Segment,
    SourceMap,
    Unread,
)
from lintwords.readers.common.builder import take_segment
from lintwords.readers.common.source import charset
from lintwords.readers.common.within import reason, rebased
from lintwords.readers.formats import TYPES
from lintwords.readers.html import drawings
from lintwords.readers.mail import flowed, mime
from lintwords.readers.mail.mime import Entity
from lintwords.values import dataclass, field, replace

_FORWARDED = ("message/rfc822", "message/global", "message/news")
_PICTURES = ("image/", "audio/", "video/", "font/")
_SIGNATURES = re.compile(r"application/(?:pgp-(?:signature|keys)|(?:x-)?pkcs7-signature)")
_SMIME = re.compile(r"application/(?:x-)?pkcs7-mime")
_PGP = "-----BEGIN PGP MESSAGE-----"
# a file in a text, by two ways of old
_AS_LETTERS = re.compile(r"^(?:begin [0-7]{3,4} \S.*\r?\n[!-`]|=ybegin [^\r\n]*\bname=)", re.M)
_LONGEST_NAME = 80
_TOO_DEEP = "what lies more than {most} parts deep was not read"
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\s*")
_MEANT = {"ascii": "utf-8", "iso8859-1": "cp1252"}  # what mail in these is read as everywhere
_LETTERS = bytes(range(0x61, 0x7B))
_MOST_FOREIGN = 0.25  # of the letters of a text that is read as windows-1252 without saying so


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read a message; `encoding` says nothing to it.

    Raises CannotRead if there is no message, or one of more parts than any.
    """
    mail = _Mail(path)
    try:
        message = mime.message(data)
        if not message.has_headers:
            raise CannotRead(
                say("cannot read {path} as mail", path=path),
                say("It has no header lines."), path,
            )
        mail.add(message, "", 0)
    except mime.TooMany:
        hint = say("It has more than {most} parts or headers.", most=number(mime.MOST))
        raise CannotRead(say("cannot read {path} as mail", path=path), hint, path) from None
    mail.end()
    return Document(path, "eml", tuple(mail.parts), tuple(mail.segments), unread=tuple(mail.unread))


@dataclass
class _Mail:
    """What has been read so far."""

    path: Path
    parts: list[Part] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    unread: dict[Unread, None] = field(default_factory=dict)  # in order, each once
    read: set[str] = field(default_factory=set)  # paragraphs of text parts
    pictures: int = 0
    texts: int = 0  # parts that hold text, or may
    entities: int = 0

    def add(self, message: Entity, label: str, depth: int) -> None:
        """Read `message`; `label` names it when it lies inside another one."""
        for raw in message.all("subject"):
            subject, wrong = mime.words(raw)
            if subject:
                self._paragraph(subject, f"{label}subject")
            if wrong:
                self._miss("body", say("{part} may not be read as it is: {wrong}",
                                       part=_the(f"{label}subject"), wrong=wrong))
        found = self._leaves(message, label, depth)
        for entity, inside in sorted(found, key=lambda row: row[0].type == "text/html"):
            self._leaf(entity, label, inside)

    def end(self) -> None:
        """Say that there are only pictures, if so."""
        if self.pictures and not self.texts:
            self._miss("attachment", say_many(
                "{n} picture was not read, and no text stands beside",
                "{n} pictures were not read, and no text stands beside", self.pictures,
            ))

    def _leaves(self, entity: Entity, label: str, depth: int) -> list[tuple[Entity, int]]:
        """The parts without parts in them, each with its depth; a forwarded message is one."""
        self.entities += 1
        if self.entities > mime.MOST:
            raise mime.TooMany
        if entity.has_odd_type:
            self._miss("body", say(
                "a part of {mail} does not name its type, and was read by a guess",
                mail=_the(f"{label}mail"),
            ))
        if entity.is_damaged:
            self._miss("body", say(
                "headers of {mail} are damaged, and may hold words that were not read",
                mail=_the(f"{label}mail"),
            ))
        if not entity.type.startswith("multipart/"):
            return [(entity, depth)]
        self.texts += 1
        if entity.type == "multipart/encrypted":
            what = say("{part} is encrypted, and was not read", part=_the(f"{label}text"))
            self._miss("body", what)
            return []
        if depth >= mime.DEEPEST:
            self._miss("attachment", say(_TOO_DEEP, most=mime.DEEPEST))
            return []
        children = entity.children()
        if not children:
            self._miss("body", say("{part} may not be read as it is: {wrong}",
                                   part=_the(f"{label}text"),
                                   wrong=say("its parts cannot be told apart")))
            return [(replace(entity, headers=[]), depth)]
        if entity.has_rest:
            self._miss("body", say("words outside of the parts of {mail} were not read",
                                   mail=_the(f"{label}mail")))
        return [row for child in children for row in self._leaves(child, label, depth + 1)]

    def _leaf(self, entity: Entity, label: str, depth: int) -> None:
        from lintwords import readers  # an attachment may be of any format

        type, name = entity.type, entity.name.strip()
        by_name = readers.format_for(Path(name)) if name else None
        if _SIGNATURES.fullmatch(type):
            return
        if type.startswith(_PICTURES) and by_name is None:
            self.pictures += 1
            if type.startswith("image/svg") and drawings.has_words(entity.decoded()[0]):
                self.unread[drawings.unread()] = None
            return
        self.texts += 1
        if _SMIME.fullmatch(type) or name.lower().endswith(".p7m"):
            self._miss("body", say("{part} is encrypted or signed as S/MIME, and was not read",
                                   part=_the(f"{label}text")))
        elif type in _FORWARDED or by_name == "eml":
            self._forwarded(entity, label, depth)
        else:
            format = by_name or TYPES.get(type)  # the suffix goes before
            is_body = not name and not entity.is_attachment
            shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
            where = f'{label}attachment "{shown}"' if name else f"{label}attachment without a name"
            if is_body and (type.startswith("text/") or format in readers.TEXTS):
                where = label + {"text": "text", "html": "HTML"}.get(format or "", f"{type} part")
            if format is None:
                self._miss("body" if is_body else "attachment", say(
                    "{part} was not read: {reason}", part=_part(where, is_body=is_body),
                    reason=say("its type is not known"),
                ))
            elif format in readers.TEXTS:
                self._text(entity, format, where, is_body=is_body)
            else:
                self._package(entity, Path(name or f"attachment.{format}"), format, where)

    def _forwarded(self, entity: Entity, label: str, depth: int) -> None:
        if depth >= mime.DEEPEST:
            self._miss("attachment", say(_TOO_DEEP, most=mime.DEEPEST))
            return
        label = f"{label}forwarded message, "
        data, wrong = entity.decoded()
        inner = mime.message(data)
        if wrong:
            self._miss("attachment", say("{part} was not read in full: {wrong}",
                                         part=_the(label.removesuffix(", ")),
                                         wrong=wrong))
        if inner.has_headers:
            self.add(inner, label, depth + 1)
        else:  # words without a header are shown as a text
            self._leaf(replace(entity, headers=[]), label, depth + 1)

    def _text(self, entity: Entity, format: str, label: str, *, is_body: bool) -> None:
        """Read a text part; of a body not the paragraphs that stand in another one."""
        said = _part(label, is_body=is_body)
        kind = "body" if is_body else "attachment"
        data, wrong = entity.decoded()
        if wrong:
            self._miss(
                kind, say("{part} may not be read as it is: {wrong}", part=said, wrong=wrong),
            )
        text = self._decoded(data, entity.parameter("charset"), kind, said)
        if _PGP in text:
            self._miss(
                kind, say("{part} was not read in full: a part of it is encrypted", part=said),
            )
        if "begin " in text and _AS_LETTERS.search(text):
            self._miss(
                "attachment",
                say("{part} was not read in full: a file stands in it as letters", part=said),
            )
        if entity.is_flowed and entity.parameter("delsp").lower() == "yes":
            text = flowed.joined(text)
        if "\0" in text:
            self._miss(
                kind, say("{part} may not be read as it is: it holds zero characters", part=said),
            )
            text = text.replace("\0", "")
        try:
            document = self._sub(self.path, text.encode("utf-8", "replace"), format)
        except CannotRead as trouble:
            self._miss(
                kind, say("{part} was not read: {reason}", part=said, reason=reason(trouble)),
            )
            return
        lang = _language(entity)
        own = set[str]()
        for nth, segment in enumerate(document.segments, 1):
            words = " ".join(segment.text.split())
            if not is_body or words not in self.read:
                self._rebased(document, segment, f"{label}, paragraph {nth}", lang)
            own.add(words)
        if is_body:
            self.read |= own

    def _decoded(self, data: bytes, named: str, kind: str, said: str) -> str:
        """The text of a part; one that is not in the encoding it names is read by a guess.

        A guess at a text of Latin letters leaves no word unread, so that it is only told.
        """
        known = charset(named) if named else _marked(data) or "utf-8"
        if known is None:
            what = say('its encoding "{named}" is not known', named=named[:_LONGEST_NAME])
            self._miss(kind, say("{part} was read by a guess: {what}", part=said, what=what))
        codec = _MEANT.get(known or "ascii", known or "utf-8")
        try:
            return data.decode(codec)
        except UnicodeError:
            pass
        if not _holds_ascii(codec):
            wrong = say("it is not {codec}, as it says", codec=named)
            self._miss(kind, say("{part} may not be read as it is: {wrong}", part=said,
                                 wrong=wrong))
            return data.decode(codec, "replace")
        guess = data.decode("cp1252", "replace")
        foreign = len(guess) - len(guess.encode("ascii", "ignore"))
        if known:
            why = say("{part} is not {named}, as it says, and was read as windows-1252", part=said,
                      named=named) if named else say(
                "{part} names no encoding and was read as windows-1252", part=said,
            )
            self._miss(kind, why, is_seen=foreign > _MOST_FOREIGN * len(guess))
        return guess

    def _package(self, entity: Entity, path: Path, format: str, where: str) -> None:
        """Read an attachment that is no text."""
        data, wrong = entity.decoded()
        if wrong:
            self._miss(
                "attachment",
                say("{part} may not be read as it is: {wrong}", part=place(where), wrong=wrong),
            )
        try:
            document = self._sub(path, data, format)
        except CannotRead as trouble:
            self._miss(
                "attachment",
                say("{part} was not read: {reason}", part=place(where), reason=reason(trouble)),
            )
            return
        for one in document.unread:
            self._miss(one.kind, say("{part}: {what}", part=place(where), what=one.what),
                       is_seen=one.is_seen)
        numbers = count(1)
        for segment in document.segments:
            own = document.parts[segment.map.runs[0].piece.part].place
            self._rebased(document, segment, f"{where}, {own or f'paragraph {next(numbers)}'}")

    def _miss(self, kind: str, what: str, *, is_seen: bool = True) -> None:
        self.unread[Unread(kind, what, is_seen)] = None

    def _sub(self, path: Path, data: bytes, format: str | None) -> Document:
        from lintwords import readers

        return readers.read(path, data, format=format)

    def _paragraph(self, text: str, place: str) -> None:
        take_segment(1, len(text))
        part = Part(len(self.parts), text, place)
        run = Run(0, len(text), Piece(part.index, 0, len(text), True))
        self.parts.append(part)
        self.segments.append(Segment(text, SourceMap((run,)), Kind.TITLE))

    def _rebased(
        self, document: Document, segment: Segment, place: str, lang: str | None = None
    ) -> None:
        """Add a segment of another document, with its stretch of source as a part of its own."""
        part, moved = rebased(document, segment, len(self.parts), place, lang)
        self.parts.append(part)
        self.segments.append(moved)


def _language(entity: Entity) -> str | None:
    """The language that a part says it is in; none where it names several."""
    found = _LANGUAGE.fullmatch(entity.first("content-language"))
    return found[1] if found else None


def _marked(data: bytes) -> str | None:
    """The encoding that the first bytes of a text tell, where nothing else does."""
    return "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else None


def _holds_ascii(codec: str) -> bool:
    """Whether English words stand in an encoding as they are, whatever is around them."""
    if codec.startswith(("iso2022", "hz")):
        return False
    return _LETTERS.decode(codec, "replace") == _LETTERS.decode()


def _the(label: str) -> str:
    """A part that every mail has, as it is told of: "the text"."""
    return say("the {part}", part=place(label))


def _part(label: str, *, is_body: bool) -> str:
    return _the(label) if is_body else place(label)
