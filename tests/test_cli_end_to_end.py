"""The faces over the real rules: only what no rule may change is asserted here."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import lintwords
from lintwords import api
from lintwords.cli.main import main
from lintwords.model import Options, Severity
from lintwords.reports import View, render, rule_page
from lintwords.reports.cells import cells

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def rules():
    return api.load_linter(Options()).rules


@pytest.fixture(scope="module")
def report(rules):
    """A check of an example of every rule, in the broadest profile."""
    finding = (next(one for one in rule.examples if one.finds) for rule in rules)
    text = "\n\n".join(example.text for example in finding)
    return text, lintwords.lint(text, profile="strict")


def test_a_government_that_is_named_gives_no_finding(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("The Chinese government detained five lawyers. Tea from China.\n")
    assert main(["check", "--fail-on", "suggestion", "a.md"]) == 0
    assert capsys.readouterr().out.startswith("No findings in 1 file (")


def test_a_country_as_abuser_is_an_error(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("On Monday\n**China** detained five lawyers.\n")
    assert main(["check", "-f", "line", "a.md"]) == 1
    assert capsys.readouterr().out == (
        "a.md:2:3: error: Name who acts: the Chinese government, not China [country-as-abuser]"
        "; write: the Chinese government; safe fix; in: On Monday [China] detained five lawyers.\n"
    )


def test_findings_point_at_their_words(report) -> None:
    text, found = report
    assert len(found.findings) > 10
    assert [f.text for f in found.findings] == [
        text[f.at.start : f.at.end] for f in found.findings
    ]


def test_the_json_of_every_rule_fits_the_schema(report) -> None:
    data = json.loads(render("json", report[1], View()))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_of_the_report_is_too_wide(report, width: int) -> None:
    text = render("full", report[1], View(width=width, limit=0))
    wide = [line for line in text.splitlines() if cells(line) > width]
    assert [line for line in wide if not line.startswith("Why a rule exists:")] == []


def test_every_rule_has_a_page(rules) -> None:
    for rule in rules:
        text = rule_page.render(rule, {}, View())
        wide = [line for line in text.splitlines() if cells(line) > 80]
        assert [line for line in wide if "://" not in line and "lintwords check" not in line] == []
        assert text.startswith(f"{rule.id}  ")


def paragraph(text: str, at: int) -> str:
    return text[text.rfind("\n\n", 0, at) + 1 :].strip().partition("\n\n")[0]


@pytest.mark.parametrize("severity", [severity.word for severity in Severity])
def test_severity_hides_what_is_weaker(report, severity: str, tmp_path, capsys) -> None:
    text, found = report
    some = {one.severity: paragraph(text, one.at.start) for one in reversed(found.findings)}
    (tmp_path / "a.txt").write_text("\n\n".join(some.values()), encoding="utf-8")
    path = str(tmp_path / "a.txt")
    main(["check", "-f", "jsonl", "-q", "--profile", "strict", "--severity", severity, path])
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    seen = {row["severity"] for row in rows if "rule" in row}  # others tell what was not read
    assert seen <= {one.word for one in Severity if one >= Severity[severity.upper()]}
    assert severity in seen


def test_every_mention_is_explained(tmp_path, capsys) -> None:
    (tmp_path / "a.txt").write_text("China jailed a poet. Tea from China. Chinese food.\n")
    assert main(["check", "--explain-mentions", str(tmp_path / "a.txt")]) == 1
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 4
    assert "country-as-abuser" in rows[1]
    assert all("silent" in row for row in rows[2:])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("China jailed a poet.", "country-as-abuser", id="nothing"),
        pytest.param("China did not jail a poet.", "weaker: denied", id="negation"),
        pytest.param("Has China jailed a poet?", "weaker: a question or a condition",
                     id="question"),
        pytest.param('"China jailed a poet," she said.', "weaker: a quotation", id="quotation"),
        pytest.param("The poet's sister says that China jailed her.",
                     "weaker: another says it", id="attributed"),
    ],
)
def test_what_made_a_finding_weaker_is_told(
    text: str, told: str, tmp_path, capsys
) -> None:
    (tmp_path / "a.txt").write_text(f"{text}\n")
    main(["check", "--isolated", "--explain-mentions", str(tmp_path / "a.txt")])
    row = capsys.readouterr().out.splitlines()[1]
    assert told in row
    assert ("weaker" in row) is ("weaker" in told)


@pytest.mark.usefixtures("own_rules")
def test_a_pack_of_ones_own_is_used_and_a_bad_one_stops_the_run(tmp_path, capsys) -> None:
    good, bad, text = (tmp_path / name for name in ("good.toml", "bad.toml", "a.txt"))
    rule = """
[[rule]]
id = "house-term"
category = "euphemism"
severity = "error"
title = "Write office, not bureau"
why = "The house writes office."
PHRASE = "the bureau of wonders"
[[rule.source]]
title = "House style"
publisher = "Us"
date = "2026"
"""
    good.write_text(rule.replace("PHRASE", "phrase"))
    bad.write_text(rule.replace("PHRASE", "phrasse"))
    text.write_text("She runs the bureau of wonders.\n")
    assert main(["check", "-q", "--pack", str(good), str(text)]) == 1
    assert "[house-term]" in capsys.readouterr().out
    assert main(["check", "-q", "--pack", str(bad), str(text)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert 'unknown key "phrasse"\n  Did you mean phrase?\n  Nothing was checked.\n' in err


@pytest.mark.parametrize("option", ["--pack", "--names"])
def test_a_missing_file_of_rules_stops_the_run(option: str, tmp_path, capsys) -> None:
    (tmp_path / "a.txt").write_text("Calm.\n")
    assert main(["check", option, str(tmp_path / "gone.toml"), str(tmp_path / "a.txt")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("lintwords: cannot open ")
    assert err.endswith("  Nothing was checked.\n")


RULE = """
[[rule]]
id = "house-term"
category = "euphemism"
severity = "error"
title = "Write office, not bureau"
why = "The house writes office."
phrase = "the bureau of wonders"

[[rule.source]]
title = "House style"
publisher = "Us"
date = "2026"

[[rule.example]]
text = "She runs the bureau of wonders."
finds = ["the bureau of wonders"]

[[rule.example]]
text = "She runs the bureau."
finds = []
"""


@pytest.mark.usefixtures("own_rules")
def test_rules_test_runs_the_examples_of_one_pack(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(RULE)
    assert main(["rules", "test", "own.toml"]) == 0
    assert capsys.readouterr() == ("1 rule, 2 examples: all pass.\n", "")


@pytest.mark.usefixtures("own_rules")
def test_rules_test_says_which_example_fails_and_how(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    broken = RULE.replace('finds = []', 'finds = ["the bureau"]')
    Path("own.toml").write_text(broken)
    assert main(["rules", "test", "own.toml"]) == 1
    line = broken.splitlines().index('text = "She runs the bureau."')
    out, err = capsys.readouterr()
    assert out == "1 rule, 2 examples: 2 failures.\n"
    assert (
        f'lintwords: rule "house-term" does not pass its own example, own.toml line {line}\n'
        "  text      She runs the bureau.\n"
        '  expected  a finding at "the bureau"\n'
        "  got       no finding\n"
    ) in err


@pytest.mark.usefixtures("own_rules")
def test_rules_test_keeps_to_what_is_selected(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    other = RULE.replace("house-term", "other-term").replace("wonders", "marvels")
    Path("own.toml").write_text(RULE + other)
    assert main(["rules", "test", "own.toml", "--select", "other-term"]) == 0
    assert capsys.readouterr().out == "1 rule, 2 examples: all pass.\n"
    assert main(["rules", "test", "own.toml", "--select", "other-trem"]) == 2
    assert 'no rule "other-trem"\n  Did you mean other-term?' in capsys.readouterr().err


@pytest.mark.usefixtures("own_rules")
def test_a_rule_needs_a_source_that_there_is(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    source = RULE[RULE.index("[[rule.source]]") : RULE.index("[[rule.example]]")]
    Path("own.toml").write_text(RULE.replace(source, ""))
    assert main(["rules", "test", "own.toml"]) == 1
    assert "expected  a source with a date: [[rule.source]]" in capsys.readouterr().err
    named = RULE.replace(source, "").replace('id = "h', 'sources = ["zzz"]\nid = "h')
    Path("own.toml").write_text(named)
    assert main(["rules", "test", "own.toml"]) == 2
    assert "or once for the whole file as [[source]] with this id" in capsys.readouterr().err


@pytest.mark.usefixtures("few_rules")
def test_rules_new_writes_a_pack_that_loads_and_never_over_an_old_one(
    tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    said = "Wrote my-rule.toml. Fill it in, then: lintwords rules test my-rule.toml\n"
    assert main(["rules", "new", "my-rule"]) == 0
    assert capsys.readouterr() == (said, "")
    assert main(["check", "-qq", "--pack", "my-rule.toml", "my-rule.toml"]) == 2
    assert "cannot read my-rule.toml\n" in capsys.readouterr().err  # the pack itself is fine
    assert main(["rules", "new", "my-rule"]) == 2
    assert main(["rules", "new", "My Rule"]) == 2
    assert main(["rules", "new", "country-as-abuser"]) == 2
    assert main(["rules", "new", "my-rule", "-o", "-"]) == 0
    assert capsys.readouterr().out == Path("my-rule.toml").read_text()
