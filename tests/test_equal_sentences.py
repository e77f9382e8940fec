"""What is found out about a sentence is shared by those that equal it, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintwords.grammar.en.mention_context import MentionContext
from lintwords.grammar.model import Style
from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.model import Options, Segment, SourceMap
from lintwords.run.one_file import check_data
from lintwords.text import document_sentences
from lintwords.text.sentences import Sentence

SAID = (
    "China jailed a poet.",
    "China jailed a poet. Nobody was told.",
    "Chinese officials say that China threatens nobody.",
    "China's threats and the Chinese hackers were denied by China.",
    "Did China jail a poet?",
    "China has lifted 800 million people out of poverty.",
    "No, that is false.",
    "he went home",
)
PLACES = ("{}\n\n", "- {}\n", "# {}\n\n", "> {}\n\n", "“{}”\n\n", "“{}\n\n", "MR. LI: {}\n\n")


class Alone(document_sentences.Sentences):
    """Sentences that share nothing."""

    def _row(self, index: int, text: str) -> list[Sentence]:
        self._first.clear()
        return super()._row(index, text)

    def alike(self, sentence: Sentence) -> Sentence:
        return sentence


@pytest.fixture(scope="module")
def linter() -> DocumentLinter:
    return load(Options(keep_passed=True, explain_mentions=True))


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_repeated_sentences_are_judged_as_if_each_stood_alone(
    suffix: str, linter: DocumentLinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = st.lists(
        st.tuples(st.sampled_from(PLACES), st.sampled_from(SAID)), min_size=2, max_size=9
    )

    @settings(max_examples=60, deadline=None)
    @given(rows=rows)
    def agrees(rows: list[tuple[str, str]]) -> None:
        data = "".join(place.format(said) for place, said in rows).encode()
        shared = check_data(linter, Path(f"a{suffix}"), data)
        with monkeypatch.context() as patch:
            patch.setattr("lintwords.judge.scene.Sentences", Alone)
            assert check_data(linter, Path(f"a{suffix}"), data) == shared

    agrees()


@pytest.mark.parametrize("ending", [".", ".\n", ",”", "?"])
@pytest.mark.parametrize(
    "said",
    [
        ("China jailed a poet", "“China threatens nobody", "It said so"),
        ("China jails", "China's threats and the &#67;hinese hackers", "No, that is false"),
        ("China has lifted 800 million people out of poverty", "CHINA JAILED A POET", "“No”"),
        ("China jails China jails China,", "China said that China"),
    ],
)
def test_sentences_that_come_again_in_one_line_are_judged_as_if_each_stood_alone(
    said: tuple[str, ...], ending: str, linter: DocumentLinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = " ".join(f"{part}{ending}" for part in said * 60).encode()
    shared = check_data(linter, Path("a.md"), data)
    with monkeypatch.context() as patch:
        patch.setattr("lintwords.judge.scene.Sentences", Alone)
        assert check_data(linter, Path("a.md"), data) == shared


def test_a_sentence_is_shared_only_where_all_around_it_reads_the_same(
    linter: DocumentLinter,
) -> None:
    pack = linter.compiled
    text = f"{SAID[0]} " * 300 + f"{SAID[6]} {SAID[0]}"
    rows = document_sentences.Sentences(
        [Segment(text, SourceMap(()))], pack.splitter, pack.lexicon, pack.names
    )
    own = [rows.alike(sentence) for sentence in rows[0]]
    shared = [nth for nth, one in enumerate(own) if one.like is not None]
    assert 150 in shared
    assert shared == list(range(shared[0], shared[-1] + 1))
    assert 0 < shared[0] < 150
    assert 150 < shared[-1] < 299
    assert [text[slice(*one.placed(one.span))] for one in own] == [
        text[slice(*one.span)] for one in rows[0]
    ]


def test_equal_sentences_of_two_segments_are_cut_into_words_once(linter: DocumentLinter) -> None:
    compiled = linter.compiled
    first = Sentence(0, SAID[0], 0, len(SAID[0]), compiled.lexicon, compiled.names)
    second = first.again(3, 0)
    assert second.segment == 3
    assert second.tokens is first.tokens
    second.notes["asked"] = True
    second.here["line"] = 7
    assert first.notes == {"asked": True}
    assert first.here == {}


def test_what_is_forgotten_of_a_sentence_is_kept_by_none_that_equals_it(
    linter: DocumentLinter,
) -> None:
    pack = linter.compiled
    first = Sentence(0, SAID[0], 0, len(SAID[0]), pack.lexicon, pack.names)
    second = first.again(1, 0)
    assert second.words is first.words
    known = first.words
    first.forget()
    assert second.words is first.words
    assert first.words is not known


@pytest.mark.parametrize(
    ("after", "is_read"),
    [
        ("The road was closed.", False), ("", True), ("Its economy grew.", True),
        ("it grew.", True), ("“It grew.", True), ("\u00adIts rivers rose.", True),
        ("In May it rained.", False), ("I\u00adt grew.", True), ("Sie kam.", False),
    ],
)
def test_the_next_sentence_is_read_unless_it_surely_opens_otherwise(
    after: str, is_read: bool, linter: DocumentLinter
) -> None:
    pack = linter.compiled
    text = f"{SAID[0]} {after}"
    sentence = Sentence(0, text, 0, len(SAID[0]), pack.lexicon, pack.names)
    (slot,) = pack.slots(sentence)
    asked = MentionContext(sentence, slot, None, Style())
    assert (asked.next_sentence("it") is not None) is is_read
