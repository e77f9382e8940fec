"""No fix is safe where words apart from the clause tell of a land, or agree with its name.

Each table goes with its mirror, sentences of the same shape whose fix is safe after all.
"""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, the_finding

import lintwords


@pytest.mark.parametrize("text", [
    *a_case("called", "China jails poets, a country I love.",
            "China jails nuns, the land of my mother."),
    *a_case("counted", "With 1.4 billion people, China jails poets.",
            "China jails poets, with 1.4 billion people.",
            "With a population of a billion, China tortures monks."),
    *a_case("lies", "Bordering India, China jails poets.", "Situated in Asia, China jails poets.",
            "China jails poets where it borders India."),
    *a_case("there", "China jails poets, and there I met one.",
            "China jails poets, and we went there."),
    *a_case("its", "China tortures monks in its deserts.",
            "China drives monks from the valley to its capital."),
    *a_case("likened", "China jails poets and will for ever be a prison itself."),
])
def test_a_land_is_told_of(english: lintwords.Linter, text: str) -> None:
    assert not is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    *a_case("called", "China jails poets, nuns and monks."),
    *a_case("counted", "With two million people in camps, China jails more poets.",
            "With twelve people in the cells, China jails one more."),
    *a_case("there", "China jails poets, and there are no lawyers.",
            "China jails poets, and there stands a guard."),
    *a_case("its", "China tortures monks in its prisons."),
    *a_case("likened", "China jails poets and opened a prison itself."),
])
def test_its_mirror_is_safe(english: lintwords.Linter, text: str) -> None:
    assert is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    *a_case("called", "La Chine emprisonne les poètes, un pays que j'aime."),
    *a_case("counted", "Avec 1,4 milliard d'habitants, la Chine emprisonne les poètes.",
            "La Chine emprisonne les poètes, avec 1,4 milliard d'habitants."),
    *a_case("there", "La Chine emprisonne les poètes, et j'y ai rencontré un ami.",
            "La Chine emprisonne les poètes et j'ai vécu là-bas."),
    *a_case("its", "La Chine torture les moines dans ses déserts.",
            "La Chine chasse les moines vers sa capitale."),
    *a_case("agrees", "Nous accusons la Chine d'être complice et cruelle.",
            "Nous accusons la Chine d'avoir été lâche et menteuse.",
            "La Chine reste sourde et torture les moines.",
            "La Chine demeure muette et torture les moines.",
            "La Chine se montre cruelle et torture les moines."),
    *a_case("her", "La Chine torture les moines et leur peuple la craint.",
            "La Chine torture les moines et les voisins la redoutent."),
])
def test_a_land_is_told_of_in_french(french: lintwords.Linter, text: str) -> None:
    assert not is_safe(the_finding(french, text))


@pytest.mark.parametrize("text", [
    *a_case("counted", "Avec un million de personnes dans des camps, la Chine torture encore.",
            "La Chine emprisonne les poètes, avec quarante gardes."),
    *a_case("its", "La Chine emprisonne les poètes dans ses prisons."),
    *a_case("agrees", "Nous accusons la Chine d'être complice.",
            "Nous accusons la Chine de torturer une nonne seule et malade.",
            "Nous accusons la Chine d'avoir emprisonné une femme malade."),
    *a_case("her", "La Chine torture les moines et la presse craint ses juges.",
            "La Chine torture les moines et la foule crie."),
])
def test_its_mirror_in_french_is_safe(french: lintwords.Linter, text: str) -> None:
    assert is_safe(the_finding(french, text))
