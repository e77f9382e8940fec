"""What `fix` did: one line a file, then what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.interface import say, say_many
from lintwords.model import Finding, Report
from lintwords.reports.cells import cells, visible
from lintwords.reports.next_commands import UNKNOWN, Started, told
from lintwords.reports.view import MAX_WIDTH
from lintwords.reports.words import count, in_baseline, summary


class Made(NamedTuple):
    """What is told of an office document beside the places that changed."""

    tracked: int | None  # changes that are tracked; None where none are
    comments: int
    original: Path | None  # what it is a copy of


def render(
    changed: Mapping[Path, int], report: Report, would: bool = False,
    made: Mapping[Path, Made] | None = None, started: Started = UNKNOWN,
) -> str:
    """Lines for the files of `report` in which something was changed or is left.

    With `would` nothing was written, and the lines say so. `made` tells of office documents.
    """
    made = made or {}
    left: dict[Path, list[Finding]] = {}
    for finding in report.findings:
        left.setdefault(finding.path, []).append(finding)
    paths = [file.path for file in report.files if file.path in left or changed.get(file.path)]
    if not paths:
        if not report.files:
            return ""
        return "\n".join([summary(report), *_told_known(report, 0), *_told_made(made), ""])
    width = max(cells(visible(str(path))) for path in paths)
    unwritten = {one.path for one in report.cannot}
    rows = [
        _row(path, width, changed.get(path, 0), left.get(path, ()), would,
             is_written=path not in unwritten) for path in paths
    ]  # fmt: skip
    known = sum(one.by == "baseline" for one in report.ignored)
    last = [
        *_last(changed, left, would, started), *_told_known(report, known), *_told_made(made)
    ]  # fmt: skip
    return "\n".join([*rows, *last]) + "\n"


def _told_known(report: Report, known: int) -> Iterator[str]:
    """That findings of the baseline stay; `known` is their number, 0 where it was told before."""
    if known:
        yield in_baseline(known)
    if any(one.by == "baseline" for one in report.ignored):
        yield say("fix leaves what the baseline knows as it is. To change it too, without your "
                  "settings: --isolated")  # fmt: skip


def _told_made(made: Mapping[Path, Made]) -> Iterator[str]:
    for path, one in made.items():
        if one.tracked is not None:
            yield say(
                "{path}: {changes}, {comments}. Open it in Word: Review > Next.",
                path=visible(str(path)), changes=count(one.tracked, "tracked change"),
                comments=count(one.comments, "comment"),
            )
        elif one.original:
            yield say(
                "{path} is a copy; {original} stays as it is.",
                path=visible(str(path)), original=visible(str(one.original)),
            )


def _row(
    path: Path, width: int, changed: int, left: Sequence[Finding], would: bool, *, is_written: bool
) -> str:
    name = visible(str(path))
    parts = []
    if changed:
        parts.append(say_many("{n} would change", "{n} would change", changed) if would
                     else say_many("{n} changed", "{n} changed", changed))  # fmt: skip
    if left:
        why = _why(left) if is_written else say("not written")
        parts.append(say_many("{n} left ({why})", "{n} left ({why})", len(left), why=why))
    return f"{name}{' ' * (width - cells(name))}  {', '.join(parts)}"


def _why(left: Sequence[Finding]) -> str:
    """Why findings are left: the reasons in order of number."""
    reasons = Counter(map(_reason, left))
    told = [reason for reason, _ in reasons.most_common(2)]
    return say("{first}; {second}", first=told[0], second=told[1]) if told[1:] else told[0]


def _reason(finding: Finding) -> str:
    if finding.is_quoted:
        return say("quoted words stay")
    return say("needs a choice")


def told_changed(changed: Mapping[Path, int], would: bool = False) -> str:
    """How many places were changed, as a sentence."""
    files = [number for number in changed.values() if number]
    places = sum(files)
    if not places:
        return say("Nothing would change.") if would else say("Nothing was changed.")
    among = count(len(files), "file")
    if would:
        return say_many("{n} place would change in {files}.", "{n} places would change in {files}.",
                        places, files=among)  # fmt: skip
    return say_many("{n} place changed in {files}.", "{n} places changed in {files}.", places,
                    files=among)  # fmt: skip


def _last(
    changed: Mapping[Path, int], left: Mapping[Path, Sequence[Finding]], would: bool,
    started: Started,
) -> Iterator[str]:
    done = told_changed(changed, would)
    if left:
        rest = say_many("{n} finding left", "{n} findings left", sum(map(len, left.values())))
        yield from told(f"{done} {rest}", started.command("review", left), MAX_WIDTH)
    else:
        yield done
