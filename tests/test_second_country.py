"""The same sentences about another state: what is found does not hang on one country's names.

Half of the fifty rows are to report. At the first run 24 of 25 were found for China and 23 of 25
for Russia, with no false alarm for either; the test holds both at 24 of 25 and none.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintwords import Linter
from lintwords.errors import SettingsError
from lintwords.judge.linter import DocumentLinter, load
from lintwords.model import Options, Severity
from lintwords.readers import read
from lintwords.run.linter_choice import load_linter

HERE = Path(__file__).parent
OTHER = HERE.parent / "examples/names-other.toml"
ROWS = [
    line.split("\t") for line in (HERE / "data/second_country.tsv").read_text().splitlines()[1:]
]
SWAP = {
    "The Chinese are": "The Russians are", "China": "Russia", "Chinese": "Russian",
    "Beijing": "Moscow",
}  # fmt: skip
WEIGHT = {"W": Severity.ERROR, "S": Severity.WARNING}


@pytest.fixture(scope="module", params=[None, OTHER], ids=["china", "russia"])
def country(request) -> tuple[DocumentLinter, bool]:
    return load(Options(names=request.param)), request.param is not None


def swapped(text: str) -> str:
    return re.sub("|".join(sorted(SWAP, key=len, reverse=True)), lambda m: SWAP[m[0]], text)


def found(linter: DocumentLinter, text: str) -> list[tuple[str, str]]:
    findings = linter.lint(read(Path("x.txt"), text.encode())).findings
    return [(finding.rule, finding.severity.name) for finding in findings]


def test_half_of_the_rows_are_to_report():
    assert (len(ROWS), sum(label in WEIGHT for label, _ in ROWS)) == (50, 25)


def test_the_swap_leaves_no_name_of_the_first_country():
    assert not re.search("Chin|Beijing", " ".join(swapped(text) for _, text in ROWS))


def test_rows_are_reported_in_their_weight_or_not_at_all(country):
    linter, is_other = country
    wrong = []
    for label, text in ROWS:
        said = swapped(text) if is_other else text
        weights = {weight for _, weight in found(linter, said)}
        if weights != ({WEIGHT[label].name} if label in WEIGHT else set()):
            wrong.append((label, weights, said))
    missed = [row for row in wrong if row[0] in WEIGHT]
    assert (wrong, len(missed) < 2) == (missed, True)


def test_both_countries_give_the_same_findings():
    china, russia = load(Options()), load(Options(names=OTHER))
    differing = [
        text for _, text in ROWS if found(china, text) != found(russia, swapped(text))
    ]
    assert differing == []


@pytest.mark.parametrize("name", ["brainwashed", "euphemism", "monde-himalayen"])
def test_a_rule_about_another_country_or_language_may_be_named(name):
    plain = load_linter(Options(names=OTHER))
    named = load_linter(Options(names=OTHER, ignore=(name,), weights=((name, "warning"),)))
    assert named.in_force == plain.in_force


def test_a_slip_in_the_name_of_a_rule_about_another_country_is_told():
    with pytest.raises(SettingsError) as told:
        load_linter(Options(names=OTHER, ignore=("brainwashd",)))
    assert told.value.hint == "Did you mean brainwashed?"


def test_a_names_file_without_a_wording_of_the_government_is_led_to_its_page(tmp_path):
    names = tmp_path / "names.toml"
    names.write_text(
        'id = "x"\ntitle = "X"\nlang = "en"\n[names]\ncountry = ["Xland"]\n'
        'adjective = ["Xish"]\n', "utf-8",
    )  # fmt: skip
    with pytest.raises(SettingsError) as told:
        load_linter(Options(names=names))
    assert told.value.hint == "The names file has no [wordings.government]: docs/names.md"


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("brainwashed, country-as-abuser", set()),
        ("brainwashd", {"ignore-unknown", "country-as-abuser"}),
    ],
)
def test_a_comment_may_name_a_rule_about_another_country(comment, rules):
    text = f"<!-- lintwords: ignore {comment}: a term of the law -->\nRussia jailed her.\n"
    report = Linter(names=OTHER).lint(text, format="markdown")
    assert {finding.rule for finding in report.findings} == rules


def test_a_comment_names_a_rule_of_the_language_of_its_text():
    text = (
        "{}La salle du monde himalayen est ouverte tous les jours de la semaine, sauf le lundi.\n"
    )
    linter = Linter(select=["monde-himalayen", "ignore-unknown"])
    comment = "<!-- lintwords: ignore monde-himalayen: le nom de la salle -->\n"
    found = [linter.lint(text.format(one), format="markdown") for one in ("", comment)]
    assert [[one.rule for one in report.findings] for report in found] == [["monde-himalayen"], []]
