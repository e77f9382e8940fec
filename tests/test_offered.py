"""What a finding is called, weighs and offers fits its sentence, by kinds of sentences."""

from __future__ import annotations

import pytest
from offers import is_safe, offered, the_finding

from lintwords.model import Severity

GOVERNMENT, AUTHORITIES = "Chinese government", "Chinese authorities"
SPOKESPERSON = "spokesperson"


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        pytest.param("We condemn China as a sponsor of the raids.", "sponsor", id="as-one"),
        pytest.param("China has been a broker in the hostage talks.", "broker", id="is-one"),
        pytest.param("China is the last tyranny of the coast.", "tyranny", id="is-the-last"),
        pytest.param("The dam was blown up by China, which arms two militias.", "arms", id="who"),
        pytest.param("We mean to deter China should it order a raid.", "it", id="drawn-together"),
        pytest.param("Is China a security threat to us?", "threat", id="asked"),
        pytest.param("We asked more of him than China was offering.", "was", id="than"),
        pytest.param("China, which, given its record, intends to veto it, is silent.", "intends",
                     id="no-verb"),
        pytest.param("China (which has closed the camp) jails poets.", "has", id="in-brackets"),
    ],
)
def test_no_plural_is_offered_beside_words_that_stay_singular(english, text: str, keeps: str):
    assert keeps in text
    labels = offered(the_finding(english, text))
    assert any(GOVERNMENT in label for label in labels)
    assert not any(AUTHORITIES in label for label in labels)


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese know that their blockade is starving the island.",
        "The Chinese decided that they would close the crossing.",
        "With their new law the Chinese have silenced the poets.",
        "Despite their promise, the Chinese have jailed him.",
    ],
)
def test_no_singular_is_offered_where_a_people_is_called_they(english, text: str):
    labels = offered(the_finding(english, text))
    assert AUTHORITIES in labels
    assert not any(GOVERNMENT in label for label in labels)


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese seemed to have forgotten the promise and jailed him.",
        "The Chinese appear to have jailed the printer.",
    ],
)
def test_an_infinitive_keeps_its_form_beside_a_singular(english, text: str):
    labels = " ".join(offered(the_finding(english, text)))
    assert GOVERNMENT in labels
    assert "to has" not in labels


@pytest.mark.parametrize(
    "text",
    [
        "China, whose diplomats had agreed, vetoed the motion.",
        "This week, China, the reporters say, vetoed the motion.",
    ],
)
def test_a_government_is_offered_behind_what_it_has_and_a_time(english, text: str):
    assert any(GOVERNMENT in label for label in offered(the_finding(english, text)))


def test_a_plural_stays_beside_what_is_like_something_else(english):
    text = "China has played an active part in such texts as the charter on rivers."
    assert any(AUTHORITIES in label for label in offered(the_finding(english, text)))


def test_nothing_stands_before_a_hyphen_that_cannot(english):
    finding = the_finding(english, "We condemn the Chinese-Mexican crackdown on the editors.")
    assert offered(finding) == []


def test_a_people_called_they_after_another_plural_keeps_its_singular(english):
    finding = the_finding(english, "The Chinese jailed the nuns and burned their books.")
    assert {label.replace("The", "the") for label in offered(finding)} >= {
        AUTHORITIES, f"the {GOVERNMENT}",
    }


def test_nobody_of_no_known_number_stands_before_a_plural_verb(english):
    finding = the_finding(english, "It is a drill which China are announcing every week.")
    assert not any(SPOKESPERSON in label for label in offered(finding))


@pytest.mark.parametrize(
    "text",
    [
        "They would not sit down unless we first denounced China's blockade of the strait.",
        "They refused to talk unless we first recognised China's claim to the reef.",
    ],
)
def test_after_a_verb_the_article_stays(english, text: str):
    labels = offered(the_finding(english, text))
    assert f"the {GOVERNMENT}" in labels


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("China could end the siege tonight by saying that its troops will go home.", "acts"),
        ("China defended the strait with warships and mines.", "acts"),
        ("China defended its decision to close the strait.", "speaks"),
        ("China has put pressure on the militia to hand over its rockets.", "acts"),
        ("China announced on Monday that the port would close.", "speaks"),
        ("China should understand that the tribunal will not wait.", "should act"),
        ("China has an impeccable record on the inspection of its reactors.", "is meant"),
        ("China is right to revise the press law.", "acts"),
        ("The lax rules allowed China to veto the inspection.", "is meant"),
        ("We got a commitment from the Chinese that the gate would open.", '"the Chinese"'),
    ],
)
def test_a_title_says_what_its_sentence_says(english, text: str, rule: str):
    assert rule in the_finding(english, text).message


@pytest.mark.parametrize(
    ("text", "may_speak"),
    [
        ("China announced on Monday that the port would close.", True),
        ("China condemned the verdict of the tribunal.", True),
        ("China will endorse the plan and pay a third of the bill.", False),
        ("China never told its partners about the raid.", False),
    ],
)
def test_a_spokesperson_is_offered_for_statements_in_public(english, text: str, may_speak: bool):
    labels = offered(the_finding(english, text))
    assert any(SPOKESPERSON in label for label in labels) is may_speak


def test_whoever_tries_holds_no_trial(english):
    labels = offered(the_finding(english, "China is trying to silence the exiles."))
    assert labels and not any("court" in label for label in labels)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("China has vetoed the loan.", Severity.WARNING),
        ("You said China had vetoed the schedule.", Severity.SUGGESTION),
        ("The senator was clear that China has vetoed the loan.", Severity.SUGGESTION),
        ("It is clear that China has vetoed the loan.", Severity.WARNING),
        ("We have been clear that China has vetoed the loan.", Severity.WARNING),
        ("Let's say China vetoes the plan next week.", Severity.SUGGESTION),
        ("More ships will sail there should China invade the island.", Severity.WARNING),
        ("More ships will sail there, for China invaded the island.", Severity.ERROR),
    ],
)
def test_what_is_supposed_or_reported_weighs_one_step_less(english, text: str, severity: Severity):
    assert the_finding(english, text).severity is severity


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The Chinese quickly understood the significance of the leak.", "nationality-as-actor"),
        ("The Chinese immediately rejected the offer of a truce.", "nationality-as-actor"),
        ("They fought against the Chinese aggressors and their guards.", "nationality-as-agent"),
        ("They fought the Chinese expansionists and their guards.", "nationality-as-agent"),
    ],
)
def test_a_people_and_its_adjective_are_told_apart(english, text: str, rule: str):
    finding = the_finding(english, text)
    assert finding.rule == rule
    assert not any(label.endswith("'s") for label in offered(finding))


def test_after_a_preposition_the_word_behind_the_adjective_is_a_noun(english):
    finding = the_finding(english, "Is there an answer to the Chinese move last week to block it?")
    assert AUTHORITIES not in offered(finding)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Q And do you know whether China has vetoed it?", id="asked"),
        pytest.param("Q: I know China has closed the pass.", id="asked with a colon"),
        pytest.param("MARSHALL: Well, I think China has closed the pass.", id="named"),
        pytest.param("The cook fled, and China jailed the rest.'", id="end of a quotation"),
        pytest.param("The cook fled, and China jailed the rest.”", id="curly end"),
        pytest.param("China has jailed (inaudible) the editors of the bulletin.", id="a gap"),
        pytest.param("China has closed the bor- the border to the convoys.", id="a broken word"),
        pytest.param("China resumed shipments of salted cod to Norway.", id="trade"),
        pytest.param("We support China's right to self-defence.", id="right"),
        pytest.param("They denounced pressure over the Chinese nuclear issue.", id="topic"),
        pytest.param("The appeal was rejected by China as President of the Council.", id="office"),
        pytest.param("The minister declared her determination to end China's blockade.", id="will"),
        pytest.param("China's operation, as it defends itself, is unclear.", id="itself"),
        pytest.param("China blocked it after the worst attack that they ever suffered.", id="they"),
    ],
)
def test_a_person_decides(english, text: str):
    assert not is_safe(the_finding(english, text))


@pytest.mark.parametrize(
    "text",
    [
        "China has closed the pass.",
        "China closed the pre- and post-war archives.",
        "NOTE: China has closed the pass.",
        "China has committed itself to closing the camps.",
    ],
)
def test_what_looks_like_it_is_changed(english, text: str):
    assert is_safe(the_finding(english, text))


@pytest.mark.parametrize(
    "text",
    [
        "Other countries, including China, vetoed the fishing pact.",
        "Countries like China jail their poets.",
        "China and its neighbours have closed the river to ferries.",
        "China and other countries have rejected the schedule.",
        "Chad, China and many other countries have banned the film.",
        "Not only China but other countries too have banned the film.",
        "The two countries, China and Laos, vetoed the loan.",
        "One of those countries is China, which has threatened two envoys.",
        "China has vetoed the loan, unlike other countries of the region.",
        "China, as a country that signed the pact, has refused to let inspectors in.",
        "Laos and China vetoed the plan, and both these countries will pay.",
        "China, as one of the states that drafted it, has ignored the charter.",
        "Several countries, China among them, have jailed the envoys.",
        "Like many other states, China has rejected the schedule.",
        "Its neighbour, China, has jailed the fishermen.",
        "The country's largest customer, China, vetoed the motion.",
        "China, whose output doubled, vetoed the motion.",
        "China, which accounts for a third of the emissions, rejected the text.",
    ],
)
def test_what_a_sentence_calls_a_country_is_no_government(english, text: str):
    assert offered(the_finding(english, text)) == ["[name the government, if it is meant]"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Laos and China vetoed the plan.", "governments of Laos and China"),
        ("The United States, Japan and China vetoed it.", "governments of the United States"),
        ("China told other governments to stay away.", GOVERNMENT),
        ("In other countries, China has jailed no editors.", GOVERNMENT),
        ("China has banned films from other countries.", GOVERNMENT),
        ("An advocate of the United Nations, China has banned the mines.", GOVERNMENT),
        ("Together with other countries, Norway demands that China free the nuns.", GOVERNMENT),
        ("China is now building up its air power at the strait.", GOVERNMENT),
    ],
)
def test_other_countries_further_off_are_no_company(english, text: str, label: str):
    assert any(label in one for one in offered(the_finding(english, text)))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The blockade of China began in spring and lasts still.", Severity.WARNING),
        ("They voted for an embargo on China.", Severity.ERROR),
        ("The blockade of China is illegal.", Severity.WARNING),
    ],
)
def test_a_measure_falls_on_the_country(english, text: str, severity: Severity):
    finding = the_finding(english, text)
    assert (finding.rule, finding.severity) == ("country-punished", severity)
    assert not is_safe(finding)
    assert not any(AUTHORITIES in label for label in offered(finding))


@pytest.mark.parametrize(
    "text",
    [
        "We condemn the Chinese for the raid.",
        "The reaction of the Chinese to the veto was sharp.",
        "The Chinese have closed the camps in their country.",
        "The Chinese have banned themselves from the reef.",
    ],
)
def test_a_people_is_changed_only_where_it_acts_as_a_state(english, text: str):
    assert not is_safe(the_finding(english, text))


@pytest.mark.parametrize(
    "text",
    [
        "The envoy urged the Chinese to free the nuns.",
        "We had discussions with the Chinese about the bridge.",
    ],
)
def test_a_people_is_changed_where_officials_are_dealt_with(english, text: str):
    assert is_safe(the_finding(english, text))


def test_a_people_that_acts_as_a_state_is_changed(english):
    assert is_safe(the_finding(english, "The Chinese have vetoed the loan."))


@pytest.mark.parametrize(
    "label",
    [
        "THE PRESIDENT:", "MARLOWE: —", "Ms. Ortega:", "Mr. Brandt: —", "Q.", "SECRETARY DUNNE:",
        "MODERATOR (to the panel):", "QUESTION:",
    ],
)
def test_whoever_is_named_before_it_says_it(english, label: str):
    assert not is_safe(the_finding(english, f"{label} China has closed the pass."))


@pytest.mark.parametrize("label", ["NOTE:", "The U.S. view, in short:", "FIGURE 2:"])
def test_other_labels_name_no_speaker(english, label: str):
    assert is_safe(the_finding(english, f"{label} China has closed the pass."))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("China has gone on with its illegal war on the islanders.", Severity.ERROR),
        ("China has carried on its war.", Severity.WARNING),
        ("China has not ceased its aggression against the islands.", Severity.ERROR),
        ("China has not stopped jailing poets.", Severity.ERROR),
        ("China has not jailed the poets.", Severity.WARNING),
        ("China wiped out terrorism in the north within a year.", Severity.WARNING),
        ("China wiped out the villages in the north within a year.", Severity.ERROR),
        ("It's not as if China jailed the poets.", Severity.WARNING),
        ("They cannot cook, let alone stop China from invading the island.", Severity.WARNING),
        ("What did China do to our reactor?", Severity.WARNING),
        ("Look at what China has done to our fishers.", Severity.ERROR),
        ("China has done what we asked it to do.", Severity.WARNING),
        ("China has never ended its persecution of the monks.", Severity.ERROR),
    ],
)
def test_blame_and_praise_in_the_clause_weigh(english, text: str, severity: Severity):
    assert the_finding(english, text).severity is severity


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("China is going to have to close the camp.", "Chinese authorities are"),
        ("China was and is blocking the inquiry.", "Chinese authorities were and are"),
        ("China has been and remains opposed to the pact.", ""),
        ("It is China that is blocking the inspectors.", ""),
        ("China has done what was required of it.", ""),
    ],
)
def test_a_plural_agrees_with_all_its_verbs_or_is_not_offered(english, text: str, plural: str):
    labels = [label for label in offered(the_finding(english, text)) if AUTHORITIES in label]
    assert [label[: len(plural)] for label in labels] == [plural] * bool(plural)


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("China has jailed the nurse and nobody knows why.", "Chinese authorities have"),
        ("China jailed the nurse, and no one has said why.", "Chinese authorities"),
    ],
)
def test_what_nobody_does_is_not_drawn_into_the_plural(english, text: str, plural: str):
    assert plural in offered(the_finding(english, text))


def test_after_either_the_article_stays(english):
    labels = offered(the_finding(english, "Either China vetoes it or Laos does."))
    assert f"the {GOVERNMENT}" in labels


@pytest.mark.parametrize(
    ("text", "body", "may_act"),
    [
        ("China jailed the editor for nine years.", "court", True),
        ("China executed 40 people last year.", "court", False),
        ("China has jailed hundreds of monks.", "court", False),
        ("China jails reporters.", "court", False),
        ("China bombed the port at dawn.", "military", True),
        ("China occupies the islands that the treaty gave away.", "military", False),
    ],
)
def test_a_body_is_offered_for_one_case_of_its_own(english, text: str, body: str, may_act: bool):
    labels = offered(the_finding(english, text))
    assert labels and any(body in label for label in labels) is may_act


@pytest.mark.parametrize(("text", "speaks"), [
    ("China denied the report.", True), ("China denies any link to the hackers.", True),
    ("China denies that it makes such calls.", True),
    ("China denies her a lawyer.", False), ("China denies the families a visit.", False),
])
def test_the_ministry_is_offered_for_a_claim_that_is_denied(english, text: str, speaks: bool):
    labels = " ".join(offered(the_finding(english, text)))
    assert ("Foreign Ministry" in labels) is speaks
