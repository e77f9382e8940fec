"""Classes of the lexicon by which articles and what stands before them are told in any language."""

from __future__ import annotations

DEFINITE, INDEFINITE = "function.article-definite", "function.article-indefinite"
CONTRACTED = "function.contracted"  # a preposition and its article in one: "du", "aux"
DRAWN = frozenset(("function.of", "function.to"))  # prepositions that an article is drawn to
FEMININE, MASCULINE = "function.feminine", "function.masculine"
BARE = "function.before-bare-name"  # "en" in French
NOUN = frozenset(("nouns:singular", "nouns:plural"))  # forms of a noun
