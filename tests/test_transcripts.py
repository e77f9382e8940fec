"""A record of speech is told from a text whose paragraphs open with other labels."""

from __future__ import annotations

import pytest

from lintwords import api
from lintwords.model import Kind, Options, Segment, SourceMap
from lintwords.text.lexicon import Lexicon
from lintwords.text.transcripts import spoken

FOUND = "China jailed three lawyers in May."


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return api.load_linter(Options()).compiled.lexicon


def segments(*texts: str) -> list[Segment]:
    return [Segment(text, SourceMap(()), Kind.PROSE) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Note: The fund is small."] * 4, id="one lead-in, again and again"),
        pytest.param(["Background: It rained.", "Note: It rained on.", "Note: So it did."],
                     id="two lead-ins"),
        pytest.param(["Materials: Paper.", "Objective: To draw."] * 4, id="fields of a form"),
        pytest.param(["Phone: 12 34", "Email: a@b.example"] * 3, id="contacts"),
        pytest.param(["Table 1: Rain by month.", "Table 2: Sun by month."] * 2, id="captions"),
        pytest.param(["SOP Number: 12", "STEP Two: Go on."] * 2, id="abbreviations"),
        pytest.param(["Ann Lee: I came.", "Bob Roe: You left."], id="two turns are too few"),
        pytest.param(["Ann Lee: I came.", *["It rained."] * 60, "Bob Roe: You left.",
                      *["It rained."] * 60, "Ann Lee: I came."], id="far from each other"),
        pytest.param(["Ann Lee: It rained."] * 3, id="nobody answers"),
        pytest.param(["Q: Did it rain?", *["It rained."] * 3, "A: It did."], id="no answer near"),
        pytest.param(["A: It did.", "B: It rained."], id="nobody asks"),
        pytest.param(["Q: Did it rain?", "Note: It did."], id="a note is no answer"),
        pytest.param(["Question: Did it rain?", "Background: It rained.", "Note: So it did."],
                     id="what is beside a question is no answer"),
    ],
)
def test_other_labels_are_no_speech(texts: list[str], words: Lexicon) -> None:
    assert not spoken(segments(*texts), words)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Ann Lee: It rained.", "Bob Roe: It did.", "Ann Lee: Well."], id="names"),
        pytest.param(["Q: Did it rain?", "A: It did.", "Q: For long?"], id="letters"),
        pytest.param(["Q: Did it rain?", "A: It did."], id="a question and its answer"),
        pytest.param(["Question: Did it rain?", "Answer: It did."], id="the same in words"),
        pytest.param(["Question: Did it rain?", "Ms Hill: It did.", "Question: Long?"], id="turns"),
        pytest.param(["MODERATOR: Go on.", "SECRETARY WOOD: It rained.", "MODERATOR: So?"],
                     id="capitals"),
        pytest.param(["Ms Hill (Radio): It rained.", "It rained on.", "It was wet.",
                      "The minister: It did.", "Ms Hill (Radio): Well."], id="more paragraphs"),
        pytest.param(["Chuck: I came by bus.", "Gale: You were wet.", "Chuck: Was I?"],
                     id="names that are words"),
        pytest.param(["Note: It is long.", "Ann: Yes.", "Bob: No.", "Ann: Yes.", "Bob: No."],
                     id="after a note"),
        pytest.param(["MODERATOR: Next.", "QUESTION: Did it rain?", "MINISTER: It did."],
                     id="nobody comes back, but a question is answered"),
    ],
)
def test_who_takes_turns_speaks(texts: list[str], words: Lexicon) -> None:
    found = spoken(segments(*texts), words)
    assert found.stop == len(texts) and texts[found.start][:4] != "Note"


def test_turns_in_french_are_told_by_french_words() -> None:
    words = api.load_linter(Options(lang="fr")).compiled.lexicon
    talk = ["Question : il pleut ?", "La ministre : il pleut.", "Question : encore ?"]
    assert spoken(segments(*talk), words) == range(3)
    notes = ["Contexte: la pluie.", "Objectif: le toit."] * 2
    assert not spoken(segments(*notes), words)


@pytest.mark.parametrize(
    ("first", "second", "is_safe"),
    [("Background", "Note", True), ("Ms Hill", "Moderator", False)],
)
def test_a_fix_is_safe_in_a_text_and_not_in_a_record_of_speech(
    first: str, second: str, is_safe: bool
) -> None:
    text = f"{first}: It rained.\n\n{second}: {FOUND}\n\n{first}: It rained on.\n"
    (finding,) = api.lint(text).findings
    assert [fix.safe for fix in finding.fixes[:1]] == [is_safe]


def test_a_paragraph_is_speech_from_where_somebody_takes_a_turn_in_it() -> None:
    text = f"{FOUND} {FOUND} Both sides spoke. ROE: It rained. {FOUND}\n"
    found = [finding.fixes[0].safe for finding in api.lint(text).findings]
    assert found == [True, True, False]
