"""`lintwords explain RULE`: one rule as a page."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from lintwords import api
from lintwords.api import comments
from lintwords.cli.terminal import make_view, out
from lintwords.errors import LintwordsError, nearest
from lintwords.interface import ENGLISH, language, say
from lintwords.model import Options
from lintwords.reports import rule_page


@click.command(short_help="Show one rule: what, why, and what to write.")
@click.argument("rule")
@click.option("--lang", default="auto", show_default=True, help="Only the page in one language.")
@click.option("--pack", "packs", multiple=True, metavar="FILE", help="Rules of your own.")
@click.option("--names", metavar="FILE", help="Another country profile.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              show_default=True, help="Colour on the page.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--width", type=click.IntRange(40, 120), metavar="N", help="Columns, 40 to 120.")
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
def explain(
    rule: str, lang: str, packs: tuple[str, ...], names: str | None, color: str, ascii_only: bool,
    width: int | None, debug: bool,
) -> int:
    """Say what RULE flags and why, when it is fine, and what to write instead."""
    options = Options(
        lang=lang, packs=tuple(map(Path, packs)), names=Path(names) if names else None
    )
    linters = [api.load_linter(options)]
    if lang == "auto" and names is None:  # a country profile speaks one language
        others = (replace(options, lang=one, packs=()) for one in api.LANGUAGES[1:])
        linters += map(api.load_linter, others)
    view = make_view(sys.stdout, os.environ, color=color, ascii_only=ascii_only, width=width)
    found = [
        (one, api.filter_titles(linter))
        for linter in linters for one in linter.rules if rule in (one.id, *one.aliases)
    ]
    spoken = [row for row in found if row[0].lang == language()]
    if lang == "auto" and language() != ENGLISH and spoken:
        found = spoken
    found += [(comments.said(one), {}) for one in comments.RULES if rule in (one.id, *one.aliases)]
    if not found:
        known = {one.id for linter in linters for one in linter.rules}
        raise LintwordsError(
            say('no rule "{rule}"', rule=rule),
            nearest(rule, known) or say("All rules: lintwords rules list"),
        )
    pages = (rule_page.render(one, titles, view) for one, titles in found)
    out("\n".join(pages), painted=view.color)
    return 0
