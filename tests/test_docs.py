"""The pages: links lead somewhere, the index is whole, words are spelt right, commands run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))

import commands  # noqa: E402  (scripts, not a package)
import links  # noqa: E402
import website  # noqa: E402


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
)
def test_a_link_that_leads_nowhere_is_told(site: Path, text: str, said: list[str]) -> None:
    index = site / "docs/README.md"
    index.write_text(index.read_text("utf-8") + "\n" + text + "\n", "utf-8")
    assert [what for _, _, what in links.faults(site)] == said


def test_a_page_that_the_index_lacks_is_told(site: Path) -> None:
    (site / "docs/lost.md").write_text("# Lost\n", "utf-8")
    assert [what for _, _, what in links.faults(site)] == ["lost.md is not linked"]


def test_what_a_merge_left_is_told(site: Path) -> None:
    log = site / "docs/README.md"
    log.write_text(f"{log.read_text('utf-8')}\n{'<' * 7} HEAD\n- One.\n{'=' * 7}\n", "utf-8")
    assert [(line, what) for _, line, what in links.faults(site)] == [
        (5, "a mark of a merge that was not ended: <<<<<<<")
    ]


def test_a_word_spelt_wrong_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Sep" + "erate words, and a lama.\n", "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "codespell_lib", "--toml", ROOT / "pyproject.toml", page],
        capture_output=True, text=True, timeout=50, cwd=tmp_path,
    )
    assert told.returncode != 0
    assert told.stdout.strip() == f"{page}:1: Sep" + "erate ==> Separate"


# -- commands ------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="the pages speak to a POSIX shell")
def test_the_sample_on_the_first_page_is_what_the_program_says() -> None:
    first = (ROOT / "README.md").read_text("utf-8")
    printed = [said for kind, body, said in commands.blocks(first) if "check examples" in body]
    assert "country-as-abuser" in printed[-1]
    assert list(commands.faults(Path("README.md"), [])) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the pages speak to a POSIX shell")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("```sh\necho one\n```\n\n```text\none\n```\n", "", id="as printed"),
        pytest.param("```sh\nfalse\n```\n", "", id="1 may be findings"),
        pytest.param("```sh\nexit 2\n```\n", "ends with 2", id="2 is none"),
        pytest.param("```sh\nno-such-program\n```\n", "ends with 127", id="no such program"),
        pytest.param("```console\n$ exit 3\nnothing\n```\n", "ends with 3", id="a console"),
        pytest.param("```sh\necho one\n```\n\nprints\n\n```text\ntwo\n```\n",
                     "does not print 'two'", id="prints another thing"),
    ],
)
def test_a_command_that_does_otherwise_is_told(tmp_path: Path, text: str, said: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    found = list(commands.faults(page, []))
    assert [said in one for one in found] == ([True] if said else [])


def test_what_is_not_run_is_named_with_the_reason(tmp_path: Path) -> None:
    page, told = tmp_path / "page.md", list[str]()
    page.write_text("```sh\nuv tool install .\n```\n", "utf-8")
    assert list(commands.faults(page, told)) == []
    assert "not run, asks a package index: uv tool install ." in told[0]


@pytest.mark.parametrize("page", ["SECURITY.md", "CONTRIBUTING.md"])
def test_a_file_that_a_page_names_as_proof_is_there(page: str) -> None:
    folders = r"tests|benchmarks|docs|examples|\.ci"
    named = re.findall(rf"`(?:python )?((?:{folders})/[\w./-]+)", (ROOT / page).read_text("utf-8"))
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []


# -- the site ------------------------------------------------------------------------------------


def test_the_menu_of_the_site_has_every_page_of_the_docs() -> None:
    named = {
        place for item in website.menu(ROOT) for places in item.values()
        for place in ([places] if isinstance(places, str) else [
            way for row in places for way in row.values()
        ])
    }
    pages = {page.as_posix() for page in links.pages(ROOT) if page.parent == Path("docs")}
    assert pages - named == set()


def test_the_site_holds_what_its_pages_lead_to(site: Path, tmp_path: Path) -> None:
    (site / "docs/picture.png").write_bytes(b"x")
    (site / "docs/beside.png").write_bytes(b"x")
    index = site / "docs/README.md"
    index.write_text(index.read_text("utf-8") + "\n![p](picture.png)\n", "utf-8")
    website.lay_out(site, tmp_path / "out")
    laid = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")
            if path.is_file()}
    assert laid == {"README.md", "docs/README.md", "docs/picture.png"}
