"""The shipped rules with fewer packs, which are put together in a moment; word lists stay as built.

What a pack of one's own does then does not hang on the other rules, and no test waits for them.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lintwords.files import cachefiles
from lintwords.files.shipped import rules_folder
from lintwords.packs import loader, stamps
from lintwords.text.lexicon import Tables

OF_PHRASES = (
    "erasure", "ethnic", "formulas", "labels", "lines", "parity", "people", "slogans", "territory"
)
ALL = ("conflation", *OF_PHRASES)

_words_of = loader._tables


def without(packs: Collection[str], place: Path) -> Path:
    """A copy of the rules in `place`, without these packs of any language."""
    shutil.copytree(rules_folder(), place, copy_function=shutil.copyfile)
    for path in place.glob("*/*.toml"):
        if path.stem in packs:
            path.unlink()
    return place


@contextmanager
def only(rules: Path) -> Iterator[None]:
    """Whatever is loaded meanwhile is loaded from this folder, but for the lists of words.

    Those are the same in all folders, and would be built for each.
    """
    shipped = rules_folder()

    def words(root: Path, lang: str) -> Tables:
        with pytest.MonkeyPatch.context() as patch:
            for module in (loader, stamps, cachefiles):
                patch.setattr(module, "rules_folder", lambda: shipped)
            return _words_of(shipped, lang)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "_tables", words)
        for module in (loader, stamps, cachefiles):
            patch.setattr(module, "rules_folder", lambda: rules)
        yield
