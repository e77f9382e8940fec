"""The cache: the same answer as without it, no text in it, and nothing old after a change."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from lintwords import api, cache, cachefiles
from lintwords.model import Options, Report

TEXTS = {
    "a.md": "# Release\n\nZanzibarian <b>lanterns</b>. China detained the quixotic\nlawyer.\n",
    "b.txt": "\ufeffSaid she: “China jailed my brother-in-law Bartholomew.”\r\n",
    "c.html": "<p>China&rsquo;s repression of xylophonists. "
              "<!-- lintwords: ignore conflation: hm -->",
    "d.md": "Nothing to see in Marmalade Street.\n",
}
WORDS = ("Zanzibarian", "lanterns", "quixotic", "detained", "Bartholomew", "brother", "jailed",
         "xylophonists", "repression", "Marmalade", "hm -->", "China detained")  # fmt: skip


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "texts").mkdir()
    monkeypatch.chdir(tmp_path / "texts")
    for name, text in TEXTS.items():
        Path(name).write_bytes(text.encode())
    before = cachefiles.folder()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    if before.is_dir() and cachefiles.folder() != before:  # built rules may be shared
        cachefiles.folder().mkdir(parents=True)
        for path in (*before.glob("index-*"), *before.glob("pack-*")):
            (cachefiles.folder() / path.name).symlink_to(path)
    return tmp_path


def kept() -> list[Path]:
    return sorted(cachefiles.folder().glob("results-*"))


def check(options: Options | None = None, *, cached: bool = True) -> Report:
    return api.check(["."], options or Options(), cache=cached)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the rules were asked about, in the order of the asking."""
    from lintwords import runner

    seen: list[str] = []
    own = runner.check_data

    def note(linter, path, data, options, format=None):  # type: ignore[no-untyped-def]
        seen.append(str(path))
        return own(linter, path, data, options, format)

    monkeypatch.setattr(runner, "check_data", note)
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
)  # fmt: skip
def test_other_options_ask_the_rules(options: Options, judged: list[str]) -> None:
    check()
    judged.clear()
    assert check(options) == check(options, cached=False)
    assert len(judged) == 2 * len(TEXTS)


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


def test_no_word_of_a_text_stands_in_the_cache() -> None:
    check()
    data = b"".join(path.read_bytes() for path in kept())
    assert len(data) > 200
    assert [word for word in WORDS if word.encode() in data] == []
    assert [word for word in WORDS if word.encode("utf-16-le") in data] == []


def test_two_processes_add_to_one_another() -> None:
    linter = api.load_linter(Options())
    first, second = (cache.Cache(linter.stamp, Options()) for _ in range(2))
    names = [first.name(Path("x.md"), text) for text in (b"one", b"two")]
    first.put(names[0], ("en", 1, None))
    second.put(names[1], ("en", 2, None))
    first.save()
    second.save()
    third = cache.Cache(linter.stamp, Options())
    assert [third.get(Path("x.md"), name) for name in names] == [("en", 1, None), ("en", 2, None)]


def test_a_spoilt_cache_is_done_without(judged: list[str]) -> None:
    plain = check()
    (path,) = kept()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(data)
    judged.clear()
    assert check() == plain
    assert len(judged) == len(TEXTS)


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
