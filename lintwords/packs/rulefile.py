"""TOML → the rules of one file of a pack, with their examples."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lintwords.errors import nearest, short
from lintwords.interface import say
from lintwords.model import Source, Voice
from lintwords.model.rule import CATEGORIES, FIXES, PROFILES, SLOTS, Example, Fit, Rule
from lintwords.packs.common_tables import TREATMENTS, mention_of, phrase_of, source_of
from lintwords.packs.fields import (
    Layout,
    Origin,
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
)
from lintwords.packs.stamps import on_trial, with_rules
from lintwords.packs.swapped_examples import SWAPPED

CONTEXTS = ("sentence", "paragraph", "document")
KINDS = ("mention", "phrase", "regex", "alike")  # what a rule may look for
ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
# for what words a wording fits
FIT_KEYS = ("found", "near", "not", "slot", "opens", "part", "governor")
FIT_FLAGS = ("bare", "whole", "own")
EXAMPLE_KEYS = ("text", "finds", "fixed", "safe", "severity", "voice", "because", "note")
MOST_PRIORITY = 9
FILE_KEYS = ("lang", "rule", "source", "filter")
RULE_KEYS = (
    "id", "lang", "category", "severity", "title", "why", "mention", "phrase", "regex", "alike",
    "unless", "fix", "by-hand", "instead", "sources", "source", "example", "default", "preview",
    "profiles", "attributed", "quoted", "context", "about", "country", "aliases", "ok-when",
    "weighed", "priority", "contested", "takes-article",
)


def read_rules(
    data: Mapping[str, Any], path: Path, lang: str, sources: Mapping[str, Source], home: str = "",
) -> list[Rule]:
    """The rules of one file of a pack that are in the language `lang`.

    Those of other languages, which the file or the rule names, are only looked at. A rule for
    which neither names one is in `home`, which is `lang` where nothing is given.
    """
    place = Origin(path, 1, "")
    only_known(place, data, FILE_KEYS)
    said = _language(place, data) or home or lang
    layout = Layout(path)
    rows = rows_of(place, data, "rule")
    if not rows and "filter" not in data:
        raise place.wrong(say("there is no rule in it"), say("Write one: lintwords rules new ID"))
    rules = [_rule(row, nth, path, layout, said, sources) for nth, row in enumerate(rows)]
    return [rule for rule in rules if rule.lang == lang]


def _language(place: Origin, row: Mapping[str, Any]) -> str:
    """The language that a file or a rule says to be in; empty if it says none."""
    if text_of(place, row, "lang"):
        one_of(place, "lang", row["lang"], (*with_rules(), *on_trial()))
    return text_of(place, row, "lang")


def read_own_sources(data: Mapping[str, Any], path: Path) -> list[Source]:
    """The sources that stand in a pack's own file, beside its rules."""
    layout = Layout(path)
    return [
        source_of(
            Origin(path, layout.line("[[source]]", nth), say('source "{id}"', id=id_of(row, "?"))),
            row,
        )
        for nth, row in enumerate(rows_of(Origin(path, 1, ""), data, "source"))
    ]


def _rule(
    row: Mapping[str, Any], nth: int, path: Path, layout: Layout, lang: str,
    known: Mapping[str, Source],
) -> Rule:
    line = layout.line("[[rule]]", nth)
    place = Origin(path, line, say('rule "{id}"', id=id_of(row, "?")))
    only_known(place, row, RULE_KEYS)
    for key in ("id", "category", "severity", "title", "why"):
        need_text(place, row, key)
    if not re.fullmatch(ID, row["id"]):
        raise place.wrong(say("an id is lower-case words joined by hyphens"), say("Rename it."))
    one_of(place, "category", row["category"], CATEGORIES)
    mention = tuple(mention_of(place, keys) for keys in listed(row.get("mention", [])))
    phrase = tuple(phrase_of(place, item) for item in listed(row.get("phrase", [])))
    alike = tuple(words_of(place, "alike", ways) for ways in listed(row.get("alike", [])))
    if any(len(ways) < 2 for ways in alike):
        raise place.wrong(
            say("a set of alike has fewer than two ways"),
            say('Write alike = [["…", "…"]].'),
        )
    regex = text_of(place, row, "regex")
    kinds = sum(map(bool, (mention, phrase, regex, alike)))
    if kinds != 1:
        raise place.wrong(
            say("a rule has exactly one of {kinds}", kinds=', '.join(KINDS)),
            say("Keep one, or make two rules."),
        )
    about = words_of(place, "about", row.get("about", []))
    if text_of(place, row, "context"):
        one_of(place, "context", row["context"], CONTEXTS)
        if not about:
            raise place.at("context").wrong(
                say("context says how far around a word of `about` is looked for, and there is no "
                    "`about`"),
                say('Write about = ["…"] too, or take it out.'),
            )
    if row.get("fix"):
        one_of(place, "fix", row["fix"], FIXES)
    profiles = table_of(place, row, "profiles")
    for profile, treatment in profiles.items():
        one_of(place, "profiles", profile, PROFILES)
        one_of(place, f"profiles.{profile}", treatment, TREATMENTS)
    sources = [source_of(place, item) for item in rows_of(place, row, "source")]
    for name in words_of(place, "sources", row.get("sources", [])):
        if name not in known:
            hint = nearest(name, known) or say(
                "Write it under the rule as [[rule.source]], or once for the whole file as "
                "[[source]] with this id. Ids that come with lintwords: rules/sources.toml."
            )
            raise place.wrong(say('unknown source "{name}"', name=short(name)), hint)
        sources.append(known[name])
    instead = [_wording(place, item) for item in listed(row.get("instead", []))]
    _given_once(place, [text for text, _ in instead])
    return Rule(
        id=row["id"], category=row["category"],
        severity=severity_of(place, row["severity"]),
        title=squeezed(row["title"]), why=squeezed(row["why"]),
        lang=_language(place, row) or lang, path=path, line=line,
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
        context=text_of(place, row, "context") or (CONTEXTS[-1] if about else ""), about=about,
        country=text_of(place, row, "country"),
        aliases=words_of(place, "aliases", row.get("aliases", [])),
        ok_when=words_of(place, "ok-when", row.get("ok-when", [])),
        weighed=flag_of(place, row, "weighed", False), priority=_priority(place, row),
        contested=squeezed(text_of(place, row, "contested")),
        takes_article=flag_of(place, row, "takes-article", False),
    )


def _examples(
    place: Origin, row: Mapping[str, Any], rule: int, layout: Layout
) -> tuple[Example, ...]:
    examples = []
    for nth, item in enumerate(rows_of(place, row, "example")):
        line = layout.example(rule, nth)
        here = Origin(place.path, line, say("{what}, example {nth}", what=place.what, nth=nth + 1))
        only_known(here, item, EXAMPLE_KEYS)
        need_text(here, item, "text")
        if "finds" not in item:
            raise here.wrong(say("finds is missing"), say('Write finds = ["words"] or finds = [].'))
        if text_of(here, item, "voice"):
            one_of(here, "voice", item["voice"], [voice.value for voice in Voice])
        finds = words_of(here, "finds", item["finds"])
        for words in finds:
            if words not in item["text"]:
                raise here.wrong(
                    say('"{words}" is not in the text', words=short(words)),
                    say("Copy the words as they stand."),
                )
        examples.append(Example(
            item["text"], finds, text_of(here, item, "because"),
            _fixed(here, item, finds), flag_of(here, item, "safe", True),
            severity_of(here, item["severity"]) if "severity" in item else None,
            item.get("voice", ""), text_of(here, item, "note"), here.line,
        ))
    return tuple(examples)


def _fixed(place: Origin, item: Mapping[str, Any], finds: Sequence[str]) -> str:
    """The text with its fixes made, as it stands or where only the found words change."""
    if not isinstance(item.get("fixed"), bool):
        return text_of(place, item, "fixed")
    if not item["fixed"] or not finds:
        hint = say("Write the text with its fix made, or leave it out.")
        raise place.wrong(say("fixed says nothing"), hint)
    return SWAPPED


def _wording(place: Origin, item: Any) -> tuple[str, Fit | None]:
    """A wording, and for what words alone it fits, if that is said."""
    if isinstance(item, str) and item.strip():
        return item, None
    text = item.get("text") if isinstance(item, Mapping) else None
    if not isinstance(text, str) or not text.strip():
        raise place.at("instead").wrong(
            say("a wording is a text or a table with text"),
            say('Write instead = ["…"].'),
        )
    only_known(place, item, ("text", *FIT_KEYS, *FIT_FLAGS))
    found, near, but_not, slot, opens, part, governor = (
        words_of(place, key, item.get(key, [])) for key in FIT_KEYS
    )
    for name in slot:
        one_of(place, "instead.slot", name, SLOTS)
    bare, whole, own = (flag_of(place, item, key, False) for key in FIT_FLAGS)
    return text, Fit(found, near, but_not, slot, bare, whole, opens, part, governor, own)


def _given_once(place: Origin, texts: Sequence[str]) -> None:
    """What a wording is for is kept by its text: of two the first would lose its own."""
    twice = next((text for nth, text in enumerate(texts) if text in texts[:nth]), "")
    if twice:
        raise place.at("instead").wrong(
            say('the wording "{text}" is given twice', text=short(twice)),
            say("Say in one table what it is for."),
        )


def _priority(place: Origin, row: Mapping[str, Any]) -> int:
    value = row.get("priority", 0)
    if type(value) is not int or not -MOST_PRIORITY <= value <= MOST_PRIORITY:
        raise place.wrong(
            say("priority is no small whole number"),
            say(
                "Write one from {value} to {most_priority}.",
                value=-MOST_PRIORITY, most_priority=MOST_PRIORITY,
            ),
        )
    return value
