"""What a Word file holds twice, for programs of two kinds: which of the two is read."""

from __future__ import annotations


class Alternatives:
    """Alternatives and copies that are open in a story; each question says whether to skip.

    With `twins` the copies for old programs are read as well.
    """

    def __init__(self, *, twins: bool) -> None:
        self._twins = twins
        self._chosen: list[bool] = []  # whether the first of some alternatives has been read
        self._depth = 0  # how deep in copies

    @property
    def is_copy(self) -> bool:
        """Whether what comes is a copy of what is read elsewhere."""
        return self._depth > 0

    def begin(self) -> None:
        self._chosen.append(False)

    def end(self) -> None:
        self._chosen.pop()

    def skips_choice(self, *, is_shown: bool) -> bool:
        """A choice begins; `is_shown` if it needs nothing that is not shown here."""
        if not is_shown:
            return self._skips_copy()
        if self._chosen and self._chosen[-1]:
            return True
        if self._chosen:
            self._chosen[-1] = True
        self._depth += self._depth > 0
        return False

    def skips_fallback(self) -> bool:
        """What is for other programs begins."""
        if self._chosen and self._chosen[-1]:
            return self._skips_copy()
        self._depth += self._depth > 0  # the only copy there is
        return False

    def end_one(self) -> None:
        self._depth = max(self._depth - 1, 0)

    def _skips_copy(self) -> bool:
        self._depth += self._twins
        return not self._twins
