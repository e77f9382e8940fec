"""One rule as a page for a terminal: what, why, examples, when it is fine, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lintwords.model import Source
from lintwords.reports.cells import cells, one_line, wrap
from lintwords.reports.full import named
from lintwords.reports.view import View
from lintwords.rule import Example, Rule

INDENT = "  "

SHOWN = 6  # examples of each sort on the page


def render(rule: Rule, filters: Mapping[str, str], view: View) -> str:
    """The page of `rule`; `filters` gives the title of each filter by its id."""
    return "\n".join(_lines(rule, filters, view)) + "\n"


def _lines(rule: Rule, filters: Mapping[str, str], view: View) -> Iterator[str]:
    state = "" if rule.default else ", off by default"
    weight = f"{rule.severity.word}, {rule.category}, {rule.lang}{state}"
    yield f"{view.bold(rule.id)}  {weight.replace(rule.severity.word, _word(rule, view), 1)}"
    yield from (view.bold(text) for text in wrap(one_line(rule.title), view.width))
    yield from _section("Why", _text(rule.why, view), view)
    yield from _section("Flagged", _examples(rule, True, view), view)
    yield from _section("Left alone", _examples(rule, False, view), view)
    fine = [*rule.ok_when, *(filters.get(name, name) for name in rule.unless)]
    yield from _section("When it is fine", _items(fine, view), view)
    yield from _section("Write instead", _items(rule.instead, view), view)
    yield from _section("Sources", _sources(rule.sources, view), view)
    off = [f"lintwords check --ignore {rule.id}"]
    yield from _section("To switch it off for a run", iter(off), view)


def _word(rule: Rule, view: View) -> str:
    return view.paint(rule.severity.word, rule.severity)


def _section(title: str, lines: Iterator[str], view: View) -> Iterator[str]:
    body = list(lines)
    if body:
        yield ""
        yield view.bold(title)
        yield from (f"{INDENT}{line}" for line in body)


def _text(text: str, view: View) -> Iterator[str]:
    yield from wrap(one_line(text), view.width - len(INDENT))


def _items(items: tuple[str, ...] | list[str], view: View) -> Iterator[str]:
    for item in items:
        yield from _hanging("- ", one_line(item), view)


def _hanging(sign: str, text: str, view: View) -> Iterator[str]:
    room = view.width - len(INDENT) - len(sign)
    for index, line in enumerate(wrap(text, room)):
        yield f"{' ' * len(sign) if index else sign}{line}"


def _examples(rule: Rule, is_flagged: bool, view: View) -> Iterator[str]:
    chosen = [example for example in rule.examples if bool(example.finds) is is_flagged]
    for example in chosen[:SHOWN]:
        yield from _example(example, rule, view)
    if len(chosen) > SHOWN:
        yield f"({len(chosen) - SHOWN} more in {rule.path.name})"


def _example(example: Example, rule: Rule, view: View) -> Iterator[str]:
    room = view.width - len(INDENT)
    text = one_line(example.text)
    yield from wrap(text, room)
    words = one_line(example.finds[0]) if example.finds else ""
    if words and cells(text) <= room and words in text:
        yield " " * cells(text[: text.index(words)]) + view.paint("^" * cells(words), rule.severity)
    if example.fixed:
        yield from _hanging("  write  ", one_line(example.fixed), view)
    notes = [example.note, f"{example.severity.word} here" if example.severity else ""]
    for note in filter(None, notes):
        yield from _hanging("  ", f"({one_line(note)})", view)


def _sources(sources: tuple[Source, ...], view: View) -> Iterator[str]:
    for source in sources:
        yield from _hanging("- ", named(source), view)
        if source.url:  # never broken, so that it can be opened
            yield f"{INDENT}{one_line(source.url)}"
        if source.supports:
            yield from _hanging(INDENT, one_line(source.supports), view)
