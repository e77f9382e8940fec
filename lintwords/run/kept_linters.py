"""Linters that several calls share: rules are read once, whoever asks, in any number of threads."""

from __future__ import annotations

import os
from _thread import allocate_lock as Lock  # `threading` loads 2 ms more
from collections import OrderedDict
from collections.abc import Callable, Hashable

from lintwords import interface
from lintwords.judge.document_linter import DocumentLinter, words_of
from lintwords.model import Options

MOST = 8  # that are kept; those for one set of words and rules share what is loaded for it
MOST_WORDS = 3  # sets of words and rules, for each takes some 50 MB

Make = Callable[[Options, "DocumentLinter | None"], DocumentLinter]


class Shared:
    """The linters that were asked for last.

    Packs and names files of a user are looked at each time, and read anew when they have changed;
    the rules that come with lintwords stay as they are while a process lives.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Options, Hashable, Make, str], DocumentLinter] = OrderedDict()
        self._lock = Lock()

    def linter(self, options: Options, make: Make) -> DocumentLinter:
        """The linter for `options`; made if none is kept, with what it can take from another."""
        files = _state(options)
        key = (options, files, make, interface.language())
        with self._lock:
            found = self._kept.get(key)
            if found is None or found.stopped:  # another call looks for what one had to give up
                like = (
                    linter for (_, state, maker, lang), linter in reversed(self._kept.items())
                    if (state, maker, lang) == key[1:] and not linter.stopped
                )
                found = self._kept[key] = make(options, next(like, None))
                if len(self._kept) > MOST:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            self._forget()
        return found

    def _forget(self) -> None:
        """Let go of the linters for the sets of words and rules that were asked for long ago."""
        newest = list(dict.fromkeys(
            (words_of(options), state) for options, state, *_ in reversed(self._kept)
        ))
        for key in [k for k in self._kept if (words_of(k[0]), k[1]) in newest[MOST_WORDS:]]:
            del self._kept[key]


def _state(options: Options) -> tuple[Hashable, ...]:
    """What tells that a file of the user's own is not what it was."""
    paths = (*options.packs, *options.readings, *((options.names,) if options.names else ()))
    return tuple((path, os.getcwd(), *_stamp(path)) for path in paths)


def _stamp(path: os.PathLike[str]) -> tuple[int, ...]:
    try:
        status = os.stat(path)
    except OSError:
        return ()  # whoever reads it says what is wrong
    return status.st_size, status.st_mtime_ns, status.st_ino
