"""No module asks for one that asks for it, be it late: what is imported in a function counts too.

The contract in `pyproject.toml` keeps the order of packages; this keeps it inside each of them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from lintwords.readers.formats import FORMATS

ROOT = Path(__file__).parent.parent
FRONT = ("lintwords", "lintwords.api")  # the front door, which is opened when it is asked for


@cache
def modules() -> dict[str, ast.Module]:
    """The name of each module of lintwords, with what it says."""
    found = {}
    for path in (ROOT / "lintwords").rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = ast.parse(path.read_text("utf-8"))
    return found


def imported(node: ast.AST, known: Mapping[str, object]) -> Iterator[str]:
    """The modules that are imported below a node; not what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.ImportFrom):
            for name in child.names:
                whole = f"{child.module}.{name.name}"
                yield whole if whole in known else str(child.module)
        elif isinstance(child, ast.Import):
            yield from (name.name for name in child.names)
        yield from imported(child, known)


def needed(name: str, wanted: Iterable[str], known: Mapping[str, object]) -> set[str]:
    """What a module is loaded with: what it imports, with the packages around that."""
    found = set()
    for one in wanted:
        parts = one.split(".")
        around = {".".join(parts[:length]) for length in range(2, len(parts) + 1)}
        found |= {other for other in around if not f"{name}.".startswith(f"{other}.")}
    return found & known.keys()


def circles(graph: Mapping[str, set[str]]) -> list[str]:
    """The modules from which imports lead back to them."""
    def reach(start: str) -> set[str]:
        seen: set[str] = set()
        left = [start]
        while left:
            new = graph[left.pop()] - seen
            seen |= new
            left += new
        return seen

    return sorted(name for name in graph if name in reach(name))


def test_no_import_leads_back_not_even_a_late_one() -> None:
    known = modules()
    graph = {name: needed(name, imported(tree, known), known) for name, tree in known.items()}
    graph[FRONT[0]].discard(FRONT[1])
    assert "lintwords.model" in graph["lintwords.readers"]  # else nothing was looked at
    assert circles(graph) == []


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c"]


def test_each_format_has_its_module() -> None:
    assert {f"lintwords.readers.{name}" for name in FORMATS.values()} <= modules().keys()
