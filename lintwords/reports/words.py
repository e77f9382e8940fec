"""Sentences about a whole report: what was found, what was read. Plural forms live here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lintwords.model import Cannot, FileReport, Finding, Report, Severity, Unread
from lintwords.packs import loader
from lintwords.reports.cells import SPACE, one_line, visible


def count(number: int, noun: str) -> str:
    """`1 file`, `2 files`, `9,412 words`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def where(finding: Finding) -> str:
    """The place of a finding, unbroken: `release.md:3:20`, `statement.docx, paragraph 4`."""
    at, path = finding.at, visible(str(finding.path))
    return f"{path}:{at.line}:{at.column}" if at.line > 0 else f"{path}, {visible(at.place)}"


def in_order(report: Report) -> list[Finding]:
    """Findings as the report lists them: errors and warnings by place, then suggestions."""
    suggestion = Severity.SUGGESTION
    return [
        *(finding for finding in report.findings if finding.severity > suggestion),
        *(finding for finding in report.findings if finding.severity is suggestion),
    ]


def summary(report: Report) -> str:
    """One or two sentences: what was found in how many files, each weight with its number.

    A run that found nothing says how much was read; what no rule could judge is never counted as
    clean. Empty if no file could be read.
    """
    if not report.files:
        return ""
    return " ".join(filter(None, (_found(report), unjudged(report), _in_part(report))))


def _in_part(report: Report) -> str:
    """How many files were not read in full, though a reader sees the rest; empty if none."""
    number = sum(bool(file.missed) for file in report.files)
    verb = "was" if number == 1 else "were"
    return f"{count(number, 'file')} {verb} not read in full." if number else ""


def unjudged(report: Report) -> str:
    """Which files are in a language without rules; empty if none is."""
    whole = [file for file in report.files if not file.is_judged]
    return f"{count(len(whole), 'file')} in {_languages(whole)}: not checked." if whole else ""


def _languages(files: Sequence[FileReport]) -> str:
    langs = sorted({visible(lang) for file in files for lang in file.unjudged})
    return f"{'a language' if len(langs) == 1 else 'languages'} without rules ({', '.join(langs)})"


def _found(report: Report) -> str:
    if not report.judged:
        return ""
    left = f" {count(len(report.ignored), 'finding')} ignored." if report.ignored else ""
    if not report.findings:
        words = sum(file.words for file in report.judged)
        read = f"{count(report.rules, 'rule')}, {count(words, 'word')}"
        return f"No findings in {count(len(report.judged), 'file')} ({read}).{left}"
    weights = [
        count(number, severity.word)
        for severity in reversed(Severity)
        if (number := report.count(severity))
    ]
    found = count(len(report.findings), "finding")
    return f"{found} in {_files(report)}: {', '.join(weights)}.{left}"


def not_checked(report: Report) -> str:
    """How many files could not be checked; empty if all were."""
    number = len(report.cannot)
    return f"{count(number, 'path')} could not be checked." if number else ""


def told(finding: Finding) -> str:
    """The message, after the place where the document has no lines."""
    at = finding.at
    return finding.message if at.line > 0 else f"{at.place}: {finding.message}"


def ended(text: str) -> str:
    """`text` as a sentence, which viewers show messages as."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def unread(report: Report) -> list[tuple[Path, Unread]]:
    """Each part that was not read, with its file."""
    return [(file.path, one) for file in report.files for one in file.unread]


def capital(clause: str) -> str:
    """A clause as the begin of a sentence."""
    return f"{clause[:1].upper()}{clause[1:]}"


def labels(findings: Iterable[Finding]) -> dict[str, dict[str, str]]:
    """The labels beside findings, by language: what to write instead, why, from which sources."""
    made = {}
    for lang in sorted({finding.lang for finding in findings}):
        says = loader.messages(lang)
        made[lang] = {
            "instead": capital(says["report-instead"]), "why": capital(says["report-why"]),
            "sources": says["page-sources"],
        }  # fmt: skip
    return made


def with_hint(cannot: Cannot) -> str:
    """What could not be done and the way out, on one line."""
    hint = " ".join(cannot.hint.split())
    return f"{cannot.message}. {hint}" if hint else cannot.message


def _files(report: Report) -> str:
    total = len(report.judged)
    hit = {finding.path for finding in report.findings}
    return "1 file" if total == 1 else f"{len(hit)} of {total:,} files"


def wordings(finding: Finding) -> list[str]:
    """Up to three wordings to write instead, best first.

    Where it is open who acted, the wording that asks comes before fixes that name somebody.
    """
    return list(dict.fromkeys(map(one_line, offered(finding))))[:3]


def offered(finding: Finding) -> list[str]:
    """All wordings of a finding, best first."""
    fixes = [fix.label for fix in finding.fixes]
    is_sure = any(fix.safe for fix in finding.fixes)
    return [*fixes, *finding.instead] if is_sure else [*finding.instead, *fixes]


def first_sentence(text: str) -> str:
    """The first sentence of a `why`; a single letter with a stop (`U.S.`) ends none."""
    words = SPACE.split(text.strip())
    for index, word in enumerate(words[:-1]):
        bare = word.rstrip("\"'”’»)")
        opens = words[index + 1].lstrip("\"'“‘«(")[:1]
        short = len(bare) == 2 or bare[:-1].count(".") > 0
        if bare.endswith((".", "!", "?")) and not short and not opens.islower():
            return " ".join(words[: index + 1])
    return " ".join(words)


def readings(report: Report) -> str:
    """By which readings mentions were weighed: another one may find more, or less."""
    several = "s" if len(report.readings) > 1 else ""
    return f"the reading{several} {', '.join(report.readings)}" if report.readings else ""
