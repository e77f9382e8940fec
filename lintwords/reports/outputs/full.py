"""The report for people: one block a finding, with the words, the reason and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.interface import place, say, say_many
from lintwords.model import FileReport, Finding, Ignored, Passed, Report, Severity, Source
from lintwords.packs import loader
from lintwords.reports import next_commands
from lintwords.reports.cells import cells, cut, one_line, wrap
from lintwords.reports.let_go import let_go, nearby
from lintwords.reports.sentence import fix_line, marked
from lintwords.reports.snippet import snippet
from lintwords.reports.sources import named
from lintwords.reports.view import View
from lintwords.reports.words import (
    count,
    first_sentence,
    in_order,
    not_checked,
    summary,
    where,
    wordings,
)

_STDIN = "<stdin>"  # what standard input is called where it has no name; no path for a command
LABELS = 17  # columns that labels take
ONE_LINE = 100  # from this width on, wordings share a line where they fit
LINES = 4  # lines of source shown of one finding


def render(report: Report, view: View) -> str:
    """All findings, then the lines for action; empty if no file could be read."""
    files = {file.path: file for file in report.files}
    ordered = in_order(report)
    weighty = [finding for finding in ordered if finding.severity > Severity.SUGGESTION]
    suggestions = ordered[len(weighty) :]
    limit = view.limit or len(weighty)
    near = nearby(report.passed, weighty[:limit]) if view.verbose else {}
    blocks = [
        "\n".join(_block(finding, files.get(finding.path), near.get(id(finding), ()), view))
        for finding in weighty[:limit]
    ]
    if rest := weighty[limit:]:
        head = say_many("{n} more finding, in short (--limit 0 shows all in full):",
                        "{n} more findings, in short (--limit 0 shows all in full):",
                        len(rest))
        blocks.append("\n".join([head, *(row for one in rest for row in _brief(one, view))]))
    if suggestions:
        rows = [row for one in suggestions for row in _brief(one, view)]
        if rest:  # else they would be taken for those that are told in short
            rows.insert(0, say("{suggestions}:", suggestions=count(len(suggestions), "suggestion")))
        blocks.append("\n".join(rows))
    if view.verbose:
        if far := let_go(report.passed, weighty[:limit]):
            head = say_many("{n} place let go:", "{n} places let go:", len(far))
            most = view.limit or len(far)
            more = say_many("and {n} more", "and {n} more", max(len(far) - most, 0))
            left = [f"  {more}"] if len(far) > most else []
            blocks.append("\n".join([head, *(f"  {row}" for row in far[:most]), *left]))
        known = [one for one in report.ignored if one.by == "baseline"]
        ignored = [one for one in report.ignored if one.by != "baseline"]
        if ignored:
            head = say_many("{n} finding ignored:", "{n} findings ignored:", len(ignored))
            blocks.append("\n".join(_let_be(head, ignored)))
        if known:
            head = say_many("{n} finding in the baseline:", "{n} findings in the baseline:",
                            len(known))
            blocks.append("\n".join(_let_be(head, known)))
    if last := _last(report, ordered, view):
        blocks.append("\n".join(last))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _block(
    finding: Finding, file: FileReport | None, near: Sequence[Passed], view: View
) -> Iterator[str]:
    yield from _head(finding, view)
    for message in wrap(one_line(finding.message), view.width):
        yield view.bold(message)
    yield from _source(finding, file.lines if file else (), view)
    why = wrap(one_line(first_sentence(finding.why)), view.width - LABELS)
    if len(why) > 2:
        why = [why[0], cut(" ".join(why[1:]), view.width - LABELS, view.more)]
    says = loader.messages(finding.lang)
    yield from _labelled(says["report-why"], why)
    if not finding.is_quoted:
        yield from _labelled(says["report-instead"], _wordings(finding, view))
    yield from _labelled(says["report-fix"], wrap(fix_line(finding), view.width - LABELS))
    if view.verbose:
        yield from _more(finding, near, view)


def _let_be(head: str, rows: Sequence[Ignored]) -> Iterator[str]:
    """What --verbose says of findings that are left be."""
    yield head
    for row in rows:
        told = say('{place}: "{words}" [{rule}], by {by} ({where}): {reason}',
                   place=where(row.finding), words=row.finding.words, rule=row.finding.rule,
                   by=say(row.by), where=place(row.where), reason=row.reason)
        yield f"  {one_line(told)}"


def _head(finding: Finding, view: View) -> Iterator[str]:
    at, severity = where(finding), finding.severity
    word = say(severity.word)
    tail = f"{word}  {one_line(finding.rule)}"
    painted = f"{view.paint(word, severity)}  {view.link(one_line(finding.rule))}"
    if cells(at) + 2 + cells(tail) <= view.width:
        yield f"{at}  {painted}"
    else:  # the place stays unbroken, so that terminals make it clickable
        yield at
        yield f"  {painted}"


def _source(finding: Finding, lines: Sequence[str], view: View) -> Iterator[str]:
    digits = max(len(str(finding.at.end_line)), 4)
    room = view.width - digits - 3
    shown = snippet(finding, lines, room, tab=view.tab, mark=view.more)
    gap = " " * digits
    for index, (number, text, underline) in enumerate(shown):
        if len(shown) > LINES and LINES - 2 <= index < len(shown) - 1:
            if index == LINES - 2:
                yield f"{gap} | {view.more}"
            continue
        yield f"{number or '':>{digits}} | {text}".rstrip()
        spaces = len(underline) - len(underline.lstrip())
        yield f"{gap} | {' ' * spaces}{view.paint(underline[spaces:], finding.severity)}"


def _labelled(label: str, lines: Sequence[str]) -> Iterator[str]:
    for index, text in enumerate(lines):
        yield f"  {label if index == 0 else '':<{LABELS - 2}}{text}"


def _wordings(finding: Finding, view: View) -> list[str]:
    offered, room = wordings(finding), view.width - LABELS
    if not offered:
        return wrap(loader.messages(finding.lang)["report-no-wording"], room)
    together = view.between.join(offered)
    if view.width >= ONE_LINE and cells(together) <= room:
        return [together]
    if len(offered) == 1:
        return wrap(offered[0], room)
    return [part for wording in offered for part in _hanging(wording, room)]


def _hanging(text: str, width: int) -> list[str]:
    """Lines of which all but the first are indented, so that one wording is told from the next."""
    first, *rest = wrap(text, width) or [""]
    return [first, *(f"  {line}" for line in wrap(" ".join(rest), width - 2))]


def _more(finding: Finding, near: Sequence[Passed], view: View) -> Iterator[str]:
    """What --verbose adds; `near` was let go nearest to this finding."""
    room = view.width - LABELS
    rule = f"{finding.rule}, {finding.category}"
    page = view.page(finding.rule)
    yield from _labelled(say("rule"), wrap(one_line(f"{rule} ({page})" if page else rule), room))
    for source in finding.sources:
        told = named(source, finding.lang)
        yield from _labelled(say("source"), [*wrap(told, room), *_url(source)])
    rows = [
        say('{place}: "{words}" ({reason})', place=place(item.place or f"line {item.line}"),
            words=item.words, reason=item.reason)
        for item in near
    ]
    if rows:
        yield from _labelled(say("let go nearby"), wrap(one_line(", ".join(rows)), room))


def _url(source: Source) -> list[str]:
    return [one_line(source.url)] if source.url else []


def _brief(finding: Finding, view: View) -> Iterator[str]:
    """Two lines: the place and what to do, cut where it would be too long; words and wording."""
    at, rule = where(finding), one_line(finding.rule)
    word, message = say(finding.severity.word), one_line(finding.message)
    painted = view.paint(word, finding.severity)
    room = view.width - cells(f"{at}: {word}:  [{rule}]")
    if room >= 12:
        yield f"{at}: {painted}: {cut(message, room, view.more)} [{rule}]"
    else:
        yield from (at, f"  {painted}")
        yield from (f"  {line}" for line in wrap(f"{message} [{rule}]", view.width - 2))
    yield f"  {_in_short(finding, view.width - 2, view)}"


def _in_short(finding: Finding, width: int, view: View) -> str:
    """The sentence round the words and the first wording, in one line."""
    offered = wordings(finding)
    write = f"{view.instead}{cut(offered[0], width // 2, view.more)}" if offered else ""
    return cut(f"{marked(finding, width - cells(write), view.more)}{write}", width, view.more)


def _last(report: Report, ordered: Sequence[Finding], view: View) -> list[str]:
    lines = wrap(summary(report), view.width)
    if lines and (missing := not_checked(report)):
        lines.append(missing)
    started, width = view.started, view.width
    named = [finding for finding in ordered if str(finding.path) != _STDIN]
    if fixable := [one.path for one in named if any(fix.safe for fix in one.fixes)]:
        what = say_many("{n} has a safe fix", "{n} have a safe fix", len(fixable))
        lines += next_commands.told(what, started.command("fix", fixable), width)
    if named:
        asked = started.command("review", (one.path for one in named))
        lines += next_commands.told(say("To go through them one by one"), asked, width)
    if ordered:
        explained = started.explain(ordered[0].rule)
        lines += next_commands.told(say("Why a rule exists"), explained, width)
    return lines
