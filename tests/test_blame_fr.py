"""In French: plain blame, words that weigh less, and people who stand up by themselves."""

from __future__ import annotations

import pytest
from offers import the_finding

from lintwords.model import Severity


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La Chine échoue à respecter la liberté de culte.", id="fails"),
        pytest.param("La Chine se refuse à respecter les droits humains.", id="will-not"),
        pytest.param("La Chine n'a jamais voulu respecter les droits des minorités.", id="never"),
        pytest.param("Le refus de la Chine de respecter les libertés est connu.", id="refusal"),
        pytest.param("La Chine doit mettre un terme à la peine de mort.", id="death-penalty"),
        pytest.param("La Chine n'a pas mis un terme aux exécutions.", id="goes-on"),
        pytest.param("Même si la Chine a envahi le Tibet, on lui vend des avions.", id="granted"),
        pytest.param("Alors même que la Chine a envahi le Tibet, on se tait.", id="while"),
        pytest.param("La Chine fait preuve d'un cynisme sans bornes.", id="cynical"),
        pytest.param("La Chine contrôle la liberté d'expression.", id="curbs"),
        pytest.param("Le non-respect des règles de l'OMC par la Chine est connu.", id="breach"),
        pytest.param(
            "La violation des engagements par la Chine et la Russie inquiète les juristes.",
            id="breach-in-a-list",
        ),
        pytest.param("La Chine n'hésite pas à torturer des moines.", id="does-not-hesitate"),
        pytest.param("La Chine n'a pas le droit d'emprisonner ces avocats.", id="no-right"),
        pytest.param("La Chine ne tolère aucune dissidence.", id="lets-none"),
        pytest.param("La Chine ne permet pas aux moines de prier.", id="lets-nobody"),
        pytest.param("Il ne faut pas lever l'embargo à l'encontre de la Chine.", id="upheld"),
        pytest.param("On ne peut nier que la Chine torture des moines.", id="undeniable"),
        pytest.param("Si la Chine ment, c'est parce qu'elle a peur.", id="explained"),
    ],
)
def test_plain_blame_is_an_error_whatever_is_denied_in_it(french, text: str):
    assert the_finding(french, text).severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La Chine refuse de payer les droits de douane.", id="duties"),
        pytest.param("La Chine doit mettre un terme à cette réforme.", id="a-reform"),
        pytest.param("Si la Chine tente de prendre l'île par la force, nous réagirons.", id="if"),
        pytest.param("Si nous laissons la Chine envahir l'île, tout est perdu.", id="if-let"),
        pytest.param("Si la répression de la Chine continue, nous agirons.", id="if-hers"),
        pytest.param("Il n'est pas sûr que la Chine ait torturé ces moines.", id="unsure"),
        pytest.param("L'ambassadeur nie que la Chine ait torturé ces moines.", id="denied"),
        pytest.param("Comme l'a remarqué mon collègue, la Chine viole le traité.", id="as-said"),
        pytest.param("La Chine, comme l'a rappelé l'élu, persécute les moines.", id="aside"),
        pytest.param("La Chine s'est opposée à l'article qui interdit la torture.", id="article"),
        pytest.param("La Chine se proclame État de droit.", id="calls-itself"),
    ],
)
def test_what_is_supposed_told_or_no_abuse_is_a_warning(french, text: str):
    assert the_finding(french, text).severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Les Chinois finiront par faire tomber le régime.", id="topple"),
        pytest.param("Les Chinois se révoltent contre le régime.", id="revolt"),
        pytest.param("Les Chinois réclament la démission du président.", id="resign"),
        pytest.param("Les Chinois exigent la liberté et la fin du parti unique.", id="freedom"),
        pytest.param("On espère que les Chinois chasseront leurs dirigeants.", id="rulers"),
        pytest.param("La pénurie de masques dont souffre la Chine dure.", id="shortage"),
        pytest.param("La Chine renforce sa compétitivité grâce au yuan.", id="competes"),
        pytest.param("Nous devons défendre nos filatures contre la Chine.", id="mills"),
        pytest.param("La dictature que la Chine reste n'effraie personne.", id="remains"),
        pytest.param("L'Union s'est engagée auprès de la Chine à dialoguer.", id="pledged"),
        pytest.param(
            "Nous avons accordé à la Chine la clause de la nation la plus favorisée.", id="favoured"
        ),
        pytest.param("La convention ratifiée par la Chine interdit cela.", id="ratified"),
        pytest.param("La Chine doit deux milliards à ses créanciers.", id="owes"),
    ],
)
def test_people_against_their_rulers_traders_and_parties_are_no_finding(french, text: str):
    assert not [one for one in french.lint(text).findings if one.category == "conflation"]


@pytest.mark.parametrize(
    "text",
    [
        "Les Chinois veulent faire tomber le gouvernement taïwanais.",
        "Les Chinois refusent la liberté aux Tibétains.",
        "La Chine a signé le pacte mais emprisonne ceux qui l'invoquent.",
        "La Chine refuse de ratifier le pacte.",
        "Nous devons défendre les exilés contre la répression de la Chine.",
    ],
)
def test_what_is_done_to_others_stays_a_finding(french, text: str):
    assert the_finding(french, text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("La Chine compte des milliers de prisonniers politiques.", "country-taken-for-government"),
        ("La Chine détient le record des exécutions.", "country-taken-for-government"),
        ("On ne peut ignorer la Chine et ses camps.", "country-taken-for-government"),
        ("Il faut condamner la Chine pour ses camps.", "country-blamed"),
        ("La Chine emprisonne des milliers de moines.", "country-as-abuser"),
        ("Les droits antidumping contre la Chine sont insuffisants.", "tariff-on-country"),
        ("Les sanctions décrétées à l'encontre de la Chine tiennent.", "country-punished"),
    ],
)
def test_a_title_speaks_of_acts_and_blame_where_somebody_acts_or_blames(
    french, text: str, rule: str
):
    assert the_finding(french, text).rule == rule
