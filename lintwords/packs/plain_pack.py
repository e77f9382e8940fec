"""A checked pack as plain values and back: what a start needs, without the TOML that it came from.

A rule is the row of its fields. What few starts ask for, the examples, stays bytes until somebody
does; sources that rules share are one object again.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, overload

from lintwords.model import Severity, Source
from lintwords.model.rule import (
    Example,
    Filter,
    Fit,
    MentionPattern,
    Names,
    Pack,
    Phrase,
    ReadingFile,
    Rule,
)
from lintwords.values import names as names_of

Row = tuple[Any, ...]
_LENGTH = 8  # parts of a finished pack


def plain(pack: Pack, reading: ReadingFile | None, root: Path) -> Row:
    """A pack of files below `root` as values that `marshal` keeps."""
    sources = list(dict.fromkeys(one for rule in pack.rules for one in rule.sources))
    numbers = {source: nth for nth, source in enumerate(sources)}

    def rule_row(rule: Rule) -> Row:
        changed = {
            "severity": int(rule.severity), "path": _inside(rule.path, root),
            "mention": tuple(map(_mention_row, rule.mention)),
            "phrase": tuple(map(_phrase_row, rule.phrase)),
            "fits": {text: _row(fit) for text, fit in rule.fits.items()},
            "sources": tuple(numbers[one] for one in rule.sources),
            "examples": marshal.dumps([_example_row(one) for one in rule.examples]),
            "profiles": dict(rule.profiles),
        }
        return _row(rule, changed)

    filters = [
        (one.id, one.title, tuple(map(_mention_row, one.mention)),
         tuple(map(_phrase_row, one.phrase)))
        for one in pack.filters.values()
    ]
    return (
        pack.lang, _row(pack.names), tuple(map(_row, sources)),
        tuple(map(rule_row, pack.rules)), filters, dict(pack.messages),
        reading and _row(reading, {"path": _inside(reading.path, root)}), _shape(),
    )


def opened(value: Any, root: Path) -> tuple[Pack, ReadingFile | None] | None:
    """The pack that `plain` was given; None for a value of another shape."""
    if not isinstance(value, tuple) or len(value) != _LENGTH or value[-1] != _shape():
        return None
    lang, names, source_rows, rule_rows, filter_rows, messages, reading, _ = value
    sources = [Source(*row) for row in source_rows]
    paths: dict[str, Path] = {}

    def path(name: str) -> Path:
        return paths.get(name) or paths.setdefault(name, root / name)

    makes: Mapping[str, Callable[[Any], Any]] = {
        "severity": Severity, "path": path, "mention": _mentions, "phrase": _phrases,
        "fits": _fits, "sources": lambda row: tuple(sources[nth] for nth in row),
        "examples": Later,
    }
    steps = [(nth, makes[name]) for nth, name in enumerate(names_of(Rule)) if name in makes]
    rules = []
    for row in rule_rows:
        values = list(row)
        for nth, make in steps:
            values[nth] = make(values[nth])
        rules.append(Rule(*values))
    filters = {
        id: Filter(id, title, _mentions(mention), _phrases(phrase))
        for id, title, mention, phrase in filter_rows
    }
    pack = Pack(lang, Names(*names), tuple(rules), filters, messages)
    return pack, reading and ReadingFile(root / reading[0], *reading[1:])


class Later(Sequence[Example]):
    """The examples of a rule, made of bytes when somebody first asks for one."""

    __slots__ = ("_data", "_made")

    def __init__(self, data: bytes) -> None:
        self._data, self._made = data, None

    _made: tuple[Example, ...] | None

    @property
    def _all(self) -> tuple[Example, ...]:
        if self._made is None:
            self._made = tuple(map(_example, marshal.loads(self._data)))
        return self._made

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, at: int) -> Example: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Example, ...]: ...

    def __getitem__(self, at: int | slice) -> Example | tuple[Example, ...]:
        return self._all[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all)


# -- one value ----------------------------------------------------------------------------------


def _shape() -> tuple[tuple[str, ...], ...]:
    """The fields of all that is kept: another program may have others."""
    kinds = (Rule, MentionPattern, Phrase, Fit, Example, Source, Names, ReadingFile)
    return tuple(map(names_of, kinds))


def _row(value: Any, changed: Mapping[str, Any] | None = None) -> Row:
    """The fields of a value, some of them already plain."""
    changed = changed or {}
    return tuple(
        changed[name] if name in changed else getattr(value, name)
        for name in names_of(value)
    )


def _inside(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _mention_row(keys: MentionPattern) -> Row:
    changed = {
        "but_not": tuple(map(_mention_row, keys.but_not)),
        "severity": keys.severity and int(keys.severity),
    }
    return _row(keys, changed)


_SEVERITY, _NOT = (names_of(MentionPattern).index(name) for name in ("severity", "but_not"))


def _mentions(rows: Sequence[Row]) -> tuple[MentionPattern, ...]:
    return tuple(map(_mention, rows))


def _mention(row: Row) -> MentionPattern:
    if row[_NOT] or row[_SEVERITY]:
        values = list(row)
        values[_NOT] = _mentions(row[_NOT])
        values[_SEVERITY] = row[_SEVERITY] and Severity(row[_SEVERITY])
        return MentionPattern(*values)
    return MentionPattern(*row)


def _phrase_row(phrase: Phrase) -> Row:
    return _row(phrase, {"severity": phrase.severity and int(phrase.severity)})


def _phrases(rows: Sequence[Row]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(pattern, severity and Severity(severity), anywhere)
        for pattern, severity, anywhere in rows
    )


def _fits(rows: Mapping[str, Row]) -> dict[str, Fit]:
    return {text: Fit(*row) for text, row in rows.items()}


def _example_row(example: Example) -> Row:
    return _row(example, {"severity": example.severity and int(example.severity)})


def _example(row: Row) -> Example:
    text, finds, because, fixed, safe, severity, *rest = row
    weight = severity and Severity(severity)
    return Example(text, finds, because, fixed, safe, weight, *rest)
