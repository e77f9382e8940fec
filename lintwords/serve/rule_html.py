"""The page of one rule, as `lintwords explain` says it, for who asks from an editor or the page."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords import api, interface
from lintwords.errors import nearest
from lintwords.interface import language
from lintwords.model import Source
from lintwords.model.rule import Example, Rule
from lintwords.reports import rule_page as pages
from lintwords.reports.markup import link, text
from lintwords.reports.sources import named
from lintwords.serve.html_pages import Page, part, policy
from lintwords.serve.limits import Refused
from lintwords.serve.service import Service
from lintwords.serve.speaking import say


def page(service: Service, name: str, back: str = "../") -> Page:
    """The page of the rule `name`, in each language that has it. Raises Refused if none has.

    `back` is the address of the page to check texts on; empty where there is none.
    """
    known = [*api.rule_set(service.config("")),
             *((None, api.comments.said(rule)) for rule in api.comments.RULES)]
    found = [(rule, api.filter_titles(linter) if linter else {})
             for linter, rule in known if name in (rule.id, *rule.aliases)]
    if not found:
        every = interface.say("All rules: lintwords rules list")
        hint = nearest(name, {rule.id for _, rule in known}) or every
        raise Refused(404, interface.say("there is no such rule"), hint)
    style = f"\n{part('page.css')}"
    lines = [
        "<!doctype html>", f'<html lang="{language()}">', "<head>", '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(found[0][0].id)} · lintwords</title>", f"<style>{style}</style>", "</head>",
        '<body class="rule">', *_header(back), "<main>", f"<h1>{text(found[0][0].id)}</h1>",
        *(line for rule, titles in found for line in _rule(rule, titles)), "</main>",
        "</body>", "</html>",
    ]
    return Page("\n".join(lines).encode("utf-8", "replace"), policy([style]))


def _header(back: str) -> Iterator[str]:
    if back:
        yield from ("<header>", f'<p><a href="{text(back)}">{text(say("rule-back"))}</a></p>',
                    "</header>")


def _rule(rule: Rule, filters: dict[str, str]) -> Iterator[str]:
    word = interface.say(rule.severity.word)
    about = f"{word}, {rule.category}, {rule.lang}; {pages.state(rule)}"
    yield f'<p class="meta">{text(about)}</p>'
    yield f"<p><strong>{text(rule.title)}</strong></p>"
    for section in pages.sections(rule, filters):
        yield f"<h2>{text(section.title)}</h2>"
        tag = "li" if section.is_list else "p"
        items = (f"<{tag}>{''.join(_item(item, rule))}</{tag}>" for item in section.items)
        yield from ("<ul>", *items, "</ul>") if section.is_list else items
        if section.rest:
            yield f'<p class="meta">{text(section.rest)}</p>'


def _item(item: pages.Item, rule: Rule) -> Iterator[str]:
    if isinstance(item, Source):
        yield from _source(item, rule.lang)
    elif isinstance(item, Example):
        yield f'<span lang="{text(rule.lang)}">{text(item.text)}</span>'
        if item.fixed:
            yield f'<br>→ <em lang="{text(rule.lang)}">{text(item.fixed)}</em>'
        for note in pages.notes(item, rule.lang):
            yield f' <span class="meta">({text(note)})</span>'
    else:
        yield text(item)


def _source(source: Source, lang: str) -> Iterator[str]:
    yield link(source.url, text(named(source, lang)))
    for more in (source.where, source.supports):
        if more:
            yield f'<br><span class="meta">{text(more)}</span>'
