"""Whole numbers on the command line, whose bounds are said as people say them."""

from __future__ import annotations

from typing import Any

import click

from lintwords.interface import say


class Number(click.IntRange):
    """A whole number from `min` to `max`; without `max` any from `min` on."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; raises click.BadParameter for one outside its bounds, and for no number."""
        number: int = click.INT.convert(value, param, ctx)
        low, high = self.min or 0, self.max
        if number < low or (high is not None and number > high):
            told = say("{value} is out of bounds: {bounds}", value=number,
                       bounds=self._describe_range())
            self.fail(told, param, ctx)
        return number

    def _describe_range(self) -> str:
        """What help says of the bounds, in brackets."""
        if self.max is None:
            return say("{low} or more", low=self.min)
        return say("from {low} to {high}", low=self.min, high=self.max)
