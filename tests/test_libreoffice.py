"""The extension for LibreOffice: what it marks, and that all it needs is inside.

LibreOffice itself is asked by `.ci/run-office`.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from caches import built, lend

from lintwords import __version__
from lintwords.api import LANGUAGES

HERE = Path(__file__).parents[1] / "editors" / "libreoffice"
FIRST = (0, 5, "country-as-abuser", "The Chinese government")


def loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def seen(marks: tuple[Any, ...]) -> list[tuple[int, int, str, str]]:
    return [(one.start, one.length, one.rule, one.wordings[0]) for one in marks]


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        pytest.param("", "en-US", [], id="nothing there"),
        pytest.param(" \t", "en-US", [], id="blanks"),
        pytest.param("She flew to China in May.", "en-US", [], id="a place"),
        pytest.param("The Chinese government jailed two poets.", "en-GB", [], id="an actor"),
        pytest.param("China jailed two poets.", "en-US", [FIRST], id="start of paragraph"),
        pytest.param(
            "😀😀 China jailed two poets.", "en-US", [(5, *FIRST[1:])],
            id="places count UTF-16 code units",
        ),
        pytest.param(
            "😀 La Chine a emprisonné deux poètes.", "fr-CA",
            [(3, 10, "country-as-abuser", "Le gouvernement chinois a")],
            id="French, with all that a wording changes",
        ),
    ],
)
def test_a_paragraph_is_marked(
    tmp_path: Path, text: str, tag: str, found: list[tuple[int, int, str, str]]
) -> None:
    assert seen(loaded("lintwords_paragraph").marks(text, tag, tmp_path)) == found


def test_settings_of_the_users_folder_hold(tmp_path: Path) -> None:
    (tmp_path / "lintwords.toml").write_text('ignore = ["splittist"]\n', "utf-8")
    marks = loaded("lintwords_paragraph").marks
    assert marks("The Dalai clique met in May.", "en-US", tmp_path) == ()
    assert marks("The Dalai clique met in May.", "en-US", tmp_path.parent)
    assert [row[2] for row in seen(marks("We condemn China.", "en-US", tmp_path))] == [
        "country-blamed"
    ]


def test_a_mistake_in_settings_is_told_on_the_whole_paragraph(tmp_path: Path) -> None:
    (tmp_path / "lintwords.toml").write_text('profil = "strict"\n', "utf-8")
    (mark,) = loaded("lintwords_paragraph").marks("The choir sang 😀.", "en-US", tmp_path)
    assert (mark.start, mark.length, mark.wordings, mark.page) == (0, 18, (), "")
    assert mark.short.startswith("lintwords: setting not known, ")
    assert "Did you mean profile?" in mark.full


def test_the_extension_needs_python_alone_and_brings_its_pages(tmp_path: Path) -> None:
    loaded("build").build(tmp_path / "made.oxt")
    with zipfile.ZipFile(tmp_path / "made.oxt") as made:
        made.extractall(tmp_path / "in")
    inside = tmp_path / "in"
    assert f'<version value="{__version__}"/>' in (inside / "description.xml").read_text("utf-8")
    compiled = {".pyc", ".so", ".pyd"} & {path.suffix for path in inside.rglob("*")}
    assert not compiled
    asked = (
        "import json, sys; sys.path.insert(0, 'in/pythonpath')\n"
        "from pathlib import Path\n"
        "from lintwords_locales import LOCALES; from lintwords_paragraph import marks, warm\n"
        "warm(); rows = marks('😀 China jailed two poets.', 'en-US', Path('nowhere'))\n"
        "print(json.dumps([LOCALES, rows]))\n"
    )
    lend(tmp_path / "cache", built())
    env = {**os.environ, "LINTWORDS_CACHE": str(tmp_path / "cache")}
    said = subprocess.run(  # -S: without any installed package
        [sys.executable, "-S", "-I", "-X", "utf8", "-c", asked], cwd=tmp_path, env=env, check=True,
        capture_output=True, encoding="utf-8",
    ).stdout
    locales, ((start, length, *_, rule, page),) = json.loads(said)
    assert {language for language, _ in locales} == set(LANGUAGES)
    assert f'<value>{" ".join("-".join(one) for one in locales)}</value>' in (
        inside / "Linguistic.xcu"
    ).read_text("utf-8")
    assert (start, length, rule) == (3, 5, "country-as-abuser")
    text = Path(unquote(urlsplit(page).path)).read_text("utf-8")
    assert "<h1>country-as-abuser</h1>" in text
    assert "Content-Security-Policy" in text and 'href="../"' not in text
