"""Findings as comments beside the text: message, wordings, why, and the rule, in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from lintwords.fixes.offers import ASKS
from lintwords.model import Finding, Fix, reasons
from lintwords.packs import loader
from lintwords.readers.docx.marks import Remark
from lintwords.reports.cells import one_line
from lintwords.reports.sentence import doubted
from lintwords.reports.words import capital, first_sentence, offered

LONGEST = 400  # characters
_WORDINGS = 3
_LEAST = 26  # characters of a why
_NONE: Mapping[int, str] = MappingProxyType({})


def remarks(
    findings: Iterable[Finding], made: Mapping[int, Fix], left: Mapping[int, str] = _NONE,
    notes: Mapping[int, str] = _NONE,
) -> list[Remark]:
    """A comment for each finding, by its id() in `made` or `left`, or open.

    `made` gives the fixes that are made, `left` the reasons of a person to leave words as they
    are, `notes` what a person says of findings that stay open, or of a change that is made, empty
    for a note that goes. A comment stands on the words and on all that their fix changes. Of
    findings of one rule with the same words and the same message only the first says why; in a
    quotation the message is another.
    """
    found = []
    for finding in findings:
        fix = made.get(id(finding))
        again, topic = "", tuple[str, ...]()
        if id(finding) in left:
            text = _left(finding, left[id(finding)])
        elif notes.get(id(finding)):
            said = loader.messages(finding.lang)["remark-note"]
            note = said.format(text=one_line(notes[id(finding)]))
            text = f"{note}\n{_text(finding, fix)}"
        else:
            text, again = _text(finding, fix), _again(finding, fix)
            topic = finding.rule, finding.words.casefold(), finding.message
        at = finding.at
        edits = [edit for edit in (fix.edits if fix else ()) if edit.part == at.part]
        start = min([at.start, *(edit.start for edit in edits)])
        end = max([at.end, *(edit.end for edit in edits)])
        decided = fix is not None or id(finding) in left or id(finding) in notes
        found.append(Remark(at.part, start, end, finding.rule, text, decided, again, topic,
                            finding.lang))
    return found


def reason_in(comment: str, lang: str) -> str:
    """The reason to leave words as they are that a comment gives; empty if it gives none."""
    return _told(comment, lang, "remark-left")


def note_in(comment: str, lang: str) -> str:
    """The note of a person on a finding that stays open; empty if a comment has none."""
    return _told(comment, lang, "remark-note")


def _told(comment: str, lang: str, key: str) -> str:
    """What a person says in the line of a comment that begins as the message `key` does."""
    lead = loader.messages(lang)[key].partition("{text}")[0]
    told = next((row for row in comment.split("\n") if row.startswith(lead)), lead)
    return told[len(lead) :]


def _left(finding: Finding, reason: str) -> str:
    """A reason is a person's own words: whole, as they were typed, before what was found."""
    said = loader.messages(finding.lang)["remark-left"].format(text=one_line(reason))
    return "\n".join([said, _ended(one_line(finding.message)), f"lintwords: {finding.rule}"])


def _again(finding: Finding, fix: Fix | None) -> str:
    """What is said where the why stands in a comment above: message and wordings."""
    last = loader.messages(finding.lang)["remark-again"].format(rule=finding.rule)
    lines, _ = _lines(finding, fix, len(last))
    return "\n".join([*lines, last])


def _text(finding: Finding, fix: Fix | None) -> str:
    last = f"lintwords: {finding.rule}"
    lines, room = _lines(finding, fix, len(last))
    why = loader.messages(finding.lang)["remark-why"].format(text=first_sentence(finding.why))
    return "\n".join([*lines, _cut(why, room), last])


def _lines(finding: Finding, fix: Fix | None, kept: int) -> tuple[list[str], int]:
    """Message, wordings, what speaks against the first, and the room for a why.

    That is in characters, `kept` ones apart.
    """
    says = loader.messages(finding.lang)
    is_told = finding.message in (says["quoted"], says["quoted-actor"])  # in the message itself
    first = [says["remark-quoted"]] if finding.is_quoted and not is_told else []
    first.append(_ended(one_line(finding.message)))
    if fix is not None and fix.label not in offered(finding):
        first.append(says["remark-own"])
    keys = [*(["report-write"] if fix is None else []), *["remark-or"] * _WORDINGS]
    wordings = [
        _ended(says[key].format(text=one_line(text)))
        for key, text in zip(keys, _others(finding, fix), strict=False)
    ]
    doubt = _doubt(finding, fix)
    room = LONGEST - len("\n".join([*first, *wordings, *doubt])) - kept - 2
    while room < _LEAST and wordings:
        room += len(wordings.pop()) + 1
    return [*first, *wordings, *doubt], room


def _doubt(finding: Finding, fix: Fix | None) -> list[str]:
    """Why the first wording is left to a person, or what to look at in one that was made for them.

    That a wording has to be chosen is said by offering them; what a person took, they have seen.
    """
    says = loader.messages(finding.lang)
    asked = doubted(finding) if fix is None else fix.why_not
    if finding.is_quoted or asked in ("", says[reasons.CHOOSE]):
        return []
    told = one_line(asked)
    return [_ended(
        capital(says["report-by-hand"].format(reason=told)) if fix is None
        else says["remark-check"].format(text=told)
    )]


def _others(finding: Finding, fix: Fix | None) -> list[str]:
    """The wordings beside the one that is made; a quotation belongs to its speaker and has none.

    What asks for words is answered once some were made.
    """
    if finding.is_quoted:
        return []
    made = fix.label if fix else ""
    others = (text for text in dict.fromkeys(offered(finding)) if text != made)
    return [text for text in others if not (fix and text.startswith(ASKS))][:_WORDINGS]


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ")")) else f"{text}."


def _cut(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return f"{text[: max(room - 1, 4)].rpartition(' ')[0]}…"
