"""A bug that shows on one file costs that file alone: planted bugs at every stage."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import fakes
import pytest

import lintwords
from lintwords import api, reports
from lintwords.cli import fix as fix_command
from lintwords.cli.main import main
from lintwords.errors import CannotRead, SettingsError
from lintwords.fixes import saving
from lintwords.model import Options
from lintwords.readers import plain
from lintwords.run import faults, fix_files, one_file
from lintwords.run.faults import Fault, fault
from lintwords.tui import texts

GOOD = ("1.txt", "3.txt")
BAD = "2.txt"
ROOT = Path(api.__file__).parents[1]


class Panic(BaseException):
    """As a library raises it that is not written in Python."""


BUGS = [
    pytest.param(IndexError("list index"), id="an index"),
    pytest.param(RecursionError("too deep"), id="nested too deep"),
    pytest.param(MemoryError(), id="no memory"),
    pytest.param(Panic("called unwrap"), id="a panic of a library"),
    pytest.param(UnicodeError("half"), id="letters"),
]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contained: None) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    for name in (*GOOD, BAD):
        Path(name).write_text("Ruritania jailed her.\n")


def raising(real: Callable[..., object], bug: BaseException) -> Callable[..., object]:
    """`real`, but for what has to do with the bad file."""

    def planted(*given: object, **named: object) -> object:
        if any(BAD in str(getattr(one, "path", one)) for one in (*given, *named.values())):
            raise bug
        return real(*given, **named)

    return planted


STAGES = [
    pytest.param(plain, "read", id="read"),
    pytest.param(fakes.FakeLinter, "lint", id="judged"),
    pytest.param(one_file, "source_lines", id="cut into lines"),
]


def plant(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, bug: BaseException) -> None:
    if name == "source_lines":  # is given the text alone
        Path(BAD).write_text(f"Ruritania jailed her in {BAD}.\n")
    monkeypatch.setattr(owner, name, raising(getattr(owner, name), bug))


@pytest.mark.parametrize("bug", BUGS)
@pytest.mark.parametrize(("owner", "name"), STAGES)
def test_a_bug_costs_the_file_it_shows_on(owner, name, bug, monkeypatch, capsys) -> None:
    plant(monkeypatch, owner, name, bug)
    assert main(["check", "-f", "line", "1.txt", BAD, "3.txt"]) == 2
    out, err = capsys.readouterr()
    assert [row.split(":")[0] for row in out.splitlines()] == list(GOOD)
    kind = type(bug).__name__
    assert f"lintwords: cannot check {BAD}: {kind}\n" in err
    assert "To report it, send what lintwords check --debug prints" in err
    assert "  The other 2 files were checked.\n" in err
    assert "Traceback" not in err


def test_the_traceback_is_shown_with_debug(monkeypatch, capsys) -> None:
    plant(monkeypatch, plain, "read", IndexError("list index"))
    assert main(["check", "--debug", BAD]) == 2
    err = capsys.readouterr().err
    assert err.startswith("Traceback (most recent call last):\n")
    assert "IndexError: list index\nlintwords: cannot check 2.txt: IndexError\n" in err


def test_standard_input_is_a_file_too(monkeypatch, capsys) -> None:
    monkeypatch.setattr(fakes.FakeLinter, "lint", raising(fakes.FakeLinter.lint, IndexError()))
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=io.BytesIO(b"Ruritania jailed")))
    assert main(["check", "-f", "line", "--stdin-name", BAD, "-", "1.txt"]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("1.txt:1:1:")
    assert "cannot check 2.txt: IndexError" in err


@pytest.mark.parametrize("name", reports.REPORTS)
def test_a_report_leaves_out_what_it_falls_over(name, monkeypatch, capsys) -> None:
    import importlib

    module = importlib.import_module(f"lintwords.reports.outputs.{reports.REPORTS[name]}")
    real = module.render

    def render(report, view):
        if any(file.path == Path(BAD) for file in report.files):
            raise KeyError("no such column")
        return real(report, view)

    monkeypatch.setattr(module, "render", render)
    assert main(["check", "-f", name, "1.txt", BAD, "3.txt"]) == 2
    out, err = capsys.readouterr()
    assert all(good in out for good in GOOD)
    assert f"lintwords: cannot report on {BAD}: KeyError\n" in err


def test_a_report_that_falls_over_nothing_it_could_leave_out_ends_the_run(
    monkeypatch, capsys
) -> None:
    monkeypatch.setattr("lintwords.reports.outputs.line.render", lambda report, view: 1 / 0)
    monkeypatch.setattr("lintwords.cli.rendering._falls", lambda *given: [])
    assert main(["check", "-f", "line", "1.txt"]) == 2
    assert "lintwords: cannot go on: ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        pytest.param(fix_files, "read_bytes", id="opened"),
        pytest.param(fakes.FakeLinter, "lint", id="judged"),
        pytest.param(saving, "save", id="written"),
    ],
)
def test_a_file_that_cannot_be_fixed_costs_no_other(owner, name, monkeypatch, capsys) -> None:
    monkeypatch.setattr("lintwords.run.linter_choice.load", lintwords.judge.document_linter.load)
    if owner is fakes.FakeLinter:
        owner = lintwords.judge.document_linter.DocumentLinter
    for path in (*GOOD, BAD):
        Path(path).write_text("China jailed a poet.\n")
    target = fix_files if name == "save" else owner
    monkeypatch.setattr(target, name, raising(getattr(target, name), ValueError("no")))
    assert main(["fix", "--debug", "1.txt", BAD, "3.txt"]) == 2
    out, err = capsys.readouterr()
    assert [Path(path).read_text()[:3] for path in (*GOOD, BAD)] == ["The", "The", "Chi"]
    assert f"lintwords: cannot fix {BAD}: ValueError\n" in err
    assert "ValueError: no\n" in err


def test_a_diff_leaves_out_what_it_falls_over(monkeypatch, capsys) -> None:
    monkeypatch.setattr("lintwords.run.linter_choice.load", lintwords.judge.document_linter.load)
    for path in (*GOOD, BAD):
        Path(path).write_text("China jailed a poet.\n")
    monkeypatch.setattr(fix_command, "_diff", raising(fix_command._diff, ValueError("no")))
    assert main(["fix", "--diff", "1.txt", BAD, "3.txt"]) == 2
    out, err = capsys.readouterr()
    assert [good in out for good in (*GOOD, BAD)] == [True, True, False]
    assert f"lintwords: cannot show {BAD}: ValueError\n" in err


def test_audit_tells_of_the_other_files(monkeypatch, capsys) -> None:
    plant(monkeypatch, plain, "read", IndexError())
    assert main(["audit", "1.txt", BAD]) == 2
    out, err = capsys.readouterr()
    assert (out, f"cannot check {BAD}: IndexError" in err) == ("Nothing is let through.\n", True)


def test_a_review_opens_with_the_other_files(monkeypatch, capsys) -> None:
    monkeypatch.setattr(texts, "judge_document", raising(texts.judge_document, IndexError()))
    monkeypatch.setattr("lintwords.cli.review._run", lambda desk, *rest: False)
    assert main(["review", "--plain", "1.txt", BAD, "3.txt"]) == 0
    assert f"lintwords: cannot review {BAD}: IndexError\n" in capsys.readouterr().err


def test_lint_path_tells_of_the_other_files(monkeypatch) -> None:
    plant(monkeypatch, plain, "read", IndexError())
    report = lintwords.lint_path(".")
    assert [file.path.name for file in report.files] == list(GOOD)
    assert [one.message for one in report.cannot] == [f"cannot check {BAD}: IndexError"]


def test_lint_raises_what_a_program_can_catch(monkeypatch) -> None:
    monkeypatch.setattr(fakes.FakeLinter, "lint", lambda self, *given: 1 / 0)
    with pytest.raises(CannotRead, match="ZeroDivisionError"):
        lintwords.lint("Ruritania jailed her.")


def test_lint_batch_gives_a_row(monkeypatch) -> None:
    arrow = pytest.importorskip("pyarrow")
    real = fakes.FakeLinter.lint

    def lint(self, document, heard=None):
        return real(self, document) if "Calm" not in document.source else 1 / 0

    monkeypatch.setattr(fakes.FakeLinter, "lint", lint)
    rows = ["Ruritania jailed her.", "Calm in Ruritania.", "Ruritania jailed him."]
    answer = lintwords.lint_batch(arrow.RecordBatch.from_pydict({"text": rows}))
    assert answer.column("row").to_pylist() == [0, 1, 2]
    cannot = answer.column("cannot").to_pylist()
    assert (cannot[0], cannot[2]) == (None, None)
    assert "ZeroDivisionError" in cannot[1]


# -- helpers ------------------------------------------------------------------------------------

RUN = """
import os, sys
from multiprocessing import parent_process
from lintwords.run import tasks, workers
from lintwords.cli.main import main

real = tasks.check_data

def check_data(linter, path, data):
    if path.name == "040.txt":
        BUG
    return real(linter, path, data)

tasks.check_data = check_data
tasks.PAYS = tasks.PAYS_ANEW = 0.0
if not COPIED:
    workers.can_be_copied = lambda: False
if __name__ == "__main__":
    sys.exit(main(["check", "--no-cache", "--debug", "-f", "line", "-j", "2", "many"]))
"""
HELPER = "if parent_process():\n            "  # the bug is in the helpers alone


@pytest.mark.parametrize("is_copied", [True, False])
@pytest.mark.parametrize(
    ("bug", "said"),
    [
        pytest.param("raise RecursionError('deep')", "040.txt: RecursionError\n", id="raises"),
        pytest.param("return lambda: 0, None", "040.txt: ", id="finds what cannot travel"),
        pytest.param("os.abort()", "040.txt: the process that judged it was ended\n", id="ends"),
    ],
)
def test_a_file_that_a_helper_falls_over_costs_no_other(
    bug: str, said: str, is_copied: bool
) -> None:
    Path("many").mkdir()
    for nth in range(60):
        Path(f"many/{nth:03}.txt").write_text("China jailed a poet.\n")
    code = RUN.replace("BUG", f"{HELPER}{bug}")
    Path("run.py").write_text(code.replace("COPIED", str(is_copied)))
    run = subprocess.run(
        [sys.executable, "run.py"], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    wanted = [f"many/{nth:03}.txt" for nth in range(60) if nth != 40]
    assert [row.split(":")[0] for row in run.stdout.splitlines()] == wanted
    assert f"lintwords: cannot check many/{said}" in run.stderr
    assert run.stderr.count("lintwords: cannot") == 1
    assert run.returncode == 2


def test_what_no_helper_answered_for_is_not_clean(monkeypatch) -> None:
    monkeypatch.setattr("lintwords.run.check_files._Course._come_back", lambda self, outcome: None)
    report = api.check(["."], Options())
    assert len(report.cannot) == 3


# -- what is a fault, and where it is raised ----------------------------------------------------


def test_a_fault_crosses_processes_with_its_traceback() -> None:
    try:
        raise ValueError("no")
    except ValueError as error:
        found = fault(Path("a.md"), error)
    again = pickle.loads(pickle.dumps(found))
    assert (again.problem, again.path, again.trace) == (found.problem, found.path, found.trace)
    assert again.trace.endswith("ValueError: no\n")


@pytest.mark.parametrize(
    "error", [SettingsError("stops the run"), KeyboardInterrupt(), SystemExit(3)]
)
def test_what_ends_a_run_is_no_fault(error: BaseException) -> None:
    with pytest.raises(type(error)):
        fault(Path("a.md"), error)


def test_a_bug_fails_a_test_that_does_not_ask_for_less(monkeypatch) -> None:
    monkeypatch.setattr(faults, "IS_STRICT", True)
    plant(monkeypatch, plain, "read", IndexError("planted"))
    with pytest.raises(IndexError, match="planted"):
        api.check(["."], Options())
    with pytest.raises(Fault):
        fault(Path("a.md"), Fault("from a helper"))
