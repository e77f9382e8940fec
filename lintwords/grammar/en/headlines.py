"""English: whether a line leaves out articles, as headlines do."""

from __future__ import annotations

from lintwords.grammar.en.tags import tagged
from lintwords.grammar.model import SUBJECT, Governor, Slot, Style
from lintwords.grammar.tagged import Tagged
from lintwords.later import once
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token

# what headlines leave out, or what only whole sentences hold
_OF_FULL_SENTENCES = (
    "function.article-definite", "function.article-indefinite", "function.first-person",
    "function.second-person",
)


def drops_articles(
    sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
) -> bool:
    """A headline that holds a verb and no article: "UN condemns China over arrests".

    A line in capitals is one whatever the text calls it.
    """
    read = tagged(sentence)
    own = sentence.text[sentence.start : sentence.end]
    if not (style.heading or own.isupper()):
        return False
    if slot.kind not in SUBJECT and not any(tag in "VXMTB" for tag in read.tags):
        return False
    if slot.kind in SUBJECT and read.tag(slot.token - 1) == "N":
        return False  # "Ten Ways China Spies on Nuns"
    if slot.kind == "subject" and governor and _is_past(sentence.tokens[governor.at]):
        return False  # a headline tells of the past in the present tense
    return not once(sentence.notes, "full", _is_full_sentence, read, own)


def _is_past(token: Token) -> bool:
    forms = token.word.forms
    return "verbs:past" in forms and not forms & {"verbs:base", "verbs:third", "verbs:ing"}


def _is_full_sentence(read: Tagged, own: str) -> bool:
    """Whether a heading is worded as a text is: articles, a question, a pronoun, a stop."""
    if own.rstrip().endswith((".", "?", "!")):
        return True
    finite = (at for at, tag in enumerate(read.tags) if tag == "X")
    if any(read.tag(read.back(at)) not in ("T", "M") for at in finite):
        return True  # "is jailing"; but "to be tried" is a headline's
    if "M" in read.tags:
        return True  # "should pay"
    if any(tag == "S" and read.tokens[at].low == "that" for at, tag in enumerate(read.tags)):
        return True  # "believe that": a headline leaves it out
    # "US" among small letters is no pronoun
    capitals = own.isupper()
    words = (t for t in read.tokens if capitals or not t.text.isupper() or t.text == "I")
    told = any(cls in token.classes for token in words for cls in _OF_FULL_SENTENCES)
    opens = ("function.question", "function.pronoun-subject")
    return told or any(read.has(0, cls) for cls in opens)
