"""Command-line cases as files: tests/cli/<case>/ holds args, exit, expected.txt and input/.

`args` is one argument a line. expected.txt is standard output, then, after a line `-- stderr`,
standard error if there is any.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import fakes
import pytest
from snapshots import expected

from lintwords import __version__
from lintwords.cli.main import main

CASES = sorted(path.parent for path in Path(__file__).parent.glob("cli/*/args"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    folder = tmp_path / "input"
    if (case / "input").is_dir():
        shutil.copytree(case / "input", folder)
    else:
        folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    code = main((case / "args").read_text("utf-8").splitlines())
    out, err = capsys.readouterr()
    out = out.replace(f'"version": "{__version__}"', '"version": "this"')
    text = out + (f"-- stderr\n{err}" if err else "")
    assert text == expected(case / "expected.txt", text)
    assert f"{code}\n" == expected(case / "exit", f"{code}\n")
