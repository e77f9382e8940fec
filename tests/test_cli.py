"""The command: exit codes, streams, trouble. The linter is a fake; rules have their own tests."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import fakes
import pytest

from lintwords import __version__, api
from lintwords.cli import terminal
from lintwords.cli.check import check
from lintwords.cli.main import lintwords, main
from lintwords.cli.progress import Progress
from lintwords.errors import RulePackError, SettingsError
from lintwords.judge.document_linter import EXPERIMENTAL, LANGUAGES

ERROR = "Ruritania jailed her.\n"
WARNING = "Ruritania wants it.\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, a fake linter, and no habit of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(name: str, text: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        pytest.param("Calm.\n", "", 0, id="clean"),
        pytest.param(WARNING, "", 0, id="a warning does not fail"),
        pytest.param(WARNING, "--fail-on warning", 1, id="unless asked for"),
        pytest.param(ERROR, "", 1, id="an error fails"),
        pytest.param(ERROR, "--fail-on never", 0, id="never"),
        pytest.param("Ruritanian.\n", "--fail-on suggestion", 1, id="suggestion"),
        pytest.param("Ruritanian.\n", "--fail-on suggestion --severity error", 0, id="not shown"),
        pytest.param(ERROR, "-qq", 1, id="silent"),
        pytest.param(ERROR, "gone.md", 2, id="cannot wins over findings"),
        pytest.param(ERROR, "--fail-on never gone.md", 2, id="also over never"),
    ],
)
def test_exit_code(text: str, options: str, code: int) -> None:
    write("a.md", text)
    assert main(["check", "a.md", *options.split()]) == code


def test_a_path_alone_is_a_check(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", ERROR)
    assert main(["a.md", "-f", "line"]) == 1
    assert capsys.readouterr().out.startswith("a.md:1:1: error:")


def test_a_command_wins_over_a_path_of_its_name() -> None:
    write("rules/a.md", ERROR)
    assert main(["rules", "list"]) == 0


def test_the_default_is_this_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write("sub/a.md", ERROR)
    assert main(["check", "-q"]) == 1
    assert capsys.readouterr().out.startswith("sub/a.md:1:1: ")


def test_findings_go_to_standard_output_and_all_else_to_standard_error(capsys) -> None:
    write("a.md", ERROR)
    assert main(["check", "-f", "line", "a.md", "gone.md"]) == 2
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert err == (
        "1 finding in 1 file: 1 error.\n"
        'lintwords: cannot find "gone.md"\n'
        "  The other file was checked.\n"
    )


@pytest.mark.parametrize("name", ["full", "line", "jsonl", "github"])
def test_quiet_and_clean_prints_nothing(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", "Calm.\n")
    assert main(["check", "-q", "-f", name]) == 0
    assert capsys.readouterr() == ("", "")


def test_very_quiet_still_says_what_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", ERROR)
    assert main(["check", "-qq", "a.md", "gone.md"]) == 2
    assert capsys.readouterr()[0] == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("check relaese.md", 'lintwords: cannot find "relaese.md"\n  Did you mean release.md?\n'),
        ("relaese.md", 'lintwords: cannot find "relaese.md"\n  Did you mean release.md?\n'),
        ("check empty",
         "lintwords: no files to check in empty/\n"
         "  lintwords reads .adoc .docx .eml .epub .html .md .odt .pdf .pptx .rst .rtf"
         " .srt .txt\n"),
        ("chekc .", 'lintwords: no command or path "chekc"\n  Did you mean check?\n'),
        ("empti", 'lintwords: no command or path "empti"\n  Did you mean empty?\n'),
        ("zzzzzzz", 'lintwords: no command or path "zzzzzzz"\n  All commands: lintwords --help\n'),
        ("rules lits", 'lintwords: no command "lintwords rules lits"\n  Did you mean list?\n'),
        ("check --formt x", "lintwords: no option --formt\n  Did you mean --format?\n"),
        ("check --zzz", "lintwords: no option --zzz\n  All options: lintwords check --help\n"),
        ("check -f ful", 'lintwords: --format cannot be "ful"\n  Did you mean full?\n'),
        ("check --color x", 'lintwords: --color cannot be "x"\n'
                            "  Use one of auto, always, never.\n"),
        ("explain country-as-abusr",
         'lintwords: no rule "country-as-abusr"\n  Did you mean country-as-abuser?\n'),
        ("check --select conflaton release.md", 'lintwords: no rule or category "conflaton"\n'
                                     "  Did you mean conflation?\n  Nothing was checked.\n"),
        ("check --ignore country-as-mind,zzz release.md",
         'lintwords: no rule or category "zzz"\n  All rules: lintwords rules list\n'
         "  Nothing was checked.\n"),
        ("check --lang tlh release.md", 'lintwords: no rules for the language "tlh"\n'
            f"  Languages with rules: {', '.join(LANGUAGES)}; "
            f"experimental: {', '.join(EXPERIMENTAL)}\n"
            "  Nothing was checked.\n"),
        ("check --government-term autorities release.md",
         'lintwords: government term not known: "autorities"\n  Did you mean authorities?\n'
         "  Nothing was checked.\n"),
        ("check --encoding utf-99 release.md", 'lintwords: encoding not known: "utf-99"\n'
            "  Usual names are utf-8, utf-16, windows-1252, iso-8859-2, gb18030, big5.\n"
            "  Nothing was checked.\n"),
        ("check --explain-mentions -f json release.md",
         "lintwords: --explain-mentions prints a table, not json\n  Leave out --format json.\n"
         "  Nothing was checked.\n"),
        ("check -o empty/none/x release.md",
         "lintwords: cannot write empty/none/x\n"
         "  There is no folder empty/none.\n"),
    ],
)
def test_trouble_says_where_what_and_remedy(args: str, said: str, capsys) -> None:
    write("release.md", "Calm.\n")
    Path("empty").mkdir()
    assert main(args.split()) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", said)


def test_a_bad_pack_stops_the_run(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    def refuse(options: object, like: object = None) -> None:
        raise RulePackError('own.toml line 3: unknown key "metion"', "Did you mean mention?")

    monkeypatch.setattr("lintwords.run.linter_choice.load", refuse)
    write("a.md", ERROR)
    assert main(["check", "--pack", "own.toml", "a.md"]) == 2
    assert capsys.readouterr() == ("", (
        'lintwords: own.toml line 3: unknown key "metion"\n  Did you mean mention?\n'
        "  Nothing was checked.\n"
    ))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("b.html", b"<p>\ncaf\xe9", "  Byte 0xE9 at line 2, column 4 is not UTF-8, and "
                     "no encoding is declared.\n  Save it as UTF-8, or name the encoding: "
                     "--encoding windows-1252\n", id="encoding"),
        pytest.param("b.md", b"%PDF-1.7 text", "  It is a PDF file, not text.\n", id="binary"),
    ],
)
@pytest.mark.parametrize("holds", [b"", b" Ruritania jailed"])
def test_a_file_that_cannot_be_read_does_not_stop_the_others(name, data, said, holds, capsys):
    write("a.md", ERROR)
    write("c.md", "Calm.\n")
    write(name, data + holds)
    assert main(["check", "-q", "."]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("a.md:1:1: error")
    assert err == (
        f"lintwords: cannot read {name} as text\n{said}  The other 2 files were checked.\n"
    )


def test_a_named_file_of_unknown_type_is_not_clean(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.xyz", ERROR)
    assert main(["check", "a.xyz"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("lintwords: cannot read a.xyz\n  Files with the suffix .xyz are not")


def test_a_file_that_may_not_be_opened_is_told(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    write("a.md", ERROR)

    real = os.open

    def refuse(path: str, *given: int) -> int:
        if Path(path).name == "a.md":
            raise PermissionError(13, "Permission denied")
        return real(path, *given)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        assert main(["check", "a.md"]) == 2
    said = "lintwords: cannot open a.md\n  You have no right to read it.\n"
    assert capsys.readouterr() == ("", said)


def test_a_bug_keeps_its_traceback_and_is_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", "BUG Ruritania\n")
    assert main(["check", "a.md"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "ZeroDivisionError: a bug" in err
    assert "lintwords: cannot go on: ZeroDivisionError\n  This is a bug in lintwords" in err


@pytest.mark.parametrize("args", [["check", "gone.md"], ["check", "--select", "zzz"],
                                  ["check", "--zzz"], ["explain", "zzz"]])
def test_trouble_shows_a_traceback_only_when_asked(args, capsys) -> None:
    assert main(args) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_debug_shows_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", b"\xff")
    assert main(["check", "--debug", "a.md"]) == 2
    assert "Traceback" in capsys.readouterr().err
    assert main(["check", "--debug", "--select", "zzz"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_control_c_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object, **kw: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "check", stop)
    assert main(["check"]) == 130


def test_a_reader_that_went_away_is_no_trouble() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w", encoding="utf-8") as stream:
        terminal.write("x" * 200_000, stream)


def test_what_the_encoding_cannot_hold_is_written_as_an_escape() -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="ascii")
    terminal.write("a…\r\n广", stream)
    assert buffer.getvalue() == b"a\\u2026\r\n\\u5e7f"


# -- standard input, output, github -------------------------------------------------------------


class _Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("args", "code", "where"),
    [
        (["check", "-q", "-"], 1, "<stdin>:1:2"),
        (["-", "-q"], 1, "<stdin>:1:2"),
        (["check", "-q", "-", "--stdin-name", "sub/a.md"], 1, "sub/a.md:1:2"),
        (["check", "-q", "-", "--stdin-name", "a.xyz"], 2, ""),
    ],
)
def test_standard_input(args, code, where, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", _Stdin(b" " + ERROR.encode()))
    assert main(args) == code
    assert capsys.readouterr().out.partition(": ")[0] == where


def test_output_writes_a_file_and_the_summary_to_standard_error(capsys) -> None:
    write("a.md", ERROR)
    assert main(["check", "a.md", "-f", "json", "-o", "report.json"]) == 1
    assert capsys.readouterr() == ("", "1 finding in 1 file: 1 error.\n")
    assert json.loads(Path("report.json").read_text())["summary"]["error"] == 1


def test_a_step_summary_is_added_where_github_asks_for_one(monkeypatch, capsys) -> None:
    write("a.md", ERROR)
    write("steps.txt", "before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "steps.txt")
    assert main(["check", "a.md", "-f", "github"]) == 1
    said = Path("steps.txt").read_text()
    assert said.startswith("before\n### lintwords\n\n1 finding in 1 file: 1 error.\n")
    assert main(["check", "a.md", "-f", "line"]) == 1
    assert Path("steps.txt").read_text() == said


# -- the terminal -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("is_terminal", "env", "choice", "has"),
    [
        (False, {}, "auto", False),
        (True, {}, "auto", True),
        (True, {"TERM": "dumb"}, "auto", False),
        (True, {"NO_COLOR": ""}, "auto", True),
        (True, {"NO_COLOR": "1"}, "auto", False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", False),
        (False, {"FORCE_COLOR": "1"}, "auto", True),
        (False, {"FORCE_COLOR": "0"}, "auto", False),
        (False, {"CLICOLOR_FORCE": "1"}, "auto", True),
        (False, {"NO_COLOR": "1"}, "always", True),
        (True, {"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_colour_has_its_order_of_say(is_terminal, env, choice, has) -> None:
    assert terminal.has_color(is_terminal, env, choice) is has


class _Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("columns", "width", "seen"), [(200, None, 120), (100, None, 100), (10, None, 40), (90, 60, 60)]
)
def test_width_is_that_of_the_terminal_within_bounds(columns, width, seen, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert terminal.make_view(_Terminal(), {}, terminal.Look(width=width)).width == seen
    assert terminal.make_view(io.StringIO(), {}, terminal.Look(width=width)).width == (width or 80)


def test_pages_of_rules_are_where_somebody_has_put_them() -> None:
    pages = {terminal.PAGES: "https://example.org/{rule}.html#{rule}"}
    view = terminal.make_view(_Terminal(), pages)
    assert view.page("a-b") == "https://example.org/a-b.html#a-b"
    assert view.link("a-b") == "\x1b]8;;https://example.org/a-b.html#a-b\x1b\\a-b\x1b]8;;\x1b\\"
    assert terminal.make_view(_Terminal(), {}).link("a-b") == "a-b"


@pytest.mark.parametrize(
    "address", ["https://example.org/", "javascript:{rule}", "https://a/{rule}\x1b]0;x", "{rule}"]
)
def test_what_is_no_address_of_pages_is_told(address: str) -> None:
    with pytest.raises(SettingsError) as caught:
        terminal.make_view(_Terminal(), {terminal.PAGES: address})
    assert "LINTWORDS_RULE_PAGES is no address with {rule} in it" in str(caught.value)



def test_a_pipe_gets_neither_colour_nor_links_and_a_poor_encoding_ascii() -> None:
    view = terminal.make_view(io.StringIO(), {})
    assert (view.color, view.links, view.ascii) == (False, False, False)
    poor = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    assert terminal.make_view(poor, {}).ascii is True
    assert terminal.make_view(_Terminal(), {"TERM": "dumb"}).links is False
    assert terminal.make_view(_Terminal(), {}, to_file=True).color is False


def test_progress_shows_only_after_a_while_and_goes_away(monkeypatch) -> None:
    now = [0.0]
    monkeypatch.setattr("lintwords.cli.progress.time.monotonic", lambda: now[0])
    stream = io.StringIO()
    progress = Progress(stream, is_shown=True)
    progress.start(Path("content/a.md"), 0, 412)
    assert stream.getvalue() == ""
    now[0] = 0.6
    progress.start(Path("content/b.md"), 127, 412)
    progress.start(Path("content/c.md"), 128, 412)
    progress.clear()
    assert stream.getvalue() == "\r\x1b[KChecking 128 of 412  content\r\x1b[K"


# -- help ---------------------------------------------------------------------------------------


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"lintwords {__version__}\n"


def test_no_argument_shows_help_and_is_not_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage: lintwords")


def test_every_option_has_help() -> None:
    ctx = click.Context(lintwords)
    found = {name: lintwords.get_command(ctx, name) for name in lintwords.list_commands(ctx)}
    commands = [*found.values(), *found["rules"].commands.values()]
    assert all(command.help for command in commands)
    options = [param for command in commands for param in command.params
               if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []
    assert check.name == "check"


def test_python_m_is_the_command() -> None:
    here = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-m", "lintwords", "--version"], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(here)}, check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"lintwords {__version__}\n")


# -- rules --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        ("", ["capital-as-government off", "country-as-abuser on", "country-as-mind on",
              "country-as-party on"]),
        ("--profile newsroom --severity warning", []),
        ("--profile strict --severity warning", ["capital-as-government on",
                                                 "country-as-mind on"]),
        ("--category euphemism", []),
        ("--preview", []),
    ],
)
def test_rules_list(options: str, rows: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list", "--lang", "en", *options.split()]) == 0
    lines = capsys.readouterr().out.splitlines()
    if not rows:
        assert lines == ["No rules of this kind."]
    assert [f"{line.split()[0]} {line.split()[4]}" for line in lines[1:]] == rows


def test_explain_knows_an_old_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "old-name"]) == 0
    assert capsys.readouterr().out.startswith("country-as-party  suggestion, conflation, en\n")
