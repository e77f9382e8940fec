"""Groups of commands that know what a mistyped command meant, or take a path for a command."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from lintwords.cli.speaking import said, with_language
from lintwords.errors import LintwordsError, nearest
from lintwords.interface import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Group(click.Group):
    """A group whose mistakes end with the nearest command.

    `late` names the modules of commands that are imported when they are asked for; a command is
    called as its module.
    """

    late: Mapping[str, str] = {}

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted({*self.commands, *self.late})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.late and cmd_name not in self.commands:
            module = importlib.import_module(self.late[cmd_name])
            self.add_command(getattr(module, cmd_name.replace("-", "_")), cmd_name)
        found = super().get_command(ctx, cmd_name)
        return with_language(found) if found else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin so, with what they do in the language of the interface."""
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = said(item.help) if item.help else item.help
        return items

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.list_commands(ctx):
            args = self.read_unknown(ctx, args)
        return super().resolve_command(ctx, args)

    def read_unknown(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give arguments that do begin with a command, or raise LintwordsError."""
        raise LintwordsError(
            say('no command "{command} {args}"', command=ctx.command_path, args=args[0]),
            nearest(args[0], self.list_commands(ctx)) or say(
                "All commands: {command} --help", command=ctx.command_path,
            ),
        )


class PathGroup(Group):
    """A group for which `PATH…` is the same as `check PATH…`."""

    def read_unknown(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0]
        # a word with a dot or a slash is a mistyped path: discovery knows the nearest name
        if first == "-" or os.path.lexists(first) or "." in first or "/" in first:
            return ["check", *args]
        known = [*self.list_commands(ctx), *_here()]
        raise LintwordsError(
            say('no command or path "{first}"', first=first),
            nearest(first, known) or say("All commands: lintwords --help"),
        )


def _here() -> list[str]:
    try:
        return os.listdir(".")
    except OSError:
        return []
