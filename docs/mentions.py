"""What a rule can ask of a mention, as a page: every slot, reading, role and family of classes.

Nothing here is known but what each thing means; the sentences are the examples of the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintwords.grammar.model import Slot
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.linter import DocumentLinter
from lintwords.model.rule import READINGS, SLOTS, Example, MentionPattern
from lintwords.text.sentences import Sentence

MEANING = {
    "subject": "who acts: the mention governs a verb in the active voice",
    "passive": "what something is done to: the subject of a passive",
    "object": "what a verb acts on",
    "agent": "who acts, named after *by*",
    "prep": "after a preposition; `prep` is that word, the governor what it hangs on",
    "possessive": "whose something is; `head` is the thing",
    "adjective": "before a noun; `head` is that noun",
    "compound": "part of a compound; `head` is its other part",
    "predicate": "what somebody or something is said to be",
    "list": "in a list of states or actors, whatever else it is",
    "tag": "a label before a colon or a dash",
    "fixed": "inside a longer name, which is never a finding",
    "named": "a place, a person or a word that is spoken about",
    "bare": "none of the others: nothing governs it",
}
READING = {
    "abuse": "an abuse: a killing, a jailing, a threat",
    "act": "another act of state: a law, a vote, a claim",
    "perhaps": "one of the two, more likely than not",
    "naming": "the state as a party or a partner, which most guides allow",
    "other": "the place, the people, the economy, a word",
}
FAMILIES = {
    "verbs": "verbs, in all their forms, with the nouns of their acts",
    "nouns": "nouns, singular and plural",
    "adjectives": "adjectives",
    "adverbs": "adverbs",
    "function": "words that grammar asks for: auxiliaries, prepositions, pronouns",
    "voices": "words that tell whose words something is",
    "words": "words of any kind, as phrases and filters ask for them",
    "names": "names of states and places; of the country itself: `names.country` and its like",
}
_MOST = 3  # words of a class that are shown
_OWN = ("China: the rain is late",)  # of slots that no rule has an example of
Found = tuple[str, Slot]


def lines(linter: DocumentLinter, built: str) -> Iterator[str]:
    """The lines of the page; `built` says how it was made."""
    found = list(_found(linter))
    yield from ("# What a rule can ask of a mention", "", built, "")
    yield "`lintwords check --explain-mentions FILE` shows slot and governors of each mention."
    yield from ("", "## Slots", "")
    yield from ("`mention = { slot = … }`: the place of the mention in its sentence.", "")
    yield from ("| slot | what it is | for example |", "|---|---|---|")
    for kind in SLOTS:
        fits = (one for one in found if one[1].kind == kind or kind == "list" and one[1].listed)
        yield f"| `{kind}` | {MEANING[kind]} | {_shown(_shortest(fits))} |"
    yield from ("", "## Readings", "")
    yield "`mention = { reading = … }`: what the mention stands for, all cues weighed."
    yield from ("", "| reading | it stands for | for example |", "|---|---|---|")
    for reading in READINGS:
        fits = (one for one in found if one[1].reading == reading)
        yield f"| `{reading}` | {READING[reading]} | {_shown(_shortest(fits))} |"
    yield from ("", "## Roles of governors", "")
    yield "A slot may have several governors: all verbs, nouns and adjectives that it hangs on."
    yield "One may hold it in another slot than its own, and is asked for by that: its role."
    yield from ("", "| slot | role | governor | for example |", "|---|---|---|---|")
    for kind, role in sorted({(s.kind, g.role) for _, s in found for g in s.governors if g.role}):
        fits = (
            one for one in found
            if one[1].kind == kind and any(g.role == role for g in one[1].governors)
        )
        if best := _shortest(fits):
            verb = next(g.lemma for g in best[1].governors if g.role == role)
            yield f"| `{kind}` | `{role}` | {verb} | {_shown(best)} |"
    yield from ("", "## Families of classes", "")
    yield "A class is a word list with a name, `family.class`, in `rules/<lang>/lexicon/`."
    yield from ("", "| family | what is in it | classes | for example |", "|---|---|---|---|")
    compiled = linter.compiled
    known = sorted(compiled.lexicon.classes())
    for family, meaning in FAMILIES.items():
        own = [cls for cls in known if cls.startswith(f"{family}.")]
        yield f"| `{family}` | {meaning} | {len(own)} | `{own[0]}`: {_words(compiled, own[0])} |"
    yield from ("", "## Classes that rules ask of a governor", "")
    yield from ("| class | some of its words | for example |", "|---|---|---|")
    rows = (keys for rule in linter.rules for keys in rule.mention)
    for cls in sorted({cls for keys in rows for cls in _asked(keys)}):
        fits = (one for one in found if any(cls in g.classes for g in one[1].governors))
        yield f"| `{cls}` | {_words(compiled, cls)} | {_shown(_shortest(fits))} |"


def _found(linter: DocumentLinter) -> Iterator[Found]:
    """Each mention of the examples of all rules, with the text of its sentence."""
    compiled = linter.compiled
    texts = (one.text for rule in linter.rules for one in rule.examples if _is_plain(one))
    for text in dict.fromkeys((*texts, *_OWN)):
        for span in compiled.splitter.split(text):
            sentence = Sentence(0, text, span.start, span.end, compiled.lexicon, compiled.names)
            for slot in compiled.slots(sentence):
                yield text[span.start : span.end], slot


def _is_plain(example: Example) -> bool:
    return "|" not in example.text and "\n" not in example.text


def _asked(keys: MentionPattern) -> Iterable[str]:
    return [cls for cls in keys.governor if cls not in ("none", "any")]


def _shortest(found: Iterable[Found]) -> Found | None:
    return min(found, key=lambda one: (len(one[0]), one[0]), default=None)


def _shown(found: Found | None) -> str:
    return f"`{found[0]}`" if found and found[0] else "no rule has one"


def _words(compiled: CompiledPack, cls: str) -> str:
    """A few words of a class, the most common ones."""
    lexicon = compiled.lexicon
    forms = lexicon.members(cls).forms
    lemmas = {
        reading.lemma for form in forms for reading in lexicon[form].readings
        if reading.cls == cls
    }  # fmt: skip
    rank = sorted(lemmas or forms, key=lambda word: (-lexicon.frequency(word), word))
    return ", ".join(word.replace("|", "/") for word in rank[:_MOST])
