"""An encoder beside the weights of a reading: what it sees, what it says, who is told of it.

The one of the tests is small and has weights by chance; what it should say is worked out here once
more, number by number.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from lintwords.cli.main import main
from lintwords.errors import RulePackError
from lintwords.files.shipped import rules_folder
from lintwords.judge.document_linter import load
from lintwords.model import Document, Options
from lintwords.packs import encoderfile, fields
from lintwords.readers import plain
from lintwords.reading import WeighedMentions, masking, unigram, wordpieces
from lintwords.reading.encoder import CODES, Encoder
from lintwords.reading.mapped_arrays import arrays
from lintwords.reading.masking import SIGNS, Hidden
from lintwords.text.sentences import Sentence

np = pytest.importorskip("numpy")

WORDS = [
    "[UNK]", "[CLS]", "[SEP]", "[", "]", *SIGNS, "he", "said", "jail", "##ed", "po", "##et", ".",
]
WIDE, HEADS, LAYERS, INNER = 8, 2, 2, 12
HEAD = """\
[encoder]
beside = "{beside}"
report = {report}
perhaps = 500
safe = 900

[[encoder.weights]]
file = "en.npz"
sha256 = "{sum}"
asked = [{asked}, 1000]
share = {share}
{more}"""


def rows_by_chance(seed: int = 3) -> dict[str, np.ndarray]:
    dice = np.random.default_rng(seed)

    def numbers(*shape: int) -> np.ndarray:
        return dice.normal(size=shape).astype(np.float32)

    rows = {
        "words": np.array("\n".join(WORDS)), "layers": np.array(LAYERS), "heads": np.array(HEADS),
        "place": numbers(84, WIDE), "norm": numbers(2, WIDE),
        "code": numbers(len(CODES), 2 * WIDE), "code start": numbers(len(CODES)),
    }

    def matrix(name: str, high: int, wide: int) -> None:
        rows[name] = dice.integers(-127, 128, (high, wide)).astype(np.int8)
        rows[f"{name} scale"] = np.abs(numbers(high)) / 200
        rows[f"{name} start"] = numbers(high)

    matrix("word", len(WORDS), WIDE)
    for nth in range(LAYERS):
        matrix(f"{nth} look", 3 * WIDE, WIDE)
        matrix(f"{nth} join", WIDE, WIDE)
        matrix(f"{nth} up", INNER, WIDE)
        matrix(f"{nth} down", WIDE, INNER)
        rows[f"{nth} norm join"], rows[f"{nth} norm down"] = numbers(2, WIDE), numbers(2, WIDE)
    return rows


def put(folder: Path, **told: object) -> Path:
    """The package of an encoder, in a folder that may stand on the path of modules."""
    package = folder / encoderfile.PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    np.savez(package / "en.npz", **rows_by_chance())
    values = {
        "beside": shipped_version(), "asked": 0, "share": 1000, "report": 600, "more": "",
        "sum": sha256((package / "en.npz").read_bytes()).hexdigest(),
    }
    (package / "en-99.toml").write_text(HEAD.format(**values | told), "utf-8")
    return package


def shipped_version() -> str:
    reading = load(Options()).compiled.patterns.loaded.reading
    assert reading
    return reading.version


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Installs an encoder; until then there is none, as in all tests."""

    def with_head(**told: object) -> Path:
        package = put(tmp_path, **told)
        monkeypatch.delenv(encoderfile.SWITCH)
        monkeypatch.syspath_prepend(str(tmp_path))
        return package

    return with_head


# -- what it sees ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He said.", ["he", "said", "."], id="marks stand alone, letters are small"),
        pytest.param("Élysée café", ["elysee", "cafe"], id="accents are taken off"),
        pytest.param("don't — “no”", ["don", "'", "t", "—", "“", "no", "”"], id="all marks"),
        pytest.param("a\u200bb\x07c", ["abc"], id="what is not seen is nothing"),
        pytest.param("$5+中国", ["$", "5", "+", "中", "国"], id="signs and characters"),
        pytest.param(" \n\t", [], id="blanks"),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text, words):
    assert list(wordpieces.words(text)) == words


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        pytest.param("jail", ["jail"], id="known whole"),
        pytest.param("jailed", ["jail", "##ed"], id="by its longest pieces"),
        pytest.param("poet", ["po", "##et"], id="by two pieces"),
        pytest.param("poetry", ["[UNK]"], id="an end that no piece is"),
        pytest.param("q", ["[UNK]"], id="a beginning that no piece is"),
        pytest.param("po" * 60, ["[UNK]"], id="too long to be a word"),
    ],
)
def test_a_word_is_made_of_the_longest_pieces(word, pieces):
    known = {word: nth for nth, word in enumerate(WORDS)}
    assert [WORDS[nth] for nth in wordpieces.pieces(word, known)] == pieces


LIKELY = {
    "<unk>": 0.0, "<s>": 0.0, "</s>": 0.0, "▁": -4.0, "▁la": -2.0, "▁pris": -5.0, "on": -3.0,
    "▁prison": -6.0, "s": -2.5, "▁p": -3.0, "oète": -4.5, "▁[": -3.5, "]": -3.5, "▁]": -3.5,
}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("la", ["▁la"], id="known whole, with the sign of a word before it"),
        pytest.param("prison", ["▁prison"], id="whole, for two pieces are less likely"),
        pytest.param("prisons", ["▁prison", "s"], id="the likeliest row of pieces"),
        pytest.param("la  poète", ["▁la", "▁p", "oète"], id="blanks part words, accents stay"),
        pytest.param("la\u202fprison", ["▁la", "▁prison"], id="a narrow blank is one"),
        pytest.param("laßßs", ["▁la", "<unk>", "s"], id="letters that are none are one unknown"),
        pytest.param("poe\u0300te", ["▁p", "oète"], id="an accent set apart is part of its letter"),
        pytest.param(" \n", [], id="blanks alone"),
    ],
)
def test_a_word_is_made_of_its_likeliest_pieces(text, pieces):
    known = {word: nth for nth, word in enumerate(LIKELY)}
    names = list(LIKELY)
    cut = unigram.Unigram(known, list(LIKELY.values()))
    assert [names[nth] for nth in cut.numbers(text)] == pieces


def test_a_word_without_end_is_read_to_a_bound():
    cut = unigram.Unigram({word: nth for nth, word in enumerate(LIKELY)}, list(LIKELY.values()))
    assert len(cut.numbers("s" * 100_000)) <= 101


NAMES = {"country": ["China"], "adjective": ["Chinese"], "capital": ["Beijing"], "prefix": ["Sino"]}
OTHERS = {
    "country": ["china", "peru", "united kingdom"], "nationality": ["chinese", "peruvian"],
    "capital": ["beijing", "lima"],
}


@pytest.mark.parametrize(
    ("text", "mention", "seen"),
    [
        pytest.param(
            "He said China jailed.", "China", ("He said ", "<state>", " jailed."), id="state",
        ),
        pytest.param(
            "Peru met Chinese in Lima.", "Chinese",
            (" <other>  met ", "<people>", " in  <elsewhere> ."), id="people, and names of others",
        ),
        pytest.param(
            "In Beijing China’s talks", "China", ("In  <capital>  ", "<state>", "'s talks"),
            id="its capital; marks of one shape",
        ),
        pytest.param(
            "PERU, CHINA, BEIJING", "CHINA", (" <other> , ", "<state>", ",  <capital> "),
            id="capitals",
        ),
        pytest.param("a china cup, China", "China", ("a china cup, ", "<state>", ""), id="no name"),
        pytest.param(
            "the United Kingdom and China", "China", ("the  <other>  and ", "<state>", ""),
            id="two words",
        ),
    ],
)
def test_names_of_states_are_hidden(text, mention, seen):
    start = text.rindex(mention)
    hidden = masking.Hiding.of(NAMES, OTHERS).hide(text, start, start + len(mention))
    assert hidden == Hidden(*seen)


FRENCH = {"country": ["Chine"], "adjective": ["chinois", "chinoise"], "prefix": ["sino"]}
OF_FRENCH = {"country": ["états unis", "côte d' ivoire"], "nationality": ["italien", "russe"]}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("deux poètes chinois à Chine", "deux poètes  <people>  à ", id="its own"),
        pytest.param("des Italiennes et Chine", "des  <others>  et ", id="an ending, a capital"),
        pytest.param("russes, Chine", " <others> , ", id="a plural in small letters"),
        pytest.param("les États-Unis et Chine", "les  <other>  et ", id="a hyphen for a blank"),
        pytest.param("la Côte d’Ivoire, Chine", "la  <other> , ", id="no blank at all"),
        pytest.param("le russeau de Chine", "le  <others>  de ", id="an ending of two letters"),
        pytest.param("la russification, Chine", "la russification, ", id="another word"),
    ],
)
def test_adjectives_in_small_letters_are_hidden_where_a_language_writes_them_so(text, seen):
    hidden = masking.Hiding.of(FRENCH, OF_FRENCH).hide(text, len(text) - 5, len(text))
    assert hidden == Hidden(seen, "<state>", "")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("SELON PARIS, CHINE RECULE", ("selon paris, ", " recule"), id="a headline"),
        pytest.param("LA CHINE recule", ("la ", " recule"), id="an article with the name"),
        pytest.param("À l'ONU, la CHINE recule", ("À l'ONU, la ", " recule"), id="the name alone"),
        pytest.param("RUSSE, CHINE RECULE", (" <others> , ", " recule"), id="a name beside it"),
    ],
)
def test_capitals_throughout_are_read_as_small_letters(text, seen):
    start = text.index("CHINE")
    hidden = masking.Hiding.of(FRENCH, OF_FRENCH).hide(text, start, start + 5)
    assert (hidden.left, hidden.right) == seen


def test_the_same_sentence_about_another_state_is_the_same_text():
    swapped = {
        "country": ["Peru"], "adjective": ["Peruvian"], "capital": ["Lima"], "prefix": ["Sino"],
    }
    one = masking.Hiding.of(NAMES, OTHERS).hide("Lima and Peru met China in Beijing.", 18, 23)
    two = masking.Hiding.of(swapped, OTHERS).hide("Beijing and China met Peru in Lima.", 22, 26)
    assert one == two


def test_how_long_a_name_is_does_not_move_what_stands_near():
    names = masking.Hiding.of(NAMES, OTHERS)

    def seen(name: str) -> Hidden:
        before, after = f"{name} said so. " * 60, f" met {name}. {name} said so." * 60
        return names.hide(f"{before}China{after}", len(before), len(before) + 5)

    hidden = seen("Peru")
    assert hidden == seen("United Kingdom")
    assert hidden.left.endswith(" <other>  said so. ")
    assert 100 < min(map(len, hidden[::2])) <= max(map(len, hidden[::2])) <= masking.AROUND


# -- what it says ---------------------------------------------------------------------------------


def by_hand(rows: dict[str, np.ndarray], pieces: list[str], at: int) -> list[float]:
    """The scores of a mention, in plain numbers."""

    def dot(one: list[float], two: list[float]) -> float:
        return sum(a * b for a, b in zip(one, two, strict=True))

    def matrix(name: str) -> list[list[float]]:
        scale = rows[f"{name} scale"]
        return [
            [float(w) * float(s) for w in row] for row, s in zip(rows[name], scale, strict=True)
        ]

    def product(name: str, row: list[float]) -> list[float]:
        start = rows[f"{name} start"]
        return [dot(line, row) + float(start[nth]) for nth, line in enumerate(matrix(name))]

    def norm(row: list[float], name: str) -> list[float]:
        mean = sum(row) / len(row)
        wide = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row) + 1e-12)
        times, plus = rows[name]
        return [
            (x - mean) / wide * float(t) + float(p)
            for x, t, p in zip(row, times, plus, strict=True)
        ]

    def added(one: list[float], two: list[float]) -> list[float]:
        return [a + b for a, b in zip(one, two, strict=True)]

    def bent(x: float) -> float:
        return x * 0.5 * (1 + math.erf(x / math.sqrt(2)))

    words = matrix("word")
    seen = [
        norm(added(words[WORDS.index(piece)], list(map(float, rows["place"][nth]))), "norm")
        for nth, piece in enumerate(pieces)
    ]
    part = WIDE // HEADS
    for layer in range(LAYERS):
        looks = [product(f"{layer} look", row) for row in seen]
        after = []
        for row, own in zip(seen, looks, strict=True):
            taken: list[float] = []
            for head in range(HEADS):
                starts = (n * WIDE + head * part for n in range(3))
                ask, hold, give = (slice(start, start + part) for start in starts)
                shares = [math.exp(dot(own[ask], one[hold]) / math.sqrt(part)) for one in looks]
                for k in range(part):
                    given = [one[give][k] for one in looks]
                    taken.append(dot(shares, given) / sum(shares))
            row = norm(added(row, product(f"{layer} join", taken)), f"{layer} norm join")
            raised = list(map(bent, product(f"{layer} up", row)))
            down = product(f"{layer} down", raised)
            after.append(norm(added(row, down), f"{layer} norm down"))
        seen = after
    both = [*seen[0], *seen[at]]
    codes = zip(rows["code"], rows["code start"], strict=True)
    return [dot(list(map(float, line)), both) + float(start) for line, start in codes]


def test_scores_are_those_of_a_transformer(tmp_path):
    package = put(tmp_path)
    encoder = Encoder(package / "en.npz")
    (found,) = encoder.scores([Hidden("He said ", "<state>", " jailed poet.")])
    pieces = [
        "[CLS]", "he", "said", "[", "<state>", "]", "jail", "##ed", "po", "##et", ".", "[SEP]",
    ]
    assert found == pytest.approx(by_hand(rows_by_chance(), pieces, 4), abs=0.011)
    assert len({round(score, 1) for score in found}) > 3


def test_a_vocabulary_with_chances_is_cut_by_them(tmp_path):
    rows = rows_by_chance()
    kept = [word for word in LIKELY if word not in ("▁", "▁pris")]  # as many as the encoder knows
    names = [*kept, *SIGNS]
    assert len(names) == len(WORDS)
    rows["words"] = np.array("\n".join(names))
    rows["chance"] = np.array([LIKELY[word] for word in kept])
    np.savez(tmp_path / "fr.npz", **rows)
    encoder = Encoder(tmp_path / "fr.npz")
    (found,) = encoder.scores([Hidden("la ", "<state>", " prisons")])
    pieces = ["<s>", "▁la", "▁[", "<state>", "▁]", "▁prison", "s", "</s>"]
    seen = [WORDS[names.index(piece)] for piece in pieces]
    assert found == pytest.approx(by_hand(rows, seen, 3), abs=0.011)


def test_a_mention_behind_a_long_text_of_short_words_is_read_by_its_sentence(tmp_path):
    encoder = Encoder(put(tmp_path) / "en.npz")
    (found,) = encoder.scores([Hidden(". " * 200, "<state>", " jailed.")])
    assert len(found) == len(CODES)


def test_many_mentions_at_once_are_told_what_each_is_told_alone(tmp_path):
    encoder = Encoder(put(tmp_path) / "en.npz")
    many = [
        Hidden("he said " * (nth % 9), "<state>", " jailed poet." * (nth % 7)) for nth in range(60)
    ]
    alone = [encoder.scores([one])[0] for one in many]
    for told, wanted in zip(encoder.scores(many), alone, strict=True):
        assert told == pytest.approx(wanted, abs=0.011)
    assert len(set(alone)) > 30


def test_arrays_are_mapped_as_they_were_saved(tmp_path):
    wanted = rows_by_chance()
    np.savez(tmp_path / "a.npz", **wanted)
    found = arrays(tmp_path / "a.npz", np)
    assert list(found) == list(wanted)
    for name, row in wanted.items():
        assert (found[name].shape, found[name].dtype) == (row.shape, row.dtype)
        assert (found[name] == row).all()


@pytest.mark.parametrize(
    "save",
    [
        pytest.param(lambda path: np.savez_compressed(path, a=np.zeros(9)), id="packed"),
        pytest.param(lambda path: np.savez(path, a=np.array([{}])), id="of objects"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(b"PK" * 99), id="no archive"),
    ],
)
def test_a_file_that_cannot_be_mapped_is_refused(tmp_path, save):
    save(tmp_path / "a.npz")
    with pytest.raises(RulePackError, match="cannot read"):
        Encoder(tmp_path / "a.npz").scores([Hidden("", "<state>", "")])


# -- where it is installed ------------------------------------------------------------------------


TEXT = "China jailed five lawyers."


def test_the_version_and_the_name_of_all_rules_say_that_it_is_there(installed):
    before = load(Options())
    assert "en-99" not in before.readings
    before_stamp = before.stamp
    installed()
    after = load(Options())
    assert "en-99" in after.readings
    assert after.compiled.patterns.loaded.reading.version == "en-99"
    assert after.stamp != before_stamp


def test_what_is_built_from_the_rules_alone_serves_beside_it(installed, monkeypatch):
    load(Options()).compiled  # noqa: B018  # which keeps it
    parse, parsed = fields.parse, []
    monkeypatch.setattr(fields, "parse", lambda path: parsed.append(path) or parse(path))
    package = installed()
    assert load(Options()).compiled.patterns.loaded.reading.version == "en-99"
    assert set(parsed) == {package / "en-99.toml"}


def test_the_environment_may_say_to_go_without(installed, monkeypatch):
    installed()
    monkeypatch.setenv(encoderfile.SWITCH, encoderfile.OFF)
    assert "en-99" not in load(Options()).readings


def test_one_in_the_folder_of_the_call_is_not_taken(installed, tmp_path, monkeypatch):
    installed()
    monkeypatch.chdir(tmp_path)
    assert "en-99" not in load(Options()).readings


def test_examples_of_rules_are_tried_without_it(installed):
    """A rule's author has one outcome, whatever is installed."""
    installed()  # says of every mention what chance tells it
    assert main(["rules", "test", "--select", "country-as-abuser"]) == 0


def chance(text: str) -> int:
    """Of the only mention of a sentence, in thousandths."""
    compiled = load(Options()).compiled
    sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    (slot,) = compiled.slots(sentence)
    return slot.chance


@pytest.mark.parametrize(
    ("told", "is_moved"),
    [
        pytest.param({"share": 1000}, True, id="the encoder alone"),
        pytest.param({"share": 0}, False, id="the weights alone"),
        pytest.param({"share": 1000, "asked": 1000}, False, id="it is not asked below a chance"),
    ],
)
def test_its_share_and_when_it_is_asked_are_those_of_its_head(installed, told, is_moved):
    text = "China fears five lawyers."
    before = chance(text)
    installed(**told)
    assert (abs(chance(text) - before) > 1) is is_moved


SECOND = """
[[encoder.weights]]
file = "en.npz"
sha256 = ""
asked = [{}, {}]
share = 500
"""


@pytest.mark.parametrize(
    ("least", "most", "calls"),
    [
        pytest.param(0, 1000, [1, 1], id="of any chance"),
        pytest.param(0, 499, [1], id="of less than what the first leaves"),
        pytest.param(501, 1000, [1], id="of more"),
        pytest.param(500, 500, [1, 1], id="of just that"),
    ],
)
def test_a_second_encoder_is_asked_about_what_the_first_leaves_in_doubt(
    installed, monkeypatch, least, most, calls
):
    even = [0.0, 0.0, math.log(2), *[-99.0] * 3]  # as likely to be reported as not
    seen = asked(monkeypatch, lambda _, mentions: [tuple(even)] * len(mentions))
    installed(more=SECOND.format(least, most))
    assert chance("China fears five lawyers.") in (499, 500)
    assert [*map(len, seen)] == calls


def test_what_several_encoders_say_is_joined_by_their_shares(installed, monkeypatch):
    said = iter([2.0, -1.0])  # of an act, beside a place

    def answer(_: Encoder, mentions: Sequence[Hidden]) -> list[tuple[float, ...]]:
        return [(-99.0, next(said), -99.0, 0.0, -99.0, -99.0)] * len(mentions)

    asked(monkeypatch, answer)
    installed(more=SECOND.format(0, 1000))
    mean = 0.5 * 2.0 + 0.5 * -1.0
    assert chance("China fears five lawyers.") == pytest.approx(1000 / (1 + math.exp(-mean)), abs=2)


def asked(
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[Encoder, Sequence[Hidden]], list[tuple[float, ...]]] | None = None,
) -> list[Sequence[Hidden]]:
    """What an encoder is asked from now on, each time; without an `answer` it says nothing."""
    seen: list[Sequence[Hidden]] = []

    def scores(self: Encoder, mentions: Sequence[Hidden]) -> list[tuple[float, ...]]:
        seen.append(mentions)
        return answer(self, mentions) if answer else [(0.0,) * len(CODES)] * len(mentions)

    monkeypatch.setattr(Encoder, "scores", scores)
    return seen


def document(text: str) -> Document:
    return plain.read(Path("a.txt"), text.encode())


def test_a_sentence_of_nothing_but_names_is_not_read_for_minutes(installed, monkeypatch):
    seen = asked(monkeypatch)
    installed()
    text = ", and ".join(f"China fears {nth} lawyers" for nth in range(200)) + "."
    compiled = load(Options()).compiled
    slots = compiled.slots(Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names))
    assert (len(slots), sum(map(len, seen))) == (200, 12)


def test_a_document_of_nothing_but_names_is_not_read_for_minutes(installed, monkeypatch):
    seen = asked(monkeypatch)
    installed()
    text = "\n\n".join(f"In case {nth} China fears {nth} lawyers." for nth in range(400))
    found = load(Options(explain_mentions=True, explained=(0, -1))).lint(document(text))
    assert (len(found.mentions), sum(map(len, seen))) == (400, 300)


def test_the_mentions_of_several_sentences_are_asked_about_at_once(installed, monkeypatch):
    said = (f"In case {nth} China fears {nth} lawyers. So said China." for nth in range(8))
    text = "\n\n".join(said)
    installed()
    with monkeypatch.context() as changed:
        changed.setattr(WeighedMentions, "gains_by_many", False)
        alone = load(Options()).lint(document(text)).findings
    seen = asked(monkeypatch, Encoder.scores)
    assert load(Options()).lint(document(text)).findings == alone
    assert len(alone) > 4
    assert (len(seen), sum(map(len, seen))) == (1, 16)


def cues(text: str) -> dict[str, float]:
    """The words told of the only mention of a sentence."""
    compiled = load(Options()).compiled
    sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    (slot,) = compiled.slots(sentence)
    return dict(compiled.mentions.cues(sentence, slot))


def odds(scores: Sequence[float]) -> float:
    """The odds that a mention is reported, in natural units; of the codes that weights know."""
    wanted, silent = (sum(map(math.exp, part)) for part in (scores[:2], scores[2:5]))
    return math.log(wanted / silent)


def test_words_are_told_by_what_becomes_of_the_chance_without_them(installed):
    package = installed()
    rows = rows_by_chance()
    more = {"word scale": 20, "0 look scale": 10, "1 look scale": 10, "code": 4}
    for name, times in more.items():
        rows[name] *= times  # so that it looks more at words than at places
    np.savez(package / "en.npz", **rows)
    encoder = Encoder(package / "en.npz")

    def without(word: str) -> float:
        told = " jailed poet."
        less = told.replace(word, "q")  # which no vocabulary has
        texts = [Hidden("", "<state>", text) for text in (told, less)]
        whole, other = map(odds, encoder.scores(texts))
        return whole - other

    wanted = {word: without(word) for word in ("jailed", "poet")}
    assert cues("China jailed poet.") == pytest.approx(wanted, abs=0.06)
    assert min(map(abs, wanted.values())) > 0.1


def test_of_what_the_weights_alone_decide_their_words_are_told(installed):
    text = "China fears five lawyers."
    before = cues(text)
    installed(asked=1000)
    assert cues(text) == before != {}


@pytest.mark.parametrize(
    ("options", "calls"),
    [
        pytest.param(Options(), [1], id="a check"),
        pytest.param(Options(explain_mentions=True, explained=(0, 99)), [1], id="of none"),
        pytest.param(Options(explain_mentions=True, explained=(0, 0)), [1, 4], id="of this one"),
        pytest.param(Options(explain_mentions=True), [1, 4], id="of all"),
    ],
)
def test_words_are_left_out_only_where_that_is_asked_for(installed, monkeypatch, options, calls):
    installed()
    seen = asked(monkeypatch)
    load(options).lint(document("China fears five lawyers now."))
    assert [*map(len, seen)] == calls


def test_a_long_sentence_is_not_asked_about_without_each_of_its_words(installed, monkeypatch):
    installed()
    seen = asked(monkeypatch)
    more = " ".join(f"lawyers, bakers and poets of town {nth}" for nth in range(40))
    assert cues(f"China fears five {more}.") == {}  # an encoder that says nothing
    assert 10 < sum(map(len, seen)) <= 25


def test_a_reading_that_a_user_names_goes_without(installed):
    own = shipped_version()
    installed()
    linter = load(Options(readings=(rules_folder() / "en" / "reading.toml",)))
    assert linter.compiled.patterns.loaded.reading.version == own
    assert "en-99" not in linter.readings


@pytest.mark.parametrize(
    ("told", "says"),
    [
        pytest.param({"beside": "en-1"}, "is not for the reading", id="of another reading"),
        pytest.param({"report": 2000}, "is not for the reading", id="a chance above one"),
        pytest.param({"asked": 2000}, "is not for the reading", id="it is asked above one"),
        pytest.param({"asked": '"a"'}, "is not for the reading", id="a chance that is none"),
        pytest.param({"share": "true"}, "is not for the reading", id="a share that is none"),
        pytest.param({"more": 'why = "x"'}, "is not for the reading", id="more than is known"),
    ],
)
def test_a_head_that_does_not_fit_is_refused_with_a_way_out(installed, told, says):
    installed(**told)
    with pytest.raises(RulePackError, match=says) as refused:
        _ = load(Options()).compiled
    assert "pip uninstall lintwords-encoder" in refused.value.hint


def test_weights_that_are_cut_are_told_for_the_file(installed, tmp_path):
    package = installed()
    weights = package / "en.npz"
    weights.write_bytes(weights.read_bytes()[:2000])
    page = tmp_path / "a.txt"
    page.write_text(TEXT, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "lintwords", "check", str(page)],
        capture_output=True, text=True, env=environment,
    )
    assert done.returncode == 2
    assert "en.npz" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr + done.stdout
