"""Groups of commands that know what a mistyped command meant, or take a path for a command."""

from __future__ import annotations

import os

import click

from lintwords.errors import LintwordsError, nearest


class Group(click.Group):
    """A group whose mistakes end with the nearest command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            args = self.read_unknown(ctx, args)
        return super().resolve_command(ctx, args)

    def read_unknown(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give arguments that do begin with a command, or raise LintwordsError."""
        raise LintwordsError(
            f'no command "{ctx.command_path} {args[0]}"',
            nearest(args[0], self.commands) or f"All commands: {ctx.command_path} --help",
        )


class PathGroup(Group):
    """A group for which `PATH…` is the same as `check PATH…`."""

    def read_unknown(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0]
        # a word with a dot or a slash is a mistyped path: discovery knows the nearest name
        if first == "-" or os.path.lexists(first) or "." in first or "/" in first:
            return ["check", *args]
        raise LintwordsError(
            f'no command or path "{first}"',
            nearest(first, [*self.commands, *_here()]) or "All commands: lintwords --help",
        )


def _here() -> list[str]:
    try:
        return os.listdir(".")
    except OSError:
        return []
