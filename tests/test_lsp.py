"""The language server, asked by an editor over pipes; what it changes is what `fix` writes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls")

from lspclient import Editor

from lintwords import api
from lintwords.api import readers
from lintwords.cli import main
from lintwords.errors import SettingsError
from lintwords.lsp.difference import edits_between
from lintwords.lsp.editor_settings import EditorSettings, read_settings
from lintwords.lsp.editor_text import LANGUAGES, Text, looked_at, name_for
from lintwords.lsp.positions import UNITS, Positions
from lintwords.lsp.wire import Input
from lintwords.model.rule import PROFILES
from lintwords.readers.common.source import splice

NOTE = "China jailed five poets.\n"
LABEL = "They joked about the kung flu.\n"  # of which no other rule speaks
IGNORED = "lintwords: ignore country-as-abuser: a name or a title"
EMOJI = "# Notes 🙂\n\n🙂 新疆: China jailed five poets. The Chinese are detaining her friends.\n"
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def editor(home: Path) -> Iterator[Editor]:
    """One that is pushed to; tests open texts of their own in it."""
    one = Editor(home)
    yield one
    one.kill()


# -- what is found ---------------------------------------------------------------------------


def test_a_finding_is_pushed_with_weight_words_and_a_page_that_is_there(
    editor: Editor, home: Path
) -> None:
    uri = editor.open(home / "found.md", EMOJI)
    first, second = editor.published(uri)
    assert [editor.words(uri, row["range"]) for row in (first, second)] == ["China", "The Chinese"]
    assert (first["severity"], first["code"], first["source"]) == (
        1, "country-as-abuser", "lintwords",
    )
    assert "Write instead: the Chinese government" in first["message"]
    page = Path(first["codeDescription"]["href"].removeprefix("file://"))
    assert page.read_text("utf-8").startswith("## country-as-abuser\n")


def test_servers_that_are_killed_leave_one_page_of_a_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    pages = set()
    for _ in range(2):
        one = Editor(tmp_path)
        try:
            (row,) = one.published(one.open(tmp_path / "a.md", NOTE))
            pages.add(row["codeDescription"]["href"])
        finally:
            one.kill()
    assert len(pages) == 1 and list(tmp_path.iterdir()) == []


def test_what_to_write_is_said_in_the_language_of_the_finding(editor: Editor, home: Path) -> None:
    text = "La Chine a emprisonné deux poètes, et leurs familles n'ont plus de nouvelles.\n"
    uri = editor.open(home / "fr.md", text)
    (only,) = editor.published(uri)
    assert "\nÉcrivez plutôt : Le gouvernement chinois" in only["message"]
    assert "Write instead" not in only["message"]


@pytest.mark.parametrize("units", sorted(UNITS))
def test_positions_are_in_the_units_that_the_editor_asks_for(tmp_path: Path, units: str) -> None:
    one = Editor(tmp_path, units=(units,))
    try:
        assert one.can["positionEncoding"] == units
        uri = one.open(tmp_path / "a.md", EMOJI)
        first = one.published(uri)[0]
        assert one.words(uri, first["range"]) == "China"
        one.apply(one.actions(uri, first["range"])[0]["edit"])
        assert "🙂 新疆: the Chinese government jailed" in one.texts[uri]
    finally:
        one.kill()


def test_an_editor_that_pulls_is_not_pushed_to(tmp_path: Path) -> None:
    one = Editor(tmp_path, pulls=True)
    try:
        uri = one.open(tmp_path / "a.md", NOTE)
        assert [row["code"] for row in one.pulled(uri)] == ["country-as-abuser"]
        one.change(uri, "Calm words.\n")
        assert one.pulled(uri) == []
        assert one.pushes() == 0
        one.tell("workspace/didChangeWatchedFiles", {"changes": []})
        assert one.pulled(uri) == []
        assert "workspace/diagnostic/refresh" in one.asked
        assert one.close() == (0, "")
        assert one.junk == b""
    finally:
        one.kill()


def test_a_text_that_is_closed_has_no_findings_left(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "closed.md", NOTE)
    assert len(editor.published(uri)) == 1
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.published(uri) == []


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("untitled:Untitled-1", "markdown", "> note\n\n# China jailed five poets.\n"),
        ("untitled:Untitled-2", "plaintext", NOTE),
        ("untitled:Untitled-3", "html", "<p>Then <b>China</b> jailed five poets.</p>\n"),
        ("untitled:Untitled-4", "restructuredtext", "Notes\n=====\n\nChina jailed five poets.\n"),
        ("untitled:Untitled-5", "asciidoc", "= Notes\n\nChina jailed five poets.\n"),
        ("untitled:Untitled-6", "mdx", "export const a = 1\n\nChina jailed five poets.\n"),
    ],
)
def test_what_is_not_saved_yet_is_read_as_its_language(
    editor: Editor, name: str, language: str, text: str
) -> None:
    uri = editor.open(name, text, language)
    rows = editor.published(uri)
    assert [editor.words(uri, row["range"]) for row in rows] == ["China"]


def test_every_text_format_has_a_language_of_editors() -> None:
    known = {readers.SUFFIXES[suffix] for suffix in LANGUAGES.values()}
    assert {*readers.TEXTS, "data", "eml"} <= known


def test_fields_of_data_are_read_where_settings_name_them(editor: Editor, home: Path) -> None:
    text = '{"id": 1, "body": "China jailed five poets."}\n'
    plain = editor.open(home / "a.json", text, "json")
    (row,) = editor.published(plain)
    assert (row["severity"], "which fields" in row["message"]) == (3, True)
    (home / "data").mkdir()
    (home / "data" / "lintwords.toml").write_text('fields = ["body"]\n')
    uri = editor.open(home / "data" / "a.json", text, "json")
    rows = editor.published(uri)
    assert [editor.words(uri, row["range"]) for row in rows] == ["China"]
    assert editor.actions(uri, rows[0]["range"]) == []  # such files are only read


def test_a_mail_has_no_lines_and_its_place_is_told(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "a.eml", f"Subject: Notes\n\n{NOTE}", "eml")
    (row,) = editor.published(uri)
    assert row["range"]["start"] == {"line": 0, "character": 0}
    assert "paragraph 1" in row["message"]


def test_what_cannot_be_read_is_told_and_not_clean(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "zero.md", "China jailed\x00 five poets.\n")
    (row,) = editor.published(uri)
    assert row["severity"] == 1
    assert row["message"].startswith("lintwords: Cannot read")


@pytest.mark.parametrize(
    ("name", "language", "weight"),
    [
        pytest.param("a.tex", "latex", 1, id="a document"),
        pytest.param("a.org", "", 1, id="a document without a language"),
        pytest.param("a.ipynb", "json", 1, id="a notebook"),
        pytest.param("untitled:Untitled-7", "latex", 3, id="not saved yet"),
        pytest.param("a.py", "python", 3, id="code"),
    ],
)
def test_a_text_of_no_format_that_is_read_is_told(
    editor: Editor, home: Path, name: str, language: str, weight: int
) -> None:
    uri = editor.open(name if ":" in name else home / name, NOTE, language)
    (row,) = editor.published(uri)
    assert row["severity"] == weight
    assert row["message"].startswith("lintwords: Cannot read")


def test_the_message_of_a_commit_is_read(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "COMMIT_EDITMSG", "China jailed five poets.\n", "git-commit")
    assert [editor.words(uri, row["range"]) for row in editor.published(uri)] == ["China"]


def test_a_mistake_in_a_pack_begins_with_the_name_of_its_file(editor: Editor, home: Path) -> None:
    folder = home / "own"
    folder.mkdir()
    (folder / "lintwords.toml").write_text('packs = ["style.toml"]\n')
    (folder / "style.toml").write_text('[[rule]]\nid = "own-rule"\nsevrity = "error"\n')
    uri = editor.open(folder / "a.md", NOTE)
    (row,) = editor.published(uri)
    assert "style.toml line 3: rule" in row["message"] and "Style.toml" not in row["message"]


def test_a_language_without_rules_is_told(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "de.html", '<p lang="de">Die Regierung hat das sofort bestritten.</p>',
                      "html")
    (row,) = editor.published(uri)
    assert "there are no rules for it" in row["message"]


def test_half_a_surrogate_pair_is_no_end(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "half.md", f"\ud83d {NOTE}")
    assert len(editor.published(uri)) == 1


# -- what is changed ----------------------------------------------------------------------------

TEXTS = {
    "emoji.md": EMOJI,
    "crlf.txt": "First.\r\n\r\n🙂 China jailed five poets.\r\nChina has\r\ndetained nine.\r\n",
    "entity.html": "<p>Caf&eacute; 🙂 <em>China</em> has jailed five poets.</p>\n",
    "separators.md": "One\u2028two\x0bthree\x85. China jailed five poets.\n",
    "list.md": "- China jailed five poets.\n- China jailed five poets.\n\n> “China jailed him.”\n",
    "mark.md": f"\ufeff{NOTE}",
}


@pytest.mark.parametrize("resolves", [True, False])
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_all_safe_fixes_are_the_bytes_that_fix_writes(
    home: Path, tmp_path: Path, editor: Editor, name: str, resolves: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(TEXTS[name].encode())
    language = {".md": "markdown", ".txt": "plaintext", ".html": "html"}[path.suffix]
    uri = editor.open(path, TEXTS[name], language)
    assert editor.published(uri) != []
    if resolves:
        (action,) = editor.actions(uri, WHOLE, ["source.fixAll"])
        editor.apply(editor.ask("codeAction/resolve", action)["edit"])
    else:
        for row in _each(editor, uri):
            editor.apply(row)
    api.fix([path])
    assert editor.texts[uri].encode() == path.read_bytes()
    assert path.read_bytes() != TEXTS[name].encode()


def _each(editor: Editor, uri: str) -> Iterator[dict[str, Any]]:
    """The edit of the preferred action of one finding after the other, while there are any."""
    while True:
        found = [row for row in editor.actions(uri, WHOLE) if row.get("isPreferred")]
        if not found:
            return
        yield found[0]["edit"]


def test_an_editor_that_asks_for_no_edit_later_gets_it_at_once(tmp_path: Path) -> None:
    one = Editor(tmp_path, resolves=False, versions=False, markdown=False)
    try:
        uri = one.open(tmp_path / "a.md", NOTE)
        (action,) = one.actions(uri, WHOLE, ["source"])
        one.apply(action["edit"])
        assert one.texts[uri] == "The Chinese government jailed five poets.\n"
        one.change(uri, NOTE)
        hover = one.ask("textDocument/hover", {
            "textDocument": {"uri": uri}, "position": {"line": 0, "character": 2},
        })
        assert hover["contents"]["kind"] == "plaintext"
        assert hover["contents"]["value"].startswith("country-as-abuser  error")
    finally:
        one.kill()


def test_every_wording_is_offered_and_one_that_is_not_safe_says_why(
    editor: Editor, home: Path
) -> None:
    uri = editor.open(home / "wordings.md", NOTE)
    (row,) = editor.published(uri)
    titles = [one["title"] for one in editor.actions(uri, row["range"], ["quickfix"])]
    finding = api.lint(NOTE, format="markdown").findings[0]
    labels = [title for title in titles if title.startswith("Write ")]
    assert [f"Write “{fix.label}”" for fix in finding.fixes] == [
        title.split(" (by hand: ")[0] for title in labels
    ]
    assert [fix.safe for fix in finding.fixes] == ["(by hand" not in title for title in labels]


def test_a_quotation_has_no_wording_to_choose(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "quoted.md", "He wrote: “China jailed five poets.”\n")
    editor.published(uri)
    titles = [one["title"] for one in editor.actions(uri, WHOLE)]
    assert [title for title in titles if title.startswith("Write ")] == []


@pytest.mark.parametrize(
    ("name", "language", "text", "comment"),
    [
        ("i.md", "markdown", NOTE, f"<!-- {IGNORED} -->\n"),
        ("i.txt", "plaintext", NOTE, f"<!-- {IGNORED} -->\n"),
        ("i.html", "html", f"<p>{NOTE}</p>", f"<!-- {IGNORED} -->"),
        ("i.mdx", "mdx", NOTE, f"{{/* {IGNORED} */}}\n"),
        ("i.rst", "restructuredtext", NOTE, f".. {IGNORED}\n\n"),
        ("i.adoc", "asciidoc", NOTE, f"// {IGNORED}\n"),
        ("f.md", "markdown", f"---\ntitle: {NOTE}---\n\nCalm.\n", f"# {IGNORED}\n"),
    ],
)
def test_a_finding_is_ignored_by_a_comment_as_its_format_writes_it(
    editor: Editor, home: Path, name: str, language: str, text: str, comment: str
) -> None:
    uri = editor.open(home / name, text, language)
    (row,) = editor.published(uri)
    title = "Ignore country-as-abuser here: a name or a title"
    (action,) = [one for one in editor.actions(uri, row["range"]) if one["title"] == title]
    editor.apply(action["edit"])
    assert editor.texts[uri].replace(comment, "", 1) == text
    assert comment in editor.texts[uri]
    assert editor.published(uri) == []


def test_the_pointer_shows_the_page_of_the_rule(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "hover.md", NOTE)
    editor.published(uri)

    def hover(character: int, line: int = 0) -> Any:
        return editor.ask("textDocument/hover", {
            "textDocument": {"uri": uri}, "position": {"line": line, "character": character},
        })

    shown = hover(2)
    assert shown["contents"]["kind"] == "markdown"
    assert "### Sources" in shown["contents"]["value"]
    assert editor.words(uri, shown["range"]) == "China"
    assert hover(15) is None
    uri = editor.open(home / "note.txt", "La Chine a emprisonné deux poètes dans la ville.\n")
    editor.published(uri)
    assert "gouvernement chinois" in hover(5)["contents"]["value"]


# -- what is old ---------------------------------------------------------------------------------


def test_only_the_newest_text_is_told_of(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "fast.md", NOTE)
    editor.published(uri)
    for number in range(20):
        editor.change(uri, NOTE * (number + 1))
    editor.change(uri, "Calm words.\n")
    assert editor.published(uri) == []
    assert editor.pushes() == 0


def test_what_was_asked_of_an_old_text_is_dropped(tmp_path: Path) -> None:
    one = Editor(tmp_path, pulls=True)
    try:
        long = "China jailed five poets. The Chinese are detaining her friends.\n\n" * 400
        uri = one.open(tmp_path / "a.md", long)
        params = {"textDocument": {"uri": uri}}
        asked_first = one.send("textDocument/diagnostic", params)
        one.change(uri, "Calm words.\n")
        asked_then = one.send("textDocument/diagnostic", params)
        assert one.answer(asked_first)["error"]["code"] == -32801  # content modified
        assert one.answer(asked_then)["result"]["items"] == []
        stale = {"title": "", "kind": "source", "data": {"uri": uri, "version": 1}}
        number = one.send("codeAction/resolve", stale)
        assert one.answer(number)["error"]["code"] == -32801
    finally:
        one.kill()


# -- settings -----------------------------------------------------------------------------------


def test_settings_of_each_folder_hold_and_a_change_is_seen(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    (first / "lintwords.toml").write_text('rules = { kung-flu = "off" }\n')

    def settings(row: dict[str, Any]) -> dict[str, Any]:
        is_second = row.get("scopeUri") == second.as_uri()
        return {"profile": None, "rules": {"kung-flu": "warning"}} if is_second else {}

    one = Editor(first, second, settings=settings)
    try:
        off = one.open(first / "a.md", LABEL)
        wait_for(one, off, [])
        softer = one.open(second / "a.md", LABEL)
        wait_for(one, softer, [2])
        (first / "lintwords.toml").write_text("")
        one.tell("workspace/didChangeWatchedFiles", {"changes": []})
        wait_for(one, off, [1])
        (first / "lintwords.toml").write_text('profle = "strict"\n')
        one.tell("textDocument/didSave",
                 {"textDocument": {"uri": (first / "lintwords.toml").as_uri()}})
        (row,) = one.published(off)
        assert "Setting not known" in row["message"]
        assert "Did you mean profile?" in row["message"]
        one.settings = {"rules": {"kung-flu": "off"}}
        one.tell("workspace/didChangeConfiguration", {"settings": None})
        wait_for(one, softer, [])
    finally:
        one.kill()


def wait_for(editor: Editor, uri: str, weights: list[int]) -> None:
    """Read pushes until one holds findings of these weights."""
    while [row["severity"] for row in editor.published(uri)] != weights:
        pass


def test_what_is_asked_before_settings_are_known_is_answered_by_them(tmp_path: Path) -> None:
    one = Editor(tmp_path, pulls=True, settings={"rules": {"country-as-abuser": "warning"}})
    try:
        uri = one.open(tmp_path / "a.md", NOTE)
        asked_early = one.send("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        one.tell("workspace/didChangeConfiguration", {"settings": None})
        rows = one.answer(asked_early)["result"]["items"]
        assert [row["severity"] for row in rows] == [2]
    finally:
        one.kill()


def test_an_unknown_setting_is_told_and_the_others_hold(tmp_path: Path) -> None:
    one = Editor(tmp_path, start={
        "profle": "strict", "severity": "loud", "fail-on": "never", "path": "/bin/lintwords",
        "rules.country-as-abuser": "warning", "reasons": ["a treaty"],
        "pages": "https://x.test/{rule}",
    })
    try:
        uri = one.open(tmp_path / "a.md", NOTE)
        (row,) = one.published(uri)
        assert (row["severity"], row["codeDescription"]["href"]) == (
            2, "https://x.test/country-as-abuser",
        )
        assert "Ignore country-as-abuser here: a treaty" in [
            action["title"] for action in one.actions(uri, row["range"])
        ]
        assert len(one.said) == 3
        assert "profle" in one.said[0] and "Did you mean profile?" in one.said[0]
        assert 'severity cannot be "loud"' in one.said[1]
        assert "fail-on" in one.said[2]
    finally:
        one.kill()


def test_what_is_known_and_what_is_left_out_is_silent(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    path = tmp_path / "a.md"
    path.write_text(NOTE)
    (tmp_path / "drafts").mkdir()
    home = tmp_path

    def found(where: Path) -> int:
        return len(looked_at(Text(where, NOTE, home, EditorSettings())).findings)

    assert found(path) == 1
    known = tmp_path / api.BASELINE
    api.write_baseline(known, api.check([path], config=api.Config(isolated=True)))
    assert found(path) == 0
    assert found(tmp_path / "b.md") == 1
    (tmp_path / "lintwords.toml").write_text('exclude = ["drafts/"]\n')
    assert found(tmp_path / "drafts" / "a.md") == 0


@pytest.mark.parametrize(
    ("raw", "given", "wrong"),
    [
        pytest.param(None, {}, 0, id="nothing is set"),
        pytest.param({"profile": None, "rules": {}}, {}, 0, id="defaults that an editor sends"),
        pytest.param({"names": {"fixed": ["Chinese Garden"]}}, {"names.fixed": ("Chinese Garden",)},
                     0, id="a table"),
        pytest.param({"names.fixed": ["Chinese Garden"]}, {"names.fixed": ("Chinese Garden",)}, 0,
                     id="a dotted key"),
        pytest.param({"trace": {"server": "off"}, "path": "x"}, {}, 0, id="of an extension"),
        pytest.param({"reasons": "x", "profile": "strict"}, {"profile": "strict"}, 1,
                     id="not a list"),
        pytest.param([1], {}, 1, id="not a table"),
        pytest.param({"review": {"keys": {}, "reason": "required"}}, {}, 1, id="of the review"),
    ],
)
def test_settings_of_an_editor(
    tmp_path: Path, raw: object, given: dict[str, Any], wrong: int
) -> None:
    what, told = read_settings(raw, tmp_path)
    assert (what.given, len(told)) == (given, wrong)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_settings_of_an_editor_are_no_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    what, (told,) = read_settings({"config": "pipe"}, tmp_path)
    assert what.config is None
    assert "config is no file" in told
    assert read_settings({"config": "/dev/zero"}, tmp_path)[1]
    if os.path.exists("/proc/version"):  # made up while it is read; others of its kind wait
        assert read_settings({"config": "/proc/version"}, tmp_path)[0].config is None


@pytest.mark.parametrize("where", ["../away.toml", "{away}", "link.toml", "in/../../away.toml"])
@pytest.mark.parametrize(
    "name", [name for name, row in api.SETTINGS.items() if row.kind in ("file", "files")]
)
def test_settings_of_an_editor_lead_to_nothing_outside_the_folder(
    tmp_path: Path, name: str, where: str
) -> None:
    home, away = tmp_path / "home", tmp_path / "away.toml"
    home.mkdir()
    away.write_text("x")
    (home / "link.toml").symlink_to(away)
    (home / "in.toml").write_text("")
    for path in (where.format(away=away), "in.toml"):
        value = [path] if api.SETTINGS[name].kind == "files" else path
        what, told = read_settings({name: value, "lang": "en"}, home)
        if path == "in.toml" and name != "paths":
            assert (set(what.given), told) == ({name, "lang"}, ())
        else:
            assert (dict(what.given), len(told)) == ({"lang": "en"}, 1)
            assert name in told[0]


@pytest.mark.parametrize("name", ["own.toml", "in/own.toml", "link.toml"])
def test_a_config_in_the_folder_leads_to_nothing_outside_it(tmp_path: Path, name: str) -> None:
    home, away = tmp_path / "home", tmp_path / "own.toml"
    (home / "in").mkdir(parents=True)
    (home / "link.toml").symlink_to(away)
    for path in (away, home / "own.toml", home / "in/own.toml"):
        path.write_text(f"packs = [{json.dumps(str(tmp_path / 'pack.toml'))}]\n")
    with pytest.raises(SettingsError, match="packs is no path from its folder"):
        api.Config(file=home / name, home=home)
    packs = api.Config(file=away, home=home).for_path(home / "a.md").packs
    assert [path.resolve() for path in packs] == [(tmp_path / "pack.toml").resolve()]


def test_a_request_that_cannot_be_understood_is_answered(editor: Editor, home: Path) -> None:
    uri = editor.open(home / "asked.md", NOTE)
    where = {"textDocument": {"uri": uri}, "position": {"line": "a", "character": None}}
    answer = editor.answer(editor.send("textDocument/hover", where))
    assert answer["error"]["code"] == -32602
    where["position"] = {"line": 0, "character": 1}
    assert editor.ask("textDocument/hover", where)


@pytest.mark.parametrize("length", ["9" * 5_000, "99999999999", "256000001"])
def test_a_message_longer_than_any_ends_the_server_in_order(tmp_path: Path, length: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lintwords", "lsp"], cwd=tmp_path, capture_output=True,
        input=f"Content-Length: {length}\r\n\r\nx".encode(), timeout=60,
    )
    assert "Traceback" not in done.stderr.decode()
    assert "cannot take a message of this length" in done.stderr.decode()


def test_every_profile_can_be_asked_for(tmp_path: Path) -> None:
    wrong = [read_settings({"profile": one}, tmp_path)[1] for one in PROFILES]
    assert wrong == [()] * len(PROFILES)


# -- pieces -------------------------------------------------------------------------------------

texts = st.text(st.sampled_from("aé新🙂 \t\n\r\u2028"), max_size=40)


@given(texts, st.sampled_from(sorted(UNITS)))
def test_an_offset_is_found_again_by_its_position(text: str, unit: str) -> None:
    positions = Positions(text, unit)
    whole = [place for place in range(len(text) + 1) if text[place - 1 : place + 1] != "\r\n"]
    assert [positions.offset(*positions.at(place)) for place in whole] == whole


@given(texts, texts)
def test_the_edits_between_two_texts_make_the_second(before: str, after: str) -> None:
    edits = edits_between(before, after)
    assert splice(before, edits) == after
    assert [edit.start for edit in edits] == sorted(edit.start for edit in edits)


def test_only_the_words_that_differ_are_edited() -> None:
    before = "One.\nSo China jailed him.\nTwo.\n"
    (edit,) = edits_between(before, before.replace("China", "they"))
    assert (edit.start, edit.end, edit.text) == (8, 13, "they")


def test_a_name_without_a_suffix_that_is_read_gets_that_of_its_language() -> None:
    assert name_for(Path("/a/NEWS"), "markdown") == Path("/a/NEWS.md")
    assert name_for(Path("/a/b.TXT"), "markdown") == Path("/a/b.TXT")
    assert name_for(Path("/a/b.py"), "python") is None


def test_without_the_extra_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("lintwords.cli.lsp.find_spec", lambda name: None)
    assert main.main(["lsp"]) == 2
    assert 'In the folder of lintwords: uv tool install ".[lsp]"' in capsys.readouterr().err


@pytest.mark.parametrize(
    "broken",
    [b"Content-Length: x\r\n\r\n{}", b"Content-Length: 2\r\n\r\n{\"id\": 1}", b"no header at all ",
     b"Content-Length: -1\r\n\r\n{}", b"\r\n\r\n"],
)
@pytest.mark.parametrize("head", [b"Content-Length: 9", b"content-length:9", b"CONTENT-LENGTH : 9"])
def test_after_a_broken_message_the_next_one_is_read(broken: bytes, head: bytes) -> None:
    coming = Input(io.BytesIO(broken + head + b"\r\n\r\n{\"id\": 2}"))
    lines = []
    while line := coming.readline():
        lines.append(line)
        if line == b"Content-Length: 9\r\n":
            assert coming.readline() == b"\r\n"
            assert coming.read(9) == b'{"id": 2}'
            return
        if line == b"Content-Length: 2\r\n":
            coming.readline()
            coming.read(2)
    pytest.fail(f"the message was lost in {lines}")
