"""French: what stands around a mention: where no fix is safe, what it weighs, what it is called."""

from __future__ import annotations

import pytest
from offers import is_safe, offered, the_finding

from lintwords.model import Severity

UNSAFE = {
    "a man follows": [
        "La Chine a emprisonné le relieur parce qu'il vendait des livres.",
        "La Chine a emprisonné le poète et le maintient au secret.",
        "La Chine a arrêté l'imprimeur avant qu'il ne parte pour Oslo.",
        "Il faut que la Chine libère l'imprimeur afin qu'il soit soigné.",
    ],
    "its own government": [
        "La Chine a fermé onze écoles, et le gouvernement central n'a rien expliqué.",
        "La Chine a arrêté des moines, et le gouvernement parle d'un complot.",
        "La répression de la Chine, ordonnée par les autorités centrales, continue.",
        "La Chine emprisonne des libraires, mais le gouvernement nie tout.",
    ],
    "a society changes": [
        "La Chine a renoncé au communisme en 1992.",
        "La Chine a interdit les livres tout en devenant prospère.",
        "La Chine a adopté un capitalisme sauvage et rejeté la réforme.",
        "En devenant plus riche, la Chine a durci sa politique.",
    ],
    "firms": [
        "Le rapport décrit la concurrence déloyale pratiquée par la Chine.",
        "Le dumping pratiqué par la Chine ruine nos aciéries.",
        "La contrefaçon pratiquée par la Chine inquiète les couturiers.",
    ],
    "the first years": [
        "L'occupation du plateau par la Chine, déjà effective avant 1951, n'a pas cessé.",
        "L'annexion de la vallée par la Chine en 1950 reste contestée.",
        "Depuis 1950, l'occupation de la vallée par la Chine pèse sur les bergers.",
    ],
    "who answers for goods": [
        "Nous tenons la Chine pour responsable de la qualité de ces jouets.",
        "La Chine est responsable de la sécurité des jouets.",
    ],
    "progress": [
        "La Chine doit accomplir de réels progrès.",
        "Nous demandons à la Chine de faire des progrès concrets.",
        "Nous exhortons la Chine à accomplir des progrès.",
        "La Chine a fait de nets progrès en matière de droits.",
    ],
    "over an aside": [
        "Les sanctions doivent punir la Chine – le premier client de la junte – et la Russie.",
        "Ces mesures visent la Chine – depuis le mois de mai – et la Russie.",
        "Il faut sanctionner la Chine (et ses banques) et la Russie.",
        "L'ONG accuse la Chine – preuves à l'appui – et la Russie de torture.",
    ],
    "another's name for it": [
        "Ils ont tort de parler de la répression de la Chine comme d'un détail.",
        "Certains voudraient présenter la répression de la Chine comme une affaire intérieure.",
        "On ne peut pas décrire les crimes de la Chine comme un mal nécessaire.",
        "Il parle de la politique de la Chine comme d'un modèle.",
    ],
    "told to us": [
        "Le ministre Jean Morel nous a assuré que la Chine avait promulgué une loi.",
        "Le commissaire Mandelin a annoncé que la Chine avait interdit ces livres.",
        "La présidente a dit que la Chine avait emprisonné dix avocats.",
    ],
    "a ban on arms": [
        "Le blocus sur les armes imposé à la Chine tient.",
        "L'interdiction de vendre des armes imposée à la Chine tient.",
        "Ils veulent lever l'interdiction sur les armes imposée à la Chine.",
    ],
    "what a country has": [
        "Nous pressons la Chine de contrôler ses produits.",
        "La Chine doit respecter sa population.",
        "La Chine interdit que l'on contrôle ses marchandises.",
    ],
}
SAFE = [
    "La Chine emprisonne des avocats, et il est temps de le dire.",
    "La Chine a emprisonné dix avocats, comme il fallait s'y attendre.",
    "La Chine a rasé des mosquées, et il n'en reste que deux.",
    "La Chine a emprisonné la libraire, il s'agit d'une vengeance.",
    "La Chine doit libérer les nonnes, et il convient de le répéter.",
    "Il faut que la Chine libère les nonnes, sinon il sera trop tard.",
    "La Chine emprisonne des avocats, et il en va de même des poètes.",
    "La Chine censure le roman, il va sans dire.",
    "La Chine a fermé onze écoles, et le gouvernement norvégien proteste.",
    "Le gouvernement français accuse la Chine de génocide.",
    "La Chine a emprisonné dix avocats, et nos gouvernements se taisent.",
    "La Chine a renoncé à son projet de loi.",
    "La torture pratiquée par la Chine est documentée.",
    "La censure pratiquée par la Chine inquiète les libraires.",
    "L'annexion de la vallée par la Chine en 1959 reste contestée.",
    "L'arrestation de 1950 moines par la Chine a choqué.",
    "Nous tenons la Chine pour responsable de ces arrestations.",
    "Nous demandons à la Chine de publier les chiffres.",
    "La Chine a bloqué tout progrès des pourparlers.",
    "La motion condamne la Chine – et c'est heureux – pour ces arrestations.",
    "Nous condamnons la Chine pour ces arrestations – et la Norvège le fait aussi.",
    "Il parle de la politique de la Chine au Tibet.",
    "Nous présentons la répression de la Chine comme un crime, car c'en est un.",
    "Rappelons que la Chine a interdit ces livres.",
    "Nous savons que la Chine a promulgué une loi.",
    "Le blocus imposé par la Chine affame l'îlot.",
    "L'embargo imposé par la Chine vise trois pêcheurs.",
    "La Chine censure ses journalistes.",
    "La Chine a trahi ses promesses.",
]
ERRORS = [
    "La Chine doit cesser ses intimidations.",
    "La Chine doit arrêter la torture.",
    "La Chine doit libérer les moines.",
    "Le comité demande à la Chine la libération de l'éditeur.",
    "Nous demandons à la Chine de rendre le moine aux siens.",
    "Nous demandons à la Chine de rendre l'enfant à sa famille.",
    "Nous espérons que la Chine réalisera que la répression ne mène à rien.",
    "Espérons que la Chine comprendra que la répression nourrit la colère.",
    "La Chine aide le régime du Soudan à mener sa guerre.",
    "La Chine soutient la guerre de la junte contre son peuple.",
    "La Chine finance la guerre du Kremlin.",
]
WARNINGS = [
    "La Chine doit cesser ses essais.",
    "La Chine doit renoncer à son veto.",
    "Nous demandons à la Chine de rendre les fonds à la banque.",
    "Nous exigeons de la Chine une réponse.",
    "Nous espérons que la Chine comprendra que le vote est proche.",
    "La Chine appuie la fin de la guerre.",
    "La Chine soutient la trêve.",
    "La Chine a bloqué les discussions lors du dialogue sur les droits de l'homme.",
    "Le comportement de la Chine pendant les pourparlers déçoit.",
    "La Chine est responsable de la sécurité des jouets.",
    "Nous tenons la Chine pour responsable de la qualité de ces produits.",
    "Si la Chine s'en prend à la sœur du poète, que ferons-nous ?",
]


@pytest.mark.parametrize("text", [text for texts in UNSAFE.values() for text in texts])
def test_what_stands_around_leaves_a_fix_to_a_person(french, text: str):
    assert not any(is_safe(finding) for finding in french.lint(text).findings)


@pytest.mark.parametrize("text", SAFE)
def test_what_only_looks_like_it_keeps_the_fix(french, text: str):
    assert is_safe(the_finding(french, text))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        *((text, Severity.ERROR) for text in ERRORS),
        *((text, Severity.WARNING) for text in WARNINGS),
    ],
)
def test_a_demand_to_end_an_abuse_weighs_more_than_another(french, text: str, severity: Severity):
    assert the_finding(french, text).severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "La Chine partage les vues du Kremlin sur l'île.",
        "La Chine est disposée à négocier.",
        "La Chine semble résolue à annexer l'île.",
        "La Chine se montre déterminée à voter le texte.",
    ],
)
def test_who_is_ready_to_act_has_not_acted(french, text: str):
    assert "le pense" in the_finding(french, text).message


@pytest.mark.parametrize(
    ("after", "is_offered"),
    [
        ("Sa mère attend toujours.", True),
        ("La police a fouillé sa maison.", True),
        ("L'avocate Wang parle pour son frère.", True),
        ("Notre ONG le sait. Elle proteste.", True),
        ("Son porte-parole nie.", False),
    ],
)
def test_the_plural_goes_only_where_the_next_sentence_goes_on_about_one(
    french, after: str, is_offered: bool
):
    text = f"La Chine a emprisonné dix avocats. {after}"
    assert ("Les autorités chinoises ont" in offered(the_finding(french, text))) is is_offered


@pytest.mark.parametrize(
    "said",
    ["craint les poètes", "n'aime pas ce film", "ferme les yeux", "veille sur ses librairies"],
)
def test_censors_that_act_are_a_body_of_the_state(french, said: str):
    assert french.lint(f"La censure chinoise {said}.").findings == ()
