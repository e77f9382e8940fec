"""Each file is read once, one file's trouble is its own, and what was read is counted."""

from __future__ import annotations

from pathlib import Path

import fakes
import pytest

from lintwords.errors import CannotRead, SettingsError
from lintwords.model import FileReport, Options
from lintwords.run.check_files import check_files
from lintwords.run.discovery import STDIN
from lintwords.run.one_file import words

pytestmark = pytest.mark.usefixtures("in_own_folder")


def write(name: str, data: str | bytes) -> Path:
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    return Path(name)


@pytest.mark.parametrize(
    ("text", "is_html", "number"),
    [
        ("", False, 0),
        ("It didn't, it doesn’t — well-known.", False, 6),
        ("# Head\n\n- one\n- two\n\n---\n", False, 3),
        ("Ürümqi 新疆", False, 2),
        ("<p class='a b'>one <b>two</b></p>", True, 2),
        ("< " * 5 + "one", True, 1),
    ],
)
def test_words(text: str, is_html: bool, number: int) -> None:
    assert words(text.encode(), is_html=is_html) == number


def test_a_file_that_the_gate_stops_is_counted_and_not_linted() -> None:
    linter = fakes.FakeLinter()
    files = [write("a.md", "Calm words.\n"), write("b.md", "Ruritania won.\n")]
    report = check_files(lambda _: linter, files)
    assert linter.linted == [Path("b.md")]
    assert report.files == (
        FileReport(Path("a.md"), "und", 2), FileReport(Path("b.md"), "en", 2),
    )


@pytest.mark.parametrize("data", [b"caf\xe9", b"%PDF-1.7", b"a\0b"])
def test_no_gate_lets_through_what_cannot_be_read(data: bytes) -> None:
    report = check_files(lambda _: fakes.FakeLinter(), [write("a.md", data)])
    assert report.files == ()
    assert [cannot.message for cannot in report.cannot] == ["cannot read a.md as text"]


@pytest.mark.parametrize(
    ("data", "options"),
    [
        pytest.param("Ruritania jailed".encode("utf-16"), Options(), id="UTF-16 with a mark"),
        pytest.param("é Ruritania jailed".encode("cp1252"), Options(encoding="windows-1252"),
                     id="named encoding"),
        pytest.param("Ruritania jailed".encode("utf-16-be"), Options(encoding="utf-16-be"),
                     id="named encoding with zero bytes"),
    ],
)
def test_the_gate_judges_no_other_encoding(data: bytes, options: Options) -> None:
    report = check_files(lambda _: fakes.FakeLinter(options), [write("a.md", data)])
    assert [finding.text for finding in report.findings] == ["Ruritania"]


def test_source_lines_are_kept_only_where_a_finding_needs_them() -> None:
    files = [write("a.md", "Ruritania won.\n"), write("b.md", "Calm.\r\n\r\nRuritania jailed\n")]
    kept = [file.lines for file in check_files(lambda _: fakes.FakeLinter(), files).files]
    assert kept == [(), ("Calm.\r\n", "\r\n", "Ruritania jailed\n")]


def test_standard_input_has_the_type_of_its_name() -> None:
    page = b"<p>Ruritania jailed</p>"
    report = check_files(lambda _: fakes.FakeLinter(), [STDIN], stdin=page, stdin_name="a.html")
    assert report.files == (
        FileReport(Path("a.html"), "en", 2, ("<p>Ruritania jailed</p>",)),
    )
    plain = check_files(lambda _: fakes.FakeLinter(), [STDIN], stdin=page)
    assert (plain.files[0].path, plain.files[0].words) == (Path("<stdin>"), 4)


def test_a_named_language_is_that_of_files_without_anything_to_judge() -> None:
    report = check_files(lambda _: fakes.FakeLinter(Options(lang="en")), [write("a.md", "Calm.\n")])
    assert report.files[0].lang == "en"


def test_an_unknown_encoding_stops_the_run() -> None:
    linter = fakes.FakeLinter(Options(encoding="utf-99"))
    with pytest.raises(SettingsError):
        check_files(lambda _: linter, [write("a.md", "Calm.\n")])


def test_a_watcher_hears_of_each_file() -> None:
    heard: list[str] = []

    class Watcher:
        def start(self, path: Path, done: int, total: int) -> None:
            heard.append(f"start {path} {done}/{total}")

        def finish(self, path: Path, seconds: float) -> None:
            heard.append(f"finish {path}")

        def trouble(self, error: CannotRead) -> None:
            heard.append(error.problem)

    files = [write("a.md", b"\xff"), write("b.md", "")]
    check_files(lambda _: fakes.FakeLinter(), files, watch=Watcher())
    assert heard == [
        "start a.md 0/2", "cannot read a.md as text", "finish a.md",
        "start b.md 1/2", "finish b.md",
    ]
