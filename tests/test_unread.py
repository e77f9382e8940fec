"""A part that was not read: named by every command and report; what a reader sees is no all-clear.

The parts are those of mail: an attachment of an unknown type, which a reader can open.
"""

from __future__ import annotations

import io
import json
import pickle
from email.message import EmailMessage
from pathlib import Path

import jsonschema
import pytest

from lintwords import api
from lintwords.cli.main import main
from lintwords.model import UNREAD_KINDS, FileReport, Options, Report, Unread
from lintwords.reports import REPORTS, View, render
from lintwords.reports.outputs.github import step_summary
from lintwords.reports.words import summary
from lintwords.run import tasks
from lintwords.settings.config import Config
from lintwords.tui.desk import Desk
from lintwords.tui.overview import greeting
from lintwords.tui.review import review_of
from lintwords.tui.texts import Checker, read_all

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "schema.json").read_text("utf-8"))
SEEN = Unread("page", "1 page <b>::x without text was not read")
UNSEEN = Unread("chart", "2 charts were not read", is_seen=False)
WHAT = 'attachment "notes.wpd" was not read'


def report(*parts: Unread) -> Report:
    return Report(files=(FileReport(Path("a.pdf"), "en", 9, unread=parts),), rules=1)


def letter(text: str = "Calm words.", name: str = "notes.wpd") -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "A note"
    mail.set_content(text)
    mail.add_attachment(b"\0", maintype="application", subtype="x", filename=name)
    return mail.as_bytes()


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.eml").write_bytes(letter())


# -- reports ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("part", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_every_report_names_it(name: str, part: Unread) -> None:
    text = render(name, report(part), View())
    if name in ("full", "line"):  # the command says the rest on standard error
        assert ("1 file was not read in full." in text) is (part.is_seen and name == "full")
    else:
        assert "without text" in text if part.is_seen else "2 charts were not read" in text
    assert name != "github" or not any(line.startswith("::x") for line in text.splitlines())
    assert name != "html" or "page <b>" not in text


@pytest.mark.parametrize(
    ("parts", "level"), [((SEEN, UNSEEN), "error"), ((UNSEEN,), "note")], ids=["seen", "unseen"]
)
def test_only_what_is_seen_weighs(parts: tuple[Unread, ...], level: str) -> None:
    found = report(*parts)
    bad = level == "error"
    (run,) = json.loads(render("sarif", found, View()))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is not bad
    assert invocation["toolExecutionNotifications"][0]["level"] == level
    assert json.loads(render("gitlab", found, View()))[0]["severity"] == (
        "blocker" if bad else "info"
    )
    rows = json.loads(render("rdjson", found, View()))["diagnostics"]
    assert rows[0]["severity"] == ("ERROR" if bad else "INFO")
    assert f'severity="{"error" if bad else "info"}"' in render("checkstyle", found, View())
    junit = render("junit", found, View())
    assert ('errors="1"' in junit, 'name="no finding"' in junit) == (bad, not bad)
    assert render("github", found, View()).startswith("::error " if bad else "::notice ")
    assert "2 charts" in step_summary(found)
    assert summary(found) == "No findings in 1 file (1 rule, 9 words)." + (
        " 1 file was not read in full." if bad else ""
    )


def test_json_tells_kind_words_and_weight() -> None:
    value = json.loads(render("json", report(SEEN, UNSEEN), View()))
    jsonschema.Draft202012Validator(SCHEMA).validate(value)
    assert value["files"][0]["unread"] == [
        {"kind": "page", "what": SEEN.what, "seen": True},
        {"kind": "chart", "what": UNSEEN.what, "seen": False},
    ]
    assert value["summary"]["unread"] == 1
    kinds = SCHEMA["$defs"]["unread"]["properties"]["kind"]["enum"]
    assert tuple(kinds) == UNREAD_KINDS


# -- commands -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ["check"], ["check", "-q"], ["check", "-qq"], ["check", "-f", "json"], ["fix"],
        ["fix", "--diff"], ["audit"], ["review"], ["check", "--baseline-write"],
        ["check", "--fail-on", "never"],
    ],
    ids=" ".join,
)
def test_every_command_says_it_and_ends_with_2(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "a.eml"]) == 2
    assert capsys.readouterr().err.endswith(
        f"lintwords: cannot read all of a.eml\n  Attachment {WHAT[11:]}: its type is not known.\n"
        "  To accept that: --accept-unread attachment\n"
    )


@pytest.mark.parametrize("value", ["attachment", "all", "page,attachment"])
def test_a_kind_that_is_accepted_is_named_and_does_not_fail(
    value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("check", "fix", "audit"):
        assert main([command, "--accept-unread", value, "a.eml"]) == 0
        assert f"lintwords: a.eml: {WHAT}: its type is not known\n" == capsys.readouterr().err
    assert main(["check", "--accept-unread", "page", "a.eml"]) == 2


def test_the_setting_may_stand_for_some_paths(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.eml").write_bytes(letter())
    Path("lintwords.toml").write_text('[path."a.eml"]\naccept-unread = ["attachment"]\n')
    assert main(["check", "a.eml"]) == 0
    assert main(["check", "a.eml", "b.eml"]) == 2
    Path("lintwords.toml").write_text('accept-unread = ["attachmet"]\n')
    capsys.readouterr()
    assert main(["check", "a.eml"]) == 2
    said = capsys.readouterr().err
    assert "lintwords.toml line 1" in said
    assert "Did you mean attachment?" in said


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_in_a_file_names_it(name: str) -> None:
    assert main(["check", "-f", name, "-o", "kept", "a.eml"]) == 2
    assert "notes.wpd" in Path("kept").read_text("utf-8")


def test_a_review_says_it_before_the_first_question(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.eml").write_bytes(letter("China jailed a poet."))
    Path("b.rst").write_text("Calm.\n\n.. include:: c.rst\n")
    Path("c.rst").write_text("Calm.\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert main(["review", "--plain", "--check", "."]) == 2
    before, asked, _ = capsys.readouterr().out.partition("\nFinding 1 of 1.")
    assert asked and before == f"not read: a.eml: {WHAT}: its type is not known\n"
    desk = Desk(review_of(read_all([Path("a.eml")], Checker(Config()))), Checker(Config()))
    assert greeting(desk.review) == f"Not read in full: a.eml ({WHAT}: its type is not known)."


def test_findings_and_fixes_do_not_hide_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.eml").write_bytes(letter("China jailed a poet."))
    assert main(["check", "a.eml"]) == 2
    assert "1 file was not read in full." in capsys.readouterr().out


# -- documents of which nothing is read ---------------------------------------------------------

BESIDE = ("a.doc", "b.wpd", "c.pages", "d.xlsx", "sub/e.mobi", "sub/f.msg", "g.TEX")


@pytest.fixture
def folder() -> None:
    """A folder with one text and seven documents that are not read."""
    Path("a.eml").unlink()
    Path("text.md").write_text("Calm words.\n")
    Path("sub").mkdir()
    for name in (*BESIDE, "picture.png", "code.py"):
        Path(name).write_bytes(b"\xd0\xcf\x11\xe0")


@pytest.mark.parametrize("name", REPORTS)
def test_documents_in_a_folder_are_named_in_every_report(
    name: str, folder: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "-f", name]) == 2
    out, err = capsys.readouterr()
    assert all(f"lintwords: cannot read {one}\n" in err for one in BESIDE)
    assert "picture" not in out + err and "code.py" not in out + err
    if name in ("full", "jsonl", "line"):  # the rest is said on standard error
        assert name != "full" or "7 paths could not be checked." in out
    else:
        assert all(one in out for one in BESIDE)


@pytest.mark.parametrize(
    "command",
    [["check"], ["fix"], ["review", "--plain"], ["audit"], ["check", "--baseline-write"]],
    ids=" ".join,
)
def test_every_command_names_documents_and_ends_with_2(
    command: list[str], folder: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 2
    assert "cannot read a.doc" in "".join(capsys.readouterr())


def test_the_message_about_a_document_names_the_way_out(
    folder: None, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check"])
    assert (
        "lintwords: cannot read g.TEX\n"
        "  It is a TeX file. Save it as .pdf and check that, "
        'or leave it out: exclude = ["*.TEX"].\n'
    ) in capsys.readouterr().err
    Path("lintwords.toml").write_text(
        'exclude = ["*.doc", "*.wpd", "*.pages", "*.xlsx", "sub/", "*.TEX"]\n'
    )
    assert main(["check"]) == 0
    assert main(["check", "a.doc"]) == 2  # what is named is asked for
    assert main(["check", "--force-exclude", "a.doc", "text.md"]) == 0


# -- on its way ---------------------------------------------------------------------------------


def test_the_cache_keeps_it() -> None:
    Path("b.eml").write_bytes(letter("China jailed a poet."))
    first, second = (api.check(["."], Options()) for _ in range(2))
    assert first == second
    assert [[one.is_seen for one in file.unread] for file in second.files] == [[True], [True]]


def test_helpers_carry_it() -> None:
    linter = api.load_linter(Options())
    outcome = tasks.judged(tasks.Task(0, Path("a.eml"), letter(), Options()), linter)
    assert pickle.loads(pickle.dumps(outcome)) == outcome
    assert outcome.file and outcome.file.missed
