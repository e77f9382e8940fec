"""Helpers change how long a run takes, and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from lintwords import api
from lintwords.errors import SettingsError
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.run import tasks
from lintwords.run.tasks import Pace, Task

FILES = 70


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for nth in range(FILES):
        Path(f"{nth:03}.md").write_text(f"China jailed {nth} lawyers.\n\nAnd {nth} others.\n")
    Path("010.md").write_bytes(b"China \0 jailed")
    Path("060.md").write_text("---\nlang: de\n---\nChina hat viele Anwälte verhaftet.\n", "utf-8")


@pytest.fixture
def pays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "PAYS", 0.0)
    monkeypatch.setattr(tasks, "PAYS_ANEW", 0.0)


WAYS = ["copied", "begun anew"]


@pytest.fixture(params=WAYS)
def way(request, monkeypatch: pytest.MonkeyPatch) -> str:
    """How helpers begin: as a copy of this process where that is possible, or anew."""
    from lintwords.run import workers

    if request.param == "begun anew":
        monkeypatch.setattr(workers, "can_be_copied", lambda: False)
    return request.param


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Helpers are copies of this process, with what a test has planted in it."""
    from lintwords.run import workers

    if sys.platform != "linux":
        pytest.skip("only on Linux")
    # pytest's own helpers have a second thread, which waits for orders
    monkeypatch.setattr(workers, "can_be_copied", lambda: True)


@pytest.fixture
def crews(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The crews that were asked for."""
    from lintwords.run import workers

    made: list[object] = []

    class Crew(workers.Crew):
        def __init__(self, size: int) -> None:
            super().__init__(size)
            made.append(self)

    monkeypatch.setattr(workers, "Crew", Crew)
    return made


def test_the_report_is_that_of_a_run_alone(pays, way, crews) -> None:
    alone = api.check(["."], Options(), cache=False)
    assert (len(alone.files), len(alone.cannot)) == (FILES - 1, 1)
    assert crews == []
    assert api.check(["."], Options(), cache=False, processes=2) == alone
    assert len(crews) == 1
    assert api.check(["."], Options(), processes=2) == alone  # what helpers found is kept
    assert len(crews) == 2
    assert api.check(["."], Options(), processes=2) == alone
    assert len(crews) == 2


def test_a_short_run_asks_for_no_helpers(crews) -> None:
    api.check(["."], Options(), cache=False, processes=2)
    assert crews == []


def test_a_pace_is_known_only_after_some_files() -> None:
    pace = Pace()
    assert not pace.asks_for_helpers(10**9, 1)
    for _ in range(9):
        pace.note()
    assert pace.asks_for_helpers(10**12, 9)
    assert not pace.asks_for_helpers(1, 9)
    assert not pace.asks_for_helpers(10**6, 10**9)  # nearly all were known from the last time


def test_a_helper_that_is_ended_leaves_its_files_to_the_run(pays, way, monkeypatch) -> None:
    from lintwords.run import workers

    class Crew(workers.Crew):
        def _send(self) -> None:
            super()._send()
            for process, lot in self._busy.values():
                if not lot or not lot.is_again:
                    process.kill()

    alone = api.check(["."], Options(), cache=False)
    monkeypatch.setattr(workers, "Crew", Crew)
    assert api.check(["."], Options(), cache=False, processes=2) == alone


def planting(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Helpers do `act` when they come to one file."""
    from lintwords.run import workers

    def judged(task: Task, linter: DocumentLinter) -> object:
        return act() if task.path.name == BAD else tasks.judged(task, linter)

    monkeypatch.setattr(workers, "judged", judged)


BAD = "040.md"


def bug() -> None:
    raise IndexError("planted")


def unsendable() -> tasks.Outcome:
    return tasks.Outcome(0, 0.0, file=lambda: None)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        pytest.param(lambda: os._exit(7), "the process that judged it was ended", id="ended"),
        pytest.param(lambda: signal.raise_signal(9), "judged it was ended", id="killed"),
        pytest.param(bug, "IndexError", id="a bug"),
        pytest.param(unsendable, "Error", id="an outcome that cannot be sent"),
    ],
)
def test_a_file_that_a_helper_falls_over_is_named_and_no_other_is_lost(
    act, said, pays, copied, contained, monkeypatch
) -> None:
    planting(monkeypatch, act)
    report = api.check(["."], Options(), cache=False, processes=2)
    assert [one.path.name for one in report.cannot] == ["010.md", BAD]
    assert said in report.cannot[1].message
    assert len(report.files) == FILES - 2


def test_where_no_process_may_be_had_the_run_goes_on_alone(pays, way, monkeypatch) -> None:
    def none(*given: object) -> None:
        raise BlockingIOError("no more processes")

    alone = api.check(["."], Options(), cache=False)
    for context in ("ForkProcess", "SpawnProcess"):
        if hasattr(multiprocessing.context, context):
            monkeypatch.setattr(getattr(multiprocessing.context, context), "start", none)
    assert api.check(["."], Options(), cache=False, processes=2) == alone


def test_where_no_pipe_may_be_had_the_run_goes_on_alone(pays, way, monkeypatch) -> None:
    def none(*given: object) -> None:
        raise OSError("too many open files")

    alone = api.check(["."], Options(), cache=False)
    monkeypatch.setattr("multiprocessing.context.BaseContext.Pipe", none)
    assert api.check(["."], Options(), cache=False, processes=2) == alone


def test_files_are_told_in_their_order(pays, way) -> None:
    class Watch:
        def __init__(self) -> None:
            self.finished: list[str] = []

        def start(self, path: Path, done: int, total: int) -> None:
            pass

        def finish(self, path: Path, seconds: float) -> None:
            self.finished.append(path.name)

        def trouble(self, error: object) -> None:
            pass

    watch = Watch()
    api.check(["."], Options(), cache=False, processes=2, watch=watch)
    assert watch.finished == [f"{nth:03}.md" for nth in range(FILES)]


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
def test_a_process_with_a_second_thread_is_not_copied() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert not tasks.can_be_copied()
    finally:
        end.set()
        thread.join()


def test_a_setting_that_is_wrong_for_a_later_file_stops_the_run(pays) -> None:
    from lintwords.run.workers import Crew

    crew = Crew(1)
    try:
        bad = Task(0, Path("a.md"), b"China jailed her.", Options(encoding="utf-99"))
        with pytest.raises(SettingsError, match="utf-99"):
            list(crew.take(bad)) + list(crew.rest())
    finally:
        crew.stop()


RUN = """
import os, signal, sys
from lintwords.run import tasks, workers
from lintwords.cli.main import main

# who starts the tests in the background may have told the shell to ignore Ctrl-C
signal.signal(signal.SIGINT, signal.default_int_handler)

class Crew(workers.Crew):
    sent = 0

    def _send(self):
        super()._send()
        self.sent += 1
        if self.sent == AFTER:
            END

workers.Crew = Crew
tasks.PAYS = tasks.PAYS_ANEW = 0.0
if not COPIED:
    workers.can_be_copied = lambda: False
if __name__ == "__main__":
    sys.exit(main(["check", "--no-cache", "-q", "-j", "2", "."]))
"""


def ended(after: int, end: str, way: str) -> tuple[int, bytes, bytes]:
    """Exit code, output and errors of a run that does `end` when it hands out its nth lot."""
    for nth in range(FILES, 300):
        Path(f"{nth:04}.md").write_text(f"China jailed {nth} lawyers.\n")
    code = RUN.replace("AFTER", str(after)).replace("END", end)
    Path("run.py").write_text(code.replace("COPIED", str(way == "copied")))
    run = subprocess.Popen(
        [sys.executable, "run.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(api.__file__).parents[1])},
    )
    out, said = run.communicate(timeout=120)  # ends when the last process has closed its output
    return run.returncode, out, said.strip()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("after", [1, 2, 9])
def test_ctrl_c_ends_all_processes_without_a_word(after: int, way: str) -> None:
    """While the first helper starts, while the second does, while they work."""
    assert ended(after, "os.killpg(0, signal.SIGINT)", way) == (130, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("way", WAYS)
def test_no_helper_outlives_a_run_that_is_killed(way: str) -> None:
    assert ended(4, "os.kill(os.getpid(), signal.SIGKILL)", way)[:2] == (-9, b"")


@pytest.mark.parametrize(
    ("load", "running", "free"), [(0.2, 9, 4), (2.4, 3, 2), (9.0, 12, 1), (2.4, 1, 4)]
)
def test_a_busy_processor_gets_no_helper(
    load: float, running: int, free: int, monkeypatch
) -> None:
    """What ended a moment ago is in the average still, and keeps no processor."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1, 2, 3}, raising=False)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0), raising=False)
    monkeypatch.setattr(tasks, "_running", lambda otherwise: running)
    assert tasks.free_processors() == free
