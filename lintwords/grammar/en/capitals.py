"""English: capitals of a wording as those of the words that go."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lintwords.grammar.en.tags import tagged
from lintwords.grammar.lettering import begun, is_loud, opens_text
from lintwords.grammar.model import Slot, Style
from lintwords.grammar.tagged import Tagged
from lintwords.model import Span
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token


class Lettering:
    """How the sentence of a mention is written: like a text, a headline or all in capitals."""

    def __init__(self, sentence: Sentence, slot: Slot, style: Style) -> None:
        self._sentence, self._style = sentence, style
        self._read = tagged(sentence)
        self._opening: dict[int, bool] = {}  # place → does a word there begin a sentence
        self._title_case = style.heading and (
            _is_title_case(sentence.tokens) or _is_before_capital(self._read, slot.token + 1)
        )

    def cased(self, text: str, span: Span) -> str:
        """With capitals as the words that go: all of them, of each word, or at the start."""
        old = self._sentence.text[span.start : span.end]
        if is_loud(old):
            return text.upper()
        if self._title_case:
            words = text.split(" ")
            text = " ".join(w if self._is_small(w) else begun(w) for w in words)
        before = self._sentence.text[self._sentence.start : span.start]
        if self._style.heading and before.rstrip().endswith(":"):
            return begun(text)
        start = span.start
        if start not in self._opening:
            self._opening[start] = self._opens(start)
        return begun(text) if self._opening[start] else text

    def _is_small(self, word: str) -> bool:
        """Whether title case leaves a word alone."""
        classes = self._sentence.lexicon[word.lower()].classes
        return any(c in classes for c in ("function.article-definite", "function.preposition"))

    def _opens(self, start: int) -> bool:
        """Whether a word here begins a sentence; a dateline before it does not count."""
        opens = opens_text(self._sentence, self._style, start)
        if opens is not None:
            return opens
        text = self._sentence.text[self._sentence.start : start]
        if is_answer(text):
            return True
        if text.rstrip().endswith(":") and text.isupper():
            return True  # "BREAKING: "
        if "words.speaker-mark" in self._sentence.lexicon[text.strip().lower()].classes:
            return text.isupper()  # "Q China's threats"
        before = bisect_right(self._read.tokens, start, key=lambda token: token.end)
        return before > 0 and self._read.tags[before - 1] == "=" and all(
            tag in "N#Z,()=-" for tag in self._read.tags[:before]
        )


def _is_before_capital(read: Tagged, at: int) -> bool:
    """"… by lasers as China Tightens Grip": title case from the name on."""
    text = read.tokens[at].text if at < len(read.tokens) else ""
    return read.tag(at) in ("V", "X", "M") and text[:1].isupper() and not text.isupper()


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether words have capitals that would not have them in a sentence.

    The first word, names and words all in capitals tell nothing; small words may stay small.
    """
    told = [
        token for token in tokens[1:]
        if token.text.isalpha() and not token.name and not token.text.isupper()
    ]
    large = [token for token in told if token.text[0].isupper()]
    function = (any(cls.startswith("function.") for cls in token.classes) for token in told)
    return bool(large) and all(
        token.text[0].isupper() or small for token, small in zip(told, function, strict=True)
    )


def is_answer(text: str) -> bool:
    """Whether these words are a sentence of one word, such as "No."."""
    return text.rstrip().endswith(".") and len(text.split()) == 1
