"""What each key of the review screen does."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from lintwords.reports.cells import one_line, visible, wrap
from lintwords.tui import changes, moves, session, summary, writing
from lintwords.tui.decision import Decision, Reach, State, ignored
from lintwords.tui.desk import Desk
from lintwords.tui.filtering import ALL, filter_of
from lintwords.tui.help import all_keys, rule_page
from lintwords.tui.item import draft, words_of
from lintwords.tui.keys import shown
from lintwords.tui.layout import breaks
from lintwords.tui.lines import ADDED, DIM, HEAD, PLAIN, REMOVED, Line, Piece, line, text_of
from lintwords.tui.screens.ask import Ask
from lintwords.tui.screens.ignore import Ignored, IgnoreScreen
from lintwords.tui.screens.palette import Choice, Palette
from lintwords.tui.screens.reader import Reader
from lintwords.tui.state import Session, Turn
from lintwords.tui.words import say

if TYPE_CHECKING:
    from lintwords.tui.screens.review import ReviewScreen

_DIFF_ROLES = {"+": ADDED, "-": REMOVED, "@": HEAD}
_BACK = ("escape", say("back"))


class Commands:
    """The commands by name: each `do_…` is one of `keys.COMMANDS`."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen

    @property
    def _session(self) -> Session:
        return self._screen.review.session

    @property
    def _desk(self) -> Desk:
        return self._screen.review_app.desk

    def press(self, key: str) -> None:
        """Do what a key does, or say that it does nothing."""
        app = self._screen.review_app
        if self._screen.is_searching and key in ("n", "N"):
            self._walk(1 if key == "n" else -1)
        elif key.isdecimal() and key != "0":
            self._act(session.accept(self._session, int(key) - 1))
        elif key in ("up", "down"):
            self._up_or_down(1 if key == "down" else -1)
        elif key == "enter" and self._screen.part == "list":
            self._screen.close_list()
        elif name := app.keymap.get(key):
            self.do(name)
        else:
            self._screen.tell(say("not-a-key", key=shown(key)))

    def do(self, name: str) -> None:
        """Do a command by name."""
        action: Callable[[], None] = getattr(self, f"do_{name}")
        action()

    def _act(self, turn: Turn) -> None:
        self._screen.take(turn)
        if turn.is_done:
            self._show_summary()

    # -- deciding ---------------------------------------------------------------------------

    def do_accept(self) -> None:
        self._act(session.accept(self._session))

    def do_skip(self) -> None:
        self._act(session.skip(self._session))

    def do_undo(self) -> None:
        self._act(session.undo(self._session))

    def do_redo(self) -> None:
        self._act(session.redo(self._session))

    def do_reopen(self) -> None:
        self._act(session.reopen(self._session))

    def do_mark_next(self) -> None:
        self._act(moves.mark_by(self._session, 1))

    def do_mark_previous(self) -> None:
        self._act(moves.mark_by(self._session, -1))

    def do_edit(self) -> None:
        item = self._session.item
        if item is None or self._session.decision(item.id).state is State.LOST or item.is_quoted:
            self._act(session.edit(self._session, ""))  # says why not
            return
        decision = self._session.decision(item.id)
        words = decision.words or draft(
            item, self._session.choice, self._screen.review.document(item)
        )
        self._screen.typed = words
        self._screen.prompt.open("edit", say("prompt-edit"), _flat(words))
        self._screen.tell(say("prompt-edit-how"))

    def _edited(self, words: str) -> None:
        item = self._session.item
        assert item is not None
        before = draft(item, self._session.choice, self._screen.review.document(item))
        if words == _flat(before):
            if item.choices:
                self._act(session.accept(self._session))
            else:
                self._screen.tell(say("unchanged"))
            return
        if not words.strip():
            body = say("delete-body", words=one_line(item.finding.words))
            answers = (("y", say("delete-yes")), _BACK)
            ask = Ask(say("delete-title"), [body], answers)
            self._screen.app.push_screen(ask, self._deleted)
            return
        found = self._desk.found_in(item, words)
        self._act(session.edit(self._session, words, found))

    def _deleted(self, answer: str | None) -> None:
        if answer == "y":
            self._act(session.edit(self._session, ""))

    def do_ignore(self) -> None:
        item = self._session.item
        if item is None or self._session.decision(item.id).state is State.LOST:
            self._act(session.ignore(self._session, Reach.HERE, ""))  # says why not
            return
        others = {reach: len(session.reached(self._session, reach)) - 1 for reach in Reach}
        app = self._screen.review_app
        screen = IgnoreScreen(
            item, app.review.texts[item.file].name, others,
            no_comment=self._desk.why_no_comment(item), needs_reason=self._desk.needs_reason,
            more=app.signs.more,
        )  # fmt: skip
        app.push_screen(screen, self._ignored)

    def _ignored(self, answer: Ignored | None) -> None:
        if answer is None:
            return
        comments: dict[int, Decision] = {}
        if answer.comment:
            for id in session.reached(self._session, answer.reach):
                edits = self._desk.comment(self._session.items[id], answer.reason)
                made = ignored(answer.reach, answer.reason, comment=True)
                comments[id] = Decision(
                    made.state, edits=edits, reach=made.reach, reason=made.reason, comment=True
                )
        self._act(session.ignore(self._session, answer.reach, answer.reason, comments))

    def do_alike(self) -> None:
        item, plan = self._session.item, session.alike(self._session)
        if item is None or len(plan) < 2:
            self._screen.tell(say("no-alike"))
            return
        decision = next(decision for id, decision in plan if id == item.id)
        found, words = one_line(item.finding.words), one_line(words_of(decision, item))
        key = {State.ACCEPTED: "accept", State.EDITED: "edit", State.IGNORED: "ignore"}.get(
            decision.state, "skip"
        )
        body = [say(f"alike-{key}", found=found, words=words, reason=decision.reason)]
        counts: dict[int, int] = {}
        for id, _ in plan:
            file = self._session.items[id].file
            counts[file] = counts.get(file, 0) + 1
        texts = self._screen.review.texts
        body += [f"{number:>4}  {one_line(texts[file].name)}" for file, number in counts.items()]
        left = len(session.reached(self._session, Reach.EVERYWHERE)) - len(plan)
        if left > 0:
            body.append(say("alike-left", n=left))
        answers = (("y", say("alike-yes")), _BACK)
        ask = Ask(say("alike-title", n=len(plan)), body, answers)

        def done(answer: str | None) -> None:
            if answer == "y":
                self._act(session.decide_all(self._session, plan))

        self._screen.app.push_screen(ask, done)

    # -- going ------------------------------------------------------------------------------

    def do_next(self) -> None:
        self._act(moves.step(self._session, 1))

    def do_previous(self) -> None:
        self._act(moves.step(self._session, -1))

    def do_next_open(self) -> None:
        self._act(moves.next_open(self._session))

    def do_next_file(self) -> None:
        self._act(moves.file(self._session, 1))

    def do_previous_file(self) -> None:
        self._act(moves.file(self._session, -1))

    def do_first(self) -> None:
        self._act(moves.end(self._session, last=False))

    def do_last(self) -> None:
        self._act(moves.end(self._session, last=True))

    def go_to_file(self, file: int) -> None:
        """Go to the first finding of a file."""
        ids = [id for id in moves.shown(self._session) if self._session.items[id].file == file]
        if ids:
            self._act(Turn(moves.go(self._session, ids[0])))
        else:
            text = self._screen.review.texts[file]
            self._screen.tell(text.cannot or say("file-clean", file=text.name))

    def do_page_up(self) -> None:
        self._screen.document.scroll_page_up(animate=False)

    def do_page_down(self) -> None:
        self._screen.document.scroll_page_down(animate=False)

    def do_back(self) -> None:
        self._screen.document.reveal_current()

    def _up_or_down(self, by: int) -> None:
        part = self._screen.part
        if part == "detail":
            self._act(moves.mark_by(self._session, by))
        elif part == "list":
            self._act(moves.step(self._session, by))
        else:
            self._screen.document.scroll_relative(y=by, animate=False)

    # -- looking ----------------------------------------------------------------------------

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
            Reader(title, lambda width: self.diff_rows(file, width), back="qd")
        )

    def diff_rows(self, file: int, width: int) -> list[Line]:
        """The diff of a file as lines; long ones go on below."""
        document = self._screen.review.texts[file].document
        assert document is not None
        rows: list[Line] = []
        for row in changes.diff(self._session, document, file):
            sign, text = row[:1], visible(row[1:].rstrip("\r\n"))
            role = _DIFF_ROLES.get(sign, PLAIN)
            at = breaks(text, width - 1)
            for start, end in zip(at, (*at[1:], len(text)), strict=True):
                head = sign if start == 0 else " "
                rows.append(line(Piece(head, role), Piece(text[start:end], role)))
        return rows or [line(Piece(say("diff-none"), DIM))]

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

    # -- lines to type in -------------------------------------------------------------------

    def typed(self, purpose: str, text: str) -> None:
        """The text in the line changed."""
        if purpose == "edit":
            self._screen.typed = text
            self._screen.draw()

    def taken(self, purpose: str, text: str) -> None:
        """The line was taken."""
        self.closed()
        if purpose == "edit":
            self._edited(text)
        elif purpose == "search":
            self._search(text)
        elif not text.strip():
            if self._session.filter != ALL:
                self.do_clear_filter()
        else:
            wanted = filter_of(text, moves.known_rules(self._session))
            self._act(moves.set_filter(self._session, wanted))

    def closed(self) -> None:
        """Put the line away."""
        self._screen.typed = None
        self._screen.prompt.close()
        self._screen.focus_part()
        self._screen.tell(say("untouched"))

    # -- files ------------------------------------------------------------------------------

    def do_write(self) -> None:
        self._ask_write(lambda: None)

    def _ask_write(self, then: Callable[[], None]) -> None:
        """Say what a write does, write after `y`, and go on with `then` if all was written."""
        app = self._screen.review_app
        app.look_at_files()
        plan = writing.plan(app.review)
        if not plan:
            self._screen.tell(say("nothing-to-write"))
            return
        refused = [planned for planned in plan if planned.refused]
        answers = []
        if any(planned.can_track and not planned.refused for planned in plan):
            answers = [("t", say("write-track")), ("i", say("write-in-place"))]
        elif len(refused) < len(plan):
            answers = [("y", say("write-yes"))]
        answers.append(("d", say("write-diff")))
        if refused:
            text = app.review.texts[refused[0].file]
            answers.append(("s", say("write-copy", name=writing.copy_name(text).name)))
            answers.append(("p", say("write-patch", name=writing.patch_name(text).name)))
        body = [writing.told(app.review, planned) for planned in plan]
        number = len(self._session.pending())
        ask = Ask(say("write-title", n=number), body, [*answers, _BACK])

        def done(answer: str | None) -> None:
            if answer in ("y", "t", "i"):
                self._screen.tell(self._desk.write(track=answer != "i"))
            elif answer == "d":
                files = [planned.file for planned in plan]
                reader = Reader(say("diff-all"), lambda width: [
                    row for file in files for row in self.diff_rows(file, width)
                ], back="qd")  # fmt: skip
                app.push_screen(reader, lambda _: self._ask_write(then))
                return
            elif answer in ("s", "p"):
                wanted = [planned.file for planned in refused]
                self._screen.tell(self._desk.save_beside(wanted, patch=answer == "p"))
            if answer is not None and not self._session.pending():
                then()

        app.push_screen(ask, done)

    def do_editor(self) -> None:
        self._screen.tell(self._screen.review_app.open_editor())

    def do_leave(self) -> None:
        app, session_ = self._screen.review_app, self._session
        pending = session_.pending()
        if not pending:
            app.leave()
            return
        restored = sum(not session_.decision(id).effect.edits and bool(
            session_.written.get(id)) for id in pending)  # fmt: skip
        body = [say("leave-restored", n=restored)] if restored else []
        answers = (
            ("w", say("leave-write")), ("k", say("leave-keep")), ("D", say("leave-discard")),
            ("escape", say("leave-stay")),
        )  # fmt: skip

        def done(answer: str | None) -> None:
            if answer == "w":
                self._ask_write(app.leave)
            elif answer == "k":
                app.leave()
            elif answer == "D":
                app.leave(discard=True)

        app.push_screen(Ask(say("leave-title", n=len(pending)), body, answers), done)

    def _show_summary(self) -> None:
        rows = [line(row) for row in summary.summary(self._screen.review).splitlines()]
        end = [line(), line(Piece("w", "key", "key:w"), f"  {say('summary-write')}      ",
                            Piece("q", "key", "key:q"), f"  {say('summary-leave')}      ",
                            Piece("Esc", "key", "key:escape"), f"  {say('back')}")]  # fmt: skip

        def page(width: int) -> list[Line]:
            return [*_wrapped(rows, width), *end]

        def done(answer: str | None) -> None:
            if answer == "w":
                self.do_write()
            elif answer == "q":
                self.do_leave()

        reader = Reader(say("summary-title"), page, more="wq", back="")
        self._screen.app.push_screen(reader, done)

    # -- screen -----------------------------------------------------------------------------

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


def _flat(words: str) -> str:
    """Words in one line, as they are typed."""
    return re.sub(r"\r\n|\r|\n", " ", words)


def _wrapped(rows: list[Line], width: int) -> list[Line]:
    """Long lines of the summary are cut at the width and go on below, indented."""
    out: list[Line] = []
    for row in rows:
        text = text_of(row)
        lead = " " * (len(text) - len(text.lstrip()))
        first, *rest = wrap(text, width - len(lead)) or [""]
        keeps = len(text) <= width
        out.append(line(text if keeps else f"{lead}{first}"))
        out += [] if keeps else [line(f"{lead}    {more}") for more in rest]
    return out
