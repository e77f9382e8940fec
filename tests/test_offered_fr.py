"""What a French finding is called, weighs and offers fits its sentence, by kinds of sentences."""

from __future__ import annotations

import pytest
from offers import is_safe, offered, the_finding

from lintwords.model import Severity

NAMED = "désignés nommément"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("La Chine a rejeté le projet de résolution.", "qui agit"),
        ("La Chine a rejeté les accusations des rapporteurs.", "qui parle"),
        ("La Chine a invité deux rapporteurs à Lhassa.", "qui agit"),
        ("La Chine propose des stages à de jeunes officiers.", "qui agit"),
        ("La Chine a déclaré mardi que le port fermerait.", "qui parle"),
        ("La Chine doit être tenue pour responsable de ces disparitions.", "condamnez son acte"),
        ("La Chine a été tenue pour responsable de ces disparitions.", "condamnez son acte"),
        ("Cet accord permettrait à la Chine de surveiller les câbles.", "de qui il s’agit"),
        ("Le partenariat proposé à la Chine prévoit un échange de juges.", "de qui il s’agit"),
        ("Nous demandons à la Chine de publier les chiffres.", "qui doit agir"),
        ("La Chine mérite une condamnation ferme.", "condamnez son acte"),
        ("La Chine ne partage pas notre notion du droit d'asile.", "le pense"),
        ("La Chine a été autorisée à ouvrir une base.", "de qui il s’agit"),
    ],
)
def test_a_title_says_what_its_sentence_says(french, text: str, title: str):
    assert title in the_finding(french, text).message


@pytest.mark.parametrize(
    "text",
    [
        "Son voisin, la Chine, a emprisonné les pêcheurs.",
        "La Chine, dont la production a doublé, a rejeté la motion.",
    ],
)
def test_no_government_is_offered_where_the_land_is_told_of(french, text: str):
    assert offered(the_finding(french, text)) == ["[nommer le gouvernement, si c’est lui]"]


def test_the_actor_stands_before_a_verb_that_looks_like_a_participle(french):
    text = "La censure chinoise des revues littéraires atteint désormais les petits tirages."
    labels = offered(the_finding(french, text))
    assert "des revues littéraires par le gouvernement chinois" in labels


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("La Chine n'a pas emprisonné la romancière.", Severity.WARNING),
        ("La Chine n'a toujours pas libéré la romancière.", Severity.ERROR),
        ("La Chine n'a pas mis fin à la torture.", Severity.ERROR),
        ("Il faut déplorer que la Chine ne relâche pas les avocats.", Severity.ERROR),
        ("La Chine aurait emprisonné deux pasteurs.", Severity.WARNING),
        ("La Chine a emprisonné deux pasteurs.", Severity.ERROR),
        ("La Chine pourrait envahir l'île.", Severity.WARNING),
        ("Nous ne devons plus tolérer la répression de la Chine.", Severity.ERROR),
        ("L'Europe maintient l'embargo contre la Chine.", Severity.ERROR),
        ("L'Europe ne maintiendra pas l'embargo contre la Chine.", Severity.WARNING),
    ],
)
def test_what_is_supposed_weighs_less_and_an_omission_that_is_blamed_does_not(
    french, text: str, severity: Severity
):
    assert the_finding(french, text).severity is severity


@pytest.mark.parametrize(
    ("text", "may_be_named"),
    [
        ("Nous réclamons des sanctions contre la Chine.", True),
        ("L'embargo contre la Chine doit être maintenu.", False),
        ("Nous voulons lever l'embargo imposé à la Chine.", False),
        ("Il faut sanctionner la Chine pour sa politique au Tibet.", False),
    ],
)
def test_officials_are_offered_for_sanctions_alone(french, text: str, may_be_named: bool):
    assert any(NAMED in label for label in offered(the_finding(french, text))) is may_be_named


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La Chine a caché ses cas pendant trois semaines.", id="its-cases"),
        pytest.param("La Chine a décidé de soutenir son évolution.", id="its-course"),
        pytest.param("Par exemple, la Chine a opposé son veto au texte.", id="one-of-several"),
        pytest.param(
            "La Chine a refusé la visite de l'usine, et les autorités chinoises se taisent.",
            id="named-in-it",
        ),
        pytest.param("L'action de la Chine nous a aidés à comprendre le dossier.", id="teaches"),
        pytest.param("La Chine acquiert une puissance qui menace le détroit.", id="rises"),
        pytest.param("La critique de la Chine est reprise par toute la presse.", id="two-senses"),
        pytest.param(
            "Nous suivons les évolutions économiques que la Chine a décidées.", id="economy"
        ),
    ],
)
def test_where_more_than_the_government_may_be_meant_nothing_is_safe(french, text: str):
    assert not is_safe(the_finding(french, text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La Chine a arrêté deux juristes au nom de sa loi.", id="its"),
        pytest.param("Dans son discours, la Chine a menacé d'expulser les nonnes.", id="before"),
        pytest.param("Nous condamnons la Chine sans lui dire pourquoi.", id="to-it"),
    ],
)
def test_no_plural_is_offered_beside_words_that_stay_singular(french, text: str):
    labels = offered(the_finding(french, text))
    assert any("gouvernement chinois" in label for label in labels)
    assert not any("autorités chinoises" in label for label in labels)


def test_what_a_person_owns_keeps_no_plural_away(french):
    labels = offered(the_finding(french, "La Chine a emprisonné un moine et ses deux frères."))
    assert any("autorités chinoises" in label for label in labels)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Depuis qu'elle a signé, la Chine a arrêté trente nonnes.", id="before"),
        pytest.param("Nous pressons la Chine pour qu'elle relâche les nonnes.", id="so-that"),
        pytest.param("La Chine a censuré le rapport. Elle a expulsé son auteur.", id="next"),
        pytest.param("La Chine elle-même a fait disparaître les actes.", id="itself"),
        pytest.param("Nous exhortons la Chine à se montrer plus transparente.", id="attribute"),
    ],
)
def test_where_the_country_stays_she_a_person_is_asked(french, text: str):
    finding = the_finding(french, text)
    assert not finding.fixes
    assert [label[:1] for label in finding.instead] == ["["]


def test_she_that_is_changed_with_it_is_offered(french):
    finding = the_finding(french, "La Chine affirme qu'elle respecte le droit.")
    assert any("qu'il respecte" in fix.label or "qu'il" in fix.label for fix in finding.fixes)


def test_what_agrees_with_another_noun_keeps_no_wording_away(french):
    text = "La Chine a torpillé le texte pour que la mesure soit levée."
    assert the_finding(french, text).fixes


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La Chine, la Russie et l'Iran emprisonnent des poètes.", id="three"),
        pytest.param("Nous exhortons la Russie et la Chine à libérer les poètes.", id="two"),
        pytest.param("La répression de la Russie et de la Chine s'étend.", id="owners"),
        pytest.param("La Chine, membre de l'ONU, torture des moines.", id="member"),
        pytest.param("Membre du Conseil, la Chine a torpillé la résolution.", id="member-before"),
        pytest.param("La Chine, l'un des membres permanents, a torpillé le texte.", id="one-of"),
        pytest.param(
            "J'espère que les plus grands pays - la Chine, les États-Unis et la Russie - arrêteront"
            " de produire ces mines.",
            id="aside",
        ),
        pytest.param("La Chine, puissance mondiale, menace ses voisins.", id="power"),
        pytest.param("La Chine a trahi ce qu'exigeait son adhésion à l'OMC.", id="its-accession"),
        pytest.param("La Chine emprisonne des juristes, et ce pays a signé.", id="this-country"),
        pytest.param("La Chine enferme des poètes ; ce grand pays se tait.", id="great-country"),
        pytest.param("Nous pressons la Chine, et il faudra la forcer à céder.", id="object"),
        pytest.param("La campagne de la Chine d'intimidation des exilés dure.", id="goes-on"),
        pytest.param("Les Chinois ont rasé la tour. Ils ont enfermé l'imam.", id="they-next"),
    ],
)
def test_a_hint_stands_alone_where_no_government_fits(french, text: str):
    finding = the_finding(french, text)
    assert not finding.fixes
    assert [label[:1] for label in finding.instead] == ["["]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nous condamnons la Chine, qui a emprisonné dix poètes.", id="who-has"),
        pytest.param("Les crimes de la Chine, qui bombarde l'île, durent.", id="who-bombs"),
    ],
)
def test_no_plural_is_offered_before_a_clause_in_the_singular(french, text: str):
    labels = offered(the_finding(french, text))
    assert any("gouvernement chinois" in label for label in labels)
    assert not any("autorités" in label for label in labels)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nous condamnons les Chinois et leurs menaces.", id="theirs"),
        pytest.param("Nous condamnons les Chinois, qui ont tiré sur la foule.", id="who-have"),
    ],
)
def test_a_people_told_of_in_the_plural_is_no_single_government(french, text: str):
    labels = offered(the_finding(french, text))
    assert any("autorités chinoises" in label for label in labels)
    assert not any("gouvernement" in label for label in labels)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("La politique chinoise de répression dure.", "de répression du gouvernement chinois"),
        ("La répression chinoise des exilés dure.", "des exilés par le gouvernement chinois"),
        ("La colonisation chinoise du Tibet dure.", "du Tibet par le gouvernement chinois"),
        ("L'invasion chinoise inquiète l'île.", "menée par le gouvernement chinois"),
        ("L'occupation de la Chine au Tibet dure.", "menée par le gouvernement chinois"),
        ("La répression chinoise au Tibet dure.", "du gouvernement chinois"),
        ("La répression chinoise de 1989 reste taboue.", "du gouvernement chinois"),
        ("La répression de la Chine au Tibet dure.", "du gouvernement chinois"),
    ],
)
def test_the_owner_of_an_act_stands_behind_its_complement_and_is_no_object(
    french, text: str, wording: str
):
    assert offered(the_finding(french, text))[0] == wording


def test_a_regime_likened_to_others_is_no_country(french):
    labels = offered(the_finding(french, "Une répression digne de la Chine communiste s'installe."))
    assert labels[0] == "[le régime chinois]"
    assert "Chine" not in labels


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La Chine a expulsé l'envoyé, raison pour laquelle il se tait.", id="reason"),
        pytest.param("La Commission condamne la Chine. Elle attend une réponse.", id="commission"),
        pytest.param("Elle sait que la Chine a emprisonné les poètes.", id="she-knows"),
        pytest.param("Hier, elle a affirmé que la Chine torturait les poètes.", id="she-said"),
        pytest.param("Nous condamnons la Chine, et l'Europe reste à la traîne.", id="no-pronoun"),
    ],
)
def test_a_pronoun_of_somebody_else_keeps_no_wording_away(french, text: str):
    assert the_finding(french, text).fixes


@pytest.mark.parametrize(
    ("text", "is_offered"),
    [
        pytest.param("C'est la Chine, non la ville, qui a pris le foyer.", False, id="c'est"),
        pytest.param("Ce n'est pas la ville, c'est la Chine qui jette les moines en prison.", False,
                     id="c'est, behind"),
        pytest.param("C'est ainsi que la Chine a pris le foyer.", True, id="c'est ainsi que"),
    ],
)
def test_no_plural_is_offered_behind_a_singular_that_points_it_out(french, text, is_offered):
    labels = offered(the_finding(french, text))
    assert any("gouvernement chinois" in label for label in labels)
    assert any("autorités chinoises" in label for label in labels) is is_offered
