"""Sentences made from word classes: what a plain sentence with each known word stands for.

Gold holds a few hundred verbs and nouns; the lexicon holds thousands, sorted by what they do. Each
is put once or twice into a short plain sentence. They weigh little: they are a floor under words
that no reader has met.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from lintwords.judge.compiled_pack import CompiledPack

PERSONS = (
    "the porter", "two nuns", "her", "the editor", "four fishers", "him for a poem", "the abbot",
    "a village choir", "the two lawyers", "a poet", "three students", "the ferryman's family",
)  # fmt: skip
PLURALS = ("Two nuns", "The editors", "Four fishers", "Three students", "The lawyers", "Exiles")
THINGS = (
    "the resolution", "the draft text", "a visa rule", "the treaty", "a new law", "the inquiry",
    "the port deal", "the panel's report", "the loan", "a second base",
)  # fmt: skip
# class, form of the word, code, sentences
_VERBS = (
    ("verbs.abuse", "past", "W", ("China {} {person}.", "The Chinese {} {person}.")),
    ("verbs.abuse", "participle", "W", ("China has {} {person}.", "{plural} were {} by China.")),
    ("verbs.abuse", "base", "W", ("China did not {} {person}.", "China will {} {person}.")),
    ("verbs.wrong", "past", "W", ("China {} the treaty.", "China {} {person}.")),
    ("verbs.force", "past", "W", ("China {} {person} to sign.",)),
    ("verbs.threat", "past", "W", ("China {} {person}.",)),
    ("verbs.state", "past", "S", ("China {} {thing}.", "The Chinese {} {thing}.")),
    ("verbs.state", "participle", "S", ("China has {} {thing}.",)),
    ("verbs.state", "base", "S", ("China did not {} {thing}.", "China will {} {thing}.")),
    ("verbs.speech", "past", "S", ("China {} the death.", "China {} that the talks would go on.")),
    ("verbs.mind", "third", "S", ("China {} a free vote.", "China {} a base on the island.")),
    ("verbs.demand", "base", "S", ("We {} China to sign {thing}.",)),
    ("verbs.demand", "past", "W", ("They {} China to free {person}.",)),
    ("verbs.blame", "past", "W", ("Deputies {} China over the raids.", "We {} China.")),
    ("verbs.punish", "past", "W", ("The union {} China over the camps.",)),
    ("verbs.economy", "past", "O", ("China {} more tea than last year.",)),
    ("verbs.suffer", "past", "O", ("China {} a second dry summer.",)),
    ("verbs.culture", "past", "O", ("China {} a new kind of opera.",)),
)
_FRAMES = ("China's {} is in the news.", "We read about Chinese {} again.")
_NOUNS = (
    ("nouns.abuse", "singular", "W", (*_FRAMES, "We read about {} by China.")),
    ("nouns.threat", "singular", "W", (*_FRAMES, "We read about the {} from China.")),
    ("nouns.policy", "singular", "S", _FRAMES[:1]),
    ("nouns.measure", "singular", "S", _FRAMES[:1]),
    ("nouns.goods", "plural", "O", _FRAMES),
    ("nouns.economy", "singular", "O", _FRAMES),
    ("nouns.nature", "singular", "O", _FRAMES),
    ("nouns.culture", "singular", "O", _FRAMES),
    ("nouns.person", "plural", "O", _FRAMES),
    ("nouns.company", "plural", "O", _FRAMES),
    ("nouns.sport", "singular", "O", _FRAMES),
    ("nouns.relation", "singular", "N", ("We read about the {} with China again.",)),
)  # fmt: skip


def drills(compiled: CompiledPack) -> Iterator[tuple[str, str]]:
    """Code and sentence."""
    persons, plurals, things = cycle(PERSONS), cycle(PLURALS), cycle(THINGS)
    lexicon = compiled.lexicon
    for cls, form, code, sentences in (*_VERBS, *_NOUNS):
        words = sorted(
            word for word in lexicon.members(cls).forms if " " not in word and any(
                r.cls == cls and r.form == form for r in lexicon[word].readings
            )
        )  # fmt: skip
        for word in words:
            for sentence in sentences:
                yield code, sentence.format(
                    word, person=next(persons), plural=next(plurals), thing=next(things)
                )
