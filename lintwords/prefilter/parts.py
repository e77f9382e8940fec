"""Parts of a source: those that are asked about at once, the paragraphs around words, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

PART = 32_000  # bytes that are asked about at once


def parts(data: bytes, start: int = 0) -> Iterator[bytes]:
    """A source from `start` on, cut at blank lines: no phrase goes on over one."""
    while start < len(data):
        end = data.find(b"\n\n", start + PART)
        end = end if end >= 0 else len(data)
        yield data[start:end]
        start = end


def paragraphs_around(part: bytes, shape: bytes, hits: Iterable[bytes]) -> Iterator[bytes]:
    """Each paragraph of a part in which one of these words or numbers stands.

    `shape` is the part translated, with a space at each end.
    """
    seen: set[int] = set()
    for hit in hits:
        where, wanted = (part, hit) if hit.isdigit() else (shape, b" %b " % hit)
        at = where.find(wanted)
        while at >= 0:
            start = part.rfind(b"\n\n", 0, at) + 1
            end = part.find(b"\n\n", at)
            end = end if end >= 0 else len(part)
            if start not in seen:
                seen.add(start)
                yield part[start:end]
            at = where.find(wanted, max(end, at + 1))


def by_last_digit(numbers: Iterable[bytes]) -> dict[bytes, list[bytes]]:
    """Numbers by their last digit."""
    rows: dict[bytes, list[bytes]] = {}
    for number in sorted(numbers):
        rows.setdefault(number[-1:], []).append(number)
    return rows


def numbers_in(data: bytes, numbers: dict[bytes, list[bytes]]) -> frozenset[bytes]:
    """Which of these numbers a text holds; `numbers` as `by_last_digit` gives them."""
    # one byte is looked for many times as fast as four
    rows = [row for digit, row in numbers.items() if digit in data]
    return frozenset([number for row in rows for number in row if number in data])
