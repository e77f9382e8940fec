"""Helpers change how long a run takes, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lintwords import api
from lintwords.errors import SettingsError
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


def test_the_report_is_that_of_a_run_alone(pays, crews) -> None:
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
    assert not pace.asks_for_helpers(10**9)
    for _ in range(9):
        pace.note()
    assert pace.asks_for_helpers(10**12)
    assert not pace.asks_for_helpers(1)


def test_a_helper_that_is_ended_leaves_its_files_to_the_run(pays, monkeypatch) -> None:
    from lintwords.run import workers

    class Crew(workers.Crew):
        def _send(self) -> None:
            super()._send()
            for process in self._pool._processes.values():
                process.kill()

    alone = api.check(["."], Options(), cache=False)
    monkeypatch.setattr(workers, "Crew", Crew)
    assert api.check(["."], Options(), cache=False, processes=2) == alone


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
            os.killpg(0, signal.SIGINT)

workers.Crew = Crew
tasks.PAYS = 0.0
if __name__ == "__main__":
    sys.exit(main(["check", "--no-cache", "-q", "-j", "2", "."]))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("after", [1, 2, 9])
def test_ctrl_c_ends_all_processes_without_a_word(after: int) -> None:
    """While the first helper starts, while the second does, while they work."""
    for nth in range(FILES, 300):
        Path(f"{nth:04}.md").write_text(f"China jailed {nth} lawyers.\n")
    Path("run.py").write_text(RUN.replace("AFTER", str(after)))
    run = subprocess.Popen(
        [sys.executable, "run.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(api.__file__).parents[1])},
    )  # fmt: skip
    out, said = run.communicate(timeout=120)  # ends when the last process has closed its output
    assert (run.returncode, out, said.strip()) == (130, b"", b"")


@pytest.mark.parametrize(("load", "free"), [(0.2, 4), (2.4, 2), (9.0, 1)])
def test_a_busy_processor_gets_no_helper(load: float, free: int, monkeypatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1, 2, 3}, raising=False)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0), raising=False)
    assert tasks.free_processors() == free
