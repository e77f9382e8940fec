"""The pages of the rules: fresh, and the same in the docs as in the terminal."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import pytest

from lintwords import api
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.model.rule import NAMES, READINGS, SLOTS
from lintwords.packs.common_tables import MENTION_KEYS
from lintwords.packs.stamps import FIRST
from lintwords.reports import rule_markdown, rule_page
from lintwords.reports.view import View

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))

import mentions  # noqa: E402  (scripts, not a package)
import pages  # noqa: E402

HEADS = ["page-why", "page-flagged", "page-left-alone", "page-sources", "page-switch"]


@cache
def built() -> dict[Path, str]:
    """The pages as they are built today."""
    return pages.built()


@pytest.fixture(scope="module", params=api.ALL_LANGUAGES)
def linter(request: pytest.FixtureRequest) -> DocumentLinter:
    return api.load_linter(Options(lang=request.param))


def test_the_pages_in_the_docs_are_fresh() -> None:
    stale = [
        path.name for path, text in built().items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    assert stale == [], "run: python docs/pages.py --update"


def test_the_page_of_mentions_shows_each_key_name_slot_reading_and_family() -> None:
    linter = api.load_linter(Options(lang=FIRST))
    families = {cls.partition(".")[0] for cls in linter.compiled.lexicon.classes()}
    assert (set(mentions.MEANING), set(mentions.FAMILIES)) == (set(SLOTS), families)
    assert (set(mentions.READING), set(mentions.NAME)) == (set(READINGS), set(NAMES))
    assert set(mentions.KEYS) == set(MENTION_KEYS)
    assert "no rule has one" not in built()[ROOT / "docs" / "mentions.md"]


def test_no_page_in_the_docs_is_left_over() -> None:
    folder = ROOT / "docs" / "rules"
    assert {path for path in folder.rglob("*") if path.is_file()} == {
        path for path in built() if path.is_relative_to(folder)
    }


def test_a_page_in_the_docs_says_what_the_terminal_says(linter: DocumentLinter) -> None:
    filters = api.filter_titles(linter)
    missing = []
    for rule in linter.rules:
        text = rule_markdown.render(rule, filters)
        said = words(text)
        lines = rule_page.render(rule, filters, View(width=120)).splitlines()
        for line in lines[1:]:
            if line.strip(" ^") and not all(word in said for word in words(line)):
                missing.append((rule.id, line))
    assert missing == []


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def test_every_page_is_complete(linter: DocumentLinter) -> None:
    bare = []
    for rule in linter.rules:
        heads = [section.title for section in rule_page.sections(rule, api.filter_titles(linter))]
        wanted = map(linter.pack.says, HEADS)
        bare += [(rule.id, head) for head in wanted if head not in heads]
    assert bare == []


def test_what_is_contested_is_short(linter: DocumentLinter) -> None:
    assert [rule.id for rule in linter.rules if len(rule.contested.split()) > 40] == []


def test_a_rule_in_preview_says_what_is_weak(linter: DocumentLinter) -> None:
    assert [rule.id for rule in linter.rules if rule.preview and not rule.contested] == []
