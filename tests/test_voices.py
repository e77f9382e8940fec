"""Whose words a stretch is: the table in data/voices.toml, and what must hold for any text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import tables
from hypothesis import given
from hypothesis import strategies as st

from lintwords import lint
from lintwords.model import Document, Kind, Part, Segment, SourceMap, Span, Voice
from lintwords.text import lexicon, lexicon_tables
from lintwords.text.sentences import Sentence
from lintwords.text.splitting import Splitter
from lintwords.text.tokens import NameTable
from lintwords.voices import Voices, answers, mark, quotations
from lintwords.voices.lookup import Lookup

HERE = Path(__file__).parent
CASES = tables.read(HERE / "data" / "voices.toml")["cases"]


@cache
def english() -> lexicon.Lexicon:
    folder = HERE.parent / "rules" / "en" / "lexicon"
    files = {
        path: tables.read(path)
        for path in sorted(folder.glob("*.toml"))
    }
    return lexicon.Lexicon(lexicon_tables.build(files))


def segments_of(text: str) -> tuple[Segment, ...]:
    """Paragraphs as segments; "> " opens a block quotation, "# " a heading."""
    made = []
    for paragraph in text.split("\n\n"):
        kind = Kind.HEADING if paragraph.startswith("# ") else Kind.PROSE
        quoted = paragraph.startswith("> ")
        body = paragraph.removeprefix("# ").removeprefix("> ")
        made.append(Segment(body, SourceMap(()), kind, None, quoted))
    return tuple(made)


def voices_of(segments: tuple[Segment, ...]) -> Voices:
    words = english()
    splitter = Splitter(words)
    rows = [
        [
            Sentence(index, segment.text, start, end, words, NameTable())
            for start, end in splitter.split(segment.text)
        ]
        for index, segment in enumerate(segments)
    ]
    source = "\n\n".join(segment.text for segment in segments)
    document = Document(Path("x.txt"), "text", (Part(0, source),), segments)
    return mark(document, rows, words)


def place_of(segments: tuple[Segment, ...], marked: str) -> tuple[int, Span]:
    """Where words stand; "China#2" where they stand a second time."""
    words, _, nth = marked.partition("#")
    found = [
        (index, Span(at.start(), at.end()))
        for index, segment in enumerate(segments)
        for at in re.finditer(re.escape(words), segment.text)
    ]
    return found[int(nth or 1) - 1]


@pytest.mark.parametrize(
    ("voice", "text", "words"),
    [pytest.param(*case, id=f"{case[0]}: {why}") for *case, why in CASES],
)
def test_voice_of_a_stretch(voice: str, text: str, words: str) -> None:
    segments = segments_of(text)
    index, span = place_of(segments, words)
    assert voices_of(segments).at(index, span) == Voice(voice), text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("The 1990s' boom, the boys' and girls' ball", [[]], id="genitives"),
        pytest.param("Rock ’n’ roll, ’tis said", [[]], id="typographic apostrophes"),
        pytest.param('A 6" nail, 5\' 10"', [[]], id="inches and feet"),
        pytest.param('He said "yes" and "no".', [["yes", "no"]], id="two in a sentence"),
        pytest.param("“a ‘b’ c”", [["a ‘b’ c", "b"]], id="nested, outer first"),
        pytest.param("„a“ «b» ‹c›", [["a", "b", "c"]], id="low-high and guillemets"),
        pytest.param("»a« und ›b‹ c", [["a", "b"]], id="pointing inward"),
        pytest.param("»a ›b‹ c« d", [["a ›b‹ c", "b"]], id="pointing inward, nested"),
        pytest.param("« a », puis « b »", [[" a ", " b "]], id="pointing outward, spaced"),
        pytest.param("«a», «b» (» c)", [["a", "b"]], id="nothing between two of them"),
        pytest.param('"a\n\nb', [["a"], []], id="unclosed ends with its paragraph"),
        pytest.param('"a\n\n"b" c', [["a"], ["b"]], id="repeated mark carries on"),
        pytest.param("“a\n\nb\n\nc” d", [["a"], ["b"], ["c"]], id="closed two paragraphs on"),
        pytest.param("“a\n\nb\n\n“c” d", [["a"], [], ["c"]], id="a new opening comes first"),
        pytest.param("“a\n\n# b\n\nc” d", [["a"], [], []], id="no quotation runs over a heading"),
        pytest.param("> a\n\nb", [["a"], []], id="block quotation"),
        pytest.param("‘a b\n\n‘c d’ e", [["a b"], ["c d"]], id="single marks repeated"),
        pytest.param('a” b " c', [[]], id="stray closing marks"),
    ],
)
def test_quotations_of_each_paragraph(text: str, quoted: list[list[str]]) -> None:
    segments = segments_of(text)
    rows = quotations.mark(segments)
    assert [
        [segment.text[quote.inner.start : quote.inner.end] for quote in row]
        for segment, row in zip(segments, rows, strict=True)
    ] == quoted


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param('"a" b', (0, 3), id="one paragraph"),
        pytest.param('"a\n\n"b" c', (1, 3), id="two paragraphs, mark repeated"),
        pytest.param("“a\n\nb\n\nc” d", (2, 2), id="three paragraphs, mark not repeated"),
        pytest.param("> a\n\n> bc", (1, 2), id="block quotation of two paragraphs"),
    ],
)
def test_a_quotation_knows_where_it_is_over(text: str, end: tuple[int, int]) -> None:
    assert quotations.mark(segments_of(text))[0][0].ends == end


def test_a_cue_inside_the_span_does_not_count() -> None:
    segments = segments_of("Police jailed so-called dissidents.")
    voices = voices_of(segments)
    assert voices.at(0, Span(24, 34)) is Voice.REBUTTED
    assert voices.at(0, Span(14, 34)) is Voice.OWN


def test_an_answer_is_read_once_for_all_that_it_answers(monkeypatch) -> None:
    text = "Police jailed one poet and then jailed another poet. That claim is false."
    voices, asked = voices_of(segments_of(text)), []
    own = answers.strength
    monkeypatch.setattr(
        answers, "strength", lambda s, *, denied: asked.append(s) or own(s, denied=denied)
    )
    spans = [Span(at, at + 6) for at in (0, 7, 32)]
    assert {voices.at(0, span) for span in spans} == {Voice.REBUTTED}
    assert len(asked) == 1


def test_words_in_quotation_marks_are_never_free_to_fix() -> None:
    voices = voices_of(segments_of('The "China threat" is a slogan. China left.'))
    assert voices.is_quoted(0, Span(5, 10))
    assert not voices.is_quoted(0, Span(32, 37))


QUOTE_SOUP = st.text(
    alphabet=st.sampled_from("\"'“”„‟«»‹›‘’‚ .,:;!?-—ab1s\nZ\u00ad\ufffc") | st.characters(),
    max_size=60,
)
PIECES = st.sampled_from(
    [
        "China",
        "said",
        "that",
        "the claim",
        "is false",
        "so-called",
        '"',
        "“",
        "”",
        ",",
        ".",
        "but",
        "'",
        "who",
        "according to",
        "as",
        "calls",
        "it",
        "In fact",
        ":",
        "we",
        "the phrase",
        "denied",
    ]
)


@given(st.lists(QUOTE_SOUP, min_size=1, max_size=6))
def test_quotations_lie_inside_their_segments(paragraphs: list[str]) -> None:
    segments = tuple(Segment(text, SourceMap(())) for text in paragraphs)
    for segment, row in zip(segments, quotations.mark(segments), strict=True):
        for quote in row:
            whole = Span(0, len(segment.text))
            assert whole.covers(quote.span) and quote.span.covers(quote.inner), quote
            assert quote.ends[1] <= len(segments[quote.ends[0]].text)


@given(st.lists(st.lists(PIECES | QUOTE_SOUP, max_size=14).map(" ".join), min_size=1, max_size=3))
def test_any_span_of_any_text_has_one_voice(paragraphs: list[str]) -> None:
    segments = tuple(Segment(text, SourceMap(())) for text in paragraphs)
    voices = voices_of(segments)
    for index, segment in enumerate(segments):
        for start in range(0, len(segment.text), 5):
            span = Span(start, min(start + 5, len(segment.text)))
            assert isinstance(voices.at(index, span), Voice)


@given(st.lists(QUOTE_SOUP, min_size=1, max_size=4))
def test_lookup_agrees_with_a_walk_over_all_quotations(paragraphs: list[str]) -> None:
    segments = tuple(Segment(text, SourceMap(())) for text in paragraphs)
    for segment, row in zip(segments, quotations.mark(segments), strict=True):
        lookup = Lookup(row)
        for start in range(len(segment.text)):
            span = Span(start, start + 1)
            assert set(lookup.touching(span)) == {q for q in row if q.span.overlaps(span)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Style guide\n\n- China tortures its prisoners.\n", 0),
        ("# Style guide\n\n| no |\n|----|\n| China jails poets. |\n", 0),
        ("# Glossary\n\n- Great Firewall: the system by which China censors the web\n", 1),
        ("# Style guide\n\n- **camp**: a house in which China tortures prisoners.\n", 1),
        ("# Glossary\n\nGreat Firewall\n: The system by which China censors the web.\n", 1),
        ("# Glossary\n\n| camp | China tortures prisoners there. |\n|--|--|\n| a | b |\n", 1),
        ("# Glossary\n\n| camp | a place where China tortures prisoners |\n|--|--|\n", 1),
        ("# Glossary\n\n| word | meaning |\n|--|--|\n| China crackdown | arrests |\n", 0),
        ("# Corrections\n\n1. China killed 300 monks.\n", 1),
        ("# Corrections\n\n1. Page 3: China killed 300 monks.\n", 0),
        ("# Corrections\n\n| wrong | right |\n|--|--|\n| China jails poets. | They do. |\n", 0),
        ("# Style guide\n\n| instead of | write |\n|--|--|\n| China jails poets. | x |\n", 0),
        ("# Abréviations\n\n1. La Chine a tué 300 moines dans leur prison.\n", 1),
        ("# Glossaire\n\nLa Chine torture ses prisonniers et ment à leurs familles.\n", 1),
        ("# Mots à éviter\n\nLa Chine torture ses prisonniers et ment à leurs familles.\n", 0),
    ],
)
def test_a_list_of_words_is_quiet_in_a_document_and_its_sentences_are_not(
    text: str, found: int
) -> None:
    findings = lint(text, format="markdown").findings
    assert len(findings) == found
