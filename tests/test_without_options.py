"""A check without options is read without the library for options, and says the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lintwords.cli.checking import Asked
from lintwords.cli.main import main
from lintwords.cli.terminal import Look
from lintwords.cli.without_options import paths_only
from lintwords.values import names

FOUND = "The council met.\n\nChina jailed a poet, and China fined his printer.\n"
ROOT = Path(__file__).parent.parent


def run(folder: Path, *args: str) -> tuple[int, str, str]:
    """Exit code, standard output and error of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "lintwords", *args], cwd=folder, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LINTWORDS_UI_LANG": "en"},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["a.txt"], id="a path alone"),
        pytest.param(["check", "a.txt", "b"], id="a file and a folder"),
        pytest.param(["check", "broken.docx"], id="a file that cannot be read"),
        pytest.param(["check", "a.txt", "elsewhere"], id="settings that are wrong"),
    ],
)
def test_what_is_said_is_what_the_command_says(args, tmp_path, monkeypatch, capfd):
    (tmp_path / "a.txt").write_text(FOUND)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.md").write_text("China banned the book.\n")
    (tmp_path / "broken.docx").write_bytes(b"PK no file of Word")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "lintwords.toml").write_text("colour = true\n")
    (tmp_path / "elsewhere" / "d.txt").write_text(FOUND)
    plain = run(tmp_path, *args)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(ROOT / "lintwords" / "__main__.py"), *args])
    code = main(args)
    out, err = capfd.readouterr()
    assert paths_only(args)
    assert plain == (code, out, err)
    assert code != 0


def test_neither_the_library_for_options_nor_that_for_data_classes_is_loaded(tmp_path):
    (tmp_path / "a.txt").write_text(FOUND)
    code = (
        "import os, sys; sys.argv = ['lintwords', 'check', 'a.txt']\n"
        "from lintwords.cli import start\n"
        "slow = {'click', 'dataclasses', 'inspect'}\n"
        "start._left = lambda code: print('loaded:', *slow & sys.modules.keys())\n"
        "start.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
    )
    assert "China jailed a poet" in done.stdout
    assert (done.stdout.splitlines()[-1], done.stderr) == ("loaded:", "")


@pytest.mark.parametrize(
    "args",
    [
        pytest.param([], id="nothing"),
        pytest.param(["check"], id="settings say what is checked"),
        pytest.param(["fix", "a.txt"], id="another command"),
        pytest.param(["check", "-q", "a.txt"], id="an option"),
        pytest.param(["check", "a.txt", "--no-cache"], id="an option behind"),
        pytest.param(["check", "-"], id="standard input"),
        pytest.param(["check", "b.txt"], id="no such file"),
        pytest.param(["explain"], id="a command, though a file has its name"),
    ],
)
def test_all_else_is_read_by_that_library(args, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(FOUND)
    (tmp_path / "explain").write_text(FOUND)
    monkeypatch.chdir(tmp_path)
    assert paths_only(args) == ()


def test_a_file_with_the_name_of_a_command_is_checked_where_that_is_said(tmp_path, monkeypatch):
    (tmp_path / "explain").write_text(FOUND)
    monkeypatch.chdir(tmp_path)
    assert paths_only(["check", "explain"]) == ("explain",)


def test_without_options_a_check_is_asked_what_the_options_have_by_default():
    from lintwords.cli.check import check

    read = check.make_context("check", ["a.txt"]).params
    fields = {**dict.fromkeys(names(Asked), Asked), **dict.fromkeys(names(Look), Look)}
    for name in ("paths", "config", "typed", "of_rules", "look"):
        del fields[name]
    assert {name: read[name] for name in fields} == {
        name: getattr(kind, name) for name, kind in fields.items()
    }
    assert not any(read[name] for name in read.keys() - fields.keys() - {"paths"})  # settings
