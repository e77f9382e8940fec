"""Keys and what they do: one table for the screen, the key bar, the help and the palette."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lintwords import interface
from lintwords.errors import SettingsError, nearest
from lintwords.interface import to_say
from lintwords.reports.cells import cells, wrap
from lintwords.tui.lines import BLANK, HEAD, KEY, PLAIN, Line, Styled, line, paragraph, width_of
from lintwords.tui.speaking import say


class Command(NamedTuple):
    """An action by name, and the keys that do it, the one to show first."""

    name: str
    group: str
    keys: tuple[str, ...]


# keys are characters as typed, or names such as "enter" and "ctrl+z"
COMMANDS: Sequence[Command] = (
    Command("accept", "decide", ("a", "enter")),
    Command("edit", "decide", ("e",)),
    Command("ignore", "decide", ("i",)),
    Command("skip", "decide", ("s", "space")),
    Command("note", "decide", ("m",)),
    Command("alike", "decide", ("A",)),
    Command("undo", "decide", ("u", "ctrl+z")),
    Command("redo", "decide", ("U", "ctrl+r", "ctrl+y")),
    Command("reopen", "decide", ("x",)),
    Command("mark_next", "decide", ("right",)),
    Command("mark_previous", "decide", ("left",)),
    Command("next", "go", ("n", "j")),
    Command("previous", "go", ("p", "N", "k")),
    Command("next_open", "go", ("o",)),
    Command("next_file", "go", ("]",)),
    Command("previous_file", "go", ("[",)),
    Command("first", "go", ("g",)),
    Command("last", "go", ("G",)),
    Command("page_up", "go", ("pageup",)),
    Command("page_down", "go", ("pagedown",)),
    Command("back", "go", (".",)),
    Command("cues", "look", ("c",)),
    Command("rule", "look", ("r",)),
    Command("filter", "look", ("f",)),
    Command("clear_filter", "look", ("F",)),
    Command("search", "look", ("/",)),
    Command("view", "look", ("v",)),
    Command("diff", "look", ("d",)),
    Command("write", "files", ("w", "ctrl+s")),
    Command("editor", "files", ("E",)),
    Command("leave", "files", ("q", "ctrl+q")),
    Command("commands", "screen", (":", "ctrl+p", "f1")),
    Command("help", "screen", ("?",)),
    Command("next_part", "screen", ("tab",)),
    Command("previous_part", "screen", ("shift+tab",)),
    Command("close", "screen", ("escape",)),
)

GROUPS = ("decide", "go", "look", "files", "screen")

_NAMES = dict(zip(
    ("space", "enter", "escape", "tab", "left", "right", "pageup", "pagedown", "shift+tab", "f1"),
    to_say("Space", "Enter", "Esc", "Tab", "Left", "Right", "PgUp", "PgDn", "Shift+Tab", "F1"),
    strict=True,
))
_KEYS = 22  # columns of keys in the help

# what the key bar shows, most used first; what has no room is dropped from the end
# (the numbers stand before the wordings, too, so that the reason of a finding goes before them;
# what can be undone has its key beside what was said)
_BAR = ("accept", "edit", "ignore", "write", "skip", "note", "undo", "cues", "move", "choose",
        "redo", "filter", "search", "commands", "file", "diff", "rule", "view", "alike")
_PLACES = ("accept", "choose", "edit", "ignore", "skip", "note", "undo", "redo", "cues", "move",
           "file", "alike", "filter", "search", "view", "diff", "rule", "write", "commands")
_ENDS = ("help", "leave")
_WORDLESS = "choose"  # the numbers stand alone where room is short


def keymap(changed: Mapping[str, str | Sequence[str]] | None = None) -> dict[str, str]:
    """Key → name of the command; `changed` gives other keys to commands.

    Raises SettingsError for an unknown command and for a key with two meanings.
    """
    return {key: command.name for command in commands(changed) for key in command.keys}


def commands(changed: Mapping[str, str | Sequence[str]] | None = None) -> list[Command]:
    """All commands with their keys. Raises SettingsError as `keymap`."""
    wanted = dict(changed or {})
    known = [command.name for command in COMMANDS]
    for name in wanted:
        if name not in known:
            raise SettingsError(
                interface.say('no command "{name}" in review.keys', name=name), nearest(name, known)
            )
    found = [
        command._replace(keys=_keys(wanted[command.name])) if command.name in wanted else command
        for command in COMMANDS
    ]
    owner: dict[str, str] = {str(number): "choose" for number in range(1, 10)}
    for command in sorted(found, key=lambda command: command.name not in wanted):
        for key in command.keys:
            if owner.setdefault(key, command.name) != command.name:
                if command.name in wanted:
                    raise SettingsError(
                        interface.say('the key "{key}" has two meanings in review.keys', key=key),
                        interface.say("It does {first} and {second}.", first=owner[key],
                                      second=command.name),
                    )
    return [
        command._replace(keys=tuple(key for key in command.keys if owner[key] == command.name))
        for command in found
    ]


def _keys(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def shown(key: str) -> str:
    """A key as people read it."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return interface.say(_NAMES[key]) if key in _NAMES else key


def bar(width: int, words: Mapping[str, str], keys: Mapping[str, str]) -> Line:
    """The key bar for a width: most used first, `?` and `q` at its end at every width.

    `words` are the words of commands, `keys` the keys to show, both by name.
    """
    ends = [_entry(name, words, keys) for name in _ENDS]
    room = width - 1 - sum(map(width_of, ends)) - 2
    taken: dict[str, tuple[Styled, ...]] = {}
    for name in _BAR:
        entry = _entry(name, words, keys)[: 1 if name == _WORDLESS else 2]
        if width_of(entry) + 2 > room:
            break
        taken[name] = entry
        room -= width_of(entry) + 2
    word = _entry(_WORDLESS, words, keys)
    if _WORDLESS in taken and cells(word[1].text) <= room:
        taken[_WORDLESS] = word
    entries = [taken[name] for name in _PLACES if name in taken] + ends
    line = [Styled(" ")]
    for number, entry in enumerate(entries):
        line += [*([Styled("  ")] if number else []), *entry]
    return tuple(line)


def typing_bar(purpose: str) -> Line:
    pairs = (("enter", say(f"typing-{purpose}")), ("escape", say("back")))
    line = [Styled(" ")]
    for key, words in pairs:
        action = f"typing:{key}"
        line += [Styled(shown(key), KEY, action), Styled(f" {words}  ", PLAIN, action)]
    return tuple(line)


def _entry(name: str, words: Mapping[str, str], keys: Mapping[str, str]) -> tuple[Styled, ...]:
    key = keys[name]
    action = f"do:{name}" if name not in ("choose", "move", "file") else ""
    return Styled(key, KEY, action), Styled(f" {words[name]}", "plain", action)


def all_keys(commands: Sequence[Command], width: int) -> list[Line]:
    """Every command with its keys, by group."""
    rows: list[Line] = []
    for group in GROUPS:
        rows += [line(Styled(say(f"group-{group}"), HEAD))]
        if group == "decide":
            rows += _row(interface.say("1 to 9"), say("key-choose"), width)
        for command in commands:
            if command.group == group and command.keys:
                keys = "  ".join(map(shown, command.keys))
                rows += _row(keys, say(f"key-{command.name}"), width, f"do:{command.name}")
        rows.append(BLANK)
    rows += paragraph(say("help-up"), width)
    rows += paragraph(say("help-mouse"), width)
    return rows


def _row(keys: str, text: str, width: int, action: str = "") -> Iterator[Line]:
    """Keys, and what they do in as many rows as it takes."""
    gap = " " * max(_KEYS - len(keys), 2)
    rows = wrap(text, max(width - _KEYS - 1, 8))
    yield line(" ", Styled(keys, KEY, action), Styled(f"{gap}{rows[0]}", PLAIN, action))
    for row in rows[1:]:
        yield line(Styled(f"{' ' * (_KEYS + 1)}{row}", PLAIN, action))
