"""Word lists: what is common in ordinary text, and what is said of a file that is wrong."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import tables

from lintwords import lint, readers
from lintwords.errors import RulePackError
from lintwords.files.shipped import rules_folder
from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.model.rule import SLOTS
from lintwords.text import lexicon, lexicon_tables
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import NameTable

COMMON = rules_folder() / "en" / "lexicon" / "common.toml"


def test_each_common_word_stands_in_one_step_in_order() -> None:
    steps = tables.read(COMMON)["common"]
    times = Counter(word for row in steps.values() for word in row)
    assert [word for word, number in times.items() if number > 1] == []
    assert list(steps) == sorted(steps, key=int, reverse=True)
    assert all(row == sorted(row) and " ".join(row).islower() for row in steps.values())


# kinds of features that hold the class of a word, and those that hold a word
OF_CLASSES = ("topic of", "head is", "governor is", "object is", "complement is")
OF_WORDS = ("near", "any governor", "any head")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_class_of_words_is_used_by_a_rule_a_feature_or_a_fix(lang: str) -> None:
    """What rules, filters, fixes and voices name; else what the weights of the reading know.

    The reading knows a class of verbs, nouns or adjectives by its name or by one of its words.
    """
    root, idle = rules_folder(), []
    rules = " ".join(path.read_text("utf-8") for path in sorted(root.glob(f"{lang}/*.toml")))
    package = Path(lexicon.__file__).parents[1]
    code = " ".join(path.read_text("utf-8") for path in sorted(package.rglob("*.py")))
    named = set(re.findall(r"[a-z]+\.[a-z0-9-]+|(?<=[<|])[a-z0-9-]+(?=[|>])", f"{rules} {code}"))
    beginnings = tuple(name for name in named if name.endswith("-"))
    reader = load(Options(lang=lang)).compiled.mentions.reader
    assert reader is not None

    def weighs(kind: str, value: str) -> bool:
        return any(reader._weights.sums([(kind, value)]))

    for path in sorted(root.glob(f"{lang}/lexicon/*.toml")):
        if path.name == "inflection.toml":  # how words change, no class of them
            continue
        for table, classes in tables.read(path).items():
            if table not in ("nouns", "verbs", "adjectives", "words"):
                continue
            for name, words in classes.items():
                cls = f"{table}.{name}"
                is_asked = bool({name, cls} & named) or cls.startswith(beginnings)
                is_weighed = any(weighs(kind, cls) for kind in ("topic", "l is", "r is")) or any(
                    weighs(kind, f"{slot} {cls}") for kind in OF_CLASSES for slot in SLOTS
                )
                is_read = table != "words" and any(
                    weighs(kind, word.replace(" … ", " ")) for kind in OF_WORDS for word in words
                )
                if not (is_asked or is_weighed or is_read):
                    idle.append(cls)
    assert idle == []


def test_a_listed_word_is_as_frequent_as_its_step_and_others_are_rare() -> None:
    words = {"nouns": {"general": ["lantern"]}, "function": {"article": ["the"]}}
    files = {Path("words.toml"): words, Path("common.toml"): {"common": {"300": ["city"]}}}
    known = lexicon.Lexicon(lexicon_tables.build(files))
    city, the, lantern, unknown = map(known.frequency, ("city", "the", "lantern", "zither"))
    assert city == 300
    assert the > city > lantern > unknown


@pytest.mark.parametrize("number", [1, 2, 40])
def test_drawers_hold_what_was_filled_in_and_nothing_else(number: int) -> None:
    table = {"city": ("a",), "cit": (), "ity": {"b": 1}, "père": 0, "long word": "c", "中": [2]}
    parts = lexicon.Drawers.fill(table, number)
    drawers = lexicon.Drawers([b"before", *parts], 1, number)
    assert dict(drawers.items()) == table
    assert len(drawers) == len(table)
    assert {key: drawers[key] for key in table} == table
    for key in ("", "ci", "city père", "word", "zither"):
        assert key not in drawers
        assert drawers.get(key, "none") == "none"
        with pytest.raises(KeyError):
            drawers[key]


@pytest.mark.parametrize("table", [{"often": ["city"]}, {"300": "city"}], ids=["step", "words"])
def test_a_common_list_that_is_wrong_says_how_to_write_it(table: dict[str, object]) -> None:
    with pytest.raises(RulePackError, match="not a number with a list of words") as caught:
        lexicon_tables.build({Path("common.toml"): {"common": table}})
    assert "300 = [" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("LA CHINE A EMPRISONNE TROIS POETES.", ["CHINE"]),
        ("LA CHINE PERSECUTE SES POETES.", ["CHINE"]),
        ("TROIS POETES ARRETES PAR LA CHINE", ["CHINE"]),
        ("LA CHINE A EMPRISONNÉ TROIS POÈTES.", ["CHINE"]),
        ("LA CHINE PRODUIT DU THE ET DE LA SOIE.", []),
        ("La Chine a emprisonne trois poetes.", ["Chine"]),
        ("La Chine persecute les poetes ouighours.", ["Chine"]),
        ("Pekin et la Chine repriment les poetes.", ["Chine"]),
        ("La repression chinoise au Tibet inquiete.", ["chinoise"]),
        ("Il faut la reunification avec Taiwan.", ["la reunification avec Taiwan"]),
        ("LES SEPARATISTES TIBETAINS SONT SOUTENUS.", ["SEPARATISTES TIBETAINS"]),
        ("La Chine produit du the et de la soie, et son regime de pluies est regulier.", []),
        ("La Chine est un pays tres peuple.", []),
    ],
)
def test_french_may_lack_its_accents(text: str, finds: list[str]) -> None:
    document = readers.read(Path("a.txt"), text.encode())
    linter = load(Options(lang="fr"))
    result = linter.lint(document)
    assert [finding.words for finding in result.findings] == finds
    assert not finds or linter.gate(text.encode())
    plain = [finding.words for finding in lint(text, lang="fr").findings]
    assert plain == finds


def test_an_encoder_sees_the_accents_that_were_left_out() -> None:
    patterns = load(Options(lang="fr")).compiled.patterns
    for text, read in (
        ("La Chine et son regime persecutent les poetes.",
         "La Chine et son régime persécutent les poètes."),
        ("LA CHINE ET SON REGIME", "LA CHINE ET SON RÉGIME"),
        ("La Chine, son regime et les poètes.", "La Chine, son regime et les poètes."),
    ):
        one = Sentence(0, text, 0, len(text), patterns.lexicon, patterns.names)
        assert one.spelt == read


def test_a_word_without_its_accents_is_all_that_it_may_be() -> None:
    words = load(Options(lang="fr")).compiled.patterns.lexicon
    low, word = words.without_accents("emprisonne")
    assert low == "emprisonne"
    assert {"verbs:third", "verbs:participle"} <= word.forms
    assert words.without_accents("regime") == ("régime", words["régime"])
    assert words.without_accents("pays") == ("pays", words["pays"])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_class_may_hold_hashtags(lang: str) -> None:
    tables = lexicon.Tables({"#oldport": [("words.tag", "#oldport", "fixed")]}, {}, {}, {}, {})
    words = lexicon.Lexicon(tables, lang)
    text = "#OldPort opens; oldport, mail@oldport.org and #OldPorts do not."
    tokens = Sentence(0, text, 0, len(text), words, NameTable()).tokens
    assert [token.text for token in tokens if "words.tag" in token.classes] == ["#OldPort"]
