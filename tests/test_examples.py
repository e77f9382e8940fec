"""The example releases give the reports that are kept beside them."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "examples"))

import foundation  # noqa: E402  (scripts beside the examples, not a package)
import reports  # noqa: E402

RELEASES = reports.releases()


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_example_gives_its_report(release: Path) -> None:
    kept = reports.expected(release).read_text("utf-8")
    now = reports.report(release)
    changed = "\n".join(difflib.unified_diff(kept.splitlines(), now.splitlines(), lineterm=""))
    assert kept == now, f"{changed}\nIf it is meant: python examples/reports.py --update"


def test_every_report_belongs_to_a_release() -> None:
    kept = {path.name for path in (ROOT / "examples" / "reports").iterdir()}
    assert kept == {reports.expected(release).name for release in RELEASES}


def test_examples_come_in_four_formats_and_each_has_findings() -> None:
    suffixes = sorted(path.suffix for path in RELEASES)
    assert suffixes == sorted([*[".md", ".html", ".txt"] * 2, ".md", ".docx"])
    silent = [path.name for path in RELEASES if " finding" not in reports.report(path)]
    assert silent == []


def test_the_word_file_is_what_its_script_makes() -> None:
    assert (ROOT / "examples" / "foundation.docx").read_bytes() == foundation.build()
