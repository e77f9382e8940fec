"""Commands that look: filter, search, views, diff, the page of a rule, all keys."""

from __future__ import annotations

import re

from lintwords.reports.cells import one_line
from lintwords.tui import moves
from lintwords.tui.help import all_keys, diff_page, rule_page
from lintwords.tui.keys import shown
from lintwords.tui.screens.doing import Doing
from lintwords.tui.screens.palette import Choice, Palette
from lintwords.tui.screens.reader import Reader
from lintwords.tui.words import say


class Looking(Doing):
    """What only looks; nothing here decides or writes."""

    def do_filter(self) -> None:
        self._screen.prompt.open(
            "filter", say("prompt-filter"), self._session.filter.text, say("prompt-filter-hint")
        )

    def do_clear_filter(self) -> None:
        self._act(moves.clear_filter(self._session))

    def do_search(self) -> None:
        self._screen.prompt.open("search", say("prompt-search"))

    def _search(self, text: str) -> None:
        screen, page = self._screen, self._screen.page
        if not text:
            return
        found = re.finditer(re.escape(text), page.text, re.IGNORECASE)
        hits = [match.span() for match in found]
        if not hits:
            screen.tell(say("search-none", text=text))
            return
        marks = page.of(self._session.current)
        here = marks[0].start if marks else 0
        screen.hits, screen.is_searching = hits, True
        screen.hit = next((n for n, hit in enumerate(hits) if hit[0] >= here), 0)
        self._walk(0)

    def _walk(self, by: int) -> None:
        screen = self._screen
        screen.hit = (screen.hit + by) % len(screen.hits)
        screen.tell(say("search-hit", number=screen.hit + 1, total=len(screen.hits)))

    def do_view(self) -> None:
        self._screen.view = self._screen.view.next
        self._end_search()
        self._screen.tell(say(f"view-{self._screen.view.value}"))

    def do_diff(self) -> None:
        item = self._session.item
        if item is None:
            self._screen.tell(say("no-finding"))
            return
        text = self._screen.review.texts[item.file]
        title, file = say("diff-title", name=one_line(text.name)), item.file
        self._screen.app.push_screen(
            Reader(title, lambda width: diff_page(self._screen.review, [file], width), back="qd")
        )

    def do_rule(self) -> None:
        item, app = self._session.item, self._screen.review_app
        rule = self._desk.rule_of(item) if item else None
        if item is None or rule is None:
            self._screen.tell(say("no-finding"))
            return
        titles = self._desk.filter_titles(item)
        self._screen.app.push_screen(Reader(
            say("rule-title"),
            lambda width: rule_page(rule, titles, width, ascii=app.signs.ascii), back="qr",
        ))  # fmt: skip


    def do_commands(self) -> None:
        app = self._screen.review_app
        rows = [
            Choice(command.name, say(f"key-{command.name}"), "  ".join(map(shown, command.keys)))
            for command in app.commands
        ]
        rows += [Choice(f"theme {name}", say("key-theme", name=name))
                 for name in app.available_themes]  # fmt: skip

        def done(name: str | None) -> None:
            if name is not None and name.startswith("theme "):
                app.theme = name.removeprefix("theme ")
            elif name is not None:
                self.do(name)

        app.push_screen(Palette(rows), done)

    def do_help(self) -> None:
        app = self._screen.review_app
        app.push_screen(
            Reader(say("help-title"), lambda width: all_keys(app.commands, width), back="q?")
        )

    def do_next_part(self) -> None:
        self._screen.go_to_part(1)

    def do_previous_part(self) -> None:
        self._screen.go_to_part(-1)

    def do_close(self) -> None:
        if self._end_search():
            self._screen.tell(say("search-end"))
        elif not self._screen.close_list():
            self._screen.tell(say("untouched"))

    def _end_search(self) -> bool:
        was = self._screen.is_searching
        self._screen.is_searching, self._screen.hits, self._screen.hit = False, [], -1
        return was
