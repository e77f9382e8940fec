"""How a wording meets what stands after it: the rest of its sentence, a mark, a possessive.

"custody, called 'liuzhi'" before "and not seen again" needs a second comma; nothing that ends in a
plural or in an apposition can stand before a possessive; and a clause that answers a claim would be
put into the mouth of who made it, where the sentence ends in its speaker.
"""

from __future__ import annotations

from lintwords import later
from lintwords.model import Span
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence

_OWNER, _AND = "function.possessive-mark", "function.coordinator"
_LEADS = frozenset({
    "function.preposition", "function.relative", "function.negator", "function.like",
    "verbs:participle",
})
_QUOTED = later.pattern(r"(?<!\w)'[^']*'|“[^”]*”|« [^»]* »")
_MARKS = ",.;:!?…)]»”"
_STOPS = ".!?…"
_TAIL = 7  # words in which a speaker is named at the end of a sentence


def met(text: str, sentence: Sentence, span: Span) -> str:
    """A wording as it stands before what follows the span: with the comma it needs or none.

    Nothing where it cannot stand there.
    """
    after = sentence.text[span.end : sentence.end]
    if _owns(sentence, span) and not _can_own(text, sentence.lexicon):
        return ""
    bare, rest = text.rstrip(","), after.lstrip()
    if not rest or rest[0] in _MARKS:
        return bare
    goes_on = after[0].isspace() and rest[0].isalnum()
    return f"{bare}," if goes_on and is_open(bare, sentence.lexicon) else text


def is_open(text: str, lexicon: Lexicon) -> bool:
    """Whether a wording ends within an apposition that it began: "custody, called 'liuzhi'"."""
    inside = False
    pieces = _QUOTED.sub("x", text.rpartition(";")[2]).split(", ")
    for piece in pieces[1:]:
        inside = not inside and _is_apposition(piece, lexicon)
    return inside


def closes(text: str, sentence: Sentence, span: Span) -> bool:
    """Whether a comma behind `span` still closes something: not "Leeds, grew" for "Leeds, a city,".
    """
    found, after = sentence.text[span.start : span.end], sentence.text[span.end : sentence.end]
    is_left = found.count(",") % 2 == 1 and after.startswith(",")
    return not is_left or is_open(text, sentence.lexicon)


def _is_apposition(piece: str, lexicon: Lexicon) -> bool:
    """Whether the words behind a comma belong to the noun before it, and are no item of a list."""
    words = lexicon.spelling.split_entry(piece)
    if not words:
        return False
    first = lexicon[words[0].lower()]
    if not _LEADS.isdisjoint(first.classes | first.forms):
        return True
    return all(_AND not in lexicon[word.lower()].classes for word in words)


def _owns(sentence: Sentence, span: Span) -> bool:
    """Whether a possessive mark stands at the end of `span`."""
    word = next((word for word in sentence.words if word.start >= span.end), None)
    is_mark = word is not None and word.start == span.end and _OWNER in word.classes
    opened = sentence.text[max(span.start - 1, 0) : span.start]
    return is_mark and not (opened and opened in "'‘")


def _can_own(text: str, lexicon: Lexicon) -> bool:
    """Whether 's can stand behind a wording: a name or a noun, of one, with nothing behind it."""
    words = lexicon.spelling.split_entry(text)
    if "," in text or not text[-1:].isalnum() or text.endswith("s"):
        return False
    return all("function.preposition" not in lexicon[word.lower()].classes for word in words)


def is_told(sentence: Sentence, span: Span) -> bool:
    """Whether the sentence may end in who says it, behind a comma: "…, the song goes"."""
    rest = [word for word in sentence.words if word.start >= span.end]
    while rest and rest[-1].low in _STOPS:
        rest.pop()
    if len(rest) < 3 or rest[0].low != "," or len(rest) > _TAIL + 1:
        return False
    return all(_is_plain(word.low, sentence.lexicon) for word in rest[1:])


def _is_plain(word: str, lexicon: Lexicon) -> bool:
    return word[:1].isalnum() and _AND not in lexicon[word].classes

