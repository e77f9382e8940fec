"""Completion in real shells: what stands on the screen after Tab. A shell that is missing skips."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from lintwords import api

if os.name == "nt":
    pytest.skip("shells of POSIX", allow_module_level=True)

from terminals import Terminal

LOADED = "loaded-"
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source ./script; echo loaded'-'bash\r"),
    "zsh": (["zsh", "-f", "-i"],
            "autoload -U compinit && compinit -u && source ./script && echo loaded'-'zsh\r"),
}


@pytest.fixture
def env(tmp_path: Path) -> Mapping[str, str]:
    """The environment of a shell in which the command is this program."""
    command = tmp_path / "bin" / "lintwords"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m lintwords "$@"\n')
    command.chmod(0o755)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "release.md").write_text("Calm.\n")
    return {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path),
        "PYTHONPATH": str(Path(api.__file__).parents[1]), "TERM": "xterm", "LC_ALL": "C.UTF-8",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }


def script(shell: str, folder: Path, env: Mapping[str, str]) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        ["lintwords", "completion", shell], env=env, check=True, capture_output=True
    )
    (folder / "script").write_bytes(done.stdout)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_tab_completes_in_a_shell(shell: str, tmp_path: Path, env: Mapping[str, str]) -> None:
    script(shell, tmp_path, env)
    command, load = START[shell]
    terminal = Terminal(command, folder=tmp_path, env=env)
    try:
        terminal.type(load)
        terminal.wait(f"{LOADED}{shell}")
        terminal.type("lintwords comp\t")
        terminal.wait("lintwords completion")
        terminal.type("\x15lintwords check --base\t")
        terminal.wait("check --baseline")
        terminal.type("\t\t")  # the ways to go on
        terminal.wait("--baseline-write")
        terminal.type("\x15lintwords check --format sar\t")
        terminal.wait("--format sarif")
        terminal.type("\x15lintwords check texts/rel\t")
        terminal.wait("texts/release.md")
        terminal.type("\x15exit\r")
        terminal.end()
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("lintwords ex", ["explain\tShow one rule: what, why, and what to write."]),
        ("lintwords check --baseline-", ["--baseline-write\t"]),
        ("lintwords check --format sar", ["sarif"]),
        ("lintwords check texts/rel", ["texts/release.md"]),
    ],
)
def test_fish_offers(
    line: str, offered: list[str], tmp_path: Path, env: Mapping[str, str]
) -> None:
    script("fish", tmp_path, env)
    asked = f"source script; complete -C {shlex.quote(line)}"
    said = subprocess.run(
        ["fish", "--no-config", "-c", asked], env=env, cwd=tmp_path, capture_output=True,
        text=True, check=True,
    ).stdout.splitlines()
    assert len(said) == len(offered)
    assert all(row.startswith(start) for row, start in zip(said, offered, strict=True))
