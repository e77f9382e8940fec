"""An ignore comment as another format writes it, in a text where that is no comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.cli.main import main

ASKED = "lintwords: ignore country-as-abuser: a name"
TEXT = "{}\n\nChina jailed a poet.\n"


@pytest.mark.parametrize("comment", [
    pytest.param("{{/* {} */}}", id="mdx"), pytest.param("{{{{/* {} */}}}}", id="hugo"),
    pytest.param("{{{{- /* {} */ -}}}}", id="hugo, trimmed"),
    pytest.param("{{# {} #}}", id="jinja"),
    pytest.param("{{% comment %}}{}{{% endcomment %}}", id="liquid"),
])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_a_comment_of_another_format_is_told_with_the_form_that_is_read(
    name: str, comment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / name
    page.write_text(TEXT.format(comment.format(ASKED)), "utf-8")
    assert main(["check", "-q", "--isolated", str(page)]) == 1
    out = capsys.readouterr().out
    assert f"[ignore-not-understood]; write: <!-- {ASKED} -->" in out
    assert "[country-as-abuser]" in out


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_one_that_is_shown_as_code_or_is_read_is_left_alone(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / name
    shown = f"```\n{{/* {ASKED} */}}\n```"
    page.write_text(TEXT.format(shown), "utf-8")
    main(["check", "-q", "--isolated", str(page)])
    assert "ignore-not-understood" not in capsys.readouterr().out
