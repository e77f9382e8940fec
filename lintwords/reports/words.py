"""Sentences about a whole report: what was found, what was read. Plural forms live here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lintwords.interface import number, place, say, say_many
from lintwords.model import Cannot, FileReport, Finding, Report, Severity, Unread
from lintwords.packs import loader
from lintwords.packs.stamps import with_rules
from lintwords.reports.cells import SPACE, one_line, visible

_NAMED = 3  # files that are named in a sentence


def count(n: int, noun: str) -> str:
    """A number with its noun, as it is spoken: `1 file`, `2 files`, `9,412 words`."""
    return say_many(f"{{n}} {noun}", f"{{n}} {noun}s", n)


def where(finding: Finding) -> str:
    """The place of a finding, unbroken: `release.md:3:20`, `statement.docx, paragraph 4`."""
    at, path = finding.at, visible(str(finding.path))
    return f"{path}:{at.line}:{at.column}" if at.line > 0 else f"{path}, {visible(place(at.place))}"


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
    return " ".join(filter(None, (
        _found(report), *_subjects(report), unjudged(report), _in_part(report),
    )))


def _subjects(report: Report) -> Iterator[str]:
    """By which other country's names files were judged: nothing was said of the usual one."""
    for country, other, files in report.subjects:
        yield say_many(
            "{n} file was judged by the names of {country} alone, and not by those of {other}.",
            "{n} files were judged by the names of {country} alone, and not by those of {other}.",
            files, country=visible(country), other=other,
        )


def _in_part(report: Report) -> str:
    """How many files were not read in full, though a reader sees the rest; empty if none."""
    missed = sum(bool(file.missed) for file in report.files)
    return say_many("{n} file was not read in full.", "{n} files were not read in full.",
                    missed) if missed else ""


def unjudged(report: Report) -> str:
    """Which files are in a language that is not judged, the first named; empty if none is."""
    whole = [file for file in report.files if not file.is_judged]
    nameless = [file for file in whole if without_names(file)]
    ruleless = [file for file in whole if not without_names(file)]
    told = []
    if ruleless:
        langs, fields = _langs(ruleless)
        told.append(
            say("{files} not checked, in a language without rules ({langs}): {names}.", **fields)
            if langs == 1 else
            say("{files} not checked, in languages without rules ({langs}): {names}.", **fields)
        )
    if nameless:
        told.append(say("{files} not checked, in a language without names of the country "
                        "({langs}): {names}.", **_langs(nameless)[1]))
    return " ".join(told)


def without_names(file: FileReport) -> bool:
    """Whether a file is not judged though there are rules for it: a user's names are in another
    language.
    """
    return not set(file.unjudged).isdisjoint(with_rules())


def _langs(files: Sequence[FileReport]) -> tuple[int, dict[str, str]]:
    """How many languages files are in that were not judged, and how they are told."""
    langs = sorted({visible(lang) for file in files for lang in file.unjudged})
    names = ", ".join(visible(str(file.path)) for file in files[:_NAMED])
    if (more := len(files) - _NAMED) > 0:
        names = f"{names} {say_many('and {n} more', 'and {n} more', more)}"
    return len(langs), {"files": count(len(files), "file"), "langs": ", ".join(langs),
                        "names": names}


def _found(report: Report) -> str:
    if not report.judged:
        return ""
    if not report.findings:
        words = sum(file.words for file in report.judged)
        return _with_ignored(report, say(
            "No findings in {files} ({rules}, {words}).", files=count(len(report.judged), "file"),
            rules=count(report.rules, "rule"), words=count(words, "word"),
        ))
    weights = [
        count(of_it, severity.word)
        for severity in reversed(Severity)
        if (of_it := report.count(severity))
    ]
    found = count(len(report.findings), "finding")
    return _with_ignored(report, say(
        "{findings} in {files}: {weights}.", findings=found, files=_files(report),
        weights=", ".join(weights),
    ))


def _with_ignored(report: Report, sentence: str) -> str:
    known = sum(one.by == "baseline" for one in report.ignored)
    ignored = len(report.ignored) - known
    told = [
        say_many("{n} finding ignored.", "{n} findings ignored.", ignored) if ignored else "",
        in_baseline(known),
    ]
    return " ".join(filter(None, (sentence, *told)))


def in_baseline(known: int) -> str:
    """How many findings a baseline knows; empty if none."""
    return say_many("{n} known finding is in the baseline.",
                    "{n} known findings are in the baseline.", known) if known else ""


def not_checked(report: Report) -> str:
    """How many files could not be checked; empty if all were."""
    left = len(report.cannot)
    return say_many("{n} path could not be checked.", "{n} paths could not be checked.",
                    left) if left else ""


def told(finding: Finding) -> str:
    """The message, after the place where the document has no lines."""
    at = finding.at
    return finding.message if at.line > 0 else f"{place(at.place)}: {finding.message}"


def ended(text: str) -> str:
    """A text as a sentence, which viewers show messages as."""
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
        }
    return made


def with_hint(cannot: Cannot) -> str:
    """What could not be done and the way out, on one line."""
    hint = " ".join(cannot.hint.split())
    return f"{cannot.message}. {hint}" if hint else cannot.message


def _files(report: Report) -> str:
    total = len(report.judged)
    hit = {finding.path for finding in report.findings}
    return say_many("{n} file", "{hit} of {n} files", total, hit=number(len(hit)))


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
    named = ", ".join(report.readings)
    if not named:
        return ""
    if len(report.readings) == 1:
        return say("the reading {readings}", readings=named)
    return say("the readings {readings}", readings=named)
