"""French: how a text is cut into words, and the forms of a base form."""

from lintwords.text.spelling.fr.forms import bare, drawn, inflector
from lintwords.text.spelling.fr.text import cut, fits_after, folded, split_entry

LOSES_ACCENTS = True

__all__ = [
    "LOSES_ACCENTS", "bare", "cut", "drawn", "fits_after", "folded", "inflector", "split_entry",
]  # fmt: skip
