"""What a rule weighs under a profile and a selection. Settings only hide or soften findings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lintwords.files.shipped import rules_folder
from lintwords.model import Options, Severity, Voice
from lintwords.model.rule import Brief, Rule
from lintwords.values import replace


class Off(NamedTuple):
    """The ids of rules that give way to others, as whoever finds the strongest asks for them.

    `all` are off by choice, `hushed` by their profile: what those find is no other rule's, but for
    one of a user's pack. Those of `last`, which nobody has asked for yet among them, take no place
    of one that speaks.
    """

    all: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()  # by their own name, and not by leaving others alone on
    own: frozenset[str] = frozenset()  # of a user's packs, which may stand in for one that is off
    hushed: frozenset[str] = frozenset()  # that come with lintwords; none if there is no own one
    last: frozenset[str] = frozenset()  # `all`, and those in preview


NONE_OFF = Off()


def shown(
    rule: Rule | Brief, severity: Severity, options: Options, voice: Voice = Voice.OWN
) -> Severity | None:
    """The severity under the profile and the selection; None if the finding is hidden.

    A rule that is off or in preview is shown if it is selected or switched on by its own id.
    """
    own = {rule.id, *rule.aliases}
    named = {*own, rule.category}
    if _is_off(named, options):
        return None
    weight, by_id = _weight(rule, own, options)
    if weight == "off":
        return None
    treatment = rule.profiles.get(options.profile, "on" if rule.default else "off")
    asked = not own.isdisjoint(options.select) or (by_id and weight not in ("", "softer"))
    if rule.preview and not asked:
        return None
    if treatment == "off" and not asked and weight != "on":
        return None
    if treatment == "own" and voice is not Voice.OWN:
        return None
    severity = severity.weaker if treatment == "softer" else severity
    if weight == "softer":
        severity = severity.weaker
    elif weight not in ("", "on"):
        severity = min(severity, Severity[weight.upper()])
    return severity if severity >= options.severity else None


def is_on(rule: Rule | Brief, options: Options) -> bool:
    """Whether a rule can give a finding under these options."""
    return shown(rule, Severity.ERROR, options) is not None


def showing_all(options: Options, rules: Iterable[Rule | Brief]) -> Options:
    """The options under which each of these rules is shown, with its own severity."""
    return replace(
        options, profile=Options().profile, severity=Severity.SUGGESTION, ignore=(), weights=(),
        select=tuple(rule.id for rule in rules),
    )


def is_in_profile(rule: Rule | Brief, options: Options, voice: Voice) -> bool:
    """Whether the profile lets a rule speak of what is said in this voice, at any weight.

    What a person switched off, or hides by its weight, is asked elsewhere.
    """
    return shown(rule, Severity.ERROR, replace(options, severity=Severity.SUGGESTION), voice) \
        is not None


def off_by_choice(rules: Iterable[Rule | Brief], options: Options) -> frozenset[str]:
    """The ids of the rules that settings or options name as off, or by naming others alone.

    One that is off by its profile is not among them: what it finds is no other rule's.
    """
    if not (options.select or options.ignore or "off" in dict(options.weights).values()):
        return frozenset()
    named = ((rule, {rule.id, *rule.aliases}) for rule in rules)
    return frozenset(
        rule.id for rule, own in named
        if _is_off({*own, rule.category}, options) or _weight(rule, own, options)[0] == "off"
    )


def off_in_place(rules: Iterable[Rule | Brief], options: Options) -> Off:
    """What a judge is told of the rules that settings or options name as off."""
    rules = tuple(rules)
    ids = off_by_choice(rules, options)
    own = frozenset(one.id for one in rules if is_own(one))
    last = ids | {one.id for one in rules if one.preview and not is_on(one, options)}
    if not (last or own):
        return NONE_OFF
    names = {*options.ignore, *(name for name, weight in options.weights if weight == "off")}
    named = frozenset(
        one.id for one in rules if one.id in ids and not names.isdisjoint((one.id, *one.aliases))
    )
    return Off(ids, named, own, frozenset(
        one.id for one in rules if own and one.id not in ids | own and not is_on(one, options)
    ), last)


def is_own(rule: Rule | Brief) -> bool:
    """Whether a rule is of a user's pack."""
    return isinstance(rule, Rule) and not str(rule.path).startswith(_shipped())


@lru_cache(maxsize=1)
def _shipped() -> str:
    return f"{rules_folder()}{os.sep}"


def _is_off(named: set[str], options: Options) -> bool:
    """Whether a selection leaves out what has these names."""
    return not named.isdisjoint(options.ignore) or (
        bool(options.select) and named.isdisjoint(options.select)
    )


def _weight(rule: Rule | Brief, own: set[str], options: Options) -> tuple[str, bool]:
    """What settings say of a rule, and whether they name it by its id, which goes first."""
    if not options.weights:
        return "", False
    weights = dict(options.weights)
    by_id = [weight for name, weight in weights.items() if name in own]
    return (by_id[-1], True) if by_id else (weights.get(rule.category, ""), False)
