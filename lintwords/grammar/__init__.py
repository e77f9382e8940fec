"""Grammar: one folder a language, and the door to them. No list of words stands in any but endings.

In come a sentence and a mention in it; out go the slot of the mention with all its governors, and
wordings that name the actor in the form which that slot asks for. What words mean stands in the
lexicon. `reading.weighed_mentions` asks a grammar for the slots of a sentence (`slots_of`, which
looks for mentions with `mentions`) before a reader weighs them; `fixes.making` asks for wordings
(`rewriter_for`) and for what speaks against them (`doubts_about`); `match.phrases` asks which words
hang together (`links_of`). A grammar asks none of them.

A language offers the six functions of `Grammar` in `lintwords/grammar/<tag>/__init__.py`; nothing
outside its folder imports another module of it. A language without such a folder is read `without`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, cast

from lintwords.grammar.links import Links
from lintwords.grammar.tagged import Tagged
from lintwords.text.language_module import module_for

if TYPE_CHECKING:
    from lintwords.grammar import en, fr, without
    from lintwords.grammar.model import Governor, Rewrite, Slot, Style, Wording
    from lintwords.text.sentences import Sentence

__all__ = ["Doubts", "Grammar", "Links", "Rewriter", "Tagged", "grammar_of"]


class Grammar(Protocol):
    """What a language offers."""

    def slots_of(self, sentence: Sentence) -> list[Slot]:
        """A slot for each mention of the sentence, in order; found once."""

    def tagged_of(self, sentence: Sentence) -> Tagged:
        """A sentence with one letter a token, by which a reading is weighed; found once.

        A reading asks for these: N noun, V finite verb, B base form, E participle, G gerund,
        X auxiliary, M modal, J adjective, D determiner, P preposition, R adverb, ! negator. Marks
        stand for themselves; other letters are the language's own.
        """

    def heads_from(self, read: Tagged, at: int) -> Sequence[int]:
        """The tokens of the nouns that head the phrase which begins at `at`, adverbs passed over.

        Empty where no noun phrase begins there; several where they are coordinated.
        """

    def links_of(self, sentence: Sentence) -> Links | None:
        """Which words of a sentence hang together; None where the language does not tell."""

    def rewriter_for(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> Rewriter:
        """What puts wordings in place of a mention."""

    def doubts_about(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> Doubts:
        """What speaks against wordings of a mention in its sentence."""


class Rewriter(Protocol):
    """Puts wordings in place of one mention."""

    def rewrites(
        self, wordings: Sequence[Wording], bodies: Sequence[Wording], phrases: Sequence[str] = ()
    ) -> list[Rewrite]:
        """What can be written for the mention, best first.

        `wordings` name the government, `bodies` those who act for it, where the verb tells which;
        `phrases` hold the noun of the mention as `{head}`, or a list of states as `{names}`.
        """


class Doubts(Protocol):
    """What speaks against wordings of one mention."""

    def about(self, rewrite: Rewrite) -> str:
        """Why a wording is not safe in this sentence, one of `model.reasons`; empty if it is."""

    @property
    def asks(self) -> str:
        """What a person is asked where no wording fits, one of `model.reasons`; or nothing."""

    def is_unfit(self, rewrite: Rewrite) -> bool:
        """Whether a wording would be wrong in this sentence, so that it is not even offered."""

    def leaves_a_pronoun(self, rewrite: Rewrite) -> bool:
        """Whether it is unfit for a pronoun alone, so that a person can make it fit."""


def grammar_of(lang: str) -> Grammar:
    """The grammar of a language, by its tag; loaded when it is first asked for."""
    return cast(Grammar, module_for("lintwords.grammar", lang, "without"))


if TYPE_CHECKING:  # each grammar offers all that is asked
    _offered: tuple[Grammar, ...] = (en, fr, without)
