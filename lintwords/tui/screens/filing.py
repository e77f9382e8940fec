"""Commands on files: write, leave, open an editor; and the summary at the end."""

from __future__ import annotations

from collections.abc import Callable

from lintwords.reports.cells import wrap
from lintwords.tui import summary, writing
from lintwords.tui.help import diff_page
from lintwords.tui.lines import Line, Piece, line, text_of
from lintwords.tui.screens.ask import Ask
from lintwords.tui.screens.doing import Doing
from lintwords.tui.screens.reader import Reader
from lintwords.tui.words import say

_BACK = ("escape", say("back"))


class Filing(Doing):
    """What touches files, and the end of a review."""

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
        if any(planned.can_copy and not planned.refused for planned in plan):
            tracked = {planned.can_track for planned in plan if not planned.refused}
            which = "mixed" if len(tracked) > 1 else "track" if True in tracked else "beside"
            answers = [("t", say(f"write-{which}")), ("i", say("write-in-place"))]
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
                reader = Reader(
                    say("diff-all"), lambda width: diff_page(app.review, files, width), back="qd"
                )
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

    def _finish(self) -> None:
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
