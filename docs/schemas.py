"""Writes the JSON Schemas of settings and of rule packs from the tables in the code.

    python docs/schemas.py          writes docs/settings.schema.json and docs/pack.schema.json

An editor that knows JSON Schema completes and checks the files by them. Both describe TOML files.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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
SEVERITY = {"enum": [severity.word for severity in reversed(Severity)]}


def settings() -> dict[str, Any]:
    """The schema of lintwords.toml and of [tool.lintwords]."""
    whole = _object(_nested(SETTINGS))
    part = _object(_nested({name: row for name, row in SETTINGS.items() if row.by_path}))
    whole["properties"][BY_PATH] = {
        "type": "object", "description": "Settings for the paths that a pattern fits.",
        "additionalProperties": part,
    }  # fmt: skip
    return {"$schema": DRAFT, "title": "Settings of lintwords", **whole}


def _nested(rows: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, setting in rows.items():
        table, _, key = name.rpartition(".")
        place = found.setdefault(table, _object({}))["properties"] if table else found
        place[key] = _setting(setting)
    return found


def _setting(setting: Setting) -> dict[str, Any]:
    known: dict[str, Any] = {"enum": list(setting.choices)} if setting.choices else TEXT
    shapes = {
        "choice": known, "text": TEXT, "file": TEXT, "flag": FLAG, "files": TEXTS,
        "texts": {"type": "array", "items": known},
        "map": {"type": "object", "additionalProperties": known},
    }  # fmt: skip
    value = setting.default
    default = list(value) if isinstance(value, tuple) else value
    return {"description": setting.about, **shapes[setting.kind], "default": default}


def _whole(most: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": -most, "maximum": most}


def pack() -> dict[str, Any]:
    """The schema of a file of rules."""
    keys = dict.fromkeys(common_tables.MENTION_KEYS, WORDS) | {
        "name": _many(rule.NAMES), "slot": _many(rule.SLOTS), "reading": _many(rule.READINGS),
        "severity": SEVERITY, "by-hand": TEXT,
        "not": {"anyOf": [{"$ref": "#/$defs/mention"},
                          {"type": "array", "items": {"$ref": "#/$defs/mention"}}]},
    }  # fmt: skip
    mention, phrase = {"$ref": "#/$defs/mention"}, {"$ref": "#/$defs/phrase"}
    example = dict.fromkeys(rulefile.EXAMPLE_KEYS, TEXT) | {
        "text": FULL, "finds": WORDS, "safe": FLAG, "severity": SEVERITY,
        "fixed": {"anyOf": [TEXT, {"const": True}]},
        "voice": {"enum": [voice.value for voice in Voice]},
    }
    dates = {"date": DATE, "read": DATE, "until": DATE}
    source = dict.fromkeys(common_tables.SOURCE_KEYS, TEXT) | dates
    rows = dict.fromkeys(rulefile.RULE_KEYS, TEXT) | {
        "id": {"type": "string", "pattern": rulefile.ID},
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
        ("unless", "sources", "about", "aliases", "ok_when"), WORDS
    )  # fmt: skip
    wording = {"$ref": "#/$defs/wording"}
    rows["instead"] = {"anyOf": [wording, {"type": "array", "items": wording}]}
    fits = dict.fromkeys(rulefile.FIT_KEYS, WORDS) | {"slot": _many(rule.SLOTS)}
    fits |= dict.fromkeys(rulefile.FIT_FLAGS, FLAG)
    one = _object(rows, "id", "category", "severity", "title", "why")
    one["oneOf"] = [{"required": [kind]} for kind in rulefile.KINDS]
    return {
        "$schema": DRAFT, "title": "Rules for lintwords",
        **_object({"rule": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
                   "source": {"type": "array", "items": {"$ref": "#/$defs/source"}}}),
        "$defs": {
            "rule": one,
            "mention": _object(keys),
            "phrase": {"anyOf": [TEXT, _object(
                {"match": TEXT, "severity": SEVERITY, "anywhere": FLAG}, "match"
            )]},
            "wording": {"anyOf": [TEXT, _object({"text": FULL} | fits, "text")]},
            "example": _object(example, "text", "finds"),
            "source": _object(source, "title", "publisher", "date"),
        },
    }  # fmt: skip


def _many(names: tuple[str, ...]) -> dict[str, Any]:
    one = {"enum": list(names)}
    return {"anyOf": [one, {"type": "array", "items": one}]}


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
