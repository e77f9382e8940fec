"""The VS Code extension and the server agree on settings, languages and version."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lintwords import __version__
from lintwords.cli.options import SEVERITIES
from lintwords.lsp.editor_settings import REASONS, read_settings
from lintwords.lsp.editor_text import LANGUAGES
from lintwords.model.rule import PROFILES
from lintwords.settings.file import WEIGHTS

VSCODE = Path(__file__).parents[1] / "editors" / "vscode"


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((VSCODE / "package.json").read_text("utf-8"))
    return found


def settings(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = manifest["contributes"]["configuration"]["properties"]
    return {name.removeprefix("lintwords."): row for name, row in rows.items()}


def test_the_server_knows_every_setting_and_its_default(
    manifest: dict[str, Any], tmp_path: Path
) -> None:
    sent: dict[str, Any] = {}
    for name, row in settings(manifest).items():  # as VS Code sends them: dotted names are tables
        *tables, last = name.split(".")
        place = sent
        for table in tables:
            place = place.setdefault(table, {})
        place[last] = row["default"]
    what, wrong = read_settings(sent, tmp_path)
    assert (dict(what.given), what.reasons, wrong) == ({}, REASONS, ())


def test_choices_are_those_of_the_program(manifest: dict[str, Any]) -> None:
    rows = settings(manifest)
    assert rows["profile"]["enum"] == [*PROFILES, None]
    assert rows["severity"]["enum"] == [*SEVERITIES, None]
    assert set(rows["rules"]["additionalProperties"]["enum"]) == set(WEIGHTS)


def test_no_workspace_can_name_the_program(manifest: dict[str, Any]) -> None:
    assert settings(manifest)["path"]["scope"] == "machine"


def test_the_languages_are_known_and_wake_the_extension(manifest: dict[str, Any]) -> None:
    script = (VSCODE / "extension.js").read_text("utf-8")
    listed = re.search(r"const LANGUAGES = (\[.*?\]);", script)
    assert listed is not None
    languages = json.loads(listed[1])
    assert set(languages) <= set(LANGUAGES)
    assert manifest["activationEvents"] == [f"onLanguage:{name}" for name in languages]


def test_the_version_is_that_of_the_program(manifest: dict[str, Any]) -> None:
    assert __version__.startswith(manifest["version"])


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_the_extension_says_where_the_program_is_missing() -> None:
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    if int(version.lstrip("v").split(".")[0]) < 20:
        pytest.skip("Node.js is too old")
    done = subprocess.run(["node", "--test", "test.js"], cwd=VSCODE, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
