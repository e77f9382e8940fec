"""The encoders that ship: each head belongs to the rules beside it, and it keeps what is promised.

Not asked where its folder is not there, as in a wheel of lintwords alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.model import Options
from lintwords.packs import encoderfile
from lintwords.packs.fields import parse
from lintwords.readers import plain

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "encoder"
HEADS = sorted((SHIPPED / encoderfile.PACKAGE).glob("*.toml"))
LANGS = [head.stem.partition("-")[0] for head in HEADS]
NEUTRAL = {"en": "sentences.tsv", "fr": "sentences_fr.tsv"}

pytest.importorskip("numpy")
pytestmark = pytest.mark.skipif(not HEADS, reason="no encoder in this folder")


@pytest.fixture(scope="module")
def linters() -> Iterator[dict[str, DocumentLinter]]:
    """With the encoder, by language."""
    with pytest.MonkeyPatch.context() as changed:
        changed.delenv(encoderfile.SWITCH)
        changed.syspath_prepend(str(SHIPPED))
        yield {lang: load(Options(lang=lang)) for lang in LANGS}  # rules are read when asked for


def rules_of(linter: DocumentLinter, text: str) -> list[str]:
    document = plain.read(Path("a.txt"), text.encode())
    return [finding.rule for finding in linter.lint(document).findings]


def test_one_head_for_each_language():
    assert sorted(set(LANGS)) == LANGS == ["en", "fr"]


@pytest.mark.parametrize("path", HEADS, ids=lambda path: path.stem)
def test_the_weights_are_those_of_the_head(path):
    for weights in parse(path)["encoder"]["weights"]:
        kept = (path.parent / weights["file"]).read_bytes()
        assert sha256(kept).hexdigest() == weights["sha256"]


@pytest.mark.parametrize("path", HEADS, ids=lambda path: path.stem)
def test_a_reading_has_the_version_of_its_head(linters, path):
    compiled = linters[path.stem.partition("-")[0]].compiled
    assert compiled.patterns.loaded.reading.version == path.stem


@pytest.mark.parametrize(
    ("lang", "text", "rules"),
    [
        pytest.param("en", "China jailed five lawyers.", ["country-as-abuser"], id="an abuse"),
        pytest.param("en", "We shop in China each spring.", [], id="a place"),
        pytest.param(
            "en", "The envoy pressed China to open the archive.", ["country-addressed"],
            id="a demand",
        ),
        pytest.param("en", "China won the relay in Oslo.", [], id="a team"),
        pytest.param(
            "fr", "La Chine a emprisonné cinq avocats.", ["country-as-abuser"],
            id="an abuse, in French",
        ),
        pytest.param("fr", "Nous avons appris à cuisiner en Chine.", [], id="a place, in French"),
        pytest.param("fr", "La Chine s'impose trois sets à un.", [], id="a team, in French"),
    ],
)
def test_it_reads_what_is_plain(linters, lang, text, rules):
    assert rules_of(linters[lang], text) == rules


@pytest.mark.timeout(240)
@pytest.mark.parametrize("lang", LANGS)
def test_neutral_sentences_stay_silent_with_it(linters, lang):
    lines = (HERE / "neutral" / NEUTRAL[lang]).read_text("utf-8").splitlines()[1:]
    texts = [line.split("\t")[-1] for line in lines]
    assert [text for text in texts if rules_of(linters[lang], text)] == []
