"""Tables of settings for paths that fit no file are told, once, and end nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.cli.main import main


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name in ("news/a.md", "news/b.md"):
        Path(name).write_text("It rains.\n")


def settings(*patterns: str) -> None:
    rows = (f"[path.'{pattern}']\ngovernment-term = 'party'\n" for pattern in patterns)
    Path("lintwords.toml").write_text("".join(rows))


@pytest.mark.parametrize("pattern", ["news/gone.md", "gone/**", "/gone/*.md", "news/gone/"])
@pytest.mark.parametrize("command", ["check", "audit"])
def test_a_path_of_what_is_not_there_is_told_with_its_line(
    pattern: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings("news/**", pattern)
    assert main([command]) == 0
    told = capsys.readouterr().err
    assert told.count("lintwords: 1 path of the settings fits no file here\n") == 1
    assert f'  [path."{pattern}"], lintwords.toml line 3\n' in told
    assert "  This is for whoever keeps the settings and the baseline; what" in told


@pytest.mark.parametrize(
    "pattern", ["news/a.md", "news/*.md", "/news/", "*.html", "gone.md", "**/x/*"]
)
def test_one_that_may_fit_is_not(pattern: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings(pattern)
    assert main(["check"]) == 0
    assert "fits no file" not in capsys.readouterr().err


def test_nor_is_it_for_a_single_file(capsys: pytest.CaptureFixture[str]) -> None:
    settings("news/gone.md")
    assert main(["check", "news/a.md"]) == 0
    assert "fits no file" not in capsys.readouterr().err
