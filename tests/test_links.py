"""Which words hang together, and what a concept therefore does not find."""

from __future__ import annotations

import pytest

from lintwords.grammar.en import links_of
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import load
from lintwords.match.phrases import PhraseIndex, PhraseMatcher
from lintwords.model import Options
from lintwords.text.sentences import Sentence


@pytest.fixture(scope="module")
def pack() -> CompiledPack:
    return load(Options()).compiled


def sentence(pack: CompiledPack, text: str) -> Sentence:
    return Sentence(0, text, 0, len(text), pack.lexicon, pack.names)


def is_linked(pack: CompiledPack, text: str, one: str, other: str) -> bool:
    net = links_of(sentence(pack, text))
    return net.at(text.index(other)) in net.beside[net.at(text.index(one))]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        pytest.param("The miller sold the barley.", "miller", "sold", id="subject"),
        pytest.param("The miller sold the barley.", "sold", "barley", id="object"),
        pytest.param("The barley was sold by the miller.", "by", "miller", id="agent"),
        pytest.param("The miller dried and sold the barley.", "dried", "sold", id="two verbs"),
        pytest.param("The miller began to sell the barley.", "sell", "barley", id="infinitive"),
        pytest.param("The miller's barley rotted.", "miller", "barley", id="owner"),
        pytest.param("We know the miller who sold barley.", "miller", "sold", id="relative clause"),
        pytest.param("They dream of ending the drought.", "of", "ending", id="after a preposition"),
        pytest.param("They made up their minds.", "made", "minds", id="past a particle"),
        pytest.param("Nobody in the town slept.", "Nobody", "slept", id="no one"),
    ],
)
def test_what_belongs_together_is_linked(pack, text, one, other):
    assert is_linked(pack, text, one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        pytest.param("The miller slept; the baker sold bread.", "miller", "sold", id="semicolon"),
        pytest.param("When it rained, the baker sold bread.", "it", "sold", id="lower clause"),
        pytest.param("The miller slept, and the baker sold it.", "miller", "sold", id="new one"),
    ],
)
def test_what_another_clause_says_is_not_linked(pack, text, one, other):
    assert not is_linked(pack, text, one, other)


def found(pack: CompiledPack, pattern: str, text: str) -> list[str]:
    compiler = pack.patterns.compiler
    index = PhraseIndex.of([pattern], compiler)
    matcher = PhraseMatcher([pattern], index, compiler, links_of)
    return [text[span.start : span.end] for _, span in matcher.match(sentence(pack, text))]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("<country> & harvest", "China sold the harvest.", id="who sells what"),
        pytest.param("<country> & harvest", "The harvest of China rots.", id="whose"),
        pytest.param("<country> & (saved|ruined) & harvest", "The harvest was saved by China.",
                     id="passive"),
    ],
)
def test_a_concept_is_found_where_its_parts_hang_together(pack, pattern, text):
    assert len(found(pack, pattern, text)) == 1


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("<country> & harvest", "China slept; the harvest rots.", id="two clauses"),
        pytest.param("<country> & harvest", "Next door to China the harvest rots.",
                     id="the name says where from"),
        pytest.param("<country> & harvest", "They spoke with China about the harvest.",
                     id="a name after a loose preposition"),
        pytest.param("<country> & (united|joined)", "The United Nations praised China.",
                     id="part of another name"),
        pytest.param("<country> & peaceful", "China built a dam that flooded the peaceful valley.",
                     id="said of another thing"),
    ],
)
def test_a_concept_is_not_found_where_they_only_stand_near(pack, pattern, text):
    assert found(pack, pattern, text) == []
