"""What a grammar finds out about a mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintwords.model import Span
from lintwords.model.rule import classes_of
from lintwords.values import dataclass, replace

NOTHING: frozenset[str] = frozenset({"none"})
_STEM = 4  # letters that a verb and who does it have in common
SUBJECT = ("subject", "passive")  # slots whose verb agrees with the mention
HEAD, NAMES = "{head}", "{names}"  # in a wording that stands around a noun, around names of states


@dataclass(slots=True)
class Governor:
    """A verb, noun or adjective that a mention depends on.

    `object` and `complement` hold the classes of the heads that stand there, with `any`, or
    `none` where nothing does.
    """

    lemma: str
    classes: frozenset[str]
    at: int  # index of its token
    object: frozenset[str] = NOTHING
    complement: frozenset[str] = NOTHING
    negated: bool = False
    owed: bool = False  # to deny it is the reproach: "has still not freed"
    outer: bool = False  # the verb over a noun that governs: "impose" in "impose tariffs on"
    role: str = ""  # its own slot, where it is not the mention's: "China, which jails, was accused"
    end: int = 0  # index after the verb with its particles ("crack down on")
    means: bool = False  # how another verb's act is done: "end it by saying"


@dataclass(slots=True)
class Slot:
    """The place of a mention in its sentence."""

    kind: str  # subject, passive, object, agent, prep, possessive, adjective, compound, tag, ...
    name: str  # country, adjective, group, capital, formal, cold-war
    span: Span  # in the segment's text; of a group with its article
    token: int  # index of the mention's token
    governors: list[Governor]
    head: str = ""  # of a possessive, adjective or compound: its noun as written
    head_classes: frozenset[str] = NOTHING
    prep: str = ""
    listed: bool = False
    asked: bool = False  # a question or a condition
    supposed: bool = False  # told at a distance: "would have jailed"
    clause: tuple[int, int] = (0, 0)  # token indices, for `near`
    reading: str = ""  # what it stands for, all cues weighed: see `MentionPattern`
    chance: int = 0  # in thousandths: that it stands for the government


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to name the government or one of its bodies, with its grammar."""

    text: str  # where the country stands: "the Chinese government"
    before_noun: str = ""  # before a noun, without article; empty where it cannot stand there
    plural: bool | None = None  # number of its verb; None where it is not known
    takes_article: bool = True  # false for a name: "Beijing"
    feminine: bool = False  # in a language whose nouns have a gender
    acts: frozenset[str] = frozenset()  # of a body: the classes of verbs that it does
    objects: frozenset[str] = frozenset()  # and of what it does that to; none: of anything
    once: bool = False  # what it does is one case, and no yearly number

    @classmethod
    def of(cls, row: Mapping[str, object], lang: str) -> Wording:
        """From a table of a names file."""
        number = row.get("number")
        return cls(
            str(row.get(lang, "")), str(row.get("before-noun", "")),
            number == "plural" if number else None, row.get("article") != "never",
            row.get("gender") == "feminine",
            frozenset(classes_of(row, "acts")), frozenset(classes_of(row, "objects")),
            row.get("cases") == "one",
        )


    def names_who(self, lemma: str) -> bool:
        """Whether it names people by the verb: "censors" who censor, « les censeurs censurent »."""
        words = self.text.lower().split()
        return len(lemma) >= _STEM and any(word.startswith(lemma[:_STEM]) for word in words)


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for a stretch of a segment's text."""

    span: Span
    text: str


def after(text: str, changes: Sequence[Change], span: Span) -> str:
    """What text[span] reads once all `changes` inside it are made."""
    parts, at = [], span.start
    for change in changes:
        parts += [text[at : change.span.start], change.text]
        at = change.span.end
    return "".join((*parts, text[at : span.end]))


@dataclass(frozen=True, slots=True)
class Rewrite:
    """The changes that put one wording in place of a mention; in order, without overlap."""

    label: str
    changes: tuple[Change, ...]
    doubt: str = ""  # why this form needs a look, whatever the sentence
    plural: bool | None = None  # number of the actor; None where it is not known

    @property
    def span(self) -> Span:
        """The stretch from the first change to the last."""
        return Span(self.changes[0].span.start, self.changes[-1].span.end)

    def doubted(self, doubt: str) -> Rewrite:
        """With a doubt, if it has none."""
        return self if self.doubt or not doubt else replace(self, doubt=doubt)


@dataclass(frozen=True, slots=True)
class Style:
    """How the text around a mention is written."""

    heading: bool = False
    apostrophe: str = "'"
    runs_on: bool = False  # an item that goes on with a sentence begins with a small letter
    line_at: int = -1  # where a line opens after one that was ended on purpose, without a stop
