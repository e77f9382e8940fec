"""French wordings in place of a mention: their form, and whether the sentence takes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tomllib

from lintwords.grammar.fr.doubts import Doubts
from lintwords.grammar.fr.rewrite import Rewriter
from lintwords.grammar.model import Style, Wording
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.linter import load
from lintwords.model import Options
from lintwords.text.sentences import Sentence

TABLE = tomllib.loads((Path(__file__).parent / "data/fixes_fr.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def compiled() -> CompiledPack:
    return load(Options(lang="fr")).compiled


def rewritten(compiled: CompiledPack, text: str, wording: str) -> Iterator[tuple[str, str]]:
    """The text with a wording in place of each mention, and the doubt about it."""
    wanted = Wording.of(compiled.pack.names.wordings[wording], "fr")
    style = Style(apostrophe="’" if "’" in text else "'")
    for span in compiled.splitter.split(text):
        sentence = Sentence(0, text, span.start, span.end, compiled.lexicon, compiled.names)
        for slot in compiled.slots(sentence):
            governor = next(iter(slot.governors), None)
            doubts = Doubts(sentence, slot, governor, style)
            for row in Rewriter(sentence, slot, governor, style).rewrites([wanted], []):
                new = text
                for change in reversed(row.changes):
                    new = new[: change.span.start] + change.text + new[change.span.end :]
                yield new, doubts.about(row)


def test_the_table_is_long_enough() -> None:
    assert sum(map(len, TABLE.values())) >= 60


@pytest.mark.parametrize(("before", "after"), TABLE["safe"], ids=lambda text: text[:40])
def test_a_plain_sentence_takes_the_government(
    compiled: CompiledPack, before: str, after: str
) -> None:
    assert (after, "") in list(rewritten(compiled, before, "government"))


@pytest.mark.parametrize(("before", "after"), TABLE["offered"], ids=lambda text: text[:40])
def test_where_more_may_agree_it_is_offered(
    compiled: CompiledPack, before: str, after: str
) -> None:
    found = dict(rewritten(compiled, before, "government"))
    assert found.get(after), found


@pytest.mark.parametrize(("before", "after"), TABLE["plural"], ids=lambda text: text[:40])
def test_verbs_and_participles_follow_the_authorities(
    compiled: CompiledPack, before: str, after: str
) -> None:
    assert after in dict(rewritten(compiled, before, "authorities"))


@pytest.mark.parametrize(("before", "after"), TABLE["plural-offered"], ids=lambda text: text[:40])
def test_a_plural_beside_words_about_one_is_offered(
    compiled: CompiledPack, before: str, after: str
) -> None:
    found = dict(rewritten(compiled, before, "authorities"))
    assert found.get(after), found


@pytest.mark.parametrize("text", TABLE["none"])
def test_where_no_wording_can_stand_none_is_made(compiled: CompiledPack, text: str) -> None:
    assert list(rewritten(compiled, text, "government")) == []
