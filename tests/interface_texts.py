"""What lintwords says, found in its source: the keys that a table of a language has to have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click

from lintwords.cli import speaking
from lintwords.cli.main import lintwords
from lintwords.model import Severity
from lintwords.readers.common import source
from lintwords.readers.docx import parts
from lintwords.readers.unread_formats import OTHERS
from lintwords.reports.groups import GROUPS

_DRAWN = ("chart", "diagram")
_LACKING = ("header", "footer", "part with footnotes", "part with endnotes", "footnote", "endnote",
            "slide", "chart", "diagram", "notes page")
_BROUGHT = ("embedded document", "embedded object", "embedded control", "embedded part",
            "linked document", "linked object")
PACKAGE = Path(speaking.__file__).parent.parent
# where a text is said that stands in a name of another module, or comes from a list
_ELSEWHERE = {
    "Show this message and exit.", "Usage:", "Options", "Commands", "default: {default}",
    "required", "(dynamic)",
    "{value!r} is not a valid {number_type}.",
    "Option {name!r} does not take a value.", "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.", "{name} {filename!r} does not exist.", "Missing command.",
    "Option {name!r} requires an argument.", "Got unexpected extra argument ({args})",
    "Got unexpected extra arguments ({args})", "COMMAND", "ARGS", "OPTIONS",
    *(severity.word for severity in Severity), *(f"{severity.word}s" for severity in Severity),
    *(f"{{n}} {severity.word}s" for severity in Severity), *GROUPS, "baseline", "comment",
    *(other.called for other in OTHERS.values()), *(what for _, what in source._MAGIC),
    *parts._OTHERS.values(), parts._ELSE, "its script", "few words of a known language",
    "no words of a known language", "the document says so", "what stands around it",
    *(f"{{n}} {noun}s were not read" for noun in (*_DRAWN, *_BROUGHT)),
    *(f"{{n}} {noun}s that the file lacks were not read" for noun in _LACKING),
}


_OURS = ("lintwords.interface", "lintwords.reports.words", "lintwords.readers.common.unread_parts")


@cache
def texts() -> dict[str, str]:
    """Each text that is said in English, and where it stands; of two forms the one for many."""
    found = dict.fromkeys(_ELSEWHERE, "a list")
    for path in sorted(PACKAGE.rglob("*.py")):
        found |= dict.fromkeys(_in_module(path), str(path.relative_to(PACKAGE)))
    return found | dict.fromkeys(_in_help(lintwords), "help")


def _in_module(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    known = {
        target.id: node.value for node in tree.body if isinstance(node, ast.Assign)
        for target in node.targets if isinstance(target, ast.Name)
    }
    taken = {
        name.name for node in tree.body if isinstance(node, ast.ImportFrom)
        and node.module in _OURS
        for name in node.names
    } | {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            if isinstance(node.func, ast.Name) and node.func.id in taken:
                yield from _in_call(node.func.id, node, known)
            elif ast.unparse(node.func) == "interface.say":
                yield from _in_call("say", node, known)


def _in_call(name: str, node: ast.Call, known: dict[str, ast.expr]) -> Iterator[str]:
    if name == "say":
        yield from _literals(node.args[0], known)
    elif name == "say_many":
        yield from _literals(node.args[1], known)
    elif name == "numbered":
        tails = _literals(node.args[3], known) if len(node.args) > 3 else [""]
        yield from (f"{{n}} {noun}s{tail} were not read"
                    for tail in tails for noun in _literals(node.args[1], known))
    elif name == "to_say":
        for arg in node.args:
            yield from _literals(arg, known)
    elif name == "count" and len(node.args) == 2:
        yield from (f"{{n}} {noun}s" for noun in _literals(node.args[1], known))


def _literals(node: ast.expr, known: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body, known), *_literals(node.orelse, known))
    elif isinstance(node, ast.Name) and node.id in known:
        yield from _literals(known[node.id], {})
    elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        table = known.get(node.value.id)
        if isinstance(table, ast.Dict):
            for value in table.values:
                yield from _literals(value, known)


def _in_help(command: click.Command) -> Iterator[str]:
    """Texts of a command and of those below it, and the words in capitals that stand for input."""
    ctx = click.Context(command)
    for text in (command.help, command.short_help, command.epilog):
        for paragraph in (text or "").split("\n\n"):
            yield from _told(paragraph)
    for param in command.params:  # click's own, of help, keeps the language that was first
        if isinstance(param, click.Option):
            yield from _told(param.help or "")
        yield from speaking.WORD.findall(f"{param.make_metavar(ctx)}")
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            found = command.get_command(ctx, name)
            assert found is not None
            yield from _in_help(found)


def _told(text: str) -> Iterator[str]:
    if text := (" ".join(text.split()) if "\n" in text else text.strip()):
        yield text


_TROUBLE = {"LintwordsError", "CannotRead", "CannotWrite", "SettingsError", "RulePackError",
            "Cannot", "Unread", "Refused", "UsageError"}


def plain_trouble() -> Iterator[str]:
    """Where trouble is made of a plain sentence: `module:line`."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _TROUBLE:
                if any(map(_is_sentence, node.args)):
                    yield f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"


def _is_sentence(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        return any(letter.isalpha() for letter in text)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value
