"""What no fix may touch is found by a search, however much of it there is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lintwords.model import Document, Locked

LOCKS = st.builds(
    lambda part, start, size: Locked(part, start, start + size),
    st.integers(0, 1), st.integers(0, 20), st.integers(1, 6),
)


@given(st.lists(LOCKS, max_size=12), st.integers(0, 1), st.integers(0, 26), st.integers(1, 5))
def test_a_stretch_is_locked_if_one_of_all_touches_it(
    locked: list[Locked], part: int, start: int, size: int
) -> None:
    document = Document(Path("a.docx"), "docx", (), (), locked=tuple(locked))
    is_one = any(lock.part == part and lock.touches(start, start + size) for lock in locked)
    assert document.is_locked(part, start, start + size) is is_one


def test_stretches_beside_each_other_stay_two() -> None:
    locks = (Locked(0, 4, 8), Locked(0, 0, 4))
    document = Document(Path("a.docx"), "docx", (), (), locked=locks)
    assert [document.is_locked(0, at, at) for at in (2, 4, 6)] == [True, False, True]
