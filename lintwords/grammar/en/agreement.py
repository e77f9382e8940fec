"""English: verbs that follow the number of a new subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintwords.grammar.lettering import like
from lintwords.grammar.model import SUBJECT, Change, Slot, Wording
from lintwords.later import once
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token

_PLURAL_OF = "words.plural-of"
_REFLEXIVE = "function.reflexive"


def agree(
    sentence: Sentence, slot: Slot, wording: Wording, tags: Sequence[str]
) -> list[Change] | None:
    """The verbs that change with `wording` as the subject; None where that is not known."""
    is_plural = slot.name == "group"
    wanted = is_plural if wording.plural is None else wording.plural
    if wording.plural is not None and wanted is is_plural:
        return []
    if wanted is not True and any(
        _REFLEXIVE in token.classes for token in sentence.tokens[slot.token + 1 :][:1]
    ):
        return None  # "the Chinese themselves"
    if _is_split(sentence, slot, tags):
        return None
    if _is_seen_acting(sentence, slot, tags):
        return []  # "have not seen the Chinese make": no verb that shows a number
    changes: list[Change] = []
    for at in sorted(set(_finite(slot, tags))):
        token = sentence.tokens[at]
        form = _other_number(token, is_plural, sentence.lexicon)
        if wording.plural is None and (
            form != token.low or is_plural_form(token, sentence.lexicon)
        ):
            return None  # the verb shows a number ("China are saying"), the wording none
        if form is None:
            return None
        if form != token.low:
            changes.append(Change(token.span, like(form, token.text)))
    return changes


def agree_perhaps(sentence: Sentence, slot: Slot, tags: Sequence[str]) -> list[Change]:
    """What a plural changes in words that may be verbs or nouns: "jails poets and bans books"."""
    tokens = sentence.tokens
    first = next((one.at for one in slot.governors if one.at > slot.token), -1)
    if first < 0 or tags[first] != "V" or "verbs:third" not in tokens[first].word.forms:
        return []
    found = []
    for at in range(first + 1, len(tags) - 1):
        if tags[at] != "N" or tags[at - 1] != "C" or "verbs:third" not in tokens[at].word.forms:
            continue
        if tags[at + 1] == "N" or "nouns:plural" in tokens[at + 1].word.forms:
            form = _plural(tokens[at], sentence.lexicon)
            if form:
                found.append(Change(tokens[at].span, form))
    return found


def _is_split(sentence: Sentence, slot: Slot, tags: Sequence[str]) -> bool:
    """Whether *it* keeps the verb before the name: "It is China that blocks"."""
    at = slot.token - 1
    while at > 0 and tags[at] in 'R!"D':
        at -= 1
    is_be = at > 0 and tags[at] == "X" and "function.be" in sentence.tokens[at].classes
    return is_be and "function.anticipatory" in sentence.tokens[at - 1].classes


def _is_seen_acting(sentence: Sentence, slot: Slot, tags: Sequence[str]) -> bool:
    """Whether a bare infinitive follows: "saw the Chinese leave", "would have the Chinese sign"."""
    before = slot.token - 1
    while before > 0 and tags[before] in "DRJ":
        before -= 1
    verbs = sentence.tokens[before].classes if before >= 0 else frozenset()
    after = slot.token + 1
    bare = after < len(tags) and tags[after] in "BV" and (
        "verbs:base" in sentence.tokens[after].word.forms
    )
    is_verb = before >= 0 and tags[before] in "VBEGX"
    return bare and is_verb and bool({"verbs.behold", "verbs.lets-act"} & verbs)


def _finite(slot: Slot, tags: Sequence[str]) -> Iterator[int]:
    """The finite verb of each governor, after the mention or, where turned round, before it."""
    before = slot.token - 1
    while before > 0 and tags[before] in "DJ":
        before -= 1
    turned = before if before >= 0 and tags[before] == "X" else -1  # "Has China jailed"
    if turned >= 0 and slot.kind in SUBJECT:
        yield turned
        return
    own = slot.token + 1
    while own < len(tags) and tags[own] in 'R!"':
        own += 1
    if own < len(tags) and tags[own] == "X" and slot.kind in SUBJECT:
        yield own  # "is going to have to close": further on than the verb that tells
    for governor in slot.governors:
        at = governor.at
        first = at
        while first > 0 and tags[first - 1] in 'XMR!"EG':
            first -= 1
        if first > 0 and tags[first - 1] == "T":
            continue  # "seemed to have forgotten": an infinitive shows no number
        group = [spot for spot in range(first, at + 1) if tags[spot] in "XM"]
        if group:
            if tags[group[0]] == "X":
                yield group[0]
        elif tags[at] == "V" or (slot.name == "group" and _is_plural_here(slot, tags, at)):
            yield at  # "the Chinese say"


def _is_plural_here(slot: Slot, tags: Sequence[str], at: int) -> bool:
    """Whether a base form after the mention is its verb, and no infinitive: "a right to insist"."""
    left = at - 1
    while left > slot.token and tags[left] in "R!":
        left -= 1
    return tags[at] == "B" and at > slot.token and tags[left] != "T"


def _other_number(token: Token, is_plural: bool, lexicon: Lexicon) -> str | None:
    """The verb with a subject of the other number; itself where number does not show."""
    return _singular(token, lexicon) if is_plural else _plural(token, lexicon)


def _plural(token: Token, lexicon: Lexicon) -> str | None:
    if is_plural_form(token, lexicon):
        return token.low  # "those who are not": another's verb
    longer = token.word.longer.values()
    for entries in longer:
        for entry in entries:
            if entry.reading.cls == _PLURAL_OF:
                return entry.rest[0]
    forms = token.word.forms
    if "verbs:third" in forms:
        rows = (*token.word.readings, *(e.reading for row in longer for e in row))
        lemmas = (reading.lemma.split(" ")[0] for reading in rows if reading.form == "third")
        # the third person of "free-ride" says nothing of "free"
        whole = (lemma for lemma in lemmas if "-" not in lemma or "-" in token.low)
        return next(whole, token.low if "verbs:base" in forms else None)
    shows = "verbs:past" in forms or is_plural_form(token, lexicon) or "function" in forms
    return token.low if shows else None


def _singular(token: Token, lexicon: Lexicon) -> str | None:
    found = _singulars(lexicon).get(token.low)
    if found:
        return found
    forms = token.word.forms
    if "verbs:past" in forms:
        return None if "verbs:base" in forms else token.low  # "cut" may be either
    if "verbs:base" in forms:
        for form in (token.low + "s", token.low + "es", token.low[:-1] + "ies"):
            readings = lexicon[form].readings
            if any(r.form == "third" and r.lemma == token.low for r in readings):
                return form
    return token.low if "function" in forms else None


def is_plural_form(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is one of the few plurals with a form of their own: "are", "have", "do"."""
    return token.low in _singulars(lexicon)


def singular_forms(lexicon: Lexicon) -> frozenset[str]:
    """The singulars of the few verbs whose plural has a form of its own: "is", "has", "does"."""
    return once(lexicon.kept, "singular forms", _singular_forms_in, lexicon)


def _singulars(lexicon: Lexicon) -> dict[str, str]:
    """The singular of each such plural: "is" for "are"."""
    return once(lexicon.kept, "singulars", _singulars_in, lexicon)


def _singular_forms_in(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_singulars(lexicon).values())


def _singulars_in(lexicon: Lexicon) -> dict[str, str]:
    pairs = (entry.split(" ") for entry in lexicon.members(_PLURAL_OF).forms)
    return {plural: singular for singular, plural in pairs}
