"""In French, too, no fix is safe where firms may own it, or a headline is another's.

The table goes with its mirror, sentences of the same shape whose fix is safe after all.
"""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, offered, the_finding

import lintwords


@pytest.mark.parametrize("text", [
    *a_case("market", "La surcapacité de la Chine menace nos aciéries.",
            "Nous condamnons l'hégémonie de la Chine sur le commerce des terres rares."),
    *a_case("owned", "Une entreprise contrôlée par la Chine gère le port.",
            "Le port contrôlé par la Chine est surveillé."),
    *a_case("poverty", "Ayant sorti des millions de gens de la pauvreté, la Chine emprisonne "
            "ses avocats."),
    *a_case("said", "Lord Marlow : la Chine torture",
            "La Chine emprisonne les poètes – le ministre Lind"),
    *a_case("rank", "Il a exhorté la Chine à jouer un rôle constructif."),
    *a_case("written", "Elle a écrit un article exhortant la Chine à libérer le libraire."),
])
def test_a_person_looks_first(french: lintwords.Linter, text: str) -> None:
    assert not is_safe(the_finding(french, text))


@pytest.mark.parametrize("text", [
    *a_case("market", "La répression de la Chine menace nos voisins."),
    *a_case("poverty", "La Chine emprisonne les avocats qui parlent de la misère."),
    *a_case("owned", "Une milice contrôlée par la Chine a tiré."),
    *a_case("said", "Lhassa : la Chine torture",
            "La Chine emprisonne les poètes – Nouvelles du port"),
    *a_case("rank", "Il a exhorté la Chine à libérer le libraire."),
    *a_case("written", "Nous avons écrit un article exhortant la Chine à libérer le libraire."),
])
def test_its_mirror_is_safe(french: lintwords.Linter, text: str) -> None:
    assert is_safe(the_finding(french, text))


def test_a_host_is_a_country(french: lintwords.Linter) -> None:
    text = "Pourquoi a-t-on permis à la Chine d'organiser les Jeux d'hiver ?"
    assert not french.lint(text).findings


def test_no_plural_is_offered_before_a_verb_that_may_go_on(french: lintwords.Linter) -> None:
    text = "La Chine emprisonne les avocats et dit avoir raison."
    labels = offered(the_finding(french, text))
    assert labels and not any("utorités" in label for label in labels)
