"""YAML: its scalars, each once under each name that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lintwords.errors import CannotRead, install
from lintwords.interface import say
from lintwords.readers.common.builder import TooMuch
from lintwords.readers.common.source import line_and_column
from lintwords.readers.data import values
from lintwords.readers.data.values import KEY, OTHERWISE, Value

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")  # an anchor or a tag before a value
_BINARY, _SET = "tag:yaml.org,2002:binary", "tag:yaml.org,2002:set"
_MOST_NODES = 2_000_000  # of YAML, each once under each name


def scalars(path: Path, text: str, deepest: int) -> Iterator[Value]:
    try:
        import yaml
    except ImportError as trouble:
        hint = f"{say('YAML files need an extra.')} {install('yaml')}"
        raise CannotRead(say("cannot read {path}", path=path), hint, path) from trouble
    try:
        documents = list(yaml.compose_all(text, _bounded(yaml.SafeLoader)))
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as trouble:
        mark = getattr(trouble, "problem_mark", None)
        where = ""
        if mark:
            line, column = line_and_column(text[: mark.index])
            where = say("line {line}, column {column}", line=line, column=column)
        deep = isinstance(trouble, RecursionError)
        what = getattr(trouble, "problem", None) or (say(
            "it is nested too deep",
        ) if deep else trouble)
        hint = f"{what}{', ' if where else ''}{where}."
        raise CannotRead(say("cannot read {path} as YAML", path=path), hint, path) from trouble
    # an alias leads to a node that stands elsewhere: it is seen once under each name that matters
    seen: set[tuple[int, tuple[str, ...]]] = set()
    todo: list[tuple[tuple[str, ...], Any]] = [((), node) for node in reversed(documents)]
    while todo:
        keys, node = todo.pop()
        state = (id(node), keys[-deepest:])
        if node is None or state in seen:
            continue
        seen.add(state)
        if len(seen) > _MOST_NODES:
            raise CannotRead(
                say("cannot read {path} as YAML", path=path),
                say("It repeats itself too often."), path,
            )
        if isinstance(node, yaml.ScalarNode) and node.tag == _BINARY:
            yield keys, 0, 0, OTHERWISE
        elif isinstance(node, yaml.ScalarNode):
            before = _PROPERTIES.match(text, node.start_mark.index)
            assert before is not None  # the pattern can match nothing
            start, end = before.end(), node.end_mark.index
            quotes = 1 if node.style in ("'", '"') else 0
            yield keys, start + quotes, end - quotes, node.style or ""
        elif isinstance(node, yaml.SequenceNode):
            todo += [(keys, child) for child in reversed(node.value)]
        elif isinstance(node, yaml.MappingNode):
            rows = [
                ((*keys, str(key.value) if isinstance(key, yaml.ScalarNode) else ""), child)
                for key, child in node.value
            ]
            if node.tag == _SET:
                yield keys, 0, 0, OTHERWISE
            for inside, _ in rows:
                yield inside, 0, 0, KEY
            todo += reversed(rows)


def _bounded(loader: Any) -> Any:
    """A loader of YAML that raises TooMuch for more nodes than fit into memory."""

    class Bounded(loader):  # type: ignore[misc]
        nodes = 0

        def compose_node(self, parent: Any, index: Any) -> Any:
            self.nodes += 1
            if self.nodes > values.MOST_KEPT:
                raise TooMuch
            return super().compose_node(parent, index)

    return Bounded
