"""The baseline: findings that are known and left be, in `lintwords-baseline.toml`.

In come the entries of that file, which `file` reads and writes, and the findings of a run; `known`
tells which of them are known, and `writing` makes the entries of those that shall be. Who sifts
asks `opened` for the `Baseline`, and that to `sift`.

An entry knows its finding by rule, words and the few words around them, never by a line, so that it
survives edits elsewhere and a moved paragraph. Each entry lets one finding be; the same sentence
written a second time is a new finding. An entry may reach further: `reach = "file"` is any finding
of its rule in its file, `reach = "everywhere"` its words in any file.

What an entry follows, the first that holds (`known`, `moved`):

1. its own file, and the copies that are made of it, of a format that can be changed (`kin`);
2. where that has nothing for it: the file that git takes for its own renamed, in a commit, in the
   index, or not added yet (`renames`), also where two were swapped; and before a new file of the
   old name that says the same, as long as the renamed one has no entries;
3. where its own is gone and git does not know it, neither renamed nor deleted: a file without
   entries that plainly is it, of the same name with more than half of what was known, or of another
   name with all of it, three findings or more, and no others;
4. no other file: the same sentence there is new.

What a write does to entries (`writing`); *whole* is a run that looks for all files:

| of | whole | of some files |
|---|---|---|
| a checked file | what is new comes, what is mended goes | the same |
| a checked file that had another name | get its name, keep reason and day | the same |
| a file that is not checked | stay; get its new name where git knows one | the same |
| a file that is gone, nobody knows where | go | stay |
| a rule that did not run | stay | stay |

A finding that comes in takes over the reason of an entry that is the same in a file that is gone.
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
from lintwords.sift.baseline.known import Baseline, Sifted, as_named, opened, sift
from lintwords.sift.baseline.writing import KNOWN, Renewed, add, entry_for, renewed

__all__ = [
    "KNOWN", "NAME", "REACHES", "Baseline", "Entry", "Renewed", "Sifted", "add", "as_named",
    "entry_for", "load", "opened", "others", "readings", "renewed", "sift", "update", "written",
]
