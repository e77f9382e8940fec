"""Mail as nobody should write it: nothing falls over, and what was not read is named.

Each table says what a mail holds, which words are read of it and what is named, with `!` where a
reader would see words that were not read.
"""

from __future__ import annotations

import base64
import random
import re
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest

from lintwords import readers
from lintwords.cli.main import main
from lintwords.errors import CannotRead, SettingsError
from lintwords.model import Document
from lintwords.readers.common.source import charset
from lintwords.readers.mail import mime

WORDS = b"The poet was jailed.\n"
PACKED = base64.b64encode(b"The poet was jailed.")
GUESS = "was read by a guess: its encoding"


def read(headers: bytes, body: bytes = WORDS) -> Document:
    return readers.read(Path("a.eml"), headers + b"\n\n" + body)


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


def named(document: Document) -> list[str]:
    return [f"{'!' if one.is_seen else ''}{one.what}" for one in document.unread]


def typed(type: str, more: str = "") -> bytes:
    return f"Subject: A note\nContent-Type: {type}{more}".encode()


def mixed(*parts: bytes, boundary: str = "b") -> bytes:
    """A multipart mail; each part with its headers."""
    line = f"--{boundary}".encode()
    body = b"".join(line + b"\n" + part + b"\n" for part in parts) + line + b"--\n"
    return typed(f"multipart/mixed; boundary={boundary}") + b"\n\n" + body


@pytest.mark.parametrize(
    ("headers", "body", "read_of_it", "said"),
    [
        pytest.param(typed("text/rtf"), b"{\\rtf1 The poet}", ["The poet"], [], id="RTF"),
        pytest.param(typed("text/calendar"), b"BEGIN:VEVENT\nSUMMARY:The poet\n", [],
                     ["!the text/calendar part was not read: its type is not known"],
                     id="an invitation"),
        pytest.param(typed("text/enriched"), b"<bold>The poet</bold>", [],
                     ["!the text/enriched part was not read: its type is not known"],
                     id="enriched"),
        pytest.param(typed("application/x-news"), WORDS, [],
                     ["!the attachment without a name was not read: its type is not known"],
                     id="a type that nobody knows"),
        pytest.param(typed("application/pkcs7-mime", "; smime-type=enveloped-data"), b"MII", [],
                     ["!the text is encrypted or signed as S/MIME, and was not read"],
                     id="S/MIME"),
        pytest.param(typed("application/octet-stream; name=smime.p7m"), b"MII", [],
                     ["!the text is encrypted or signed as S/MIME, and was not read"],
                     id="S/MIME by its name alone"),
        pytest.param(typed("multipart/encrypted", "; boundary=b"), b"--b\n\nx\n--b--\n", [],
                     ["!the text is encrypted, and was not read"], id="PGP/MIME"),
        pytest.param(typed("text/plain"), WORDS + b"\n-----BEGIN PGP MESSAGE-----\n", None,
                     ["!the text was not read in full: a part of it is encrypted"],
                     id="PGP in a text"),
        pytest.param(typed("text/plain"), WORDS + b"\nbegin 644 a.doc\nM1234\n", None,
                     ["!the text was not read in full: a file stands in it as letters"],
                     id="uuencoded"),
        pytest.param(typed("text/plain"), WORDS + b"\n=ybegin line=9 size=9 name=a.doc\nx\n", None,
                     ["!the text was not read in full: a file stands in it as letters"],
                     id="yEnc"),
        pytest.param(typed("text/plain", "; format=flowed; delsp=yes"),
                     b"The po \r\net was  \r\n jailed \n> here.\n> No \n> w\n\n-- \nA\n",
                     ["The poet was jailed", "here. Now", "-- A"], [], id="broken inside words"),
        pytest.param(typed("text/plain", "; delsp=yes"), b"The po \net\n", ["The po et"], [],
                     id="not flowed"),
        pytest.param(typed("text/plain", "; charset=x-unknown"), WORDS, ["The poet was jailed."],
                     [f'!the text {GUESS} "x-unknown" is not known'], id="unknown charset"),
        pytest.param(typed("text/plain"), b"The po\xeat was jailed.\n", ["The po\xeat was jailed."],
                     ["the text names no encoding and was read as windows-1252"],
                     id="one byte that is not UTF-8"),
        pytest.param(typed("text/plain"), bytes(range(0xC0, 0xE0)) * 2, None,
                     ["!the text names no encoding and was read as windows-1252"],
                     id="letters that are not Latin"),
        pytest.param(typed("text/plain", "; charset=utf-16"), b"The poet", None,
                     [], id="what is UTF-16 by chance"),
        pytest.param(typed("text/plain", "; charset=utf-16"), b"The poets", None,
                     ["!the text may not be read as it is: it is not utf-16, as it says"],
                     id="what is no UTF-16"),
        pytest.param(typed("text/plain", "; charset=iso-8859-1"), b"the poet\x92s ode",
                     ["the poet\N{RIGHT SINGLE QUOTATION MARK}s ode"], [],
                     id="what Latin-1 is read as"),
        pytest.param(typed("text/plain", "\nContent-Transfer-Encoding: base64"),
                     PACKED + b"\n-- \n", None,
                     ["!the text may not be read as it is: its base64 is damaged"],
                     id="damaged base64"),
        pytest.param(typed("text/plain", "\nContent-Transfer-Encoding: base64"),
                     PACKED[:10] + b"\r\n  " + PACKED[10:], ["The poet was jailed."], [],
                     id="base64 in lines"),
        pytest.param(typed("text/plain", "\nContent-Transfer-Encoding: quoted-printable"),
                     b"The poe=74 was jai=\nled. =  \n", ["The poet was jailed."], [],
                     id="quoted-printable"),
        pytest.param(typed("text/plain", "\nContent-Transfer-Encoding: quoted-printable"),
                     b"The po=XXet was jailed.", ["The po=XXet was jailed."],
                     ["!the text may not be read as it is: its quoted-printable is damaged"],
                     id="damaged quoted-printable"),
        pytest.param(typed("text/plain", "\nContent-Transfer-Encoding: x-own"), WORDS,
                     ["The poet was jailed."],
                     ['!the text may not be read as it is: its transfer encoding "x-own" is not '
                      "known"], id="unknown transfer encoding"),
        pytest.param(typed("multipart/mixed"), WORDS, ["The poet was jailed."],
                     ["!the text may not be read as it is: its parts cannot be told apart"],
                     id="multipart without boundary"),
        pytest.param(typed("multipart/mixed; boundary=b"), WORDS, ["The poet was jailed."],
                     ["!the text may not be read as it is: its parts cannot be told apart"],
                     id="a boundary that does not come"),
        pytest.param(typed("text/plain", "\nno header"), WORDS, ["The poet was jailed."],
                     ["!headers of the mail are damaged, and may hold words that were not read"],
                     id="a line among the headers that is none"),
        pytest.param(typed("text/plain", "\nContent-Type: text/html"), WORDS,
                     ["The poet was jailed."],
                     ["!a part of the mail does not name its type, and was read by a guess"],
                     id="two types"),
        pytest.param(typed("plain"), WORDS, ["The poet was jailed."],
                     ["!a part of the mail does not name its type, and was read by a guess"],
                     id="a type that is none"),
        pytest.param(typed("text/plain"), b"The po\0et was jailed.", ["The poet was jailed."],
                     ["!the text may not be read as it is: it holds zero characters"], id="zeros"),
        pytest.param(typed("image/png"), b"\x89PNG", [],
                     ["!1 picture was not read, and no text stands beside"], id="a picture alone"),
        pytest.param(typed("text"), WORDS, ["The poet was jailed."], [], id="half a type is text"),
    ],
)
def test_what_is_read_of_a_part_and_what_is_named(
    headers: bytes, body: bytes, read_of_it: list[str] | None, said: list[str]
) -> None:
    document = read(headers, body)
    assert named(document) == said
    if read_of_it is not None:
        assert texts(document) == ["A note", *read_of_it]


@pytest.mark.parametrize(
    ("part", "words", "said"),
    [
        pytest.param(b"Content-Type: text/plain; charset=windows-1251; name=a.txt\n\n"
                     b"\xcf\xee\xfd\xf2", ["\u041f\u043e\u044d\u0442"], [],
                     id="in the charset that it declares"),
        pytest.param(b"Content-Type: text/html; charset=iso-8859-2; name=a.html\n\n<p>B\xb1k",
                     ["B\u0105k"], [], id="HTML in the charset that it declares"),
        pytest.param(b"Content-Type: application/octet-stream; name=a.txt\n"
                     b"Content-Transfer-Encoding: base64\n\n"
                     + base64.b64encode("The poet".encode("utf-16")),
                     ["The poet"], [], id="in the encoding that its first bytes tell"),
        pytest.param(b"Content-Type: application/octet-stream; name=a.txt\n\nThe poet",
                     ["The poet"], [], id="by its name"),
        pytest.param(b"Content-Disposition: attachment\nContent-Type: text/html\n\n<p>The poet",
                     ["The poet"], [], id="by its type, without a name"),
        pytest.param(b"Content-Type: x/y\nContent-Disposition: attachment;\n"
                     b" filename*0*=utf-8''a;\n filename*1*=%C3%A9;\n filename*2=.md\n\nThe poet",
                     ["The poet"], [],
                     id="a name in sections"),
        pytest.param(b'Content-Type: x/y; name="=?utf-8?q?a=C3=A9=2Emd?="\n\nThe poet',
                     ["The poet"], [], id="an encoded name"),
        pytest.param(b"Content-Type: application/octet-stream; name=a.eml\n\nSubject: The poet\n\n",
                     ["The poet"], [], id="a mail as a file"),
        pytest.param(b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                     + base64.b64encode(b"Subject: The poet\n\n"),
                     ["The poet"], [],
                     id="a forwarded mail in base64"),
        pytest.param(b"Content-Type: application/pgp-signature; name=a.asc\n\niQ", [], [],
                     id="a signature holds no words"),
        pytest.param(b"Content-Type: image/png; name=a.png\n\n\x89PNG", [], [],
                     id="a picture beside a text"),
        pytest.param(b"Content-Type: application/zip; name=a.zip\n\nPK", [],
                     ['!attachment "a.zip" was not read: its type is not known'], id="a zip file"),
        pytest.param(b"Content-Type: application/x; name=\"a.doc\n\nx", [],
                     ['!attachment "a.doc" was not read: its type is not known'],
                     id="a name that does not end"),
        pytest.param(b"Content-Type: application/pdf; name=a.docx\n\nPK", [],
                     ['!attachment "a.docx" was not read: it is damaged. Open it in the program '
                      "that it is from, save it again and check that"], id="a damaged document"),
    ],
)
def test_attachments(part: bytes, words: list[str], said: list[str]) -> None:
    document = readers.read(Path("a.eml"), mixed(b"\nHello.", part))
    assert texts(document) == ["A note", "Hello.", *words]
    assert named(document) == said


@pytest.mark.parametrize(
    ("subject", "words", "said"),
    [
        pytest.param("=?utf-8?q?The_po=C3=A9t?=", "The poét", [], id="quoted"),
        pytest.param("=?utf-8?B?VGhlIHBvw6k=?= =?utf-8?b?dA==?=", "The poét", [], id="base64"),
        pytest.param("=?utf-8?q?The_po=C3?=\n =?UTF-8?q?=A9t?=", "The poét", [],
                     id="a letter parted between two words"),
        pytest.param("Re: =?utf-8?q?The?= poet", "Re: The poet", [], id="beside plain words"),
        pytest.param("=?koi8-r?B?8M/c1A==?=", "\u041f\u043e\u044d\u0442", [], id="Cyrillic"),
        pytest.param("=?utf-8*en?q?The_poet?=", "The poet", [], id="with a language"),
        pytest.param("=?punycode?q?The_poet?=", "=?punycode?q?The_poet?=",
                     ['!the subject may not be read as it is: its encoding "punycode" is not '
                      "known"], id="an encoding that is none"),
        pytest.param("=?utf-8?q?The_po=E9t?=", "The po\ufffdt",
                     ["!the subject may not be read as it is: it is not utf-8, as it says"],
                     id="not what it says"),
        pytest.param("=?utf-8?q?The poet", "=?utf-8?q?The poet", [], id="no end"),
    ],
)
def test_subjects(subject: str, words: str, said: list[str]) -> None:
    document = read(f"Subject: {subject}".encode(), b"")
    assert (texts(document), named(document)) == ([words], said)


def test_a_boundary_is_a_whole_line() -> None:
    document = readers.read(Path("a.eml"), mixed(
        b'Content-Type: multipart/alternative; boundary=bb\n\n--bb\n\nOne.\n--bb\n\n--b?\n--bb--',
        b"\nTwo.",
    ))
    assert texts(document) == ["A note", "One.", "--b?", "Two."]


@pytest.mark.parametrize(
    "name",
    ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "rot13",
     "hex", "base64", "zip", "bz2", "uu", "quopri", "mbcs", "oem", "aliases", "../x", "a\0b",
     "x" * 500, ""],
)
def test_a_codec_that_is_no_encoding_is_none(name: str) -> None:
    assert charset(name) is None
    with pytest.raises(SettingsError):
        readers.read(Path("a.txt"), b"\xff", encoding=name)
    if name and "\0" not in name:
        page = f"<meta charset='{name}'>\xff".encode("latin-1")
        with pytest.raises(CannotRead):
            readers.read(Path("a.html"), page)
    assert "The poet was jailed." in texts(read(typed("text/plain", f"; charset={name!r}")))


@pytest.mark.parametrize(
    "name",
    ["utf-8", "UTF8", "us-ascii", "latin1", "iso-8859-15", "windows-1252", "cp1251", "koi8-r",
     "gb18030", "gb2312", "GBK", "big5", "shift_jis", "iso-2022-jp", "euc-kr", "utf-16", "utf-16le",
     "utf-32", "macintosh", "tis-620", "cp037"],
)
def test_encodings_are_known(name: str) -> None:
    codec = charset(name)
    assert codec and b"".decode(codec) == ""


def nested(number: int, headers: bytes) -> bytes:
    return b"Subject: 0\n" + headers * number + b"\n" + WORDS


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(nested(1000, b"Content-Type: message/rfc822\n\n"), id="messages"),
        pytest.param(b"Subject: x\n" + b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
            for n in range(1500)
        ) + b"\n" + WORDS, id="multiparts"),
    ],
)
def test_what_lies_too_deep_is_named(data: bytes) -> None:
    assert "!what lies more than 30 parts deep was not read" in named(
        readers.read(Path("a.eml"), data)
    )


def test_more_parts_than_any_mail_are_refused() -> None:
    with pytest.raises(CannotRead) as trouble:
        readers.read(Path("a.eml"), mixed(*[b"\nx"] * (mime.MOST + 2)))
    assert trouble.value.hint == "It has more than 10,000 parts or headers."
    with pytest.raises(CannotRead):
        readers.read(Path("a.eml"), b"Subject: x\n" * (mime.MOST + 2) + b"\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"Subject: " + b"\n ".join([b"=?utf-8?Q?The_poet_?="] * 50_000) + b"\n\nx\n",
                     "The poet The poet", id="a subject of 1.25 MB"),
        pytest.param(b"Subject: x\n" + b"X: y\n" * 20_000 + b"\nThe poet\n", "The poet",
                     id="many headers"),
        pytest.param(b"Subject: x\nX: " + b"y" * 1_000_000 + b"\n\nThe poet\n", "The poet",
                     id="a long header"),
        pytest.param(b'Subject: x\nContent-Type: text/plain; a="' + b'a="' * 300_000
                     + b"\n\nThe poet\n", "The poet", id="a type of 1 MB"),
        pytest.param(b"\n\xef\xbb\xbfSubject: The poet\r\rx\r".lstrip(b"\n"), "The poet",
                     id="a mark, and line ends of old"),
        pytest.param("Subject: The poet\n\nx\n".encode("utf-16"), "The poet", id="UTF-16"),
        pytest.param(b"From desk 1 Jan\nSubject: The poet\n\nx\n", "The poet", id="of a mailbox"),
    ],
)
def test_long_and_odd_mail_is_read(data: bytes, words: str) -> None:
    document = readers.read(Path("a.eml"), data)
    assert any(words in text for text in texts(document))
    assert document.unread == ()


def letter() -> bytes:
    """A mail of a text, its HTML and a file."""
    mail = EmailMessage()
    mail["Subject"] = "Statement on an imprisonment \N{EM DASH} Überblick"
    mail.set_content("Today officials announced something remarkable about prisoners.\n")
    mail.add_alternative("<p>Different paragraphs &mdash; déclarations", "html")
    mail.add_attachment(b"separately written", maintype="text", subtype="plain", filename="a.txt")
    mail.set_boundary("outer")
    next(mail.iter_parts()).set_boundary("inner")
    return mail.as_bytes()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with a stretch struck out, doubled or changed, or with lines that change places."""
    at, length = chance.randrange(len(data)), chance.choice([1, 1, 5, 40])
    if chance.random() < 0.3:
        lines = data.split(b"\n")
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
        return b"\n".join(lines)
    new = chance.choice([b"", bytes([chance.randrange(256)]), data[at : at + length] * 2, b"\n\n"])
    return data[:at] + new + data[at + length :]


def shown(data: bytes) -> set[str]:
    """Long words that the parser of the standard library finds in plain texts."""
    found = set[str]()
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            text = payload if isinstance(payload, bytes) else b""
            found |= {word.decode() for word in re.findall(rb"[a-z]{8,}", text)}
    return found


@pytest.mark.parametrize("seed", range(4))
def test_what_another_program_shows_is_read_or_named(seed: int) -> None:
    chance, whole, refused = random.Random(seed), letter(), 0
    for _ in range(100):
        data = mutated(whole, chance)
        try:
            document = readers.read(Path("a.eml"), data)
        except CannotRead:
            refused += 1
            continue
        if not any(one.is_seen for one in document.unread):
            told = " ".join(part.text for part in document.parts)
            assert {word for word in shown(data.lstrip()) if word not in told} == set(), data
    assert refused < 50


def test_an_encrypted_mail_is_not_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.eml").write_bytes(typed("multipart/encrypted; boundary=b") + b"\n\n--b\n\nx\n--b--\n")
    assert main(["check", "a.eml"]) == 2
    said = capsys.readouterr()
    assert "The text is encrypted, and was not read." in said.err
    assert said.out.splitlines()[0].endswith("1 file was not read in full.")
    assert main(["check", "--accept-unread", "body", "a.eml"]) == 0


def test_words_outside_of_the_parts_are_named() -> None:
    data = mixed(b"\nThe poet.")
    assert named(readers.read(Path("a.eml"), data + b"\n\n")) == []
    said = ["!words outside of the parts of the mail were not read"]
    assert named(readers.read(Path("a.eml"), data + b"\nMore.")) == said
    torn = data.replace(b"--b\n", b"--x\n\nThe ode.\n--b\n", 1)
    assert named(readers.read(Path("a.eml"), torn)) == said
    usual = data.replace(b"--b\n", b"This is a message in several parts.\n--b\n", 1)
    assert named(readers.read(Path("a.eml"), usual)) == []
