"""`lintwords explain RULE`: one rule as a page."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from lintwords import api
from lintwords.api import comments
from lintwords.cli import options
from lintwords.cli.debugging import debug
from lintwords.cli.terminal import Look, make_view, out
from lintwords.cli.whole_numbers import Number
from lintwords.errors import LintwordsError, nearest
from lintwords.interface import ENGLISH, language, say
from lintwords.model.rule import CATEGORIES
from lintwords.reports import View, category_page, rule_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintwords.api import RuleSet


@click.command(short_help="Show one rule: what, why, and what to write.")
@click.argument("rule")
@click.option("--lang", default="auto", show_default=True, help="Only the page in one language.")
@options.rules
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              show_default=True, help="Colour on the page.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--width", type=Number(40, 120), metavar="N", help="Columns of the page.")
@debug
def explain(
    rule: str, lang: str, color: str, ascii_only: bool, width: int | None,
    **values: Any,
) -> int:
    """Say what RULE flags and why, when it is fine, and what to write instead.

    RULE may be a category: what each profile does to its rules.

    The settings of this folder hold as for a check.
    """
    given = {**values, "lang": "" if lang == "auto" else lang}
    known = api.rule_set(options.config(given))
    view = make_view(sys.stdout, os.environ, Look(color, ascii_only, width))
    found = [
        (one, api.filter_titles(linter), known.told(linter, one))
        for linter, one in known
        if rule in (one.id, *one.aliases) and lang in ("auto", linter.lang)
    ]
    spoken = [row for row in found if row[0].lang == language()]
    if lang == "auto" and language() != ENGLISH and spoken:
        found = spoken
    found += [(comments.said(one), {}, "") for one in comments.RULES if rule == one.id]
    if not found and rule in CATEGORIES:
        out("\n".join(_category(rule, lang, known, view)), painted=view.color)
        return 0
    if not found:
        ids = {name for _, one in known for name in (one.id, one.category)}
        raise LintwordsError(
            say('no rule "{rule}"', rule=rule),
            nearest(rule, ids) or say("All rules: lintwords rules list"),
        )
    pages = (rule_page.render(one, titles, view, here) for one, titles, here in found)
    out("\n".join(pages), painted=view.color)
    return 0


def _category(name: str, lang: str, known: RuleSet, view: View) -> Iterator[str]:
    """The pages of a category, one for each language that is asked for."""
    asked = language() if language() in api.LANGUAGES and lang == "auto" else lang
    langs = [one for one in api.LANGUAGES if asked in ("auto", one)] or [asked]
    for one in langs:
        rules = [rule for _, rule in known if rule.category == name and rule.lang == one]
        if rules:
            yield category_page.render(name, rules, view)
