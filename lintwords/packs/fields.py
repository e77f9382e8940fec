"""One TOML file of a pack: read whole, with the line of each table, and values as a key wants them.

A value of another type is refused by file, line and key, with a remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lintwords.errors import RulePackError, nearest, short
from lintwords.files import toml
from lintwords.files.bounds import content
from lintwords.interface import number, say, system
from lintwords.model import Severity
from lintwords.settings import mistakes
from lintwords.values import dataclass, replace

_LARGEST = 64_000_000  # bytes; of what a user adds `stamps` lets in less
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
_HEADER = re.compile(r"^[ \t]*(\[.*)", re.MULTILINE)


def parse(path: Path) -> dict[str, Any]:
    """Read one TOML file. Raises `RulePackError` with the line where TOML ends to be valid."""
    text = ""
    try:
        data = content(path, _LARGEST)
        if data is None:  # nobody waits for a pipe
            raise RulePackError(
                say("cannot open {path}", path=path),
                say("It is no plain file."), path,
            )
        if len(data) > _LARGEST:
            raise RulePackError(
                say("{path} is too large", path=path),
                say("{largest} bytes are the most.", largest=number(_LARGEST)), path,
            )
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return toml.parse(text)
    except OSError as trouble:
        raise RulePackError(
            say("cannot open {path}", path=path),
            say("The system says: {reason}.", reason=system(trouble)), path,
        ) from trouble
    except UnicodeDecodeError as trouble:
        raise RulePackError(
            say("{path} is not UTF-8", path=path),
            say("Save it as UTF-8."), path,
        ) from trouble
    except toml.TooDeep as deep:
        line = text.count("\n", 0, deep.at) + 1
        raise RulePackError(
            say("{path} line {line}: {problem}", path=path, line=line,
                problem=say("nested too deep")),
            say("{deepest} levels are the most.", deepest=toml.DEEPEST), path,
        ) from deep
    except toml.NotToml as trouble:
        shown = mistakes.not_toml(path, text, str(trouble))
        raise RulePackError(shown.problem, shown.hint, path) from trouble
    except ValueError as trouble:  # Python reads no number of thousands of digits
        raise RulePackError(
            say("not valid TOML, {path}", path=path),
            say("A number in it has too many digits."), path,
        ) from trouble


@dataclass(frozen=True)
class Origin:
    """Where in a pack something stands, so that a mistake can be named."""

    path: Path
    line: int
    what: str  # 'rule "country-as-abuser"'

    def at(self, said: str) -> Origin:
        """The same at the line in its table where a key or a text stands, if it is found there.

        A key may be named with the keys above it.
        """
        rows = self.path.read_text("utf-8-sig").splitlines() if self.path.is_file() else []
        own = rows[self.line - 1 :]
        ends = (nth for nth, row in enumerate(own) if nth and "[" in row and row == own[0])
        own = own[: next(ends, None)]
        for word in map(re.escape, dict.fromkeys((said, said.rpartition(".")[2]))):
            wanted = re.compile(rf"""(?<![\w.-]){word}["']?\s*[]=.]|["']{word}["']""")
            for nth, row in enumerate(own):
                if wanted.search(row):
                    return replace(self, line=self.line + nth)
        return self

    def wrong(self, problem: str, hint: str = "") -> RulePackError:
        at = {"path": self.path, "line": self.line, "problem": problem}
        told = say("{path} line {line}: {what}: {problem}", **at, what=self.what) if self.what \
            else say("{path} line {line}: {problem}", **at)
        return RulePackError(told, hint, self.path)


class Layout:
    """Where the tables of a pack's file start: line numbers by header, and examples by rule."""

    def __init__(self, path: Path) -> None:
        text = path.read_text("utf-8-sig") if path.is_file() else ""
        self.starts: dict[str, list[int]] = {}
        self.examples: list[list[int]] = []
        number, at = 1, 0
        for match in _HEADER.finditer(text):
            number += text.count("\n", at, match.start())
            at = match.start()
            header = match.group(1).rstrip()
            self.starts.setdefault(header, []).append(number)
            if header == "[[rule]]":
                self.examples.append([])
            elif header == "[[rule.example]]" and self.examples:
                self.examples[-1].append(number)

    def line(self, header: str, nth: int = 0) -> int:
        """The line of the nth table with this header; 1 where it is written in another way."""
        found = self.starts.get(header, [])
        return found[nth] if nth < len(found) else 1

    def example(self, rule: int, nth: int) -> int:
        rows = self.examples[rule] if rule < len(self.examples) else []
        return rows[nth] if nth < len(rows) else self.line("[[rule]]", rule)


# -- values ----------------------------------------------------------------------------------------


def only_known(place: Origin, row: Mapping[str, Any], keys: Iterable[str]) -> None:
    known = tuple(keys)
    for key in row:
        if key not in known:
            raise place.at(key).wrong(
                say('unknown key "{key}"', key=short(key)),
                nearest(key, known) or say("Keys here: {known}.", known=', '.join(known)),
            )


def one_of(place: Origin, key: str, value: Any, known: Iterable[str]) -> None:
    names = tuple(known)
    if not isinstance(value, str):
        raise place.at(key).wrong(
            say("{key} is not a text", key=key),
            say("Use one of {names}.", names=', '.join(names)),
        )
    if value not in names:
        hint = nearest(value, names) or say("Use one of {names}.", names=', '.join(names))
        where = place.at(key)
        raise where.wrong(say('{key} cannot be "{value}"', key=key, value=short(value)), hint)


def severity_of(place: Origin, value: Any) -> Severity:
    one_of(place, "severity", value, [severity.word for severity in Severity])
    return Severity[str(value).upper()]


def need_text(place: Origin, row: Mapping[str, Any], key: str) -> None:
    if not text_of(place, row, key).strip():
        raise place.wrong(
            say('key "{key}" is missing', key=key),
            say('Write {key} = "…".', key=key),
        )


def text_of(place: Origin, row: Mapping[str, Any], key: str) -> str:
    """A text that may be missing."""
    value = row.get(key, "")
    if not isinstance(value, str):
        hint = say('Write {key} = "…".', key=key)
        raise place.at(key).wrong(say("{key} is not a text", key=key), hint)
    return value


def date_of(place: Origin, row: Mapping[str, Any], key: str) -> str:
    """A date that may be missing: a text, a date of TOML, or a year."""
    value = row.get(key, "")
    if isinstance(value, (float, bool, list, dict)):
        raise place.at(key).wrong(
            say("{key} is not a date", key=key),
            say('Write {key} = "2024-05-17".', key=key),
        )
    return str(value)


def table_of(place: Origin, row: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A table that may be missing."""
    value = row.get(key, {})
    if not isinstance(value, Mapping):
        raise place.at(key).wrong(
            say("{key} is not a table", key=key),
            say("Write {key} = {{ … }}.", key=key),
        )
    return value


def rows_of(place: Origin, row: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """A list of tables that may be missing."""
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise place.at(key).wrong(
            say("{key} is not a list of tables", key=key),
            say("Write [[{key}]] before each.", key=key),
        )
    return value


def id_of(row: Mapping[str, Any], other: object) -> str:
    value = row.get("id", other)
    return short(value) if isinstance(value, str) else str(other)


def flag_of(place: Origin, row: Mapping[str, Any], key: str, default: bool) -> bool:
    value = row.get(key, default)
    if not isinstance(value, bool):
        raise place.at(key).wrong(
            say("{key} is neither true nor false", key=key),
            say("Write {key} = true.", key=key),
        )
    return value


def words_of(place: Origin, key: str, value: Any) -> tuple[str, ...]:
    """A list of texts; one text stands for a list of one."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise place.at(key).wrong(
            say("{key} is not a list of texts", key=key),
            say('Write {key} = ["…"].', key=key),
        )
    return tuple(items)


def squeezed(text: str) -> str:
    """A text on one line; spaces that hold words together stay."""
    return _BREAKS.sub(" ", text).strip()


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
