"""English: doubts about the kind of text: a call to the country, a title, a cut sentence."""

from __future__ import annotations

from lintwords import later
from lintwords.grammar.en.agreement import is_plural_form
from lintwords.grammar.en.asked import MentionContext
from lintwords.grammar.en.capitals import is_answer
from lintwords.grammar.en.phrases import noun_phrase
from lintwords.grammar.model import Rewrite

_BROKEN = later.pattern(r"\b(\w+)-\s+(?:[–—-]|(?:\w+\s+){0,2}\1\w)")  # not "pre- and post-war"
_OPENED = later.pattern(r"(?:^|[\s(])'\w")
_OPENING = {"”": "“", "’": "‘", "»": "«"}
_NEAR = 1000  # characters before and after a sentence that tell whether all is in capitals


def is_addressed(asked: MentionContext) -> bool:
    """The country is spoken to: "China, free them", "Shame on you, China"."""
    left, right = asked.read.tag(asked.slot.token - 1), asked.read.tag(asked.end)
    apart = left in ("", ",", "=", ":", '"', "C", "O") and right in ("", ",", ".", "=", ":", '"')
    if apart and any("function.second-person" in token.classes for token in asked.tokens):
        return True
    if _is_told(asked) or asked.has(asked.slot.token - 1, "words.hails"):
        return True  # "Hey China thanks for the masks"
    if asked.read.tag(asked.end) != "," or not asked.acts:
        return False
    following = asked.read.skip(asked.end + 1)
    return asked.read.tag(following) == "B"


def _is_told(asked: MentionContext) -> bool:
    """"China do better!": a verb that does not agree is an order."""
    if asked.slot.name != "country" or not asked.acts:
        return False
    if asked.read.back(asked.slot.token, 'R"') >= 0 or asked.end >= len(asked.tokens):
        return False
    word = asked.tokens[asked.end].word
    if is_plural_form(asked.tokens[asked.end], asked.sentence.lexicon):
        return True
    agrees = {"verbs:third", "verbs:past"} & set(word.forms)
    return not agrees and "verbs:base" in word.forms and asked.tags[asked.end] in "VB"


def is_title(asked: MentionContext) -> bool:
    """Capitals of a title inside running text."""
    if asked.style.heading or asked.governor is None:
        return False
    before = asked.tokens[asked.slot.token - 1] if asked.slot.token else None
    token = asked.tokens[asked.governor.at]
    is_deed = "verbs:ing" in token.word.forms or "nouns.abuse" in asked.governor.classes
    if asked.slot.kind == "possessive" and before and before.text.islower() and not is_deed:
        return False  # a programme's name follows, the sentence is no title
    opens = asked.governor.at == 0
    if opens or not token.text[:1].isupper():
        return False
    own = asked.sentence  # with what stands near it: its text may be a whole book
    return not own.text[max(own.start - _NEAR, 0) : own.end + _NEAR].isupper()


def is_a_work(asked: MentionContext) -> bool:
    """Whether it stands in the name of a work or a proceeding.

    "The rule titled China's Treatment of Patents".
    """
    at, first = asked.slot.token, asked.end
    if asked.style.heading or not asked.owns or at < 2:
        return False
    if first >= len(asked.tokens) or not asked.tokens[first].text[:1].isupper():
        return False
    if asked.has(at - 1, "words.titled"):
        return True
    spots = range(first, noun_phrase(asked.read, first, coordinated=False).end)
    goes_on = asked.read.tag(spots.stop) == "P" and _is_large(asked, spots.stop + 1)
    about = asked.has(at - 1, "words.about") and asked.has(at - 2, "words.named-after-its-topic")
    return about and goes_on and all(_is_large(asked, spot) for spot in spots)


def _is_large(asked: MentionContext, at: int) -> bool:
    return 0 <= at < len(asked.tokens) and asked.tokens[at].text[:1].isupper()


def is_an_item(asked: MentionContext) -> bool:
    """Whether it stands in the title of an item: "Point V - China's repression"."""
    if asked.slot.kind not in ("possessive", "adjective", "compound"):
        return False
    left = asked.read.back(asked.slot.token, "DJR")
    if left < 0 or asked.tags[left] not in "=:":
        return False
    first = asked.read.skip(0, 'RJD"#')
    if asked.holds(range(first, min(first + 2, left)), "words.item-mark"):
        return True
    right = next((at for at in asked.after if asked.tags[at] == "="), -1)
    inside = set(asked.tags[left + 1 : max(right, 0)])
    return asked.tags[left] == "=" and right > 0 and not {"V", "X", "M", ","} & inside


def is_unheard(asked: MentionContext) -> bool:
    """A record with gaps: "(inaudible)", a word that breaks off: "the bor- the border"."""
    if asked.stands("words.unheard"):
        return True
    own = asked.sentence
    return bool(_BROKEN.search(own.text, own.start, own.end))


def ends_a_quotation(asked: MentionContext) -> bool:
    """A closing mark whose opening one stands in another passage."""
    own = asked.sentence
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


def is_after_a_stop(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A full stop before it may end a sentence or an abbreviation."""
    first = rewrite.span.start
    text = asked.sentence.text[asked.sentence.start : first]
    return text.rstrip().endswith(".") and not is_answer(text)
