"""Rules for other programs: what is carried finds what the rules find, what is not is listed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import regex
import yaml

from lintwords import api
from lintwords.cli.main import main
from lintwords.exports import Export, export
from lintwords.exports.wording import NotPlain, Wording
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options, Severity

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def linter() -> DocumentLinter:
    return api.load_linter(Options(lang="en"))


@pytest.fixture(scope="module")
def vale(linter: DocumentLinter) -> Export:
    return export("vale", linter)


@pytest.fixture(scope="module")
def styles(vale: Export) -> Mapping[str, Any]:
    return {Path(name).stem: yaml.safe_load(text)
            for name, text in vale.files.items() if name.endswith(".yml")}


@pytest.fixture(scope="module")
def wording(linter: DocumentLinter) -> Wording:
    patterns = linter.compiled.patterns
    return Wording(patterns.compiler, patterns.lexicon, dict(linter.pack.names.forms))


@pytest.mark.parametrize(
    ("pattern", "found", "left"),
    [
        pytest.param("ethnic harmony", "“Ethnic harmony”", "ethnic disharmony", id="words"),
        pytest.param("<country> 's dream", "China’s dream", "Chinas dream", id="an apostrophe"),
        pytest.param("(so called)? dream camp", "dream\n camp", "dreamcamp", id="perhaps before"),
        pytest.param("dream camp (of hope)?", "a dream-camp of hope", "dreamt", id="perhaps after"),
        pytest.param("lift … poverty", "lift them all out of poverty", "lift them. So, poverty",
                     id="a gap ends at a stop"),
        pytest.param("<number> camps", "1,200 camps", "the camps", id="a number"),
        pytest.param("dream & not nightmare", "a dream", "a dram", id="what must not stand there"),
    ],
)
def test_a_pattern_is_an_expression(wording: Wording, pattern: str, found: str, left: str) -> None:
    expression = regex.compile(rf"\b(?:{wording.expression(pattern)})\b", regex.IGNORECASE)
    assert expression.search(found)
    assert not expression.search(left)


@pytest.mark.parametrize("pattern", ["dream & camp", "in <year-before-1949>"])
def test_what_hangs_on_grammar_is_no_expression(wording: Wording, pattern: str) -> None:
    with pytest.raises(NotPlain):
        wording.expression(pattern)


@pytest.mark.parametrize(
    ("pattern", "terms"),
    [
        ("ethnic (harmony|unity)", ["ethnic harmony", "ethnic unity"]),
        ("dream camp (of hope)?", ["dream camp", "dream camp of hope"]),
        ("people 's dream", ["people's dream"]),
    ],
)
def test_a_plain_pattern_is_a_list_of_terms(
    wording: Wording, pattern: str, terms: list[str]
) -> None:
    assert wording.terms(pattern, 12) == (terms, "")


@pytest.mark.parametrize(
    "pattern", ["dream (camp|land … of hope)", "(dream camp|<number> dreams)"]
)
def test_choices_with_a_gap_are_left_out_and_the_others_carried(
    wording: Wording, pattern: str
) -> None:
    assert wording.terms(pattern, 12) == (
        ["dream camp"], "choices with a gap or a number are left out"
    )


@pytest.mark.parametrize("pattern", ["lift … poverty", "<number> camps", "(a|b|c) (d|e|f)"])
def test_what_is_no_short_list_is_no_term(wording: Wording, pattern: str) -> None:
    with pytest.raises(NotPlain):
        wording.terms(pattern, 8)


def test_the_style_finds_what_the_rules_find(
    linter: DocumentLinter, styles: Mapping[str, Any]
) -> None:
    found = asked = 0
    for rule in linter.rules:
        if rule.id not in styles:
            continue
        whole = [regex.compile(rf"\b(?:{token})\b", regex.IGNORECASE)
                 for token in styles[rule.id]["tokens"]]
        for example in rule.examples:
            if example.finds:
                asked += 1
                found += any(one.search(example.text) for one in whole)
    assert asked > 300
    assert found / asked > 0.9


def test_every_rule_is_carried_or_listed(
    linter: DocumentLinter, vale: Export, styles: Mapping[str, Any]
) -> None:
    on = {rule.id for rule in linter.rules if api.is_on(linter, rule)}
    left = {rule for rule, what, _ in vale.lost if what == "the rule"}
    assert set(styles) | left == on
    assert not set(styles) & left
    assert {rule.id for rule in linter.rules if rule.mention} & on <= left


def test_a_rule_without_its_conditions_is_softer(
    linter: DocumentLinter, vale: Export, styles: Mapping[str, Any]
) -> None:
    less = {rule for rule, what, _ in vale.lost if what == "condition"}
    for rule in linter.rules:
        if rule.id in styles:
            weight = rule.severity.weaker if rule.id in less else rule.severity
            assert styles[rule.id]["level"] == weight.word, rule.id
    assert {Severity.ERROR.word, Severity.WARNING.word} & {row["level"] for row in styles.values()}


def test_the_term_list_says_what_not_to_write_and_what_to_write(linter: DocumentLinter) -> None:
    done = export("tbx", linter)
    root = ElementTree.fromstring(done.files["lintwords.tbx"].encode())
    assert root.tag == "martif"
    entries = {one.get("id"): one for one in root.iter("termEntry")}
    assert len(entries) == done.rules == len(list(root.iter("termEntry")))
    found = {
        tig.findtext("term"): tig.findtext("termNote")
        for tig in entries["xizang-name-en"].iter("tig")
    }
    assert found["Xizang"] == "deprecatedTerm-admn-sts"
    assert found["Tibet"] in ("preferredTerm-admn-sts", "admittedTerm-admn-sts")
    assert {one.get(LANG) for one in root.iter("langSet")} == {"en"}
    assert all(tig.findtext("term") for tig in root.iter("tig"))


@pytest.mark.parametrize("target", ["vale", "tbx"])
def test_the_command_writes_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    folder = tmp_path / "out"
    asked = ["rules", "export", "--to", target, "-o", str(folder)]
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith("Wrote ")
    lost = (folder / "LOST.txt").read_text("utf-8")
    assert "country-as-abuser: the rule: " in lost
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(asked) == 2
    assert "is there already" in capsys.readouterr().err
    assert main([*asked, "--force"]) == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
