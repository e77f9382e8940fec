"""Text fields of JSON, YAML and CSV: only those that are named, each in its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintwords import readers
from lintwords.cli.main import main
from lintwords.errors import CannotRead
from lintwords.model import Document, Span, hull

FIELDS = ("title", "article.body")


def read(source: str, name: str = "a.json", fields: tuple[str, ...] = FIELDS) -> Document:
    document = readers.read(Path(name), source.encode(), fields=fields)
    for segment in document.segments:
        for start, end, piece in segment.map.runs:
            if piece.verbatim:
                assert document.source[piece.start : piece.end] == segment.text[start:end]
    return document


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"title": "One", "name": "Two"}', ["One"]),
        ('{"article": {"body": "In", "title": "Head"}, "body": "Out"}', ["In", "Head"]),
        ('{"article": [{"body": ["a", "b"]}]}', ["a", "b"]),
        ('{"title": "a \\"b\\" \\u0043 \\ud83d\\ude00 \\/"}', ['a "b" C 😀 /']),
        ('{"title": "one\\ntwo\\n\\nthree"}', ["one two", "three"]),
        ('{"title": 5, "a": {"title": null}}', []),
        ('{"title": "", "x": "title"}', []),
        ('[{"title" : "a"}, {"title": "b"}]', ["a", "b"]),
        ('{"x": {"title": "a"}, "title": "b"}', ["a", "b"]),
    ],
)
def test_json(source: str, expected: list[str]) -> None:
    assert texts(read(source)) == expected


def test_lines_of_json() -> None:
    assert texts(read('{"title": "a"}\n\n{"title": "b"}\n', "a.jsonl")) == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("title: One two  # note\nname: x\n", ["One two"]),
        ("title: |\n  One\n  two.\n\n  Three.\n", ["One two.", "Three."]),
        ("title: >\n  One\n  two.\n", ["One two."]),
        ('title: "a \\"b\\" \\u0043 \\\n  c"\n', ['a "b" C c']),
        ("title: 'it''s\n  so'\n", ["it's so"]),
        ("article:\n  - body: a\n  - body: b\n", ["a", "b"]),
        ("x: &n Text\ntitle: *n\n", ["Text"]),
        ("x: &n {body: Text}\narticle: *n\n", ["Text"]),
        ("x: &n {body: Text}\ny: *n\n", []),
        ("title: &n [Text, *n]\n", ["Text"]),
        ("title: &n Text\ny: {title: *n}\n", ["Text"]),
        ("title: a\n---\ntitle: b\n", ["a", "b"]),
    ],
)
def test_yaml(source: str, expected: list[str]) -> None:
    assert texts(read(source, "a.yaml")) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("id,title\n1,One\n2,Two\n", ["One", "Two"]),
        ('id;title\r\n1;"One ""x""; y"\r\n', ['One "x"; y']),
        ('title,id\n"one\ntwo",1\n', ["one two"]),
        ("title,id\na\n", ["a"]),
        ('title\n"open', ["open"]),
        ("id,article.body\n1,One\n", ["One"]),
    ],
)
def test_csv(source: str, expected: list[str]) -> None:
    assert texts(read(source, "a.csv")) == expected


NONE = "it has none of the fields that are named (title, article.body)"


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        pytest.param("a.json", '{"name": "Words"}', [NONE], id="no such field"),
        pytest.param("a.json", '{"Title": "Words"}', [NONE], id="not of that case"),
        pytest.param("a.json", '"Words"', [NONE], id="a text alone"),
        pytest.param("a.json", '{"name": 5, "x": [null, "", "7"]}', [NONE], id="no text in it"),
        pytest.param("a.json", "[1, 1]", [NONE], id="only numbers"),
        pytest.param("a.json", "1", [NONE], id="a number alone"),
        pytest.param("a.json", '[{"a": 1}]', [NONE], id="a key and a number"),
        pytest.param("a.json", "true", [NONE], id="a constant"),
        pytest.param("a.json", "[null, {}, []]", [], id="nothing, in brackets"),
        pytest.param("a.yaml", "- 1\n- 1\n", [NONE], id="yaml, only numbers"),
        pytest.param("a.yaml", "# nothing yet\n", [], id="yaml, only a remark"),
        pytest.param("a.json", "[]", [], id="nothing in it"),
        pytest.param("a.json", '{"title": null, "name": "Words"}', [], id="there, but empty"),
        pytest.param("a.json", '{"title": [], "name": "Words"}', [], id="a list of nothing"),
        pytest.param("a.json", '{"body": "Words"}', [NONE], id="only the end of its path"),
        pytest.param("a.json", '{"title": {"en": "Words", "n": 1}}',
                     ["the field title holds fields of its own that were not read, as title.en"],
                     id="fields inside"),
        pytest.param("a.json", '[{"title": {"en": "Words"}}, {"title": "Words"}]',
                     ["the field title holds fields of its own that were not read, as title.en"],
                     id="fields inside, once"),
        pytest.param("a.json", '{"article": {"title": {"body": "Words"}, "body": "Words"}}',
                     ["the field title holds fields of its own that were not read, "
                      "as title.body"], id="inside another"),
        pytest.param("a.jsonl", '{"name": "Words"}\n', [NONE], id="lines"),
        pytest.param("a.yaml", "name: Words\n", [NONE], id="yaml"),
        pytest.param("a.yaml", "title: {en: Words}\n",
                     ["the field title holds fields of its own that were not read, as title.en"],
                     id="yaml, fields inside"),
        pytest.param("a.yaml", "? [title]\n: Words\n", [NONE], id="yaml, a key that is no word"),
        pytest.param("a.csv", "id,name\n1,Words\n", [NONE], id="csv"),
        pytest.param("a.csv", "id,name\n", [NONE], id="csv, a head that may be a text"),
        pytest.param("a.csv", "1,2\n", [NONE], id="csv, a head of numbers"),
        pytest.param("a.csv", "title,name\n", [], id="csv, only a head"),
        pytest.param("a.csv", "title\nSome, words\nx,1\n",
                     ["row 2 has cells beyond the head that were not read"], id="csv, a comma"),
        pytest.param("a.csv", "title\na\nb,c\nd,e\n",
                     ["row 3 and 1 more have cells beyond the head that were not read"],
                     id="csv, commas"),
        pytest.param("a.csv", "id\ttitle\n1\tWords\n", [NONE], id="csv, with tabs"),
    ],
)
def test_what_the_fields_leave_out_is_said(name: str, source: str, said: list[str]) -> None:
    document = read(source, name)
    assert [(one.kind, one.what, one.is_seen) for one in document.unread] == [
        ("field", what, True) for what in said
    ]


def test_fields_inside_a_field_may_be_named() -> None:
    source = '{"title": {"en": "Words", "kind": "other"}}'
    assert read(source, fields=("title", "title.en")).unread == ()
    assert texts(read(source, fields=("title", "title.en"))) == ["Words"]


def test_tabs() -> None:
    assert texts(read("id\ttitle\n1\tOne, two\n", "a.tsv")) == ["One, two"]


def test_span_leads_back_to_source() -> None:
    document = read('{"title": "王 the \\u0043hinese\\nnavy"}')
    (segment,) = document.segments
    at = segment.text.index("Chinese navy")
    piece = hull(segment.map.to_source(Span(at, at + 12)))
    assert document.source[piece.start : piece.end] == "\\u0043hinese\\nnavy"


@pytest.mark.parametrize(
    ("name", "source", "words"),
    [
        ("a.json", '{"title": ', "line 1 column"),
        ("a.json", "[" * 100_000, "recursion"),
        ("a.jsonl", '{"title": "a"}\n{', "Expecting"),
        ("a.yaml", "title: [1", "line 1, column"),
        ("a.yaml", "title: b: c", "line 1, column 9"),
        ("a.yaml", "[" * 5_000, "nested too deep"),
        ("a.yaml", 'title: "\\U0011FFFF"', "chr()"),
        ("a.yaml", "&a [*b]", "undefined alias"),
        ("a.json", '{"title": "a\x01"}', "control character"),
    ],
)
def test_what_is_not_of_the_format_is_refused(name: str, source: str, words: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        read(source, name)
    assert words in trouble.value.hint


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param("a.json", '{"title": "Text", "n": %s}' % ("9" * 100_000), id="a long number"),
        pytest.param("a.json", '{"title": "Text", "n": [NaN, -Infinity, 1e999]}', id="no number"),
        pytest.param("a.json", '{"title": "Text", "x": 1, "x": 2, "x": 3}', id="a key thrice"),
        pytest.param("a.jsonl", '{"title": "Text"}\n{"x": "a\u2028b\x85"}',
                     id="signs like line ends"),
        pytest.param("a.csv", "x,title\n%s,Text" % ("x" * 1_000_000), id="a long cell"),
        pytest.param("a.yaml", "title: Text\nx: !!python/object:os.system {}\n", id="a tag"),
    ],
)
def test_what_is_odd_but_of_the_format_is_read(name: str, source: str) -> None:
    assert texts(read(source, name)) == ["Text"]


def test_halves_of_surrogate_pairs_are_no_letters() -> None:
    source = '{"title": "a \\ud800 \\udc00\\ud800 b", "\\ud800": 1}'
    assert texts(read(source)) == [f"a{' ' * 6}b"]
    assert texts(read('{"title": "Text", "title": "More"}')) == ["Text", "More"]


def test_a_zero_byte_is_no_text() -> None:
    with pytest.raises(CannotRead, match="as text"):
        read("title\na\0b\n", "a.csv")


def test_yaml_that_repeats_itself_is_read_once() -> None:
    rows = ["a0: &a0 {title: Text}"]
    rows += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert texts(read("\n".join(rows), "a.yaml")) == ["Text"]


@given(st.text(alphabet='{}[]":,\\\n \'|>-#&*;abtitle', max_size=60),
       st.sampled_from(["a.json", "a.yaml", "a.csv", "a.jsonl"]))
def test_whatever_stands_there_is_read_or_refused(source: str, name: str) -> None:
    try:
        read(source, name)
    except CannotRead as trouble:
        assert trouble.hint


def test_without_fields_a_file_is_refused_and_a_folder_walks_past_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text('{"title": "China jailed a poet."}')
    Path("b.md").write_text("Nothing.")
    assert main(["check", "a.json"]) == 2
    assert 'fields = ["title", "body"]' in capsys.readouterr().err
    assert main(["check", "."]) == 0
    assert main(["check", ".", "--fields", "title"]) == 1
    assert "a.json:1:12" in capsys.readouterr().out
    Path("lintwords.toml").write_text('fields = ["title"]\n')
    assert main(["check", "."]) == 1


def test_a_folder_takes_data_files_whose_fields_a_path_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    Path("pages/a.json").write_text('{"title": "China jailed a poet."}')
    Path("package.json").write_text('{"title": "China jailed a poet."}')
    Path("b.md").write_text("Nothing.")
    Path("lintwords.toml").write_text('[path."pages/*.json"]\nfields = ["title"]\n')
    assert main(["check", "-q"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("pages/a.json:1:12: ")
    assert out.count("\n") == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("# One\n\nTwo **three**, [four](u).", ["One", "Two three, four."]),
        ("<p>One <b>two</b>&nbsp;three</p>", ["One two\xa0three"]),
        ("One<br>two", ["One two"]),
        ("ja&shy;iled", ["ja\xadiled"]),
        ("One&shy; two&#173; three", ["One\xad two\xad three"]),
        ("<Note>One *two*</Note>", ["One two"]),
        ("<A/>\n\nOne {'two'}", ["One two"]),
        ("One\ntwo.\n\n- three\n- four", ["One two.", "three", "four"]),
        ('<img alt="One two">', ["One two"]),
        ("One & two < three", ["One & two < three"]),
        ("One\ntwo", ["One two"]),
        ("%PDF-1 **One**", ["%PDF-1 **One**"]),
    ],
)
@pytest.mark.parametrize("format", ["json", "jsonl", "yaml", "csv", "escaped"])
def test_a_value_in_markup_is_read_as_a_page(
    value: str, expected: list[str], format: str
) -> None:
    source = json.dumps({"body": value})
    if format == "escaped":
        source = source.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    elif format == "yaml":
        source = "body: |\n" + "".join(f"  {line}\n" for line in value.split("\n"))
    elif format == "csv":
        doubled = value.replace('"', '""')
        source = f'id,body\n1,"{doubled}"\n'
    elif format == "jsonl":
        source = f"{source}\n\n"
    suffix = "json" if format == "escaped" else format
    document = readers.read(Path(f"a.{suffix}"), source.encode(), fields=("body",))
    assert [segment.text for segment in document.segments] == expected
    assert document.unread == ()
    for segment in document.segments:
        assert [run.start for run in segment.map.runs] == [
            0, *(run.end for run in segment.map.runs[:-1])
        ]
        for start, end, piece in segment.map.runs:
            if piece.verbatim:
                assert document.source[piece.start : piece.end] == segment.text[start:end]


def test_what_a_value_shows_and_is_not_read_is_named() -> None:
    source = json.dumps({"body": "Calm.\n\n```mermaid\nA[Words]\n```\n"})
    document = readers.read(Path("a.json"), source.encode(), fields=("body",))
    assert [one.what for one in document.unread] == ["a drawing (mermaid) was not read"]


@pytest.mark.parametrize("blank", [" ", "\t", " \t"])
@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.csv"])
def test_a_run_of_blanks_is_looked_at_once(name: str, blank: str) -> None:
    value = json.dumps(f"China{blank * 100_000}jailed a poet.", ensure_ascii=False)
    source = {"a.json": f'{{"a": {value}}}', "a.yaml": f"a: {value}", "a.csv": f"a\n{value}"}[name]
    (segment,) = readers.read(Path(name), source.encode(), fields=["a"]).segments
    assert segment.text.split("jailed")[1] == " a poet."
