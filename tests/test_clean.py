"""The quick answer is what the run says, and is given only where the run says just that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lintwords.cli.main import main
from lintwords.files import cachefiles
from lintwords.packs import keptgate, stamps
from lintwords.run.quick_answer import answer

CALM = "The library mended a kettle before the rain came. Its door was painted in May.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one calm text in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text(CALM)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--quiet", "a.txt"]) == 0  # the gate is kept
    return tmp_path


@pytest.mark.parametrize("arguments", [["a.txt"], ["check", "a.txt"], ["below/../a.txt"]])
@pytest.mark.parametrize("text", [CALM, "", "One.", CALM * 80, "Ein Kessel.", "Lá-bas, l’été.\r\n"])
def test_the_quick_answer_is_that_of_the_run(arguments, text, folder, capsys) -> None:
    (folder / "a.txt").write_text(text, newline="")
    said = answer(arguments)
    code = main(arguments)
    out, err = capsys.readouterr()
    assert said is None or (code, out, err) == (0, said, "")
    if text.startswith(CALM):
        assert said == out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("lintwords.toml", b'lang = "fr"\n', id="settings"),
        pytest.param("below/lintwords.toml", b"lang = \"fr\"", id="settings beside the file"),
        pytest.param("pyproject.toml", b"[tool.lintwords]\n", id="settings that are shared"),
        pytest.param("lintwords-baseline.toml", b"", id="known findings"),
        pytest.param("below/a.txt", b"China jailed a poet.\n", id="a finding"),
        pytest.param("below/a.txt", "今天早上图书馆开门。\n".encode() * 9, id="another language"),
        pytest.param("below/a.txt", b"<!-- lintwords: ignore -->\n", id="a comment to us"),
        pytest.param("below/a.txt", b"\xef\xbb\xbfCalm.\n", id="a mark"),
        pytest.param("below/a.txt", b"Caf\xe9\n", id="not UTF-8"),
        pytest.param("below/a.txt", b"a\0b\n", id="zero bytes"),
        pytest.param("below/a.txt", b"%PDF-1.7\n", id="another format"),
    ],
)
def test_all_else_is_left_to_the_run(name: str, content: bytes, folder: Path) -> None:
    (folder / "below" / "a.txt").write_text(CALM)
    assert answer(["below/a.txt"]) is not None
    (folder / name).write_bytes(content)
    assert answer(["below/a.txt"]) is None


SETTINGS = """profile = "strict"
fail-on = "never"
severity = "error"
exclude = ["a.txt"]

[rules]
country-as-abuser = "off"
"""


@pytest.mark.parametrize("name", ["a.txt", "below/a.txt", "../{folder}/a.txt"])
@pytest.mark.parametrize("content", [SETTINGS, 'root = true\nselect = ["country-as-abuser"]\n', ""])
def test_settings_that_a_run_has_read_hold_for_the_quick_answer(
    content: str, name: str, folder: Path, capsys
) -> None:
    (folder / "below" / "a.txt").write_text(CALM)
    content = f"# {folder}\n{content}"  # such as no test has had noted
    (folder / "lintwords.toml").write_text(content)
    path = name.format(folder=folder.name)
    assert answer([path]) is None
    assert main([path]) == 0
    assert answer([path]) == capsys.readouterr().out
    (folder / "lintwords.toml").write_text(f"{content}\n# new\n")
    assert answer([path]) is None


def test_settings_beside_the_text_hold_for_it_and_those_here_for_what_is_told(
    folder: Path, monkeypatch, capsys
) -> None:
    here = folder / "below"
    (here / "lintwords.toml").write_text('select = ["country-as-abuser"]\n')
    (here / "a.txt").write_text(CALM)
    monkeypatch.chdir(here)
    assert main(["a.txt"]) == 0
    assert "(1 rule, " in capsys.readouterr().out
    monkeypatch.chdir(folder)
    assert main(["below/a.txt"]) == 0
    assert answer(["below/a.txt"]) == capsys.readouterr().out


def test_settings_beside_the_text_are_noted_by_a_run_from_elsewhere(folder: Path, capsys) -> None:
    (folder / "below" / "lintwords.toml").write_text(f'fail-on = "warning" # {folder}\n')
    (folder / "below" / "a.txt").write_text(CALM)
    assert answer(["below/a.txt"]) is None
    assert main(["below/a.txt"]) == 0
    assert answer(["below/a.txt"]) == capsys.readouterr().out


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("lintwords.toml", 'lang = "fr"\n', id="another language"),
        pytest.param("lintwords.toml", 'names.fixed = ["Painted Kettle"]\n', id="names"),
        pytest.param("lintwords.toml", 'baseline = "known.toml"\n', id="another baseline"),
        pytest.param("lintwords.toml", 'encoding = "cp1252"\n', id="another encoding"),
        pytest.param("lintwords.toml", 'paths = ["below"]\n', id="paths"),
        pytest.param("lintwords.toml", '[path."below"]\nlang = "fr"\n', id="a table for paths"),
        pytest.param("pyproject.toml", '[tool.lintwords]\nprofile = "strict"\n', id="shared"),
    ],
)
def test_other_settings_are_read_each_time(name: str, content: str, folder: Path) -> None:
    (folder / name).write_text(content)
    assert main(["a.txt"]) == 0
    assert answer(["a.txt"]) is None


def test_settings_given_by_hand_are_noted_for_nobody(folder: Path) -> None:
    (folder / "lintwords.toml").write_text(f'profile = "strict" # {folder}\n')
    assert main(["check", "--profile", "default", "a.txt"]) == 0
    assert answer(["a.txt"]) is None


def test_settings_in_two_folders_or_behind_a_link_are_read_each_time(folder: Path) -> None:
    (folder / "below" / "a.txt").write_text(CALM)
    (folder / "lintwords.toml").write_text("")
    assert main(["a.txt"]) == 0 and answer(["a.txt"]) is not None
    (folder / "below" / "lintwords.toml").write_text("")
    assert main(["below/a.txt"]) == 0
    assert answer(["below/a.txt"]) is None
    (folder / "lintwords.toml").rename(folder / "other.toml")
    (folder / "lintwords.toml").symlink_to("other.toml")
    assert answer(["a.txt"]) is None


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["check"], ["check", "a.txt", "a.txt"], ["check", "-q", "a.txt"], ["a.txt", "--quiet"],
        ["check", "b.txt"], ["below"], ["audit", "a.txt"], ["--version"], ["a.md"], ["-"],
    ],
)
def test_other_arguments_are_left_to_the_run(arguments: list[str], folder: Path) -> None:
    (folder / "a.md").write_text(CALM)
    assert answer(arguments) is None


def test_the_command_gives_it_and_loads_no_more(folder: Path) -> None:
    script = (
        "import os, sys\n"
        "from lintwords.cli import start\n"
        "sys.argv = ['lintwords', 'a.txt']\n"
        "os._exit = lambda code: print('|'.join(sys.modules), code, file=sys.stderr)\n"
        "start.main()\n"
    )
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    modules, code = done.stderr.rsplit(" ", 1)
    assert (done.stdout, code) == (answer(["a.txt"]), "0\n")
    assert {"click", "dataclasses", "lintwords.api"}.isdisjoint(modules.split("|"))


def test_where_nobody_reads_what_it_says_the_run_tells(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-m", "lintwords", "a.txt"], cwd=folder, stdout=writing,
        stderr=subprocess.PIPE, text=True, check=False, env={**os.environ, "PYTHONPATH": root},
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_gate_is_read_once_and_of_it_only_what_a_calm_text_asks(folder, monkeypatch) -> None:
    read = []
    own = cachefiles.kept
    monkeypatch.setattr(cachefiles, "kept", lambda kind, name: read.append(kind) or own(kind, name))
    keptgate.forget()
    assert answer(["a.txt"]) is not None
    gate = keptgate.kept(stamps.of_rules(stamps.FIRST))
    assert gate is not None and "sets" not in vars(gate.table)
    assert main(["check", "--quiet", "a.txt"]) == 0
    assert read.count("gate") == 1
