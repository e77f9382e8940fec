"""Writes the JSON Schemas of settings and of rule packs from the tables in the code.

    python docs/schemas.py          writes docs/settings.schema.json and docs/pack.schema.json

An editor that knows JSON Schema completes and checks the files by them. Both describe TOML files.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import mentions

from lintwords.judge.document_linter import ALL_LANGUAGES
from lintwords.model import Severity, Voice, rule
from lintwords.packs import common_tables, rulefile
from lintwords.settings.file import BY_PATH, SETTINGS, Setting

HERE = Path(__file__).parent
DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": "string"}
FULL = {"type": "string", "pattern": r"\S"}
TEXTS = {"type": "array", "items": TEXT}
WORDS = {"anyOf": [TEXT, TEXTS]}
FLAG = {"type": "boolean"}
DATE = {"anyOf": [FULL, {"type": "integer"}]}  # TOML dates reach a validator as text
LANG = {"enum": ["", *ALL_LANGUAGES]}
SEVERITY = {"enum": [severity.word for severity in reversed(Severity)]}


ABOUT = {
    "file": {
        "lang": "The language of its rules and filters; without it, that of the run.",
        "filter": "Filters that rules may name in `unless`.",
        "rule": "The rules of the file.",
        "source": "Sources that rules of the file name by id in `sources`.",
    },
    "filter": {
        "id": "By what `unless` and `because` name it.",
        "title": "Why it lets a sentence go, in a few words.",
        "mention": "What the country's name must be for it to be let go.",
        "phrase": "Words for which a sentence is let go.",
    },
    "rule": {
        "lang": "The language of the rule, where it is another than the file's.",
        "id": "What is flagged, in lower-case words joined by hyphens; it never changes.",
        "category": "The kind of rule, by which settings may choose it.",
        "severity": "The weight of a finding; settings can only lower it.",
        "title": "What to do, as an instruction: the message of a finding.",
        "why": "Why, for a reader in a hurry. The first sentence is shown alone in reports.",
        "mention": "What the country's name must be in its sentence; of several tables one fits.",
        "phrase": "Words to look for: `a|b`, `(a)?`, `…` for a gap, `<class>`, `a & b & not c`.",
        "regex": "A regular expression to look for, where no phrase can say it.",
        "alike": "Rows of ways to say one thing, of which a text should keep to one.",
        "unless": "Filters that let a sentence go, by name.",
        "fix": "Which wording replaces the words found: that of the names file for who acts.",
        "by-hand": "Why no fix of the rule is safe.",
        "instead": "Wordings to offer, best first; a table says for which words one fits.",
        "sources": "Ids of sources: of the file's own, or of rules/sources.toml.",
        "source": "Sources of this rule alone. A rule needs one, here or in `sources`.",
        "example": "Sentences that must be found, and sentences that must not: run as tests.",
        "default": "Whether the rule is on where nobody asks for it.",
        "preview": "Whether the rule is being tried, and on only where it is asked for.",
        "profiles": "What a profile does to the rule; own: it is on in the writer's voice only.",
        "attributed": "The message where the words are attributed to a speaker.",
        "quoted": "The message where the words stand in a quotation.",
        "context": "How far around the words `about` is looked for; else in the document.",
        "about": "Classes of words of which one must stand in the `context`, else in the document.",
        "country": "The id of the country that the rule is about, where it is about one alone.",
        "aliases": "Old ids of the rule, which settings, comments and baselines may still use.",
        "ok-when": "When the words are fine all the same, for the page of the rule.",
        "weighed": "Whether tables without `reading` count only where the government may be meant.",
        "priority": "Which of two rules of one weight speaks of one place: the higher one.",
        "contested": "What is disputed, or how little the rule rests on, for its page.",
        "takes-article": "Whether an article before the words is found with them.",
    },
    "mention": mentions.KEYS,
    "phrase": {
        "match": "The phrase.",
        "severity": "The weight of what this phrase finds, where it is not the rule's.",
        "anywhere": "Whether it is found without what the rule is `about`.",
    },
    "wording": {
        "text": "The wording.",
        "found": "Words or classes of which the words found must hold one.",
        "near": "Words or classes of which the sentence must hold one.",
        "not": "Words or classes of which the words found, or the sentence, may hold none.",
        "slot": "The places of a mention that it is for.",
        "opens": "Words or classes with which the words found must begin.",
        "part": "The words in what was found that it replaces; the rest stays.",
        "governor": "Classes of which the verb or noun that the mention stands under must be one.",
        "bare": "Whether a name that takes no article keeps none.",
        "whole": "Whether it is a clause, which can stand only for a clause.",
        "own": "Whether it is for the writer's own voice, and not for what somebody said.",
    },
    "example": {
        "text": "A sentence of your own, with no real private person in it.",
        "finds": "The words that must be found in it, in order; none for a silent example.",
        "fixed": "The text with its safe fix made; true: the first wording stands for the words.",
        "safe": "False: a fix is offered, and must not be safe.",
        "severity": "The weight that the finding must have.",
        "voice": "Whose words they must be taken for.",
        "because": "The filter that must let a silent example go.",
        "note": "Why a silent example is silent, where no filter is the reason.",
    },
    "source": {
        "id": "By what `sources` names it.",
        "title": "What it is called.",
        "publisher": "Who published it.",
        "date": "When: a year, a month or a day.",
        "url": "Where it can be read.",
        "supports": "What exactly of the rule it supports.",
        "read": "When somebody read it last.",
        "where": "The page or section.",
        "until": "The day from which it should be looked at anew (`rules test --stale`).",
    },
}
PARTS = {
    "names": "The country profile, and names that are never a finding.",
    "review": "The review screen.",
}


def settings() -> dict[str, Any]:
    """The schema of lintwords.toml and of [tool.lintwords]."""
    whole = _object(_nested(SETTINGS))
    part = _object(_nested({name: row for name, row in SETTINGS.items() if row.by_path}))
    whole["properties"][BY_PATH] = {
        "type": "object", "description": "Settings for the paths that a pattern fits.",
        "additionalProperties": part,
    }
    return {"$schema": DRAFT, "title": "Settings of lintwords", **whole}


def _nested(rows: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, setting in rows.items():
        table, _, key = name.rpartition(".")
        if table:
            part = found.setdefault(table, {"description": PARTS[table], **_object({})})
        place = part["properties"] if table else found
        place[key] = _setting(setting)
    return found


def _setting(setting: Setting) -> dict[str, Any]:
    known: dict[str, Any] = {"enum": list(setting.choices)} if setting.choices else TEXT
    shapes = {
        "choice": known, "text": TEXT, "file": TEXT, "flag": FLAG, "files": TEXTS,
        "texts": {"type": "array", "items": known},
        "map": {"type": "object", "additionalProperties": known},
    }
    value = setting.default
    default = list(value) if isinstance(value, tuple) else value
    return {"description": setting.about, **shapes[setting.kind], "default": default}


def _whole(most: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": -most, "maximum": most}


def pack() -> dict[str, Any]:
    """The schema of a file of rules."""
    keys = dict.fromkeys(common_tables.MENTION_KEYS, WORDS) | {
        "name": _many(rule.NAMES), "slot": _many(rule.SLOTS),
        "reading": _many(rule.READINGS, common_tables.ANY),
        "severity": SEVERITY, "by-hand": TEXT,
        "not": {"anyOf": [{"$ref": "#/$defs/mention"},
                          {"type": "array", "items": {"$ref": "#/$defs/mention"}}]},
    }
    mention, phrase = {"$ref": "#/$defs/mention"}, {"$ref": "#/$defs/phrase"}
    example = dict.fromkeys(rulefile.EXAMPLE_KEYS, TEXT) | {
        "text": FULL, "finds": WORDS, "safe": FLAG, "severity": SEVERITY,
        "fixed": {"anyOf": [TEXT, {"const": True}]},
        "voice": {"enum": [voice.value for voice in Voice]},
    }
    dates = {"date": DATE, "read": DATE, "until": DATE}
    source = dict.fromkeys(common_tables.SOURCE_KEYS, TEXT) | dates
    rows = dict.fromkeys(rulefile.RULE_KEYS, TEXT) | {
        "id": {"type": "string", "pattern": rulefile.ID}, "lang": LANG,
        "category": {"enum": list(rule.CATEGORIES)},
        "severity": SEVERITY, "title": FULL, "why": FULL, "default": FLAG, "preview": FLAG,
        "weighed": FLAG, "takes-article": FLAG, "priority": _whole(rulefile.MOST_PRIORITY),
        "mention": {"anyOf": [mention, {"type": "array", "items": mention}]},
        "phrase": {"anyOf": [phrase, {"type": "array", "items": phrase}]},
        "alike": {"type": "array", "items": {"type": "array", "items": FULL, "minItems": 2}},
        "context": {"enum": list(rulefile.CONTEXTS)},
        "source": {"type": "array", "items": {"$ref": "#/$defs/source"}},
        "example": {"type": "array", "items": {"$ref": "#/$defs/example"}},
        "profiles": {"type": "object", "propertyNames": {"enum": list(rule.PROFILES)},
                     "additionalProperties": {"enum": list(common_tables.TREATMENTS)}},
    } | dict.fromkeys(
        ("unless", "sources", "about", "aliases", "ok-when"), WORDS
    )
    wording = {"$ref": "#/$defs/wording"}
    rows["instead"] = {"anyOf": [wording, {"type": "array", "items": wording}]}
    fits = dict.fromkeys(rulefile.FIT_KEYS, WORDS) | {"slot": _many(rule.SLOTS)}
    fits |= dict.fromkeys(rulefile.FIT_FLAGS, FLAG)
    one = _object(_told("rule", rows), "id", "category", "severity", "title", "why")
    one["dependentRequired"] = {"context": ["about"]}
    one["oneOf"] = [{"required": [kind]} for kind in rulefile.KINDS]
    return {
        "$schema": DRAFT, "title": "Rules for lintwords",
        **_object(_told("file", {
            "lang": LANG,
            "filter": {"type": "array", "items": {"$ref": "#/$defs/filter"}},
            "rule": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
            "source": {"type": "array", "items": {"$ref": "#/$defs/source"}},
        })),
        "$defs": {
            "rule": one,
            "filter": _object(_told("filter", {
                "id": FULL, "title": FULL, "mention": rows["mention"], "phrase": rows["phrase"],
            }), "id", "title"),
            "mention": _object(_told("mention", keys)),
            "phrase": {"anyOf": [TEXT, _object(
                _told("phrase", {"match": TEXT, "severity": SEVERITY, "anywhere": FLAG}), "match"
            )]},
            "wording": {"anyOf": [
                TEXT, _object(_told("wording", {"text": FULL} | fits), "text")
            ]},
            "example": _object(_told("example", example), "text", "finds"),
            "source": _object(_told("source", source), "title", "publisher", "date"),
        },
    }


def _told(table: str, properties: dict[str, Any]) -> dict[str, Any]:
    """The keys of a table, each with what it is for."""
    about = ABOUT[table]
    return {key: {"description": about[key], **shape} for key, shape in properties.items()}


def _many(names: tuple[str, ...], *alone: str) -> dict[str, Any]:
    """One name, or several; those of `alone` stand by themselves only."""
    one = {"enum": list(names)}
    return {"anyOf": [{"enum": [*names, *alone]}, {"type": "array", "items": one}]}


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "object", "additionalProperties": False, "properties": properties
    }
    return found | ({"required": list(required)} if required else {})


SCHEMAS = {"settings.schema.json": settings, "pack.schema.json": pack}


def text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for name, make in SCHEMAS.items():
        (HERE / name).write_text(text(make()), "utf-8")
