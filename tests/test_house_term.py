"""A house term in the plural is offered wherever the one in the singular is."""

from functools import cache

import pytest

from lintwords import Linter
from lintwords.model import Fix

BODIES = ("A court", "Police", "censors", "Un tribunal", "La police", "La censure")


@cache
def linter(lang: str, term: str) -> Linter:
    return Linter(lang=lang, government_term=term)


def fixes(text: str, lang: str, term: str = "authorities") -> tuple[Fix, ...]:
    (finding,) = linter(lang, term).lint(text).findings
    return finding.fixes


def written(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(("lang", "text", "new"), [
    pytest.param("en", "China locks up its critics, censors its press and jails those who teach.",
                 "Chinese authorities lock up their critics, censor their press and jail those "
                 "who teach.", id="three verbs"),
    pytest.param("en", "China fined a baker for its own reasons.",
                 "Chinese authorities fined a baker for their own reasons.", id="its own"),
    pytest.param("en", "China wants to keep its seat.",
                 "Chinese authorities want to keep their seat.", id="a wish"),
    pytest.param("en", "China itself jailed the poet.",
                 "Chinese authorities themselves jailed the poet.", id="itself"),
    pytest.param("en", "China supports Belarus in its war.",
                 "Chinese authorities support Belarus in its war.", id="another's war"),
    pytest.param("en", "China says it will not give way.",
                 "Chinese authorities say it will not give way.", id="it goes on"),
    pytest.param("fr", "La Chine enferme ses critiques, censure sa presse et emprisonne un maître.",
                 "Les autorités chinoises enferment leurs critiques, censurent leur presse et "
                 "emprisonnent un maître.", id="trois verbes"),
    pytest.param("fr", "La Chine veut garder son siège.",
                 "Les autorités chinoises veulent garder leur siège.", id="un souhait"),
    pytest.param("fr", "La Chine a emprisonné un poète et fermé son atelier.",
                 "Les autorités chinoises ont emprisonné un poète et fermé son atelier.",
                 id="l'atelier d'un autre"),
])
def test_a_plural_beside_a_pronoun_is_offered_by_hand(lang: str, text: str, new: str) -> None:
    first, *_ = fixes(text, lang)
    assert (written(text, first), first.safe) == (new, False)
    assert "pronoun" in first.why_not or "pronom" in first.why_not


@pytest.mark.parametrize(("lang", "text", "new"), [
    ("en", "China jails poets and bans their books.",
     "Chinese authorities jail poets and ban their books."),
    ("en", "China says that it is clear that the potter lied.",
     "Chinese authorities say that it is clear that the potter lied."),
    ("fr", "La Chine emprisonne des poètes.", "Les autorités chinoises emprisonnent des poètes."),
])
def test_a_plural_beside_no_pronoun_stays_safe(lang: str, text: str, new: str) -> None:
    first, *_ = fixes(text, lang)
    assert (written(text, first), first.safe) == (new, True)


@pytest.mark.parametrize(("text", "new"), [
    ("China jails poets and bans books.", "Chinese authorities jail poets and ban books."),
    ("China jails poets and plans camps.", "Chinese authorities jail poets and plan camps."),
    ("China jails poets and nuns.", ""),
    ("China jailed poets and arts students.", ""),
])
def test_what_may_be_a_verb_or_a_noun_is_left_to_a_person(text: str, new: str) -> None:
    first, *_ = fixes(text, "en")
    if new:
        assert (written(text, first), first.safe) == (new, False)
    else:
        assert first.safe


@pytest.mark.parametrize("text", [
    "China has been and remains opposed to the pact.", "China jailed a poet as a warning.",
])
def test_a_plural_beside_a_word_of_one_is_still_not_offered(text: str) -> None:
    assert not any("authorities" in fix.label for fix in fixes(text, "en"))


@pytest.mark.parametrize("term", ["government", "authorities"])
@pytest.mark.parametrize(("lang", "text", "is_offered"), [
    ("en", "China jailed a potter.", True),
    ("en", "China wants to jail the potter.", True),
    ("en", "China jailed a potter and censored his letters.", False),
    ("en", "China locks up its critics, censors its press and jails a teacher.", False),
    ("en", "China, which jailed the potter, denies it.", False),
    ("fr", "La Chine a jugé un poète à huis clos.", True),
    ("fr", "La Chine a arrêté deux moines et bloqué leur site.", False),
    ("fr", "La Chine enferme ses critiques et censure sa presse.", False),
])
def test_a_body_is_offered_where_the_deed_is_its_own_alone(
    lang: str, text: str, is_offered: bool, term: str
) -> None:
    labels = [fix.label for fix in fixes(text, lang, term)]
    assert labels
    assert any(body in label for label in labels for body in BODIES) is is_offered
