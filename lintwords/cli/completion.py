"""`lintwords completion SHELL`: a script that completes commands, options and paths."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from lintwords.cli.terminal import out

SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print a completion script for a shell.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
@click.pass_context
def completion(ctx: click.Context, shell: str, debug: bool) -> int:
    """Print a script for SHELL; load it where the shell starts, or save it as its manual says."""
    kind = get_completion_class(shell)
    assert kind is not None  # click knows all three
    script = kind(ctx.find_root().command, {}, "lintwords", "_LINTWORDS_COMPLETE")
    source = script.source_template % script.source_vars()
    # the script for fish takes what stands after a comma in a help text for something else
    out(source.replace('string split "," $completion', 'string split -m 1 "," $completion'))
    return 0
