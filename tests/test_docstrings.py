"""What docstrings name in backticks is there: modules of the package, and what stands in them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "lintwords"
NAMED = re.compile(r"`([a-zA-Z_]\w*(?:\.[a-zA-Z_]\w*)*)`")
NO_CODE = ("body", "article.body", "words.lift")  # words of data files and of rules
FILES = (".toml",)


@cache
def modules() -> Mapping[str, ast.Module]:
    """Each module by its name below the package, which itself is ""."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts).removesuffix("__init__").rstrip(".")
        found[name] = ast.parse(path.read_text("utf-8"))
    return found


@cache
def held(module: str) -> frozenset[str]:
    """What is defined, set, taken as an argument or imported in a module."""
    return frozenset(names(modules()[module]))


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias):
            yield node.asname or node.name


def below(room: str) -> list[str]:
    """The modules in a package, and the package itself."""
    return [one for one in modules() if one == room or one.startswith(f"{room}.") or not room]


def is_there(name: str, room: str) -> bool:
    """Whether `name` leads to a module or something in one, from a package or from the top."""
    for place in (f"{room}.{name}".lstrip("."), name.removeprefix("lintwords.")):
        steps = place.split(".")
        for at in range(len(steps), 0, -1):
            if (module := ".".join(steps[:at])) != room and module in modules():
                if all(step in held(module) for step in steps[at:]):
                    return True
                break
    first, *rest = name.split(".")  # a name of the package, or a class of it with one
    return any(
        first in held(one) and all(step in held(one) for step in rest) for one in below(room)
    )


def stale(module: str, said: str, *, dotted: bool) -> list[str]:
    """What the docstring `said` of a module names that is not there."""
    is_package = (PACKAGE / module.replace(".", "/") / "__init__.py").is_file()
    room = module if is_package else module.rpartition(".")[0]
    return [
        name for name in NAMED.findall(said)
        if ("." in name or not dotted) and name not in NO_CODE and not name.endswith(FILES)
        and not is_there(name, room)
    ]


def test_what_docstrings_name_is_there() -> None:
    found = {}
    for module, tree in modules().items():
        is_package = (PACKAGE / module.replace(".", "/") / "__init__.py").is_file()
        said = ast.get_docstring(tree) or ""
        if gone := stale(module, said, dotted=not is_package):  # others quote single words too
            found[module or "lintwords"] = gone
    assert found == {}


@pytest.mark.parametrize(
    "name",
    ["whole_run", "check_files.lint_bytes", "run.one_file", "fix_files", "Watcher.start"],
)
def test_a_name_that_leads_somewhere(name: str) -> None:
    assert stale("run", f"Asks `{name}`.", dotted=False) == []


@pytest.mark.parametrize(
    "name", ["whole_runs", "check_files.lint_byte", "run.one_files", "gone.this", "Watcher.halt"]
)
def test_a_name_that_leads_nowhere(name: str) -> None:
    assert stale("run", f"Asks `{name}`.", dotted=False) == [name]
