"""Tables of settings for paths that fit no file, as after a rename.

No folder is walked: what tells is that the file, or the folder above the first sign of a pattern,
is not there. A pattern that fits at any depth tells nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import takewhile

from lintwords.settings.config import Config
from lintwords.settings.file import Layer, Origin

_SIGNS = frozenset("*?[\\")


def unfit(config: Config) -> Sequence[tuple[str, str]]:
    """Each pattern of `[path."…"]` that surely fits no file, and where it stands, for people."""
    return [
        (glob, str(Origin(layer.file, ("path", glob))))
        for layer in config.layers() for glob, _, _ in layer.by_path
        if not _may_fit(layer, glob)
    ]


def _may_fit(layer: Layer, glob: str) -> bool:
    if "/" not in glob.rstrip("/"):
        return True
    steps = glob.strip("/").split("/")
    plain = takewhile(lambda step: _SIGNS.isdisjoint(step), steps)
    return os.path.exists(os.path.join(layer.folder, *plain))
