"""What findings say beside the texts of their rules is data of their language."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import RULES, finding

from lintwords.files.shipped import rules_folder
from lintwords.fixes.offers import offers_of
from lintwords.model import Voice, reasons
from lintwords.packs import loader
from lintwords.packs.fields import parse
from lintwords.reports import dates, rule_page
from lintwords.reports.remarks import remarks

LANGS = sorted(path.parent.name for path in rules_folder().glob("*/messages.toml"))
ENGLISH = loader.messages("en")


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_says_all_that_english_says(lang):
    own = loader.messages(lang)
    assert own.keys() == ENGLISH.keys()
    slots = {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in ENGLISH.items()}
    assert {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in own.items()} == slots


def test_another_language_has_texts_of_its_own():
    for lang in set(LANGS) - {"en"}:
        same = {key for key, text in loader.messages(lang).items() if text == ENGLISH[key]}
        assert same <= {"page-sources", "days", "severity-suggestion"}


def test_a_language_without_messages_speaks_english():
    assert loader.messages("eo") == ENGLISH


def test_the_reasons_against_a_fix_are_the_messages_about_fixes():
    keys = {text for name, text in vars(reasons).items() if name.isupper()}
    assert keys == {key for key in ENGLISH if key.startswith(("fix-", "ask-"))}


def test_a_wording_is_left_to_a_person_in_the_language_of_its_finding():
    found = replace(finding("Ruritania jailed a poet.", "Ruritania"), lang="fr", instead=("Paris",))
    (choice,) = offers_of(found)
    assert (choice.label, choice.why_not) == ("Paris", "choisissez la formulation")


def test_every_message_that_code_asks_for_is_there():
    asked = set()
    for path in Path(loader.__file__).parents[1].rglob("*.py"):
        asked |= set(re.findall(r"says(?:\(|\[)[\"']([a-z-]+)[\"']", path.read_text("utf-8")))
    assert asked and asked <= ENGLISH.keys()


@pytest.mark.parametrize(("date", "words"), [
    ("2021-02-18", "18 février 2021"), ("2022-09-01", "1er septembre 2022"),
    ("2020-12", "décembre 2020"),
    ("2017", "2017"), ("2021-13-01", "2021-13-01"),
])
def test_dates_are_in_the_language_of_the_finding(date, words):
    assert dates.spoken(date, "fr") == words


def test_a_comment_is_in_the_language_of_its_finding():
    said = finding("Ruritania jailed a poet.", "Ruritania", voice=Voice.QUOTED)
    said = replace(said, lang="fr")
    first, again = remarks([said, said], {})
    assert first.text.startswith("Ces mots sont ceux de la personne citée.\n")
    assert "\nPourquoi\u00a0: " in first.text
    assert again.again.startswith("Ces mots sont ceux de la personne citée.\n")
    assert again.again.endswith(f"\nPourquoi : comme plus haut ({said.rule})")


def test_the_page_of_a_rule_is_in_its_language():
    rule = replace(RULES[0], lang="fr")
    titles = [section.title for section in rule_page.sections(rule, {})]
    assert titles[0] == "Pourquoi" and titles[-1] == "Réglage"
    assert rule_page.state(rule).startswith("active dans ")


def test_messages_are_texts():
    for lang in LANGS:
        rows = parse(rules_folder() / lang / "messages.toml")["messages"]
        assert all(isinstance(text, str) for text in rows.values())
