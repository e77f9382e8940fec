"""A start without TOML gives the same pack, and what is spoilt in the cache is built anew."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from lintwords.files import cachefiles
from lintwords.files.shipped import rules_folder
from lintwords.packs import fields, loader, plain_pack, stamps
from lintwords.text.lexicon import PARTS


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LINTWORDS_CACHE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("lang", (*stamps.with_rules(), *stamps.on_trial()))
def test_a_finished_pack_comes_back_as_it_was_read(lang: str) -> None:
    read = loader._read(rules_folder(), lang)
    value = marshal.loads(marshal.dumps(plain_pack.plain(*read, rules_folder())))
    assert plain_pack.opened(value, rules_folder()) == read


@pytest.mark.parametrize("value", [None, 7, (), ("a",) * 8, "a text"])
def test_a_value_of_another_shape_is_no_pack(value: object) -> None:
    assert plain_pack.opened(value, rules_folder()) is None


def test_parts_come_back_one_by_one(place: Path) -> None:
    parts = [b"one", b"", b"three" * 1000]
    cachefiles.keep_parts("a", "1", parts)
    found = cachefiles.kept_parts("a", "1", list)
    assert found is not None
    assert [*found] == parts
    assert found[1:] == parts[1:]


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: data[:30], id="cut in the head"),
        pytest.param(lambda data: b"x" + data[1:], id="another seal"),
        pytest.param(lambda data: data[:20] + b"\xff" * 9 + data[29:], id="a head of other ends"),
    ],
)
def test_parts_with_a_spoilt_head_are_as_none(spoil, place: Path) -> None:
    cachefiles.keep_parts("a", "1", [b"one", b"two"])
    file = place / "a-1"
    file.write_bytes(spoil(file.read_bytes()))
    assert cachefiles.kept_parts("a", "1", list) is None


def test_all_parts_are_built_anew_when_a_spoilt_one_is_asked_for(place: Path) -> None:
    cachefiles.keep_parts("a", "1", [b"one", b"two"])
    file = place / "a-1"
    file.write_bytes(file.read_bytes().replace(b"two", b"twa"))
    found = cachefiles.kept_parts("a", "1", lambda: [b"first", b"second"])
    assert found is not None
    assert found[0] == b"one"
    assert [found[1], found[0]] == [b"second", b"first"]


def test_word_lists_with_a_spoilt_part_are_built_anew(place: Path, monkeypatch) -> None:
    asked: list[Path] = []
    real = fields.parse
    monkeypatch.setattr(fields, "parse", lambda path: asked.append(path) or real(path))
    cachefiles.keep_parts("words", stamps.of_rules("en"), [b"{"] * PARTS)
    (file,) = place.glob("words-*")
    file.write_bytes(file.read_bytes()[:-PARTS] + b"x" * PARTS)
    tables = loader._tables(rules_folder(), "en")
    assert asked == []
    assert "act" in {form for _, _, form in tables.words["detention"]}
    assert asked
