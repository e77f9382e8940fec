"""Files are written whole or not at all, never over what is being read, and trouble is said."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import wordfiles
import write_faults as faults

from lintwords.cli.main import main
from lintwords.errors import CannotWrite
from lintwords.files import whole
from lintwords.sift import baseline

NAMES = Path(__file__).parent.parent / "examples" / "names-other.toml"

ERROR = "China jailed five lawyers.\n"
MENDED = "The Chinese government jailed five lawyers.\n"
posix = pytest.mark.skipif(os.name == "nt", reason="as POSIX has it")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(whole, "_swept", set())
    Path("a.md").write_text(ERROR)
    return tmp_path


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


# -- faults: all of them run by `python tests/write_faults.py` -------------------------------------


@posix
@pytest.mark.parametrize("scene", [
    pytest.param(scene, id=scene.name) for scene in faults.scenes()
    if not scene.name.startswith("-o ") or scene.name == "-o json over one"
])
def test_a_fault_leaves_the_old_file_or_the_new_one(scene: faults.Scene) -> None:
    tried, troubles = faults.try_all(scene, every=23)
    assert tried >= 2
    assert troubles == []


@posix
def test_the_harness_sees_a_file_that_is_written_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    class InPlace(whole.Prepared):
        def replace(self) -> int:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.write(handle, Path(self._file.name).read_bytes())
            os.close(handle)
            return 0

    monkeypatch.setattr(whole, "Prepared", InPlace)
    (scene,) = (one for one in faults.scenes() if one.name == "fix text")
    _, troubles = faults.try_all(scene, every=5)
    assert any(trouble.fault == "killed before" for trouble in troubles)


def test_nothing_else_in_the_program_writes_a_file() -> None:
    told = []
    others = {
        "files/whole.py": "the one way", "readers/pdf/pages.py": "a folder of its own, gone after",
        "lsp/rule_files.py": "a folder of its own, gone after", "lsp/server.py": "standard output",
        "cli/speaking.py": "help, laid out",
    }
    program = Path(whole.__file__).parents[1]
    for path in sorted(program.rglob("*.py")):
        source = path.read_text("utf-8")
        writes = ("write_text(", "write_bytes(", "os.replace(", "os.rename(", "tempfile", '"wb")',
                  '"w")', '"xb")', '"ab")', "O_CREAT")
        name = path.relative_to(program).as_posix()
        if name not in others and any(w in source for w in writes):
            told.append(name)
    assert told == []


# -- the report ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "hint"),
    [
        pytest.param("a.md", "It was checked in this run", id="a checked file"),
        pytest.param("./x/../a.md", "It was checked in this run", id="by another way"),
        pytest.param("hard.md", "It was checked in this run", id="by its other name"),
        pytest.param("broken.md", "It was checked in this run", id="one that cannot be read"),
        pytest.param("link.html", "It is a link, to ", id="a link"),
        pytest.param("dangling.html", "It is a link, to ", id="a link to nothing"),
        pytest.param(baseline.NAME, "It is the baseline", id="the baseline"),
        pytest.param("lintwords.toml", "It is a file of settings", id="the settings in force"),
        pytest.param("names.toml", "rules, names or known findings", id="a file of the settings"),
        pytest.param("x/known.toml", "rules, names or known findings", id="a baseline below"),
        pytest.param("pipe", "It is a pipe, and may have no reader", id="a pipe"),
    ],
)
@posix
def test_a_report_does_not_take_the_place_of(output: str, hint: str, capsys) -> None:
    os.link("a.md", "hard.md")
    Path("x").mkdir()
    os.mkfifo("pipe")
    Path("x/lintwords.toml").write_text('baseline = "known.toml"\n')
    Path("x/known.toml").write_text(baseline.written([]))
    Path("x/a.md").write_text("Calm.\n")
    Path("broken.md").write_bytes(b"China \0")
    Path("old.html").write_text("old")
    Path("link.html").symlink_to("old.html")
    Path("dangling.html").symlink_to("new.html")
    Path(baseline.NAME).write_text(baseline.written([]))
    Path("lintwords.toml").write_text('names.file = "names.toml"\n')
    Path("names.toml").write_bytes(NAMES.read_bytes())
    before = {name: Path(name).read_bytes() for name in names() if Path(name).is_file()}
    assert main(["check", "a.md", "broken.md", "x/a.md", "-o", output]) == 2
    said = capsys.readouterr().err
    assert "lintwords: cannot write " in said and hint in said
    assert {name: Path(name).read_bytes() for name in names() if Path(name).is_file()} == before


@posix
def test_a_report_goes_to_a_device_or_a_pipe() -> None:
    assert main(["check", "a.md", "-o", "/dev/null"]) == 1
    assert os.path.exists("/dev/null") and not os.path.isfile("/dev/null")
    done = command("check a.md -f line -o /dev/stdout", "| cat")
    assert done.stdout.startswith("a.md:1:1: error")


@posix
def test_a_fix_does_not_wait_for_a_pipe(capsys) -> None:
    os.mkfifo("pipe.docx")
    Path("a.docx").write_bytes(wordfiles.word(wordfiles.par("China jailed a poet.")))
    assert main(["fix", "a.docx", "-o", "pipe.docx"]) == 2
    assert "lintwords: cannot write pipe.docx\n" in capsys.readouterr().err


@posix
def test_a_report_keeps_the_mode_of_the_old_one() -> None:
    Path("report.txt").write_text("old")
    Path("report.txt").chmod(0o640)
    assert main(["check", "a.md", "-o", "report.txt"]) == 1
    assert Path("report.txt").stat().st_mode & 0o777 == 0o640


# -- standard output -----------------------------------------------------------------------------


def command(args: str, redirect: str) -> subprocess.CompletedProcess[str]:
    line = f'"{sys.executable}" -m lintwords {args} {redirect}'
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux")
@pytest.mark.parametrize("args", [
    "check a.md", "check -f json a.md", "fix - < a.md", "fix --diff a.md", "completion bash",
    "rules list", "explain country-as-abuser", "rules new own-rule -o -", "audit a.md",
    "init --show", "--help", "--version",
])
def test_a_full_disk_is_a_sentence(args: str) -> None:
    done = command(args, "> /dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("lintwords: cannot ")
    assert "No space left on device" in done.stderr and "Traceback" not in done.stderr


@posix
@pytest.mark.parametrize("args", [
    "check a.md", "fix - < a.md", "rules list", "completion zsh", "--version", "fix -h",
])
def test_a_closed_output_is_a_sentence(args: str) -> None:
    done = command(args, ">&-")
    assert done.returncode == 2
    assert done.stderr.startswith("lintwords: cannot write to standard output\n  It is closed.\n")


@posix
def test_a_closed_input_is_a_sentence() -> None:
    done = command("check -", "<&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "lintwords: cannot read standard input\n  It is closed.\n"


@posix
def test_a_closed_standard_error_costs_nothing_else() -> None:
    done = command("check -f line a.md", "2>&-")
    assert done.returncode == 1 and done.stdout.startswith("a.md:1:1: error")


def test_who_is_stopped_while_the_program_is_loaded_sees_no_traceback() -> None:
    stop = "raise KeyboardInterrupt"
    code = f"import sys; from lintwords.cli import start; start._asked = lambda: exec('{stop}')"
    done = subprocess.run([sys.executable, "-c", f"{code}; sys.exit(start.main())", "--help"],
                          capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


# -- other names ---------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("args", ["fix a.md", "check --fix a.md"])
def test_another_name_that_keeps_the_old_text_is_told(args: str, capsys) -> None:
    os.link("a.md", "other.md")
    assert main(args.split()) == 0
    assert (Path("a.md").read_text(), Path("other.md").read_text()) == (MENDED, ERROR)
    assert ("lintwords: a.md: its 1 other name (a hard link) keeps the old text\n"
            in capsys.readouterr().err)


@posix
def test_another_name_that_is_fixed_too_keeps_nothing(capsys) -> None:
    os.link("a.md", "b.md")
    os.link("a.md", "c.md")
    assert main(["fix", "a.md", "b.md", "c.md"]) == 0
    assert [Path(name).read_text() for name in ("a.md", "b.md", "c.md")] == [MENDED] * 3
    assert "hard link" not in capsys.readouterr().err


# -- two at once ---------------------------------------------------------------------------------


@posix
def test_two_baselines_at_once_lose_nothing() -> None:
    files = {f"{nth}.md": f"China jailed {nth} poets.\n" for nth in range(4)}
    for name, text in files.items():
        Path(name).write_text(text)
    runs = [
        subprocess.Popen([sys.executable, "-m", "lintwords", "check", name, "--baseline-write"])
        for name in files
    ]
    assert [run.wait() for run in runs] == [0] * len(runs)
    known = baseline.load(Path(baseline.NAME))
    assert sorted(entry.path for entry in known) == sorted(files)


def test_what_somebody_without_a_lock_writes_is_not_lost() -> None:
    path = Path(baseline.NAME)
    asked: list[int] = []

    def change(old: tuple[baseline.Entry, ...]) -> list[baseline.Entry]:
        asked.append(len(old))
        if len(asked) == 1:
            path.write_text(baseline.written([baseline.Entry("r", "w", "other.md")]))
        return [*old, baseline.Entry("r", "w", "mine.md")]

    baseline.update(path, change)
    assert asked == [0, 1]
    assert [entry.path for entry in baseline.load(path)] == ["mine.md", "other.md"]


def test_a_baseline_that_changes_all_the_time_is_told() -> None:
    path = Path(baseline.NAME)

    def change(old: tuple[baseline.Entry, ...]) -> list[baseline.Entry]:
        path.write_text(baseline.written([baseline.Entry("r", "w", f"{len(old)}.md")] * (
            len(old) + 1)))
        return []

    with pytest.raises(CannotWrite, match="cannot write"):
        baseline.update(path, change)


@posix
def test_a_run_that_never_ends_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    monkeypatch.setattr(whole, "_PATIENCE", -1.0)
    handle = os.open(".", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(CannotWrite) as trouble, whole.alone(Path("a.md")):
        pass
    assert trouble.value.hint == "Another run of lintwords is busy there. Run it again."
    os.close(handle)


# -- what killed runs leave ----------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    ("name", "goes"),
    [
        pytest.param(".lintwords-0123456789abcdef.tmp", True, id="ours, of a dead process"),
        pytest.param(".lintwords-0123456789abcdef.txt", False, id="another's suffix"),
        pytest.param(".lintwords-notes.tmp", False, id="another's name"),
        pytest.param("lintwords-0123456789abcdef.tmp", False, id="not hidden"),
    ],
)
def test_only_what_a_killed_run_left_is_swept(name: str, goes: bool) -> None:
    Path(name).write_text("half")
    assert main(["fix", "a.md"]) == 0
    assert names() == sorted(["a.md"] if goes else ["a.md", name])


@posix
def test_what_is_being_written_is_not_swept() -> None:
    import fcntl

    name = ".lintwords-0123456789abcdef.tmp"
    handle = os.open(name, os.O_WRONLY | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)
    whole.replace(Path("b.md"), b"new")
    assert names() == sorted([name, "a.md", "b.md"])
    os.close(handle)


@posix
def test_a_link_of_our_name_leads_to_nothing_that_is_swept() -> None:
    Path(".lintwords-0123456789abcdef.tmp").symlink_to("a.md")
    whole.replace(Path("b.md"), b"new")
    assert Path("a.md").read_text() == ERROR


# -- new files -----------------------------------------------------------------------------------


def test_a_new_file_where_there_are_no_hard_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert whole.create(Path("b.md"), b"new")
    assert not whole.create(Path("b.md"), b"newer")
    assert Path("b.md").read_bytes() == b"new" and names() == ["a.md", "b.md"]


@posix
@pytest.mark.parametrize(
    ("args", "files"),
    [
        pytest.param("init", {"lintwords.toml": "mine"}, id="init"),
        pytest.param("rules new own-rule", {"own-rule.toml": "mine"}, id="rules new"),
        pytest.param("fix a.md -o b.md", {"b.md": "mine"}, id="a copy"),
    ],
)
def test_what_is_there_stays(args: str, files: Mapping[str, str], capsys) -> None:
    for name, text in files.items():
        Path(name).write_text(text)
    assert main(args.split()) == 2
    assert {name: Path(name).read_text() for name in files} == files
    assert "there already" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "link"), reason="it is such a system")
def test_it_loads_where_the_system_makes_no_hard_links() -> None:
    asked = "import os; del os.link; from lintwords.files import whole; print(whole.PREFIX)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=50)
    assert (told.stdout.strip(), told.stderr) == (whole.PREFIX, "")
