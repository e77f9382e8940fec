"""The cache folder: what is used stays, what is not goes, and it never grows without end."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from lintwords.files import cachefiles


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return cachefiles.folder()


def age(place: Path, name: str, days: float) -> None:
    at = time.time() - days * cachefiles.DAY
    os.utime(place / name, (at, at))


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_what_was_kept_comes_back_and_nothing_else() -> None:
    assert cachefiles.kept("a", "1") is None
    cachefiles.keep("a", "1", {"x": (1, b"2")})
    assert cachefiles.kept("a", "1") == {"x": (1, b"2")}
    assert cachefiles.kept("b", "1") is None


def test_what_was_not_used_for_a_month_goes_when_something_new_comes(place: Path) -> None:
    for name, days in (("1", 29), ("2", 31)):
        cachefiles.keep("a", name, name)
        age(place, f"a-{name}", days)
    (place / "new-left").write_bytes(b"by a process that was ended")
    age(place, "new-left", 31)
    assert len(names(place)) == 3
    cachefiles.keep("a", "3", "3")
    assert names(place) == ["a-1", "a-3"]


def test_what_is_used_stays(place: Path) -> None:
    cachefiles.keep("a", "1", "1")
    age(place, "a-1", 29)
    assert cachefiles.kept("a", "1") == "1"
    age_now = time.time() - (place / "a-1").stat().st_mtime
    assert age_now < cachefiles.NOTED


def test_what_is_used_all_day_is_not_pushed_out_by_what_comes_later(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cachefiles, "MOST", 4000)
    cachefiles.keep("a", "of all runs", b"x" * 1000)
    for nth in range(9):
        for name in names(place):
            age(place, name, 0.6 if name == "a-of all runs" else 0.5)
        assert cachefiles.kept("a", "of all runs")
        cachefiles.keep("a", str(nth), b"x" * 1000)
    assert "a-of all runs" in names(place)


def test_of_too_much_the_least_used_goes(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for nth in range(9):
        cachefiles.keep("a", str(nth), b"x" * 1000)
        age(place, f"a-{nth}", 9 - nth)
    age(place, "a-2", 0.5)
    monkeypatch.setattr(cachefiles, "MOST", 4000)
    cachefiles.keep("a", "9", b"x" * 1000)
    assert names(place) == ["a-2", "a-8", "a-9"]


def test_a_spoilt_file_is_as_none(place: Path) -> None:
    cachefiles.keep("a", "1", "1")
    (place / "a-1").write_bytes(b"spoilt")
    assert cachefiles.kept("a", "1") is None
