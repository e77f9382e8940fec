"""French: what the tests of a wording are asked of: one mention, its governor, its sentence."""

from __future__ import annotations

from lintwords.grammar.fr.tags import tagged
from lintwords.grammar.mention_context import BaseMentionContext
from lintwords.grammar.model import Governor, Slot, Style
from lintwords.text.sentences import Sentence

_NONE = frozenset[str]()


class MentionContext(BaseMentionContext):
    """One mention and its sentence, as a test of a wording looks at them."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        super().__init__(sentence, slot, governor, style, tagged(sentence), _rows)
        self.end = slot.token + 1

    @property
    def start(self) -> int:
        """Where the mention begins, with its article."""
        at = self.slot.token
        return at - 1 if at and self.tags[at - 1] == "D" else at


def _rows(sentence: Sentence) -> list[frozenset[str]]:
    """The classes of each token and of an entry that begins there."""
    marked = dict(sentence.marked)
    return [token.classes | marked.get(token.start, _NONE) for token in sentence.tokens]
