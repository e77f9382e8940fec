"""Where the rules stand that come with lintwords, and what of the program lies in a wheel."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path


def rules_folder() -> Path:
    """The shipped rules: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    # an editable install can leave a stale copy elsewhere; only these two places are looked at
    return inside if inside.is_dir() else package.parent / "rules"


def program_files(without: Collection[str] = ()) -> Iterator[tuple[Path, str]]:
    """The files of the program with their names in a wheel, but for the packages `without`."""
    rules = rules_folder()
    for top, name in ((Path(__file__).parent.parent, "lintwords"), (rules, "lintwords/rules")):
        for file in sorted(top.rglob("*")):
            inside = file.relative_to(top)
            is_twice = top != rules and inside.parts[0] == "rules"
            if file.is_file() and not is_twice and "__pycache__" not in inside.parts \
                    and inside.parts[0] not in (*without, "compiled"):
                yield file, f"{name}/{inside.as_posix()}"
