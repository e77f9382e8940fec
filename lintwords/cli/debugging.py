"""`--debug` of a command that tells nothing more under it: trouble comes with its traceback.

`main` looks for it in what was typed, before any command is read.
"""

from __future__ import annotations

import click

debug = click.option(
    "--debug", is_flag=True, expose_value=False, help="Show a traceback with trouble."
)
