"""TOML → rules. A mistake in a pack is refused by file, line, rule and key, with a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lintwords.errors import nearest, short
from lintwords.files.shipped import rules_folder
from lintwords.model import Source, Voice
from lintwords.model.rule import (
    CATEGORIES,
    FIXES,
    NAMES,
    PROFILES,
    READINGS,
    SLOTS,
    Example,
    Filter,
    Fit,
    MentionPattern,
    Names,
    Pack,
    Phrase,
    Rule,
)
from lintwords.packs.fields import (
    Layout,
    Origin,
    date_of,
    flag_of,
    id_of,
    listed,
    need_text,
    one_of,
    only_known,
    rows_of,
    severity_of,
    squeezed,
    table_of,
    text_of,
    words_of,
)  # fmt: skip
from lintwords.packs.swapped import SWAPPED, with_fixed

NO_RULE = ("names.toml", "filters.toml")
CONTEXTS = ("sentence", "paragraph", "document")
TREATMENTS = ("on", "off", "softer", "own")  # own: in the writer's own voice only
MENTION_KEYS = (
    "name", "slot", "governor", "head", "object", "complement", "prep", "near", "reading", "not",
    "severity", "by-hand",
)
PHRASE_KEYS = ("match", "severity", "anywhere")
NAME_KINDS = (*NAMES, "government", "people", "fixed", "organ", "partner")


# -- one pack -----------------------------------------------------------------------------------


def read_names(data: Mapping[str, Any], path: Path) -> Names:
    """The country profile of a names file."""
    place = Origin(path, 1, "")
    only_known(place, data, ("id", "title", "lang", "names", "wordings", "bodies", "together"))
    for key in ("id", "title", "lang", "names"):
        if key not in data:
            raise place.wrong(f'key "{key}" is missing', f"See {rules_folder()}/en/names.toml.")
    for key in ("id", "title", "lang"):
        need_text(place, data, key)
    forms = table_of(place, data, "names")
    named = Origin(path, Layout(path).line("[names]"), "")
    only_known(Origin(path, named.line, "names"), forms, NAME_KINDS)
    kept = {kind: words_of(place, f"names.{kind}", value) for kind, value in forms.items()}
    for kind, words in kept.items():
        for word in words:
            if not any(map(str.isalnum, word)):
                raise named.wrong(f'names.{kind} holds a name without a letter: "{word}"',
                                  "Write it, or take it out.")  # fmt: skip
    if not kept.get("country"):
        raise place.wrong("names.country is empty", 'Write country = ["…"] under [names].')
    return Names(
        data["id"], data["title"], data["lang"], kept,
        _wordings(place, data, "wordings"), _wordings(place, data, "bodies"),
        text_of(place, data, "together"),
    )


def _wordings(place: Origin, data: Mapping[str, Any], key: str) -> dict[str, Mapping[str, object]]:
    """Ways to name an actor, each a table of texts; `acts` may be a list of them."""
    found = {name: table_of(place, data[key], name) for name in table_of(place, data, key)}
    for name, row in found.items():
        here = Origin(place.path, Layout(place.path).line(f"[{key}.{name}]"), f"{key}.{name}")
        for field in row:
            if field in ("acts", "objects"):
                words_of(here, field, row[field])
            else:
                text_of(here, row, field)
    return found


def read_filters(data: Mapping[str, Any], path: Path) -> dict[str, Filter]:
    """Filters by id."""
    only_known(Origin(path, 1, ""), data, ("filter",))
    layout = Layout(path)
    found: dict[str, Filter] = {}
    for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "filter")):
        place = Origin(path, layout.line("[[filter]]", nth), f'filter "{id_of(row, nth + 1)}"')
        only_known(place, row, ("id", "title", "mention", "phrase"))
        for key in ("id", "title"):
            need_text(place, row, key)
        if row["id"] in found:
            raise place.wrong("this id is used twice", "Give each filter its own id.")
        mention = tuple(_keys(place, keys) for keys in listed(row.get("mention", [])))
        phrase = tuple(_phrase(place, item) for item in listed(row.get("phrase", [])))
        if not mention and not phrase:
            raise place.wrong("it has neither mention nor phrase", "Say what it lets go.")
        found[row["id"]] = Filter(row["id"], row["title"], mention, phrase)
    return found


def read_sources(data: Mapping[str, Any], path: Path) -> dict[str, Source]:
    """Sources by id."""
    layout = Layout(path)
    found: dict[str, Source] = {}
    for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "source")):
        place = Origin(path, layout.line("[[source]]", nth), f'source "{id_of(row, nth + 1)}"')
        source = _source(place, row)
        if source.id in found:
            raise place.wrong("this id is used twice", "Give each source its own id.")
        found[source.id] = source
    return found


def read_profiles(data: Mapping[str, Any], path: Path) -> dict[str, dict[str, str]]:
    """What each profile does to whole categories: profile → category → treatment."""
    found: dict[str, dict[str, str]] = {}
    layout = Layout(path)
    for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "profile")):
        line = layout.line("[[profile]]", nth)
        place = Origin(path, line, f'profile "{id_of(row, nth + 1)}"')
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


def read_own_sources(data: Mapping[str, Any], path: Path) -> list[Source]:
    """The sources that stand in a pack's own file, beside its rules."""
    layout = Layout(path)
    return [
        _source(Origin(path, layout.line("[[source]]", nth), f'source "{id_of(row, "?")}"'), row)
        for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "source"))
    ]


def read_rules(
    data: Mapping[str, Any], path: Path, lang: str, sources: Mapping[str, Source]
) -> list[Rule]:
    """The rules of one file of a pack."""
    only_known(Origin(path, 1, ""), data, ("rule", "source"))
    layout = Layout(path)
    rules = rows_of(Origin(path, 1, ""), data, "rule")
    return [_rule(row, nth, path, layout, lang, sources) for nth, row in enumerate(rules)]


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
                    f'the id "{name}" is used twice', f"It stands in {kept[name].path} too."
                )
            kept[name] = rule
        for wanted in (*rule.unless, *(e.because for e in rule.examples if e.because)):
            if wanted not in filters:
                hint = nearest(wanted, filters) or "Take it out, or add it: [[filter]]."
                raise place.wrong(f'unknown filter "{short(wanted)}"', hint)
        for example in rule.examples:
            if example.because and example.because not in rule.unless:
                raise Origin(rule.path, example.line, f'rule "{rule.id}"').wrong(
                    f'an example names filter "{example.because}", which is not in unless',
                    f'Add "{example.because}" to unless.',
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
    }  # fmt: skip
    return replace(rule, profiles={**by_category, **rule.profiles})


# -- one rule -----------------------------------------------------------------------------------

KINDS = ("mention", "phrase", "regex", "alike")  # what a rule may look for
ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
FIT_KEYS = ("found", "near", "not", "slot", "opens", "part")  # for what words a wording fits
FIT_FLAGS = ("bare", "whole")
EXAMPLE_KEYS = ("text", "finds", "fixed", "safe", "severity", "voice", "because", "note")
MOST_PRIORITY = 9
SOURCE_KEYS = ("id", "title", "publisher", "date", "url", "supports", "read", "where", "until")
RULE_KEYS = (
    "id", "category", "severity", "title", "why", "mention", "phrase", "regex", "alike",
    "unless", "fix", "by-hand", "instead", "sources", "source", "example", "default", "preview",
    "profiles", "attributed", "quoted", "context", "about", "country", "aliases", "ok_when",
    "weighed", "priority", "contested", "takes-article",
)  # fmt: skip


def _rule(
    row: Mapping[str, Any], nth: int, path: Path, layout: Layout, lang: str,
    known: Mapping[str, Source],
) -> Rule:
    line = layout.line("[[rule]]", nth)
    place = Origin(path, line, f'rule "{id_of(row, "?")}"')
    only_known(place, row, RULE_KEYS)
    for key in ("id", "category", "severity", "title", "why"):
        need_text(place, row, key)
    if not re.fullmatch(ID, row["id"]):
        raise place.wrong("an id is lower-case words joined by hyphens", "Rename it.")
    one_of(place, "category", row["category"], CATEGORIES)
    mention = tuple(_keys(place, keys) for keys in listed(row.get("mention", [])))
    phrase = tuple(_phrase(place, item) for item in listed(row.get("phrase", [])))
    alike = tuple(words_of(place, "alike", ways) for ways in listed(row.get("alike", [])))
    if any(len(ways) < 2 for ways in alike):
        raise place.wrong("a set of alike has fewer than two ways", 'Write alike = [["…", "…"]].')
    regex = text_of(place, row, "regex")
    kinds = sum(map(bool, (mention, phrase, regex, alike)))
    if kinds != 1:
        raise place.wrong(
            f"a rule has exactly one of {', '.join(KINDS)}",
            "Keep one, or make two rules.",
        )
    if text_of(place, row, "context"):
        one_of(place, "context", row["context"], CONTEXTS)
    if text_of(place, row, "fix"):
        one_of(place, "fix", row["fix"], FIXES)
    profiles = table_of(place, row, "profiles")
    for profile, treatment in profiles.items():
        one_of(place, "profiles", profile, PROFILES)
        one_of(place, f"profiles.{profile}", treatment, TREATMENTS)
    sources = [_source(place, item) for item in rows_of(place, row, "source")]
    for name in words_of(place, "sources", row.get("sources", [])):
        if name not in known:
            hint = nearest(name, known) or "Write it beside the rule: [[rule.source]]."
            raise place.wrong(f'unknown source "{short(name)}"', hint)
        sources.append(known[name])
    instead = [_wording(place, item) for item in listed(row.get("instead", []))]
    return Rule(
        id=row["id"], category=row["category"],
        severity=severity_of(place, row["severity"]),
        title=row["title"].strip(), why=squeezed(row["why"]),
        lang=lang, path=path, line=line,
        mention=mention, phrase=phrase, regex=regex, alike=alike,
        unless=words_of(place, "unless", row.get("unless", [])),
        fix=text_of(place, row, "fix"), by_hand=text_of(place, row, "by-hand"),
        instead=tuple(text for text, _ in instead),
        fits={text: fit for text, fit in instead if fit},
        sources=tuple(sources),
        examples=_examples(place, row, nth, layout),
        default=flag_of(place, row, "default", True),
        preview=flag_of(place, row, "preview", False),
        profiles=dict(profiles),
        attributed=text_of(place, row, "attributed"), quoted=text_of(place, row, "quoted"),
        context=text_of(place, row, "context"),
        about=words_of(place, "about", row.get("about", [])),
        country=text_of(place, row, "country"),
        aliases=words_of(place, "aliases", row.get("aliases", [])),
        ok_when=words_of(place, "ok_when", row.get("ok_when", [])),
        weighed=flag_of(place, row, "weighed", False), priority=_priority(place, row),
        contested=squeezed(text_of(place, row, "contested")),
        takes_article=flag_of(place, row, "takes-article", False),
    )  # fmt: skip


def _examples(
    place: Origin, row: Mapping[str, Any], rule: int, layout: Layout
) -> tuple[Example, ...]:
    examples = []
    for nth, item in enumerate(rows_of(place, row, "example")):
        line = layout.example(rule, nth)
        here = Origin(place.path, line, f"{place.what}, example {nth + 1}")
        only_known(here, item, EXAMPLE_KEYS)
        need_text(here, item, "text")
        if "finds" not in item:
            raise here.wrong("finds is missing", 'Write finds = ["words"] or finds = [].')
        if text_of(here, item, "voice"):
            one_of(here, "voice", item["voice"], [voice.value for voice in Voice])
        finds = words_of(here, "finds", item["finds"])
        for words in finds:
            if words not in item["text"]:
                raise here.wrong(
                    f'"{short(words)}" is not in the text', "Copy the words as they stand."
                )
        examples.append(Example(
            item["text"], finds, text_of(here, item, "because"),
            _fixed(here, item, finds), flag_of(here, item, "safe", True),
            severity_of(here, item["severity"]) if "severity" in item else None,
            item.get("voice", ""), text_of(here, item, "note"), here.line,
        ))  # fmt: skip
    return tuple(examples)


def _fixed(place: Origin, item: Mapping[str, Any], finds: Sequence[str]) -> str:
    """The text with its fixes made, as it stands or where only the found words change."""
    if not isinstance(item.get("fixed"), bool):
        return text_of(place, item, "fixed")
    if not item["fixed"] or not finds:
        hint = "Write the text with its fix made, or leave it out."
        raise place.wrong("fixed says nothing", hint)
    return SWAPPED


def _keys(place: Origin, row: Any) -> MentionPattern:
    if not isinstance(row, Mapping):
        raise place.wrong("mention is not a table", 'Write mention = { slot = "subject", … }.')
    only_known(place, row, MENTION_KEYS)
    for name in words_of(place, "name", row.get("name", [])):
        one_of(place, "mention.name", name, NAMES)
    for slot in words_of(place, "slot", row.get("slot", [])):
        one_of(place, "mention.slot", slot, SLOTS)
    for reading in words_of(place, "reading", row.get("reading", [])):
        one_of(place, "mention.reading", reading, READINGS)
    lists = {
        key: words_of(place, key, row.get(key, []))
        for key in MENTION_KEYS if key not in ("not", "severity", "by-hand")
    }  # fmt: skip
    but_not = tuple(_keys(place, item) for item in listed(row.get("not", [])))
    severity = severity_of(place, row["severity"]) if "severity" in row else None
    by_hand = text_of(place, row, "by-hand")
    return MentionPattern(**lists, but_not=but_not, severity=severity, by_hand=by_hand)


def _phrase(place: Origin, item: Any) -> Phrase:
    if isinstance(item, str):
        return Phrase(item)
    if not isinstance(item, Mapping) or not isinstance(item.get("match"), str):
        raise place.wrong("a phrase is a text or a table with match", 'Write phrase = ["…"].')
    only_known(place, item, PHRASE_KEYS)
    severity = severity_of(place, item["severity"]) if "severity" in item else None
    return Phrase(item["match"], severity, flag_of(place, item, "anywhere", False))


def _wording(place: Origin, item: Any) -> tuple[str, Fit | None]:
    """A wording, and for what words alone it fits, if that is said."""
    if isinstance(item, str):
        return item, None
    if not isinstance(item, Mapping) or not isinstance(item.get("text"), str):
        raise place.wrong("a wording is a text or a table with text", 'Write instead = ["…"].')
    only_known(place, item, ("text", *FIT_KEYS, *FIT_FLAGS))
    found, near, but_not, slot, opens, part = (
        words_of(place, key, item.get(key, [])) for key in FIT_KEYS
    )
    for name in slot:
        one_of(place, "instead.slot", name, SLOTS)
    bare, whole = (flag_of(place, item, key, False) for key in FIT_FLAGS)
    return item["text"], Fit(found, near, but_not, slot, bare, whole, opens, part)


def _source(place: Origin, row: Mapping[str, Any]) -> Source:
    only_known(place, row, SOURCE_KEYS)
    for key in ("title", "publisher", "date"):
        if not row.get(key):
            raise place.wrong(f"a source needs {key}", f'Write {key} = "…".')
    title, publisher, address = (text_of(place, row, key) for key in ("title", "publisher", "url"))
    try:
        urlsplit(address)
    except ValueError as trouble:
        raise place.wrong("url is no address", f"{trouble}.") from trouble
    return Source(
        text_of(place, row, "id"), title, publisher, date_of(place, row, "date"), address,
        text_of(place, row, "supports"), date_of(place, row, "read"), text_of(place, row, "where"),
        date_of(place, row, "until"),
    )


def _priority(place: Origin, row: Mapping[str, Any]) -> int:
    value = row.get("priority", 0)
    if type(value) is not int or not -MOST_PRIORITY <= value <= MOST_PRIORITY:
        raise place.wrong(
            "priority is no small whole number",
            f"Write one from {-MOST_PRIORITY} to {MOST_PRIORITY}.",
        )
    return value
