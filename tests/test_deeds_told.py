"""Deeds that a sentence tells of its country behind other words, and what only looks like one."""

from __future__ import annotations

import pytest

import lintwords

TOLD = [
    "China, which has never explained it, jailed poets.",
    "China, which never slept, jailed poets for years.",
    "China opened a school and jailed monks.",
    "China has: jailed poets; freed none.",
    "China has: closed his club; beaten two of his pupils.",
    "China has: opened a school; jailed monks.",
    "Fire, China jailed five lawyers.",
    "China holds chess coach",
    "China holds a swimmer in custody.",
    "China beats tennis player in custody",
    "China disappears tennis star",
    "China crushed the protest.",
    "China is crushing the strike.",
    "China fired on the crowd.",
    "China shot at the crowd.",
    "China struck the hospital.",
    "China had five lawyers arrested.",
    "China had monks killed.",
    "Monks die at China's hands.",
    "China, in May, without a trial, jailed five lawyers.",
    "China won gold and tortured the losers.",
    "China won the match and jailed two poets.",
    "China won the match, then jailed its captain for a post.",
    "China won the final and jailed its goalkeeper.",
    "China, which won the relay, has jailed its captain.",
    "China beat Japan 3-1 and then jailed its coach for a tweet.",
    "China beat Japan 3-1 and arrested fans.",
    "China defeated Brazil and tortured its own captain.",
    "China won the league and flogged a fan.",
    "China won the match and gagged its swimmers.",
    "China signed the pact, yet jailed the editor.",
    "China crushed a peaceful protest.",
    "China crushed a peaceful march.",
    "China quashed the mutiny.",
    "China fired on all protesters.",
    "China executed three monks.",
    "China executed its captain.",
    "China took her passport.",
    "China cancelled their passports.",
    "China took his land and gave him none.",
    "China took me prisoner.",
    "She left the town after China opened the upstream gates without warning.",
    "China released water from the dam without notice.",
    "China read our mail.",
    "China sold his liver.",
    "China paved over the graveyard.",
    "China tortured me with a cable.",
    "China stripped the champion of her passport.",
]
OTHERS = [
    "China, which they love, imported goods are cheap.",
    "Landslide, China in May killed 300 people.",
    "Flood, China killed 300 people.",
    "Fire, China in June killed 12.",
    "Flood, China: 40 dead",
    "China holds chess open",
    "China holds marathon in May",
    "China holds its coach in high regard",
    "China holds players to a draw",
    "China holds player draft in June",
    "China holds players' rights.",
    "China beats tennis player 3-0",
    "China beat the boxer in the final.",
    "Tags: China, torture, prison",
    "Keywords: torture; China; Peru",
    "China – Jailed lawyers – Petition",
    "China / Iran jails poets / Peru",
    "China (see map) lies on the coast; Iran jails poets.",
    "China, Maine, has jailed a man for stealing a boat.",
    "Who has banned torture? China.",
    "They ended torture in law: Peru & China",
    "Where were the lawyers jailed? China.",
    "Occupied by Japan: China, Korea",
    "China crushed Japan 3-0",
    "China shot a 65",
    "China shot a 65 to lead by two.",
    "China won the match after two fans were jailed.",
    "China had five sailors rescued.",
    "China had two goals disallowed.",
    "China had students injured in the storm.",
    "China beat Japan 3-1 and then took the lead.",
    "China attacked the queen with a knight.",
    "China fired a shot over the bar.",
    "China fired at goal.",
    "China fired on all cylinders.",
    "China was firing on all four of its cylinders.",
    "The Chinese are firing on only two cylinders.",
    "China executed a fine corner.",
    "China executed its orders.",
    "China crushed a rally by the home side.",
    "China built a dam, then called the largest in the world, in 1999.",
    "China hired a coach, later jailed in Peru.",
    "China took her by surprise.",
    "China took her to lunch.",
    "China took his breath away.",
    "China opened the floodgates to imports.",
    "China opened the upstream gates.",
    "China stole the show at the fair.",
    "China cut a fine figure.",
    "China quashed fears of a drought with good rain.",
    "China suppressed a yawn.",
    "China invaded my dreams.",
    "China tortured me with its spices.",
    "China sentenced me to a life of noodles.",
    "China executed a triple axel.",
    "China punished two loose passes.",
    "China sells its organs to churches.",
    "China arrested its slide down the table.",
    "China arrested the decline of its pandas.",
]
TOLD_IN_FRENCH = [
    "La Chine a tiré sur la foule.",
    "La Chine a écrasé le soulèvement.",
    "La Chine a gagné la finale et emprisonné son capitaine.",
    "La Chine a gagné la finale puis a emprisonné son gardien de but.",
    "La Chine a battu le Japon 3-1 puis a arrêté son sélectionneur.",
    "La Chine a remporté la coupe et exécuté son entraîneur.",
    "La Chine a signé le pacte, puis emprisonné le poète.",
    "La Chine a exécuté un avocat.",
    "La Chine a tiré sur des pèlerins.",
]
FURTHER_IN_FRENCH = [
    "Mots-clés : Chine, torture, prison",
    "Qui a interdit la torture ? La Chine.",
    "Pays qui ont aboli la torture : le Pérou et la Chine",
    "Pays où des poètes ont été emprisonnés : la Chine",
    "Contrairement à la Chine, l’Iran a emprisonné cinq avocats.",
    "Les avocats ont été emprisonnés par l’Iran, pas par la Chine.",
    "Coupes détenues par : la Chine",
    "La Chine a battu le Japon en finale.",
    "La Chine a exécuté un coup franc.",
    "La Chine a exécuté ses plans de réforme.",
    "La Chine a tiré sur la corde.",
]
TOLD_ALL_THE_SAME = [
    ("en", "Tags: China jails poets, tea"),
    ("en", "Keywords: China tortured 300 monks"),
    ("en", "China lies on its coast, and it tortures monks."),
    ("fr", "Mots-clés : la Chine torture des moines"),
    ("fr", "Contrairement à la Chine, qui a emprisonné cinq avocats, l’Iran les a libérés."),
    ("fr", "Les avocats ont été emprisonnés par la Chine, et pas par l’Iran."),
]


@pytest.fixture(autouse=True)
def _weights_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINTWORDS_ENCODER", "off")


@pytest.mark.parametrize("text", TOLD)
def test_a_deed_is_found(text: str) -> None:
    assert [one.severity.name for one in lintwords.lint(text).findings] == ["ERROR"]


@pytest.mark.parametrize("text", OTHERS)
def test_what_looks_like_one_is_not(text: str) -> None:
    assert not lintwords.lint(text).findings


@pytest.mark.parametrize("text", FURTHER_IN_FRENCH)
def test_what_looks_like_one_is_not_in_french(text: str) -> None:
    assert not lintwords.lint(text, lang="fr").findings


@pytest.mark.parametrize(("lang", "text"), TOLD_ALL_THE_SAME)
def test_a_row_of_labels_hides_no_deed(lang: str, text: str) -> None:
    assert [one.severity.name for one in lintwords.lint(text, lang=lang).findings] == ["ERROR"]


@pytest.mark.parametrize("text", TOLD_IN_FRENCH)
def test_a_deed_is_found_in_french(text: str) -> None:
    assert [one.severity.name for one in lintwords.lint(text, lang="fr").findings] == ["ERROR"]


@pytest.mark.parametrize("text", [
    f"Tags: {'China, torture, ' * 400}tea",
    f"Tags: {'China, torture, ' * 150}tea. The roads of China are long.",
])
def test_a_row_of_labels_is_one_wherever_it_is_cut(text: str) -> None:
    assert not lintwords.lint(text).findings


def test_what_stands_behind_a_cut_is_still_read() -> None:
    row = "China, torture, " * 150
    found = lintwords.lint(f"Tags: {row}tea. China tortured monks.").findings
    assert [one.rule for one in found] == ["country-as-abuser"]
    assert lintwords.lint(f"Tags: {row}China jailed a poet, {row}").findings
