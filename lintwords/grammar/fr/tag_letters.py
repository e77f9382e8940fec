"""French: the letters that a word may have, by the lexicon or by its shape.

    N noun            Z the country         K its adjective      J adjective
    D determiner      # number              O pronoun            Q pronoun before its verb
    V finite verb     B infinitive          E past participle    G form in -ant
    X être, avoir     M devoir, pouvoir     P preposition        R adverb
    ! negation        C et, ou              S subordinator       W relative, question
    , comma           : colon, semicolon    ( )  brackets        = spaced dash
    - hyphen          " quotation mark      . end
"""

from __future__ import annotations

from lintwords.grammar import tag_letters as shared
from lintwords.text.lexicon import Word

_FUNCTION = (
    ("be", "X"), ("have", "X"), ("modal", "M"), ("negator", "!"), ("coordinator", "C"),
    ("possessive", "D"), ("determiner", "D"), ("reflexive", "Q"), ("clitic", "Q"),
    ("pronoun-subject", "O"), ("complementizer", "S"), ("relative", "W"), ("question", "W"),
    ("preposition", "P"), ("preposition-phrase", "P"), ("preposition-view", "P"), ("like", "P"),
    ("subordinator", "S"),
    ("number", "#"), ("ordinal", "J"), ("time", "N"), ("quantity", "N"), ("degree", "R"),
    ("adverb", "R"), ("connective", "R"), ("euphonic", "R"), ("existential", "O"),
    ("interjection", "R"), ("title-of-person", "N"),
)
FINITE = frozenset(
    f"verbs:{tense}{number}" for number in ("", "s")
    for tense in ("third", "past", "future", "conditional", "subjunctive")
) | {"verbs:first", "verbs:we", "verbs:you"}
_FORMS = (
    ("verbs:base", "B"), *((form, "V") for form in sorted(FINITE)), ("verbs:participle", "E"),
    ("verbs:ing", "G"), ("nouns:singular", "N"), ("nouns:plural", "N"), ("verbs:act", "N"),
    ("nouns", "N"), ("adjectives", "J"), ("adverbs", "R"), ("names", "N"),
)
# endings of words that no list holds, the longer ones first, and what they may be
_ENDINGS = (
    ("ement", "RN"), ("amment", "R"), ("emment", "R"), ("ment", "NR"), ("tion", "N"),
    ("sion", "N"), ("ité", "N"), ("isme", "N"), ("iste", "NJ"), ("age", "N"), ("ance", "N"),
    ("ence", "N"), ("eur", "NJ"), ("euse", "JN"), ("eux", "J"), ("ique", "JN"), ("iques", "JN"),
    ("able", "J"), ("ible", "J"), ("ables", "J"), ("ibles", "J"), ("aire", "JN"), ("aires", "JN"),
    ("elle", "J"), ("elles", "J"), ("els", "J"), ("ales", "J"), ("ale", "J"), ("aux", "JN"),
    ("ienne", "J"), ("ien", "JN"), ("iens", "NJ"), ("ive", "J"), ("ives", "J"), ("if", "JN"),
    ("ifs", "JN"), ("ées", "E"), ("ée", "EN"), ("és", "EN"), ("é", "EN"), ("aient", "V"),
    ("ait", "V"), ("era", "V"), ("eront", "V"), ("erait", "V"), ("issent", "V"), ("èrent", "V"),
    ("ent", "VN"), ("er", "B"), ("ant", "G"), ("ir", "B"),
)


def _letters(word: Word) -> str:
    """The letters of the lexicon; an empty string for a word that it does not hold."""
    found = ""
    for name, letter in _FUNCTION:
        if f"function.{name}" in word.classes and letter not in found:
            found += letter
    for form, letter in _FORMS:
        if form in word.forms and letter not in found:
            found += letter
    if "names.nationality" in word.classes and "J" not in found:
        found += "J"
    return found


def _guess(low: str) -> str:
    """The letters of a word that the lexicon does not hold, by its ending."""
    return next((letters for ending, letters in _ENDINGS if low.endswith(ending)), "N")


candidates = shared.of_language(shared.MARKS, _letters, _guess)
