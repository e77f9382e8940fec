"""What `fix` did: one line a file, then what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from lintwords.fixes import copies
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
    only_read: Collection[Path] = (), piped: Collection[Path] = (),
) -> str:
    """Lines for the files of `report` in which something was changed or is left.

    With `would` nothing was written, and the lines say so. `made` tells of office documents;
    `only_read` are files of a type that is never changed, `piped` names that stand for standard
    input: no command opens them.
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
    stays = {path: say("files of this type are only read") for path in only_read}
    stays |= {path: say("not written") for path in unwritten}
    rows = [
        _row(path, width, changed.get(path, 0), left.get(path, ()), would, stays.get(path, ""))
        for path in paths
    ]
    written = [path for path in paths if changed.get(path) and path not in made and not would]
    here = [path for path in written if path not in piped]
    back = [say("The fixed text went to standard output.")] if len(here) < len(written) else []
    known = sum(one.by == "baseline" for one in report.ignored)
    last = [
        *_last(changed, left, would, started, only_read, piped), *back,
        *_told_here(here, started),
        *_told_known(report, known), *_told_made(made),
    ]
    return "\n".join([*rows, *last]) + "\n"


def _told_known(report: Report, known: int) -> Iterator[str]:
    """That findings of the baseline stay; `known` is their number, 0 where it was told before."""
    if known:
        yield in_baseline(known)
    if any(one.by == "baseline" for one in report.ignored):
        yield say("fix leaves what the baseline knows as it is. To change it too, without your "
                  "settings: --isolated")


def _told_here(here: Sequence[Path], started: Started) -> Iterator[str]:
    """That files were themselves changed, and what keeps them."""
    if len(here) == 1:
        what = say("{path} was itself changed. To write a copy instead", path=visible(str(here[0])))
        into = quote(str(copies.copy_of(here[0])))
        yield from told(what, started.command(f"fix -o {into}", here), MAX_WIDTH)
    elif here:
        yield say("{files} were themselves changed; -o writes a copy of one.",
                  files=count(len(here), "file"))


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
    path: Path, width: int, changed: int, left: Sequence[Finding], would: bool, stays: str
) -> str:
    name = visible(str(path))
    parts = []
    if changed:
        parts.append(say_many("{n} would change", "{n} would change", changed) if would
                     else say_many("{n} changed", "{n} changed", changed))
    if left:
        why = stays or _why(left)
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
                        places, files=among)
    return say_many("{n} place changed in {files}.", "{n} places changed in {files}.", places,
                    files=among)


def _last(
    changed: Mapping[Path, int], left: Mapping[Path, Sequence[Finding]], would: bool,
    started: Started, only_read: Collection[Path], piped: Collection[Path],
) -> Iterator[str]:
    done = told_changed(changed, would)
    if left:
        rest = say_many("{n} finding left", "{n} findings left", sum(map(len, left.values())))
        opened = [path for path in left if path not in piped]
        if not opened:
            yield f"{done} {rest}."
            return
        if all(path in only_read for path in left):
            rest = say("{rest}. To take words, and save the text with them", rest=rest)
        yield from told(f"{done} {rest}", started.command("review", opened), MAX_WIDTH)
    else:
        yield done
