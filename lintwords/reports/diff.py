"""From a text before and after to a unified diff."""

from __future__ import annotations


def diff(name: str, before: str, after: str) -> str:
    """A unified diff that `patch` takes; line ends stay as they are."""
    from difflib import unified_diff  # only where a diff is asked for

    old, new = (text.split("\n") for text in (before, after))
    rows = unified_diff(_ended(old), _ended(new), name, name)
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"
                   for row in rows)


def _ended(lines: list[str]) -> list[str]:
    *whole, rest = (f"{line}\n" for line in lines)
    return [*whole, rest[:-1]] if rest != "\n" else whole
