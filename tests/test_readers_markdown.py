"""Markdown: what is prose, where it stands, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords import readers
from lintwords.model import Document, Kind, Span, hull

PROSE, ITEM, HEADING, CELL = Kind.PROSE, Kind.ITEM, Kind.HEADING, Kind.CELL
TITLE, CAPTION = Kind.TITLE, Kind.CAPTION


def read(source: str) -> Document:
    return readers.read(Path("a.md"), source.encode())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("the\nChinese", "the Chinese", id="soft break"),
        pytest.param("the  \r\nChinese\\\nx", "the Chinese x", id="hard breaks"),
        pytest.param("**the** *Chi*na x", "the China x", id="emphasis"),
        pytest.param("[the *Chinese*](http://a.b) x", "the Chinese x", id="link"),
        pytest.param("[the Chinese][r] x\n\n[r]: http://a", "the Chinese x", id="reference"),
        pytest.param("use `China` now", "use ￼ now", id="code span"),
        pytest.param("use <code>China *x*</code> now", "use ￼ now", id="HTML code"),
        pytest.param("<b>Chi</b>na <!-- no --> is", "China is", id="inline HTML"),
        pytest.param("A&amp;B &lt; &#67;hina", "A&B < China", id="entities"),
        pytest.param("a \\* b", "a * b", id="escape"),
        pytest.param("see <http://China.org> and", "see ￼ and", id="autolink"),
        pytest.param("see <a@China.org> and", "see ￼ and", id="mail autolink"),
        pytest.param("see https://a.b/China_x_y?a=1&amp;b (x", "see ￼ (x", id="bare address"),
        pytest.param("see www.a.org/(x)_y, and", "see ￼, and", id="address before a comma"),
        pytest.param("at **https://a.b**, he", "at ￼, he", id="address in emphasis"),
        pytest.param("ask a.b@c.org.", "ask ￼.", id="mail address"),
        pytest.param("the $x^2$ sum", "the ￼ sum", id="math"),
        pytest.param("from $5m–$6m and $7", "from $5m–$6m and $7", id="money is no math"),
        pytest.param("China[^1] said\n", "China[^1] said", id="a note that is not there is text"),
        pytest.param("- [x] done", "done", id="task"),
        pytest.param("the<br>Chinese", "the Chinese", id="br is a hard break"),
        pytest.param("so <q>x</q>", "so “x”", id="q"),
        pytest.param('"So" -- it\'s...', '"So" -- it\'s...', id="no smart punctuation"),
        pytest.param("# Head {#id .c}", "Head", id="heading attributes"),
        pytest.param("so\u00adft\u200b", "so\u00adft\u200b", id="soft hyphen, zero width stay"),
        pytest.param("> [!NOTE]\n> the\n> Chinese", "the Chinese", id="alert"),
        pytest.param("a <select> b\n", "a ￼", id="an element never closed ends with its block"),
        pytest.param("<b style='font-variant:small-caps'>the *letters* &amp;</b> came",
                     "THE LETTERS & came", id="small letters that are shown as capitals"),
    ],
)
def test_a_block_reads_as_a_person_reads_it(source: str, text: str) -> None:
    (segment,) = read(source).segments
    assert segment.text == text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("```\nChina\n```\n\n    China\n", [], id="code blocks"),
        pytest.param("<!-- China -->\n\n[r]: China 'China'\n", [], id="comment, definition"),
        pytest.param("$$\nChina\n$$\n", [], id="display math"),
        pytest.param("`China` ![](China.png)", [], id="nothing but objects"),
        pytest.param(
            "See ![the *Chinese* flag](x.png 'a \\' b') it",
            [(PROSE, "See ￼ it"), (CAPTION, "the Chinese flag"), (CAPTION, "a ' b")],
            id="image",
        ),
        pytest.param(
            "A [b](c (d)) [![e](f 'g')](h)\n[i][j] ![k [l](m 'no')](n)\n\n[j]: o \"p\n q\"",
            [(PROSE, "A b ￼ i ￼"), (CAPTION, "d"), (CAPTION, "e"), (CAPTION, "g"),
             (CAPTION, "p q"), (CAPTION, "k l")],
            id="titles of links",
        ),
        pytest.param(
            "One[^n] two.\n\n[^n]: A note\n    wraps.\n\nThree.",
            [(PROSE, "One two."), (PROSE, "A note wraps."), (PROSE, "Three.")],
            id="footnote in the middle",
        ),
        pytest.param(
            "| a | **b** |\n|---|---|\n| c \\| d | `e` f |",
            [(CELL, "a"), (CELL, "b"), (CELL, "c | d"), (CELL, "￼ f")],
            id="table",
        ),
        pytest.param(
            "- a\n  b\n  - c\n- d\n\n  e",
            [(ITEM, "a b"), (ITEM, "c"), (ITEM, "d"), (ITEM, "e")],
            id="lists",
        ),
        pytest.param("Head\n====\n\n## Two #\n", [(HEADING, "Head"), (HEADING, "Two")], id="heads"),
        pytest.param(
            "<div title='t'>\n<p>a <b>b</b>\n<p>c **d**\n</div>\n\ne",
            [(CAPTION, "t"), (PROSE, "a b"), (PROSE, "c **d**"), (PROSE, "e")],
            id="HTML block",
        ),
        pytest.param("<div hidden>\n\nChina\n\n</div>\n\nb", [(PROSE, "b")], id="HTML around"),
        pytest.param("<pre><code>\n\nChina\n\n</code></pre>\n\nb", [(PROSE, "b")], id="pre"),
        pytest.param("<script>\nChina\n\n</script>\nb", [(PROSE, "b")], id="script"),
        pytest.param("<li>\n\nb\n\n</li>\n\nc", [(ITEM, "b"), (PROSE, "c")], id="HTML list item"),
    ],
)
def test_segments(source: str, expected: list[tuple[Kind, str]]) -> None:
    assert [(s.kind, s.text) for s in read(source).segments] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("> a\n> > b\nlazy\n\nc", [("a", True), ("b lazy", True), ("c", False)]),
        pytest.param("> [!TIP]\n> a", [("a", False)], id="an alert is no quotation"),
        pytest.param("- > a\n- b", [("a", True), ("b", False)], id="in a list"),
        pytest.param(
            "<blockquote>\n\na\n\n</blockquote>\n\nb", [("a", True), ("b", False)], id="HTML"
        ),
    ],
)
def test_block_quotations(source: str, expected: list[tuple[str, bool]]) -> None:
    assert [(s.text, s.quoted) for s in read(source).segments] == expected


@pytest.mark.parametrize(
    ("source", "words", "slices"),
    [
        pytest.param("x **China** has", "China has", ["China", " has"], id="emphasis"),
        pytest.param("> the\n> Chinese", "the Chinese", ["the", "\n", "Chinese"], id="marker"),
        pytest.param("é 😀 &#67;hina", "China", ["&#67;", "hina"], id="entity after astral"),
        pytest.param("\ufeff# China", "China", ["China"], id="byte-order mark"),
        pytest.param("> <p>a\n> China", "a China", ["a", "\n> ", "China"], id="HTML in a quote"),
        pytest.param("-\tx\r\n\t**China**", "x China", ["x", "\r\n", "China"], id="tabs, CRLF"),
        pytest.param("a <i\n title='é China'>b</i>", "é China", ["é China"], id="attribute"),
        pytest.param("[a](b 'c China')", "China", ["China"], id="title of a link"),
        pytest.param("[a][b]\n\n[b]: c 'China'", "China", ["China"], id="title of a reference"),
        pytest.param("> a <i\n> title='China'>b</i>", "China", ["China"], id="tag in a quote"),
    ],
)
def test_words_lead_back_to_source(source: str, words: str, slices: list[str]) -> None:
    document = read(source)
    (segment,) = (s for s in document.segments if words in s.text)
    at = segment.text.index(words)
    pieces = segment.map.to_source(Span(at, at + len(words)))
    assert [document.source[piece.start : piece.end] for piece in pieces] == slices


@pytest.mark.parametrize(
    ("source", "expected", "lang"),
    [
        pytest.param(
            "---\ntitle: China acts # no\ndescription: 'It''s so'\nlang: en-GB\ntags: [China]\n"
            "---\nText",
            [(TITLE, "China acts"), (TITLE, "It's so"), (PROSE, "Text")],
            "en-GB",
            id="YAML",
        ),
        pytest.param(
            '+++\r\ntitle = "A \\"b\\" \\u0043" # no\r\nx = "China"\r\n[more]\r\n'
            'title = "no"\r\n+++\r\nText',
            [(TITLE, 'A "b" C'), (TITLE, "no"), (PROSE, "Text")],
            None,
            id="TOML",
        ),
        pytest.param(
            "---\nsummary: >-\n  The Chinese\n  government\nid: China\nmore:\n  title: no\n...\nA",
            [(TITLE, "The Chinese government"), (TITLE, "no"), (PROSE, "A")],
            None,
            id="folded, nested",
        ),
        pytest.param(
            "---\ntitre: Un port\nsous-titre: Au nord\nchapô: Dix quais\nauteur: L. M.\n---\n",
            [(TITLE, "Un port"), (TITLE, "Au nord"), (TITLE, "Dix quais")],
            None,
            id="fields in French",
        ),
        pytest.param(
            "---\nChina acted today.\n---\nText",
            [(HEADING, "China acted today."), (PROSE, "Text")],
            None,
            id="a thematic break is no front matter",
        ),
        pytest.param(
            "A\n\n---\n\ntitle: B\n\n---\n",
            [(PROSE, "A"), (PROSE, "title: B")],
            None,
            id="only at the start",
        ),
        pytest.param(
            "---\nheadline: A\nStandfirst: B\nogTitle: C\nimage-caption: D\nuntitled: no\n"
            "team_lead_id: no\n'lead': E\n---\n",
            [(TITLE, word) for word in "ABCDE"], None, id="names of fields",
        ),
        pytest.param(
            "---\ncover:\n  src: no\n  caption: A\n    b # no\nimages:\n- alt: 'C\n\n  d'\n"
            "  lang: fr\n- - excerpt: |\n      E\n      f\n    code: |\n      title: no\n---\n",
            [(TITLE, "A b"), (TITLE, "C d"), (TITLE, "E f")], None, id="in tables and lists",
        ),
        pytest.param(
            "---\nsummary:\n- A\n- x: B\n  y: C\nno: no\ncaption:\n  en: D\n  de:\n  - E\nx: no\n"
            "title:\n  F\n  g\ndeck:\nid: no\n---\n",
            [(TITLE, word) for word in ("A", "B", "C", "D", "E", "F g")], None, id="fields below",
        ),
        pytest.param(
            '---\ntitle: "A \\\n  b\\tc\\ud800\\U0001F600"\nlead: "D\n\n  e" # no\n---\n',
            [(TITLE, "A b c\ufffd\U0001f600"), (TITLE, "D e")], None, id="quotes over lines",
        ),
        pytest.param(
            "+++\n[a]\nlang = 'fr'\nsummary = \"\"\"\nA \\\n  \"b\"\n\n c\"\"\"\n"
            "[[b]]\nalt = \'\'\'D\\n\'\'\'\n"
            "caption = 'E'\nweight = 3\n+++\n",
            [(TITLE, 'A "b" c'), (TITLE, "D\\n"), (TITLE, "E")], None, id="TOML in tables",
        ),
        pytest.param(
            "---\nog:title: A\n'@lead': B\nPage title: C\nsummary:\n  D said: d\n---\n",
            [(TITLE, "A"), (TITLE, "B"), (TITLE, "C"), (TITLE, "D said: d")],
            None, id="names of other forms",
        ),
        pytest.param('---json\n{\n  "title":"A",\n  "tags": ["no"],\n  "lead": "B"\n}\n---\nC',
                     [(TITLE, "A"), (TITLE, "B"), (PROSE, "C")], None, id="JSON"),
        pytest.param('---toml\ntitle = "A"\n---\nB', [(TITLE, "A"), (PROSE, "B")], None,
                     id="TOML between dashes"),
        pytest.param("---\n{% a %}\n\nB\n---\n", [(PROSE, "{% a %}"), (HEADING, "B")], None,
                     id="a template"),
        pytest.param("---\n---\nText", [(PROSE, "Text")], None, id="empty"),
        pytest.param("---\nlang: '1'\n---\n", [], None, id="no language tag"),
    ],
)
def test_front_matter(source: str, expected: list[tuple[Kind, str]], lang: str | None) -> None:
    for text in (source, "\ufeff" + source):
        document = read(text)
        assert [(s.kind, s.text) for s in document.segments] == expected
        assert document.lang == lang


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("---\ntitle: [Words]\nlead: &a Words\nexcerpt: *a\nalt: !!str Words\n---\n",
         ["title", "lead", "excerpt", "alt"]),
        ("---\nimage: {src: a, caption: Words}\nlist:\n- {alt: Words}\n---\n", ["caption", "alt"]),
        ("---\ntitle: 'Words\nx: y\n---\n", ["title"]),
        ('---\n{title: "Words", og:title: Words}\n---\n', ["title", "og:title"]),
        ('---json\n{"title":"Words"}\n---\n', ["title"]),
        ('---\n{\n"title": "Words", "lead": "Words"}\n---\n', ["lead"]),
        ("+++\ntitle = ['Words']\na = {alt = 'Words'}\n+++\n", ["title", "alt"]),
        ("---\ntags: [title, Words]\nx: {y: title, alt: 12}\ntitle: {}\n---\n", []),
    ],
)
def test_a_field_in_another_form_is_named(source: str, names: list[str]) -> None:
    told = [f"the field {name} of the front matter was not read" for name in names]
    assert [one.what for one in read(source).unread] == told


@pytest.mark.parametrize(
    "unit",
    ["[", "*a ", "`", "![", "![a](", "$", "$a ", "http://", "http://a(", "@", "a@", "a@b.c ", "> ",
     "- ", "|", "[^1]", "\\", "&amp;", "<b> ", "<q>", "<code>", "<b>\n\n", "<div>\n\n",
     "> <p>\n\n", "[^1]: a\n\n", "---\na: b\n",
     "---\ntitle:\n  - ", "---\ntitle: '", '+++\ntitle = """', "---\ntitle:\n", "---\nx: {alt: a,",
     '[a](b "', '[a](b "c\\"', '[a](b "c")', "[a]: b 'c'\n[a]\n", "[a]:\n"],
)
def test_large_hostile_text_is_read(unit: str) -> None:
    source = unit * (100_000 // len(unit))
    assert read(source).source == source
    if unit.startswith(("---", "+++")):  # all of it is front matter
        head = unit[:4]
        read(f"{head}{unit[4:] * (100_000 // len(unit))}\n{head}")


def test_a_comment_of_mdx_is_no_prose_and_moves_nothing() -> None:
    source = (
        "{/* China jailed him.\n\n"
        "> China jailed her. */}\n\nÜber 😀 {/*a\nb*/} China *jailed* them.\n"
        "\n{/**/}China.\n"
    )
    document = readers.read(Path("a.mdx"), source.encode())
    said = " ".join(segment.text for segment in document.segments)
    assert said.split() == ["Über", "😀", "China", "jailed", "them.", "China."]
    words = document.segments[0]
    at = words.text.index("China jailed")
    piece = hull(words.map.to_source(Span(at, at + 5)))
    assert source[piece.start : piece.end] == "China"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("# One {#id .a key=value}", ["One"]),
        ("# One {two three}", ["One {two three}"]),
        ("# {One two}", ["{One two}"]),
        ("One {two three}\n===", ["One {two three}"]),
        ("One {.a}\n===", ["One"]),
        ("One [two]{.mark key=\"a b\"} three", ["One two three"]),
        ("One [two] {three} [x]{four five}", ["One [two] {three} [x]{four five}"]),
        ("*One*{.a} two `b`{.c} [three](u){target=_blank}.", ["One two \ufffc three."]),
        ("![a](b.png){width=50%} One", ["\ufffc One", "a"]),
        ("*One*{:.a} two\n{: .b}", ["One two {: .b}"]),
        ("!!! note\n\n    One *two*\n    three\n\nfour", ["One two three", "four"]),
        ('=== "One"\n\n    Two\n\n    ```\n    no\n    ```\n    three\n',
         ["One", "Two", "three"]),
        ("> !!! note\n>     One\n>\n>     two\n", ["One", "two"]),
        ("One\ntwo\n: three\n", ["One two : three"]),
        ("Term\n\n:   One\n\n    Two\n", ["Term", "One", "Two"]),
        ("One\n\n    no\n", ["One"]),
        ("Calm.\n\n```{note}\nOne\ntwo\n```\n", ["Calm.", "One two"]),
        ("```{admonition} One two\nThree\n```\n", ["One two", "Three"]),
        ("One\n\n```{python}\nno\n```\n", ["One"]),
        ("One $\\text{two three}$ four $x$", ["One two three four \ufffc"]),
        ('{\n  "title": "One",\n  "author": "no"\n}\n\nTwo', ["One", "Two"]),
        (';;;\n{\n"title": "One"\n}\n;;;\nTwo', ["One", "Two"]),
        ("{\nOne\n}\n", ["{ One }"]),
    ],
)
def test_what_extensions_of_markdown_show(source: str, texts: list[str]) -> None:
    document = readers.read(Path("a.md"), source.encode())
    assert [segment.text for segment in document.segments] == texts
    assert document.unread == ()


def test_a_mark_at_the_start_hides_no_front_matter() -> None:
    source = "\ufeff---\nauthor: no\ntitle: One\n---\nTwo"
    document = readers.read(Path("a.md"), f"\ufeff{source}".encode())
    assert document.source == source
    assert [segment.text for segment in document.segments] == ["One", "Two"]


def test_texts_in_the_code_of_a_page_of_mdx_are_no_quotations() -> None:
    source = "export const meta = {\n  title: 'One two',\n  id: 'x'\n}\n\n# Three\n"
    document = readers.read(Path("a.mdx"), source.encode())
    assert [segment.text for segment in document.segments] == [
        "export const meta = { title: One two, id: 'x' }", "Three",
    ]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<Template>One two</Template>", ["One two"]),
        ("<Select>One</Select> <Del>two</Del>", ["One two"]),
        ("<template>no</template>One", ["One"]),
        ("<p hidden={false}>One</p>", ["One"]),
        ("<p hidden={isOld}>One</p>", ["One"]),
        ("<p hidden={true}>no</p>\n\nOne", ["One"]),
        ("<p hidden>no</p>\n\nOne", ["One"]),
        ("<Code>no</Code>\n\nOne", ["One"]),
    ],
)
def test_a_component_of_mdx_is_no_element_of_its_name(source: str, texts: list[str]) -> None:
    document = readers.read(Path("a.mdx"), source.encode())
    assert [segment.text for segment in document.segments] == texts
