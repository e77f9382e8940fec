"""Articles of nouns that have a gender: the one before found words, and that of a wording for them.

"la <souveraineté>" with the wording "le contrôle de l'État" cannot keep its article. There what is
found begins at the article, or at the preposition that is drawn together with one: "de la
souveraineté" becomes "du contrôle de l'État".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lintwords.model import Span
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.text.small_words import CONTRACTED, DEFINITE, DRAWN, FEMININE, INDEFINITE, MASCULINE
from lintwords.text.tokens import Token
from lintwords.values import dataclass

_THIS = "function.demonstrative"  # "ce que l'on appelle" stands behind no article
_LEADS = frozenset((DEFINITE, INDEFINITE, _THIS))
_PREPOSITION = "function.preposition"
_ELIDED = "'"


@dataclass(frozen=True)
class Lead:
    """What stands before a noun and changes with it: an article, a preposition with it."""

    words: tuple[Token, ...]
    text: str  # as it stands
    lexicon: Lexicon
    is_drawn: bool  # a preposition and its article in one: "du", "au"

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def has_preposition(self) -> bool:
        """Whether more than an article stands there: "du", "de la"."""
        return self.is_drawn or len(self.words) > 1

    def fits(self, wording: str) -> bool:
        """Whether it can stay before a wording, which gives up its own article."""
        own = _own(wording, self.lexicon)
        if not own or own == self.words[-1].low:
            return True  # "des camps" takes the "des" that is there, of whichever kind it is
        if self.is_drawn or _THIS in self.lexicon[own].classes:
            return False
        return gender_of(own, self.lexicon) == gender_of(self.words[-1].low, self.lexicon)

    def before(self, wording: str) -> str:
        """The wording with its own article in place of this one; behind this one if it has none."""
        own, last = _own(wording, self.lexicon), self.words[-1].low
        if own == last:
            return f"{self.text}{wording.partition(' ')[2]}"
        if not own:
            return f"{self.text}{wording}"
        if self.has_preposition:
            return self.lexicon.spelling.drawn(self.words[0].text, wording)
        return wording


def lead_of(sentence: Sentence, span: Span, wordings: Iterable[str]) -> Lead | None:
    """What stands before the words at `span`, if one of `wordings` cannot stand behind it."""
    words = sentence.before(span.start, 2)
    if not words or sentence.text[words[-1].end : span.start].strip():
        return None
    is_drawn = _is_drawn(words)
    if not is_drawn and words[-1].classes.isdisjoint(_LEADS):
        return None
    if is_drawn or words[0].classes.isdisjoint(DRAWN):
        words = words[-1:]
    text = sentence.text[words[0].start : span.start]
    lead = Lead(tuple(words), text, sentence.lexicon, is_drawn)
    return None if all(lead.fits(text) for text in wordings) else lead


def _is_drawn(words: Sequence[Token]) -> bool:
    """"du", "au"; "des", but an article of its own opens a sentence or follows a preposition."""
    if CONTRACTED not in words[-1].classes:
        return False
    if INDEFINITE not in words[-1].classes:
        return True
    return len(words) > 1 and _PREPOSITION not in words[0].classes


def _own(wording: str, lexicon: Lexicon) -> str:
    """The article or demonstrative that a wording opens with; empty if none."""
    first = lexicon.spelling.split_entry(wording)[0]
    return first if not lexicon[first].classes.isdisjoint(_LEADS) else ""


def gender_of(article: str, lexicon: Lexicon) -> str:
    """What an article tells of its noun; nothing in a language without genders."""
    if article.endswith(_ELIDED):
        return article
    classes = lexicon[article].classes
    return next((one for one in (FEMININE, MASCULINE) if one in classes), "")
