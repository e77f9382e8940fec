"""English: doubts about the kind of text: a call to the country, a title, a cut sentence."""

from __future__ import annotations

from lintwords import later
from lintwords.grammar.en.agreement import is_plural_form
from lintwords.grammar.en.capitals import is_answer
from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import Rewrite

_BROKEN = later.pattern(r"\b(\w+)-\s+(?:[–—-]|(?:\w+\s+){0,2}\1\w)")  # not "pre- and post-war"
_OPENED = later.pattern(r"(?:^|[\s(])'\w")
_OPENING = {"”": "“", "’": "‘", "»": "«"}
_NEAR = 1000  # characters before and after a sentence that tell whether all is in capitals


def is_addressed(mention: MentionContext) -> bool:
    """The country is spoken to: "China, free them", "Shame on you, China"."""
    left, right = mention.read.tag(mention.slot.token - 1), mention.read.tag(mention.end)
    apart = left in ("", ",", "=", ":", '"', "C", "O") and right in ("", ",", ".", "=", ":", '"')
    if apart and any("function.second-person" in token.classes for token in mention.tokens):
        return True
    if _is_told(mention) or mention.has(mention.slot.token - 1, "words.hails"):
        return True  # "Hey China thanks for the masks"
    if mention.read.tag(mention.end) != "," or not mention.acts:
        return False
    following = mention.read.skip(mention.end + 1)
    return mention.read.tag(following) == "B"


def _is_told(mention: MentionContext) -> bool:
    """"China do better!": a verb that does not agree is an order."""
    if mention.slot.name != "country" or not mention.acts:
        return False
    if mention.read.back(mention.slot.token, 'R"') >= 0 or mention.end >= len(mention.tokens):
        return False
    word = mention.tokens[mention.end].word
    if is_plural_form(mention.tokens[mention.end], mention.sentence.lexicon):
        return True
    agrees = {"verbs:third", "verbs:past"} & set(word.forms)
    return not agrees and "verbs:base" in word.forms and mention.tags[mention.end] in "VB"


def is_title(mention: MentionContext) -> bool:
    """Capitals of a title inside running text."""
    if mention.style.heading or mention.governor is None:
        return False
    before = mention.tokens[mention.slot.token - 1] if mention.slot.token else None
    token = mention.tokens[mention.governor.at]
    is_deed = "verbs:ing" in token.word.forms or "nouns.abuse" in mention.governor.classes
    if mention.slot.kind == "possessive" and before and before.text.islower() and not is_deed:
        return False  # a programme's name follows, the sentence is no title
    opens = mention.governor.at == 0
    if opens or not token.text[:1].isupper():
        return False
    own = mention.sentence  # with what stands near it: its text may be a whole book
    return not own.text[max(own.start - _NEAR, 0) : own.end + _NEAR].isupper()


def is_a_work(mention: MentionContext) -> bool:
    """Whether it stands in the name of a work or a proceeding.

    "The rule titled China's Treatment of Patents".
    """
    at, first = mention.slot.token, mention.end
    if mention.style.heading or not mention.owns or at < 2:
        return False
    if first >= len(mention.tokens) or not mention.tokens[first].text[:1].isupper():
        return False
    if mention.has(at - 1, "words.titled"):
        return True
    spots = range(first, noun_phrase(mention.read, first, coordinated=False).end)
    goes_on = mention.read.tag(spots.stop) == "P" and _is_large(mention, spots.stop + 1)
    about = mention.has(at - 1, "words.about") \
        and mention.has(at - 2, "words.named-after-its-topic")
    return about and goes_on and all(_is_large(mention, spot) for spot in spots)


def _is_large(mention: MentionContext, at: int) -> bool:
    return 0 <= at < len(mention.tokens) and mention.tokens[at].text[:1].isupper()


def is_an_item(mention: MentionContext) -> bool:
    """Whether it stands in the title of an item: "Point V - China's repression"."""
    if mention.slot.kind not in ("possessive", "adjective", "compound"):
        return False
    left = mention.read.back(mention.slot.token, "DJR")
    if left < 0 or mention.tags[left] not in "=:":
        return False
    first = mention.read.skip(0, 'RJD"#')
    if mention.holds(range(first, min(first + 2, left)), "words.item-mark"):
        return True
    right = next((at for at in mention.after if mention.tags[at] == "="), -1)
    inside = set(mention.tags[left + 1 : max(right, 0)])
    return mention.tags[left] == "=" and right > 0 and not {"V", "X", "M", ","} & inside


def is_unheard(mention: MentionContext) -> bool:
    """A record with gaps: "(inaudible)", a word that breaks off: "the bor- the border"."""
    if mention.stands("words.unheard"):
        return True
    own = mention.sentence
    if own.text.find("-", own.start, own.end) < 0:  # which takes a hundredth of the search
        return False
    return bool(_BROKEN.search(own.text, own.start, own.end))


def ends_a_quotation(mention: MentionContext) -> bool:
    """A closing mark whose opening one stands in another passage."""
    own = mention.sentence
    last = own.text[own.start : own.end].rstrip()[-2:]
    if len(last) < 2 or last[0] not in ".!?…":
        return False
    before = own.text[: own.end].rstrip()[:-1][-_NEAR:]
    if last[1] == "'":
        return not _OPENED.search(before)
    if last[1] == '"':
        return before.count('"') % 2 == 0
    opening = _OPENING.get(last[1])
    return opening is not None and before.count(opening) <= before.count(last[1])


def is_called_the_governments(mention: MentionContext) -> bool:
    """Whether what it owns is called the government's already: "China's government-led push"."""
    if not mention.owns or mention.governor is None:
        return False
    return mention.holds(range(mention.end, mention.governor.at + 1), "words.led-by-the-state")


def is_after_a_stop(mention: MentionContext, rewrite: Rewrite) -> bool:
    """A full stop before it may end a sentence or an abbreviation."""
    first = rewrite.span.start
    text = mention.sentence.text[mention.sentence.start : first]
    return text.rstrip().endswith(".") and not is_answer(text)
