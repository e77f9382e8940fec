"""`lintwords serve`: take the port, say where the page is, and serve until Ctrl-C."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import click

from lintwords import api
from lintwords.api import Config
from lintwords.cli import options
from lintwords.cli.debugging import debug
from lintwords.cli.exits import CLEAN
from lintwords.cli.terminal import out
from lintwords.cli.whole_numbers import Number
from lintwords.errors import LintwordsError
from lintwords.interface import say, system
from lintwords.model import Options
from lintwords.serve import Server

PORT = 8081  # LanguageTool's, so that its clients find lintwords where they look


@click.command(short_help="Open a page to paste into, and answer editors.")
@click.option("--port", type=Number(0, 65535), default=PORT, show_default=True, metavar="N",
              help="The port on this machine; 0 takes any that is free.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option("--allow-origin", "allowed", multiple=True, metavar="ORIGIN",
              help="Let an add-on or a page of this Origin ask; may be given more than once.")
@options.settings
@debug
def serve(port: int, opens: bool, allowed: tuple[str, ...], **values: Any) -> int:
    """Serve a page to paste a text or drop a file into, on this machine alone.

    The same address answers programs that speak to LanguageTool. No text is kept or logged, none
    leaves the machine. Ctrl-C stops it.
    """

    def config(lang: str) -> Config:
        """The settings as they are now, for texts in a language."""
        return options.config({**values, "lang": lang or values["lang"]})

    linter = api.ChosenLinters(config(""), Options()).choose(Path())  # a mistake is told before
    try:
        server = Server(port, config, allowed=allowed)
    except OSError as trouble:
        raise _no_port(port, trouble) from trouble
    with server:
        out(say("lintwords is at {url}\nTexts stay on this machine. Ctrl-C stops it.\n"
                "Reading the rules.\n", url=server.url))
        try:
            _ = linter.compiled  # who asks meanwhile waits for the answer
            out(say("Ready.\n"))
            if opens:
                import webbrowser  # only where it is asked for: it starts a program

                webbrowser.open(server.url)
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            out(say("Stopped.\n"))
    return CLEAN


def _no_port(port: int, trouble: OSError) -> LintwordsError:
    if trouble.errno == errno.EADDRINUSE:
        return LintwordsError(
            say("cannot serve on port {port}: another program has it", port=port),
            say("Perhaps lintwords serve runs already. To take another: "
                "lintwords serve --port {port}", port=port + 1 if port < 65535 else 0),
        )
    return LintwordsError(
        say("cannot serve on port {port}", port=port),
        say("The system says: {reason}.", reason=system(trouble)),
    )
