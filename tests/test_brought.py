"""What was built from the rules fits wherever and whenever the same rules stand."""

from __future__ import annotations

import marshal
import os
import shutil
from hashlib import blake2b
from pathlib import Path

import pytest
from caches import built, lend

import lintwords
from lintwords.files import cachefiles
from lintwords.files.shipped import rules_folder
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.packs import fields, loader, stamps

TEXT = "China jailed five lawyers."


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The rules at another path and of another time; the cache is named, and filled."""
    place = tmp_path / "elsewhere" / "rules"
    shutil.copytree(rules_folder(), place, copy_function=shutil.copyfile)
    for path in place.rglob("*.toml"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    lend(tmp_path / "lent", built(), ["en"])
    shutil.copytree(tmp_path / "lent", tmp_path / "cache")
    monkeypatch.setenv("LINTWORDS_CACHE", str(tmp_path / "cache"))
    return place


def use(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (loader, stamps, cachefiles):
        monkeypatch.setattr(module, "rules_folder", lambda: place)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files of rules that were parsed."""
    found: list[Path] = []
    real = fields.parse
    monkeypatch.setattr(fields, "parse", lambda path: found.append(path) or real(path))
    return found


def findings() -> list[tuple[str, str]]:
    made = DocumentLinter(Options())
    assert all(str(rule.path).startswith(str(loader.rules_folder())) for rule in made.rules)
    return [(one.rule, one.words) for one in lintwords.lint(TEXT).findings]


def test_a_copy_of_the_rules_uses_what_was_built_before(rules, parsed, monkeypatch) -> None:
    use(rules, monkeypatch)
    assert findings() == [("country-as-abuser", "China")]
    assert parsed == []


def test_what_was_built_may_come_beside_the_rules(rules, parsed, monkeypatch, tmp_path) -> None:
    shutil.move(tmp_path / "cache", rules / "compiled")
    use(rules, monkeypatch)
    monkeypatch.setenv("LINTWORDS_CACHE", str(tmp_path / "another"))
    assert findings() == [("country-as-abuser", "China")]
    assert parsed == []


def test_one_other_byte_asks_for_all_of_it_anew(rules, monkeypatch) -> None:
    """Also where size and time of the file stay."""
    use(rules, monkeypatch)
    before = stamps.stamp("en")
    assert stamps.stamp("en") == before
    file = rules / "en" / "conflation.toml"
    old, times = file.read_bytes(), file.stat()
    assert b"Name who acts" in old
    file.write_bytes(old.replace(b"Name who acts", b"Tell who acts"))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    changed = stamps.stamp("en")
    assert changed != before
    file.write_bytes(old)
    assert stamps.stamp("en") == before


# -- what is in a cache is not believed ---------------------------------------------------------


def sealed(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).digest() + body


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"x" * 10, id="shorter than its seal"),
        pytest.param(b"x" * 16 + marshal.dumps("mine"), id="another seal"),
        pytest.param(sealed(marshal.dumps("mine"))[:-1], id="cut"),
        pytest.param(sealed(b""), id="nothing sealed"),
        pytest.param(sealed(b"\xff\xff"), id="no value"),
        pytest.param(sealed(marshal.dumps([1])[:-1]), id="half a value"),
        pytest.param(sealed(b"(\x01\x00\x00\x00" * 5000), id="nested without end"),
    ],
)
def test_a_spoilt_file_is_as_none(data, rules) -> None:
    cachefiles.keep("a", "1", "mine")
    (cachefiles.folder() / "a-1").write_bytes(data)
    assert cachefiles.kept("a", "1") is None


@pytest.mark.parametrize("value", [("another", "shape"), 7, "a text", [], None])
def test_a_value_of_another_shape_is_built_anew(value, rules, tmp_path, monkeypatch) -> None:
    """Here without the price of building: only that all of it is asked for."""
    data = sealed(marshal.dumps(value))
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(data)
    asked: list[str] = []
    monkeypatch.setattr(DocumentLinter, "_build", lambda self, stamp: asked.append(stamp))
    _ = DocumentLinter(Options()).index
    assert len(asked) == 1
    assert loader.languages() == loader.languages()
    with pytest.raises(InterruptedError):
        monkeypatch.setattr(fields, "parse", raising)
        loader.load("en")


def raising(path: Path) -> None:
    raise InterruptedError(path)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners of POSIX")
def test_what_others_may_write_is_not_read(rules, monkeypatch) -> None:
    cachefiles.keep("a", "1", "mine")
    path = cachefiles.folder() / "a-1"
    assert cachefiles.kept("a", "1") == "mine"
    path.chmod(0o666)
    assert cachefiles.kept("a", "1") is None
    path.chmod(0o600)
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert cachefiles.kept("a", "1") == ("mine" if path.stat().st_uid == 0 else None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_in_the_cache_is_not_waited_for(rules) -> None:
    os.mkfifo(cachefiles.folder() / "a-1")
    assert cachefiles.kept("a", "1") is None
