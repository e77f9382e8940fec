"""One category as a page: what its rules are about, and what each profile does to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lintwords.interface import say, to_say
from lintwords.model.rule import PROFILES, Rule
from lintwords.packs import loader
from lintwords.reports.table import table
from lintwords.reports.view import View
from lintwords.reports.words import count

_HEADS = to_say("profile", "on", "softer", "own voice only", "off")
_COLUMNS = ("on", "softer", "own", "off")  # as rules say it


def render(category: str, rules: Sequence[Rule], view: View) -> str:
    """The page of a category for a terminal; `rules` are all of it in one language."""
    (lang,) = {rule.lang for rule in rules}
    rows = []
    for profile in PROFILES:
        found = Counter(_treatment(rule, profile) for rule in rules)
        rows.append((profile, *(str(found[column]) for column in _COLUMNS)))
    listed = f"{view.started.program} rules list --lang {lang} --category {category}"
    return "\n".join((
        f"{view.bold(category)}  {say('category')}, {lang}, {count(len(rules), 'rule')}",
        loader.messages(lang)[f"category-{category}"], "",
        table([*map(say, _HEADS)], rows),
        say("{what}:", what=say("Its rules")) + f" {listed}",
    )) + "\n"


def _treatment(rule: Rule, profile: str) -> str:
    if rule.preview:
        return "off"
    return rule.profiles.get(profile, "on" if rule.default else "off")
