"""Other programs: batches of texts, and the example scripts as they stand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

import lintwords
from lintwords.errors import LintwordsError, SettingsError

EXAMPLES = Path(__file__).parent.parent / "examples"
JAILED = "China jailed her."


def test_a_batch_gives_one_row_a_finding_and_names_the_text() -> None:
    texts = ["She flew to China.", None, f"王: {JAILED}", f"<p>{JAILED}</p>", "a\0b"]
    formats = ["text", "text", None, "html", "text"]
    batch = pa.RecordBatch.from_pydict({"text": texts, "format": formats})
    rows = lintwords.lint_batch(batch).to_pylist()
    assert [(row["row"], row["words"]) for row in rows] == [
        (2, "China"), (3, "China"), (4, None),
    ]
    assert [row["start"] for row in rows] == [3, 3, None]
    assert rows[0]["cannot"] is None and "zero bytes" in rows[2]["cannot"]


def test_a_batch_agrees_with_lint() -> None:
    (row,) = lintwords.lint_batch(pa.RecordBatch.from_pydict({"text": [JAILED]})).to_pylist()
    (finding,) = lintwords.lint(JAILED).findings
    assert (row["rule"], row["severity"], row["fingerprint"]) == (
        finding.rule, finding.severity.word, finding.fingerprint,
    )


@pytest.mark.parametrize(
    "columns", [{"body": [JAILED]}, {"text": [JAILED], "format": ["markdwon"]}]
)
def test_a_batch_that_cannot_be_meant_is_refused(columns: dict[str, list[str]]) -> None:
    with pytest.raises(SettingsError):
        lintwords.lint_batch(pa.RecordBatch.from_pydict(columns))


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = pa.RecordBatch.from_pydict({"text": [JAILED]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(LintwordsError, match=r"\[arrow\]"):
        lintwords.lint_batch(batch)


@pytest.mark.parametrize(
    ("page", "code", "may_go"),
    [
        (f"<title>{JAILED}</title>", 1, False),
        ("<p>She flew to China.</p>", 0, True),
        ("<p>\0</p>", 2, False),
    ],
)
def test_cms_hook_lets_a_page_through_or_says_why_not(page: str, code: int, may_go: bool) -> None:
    run = subprocess.run(
        [sys.executable, EXAMPLES / "cms_hook.py"], input=page, text=True, capture_output=True
    )
    answer = json.loads(run.stdout)
    assert (run.returncode, answer["publish"]) == (code, may_go)
    if code == 1:
        assert answer["notes"][0]["words"] == "China"


def test_notebook_counts_the_examples() -> None:
    run = subprocess.run(
        [sys.executable, EXAMPLES / "archive_notebook.py"],
        text=True, capture_output=True, check=True,
    )
    assert "country-as-state-actor" in run.stdout
    assert "newsroom.html" in run.stdout and "not read" not in run.stdout
