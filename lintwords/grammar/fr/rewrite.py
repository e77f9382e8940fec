"""French: wording that names the actor, in the form that the slot of a mention asks for.

A name goes with its article, and with the preposition that is drawn together with one ("de la
Chine" → "du gouvernement chinois"); an adjective becomes what stands after its noun ("la répression
chinoise" → "la répression du gouvernement chinois"); a people becomes its authorities. Verbs,
participles and attributes follow. Only form is decided here; whether the sentence allows it is
asked in `doubts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.fr.agreement import Concord, agree, taken_up_after
from lintwords.grammar.fr.lists import list_start
from lintwords.grammar.fr.objects import names_somebody
from lintwords.grammar.fr.owners import owner_of
from lintwords.grammar.fr.phrases import holds_article
from lintwords.grammar.fr.pronouns import keeps_a_singular
from lintwords.grammar.fr.tags import tagged
from lintwords.grammar.lettering import begun, is_loud, opens_text
from lintwords.grammar.model import HEAD, SUBJECT, Change, Governor, Rewrite, Slot, Style, Wording
from lintwords.grammar.rewriting import WordingOrder
from lintwords.model import Span, reasons
from lintwords.text.sentences import Sentence
from lintwords.text.spelling.fr.forms import after_preposition, drawn_end, is_drawn
from lintwords.values import replace

_NOUN = ("subject", "passive", "object", "agent", "prep", "possessive", "predicate", "bare")
_PERSONS = frozenset(("nouns.person", "nouns.victim", "nouns.kin", "nouns.leader"))
_VOWELS = "aeiouéèê"
_COUNTRY, _PEOPLE = Concord(plural=False, feminine=True), Concord(plural=True, feminine=False)


class Rewriter(WordingOrder):
    """Puts wordings in place of one mention."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        super().__init__(sentence, slot, governor, style, tagged(sentence))

    def _acts(self, body: Wording) -> bool:
        marked = dict(self.sentence.marked)
        for governor in self.slot.governors:
            token = self.tokens[governor.at]
            classes = token.classes | marked.get(token.start, frozenset())
            if body.acts.isdisjoint(classes) or body.names_who(governor.lemma):
                continue
            named = names_somebody(self.read, governor)
            if not body.objects or named or not body.objects.isdisjoint(governor.object):
                return True
        return False

    def _with(self, wording: Wording) -> list[Rewrite]:
        if self.slot.kind == "adjective":
            return self._adjective(wording)
        return self._noun(wording) if self.slot.kind in _NOUN else []

    # -- one form for each slot -------------------------------------------------------------

    def _noun(self, wording: Wording) -> list[Rewrite]:
        if self._is_place() or self._is_example() or self._is_imagined():
            return []
        span, text, doubt = self._replaced(wording)
        changes = [Change(span, self._cased(text, span))]
        if self.slot.kind == "possessive" and not self.slot.listed:
            owner = owner_of(self.read, self.slot, self._spelled(wording.text))
            if owner is None:
                return []
            if owner.moved or owner.led:
                changes = [self._behind(span, owner.end, self._spelled(owner.text))]
                doubt = doubt or reasons.WHO_IS_MEANT
        if self.slot.kind in SUBJECT and wording.plural is None:
            return []  # a French verb shows a number, and the wording's is not known
        if self.slot.kind in SUBJECT and not self.slot.listed:
            old = _PEOPLE if self.slot.name == "group" else _COUNTRY
            new = Concord(bool(wording.plural), wording.feminine)
            verbs = agree(self.sentence, self.slot, self.read, old, new)
            if verbs is None:
                return []
            changes = sorted([*changes, *verbs], key=lambda change: change.span.start)
            if wording.plural and self.slot.name != "group":
                changes += self._pronouns_of_several()
        elif wording.plural is False and self.slot.name == "country":
            new = Concord(plural=False, feminine=wording.feminine)
            changes += taken_up_after(self.slot, self.read, new)
        if self.slot.name == "group":
            doubt = doubt or reasons.WHO_IS_MEANT
        elif wording.plural and keeps_a_singular(
            self.sentence, self.slot, self.read, changes
        ):
            doubt = doubt or reasons.POINTED_AT
        return [replace(self._rewrite(changes, doubt), plural=wording.plural)]

    def _is_place(self) -> bool:
        """After a preposition without article, or in a ranking: "en Chine", "après la Chine"."""
        at = self.slot.token
        bare = at > 0 and self.tags[at - 1] == "P" and not holds_article(self.read, at - 1)
        ranked = self.read.has(self.read.back(at, 'R"DJ'), "words.ranks")  # "après la Chine"
        return (bare and self.slot.name != "capital") or ranked

    def _is_example(self) -> bool:
        """"des pays comme le Laos et la Chine", "les puissances que sont": no government is one."""
        start = self.slot.token
        while start > 0 and self.tags[start - 1] in "DJ":
            start -= 1
        first, _ = list_start(self.read, start)
        if not self.slot.listed and first == start:
            return False
        before = self.read.back(first)
        kind = self.read.back(before)
        named = self.read.has(before, "function.be") and self.read.tag(kind) == "W"
        return self.read.has(before, "function.like") or named

    def _is_imagined(self) -> bool:
        """"une Chine plus ouverte": a country as it might be, with words that agree with it."""
        start = self.slot.token
        while start > 0 and self.tags[start - 1] == "J":
            start -= 1
        one = self.read.has(start - 1, "function.article-indefinite")
        return one and self.slot.name != "group"

    def _replaced(self, wording: Wording) -> tuple[Span, str, str]:
        """The stretch that goes, with article and drawn preposition; what comes; a doubt."""
        read, at = self.read, self.slot.token
        first, doubt = at, ""
        while first > 0 and self.tags[first - 1] == "J":
            first, doubt = first - 1, reasons.WORD_BEFORE  # "la grande Chine"
        if first > 0 and self.tags[first - 1] == "D":
            first -= 1
            if not read.has(first, "function.article-definite"):
                doubt = reasons.WORD_BEFORE  # "toute la Chine", "cette Chine"
            elif first > 0 and self.tags[first - 1] == "D":
                doubt = reasons.WORD_BEFORE
        text = self._spelled(wording.text)
        before = first - 1
        if before >= 0 and self.tags[before] == "P" and self._is_drawn(before):
            return self._after_preposition(before, text, doubt)
        if before >= 0 and self._loses_its_vowel(before, text):
            token = self.tokens[before]
            text = self._spelled(f"{token.text[:-1]}'{text}")
            return Span(token.start, self.tokens[at].end), text, doubt
        return Span(self.tokens[first].start, self.tokens[at].end), text, doubt

    def _loses_its_vowel(self, at: int, text: str) -> bool:
        """"que la Chine" → "qu'un tribunal"."""
        joins = self.tags[at] in "SW" and self.tokens[at].low.endswith("que")
        return joins and text[:1].lower() in _VOWELS

    def _is_drawn(self, at: int) -> bool:
        """Whether a preposition may be drawn together with an article: it ends with de or à."""
        return self.read.has(at, "function.of") or self.read.has(at, "function.to") or (
            holds_article(self.read, at) or is_drawn(self.tokens[at].low)
        )

    def _after_preposition(self, at: int, text: str, doubt: str) -> tuple[Span, str, str]:
        """"de la Chine" → "du gouvernement chinois", "à l'égard de la Chine", "à la Chine"."""
        token = self.tokens[at]
        kept, last = drawn_end(token.text)
        new = kept + self._spelled(after_preposition(last, text))
        return Span(token.start, self.tokens[self.slot.token].end), new, doubt

    def _adjective(self, wording: Wording) -> list[Rewrite]:
        """"la répression chinoise" → "la répression du gouvernement chinois"."""
        if wording.plural is None:
            return []
        at = self.slot.token
        before = self.tokens[at - 1]
        if self.tags[at - 1] not in "NJE":
            return []
        owner = owner_of(self.read, self.slot, wording.text)
        if owner is None:
            return []
        new = self._spelled(owner.text)
        if is_loud(before.text):
            new = new.upper()
        change = self._behind(self.slot.span, owner.end, new)
        return [self._rewrite([change], reasons.WHO_IS_MEANT)]

    def _behind(self, span: Span, end: int, new: str) -> Change:
        """The new words at `span`, or behind the words between it and the token `end`."""
        at = self.slot.token + 1
        if end <= at:
            return Change(span, new)
        first, last = self.tokens[at].start, self.tokens[end - 1].end
        return Change(Span(span.start, last), f"{self.sentence.text[first:last]} {new}")

    def _around_head(self, phrase: str) -> list[Rewrite]:
        """"des pirates chinois" → "des pirates qui travaillent pour …"."""
        at = self.slot.token
        head = next((k for k in range(at - 1, max(at - 8, -1), -1)
                     if self.tokens[k].low == self.slot.head), -1)
        if self.slot.kind != "adjective" or head < 0:
            return []
        span = Span(self.tokens[head].start, self.slot.span.end)
        words = self.sentence.text[span.start : self.tokens[at - 1].end]
        change = Change(span, phrase.replace(HEAD, words))
        return [self._rewrite([change], reasons.WHO_IS_MEANT)]

    # -- small things -----------------------------------------------------------------------

    def _may_own(self, at: int) -> bool:
        """Also of one person: "un imprimeur et sa presse"."""
        token = self.tokens[at]
        one = "nouns:singular" in token.word.forms and not _PERSONS.isdisjoint(token.classes)
        return one or super()._may_own(at)

    def _spelled(self, text: str) -> str:
        """With the apostrophe that the text uses."""
        return text.replace("'", self.style.apostrophe)

    def _cased(self, text: str, span: Span) -> str:
        """In capitals where the words that go are, with one at the start of a sentence."""
        old = self.sentence.text[span.start : span.end]
        if is_loud(old):
            return text.upper()
        return begun(text) if self._opens(span.start, old) else text

    def _opens(self, start: int, old: str) -> bool:
        """Whether the words here begin a sentence: by what stands before, or by their capital."""
        opens = opens_text(self.sentence, self.style, start)
        if opens is not None:
            return opens
        article = self.tokens[self.slot.token].text != old
        return article and old[:1].isupper()

    def _rewrite(self, changes: Sequence[Change], doubt: str) -> Rewrite:
        spelled = [Change(change.span, self._spelled(change.text)) for change in changes]
        return super()._rewrite(spelled, doubt)
