"""JUnit XML: one suite a file, one case a finding; a file that could not be read is an error.

A case fails where its finding would make the run fail (`--fail-on`); a lighter one passes, and
says the same in its output.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from lintwords.interface import say
from lintwords.model import Cannot, FileReport, Finding, Report
from lintwords.reports.sentence import explained
from lintwords.reports.view import View
from lintwords.reports.words import (
    capital,
    first_sentence,
    in_order,
    where,
    with_hint,
    without_names,
)
from lintwords.reports.xml import allowed, document, element


def render(report: Report, view: View) -> str:
    """All files of the report, the clean ones as a case that passes."""
    root = element(None, "testsuites", name="lintwords")
    by_path: dict[Path, list[Finding]] = {}
    for finding in in_order(report):
        by_path.setdefault(finding.path, []).append(finding)
    for file in report.files:
        _checked(root, file, by_path.get(file.path, ()), view)
    for cannot in report.cannot:
        _cannot(root, cannot)
    root.set("tests", str(len(root.findall("*/testcase"))))
    root.set("failures", str(sum(map(view.fails, report.findings))))
    root.set("errors", str(len(root.findall("*/testcase/error"))))
    return document(root)


def _checked(root: Element, file: FileReport, findings: Sequence[Finding], view: View) -> None:
    name = file.path.as_posix()
    missed = bool(file.missed)
    suite = element(root, "testsuite", name=name, tests=max(len(findings) + missed, 1),
                    failures=sum(map(view.fails, findings)), errors=int(missed))
    if not file.is_judged:
        suite.set("skipped", "1")
        case = element(suite, "testcase", classname=name, name=say("not checked"))
        langs = ", ".join(file.unjudged)
        element(case, "skipped", message=(
            say("no names of the country in its language ({langs})", langs=langs)
            if without_names(file) else say("no rules for its language ({langs})", langs=langs)
        ))
    elif not findings and not missed:
        element(suite, "testcase", classname=name, name=say("no finding"))
    for finding in findings:
        case = element(suite, "testcase", classname=name,
                       name=f"{where(finding)} {finding.rule}")
        text = allowed(_told(finding, view))
        if view.fails(finding):
            failure = element(case, "failure", type=finding.severity.word,
                              message=finding.message)
            failure.text = text
        else:
            said = f"{say(finding.severity.word)}: {finding.message}"
            element(case, "system-out").text = f"{allowed(said)}\n{text}"
    _unread(suite, file)


def _told(finding: Finding, view: View) -> str:
    """The words in their sentence, what to write instead, and why."""
    _, *rows = explained(finding, view.more)
    return "\n".join([*rows, first_sentence(finding.why)])


def _unread(suite: Element, file: FileReport) -> None:
    """Parts that were not read: a case that fails for what a reader sees, a remark for the rest."""
    if file.missed:
        name = say("not read in full")
        case = element(suite, "testcase", classname=file.path.as_posix(), name=name)
        said = "; ".join(capital(one.what) for one in file.missed)
        element(case, "error", type="unread", message=said)
    if rest := [one.what for one in file.unread if not one.is_seen]:
        element(suite, "system-out").text = allowed("\n".join(rest))


def _cannot(root: Element, cannot: Cannot) -> None:
    name = cannot.path.as_posix()
    suite = element(root, "testsuite", name=name, tests=1, failures=0, errors=1)
    case = element(suite, "testcase", classname=name, name=say("could not be checked"))
    element(case, "error", type="cannot", message=with_hint(cannot))
