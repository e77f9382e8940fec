"""English: wording that names the actor, in the form that the slot of a mention asks for.

A noun is replaced as it stands ("urged China" → "urged the Chinese government"), a possessive
keeps its mark, an adjective becomes a noun before a noun or a possessive, a people becomes its
authorities, a compound turns round ("a China-backed militia" → "a militia backed by …"). Where the
wording has another number than the verb, the verb follows. Only form is decided here; whether the
sentence allows it is asked in `doubts`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lintwords.grammar.en.agreement import agree
from lintwords.grammar.en.lists import states_joined
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.en.tags import tagged
from lintwords.grammar.model import SUBJECT, Change, Governor, Rewrite, Slot, Style, Wording, after
from lintwords.model import Span, reasons
from lintwords.text.sentences import Sentence, Token

_NOUN = ("subject", "passive", "object", "agent", "prep", "predicate")
_HEAD, _NAMES = "{head}", "{names}"
# what headlines leave out, or what only whole sentences hold
_OF_FULL_SENTENCES = (
    "function.article-definite", "function.article-indefinite", "function.first-person",
    "function.second-person",
)  # fmt: skip


class Rewriter:
    """Puts wordings in place of one mention."""

    def __init__(
        self, sentence: Sentence, slot: Slot, governor: Governor | None, style: Style
    ) -> None:
        self.sentence = sentence
        self.slot = slot
        self.governor = governor
        self.style = style
        self.read = tagged(sentence)
        self.tokens, self.tags = self.read.tokens, self.read.tags
        self.title_case = style.heading and (
            _is_title_case(self.tokens) or self._is_before_capital(slot.token + 1)
        )

    def rewrites(
        self, wordings: Sequence[Wording], bodies: Sequence[Wording], phrases: Sequence[str] = ()
    ) -> list[Rewrite]:
        """What can be written for the mention, best first; the first form of each label only.

        `wordings` name the government, the preferred one first; `bodies` are offered where the
        verb tells that one of them may have acted; `phrases` hold the noun as `{head}`, or a list
        of states as `{names}`.
        """
        if listed := [row for phrase in phrases for row in self._around_list(phrase)]:
            return listed  # one of several governments is named like the others
        found = [row for phrase in phrases for row in self._around_head(phrase)]
        for wording in self._ordered(wordings):
            doubt = reasons.SAYS_ELSE if wording.plural is None else ""
            found += [row.doubted(doubt) for row in self._with(wording)]
        found += self._second_mention()
        if self.slot.kind in ("subject", "agent"):
            for body in bodies:
                if self._acts(body):
                    found += [row.doubted(reasons.KNOWS_BODY) for row in self._with(body)]
        labels: dict[str, Rewrite] = {}
        for row in found:
            labels.setdefault(row.label, row)
        return list(labels.values())

    def _ordered(self, wordings: Sequence[Wording]) -> list[Wording]:
        """A people's name stands with a plural verb, so a plural wording comes first there."""
        if self.slot.name != "group":
            return list(wordings)
        return sorted(wordings, key=lambda wording: wording.plural is not True)

    def _acts(self, body: Wording) -> bool:
        return any(
            not body.acts.isdisjoint(self.tokens[governor.at].classes)
            and not (body.objects and body.objects.isdisjoint(governor.object))
            for governor in self.slot.governors
        )

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
        if before == "D" and self.read.has(at - 1, "function.article-definite"):
            text = self._bare(text)  # "the PRC"
        elif before and before in "DJ#'" and not self._is_year(at - 1):  # "today's China"
            text, doubt = self._bare(text), reasons.WORD_BEFORE
        elif before and before in "VEG" and self.read.tag(at - 2) in ("-", "D"):
            text, doubt = self._bare(text), reasons.WORD_BEFORE  # "a red-faced China"
        elif self.read.has(at - 1, "words.much-of"):
            doubt = reasons.WORD_BEFORE  # "the people of all China"
        return self._changed(self.slot.span, text, wording, doubt)

    def _is_year(self, at: int) -> bool:
        """A year counts nothing: "since 2017 China has"."""
        low = self.tokens[at].low
        return len(low) == 4 and low.isdigit()

    def _group(self, wording: Wording) -> list[Rewrite]:
        if self.slot.kind not in _NOUN:
            return []
        return self._changed(self.slot.span, self._plain(wording), wording, "")

    def _changed(self, span: Span, text: str, wording: Wording, doubt: str) -> list[Rewrite]:
        changes = [Change(span, self._cased(text, span))]
        if self.slot.kind in SUBJECT:
            verbs = agree(self.sentence, self.slot, wording, self.tags)
            if verbs is None:
                return []
            changes += verbs
        return [self._rewrite(changes, doubt)]

    def _possessive(self, wording: Wording) -> list[Rewrite]:
        at = self.slot.token
        before = self.tags[at - 1] if at else ""
        text, doubt = self._plain(wording), ""
        if before == "D" and self.read.has(at - 1, "function.article-definite"):
            text = self._bare(text)
        elif before and before in "DJ'" and not self.read.has(at - 1, "function.quantity"):
            text, doubt = self._bare(text), reasons.WORD_BEFORE
        span = self.slot.span
        mark = self._mark(wording, text)
        if mark:  # a plural takes the mark alone
            span = Span(span.start, self.tokens[at + 1].end)
        return [self._rewrite([Change(span, self._cased(text + mark, span))], doubt)]

    def _adjective(self, wording: Wording) -> list[Rewrite]:
        at, span = self.slot.token, self.slot.span
        before = self.tags[at - 1] if at else ""
        noun = wording.before_noun.rstrip("'’") or self._bare(wording.text)
        owner = noun + (self._mark(wording, noun) or self._own_mark())
        doubt = ""
        if wording.plural is None:
            return []  # a whole phrase cannot stand before a noun
        if self.read.has(at - 1, "function.article-definite"):
            if not wording.takes_article:
                span = Span(self.tokens[at - 1].start, span.end)
            return [self._rewrite([Change(span, self._cased(owner, span))], doubt)]
        if before and before in "DJ#":
            if wording.plural:
                doubt = reasons.PLURAL
            elif self.read.has(at - 1, "words.of-a-government"):
                doubt = reasons.WORD_BEFORE  # "the new Chinese proposals"
            return [self._rewrite([Change(span, self._cased(noun, span))], doubt)]
        if self._is_qualified(at + 1) or wording.plural:  # "Chinese political repression"
            owner = self._plain(wording).rstrip("'’")
            owner += self._mark(wording, owner) or self._own_mark()
            return [self._rewrite([Change(span, self._cased(owner, span))], doubt)]
        return [self._rewrite([Change(span, self._cased(noun, span))], doubt)]

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
        if self.read.tag(at - 1) == "-":
            return []
        if self._is_predicate_compound(at, verb):
            return [self._after_verb(wording, at, verb)]
        inside = wording.before_noun.rstrip("'’") or self._bare(wording.text)
        kept = self._rewrite([Change(self.slot.span, self._cased(inside, self.slot.span))], "")
        turned = self._turned(wording, at, verb)
        return [turned, kept] if turned else [kept]

    def _is_predicate_compound(self, at: int, verb: int) -> bool:
        """"the militia was China-backed": nothing follows that it could stand before."""
        if at == 0 or self.tags[at - 1] not in "XR,!":
            return False
        return self.read.tag(verb + 1) in ("", ".", ",", ":", "C", "P", "R")

    def _after_verb(self, wording: Wording, at: int, verb: int) -> Rewrite:
        span = Span(self.slot.span.start, self.tokens[verb].end)
        text = f"{self.tokens[verb].low} {self._preposition(verb)} {self._plain(wording)}"
        return self._rewrite([Change(span, self._cased(text, span))], "")

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
        if follows and follows not in "VXM.:," or self.read.tag(end) == "'":
            return None
        if self._may_describe(end, at):
            return None
        span = Span(self.tokens[at].start, self.tokens[end - 1].end)
        head = self.sentence.text[self.tokens[verb + 1].start : span.end]
        named = f"{head} {self.tokens[verb].low} {self._preposition(verb)} {self._plain(wording)}"
        return self._turned_round(at, head, Change(span, self._cased(named, span)))

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
        if _NAMES not in phrase or not self.slot.listed or self.slot.kind not in _NOUN:
            return []
        joined = states_joined(self.read, self.slot.token) if self.slot.name == "country" else None
        if joined is None:
            return []
        span = Span(self.tokens[joined[0]].start, self.tokens[joined[1] - 1].end)
        names = self.sentence.text[span.start : span.end]
        first = self.tokens[joined[0]].text
        if "function.determiner" in self.tokens[joined[0]].classes:
            names = first.lower() + names[len(first) :]
        text = self._plain(Wording(phrase)).replace(_NAMES, names)
        return [self._rewrite([Change(span, self._cased(text, span))], "")]

    def _around_head(self, phrase: str) -> list[Rewrite]:
        """"Chinese hackers" → "hackers working for …"."""
        at = self.slot.token
        if _HEAD not in phrase:
            return []
        noun = noun_phrase(self.read, at + 1, coordinated=False)
        if self.slot.kind != "adjective" or not noun.heads or self.read.tag(noun.end) == "'":
            return []
        span = Span(self.slot.span.start, self.tokens[noun.end - 1].end)
        head = self.sentence.text[self.tokens[at + 1].start : span.end]
        new = Change(span, self._cased(phrase.replace(_HEAD, head), span))
        turned = self._turned_round(at, head, new)
        return [turned] if turned else []

    def _turned_round(self, at: int, head: str, new: Change) -> Rewrite | None:
        """With "a" or "an" before it as the first word asks; None where that is not known."""
        changes = [new]
        article = self.tokens[at - 1] if at else None
        if article and "function.article-indefinite" in article.classes:
            fitting = _article(head)
            if not fitting:
                return None
            if fitting != article.low:
                changes.insert(0, Change(article.span, _like(fitting, article.text)))
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
        return [self._rewrite([Change(span, self._cased("its", span))], reasons.WHOSE)]

    def _is_last_named(self, at: int) -> bool:
        """Whether `its` at `at` can mean an earlier name of the state alone."""
        named = ("country", "government", "formal", "capital")
        for spot in range(at - 1, -1, -1):
            if self.tokens[spot].name in named:
                return self.tags[spot - 1] != "'" if spot else True
            if self.tags[spot] in "NZ" and "nouns:plural" not in self.tokens[spot].word.forms:
                return False
        return False

    def _is_before_capital(self, at: int) -> bool:
        """"… by lasers as China Tightens Grip": title case from the name on."""
        text = self.tokens[at].text if at < len(self.tokens) else ""
        return self.read.tag(at) in ("V", "X", "M") and text[:1].isupper() and not text.isupper()

    # -- small things -----------------------------------------------------------------------

    def _plain(self, wording: Wording) -> str:
        return self._bare(wording.text) if self._drops_articles() else wording.text

    def _drops_articles(self) -> bool:
        """A headline that holds a verb and no article: "UN condemns China over arrests".

        A line in capitals is one whatever the text calls it.
        """
        own = self.sentence.text[self.sentence.start : self.sentence.end]
        if not (self.style.heading or own.isupper()):
            return False
        if self.slot.kind not in SUBJECT and not any(tag in "VXMTB" for tag in self.tags):
            return False
        if self.slot.kind in SUBJECT and self.read.tag(self.slot.token - 1) == "N":
            return False  # "Ten Ways China Spies on Nuns"
        if self.slot.kind == "subject" and self.governor and self._is_past(self.governor.at):
            return False  # a headline tells of the past in the present tense
        is_full: bool | None = self.sentence.notes.get("full")
        if is_full is None:
            is_full = self.sentence.notes["full"] = self._is_full_sentence(own)
        return not is_full

    def _is_past(self, at: int) -> bool:
        forms = self.tokens[at].word.forms
        return "verbs:past" in forms and not forms & {"verbs:base", "verbs:third", "verbs:ing"}

    def _is_full_sentence(self, own: str) -> bool:
        """Whether a heading is worded as a text is: articles, a question, a pronoun, a stop."""
        if own.rstrip().endswith((".", "?", "!")):
            return True
        finite = (at for at, tag in enumerate(self.tags) if tag == "X")
        if any(self.read.tag(self.read.back(at)) not in ("T", "M") for at in finite):
            return True  # "is jailing"; but "to be tried" is a headline's
        # "US" among small letters is no pronoun
        capitals = own.isupper()
        words = (t for t in self.tokens if capitals or not t.text.isupper() or t.text == "I")
        told = any(cls in token.classes for token in words for cls in _OF_FULL_SENTENCES)
        opens = ("function.question", "function.pronoun-subject")
        return told or any(self.read.has(0, cls) for cls in opens)

    def _bare(self, text: str) -> str:
        first, space, rest = text.partition(" ")
        is_article = "function.article-definite" in self.sentence.lexicon[first.lower()].classes
        return rest if space and is_article else text

    def _mark(self, wording: Wording, text: str) -> str:
        """The mark alone after a plural in s; empty where the text's own mark can stay."""
        return self.style.apostrophe if wording.plural and text.endswith("s") else ""

    def _own_mark(self) -> str:
        return f"{self.style.apostrophe}s"

    def _cased(self, text: str, span: Span) -> str:
        """With capitals as the words that go: all of them, of each word, or at the start."""
        old = self.sentence.text[span.start : span.end]
        if old.isupper() and len(old) > 3:
            return text.upper()
        if self.title_case:
            words = text.split(" ")
            text = " ".join(w if self._is_small(w) else w[:1].upper() + w[1:] for w in words)
            before = self.sentence.text[self.sentence.start : span.start]
            if before.rstrip().endswith(":"):
                return text[:1].upper() + text[1:]
        return text[:1].upper() + text[1:] if self._opens(span.start) else text

    def _is_small(self, word: str) -> bool:
        """Whether title case leaves a word alone."""
        classes = self.sentence.lexicon[word.lower()].classes
        return any(c in classes for c in ("function.article-definite", "function.preposition"))

    def _opens(self, start: int) -> bool:
        """Whether a word here begins a sentence; a dateline before it does not count."""
        text = self.sentence.text[self.sentence.start : start]
        if not any(letter.isalpha() for letter in text):
            return not self.style.runs_on
        if is_answer(text):
            return True
        if text.rstrip().endswith(":") and text.isupper():
            return True  # "BREAKING: "
        before = bisect_right(self.tokens, start, key=lambda token: token.end)
        return before > 0 and self.tags[before - 1] == "=" and all(
            tag in "N#Z,()=-" for tag in self.tags[:before]
        )

    def _rewrite(self, changes: list[Change], doubt: str) -> Rewrite:
        changes = sorted(changes, key=lambda change: change.span.start)  # "Does China know"
        first, last = changes[0].span, changes[-1].span
        return Rewrite(
            after(self.sentence.text, changes, Span(first.start, last.end)), tuple(changes), doubt
        )


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether words have capitals that would not have them in a sentence.

    The first word, names and words all in capitals tell nothing; small words may stay small.
    """
    told = [
        token for token in tokens[1:]
        if token.text.isalpha() and not token.name and not token.text.isupper()
    ]  # fmt: skip
    large = [token for token in told if token.text[0].isupper()]
    function = (any(cls.startswith("function.") for cls in token.classes) for token in told)
    return bool(large) and all(
        token.text[0].isupper() or small for token, small in zip(told, function, strict=True)
    )


def is_answer(text: str) -> bool:
    """Whether these words are a sentence of one word, such as "No."."""
    return text.rstrip().endswith(".") and len(text.split()) == 1


def _article(words: str) -> str:
    """"a" or "an" before these words; empty where the letters do not tell."""
    first = words[:1].lower()
    if first in "uhoe" or not first.isalpha():
        return ""
    return "an" if first in "ai" else "a"


def _like(word: str, old: str) -> str:
    return word[:1].upper() + word[1:] if old[:1].isupper() else word
