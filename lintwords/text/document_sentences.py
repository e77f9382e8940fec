"""The sentences of a document, a row for each of its segments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from lintwords.model import Segment
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence, Window
from lintwords.text.splitting import Splitter, is_rest
from lintwords.text.tokens import NameTable

_ROWS = 1000  # segments whose sentences are kept
_ALIKE = 200  # sentences that later ones are compared with
_AROUND = 2_100  # characters on each side of a sentence, the most that is asked about one


class Sentences(Sequence[Sequence[Sentence]]):
    """A row of sentences for each segment, which is split when it is asked for.

    Rows of segments that were asked for long ago are forgotten. Those of segments of one text share
    what is found out about them.
    """

    def __init__(
        self, segments: Sequence[Segment], splitter: Splitter, lexicon: Lexicon, names: NameTable
    ) -> None:
        self._segments, self._splitter = segments, splitter
        self._lexicon, self._names = lexicon, names
        self._rows: dict[int, list[Sentence]] = {}
        self._first: dict[str, list[Sentence]] = {}  # by text
        self._alike: dict[tuple[int, int, str], Sentence] = {}
        self._window = Window()

    def __len__(self) -> int:
        return len(self._segments)

    @overload
    def __getitem__(self, index: int) -> list[Sentence]: ...

    @overload
    def __getitem__(self, index: slice) -> list[list[Sentence]]: ...

    def __getitem__(self, index: int | slice) -> list[Sentence] | list[list[Sentence]]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        row = self._rows.get(index)
        if row is None:
            if len(self._rows) >= _ROWS:
                del self._rows[next(iter(self._rows))]
            row = self._rows[index] = self._row(index, self._segments[index].text)
        return row

    def _row(self, index: int, text: str) -> list[Sentence]:
        first = self._first.get(text)
        if first is not None:
            return [sentence.again(index, sentence.start) for sentence in first]
        if len(self._first) >= _ROWS:
            self._first.clear()
        row = self._first[text] = []
        for span in self._splitter.split(text):
            begins = -1
            if row and is_rest(text, row[-1].start, row[-1].end, span.start):
                begins = row[-1].begins if row[-1].begins >= 0 else row[-1].start
            row.append(Sentence(
                index, text, span.start, span.end, self._lexicon, self._names, self._window,
                begins=begins,
            ))
        return row

    def alike(self, sentence: Sentence) -> Sentence:
        """The sentence, or in its place one of its text that reads the same, as all around it does.

        What was found out about that one is not asked again: a line may say the same thousands of
        times.
        """
        low = max(sentence.start - _AROUND, 0)
        said = sentence.text[low : sentence.end + _AROUND]
        key = (sentence.start - low, sentence.end - low, said)
        first = self._alike.get(key)
        if first is not None and first.text is sentence.text:
            return first.again(sentence.segment, sentence.start)
        if len(self._alike) >= _ALIKE:
            self._alike.clear()
        self._alike[key] = sentence
        return sentence
