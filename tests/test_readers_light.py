"""reStructuredText and AsciiDoc: what is read, in which place, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintwords import readers
from lintwords.model import Document, Kind, Span, hull
from lintwords.readers.common.builder import OBJECT

PROSE, ITEM, HEADING, CELL = Kind.PROSE, Kind.ITEM, Kind.HEADING, Kind.CELL
CAPTION, TITLE = Kind.CAPTION, Kind.TITLE
O = OBJECT  # noqa: E741


def read(source: str, format: str) -> Document:
    return readers.read(Path("a"), source.encode(), format=format)


def seen(source: str, format: str) -> list[tuple[Kind, str]]:
    return [(segment.kind, segment.text) for segment in read(source, format).segments]


RST_BLOCKS = [
    ("Intro.\n\nChina *jailed*\nher.", [(PROSE, "Intro."), (PROSE, "China jailed her.")]),
    ("Title\n=====\n\nText.", [(HEADING, "Title"), (PROSE, "Text.")]),
    ("=====\nTitle\n=====\nText.", [(HEADING, "Title"), (PROSE, "Text.")]),
    ("One.\n\n----\n\nTwo.", [(PROSE, "One."), (PROSE, "Two.")]),
    ("* one\n  more\n* two\n\n  again", [(ITEM, "one more"), (ITEM, "two"), (PROSE, "again")]),
    ("1. one\n#. two\n(a) three", [(ITEM, "one"), (ITEM, "two"), (ITEM, "three")]),
    (":Author: Nemo\n:Date: today", [(ITEM, "Nemo"), (ITEM, "today")]),
    ("Term\n   Its sense.", [(PROSE, "Term"), (PROSE, "Its sense.")]),
    ("Code::\n\n   China = 1\n\nText.", [(PROSE, "Code:"), (PROSE, "Text.")]),
    ("::\n\n   China = 1\n\nText.", [(PROSE, "Text.")]),
    (">>> China\n1\n\nText.", [(PROSE, "Text.")]),
    (".. China is noted\n   here\n\nText.", [(PROSE, "Text.")]),
    (".. _China: x\n\nText.", [(PROSE, "Text.")]),
    (".. note:: China\n   jailed.\n\n   More.", [(PROSE, "China jailed."), (PROSE, "More.")]),
    (".. warning::\n\n   China.", [(PROSE, "China.")]),
    (".. admonition:: Head\n\n   Body.", [(HEADING, "Head"), (PROSE, "Body.")]),
    (".. code-block:: python\n   :caption: Seen\n\n   China\n\nText.",
     [(CAPTION, "Seen"), (PROSE, "Text.")]),
    (".. contents:: A\n   :depth: 2\n\n.. header:: B\n\n.. footer::\n\n   C",
     [(HEADING, "A"), (PROSE, "B"), (PROSE, "C")]),
    (".. toctree::\n   :caption: A\n      b\n   :maxdepth: 2\n\n   C d <e/f>\n   no\n"
     "\n.. title:: E",
     [(CAPTION, "A b"), (ITEM, "C d"), (TITLE, "E")]),
    (".. meta::\n   :description lang=en: A\n   :keywords: no", [(CAPTION, "A")]),
    (".. option:: -no\n\n   A\n\n.. py:function:: no\n\n   B", [(PROSE, "A"), (PROSE, "B")]),
    (".. image:: a.png\n   :alt: A\n     b\n\n.. figure:: a.png\n   :alt: C\n\n   D",
     [(CAPTION, "A b"), (CAPTION, "C"), (CAPTION, "D")]),
    (".. unknown:: China\n\n   China\n\nText.", [(PROSE, "Text.")]),
    (".. image:: a.png\n   :alt: The wall", [(CAPTION, "The wall")]),
    (".. figure:: a.png\n   :alt: Alt\n\n   The wall.", [(CAPTION, "Alt"), (CAPTION, "The wall.")]),
    (".. [1] A note.", [(ITEM, "A note.")]),
    (".. sidebar:: A\n   :subtitle: B\n   :class: no\n\n   C",
     [(CAPTION, "B"), (HEADING, "A"), (PROSE, "C")]),
    (".. |a| replace:: One\n   two\n\nSee |A|.", [(PROSE, "See One two.")]),
    (".. |a| replace:: Not `b` c\n\nSee |a|.", [(PROSE, "Not b c"), (PROSE, f"See {O}.")]),
    ("|a| acts\n\n.. |a| unicode:: China U+2014 .. a dash", [(PROSE, "China— acts")]),
    (".. |a| unicode:: One two\n\n|a|", [(PROSE, "One two")]),
    (".. |a| replace:: **Chi**\n\n== ==\na  |a|\n== ==", [(CELL, "a"), (CELL, "Chi")]),
    ("| one\n| two", [(PROSE, "one two")]),
    ("+----+-----+\n| a  | b   |\n| c  |     |\n+----+-----+\n| d  | e   |\n+----+-----+",
     [(CELL, "a c"), (CELL, "b"), (CELL, "d"), (CELL, "e")]),
    ("====  ====\na     b\n====  ====\nc     d and e\n====  ====\n\nText.",
     [(CELL, "a"), (CELL, "b"), (CELL, "c"), (CELL, "d and e"), (PROSE, "Text.")]),
    ("== ==\na  b\n\n== ==\nc  d\n== ==\n\nText.",
     [(CELL, "a"), (CELL, "b"), (CELL, "c"), (CELL, "d"), (PROSE, "Text.")]),
    ("== == ==\na  b\n== == ==\n\nText.", [(CELL, "a"), (CELL, "b"), (PROSE, "Text.")]),
    ("   == ==\n   a  b\n   == ==\nText.", [(CELL, "a"), (CELL, "b"), (PROSE, "Text.")]),
    ("== ==\na  b\n== ==\nc  d\n== ==\nText.",
     [(CELL, "a"), (CELL, "b"), (CELL, "c"), (CELL, "d"), (PROSE, "Text.")]),
    ("== ==\na  b\n\nText.", [(CELL, "a"), (CELL, "b"), (PROSE, "Text.")]),
    ("Term\n   Its sense.\n\n   More.\nNext\n   Sense.\n\nText.",
     [(PROSE, "Term"), (PROSE, "Its sense."), (PROSE, "More."), (PROSE, "Next"), (PROSE, "Sense."),
      (PROSE, "Text.")]),
    (".. [a1]\n   One\n   two.\n\n   More.", [(ITEM, "One two."), (PROSE, "More.")]),
    (".. _a: x\n\n   One.\n\nText.", [(PROSE, "One."), (PROSE, "Text.")]),
    (".. _a: x\n   no\n\n   One.", [(PROSE, "One.")]),
    ("__ x\nOne.\n\n__ x\n\n   Two.", [(PROSE, "One."), (PROSE, "Two.")]),
    (":What one did: here\n:Date: today",
     [(PROSE, "What one did"), (ITEM, "here"), (ITEM, "today")]),
    ("2) one\ntwo.\n\nA. one\ntwo.", [(PROSE, "2) one two."), (PROSE, "A. one two.")]),
    ("-   one\n    two\n\n  three", [(ITEM, "one two"), (PROSE, "three")]),
    ("+---+---+\n| a     |\n+---+---+\n| b | c |\n| d +---+\n| e | f |\n+---+---+\n.. note:: G",
     [(CELL, "a"), (CELL, "c"), (CELL, "b d e"), (CELL, "f"), (PROSE, "G")]),
    ("+------+---+\n| 中国 | b |\n| 法   | c |\n+------+---+",
     [(CELL, "中国 法"), (CELL, "b c")]),
    ("+---+---+\n|a | b|\n+---+---+\n|c | d|\n+---+---+",
     [(CELL, "a"), (CELL, "b"), (CELL, "c"), (CELL, "d")]),
    ("+--\n| a | b |\n", [(PROSE, "+-- | a | b |")]),
    ("+---+\n  | a | b |\n", [(PROSE, "a | b |")]),
    ("==  ==\na   b\n    c\nd   e\n\n    f\n==  ==",
     [(CELL, "a"), (CELL, "b c"), (CELL, "d"), (CELL, "e"), (CELL, "f")]),
    ("==  ==  ==\none to\n------  --\na   b   c\n==  ==  ==",
     [(CELL, "one to"), (CELL, "a"), (CELL, "b"), (CELL, "c")]),
    ("==  ==\naside b\n==  ==", [(CELL, "asid"), (CELL, "e b")]),
    ("====  ==\n中国  b\n法    c\n====  ==",
     [(CELL, "中国"), (CELL, "b"), (CELL, "法"), (CELL, "c")]),
    ("a\n  b::\n\n no\n  no", [(PROSE, "a"), (PROSE, "b:"), (PROSE, "no"), (PROSE, "no")]),
]
RST_MARKS = [
    ("China :cite:`a` acts, :cite:p:`b` too :footcite:`c`.", "China acts, too."),
    (":cite:t:`Nemo` acts", "Nemo acts"),
    (r"China\ :sup:`1` acts :superscript:`a,b` so :sup:`th`", "China acts a,b so th"),
    ("**China** *jailed* her", "China jailed her"),
    ("``China`` acts", f"{O} acts"),
    ("the `people of China <https://e.org/China>`_ met", "the people of China met"),
    ("see :ref:`the page <china>` now", "see the page now"),
    ("call :func:`China` now", f"call {O} now"),
    ("|China| acts", f"{O} acts"),
    ("China [1]_ acts [#note]_.", "China acts."),
    ("China_ acts", "China acts"),
    (r"\*China\* acts", "*China* acts"),
    (r"Chin\ a acts", "China acts"),
    ("https://e.org/China acts", f"{O} acts"),
    ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
]
ADOC_BLOCKS = [
    ("= Title\nNemo <a@e.org>\nv1, 2020\n\nText.",
     [(HEADING, "Title"), (CAPTION, f"Nemo <{O}>"), (CAPTION, "v1, 2020"), (PROSE, "Text.")]),
    ("= Title\n:description: About.\n:icons: font\n\nText.",
     [(HEADING, "Title"), (TITLE, "About."), (PROSE, "Text.")]),
    ("== Part\nText\nmore.", [(HEADING, "Part"), (PROSE, "Text more.")]),
    ("* one\nmore\n** two\n- three", [(ITEM, "one more"), (ITEM, "two"), (ITEM, "three")]),
    ("* one\n+\nmore\n* two", [(ITEM, "one"), (PROSE, "more"), (ITEM, "two")]),
    (". one\n. two", [(ITEM, "one"), (ITEM, "two")]),
    ("Term:: Its sense.", [(PROSE, "Term"), (PROSE, "Its sense.")]),
    ("NOTE: China.", [(PROSE, "China.")]),
    ("----\nChina\n----\nText.", [(PROSE, "Text.")]),
    ("....\nChina\n\nChina\n....\n\nText.", [(PROSE, "Text.")]),
    ("[source,sh]\nChina\nChina\n\nText.", [(PROSE, "Text.")]),
    ("```\nChina\n```\nText.", [(PROSE, "Text.")]),
    ("```ruby\nChina\n\n```\n\nText.", [(PROSE, "Text.")]),
    ("``` ruby,linenums\nno\n\n[no]\n```\nText.", [(PROSE, "Text.")]),
    ("So:\n```ruby\nno\n\n```\n\nText.", [(PROSE, "So:"), (PROSE, "Text.")]),
    ("So:\n```\nno\n\nno\n\n```\n\nText.", [(PROSE, "So:"), (PROSE, "Text.")]),
    ("[source]\n```ruby\nno\n\n```\n\nText.", [(PROSE, "Text.")]),
    ("````\nno\n```ruby\nno\n````\nText.", [(PROSE, "Text.")]),
    ("```a `no` is code.\n\nText.", [(PROSE, f"```a {O} is code."), (PROSE, "Text.")]),
    ("////\nChina\n////\n// China\nText.", [(PROSE, "Text.")]),
    (" China\n\nText.", [(PROSE, "Text.")]),
    (".Head\n====\nChina.\n====", [(CAPTION, "Head"), (PROSE, "China.")]),
    ("image::a.png[The wall, 100]", [(CAPTION, "The wall")]),
    ("include::China.adoc[]\n\nText.", [(PROSE, "Text.")]),
    ("River news\n----------\n\nText.", [(HEADING, "River news"), (PROSE, "Text.")]),
    ("News\n====\nBy Ana\n\nTown\n-----\nText.\n\nHills\n++++\nMore.",
     [(HEADING, "News"), (CAPTION, "By Ana"), (HEADING, "Town"), (PROSE, "Text."),
      (HEADING, "Hills"), (PROSE, "More.")]),
    ("Town\n~~~~\nText.\n\n1. Hills\n--------\nMore.",
     [(HEADING, "Town"), (PROSE, "Text."), (HEADING, "Hills"), (PROSE, "More.")]),
    ("NOTE: News\n----------\n\nABC\n---\nText.",
     [(HEADING, "News"), (HEADING, "ABC"), (PROSE, "Text.")]),
    ("1. one\n2. two\n------\ncode\n------\nText.",
     [(ITEM, "one"), (ITEM, "two"), (PROSE, "Text.")]),
    ("A longer line\n-----\ncode\n-----\nText.", [(PROSE, "A longer line"), (PROSE, "Text.")]),
    ("====\nText\n====\n\nMore.", [(PROSE, "Text"), (PROSE, "More.")]),
    ("One.\n\n'''\n\nTwo.", [(PROSE, "One."), (PROSE, "Two.")]),
    ("|===\n|a |b\nmore\n2+|c\n|===\n\nText.",
     [(CELL, "a"), (CELL, "b more"), (CELL, "c"), (PROSE, "Text.")]),
    ("|===\n|\na\n\nb\na|\n* c\n* d\n|===", [(CELL, one) for one in "abcd"]),
    ("a::\n  b\n  c\n\n code", [(PROSE, "a"), (PROSE, "b c")]),
    ("[qanda]\na::\n\n  b\n  c;; d",
     [(PROSE, "a"), (PROSE, "b c;; d")]),
    ("  a:: b\n\n  c:: d", [(PROSE, "a"), (PROSE, "b"), (PROSE, "c"), (PROSE, "d")]),
    ("ifndef::a[One]\n\nifdef::a[Two]\n\nifeval::[no]\nendif::[]",
     [(PROSE, "One"), (PROSE, "Two")]),
    ('[title="One"]\ntwo', [(CAPTION, "One"), (PROSE, "two")]),
    ('image::a.png[alt="One", title="Two"]', [(CAPTION, "One"), (CAPTION, "Two")]),
    ('[verse, One, "Two, too"]\nthree',
     [(CAPTION, "One"), (CAPTION, "Two, too"), (PROSE, "three")]),
    ("[normal]\n  One\n\n[.lead]\n  code", [(PROSE, "One")]),
    ("[NOTE]\n  One\n\n[source]\n  code", [(PROSE, "One")]),
]
ADOC_MARKS = [
    ("*China* _jailed_ **h**er", "China jailed her"),
    ("`China` acts", f"{O} acts"),
    ("the https://e.org/China[people of China] met", "the people of China met"),
    ("the link:a.html[people^] met", "the people met"),
    ("see <<china,the page>> now", "see the page now"),
    ("China footnote:[A note.] acts", f"China {O} acts"),
    ("{China} acts", f"{O} acts"),
    (":a: China\n\n{A} acts{nbsp}so", "China acts so"),
    (":a: Chi\n:b: {a}na \\\n  acts\n\n{b} so", "China acts so"),
    (":a: no\n:!a:\n\n{a} acts", f"{O} acts"),
    (":a: https://e.org\n\n{a} acts", f"{O} acts"),
    ("press btn:[China] acts", "press China acts"),
    ("press menu:File[China] acts", "press China acts"),
    (r"\*China* acts", "*China* acts"),
    ("https://e.org/China acts", f"{O} acts"),
    ('"`China`" acts +\nhere', "China acts here"),
    ("[.a]*China* acts, [[.b]*she* too", "China acts, [she too"),
    ("China cite:[a, b(3)] acts, cite:x is no macro", "China acts, cite:x is no macro"),
]


@pytest.mark.parametrize(("source", "expected"), RST_BLOCKS)
def test_blocks_of_rst(source: str, expected: list[tuple[Kind, str]]) -> None:
    assert seen(source, "rst") == expected
    assert seen(source.replace("\n", "\r\n"), "rst") == expected


@pytest.mark.parametrize(("source", "expected"), ADOC_BLOCKS)
def test_blocks_of_asciidoc(source: str, expected: list[tuple[Kind, str]]) -> None:
    assert seen(source, "asciidoc") == expected
    assert seen(source.replace("\n", "\r\n"), "asciidoc") == expected


@pytest.mark.parametrize(
    ("format", "source", "expected"),
    [*(("rst", *row) for row in RST_MARKS), *(("asciidoc", *row) for row in ADOC_MARKS)],
)
def test_marks_inside_a_paragraph(format: str, source: str, expected: str) -> None:
    assert read(source, format).segments[0].text == expected


@pytest.mark.parametrize(
    ("format", "source", "quoted"),
    [
        ("rst", "Said:\n\n   China acts.\n\nEnd.", [False, True, False]),
        ("rst", ".. epigraph::\n\n   China acts.\n\nEnd.", [True, False]),
        ("asciidoc", "[quote, Nemo]\n____\nChina acts.\n____\n\nEnd.", [False, True, False]),
        ("asciidoc", "[quote]\nChina acts.\n\nEnd.", [True, False]),
    ],
)
def test_quotations(format: str, source: str, quoted: list[bool]) -> None:
    assert [segment.quoted for segment in read(source, format).segments] == quoted


@pytest.mark.parametrize(
    ("format", "source", "phrase", "found"),
    [
        ("rst", "王 *the Chinese*\ngovernment", "Chinese government", "Chinese*\ngovernment"),
        ("rst", "* the **Chi**\\ nese police", "Chinese police", "Chi**\\ nese police"),
        ("asciidoc", "王 _the_ **Chi**nese\nlaw", "Chinese law", "Chi**nese\nlaw"),
    ],
)
def test_span_leads_back_to_source(format: str, source: str, phrase: str, found: str) -> None:
    document = read(source, format)
    (segment,) = document.segments
    at = segment.text.index(phrase)
    piece = hull(segment.map.to_source(Span(at, at + len(phrase))))
    assert document.source[piece.start : piece.end] == found


WORDS = st.sampled_from([
    "China", "*", "**", "`", "``", ":", "::", "..", "|", "+", "=", "-", "_", "[", "]", "{a}", "#",
    "\\", "<<", ">>", "\n", "\n\n", "\n   ", " ", "😀", "====", "----", "____", "|===", ".. note::",
    "https://e.org", ":a: b", "* ", "\r\n", "\t", "+--+", "'", '"',
])


@settings(deadline=None)
@given(st.sampled_from(["rst", "asciidoc"]), st.lists(WORDS, max_size=40).map("".join))
def test_every_map_is_whole(format: str, source: str) -> None:
    document = read(source, format)
    for segment in document.segments:
        at = before = 0
        for start, end, piece in segment.map.runs:
            assert start == at < end
            assert 0 <= piece.start <= piece.end <= len(document.source)
            if segment.kind is not CAPTION:
                assert before <= piece.start
            if piece.verbatim:
                assert document.source[piece.start : piece.end] == segment.text[start:end]
            at, before = end, piece.end
        assert at == len(segment.text)


@pytest.mark.parametrize("format", ["rst", "asciidoc"])
@pytest.mark.parametrize(
    "unit",
    ["*a", "`a", "**", "``", "* a\n", "  ", "[a", "<<", "_a ", ":a:`", "| ", "|a", "\\", "+-+\n"],
)
def test_hostile_markup_is_read(format: str, unit: str) -> None:
    """100 kB of one mark: a scanner that looks back from each would not come to an end."""
    size = 100_000
    assert read(unit * (size // len(unit)), format).format == format


LONG = "a" * 2000


@pytest.mark.parametrize(
    ("suffix", "text", "read"),
    [
        pytest.param(".rst", "- " * 2000 + "They met.", "They met.", id="lists in lists"),
        pytest.param(".rst", "*They* met\n", "They met", id="a mark that closes"),
        pytest.param(".rst", f"*{LONG}* b", f"*{LONG}* b", id="one too long for a mark"),
        pytest.param(".rst", "They met. [1]_ They", "They met. They", id="a note and its space"),
        pytest.param(".adoc", f"*{'a' * 900}* b", f"{'a' * 900} b", id="a long mark"),
        pytest.param(".adoc", "[" * 3000, "[" * 3000, id="nothing but brackets"),
    ],
)
def test_what_is_nested_too_deep_or_never_closes_is_read_as_it_stands(suffix, text, read):
    (segment,) = readers.read(Path(f"a{suffix}"), text.encode()).segments
    assert segment.text.endswith(read) and len(segment.text.replace("- ", "")) == len(read)


@pytest.mark.parametrize(
    ("format", "source", "name"),
    [
        ("asciidoc", ":a: China\n\nSo {a} jails{nbsp}five lawyers.\n", "{a}"),
        ("asciidoc", ":a: China jails five lawyers.\n\nSo {a}\n", "{a}"),
        ("rst", ".. |a| replace:: China\n\nSo |a| jails five lawyers.\n", "|a|"),
    ],
)
def test_no_fix_changes_a_name_whose_words_stand_elsewhere(
    format: str, source: str, name: str
) -> None:
    at = source.rindex(name)
    assert [tuple(lock) for lock in read(source, format).locked] == [(0, at, at + len(name))]
