"""The encoder that ships: its head belongs to the rules beside it, and it keeps what is promised.

Not asked where its folder is not there, as in a wheel of lintwords alone.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from lintwords.judge.linter import DocumentLinter, load
from lintwords.model import Options
from lintwords.packs import encoderfile
from lintwords.packs.fields import parse
from lintwords.readers import plain
from lintwords.values import replace

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "encoder"
HEAD = SHIPPED / encoderfile.PACKAGE / "en-5.toml"

pytest.importorskip("numpy")
pytestmark = pytest.mark.skipif(not HEAD.is_file(), reason="no encoder in this folder")


@pytest.fixture(scope="module")
def linter() -> DocumentLinter:
    with pytest.MonkeyPatch.context() as changed:
        changed.delenv(encoderfile.SWITCH)
        changed.syspath_prepend(str(SHIPPED))
        linter = load(Options())
        assert linter.compiled.patterns.loaded.reading.version == HEAD.stem
    return linter


def rules_of(linter: DocumentLinter, text: str) -> list[str]:
    document = plain.read(Path("a.txt"), text.encode())
    return [finding.rule for finding in linter.lint(document).findings]


def test_the_weights_are_those_of_the_head():
    head = parse(HEAD)["encoder"]
    assert sha256((HEAD.parent / head["file"]).read_bytes()).hexdigest() == head["sha256"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param("China jailed five lawyers.", ["country-as-abuser"], id="an abuse"),
        pytest.param("We shop in China each spring.", [], id="a place"),
        pytest.param(
            "The envoy pressed China to open the archive.", ["country-addressed"], id="a demand"
        ),
        pytest.param("China won the relay in Oslo.", [], id="a team"),
    ],
)
def test_it_reads_what_is_plain(linter, text, rules):
    assert rules_of(linter, text) == rules


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("On Monday China threatened athletes.", "threatened", id="an abuse"),
        pytest.param("The envoy pressed China to open the archive.", "pressed", id="a demand"),
    ],
)
def test_the_word_that_tells_is_told_for_it(linter, text, word):
    options = replace(linter.options, explain_mentions=True)
    document = plain.read(Path("a.txt"), text.encode())
    (note,) = load(options, linter).lint(document).mentions
    assert note.chance >= 730
    assert note.cues[0][0] == word
    assert sum(weight for _, weight in note.cues) > 0


@pytest.mark.timeout(120)
def test_neutral_sentences_stay_silent_with_it(linter):
    lines = (HERE / "neutral" / "sentences.tsv").read_text("utf-8").splitlines()[1:]
    texts = [line.split("\t")[-1] for line in lines]
    assert [text for text in texts if rules_of(linter, text)] == []
