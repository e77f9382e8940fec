"""The cache: the same answer as without it, no text in it, and nothing old after a change."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from caches import built, lend

from lintwords import api
from lintwords.files import cachefiles
from lintwords.model import FileReport, Options, Report
from lintwords.run import cache, tasks

TEXTS = {
    "a.md": "# Release\n\nZanzibarian <b>lanterns</b>. China detained the quixotic\nlawyer.\n",
    "b.txt": "\ufeffSaid she: “China jailed my brother-in-law Bartholomew.”\r\n",
    "c.html": "<p>China&rsquo;s repression of xylophonists. "
              "<!-- lintwords: ignore conflation: hm -->",
    "d.md": "Nothing to see in Marmalade Street.\n",
}
WORDS = ("d.md", "Zanzibarian", "lanterns", "quixotic",
         "detained", "Bartholomew", "brother", "jailed",
         "xylophonists", "repression", "Marmalade", "hm -->", "China detained")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "texts").mkdir()
    monkeypatch.chdir(tmp_path / "texts")
    for name, text in TEXTS.items():
        Path(name).write_bytes(text.encode())
    before = built()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    lend(cachefiles.folder(), before)
    return tmp_path


def kept() -> list[Path]:
    return sorted(cachefiles.folder().glob("results-*"))


def check(options: Options | None = None, *, cached: bool = True) -> Report:
    return api.check(["."], options or Options(), cache=cached)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the rules were asked about, in the order of the asking."""
    seen: list[str] = []
    own = tasks.check_data

    def note(linter, path, data, format=None):  # type: ignore[no-untyped-def]
        seen.append(str(path))
        return own(linter, path, data, format)

    monkeypatch.setattr(tasks, "check_data", note)
    return seen


def test_the_second_answer_is_the_first_and_asks_no_rule(judged: list[str]) -> None:
    plain = check(cached=False)
    assert {finding.path.name for finding in plain.findings} >= {"a.md", "b.txt"}
    assert len(plain.ignored) == 1
    assert check() == plain
    judged.clear()
    assert check() == plain
    assert judged == []


def test_a_changed_or_renamed_file_is_what_it_is_now(judged: list[str]) -> None:
    check()
    judged.clear()
    Path("a.md").write_text("Calm.\n")
    Path("d.md").rename("e.md")
    Path("b.txt").rename("sub.md")
    report = check()
    assert judged == ["a.md", "sub.md"]  # the same bytes in another format are judged anew
    assert report == check(cached=False)


@pytest.mark.parametrize(
    "options",
    [Options(profile="strict"), Options(weights=(("conflation", "off"),)),
     Options(government_term="authorities"), Options(fixed=("China",))],
)
def test_other_options_ask_the_rules(options: Options, judged: list[str]) -> None:
    check()
    judged.clear()
    assert check(options) == check(options, cached=False)
    assert len(judged) == 2 * len(TEXTS)


@pytest.mark.usefixtures("own_rules")
def test_a_changed_pack_or_program_asks_the_rules(judged, monkeypatch) -> None:
    Path("own.toml").write_text(PACK)
    options = Options(packs=(Path("own.toml"),))
    assert "lantern-line" in {finding.rule for finding in check(options).findings}
    Path("own.toml").write_text(PACK.replace("lanterns", "lighthouses"))
    assert "lantern-line" not in {finding.rule for finding in check(options).findings}
    judged.clear()
    monkeypatch.setattr(cache, "_program", lambda: "another state")
    check(options)
    assert len(judged) == len(TEXTS)


PACK = """
[[rule]]
id = "lantern-line"
category = "euphemism"
severity = "warning"
title = "Name the lamp"
why = "A lamp has a name."
phrase = "lanterns"
sources = ["letter-2021"]
"""


def test_no_word_of_a_text_or_path_stands_in_the_cache(opened: list[str]) -> None:
    check()
    data = b"".join(path.read_bytes() for path in kept())
    assert len(data) > 200
    assert [word for word in WORDS if word.encode() in data] == []
    assert [word for word in WORDS if word.encode("utf-16-le") in data] == []


def test_two_processes_add_to_one_another() -> None:
    linter = api.load_linter(Options())
    first, second = (cache.Cache(linter.stamp, Options()) for _ in range(2))
    names = [first.name(Path("x.md"), text) for text in (b"one", b"two")]
    one, two = (FileReport(Path("x.md"), "en", number) for number in (1, 2))
    first.put(names[0], one, None)
    second.put(names[1], two, None)
    first.save()
    second.save()
    third = cache.Cache(linter.stamp, Options())
    assert [third.get(Path("x.md"), name) for name in names] == [(one, None), (two, None)]


def test_processes_at_once_share_the_cache() -> None:
    """Each answers as one without a cache does, and what they leave is whole and enough."""
    for nth in range(60):
        Path(f"{nth:02}.md").write_text(f"China jailed {nth} lawyers. Nothing else.\n")
    command = [sys.executable, "-m", "lintwords", "check", "--format", "json", "--fail-on", "never"]
    env = {**os.environ, "PYTHONPATH": str(Path(api.__file__).parents[1])}
    plain = subprocess.run([*command, "--no-cache", "."], env=env, capture_output=True, check=True)
    assert json.loads(plain.stdout)["summary"]["findings"] > 60
    for _ in range(2):  # without a cache, and with it
        shared = [
            subprocess.Popen([*command, "."], env=env, stdout=subprocess.PIPE) for _ in range(3)
        ]
        said = [process.communicate()[0] for process in shared]
        assert [process.returncode for process in shared] == [0, 0, 0]
        assert said == [plain.stdout] * 3
    (path,) = kept()
    assert cachefiles.kept(*path.name.split("-", 1)) is not None
    assert list(cachefiles.folder().glob("new-*")) == []


def test_a_spoilt_cache_is_done_without(judged: list[str]) -> None:
    plain = check()
    (path,) = kept()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(data)
    judged.clear()
    assert check() == plain
    assert len(judged) == len(TEXTS)


def old(name: str) -> None:
    """Put the times of a file far enough back to be believed; not its own last change's."""
    os.utime(name, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read; a change of some seconds ago is an old one."""
    from lintwords.run import check_files

    seen: list[str] = []

    def note(path: Path) -> bytes:
        seen.append(str(path))
        return path.read_bytes()

    monkeypatch.setattr(check_files, "read_bytes", note)
    monkeypatch.setattr(cache, "_TICK", -3_600_000_000_000)
    return seen


def test_a_file_without_findings_is_not_even_read(opened: list[str]) -> None:
    first = check()
    opened.clear()
    assert check() == first
    assert opened == ["a.md", "b.txt", "c.html"]


def test_a_file_that_changed_is_read_though_size_and_time_are_the_same(opened) -> None:
    old("d.md")
    check()
    changed = "China jailed the quixotic printer..\n"
    assert len(changed) == len(TEXTS["d.md"])
    Path("d.md").write_text(changed)
    old("d.md")
    assert check() == check(cached=False)
    assert "d.md" in {finding.path.name for finding in check().findings}


def test_times_of_a_file_that_has_just_changed_are_not_believed(monkeypatch) -> None:
    monkeypatch.setattr(cache, "_TICK", 3_600_000_000_000)
    check()
    names, clean, _ = cachefiles.kept(*kept()[0].name.split("-", 1))
    assert len(names) == len(TEXTS)
    assert clean == {}


def test_a_word_file_is_judged_once(judged: list[str]) -> None:
    for path in Path().iterdir():
        path.unlink()
    for name, text in (("a.docx", "China jailed the quixotic lawyer."), ("b.docx", "Calm.")):
        document = docx.Document()
        document.add_paragraph("Before it.")
        document.add_paragraph(text)
        document.save(name)
    plain = check(cached=False)
    assert len(plain.findings) == 1
    assert check() == plain
    judged.clear()
    assert check() == plain
    assert judged == []
    assert b"quixotic" not in kept()[0].read_bytes()


def test_what_is_not_kept() -> None:
    api.check(["a.md"], Options())
    check(cached=False)
    check(Options(keep_passed=True))
    check(Options(explain_mentions=True))
    assert kept() == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a folder that refuses")
def test_a_cache_that_cannot_be_written_is_done_without(place: Path) -> None:
    (place / "cache").chmod(0o500)
    assert check() == check(cached=False)


def test_a_file_of_another_encoding_keeps_its_lines() -> None:
    Path("e.md").write_bytes("China jailed a poète.\n".encode("cp1252"))
    options = replace(Options(), encoding="windows-1252")
    for name in ("b.txt", "c.html", "a.md"):
        Path(name).unlink()
    assert check(options) == check(options) == check(options, cached=False)
