"""A paragraph as an office program shows it → the marks on it. Knows nothing of UNO.

Findings come as `lintwords serve` answers LanguageTool's clients: the same ids, words, places in
UTF-16 code units. Trouble comes as a mark as well, so that silence means clean.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import lintwords
from lintwords.api import NAME, Config, load_linter
from lintwords.errors import LintwordsError
from lintwords.model import Options
from lintwords.serve import languagetool
from lintwords.serve.limits import Refused
from lintwords.serve.service import Service

CANNOT = "cannot-check"  # the id of a mark that tells of trouble


class Mark(NamedTuple):
    """One mark: where it stands, what it says, what may stand there instead, its rule and page."""

    start: int
    length: int
    short: str
    full: str
    wordings: tuple[str, ...]
    rule: str
    page: str


def marks(text: str, tag: str, home: Path | None = None) -> tuple[Mark, ...]:
    """The marks on a paragraph in the language of `tag`.

    Settings are those of the file `lintwords.toml` in `home`, the user's own folder.
    """
    if not text.strip():
        return ()
    service = Service(lambda lang: _config(lang, home or Path.home()))
    try:
        found = languagetool.check(service, {"text": text, "language": tag}, _pages())
    except (LintwordsError, Refused) as trouble:
        return (_told(text, trouble),)
    return tuple(
        Mark(
            row["offset"], row["length"], row["shortMessage"], row["message"],
            tuple(one["value"] for one in row["replacements"]), row["rule"]["id"],
            row["rule"]["urls"][0]["value"],
        )
        for row in found["matches"]
    )


def warm() -> None:
    """Load the rules, which the first paragraph would wait for."""
    _ = load_linter(Options()).compiled


def _config(lang: str, home: Path) -> Config:
    file = home / NAME
    given = {"lang": lang} if lang else {}
    return Config(given, file=file) if file.is_file() else Config(given, isolated=True)


def _pages() -> str:
    """The address of a rule's page, with {rule}; pages lie beside the program."""
    folder = Path(lintwords.__file__).parents[2] / "pages"
    return f"{folder.as_uri().replace('{', '{{').replace('}', '}}')}/{{rule}}.html"


def _told(text: str, trouble: LintwordsError | Refused) -> Mark:
    problem = trouble.problem if isinstance(trouble, LintwordsError) else str(trouble)
    whole = f"lintwords: {problem}. {' '.join(trouble.hint.split())}".rstrip()
    return Mark(0, len(text.encode("utf-16-le", "replace")) // 2, f"lintwords: {problem}", whole,
                (), CANNOT, "")
