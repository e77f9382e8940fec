"""The colon of a lead-in whose sentence its items end: passed over where they go on as its verb.

A reader marks such a colon with a sign that is not seen. "China must: free" and "China: jailed" are
one clause; "Schools in China: torture prevention" says what follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintwords import later
from lintwords.text.lexicon import Lexicon, Word
from lintwords.text.parted_words import Cut

MARKED = later.pattern("[:：]\N{WORD JOINER}")
_OPENS = frozenset((
    "function.modal", "function.have", "function.be", "function.do", "function.to", "function.of",
    "function.by", "verbs.catenative",
))
_SAYS = "verbs.speech"  # what follows is what is said
_PREPOSITION, _ARTICLE = "function.preposition", "function.article-definite"
_FINITE = frozenset(("verbs:past", "verbs:third", "verbs:thirds"))
_NOUN = "nouns:singular"


def within(cut: Iterable[Cut], text: str, lexicon: Lexicon) -> Iterator[Cut]:
    """The same words and marks, but for such colons."""
    row = list(cut)
    words = [lexicon[form.lower()] for form, *_ in row]
    for at, one in enumerate(row):
        is_marked = MARKED.match(text, one[2]) is not None
        if not is_marked or not 0 < at < len(row) - 1 or not _goes_on(row, words, at):
            yield one


def _goes_on(row: list[Cut], words: list[Word], at: int) -> bool:
    before, after = words[at - 1], words[at + 1]
    if row[at - 1][0][:1].islower():
        return not _OPENS.isdisjoint(before.classes) and _SAYS not in before.classes
    first = at - 2
    while first >= 0 and _ARTICLE in words[first].classes:
        first -= 1
    held = first >= 0 and _PREPOSITION in words[first].classes
    return not held and not _FINITE.isdisjoint(after.forms) and _NOUN not in after.forms
