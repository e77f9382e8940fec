"""Help and mistakes on the command line in the language of the interface.

Texts of commands and options are translated where they are laid out, for a command knows them
before the language is told. Click's own sentences pass the same table.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

import click

from lintwords.interface import OPTION, VARIABLE, choices, say

WORD = re.compile(r"(?<![\w-])[A-Z]{2,}(?![\w-])")  # PATH, FILE: what is to be put in
_ENDS = re.compile(r"(.*?)  (\[[^\[\]]*\])", re.DOTALL)  # a text, and what click adds to it
_SPACE = re.compile(r"\s+")


class Formatter(click.HelpFormatter):
    """Lays help out; each text in the language of the interface."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, put_in(args), prefix)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{say('{what}:', what=heading)}\n")

    def write_text(self, text: str) -> None:
        super().write_text("\n\n".join(map(said, text.split("\n\n"))))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        told = [(put_in(first), said(second)) for first, second in rows]
        super().write_dl(told, col_max, col_spacing)


class Context(click.Context):
    """A context whose help is laid out by Formatter."""

    formatter_class = Formatter


def put_in(names: str) -> str:
    """The words that stand for something, as PATH does, in the language of the interface."""
    return WORD.sub(lambda found: say(found[0]), names)


def said(text: str) -> str:
    """A text of help; what click adds in brackets is in the language already."""
    text = _SPACE.sub(" ", text).strip() if "\n" in text else text
    found = say(text)
    if found == text and (ended := _ENDS.fullmatch(text)):
        return f"{say(ended[1])}  {ended[2]}"
    return found


def _many(one: str, many: str, n: int) -> str:
    return say(one if n == 1 else many)


def teach_click() -> None:
    """Let click say its own sentences in the language of the interface."""
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        module = sys.modules.get(f"click.{name}")
        if module is not None:
            module.__dict__.update(_=say, ngettext=_many)


def with_language(command: click.Command) -> click.Command:
    """Give a command --ui-lang, which the program has read before, and our help."""
    command.context_class = Context
    if not any(OPTION in param.opts for param in command.params):
        at = next((at for at, param in enumerate(command.params) if "--debug" in param.opts), None)
        command.params.insert(len(command.params) if at is None else at, click.Option(
            [OPTION], type=click.Choice(["auto", *choices()]), default="auto", show_default=True,
            expose_value=False, is_eager=True,
            help=f"Language of help, messages and reports; auto is that of {VARIABLE} or the "
                 "system.",
        ))
    return command
