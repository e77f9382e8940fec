"""What holds for every test: a time limit, under which a random test still tells its example.

And a bug fails the test that meets it, though a run would go on with the other files.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import FrameType
from typing import Any

import fewer_rules
import pytest

from lintwords import Linter, interface
from lintwords.api import seldom
from lintwords.judge.document_linter import LANGUAGES, DocumentLinter, load
from lintwords.model import Options
from lintwords.packs import encoderfile, loader
from lintwords.reading.encoder import ONE_CORE
from lintwords.run import faults, linter_choice
from lintwords.run.kept_linters import Make, Shared

# findings are those of the rules alone, whatever is installed beside them
os.environ.setdefault(encoderfile.SWITCH, encoderfile.OFF)
# whoever imports numpy first, an encoder multiplies on one core, as in the program
os.environ.update({name: os.environ.get(name, "1") for name in ONE_CORE})
# a test with a home of its own still finds the rules that were put together before it
os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))


def pytest_configure(config: pytest.Config) -> None:
    """Where Python keeps no bytecode, as in many containers, keep it with what pytest keeps.

    Else each run, and each program that a test starts, compiles all modules again.
    """
    if sys.dont_write_bytecode and not sys.pycache_prefix:
        kept = str(config.rootpath / ".pytest_cache" / "bytecode")
        sys.dont_write_bytecode, sys.pycache_prefix = False, kept
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = kept
    seldom()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Where processes share the tests, rules are put together before, and not by each of them."""
    option = session.config.option
    if getattr(option, "dist", "no") != "no" and not hasattr(session.config, "workerinput"):
        with ProcessPoolExecutor(len(LANGUAGES)) as pool:
            all(pool.map(_put_together, LANGUAGES))


def _put_together(lang: str) -> bool:
    return bool(load(Options(lang=lang)).index)


def pytest_collection_finish() -> None:
    """Thousands of tests and all rules stay to the end: to look at them is a third of a run."""
    seldom()


class TimeLimit(BaseException):
    """A random test ran too long; hypothesis, which would try it again, lets it by."""


@pytest.hookimpl(tryfirst=True)
def pytest_timeout_set_timer(item: Any, settings: Any) -> bool | None:
    """Stop a random test with the example that it was at; all others as pytest-timeout does."""
    random = getattr(getattr(item, "obj", None), "hypothesis", None)
    if random is None or settings.method != "signal":
        return None

    def stop(signum: int, frame: FrameType | None) -> None:
        while frame is not None and frame.f_code is not random.inner_test.__code__:
            frame = frame.f_back
        values = frame.f_locals if frame else {}
        names = frame.f_code.co_varnames[: frame.f_code.co_argcount] if frame else ()
        example = ", ".join(f"{name}={values.get(name)!r}" for name in names)
        raise TimeLimit(f"over {settings.timeout} s at this example: {example or 'not yet made'}")

    def cancel() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

    item.cancel_timeout = cancel  # which pytest-timeout calls
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, settings.timeout)
    return True


@pytest.fixture(autouse=True)
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug fails the test that meets it, though a run would go on with the other files."""
    monkeypatch.setattr(faults, "IS_STRICT", True)


@pytest.fixture(autouse=True)
def speaking(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Tests are spoken to in English, whoever runs them, unless one asks otherwise."""
    monkeypatch.setenv(interface.VARIABLE, interface.ENGLISH)
    interface.use(interface.ENGLISH)
    yield interface.use
    interface.use(interface.ENGLISH)


@pytest.fixture(scope="session")
def english() -> Linter:
    return Linter()


@pytest.fixture(scope="session")
def french() -> Linter:
    return Linter(lang="fr")


class Lent(Shared):
    """The linters of one test; those of the rules as they are here are shared by all tests.

    Fakes are a test's own, and so is what it loads from another cache or with an encoder.
    """

    def linter(self, options: Options, make: Make) -> DocumentLinter:
        if linter_choice.load is load and _around() == _HERE:
            return _REAL.linter(options, make)
        return super().linter(options, make)


def _around() -> tuple[str | None, ...]:
    """What a linter depends on that is said in no option."""
    said = map(os.environ.get, (encoderfile.SWITCH, "LINTWORDS_CACHE", "XDG_CACHE_HOME"))
    return (*said, str(loader.rules_folder()))


_HERE, _REAL = _around(), Shared()


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test uses a fake that another has loaded."""
    monkeypatch.setattr(linter_choice, "_shared", Lent())


@pytest.fixture
def in_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is the one that a test works in."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def fake_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of all rules a few fakes judge."""
    import fakes  # late: only these tests have them

    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)


@pytest.fixture(scope="session")
def rules_of_mentions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped rules without those that look for phrases, which take long to put together."""
    return fewer_rules.without(fewer_rules.OF_PHRASES, tmp_path_factory.mktemp("few") / "rules")


@pytest.fixture(scope="session")
def no_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped names, words and filters, without any rule."""
    return fewer_rules.without(fewer_rules.ALL, tmp_path_factory.mktemp("none") / "rules")


@pytest.fixture
def few_rules(rules_of_mentions: Path) -> Iterator[None]:
    """A pack of one's own stands beside few others: what it does does not hang on them."""
    with fewer_rules.only(rules_of_mentions):
        yield


@pytest.fixture
def own_rules(no_rules: Path) -> Iterator[None]:
    """A pack of one's own stands alone."""
    with fewer_rules.only(no_rules):
        yield


@pytest.fixture
def contained(strict: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bugs cost the file that they show on, as they do for a user."""
    monkeypatch.setattr(faults, "IS_STRICT", False)
