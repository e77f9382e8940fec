"""One rule as a page in Markdown, for the docs and for editors: what `explain` says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lintwords.interface import say
from lintwords.model import Source
from lintwords.model.rule import Example, Rule
from lintwords.packs import loader
from lintwords.reports import dates, rule_page


def render(rule: Rule, filters: Mapping[str, str]) -> str:
    """The page of `rule`, its id as a heading of the second level; `filters` gives titles by id."""
    return "\n".join(_rule(rule, filters)) + "\n"


def _rule(rule: Rule, filters: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {rule.id}", "", f"**{rule.title}**", "")
    yield f"{say(rule.severity.word)}, {rule.category}, {rule.lang}; {rule_page.state(rule)}"
    for section in rule_page.sections(rule, filters):
        yield from ("", f"### {section.title}", "")
        for item in section.items:
            yield from _item(item, section, rule.lang)
        if section.rest:
            yield f"- {section.rest}"


def _item(item: rule_page.Item, section: rule_page.Section, lang: str) -> Iterator[str]:
    if isinstance(item, Example):
        found = f" → {', '.join(f'`{words}`' for words in item.finds)}" if item.finds else ""
        yield f"- `{item.text}`{found}"
        if item.fixed:
            yield f"  {loader.messages(lang)['page-write']} `{item.fixed}`"
        for note in rule_page.notes(item, lang):
            yield f"  ({note})"
    elif isinstance(item, Source):
        title = f"[{item.title}]({item.url})" if item.url else item.title
        yield f"- {title}, {item.publisher}, {dates.spoken(item.date, lang)}"
        if item.where:
            yield f"  {loader.messages(lang)['page-where'].format(where=item.where)}."
        if item.supports:
            yield f"  {item.supports}"
    elif section.is_commands:
        yield f"- `{item}`"
    else:
        yield f"- {item}" if section.is_list else item
