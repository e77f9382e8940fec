"""`lintwords completion SHELL`: a script that completes commands, options and paths."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from lintwords.api import whole
from lintwords.cli.debugging import debug
from lintwords.cli.terminal import err, out
from lintwords.errors import LintwordsError
from lintwords.interface import say

SHELLS = ("bash", "zsh", "fish")
_OURS = "_LINTWORDS_COMPLETE"
_NEXT = {
    "bash": "Each new shell reads it where the package bash-completion is installed.",
    "zsh": "To have it read, let ~/.zshrc hold these lines:\n  fpath=({folder} $fpath)\n"
           "  autoload -Uz compinit && compinit",
    "fish": "Each new shell reads it.",
}


@click.command(short_help="Print a completion script for a shell.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.option("--install", is_flag=True,
              help="Save it where the shell looks for it, and say where that is.")
@debug
@click.pass_context
def completion(ctx: click.Context, shell: str, install: bool) -> int:
    """Print a script for SHELL; load it where the shell starts, or let --install save it."""
    kind = get_completion_class(shell)
    assert kind is not None  # click knows all three
    script = kind(ctx.find_root().command, {}, "lintwords", _OURS)
    source = script.source_template % script.source_vars()
    # the script for fish takes what stands after a comma in a help text for something else
    source = source.replace('string split "," $completion', 'string split -m 1 "," $completion')
    if install:
        place = _place(shell, os.environ)
        _save(place, source)
        err(f"{say('Wrote {path}.', path=place)}\n{say(_NEXT[shell], folder=place.parent)}\n")
    else:
        out(source)
    return 0


def _place(shell: str, env: Mapping[str, str]) -> Path:
    """The file that a shell reads for the completions of `lintwords`."""
    home = Path.home()
    if shell == "bash":
        data = Path(env.get("XDG_DATA_HOME") or home / ".local" / "share")
        folder = Path(env.get("BASH_COMPLETION_USER_DIR") or data / "bash-completion")
        return folder / "completions" / "lintwords"
    if shell == "zsh":
        return Path(env.get("ZDOTDIR") or home) / ".zfunc" / "_lintwords"
    settings = Path(env.get("XDG_CONFIG_HOME") or home / ".config")
    return settings / "fish" / "completions" / "lintwords.fish"


def _save(place: Path, source: str) -> None:
    """Write the script; never over a file that is not one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if whole.create(place, source.encode()):
        return
    if _OURS.encode() not in place.read_bytes():
        raise LintwordsError(
            say("{place} is there already, and is no script of lintwords", place=place),
            say("Nothing was written. To see the script: lintwords completion SHELL"),
        )
    whole.replace(place, source.encode())
