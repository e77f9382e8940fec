"""Any language: how tests are asked what speaks against a wording, and what all languages ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from lintwords.grammar.mention_context import BaseMentionContext
from lintwords.grammar.model import Rewrite

Mention = TypeVar("Mention", bound=BaseMentionContext)


class BaseDoubts(Generic[Mention]):
    """What speaks against wordings of one mention; its sentence is asked once for all of them."""

    def __init__(
        self, mention: Mention,
        of_sentence: Sequence[tuple[Callable[[Mention], bool], str]],
        of_wording: Sequence[tuple[Callable[[Mention, Rewrite], bool], str]],
        no_government: Sequence[Callable[[Mention], bool]],
    ) -> None:
        """Of the tests of a sentence and of a wording the first that holds gives its reason.

        `no_government` tell of a sentence that it says itself that a country is meant.
        """
        self._asked = mention
        self._sentence_tests, self._wording_tests = of_sentence, of_wording
        self._country_tests = no_government

    def about(self, rewrite: Rewrite) -> str:
        """Why `rewrite` is not safe in this sentence; empty if nothing speaks against it."""
        return rewrite.doubt or self._of_sentence or self._of_wording(rewrite)

    @cached_property
    def _of_sentence(self) -> str:
        return next((why for test, why in self._sentence_tests if test(self._asked)), "")

    def _of_wording(self, rewrite: Rewrite) -> str:
        tests = self._wording_tests
        return next((why for test, why in tests if test(self._asked, rewrite)), "")

    @cached_property
    def _is_called_a_country(self) -> bool:
        """Whether the sentence itself says that a country is meant: "countries like China"."""
        return any(test(self._asked) for test in self._country_tests)


def is_longer_name(mention: BaseMentionContext) -> bool:
    """Whether the name says more than the country: "Xi's China", "la Chine populaire"."""
    words = mention.tokens[mention.slot.token].text.split()
    return mention.slot.name == "country" and len(words) > 1


def is_laid_on_a_people(mention: BaseMentionContext) -> bool:
    """Whether a people is blamed for what anybody does: "The Chinese stole the patent"."""
    blamed = mention.acts or mention.slot.kind == "agent"
    return blamed and mention.slot.name == "group" and mention.governs("words.done-by-anybody")
