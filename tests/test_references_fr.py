"""In French no wording is offered beside words that go on speaking of the country."""

from __future__ import annotations

import pytest
from offers import is_safe, offered, the_finding

from lintwords.model import Severity

HINT = "[nommer le gouvernement, si c’est lui]"
AGREE = "[nommer le gouvernement, et accorder avec lui les mots qui renvoient au pays]"
AGREE_WITH_NAME = AGREE.replace("au pays", "à ce nom")
PLURAL = "utorités chinoises"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        pytest.param("La Chine, comme d'autres pays, emprisonne ses élus.", HINT, id="others"),
        pytest.param("La seule Chine a opposé son veto.", HINT, id="alone"),
        pytest.param("La Chine exécute 80 % des condamnés du monde.", HINT, id="share"),
        pytest.param("La Chine tue des moines et sa croissance en profite.", AGREE, id="growth"),
        pytest.param("La Chine a arrêté les avocats qui s'y trouvaient.", AGREE, id="there"),
        pytest.param("Il faut condamner la Chine, car on y torture.", AGREE, id="one-there"),
        pytest.param("Ils critiquent la Chine dès qu'ils en reviennent.", AGREE, id="from"),
        pytest.param("La Chine doit libérer l'élu. Si elle tarde, agissons.", AGREE, id="if-she"),
        pytest.param("La Chine refuse de libérer les moines qu'elle détient.", AGREE, id="she"),
        pytest.param("Il faut condamner la Chine. Ils bafouent tout.", AGREE, id="they-next"),
        pytest.param("Les Chinois arrêtent les moines parce qu'ils ont peur.", AGREE_WITH_NAME,
                     id="they"),
        pytest.param("Les Chinois torturent. Mais ils le nient.", AGREE_WITH_NAME, id="but-they"),
        pytest.param("La charte déplaît aux Chinois. Ils la jugent trop dure.", AGREE_WITH_NAME,
                     id="to-them"),
        pytest.param("La Chine est le seul pays à menacer ses voisins.", HINT, id="the-only-one"),
        pytest.param("La Chine reste la dictature qui tue le plus.", HINT, id="a-dictatorship"),
        pytest.param("Tous les pays, dont la Chine, ont menacé l'île.", HINT, id="of-which"),
        pytest.param("Plusieurs États, par exemple la Chine, menacent l'île.", HINT, id="as-one"),
        pytest.param("La Chine, l'Iran et les autres pays voisins ont arrêté les avocats.",
                     HINT, id="in-a-row"),
    ],
)
def test_what_speaks_of_the_country_itself_leaves_a_hint(french, text: str, hint: str):
    finding = the_finding(french, text)
    assert (finding.fixes, finding.instead) == ((), (hint,))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La Chine a menacé d'autres pays.", id="other-countries-as-object"),
        pytest.param("La Chine est le bourreau des moines.", id="no-country-in-what-it-is"),
        pytest.param("La Chine menace le pays dont elle vient.", id="a-country-as-object"),
        pytest.param("La Chine torture les moines, et rien n'y change.", id="to-it"),
        pytest.param("La Chine a torturé des moines et il y a eu des morts.", id="there-is"),
        pytest.param("La Chine a exécuté 80 % des condamnés.", id="share-at-home"),
        pytest.param("La Chine opprime sa population.", id="its-people-as-object"),
        pytest.param("La Chine a expulsé une élue parce qu'elle enquêtait.", id="a-woman"),
    ],
)
def test_what_speaks_of_something_else_keeps_no_wording_away(french, text: str):
    assert offered(the_finding(french, text))


@pytest.mark.parametrize(
    "text",
    [
        "La Chine a arrêté un moine, l'a torturé et l'a condamné.",
        "Il faut insister auprès de la Chine et l'obliger à libérer les moines.",
        "La Chine cadenasse la presse et torture.",
        "La Chine arrête un moine, le torture puis le condamne.",
        "La Chine peut emprisonner des moines et le fait.",
        "La Chine viole le traité et en fait un chiffon.",
        "La Chine arrête un élu dont la fille proteste et dénonce ce procès.",
        "Ce que la Chine inflige aux moines est connu et doit cesser.",
    ],
)
def test_no_plural_is_offered_where_a_verb_would_stay_singular_or_is_anothers(french, text: str):
    labels = offered(the_finding(french, text))
    assert labels and not any(PLURAL in label for label in labels)


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("La Chine s'est refusé à libérer les moines.", {"se ", "sont", "refusées"}),
        ("La Chine a, depuis dix ans, torturé des moines.", {"ont"}),
        ("Confrontés à ces critiques, les Chinois ont menacé l'élu.", {"Confrontées"}),
    ],
)
def test_verbs_and_participles_apart_agree_with_a_plural(french, text: str, edits: set[str]):
    fixes = [fix for fix in the_finding(french, text).fixes if PLURAL in fix.label]
    assert edits <= {edit.text for fix in fixes for edit in fix.edits}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("La Chine contrefait nos brevets.", False),
        ("La Chine copie nos montres.", False),
        ("La Chine censure nos revues.", True),
    ],
)
def test_what_workshops_do_is_not_laid_on_a_government(french, text: str, safe: bool):
    assert is_safe(the_finding(french, text)) is safe


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Si l'île cède et que la Chine emprisonne ses élus, nous agirons.", Severity.WARNING),
        ("Si l'île cède, la Chine sait que le juge partira et emprisonne ses élus.",
         Severity.ERROR),
        ("Il dit que l'île cède et que la Chine emprisonne ses élus.", Severity.WARNING),
        ("On sait que l'île cède et que la Chine emprisonne ses élus.", Severity.ERROR),
    ],
)
def test_a_second_clause_of_a_condition_is_one_too(french, text: str, weight: Severity):
    assert the_finding(french, text).severity is weight


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La France, le Brésil et la Chine coopèrent pour surveiller les forêts.", False),
        ("La Chine et la Russie coopèrent pour réprimer les moines.", True),
    ],
)
def test_states_that_work_together_are_let_go(french, text: str, found: bool):
    assert bool(french.lint(text).findings) is found


def test_a_barrier_falls_on_goods(french):
    finding = the_finding(french, "Il faut dresser des barrières contre la Chine.")
    assert any("produits" in words for words in offered(finding))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Nous demandons à la Chine de le libérer et d'y tolérer la presse.", False),
        ("La Chine torture les moines et n'y tolère nulle presse.", False),
        ("Nous demandons à la Chine de le libérer et d'y mettre fin.", True),
        ("La Chine torture les moines depuis qu'il y a des camps.", True),
        ("Ce plateau est pauvre. La Chine y torture les moines.", True),
    ],
)
def test_what_may_be_a_place_is_left_to_a_person(french, text: str, safe: bool):
    assert is_safe(the_finding(french, text)) is safe


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Il est regrettable que la Chine n'ait pas libéré les moines.", Severity.ERROR),
        ("Il est possible que la Chine n'ait pas libéré les moines.", Severity.WARNING),
    ],
)
def test_what_is_regretted_weighs_in_full(french, text: str, weight: Severity):
    assert the_finding(french, text).severity is weight
