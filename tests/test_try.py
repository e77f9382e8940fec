"""The page as a folder of files: what the build puts there, and what answers it from inside."""

from __future__ import annotations

import importlib.util
import json
import re
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from lintwords import api
from lintwords.model import Options

HERE = Path(__file__).parents[1] / "docs" / "try"


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"try_{name}", HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build with files in the place of Python for the browser."""
    tmp_path = tmp_path_factory.mktemp("built")
    build, python = module("build"), tmp_path / "pyodide"
    python.mkdir()
    for name in build.PYTHON:
        (python / name).write_bytes(b"")
    build.build(python, tmp_path / "page")
    return tmp_path / "page"


def test_the_folder_holds_the_program_and_a_page_for_each_rule(built: Path) -> None:
    with zipfile.ZipFile(built / "lintwords.zip") as made:
        names = set(made.namelist())
    assert {"answer.py", "lintwords/api.py", "lintwords/rules/en/names.toml"} <= names
    assert [name for name in names if name.split("/")[1:2] in (["cli"], ["tui"], ["lsp"])] == []
    rules = {rule.id for rule in api.load_linter(Options()).rules}
    assert rules - {path.stem for path in (built / "rules").iterdir()} == set()


def test_the_page_asks_nobody_but_its_own_folder(built: Path) -> None:
    page = (built / "index.html").read_text("utf-8")
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert policy is not None
    assert policy[1].startswith("default-src &#x27;none&#x27;")
    assert "frame-ancestors" not in policy[1]
    sources = [page, *((HERE / name).read_text("utf-8") for name in ("ask.js", "worker.mjs"))]
    assert re.findall(r"https?://|@import|url\(", "".join(sources)) == []


@pytest.mark.parametrize(
    ("asked", "key", "told"),
    [
        pytest.param({"name": "a.html", "text": "<p>China jailed her."}, "text",
                     "<p>The Chinese government jailed her.", id="a web page"),
        pytest.param({"name": "a.md", "text": "Calm."}, "cannot",
                     "cannot read a.md in this page", id="what needs a package"),
        pytest.param({"name": "a.zip", "text": "Calm."}, "cannot", "cannot read a.zip",
                     id="unknown"),
        pytest.param({"txt": "Calm."}, "cannot",
                     "a field is not known; known are name, text, data, lang, report, choices, "
                     "unsafe, comments", id="no question"),
    ],
)
def test_it_answers_as_the_server_does(asked: dict[str, str], key: str, told: str) -> None:
    assert json.loads(module("answer").answer("/api/fix", json.dumps(asked)))[key] == told
