"""What a rule can ask of a mention, as a page: every key, name, slot, reading, role and class.

Nothing here is known but what each thing means; the sentences are the examples of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lintwords.grammar.model import Slot
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import DocumentLinter
from lintwords.match.mention_pattern import fitting, near
from lintwords.model.rule import NAMES, READINGS, SLOTS, Example
from lintwords.text.sentences import Sentence

KEYS = {
    "name": "which of the country's names it is",
    "slot": "its place in the sentence, or the role of the governor",
    "governor": "a class of what it hangs on: a verb, a noun, an adjective",
    "head": "a class of the noun beside it, of which it is the owner or that it describes",
    "object": "a class of what that governor acts on; `none` where nothing stands, `any`",
    "complement": "a class of what follows: *to*, *from*, *for*, a clause; `none`, `any`",
    "prep": "the preposition before it, as written",
    "near": "a class of another word in its clause",
    "reading": "what it stands for, all cues weighed",
    "not": "a table of keys that must not fit",
    "severity": "the weight of what this table finds, where it is not the rule's",
    "by-hand": "why no fix of it is safe",
}
NAME = {
    "country": "the state by its usual name",
    "adjective": "what is of the country",
    "group": "its people as a whole: an article and an adjective",
    "capital": "the capital, where it may stand for the government",
    "formal": "the state by its full or legal name",
    "cold-war": "a name from the cold war",
    "prefix": "before a hyphen, for the country: no mention by itself",
}
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
ROLES = {
    "subject": "the mention does it",
    "passive": "it is done to the mention",
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
LETTERS = {"verbs": "VBEG", "nouns": "N", "adjectives": "J", "adverbs": "R"}  # of their words
_MOST = 3  # words of a class that are shown
_OWN = (  # for what no rule has an example of
    "China: the rain is late", "China, which was fined, appealed.",
    "China, which jailed poets, was fined.", "China's trade with Laos grew.",
    "China has a quarrel with the text.", "The island became a colony of China.",
    "We made clear to China what we ask.",
)
Found = tuple[str, Slot, Sentence]
# key → the classes that it is asked of
BESIDE: dict[str, Callable[[Slot], frozenset[str]]] = {
    "head": lambda slot: slot.head_classes,
    "object": lambda slot: frozenset().union(*(one.object for one in slot.governors)),
    "complement": lambda slot: frozenset().union(*(one.complement for one in slot.governors)),
}


# beside them: what the reading told of it
CHANCES = (
    "",
    "Beside them it shows how likely the mention stands for the government, and the words that",
    "weighed most for it and against it: `threatened +2.1` makes the odds eight times as high",
    "(+0.7 doubles them). Where weights alone decide, these are the weights of what is read of a",
    "word; where an [encoder](settings.md#an-encoder-beside-it) is asked as well, what becomes of",
    "the odds when both read the sentence without the word. Of two words that say the same",
    "neither moves them much, and what the place of the mention tells belongs to no word: the",
    "words may then say less than the chance.",
)


def lines(linter: DocumentLinter, built: str) -> Iterator[str]:
    """The lines of the page; `built` says how it was made."""
    found = list(_found(linter))
    yield from ("# What a rule can ask of a mention", "", built, "")
    yield from (
        "`lintwords check --explain-mentions FILE` shows slot and governors of each mention, its",
        "rule with what made the finding weaker (another says it, a quotation, denied, a question",
        "or a condition, told at a distance, the profile, the settings), or why nothing is said.",
    )
    yield from CHANCES
    yield from _keys(linter, found)
    yield from _names(linter, found)
    yield from ("", "## Slots", "")
    yield from ("`mention = { slot = … }`: the place of the mention in its sentence.", "")
    yield from ("| slot | what it is | for example |", "|---|---|---|")
    for kind in SLOTS:
        fits = (one for one in found if one[1].kind == kind or (kind == "list" and _is_row(one)))
        yield f"| `{kind}` | {MEANING[kind]} | {_shown(_shortest(fits))} |"
    yield from ("", "## Readings", "")
    yield "`mention = { reading = … }`: what the mention stands for, all cues weighed."
    yield ("Asked of `country`, `adjective`, `group` and `cold-war`; the capital and the formal "
           "name are always `other`: for them name verbs (`governor`).")
    yield ("`reading = \"any\"` is all five: the row counts however unlikely the government is, "
           "also with `weighed`, and a fix of what is unsure is left to a person.")
    yield from ("", "| reading | it stands for | for example |", "|---|---|---|")
    for reading in READINGS:
        fits = (one for one in found if one[1].reading == reading)
        yield f"| `{reading}` | {READING[reading]} | {_shown(_shortest(fits))} |"
    yield from _roles(found)
    yield from _families(linter.compiled, found)
    yield from _classes(linter, found)


def _is_row(one: Found) -> bool:
    """Whether a mention stands in a row that is written out: this, that and the third."""
    return bool(one[1].listed) and " and " in one[2].text


def _keys(linter: DocumentLinter, found: list[Found]) -> Iterator[str]:
    yield from ("", "## Keys", "")
    yield "`mention = { KEY = … }`: each key that is given must fit, and a list means any of it."
    yield "All of `governor`, `object`, `complement` and `slot` are asked of one governor."
    yield from ("", "| key | what it asks | one that asks it | for example |", "|---|---|---|---|")
    for key, meaning in KEYS.items():
        name, best = _first_with(linter, key, found)
        yield f"| `{key}` | {meaning} | `{name}` | {_shown(best)} |"


def _first_with(
    linter: DocumentLinter, key: str, found: list[Found]
) -> tuple[str, Found | None]:
    """The first rule or filter that has a key and an example which it fits, and that example."""
    tables = (
        *((rule.id, keys) for rule in linter.rules for keys in rule.mention),
        *((name, keys) for name, one in linter.pack.filters.items() for keys in one.mention),
    )
    for name, keys in tables:
        if key in keys.given() or (key == "by-hand" and keys.by_hand) or (
            key == "severity" and keys.severity is not None
        ):
            fits = (
                one for one in found
                if any(True for _ in fitting(keys, one[1], near(one[2], one[1])))
            )
            if best := _shortest(fits):
                return name, best
    return "", None


def _names(linter: DocumentLinter, found: list[Found]) -> Iterator[str]:
    yield from ("", "## Names", "")
    yield "`mention = { name = … }`: which name of the country it is. What they are stands in"
    yield "`rules/<lang>/names.toml`."
    yield from ("", "| name | what it is | some of them | for example |", "|---|---|---|---|")
    forms = linter.pack.names.forms
    for name in NAMES:
        fits = (one for one in found if one[1].name == name)
        some = [f"`{form}`" for form in forms.get(name, ())[:_MOST]]
        words = ", ".join(some) or "made of the others"
        shown = "none: it is part of a word" if name == "prefix" else _shown(_shortest(fits))
        yield f"| `{name}` | {NAME[name]} | {words} | {shown} |"


def _roles(found: list[Found]) -> Iterator[str]:
    yield from ("", "## Roles of governors", "")
    yield "A slot may have several governors: all verbs, nouns and adjectives that it hangs on."
    yield "One may hold it in another slot than its own, and is asked for by that: its role."
    yield '`slot = "passive"` fits a mention that is a subject, where one of its verbs says what'
    yield "was done to it."
    yield from ("", "| slot | role | what it says | governor | for example |")
    yield "|---|---|---|---|---|"
    pairs = {(slot.kind, one.role) for _, slot, _ in found for one in slot.governors if one.role}
    for kind, role in sorted(pairs):
        fits = (
            one for one in found
            if one[1].kind == kind and any(g.role == role for g in one[1].governors)
        )
        if best := _shortest(fits):
            verb = next(g.lemma for g in best[1].governors if g.role == role)
            yield f"| `{kind}` | `{role}` | {ROLES[role]} | {verb} | {_shown(best)} |"


def _families(compiled: CompiledPack, found: list[Found]) -> Iterator[str]:
    yield from ("", "## Families of classes", "")
    yield "A class is a word list with a name, `family.class`, in `rules/<lang>/lexicon/`."
    yield from ("", "| family | what is in it | classes | one of them | in a sentence |")
    yield "|---|---|---|---|---|"
    known = sorted(compiled.lexicon.classes())
    sentences = list({one[0]: one for one in found}.values())  # whatever mentions stand in them
    for family, meaning in FAMILIES.items():
        own = [cls for cls in known if cls.startswith(f"{family}.")]
        best = _shortest(one for one in sentences if any(_word_of(family, one[2], compiled)))
        cls, word = _word_of(family, best[2], compiled) if best else ("", "")
        yield f"| `{family}` | {meaning} | {len(own)} | `{cls}`: *{word}* | {_shown(best)} |"


def _word_of(family: str, sentence: Sentence, compiled: CompiledPack) -> tuple[str, str]:
    """The first class of a family that a word of the sentence is of, with that word."""
    letters = LETTERS.get(family, "")
    tags = compiled.grammar.tagged_of(sentence).tags
    for token, tag in zip(sentence.tokens, tags, strict=True):
        if letters and tag not in letters:
            continue
        own = (cls for cls in token.word.classes if cls.startswith(f"{family}."))
        if found := min(own, default=""):
            return found, token.text
    return "", ""


def _classes(linter: DocumentLinter, found: list[Found]) -> Iterator[str]:
    compiled = linter.compiled
    rows = [keys for rule in linter.rules for keys in rule.mention]
    yield from ("", "## Classes that rules ask of a governor", "")
    yield from ("| class | some of its words | for example |", "|---|---|---|")
    for cls in sorted({cls for keys in rows for cls in _asked(keys.governor)}):
        fits = (one for one in found if any(cls in g.classes for g in one[1].governors))
        yield f"| `{cls}` | {_words(compiled, cls)} | {_shown(_shortest(fits))} |"
    yield from ("", "## Classes that rules ask of what stands beside it", "")
    yield from ("| key | class | some of its words | for example |", "|---|---|---|---|")
    for key, held in BESIDE.items():
        asked = {cls for keys in rows for cls in _asked(getattr(keys, key))}
        for cls in sorted(asked & compiled.lexicon.classes()):
            best = _shortest(one for one in found if cls in held(one[1]))
            yield f"| `{key}` | `{cls}` | {_words(compiled, cls)} | {_shown(best)} |"


def _found(linter: DocumentLinter) -> Iterator[Found]:
    """Each mention of the examples of all rules, with the text of its sentence."""
    compiled = linter.compiled
    texts = (one.text for rule in linter.rules for one in rule.examples if _is_plain(one))
    for text in dict.fromkeys((*texts, *_OWN)):
        for span in compiled.splitter.split(text):
            sentence = Sentence(0, text, span.start, span.end, compiled.lexicon, compiled.names)
            for slot in compiled.slots(sentence):
                yield text[span.start : span.end], slot, sentence


def _is_plain(example: Example) -> bool:
    return "|" not in example.text and "\n" not in example.text


def _asked(classes: Iterable[str]) -> list[str]:
    return [cls for cls in classes if cls not in ("none", "any")]


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
    }
    rank = sorted(lemmas or forms, key=lambda word: (-lexicon.frequency(word), word))
    return ", ".join(word.replace("|", "/") for word in rank[:_MOST])
