"""Which wordings are offered for lines and labels: those that fit the sentence, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.model import Options
from lintwords.readers import read
from lintwords.settings.selection import showing_all


@pytest.fixture(scope="module")
def shown() -> DocumentLinter:
    """A linter with every rule on."""
    linter = load(Options())
    return load(showing_all(linter.options, linter.rules), linter)


def results(linter: DocumentLinter, rule: str, text: str) -> list[str]:
    """`text` with each wording that `rule` offers in place of the words found."""
    findings = linter.lint(read(Path("line.txt"), text.encode())).findings
    found = [one for one in findings if one.rule == rule]
    assert found, text
    return [
        text.replace(one.text, wording, 1) for one in found for wording in one.instead
    ]


@pytest.mark.parametrize(
    ("rule", "text", "result"),
    [
        pytest.param(
            "hk-riots", "Hong Kong saw rioters in Hong Kong's parks all night.",
            "Hong Kong saw protesters in Hong Kong's parks all night.", id="a noun for a noun",
        ),
        pytest.param(
            "taiwan-renegade", "Chinese jets flew round the breakaway island twice.",
            "Chinese jets flew round the democracy claimed by the Chinese government twice.",
            id="the clause round it stays",
        ),
        pytest.param(
            "socialism-formula",
            "The textbook says: socialism with Chinese characteristics has entered a new era.",
            "The textbook says: what the party calls 'socialism with Chinese characteristics' has"
            " entered a new era.", id="the verb stays",
        ),
        pytest.param(
            "positive-energy", "The platform in China wants its hosts to spread positive energy.",
            "The platform in China wants its hosts to show officials in a good light.",
            id="a verb for a verb",
        ),
        pytest.param(
            "harmonious-society", "Officials in China vow to safeguard social harmony.",
            "Officials in China vow to safeguard what officials call 'harmony'.",
            id="its object alone",
        ),
        pytest.param(
            "hurt-feelings", "He regrets having hurt the feelings of the Chinese people.",
            "He regrets having drawn an objection from Chinese officials.", id="a participle",
        ),
        pytest.param(
            "hostile-foreign-forces", "Chinese teachers speak of infiltration by hostile forces.",
            "Chinese teachers speak of infiltration by what officials call 'hostile foreign"
            " forces'.", id="who, not what they do",
        ),
        pytest.param(
            "xizang-name", "They took the Sichuan-Xizang railway to the coast.",
            "They took the Sichuan-Tibet railway to the coast.", id="another line keeps its name",
        ),
        pytest.param(
            "other-state-as-actor",
            "The Chinese government jailed two poets. Russia jailed six.",
            "The Chinese government jailed two poets. The government of that state jailed six.",
            id="an actor for an actor",
        ),
        pytest.param(
            "tell-chinas-story", "The station hopes to tell China's story well in nine languages.",
            "The station hopes to spread the party's account in nine languages.",
            id="no place beside another",
        ),
    ],
)
def test_a_wording_stands_for_its_own_words(shown, rule: str, text: str, result: str) -> None:
    assert result in results(shown, rule, text)


@pytest.mark.parametrize(
    ("rule", "text", "word"),
    [
        pytest.param(
            "consensus-of-1992", "The mayor of Taipei backs the 1992 consensus.",
            "Chinese government", id="another's reading",
        ),
        pytest.param(
            "taiwan-inalienable", "The army vows to settle the Taiwan question this decade.",
            "talk", id="a threat is no talk",
        ),
        pytest.param(
            "covid-open-transparent",
            "On the coronavirus, China was open and transparent throughout.", "WHO",
            id="what was said in public",
        ),
        pytest.param(
            "no-political-prisoners", "Those held in Tibet are ordinary criminals.", "held for",
            id="not all who are held",
        ),
        pytest.param(
            "unga-2758", "Resolution 2758 leaves no room for a second seat of Taiwan.",
            "which gave", id="a verb is lost",
        ),
        pytest.param(
            "culture-unsuited-democracy",
            "Democracy will never take root in Confucian soil, the Chinese host claims.",
            "rejects", id="a clause for a part",
        ),
        pytest.param(
            "hk-patriots", "Hong Kong now enjoys high-quality democracy.", "rule",
            id="no praise of a rule",
        ),
        pytest.param(
            "chinese-modernisation", "The fair shows what the Chinese path to modernization means.",
            "what what", id="one question is enough",
        ),
        pytest.param(
            "scs-since-ancient",
            "The daily calls the verdict on the South China Sea an illegal award.", "rejects",
            id="a name that somebody gives",
        ),
        pytest.param(
            "south-tibet", "Chinese soldiers patrol South Tibet.", "India", id="another event",
        ),
        pytest.param(
            "motherland", "Taiwan will find its place in the embrace of the motherland.", "China",
            id="the line without its marks",
        ),
        pytest.param(
            "zhonghua-minzu", "All in China are sons and daughters of the Yellow Emperor.",
            "descent", id="not all in a country",
        ),
        pytest.param(
            "taiwan-renegade", "Taiwan is a rebel island in the eyes of the north.", "democracy",
            id="in somebody's eyes",
        ),
        pytest.param(
            "debt-trap", "Beijing seized the port of Hambantota when the bills came due.",
            "leased", id="the tale goes on",
        ),
    ],
)
def test_no_wording_says_what_the_sentence_cannot_hold(shown, rule: str, text: str, word: str):
    assert not [one for one in results(shown, rule, text) if word in one and word not in text]


@pytest.mark.parametrize(
    ("lang", "reported", "own"),
    [
        ("en", "He says that life improved since the peaceful liberation of Tibet.",
         "Life improved since the peaceful liberation of Tibet."),
        ("fr", "Il affirme que tout va mieux depuis la libération pacifique du Tibet.",
         "Tout va mieux depuis la libération pacifique du Tibet."),
    ],
)
def test_no_wording_is_put_into_the_mouth_of_a_source(lang: str, reported: str, own: str) -> None:
    linter = load(Options(lang=lang))
    assert results(linter, "peaceful-liberation", own)
    assert results(linter, "peaceful-liberation", reported) == []
