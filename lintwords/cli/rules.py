"""`lintwords rules`: list them, run their examples, start a new one, write them for others."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Collection, Sequence
from itertools import count as count_up
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lintwords import api
from lintwords.api import EXPORTS, whole
from lintwords.cli import options
from lintwords.cli.debugging import debug
from lintwords.cli.exits import CANNOT, CLEAN, FOUND
from lintwords.cli.group import Group
from lintwords.cli.progress import Progress, shows_progress
from lintwords.cli.terminal import err, out
from lintwords.cli.trouble import told
from lintwords.errors import LintwordsError, SettingsError, nearest
from lintwords.interface import say, say_many, system, to_say
from lintwords.model import SEVERITIES, Cannot, Options, Source
from lintwords.model.rule import CATEGORIES, PROFILES, Rule
from lintwords.reports.cells import one_line
from lintwords.reports.table import table
from lintwords.reports.words import count

if TYPE_CHECKING:
    from lintwords.api import DocumentLinter, Failure



@click.group(cls=Group)
def rules() -> None:
    """See, test, write and export rules."""


@rules.command("list", short_help="List the rules: id, category, severity, state, title.")
@click.option("--category", type=click.Choice(CATEGORIES), help="Only rules of one kind.")
@click.option("--severity", type=click.Choice(SEVERITIES), help="Only rules of one weight.")
@click.option("--profile", type=click.Choice(PROFILES), help="Only rules that are on in a profile.")
@click.option("--preview", is_flag=True, help="Only rules in preview.")
@click.option("--lang", type=click.Choice(api.ALL_LANGUAGES), help="Only rules of one language.")
@options.rules
@debug
def list_rules(
    category: str | None, severity: str | None, profile: str | None, preview: bool,
    lang: str | None, **values: Any,
) -> int:
    """List the rules: id, category, severity, state and title.

    The settings of this folder hold as for a check, so that the state is what a check asks.
    """
    given = {**values, "profile": profile, "lang": lang}
    known = api.rule_set(options.config(given))
    chosen = [
        (rule, known.state(linter, rule)) for linter, rule in known
        if category in (None, rule.category) and severity in (None, rule.severity.word)
        and (rule.preview or not preview) and (not profile or known.is_on(linter, rule))
        and lang in (None, linter.lang)
    ]
    chosen.sort(key=lambda row: (CATEGORIES.index(row[0].category), row[0].id, row[0].lang))
    if not chosen:
        out(say("No rules of this kind.\n"))
        return CLEAN
    rows = [
        (rule.id, rule.lang, rule.category, say(rule.severity.word), say(state),
         one_line(rule.title)) for rule, state in chosen
    ]
    heads = to_say("id", "lang", "category", "severity", "state", "title")
    out(table([*map(say, heads)], rows))
    if why := next(filter(None, (known.why_not(rule) for rule, _ in chosen)), ""):
        out(f"{say('other country')}: {why}\n")
    return CLEAN


@rules.command("classes", short_help="List the classes of words, or all words of one.")
@click.argument("name", metavar="[CLASS]", required=False)
@click.option("--lang", type=click.Choice(api.ALL_LANGUAGES), show_default=api.LANGUAGES[0],
              help="Words of which language.")
@click.option("--of", "word", default="", metavar="WORD",
              help="The classes that a word is in, instead.")
@options.rules
@debug
def list_classes(
    name: str | None, lang: str | None, word: str, **values: Any
) -> int:
    """List all words of CLASS, as <CLASS> in a phrase finds them; without it, all classes.

    A class is called as in a rule: verbs.abuse. The classes names.… are those of the names file.
    """
    from lintwords.api import classes  # `check` needs none of it

    linter = api.rule_set(options.config({**values, "lang": lang})).linters[0]
    if word:
        found = classes.holding(linter, word)
        out("".join(f"{one}\n" for one in found) or say(
            "No class holds this word.\n"
            "A phrase may name it as it stands; rules that ask for a class do not know it.\n"
        ))
        return CLEAN
    if name:
        out("".join(f"{one_line(word)}\n" for word in classes.members(linter, name)))
        return CLEAN
    rows = [(one, str(number)) for one, number in classes.classes(linter).items()]
    out(table([*map(say, to_say("class", "words"))], rows))
    return CLEAN


@rules.command("filters", short_help="List the filters that let a sentence go.")
@click.argument("id_", metavar="[RULE]", required=False)
@click.option("--lang", type=click.Choice(api.ALL_LANGUAGES), show_default=api.LANGUAGES[0],
              help="Filters of which language.")
@options.rules
@debug
def list_filters(id_: str | None, lang: str | None, **values: Any) -> int:
    """List the filters of RULE; without it, all of them: id, rules that name it, what it lets go.

    The id stands in `unless` of a rule and in `because` of its examples; what it lets go is what
    check -v tells of a place.
    """
    known = api.rule_set(options.config({**values, "lang": lang}))
    linter = known.linters[0]
    named = [one for rule in linter.rules for one in rule.unless]
    filters = linter.pack.filters
    if id_ is not None:
        found = next((row for row in known if id_ in (row[1].id, *row[1].aliases)), None)
        if found is None:
            ids = [rule.id for _, rule in known]
            raise LintwordsError(say('no rule "{rule}"', rule=id_), nearest(id_, ids))
        linter, own = found
        named = [one for rule in linter.rules for one in rule.unless]
        filters = {one: linter.pack.filters[one] for one in own.unless}
    rows = [(one, str(named.count(one)), one_line(filters[one].title)) for one in sorted(filters)]
    out(table([*map(say, to_say("filter", "rules", "lets go"))], rows) if rows
        else say("No filters.\n"))
    return CLEAN


@rules.command("test", short_help="Run the examples of the rules.")
@click.argument("packs", nargs=-1, type=click.Path(path_type=Path), metavar="[PACK]...")
@click.option("--mutate", is_flag=True,
              help="Ask too whether each filter, and each key and word of a mention, is needed by "
                   "an example.")
@click.option("--select", multiple=True, callback=options.split, metavar="RULE,…",
              help="Only these rules or categories.")
@click.option("--stale", is_flag=True,
              help="List the sources whose day (until) has passed instead; exit 1 if there is one.")
@click.option("--names", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Another country profile; one for each language of the rules.")
@click.option("--lang", type=click.Choice(api.ALL_LANGUAGES), show_default=api.LANGUAGES[0],
              help="The language of rules of PACK that name none.")
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
def test_packs(
    packs: tuple[Path, ...], mutate: bool, select: tuple[str, ...], stale: bool,
    names: tuple[Path, ...], lang: str | None, debug: bool,
) -> int:
    """Run the examples that stand in PACK, or in all rules that come with lintwords."""
    from lintwords.api import languages_of, shipped_readings, test_rules  # `check` needs none of it

    alone = shipped_readings()  # an example is the same with an encoder and without
    by_path: dict[Path, tuple[str, Path]] = {}  # of what is shipped: its language
    for code in api.ALL_LANGUAGES:
        rules = api.load_linter(Options(lang=code)).rules
        by_path |= {rule.path.resolve(): (code, rule.path) for rule in rules}
    profiles = _profiles(names, lang or "")
    first = lang or api.LANGUAGES[0]
    wanted: dict[str, list[Path]] = {} if packs else {code: [] for code in api.ALL_LANGUAGES}
    own = tuple(pack for pack in packs if pack.resolve() not in by_path)
    for pack in packs:
        if pack in own:
            for code in sorted(languages_of(pack)):
                wanted.setdefault(code or first, []).append(pack)
        else:
            code, path = by_path[pack.resolve()]
            wanted.setdefault(code, []).append(path)
    for code, profile in profiles.items():
        if code not in wanted:
            raise _in_no_language(profile, code, wanted)
    chosen: list[tuple[DocumentLinter, list[Rule]]] = []
    known: set[str] = set()
    for code, paths in wanted.items():
        linter = api.load_linter(Options(
            lang=code, packs=tuple(pack for pack in own if pack in paths),
            home="" if code == first else first, names=profiles.get(code), readings=alone,
        ))
        here = [rule for rule in linter.rules if not paths or rule.path in paths]
        known.update(name for rule in (*here, *_left_out(own, linter)) for name in rule.names)
        chosen.append(
            (linter, [rule for rule in here if not select or not {*select}.isdisjoint(rule.names)])
        )
    for name in select:
        if name not in known:
            hint = nearest(name, known) or say("All rules: lintwords rules list")
            raise LintwordsError(say('no rule "{rule}"', rule=name), hint)
    tested = [rule for _, some in chosen for rule in some]
    failures: list[Failure] = []
    stopped: list[Cannot] = []
    progress = Progress(sys.stderr, is_shown=shows_progress(), debug=debug)
    through = count_up()
    for linter, some in () if stale else chosen:
        failures += test_rules(
            linter, some, mutate=mutate,
            watch=lambda rule: progress.start_rule(rule.id, next(through), len(tested)),
        )
        stopped += linter.stopped
    progress.clear()
    if stale:
        return _stale(tested)
    for failure in failures:
        err(_failure(failure))
    examples = sum(len(rule.examples) for rule in tested)
    ran = {"rules": count(len(tested), "rule"), "examples": count(examples, "example")}
    out(say("{rules}, {examples}: {failures}.\n", **ran, failures=count(len(failures), "failure"))
        if failures else say("{rules}, {examples}: a rule was stopped.\n", **ran)
        if stopped else say("{rules}, {examples}: all pass.\n", **ran)
        if tested else say("No rule was tested.\n"))
    for one in stopped:
        err(told(one.message, one.hint))
    left_out = [
        (rule, linter.pack.names.id) for linter, _ in chosen for rule in _left_out(own, linter)
        if not select or not {*select}.isdisjoint(rule.names)
    ]
    _tell_left_out(left_out)
    return CANNOT if stopped or left_out else FOUND if failures else CLEAN


def _profiles(names: Collection[Path], lang: str) -> dict[str, Path]:
    """The names files by their language; `lang` is that of one that says none."""
    found: dict[str, Path] = {}
    for path in names:
        code = api.named_by(path)[1] or lang or api.LANGUAGES[0]
        if code in found:
            raise LintwordsError(
                say('{path} and {other} are both names in "{lang}"', path=found[code], other=path,
                    lang=code),
                say("Give one names file for each language, and test each country by itself."),
            )
        found[code] = path
    return found


def _in_no_language(path: Path, code: str, wanted: Collection[str]) -> LintwordsError:
    """That no rule which is tested is in the language of a names file."""
    return LintwordsError(
        say('the names in {path} are in "{lang}", and no rule that is tested is', path=path,
            lang=code),
        say("They are in {known}. For rules that name no language: --lang {lang}",
            known=", ".join(wanted), lang=code),
    )


def _left_out(own: Collection[Path], linter: DocumentLinter) -> list[Rule]:
    """The rules of a user's packs that are about a country that the names are not of."""
    return [rule for rule in linter.pack.rules
            if rule.path in own and rule.country not in ("", linter.pack.names.id)]


def _tell_left_out(rows: Sequence[tuple[Rule, str]]) -> None:
    """Name rules that were not tested, each with the country that the names are of."""
    for rule, country in rows:
        err(told(
            say('rule "{rule}" in {path} line {line} was not tested: it is about "{wanted}", and '
                'the names in "{lang}" are of "{country}"', rule=rule.id, path=rule.path,
                line=rule.line, wanted=rule.country, country=country, lang=rule.lang),
            say("With other names: --names FILE"),
        ))


def _stale(tested: Sequence[Rule]) -> int:
    """Sources that have to be looked at anew, with the rules that they carry."""
    today = time.strftime("%Y-%m-%d")
    carried: dict[Source, list[str]] = {}
    for rule in tested:
        for source in rule.sources:
            if source.until and source.until < today[: len(source.until)]:
                carried.setdefault(source, []).append(rule.id)
    if not carried:
        out(say_many("No source of {n} rule has a day that has passed.\n",
                     "No source of {n} rules has a day that has passed.\n", len(tested)))
        return CLEAN
    rows = [
        (source.until, source.id, ", ".join(dict.fromkeys(ids)), one_line(source.supports))
        for source, ids in sorted(carried.items(), key=lambda row: row[0].until)
    ]
    out(table([*map(say, to_say("until", "source", "rules", "supports"))], rows))
    return FOUND


@rules.command("new", short_help="Write a rule to fill in.")
@click.argument("rule_id", metavar="ID")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
              help="The pack to begin; - is standard output.  [default: ID.toml]")
@click.option("--phrase", default="", metavar="WORDS",
              help="A rule that looks for these words, instead of one about the country's name.")
@debug
def new_rule(rule_id: str, output: Path | None, phrase: str) -> int:
    """Write a rule to fill in; it passes `rules test` once its texts are true."""
    from lintwords.api import skeleton  # `check` needs none of it

    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule_id):
        raise LintwordsError(
            say('"{rule_id}" cannot be the id of a rule', rule_id=rule_id),
            say("Use lower-case words joined by hyphens that name what is flagged."),
        )
    known = {name for rule in api.load_linter(Options()).rules for name in (rule.id, *rule.aliases)}
    if rule_id in known:
        raise LintwordsError(
            say('there is a rule "{rule_id}" already', rule_id=rule_id),
            say("See it: lintwords explain {rule_id}", rule_id=rule_id),
        )
    text, path = skeleton(rule_id, " ".join(phrase.split())), output or Path(f"{rule_id}.toml")
    if path == Path("-"):
        out(text)
        return CLEAN
    if not whole.create(path, text.encode()):
        hint = say("Nothing was written. Name another file: -o FILE")
        raise LintwordsError(say("{path} is there already", path=path), hint)
    out(say("Wrote {path}. Fill it in, then: lintwords rules test {path}\n", path=path))
    return CLEAN


@rules.command("export", short_help="Write the rules for another program.")
@click.option("--to", "target", type=click.Choice(list(EXPORTS)), required=True,
              help="A style for Vale, or a term list in TBX-Basic.")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              default=Path("lintwords-export"), show_default=True,
              help="Where the files go; nothing there is overwritten without --force.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
@click.option("--lang", type=click.Choice(api.ALL_LANGUAGES), show_default=api.LANGUAGES[0],
              help="Rules of which language.")
@click.option("--profile", type=click.Choice(PROFILES), show_default="default",
              help="The rules that are on in a profile.")
@click.option("--select", multiple=True, callback=options.split, metavar="RULE,…",
              help="Only these rules or categories.")
@click.option("--pack-only", is_flag=True, help="Only the rules of your own packs.")
@options.rules
@debug
def export_rules(
    target: str, output: Path, force: bool, lang: str | None, profile: str | None,
    select: tuple[str, ...], pack_only: bool, **values: Any,
) -> int:
    """Write the rules for another program; what it cannot carry is listed in LOST.txt.

    The settings of this folder hold as for a check: the rules that are on are written.
    """
    given = {**values, "lang": lang, "profile": profile, "select": select}
    known = api.rule_set(options.config(given))
    if pack_only and not known.settings.packs:
        raise SettingsError(
            say("there is no pack of your own"), say("Name it: --pack FILE, or packs in settings.")
        )
    only = known.settings.packs if pack_only else ()
    done = api.export(target, known.linters[0], only)
    rows = [f"{rule}: {what}: {why}" for rule, what, why in done.lost]
    files = {**done.files, "LOST.txt": "".join(f"{one_line(row)}\n" for row in rows)}
    there = [name for name in files if (output / name).exists()]
    if there and not force:
        hint = say("Nothing was written. Name another folder: -o FOLDER, or --force")
        raise LintwordsError(say("{path} is there already", path=output / there[0]), hint)
    for name, text in files.items():
        _put(output / name, text.encode(), force=force)
    out(say(
        "Wrote {rules} to {folder}. {left} not whole: see LOST.txt there.\n",
        rules=count(done.rules, "rule"), folder=output,
        left=count(len({rule for rule, *_ in done.lost}), "rule"),
    ))
    return CLEAN


def _put(path: Path, data: bytes, *, force: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        hint = say("The system says: {reason}.", reason=system(trouble))
        raise LintwordsError(say("cannot write {path}", path=path), hint) from trouble
    if force:
        whole.replace(path, data)
    elif not whole.create(path, data):  # it came meanwhile
        raise LintwordsError(
            say("{path} is there already", path=path),
            say("It was left alone. Name another folder: -o FOLDER, or --force"),
        )


def _failure(failure: Failure) -> str:
    """One failure in the manner of all trouble: what, where, text, expected, got."""
    at = {"rule": failure.rule, "path": failure.path, "line": failure.line}
    problem = say('rule "{rule}" does not pass its own example, {path} line {line}', **at) \
        if failure.text else say('rule "{rule}" is not tested whole, {path} line {line}', **at)
    rows = [(say("text"), failure.text), (say("expected"), failure.expected),
            (say("got"), failure.got)]
    hint = "\n".join(f"{label:<8}  {one_line(text)}" for label, text in rows if text)
    return told(problem, hint)
