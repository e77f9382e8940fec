"""What each key of the review screen does: going, looking, and the line to type in.

A command is a function of the stage, under its name in `keys.COMMANDS`; what decides or writes
stands in `deciding`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lintwords.model.rule import Rule
from lintwords.reports import rule_page as pages
from lintwords.reports.cells import one_line
from lintwords.reports.view import View
from lintwords.tui import deciding, moves
from lintwords.tui.cues import cues_page
from lintwords.tui.deciding import act, diff_page
from lintwords.tui.dialogs import Choice, Palette, Reader
from lintwords.tui.finding import ALL, filter_of
from lintwords.tui.keys import all_keys, shown
from lintwords.tui.lines import HEAD, PLAIN, Line, Styled, line
from lintwords.tui.session import Session, Turn
from lintwords.tui.speaking import say
from lintwords.tui.stage import Stage


def press(stage: Stage, key: str) -> None:
    """Do what a key does, or say that it does nothing."""
    if stage.search.is_on and key in ("n", "N"):
        _walk(stage, 1 if key == "n" else -1)
    elif key.isdecimal() and key != "0":
        deciding.accept_choice(stage, int(key) - 1)
    elif key in ("up", "down"):
        _up_or_down(stage, 1 if key == "down" else -1)
    elif key == "enter" and stage.part == "list":
        stage.close_list()
    elif name := stage.keymap.get(key):
        do(stage, name)
    else:
        stage.tell(say("not-a-key", key=shown(key)))


def do(stage: Stage, name: str) -> None:
    ACTIONS[name](stage)


# -- going ------------------------------------------------------------------------------------


def _going(move: Callable[[Session], Turn]) -> Callable[[Stage], None]:
    """The command that makes a move."""
    return lambda stage: act(stage, move(stage.session))


def go_to_file(stage: Stage, file: int) -> None:
    """Go to the first finding of a file."""
    session = stage.session
    ids = [id for id in moves.shown(session) if session.items[id].file == file]
    if ids:
        act(stage, Turn(moves.go(session, ids[0])))
        return
    text = stage.review.texts[file]
    missed = "; ".join(one.what for one in text.missed)
    stage.tell(
        text.cannot or (missed and say("file-in-part", file=text.name, what=missed))
        or say("file-clean", file=text.name)
    )


def _page_up(stage: Stage) -> None:
    stage.scrolled.turn(-1)


def _page_down(stage: Stage) -> None:
    stage.scrolled.turn(1)


def _back(stage: Stage) -> None:
    stage.document.reveal_current()


def _up_or_down(stage: Stage, by: int) -> None:
    if stage.part == "detail":
        act(stage, moves.mark_by(stage.session, by))
    elif stage.part == "list":
        act(stage, moves.step(stage.session, by))
    else:
        stage.document.scroll_relative(y=by, animate=False)


# -- looking ----------------------------------------------------------------------------------


def _filter(stage: Stage) -> None:
    text = stage.session.filter.text
    stage.prompt.open("filter", say("prompt-filter"), text, say("prompt-filter-hint"))
    stage.draw()


def _clear_filter(stage: Stage) -> None:
    act(stage, moves.clear_filter(stage.session))


def _search(stage: Stage) -> None:
    stage.prompt.open("search", say("prompt-search"))
    stage.draw()


def _find(stage: Stage, text: str) -> None:
    if not text:
        return
    found = re.finditer(re.escape(text), stage.page.text, re.IGNORECASE)
    hits = [match.span() for match in found]
    if not hits:
        stage.tell(say("search-none", text=text))
        return
    marks = stage.page.of(stage.session.current)
    here = marks[0].start if marks else 0
    search = stage.search
    search.hits, search.is_on = hits, True
    search.hit = next((n for n, hit in enumerate(hits) if hit[0] >= here), 0)
    _walk(stage, 0)


def _walk(stage: Stage, by: int) -> None:
    search = stage.search
    search.hit = (search.hit + by) % len(search.hits)
    stage.tell(say("search-hit", number=search.hit + 1, total=len(search.hits)))


def _end_search(stage: Stage) -> bool:
    was = stage.search.is_on
    stage.search.is_on, stage.search.hits, stage.search.hit = False, [], -1
    return was


def _view(stage: Stage) -> None:
    stage.view = stage.view.next
    _end_search(stage)
    stage.tell(say(f"view-{stage.view.value}"))


def _diff(stage: Stage) -> None:
    item = stage.session.item
    if item is None:
        stage.tell(say("no-finding"))
        return
    title = say("diff-title", name=one_line(stage.review.texts[item.file].name))
    file = item.file
    stage.open(Reader(title, lambda width: diff_page(stage.review, [file], width), back="qd"))


def _rule(stage: Stage) -> None:
    item = stage.session.item
    found = stage.desk.rule_of(item) if item else None
    if found is None:
        stage.tell(say("no-finding"))
        return
    rule, titles = found
    stage.open(Reader(
        say("rule-title"),
        lambda width: rule_page(rule, titles, width, ascii=stage.signs.ascii), back="qr",
    ))


def rule_page(rule: Rule, filters: Mapping[str, str], width: int, *, ascii: bool) -> list[Line]:
    """The page that `lintwords explain` shows, without the line on how to switch it off."""
    text = pages.render(rule, filters, View(width=width, ascii=ascii))
    return [line(Styled(row, PLAIN if row.startswith(" ") else HEAD)) for row in text.splitlines()]


def _cues(stage: Stage) -> None:
    item = stage.session.item
    if item is None:
        stage.tell(say("no-finding"))
        return
    told = stage.desk.cues_of(item)
    stage.open(Reader(say("cues-title"), lambda width: cues_page(*told, width), back="qc"))


def _commands(stage: Stage) -> None:
    rows = [
        Choice(command.name, say(f"key-{command.name}"), "  ".join(map(shown, command.keys)))
        for command in stage.commands
    ]
    rows += [Choice(f"theme {name}", say("key-theme", name=name)) for name in stage.themes]

    def done(name: str | None) -> None:
        if name is not None and name.startswith("theme "):
            stage.wear(name.removeprefix("theme "))
        elif name is not None:
            do(stage, name)

    stage.open(Palette(rows), done)


def _help(stage: Stage) -> None:
    stage.open(Reader(say("help-title"), lambda width: all_keys(stage.commands, width), back="q?"))


def _next_part(stage: Stage) -> None:
    stage.go_to_part(1)


def _previous_part(stage: Stage) -> None:
    stage.go_to_part(-1)


def _close(stage: Stage) -> None:
    if _end_search(stage):
        stage.tell(say("search-end"))
    elif not stage.close_list():
        stage.tell(say("untouched"))


# -- the line to type in ----------------------------------------------------------------------


def typed(stage: Stage, purpose: str, text: str) -> None:
    """The text in the line changed."""
    if purpose == "edit":
        stage.typed = text
        deciding.told_while_typing(stage, text)


def taken(stage: Stage, purpose: str, text: str) -> None:
    """The line was taken."""
    closed(stage)
    if purpose == "edit":
        deciding.edited(stage, text)
    elif purpose == "note":
        deciding.noted(stage, text)
    elif purpose == "search":
        _find(stage, text)
    elif not text.strip():
        if stage.session.filter != ALL:
            _clear_filter(stage)
    else:
        wanted = filter_of(text, moves.known_rules(stage.session))
        act(stage, moves.set_filter(stage.session, wanted))


def closed(stage: Stage) -> None:
    """Put the line away."""
    stage.typed = None
    stage.prompt.close()
    stage.focus_part()
    stage.tell(say("untouched"))


ACTIONS: Mapping[str, Callable[[Stage], None]] = {
    "accept": deciding.accept, "edit": deciding.edit, "ignore": deciding.ignore,
    "skip": deciding.skip, "note": deciding.note, "alike": deciding.alike, "undo": deciding.undo,
    "redo": deciding.redo, "reopen": deciding.reopen,
    "mark_next": _going(lambda now: moves.mark_by(now, 1)),
    "mark_previous": _going(lambda now: moves.mark_by(now, -1)),
    "next": _going(lambda now: moves.step(now, 1)),
    "previous": _going(lambda now: moves.step(now, -1)), "next_open": _going(moves.next_open),
    "next_file": _going(lambda now: moves.file(now, 1)),
    "previous_file": _going(lambda now: moves.file(now, -1)),
    "first": _going(lambda now: moves.end(now, last=False)),
    "last": _going(lambda now: moves.end(now, last=True)), "page_up": _page_up,
    "page_down": _page_down, "back": _back, "filter": _filter, "clear_filter": _clear_filter,
    "search": _search, "view": _view, "diff": _diff, "rule": _rule, "cues": _cues,
    "write": deciding.write, "editor": deciding.editor, "leave": deciding.leave,
    "commands": _commands, "help": _help, "next_part": _next_part,
    "previous_part": _previous_part, "close": _close,
}
