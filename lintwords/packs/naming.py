"""Rules in the words of one names file: `{country}`, `{government}` and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lintwords.model.rule import Names, Rule
from lintwords.packs.loader import LoadedPack
from lintwords.values import replace


def rules_for(loaded: LoadedPack, term: str = "government") -> tuple[Rule, ...]:
    """The rules that speak of the country of the names file, and those of any country.

    Rules of any country name it by `{country}`, `{government}` and the like; the words come from
    the names file; `term` is the wording of the government that the house prefers.
    """
    names = loaded.pack.names
    words = _words_for(names, term)
    rules = tuple(_named(rule, words) for rule in loaded.pack.rules if speaks_of(rule, names))
    spoken = loaded.spoken
    if spoken is None or spoken.names.id != names.id:
        return rules
    words = _words_for(spoken.names, term)
    by_id = {rule.id: rule for rule in spoken.rules}
    return tuple(_explained(rule, by_id.get(rule.id), words) for rule in rules)


def speaks_of(rule: Rule, names: Names) -> bool:
    """Whether a rule is about the country of a names file, or about any."""
    return rule.country in ("", names.id)


def _explained(rule: Rule, other: Rule | None, words: dict[str, str]) -> Rule:
    """`rule` with what another language says of it; its wordings stay, for they go into a text."""
    if other is None:
        return rule
    return replace(
        rule, title=filled(other.title, words), why=filled(other.why, words), quoted=other.quoted,
        attributed=other.attributed,
    )


def filled(text: str, words: dict[str, str]) -> str:
    """A text with each word in braces replaced, where `words` holds it."""
    return re.sub(r"\{([a-z-]+)\}", lambda m: words.get(m.group(1), m.group()), text)


def _words_for(names: Names, term: str) -> dict[str, str]:
    words = {kind: forms[0] for kind, forms in names.forms.items() if forms}
    words.setdefault("group", words.get("adjective", ""))  # "the Chinese"
    for name, wording in names.wordings.items():
        words[name] = str(wording.get(names.lang, ""))
        words[f"{name}-before-noun"] = str(wording.get("before-noun", words[name]))
        words[f"{name}-owner"] = str(wording.get("owner", _owner(words[name], wording)))
    words["government-owner"] = words.get(f"{term}-owner", words.get("government-owner", ""))
    words["government"] = words.get(term, words.get("government", ""))
    words["government-before-noun"] = words.get(f"{term}-before-noun", words["government"])
    return words


def _owner(text: str, wording: Mapping[str, object]) -> str:
    """Whose a thing is, where the names file does not say: a plural in s takes the mark alone."""
    is_plural = wording.get("number") == "plural" and text.endswith("s")
    return f"{text}'" if is_plural else f"{text}'s"


def _named(rule: Rule, words: dict[str, str]) -> Rule:
    if not any("{" in text for text in (rule.title, rule.why, *rule.instead)):
        return rule
    return replace(
        rule, title=filled(rule.title, words), why=filled(rule.why, words),
        instead=tuple(filled(text, words) for text in rule.instead),
        fits={filled(text, words): fit for text, fit in rule.fits.items()},
    )
