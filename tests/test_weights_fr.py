"""In French, what is no finding, what weighs one step less, and which title a finding has."""

from __future__ import annotations

import pytest
from offers import the_finding

from lintwords.model import Severity


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("L'acceptation du traité par la Chine a surpris les juristes.", id="accepts"),
        pytest.param("L'adhésion au traité par la Chine prendrait des années.", id="accedes"),
        pytest.param("La signature par la Chine du traité d'essais est saluée.", id="signs"),
        pytest.param("La Russie et la Chine doivent respecter le traité signé.", id="two-parties"),
        pytest.param("La Chine respecte le traité conclu avec le Kazakhstan.", id="with-another"),
        pytest.param("Les revues donnent de la Chine l'image d'un atelier.", id="image"),
        pytest.param("La réputation de la Chine en souffre auprès des clients.", id="reputation"),
        pytest.param("La Chine introduit ses vélos sur nos marchés.", id="goods"),
        pytest.param("La Chine offre des perspectives à nos vignerons.", id="outlook"),
        pytest.param("La mainmise chinoise sur le commerce du bois inquiète.", id="trade"),
        pytest.param("La mainmise de la Chine sur le secteur du cobalt inquiète.", id="sector"),
        pytest.param("Les Chinois croient depuis des siècles aux présages.", id="centuries"),
        pytest.param("Les Chinois pensaient sous les Ming que le ciel tournait.", id="dynasty"),
        pytest.param("Il faut aider la Chine à comprendre nos règles.", id="helped"),
        pytest.param("Nous devons aider les Chinois à comprendre notre droit.", id="people-helped"),
    ],
)
def test_treaties_traders_and_old_beliefs_are_no_act_of_a_government(french, text: str):
    assert not [one for one in french.lint(text).findings if one.category == "conflation"]


@pytest.mark.parametrize(
    "text",
    [
        "La Chine viole le traité qu'elle a signé sur l'île.",
        "La Chine doit respecter le traité qu'elle viole à Hong Kong.",
        "La Chine a introduit une loi qui muselle la presse.",
        "La Chine offre des armes à la junte.",
        "La mainmise chinoise sur le Tibet dure depuis des décennies.",
        "La mainmise chinoise sur les médias de Hong Kong se resserre.",
        "La mainmise chinoise sur les institutions de l'île inquiète les juristes.",
        "Les Chinois croient pouvoir intimider les exilés.",
        "Il faut aider la Chine à surveiller ses dissidents.",
    ],
)
def test_what_a_government_does_stays_a_finding(french, text: str):
    assert the_finding(french, text)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("D'autres pays, notamment la Chine et l'Iran, emprisonnent des poètes.", "warning"),
        ("D'autres pays, comme la Chine et la Birmanie, persécutent les moines.", "warning"),
        ("La Chine et l'Iran emprisonnent des poètes.", "error"),
        ("La proposition de résolution sur la répression de la Chine est votée.", "warning"),
        ("La motion relative aux arrestations de la Chine à Lhassa est rejetée.", "warning"),
        ("La résolution condamne la répression de la Chine au Tibet.", "error"),
        ("Le livre sur la répression de la Chine est accablant.", "error"),
        ("La propagande officielle chinoise vante ces camps.", "warning"),
        ("La propagande chinoise vante ces camps.", "error"),
    ],
)
def test_one_of_several_states_and_the_name_of_a_motion_weigh_less(
    french, text: str, severity: str
):
    assert the_finding(french, text).severity is Severity[severity.upper()]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("La Chine est disposée à reprendre les pourparlers.", "le pense"),
        ("La Chine est déterminée à bloquer la réforme.", "le pense"),
        ("La Chine est prête à signer le protocole.", "le pense"),
        ("La Chine est consciente de l'inquiétude de ses voisins.", "le pense"),
        ("La Chine est convaincue que l'île lui reviendra.", "le pense"),
        ("La Chine doit libérer les nonnes.", "qui doit agir"),
        ("La Chine s'est engagée à abaisser ses droits de douane.", "qui agit"),
        ("La Chine s'est engagée à respecter la convention.", "qui agit"),
        ("La Chine s'est engagée à ouvrir ses archives.", "qui parle"),
        ("Il a été essentiel que la Chine ait soutenu la trêve.", "qui agit"),
        ("Il est essentiel que la Chine soutienne la trêve.", "qui doit agir"),
        ("Nous plaidons pour que la Chine publie les chiffres.", "qui doit agir"),
        ("Cet appel à la Chine de rouvrir la frontière reste vain.", "qui doit agir"),
        ("L'appel lancé à la Chine de libérer le libraire reste vain.", "qui doit agir"),
        ("L'embargo sur les armes à l'encontre de la Chine doit demeurer.", "la mesure vise"),
        ("L'embargo européen à l'encontre de la Chine date d'hier.", "la mesure vise"),
    ],
)
def test_a_title_tells_will_demand_and_measure_apart(french, text: str, title: str):
    assert title in the_finding(french, text).message


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("La Chine libère deux archivistes", Severity.WARNING),
        ("La Chine a relâché trois moines mardi.", Severity.WARNING),
        ("La Chine libère deux archivistes et en torture un.", Severity.ERROR),
        ("La Chine n'a toujours pas libéré l'avocat.", Severity.ERROR),
        ("La Chine doit libérer les archivistes.", Severity.ERROR),
    ],
)
def test_whom_a_state_sets_free_it_does_no_wrong(french, text: str, weight: Severity):
    assert the_finding(french, text).severity is weight
