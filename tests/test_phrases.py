"""The small language of phrases: what a pattern matches, and what may not be written."""

from __future__ import annotations

import marshal

import pytest

from lintwords import api
from lintwords.errors import LintwordsError
from lintwords.exports.wording import NotPlain, Wording
from lintwords.match.patterns import Patterns
from lintwords.match.phrases import PhraseIndex, PhraseMatcher, composites
from lintwords.match.phrases.seen_sentence import Line
from lintwords.model import Options
from lintwords.packs import loader
from lintwords.text.sentences import Sentence


@pytest.fixture(scope="module")
def compiled():
    return api.load_linter(Options()).compiled


@pytest.fixture
def found(compiled):
    """The stretches of a sentence that a pattern matches."""

    def find(pattern: str, text: str) -> list[str]:
        compiler = compiled.patterns.compiler
        index = PhraseIndex.of([pattern], compiler)
        sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
        matcher = PhraseMatcher([pattern], index, compiler)
        return [text[span.start : span.end] for _, span in matcher.match(sentence)]

    return find


CONCEPT = "harvest & (ruined|spoiled) & storm & not insured"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The storm ruined the harvest.", "storm ruined the harvest"),
        ("The harvest was spoiled by the storm.", "harvest was spoiled by the storm"),
        ("Ruined by the worst storm in years, the harvest rots.",
         "Ruined by the worst storm in years, the harvest"),
    ],
)
def test_a_concept_is_found_in_any_order(found, text, words):
    assert found(CONCEPT, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The storm ruined the roof.",
        "The storm ruined the harvest, which was insured.",
        "The harvest was good; the storm ruined the roof.",
        "The storm came in the night from far away over the bare hills in the north and ruined "
        "the harvest.",
    ],
)
def test_a_concept_needs_all_its_parts_near_each_other_and_nothing_that_bars_it(found, text):
    assert found(CONCEPT, text) == []


def test_a_row_that_something_bars_ends_where_its_longest_match_does(found):
    row = "storm … (ruined|spoiled) … (harvest|harvest and the barn) & not insured"
    assert found(row, "The storm ruined the harvest and the barn.") == [
        "storm ruined the harvest and the barn"
    ]


def test_the_parts_of_a_concept_do_not_overlap(found):
    assert found("storm & (storm|gale)", "The storm came.") == []
    both = "storm came, then a gale"
    assert found("storm & (storm|gale)", f"The {both}.") == [both]


def test_a_concept_takes_classes_and_names(found):
    text = "Thanks to farmers, millions left poverty behind in China."
    assert found("<country> & poverty & <mass>", text) == [
        "millions left poverty behind in China"
    ]


def test_a_bracket_over_the_parts_of_a_concept_is_refused(compiled):
    with pytest.raises(LintwordsError, match="bracket"):
        compiled.patterns.compiler.check("storm & (harvest & ruined)")


def test_the_gate_asks_for_every_part_of_a_concept(compiled):
    compiler = compiled.patterns.compiler
    ((clause, _),) = compiler.ways("storm & harvest & ruined & hail")
    assert {word for words in clause for word in words} == {"storm", "harvest", "ruined", "hail"}


def test_of_two_lines_in_one_place_the_one_in_order_stays(compiled):
    """A concept gives way to a pattern of its rule that knows its words in their order."""
    text = "China has lifted 800 million people out of poverty."
    sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    rules = compiled.line_rules
    places = [row for row in rules.places(sentence) if row[0].rule.id == "poverty-credit"]
    lines, *_ = rules.candidates(sentence, places)
    assert [(line.is_concept, text[line.span.start : line.span.end]) for line in lines] == [
        (False, "China has lifted 800 million people out of poverty")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Rain ruined the harvest.", ["Rain ruined"], id="first"),
        pytest.param("\u201cRain ruined us.\u201d", ["Rain ruined"], id="after a quotation mark"),
        pytest.param("The rain ruined the harvest.", [], id="second"),
        pytest.param("It was dry; rain ruined nothing.", [], id="the begin of a clause"),
    ],
)
def test_the_begin_of_a_sentence_can_be_asked_for(found, text, words):
    assert found("^ rain ruined", text) == words


def test_a_phrase_that_asks_for_the_begin_goes_to_no_other_program(compiled):
    patterns = compiled.patterns
    wording = Wording(patterns.compiler, patterns.lexicon, dict(patterns.pack.names.forms))
    for said in (lambda: wording.expression("^ rain ruined"), lambda: wording.terms("^ rain", 9)):
        with pytest.raises(NotPlain):
            said()


def test_a_phrase_of_which_a_word_is_missing_is_not_compiled(compiled, monkeypatch):
    patterns = ["harvest … ruined … barn", "harvest (ruined|spoiled)"]
    compiler = compiled.patterns.compiler
    kept = PhraseIndex(*PhraseIndex.of(patterns, compiler).plain())
    asked = []
    own = compiler.compile
    monkeypatch.setattr(compiler, "compile", lambda one: asked.append(one) or own(one))
    text = "The harvest was good, and then the rain ruined the roof of a mill."
    sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    matcher = PhraseMatcher(patterns, kept, compiler)
    assert not [*matcher.match(sentence)]
    assert asked == patterns[1:]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The storm ruined the roof, and the barn with it.", id="no part"),
        pytest.param("It came, according with the storm.", id="half of an entry"),
    ],
)
def test_where_a_part_stands_nowhere_no_way_is_tried(compiled, monkeypatch, text):
    """What a part of a pattern asks for is looked for once, before each place is tried."""
    tried = []
    monkeypatch.setattr(composites.Together, "_ways", lambda *_: iter(tried.append(1) or ()))
    pattern = "(storm|gale) & (<according>|<year-before-1949>)"
    compiler = compiled.patterns.compiler
    sentence = Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    matcher = PhraseMatcher([pattern], PhraseIndex({"storm": [0]}, [()], []), compiler)
    assert [*matcher.match(sentence)] == tried == []


def test_no_match_is_lost_where_the_parts_of_a_pattern_are_asked_first(compiled):
    """In every example that a phrase finds something in, it may stand."""
    names, lexicon, patterns = compiled.names, compiled.lexicon, compiled.patterns
    phrases = [
        (phrase.pattern, example.text) for rule in compiled.rules for phrase in rule.phrase
        for example in rule.examples[:4]
    ][::7]
    matched = 0
    for pattern, text in phrases:
        row = patterns.compiler.compile(pattern)
        sentence = Sentence(0, text, 0, len(text), lexicon, names)
        line = Line.of(sentence, compiled.grammar.links_of)
        ends = any(end > at for at in range(len(line.words)) for end in row.ends(line, at))
        matched += ends
        assert row.may_stand(line) or not ends, (pattern, text)
    assert matched


def test_what_is_known_of_our_patterns_makes_the_same_of_a_pack_with_more(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[rule]]\nid = "own-rule"\ncategory = "euphemism"\nseverity = "error"\ntitle = "T"\n'
        'why = "W."\nphrase = ["<country> … harbour master", "<country> & harbour"]\n'
        '[[rule.source]]\ntitle = "H"\npublisher = "P"\ndate = "2024"\n'
    )
    ours, more = loader.load("de"), loader.load("de", packs=[own], fixed=["China Hafen"])
    first = Patterns(ours)
    first.indexes()
    facts = first.facts()
    assert plain(Patterns(more, facts=facts).indexes()) == plain(Patterns(more).indexes())
    assert facts.ways and "<country> & harbour" not in facts.ways


def plain(indexes):
    """The indexes of a pack, without what depends on who holds an object too."""
    def read(index):
        by_word, needs, sets = index.plain()
        return by_word, needs, [marshal.loads(one) for one in sets]

    table = indexes.asked._replace(phrases=marshal.loads(indexes.asked.phrases))
    return read(indexes.lines), read(indexes.excuses), table
