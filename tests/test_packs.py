"""Packs from strangers: whatever stands where, a mistake is told by its place, with a remedy."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lintwords.cli.main import main
from lintwords.errors import RulePackError
from lintwords.files.shipped import rules_folder
from lintwords.judge.document_linter import LANGUAGES, load
from lintwords.model import Options, Severity
from lintwords.model.rule import READINGS
from lintwords.packs import common_tables, fields, loader, rulefile, rulepack
from lintwords.packs.swapped_examples import swapped
from lintwords.readers import read as read_text
from lintwords.values import replace

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "pack.schema.json").read_text("utf-8"))
PACK = Draft202012Validator(SCHEMA)
SOURCE = {"title": "House style", "publisher": "An office", "date": "2024"}
EXAMPLE = {"text": "They jailed her.", "finds": ["jailed"]}
RULE = {
    "id": "own-rule", "category": "euphemism", "severity": "error", "title": "T", "why": "W.",
    "mention": {"slot": "subject"}, "example": [EXAMPLE], "source": [SOURCE],
}
FILTER = {"id": "songs", "title": "Songs.", "phrase": "sings"}
DEEP: Any = []
for _ in range(90):
    DEEP = [DEEP]
VALUES = {
    "whole": 1, "negative": -1, "float": 1.5, "true": True, "false": False, "empty text": "",
    "text": "text", "long": "x" * 5_000, "escape": "\x1b[31m", "empty list": [], "numbers": [1],
    "texts": ["a", "b"], "mixed": ["a", 1], "lists": [["a"], [1]], "deep": DEEP, "table": {"x": 1},
    "empty table": {}, "tables": [{"x": 1}], "mixed tables": [{}, 1],
    "date": datetime.date(2024, 5, 17), "time": datetime.time(1, 2),
}
# where a value is put: the names of the way to its table, and its keys
TABLES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    (): rulefile.FILE_KEYS,
    ("rule",): rulefile.RULE_KEYS,
    ("rule", "mention"): common_tables.MENTION_KEYS,
    ("rule", "example"): rulefile.EXAMPLE_KEYS,
    ("rule", "source"): common_tables.SOURCE_KEYS,
    ("source",): common_tables.SOURCE_KEYS,
    ("filter",): ("id", "title", "mention", "phrase"),
    ("rule", "phrase"): common_tables.PHRASE_KEYS,
}


def test_the_tables_hold_every_key_of_the_schema() -> None:
    defs = SCHEMA["$defs"]
    for way, keys in TABLES.items():
        held = defs[way[-1]] if way else SCHEMA
        held = held["anyOf"][1] if "anyOf" in held else held
        assert set(held["properties"]) == set(keys), way


def pack(way: tuple[str, ...], key: str, value: Any) -> dict[str, Any]:
    """A pack that is right but for one value."""
    data: dict[str, Any] = {"rule": [deepcopy(RULE)], "source": [deepcopy(SOURCE)],
                            "filter": [deepcopy(FILTER)]}
    table: Any = data
    for name in way:
        if name == "phrase":
            del table["mention"]
            table["phrase"] = [{"match": "jails"}]
        table = table[name]
        table = table[0] if isinstance(table, list) else table
    table[key] = value
    return data


def read(data: Mapping[str, Any]) -> None:
    path = Path("own.toml")
    own = {one.id: one for one in rulefile.read_own_sources(data, path)}
    rulefile.read_rules(data, path, "en", own)
    rulepack.read_filters(data, path)


TAKEN = "a mistake was taken"


def untold(read: Callable[[], object]) -> str:
    """What is wrong with how a mistake is told; empty where nothing is, or where none is found."""
    try:
        read()
    except RulePackError as error:
        is_told = error.problem.startswith("own.toml line ") and error.hint.strip()
        return "" if is_told and len(str(error)) < 1_000 else f"told so: {error}"
    except Exception as error:  # a bug, told with the value that met it
        return repr(error)
    return TAKEN


@pytest.mark.parametrize(("way", "key"), [
    pytest.param(way, key, id=".".join((*way, key))) for way, keys in TABLES.items() for key in keys
])
def test_a_value_of_a_wrong_type_is_told_with_place_and_remedy(
    way: tuple[str, ...], key: str
) -> None:
    wrong = {}
    for name, value in VALUES.items():
        data = pack(way, key, value)
        trouble = untold(partial(read, data))
        is_missing = value in ("", [])  # as good as not there
        if trouble == TAKEN and (is_missing or isinstance(value, datetime.date) or is_right(data)):
            continue
        if trouble:
            wrong[name] = trouble
    assert wrong == {}


def is_right(data: Mapping[str, Any]) -> bool:
    return PACK.is_valid(json.loads(json.dumps(data, default=str)))


@pytest.mark.parametrize(("read", "key"), [
    (rulepack.read_filters, "filter"), (rulepack.read_sources, "source"),
    (rulepack.read_profiles, "profile"), (rulepack.read_names, "names"),
])
def test_so_are_those_of_the_other_files(read: Any, key: str) -> None:
    more = {"id": "x", "title": "T", "lang": "en"} if key == "names" else {}
    wrong = {}
    for name, value in VALUES.items():
        if name not in ("empty list", "empty table"):
            trouble = untold(partial(read, {key: value, **more}, Path("own.toml")))
            wrong.update({name: trouble} if trouble else {})
    assert wrong == {}


TEXTS = ["text", "long", "escape"]


@pytest.mark.parametrize(("key", "right"), [
    ("id", TEXTS), ("title", TEXTS), ("lang", []), ("names", []), ("wordings", []),
    ("bodies", ["empty table"]), ("together", ["empty text", *TEXTS]),
])
def test_so_are_those_of_a_names_file(key: str, right: list[str]) -> None:
    data = {
        "id": "x", "title": "T", "lang": "en",
        "names": {"country": ["Xland"], "adjective": ["Xlandic"]},
        "wordings": {"government": {"en": "the Xlandic government"}},
    }
    told = {
        name: untold(partial(rulepack.read_names, {**data, key: value}, Path("own.toml")))
        for name, value in VALUES.items()
    }
    assert {name: said for name, said in told.items() if said} == dict.fromkeys(right, TAKEN)


@pytest.mark.parametrize(("kind", "word"), [("country", "-"), ("country", ""), ("fixed", "…")])
def test_a_name_without_a_letter_is_refused_by_its_place(
    kind: str, word: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    names = {"country": ["Xland"], kind: ["Xland", word]}
    rows = "".join(f"{name} = {json.dumps(words)}\n" for name, words in names.items())
    path.write_text(f'id = "x"\ntitle = "T"\nlang = "en"\n\n[names]\n{rows}')
    with pytest.raises(RulePackError) as trouble:
        loader.load("en", names=path)
    told = f'names.{kind} holds a name without a letter: "{word}"'
    assert trouble.value.problem == f"{path} line 5: {told}"


HEAD = """
[[rule]]
id = "own-rule"
category = "euphemism"
severity = "error"
title = "T"
why = "W."
phrase = "jails"
"""
FOOT = """
[[rule.source]]
title = "S"
publisher = "P"
date = "2024"
"""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("source = 1" + HEAD, "line 1: source is not a list of tables", id="source"),
        pytest.param(HEAD + "profiles = 1\n" + FOOT, "profiles is not a table", id="profiles"),
        pytest.param(HEAD + "example = 1\n" + FOOT, "example is not a list of", id="example"),
        pytest.param(HEAD + FOOT + 'url = "http://["\n', "url is no address", id="address"),
        pytest.param(HEAD + "about = " + "[" * 3_000 + "]" * 3_000 + "\n",
                     "nested too deep", id="3,000 lists"),
        pytest.param(HEAD + "about = " + "{a=" * 3_000 + "1" + "}" * 3_000 + "\n",
                     "nested too deep", id="3,000 tables"),
        pytest.param("rule = 1\n", "rule is not a list of tables", id="rule"),
        pytest.param("names = 1\n", "names a country, and is no pack of rules", id="names"),
        pytest.param("x = " + "9" * 5_000, "has too many digits", id="a huge number"),
        pytest.param("x" * 9_000 + " = 1\n", "unknown key", id="a huge key"),
    ],
)
def test_a_strange_pack_stops_the_run_with_a_sentence(
    text: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(text)
    Path("a.md").write_text("Calm.\n")
    assert main(["check", "a.md", "--pack", "own.toml"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("lintwords: ") and "own.toml" in said and problem in said
    assert "Traceback" not in said and len(said) < 1_000


@pytest.mark.parametrize(
    ("kind", "hint"),
    [("pipe", "It is no plain file."), ("folder", "It is a folder."),
     ("large", "2,000,000 bytes are the most."), ("none", "No such file or directory.")],
)
@pytest.mark.skipif(os.name == "nt", reason="as POSIX has it")
def test_a_pack_that_is_no_file_or_too_large_is_not_read(
    kind: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    if kind == "pipe":
        os.mkfifo("own.toml")
    elif kind == "folder":
        Path("own.toml").mkdir()
    elif kind == "large":
        Path("own.toml").write_text("#" * 2_000_001)
    Path("a.md").write_text("Calm.\n")
    assert main(["check", "a.md", "--pack", "own.toml"]) == 2
    assert hint in capsys.readouterr().err


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize(
    ("priorities", "speaks"),
    [
        pytest.param((0, 0), "z-rule", id="the one that stands first, whatever its letters"),
        pytest.param((0, 1), "a-rule", id="the higher priority"),
        pytest.param((-1, 0), "a-rule", id="no priority before one below it"),
    ],
)
@pytest.mark.parametrize("looks", [
    pytest.param('phrase = "sings loudly"', id="lines"),
    pytest.param('mention = { slot = "subject" }\nfix = "actor"', id="mentions"),
])
def test_of_rules_that_are_as_strong_one_is_said_to_speak(
    priorities: tuple[int, int], speaks: str, looks: str, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text("".join(
        HEAD.replace("own-rule", id).replace('phrase = "jails"', looks)
        + f"priority = {priority}\n" + FOOT
        for id, priority in zip(("z-rule", "a-rule"), priorities, strict=True)
    ))
    options = Options(packs=(own,), select=("z-rule", "a-rule"))
    document = read_text(Path("a.txt"), b"China sings loudly.")
    found = load(options).lint(document).findings
    assert [finding.rule for finding in found] == [speaks]


@pytest.mark.parametrize(
    ("text", "finds", "fixed"),
    [
        pytest.param("Xland fled. Xland, it said, fled.", ["Xland", "Xland"],
                     "The land fled. The land, it said, fled.", id="at the start of sentences"),
        pytest.param("“Xland fled”, and Xland fled.", ["Xland", "Xland"],
                     "“The land fled”, and the land fled.", id="behind a mark, and inside"),
        pytest.param("Ships of Xland; Xland's ships.", ["Xland"],
                     "Ships of the land; Xland's ships.", id="only what is found"),
        pytest.param("Xland fled with Yland.", ["Yland", "Xland"],
                     "Xland fled with Yland.", id="out of their order"),
    ],
)
def test_a_swap_puts_the_wording_in_place_of_what_is_found(
    text: str, finds: list[str], fixed: str
) -> None:
    assert swapped(text, finds, "the land") == fixed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_whose_fix_is_a_swap_says_so_in_one_word(lang: str) -> None:
    folder = rules_folder() / lang
    names = rulepack.read_names(fields.parse(folder / "names.toml"), folder / "names.toml")
    wording = str(next(iter(names.wordings.values()))[lang])
    rows = [
        example for path in sorted(folder.glob("*.toml"))
        for rule in fields.parse(path).get("rule", ()) for example in rule.get("example", ())
        if "fixed" in example
    ]
    spelled = [
        row["text"] for row in rows
        if row["fixed"] is not True and row["fixed"] == swapped(row["text"], row["finds"], wording)
    ]
    assert len(rows) > 10 and spelled == []
    pack = loader.load(lang).pack
    read = {one.text: one.fixed for rule in pack.rules for one in rule.examples}
    assert {
        row["text"]: swapped(row["text"], row["finds"], wording)
        for row in rows if row["fixed"] is True
    }.items() <= read.items()


@pytest.mark.parametrize(
    ("fixed", "finds"),
    [
        pytest.param(True, [], id="true where nothing is found"),
        pytest.param(False, ["jailed"], id="false"),
    ],
)
def test_a_fix_that_says_nothing_is_refused(fixed: bool, finds: list[str]) -> None:
    data = pack(("rule", "example"), "finds", finds)
    data["rule"][0]["example"][0]["fixed"] = fixed
    with pytest.raises(RulePackError, match="fixed says nothing") as trouble:
        read(data)
    assert trouble.value.hint == "Write the text with its fix made, or leave it out."


NAMES = """\
id = "xland"
title = "Xland"
lang = "en"

[names]
country = ["Xland"]
adjective = ["Xlandic"]

[wordings.government]
en = "the Xlandic government"
number = "singular"
"""


@pytest.mark.parametrize(
    ("now", "then", "line", "problem"),
    [
        pytest.param('lang = "en"', 'lang = "fa"', 3, 'the names are in "fa"',
                     id="no rules for it"),
        pytest.param('lang = "en"', 'lang = "fr"', 9, "there is no wording in the language",
                     id="wordings of another language"),
        pytest.param('en = "the', 'en = ""  # "the', 9, "there is no wording in the language",
                     id="an empty wording"),
        pytest.param('"singular"', '"one"', 11, 'number cannot be "one"', id="no number"),
        pytest.param('number = "singular"\n', "", 9, "wordings.government: number is missing",
                     id="no number at all"),
        pytest.param('number = "singular"', 'article = "no"', 11, 'article cannot be "no"',
                     id="no article"),
        pytest.param('adjective = ["Xlandic"]\n', "", 5, "names.adjective is empty",
                     id="no adjective"),
    ],
)
def test_a_names_file_whose_wordings_would_damage_a_text_is_refused(
    now: str, then: str, line: int, problem: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(NAMES.replace(now, then))
    Path("a.md").write_text("Xland jailed five lawyers.\n")
    assert main(["fix", "a.md", "--names", "own.toml"]) == 2
    said = capsys.readouterr().err
    assert f"own.toml line {line}: " in said and problem in said
    assert Path("a.md").read_text() == "Xland jailed five lawyers.\n"


def test_names_of_another_language_than_is_asked_for_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(NAMES)
    with pytest.raises(RulePackError, match='in "en", and the rules that are asked for in "fr"'):
        loader.load("fr", names=path)


@pytest.mark.parametrize("wording", ['""', '" "', '{ text = "", found = ["a"] }'])
def test_a_wording_without_words_is_refused(wording: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f"{HEAD}instead = [{wording}]\n{FOOT}")
    with pytest.raises(RulePackError) as trouble:
        loader.load("en", packs=[path])
    assert trouble.value.problem.startswith(f"{path} line 9: ")


def _spoken(own: Path, text: bytes, options: Options) -> list[str]:
    document = read_text(Path("a.txt"), text)
    result = load(replace(options, packs=(own,))).lint(document)
    return [finding.rule for finding in result.findings]


@pytest.mark.parametrize(
    ("looks", "text", "shipped"),
    [
        pytest.param('mention = { name = "country", slot = "subject" }', b"China said no.",
                     "country-as-speaker", id="a mention"),
        pytest.param('phrase = "vocational training"',
                     b"Two vocational training centers in Xinjiang were shown.",
                     "vocational-centers", id="a line"),
    ],
)
@pytest.mark.parametrize("off", [
    pytest.param(lambda id: Options(ignore=(id,)), id="ignored"),
    pytest.param(lambda id: Options(weights=((id, "off"),)), id="off in settings"),
    pytest.param(lambda id: Options(select=("own-rule",)), id="not selected"),
])
def test_a_rule_that_somebody_switched_off_leaves_its_place_to_others(
    looks: str, text: bytes, shipped: str, off: Callable[[str], Options], tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    head = HEAD.replace('"error"', '"warning"')
    own.write_text(f"{head}\n{FOOT}".replace('phrase = "jails"', looks))
    assert _spoken(own, text, Options()) == [shipped]
    assert _spoken(own, text, off(shipped)) == ["own-rule"]


@pytest.mark.parametrize("off", [
    pytest.param(lambda id: Options(ignore=(id,)), id="ignored"),
    pytest.param(lambda id: Options(weights=((id, "off"),)), id="off in settings"),
])
@pytest.mark.parametrize(("text", "named", "others"), [
    pytest.param("China jailed forty printers.", "country-as-abuser", [], id="an act"),
    pytest.param("China's jailing of printers goes on.", "country-as-owner-of-abuse", [],
                 id="an act as a noun"),
    pytest.param("China said no.", "country-as-speaker", [], id="speech"),
    pytest.param("China jailed printers and said that all was well.", "country-as-abuser",
                 ["country-as-speaker"], id="another verb is another finding"),
])
def test_what_a_rule_off_by_name_says_is_said_by_no_other_that_comes_with_lintwords(
    text: str, named: str, others: list[str], off: Callable[[str], Options]
) -> None:
    def spoken(options: Options) -> list[str]:
        found = load(options).lint(read_text(Path("a.txt"), text.encode()))
        return [finding.rule for finding in found.findings]

    assert spoken(Options()) == [named]
    assert spoken(off(named)) == others


@pytest.mark.parametrize(("text", "named", "others"), [
    pytest.param("China stands ready to deepen win-win cooperation with its ports.",
                 "win-win-formula", [], id="the mention in the line is the line's"),
    pytest.param("The students at the vocational centres of Hotan dance each noon.",
                 "trainees-graduated", ["vocational-centers"], id="other words"),
])
def test_a_line_off_by_name_is_silent_with_what_is_in_it(
    text: str, named: str, others: list[str]
) -> None:
    document = read_text(Path("a.txt"), text.encode())
    found = load(Options(ignore=(named,))).lint(document).findings
    assert [finding.rule for finding in found] == others


@pytest.mark.parametrize(("options", "speaks"), [
    pytest.param(Options(), ["country-as-abuser"], id="off by profile: the mention is judged"),
    pytest.param(Options(profile="strict"), ["own-line"], id="reported"),
    pytest.param(Options(ignore=("own-line",)), [], id="switched off by name"),
    pytest.param(Options(profile="strict", severity=Severity.ERROR), [], id="below what is shown"),
])
def test_a_mention_belongs_to_a_line_unless_the_profile_has_the_line_off(
    options: Options, speaks: list[str], tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    off = 'default = false\nprofiles = { strict = "on" }\nphrase = "China jailed the poet of poets"'
    head = HEAD.replace('"error"', '"suggestion"').replace("own-rule", "own-line")
    own.write_text(f"{head}\n{FOOT}".replace('phrase = "jails"', off))
    assert _spoken(own, b"China jailed the poet of poets.", options) == speaks


@pytest.mark.parametrize(("options", "speaks"), [
    pytest.param(Options(), ["xizang-name"], id="in preview: it takes no place of one that speaks"),
    pytest.param(Options(weights=(("own-line", "warning"),)), ["own-line"], id="asked for"),
])
@pytest.mark.parametrize("line", [
    "The region of Xizang has many a quiet town.", "Xizang has many a quiet town.",
    "They told us that Xizang has many a quiet town on a river.",
])
def test_a_line_in_preview_silences_no_other_line(
    line: str, options: Options, speaks: list[str], tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    looks = 'preview = true\nphrase = "xizang has many a quiet town"'
    head = HEAD.replace('"error"', '"warning"').replace("own-rule", "own-line")
    own.write_text(f"{head}\n{FOOT}".replace('phrase = "jails"', looks))
    assert _spoken(own, line.encode(), options) == speaks


@pytest.mark.parametrize(("text", "speaks"), [
    pytest.param("The region of Xizang enjoys lasting peace and ethnic harmony.", ["xizang-name"],
                 id="a name inside"),
    pytest.param("The rail firm of Xizang prides itself on ethnic harmony.", ["xizang-name"],
                 id="another name inside"),
    pytest.param("Social harmony is what the hill towns miss.", [], id="nothing else"),
    pytest.param("Her choir sings of harmony.", [], id="no line at all"),
])
def test_a_shipped_line_in_preview_silences_no_other_line(text: str, speaks: list[str]) -> None:
    found = load(Options()).lint(read_text(Path("a.txt"), text.encode())).findings
    assert [finding.rule for finding in found] == speaks


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(("priority", "speaks"), [(0, "country-as-speaker"), (1, "own-rule")])
def test_priority_goes_before_the_number_of_keys(
    priority: int, speaks: str, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    looks = f'mention = {{ slot = "subject" }}\npriority = {priority}'
    head = HEAD.replace('"error"', '"warning"')
    own.write_text(f"{head}\n{FOOT}".replace('phrase = "jails"', looks))
    assert _spoken(own, b"China said no.", Options()) == [speaks]


def test_any_reading_is_all_of_them():
    origin = fields.Origin(Path("own.toml"), 1, "a rule")
    one = common_tables.mention_of(origin, {"name": "country", "reading": "any"})
    assert one == common_tables.mention_of(origin, {"name": "country", "reading": [*READINGS]})


@pytest.mark.parametrize("field", ["number", "gender"])
def test_a_names_file_tells_the_grammar_that_its_language_agrees_by(
    field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    rows = Path("examples/names-other-fr.toml").read_text("utf-8").splitlines()
    own = tmp_path / "own.toml"
    own.write_text("\n".join(rows), "utf-8")
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("La Russie a emprisonné cinq avocats.\n", "utf-8")
    assert main(["check", "--lang", "fr", "a.md", "--names", "own.toml"]) == 1
    last = max(nth for nth, row in enumerate(rows) if row.startswith(field))
    own.write_text("\n".join([*rows[:last], *rows[last + 1 :]]), "utf-8")
    capsys.readouterr()
    assert main(["check", "--lang", "fr", "a.md", "--names", "own.toml"]) == 2
    said = capsys.readouterr().err
    table = max(nth for nth, row in enumerate(rows) if row.startswith("[") and nth < last)
    assert f"own.toml line {table + 1}: {rows[table][1:-1]}: {field} is missing" in said
    assert f'Write one of these lines: {field} = "' in said
