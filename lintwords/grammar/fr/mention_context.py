"""French: what the tests of a wording are asked of: one mention, its governor, its sentence."""

from __future__ import annotations

from lintwords.grammar.fr.tags import tagged
from lintwords.grammar.mention_context import BaseMentionContext
from lintwords.grammar.model import Governor, Slot, Style
from lintwords.text.sentences import Sentence


class MentionContext(BaseMentionContext):
    """One mention and its sentence, as a test of a wording looks at them."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        super().__init__(sentence, slot, governor, style, tagged(sentence))
        self.end = slot.token + 1
        self._marked = dict(sentence.marked)

    def has(self, at: int, cls: str) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        return cls in token.classes or cls in self._marked.get(token.start, ())

    @property
    def start(self) -> int:
        """Where the mention begins, with its article."""
        at = self.slot.token
        return at - 1 if at and self.tags[at - 1] == "D" else at
