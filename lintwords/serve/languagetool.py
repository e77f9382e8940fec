"""Findings as LanguageTool 6 answers `POST /v2/check`, so that its clients show them.

A client sends a `text`, or `data` with annotations: stretches of text, and of markup that may be
read as something else. Offsets of an answer count UTF-16 code units of all that was sent.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from lintwords import __version__
from lintwords.api import CATEGORY, LANGUAGES
from lintwords.model import Edit, Finding, Piece, Report, Run, SourceMap, Span, hull
from lintwords.reports.sentence import stretches
from lintwords.reports.words import first_sentence
from lintwords.serve.limits import Refused
from lintwords.serve.service import Service
from lintwords.serve.speaking import say
from lintwords.serve.utf16 import Units
from lintwords.values import dataclass

NAME = "text.txt"
_NAMED = {
    "en": ("English", ("AU", "CA", "GB", "NZ", "US", "ZA")),
    "fr": ("French", ("FR", "BE", "CA", "CH")),
}
_FAR = 40  # code points that a fix may reach beyond the found words
_ROUND = 40  # of context on each side
_MOST = 5  # wordings of one match


@dataclass(frozen=True, slots=True)
class Sent:
    """What a client has sent: all of it, the words that are read, and the way back from them."""

    whole: str
    read: str
    map: SourceMap

    def place(self, start: int, end: int) -> Piece:
        """Where words that are read stand in the whole; verbatim if no markup is among them."""
        pieces = self.map.to_source(Span(start, end))
        found = hull(pieces)
        joined = sum(piece.end - piece.start for piece in pieces)
        is_verbatim = all(piece.verbatim for piece in pieces) and joined == found.end - found.start
        return Piece(0, found.start, found.end, is_verbatim)


def languages() -> list[dict[str, str]]:
    """The languages that there are rules for, with their regions."""
    rows = []
    for code in LANGUAGES:
        name, regions = _NAMED.get(code, (code, ()))
        rows.append({"name": name, "code": code, "longCode": code})
        rows += [{"name": f"{name} ({region})", "code": code, "longCode": f"{code}-{region}"}
                 for region in regions]
    return rows


def check(service: Service, asked: Mapping[str, str], pages: str) -> dict[str, Any]:
    """The answer to the fields of a form; `pages` is the address of a rule's page with {rule}.

    Raises Refused for what LanguageTool refuses, and for a text that cannot be read.
    """
    tag = asked.get("language", "")
    code = tag.split("-")[0].lower()
    if code not in ("auto", *LANGUAGES):
        known = ", ".join(("auto", *LANGUAGES))
        raise Refused(400, f"'{tag}' is not a language code known to lintwords: {known}")
    sent = _sent(asked)
    try:
        # a mark that the text begins with would be taken for one of the file, so it gets one more
        data = sent.read.encode("utf-8-sig" if sent.read.startswith("\ufeff") else "utf-8")
    except UnicodeEncodeError as trouble:
        raise Refused(400, "the text holds half of a surrogate pair") from trouble
    checked = service.check(NAME, data, "" if code == "auto" else code)
    report = checked.report
    if checked.document is None:
        raise Refused(400, report.cannot[0].message, report.cannot[0].hint)
    chosen = [finding for finding in report.findings if _is_wanted(finding, asked)]
    units = Units(sent.whole)
    return {
        "software": {"name": "lintwords", "version": __version__, "apiVersion": 1,
                     "premium": False, "status": ""},
        "warnings": {"incompleteResults": not (report.is_whole and report.judged)},
        "language": _language(tag, report),
        "matches": [_match(finding, sent, units, pages) for finding in chosen],
    }


def _language(tag: str, report: Report) -> dict[str, Any]:
    lang = report.files[0].lang
    found = {"name": _NAMED.get(lang, (lang,))[0], "code": lang}
    return {**(found if tag == "auto" else {"name": _name(tag), "code": tag}),
            "detectedLanguage": found}


def _name(tag: str) -> str:
    return next((row["name"] for row in languages() if row["longCode"] == tag), tag)


# -- what was sent -------------------------------------------------------------------------------


def _sent(asked: Mapping[str, str]) -> Sent:
    if ("text" in asked) == ("data" in asked):
        raise Refused(400, "give the field text or the field data")
    if "text" in asked:
        return _joined([(asked["text"], None)])
    try:
        data = json.loads(asked["data"])
        if "text" in data:
            return _joined([(data["text"] + "", None)])
        return _joined([_stretch(row) for row in data["annotation"]])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as trouble:
        raise Refused(
            400, "the field data is not what it should be",
            'It is a JSON object with "text", or with "annotation": a list of {"text": …} and '
            '{"markup": …, "interpretAs": …}.',
        ) from trouble


def _stretch(row: Mapping[str, str]) -> tuple[str, str | None]:
    """The source of a stretch, and what markup is read as; None for text."""
    return (row["text"] + "", None) if "text" in row else \
        (row["markup"] + "", row.get("interpretAs", "") + "")


def _joined(stretches: Sequence[tuple[str, str | None]]) -> Sent:
    runs: list[Run] = []
    at = source = 0
    for text, read_as in stretches:
        read = text if read_as is None else read_as
        if read:
            piece = Piece(0, source, source + len(text), read_as is None)
            runs.append(Run(at, at + len(read), piece))
        at, source = at + len(read), source + len(text)
    whole = "".join(text for text, _ in stretches)
    words = "".join(text if read_as is None else read_as for text, read_as in stretches)
    return Sent(whole, words, SourceMap(tuple(runs)))


# -- what is answered ----------------------------------------------------------------------------


def _is_wanted(finding: Finding, asked: Mapping[str, str]) -> bool:
    def holds(*names: str) -> bool:
        rules, categories = (_listed(asked.get(name, "")) for name in names)
        return finding.rule in rules or finding.category in categories

    if holds("disabledRules", "disabledCategories"):
        return False
    is_only = asked.get("enabledOnly", "") in ("true", "yes")
    return not is_only or holds("enabledRules", "enabledCategories")


def _listed(names: str) -> Collection[str]:
    return {name.strip() for name in names.split(",")}


def _match(finding: Finding, sent: Sent, units: Units, pages: str) -> dict[str, Any]:
    wordings, start, end = _wordings(finding, sent.read)
    place = sent.place(start, end)
    if not place.verbatim:  # a wording would take the markup away
        wordings = []
    first = units(place.start)
    before = max(place.start - _ROUND, 0)
    context = " ".join(sent.whole[before : place.end + _ROUND].split("\n"))
    why = first_sentence(finding.why)
    return {
        "message": f"{finding.message}. {why}",
        "shortMessage": finding.message,
        "replacements": [{"value": wording} for wording in wordings],
        "offset": first,
        "length": units(place.end) - first,
        "context": {"text": context, "offset": first - units(before),
                    "length": units(place.end) - first},
        "sentence": "".join(stretches(finding)),
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": finding.message,
            "issueType": "style",
            "category": {"id": finding.category, "name": say(f"category-{finding.category}")},
            "urls": [{"value": pages.format(rule=finding.rule)}],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _wordings(finding: Finding, text: str) -> tuple[list[str], int, int]:
    """The wordings of a match, best first, and the stretch that each of them replaces.

    A client knows one stretch a match: it holds all that the fixes change, so that what stands
    between their edits is part of each wording.
    """
    at = finding.at
    if finding.is_quoted or finding.category == CATEGORY:
        return [], at.start, at.end
    fixes = [fix for fix in finding.fixes if _is_near(fix.edits, at.start, at.end)]
    start = min([at.start, *(edit.start for fix in fixes for edit in fix.edits)])
    end = max([at.end, *(edit.end for fix in fixes for edit in fix.edits)])
    rows = [fix.edits for fix in fixes]
    rows += [(Edit(0, at.start, at.end, words),) for words in finding.instead]
    found = ["".join(_spliced(text, edits, start, end)) for edits in rows]
    return list(dict.fromkeys(found))[:_MOST], start, end


def _is_near(edits: Sequence[Edit], start: int, end: int) -> bool:
    return all(start - _FAR <= edit.start and edit.end <= end + _FAR for edit in edits)


def _spliced(text: str, edits: Sequence[Edit], start: int, end: int) -> Iterator[str]:
    for edit in sorted(edits, key=lambda edit: edit.start):
        yield text[start : edit.start]
        yield edit.text
        start = edit.end
    yield text[start:end]
