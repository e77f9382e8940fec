"""The baseline: findings that are known and left be, in `lintwords-baseline.toml`.

In come the entries of that file, which `file` reads and writes, and the findings of a run; `known`
tells which of them are known, and makes the entries of those that shall be.

An entry knows its finding by rule, words and the few words around them, never by a line, so that
it survives edits elsewhere, a moved paragraph and a renamed file. Each entry lets one finding be;
the same sentence written a second time is a new finding. An entry may reach further: `reach =
"file"` is any finding of its rule in its file, `reach = "everywhere"` its words in any file. A
file and the copies that are made of it share their entries.
"""

from lintwords.sift.baseline.file import (
    NAME,
    REACHES,
    Entry,
    load,
    others,
    readings,
    update,
    written,
)
from lintwords.sift.baseline.known import (
    KNOWN,
    Sifted,
    Written,
    add,
    as_named,
    entry_for,
    renewed,
    sift,
)

__all__ = [
    "KNOWN", "NAME", "REACHES", "Entry", "Sifted", "Written", "add", "as_named", "entry_for",
    "load", "others", "readings", "renewed", "sift", "update", "written",
]  # fmt: skip
