"""For the review only: what is found, handed over while the rest of a document is judged."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lintwords.fixes.safety import in_file
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Document, FileResult, Finding
from lintwords.model.rule import COMMENT
from lintwords.run.ignored_by_comments import sifted

if TYPE_CHECKING:
    from lintwords.judge.one_document import Heard

EVERY = 0.25  # seconds between two lots of findings; sifting a lot may ask for the whole text


class Hearing:
    """Hears of each sentence, and tells `then` of lots of findings, as `judge_document` gives them.

    Findings about comments only come with the whole: before it none can be called unused.
    """

    def __init__(self, linter: DocumentLinter, document: Document, then: Heard) -> None:
        self._linter, self._document, self._then = linter, document, then
        self._found: list[Finding] = []
        self._next = 0.0

    def __call__(self, done: float, found: Sequence[Finding]) -> None:
        self._found += found
        now = time.monotonic()
        if not self._found or now < self._next:
            return self._then(done, ())
        lot, self._found = self._sifted(self._found), []
        self._next = time.monotonic() + EVERY
        self._then(done, lot)

    def _sifted(self, found: Sequence[Finding]) -> tuple[Finding, ...]:
        document = self._document
        result = FileResult(document.lang or "", in_file(document, found))
        kept = sifted(self._linter, document, result).findings
        return tuple(one for one in kept if one.category != COMMENT)
