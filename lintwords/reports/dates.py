"""Dates as people write them: `2021-02-18` is 18 February 2021, in French 18 février 2021."""

from __future__ import annotations

from time import struct_time

from lintwords.packs import loader
from lintwords.packs.stamps import FIRST


def spoken(date: str, lang: str = FIRST) -> str:
    """A date in words of `lang`; what is no date, as it stands: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`."""
    parts = date.split("-")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        return date
    year, month = parts[0], int(parts[1])
    if not 1 <= month <= 12:
        return date
    says = loader.messages(lang)
    day = f"{_day(int(parts[2]), says['days'])} " if len(parts) == 3 else ""
    return f"{day}{says['months'].split()[month - 1]} {year}"


def day(when: struct_time) -> str:
    """A day without its year, in the language of the interface: 18 February."""
    says = loader.messages(FIRST)
    return f"{_day(when.tm_mday, says['days'])} {says['months'].split()[when.tm_mon - 1]}"


def _day(number: int, days: str) -> str:
    """A day of a month; the first ones may be written otherwise."""
    written = days.split()[number - 1 : number]
    return written[0] if written else str(number)
