"""lintwords reads a text about a state and its people, and asks: who acted?

Read it in this order, the way of a file: `cli.start` takes the words of a command; `run` finds
files and sends each through `run.one_file`, which reads its bytes, asks `prefilter` whether they
can hold anything, has `readers` make a document of them and `judge` find what is in it (sentences
by `text`, mentions by `grammar` and `reading`, lines and rules by `match`, who speaks by `voices`,
wordings by `fixes`), and lets be what comments say; `sift` lets be what is known; `reports` tells
what is left, and `run.fix_files` writes fixes.

What is meant by a slot, a voice or a line stands in CONTRIBUTING.md, under "Words of the code".
Everything promised to other programs is here: `Linter`, `lint`, `lint_path`, `lint_batch`,
`apply` and `__version__`.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["Linter", "__version__", "apply", "lint", "lint_batch", "lint_path"]

TYPE_CHECKING = False  # as of typing, whose import takes longer than the rest
if TYPE_CHECKING:
    from lintwords.api import Linter, apply, lint, lint_batch, lint_path


def __getattr__(name: str) -> object:
    """Give the functions when first asked for: `lintwords --version` needs no rule."""
    if name in __all__:
        from lintwords import api

        return getattr(api, name)
    raise AttributeError(f"module 'lintwords' has no attribute {name!r}")
