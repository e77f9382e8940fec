"""English: wording that names the actor, in the form that the slot of a mention asks for.

A noun is replaced as it stands ("urged China" → "urged the Chinese government"), a possessive
keeps its mark, an adjective becomes a noun before a noun or a possessive, a people becomes its
authorities, a compound turns round ("a China-backed militia" → "a militia backed by …"). Where the
wording has another number than the verb, the verb follows. Only form is decided here; whether the
sentence allows it is asked in `doubts`.
"""

from __future__ import annotations

from lintwords.grammar.en.agreement import agree, agree_perhaps
from lintwords.grammar.en.capitals import Lettering
from lintwords.grammar.en.headlines import drops_articles
from lintwords.grammar.en.lists import states_joined
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.tags import tagged
from lintwords.grammar.lettering import begun_like
from lintwords.grammar.model import (
    HEAD,
    NAMES,
    SUBJECT,
    Change,
    Governor,
    Rewrite,
    Slot,
    Style,
    Wording,
)
from lintwords.grammar.rewriting import WordingOrder
from lintwords.model import Span, reasons
from lintwords.text.sentences import Sentence
from lintwords.text.spelling.en import surely_before

_NOUN = ("subject", "passive", "object", "agent", "prep", "predicate")
_ADJECTIVES = 6  # words that stand between an article and its name
_MANY = 10  # so many are no single case


class Rewriter(WordingOrder):
    """Puts wordings in place of one mention."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        super().__init__(sentence, slot, governor, style, tagged(sentence))
        self.lettering = Lettering(sentence, slot, style)

    def _acts(self, body: Wording) -> bool:
        return any(
            self.read.tag(governor.at + 1) != "T"  # "is trying to": no trial
            and not body.acts.isdisjoint(self.tokens[governor.at].classes)
            and not body.names_who(governor.lemma)
            and not (body.objects and body.objects.isdisjoint(governor.object))
            and not (body.once and self._is_counted(governor))
            for governor in self.slot.governors
        )

    def _is_counted(self, governor: Governor) -> bool:
        """"executed 40 people last year", "jails reporters": more than one case."""
        start = self.read.skip(governor.end)
        phrase = noun_phrase(self.read, start, coordinated=False)
        spots = range(start, phrase.end)
        if any(self._opens_with(at, "words.so-many") for at in spots):
            return True
        figures = (
            self.tokens[at].low for at in spots
            if self.tokens[at].low.isdigit() and self.read.tag(at + 1) != "-"  # "41-year-old"
        )
        if any(int(figure) >= _MANY for figure in figures):
            return True
        several = any("nouns:plural" in self.tokens[at].word.forms for at in phrase.heads)
        is_third = "verbs:third" in self.tokens[governor.at].word.forms
        often = is_third or self.read.last("words.each-year") >= start
        return several and often and not any(self.tags[at] == "#" for at in spots)

    def _opens_with(self, at: int, cls: str) -> bool:
        """Whether the first word of a token is of a class: "hundreds of"."""
        first = self.tokens[at].low.partition(" ")[0]
        return cls in self.sentence.lexicon[first].classes

    def _with(self, wording: Wording) -> list[Rewrite]:
        kind = self.slot.kind
        if self.slot.name == "group":
            return self._group(wording)
        if kind == "possessive":
            return self._possessive(wording)
        if kind == "adjective":
            return self._adjective(wording)
        if kind == "compound":
            return self._compound(wording)
        return self._noun(wording) if kind in _NOUN else []

    # -- one form for each slot -------------------------------------------------------------

    def _noun(self, wording: Wording) -> list[Rewrite]:
        at = self.slot.token
        before = self.tags[at - 1] if at else ""
        text, doubt = self._plain(wording), ""
        said_before = before == "J" and self._is_said_before(at)
        if wording.plural and (said_before or self._is_one_of_a_kind(at)):
            return []
        if before and before in "DJ" and self._opens_with_article(text):
            return []  # "an emboldened a court in"
        if before == "D" and self.read.has(at - 1, "function.article-definite"):
            text = self._bare(text)  # "the PRC"
        elif before == "D" and self.read.has(at - 1, "function.correlative"):
            doubt = reasons.WORD_BEFORE  # "either China gives way"
        elif before == "J" and (said_before or self._may_act_before(at - 1)):
            doubt = reasons.WORD_BEFORE
        elif before == "J" and self._is_without_article(at):
            return []  # "the crimes of communist China"
        elif before and before in "DJ#'" and not self._is_year(at - 1):  # "today's China"
            text, doubt = self._bare(text), reasons.WORD_BEFORE
        elif before and before in "VEG" and self.read.tag(at - 2) in ("-", "D"):
            text, doubt = self._bare(text), reasons.WORD_BEFORE  # "a red-faced China"
        elif self.read.has(at - 1, "words.much-of") or self._is_after_initials(at):
            doubt = reasons.WORD_BEFORE  # "the people of all China", "CCP China"
        return self._changed(self.slot.span, text, wording, doubt)

    def _may_act_before(self, at: int) -> bool:
        """"unless we first recognised China's claim": a verb, whatever else it may be."""
        is_verb = not {"verbs:past", "verbs:participle"}.isdisjoint(self.tokens[at].word.forms)
        return is_verb and self.read.tag(self.read.back(at, "RJ")) in ("N", "O", "C", "W", "Z")

    def _opens_with_article(self, text: str) -> bool:
        first = text.partition(" ")[0].lower()
        return "function.article-indefinite" in self.sentence.lexicon[first].classes

    def _is_said_before(self, at: int) -> bool:
        """"it made clear China has": an adjective that ends what stands before the clause."""
        before = self.read.tag(self.read.back(at, "RJ"))
        return self.slot.kind in SUBJECT and before in ("V", "X", "B", "E", "G")

    def _is_one_of_a_kind(self, at: int) -> bool:
        """"a nuclear-armed China", "this China": no plural fits the word before it."""
        first = self.read.back(at, "RJE-NG")
        near = at - first <= _ADJECTIVES and self.read.tag(first) == "D"
        return near and any(
            self.read.has(first, f"function.{cls}")
            for cls in ("article-indefinite", "demonstrative")
        )

    def _is_without_article(self, at: int) -> bool:
        """Whether nothing before the adjectives of a name could be the article of a noun."""
        first = self.read.back(at, "RJE-NG")
        return not self.style.heading and self.read.tag(first) not in ("D", "'", "#")

    def _is_after_initials(self, at: int) -> bool:
        """A noun in capitals straight before it, in a sentence that is not in capitals."""
        before = self.tokens[at - 1].text if at else ""
        loud = self.sentence.text[self.sentence.start : self.sentence.end].isupper()
        return self.read.tag(at - 1) == "N" and len(before) > 1 and before.isupper() and not loud

    def _is_year(self, at: int) -> bool:
        """A year counts nothing: "since 2017 China has"."""
        low = self.tokens[at].low
        return len(low) == 4 and low.isdigit()

    def _group(self, wording: Wording) -> list[Rewrite]:
        if self.slot.kind not in _NOUN:
            return []
        return self._changed(self.slot.span, self._plain(wording), wording, "")

    def _changed(self, span: Span, text: str, wording: Wording, doubt: str) -> list[Rewrite]:
        drawn = self.sentence.text[span.end : span.end + 2]
        if wording.plural and drawn[:1] in ("'", "’") and drawn[1:].isalpha():
            return []  # "China's going": what is drawn together stays
        changes = [Change(span, self.lettering.cased(text, span))]
        if self.slot.kind in SUBJECT:
            verbs = agree(self.sentence, self.slot, wording, self.tags)
            if verbs is None:
                return []
            changes += verbs
            if wording.plural and self.slot.name != "group":
                perhaps = agree_perhaps(self.sentence, self.slot, self.tags)
                doubt = doubt or (reasons.AGREES if perhaps else "")
                changes += [*perhaps, *self._pronouns_of_several()]
        return [self._rewrite(changes, doubt)]

    def _possessive(self, wording: Wording) -> list[Rewrite]:
        at = self.slot.token
        before = self.tags[at - 1] if at else ""
        text, doubt = self._plain(wording), ""
        if before == "D" and self.read.has(at - 1, "function.article-definite"):
            text = self._bare(text)
        elif before == "J" and self._may_act_before(at - 1):
            doubt = reasons.WORD_BEFORE
        elif before and before in "DJ'" and not self.read.has(at - 1, "function.quantity"):
            text, doubt = self._bare(text), reasons.WORD_BEFORE
        span = self.slot.span
        mark = self._mark(wording, text)
        if mark:  # a plural takes the mark alone
            span = Span(span.start, self.tokens[at + 1].end)
        return [self._rewrite([Change(span, self.lettering.cased(text + mark, span))], doubt)]

    def _adjective(self, wording: Wording) -> list[Rewrite]:
        at, span = self.slot.token, self.slot.span
        before = self.tags[at - 1] if at else ""
        noun = wording.before_noun.rstrip("'’") or self._bare(wording.text)
        owner = noun + (self._mark(wording, noun) or self._own_mark())
        doubt = ""
        if wording.plural is None or self._is_somebody():
            return []  # a whole phrase cannot stand before a noun; "the government's invaders"
        if self.read.has(at - 1, "function.article-definite"):
            if not wording.takes_article:
                span = Span(self.tokens[at - 1].start, span.end)
            return [self._rewrite([Change(span, self.lettering.cased(owner, span))], doubt)]
        if before and before in "DJ#":
            if wording.plural:
                doubt = reasons.PLURAL
            elif self.read.has(at - 1, "words.of-a-government"):
                doubt = reasons.WORD_BEFORE  # "the new Chinese proposals"
            return [self._rewrite([Change(span, self.lettering.cased(noun, span))], doubt)]
        if self._is_qualified(at + 1) or wording.plural:  # "Chinese political repression"
            owner = self._plain(wording).rstrip("'’")
            owner += self._mark(wording, owner) or self._own_mark()
            return [self._rewrite([Change(span, self.lettering.cased(owner, span))], doubt)]
        return [self._rewrite([Change(span, self.lettering.cased(noun, span))], doubt)]

    def _is_somebody(self) -> bool:
        """Whether the noun is who acts: a government's attackers are those who attack it."""
        return not self.slot.head_classes.isdisjoint(("nouns.agent", "words.who-acts"))

    def _is_qualified(self, at: int) -> bool:
        """Whether a noun phrase opens with an adjective, apart or inside an entry."""
        first, _, rest = self.tokens[at].low.partition(" ")
        inside = rest and "adjectives" in self.sentence.lexicon[first].forms
        return self.tags[at] in "JEG" or bool(inside)

    def _compound(self, wording: Wording) -> list[Rewrite]:
        """"a China-backed militia": turned round where nothing can come between, else in place."""
        at = self.slot.token
        verb = self.governor.at if self.governor else -1
        if wording.plural is None or self.read.tag(at + 1) != "-" or verb <= at:
            return []
        if self.read.tag(verb - 1) != "-":
            return []  # "the Chinese-Mexican plan"
        if self.read.tag(at - 1) == "-":
            return []
        if self._is_predicate_compound(at, verb):
            return [self._after_verb(wording, verb)]
        inside = wording.before_noun.rstrip("'’") or self._bare(wording.text)
        span = self.slot.span
        given = self.read.has(verb, "words.no-compound")  # "Chinese government-donated"
        doubt = reasons.ORDER if given else ""
        kept = self._rewrite([Change(span, self.lettering.cased(inside, span))], doubt)
        turned = self._turned(wording, at, verb)
        return [turned, kept] if turned else [kept]

    def _is_predicate_compound(self, at: int, verb: int) -> bool:
        """"the militia was China-backed": nothing follows that it could stand before."""
        if at == 0 or self.tags[at - 1] not in "XR,!":
            return False
        return self.read.tag(verb + 1) in ("", ".", ",", ":", "C", "P", "R")

    def _after_verb(self, wording: Wording, verb: int) -> Rewrite:
        span = Span(self.slot.span.start, self.tokens[verb].end)
        text = f"{self.tokens[verb].low} {self._preposition(verb)} {self._plain(wording)}"
        return self._rewrite([Change(span, self.lettering.cased(text, span))], "")

    def _turned(self, wording: Wording, at: int, verb: int) -> Rewrite | None:
        phrase = noun_phrase(self.read, verb + 1, coordinated=False)
        if not phrase.heads or self.tags[verb] not in "EVJ" or self.style.heading:
            return None
        if self._may_act(verb + 2, phrase.end):
            return None
        if "verbs:participle" not in self.tokens[verb].word.forms:
            return None
        end = phrase.end
        follows = self.read.tag(end)
        if (follows and follows not in "VXM.:,") or self.read.tag(end) == "'":
            return None
        if self._may_describe(end, at):
            return None
        span = Span(self.tokens[at].start, self.tokens[end - 1].end)
        head = self.sentence.text[self.tokens[verb + 1].start : span.end]
        named = f"{head} {self.tokens[verb].low} {self._preposition(verb)} {self._plain(wording)}"
        return self._turned_round(at, head, Change(span, self.lettering.cased(named, span)))

    def _may_act(self, start: int, end: int) -> bool:
        """Whether a noun after the first may be the verb: "a China-backed militia attacks"."""
        return any("verbs:third" in self.tokens[at].word.forms for at in range(start, end))

    def _may_describe(self, end: int, at: int) -> bool:
        """Whether the word at `end` may belong to the noun: "paid by a fund registered abroad"."""
        if self.read.tag(end) != "V" or "verbs:participle" not in self.tokens[end].word.forms:
            return False
        return any(tag in "VXM" for tag in self.tags[:at])

    def _around_list(self, phrase: str) -> list[Rewrite]:
        """"Russia and China vetoed it" → "the governments of Russia and China vetoed it"."""
        if not self.slot.listed or self.slot.kind not in _NOUN:
            return []
        joined = states_joined(self.read, self.slot.token) if self.slot.name == "country" else None
        if joined is None:
            return []
        span = Span(self.tokens[joined[0]].start, self.tokens[joined[1] - 1].end)
        names = self.sentence.text[span.start : span.end]
        first = self.tokens[joined[0]].text
        if "function.determiner" in self.tokens[joined[0]].classes:
            names = first.lower() + names[len(first) :]
        text = self._plain(Wording(phrase)).replace(NAMES, names)
        return [self._rewrite([Change(span, self.lettering.cased(text, span))], "")]

    def _around_head(self, phrase: str) -> list[Rewrite]:
        """"Chinese hackers" → "hackers working for …"."""
        at = self.slot.token
        noun = noun_phrase(self.read, at + 1, coordinated=False)
        if self.slot.kind != "adjective" or not noun.heads or self.read.tag(noun.end) == "'":
            return []
        if noun.owner >= 0:
            return []  # "the Chinese hackers' attack": the attack works for nobody
        span = Span(self.slot.span.start, self.tokens[noun.end - 1].end)
        head = self.sentence.text[self.tokens[at + 1].start : span.end]
        new = Change(span, self.lettering.cased(phrase.replace(HEAD, head), span))
        turned = self._turned_round(at, head, new)
        return [turned] if turned else []

    def _turned_round(self, at: int, head: str, new: Change) -> Rewrite | None:
        """With "a" or "an" before it as the first word asks; None where that is not known."""
        changes = [new]
        article = self.tokens[at - 1] if at else None
        if article and "function.article-indefinite" in article.classes:
            fitting = surely_before(head)
            if not fitting:
                return None
            if fitting != article.low:
                changes.insert(0, Change(article.span, begun_like(fitting, article.text)))
        return self._rewrite(changes, "")

    def _preposition(self, verb: int) -> str:
        """"linked to", "aligned with", and "by" for all others."""
        prefix = "words.compound-with-"
        own = (c for c in self.tokens[verb].classes if c.startswith(prefix))
        return next(own, f"{prefix}by").removeprefix(prefix)

    def _second_mention(self) -> list[Rewrite]:
        """`its` for a possessive after another mention in the same sentence."""
        slot = self.slot
        if slot.kind != "possessive":
            return []
        if not self._is_last_named(slot.token):
            return []
        span = Span(slot.span.start, self.tokens[slot.token + 1].end)
        return [self._rewrite([Change(span, self.lettering.cased("its", span))], reasons.WHOSE)]

    def _is_last_named(self, at: int) -> bool:
        """Whether `its` at `at` can mean an earlier name of the state alone."""
        named = ("country", "government", "formal", "capital")
        for spot in range(at - 1, -1, -1):
            if self.tokens[spot].name in named:
                return self.tags[spot - 1] != "'" if spot else True
            if self.tags[spot] in "NZ" and "nouns:plural" not in self.tokens[spot].word.forms:
                return False
        return False

    # -- small things -----------------------------------------------------------------------

    def _plain(self, wording: Wording) -> str:
        drops = drops_articles(self.sentence, self.slot, self.governor, self.style)
        return self._bare(wording.text) if drops else wording.text

    def _bare(self, text: str) -> str:
        first, space, rest = text.partition(" ")
        is_article = "function.article-definite" in self.sentence.lexicon[first.lower()].classes
        return rest if space and is_article else text

    def _mark(self, wording: Wording, text: str) -> str:
        """The mark alone after a plural in s; empty where the text's own mark can stay."""
        return self.style.apostrophe if wording.plural and text.endswith("s") else ""

    def _own_mark(self) -> str:
        return f"{self.style.apostrophe}s"
