"""The gate agrees with the reference path, which reads and judges every sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintwords import readers
from lintwords.cli.main import main
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.model import Options, Report
from lintwords.prefilter.gate import Gate, Paragraph
from lintwords.prefilter.index import Clause, table
from lintwords.prefilter.outlines import (
    ANYTHING,
    CLASS,
    EMPTY,
    NOTHING,
    Outline,
    either,
    in_any_order,
    of_forms,
    of_row,
    of_word,
)
from lintwords.prefilter.tags import PARTING
from lintwords.readers import plain
from lintwords.readers.html import tags as htmltags
from lintwords.run import one_file
from lintwords.run.check_files import check_files
from lintwords.run.discovery import STDIN

OPTIONS = Options(keep_passed=True, explain_mentions=True)
PLAIN = "The library mended a kettle before the rain came."


class Open(Gate):
    """A gate that keeps nothing out."""

    def __init__(self) -> None:
        super().__init__(table(()))

    def open_for(
        self, data: bytes, *, marks: str | None = None, whole: int = 0, listens: bool = False
    ) -> bool:
        return True

    def matters(self, text: str) -> bool:
        return True

    def paragraphs(self, texts: Sequence[str]) -> list[Paragraph | None]:
        return [Paragraph(self, None, frozenset()) for _ in texts]


class Reference(DocumentLinter):
    """A linter without a gate, over the compiled pack of another one."""

    def __init__(self, other: DocumentLinter) -> None:
        super().__init__(other.options, other)
        self.__dict__["_gate"] = Open()


@pytest.fixture(scope="module")
def fast() -> DocumentLinter:
    return load(OPTIONS)


@pytest.fixture(scope="module")
def reference(fast: DocumentLinter) -> DocumentLinter:
    return Reference(fast)


def found(linter: DocumentLinter, text: str, format: str = "text") -> tuple[object, ...]:
    report: Report = check_files(lambda _: linter, (STDIN,), stdin=text.encode(), format=format)
    return report.findings, report.passed, report.mentions


def pieces(linter: DocumentLinter) -> list[str]:
    """Stretches of the rules' own examples and patterns, so that phrases nearly match."""
    texts = [example.text for rule in linter.rules for example in rule.examples]
    words = sorted({word for text in texts for word in text.split()})
    whole = sorted(set(texts))
    phrases = [p.pattern for rule in linter.rules for p in rule.phrase if p.pattern.islower()]
    return [*words, *whole, *(" ".join(p.replace("|", " ").split()) for p in phrases)]


SPOILT = st.sampled_from(
    [
        "", "", "", "", "\u00ad", "\u200b", "&shy;", "&#173;", "*", "**", "_", "__", "~~", "\\",
        "[", "](https://x.org)", "[x]: https://x.org", "<b>", "</b>", "n't", "2021",
    ]
)
BETWEEN = st.sampled_from(
    [" "] * 6 + ["\n", "\n\n", "\n\n", ". ", " “", "” ", "\n> ", "\n---\n"]
    + ["\n\n- ", "\n\n  ", "\n\n    ", "\n\n[^1]: ", "\n\n| "]
)
START = st.sampled_from([""] * 6 + ["---\ntitle: ", "---\ndescription: |\n  ", "# ", "[^1]\n\n"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"{PLAIN}\n\n{PLAIN}", (), id="nothing"),
        pytest.param(f"{PLAIN}\n\nShe flew to China.", ("china",), id="a name"),
        pytest.param("An incident.\n\nTiananmen, the incident.", ("tiananmen",), id="a phrase"),
    ],
)
def test_the_gate_says_what_opened_it(
    text: str, words: tuple[str, ...], fast: DocumentLinter
) -> None:
    found = fast.opened_by(readers.read(Path("a.txt"), text.encode()))
    assert found[: len(words)] == words if words else found == ()
    assert bool(found) is fast.gate(text.encode())


def test_a_verbose_check_says_for_what_a_file_was_read(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("She flew to China in March.\n")
    assert main(["check", "-v", "a.txt"]) == 0
    assert "a.txt: nothing found; read because of china\n" in capsys.readouterr().err
    assert main(["check", "a.txt"]) == 0
    assert "read because of" not in capsys.readouterr().err


@st.composite
def texts(draw: st.DrawFn, words: list[str]) -> str:
    """Words of the rules with marks in and between them."""
    parts: list[str] = [draw(START)]
    for word in draw(st.lists(st.sampled_from(words), min_size=1, max_size=14)):
        at = draw(st.integers(0, len(word)))
        parts += [word[:at], draw(SPOILT), word[at:], draw(BETWEEN)]
    return "".join(parts)


# what may stand inside a word: around a part of it, or with nothing of it inside
_ANY = ("{}", "{}\u00ad", "{}\u200b")
_ENTITIES = ("{}&shy;", "{}&shy", "{}&zwj;", "<b>{}</b>&NoBreak;", "&#8203;{}")
_TAGS = (
    "<b>{}</b>", "<i><b>{}</b></i>", "<del>7</del>{}", "{}<s>(7 8)</s>", "<del>é</del>{}",
    "<del>X 7</del>{}", "<del><b>7</b></del>{}", "{}<span hidden>7</span>", "<!-- a > b -->{}",
    "<del>7</del><b>{}</b>", "<b>{}</b><del>x</del>", "<b title='a > b'>{}</b>", "{}<wbr>",
    f"<b class='{'a' * 300}'>{{}}</b>", "<style>a > b</style>{}", "<del>7<del>8</del></del>{}",
    "{}<span style='display:none'>x</span>", "<script>1</script>{}", "{}<template>x</template>",
    "<ruby>{}<rt>z</rt></ruby>", "<style>x</style>{}", "{}<span hidden>x</span>",
)
HANGS = {
    "text": _ANY,
    "html": (*_ANY, *_ENTITIES, *_TAGS),
    "markdown": (*_ANY, *_ENTITIES, *_TAGS, "*{}*", "**{}**", "~~7~~{}", "[{}](https://x.org)"),
    "asciidoc": (*_ANY, "{}&shy;", "^{}^", "~{}~", "**{}**", "__{}__", "##{}##", "^*{}*^",
                 "[line-through]##7##{}", "+++{}+++", "pass:[{}]", "xref:a[{}]", "<<a,{}>>",
                 "link:a[{}]", "\"`{}`\"", "[[a]]{}", "``{}``", "footnote:[A kettle.]{}"),
    "rst": (*_ANY, "\\ {}", "\\ *{}*\\ ", "\\ :sup:`{}`\\ ", "\\ [1]_\\ {}"),
}

# nothing but tags stands between the words of a text and those around it
FRAMES = {"html": "<html lang='en'><title>A note</title><body><p>{}</p><p>Notes</p></body></html>"}


@st.composite
def parted(draw: st.DrawFn, sentences: list[str], format: str) -> str:
    """A sentence with something in most of its words."""
    words = []
    for word in draw(st.sampled_from(sentences)).split():
        at, end = sorted((draw(st.integers(1, len(word))), draw(st.integers(1, len(word)))))
        hang = draw(st.sampled_from(HANGS[format])) if word.isalpha() else "{}"
        words.append(word[:at] + hang.replace("{}", word[at:end]) + word[end:])
    return " ".join(words)


@pytest.mark.parametrize("format", HANGS)
def test_what_stands_inside_words_hides_none_from_the_gate(
    format: str, fast: DocumentLinter, reference: DocumentLinter
) -> None:
    examples = (example for rule in fast.rules for example in rule.examples)
    short = sorted({one.text for one in examples if one.finds and len(one.text) < 60})
    frame = FRAMES.get(format, "{}\n")

    @settings(max_examples=150, deadline=None)
    @given(text=parted(short, format))
    def agrees(text: str) -> None:
        text = frame.format(text)
        assert found(fast, text, format) == found(reference, text, format)

    agrees()


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_the_gate_agrees_with_the_reference_on_random_text(
    format: str, fast: DocumentLinter, reference: DocumentLinter
) -> None:
    words = pieces(fast)

    @settings(max_examples=150, deadline=None)
    @given(text=texts(words))
    def agrees(text: str) -> None:
        assert found(fast, text, format) == found(reference, text, format)

    agrees()


def test_the_gate_lets_no_example_of_a_rule_be_lost(
    fast: DocumentLinter, reference: DocumentLinter
) -> None:
    for rule in fast.rules:
        for example in (one for one in rule.examples if one.finds):
            assert found(fast, example.text) == found(reference, example.text), example.text


GATED = {  # text, its format, whether the gate opens
    "a name opens": ("China", "text", True),
    "a plain sentence does not": (PLAIN, "text", False),
    "all words of a phrase open": ("the Tiananmen Square incident", "text", True),
    "one common word of a phrase does not": ("an incident with a kettle", "text", False),
    "a name after digits opens": ("in 2021China", "text", True),
    "a hidden mark opens": ("Chi\u00adna", "text", True),
    "any sign that is not seen opens": ("Chi\u034fna", "text", True),
    "an escape in a word opens": ("Chi\\ na", "rst", True),
    "strong letters of a word open": ("**C**\\ hina", "rst", True),
    "an escape beside no word does not": ("a kettle \\\n won", "rst", False),
    "a footnote on a word opens": ("Chinafootnote:[A kettle.] won", "asciidoc", True),
    "a footnote beside a word does not": ("a kettle footnote:[It won.]", "asciidoc", False),
    "capitals open": ("CHINA", "text", True),
    "a tag in a word opens": ("Chi<b>na</b>", "html", True),
    "a tag in another word does not open": ("a ket<wbr>tle won <b>it</b>", "html", False),
    "tags in two words of a phrase open": ("Tianan<b>men</b> inci<wbr>dent", "html", True),
    "a tag in one of the words of a phrase opens": ("<p>Tiananmen</p> inci<wbr>dent", "html", True),
    "a tag of lines in a word opens": ("Chi<b\nclass='x'>na</b>", "markdown", True),
    "an element without letters in a word opens": ("Ch<del>7</del>ina", "html", True),
    "elements in an element in a word open": ("Ch<del><b>7</b></del>ina", "html", True),
    "a tag and an element in a word open": ("C<b>h</b><del>X 7</del>ina", "html", True),
    "an element beside a word with tags opens": ("Ch<b>i</b>na<del>x</del>", "html", True),
    "a hidden element in a word behind a title opens":
        ("<title>Note</title><p>Ch<i hidden>x</i>ina</p><p>won", "html", True),
    "a script in a word opens": ("<h1>Ch<script>1</script>ina</h1>It", "html", True),
    "a reading in a word opens": ("<p>It<p><ruby>Chi<rt>z</rt>na</ruby>", "html", True),
    "a name behind a sign by its name and no semicolon opens": ("the &ampChina", "html", True),
    "a name behind a quotation mark by its name opens": ("a &laquoChina won", "html", True),
    "a value behind an address does not": ("a ?b=1&region=2&copy=3", "html", False),
    "an element in another word does not": ("a ket<del>7</del>tle <b>won</b>", "html", False),
    "a comment with signs in a word opens": ("Ch<!-- a > b -->ina", "html", True),
    "a value with signs in a word opens": ("Ch<b title='a > b'>ina</b>", "html", True),
    "a year with letters in an element opens": ("incident 19<del>X</del>89", "html", True),
    "a letter by its name opens": ("&Copf;hina won", "html", True),
    "a sign by its name and no semicolon opens": ("Chi&shyna won", "html", True),
    "accents and arrows by their names do not": ("the caf&eacute;&rarr;won", "html", False),
    "a letter of mathematics opens": ("\u2102hina won", "text", True),
    "a Cyrillic letter in a tag opens": ("<b>\u0421</b>hina won", "html", True),
    "raised letters of a word open": ("Ch^i^na won", "asciidoc", True),
    "a macro in a word opens": ("Chpass:[i]na won", "asciidoc", True),
    "a link that a word goes on after opens": ("link:a[Chi]na won", "asciidoc", True),
    "the value of an attribute on a word opens": ("Chin{a} won", "asciidoc", True),
    "a link beside words does not": ("a link:a[kettle] won, <<a,it>> won", "asciidoc", False),
    "a tag in a word of capitals opens": ("PR<b>C</b>", "html", True),
    "an entity in a word opens": ("Chi&zwj;na won", "html", True),
    "a letter by its number opens": ("&#67;hina won", "html", True),
    "a letter by its number in hexadecimal opens": ("&#x43;hina won", "html", True),
    "an apostrophe by its number does not": ("the kettle&#39;s lid", "html", False),
    "an apostrophe by its number in hexadecimal may part n't": ("it isn&#x27;t", "html", True),
    "a space in letters between two words does not": ("a&nbsp;kettle&lt;b", "html", False),
    "a space in letters beside a name does not hide it": ("a&nbsp;China&lt;b", "html", True),
    "a year with a tag in it opens": ("the incident of 19<b>89</b>", "html", True),
    "a year with a comment in it opens": ("the incident of 19<!-- > -->89", "html", True),
    "a year in two elements opens": ("the incident of <b>19</b><i>89</i>", "html", True),
    "a year beside a deleted figure opens": ("the incident of 19<del>7</del>89", "html", True),
    "a year with a tag that does not end opens": ("incident of 19<b><!-- 89", "html", True),
    "figures with a tag between them do not": ("incident 12<b>34</b>, 5<i>6</i>", "html", False),
    "letters in circles open": ("ⓒⓗⓘⓝⓐ won", "html", True),
    "one letter in a circle in a word opens": ("Ch<b>ⓘ</b>na won", "html", True),
    "a letter in a circle with a stop opens": ("P.Ⓡ.C. won", "text", True),
    "a letter in a circle alone does not": ("<p>a kettle</p> <a>ⓘ</a> It won.", "html", False),
    "letters of a page here and there do not": ("<p>R, or C</p><p>", "html", False),
    "a year with an empty tag and a sign opens": ("incident 198<i></i>&zwj;9", "html", True),
    "a year between tags opens": ("<b>incident</b> of <i>1989</i>", "html", True),
    "another year between tags does not": ("<b>incident</b> of <i>1990</i>", "html", False),
    "a word of code in a page does not": ("set kettle_size and *a* kettle", "rst", False),
    "a year with an escape in it opens": ("the incident of 19\\ 89", "rst", True),
    "a word of a phrase with no year does not": ("Note: an incident::\n\n  kettle\n", "rst", False),
    "a tag between two words does not": ("<li>one</li><li>Two</li>", "html", False),
    "stars in a word open": ("a Chi**nese** court", "markdown", True),
    "a link that begins in a word opens": ("Chi[na](https://x.org) won", "markdown", True),
    "a link that ends in a word opens": ("[Chi](https://x.org)na won", "markdown", True),
    "a link by reference opens": ("[Chi]na won\n\n[Chi]: https://x.org", "markdown", True),
    "a link of whole words does not": ("a [kettle](https://x.org) won", "markdown", False),
    "brackets of code do not": ("print(row[0]) prints [a kettle](x)", "markdown", False),
    "stars around a word do not": ("a **kettle**", "markdown", False),
    "a word of code does not": ("set `kettle_size`, or kettle_size", "markdown", False),
    "stars in a word of a phrase open": ("Tianan**men** inci\\dent", "markdown", True),
    "stars in another word do not": ("a ket**tle** and row[0]\n\n[a]: x", "markdown", False),
    "an escape in another word does not": ("C:\\kettle", "rst", False),
    "a note in a word opens": ("Chi[^1]na won\n\n[^1]: A kettle.", "markdown", True),
    "a word that a line end parts opens": ("the Tianan-\nmen incident", "text", True),
    "another word that a line end parts does not": ("an inci-\ndent", "text", False),
    "a sign that is not seen after a picture does not": ("a lid \u2764\ufe0f", "text", False),
    "a sign that is not seen beside a space does not": ("\ufeffa kettle\u200b won", "text", False),
    "such signs in a word open": ("Chi\u200b\u200bna won", "text", True),
    "a phrase over two paragraphs does not": ("Tiananmen\n\nincident", "markdown", False),
    "a phrase in a list does": ("- one\n- the Tiananmen incident\n", "markdown", True),
    "a phrase in front matter does": (
        "---\ndescription: |\n  the Tiananmen\n\n  incident\n---\n", "markdown", True
    ),
    "a phrase in a tag does": ("<div>the Tiananmen\n\nincident</div>", "markdown", True),
}


@pytest.mark.parametrize("name", GATED)
def test_the_gate(name: str, fast: DocumentLinter) -> None:
    text, kind, is_open = GATED[name]
    data = text.encode()
    marks, whole = readers.MARKUP.get(kind), readers.undivided(kind, data)
    assert fast.gate(data, marks=marks, whole=whole) is is_open


class Unopened(DocumentLinter):
    """A linter that may not load its rules."""

    @property
    def compiled(self) -> CompiledPack:
        raise AssertionError("the rules were loaded")


ONLY_IN_MARKUP = {
    "a name in the address of a link": ("a [kettle](https://x.org/china) won", "markdown"),
    "a name in code": ("set `china` first\n\n    china = 1\n", "markdown"),
    "a name in an attribute": ('<p>a <a href="/china">kettle</a> won</p>', "html"),
    "a name in a script": ("<script>pick('China')</script><p>a kettle</p>", "html"),
    "a phrase over two paragraphs": ("<p>It was an incident.</p><p>That was in 1989.</p>", "html"),
    "a sign by its number": ("<p>a kettle&#8240;s lid</p>", "html"),
    "an escape inside another word": ("a \\ kettle and *ket*\\ tle", "rst"),
}


@pytest.mark.parametrize("name", ONLY_IN_MARKUP)
def test_a_page_is_judged_only_for_what_is_read_of_it(
    name: str, reference: DocumentLinter
) -> None:
    text, kind = ONLY_IN_MARKUP[name]
    data = text.encode()
    marks, whole = readers.MARKUP[kind], readers.undivided(kind, data)
    linter = Unopened(OPTIONS)
    assert linter.gate(data, marks=marks, whole=whole), "the bytes tell it already"
    assert found(linter, text, kind) == found(reference, text, kind)


def clause(words: str, about: str = "", *, is_far: bool = False) -> Clause:
    """A clause from sets parted by spaces, each of words parted by bars.

    In `about` a plus joins words of one entry.
    """
    sets = tuple(frozenset(row.split("|")) for row in words.split())
    entries = frozenset(entry.replace("+", " ") for entry in about.split())
    return Clause(sets, entries, is_far)


SMALL = table(
    [
        clause("storm harvest|crop"),
        clause("kettle lid", about="copper tin"),
        clause("bridge", about="river", is_far=True),
        clause("ca n't"),
        clause("toll 2016|ferry"),
        clause("lamp", about="glass+green amber"),
        clause("anchor", about="sea+l'été+north", is_far=True),
    ],
    names=["Utopia", "u.t.a."],
)
HELD = {  # plain text, whether the gate opens
    "a name": ("They met in Utopia.", True),
    "a name spelled with stops": ("They met in the U.T.A. again.", True),
    "a name spelled with spaces": ("They met in the U. T.\nA. again.", True),
    "its letters in another order": ("They took plans T, U and A.", False),
    "its letters with words between": ("They took plan U, T and A.", False),
    "one of its letters": ("They took plan U.", False),
    "a word of each set": ("A storm took the crop.", True),
    "the rarest set alone": ("A storm came.", False),
    "words in two paragraphs": ("A storm came.\n\nThe crop was safe.", False),
    "a word as part of another": ("Storms took the crop.", False),
    "a phrase and its subject": ("The kettle has a lid of tin.", True),
    "the subject in another paragraph": ("The kettle has a lid.\n\nTin is dear.", False),
    "a topic far away": (f"The river rose.\n\n{PLAIN}\n\nThe bridge held.", True),
    "no topic": ("The bridge held.", False),
    "the stem before n't": ("we can't wait", True),
    "the stem before a curly n't": ("we can’t wait", True),
    "the stem alone": ("we can wait", False),
    "a number": ("The toll of 2016", True),
    "a number in a longer one": ("The toll of 120160", True),
    "another number": ("The toll of 2017", False),
    "a phrase and all words of its subject": ("Glass of green colour for a lamp.", True),
    "one word of the subject": ("Glass for a lamp.", False),
    "the other word of the subject": ("A green lamp.", False),
    "the words of the subject in two paragraphs": ("Glass for a lamp.\n\nA green door.", False),
    "all plain words of a topic far away": (f"A north sea.\n\n{PLAIN}\n\nAn anchor.", True),
    "the words of a topic in two paragraphs": ("North.\n\nAn anchor at sea.", False),
    "one word of a topic": ("An anchor at sea.", False),
    "the last word of a text": ("harvest\nstorm", True),
}


@pytest.mark.parametrize("name", HELD)
def test_the_gate_asks_a_paragraph_for_all_of_a_phrase(name: str) -> None:
    text, is_open = HELD[name]
    gate = Gate(SMALL)
    data = text.encode()
    assert gate.open_for(data) is is_open
    assert any(gate.paragraphs(text.split("\n\n"))) is is_open
    assert gate.open_for(data, marks="", whole=len(data)) or not is_open


def outlined(*rows: Outline) -> Gate:
    """A gate that asks for a storm and a crop, and then for one of these outlines."""
    asked = clause("storm crop")
    known = {"words.ruin": of_forms([["ruin"], ["lay", "waste"]])}
    clauses = [asked._replace(outline=row) for row in rows]
    return Gate(table(clauses, ["Utopia"], classes=known, abbreviations=["Dr."]))


STORM, CROP = of_word("storm"), of_word("crop")
OUTLINES = {  # the outline, plain text, whether the gate opens
    "words beside each other": (of_row((STORM, CROP)), "A storm crop.", True),
    "another word between them": (of_row((STORM, CROP)), "A storm, a crop.", False),
    "their other order": (of_row((CROP, STORM)), "A storm crop.", False),
    "a gap between them": (of_row((STORM, ANYTHING, CROP)), "A storm took the crop.", True),
    "no gap is too short": (of_row((STORM, ANYTHING, CROP)), "A storm-crop.", True),
    "what may be missing": (of_row((STORM, either((CROP, EMPTY)), CROP)), "A storm crop.", True),
    "a third word": (of_row((STORM, ANYTHING, of_word("hail"))), "A storm took the crop.", False),
    "parts in any order": (in_any_order((CROP, STORM)), "A storm took the crop.", True),
    "two sentences": (in_any_order((CROP, STORM)), "The storm came. The crop rotted.", False),
    "no end of a sentence": (in_any_order((CROP, STORM)), "A storm of Dr. Crop.", True),
    "a class": (of_row((STORM, (CLASS, "words.ruin"), CROP)), "storm lay waste crop", True),
    "a part of an entry": (of_row((STORM, (CLASS, "words.ruin"), CROP)), "storm lay crop", False),
    "figures": (of_row((STORM, of_word("92"), CROP)), "Storm 92 crop.", True),
    "other figures": (of_row((STORM, of_word("92"), CROP)), "Storm 1992 crop.", False),
    "a word with a sign": (of_row((STORM, of_word("co-op"))), "Storm at a co-op: crop.", True),
    "an address between two words": (
        of_row((STORM, CROP)), "A storm <https://example.org> crop.", True
    ),
    "no text at all": (NOTHING, "A storm crop.", False),
    "a name all the same": (NOTHING, "A storm crop of Utopia.", True),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_the_gate_asks_for_the_outline_of_a_phrase(name: str) -> None:
    outline, text, is_open = OUTLINES[name]
    gate = outlined(outline)
    data = text.encode()
    assert gate.open_for(data) is is_open
    assert any(gate.paragraphs([text])) is is_open
    assert gate.open_for(data, marks="", whole=len(data)) or not is_open


def test_one_outline_of_several_is_enough() -> None:
    assert outlined(NOTHING, of_row((STORM, CROP))).open_for(b"A storm crop.")


def test_letters_of_a_name_may_stand_apart_in_a_source_with_markup() -> None:
    data = b'They met in U.<a id="x">T</a>.A.'
    assert Gate(SMALL).open_for(data, marks="", whole=len(data))
    assert Gate(SMALL).open_for(data, marks="*")


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        pytest.param("<u>They</u> met; <t>A</t>.", False, id="names of tags are no letters"),
        pytest.param("<p>Plan U</p><p>of T and A</p>", False, id="words between them"),
        pytest.param('<p title="U.T.A.">They met</p>', True, id="in an attribute"),
        pytest.param("U.<!-- or > so -->T.&zwnj;A.", True, id="a comment and an entity between"),
        pytest.param("U.<del>not</del>T.A.", True, id="a deleted word between"),
        pytest.param("[U.](https://x.org/t)T.A.", True, id="the address of a link between"),
    ],
)
def test_letters_of_a_name_follow_each_other_without_the_markup(text, is_open) -> None:
    data = text.encode()
    assert Gate(SMALL).open_for(data, marks="", whole=len(data)) is is_open


def test_a_word_of_a_subject_may_be_parted_by_the_end_of_a_line() -> None:
    assert Gate(SMALL).open_for(b"Glass for a lamp, gre-\nen.")


def test_paragraphs_may_be_asked_again_and_are_not_kept() -> None:
    paragraphs = Gate(SMALL).paragraphs(["Tin is dear. The kettle has a lid.", "It sings."])
    first, second = list(paragraphs), list(paragraphs)
    assert first == second
    assert first[0] is not second[0]
    assert first[1] is None


def test_a_sentence_is_asked_together_with_its_paragraph() -> None:
    (paragraph,) = Gate(SMALL).paragraphs(["Tin is dear. The kettle has a lid. It sings."])
    assert paragraph is not None
    asked = ("Tin is dear.", "The kettle has a lid.", "It sings.")
    assert [paragraph.hit(text) for text in asked] == [False, True, False]


def test_a_phrase_of_which_no_word_is_known_keeps_the_gate_open() -> None:
    assert Gate(table([clause("89")])).hit(PLAIN)


WORDS = st.sampled_from(["ash", "birch", "cedar", "elm", "fir", "1989", "2016", "grove"])
SETS = st.lists(st.frozensets(WORDS, min_size=1, max_size=3), min_size=1, max_size=3)


@settings(max_examples=400, deadline=None)
@given(
    clauses=st.lists(st.tuples(SETS, st.frozensets(WORDS, max_size=2), st.booleans()), max_size=5),
    texts=st.lists(st.lists(WORDS, max_size=5), min_size=1, max_size=4),
)
def test_the_gate_of_plain_text_opens_where_a_paragraph_holds_a_clause_and_only_there(
    clauses: list[tuple[list[frozenset[str]], frozenset[str], bool]], texts: list[list[str]]
) -> None:
    everywhere = {word for words in texts for word in words}

    def holds(words: list[str]) -> bool:
        return any(
            all(not asked.isdisjoint(words) for asked in sets)
            and (not about or not about.isdisjoint(everywhere if is_far else words))
            for sets, about, is_far in clauses
        )

    gate = Gate(table([Clause(tuple(sets), about, far) for sets, about, far in clauses]))
    paragraphs = [" ".join(words) for words in texts]
    is_open = any(map(holds, texts))
    assert gate.open_for("\n\n".join(paragraphs).encode()) is is_open
    assert [p is not None for p in gate.paragraphs(paragraphs)] == [holds(t) for t in texts]


# -- blocks of plain text ------------------------------------------------------------------------

MANY = [f"{PLAIN} {number}" for number in range(2_000)]  # several blocks


def _with(*places: tuple[int, str]) -> str:
    rows = list(MANY)
    for at, text in places:
        rows[at] = text
    return "\n\n".join(rows)


BLOCKS = {
    "a mention alone": _with((900, "China jailed a poet.")),
    "a mention at the very end": _with((1_999, "China jailed a poet.")),
    "a mention at the start": _with((0, "China jailed a poet.")),
    "two far apart": _with((20, "China jailed a poet."), (1_700, "China jailed an editor.")),
    "a quotation over paragraphs": _with(
        (900, "“China jailed a poet."), (901, "“China did well.”"), (1_800, "It ended.”")
    ),
    "a title over all": _with((0, "Glossary"), (1_200, "China jailed a poet.")),
    "what it is about stands far away": _with((100, "It began in Peking."), (1_900, "bat soup")),
    "wide line ends": _with((900, "China jailed a poet.")).replace("\n", "\r\n"),
    "a quotation as in mail": _with((880, "> China jailed a poet."), (881, "> It did.")),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_what_is_left_out_changes_no_finding(
    name: str, fast: DocumentLinter, reference: DocumentLinter
) -> None:
    assert found(fast, BLOCKS[name]) == found(reference, BLOCKS[name])


def _segments(text: str, fast: DocumentLinter) -> Iterator[str]:
    document = plain.read(Path("a.txt"), text.encode(), matters=fast.matters)
    assert document.source == text
    return (segment.text for segment in document.segments)


@pytest.mark.parametrize("name", ["a mention alone", "two far apart", "wide line ends"])
def test_most_plain_paragraphs_are_left_out(name: str, fast: DocumentLinter) -> None:
    kept = list(_segments(BLOCKS[name], fast))
    assert len(kept) < len(MANY) * 0.7
    assert "China jailed a poet." in kept


@pytest.mark.parametrize("size", [0, 1, 5, 300, 340, 700, 2_000])
def test_a_text_in_which_nothing_matters_comes_to_an_end(size: int) -> None:
    text = "\n\n".join(MANY[:size])
    document = readers.read(Path("a.txt"), text.encode(), matters=lambda block: False)
    assert len(document.segments) <= size


def test_words_are_counted_as_before() -> None:
    assert one_file.words(b"Don't count - a dash, but well-known words: 7.") == 8


def test_the_gate_parts_words_at_the_tags_at_which_the_reader_does() -> None:
    assert {name.decode() for name in PARTING} == htmltags.BLOCK
