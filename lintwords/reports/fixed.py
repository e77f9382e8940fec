"""What `fix` did: one line a file, then what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords.model import Finding, Report, Voice
from lintwords.reports.cells import cells, visible
from lintwords.reports.commands import UNKNOWN, Started, told
from lintwords.reports.view import MAX_WIDTH
from lintwords.reports.words import count, summary


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
        return f"{summary(report)}\n" if report.files else ""
    width = max(cells(visible(str(path))) for path in paths)
    rows = [_row(path, width, changed.get(path, 0), left.get(path, ()), would) for path in paths]
    last = [*_last(changed, left, would, started), *_told_made(made)]
    return "\n".join([*rows, *last]) + "\n"


def _told_made(made: Mapping[Path, Made]) -> Iterator[str]:
    for path, one in made.items():
        if one.tracked is not None:
            number = f"{count(one.tracked, 'tracked change')}, {count(one.comments, 'comment')}"
            yield f"{visible(str(path))}: {number}. Open it in Word: Review > Next."
        elif one.original:
            yield f"{visible(str(path))} is a copy; {visible(str(one.original))} stays as it is."


def _row(path: Path, width: int, changed: int, left: Sequence[Finding], would: bool) -> str:
    name = visible(str(path))
    parts = [f"{changed:,} {'would change' if would else 'changed'}"] if changed else []
    if left:
        parts.append(f"{len(left):,} left ({_why(left)})")
    return f"{name}{' ' * (width - cells(name))}  {', '.join(parts)}"


def _why(left: Sequence[Finding]) -> str:
    """Why findings are left: the reasons in order of number."""
    reasons = Counter(map(_reason, left))
    return "; ".join(reason for reason, _ in reasons.most_common(2))


def _reason(finding: Finding) -> str:
    if finding.voice is Voice.QUOTED or not finding.fixes and finding.voice is Voice.REBUTTED:
        return "quoted words stay"
    if finding.fixes:
        return "needs a look"
    return "needs a choice"


def told_changed(changed: Mapping[Path, int], would: bool = False) -> str:
    """How many places were changed, as a sentence."""
    files = [number for number in changed.values() if number]
    places = sum(files)
    verb = "would change" if would else "changed"
    if not places:
        return f"Nothing {verb if would else 'was changed'}."
    return f"{count(places, 'place')} {verb} in {count(len(files), 'file')}."


def _last(
    changed: Mapping[Path, int], left: Mapping[Path, Sequence[Finding]], would: bool,
    started: Started,
) -> Iterator[str]:
    done = told_changed(changed, would)
    if left:
        rest = count(sum(map(len, left.values())), "finding")
        yield from told(f"{done} {rest} left", started.command("review", left), MAX_WIDTH)
    else:
        yield done
