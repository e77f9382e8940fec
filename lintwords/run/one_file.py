"""The bytes of one file → what was read and found in it; what stops early and why.

`check_files` and `fix_files` read the bytes (`read_bytes`) and give them to `check_data`:

- of a text, the gate of the linter is asked of the bytes, and what surely holds nothing is let go;
- a document with lines goes on by `read_document` (a reader makes it, the linter tells the
  languages of its passages) and `judge_document` (the linter judges it, once for each language in
  it; `fixes.safety` makes no fix safe that the file forbids; comments let be);
- one without lines, as an office document is, goes on by `read_document` too; then the gate is
  asked of all its paragraphs, and the linter judges it. It has no comments to ask.

The review, the language server and the page, which hold documents, join at `read_document` and
`judge_document`: no gate over a whole text is asked for them.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING

from lintwords import interface, later, readers
from lintwords.errors import CannotRead
from lintwords.files.bounds import content
from lintwords.interface import say
from lintwords.judge.document_linter import DocumentLinter, FileResult
from lintwords.model import UNREAD_KINDS, Document, FileReport, Options, Unread
from lintwords.readers.common.included import refers
from lintwords.readers.common.source import decode
from lintwords.readers.html.mdx import is_mdx
from lintwords.run.discovery import why
from lintwords.run.ignored_by_comments import sifted
from lintwords.run.unjudged_languages import (
    judged_on_trial,
    may_be_foreign,
    passages_of,
    with_languages,
)
from lintwords.run.wordcount import words
from lintwords.text.langtag import UNDETERMINED
from lintwords.values import replace

if TYPE_CHECKING:
    from lintwords.judge.one_document import Heard

UTF_8 = ("utf-8", "utf-8-sig")
_LINE = later.pattern(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_SPOKEN = b"lintwords:"  # of a comment that may have to be told about
MOST_LINES = 2_000_000  # of a text with findings: each is kept for the report


def check_data(
    linter: DocumentLinter, path: Path, data: bytes, format: str | None = None
) -> tuple[FileReport, FileResult | None]:
    """What is read and found in `data` as the file `path`; no result where no trigger stands."""
    options = linter.options
    if len(data) > readers.LARGEST:
        raise readers.too_large(path)
    kind = format or readers.format_for(path)
    is_html = kind == "html"
    marks, whole, is_silent = readers.MARKUP.get(kind or ""), 0, False
    if (
        kind in readers.TEXTS and options.encoding is None and _SPOKEN not in data
        and not refers("mdx" if is_mdx(path) else kind, data)
        and not (kind in readers.MARKUP and may_be_foreign(data, linter))
    ):
        whole = readers.undivided(kind, data)
        if linter.gate(data, marks=marks, whole=whole, listens=linter.listens):
            is_silent = linter.listens and not linter.gate(data, marks=marks, whole=whole)
        elif is_utf8(path, data, options):
            lang = UNDETERMINED if options.lang == "auto" else options.lang
            unread = _weighed(judged_on_trial(options, linter.in_force), options)
            return FileReport(path, lang, words(data, is_html=is_html), unread=unread), None
    document = read_document(linter, path, data, format)
    if not document.has_lines:
        return _check_paragraphs(linter, document)
    is_own = kind in readers.TEXTS and document.encoding in UTF_8  # the bytes are the text's
    source = data.removeprefix(BOM_UTF8) if is_own else document.source.encode("utf-8", "replace")
    number = words(source, is_html=is_html)
    if is_silent and is_own and not linter.further(document):  # only its language was to be told
        file = FileReport(path, document.lang or UNDETERMINED, number, unread=document.unread)
        return with_languages(file, document, linter), None
    result = judge_document(linter, document)
    if result.findings and document.source.count("\n") > MOST_LINES:
        most = interface.number(MOST_LINES)
        hint = say("It has more than {most} lines. Split it.", most=most)
        raise CannotRead(say("cannot read {path}", path=path), hint, path)
    lines = lines_of(document) if result.findings else ()
    file = FileReport(path, result.lang, number, lines, _unread(document, result, options))
    if options.keep_passed and not (is_silent and is_own):
        file = replace(file, opened=linter.opened_by(document))
    return with_languages(file, document, linter), result


def read_document(
    linter: DocumentLinter, path: Path, data: bytes, format: str | None = None
) -> Document:
    """A document of bytes, without what cannot matter; raises CannotRead.

    Passages in a language that is not judged count as parts that are not read. Parts that the
    options let go unread are named, and count as if nobody saw them.
    """
    options = linter.options
    document = linter.with_passage_languages(readers.read(
        path, data, encoding=options.encoding, format=format, matters=linter.matters,
        fields=options.fields,
    ))
    trial = judged_on_trial(options, linter.in_force)
    if passages := (*trial, *passages_of(document, linter)):
        document = replace(document, unread=(*document.unread, *passages))
    return replace(document, unread=_weighed(document.unread, options)) \
        if document.unread else document


def _weighed(unread: tuple[Unread, ...], options: Options) -> tuple[Unread, ...]:
    """Parts that were not read; a kind that may go unread counts as if nobody saw it."""
    accepted = UNREAD_KINDS if "all" in options.accept_unread else options.accept_unread
    return tuple(
        replace(one, is_seen=False) if one.kind in accepted else one for one in unread
    )


def _unread(document: Document, result: FileResult, options: Options) -> tuple[Unread, ...]:
    """What was not read of a document, or not judged for all that was found before."""
    if not result.is_cut:
        return document.unread
    at = result.findings[-1].at
    where = interface.place(f"line {at.line}" if at.line else at.place)
    what = say(
        "what stands after {where} was not judged, for there are too many findings", where=where,
    )
    return (*document.unread, *_weighed((Unread("passage", what),), options))


def judge_document(
    linter: DocumentLinter, document: Document, heard: Heard | None = None
) -> FileResult:
    """What is found in a document that is read already; comments in it have their say.

    `heard` is told as by `DocumentLinter.lint`, comments and all.
    """
    if heard is not None:
        from lintwords.run.early_findings import Hearing  # a check waits for the whole

        heard = Hearing(linter, document, heard)
    return sifted(linter, document, _lint(linter, document, heard))


def source_lines(text: str) -> tuple[str, ...]:
    """The lines of a source with their ends; only CR, LF and CRLF end a line."""
    return tuple(_LINE.findall(text))


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
        data = content(path, readers.LARGEST)
    except OSError as trouble:
        raise CannotRead(say("cannot open {path}", path=path), why(trouble), path) from trouble
    if data is None:  # whoever opens a pipe waits
        problem = say("cannot open {path}", path=path)
        raise CannotRead(problem, say("It is not a plain file."), path)
    if len(data) > readers.LARGEST:
        raise readers.too_large(path)
    return data


def is_utf8(path: Path, data: bytes, options: Options) -> bool:
    """Whether the gate may judge the bytes: UTF-8 text, and no other encoding is asked for.

    A file that cannot be read must not pass as clean only because no name stands in it.
    """
    if options.encoding is not None:
        return False
    try:
        return decode(path, data)[1] in UTF_8
    except CannotRead:
        return False  # the reader of the format may know better, and says what is wrong


def _check_paragraphs(
    linter: DocumentLinter, document: Document
) -> tuple[FileReport, FileResult | None]:
    options = linter.options
    texts = lines_of(document)
    joined = "\n\n".join(texts).encode("utf-8", "replace")
    lang = document.lang or UNDETERMINED if options.lang == "auto" else options.lang
    file = FileReport(document.path, lang, words(joined), unread=document.unread)
    file = with_languages(file, document, linter)
    read = "\n\n".join(segment.text for segment in document.segments)  # words whole, as rules see
    if not linter.gate(read.encode("utf-8", "replace")) and not linter.further(document):
        return file, None
    result = _lint(linter, document)
    lines = texts if result.findings else ()
    unread = _unread(document, result, options)
    return replace(file, lang=result.lang, lines=lines, unread=unread), result


def _lint(linter: DocumentLinter, document: Document, heard: Heard | None = None) -> FileResult:
    """The findings of a document; no fix is safe in a file that is only read."""
    result = linter.lint(document, heard)
    if not any(finding.fixes for finding in result.findings):
        return result
    from lintwords.fixes.safety import in_file  # a finding has loaded it

    return replace(result, findings=in_file(document, result.findings))
