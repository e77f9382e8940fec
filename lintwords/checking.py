"""The bytes of one file → what was read and found in it; what stops early and why."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from lintwords import readers
from lintwords.discovery import why
from lintwords.errors import CannotRead
from lintwords.linter import LANGUAGES, FileResult, Linter
from lintwords.model import UNREAD_KINDS, Document, FileReport, Options
from lintwords.readers.included import refers
from lintwords.readers.source import decode
from lintwords.rule import Brief, Rule

UNDETERMINED = "und"  # the language of a text that holds nothing to judge (BCP 47)

_SPOKEN = b"lintwords:"  # of a comment that may have to be told about
_TAGS = re.compile(rb"<[^<>]*>")
_JOINERS = b"'-"  # a dash that stands alone is no word, one inside a word does not part it
_BETWEEN = bytes(0x61 if byte >= 0x80 or chr(byte).isalnum() else 0x20 for byte in range(256))
# where a text says its language: an attribute, a field, `:lang:`
_LANG = re.compile(rb"\blang(?:uage)?[\"']?\s*[:=]\s*[\"']?([A-Za-z]{2,8})", re.IGNORECASE)
_PASSAGE = 5  # words; less, in another language, is a name in a menu


def check_data(
    linter: Linter, path: Path, data: bytes, options: Options, format: str | None = None
) -> tuple[FileReport, FileResult | None]:
    """What is read and found in `data` as the file `path`; no result where no trigger stands."""
    kind = format or readers.format_for(path)
    is_html = kind == "html"
    if (
        kind in readers.TEXTS and is_utf8(path, data, options)
        and not linter.gate(
            data, marks=readers.MARKUP.get(kind), whole=readers.undivided(kind, data)
        )
        and _SPOKEN not in data
        and not refers(kind, data)
        and not (kind in readers.MARKUP and _may_be_foreign(data, options))
    ):  # fmt: skip
        lang = UNDETERMINED if options.lang == "auto" else options.lang
        return FileReport(path, lang, words(data, is_html=is_html)), None
    document = read(linter, path, data, options, format)
    if not document.has_lines:
        return _check_paragraphs(linter, document, options)
    result = judge(linter, document, options)
    number = words(document.source.encode("utf-8", "replace"), is_html=is_html)
    lines = lines_of(document) if result.findings else ()
    file = FileReport(path, result.lang, number, lines, document.unread)
    return _with_languages(file, document, options), result


def read(
    linter: Linter, path: Path, data: bytes, options: Options, format: str | None = None
) -> Document:
    """`data` as the file `path`, without what cannot matter. Raises CannotRead.

    Parts that the options let go unread are named, and count as if nobody saw them.
    """
    document = readers.read(
        path, data, encoding=options.encoding, format=format, matters=linter.matters,
        fields=options.fields,
    )
    accepted = UNREAD_KINDS if "all" in options.accept_unread else options.accept_unread
    return document if not document.unread or not accepted else replace(document, unread=tuple(
        replace(one, is_seen=one.is_seen and one.kind not in accepted) for one in document.unread
    ))  # fmt: skip


def judge(linter: Linter, document: Document, options: Options) -> FileResult:
    """What is found in a document that is read already; comments in it have their say."""
    result = _lint(linter, document)
    if not document.comments:
        return result
    from lintwords import suppress  # 15 ms, and most texts hold no comment to lintwords

    rules: list[Rule | Brief] = [*linter.index.briefs, *suppress.RULES]
    judged = _speaks(document.lang, options)
    return suppress.sift(document, result, rules, options, judged=judged)


def words(data: bytes, *, is_html: bool = False) -> int:
    """About how many words a source in UTF-8 holds; markup of HTML is not counted."""
    if is_html:
        data = _TAGS.sub(b" ", data)
    shape = data.translate(_BETWEEN, _JOINERS)
    return shape.count(b" a") + shape.startswith(b"a")


def source_lines(text: str) -> tuple[str, ...]:
    """The lines of a source with their ends; only CR, LF and CRLF end a line."""
    if "\r" in text:
        return tuple(line for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text) if line)
    *whole, rest = text.split("\n")
    lines = [f"{line}\n" for line in whole]
    return (*lines, rest) if rest else tuple(lines)


def lines_of(document: Document) -> tuple[str, ...]:
    """What snippets are cut from: the source lines, or the paragraphs where there are none."""
    if document.has_lines:
        return source_lines(document.source)
    return tuple(part.text for part in document.parts)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of a known type; raises CannotRead."""
    if readers.format_for(path) is None:
        readers.read(path, b"")  # says which suffixes are read; nothing is opened
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise CannotRead(f"cannot open {path}", why(trouble), path) from trouble


def is_utf8(path: Path, data: bytes, options: Options) -> bool:
    """Whether the gate may judge the bytes: UTF-8 text, and no other encoding is asked for.

    A file that cannot be read must not pass as clean only because no name stands in it.
    """
    if options.encoding is not None:
        return False
    try:
        return decode(path, data)[1] in ("utf-8", "utf-8-sig")
    except CannotRead:
        return False  # the reader of the format may know better, and says what is wrong


def _check_paragraphs(
    linter: Linter, document: Document, options: Options
) -> tuple[FileReport, FileResult | None]:
    texts = lines_of(document)
    joined = "\n\n".join(texts).encode("utf-8", "replace")
    lang = document.lang or UNDETERMINED if options.lang == "auto" else options.lang
    file = FileReport(document.path, lang, words(joined), unread=document.unread)
    file = _with_languages(file, document, options)
    if not linter.gate(joined):
        return file, None
    result = _lint(linter, document)
    return replace(file, lang=result.lang, lines=texts if result.findings else ()), result


def _lint(linter: Linter, document: Document) -> FileResult:
    """The findings of a document; no fix is safe in a file that is only read."""
    result = linter.lint(document)
    if not any(finding.fixes for finding in result.findings):
        return result
    why = readers.only_read(document)
    return result if not why else replace(result, findings=tuple(
        replace(finding, fixes=tuple(
            replace(fix, safe=False, why_not=why) for fix in finding.fixes
        ))
        for finding in result.findings
    ))  # fmt: skip


# -- languages without rules --------------------------------------------------------------------


def _speaks(lang: str | None, options: Options) -> bool:
    """Whether there are rules for a text that says it is in `lang`."""
    wanted = options.lang if options.lang != "auto" else lang
    return wanted is None or _language(wanted) in LANGUAGES


def _language(tag: str) -> str:
    """The language of a tag, without its region."""
    return tag.partition("-")[0].lower()


def _may_be_foreign(data: bytes, options: Options) -> bool:
    """Whether a source names a language without rules somewhere; reading it will tell."""
    return options.lang == "auto" and b"lang" in data.lower() and any(
        found.decode().lower() not in LANGUAGES for found in _LANG.findall(data)
    )


def _with_languages(file: FileReport, document: Document, options: Options) -> FileReport:
    """`file` with the languages without rules in it: silence about them is no verdict."""
    if not document.lang and not any(segment.lang for segment in document.segments):
        return file
    known, other = 0, dict[str, int]()
    for segment in document.segments:
        lang = segment.lang or document.lang
        number = len(segment.text.split())
        if lang is None or _speaks(lang, options):
            known += number
        else:
            other[_language(lang)] = other.get(_language(lang), 0) + number
    langs = tuple(sorted(lang for lang in other if not known or other[lang] >= _PASSAGE))
    return replace(file, unjudged=langs, is_judged=bool(known) or not other)
