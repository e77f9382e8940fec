"""Commands that the program prints run as they are printed, however it was started."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from lintwords.cli import program_name
from lintwords.cli.main import main
from lintwords.reports.next_commands import Started, told

if os.name == "nt":
    pytest.skip("shells of POSIX", allow_module_level=True)

TEXT = "On Monday China detained five lawyers.\n"


def a_program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexec {sys.executable} -m lintwords\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("typed", "on_path", "expected"),
    [
        pytest.param("{bin}/lintwords", True, "lintwords", id="a shell finds it"),
        pytest.param("{bin}/lintwords", False, "{bin}/lintwords", id="not on the PATH"),
        pytest.param("pytest", True, "lintwords", id="inside another program"),
        pytest.param("-c", True, "lintwords", id="code on the command line"),
    ],
)
def test_the_program_is_called_as_it_was_started(
    typed: str, on_path: bool, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_program(tmp_path / "a b" / "lintwords").parent
    monkeypatch.setenv("PATH", str(folder) if on_path else "/nowhere")
    monkeypatch.setattr(sys, "argv", [typed.format(bin=folder)])
    assert shlex.split(program_name.program()) == [expected.format(bin=folder)]


def test_the_hook_that_init_prints_starts_in_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = a_program(tmp_path / "bin" / "lintwords")
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(sys, "argv", ["../bin/lintwords"])
    assert main(["init"]) == 0
    assert f"entry: {found} check " in capsys.readouterr().out


def test_a_module_is_called_by_its_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/lintwords/__main__.py"])
    monkeypatch.setenv("PATH", "/nowhere")
    assert program_name.program() == f"{shlex.quote(sys.executable)} -m lintwords"
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert program_name.program() in ("python -m lintwords", "python3 -m lintwords")


def test_a_longer_name_of_the_python_is_shortened_where_both_stand(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    longer = a_program(tmp_path / "python3.99")
    monkeypatch.setattr(sys, "argv", ["/somewhere/lintwords/__main__.py"])
    monkeypatch.setattr(sys, "executable", str(longer))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program_name.program() == "python3.99 -m lintwords"
    a_program(tmp_path / "python3")  # another one
    assert program_name.program() == "python3.99 -m lintwords"
    (tmp_path / "python").symlink_to(longer)
    assert program_name.program() == "python -m lintwords"


def test_only_commands_are_changed_in_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["bin/lintwords"])
    hint = "A bug in lintwords, not in your text. lintwords reads .md: lintwords check --debug"
    assert program_name.as_started(hint) == hint.replace("lintwords check", "bin/lintwords check")


def test_many_files_are_named_by_the_paths_of_the_run() -> None:
    files = [Path(f"{name}.md") for name in "abcd"]
    below = [Path("news") / file for file in files]
    assert Started("lw", ("news", "a b")).command("fix", [*below, Path("a b/e.md")]) == (
        "lw fix news 'a b'", "",
    )
    given = ("a.md", "clean.md", "b.md", "c.md", "d.md", "none")  # what has no finding stays out
    assert Started("lw", given).command("fix", files) == ("lw fix a.md b.md c.md d.md", "")
    assert Started("lw", ()).command("fix", files) == ("lw fix", "")  # the paths in the settings
    assert Started("lw", ("x",) * 11).command("fix", files) == (
        "lw fix a.md b.md c.md", ", here of 3 of 4 files",
    )
    assert Started("lw", ("news",)).command("fix", files[:2]) == ("lw fix a.md b.md", "")


def test_a_command_is_never_broken() -> None:
    long = f"lintwords fix {'x' * 80}.md"
    assert list(told("2 have a safe fix", (long, ""), 40)) == ["2 have a safe fix:", f"  {long}"]


def test_what_check_prints_runs(tmp_path: Path) -> None:
    """Each command at the end of a report, in a folder where no `lintwords` is on the PATH."""
    for name in "abcd":
        (tmp_path / f"{name}.md").write_text(TEXT)
    root = Path(main.__code__.co_filename).parents[2]
    env = {**os.environ, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-m", "lintwords", "check", "."], cwd=tmp_path, env=env,
        capture_output=True, text=True, check=False,
    )
    lines = done.stdout.splitlines()
    fix = next(line for line in lines if line.endswith(" fix ."))
    explain = next(line for line in lines if " explain " in line)
    for line in (fix, explain):
        command = shlex.split(line.rpartition(": ")[2])
        assert subprocess.run(command, cwd=tmp_path, env=env, check=False).returncode == 0
    assert "government" in (tmp_path / "d.md").read_text()


def test_the_hooks_of_init_are_yaml_that_names_what_exists(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    told_here, _, cloned = capsys.readouterr().out.partition("To check them with your clone")
    (repo,) = yaml.safe_load(told_here.partition("\n\n")[2])["repos"]
    (hook,) = repo["hooks"]
    assert (repo["repo"], hook["language"]) == ("local", "system")
    (tmp_path / "a.md").write_text(TEXT)
    command, *rest = shlex.split(hook["entry"])
    assert command == "lintwords" and main([*rest, "a.md"]) == 1
    assert "rev: <a commit of it>" in cloned


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", ".local/share/bash-completion/completions/lintwords"),
        ("zsh", ".zfunc/_lintwords"),
        ("fish", ".config/fish/completions/lintwords.fish"),
    ],
)
def test_completion_installs_itself_and_says_where(
    shell: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "BASH_COMPLETION_USER_DIR", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for _ in range(2):  # over its own file
        assert main(["completion", shell, "--install"]) == 0
        assert f"Wrote {tmp_path / place}" in capsys.readouterr().err
    assert main(["completion", shell]) == 0
    assert (tmp_path / place).read_text() == capsys.readouterr().out
    (tmp_path / place).write_text("mine\n")
    assert main(["completion", shell, "--install"]) == 2
    assert (tmp_path / place).read_text() == "mine\n"
