"""French wordings in place of a mention: their form, and whether the sentence takes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tables

import lintwords
from lintwords.grammar.fr.doubts import Doubts
from lintwords.grammar.fr.rewrite import Rewriter
from lintwords.grammar.model import Style, Wording
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.text.sentences import Sentence

TABLE = tables.read(Path(__file__).parent / "data/fixes_fr.toml")


@pytest.fixture(scope="module")
def compiled() -> CompiledPack:
    return load(Options(lang="fr")).compiled


def rewritten(compiled: CompiledPack, text: str, wording: str) -> Iterator[tuple[str, str]]:
    """The text with a wording in place of each mention, and the doubt about it."""
    yield from ((new, doubt) for new, doubt, _ in made(compiled, text, wording))


def made(compiled: CompiledPack, text: str, wording: str) -> Iterator[tuple[str, str, bool]]:
    """The same, and whether it leaves words that do not agree with it."""
    wanted = Wording.of(compiled.pack.names.wordings[wording], "fr")
    style = Style(apostrophe="’" if "’" in text else "'")
    for span in compiled.splitter.split(text):
        sentence = Sentence(0, text, span.start, span.end, compiled.lexicon, compiled.names)
        for slot in compiled.slots(sentence):
            governor = next(iter(slot.governors), None)
            doubts = Doubts(sentence, slot, governor, style)
            for row in Rewriter(sentence, slot, governor, style).rewrites([wanted], []):
                new = text
                for change in reversed(row.changes):
                    new = new[: change.span.start] + change.text + new[change.span.end :]
                yield new, doubts.about(row), doubts.is_unfit(row)


def test_the_table_is_long_enough() -> None:
    assert sum(map(len, TABLE.values())) >= 60


@pytest.mark.parametrize(("before", "after"), TABLE["safe"], ids=lambda text: text[:40])
def test_a_plain_sentence_takes_the_government(
    compiled: CompiledPack, before: str, after: str
) -> None:
    assert (after, "") in list(rewritten(compiled, before, "government"))


@pytest.mark.parametrize(("before", "after"), TABLE["doubted"], ids=lambda text: text[:40])
def test_what_speaks_against_a_wording_leaves_it_to_a_person(
    compiled: CompiledPack, before: str, after: str
) -> None:
    found = dict(rewritten(compiled, before, "government"))
    assert found.get(after), found


@pytest.mark.parametrize(("before", "after"), TABLE["plural"], ids=lambda text: text[:40])
def test_verbs_and_participles_follow_the_authorities(
    compiled: CompiledPack, before: str, after: str
) -> None:
    assert after in dict(rewritten(compiled, before, "authorities"))


@pytest.mark.parametrize(("before", "after"), TABLE["unfit"], ids=lambda text: text[:40])
def test_what_would_no_longer_agree_is_not_offered(
    compiled: CompiledPack, before: str, after: str
) -> None:
    assert (after, True) in [(new, unfit) for new, _, unfit in made(compiled, before, "government")]


@pytest.mark.parametrize(("before", "after"), TABLE["plural-unfit"], ids=lambda text: text[:40])
def test_a_plural_beside_words_about_one_is_not_offered(
    compiled: CompiledPack, before: str, after: str
) -> None:
    found = [(new, unfit) for new, _, unfit in made(compiled, before, "authorities")]
    assert (after, True) in found


@pytest.mark.parametrize("text", TABLE["none"])
def test_where_no_wording_can_stand_none_is_made(compiled: CompiledPack, text: str) -> None:
    assert list(rewritten(compiled, text, "government")) == []


@pytest.mark.parametrize(
    ("phrase", "labels"),
    [
        pytest.param("les gouvernements de {names}", [], id="around names, and none is here"),
        pytest.param("{head} à sa solde", ["pirates à sa solde"], id="around a noun"),
    ],
)
def test_a_wording_stands_around_a_noun_only_where_it_has_a_place_for_one(
    compiled: CompiledPack, phrase: str, labels: list[str]
) -> None:
    text = "Des pirates chinois ont volé les plans."
    sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    (slot,) = compiled.slots(sentence)
    rewriter = Rewriter(sentence, slot, None, Style(apostrophe="'"))
    assert [row.label for row in rewriter.rewrites([], [], [phrase])] == labels


@pytest.mark.parametrize(
    ("text", "body", "is_offered"),
    [
        ("La Chine a jugé trois avocats à huis clos.", "Un tribunal chinois", True),
        ("Le poète que la Chine a condamné est sorti.", "qu'un tribunal chinois", True),
        ("La Chine juge que le texte est partial.", "Un tribunal chinois", False),
        ("La Chine a arrêté deux moines.", "La police chinoise", True),
        ("La Chine doit arrêter ses essais.", "La police chinoise", False),
        ("La Chine a bloqué le site.", "La censure chinoise", True),
        ("La Chine le bloque depuis un an.", "La censure chinoise", False),
    ],
)
def test_a_body_is_offered_for_what_it_acts_upon(text: str, body: str, is_offered: bool) -> None:
    report = lintwords.lint(text, lang="fr")
    labels = [fix.label for finding in report.findings for fix in finding.fixes]
    assert report.findings
    assert (body in labels) is is_offered


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("« La Chine », a-t-il dit, « a pris mon frère. »", "country-as-abuser", "warning"),
        ('"La Chine", dit-elle, "a emprisonné mon frère."', "country-as-abuser", "warning"),
        ("Il est passé dans le camp de la Chine.", "country-taken-for-government", "warning"),
        ("Les camps de la Chine sont pleins.", "country-as-owner-of-abuse", "error"),
        ("Le comité appelle la Chine à cesser la torture.", "country-addressed", "error"),
        ("La Chine fait l'objet de vives critiques.", "country-blamed", "error"),
        ("La Chine ferait bien d'écouter les exilés.", "country-addressed", "warning"),
        ("Il est exclu que la Chine enferme encore un moine.", "country-as-abuser", "warning"),
        ("La Chine n'honore pas ses engagements.", "country-as-state-actor", "warning"),
        ("D'après moi, la Chine emprisonne des poètes.", "country-as-abuser", "error"),
    ],
)
def test_what_is_said_of_the_country_has_its_title_and_weight(
    text: str, rule: str, severity: str
) -> None:
    found = [(f.rule, f.severity.name.lower()) for f in lintwords.lint(text, lang="fr").findings]
    assert found == [(rule, severity)]


def test_a_wording_of_another_gender_stands_in_brackets() -> None:
    (finding,) = lintwords.lint("La Chine communiste inquiète.", lang="fr").findings
    named = ("le gouvernement chinois", "le régime chinois", "le Parti communiste chinois")
    assert finding.instead == tuple(f"[{wording}]" for wording in named)


def test_a_country_as_an_example_asks_for_its_government() -> None:
    text = "Des voisins, comme la Chine, arrêtent des poètes."
    (finding,) = lintwords.lint(text, lang="fr").findings
    assert finding.instead == ("[nommer le gouvernement, si c’est lui]",)
