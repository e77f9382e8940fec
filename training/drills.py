"""Sentences made from word classes: what a plain sentence with each known word stands for.

Gold holds a few hundred verbs and nouns; the lexicon holds thousands, sorted by what they do. Each
is put once or twice into a short plain sentence. They weigh little: they are a floor under words
that no reader has met.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from lintwords.judge.compiled_pack import CompiledPack

PERSONS = {"en": (
    "the porter", "two nuns", "her", "the editor", "four fishers", "him for a poem", "the abbot",
    "a village choir", "the two lawyers", "a poet", "three students", "the ferryman's family",
), "fr": (
    "cinq avocats", "trois moines", "un poète", "dix libraires", "deux sœurs", "des étudiants",
    "la famille du passeur", "un chœur de village", "le rédacteur", "quatre pêcheurs",
)}
PLURALS = ("Two nuns", "The editors", "Four fishers", "Three students", "The lawyers", "Exiles")
THINGS = {"en": (
    "the resolution", "the draft text", "a visa rule", "the treaty", "a new law", "the inquiry",
    "the port deal", "the panel's report", "the loan", "a second base",
), "fr": (
    "la résolution", "le projet de texte", "une règle de visa", "le traité", "l'enquête",
    "une loi nouvelle", "l'accord sur le port", "le rapport", "le prêt", "une seconde base",
)}
# class, form of the word, code, sentences
_ENGLISH_VERBS = (
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
_ENGLISH_NOUNS = (
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
)
_FRENCH_VERBS = (
    ("verbs.abuse", "third", "W", ("La Chine {} {person}.",)),
    ("verbs.abuse", "participle", "W", ("La Chine a {} {person}.",)),
    ("verbs.abuse", "base", "W", ("La Chine veut {} {person}.",)),
    ("verbs.abuse", "thirds", "W", ("Les Chinois {} {person}.",)),
    ("verbs.wrong", "third", "W", ("La Chine {} le traité.",)),
    ("verbs.force", "participle", "W", ("La Chine a {} trois villages.",)),
    ("verbs.state", "third", "S", ("La Chine {} {thing}.",)),
    ("verbs.state", "participle", "S", ("La Chine a {} {thing}.",)),
    ("verbs.state", "base", "S", ("La Chine va {} {thing}.",)),
    ("verbs.state", "thirds", "S", ("Les Chinois {} {thing}.",)),
    ("verbs.speech", "participle", "S", ("La Chine a {} le décès.", "La Chine a {} que oui.")),
    ("verbs.mind", "third", "S", ("La Chine {} un vote libre.",)),
    ("verbs.demand", "third", "S", ("Le Conseil {} la Chine de signer {thing}.",)),
    ("verbs.blame", "third", "W", ("Le Conseil {} la Chine.",)),
    ("verbs.punish", "third", "W", ("L'Union {} la Chine pour les camps.",)),
    ("verbs.economy", "third", "O", ("La Chine {} plus de thé que l'an passé.",)),
)
_ON = ("On parle encore des {} de la Chine.",)
_FRENCH_NOUNS = (
    ("nouns.abuse", "plural", "W", (*_ON, "On parle des {} par la Chine.")),
    ("nouns.policy", "plural", "S", _ON),
    ("nouns.measure", "plural", "S", _ON),
    ("nouns.goods", "plural", "O", _ON),
    ("nouns.economy", "plural", "O", _ON),
    ("nouns.nature", "plural", "O", _ON),
    ("nouns.culture", "plural", "O", _ON),
    ("nouns.person", "plural", "O", _ON),
    ("nouns.company", "plural", "O", _ON),
)
_ROWS = {
    "en": (*_ENGLISH_VERBS, *_ENGLISH_NOUNS),
    "fr": (*_FRENCH_VERBS, *_FRENCH_NOUNS),
}
_AGREES = ("e", "s")  # a French participle of another gender or number ends so


def drills(compiled: CompiledPack, lang: str) -> Iterator[tuple[str, str]]:
    """Code and sentence."""
    persons, plurals, things = cycle(PERSONS[lang]), cycle(PLURALS), cycle(THINGS[lang])
    lexicon = compiled.lexicon
    for cls, form, code, sentences in _ROWS[lang]:
        words = sorted(
            word for word in lexicon.members(cls).forms if " " not in word and any(
                r.cls == cls and r.form == form for r in lexicon[word].readings
            ) and not (lang == "fr" and form == "participle" and word.endswith(_AGREES))
        )
        for word in words:
            for sentence in sentences:
                yield code, sentence.format(
                    word, person=next(persons), plural=next(plurals), thing=next(things)
                )
