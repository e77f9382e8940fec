"""`lintwords rules`: list them, run their examples, start a new one."""

from __future__ import annotations

from pathlib import Path

import click

from lintwords import api
from lintwords.cli.group import Group
from lintwords.cli.terminal import out
from lintwords.model import Options, Severity
from lintwords.reports.table import table
from lintwords.rule import CATEGORIES, PROFILES, Rule

SEVERITIES = [severity.word for severity in reversed(Severity)]


@click.group(cls=Group)
def rules() -> None:
    """See, test and write rules."""


@rules.command("list")
@click.option("--category", type=click.Choice(CATEGORIES), help="Only rules of one kind.")
@click.option("--severity", type=click.Choice(SEVERITIES), help="Only rules of one weight.")
@click.option("--profile", type=click.Choice(PROFILES), default="default", show_default=True,
              help="The profile whose state is shown.")
@click.option("--preview", is_flag=True, help="Only rules in preview.")
@click.option("--pack", "packs", multiple=True, metavar="FILE", help="Rules of your own.")
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
def list_rules(
    category: str | None, severity: str | None, profile: str, preview: bool,
    packs: tuple[str, ...], debug: bool,
) -> int:
    """List the rules: id, category, severity, state and title."""
    options = Options(profile=profile, packs=tuple(map(Path, packs)))
    linter = api.load_linter(options)
    chosen = [
        rule for rule in linter.rules
        if category in (None, rule.category) and severity in (None, rule.severity.word)
        and (rule.preview or not preview)
    ]  # fmt: skip
    chosen.sort(key=lambda rule: (CATEGORIES.index(rule.category), rule.id, rule.lang))
    if not chosen:
        out("No rules of this kind.\n")
        return 0
    heads = ("id", "lang", "category", "severity", "state", "title")
    out(table(heads, [_row(rule, api.is_on(linter, rule)) for rule in chosen]))
    return 0


def _row(rule: Rule, is_on: bool) -> tuple[str, ...]:
    state = "preview" if rule.preview else "on" if is_on else "off"
    return rule.id, rule.lang, rule.category, rule.severity.word, state, rule.title
