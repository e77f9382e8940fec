"""A language with an experimental pack: asked for by name, and never silently clean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import lintwords
from lintwords.cli.main import main
from lintwords.grammar import grammar_of, without
from lintwords.judge.document_linter import ALL_LANGUAGES, EXPERIMENTAL, LANGUAGES, load
from lintwords.model import Options
from lintwords.model.rule import CATEGORIES
from lintwords.text import spelling
from lintwords.text.spelling import en, plain

QUIET = "Der Garten liegt am Fluss, und im Sommer kommen die Kinder aus dem Dorf zum Baden.\n"
LOUD = "In Xizang wächst das Schienennetz, und die Züge fahren zweimal am Tag nach Norden.\n"
NOTE = "it was judged as de by an experimental pack of "
FOUND = [
    line.split("\t")
    for line in (Path(__file__).parent / "data/found_de.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "a.txt"


def test_no_language_is_both() -> None:
    assert EXPERIMENTAL and set(LANGUAGES).isdisjoint(EXPERIMENTAL)
    assert ALL_LANGUAGES == (*LANGUAGES, *EXPERIMENTAL)


def test_where_nobody_asks_for_it_the_text_is_named_as_unread(file: Path, capsys) -> None:
    file.write_text(LOUD, "utf-8")
    assert main(["check", "a.txt"]) == 2
    said = capsys.readouterr()
    assert said.out == "1 file not checked, in a language without rules (de): a.txt.\n"
    assert "  There is an experimental pack: --lang de judges by it.\n" in said.err


@pytest.mark.parametrize(
    ("text", "options", "code", "is_told"),
    [
        pytest.param(QUIET, [], 2, True, id="nothing found, and not clean"),
        pytest.param(LOUD, [], 2, True, id="something found"),
        pytest.param(QUIET, ["-q"], 2, True, id="quiet"),
        pytest.param(QUIET, ["--accept-unread", "passage"], 0, True, id="accepted, and still said"),
        pytest.param(LOUD, ["--accept-unread", "passage", "--fail-on", "warning"], 1, True,
                     id="accepted, with a finding"),
    ],
)
def test_a_run_that_asks_for_it_says_so(
    text: str, options: list[str], code: int, is_told: bool, file: Path, capsys
) -> None:
    file.write_text(text, "utf-8")
    assert main(["check", "--lang", "de", *options, "a.txt"]) == code
    assert (NOTE in capsys.readouterr().err.replace("It was", "it was")) is is_told


def test_settings_ask_for_it_for_some_paths(file: Path, capsys) -> None:
    file.with_name("a.de.txt").write_text(LOUD, "utf-8")
    file.with_name("lintwords.toml").write_text(
        '[path."*.de.txt"]\nlang = "de"\naccept-unread = ["passage"]\n', "utf-8"
    )
    file.write_text("The garden lies at the river, and the children swim in it.\n", "utf-8")
    assert main(["check", "--format", "json", "."]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [row["rule"] for row in report["findings"]] == ["xizang-name"]
    assert {row["path"]: [one["seen"] for one in row["unread"]] for row in report["files"]} == {
        "a.de.txt": [False], "a.txt": [],
    }


def test_every_report_of_a_program_says_it() -> None:
    (file,) = lintwords.lint(QUIET, lang="de").files
    assert [one.what.startswith(NOTE) for one in file.unread] == [True]
    assert file.missed == file.unread


def test_nothing_is_said_of_it_in_other_languages() -> None:
    for lang in (*LANGUAGES, "auto"):
        (file,) = lintwords.lint("A garden at the river, where we swim.\n", lang=lang).files
        assert file.unread == ()


def test_its_words_do_not_judge_other_texts() -> None:
    (file,) = lintwords.lint(f"{QUIET}\n{LOUD}").files
    assert (file.unjudged, file.is_judged) == (("de",), False)


# -- data alone -------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", EXPERIMENTAL)
def test_it_needs_no_python_of_its_own(lang: str) -> None:
    assert grammar_of(lang) is without
    assert spelling.of(lang) is plain


def test_a_language_with_a_module_has_it() -> None:
    assert spelling.of("en") is en
    assert grammar_of("en") is not without


def test_a_module_that_lacks_something_is_no_language_without_one(monkeypatch) -> None:
    from lintwords.text import language_module

    def broken(name: str) -> None:
        raise ModuleNotFoundError("No module named 'other'", name="other")

    monkeypatch.setattr(language_module, "import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        language_module.module_for("lintwords.grammar", "en", "without")


def test_forms_are_those_that_are_written() -> None:
    inflector = plain.inflector({
        "forms": {"sagen": {"third": "sagt", "past": "sagte sagten"}},
        "endings": {"adjective": "e en"},
    })
    assert list(inflector.forms("verb", "sagen")) == [
        ("sagen", "sagen", "base"), ("sagt", "sagen", "third"), ("sagte", "sagen", "past"),
        ("sagten", "sagen", "past"),
    ]
    assert [form for form, *_ in inflector.forms("adjective", "klein")] == [
        "klein", "kleine", "kleinen"
    ]
    assert [form for form, *_ in inflector.forms("adjective", "klein=")] == ["klein"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ürümqi-Frage", ["Ürümqi", "-", "Frage"], id="a hyphen joins"),
        pytest.param("U\u0308ru\u0308mqi", ["Ürümqi"], id="letters typed as two signs"),
        pytest.param("am 4. Juni", ["am", "4", ".", "Juni"], id="a day"),
        pytest.param("5.000 Jahre", ["5.000", "Jahre"], id="thousands"),
        pytest.param("Lager\u00adtor", ["Lagertor"], id="a soft hyphen"),
    ],
)
def test_words_are_letters(text: str, words: list[str]) -> None:
    assert [form for form, *_ in plain.cut(text, 0, len(text))] == words


# -- what the German pack finds ---------------------------------------------------------------


def test_the_german_pack_covers_every_kind_but_one() -> None:
    rules = load(Options(lang="de")).rules
    assert len(rules) >= 20
    assert {rule.category for rule in rules} == set(CATEGORIES) - {"erasure"}


def test_sentences_give_what_they_are_known_to_give() -> None:
    wrong = []
    for rule, is_found, text in FOUND:
        found = [one.rule for one in lintwords.lint(text, lang="de").findings]
        if found != [rule] * (is_found == "yes"):
            wrong.append((text, found))
    assert len(FOUND) >= 40 and wrong == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Über China verhaftet kein Gesetz Anwälte.", id="not first"),
        pytest.param("In China verhaftete Anwälte schrieben.", id="a place"),
        pytest.param("Wo China verhaftet, schweigen Anwälte.", id="a clause"),
    ],
)
def test_a_country_acts_only_at_the_begin_of_a_sentence(text: str) -> None:
    assert lintwords.lint(text, lang="de").findings == ()


def test_the_sentence_before_ends_at_its_stop() -> None:
    text = "Es regnet am 4. Juni. China verhaftet Anwälte."
    assert [one.words for one in lintwords.lint(text, lang="de").findings] == [
        "China verhaftet Anwälte"
    ]
