"""Passages in languages without rules: counted, named, and what a file is then said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords import later
from lintwords.interface import place, say, say_many
from lintwords.judge.linter import EXPERIMENTAL, LANGUAGES
from lintwords.model import Document, FileReport, Options, Segment, Span, Unread, hull
from lintwords.text.langtag import UNDETERMINED, language
from lintwords.values import replace

# where a text says its language: an attribute, a field, `:lang:`
_LANG = later.pattern(rb"\blang(?:uage)?[\"']?\s*[:=]\s*[\"']?([A-Za-z]{2,8})", re.IGNORECASE)
_PASSAGE = 5  # words; less, in another language, is a name in a menu
_UNSPACED = later.pattern("[\u2e80-\uabff]")  # Chinese and Japanese letters
_LETTERS = 2  # of these to a word


def speaks(lang: str | None, options: Options) -> bool:
    """Whether there are rules for a text in `lang`."""
    if options.lang != "auto":
        return True  # what there are no rules for cannot be asked for
    return lang is None or language(lang) in LANGUAGES


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
    )),)  # fmt: skip


def may_be_foreign(data: bytes, options: Options) -> bool:
    """Whether a source names a language without rules somewhere; reading it will tell."""
    return options.lang == "auto" and b"lang" in data.lower() and any(
        found.decode().lower() not in LANGUAGES for found in _LANG.findall(data)
    )


def stretches(document: Document) -> Iterator[tuple[Segment, str | None, Span]]:
    """Each stretch of a document that is in one language."""
    for segment in document.segments:
        lang, start = segment.lang or document.lang, 0
        for foreign in sorted(segment.foreign):
            if segment.text[start : foreign.start].strip():
                yield segment, lang, Span(start, foreign.start)
            yield segment, foreign.lang, Span(foreign.start, foreign.end)
            start = foreign.end
        if start < len(segment.text):
            yield segment, lang, Span(start, len(segment.text))


def _without_rules(
    document: Document, options: Options
) -> tuple[dict[str, tuple[int, int, str]], int]:
    """What is in each language without rules, and how many words there are beside it.

    Of each language the number of passages, of words, and where the first passage stands.
    """
    found: dict[str, tuple[int, int, str]] = {}
    known, last = 0, ""
    for segment, lang, span in stretches(document):
        number = _words_in(segment.text[span.start : span.end])
        name = "" if lang is None or speaks(lang, options) else language(lang)
        if not name:
            known += number
        elif number:
            passages, before, first = found.get(name, (0, 0, ""))
            first = first or _where(document, segment, span)
            found[name] = passages + (name != last), before + number, first
        last = name if number else last
    return found, known


def _words_in(text: str) -> int:
    """How many words a stretch holds; where none are parted by spaces, two letters are one."""
    number = len(text.split())
    if text.isascii():
        return number
    return max(number, len(_UNSPACED.findall(text)) // _LETTERS)


def _where(document: Document, segment: Segment, span: Span) -> str:
    """The place of a passage, for people."""
    from lintwords.model.lines import Lines  # most texts hold none

    place = hull(segment.map.to_source(span))
    at = Lines(document.parts[place.part]).place(place)
    return at.place or f"line {at.line}"


def _is_judged(document: Document, known: int) -> bool:
    """Whether there are rules for some of it, or for stretches that were left out unread."""
    return known > 0 or document.left_out > 0


def passages_of(document: Document, options: Options) -> Iterator[Unread]:
    """The passages in languages without rules of a document that is judged."""
    found, known = _without_rules(document, options)
    if not _is_judged(document, known):
        return
    for lang, (passages, number, first) in sorted(found.items()):
        if number >= _PASSAGE:
            name = say("an unknown language") if lang == UNDETERMINED else lang
            yield Unread("passage", say_many(
                "{n} passage in {lang} was not checked: there are no rules for it ({words} words; "
                "{place})",
                "{n} passages in {lang} were not checked: there are no rules for it ({words} words;"
                " {place})", passages, lang=name, words=number, place=place(first),
            ))  # fmt: skip


def with_all_named(document: Document, options: Options) -> Document:
    """A document that no rule could judge with that as what was not read, for who shows no file."""
    file = with_languages(FileReport(document.path, "", 0), document, options)
    if file.is_judged:
        return document
    what = say(
        "all of it is in {unjudged}: there are no rules for it", unjudged=', '.join(file.unjudged),
    )
    return replace(document, unread=(*document.unread, Unread("passage", what)))


def with_languages(file: FileReport, document: Document, options: Options) -> FileReport:
    """`file` with the languages in it; silence about one without rules is no verdict."""
    found, known = _without_rules(document, options)
    is_judged = _is_judged(document, known) or not found
    langs = (lang for lang, one in found.items() if not is_judged or one[1] >= _PASSAGE)
    return replace(
        file, unjudged=tuple(sorted(langs)), is_judged=is_judged, spoken=document.spoken
    )
