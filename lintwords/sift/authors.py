"""Who wrote a line and when, where git knows it. Git is asked; nothing is written."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from lintwords.errors import SettingsError
from lintwords.sift.git import Git, environment

# of each line: commit, number, what is known of the commit, and after a tab the line itself
_ROW = re.compile(
    rb"^(?P<commit>[0-9a-f]{40,}) \d+ (?P<line>\d+).*\n(?P<known>(?:[^\t].*\n)*)\t", re.MULTILINE
)
_KNOWN = re.compile(rb"^(author|author-time|author-tz) (.*)$", re.MULTILINE)


class Author(NamedTuple):
    """A name, and a day as YYYY-MM-DD."""

    name: str
    day: str


def of_lines(path: Path, lines: Collection[int]) -> dict[int, Author]:
    """The authors of some lines of a file, from 1.

    Lines that are not committed have none; nor has any without git, outside a repository, or in a
    file that git does not know.
    """
    if not lines:
        return {}
    ranges = [f"-L{line},{line}" for line in sorted(set(lines))]
    asked = Git("HEAD", environment())
    try:
        found = asked.at(os.path.dirname(path) or os.curdir).ask(
            "blame", "--line-porcelain", "--encoding=UTF-8", "--no-textconv", *ranges,
            "--", os.path.basename(path),
        )
    except SettingsError:
        return {}
    rows = _ROW.finditer(found)
    return {int(row["line"]): _author(row["known"]) for row in rows if row["commit"].strip(b"0")}


def _author(known: bytes) -> Author:
    said = dict(_KNOWN.findall(known))
    zone = said.get(b"author-tz", b"+0000")
    ahead = int(zone[:1] + b"1") * (int(zone[1:3]) * 60 + int(zone[3:5])) * 60
    when = time.gmtime(int(said.get(b"author-time", b"0")) + ahead)
    name = said.get(b"author", b"").decode("utf-8", "replace")
    return Author(name, time.strftime("%Y-%m-%d", when))
