"""The schemas of settings and packs say what the code says: made from its tables, tried out."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tables
from jsonschema import Draft202012Validator

from lintwords.cli.init import BEGINNING
from lintwords.errors import LintwordsError
from lintwords.packs import fields, loader, rulefile
from lintwords.settings import file

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
NO_RULES = (  # files of other shapes, which are read by other code and have tests of their own
    "names.toml", "profiles.toml", "reading.toml", "messages.toml",
)
PACKS = [
    path for path in sorted(ROOT.glob("rules/*/*.toml")) if path.name not in NO_RULES
    and not path.name.startswith("filters")
]


sys.path.insert(0, str(DOCS))  # scripts, which import each other


def module() -> Any:
    spec = importlib.util.spec_from_file_location("schemas", DOCS / "schemas.py")
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((DOCS / name).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


SETTINGS, PACK = validator("settings.schema.json"), validator("pack.schema.json")


def undescribed(node: object, place: str) -> Iterator[str]:
    """The keys of a schema that do not say what they are for."""
    if isinstance(node, list):
        for one in node:
            yield from undescribed(one, place)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key == "properties":
            for name, shape in value.items():
                if not shape.get("description"):
                    yield f"{place}.{name}"
                yield from undescribed(shape, f"{place}.{name}")
        elif key not in ("default", "enum", "required"):
            yield from undescribed(value, place)


@pytest.mark.parametrize("name", ["schema.json", "settings.schema.json", "pack.schema.json"])
def test_every_key_says_what_it_is_for(name: str) -> None:
    assert list(undescribed(json.loads((DOCS / name).read_text("utf-8")), "")) == []


@pytest.mark.parametrize("name", ["settings.schema.json", "pack.schema.json"])
def test_a_schema_is_as_the_code_makes_it(name: str) -> None:
    schemas = module()
    assert (DOCS / name).read_text("utf-8") == schemas.text(schemas.SCHEMAS[name]()), (
        "run python docs/schemas.py"
    )


def test_the_page_names_every_setting_once() -> None:
    text = (DOCS / "settings.md").read_text("utf-8")
    rows = [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")]
    assert rows == list(file.SETTINGS)


SAMPLES = [
    pytest.param("", True, id="empty"),
    pytest.param("\n".join(line.lstrip("# ") for line in BEGINNING.splitlines()[1:]), True,
                 id="what init writes, uncommented"),
    pytest.param('profile = "strict"\nselect = ["a"]\npacks = []\nroot = true\n', True, id="some"),
    pytest.param('[review.keys]\naccept = "y"\n[names]\nfile = "a"\nfixed = []\n', True,
                 id="tables"),
    pytest.param('[path."a/**"]\nlang = "fr"\nrules = { a = "softer" }\n', True, id="path"),
    pytest.param('profile = "strikt"', False, id="choice"),
    pytest.param("lang = 1", False, id="text"),
    pytest.param('select = "a"', False, id="list"),
    pytest.param("exclude = [1]", False, id="list of others"),
    pytest.param("root = 1", False, id="flag"),
    pytest.param('[rules]\na = "of"', False, id="weight"),
    pytest.param("fail_on = 1", False, id="name"),
    pytest.param("[names]\nfixd = []", False, id="name in a table"),
    pytest.param('[path."a"]\nfail-on = "never"', False, id="of a whole run"),
    pytest.param("[path]\na = 1", False, id="no table"),
]


@pytest.mark.parametrize(("text", "is_valid"), SAMPLES)
def test_schema_and_code_agree_on_settings(text: str, is_valid: bool, tmp_path: Path) -> None:
    path = tmp_path / file.NAME
    path.write_text(text, "utf-8")
    assert SETTINGS.is_valid(tables.loads(text)) is is_valid
    if is_valid:
        file.named(path)
    else:
        with pytest.raises(LintwordsError):
            file.named(path)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_every_shipped_pack_is_valid(path: Path) -> None:
    assert [error.message for error in PACK.iter_errors(as_json(path.read_text("utf-8")))] == []


RULE = """
[[rule]]
id = "a-b"
category = "conflation"
severity = "error"
title = "A title"
why = "A reason."
phrase = "one two"
"""


@pytest.mark.parametrize(
    ("old", "new", "is_valid"),
    [
        ("", "", True),
        ('"a-b"', '"A b"', False),
        ('"conflation"', '"conflaton"', False),
        ('"error"', '"fatal"', False),
        ('title = "A title"', "", False),
        ('phrase = "one two"', "", False),
        ('phrase = "one two"', 'phrase = "one two"\nregex = "a"', False),
        ('phrase = "one two"', 'phrase = ["one two", { match = "a", severity = "warning" }]', True),
        ('phrase = "one two"', 'phrase = [{ mtch = "a" }]', False),
        ('phrase = "one two"', 'mention = { slot = "subject", not = { head = "a.b" } }', True),
        ('phrase = "one two"', 'mention = { slot = "subjct" }', False),
        ('phrase = "one two"', 'mention = { slto = "subject" }', False),
        ('phrase = "one two"', 'alike = [["a b"]]', False),
        ("phrase", "metion = 1\nphrase", False),
        ("phrase", 'default = "no"\nphrase', False),
        ("phrase", 'profiles = { strikt = "on" }\nphrase', False),
        ("phrase", 'profiles = { strict = "louder" }\nphrase', False),
        ("phrase", 'context = "page"\nphrase', False),
        ("phrase", 'example = [{ text = "a", finds = [] }]\nphrase', True),
        ("phrase", 'example = [{ text = "a" }]\nphrase', False),
        ("phrase", 'source = [{ title = "a", publisher = "b", date = 2021 }]\nphrase', True),
        ("phrase", 'source = [{ title = "a", publisher = "b" }]\nphrase', False),
    ],
)
def test_schema_and_code_agree_on_packs(old: str, new: str, is_valid: bool, tmp_path: Path) -> None:
    text = RULE.replace(old, new, 1) if old else RULE
    assert PACK.is_valid(as_json(text)) is is_valid
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    try:
        rulefile.read_rules(fields.parse(path), path, "en", {})
    except LintwordsError:
        assert not is_valid
    else:
        assert is_valid


def as_json(text: str) -> Any:
    """TOML as a validator sees it: a date is a text."""
    return json.loads(json.dumps(tables.loads(text), default=str))


def test_the_page_says_what_each_word_for_the_government_writes() -> None:
    text = (DOCS / "names.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)`[^|]* \| ([^|]+ \| [^|]*)\|$", text, re.MULTILINE))
    english, french = (loader.load(lang).pack.names.wordings for lang in ("en", "fr"))
    assert {name: rows.get(name, "").split(" | ") for name in english} == {
        name: [one["en"], f"{french[name]['fr']} " if name in french else ""]
        for name, one in english.items()
    }
