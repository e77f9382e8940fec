"""A finding's sentence on one line, its words in brackets, and what every report says beside it.

The labels that stand beside words of a text are in the language of the finding.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.model import Finding, Fix, reasons
from lintwords.model.rule import COMMENT
from lintwords.packs import loader
from lintwords.reports.cells import cells, cut, last_words, one_line, visible
from lintwords.reports.words import ended, offered, told, wordings

ROOM = 200  # cells of a sentence in a message


def stretches(finding: Finding) -> tuple[str, str, str]:
    """What stands before the found words, the words, what stands after; as a person reads it."""
    return finding.sentence.stretches if finding.sentence.text else ("", finding.words, "")


def marked(finding: Finding, room: int = ROOM, more: str = "…") -> str:
    """The sentence in about `room` cells with the words in brackets: "They said [China] jailed"."""
    before, words, after = map(_plain, stretches(finding))
    words = f"[{_ends(words.strip(), max(room // 2, 8), more)}]"
    left = max(room - cells(words), 0)
    before = _tail(before, max(left // 3, left - cells(after)), more)
    return f"{before}{words}{_front(after, left - cells(before), more)}"


def explained(finding: Finding, more: str = "…") -> list[str]:
    """What a program shows of a finding, line by line: what to do, where, what to write."""
    says = loader.messages(finding.lang)
    words = " · ".join(wordings(finding))
    return [
        ended(told(finding)),
        says["report-text"].format(text=marked(finding, more=more)),
        *([says["report-write"].format(text=words)] if words else []),
    ]


def message_for(finding: Finding, key: str, **fields: str) -> str:
    """What stands beside a finding (`report-why`), in the language that it is explained in."""
    said = loader.messages(finding.lang)[key]
    return said.format(**fields) if fields else said


def by_hand(finding: Finding, fix: Fix) -> str:
    """Why a fix that is not safe is left to a person: "by hand: …"."""
    return message_for(finding, "report-by-hand", reason=one_line(fix.why_not))


def fix_line(finding: Finding, fix: Fix | None = None) -> str:
    """What a fix would do, the best of the finding or this one; never left out."""
    says = loader.messages(finding.lang)
    if finding.is_quoted:
        return says["report-quoted"]
    fixes = [one for one in finding.fixes if fix is None or one.label == fix.label]
    if any(one.safe for one in fixes):
        return says["report-safe"]
    choose = says[reasons.CHOOSE if offered(finding) else "report-nothing"]
    if finding.category == COMMENT:
        choose = says["report-comment"]
    return says["report-by-hand"].format(reason=one_line(_why_not(fixes) or choose))


def doubted(finding: Finding) -> str:
    """Why no fix of a finding is safe; empty if one is, or it has none."""
    return "" if any(one.safe for one in finding.fixes) else _why_not(finding.fixes)


def _why_not(fixes: Sequence[Fix]) -> str:
    """Why a person has to look at the first of these that says so."""
    return next((one.why_not for one in fixes if one.why_not), "")


def _plain(text: str) -> str:
    """`text` made visible; the ends keep their spaces."""
    return visible(" ".join(text.split("\n")))


def _ends(words: str, room: int, more: str) -> str:
    """Words that are too long by their two ends."""
    if cells(words) <= room:
        return words
    half = (room - cells(more)) // 2
    last = _tail(words, half, "").lstrip()
    return f"{cut(words, half, '').rstrip()} {more} {last}"


def _front(text: str, room: int, more: str) -> str:
    if cells(text) <= room:
        return text
    return cut(text, room, more) if room > cells(more) + 1 else ""


def _tail(text: str, room: int, more: str) -> str:
    """The end of `text` that fits, from a word on."""
    if cells(text) <= room:
        return text
    kept = last_words(text, room - cells(more) - 1)
    return f"{more} {kept}" if more and kept.strip() else f"{more} " if more else kept
