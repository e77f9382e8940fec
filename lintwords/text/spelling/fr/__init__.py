"""French: how a text is cut into words, and the forms of a base form."""

from lintwords.text.spelling.fr.concord import agreed, counted
from lintwords.text.spelling.fr.forms import bare, drawn, inflector
from lintwords.text.spelling.fr.text import cut, fits_after, folded, split_entry

LOSES_ACCENTS, IN_ONE_PIECE = True, False

__all__ = [
    "IN_ONE_PIECE", "LOSES_ACCENTS", "agreed", "bare", "counted", "cut", "drawn", "fits_after",
    "folded", "inflector", "split_entry",
]
