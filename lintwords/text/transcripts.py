"""Tells a record of speech from a text: paragraphs that open with the name of who speaks.

Asked when a fix is made: what somebody says in a record is not reworded unseen.

Most paragraphs that open with a label and a colon are no speech: notes, dates, captions, fields of
a form. So a label must name somebody (a person, an office, a turn as "Question"), two of them must
take turns, one must come back, and they must stand close together; a question that is called so
and is answered by somebody beside it is enough by itself. Where given names are common words
("Grace: … Mark: …"), what is said tells: people say I and you, and ask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lintwords import later
from lintwords.model import Segment
from lintwords.text.lexicon import Lexicon

_LABEL = later.pattern(r"([^\W\d_a-z][^.:!?]{0,60}):\s+(?=\S)")
_WORD = later.pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LETTER = later.pattern(r"[^\W\d_a-z]\d{0,3}")  # "Q", "A2"
_ASKED = later.pattern(r"Q\.?\s+[^\W\d_a-z]")  # no colon: so records of press meetings are written
# a title with its stop, or a remark beside the name: "Ms. Roe:", "MODERATOR (to Roe):"
_TITLED = later.pattern(r"([^\W\d_a-z][^:!?]{0,60}):\s+(?=\S)")
_REMARK = later.pattern(r"\s*[(\[][^)\]]*[)\]]\s*")
_DASHED = later.pattern(r"[^\W\d_a-z][^.:!?]{0,60}:\s+(?:--|[–—])")  # "ROE: — Well"
# a name in capitals after a stop, a mark or a dash
_INSIDE = later.pattern(
    r"(?:[.!?…:)\]\"”’–—-]\s+)((?:[^\W\d_a-z]\.\s+)?[^\W\d_a-z][^\W\d_a-z'’-]{2,}"
    r"(?:\s[^\W\d_a-z][^\W\d_a-z.'’-]*){0,4})(?:\s*[(\[][^)\]]*[)\]])?:\s"
)
_STOPPED = later.pattern(r"(\w{1,4})\.")
_BEARERS = frozenset(("function.title-of-person", "nouns.leader", "words.turn"))
_SPEAKERS = frozenset((
    "words.turn", "names.given", "function.title-of-person", "nouns.person", "nouns.leader",
))
_FEWEST = 3  # turns, of which one speaker has two
_SPARSEST = 10  # paragraphs for one turn
_LONGEST = 6  # words of a name with an office
_DENSE = 2  # paragraphs for one turn, where only what is said tells
_HEARD = 400  # characters of a paragraph that are listened to
_FIRST = frozenset(("function.first-person", "voices.writer"))


class _Turn(NamedTuple):
    """A paragraph that opens with a label."""

    at: int
    label: str
    said: str


def spoken(segments: Sequence[Segment], lexicon: Lexicon) -> range:
    """The segments, by index, from the first that a speaker opens to the last; maybe none.

    What they hold is a finding like any other, but no fix may change it: the words are those of
    who spoke.
    """
    turns = [
        _Turn(at, match[1].strip(), segment.text[match.end() : match.end() + _HEARD])
        for at, segment in enumerate(segments) if (match := _LABEL.match(segment.text))
    ]
    if len(turns) < _FEWEST:
        return _around(turns) if _is_answered(turns, lexicon) else range(0)
    named = {label for label in {turn.label for turn in turns} if _names(label, lexicon)}
    taken = [turn for turn in turns if turn.label in named]
    if (_is_talk(taken, _SPARSEST) or _is_asked(taken, lexicon)) and 2 * len(taken) > len(turns):
        return _around(taken)
    talks = sum(_talks(turn.said, lexicon) for turn in turns)
    if _is_talk(turns, _DENSE) and 2 * talks > len(turns):
        return _around(turns)
    return range(0)


def opens_as_speech(text: str, lexicon: Lexicon) -> bool:
    """Whether one paragraph by itself is what somebody said: "Q Do you know", "SMITH: Well, I".

    A dateline in capitals reads the same: it is not told apart, and its fixes are only offered.
    """
    asked = _ASKED.match(text)
    if asked:
        return True
    if _is_titled(text, lexicon):
        return True
    match = _LABEL.match(text)
    if match is None or not _names(match[1].strip(), lexicon):
        return False
    label = match[1].strip()
    if _LETTER.fullmatch(label) or _DASHED.match(text):
        return True
    return label.isupper()


def end_of_first_turn(text: str, lexicon: Lexicon) -> int | None:
    """Where a paragraph goes on behind who first takes a turn in it: "… well. ROE: It did."."""
    turns = (turn for turn in _INSIDE.finditer(text) if _names(turn[1], lexicon))
    return next((turn.end() for turn in turns), None)


def _is_titled(text: str, lexicon: Lexicon) -> bool:
    """"THE PRESIDENT: …", "Ms. Roe: …", "MODERATOR (to Roe): …": an office, a title or a turn."""
    match = _TITLED.match(text)
    if match is None:
        return False
    label = _REMARK.sub(" ", match[1]).strip()
    titled = _STOPPED.match(label)
    if titled and "function.title-of-person" in lexicon[titled[1].lower()].classes:
        return len(_WORD.findall(label)) <= _LONGEST
    words = _WORD.findall(label)
    if "." in label or not 0 < len(words) <= _LONGEST or not label.isupper():
        return False
    return any(lexicon[word.lower()].classes & _BEARERS for word in words)


def _around(turns: Sequence[_Turn]) -> range:
    return range(turns[0].at, turns[-1].at + 1)


def _is_talk(turns: Sequence[_Turn], sparsest: int) -> bool:
    """Whether two labels or more take turns, one comes back, and they stand close together."""
    labels = Counter(turn.label for turn in turns)
    if len(turns) < _FEWEST or not 1 < len(labels) < len(turns):
        return False
    return len(_around(turns)) <= sparsest * len(turns)


def _is_answered(turns: Sequence[_Turn], lexicon: Lexicon) -> bool:
    """Whether there is no more than a question and its answer, both of which say so."""
    if len(turns) != 2 or turns[1].at > turns[0].at + _DENSE or "?" not in turns[0].said:
        return False
    labels = [turn.label for turn in turns]
    return labels[0] != labels[1] and all(
        _LETTER.fullmatch(label) or "words.turn" in lexicon[label.lower()].classes
        for label in labels
    )


def _is_asked(turns: Sequence[_Turn], lexicon: Lexicon) -> bool:
    """Whether somebody else answers at once what a turn that is called a question asks."""
    return any(
        "?" in asks.said and "words.turn" in lexicon[asks.label.lower()].classes
        and answers.label != asks.label and answers.at <= asks.at + _DENSE
        for asks, answers in pairwise(turns)
    )


def _names(label: str, lexicon: Lexicon) -> bool:
    """Whether a label names somebody who may speak."""
    if _LETTER.fullmatch(label):
        return True
    words = _WORD.findall(label)
    if not 0 < len(words) <= _LONGEST:
        return False
    classes = [lexicon[word.lower()].classes for word in words]
    if any(known & _SPEAKERS for known in classes):
        return True
    # a word in no list is a name; in capitals it may be an abbreviation, unless it stands last
    return any(
        not known and word[:1].isupper() and (not word.isupper() or nth == len(words))
        for nth, (word, known) in enumerate(zip(words, classes, strict=True), 1)
    )


def _talks(said: str, lexicon: Lexicon) -> bool:
    """Whether words are such as people say to each other."""
    return "?" in said or any(
        lexicon[word.lower()].classes & _FIRST for word in _WORD.findall(said)
    )
