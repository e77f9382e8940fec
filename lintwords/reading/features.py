"""What a reading weighs: the mention's slot, its governors and the words around it.

A feature is a kind and a value; kept with it is the token that it is about, for the reasons shown.
The mention itself is never a value, and names are signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from lintwords.grammar import Grammar
from lintwords.grammar.model import Governor, Slot
from lintwords.later import once
from lintwords.reading.signs import NAME, signs
from lintwords.text.lexicon import Word
from lintwords.text.sentences import Sentence

Features = dict[tuple[str, str], int]
VERSION = 1  # of the features: weights are of one version
_STATES = ("country", "capital", "formal", "cold-war")  # names that stand where a state may
_EDGE = "§edge"
_CONTENT = "NVBEGJPR"  # tags of words that say something by themselves
_SMALL = "DXM,.'\""  # tags of words and marks that do not, but for those of `_TELLING`
_TELLING = "function.telling"
_FUNCTION = ("function.", "names.", "words.", "voices.")


def features(sentence: Sentence, slot: Slot, grammar: Grammar) -> Features:
    found: Features = {}
    tokens, words = sentence.tokens, signs(sentence)
    read = grammar.tagged_of(sentence)
    tags = read.tags
    at, kind = slot.token, slot.kind
    name = "country" if slot.name in _STATES else slot.name
    place = f"{kind}.{name}"
    found["slot", place] = at
    found["kind", kind] = at
    if slot.listed:
        found["listed", kind] = at
    if slot.asked:
        found["asked", kind] = at
    if read.title_case:
        found["title", kind] = at
    # -- governors
    if not slot.governors:
        found["no governor", place] = at
    for governor in slot.governors:
        _governor(found, words, slot, governor)
        if tags[governor.at] in "VBEGX":
            heads = grammar.heads_from(read, max(governor.end, governor.at + 1))
            _objects(found, words, slot, governor, heads[:2])
    if slot.head:
        spot = _find_head(sentence, slot)
        head = words[spot] if spot >= 0 else NAME
        found["head", f"{kind} {head}"] = spot
        found["any head", head] = spot
        for cls in slot.head_classes:
            if not cls.startswith(_FUNCTION):
                found["head is", f"{kind} {cls}"] = spot
    if slot.prep:
        found["prep", f"{kind} {slot.prep}"] = at
    # -- the words beside
    end = len(words)
    left = [words[k] if k >= 0 else _EDGE for k in (at - 1, at - 2, at - 3)]
    right = [words[k] if k < end else _EDGE for k in (at + 1, at + 2, at + 3)]
    for nth, word in enumerate(left, 1):
        found[f"-{nth}", word] = at - nth
    for nth, word in enumerate(right, 1):
        found[f"+{nth}", word] = at + nth
    found["-1 name", f"{name} {left[0]}"] = at - 1
    found["+1 name", f"{name} {right[0]}"] = at + 1
    found["-2-1", f"{left[1]} {left[0]}"] = at - 1
    found["+1+2", f"{right[0]} {right[1]}"] = at + 1
    found["-1+1", f"{left[0]} {right[0]}"] = at + 1
    found["-3-2-1", f"{left[2]} {left[1]} {left[0]}"] = at - 2
    found["+1+2+3", f"{right[0]} {right[1]} {right[2]}"] = at + 2
    shape = "".join(tags[k] if 0 <= k < end else "^" for k in range(at - 3, at + 4))
    found["shape 2", shape[1:6]] = at
    found["shape 1", shape[2:5]] = at
    found["shape left", shape[:3]] = at
    found["shape right", shape[4:]] = at
    # -- the words around, by side, by clause
    start, stop = max(at - 12, 0), min(at + 13, end)
    for side, around in (("l", range(start, min(at, stop))), ("r", range(at + 1, stop))):
        near, far, has, of_kind = f"{side}4", f"{side}12", f"{side} is", f"{kind} {side}"
        for k in around:
            word, tag, distance = words[k], tags[k], abs(k - at)
            if distance <= 6 and tag in _CONTENT:
                found[of_kind, word] = k
            if tag in _SMALL and _TELLING not in tokens[k].classes:
                continue
            found[near if distance <= 4 else far, word] = k
            if distance <= 7:
                found["near", word] = k
                read_as = tokens[k].word
                for cls in once(read_as.kept, "kinds", _kinds_of, read_as):
                    found[has, cls] = k
    for cls in once(sentence.notes, "topics", _topics, sentence):
        found["topic", cls] = at
        found["topic of", f"{kind} {cls}"] = at
    content = [k for k in range(start, stop) if k != at and tags[k] in "NVBEGJP!"]
    for k, m in zip(content, content[1:], strict=False):
        found["pair", f"{words[k]} {words[m]}"] = k
    return found


def _topics(sentence: Sentence) -> list[str]:
    """What kinds of things the sentence speaks of."""
    topics: set[str] = set()
    for word in {id(token.word): token.word for token in sentence.tokens}.values():
        of_word = word.kept.get("topics")  # asked of each word of a text: quicker than `once`
        if of_word is None:
            of_word = word.kept["topics"] = _topics_of_word(word)
        topics.update(of_word)
    return sorted(topics)


def _topics_of_word(word: Word) -> tuple[str, ...]:
    """Of which kinds of things a word speaks."""
    return tuple(
        cls for cls in word.classes
        if cls.startswith(("nouns.", "words.match")) and cls != "nouns.general"
    )


def _kinds_of(word: Word) -> tuple[str, ...]:
    """The classes of a word that say more than which kind of word it is."""
    return tuple(
        cls for cls in word.classes
        if cls.startswith(("nouns.", "verbs.", "adjectives.")) and ".general" not in cls
    )


def _governor(
    found: Features, words: list[str], slot: Slot, governor: Governor
) -> None:
    role = governor.role or slot.kind
    spot = governor.at
    lemma = _lemma(words, governor)
    name = "country" if slot.name in _STATES else slot.name
    found["governor", f"{role} {lemma}"] = spot
    found["any governor", lemma] = spot
    found["governor name", f"{role} {name} {lemma}"] = spot
    if slot.prep and role == slot.kind:
        found["governor prep", f"{lemma} {slot.prep}"] = spot
    mood = ("not " if governor.negated else "") + ("outer " if governor.outer else "")
    if mood:
        found["mood", f"{role} {mood}"] = spot
    is_name = words[spot][:1] == "§"
    for cls in governor.classes:
        if is_name and cls.startswith("words."):  # which name it is: a state has lines of its own
            continue
        if cls.startswith("function."):
            found["how", f"{role} {cls}"] = spot
            continue
        found["governor is", f"{role} {cls}"] = spot
        if not cls.endswith(".general"):
            for other in governor.object:
                if not other.endswith(".general") and not other.startswith(_FUNCTION):
                    found["is with", f"{role} {cls} {other}"] = spot
    objects = [c for c in governor.object if not c.startswith(_FUNCTION)]
    for cls in objects:
        found["object is", f"{role} {cls}"] = governor.end
        if not cls.endswith(".general"):
            found["governor with", f"{lemma} {cls}"] = spot
    for cls in governor.complement:
        if not cls.startswith(_FUNCTION):
            found["complement is", f"{role} {cls}"] = governor.end


def _objects(
    found: Features, words: list[str], slot: Slot, governor: Governor, heads: Sequence[int]
) -> None:
    """The nouns that follow a verb."""
    role, lemma = governor.role or slot.kind, _lemma(words, governor)
    for head in heads:
        if head != slot.token:
            found["object", f"{role} {words[head]}"] = head
            found["verb object", f"{lemma} {words[head]}"] = head


def _lemma(words: list[str], governor: Governor) -> str:
    """The base form of a governor; of a name what stands for it."""
    return words[governor.at] if words[governor.at][:1] == "§" else governor.lemma


def _find_head(sentence: Sentence, slot: Slot) -> int:
    """The head's token: after the mention, or in some languages before it."""
    tokens, at = sentence.tokens, slot.token
    after, before = range(at + 1, min(at + 14, len(tokens))), range(at - 1, max(at - 14, -1), -1)
    for k in chain(after, before):
        if tokens[k].low == slot.head:
            return k
    return -1
