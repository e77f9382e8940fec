"""`lintwords lsp`: the language server, for editors."""

from __future__ import annotations

from importlib.util import find_spec

import click

from lintwords.cli.debugging import debug
from lintwords.errors import LintwordsError, install
from lintwords.interface import say


@click.command(short_help="Serve an editor: findings as you write.")
@click.option("--stdio", is_flag=True, expose_value=False,
              help="Standard input and output; there is no other way.")
@debug
def lsp() -> int:
    """Speak the language server protocol on standard input and output."""
    if find_spec("pygls") is None:
        raise LintwordsError(
            say("cannot serve an editor: pygls is not installed"),
            install("lsp"),
        )
    from lintwords.lsp.server import serve  # half a second, and only editors need it

    serve()
    return 0
