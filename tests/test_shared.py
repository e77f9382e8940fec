"""One load for many texts: what calls share, and what they leave alone."""

from __future__ import annotations

import gc
import os
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import lintwords
from lintwords import api
from lintwords.errors import RulePackError, SettingsError
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.packs import loader
from lintwords.run import linter_choice
from lintwords.run.kept_linters import Shared
from lintwords.text import lexicon

pytestmark = pytest.mark.usefixtures("few_rules")

TEXTS = [
    "China jailed five lawyers after a closed trial, and Beijing denied it.",
    "“China has lied,” said the minister. The Chinese are spying on students.",
    "Nothing happened in the port. Exports to China grew, and nobody was hurt.",
    "China's arrest of the poet was a mistake; it has lifted 800 million people out of poverty.",
    "The re-education centres are vocational training. So-called experts say that China can't.",
    "# Head\n\nChina, which jailed a poet, wants peace.",
]
PACK = """
[[rule]]
id = "own-word"
category = "conflation"
severity = "warning"
title = "Say what happened"
why = "The word hides it."
phrase = "{word}"
instead = ["it happened"]
[[rule.source]]
id = "own"
title = "House rules"
publisher = "The house"
date = 2026-01-01
url = "https://example.org/"
supports = "The word."
read = 2026-01-01
[[rule.example]]
text = "A {word} day."
finds = ["{word}"]
[[rule.example]]
text = "A calm day."
finds = []
note = "nothing fits"
"""


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is shared with other tests."""
    monkeypatch.setattr(linter_choice, "_shared", Shared())


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The packs that were read."""
    made: list[object] = []
    real = loader.load

    def load(*given, **named):
        made.append(named.get("packs"))
        return real(*given, **named)

    monkeypatch.setattr(loader, "load", load)
    return made


def test_calls_share_what_one_has_loaded(loads, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXTS[0])
    lintwords.lint(TEXTS[0])
    before = len(loads)
    for profile in ("default", "strict", "newsroom", "academic"):
        assert lintwords.lint(TEXTS[0], profile=profile).findings
    for _ in range(20):
        lintwords.Linter(select=["conflation"], ignore=["country-as-mind"], fixed=()).lint(TEXTS[1])
    assert lintwords.lint_path("a.txt").findings
    assert len(loads) == before


def test_only_the_linters_that_were_asked_for_last_are_kept() -> None:
    rules = [brief.id for brief in api.load_linter(Options()).index.briefs]
    for name in rules[:30]:
        lintwords.Linter(select=[name])
    kept = linter_choice._shared._kept.values()
    assert len(kept) == 8
    assert all(one._like is None or one._like._like is None for one in kept)


def test_a_pack_that_has_changed_is_read_anew(tmp_path, monkeypatch) -> None:
    pack = tmp_path / "own.toml"
    found = []
    for nth, word in enumerate(["gloomy", "sunny"]):
        pack.write_text(PACK.format(word=word))
        os.utime(pack, (nth, nth))
        rows = lintwords.Linter(packs=[pack]).lint("A gloomy day. A sunny day.").findings
        found.append([(one.rule, one.words) for one in rows])
    assert found == [[("own-word", "gloomy")], [("own-word", "sunny")]]


def test_a_linter_keeps_its_rules(tmp_path) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text(PACK.format(word="gloomy"))
    kept = lintwords.Linter(packs=[pack])
    pack.unlink()
    assert [one.words for one in kept.lint("A gloomy day.").findings] == ["gloomy"]
    with pytest.raises(RulePackError):
        lintwords.Linter(packs=[pack])


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"profile": "strickt"}, 'profile not known: "strickt"'),
        ({"severity": "warn"}, 'severity cannot be "warn"'),
        ({"select": ["country-as-abusr"]}, 'no rule or category "country-as-abusr"'),
        ({"lang": "tlh"}, 'no rules for the language "tlh"'),
        ({"fixed": ["A", ""]}, "names.fixed holds a name without a letter"),
        ({"fixed": [" - "]}, "names.fixed holds a name without a letter"),
        ({"government_term": "juntas"}, 'government term not known: "juntas"'),
    ],
)
def test_an_option_that_is_not_known_is_refused(named, said) -> None:
    with pytest.raises(SettingsError) as trouble:
        lintwords.Linter(**named)
    assert trouble.value.problem == said


def test_options_do_what_settings_do() -> None:
    text = TEXTS[0]
    assert lintwords.Linter(ignore=["conflation"]).lint(text).findings == ()
    (finding, *_) = lintwords.Linter(government_term="party").lint(text).findings
    assert "Party" in finding.fixes[0].label
    society = "Radio China jailed a poet."
    assert lintwords.lint(society).findings
    assert lintwords.Linter(fixed=["Radio China"]).lint(society).findings == ()


# -- threads ------------------------------------------------------------------------------------


@pytest.mark.parametrize("most", [pytest.param(None, id="room"), pytest.param(3, id="no room")])
def test_threads_find_what_one_finds(most, monkeypatch) -> None:
    """Also where what is kept in mind is thrown out all the time, by one thread under another."""
    if most:
        for name in ("text.lexicon", "match.matchers", "match.filters", "match.trial"):
            monkeypatch.setattr(f"lintwords.{name}.MOST_KNOWN", most)
    alone = {text: lintwords.lint(text, format="markdown") for text in TEXTS}
    shared = api.Linter(profile="default")
    monkeypatch.setattr(linter_choice, "_shared", Shared())  # also the load is one of many threads
    rows = [text for nth in range(20) for text in random.Random(nth).sample(TEXTS, len(TEXTS))]
    with ThreadPoolExecutor(8) as threads:
        fresh = list(threads.map(lambda text: lintwords.lint(text, format="markdown"), rows))
        again = list(threads.map(lambda text: shared.lint(text, format="markdown"), rows))
    assert fresh == again == [alone[text] for text in rows]


def test_threads_wait_for_one_load(loads) -> None:
    made = DocumentLinter(Options())
    with ThreadPoolExecutor(8) as threads:
        packs = list(threads.map(lambda nth: made.compiled, range(8)))
    assert len({id(compiled) for compiled in packs}) == 1
    assert len(loads) <= 2  # for the index, where it was not kept, and for the compiled pack


# -- what belongs to the program ----------------------------------------------------------------


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_of_a_program_is_left_alone(enabled, monkeypatch) -> None:
    seen = []
    real = DocumentLinter.lint

    def lint(self, document, heard=None):
        result = real(self, document)
        seen.append((gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()))
        return result

    for name in ("disable", "enable", "freeze", "set_threshold"):
        if name != ("enable" if enabled else "disable"):
            monkeypatch.setattr(gc, name, lambda *given: pytest.fail("the collector was touched"))
    before = gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()
    monkeypatch.setattr(DocumentLinter, "lint", lint)
    lintwords.lint(TEXTS[0])
    assert seen == [before]


def test_what_is_kept_in_mind_does_not_grow_with_texts(monkeypatch) -> None:
    monkeypatch.setattr(lexicon, "MOST_KNOWN", 50)
    kept = lintwords.Linter()
    for nth in range(40):
        words = " ".join(f"wort{nth}x{at}" for at in range(30))
        kept.lint(f"China jailed {words} and a poet.")
    compiled = kept._linter.compiled
    assert len(compiled.lexicon) <= 50
    assert len(compiled.lexicon._older) <= 50


def test_of_sets_of_words_only_the_last_are_kept() -> None:
    kept = Shared()
    for nth in range(5):
        kept.linter(Options(fixed=(f"Zhina Brand {nth}",)), linter_choice.load_linter)
        strict = Options(fixed=(f"Zhina Brand {nth}",), profile="strict")
        kept.linter(strict, linter_choice.load_linter)
    words = {options.fixed for options, *_ in kept._kept}
    assert words == {(f"Zhina Brand {nth}",) for nth in (2, 3, 4)}


def test_of_two_fixes_of_one_finding_the_first_is_made() -> None:
    report = lintwords.lint("China jailed her. China beat a monk.")
    every = [fix for finding in report.findings for fix in finding.fixes]
    made = lintwords.apply(report, every)
    assert made == "The Chinese government jailed her. The Chinese government beat a monk."
