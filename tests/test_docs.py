"""The pages: every link leads somewhere, every page is in the index, and words are spelt right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))

import links  # noqa: E402  (scripts, not a package)


def test_links_lead_somewhere_and_the_index_has_every_page() -> None:
    assert list(links.faults(ROOT)) == []


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages that are right."""
    (tmp_path / "docs").mkdir()
    start, index = tmp_path / "README.md", tmp_path / "docs/README.md"
    start.write_text("# A title\n\n## The `way` in\n\n## Twice\n\n## Twice\n", "utf-8")
    index.write_text("# Index\n\n[start](../README.md#the-way-in)\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[a](#index)", [], id="a heading of the page itself"),
        pytest.param("[a](../README.md#twice-1)", [], id="the second heading of one name"),
        pytest.param("`[a](gone.md)`", [], id="in code"),
        pytest.param("```md\n[a](gone.md)\n```", [], id="in a fence"),
        pytest.param("[a](https://gone.example/)", [], id="the web is not asked"),
        pytest.param("[a](gone.md)", ["gone.md is not there"], id="a file that is not there"),
        pytest.param("![a](gone.png)", ["gone.png is not there"], id="a picture that is not there"),
        pytest.param("[![a](gone)](README.md)", ["gone is not there"], id="a picture in a link"),
        pytest.param("[a](#out)", ["#out: no such heading"], id="no such heading"),
        pytest.param("[a](../../x)", ["../../x is not there"], id="out of the folder"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_told(site: Path, text: str, said: list[str]) -> None:
    index = site / "docs/README.md"
    index.write_text(index.read_text("utf-8") + "\n" + text + "\n", "utf-8")
    assert [what for _, _, what in links.faults(site)] == said


def test_a_page_that_the_index_lacks_is_told(site: Path) -> None:
    (site / "docs/lost.md").write_text("# Lost\n", "utf-8")
    assert [what for _, _, what in links.faults(site)] == ["lost.md is not linked"]


def test_a_word_spelt_wrong_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Sep" + "erate words, and a lama.\n", "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "codespell_lib", "--toml", ROOT / "pyproject.toml", page],
        capture_output=True, text=True, timeout=50, cwd=tmp_path,
    )  # fmt: skip
    assert told.returncode != 0
    assert told.stdout.strip() == f"{page}:1: Sep" + "erate ==> Separate"
