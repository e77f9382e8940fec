"""Dates as people write them: `2021-02-18` is 18 February 2021."""

from __future__ import annotations

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def spoken(date: str) -> str:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words; anything else as it stands."""
    parts = date.split("-")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        return date
    year, month = parts[0], int(parts[1])
    if not 1 <= month <= 12:
        return date
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{_MONTHS[month - 1]} {year}"
