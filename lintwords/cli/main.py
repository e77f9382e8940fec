"""The command `lintwords`: its commands, and what a mistake in the arguments looks like."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

import click

from lintwords import __version__, interface
from lintwords.cli.check import check
from lintwords.cli.command_names import LATE
from lintwords.cli.ending import end_of, show_traceback
from lintwords.cli.exits import CANNOT, CLEAN, STOPPED
from lintwords.cli.group import PathGroup
from lintwords.cli.speaking import put_in, teach_click, with_language
from lintwords.cli.terminal import err, out
from lintwords.cli.trouble import told
from lintwords.errors import nearest
from lintwords.interface import say

_NO_ARGUMENTS: Any = getattr(click.exceptions, "NoArgsIsHelpError", ())  # since click 8.2
_NOT_ONE_OF = re.compile(r"'(.*?)' is not one of (.*)", re.DOTALL)

_SHOWN = frozenset({"--help", "-h", "--version"})  # what click prints by itself
_CALLED = {"--dry-run": "--diff"}  # as other programs call an option


@click.group(
    cls=PathGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="lintwords PATH is the same as lintwords check PATH.",
)
@click.version_option(__version__, "--version", message="lintwords %(version)s")
@click.pass_context
def lintwords(ctx: click.Context) -> int:
    """Say who acted: keep a government and a people apart in what you write."""
    if ctx.invoked_subcommand is None:
        err(f"{ctx.get_help()}\n")
        return CANNOT
    return CLEAN


with_language(lintwords)
lintwords.add_command(check)
lintwords.late = {name: f"lintwords.cli.{name.replace('-', '_')}" for name in LATE}


def main(args: Sequence[str] | None = None) -> int:
    """Run `args`, or the arguments of this process, and give the exit code.

    0 is done, 1 is findings at or above --fail-on, 2 is not all of it could be done, 130 is
    Ctrl-C. Trouble that a user can put right is one sentence; a bug keeps its traceback.
    """
    given = list(sys.argv[1:] if args is None else args)
    debug = "--debug" in given
    interface.use(interface.wanted_language(given, os.environ))
    if interface.language() != interface.ENGLISH:
        teach_click()
    return end_of(lambda: _run(given, debug), debug)


def _run(given: list[str], debug: bool) -> int:
    """Let click read the arguments and run the command; a mistake in them is told."""
    if sys.stdout is None and not _SHOWN.isdisjoint(given):
        out(" ")  # says that it is closed; click writes into nothing in silence
    try:
        code = lintwords.main(given, prog_name="lintwords", standalone_mode=False)
        return code if isinstance(code, int) else CLEAN
    except click.ClickException as error:
        show_traceback(debug)
        err(_usage(error))
        return CANNOT
    except click.Abort:
        return STOPPED


def _usage(error: click.ClickException) -> str:
    """A mistake on the command line, told in the manner of all trouble."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    command = ctx.command_path if ctx else "lintwords"
    hint = say("All options: {command} --help", command=command)
    if ctx and isinstance(error, _NO_ARGUMENTS):
        return f"{ctx.get_help()}\n"
    if isinstance(error, click.MissingParameter) and error.param is not None:
        argument = put_in(error.param.human_readable_name)
        return told(say("{command}: {argument} is missing", command=command, argument=argument),
                    hint)
    if isinstance(error, click.NoSuchOption):
        if command == "lintwords":
            hint = say("Options of a check stand after its name: lintwords check --help")
        return told(
            say("no option {option}", option=error.option_name),
            nearest(_CALLED.get(error.option_name, error.option_name), _options(ctx)) or hint,
        )
    problem = error.message.rstrip(".")
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = max(error.param.opts, key=len)
        problem = say("{name}: {problem}", name=name, problem=error.message.rstrip("."))
        if choice := _NOT_ONE_OF.match(error.message):
            problem = say('{name} cannot be "{choice}"', name=name, choice=choice[1])
            names = re.findall(r"'(.*?)'", choice[2])
            hint = nearest(choice[1], names) or say("Use one of {names}.", names=', '.join(names))
    return told(problem[:1].lower() + problem[1:], hint)


def _options(ctx: click.Context | None) -> list[str]:
    params = ctx.command.params if ctx else []
    return [name for param in params if isinstance(param, click.Option)
            for name in param.opts if name.startswith("--")]
