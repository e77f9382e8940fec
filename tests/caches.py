"""What was built from the rules, lent to the empty cache folder of a test."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from lintwords import api
from lintwords.files import cachefiles
from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.packs import stamps

_OF_RULES = ("gate", "index", "pack", "rules", "words", "phrases")  # large, and named by the rules
_SMALL = ("content", "languages", "messages", "reading")


@cache
def built() -> Path:
    """The cache of who runs the tests, in which the rules of all languages of texts are built."""
    for lang in api.LANGUAGES:
        load(Options(lang=lang)).compiled  # noqa: B018  # loading keeps it
    return cachefiles.folder()


def lend(folder: Path, home: Path, langs: Sequence[str] = api.LANGUAGES) -> None:
    """Link what is built of the shipped rules in the cache `home` into `folder`.

    That need not be there. What other tests built there, of rules of their own, stays behind.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"{kind}-{stamps.of_rules(lang)}" for lang in langs for kind in _OF_RULES]
    paths = [home / name for name in names]
    for path in (*paths, *(path for kind in _SMALL for path in home.glob(f"{kind}-*"))):
        if path.is_file() and not (folder / path.name).exists():  # a name may be noted there
            (folder / path.name).symlink_to(path)
