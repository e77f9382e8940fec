"""The rules that hold under the settings of a folder, of all languages, and where each one stands.

For who asks about rules and not about a text: what `check` would ask there, and why not the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from lintwords.errors import SettingsError
from lintwords.interface import say, to_say
from lintwords.judge.document_linter import LANGUAGES, DocumentLinter
from lintwords.model import SEVERITIES, Options, Severity
from lintwords.model.rule import Rule
from lintwords.packs.naming import speaks_of
from lintwords.run import linter_choice
from lintwords.settings.config import Config, Settings
from lintwords.settings.selection import is_on
from lintwords.values import dataclass, replace

# where a rule stands; settings say on, off, softer or a severity
ON, OFF, SOFTER, PREVIEW, ELSEWHERE, BY_PATH = to_say(
    "on", "off", "softer", "preview", "other country", "some paths",
)


def rule_set(config: Config, folder: Path = Path()) -> RuleSet:
    """The rules for what stands in a folder, and those that only some paths below it have.

    Raises SettingsError or RulePackError, told by its place.
    """
    beside = ((glob, _under(settings)) for glob, settings in config.with_other_rules(folder))
    return replace(_under(config.for_path(folder)), beside=tuple(beside))


def _under(settings: Settings) -> RuleSet:
    """The rules for `settings`."""
    options = settings.options
    try:
        own = linter_choice.shared(options)
    except SettingsError as error:
        raise settings.wrong(error.setting, error) from error
    others = (linter_choice.in_language(own, lang) for lang in LANGUAGES if lang != own.lang)
    return RuleSet(settings, (own, *others))


@dataclass(frozen=True)
class RuleSet:
    """Rules under settings: the linter of the settings' own language comes first."""

    settings: Settings
    linters: tuple[DocumentLinter, ...]
    beside: tuple[tuple[str, RuleSet], ...] = ()  # of paths that have others, by their pattern

    def __iter__(self) -> Iterator[tuple[DocumentLinter, Rule]]:
        """Each rule with its linter, first those of the settings' own language, last those that
        only some paths have.
        """
        told = set()
        for linter, rule in self._own():
            told.add((rule.id, rule.lang))
            yield linter, rule
        for _, other in self.beside:
            for linter, rule in other._own():
                if (rule.id, rule.lang) not in told:
                    told.add((rule.id, rule.lang))
                    yield linter, rule

    def _own(self) -> Iterator[tuple[DocumentLinter, Rule]]:
        own, *others = self.linters
        yield from ((own, rule) for rule in (*own.rules, *self.elsewhere))
        for linter in others:
            yield from ((linter, rule) for rule in linter.rules)

    @cached_property
    def elsewhere(self) -> tuple[Rule, ...]:
        """The rules about another country than that of the names, in the words of their own."""
        pack = self.linters[0].pack
        worded = {rule.id: rule for rule in self._shipped.rules} if self._is_renamed else {}
        return tuple(
            worded.get(rule.id, rule) for rule in pack.rules if not speaks_of(rule, pack.names)
        )

    def why_not(self, rule: Rule) -> str:
        """That a rule is about another country than the names, as a sentence; empty if it is not.
        """
        names = self.linters[0].pack.names
        if speaks_of(rule, names):
            return ""
        other = self._shipped.pack.names if self._is_renamed else names
        country = other.title if rule.country == other.id else rule.country
        file = self.settings.names_file
        return say("It is about {country}, and is not run with {names}.",
                   country=country, names=file.name if file else names.title)

    def is_on(self, linter: DocumentLinter, rule: Rule) -> bool:
        """Whether a rule can give a finding here."""
        if (there := self._where(linter)) is not None:
            return there[1].is_on(linter, rule)
        return is_on(rule, linter.options) and not self.why_not(rule) and not self._silent(linter)

    def state(self, linter: DocumentLinter, rule: Rule) -> str:
        """In a word: on, as settings weigh it, in preview, off, of another country or of paths."""
        if self._where(linter) is not None:
            return BY_PATH
        if self.why_not(rule):
            return ELSEWHERE
        if self.is_on(linter, rule):
            weight, _ = self.weight(rule)
            return weight or ON
        return PREVIEW if rule.preview else OFF

    def _silent(self, linter: DocumentLinter) -> str:
        """The setting for which no text is judged in the language of a linter."""
        own = self.linters[0]
        if linter is own or (own.listens and own.judges(linter.lang)):
            return ""
        return "names.file" if self._is_renamed else "lang"

    def weight(self, rule: Rule) -> tuple[str, str]:
        """What the settings say of a rule by its id or category, and where; empty for nothing.

        A weight only lowers: one that is not below the rule's own is as good as on.
        """
        said = self.settings.rules
        name = next((name for name in (*rule.aliases[::-1], rule.id, rule.category)
                     if name in said), "")
        if not name:
            return "", ""
        weight = said[name]
        if weight in SEVERITIES and Severity[weight.upper()] >= rule.severity:
            weight = ON
        return weight, str(self.settings.origins[f"rules.{name}"])

    def told(self, linter: DocumentLinter, rule: Rule) -> str:
        """What the settings do to a rule, as a sentence; empty where they do nothing."""
        if (there := self._where(linter)) is not None:
            glob, other = there
            return " ".join(filter(None, (
                say("It is a rule of some paths alone: {glob}.", glob=glob),
                other.told(linter, rule),
            )))
        if why := self.why_not(rule):
            asked = [glob for glob, other in self.beside if other.asks(rule)]
            return " ".join((why, say("It is asked in: {globs}.", globs=", ".join(asked)))) \
                if asked else why
        if name := self._silent(linter):
            return self._here(OFF, name)
        weight, origin = self.weight(rule)
        state = is_on(rule, linter.options)
        if weight and (state or weight == OFF):
            return self._here(weight, origin=origin)
        if state == is_on(rule, Options()):
            return ""
        names = (name for name in ("select", "profile") if name in self.settings.origins)
        return self._here(ON if state else OFF, next(names, ""))

    def asks(self, rule: Rule) -> bool:
        """Whether a rule of that id can give a finding here."""
        return any(self.is_on(linter, one) for linter, one in self._own()
                   if (one.id, one.lang) == (rule.id, rule.lang))

    def _where(self, linter: DocumentLinter) -> tuple[str, RuleSet] | None:
        """The paths that have a linter, with their rules; None for one of the folder itself."""
        if linter in self.linters:
            return None
        return next(row for row in self.beside if linter in row[1].linters)

    def _here(self, weight: str, name: str = "", origin: str = "") -> str:
        """A weight, with the place where it, or the setting `name` that makes it, is written."""
        found = self.settings.origins.get(name)
        origin = origin or (f"{name}, {found}" if found and found.file else str(found or name))
        return say("Here it is {weight}: {origin}.", weight=say(weight), origin=origin)

    @property
    def _is_renamed(self) -> bool:
        return self.settings.names_file is not None

    @cached_property
    def _shipped(self) -> DocumentLinter:
        return linter_choice.shared(Options(lang=self.linters[0].lang))
