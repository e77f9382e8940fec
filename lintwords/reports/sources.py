"""A source as reports cite it: title, publisher, date."""

from __future__ import annotations

from lintwords.model import Source
from lintwords.reports import dates
from lintwords.reports.cells import one_line


def named(source: Source, lang: str) -> str:
    """Title, publisher and date of a source; the date in the language of what it is named for."""
    return one_line(f"{source.title}, {source.publisher}, {dates.spoken(source.date, lang)}")
