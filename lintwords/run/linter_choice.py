"""Which linter judges a file, by options and settings, and what they leave out of a walk."""

from __future__ import annotations

import os
from pathlib import Path

from lintwords import readers
from lintwords.errors import RulePackError, SettingsError, nearest
from lintwords.interface import say
from lintwords.judge.document_linter import (
    ALL_LANGUAGES,
    EXPERIMENTAL,
    LANGUAGES,
    DocumentLinter,
    load,
)
from lintwords.judge.document_linter import in_language as in_language_of
from lintwords.model import UNREAD_KINDS, Cannot, Finding, Options
from lintwords.model.rule import PROFILES, Brief, Rule
from lintwords.run.kept_linters import Shared
from lintwords.settings import mistakes
from lintwords.settings.config import Config, Settings
from lintwords.settings.file import NO_NAME, is_name
from lintwords.settings.selection import is_on as is_on_under
from lintwords.values import replace

_shared = Shared()


def shared(options: Options) -> DocumentLinter:
    """As `load_linter`; one that an earlier call made, if its rules are still the same."""
    return _shared.linter(options, load_linter)


def load_linter(options: Options, like: DocumentLinter | None = None) -> DocumentLinter:
    """The rules for `options`, with every name in them known.

    Raises SettingsError or RulePackError, with the nearest name as the hint. `like` is a linter
    that may share what it has loaded.
    """
    if options.profile not in PROFILES:
        raise SettingsError(
            say('profile not known: "{profile}"', profile=options.profile),
            nearest(options.profile, PROFILES),
        )
    if options.lang not in ("auto", *ALL_LANGUAGES):
        raise SettingsError(
            say('no rules for the language "{lang}"', lang=options.lang),
            say("Languages with rules: {languages}; experimental: {experimental}",
                languages=', '.join(LANGUAGES), experimental=', '.join(EXPERIMENTAL)),
            setting="lang",
        )
    if not all(map(is_name, options.fixed)):
        raise SettingsError(say(NO_NAME), say("Write it, or take it out."), setting="names.fixed")
    linter = load(options, like)
    briefs = linter.index.briefs  # a mistake in a user's own pack is told here
    if options.packs:
        linter.look_at_packs()
    known = {name for rule in briefs for name in rule.names}
    for name in (*options.select, *options.ignore, *(name for name, _ in options.weights)):
        if name not in known:  # most names are
            known = known | _comment_rules() | linter.names_elsewhere()
        if name not in known:
            raise SettingsError(
                say('no rule or category "{name}"', name=name),
                nearest(name, known) or say("All rules: lintwords rules list"),
                setting="select" if name in options.select else f"rules.{name}",
            )
    for kind in options.accept_unread:
        if kind not in (*UNREAD_KINDS, "all"):
            raise SettingsError(
                say('accept-unread cannot be "{kind}"', kind=kind),
                nearest(kind, UNREAD_KINDS) or say(
                    "Use all, or of {unread_kinds}.", unread_kinds=', '.join(UNREAD_KINDS),
                ),
                setting="accept-unread",
            )
    terms = linter.index.terms
    if options.government_term not in terms:
        raise SettingsError(
            say(
                'government term not known: "{government_term}"',
                government_term=options.government_term,
            ),
            nearest(options.government_term, terms)
            or say("Terms are: {terms}", terms=', '.join(terms)),
            setting="government-term",
        )
    return linter


def in_language(linter: DocumentLinter, lang: str) -> DocumentLinter:
    """The rules of another language under the options of a linter, which knows all their names.

    A user's names are of its own language, and so are rules of packs that name none.
    """
    return _shared.linter(in_language_of(linter.options, linter.lang, lang), load)


def _comment_rules() -> set[str]:
    from lintwords.sift import comments  # only for a name that no pack knows

    return {comments.CATEGORY, *(rule.id for rule in comments.RULES)}


class ChosenLinters:
    """One linter for each set of options that the files of a run ask for."""

    def __init__(self, config: Config, base: Options, *, is_fixed: bool = False) -> None:
        self._config, self._base, self._is_fixed = config, base, is_fixed
        self._by_settings: dict[int, DocumentLinter] = {}
        self._by_options: dict[Options, DocumentLinter] = {}

    def choose(self, path: Path) -> DocumentLinter:
        """The linter for a file. Raises SettingsError with the place of a mistake in settings."""
        settings = self._config.for_path(path, is_file=bool(path.name))
        found = self._by_settings.get(id(settings))  # the config keeps them, so no id comes twice
        if found is None:
            found = self._by_settings[id(settings)] = self._load(settings)
        return found

    @property
    def has_packs(self) -> bool:
        """Whether a user's packs stand behind any that it has chosen."""
        return any(options.packs for options in self._by_options)

    @property
    def has_names(self) -> bool:
        """Whether a user's names stand behind any that it has chosen."""
        return any(options.names for options in self._by_options)

    def look_at_paths(self, linter: DocumentLinter) -> None:
        """Raise SettingsError for a rule that settings name for some paths, and that there is not.

        Also for paths of which none was met: whoever wrote it believes it to be off there.
        """
        if self._is_fixed or self._config.has_packs_of_paths():  # whose rules nobody has read
            return
        known = {one for rule in linter.index.briefs for one in rule.names}
        for name, origin in self._config.rules_of_paths():
            if name not in known:  # most names are
                known = known | _comment_rules() | linter.names_elsewhere()
            if name not in known and origin.file is not None:
                is_value = isinstance(origin.keys[-1], int)
                raise mistakes.at_key(
                    origin.file, origin.keys, say('no rule or category "{name}"', name=name),
                    nearest(name, known) or say("All rules: lintwords rules list"), value=is_value,
                )

    def leaves_out(self, path: Path) -> bool:
        """Whether settings leave a file or folder out of a walk."""
        return not self._is_fixed and self._config.excludes(path)

    def why_left_out(self, path: Path) -> str:
        """What leaves it out, and where that is written; empty if nothing does."""
        let = self._config.excluding(path)
        return f"{let.says}, {let.where}" if let else ""

    def takes_rules_from(self, folder: Path) -> bool:
        """Whether a folder is a repository of its own that holds a pack of a user's, as a submodule
        does: its texts are those of the pack, and quote the words that it is about.
        """
        if not (folder / ".git").exists():
            return False
        packs = self._base.packs if self._is_fixed else self._config.for_path(folder.parent).packs
        home = os.path.realpath(folder)
        return any(Path(os.path.realpath(pack)).is_relative_to(home) for pack in packs)

    def is_data_alone(self, path: Path) -> bool:
        """Whether a file holds data of which no field is named to be read."""
        if not readers.needs_fields(path):
            return False
        settings = self._base if self._is_fixed else self._config.for_path(path, is_file=True)
        return not settings.fields

    def stopped(self) -> tuple[Cannot, ...]:
        """Rules that take too long, and are not looked for any more."""
        rows = (one for linter in self._by_options.values() for one in linter.stopped)
        return tuple(dict.fromkeys(rows))

    def readings(self) -> tuple[str, ...]:
        """The versions of the readings of all that it has chosen."""
        rows = (one for linter in self._by_options.values() for one in linter.readings)
        return tuple(dict.fromkeys(rows))

    def _load(self, settings: Settings) -> DocumentLinter:
        base = self._base
        options = base if self._is_fixed else replace(
            settings.options, keep_passed=base.keep_passed, explain_mentions=base.explain_mentions
        )
        if options not in self._by_options:
            try:
                self._by_options[options] = shared(options)
            except SettingsError as error:
                raise settings.wrong(error.setting, error) from error
            except RulePackError as error:
                raise settings.named_in_settings(error) from error
        return self._by_options[options]


def is_on(linter: DocumentLinter, rule: Rule | Brief) -> bool:
    return is_on_under(rule, linter.options)


def old_names(linter: DocumentLinter) -> tuple[tuple[str, str], ...]:
    """The old ids of rules, each with what the rule is called now."""
    return tuple((old, one.id) for one in linter.index.briefs for old in one.aliases)


def rule_of(linter: DocumentLinter, finding: Finding) -> tuple[Rule, dict[str, str]] | None:
    """The rule of a finding, in the language of its text, and the titles of filters for its page.

    None for a rule that is gone.
    """
    from lintwords.sift import comments  # a check asks for no page

    own = linter.speaking(finding.lang)
    wanted = finding.rule, finding.lang
    rules = (*own.rules, *map(comments.said, comments.RULES))
    rule = next((rule for rule in rules if (rule.id, rule.lang) == wanted), None)
    return (rule, filter_titles(own)) if rule else None


def filter_titles(linter: DocumentLinter) -> dict[str, str]:
    return {name: found.title for name, found in linter.pack.filters.items()}
