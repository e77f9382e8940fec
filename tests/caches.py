"""What was built from the rules, lent to the empty cache folder of a test."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lintwords import api
from lintwords.files import cachefiles
from lintwords.judge.linter import load
from lintwords.model import Options

BUILT = (*cachefiles.BROUGHT, "phrases", "content")


@cache
def built() -> Path:
    """The cache of who runs the tests, in which the rules of all languages of texts are built."""
    for lang in api.LANGUAGES:
        load(Options(lang=lang)).compiled  # noqa: B018  # loading keeps it
    return cachefiles.folder()


def lend(folder: Path, home: Path) -> None:
    """Link what is built in the cache `home` into `folder`, which need not be there."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in BUILT:
        for path in home.glob(f"{kind}-*"):
            (folder / path.name).symlink_to(path)
