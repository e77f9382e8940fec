"""Any language: a name that answers who did something, behind a colon or a question.

"Who killed the monks: Peru and China", "Who jails most poets? China.", "The worst jailers of
poets: China": what stands before says what the states that are named did.
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords import later
from lintwords.grammar.labels import outlaws_wrong
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import Tagged
from lintwords.later import once
from lintwords.text.sentences import Sentence
from lintwords.text.small_words import NOUN
from lintwords.text.tokens import Token

_DEEDS = frozenset((
    "verbs.abuse", "verbs.force", "verbs.wrong", "verbs.custody", "verbs.bodily", "verbs.blow",
    "verbs.harm-if-object", "verbs.strikes-so-many",
))
_DOERS = frozenset(("words.killers", "nouns.bad-name"))
_SAID_OUT = frozenset(("words.killers",))
_FORMS = frozenset(("verbs:base", "verbs:past", "verbs:third"))
_TOLD = frozenset(("verbs:past", "verbs:third"))
_WHO = frozenset(("function.question", "function.relative"))
_FREES, _NO = "verbs.free", "function.negator"
_PERHAPS = ":\N{WORD JOINER}\N{WORD JOINER}"  # as a reader marks what no colon stands above
_NAMED = 'ZNKDJC,"!'  # letters of a list of names
_HEAD = 2  # words before "that" or "who": "No states that"
_ANSWER = 1  # words before a colon: "A: China", "Answer: China"
_LONGEST = 200  # characters of a question that is looked at
_QUESTION = later.pattern(r"[^.!?…;:\n]{3,200}\?[!?]{0,2}[\s”\"»]{1,4}\Z")


def answer(sentence: Sentence, read: Tagged, slot: Slot) -> None:
    """Give the slot of a name that stands in such an answer the deed that was asked for."""
    is_said_to_be = slot.kind == "predicate"  # "C'est la Chine" has a verb of its own
    if not is_said_to_be and (slot.governors or slot.kind not in ("bare", "tag")):
        return
    start = _start(read, slot.token)
    if start < 0 or _is_denied(read, start, slot.token) or not _is_alone(read, slot.token + 1):
        return
    lead, own = read.tokens[: max(start - 1, 0)], True
    if len(lead) <= _ANSWER:
        lead, own = once(sentence.notes, "question before", _question_before, sentence), False
    if outlaws_wrong(lead) or _asks_where(lead) or _tells_by_whom(lead) or _asks_who_did_not(lead):
        slot.kind = "named"  # "who has banned torture", "pays où l'on torture", "held by Peru"
        return
    found = _deed(lead) if lead else None
    is_perhaps = own and start > 0 and sentence.text.startswith(
        _PERHAPS, read.tokens[start - 1].start
    )
    if is_perhaps and (found is None or found.classes.isdisjoint(_DEEDS | _SAID_OUT)):
        slot.kind = "named"  # "Our work against torture", "Threats to our staff" above a list
        return
    if found is None:
        return
    if own:
        slot.clause = (0, slot.clause[1])
    else:
        found.at, found.end = slot.token, slot.token + 1  # it stands in the sentence before
    slot.kind, slot.governors = "subject", [found]
    slot.listed = True  # one of several answers, if not one that could be


def _start(read: Tagged, at: int) -> int:
    """Where the list of names begins that a mention is in, behind a colon; 0 at the start."""
    while at > 0:
        before = read.tokens[at - 1]
        if before.low in (":", "：", "?"):
            return at
        if not _is_of_list(read, at - 1) and not _is_spoken(read, at - 1):
            says_it = at == 2 and read.has(1, "function.be") and read.tags[0] == "O"
            return 0 if says_it else -1  # "It is China"
        at -= 1
    return 0


def _is_denied(read: Tagged, start: int, at: int) -> bool:
    """"It was not China", "Not China or Laos"; but in "not Laos but China" it is the answer."""
    denials = [spot for spot in range(start, at) if read.has(spot, "function.negator")]
    return bool(denials) and not read.holds(range(denials[-1], at), "function.contrast")


def _is_spoken(read: Tagged, at: int) -> bool:
    """A dash before what is answered: "– China"."""
    return read.tags[at] == "=" and (at == 0 or read.tokens[at - 1].low in (":", "?"))


def _is_of_list(read: Tagged, at: int) -> bool:
    tag = read.tags[at]
    is_word = tag == "N" or tag == "J"
    return tag in _NAMED and (not is_word or read.tokens[at].text[:1].isupper())


def _is_alone(read: Tagged, at: int) -> bool:
    """Whether nothing but names follows, up to a stop, a comma or a bracket."""
    while at < read.count and read.tags[at] not in ".,(=":
        if not _is_of_list(read, at):
            return False
        at += 1
    return True


def _question_before(sentence: Sentence) -> Sequence[Token]:
    first = max(sentence.start - _LONGEST, 0)
    found = _QUESTION.search(sentence.text, first, sentence.start)
    if found is None:
        return ()
    span = found.span()
    asked = Sentence(sentence.segment, sentence.text, *span, sentence.lexicon, sentence.names)
    return [token for token in asked.tokens if token.low != "?"]


def _asks_where(lead: Sequence[Token]) -> bool:
    asked = [token for token in lead if not _WHO.isdisjoint(token.classes)]
    return bool(asked) and "words.asks-where" in asked[0].classes


def _asks_who_did_not(lead: Sequence[Token]) -> bool:
    """"States that do not jail", "No states that jail"; not "Nobody told us who jailed them"."""
    who = [at for at, token in enumerate(lead) if not _WHO.isdisjoint(token.classes)]
    if not who:
        return False
    verb = next((at for at in range(who[-1] + 1, len(lead)) if _is_told(lead, at)), len(lead))
    asked = [*lead[: who[-1] if who[-1] <= _HEAD else 0], *lead[who[-1] + 1 : verb]]
    return any(_NO in token.word.classes for token in asked)


def _tells_by_whom(lead: Sequence[Token]) -> bool:
    """"Occupied by Japan": who did it is named, and those behind the colon are others."""
    named = len(lead) > 2 and "function.by" in lead[-2].classes
    return named and lead[-1].text[:1].isupper()


def _deed(lead: Sequence[Token]) -> Governor | None:
    """What the states did that a question or the head of a list asks for."""
    who = [at for at, token in enumerate(lead) if not _WHO.isdisjoint(token.classes)]
    if not who:
        return _doers(lead)
    for at in range(who[-1] + 1, len(lead)):
        if _is_told(lead, at):
            between = lead[who[-1] + 1 : at]
            is_now = "verbs:ing" in lead[at].word.forms
            if any(("function.be" in one.classes and not is_now) or one.name for one in between):
                return None
            asks_which = "function.determiner" in lead[who[-1]].classes  # "which state jails"
            if not asks_which and any(map(_is_noun, between)):
                return None  # "where the police killed": another's deed
            if any(_FREES in one.word.classes for one in between) or _is_of_others(lead):
                return None  # "that freed those they jailed", "that jailed lawyers are from"
            return _governor(lead, at)
    return None


def _is_of_others(lead: Sequence[Token]) -> bool:
    """Whether a verb and a preposition end it: "are from", "fled to"."""
    return "function.preposition" in lead[-1].classes and "function.be" in lead[-2].classes


def _is_noun(token: Token) -> bool:
    return not NOUN.isdisjoint(token.word.forms)


def _is_told(lead: Sequence[Token], at: int) -> bool:
    word = lead[at].word
    has = any("function.have" in token.classes for token in lead[max(at - 2, 0) : at])
    goes_on = at > 0 and "verbs:ing" in word.forms and (
        "function.be" in lead[at - 1].classes or "verbs:third" in lead[at - 1].word.forms
    )
    is_done = has and "verbs:participle" in word.forms
    is_verb = goes_on or is_done or not _FORMS.isdisjoint(word.forms)
    return is_verb and not _DEEDS.isdisjoint(word.verbal)


def _doers(lead: Sequence[Token]) -> Governor | None:
    """"The worst jailers of poets": who did it, and no verb that says more of them."""
    if any("function.preposition" in token.classes for token in lead[-1:]):
        return None
    for at, token in enumerate(lead):
        if at and "function.of" in token.classes:
            return None  # "victims of torturers"
        if not _DOERS.isdisjoint(token.classes):
            return Governor(token.low, token.classes, at, end=at + 1)
        if not token.word.nominal and not _TOLD.isdisjoint(token.word.forms):
            return None
    return None


def _governor(lead: Sequence[Token], at: int) -> Governor:
    word, done = lead[at].word, set[str]()
    for token in lead[at + 1 :]:
        if "function.preposition" in token.classes:
            break
        if "function.determiner" not in token.classes:
            done |= token.word.nominal
    lemma = word.lemma_in("verbs") or lead[at].low
    objects = frozenset(done | {"any"}) if done else frozenset(("none",))
    return Governor(lemma, word.verbal, at, object=objects, end=at + 1)
