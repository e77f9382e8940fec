"""What is said of passages in languages that are not judged, and of a file that holds them.

There are no rules for such a language, or the names file of a user has another country's names, and
none in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords import later
from lintwords.interface import place, say, say_many
from lintwords.judge.document_linter import EXPERIMENTAL, LANGUAGES, DocumentLinter
from lintwords.model import Document, FileReport, Options, Unread
from lintwords.run.passage_counts import counts
from lintwords.text.langtag import UNDETERMINED
from lintwords.values import replace

# where a text says its language: an attribute, a field, `:lang:`
_LANG = later.pattern(rb"\blang(?:uage)?[\"']?\s*[:=]\s*[\"']?([A-Za-z]{2,8})", re.IGNORECASE)
_PASSAGE = 5  # words; less, in another language, is a name in a menu


def judged_on_trial(options: Options, rules: int) -> tuple[Unread, ...]:
    """What is said of a text that an experimental pack of so many rules judges.

    It counts as a part that was not read: what the pack does not list is not found.
    """
    if options.lang not in EXPERIMENTAL:
        return ()
    return (Unread("passage", say_many(
        "it was judged as {lang} by an experimental pack of {n} rule, which finds only what it "
        "lists",
        "it was judged as {lang} by an experimental pack of {n} rules, which finds only what they "
        "list", rules, lang=options.lang,
    )),)


def may_be_foreign(data: bytes, linter: DocumentLinter) -> bool:
    """Whether a source names a language that is not judged; reading it will tell."""
    return linter.listens and b"lang" in data.lower() and not all(
        linter.judges(found.decode().lower()) for found in _LANG.findall(data)
    )


def passages_of(document: Document, linter: DocumentLinter) -> Iterator[Unread]:
    """The passages in languages that are not judged of a document that is."""
    found = counts(document, linter)
    if not found.is_judged:
        return
    for lang, passages in sorted(found.unknown.items()):
        if passages.words >= _PASSAGE:
            name = say("an unknown language") if lang == UNDETERMINED else lang
            yield Unread("passage", say_many(
                "{n} passage in {lang} was not checked: {why} ({words} words; {place})",
                "{n} passages in {lang} were not checked: {why} ({words} words; {place})",
                passages.number, lang=name, words=passages.words, place=place(passages.first),
                why=_why(lang),
            ))


def _why(lang: str) -> str:
    """Why a language is not judged, as a clause."""
    return say("there are no names of the country in it") if lang in LANGUAGES \
        else say("there are no rules for it")


def with_all_named(document: Document, linter: DocumentLinter) -> Document:
    """A document that no rule could judge with that as what was not read, for who shows no file."""
    file = with_languages(FileReport(document.path, "", 0), document, linter)
    if file.is_judged:
        return document
    what = say("all of it is in {unjudged}: {why}", unjudged=", ".join(file.unjudged),
               why=_why(file.unjudged[0]))
    return replace(document, unread=(*document.unread, Unread("passage", what)))


def with_languages(file: FileReport, document: Document, linter: DocumentLinter) -> FileReport:
    """A file's report with its languages; silence about one not judged is no verdict."""
    found = counts(document, linter)
    is_judged = found.is_judged or not found.unknown
    langs = (
        lang for lang, one in found.unknown.items() if not is_judged or one.words >= _PASSAGE
    )
    return replace(
        file, unjudged=tuple(sorted(langs)), is_judged=is_judged, spoken=document.spoken
    )
