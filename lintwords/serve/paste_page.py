"""The page to paste into: one HTML file with its style, script and words, and no other asset."""

from __future__ import annotations

import json
import re
from functools import cache

from lintwords import __version__, api
from lintwords.interface import language
from lintwords.reports.markup import text
from lintwords.serve.html_pages import Page, part, policy
from lintwords.serve.speaking import say
from lintwords.serve.speaking import words as table
from lintwords.values import dataclass

_FIELD = re.compile(r"\{\{([\w-]+)\}\}")


@dataclass(frozen=True, slots=True)
class Home:
    """Where a page lives, and how it reaches the program; the default is the server.

    `script` runs before that of the page, and may bring another way to ask. `lead` and `drop` name
    the words at its head; `rule` is the address of a rule's page.
    """

    script: str = ""
    lead: str = "lead"
    drop: str = "drop"
    suffixes: tuple[str, ...] = tuple(api.readers.SUFFIXES)
    rule: str = "rules/{rule}"


def page(home: Home = Home()) -> Page:  # noqa: B008  a frozen value
    """The page in the language of the interface; it is the same for everyone."""
    return _page(home, language())


@cache
def _page(home: Home, lang: str) -> Page:
    style, script = f"\n{part('page.css')}", f"\n{home.script}{part('page.js')}"
    # in a script a word of the table could end it: < is written as its number
    words = json.dumps(table()).replace("<", "\\u003c")
    fields = {
        "style": style, "script": script, "words": words, "version": text(__version__),
        "suffixes": text(",".join(home.suffixes)), "rule-page": text(home.rule),
        "lead": text(say(home.lead)), "drop": text(say(home.drop)), "lang": lang,
    }
    body = _FIELD.sub(lambda at: fields.get(at[1]) or text(say(at[1])), part("page.html"))
    return Page(body.encode(), policy([style], [script]))
