"""English: the letters that a word may have, by the lexicon or by its shape.

    N noun            Z the country         K its adjective      J adjective
    D determiner      # number              O pronoun            ' possessive
    V finite verb     B base form           E past participle    G -ing form
    X be, have, do    M modal               T infinitive *to*    P preposition
    R adverb          ! negation            C and, or            S subordinator
    W relative, wh-   , comma               : colon, semicolon   ( )  brackets
    = spaced dash     - hyphen              " quotation mark     . end
"""

from __future__ import annotations

from lintwords.grammar import tag_letters as shared
from lintwords.text.lexicon import Word

_MARKS = shared.MARKS | {"'s": "'"}
# function classes whose words have one reading only, in this order of say
_FUNCTION = (
    ("modal", "M"), ("be", "X"), ("have", "X"), ("do", "X"), ("negator", "!"),
    ("coordinator", "C"), ("reflexive", "R"), ("possessive", "D"), ("determiner", "D"),
    ("pronoun-subject", "O"), ("pronoun-object", "O"), ("relative", "W"), ("question", "W"),
    ("preposition", "P"), ("preposition-phrase", "P"), ("subordinator", "S"),
    ("number", "#"), ("ordinal", "J"), ("quantity", "#"), ("degree", "R"), ("adverb", "R"),
    ("mid-adverb", "R"), ("connective", "R"),
    ("existential", "O"), ("time", "N"),
)
_FORMS = (
    ("verbs:base", "B"), ("verbs:third", "V"), ("verbs:past", "V"), ("verbs:participle", "E"),
    ("verbs:ing", "G"), ("nouns:singular", "N"), ("nouns:plural", "N"), ("verbs:act", "N"),
    ("nouns", "N"), ("adjectives", "J"), ("adverbs", "R"), ("names", "N"),
)


def _letters(word: Word) -> str:
    """The letters of the lexicon; an empty string for a word that it does not hold."""
    classes, forms = word.classes, word.forms
    found = ""
    if "function" in forms:
        if "function.to" in classes:
            return "TP"
        for name, letter in _FUNCTION:
            if f"function.{name}" in classes and letter not in found:
                found += letter
    for form, letter in _FORMS:
        if form in forms and letter not in found:
            found += letter
    if "names.nationality" in classes and "J" not in found:
        found = "J" + found
    return found


def _guess(low: str) -> str:
    """The letters of a word that the lexicon does not hold, by its ending."""
    if low.endswith("ly"):
        return "R"
    if low.endswith("ing"):
        return "G"
    if low.endswith("ed"):
        return "VE"
    if low.endswith(("ous", "ful", "ive", "able", "ible", "ic", "less", "ish", "ian")):
        return "J"
    return "N"


candidates = shared.of_language(_MARKS, _letters, _guess)
