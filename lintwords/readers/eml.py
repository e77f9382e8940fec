"""Mail: the subject, the text and HTML parts, and attachments of formats that are read.

Each paragraph is a part of its own, placed by where it stands ("text, paragraph 3"). The text and
the HTML of one message are mostly the same words: of the HTML only other paragraphs are read.
Quoted reply lines are quotations, as in plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from itertools import count
from pathlib import Path

from lintwords.errors import CannotRead
from lintwords.model import Document, Kind, Part, Piece, Run, Segment, SourceMap, Unread, hull

_PICTURES = ("image", "audio", "video")
_DEEPEST = 5  # messages inside messages


def read(path: Path, data: bytes, *, encoding: str | None = None) -> Document:
    """Read a message; `encoding` says nothing to it. Raises CannotRead if there is no message."""
    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise CannotRead(f"cannot read {path} as mail", "It has no header lines.", path)
    mail = _Mail(path)
    mail.add(message, "", 0)
    return Document(path, "eml", tuple(mail.parts), tuple(mail.segments), unread=tuple(mail.unread))


@dataclass
class _Mail:
    """What has been read so far."""

    path: Path
    parts: list[Part] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    read: set[str] = field(default_factory=set)  # paragraphs of text parts

    def add(self, message: Message, label: str, depth: int) -> None:
        """Read `message`; `label` names it when it lies inside another one."""
        subject = str(message.get("subject", "")).strip()
        if subject:
            self._paragraph(subject, f"{label}subject")
        for part in _leaves(message):
            name = part.get_filename()
            if part.get_content_type() == "message/rfc822":
                self._forwarded(part, label, depth)
            elif part.get_content_maintype() in _PICTURES:
                continue
            elif name or part.get_content_disposition() == "attachment":
                self._attachment(part, name or "without a name", label)
            elif part.get_content_type() == "text/plain":
                self._text(part, "text", f"{label}text")
            elif part.get_content_type() == "text/html":
                self._text(part, "html", f"{label}HTML")

    def _forwarded(self, part: Message, label: str, depth: int) -> None:
        inner = part.get_payload(0) if part.is_multipart() else None
        if isinstance(inner, Message) and depth < _DEEPEST:
            self.add(inner, f"{label}forwarded message, ", depth + 1)
        else:
            self._miss("attachment", "1 forwarded message was not read")

    def _text(self, part: Message, format: str, label: str) -> None:
        """Read a text part, but for paragraphs that were read already."""
        charset = part.get_content_charset() or "utf-8"
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        try:
            text = data.decode(charset, "strict")
        except (LookupError, UnicodeDecodeError):
            self._miss("body", f"the {label} is not {charset}, as it says, and was not read")
            return
        document = self._sub(self.path, text.encode("utf-8", "replace"), format)
        for number, segment in enumerate(document.segments, 1):
            words = " ".join(segment.text.split())
            if words not in self.read:
                self._rebased(document, segment, f"{label}, paragraph {number}")
            self.read.add(words)

    def _attachment(self, part: Message, name: str, label: str) -> None:
        from lintwords import readers  # an attachment may be of any format

        payload = part.get_payload(decode=True)
        where = f'{label}attachment "{name}"'
        if readers.format_for(Path(name)) in (None, "eml"):
            self._miss("attachment", f"{where} was not read: its type is not known")
            return
        try:
            document = self._sub(Path(name), payload if isinstance(payload, bytes) else b"", None)
        except CannotRead as trouble:
            self._miss("attachment", f"{where} was not read: {trouble.problem}")
            return
        self.unread += [replace(one, what=f"{where}: {one.what}") for one in document.unread]
        numbers = count(1)
        for segment in document.segments:
            own = document.parts[segment.map.runs[0].piece.part].place
            self._rebased(document, segment, f"{where}, {own or f'paragraph {next(numbers)}'}")

    def _miss(self, kind: str, what: str) -> None:
        self.unread.append(Unread(kind, what))

    def _sub(self, path: Path, data: bytes, format: str | None) -> Document:
        from lintwords import readers

        return readers.read(path, data, format=format)

    def _paragraph(self, text: str, place: str) -> None:
        part = Part(len(self.parts), text, place)
        run = Run(0, len(text), Piece(part.index, 0, len(text), True))
        self.parts.append(part)
        self.segments.append(Segment(text, SourceMap((run,)), Kind.TITLE))

    def _rebased(self, document: Document, segment: Segment, place: str) -> None:
        """Add a segment of another document, with its stretch of source as a part of its own."""
        whole = hull([run.piece for run in segment.map.runs])
        text = document.parts[whole.part].text[whole.start : whole.end]
        part = Part(len(self.parts), text, place)
        runs = tuple(
            Run(start, end, Piece(part.index, piece.start - whole.start,
                                  piece.end - whole.start, piece.verbatim))
            for start, end, piece in segment.map.runs
        )  # fmt: skip
        self.parts.append(part)
        self.segments.append(replace(segment, map=SourceMap(runs)))


def _leaves(message: Message) -> list[EmailMessage | Message]:
    """The parts without parts in them, text before HTML; a forwarded message is one part."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        return [message]
    found: list[EmailMessage | Message] = []
    for part in message.iter_parts() if isinstance(message, EmailMessage) else ():
        found += _leaves(part)
    return sorted(found, key=lambda part: part.get_content_type() == "text/html")
