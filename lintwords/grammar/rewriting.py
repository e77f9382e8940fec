"""Any language: which wordings are tried for a mention, and in which order.

A language makes the form that the slot asks for (`_with`, `_around_head`), and says whether a verb
tells that a body acted (`_acts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.grammar.model import (
    HEAD,
    NAMES,
    Change,
    Governor,
    Rewrite,
    Slot,
    Style,
    Wording,
    after,
)
from lintwords.grammar.tagged import Tagged
from lintwords.later import once
from lintwords.model import Span, reasons
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence

_SEVERAL = "words.pronoun-of-several"


class WordingOrder:
    """Puts wordings in place of one mention."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style, read: Tagged
    ) -> None:
        self.sentence, self.slot, self.governor, self.style = sentence, slot, governor, style
        self.read, self.tokens, self.tags = read, read.tokens, read.tags

    def rewrites(
        self, wordings: Sequence[Wording], bodies: Sequence[Wording], phrases: Sequence[str] = ()
    ) -> list[Rewrite]:
        """What can be written for the mention, best first; the first form of each label only.

        `wordings` name the government, the preferred one first; `bodies` are offered where the
        verb tells that one of them may have acted; `phrases` hold the noun as `{head}`, or a list
        of states as `{names}`.
        """
        around_names = (self._around_list(phrase) for phrase in phrases if NAMES in phrase)
        if listed := [row for rows in around_names for row in rows]:
            return listed  # one of several governments is named like the others
        around_noun = (self._around_head(phrase) for phrase in phrases if HEAD in phrase)
        found = [row for rows in around_noun for row in rows]
        for wording in self._ordered(wordings):
            doubt = reasons.SAYS_ELSE if wording.plural is None else ""
            found += [row.doubted(doubt) for row in self._with(wording)]
        found += self._second_mention()
        if self.slot.kind in ("subject", "agent") and not self._does_several_things():
            for body in bodies:
                if self._acts(body):
                    found += [row.doubted(reasons.KNOWS_BODY) for row in self._with(body)]
        labels: dict[str, Rewrite] = {}
        for row in found:
            labels.setdefault(row.label, row)
        return list(labels.values())

    def _does_several_things(self) -> bool:
        """"locks up, censors and jails": deeds of more than one body."""
        deeds = sorted(governor.at for governor in self.slot.governors if not governor.means)
        return any(
            self.tags[at] in "C," for first, last in zip(deeds, deeds[1:], strict=False)
            for at in range(first, last)
        )

    def _ordered(self, wordings: Sequence[Wording]) -> list[Wording]:
        """A people's name stands with a plural verb, so a plural wording comes first there."""
        if self.slot.name != "group":
            return list(wordings)
        return sorted(wordings, key=lambda wording: wording.plural is not True)

    def _rewrite(self, changes: Sequence[Change], doubt: str) -> Rewrite:
        changes = sorted(changes, key=lambda change: change.span.start)  # "Does China know"
        whole = Span(changes[0].span.start, changes[-1].span.end)
        return Rewrite(after(self.sentence.text, changes, whole), tuple(changes), doubt)

    def _pronouns_of_several(self) -> Iterator[Change]:
        """"its critics" → "their critics", up to somebody else whose it may be."""
        lexicon = self.sentence.lexicon
        known = once(lexicon.kept, _SEVERAL, _of_several, lexicon)
        for at in range(self.slot.token + 1, len(self.tokens)):
            token = self.tokens[at]
            if self._may_own(at):
                return
            if token.low in known:
                yield Change(token.span, known[token.low])

    def _may_own(self, at: int) -> bool:
        """Whether a later "its" may be that of the word at `at`: of another name."""
        named = self.tags[at] == "N" and self.tokens[at].text[:1].isupper()
        return named or self.tags[at] == "Z"

    # -- what a language makes --------------------------------------------------------------

    def _with(self, wording: Wording) -> list[Rewrite]:
        raise NotImplementedError

    def _acts(self, body: Wording) -> bool:
        raise NotImplementedError

    def _around_head(self, phrase: str) -> list[Rewrite]:
        raise NotImplementedError

    def _around_list(self, _phrase: str) -> list[Rewrite]:
        return []

    def _second_mention(self) -> list[Rewrite]:
        return []


def _of_several(lexicon: Lexicon) -> dict[str, str]:
    """The pronoun of several for that of one: "their" for "its"."""
    return dict(pair.split(" ") for pair in lexicon.members(_SEVERAL).forms)
