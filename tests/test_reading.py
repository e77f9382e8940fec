"""What a mention stands for: the same for every state, on every machine, with its reasons."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from lintwords import readers
from lintwords.errors import RulePackError
from lintwords.grammar.model import Slot
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.reading import Reader, Reading
from lintwords.reading.features import VERSION, features
from lintwords.reading.reader import Mention
from lintwords.reading.signs import signs
from lintwords.reading.weights import CODES, Weights, pack
from lintwords.text.sentences import Sentence

HERE = Path(__file__).parent
NAMES = HERE.parent / "rules/en/names.toml"
SWAP = {
    "China": "Russia", "Russia": "China", "Chinese": "Russian", "Russian": "Chinese",
    "Beijing": "Moscow", "Moscow": "Beijing",
}


@pytest.fixture(scope="module")
def compiled() -> CompiledPack:
    return load(Options()).compiled


@pytest.fixture(scope="module")
def other(tmp_path_factory) -> CompiledPack:
    """The same rules for a state whose names, the fixed ones too, are the first one's, swapped."""
    path = tmp_path_factory.mktemp("names") / "other.toml"
    path.write_text(swapped(NAMES.read_text("utf-8")), "utf-8")
    return load(Options(names=path)).compiled


def mentions(compiled: CompiledPack, text: str) -> list[tuple[Sentence, Slot]]:
    spans = compiled.splitter.split(text)
    sentences = [Sentence(0, text, s.start, s.end, compiled.lexicon, compiled.names) for s in spans]
    return [(sentence, slot) for sentence in sentences for slot in compiled.slots(sentence)]


def swapped(text: str) -> str:
    return re.sub(r"\b(" + "|".join(SWAP) + r")\b", lambda match: SWAP[match[0]], text)


def labelled() -> list[str]:
    """Sentences of the project's own tables about the country."""
    texts: dict[str, None] = {}
    for path in sorted((HERE / "data").glob("unseen_*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row.get("lang", "en") == "en" and re.search(r"\bChin", row["text"]):
                texts[row["text"]] = None
    return [text for text in texts if "Russians" not in text]


def test_another_state_has_the_same_readings_exactly(compiled, other):
    texts = labelled()[:400]
    unlike = []
    for text in texts:
        first, second = mentions(compiled, text), mentions(other, swapped(text))
        ours, theirs = ([(s.reading, s.chance) for _, s in row] for row in (first, second))
        if ours != theirs:
            unlike.append((text, ours, theirs))
    assert (len(texts), unlike) == (400, [])


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("China sued.", ["§state", "sue", "."], id="the state"),
        pytest.param("The Chinese sued.", ["the", "§adjective", "sue", "."], id="its people"),
        pytest.param("We met in Beijing.", ["we", "meet", "in", "§capital", "."], id="its capital"),
        pytest.param("We met France.", ["we", "meet", "§other", "."], id="another state"),
        pytest.param("A French fish.", ["a", "§other-adjective", "fish", "."], id="its adjective"),
        pytest.param("We met Xinjiang.", ["we", "meet", "§name", "."], id="a region"),
        pytest.param("We met Zorblax.", ["we", "meet", "§name", "."], id="no list knows it"),
        pytest.param("In 1999 we met.", ["in", "§year", "we", "meet", "."], id="a year"),
    ],
)
def test_names_are_seen_as_signs(compiled, text, seen):
    sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    assert signs(sentence) == seen


def test_no_feature_holds_a_name(compiled):
    text = "China and France jailed Uyghurs in Zorblax, says Xi."
    (sentence, slot), *_ = mentions(compiled, text)
    told = " ".join(value for _, value in features(sentence, slot, compiled.grammar)).lower()
    assert not re.search("chin|franc|zorbl|xi\\b", told)


def test_each_mention_is_read_once_however_often_it_is_asked_for(compiled, monkeypatch):
    """A second name that acts has each name of the sentence tried, whether it is a finding."""
    read: list[tuple[str, int]] = []

    def counted(self: Reader, mentions: Sequence[Mention]) -> list[Reading]:
        read.extend((sentence.text, slot.token) for sentence, slot in mentions)
        return whole(self, mentions)

    whole = Reader.read
    monkeypatch.setattr(Reader, "read", counted)
    text = ", ".join(["China jailed five lawyers"] * 8) + "."
    assert len(load(Options()).lint(readers.read(Path("a.txt"), text.encode())).findings) == 8
    assert len(read) == len(set(read)) >= 8


def test_a_reading_stands_beside_what_the_grammar_found(compiled):
    ((sentence, slot),) = mentions(compiled, "China jailed five lawyers.")
    (bare,) = compiled.grammar.slots_of(sentence)
    assert (bare.reading, bare.chance) == ("", 0)
    assert slot == replace(bare, reading="abuse", chance=slot.chance)


def test_sentences_of_our_own_that_were_examples_are_read_as_they_were(compiled):
    """They stood in the rules while each word had a row there; the reading was trained on them."""
    rows = [json.loads(row) for row in (HERE / "data/own_mentions.jsonl").open(encoding="utf-8")]
    missed, loud, many = [], [], 0
    for row in rows:
        found = {slot.span.start: compiled.mention_rules.verdict(sentence, slot).candidate
                 for sentence, slot in mentions(compiled, row["text"])}
        for mention in row["mentions"]:
            candidate = found.get(mention["start"])
            is_found = bool(candidate and candidate.rule.default)
            is_wanted = mention["label"] in ("W", "S")
            many += is_wanted
            if is_found is not is_wanted:
                (missed if is_wanted else loud).append(row["text"])
    assert (many > 300, len(missed) <= many // 10, len(loud) <= 3) == (True,) * 3, (missed, loud)


def test_weights_are_those_of_the_release(compiled):
    head = compiled.mentions.reader.head
    assert sha256(head.path.read_bytes()).hexdigest() == head.sha256


def test_cues_name_the_words_that_weighed(compiled):
    (sentence, slot), *_ = mentions(compiled, "China threatened the editor.")
    cues = dict(compiled.mentions.reader.cues(sentence, slot))
    assert max(cues, key=cues.__getitem__) == "threatened"


def test_a_fixed_name_is_no_mention_to_be_read(compiled):
    assert list(mentions(compiled, "She reads the China Daily.")) == []


def test_what_training_did_not_see_weighs_nothing(tmp_path):
    data, lost = pack({("governor", "subject jail"): (9, -3, 0, 0, -128)}, 4, VERSION)
    path = tmp_path / "reading.bin"
    path.write_bytes(data)
    weights = Weights(path, VERSION)
    assert lost == 0
    assert weights.sums([("governor", "subject jail"), ("+1", "zorblax")]) == [9, -3, 0, 0, -128]
    assert weights.sums([("+1", "zorblax")]) == [0] * len(CODES)


def test_a_row_that_went_out_of_mind_is_the_same_again(tmp_path, monkeypatch):
    monkeypatch.setattr("lintwords.reading.weights._MOST_KNOWN", 2)
    weigh = (-128, 127, 0, -1, 1)
    rows = {(f"kind {nth}", "é"): (*weigh[nth:], *weigh[:nth]) for nth in range(5)}
    path = tmp_path / "reading.bin"
    path.write_bytes(pack(rows, 6, VERSION)[0])
    weights = Weights(path, VERSION)
    for _ in range(3):
        assert [tuple(weights.sums([row])) for row in rows] == [*rows.values()]
    assert weights.sums(rows) == [-1] * len(CODES)


def test_a_full_bucket_loses_the_smallest(tmp_path):
    rows = {("+1", f"word{nth}"): (nth, 0, 0, 0, 0) for nth in range(1, 7)}
    data, lost = pack(rows, 0, VERSION)
    path = tmp_path / "reading.bin"
    path.write_bytes(data)
    kept = [Weights(path, VERSION).sums([row])[0] for row in rows]
    assert (lost, kept) == (2, [0, 0, 3, 4, 5, 6])


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data[:-1], id="cut short"),
        pytest.param(lambda data: b"XXXX" + data[4:], id="something else"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:4] + b"\xff\xff" + data[6:], id="of another version"),
    ],
)
def test_weights_of_another_release_are_refused(compiled, tmp_path, change):
    path = tmp_path / "reading.bin"
    path.write_bytes(change(pack({}, 2, VERSION)[0]))
    head = replace(compiled.mentions.reader.head, path=path)
    with pytest.raises(RulePackError, match="reading.bin"):
        Reader(head, compiled.grammar, compiled.pack.names.forms, compiled.lexicon)
