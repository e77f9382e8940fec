"""One page for people who look rather than read: a single file without script or assets.

All text of documents, rules and file names is data: it passes `text` once, on its way into the
page. Classes that filters need are numbers, never names from a rule pack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from lintwords import __version__
from lintwords.interface import ENGLISH, language, number, place, say, say_many
from lintwords.model import Cannot, Finding, Report, Severity, Source, Unread
from lintwords.packs import loader
from lintwords.readers.own import report_seal
from lintwords.reports import dates
from lintwords.reports.cells import OPENING, SPOKEN, one_line
from lintwords.reports.markup import link, text
from lintwords.reports.sentence import fix_line, stretches
from lintwords.reports.view import Became, Decided, Stretch, View
from lintwords.reports.words import capital, count, readings, summary, unread, wordings

MOST = 2000  # findings on the page
MOST_OPEN = 12  # open findings that the head leads to
MOST_NAMED = 3  # files that were not read, above the findings; more are folded
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = Path(__file__).with_name("report.css")
_LANG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_STATES = {True: "open", False: "done"}  # whether a finding is open → its class


def render(report: Report, view: View) -> str:
    """The page; with `view.redact` no words of a document stand in it."""
    shown = report.findings[:MOST]
    rules = {name: f"r{at}" for at, name in enumerate(_in_order(f.rule for f in shown))}
    page = "\n".join([*_head(report, rules), *_body(report, shown, rules, view), ""])
    return report_seal.sealed(OPENING.sub(r"\1&#58;", SPOKEN.sub("&#35;", page)))


def _head(report: Report, rules: dict[str, str]) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{language()}">'
    yield "<head>"
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta charset="utf-8">'
    # by this the reader of HTML knows a report, and by its seal one that nobody has changed
    yield f'<meta name="generator" content="lintwords {__version__}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{text(_title(report))}</title>"
    yield f"<style>\n{_STYLE.read_text('utf-8')}"
    boxes = (*(_severity_class(severity) for severity in Severity), *_STATES.values())
    for box in (*boxes, *rules.values()):
        yield f"body:has(#{box}:not(:checked)) .{box} {{ display: none; }}"
    yield "</style>"
    yield "</head>"


def _body(
    report: Report, shown: Sequence[Finding], rules: dict[str, str], view: View
) -> Iterator[str]:
    yield "<body>"
    yield f'<a class="skip" href="#findings">{text(say("To the findings"))}</a>'
    yield from _banner(report, shown, view)
    if report.cannot:
        yield from _cannot(report.cannot)
    if parts := unread(report):
        yield from _unread(parts)
    yield '<div class="page">'
    if shown:
        yield from _filters(shown, rules, view)
    yield '<main id="findings">'
    if len(report.findings) > MOST:
        yield f"<p>{text(say('The first {most} findings are shown.', most=number(MOST)))}</p>"
    yield from _files(shown, rules, view)
    yield "</main>"
    yield "</div>"
    yield from _footer(report)
    yield "</body>"
    yield "</html>"


def _title(report: Report) -> str:
    return say("Who acts? Language check of {files}", files=count(len(report.files), "file"))


def _banner(report: Report, shown: Sequence[Finding], view: View) -> Iterator[str]:
    languages = ", ".join(_in_order(file.lang for file in report.files if file.lang != "und"))
    day = dates.spoken(view.today, language()) if view.today else ""
    about = " · ".join(filter(None, (day, f"lintwords {__version__}", languages)))
    yield "<header>"
    yield f"<h1>{text(_title(report))}</h1>"
    yield f'<p class="meta">{text(about)}</p>'
    told = summary(report) or say("No file was checked.")
    if view.decided is not None and report.findings:
        told = f"{told} {_open_now(report.findings, view)}"
    yield f"<p>{text(told)}</p>"
    if view.decided is not None:
        yield f'<p class="decided">{text(_became(len(report.findings), view.decided))}</p>'
        yield from _to_open(shown, view)
    yield "</header>"


def _open_now(findings: Sequence[Finding], view: View) -> str:
    """How many of them wait, beside how many were found."""
    left = sum(_is_open(at, view) for at in range(len(findings)))
    return say_many("{n} of them is open.", "{n} of them are open.", left) if left else say(
        "None of them is open."
    )


def _to_open(shown: Sequence[Finding], view: View) -> Iterator[str]:
    """A link to each open finding, up to some, so that who goes on need not look for them."""
    left = [at for at in range(len(shown)) if _is_open(at, view)]
    if not left:
        return
    rows = []
    for at in left[:MOST_OPEN]:
        finding = shown[at]
        told = f"{finding.path.name}, {place(finding.at.place)}"
        if not view.redact:
            told = say("{place}: “{words}”", place=told, words=one_line(finding.words))
        rows.append(f'<li><a href="#f-{at + 1}">{text(told)}</a></li>')
    if more := len(left) - MOST_OPEN if len(left) > MOST_OPEN else 0:
        told = say_many("and {n} more", "and {n} more", more)
        rows.append(f'<li><a href="#f-{left[MOST_OPEN] + 1}">{text(told)}</a></li>')
    yield f'<nav class="open-ones" aria-label="{text(say("Open findings"))}">'
    yield f"<p>{text(say('Still open:'))}</p><ul>{''.join(rows)}</ul></nav>"


def _is_open(at: int, view: View) -> bool:
    """Whether the finding of a number is open."""
    became = (view.decided or {}).get(at)
    return became is None or became.became is Became.OPEN


def _became(findings: int, decided: Mapping[int, Decided]) -> str:
    """What became of so many findings, in one sentence."""
    met = Counter(one.became for one in decided.values())
    still = findings - len(decided) + met[Became.OPEN]
    told = (
        say_many("{n} changed", "{n} changed", met[Became.CHANGED] + met[Became.REWRITTEN]),
        say_many("{n} accepted and not written", "{n} accepted and not written",
                 met[Became.WAITS]) if met[Became.WAITS] else "",
        say_many("{n} to be changed by hand", "{n} to be changed by hand",
                 met[Became.BY_HAND]) if met[Became.BY_HAND] else "",
        say_many("{n} left as it is", "{n} left as they are", met[Became.LEFT]),
        say_many("{n} left in an earlier review", "{n} left in an earlier review",
                 met[Became.KNOWN]) if met[Became.KNOWN] else "",
        say_many("{n} open", "{n} open", still),
    )
    return say("Decided: {told}.", told=", ".join(filter(None, told)))


def _decision(one: Decided | None) -> str:
    if one is None:
        return say("Open.")
    told = _outcome(one)
    return say("{decided} Note: “{note}”.", decided=told, note=one.note) if one.note else told


def _outcome(one: Decided) -> str:
    words = one.words
    if one.became is Became.CHANGED:
        return say("Changed to “{words}”.", words=words)
    if one.became is Became.REWRITTEN:
        return say("Changed in an editor to “{words}”.", words=words) if words else say(
            "Changed in an editor."
        )
    if one.became is Became.WAITS:
        return say("Accepted and not written: “{words}”.", words=words)
    if one.became is Became.BY_HAND:
        return say("To be changed by hand to “{words}”: files of this type are only read.",
                   words=words)
    if one.became is Became.LEFT and not words:
        return say("Left as it is, without a reason.")
    if one.became is Became.LEFT:
        return say("Left as it is, with the reason “{reason}”.", reason=words)
    if one.became is Became.KNOWN:
        return say("Left as it is in an earlier review, with the reason “{reason}”.", reason=words)
    return say("Open, with the note “{note}”.", note=words)


def _cannot(cannot: Sequence[Cannot]) -> Iterator[str]:
    rows = [" ".join([f"{item.message}.", *item.hint.split()]) for item in cannot]
    yield from _warning(
        "cannot", say("Not checked: {paths}", paths=count(len(cannot), "path")), rows
    )


def _unread(parts: Sequence[tuple[Path, Unread]]) -> Iterator[str]:
    files = count(len({path for path, _ in parts}), "file")
    rows = [f"{path}: {part.what}" for path, part in parts]
    yield from _warning("unread", say("Not read in full: {files}", files=files), rows)


def _warning(name: str, head: str, rows: Sequence[str]) -> Iterator[str]:
    yield f'<section class="unread" aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{text(head)}</h2>'
    if len(rows) > MOST_NAMED:
        yield (f"<details><summary>{text(say('Which'))}</summary>"
               f"<ul>{_items(rows)}</ul></details>")
    else:
        yield f"<ul>{_items(rows)}</ul>"
    yield "</section>"


def _filters(shown: Sequence[Finding], rules: dict[str, str], view: View) -> Iterator[str]:
    yield f'<nav aria-label="{text(say("Filters and files"))}">'
    weights = [
        (_severity_class(severity), say(f"{severity.word}s"),
         sum(finding.severity is severity for finding in shown))
        for severity in reversed(Severity)
    ]
    yield from _boxes(say("Show"), [row for row in weights if row[2]])
    if view.decided is not None:
        still = sum(_is_open(at, view) for at in range(len(shown)))
        states = [("open", say("open"), still), ("done", say("decided"), len(shown) - still)]
        yield from _boxes(say("Decisions"), [row for row in states if row[2]])
    totals = [(box, name, sum(f.rule == name for f in shown)) for name, box in rules.items()]
    yield f"<details><summary>{text(count(len(rules), 'rule'))}</summary>"
    yield from _boxes(say("Rules"), totals)
    yield "</details>"
    files = count(len({finding.path for finding in shown}), "file")
    yield f"<details><summary>{text(files)}</summary>"
    yield "<ul>"
    for nth, (path, group) in enumerate(_by_file(shown)):
        yield f'<li><a href="#file-{nth}">{_name(path)}</a> {len(group)}</li>'
    yield "</ul>"
    yield "</details>"
    yield "</nav>"


def _boxes(legend: str, rows: Sequence[tuple[str, str, int]]) -> Iterator[str]:
    """Checkboxes that hide what they name; the style sheet does it, without script."""
    yield f"<fieldset><legend>{text(legend)}</legend>"
    for box, name, total in rows:
        yield f'<label><input type="checkbox" id="{box}" checked> {text(name)} {total}</label>'
    yield "</fieldset>"


def _files(shown: Sequence[Finding], rules: dict[str, str], view: View) -> Iterator[str]:
    anchor = 0
    for nth, (path, group) in enumerate(_by_file(shown)):
        total = text(count(len(group), "finding"))
        yield f'<section aria-labelledby="file-{nth}">'
        yield f'<h2 id="file-{nth}">{_name(path)} <span class="meta">{total}</span></h2>'
        yield "<ol>"
        for finding in group:
            anchor += 1
            yield from _card(finding, anchor, rules[finding.rule], view)
        yield "</ol>"
        yield "</section>"


def _card(finding: Finding, anchor: int, box: str, view: View) -> Iterator[str]:
    word = finding.severity.word
    says = loader.messages(finding.lang)
    classes = f"finding {word} {box} {_severity_class(finding.severity)}"
    if view.decided is not None:
        classes += f" {_STATES[_is_open(anchor - 1, view)]}"
    spoken = finding.lang if language() == ENGLISH else language()  # what is said of it
    yield f'<li class="{classes}" id="f-{anchor}"{_lang(spoken)}>'
    yield f"<h3>{text(finding.message)}</h3>"
    about = f"{say(word)} · {finding.rule} · {place(finding.at.place)}"
    yield f'<p class="meta" lang="{language()}">{text(about)}</p>'
    became = (view.decided or {}).get(anchor - 1)
    if not view.redact:
        yield _quoted(finding, became)
    if view.decided is not None:
        yield f'<p class="decided" lang="{language()}">{text(_decision(became))}</p>'
    yield "<dl>"
    is_open = _is_open(anchor - 1, view)
    offered = wordings(finding) if is_open and not view.redact else []
    if offered:
        own = _lang(finding.lang) if finding.lang != spoken else ""
        yield f"{_term(says['report-instead'])}<dd><ul{own}>{_items(offered)}</ul></dd>"
    yield f"{_term(says['report-why'])}<dd>{text(finding.why)}</dd>"
    if is_open:
        yield f"{_term(says['report-fix'])}<dd>{text(fix_line(finding))}</dd>"
    yield "</dl>"
    if finding.sources:
        head = f"{says['page-sources']} ({len(finding.sources)})"  # in the language of the card
        yield f"<details><summary>{text(head)}</summary><dl>"
        for source in finding.sources:
            day = text(dates.spoken(source.date, finding.lang))
            yield f"<dt>{day}</dt><dd>{_source(source)}</dd>"
        yield "</dl></details>"
    yield "</li>"


def _lang(lang: str) -> str:
    return f' lang="{lang}"' if _LANG.fullmatch(lang) else ""


def _term(label: str) -> str:
    return f"<dt>{text(capital(label))}</dt>"


def _quoted(finding: Finding, became: Decided | None) -> str:
    """The sentence with its words marked; changed ones as they were and as they are."""
    own = _lang(finding.lang) if language() not in (ENGLISH, finding.lang) else ""
    if became and became.sentence:
        inner = "".join(map(_stretch, became.sentence))
    else:
        before, words, after = stretches(finding)
        inner = f"{text(before)}<mark>{text(words)}</mark>{text(after)}"
    return f"<blockquote{own}><bdi>{inner}</bdi></blockquote>"


def _stretch(one: Stretch) -> str:
    gone = f"<del>{text(one.old)}</del>" if one.old else ""
    come = f"<ins>{text(one.new)}</ins>" if one.new else ""
    return f"{text(one.stays)}{gone}{' ' if gone and come else ''}{come}"


def _source(source: Source) -> str:
    named = text(", ".join(filter(None, (source.title, source.publisher))))
    return link(source.url, named)


def _footer(report: Report) -> Iterator[str]:
    words, by = sum(file.words for file in report.files), readings(report)
    fields = {"files": count(len(report.files), "file"), "words": count(words, "word"),
              "rules": count(report.rules, "rule")}
    read = say("Read: {files}, {words}, with {rules} and {readings}.", **fields, readings=by) \
        if by else say("Read: {files}, {words}, with {rules}.", **fields)
    about = say("A finding is about words on a page, not about a person.")
    yield f"<footer><p>{text(f'{read} {about}')}</p>"
    yield "</footer>"


def _by_file(shown: Sequence[Finding]) -> list[tuple[Path, list[Finding]]]:
    return [(path, list(group)) for path, group in groupby(shown, key=lambda f: f.path)]


def _severity_class(severity: Severity) -> str:
    return f"s{int(severity)}"


def _name(path: Path) -> str:
    return f"<bdi>{text(str(path))}</bdi>"


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{text(one)}</li>" for one in texts)


def _in_order(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
