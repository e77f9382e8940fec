"""What is asked of a run over an archive, and a piece of one: values that travel to a process."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from lintwords.model import Options
from lintwords.values import dataclass

FORMATS = ("jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns or keys of rows are called; an empty name stands for none."""

    text: str = "text"
    id: str = "id"
    lang: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Sources, where the parts go, and how a text is judged."""

    sources: tuple[Path, ...]
    out: Path
    options: Options = Options()
    columns: Columns = Columns()
    kind: str = "text"  # the format of texts in rows
    format: str = "jsonl"  # of the parts
    part_size: int = 16_000_000  # bytes of a source in one part, where it can be cut
    pack: str = ""  # the stamp of the rules and words; who judges by others must not
    readings: tuple[str, ...] = ()
    version: str = ""

    def described(self) -> dict[str, Any]:
        """What decides over the content of the parts, in plain values."""
        told = asdict(self)
        del told["out"]
        options = {name: _plain(value) for name, value in told.pop("options").items()}
        sources = [str(path) for path in self.sources]
        return {**told, "options": options, "sources": sources, "readings": list(self.readings)}


@dataclass(frozen=True, slots=True)
class Partition:
    """A piece of a source. `start` and `end` are bytes of JSONL, row groups of Parquet."""

    number: int
    kind: str
    path: Path
    source: str
    size: int
    start: int = 0
    end: int | None = None
    files: tuple[str, ...] = ()  # names below `path`; an empty one is `path` itself


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)
