"""TOML → a pack: names, filters, sources, profiles, messages, and rules put together with them.

A mistake in a pack is refused by file, line, rule and key, with a remedy.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lintwords.errors import nearest, short
from lintwords.files.shipped import rules_folder
from lintwords.interface import say
from lintwords.model import Source
from lintwords.model.rule import CATEGORIES, NAMES, PROFILES, Filter, Names, Pack, Rule
from lintwords.packs.common_tables import TREATMENTS, mention_of, phrase_of, source_of
from lintwords.packs.fields import (
    Layout,
    Origin,
    id_of,
    listed,
    need_text,
    one_of,
    only_known,
    rows_of,
    squeezed,
    table_of,
    text_of,
    words_of,
)
from lintwords.packs.swapped_examples import with_fixed
from lintwords.values import replace

# what a wording may say of its grammar
WORDING_CHOICES = {
    "number": ("singular", "plural"), "gender": ("masculine", "feminine", "neuter"),
    "article": ("never",), "cases": ("one",),
}
_NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
NAME_KINDS = (*NAMES, "government", "people", "fixed", "organ", "partner")


def grammar_of(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The fields that every wording and body of a names file tells of its grammar, each with what
    stands there: in a language without genders no wording has one.
    """
    rows = [row for key in ("wordings", "bodies") for row in data.get(key, {}).values()]
    return {
        field: tuple(dict.fromkeys(row[field] for row in rows))
        for field in WORDING_CHOICES if rows and all(field in row for row in rows)
    }


def read_names(
    data: Mapping[str, Any], path: Path, needed: Mapping[str, Sequence[str]] = _NOTHING
) -> Names:
    """The country profile of a names file; `needed` is the grammar that its wordings must tell."""
    place = Origin(path, 1, "")
    only_known(place, data, ("id", "title", "lang", "names", "wordings", "bodies", "together"))
    for key in ("id", "title", "lang", "names"):
        if key not in data:
            raise place.wrong(
                say('key "{key}" is missing', key=key),
                say("What a names file holds: docs/names.md, and {rules_folder}/en/names.toml.",
                    rules_folder=rules_folder()),
            )
    for key in ("id", "title", "lang"):
        need_text(place, data, key)
    forms = table_of(place, data, "names")
    named = Origin(path, Layout(path).line("[names]"), "")
    only_known(Origin(path, named.line, "names"), forms, NAME_KINDS)
    kept = {kind: words_of(place, f"names.{kind}", value) for kind, value in forms.items()}
    for kind, words in kept.items():
        for word in words:
            if not any(map(str.isalnum, word)):
                raise named.wrong(
                    say(
                        'names.{kind} holds a name without a letter: "{word}"',
                        kind=kind, word=word,
                    ),
                    say("Write it, or take it out."),
                )
    if not kept.get("country"):
        raise place.wrong(
            say("names.country is empty"),
            say('Write country = ["…"] under [names].'),
        )
    if not kept.get("adjective"):
        raise named.wrong(
            say("names.adjective is empty, and filters ask for it"),
            say('Write adjective = ["…"] under [names].'),
        )
    if "government" not in table_of(place, data, "wordings"):
        raise place.wrong(
            say("there is no table [wordings.government]"),
            say("It says what a fix writes: docs/names.md"),
        )
    lang = data["lang"]
    return Names(
        data["id"], squeezed(data["title"]), lang, kept,
        _wordings(place, data, "wordings", needed), _wordings(place, data, "bodies", needed),
        text_of(place, data, "together"),
    )


def _wordings(
    place: Origin, data: Mapping[str, Any], key: str, needed: Mapping[str, Sequence[str]]
) -> dict[str, Mapping[str, object]]:
    """Ways to name an actor in a language, each a table of texts; `acts` may be a list of them.

    Without the fields that are `needed` a wording would only be offered, and fit no verb.
    """
    lang = data["lang"]
    found = {name: table_of(place, data[key], name) for name in table_of(place, data, key)}
    for name, row in found.items():
        here = Origin(place.path, Layout(place.path).line(f"[{key}.{name}]"), f"{key}.{name}")
        for field in row:
            if field in ("acts", "objects"):
                words_of(here, field, row[field])
            else:
                text_of(here, row, field)
            if field in WORDING_CHOICES:
                one_of(here, field, row[field], WORDING_CHOICES[field])
        if not text_of(here, row, lang).strip():
            raise here.wrong(
                say('there is no wording in the language of the file, "{lang}"', lang=short(lang)),
                say('Write {key} = "…".', key=short(lang)),
            )
        for field, values in needed.items():
            if field not in row:
                raise here.wrong(
                    say("{field} is missing, and what agrees with the wording needs it",
                        field=field),
                    say("Write one of these lines: {lines}", lines=", ".join(
                        f'{field} = "{value}"' for value in sorted(values)
                    )),
                )
    return found


def read_filters(
    data: Mapping[str, Any], path: Path, known: Collection[str] = ()
) -> dict[str, Filter]:
    """Filters by id, none of which may be one of those that are `known` already."""
    layout = Layout(path)
    found: dict[str, Filter] = {}
    for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "filter")):
        what = say('filter "{id}"', id=id_of(row, nth + 1))
        place = Origin(path, layout.line("[[filter]]", nth), what)
        only_known(place, row, ("id", "title", "mention", "phrase"))
        for key in ("id", "title"):
            need_text(place, row, key)
        if row["id"] in found or row["id"] in known:
            raise place.wrong(say("this id is used twice"), say("Give each filter its own id."))
        mention = tuple(mention_of(place, keys) for keys in listed(row.get("mention", [])))
        phrase = tuple(phrase_of(place, item) for item in listed(row.get("phrase", [])))
        if not mention and not phrase:
            raise place.wrong(say("it has neither mention nor phrase"), say("Say what it lets go."))
        found[row["id"]] = Filter(row["id"], squeezed(row["title"]), mention, phrase)
    return found


def read_sources(data: Mapping[str, Any], path: Path) -> dict[str, Source]:
    layout = Layout(path)
    found: dict[str, Source] = {}
    for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "source")):
        what = say('source "{id}"', id=id_of(row, nth + 1))
        place = Origin(path, layout.line("[[source]]", nth), what)
        source = source_of(place, row)
        if source.id in found:
            raise place.wrong(say("this id is used twice"), say("Give each source its own id."))
        found[source.id] = source
    return found


def read_profiles(data: Mapping[str, Any], path: Path) -> dict[str, dict[str, str]]:
    """What each profile does to whole categories: profile → category → treatment."""
    found: dict[str, dict[str, str]] = {}
    layout = Layout(path)
    for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "profile")):
        line = layout.line("[[profile]]", nth)
        place = Origin(path, line, say('profile "{id}"', id=id_of(row, nth + 1)))
        only_known(place, row, ("id", "title", *TREATMENTS))
        one_of(place, "id", row.get("id"), PROFILES)
        treated = found.setdefault(row["id"], {})
        for treatment in TREATMENTS:
            for category in words_of(place, treatment, row.get(treatment, [])):
                one_of(place, treatment, category, CATEGORIES)
                treated[category] = treatment
    return found


def read_messages(data: Mapping[str, Any], path: Path) -> dict[str, str]:
    """What findings of a language say beside the texts of their rules, by key."""
    place = Origin(path, 1, "")
    only_known(place, data, ("messages",))
    rows = table_of(place, data, "messages")
    place = Origin(path, Layout(path).line("[messages]"), "messages")
    return {key: text_of(place, rows, key) for key in rows}


def together(
    lang: str, names: Names, filters: Mapping[str, Filter], rules: Iterable[Rule],
    profiles: Mapping[str, Mapping[str, str]], messages: Mapping[str, str] | None = None,
) -> Pack:
    """One pack out of its parts; refuses ids used twice and filters that are not there.

    `profiles` is what a profile does to whole categories; a rule's own key wins, and a rule that
    is off stays off.
    """
    kept: dict[str, Rule] = {}
    for rule in rules:
        place = Origin(rule.path, rule.line, f'rule "{rule.id}"')
        for name in (rule.id, *rule.aliases):
            if name in kept:
                raise place.wrong(
                    say('the id "{name}" is used twice', name=name),
                    say("It stands on line {line} too. Give one of them another id, or, "
                        "where they are of two languages, each its own lang.", line=kept[name].line)
                    if kept[name].path == rule.path else
                    say("It stands in {path} too. Give yours another id; to let it speak in place "
                        "of the other, switch that off by its name in the settings.",
                        path=kept[name].path),
                )
            kept[name] = rule
        if rule.country not in ("", names.id) and (hint := nearest(rule.country, [names.id])):
            raise place.at("country").wrong(
                say('country cannot be "{country}"', country=short(rule.country)), hint
            )
        for wanted in (*rule.unless, *(e.because for e in rule.examples if e.because)):
            if wanted not in filters:
                hint = nearest(wanted, filters) or say("Take it out, or add it: [[filter]].")
                raise place.wrong(say('unknown filter "{wanted}"', wanted=short(wanted)), hint)
            if rule.is_line and not filters[wanted].phrase:
                raise place.at("unless").wrong(
                    say('the filter "{wanted}" looks at mentions, and this rule at words alone',
                        wanted=short(wanted)),
                    say("Give the filter a phrase, or look for the mention in the rule."),
                )
        for example in rule.examples:
            if example.because and example.because not in rule.unless:
                raise Origin(rule.path, example.line, f'rule "{rule.id}"').wrong(
                    say(
                        'an example names filter "{because}", which is not in unless',
                        because=example.because,
                    ),
                    say('Add "{because}" to unless.', because=example.because),
                )
    own = (with_fixed(rule, names) for name, rule in kept.items() if name == rule.id)
    treated = tuple(_treated(rule, profiles) for rule in own)
    return Pack(lang, names, treated, filters, messages or {})


def _treated(rule: Rule, profiles: Mapping[str, Mapping[str, str]]) -> Rule:
    if not rule.default:
        return rule
    by_category = {
        profile: treated[rule.category]
        for profile, treated in profiles.items() if rule.category in treated
    }
    return replace(rule, profiles={**by_category, **rule.profiles})
