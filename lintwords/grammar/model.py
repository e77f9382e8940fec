"""What a grammar finds out about a mention."""

from __future__ import annotations

from dataclasses import dataclass

from lintwords.model import Span

NOTHING: frozenset[str] = frozenset({"none"})


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
    outer: bool = False  # the verb over a noun that governs: "impose" in "impose tariffs on"
    end: int = 0  # index after the verb with its particles ("crack down on")


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
    clause: tuple[int, int] = (0, 0)  # token indices, for `near`
