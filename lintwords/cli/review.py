"""`lintwords review`: offer to go on with a kept review, ask, and print the summary.

Files are found and read by `tui.incoming`, with the `Checker` that is made here.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import click

from lintwords import api, interface, reports
from lintwords.api import STDIN
from lintwords.cli import options
from lintwords.cli.checking import refuse_losing, save, without_earlier
from lintwords.cli.exits import CANNOT, CLEAN, FOUND
from lintwords.cli.progress import EVERY, Progress, shows_progress
from lintwords.cli.terminal import err, out, stdin_bytes
from lintwords.cli.trouble import told, told_unread
from lintwords.model import Severity
from lintwords.reports.view import MIN_WIDTH
from lintwords.tui import background, keep, keys, overview
from lintwords.tui.desk import Desk
from lintwords.tui.earlier import Earlier
from lintwords.tui.incoming import Incoming
from lintwords.tui.lines import ASCII, UNICODE
from lintwords.tui.review import review_of
from lintwords.tui.speaking import say
from lintwords.tui.texts import Checker

THEMES = ("auto", "dark", "light", "ansi-dark", "ansi-light")
_QUIET = 0.1  # seconds in which all has come that is pasted with an answer


@click.command(short_help="Go through findings one by one, and decide.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--plain", is_flag=True,
              help="Question by question, for screen readers and plain terminals.")
@click.option("--resume", is_flag=True, help="Go on with a kept review, without asking.")
@click.option("--fresh", is_flag=True, help="Throw away a kept review, without asking.")
@click.option("--check", "is_check", is_flag=True,
              help="End with 1 if a finding is left open at which check would fail, with 2 if not "
                   "all was read.")
@click.option("--theme", type=click.Choice(THEMES), default="auto", show_default=True,
              help="Colours of the screen; auto asks the terminal.")
@click.option("--ascii", "ascii_only", is_flag=True,
              help="Draw with ASCII signs only, and put brackets round findings.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write one report on all files to FILE when the review ends: an HTML page with "
                   "what was decided on each finding.")
@options.settings
@click.option("--stdin-name", default="", metavar="NAME",
              help="The name and type of standard input, which is -.")
@click.option("--debug", is_flag=True, help="Show a traceback with trouble.")
def review(
    paths: tuple[Path, ...], plain: bool, resume: bool, fresh: bool, is_check: bool, theme: str,
    ascii_only: bool, output: Path | None, stdin_name: str, debug: bool, **values: Any,
) -> int:
    """Go through findings in PATHS one by one. Nothing is written before you say so."""
    config = options.config(values)
    here = config.for_path(Path())
    checker = Checker(config, here.baseline)
    progress = Progress(sys.stderr, is_shown=shows_progress(), debug=debug)
    stdin = stdin_bytes() if STDIN in paths else None
    wanted = paths or here.paths or (Path(),)
    incoming = Incoming(wanted, checker, stdin=stdin, stdin_name=stdin_name)
    commands = keys.commands(here.review_keys)
    desk = Desk(review_of([(text, ()) for text in incoming.texts]), checker, home=keep.folder(),
                needs_reason=here.review_reason == "required", incoming=incoming,
                asked=wanted)
    try:
        _read(desk, incoming, progress)
    except BaseException:
        incoming.stop()
        raise
    finally:
        progress.clear()
    if output is not None:
        files = (path for path in incoming.files if not api.is_made_report(path))
        refuse_losing(output, files, here.baseline, config)
    if not desk.review.texts:
        err(told(interface.say("no files to check in {folder}", folder=f"{wanted[0]}{os.sep}")))
    already = _tell(desk, checker, ())
    if not any(text.document for text in desk.review.texts):
        return CANNOT
    earlier = None if fresh else desk.read_earlier()
    can_undo = earlier is not None and earlier.undoable > 0
    _tell_lost(earlier)
    if desk.is_judged and not desk.review.session.items and not can_undo:
        out(interface.say("No findings to review.\n"))
        _report(desk, checker, output)
        return CANNOT if _is_missing(desk, checker) else CLEAN
    try:
        discarded = _run(desk, commands, plain, earlier, resume, theme, ascii_only)
    finally:
        desk.leave()
    _tell(desk, checker, already)
    for trouble in incoming.troubles():
        progress.trouble(trouble)
    if desk.stopped_by is not None:
        raise desk.stopped_by
    is_missing = _is_missing(desk, checker)
    out(_folded(desk.summary(discarded=discarded)))
    _report(desk, checker, output, discarded=discarded)
    if not discarded and (why := desk.lost()):
        err(told(say("sum-unkept"), f"{why[:1].upper()}{why[1:]}."))
        return CANNOT
    if is_check and is_missing:
        return CANNOT
    return FOUND if is_check and _is_left(desk, here.fail_on) else CLEAN


def _read(desk: Desk, incoming: Incoming, progress: Progress) -> None:
    """Read till the review may open; all of it where something is kept from an earlier one."""
    incoming.start()
    while not incoming.may_open or (incoming.is_running and desk.has_kept(incoming.files)):
        progress.start(incoming.files[incoming.at], incoming.at, len(incoming.files))
        incoming.wait(EVERY)
    desk.take_in()
    for trouble in incoming.troubles():
        progress.trouble(trouble)


def _folded(summary: str) -> str:
    """The summary as it fits a terminal; to a file each row stays one."""
    if not sys.stdout.isatty():
        return summary
    width = max(shutil.get_terminal_size((80, 24)).columns - 1, MIN_WIDTH)
    rows = overview.folded(summary.splitlines(), width, whole_command=True)
    return "".join(f"{row}\n" for row in rows)


def _report(
    desk: Desk, checker: Checker, output: Path | None, *, discarded: bool = False
) -> None:
    """Write the report on the review, if one is asked for, and say where it is."""
    if output is None:
        return
    from lintwords.tui.report import report_of  # only when asked for

    report, decided = report_of(desk.review, checker, discarded=discarded)
    view = reports.View(today=time.strftime("%Y-%m-%d"), decided=decided)
    save(output, reports.render("html", without_earlier(report, output), view))
    err(interface.say("The report on the review: {path}\n", path=output))


def _tell(desk: Desk, checker: Checker, already: Collection[str]) -> set[str]:
    """Say what was not read and which rules were stopped, but for what was said `already`."""
    said = [
        told(text.cannot, text.hint) if text.cannot else told_unread(text.path, text.unread)
        for text in desk.review.texts
    ]
    said += [told(one.message, one.hint) for one in checker.stopped()]
    for row in said:
        if row not in already:
            err(row)
    return {*said, *already}


def _is_missing(desk: Desk, checker: Checker) -> bool:
    """Whether not all was read, or a rule was stopped."""
    return bool(checker.stopped()) or any(
        text.cannot or text.missed for text in desk.review.texts
    )


def _is_left(desk: Desk, fail_on: str) -> bool:
    session = desk.review.session
    return fail_on != "never" and any(
        session.decision(id).is_open
        and session.items[id].finding.severity >= Severity[fail_on.upper()]
        for id in session.alive
    )


def _run(
    desk: Desk, commands: Sequence[keys.Command], plain: bool, earlier: Earlier | None,
    resume: bool, theme: str, ascii_only: bool,
) -> bool:
    """Ask until the person leaves; whether what is not written was thrown away."""
    has_screen = not plain and _has_screen()
    is_typed = background.drop_typed()  # no question has been seen yet
    _offer(desk, earlier, resume)
    if not has_screen:
        from lintwords.tui.plain import Plain

        if is_typed:
            out(f"{say('typed-before')}\n")

        asked = Plain(
            desk, _ask, lambda text: out(f"{text}\n"), lambda: background.drop_typed(_QUIET)
        )
        asked.run()
        if asked.discard:
            desk.forget()
        return asked.discard
    from lintwords.tui.app import Looks, ReviewApp, theme_for  # keeps Textual out of the rest

    name, is_typed_since = theme_for(theme)
    looks = Looks(ASCII if ascii_only else UNICODE, name, commands, is_typed or is_typed_since)
    return bool(ReviewApp(desk, looks).run())


def _tell_lost(earlier: Earlier | None) -> None:
    """Name the decisions of an earlier review that are lost, each with its sentence."""
    lost = earlier.lost if earlier else ()
    if not lost:
        return
    rows = [say("lost-earlier", n=len(lost))]
    for one in lost:
        sentence = one.sentence or say("lost-none")
        rows.append(f"  {say('lost-row', file=one.name, rule=one.rule, sentence=sentence)}")
        if one.words:
            rows.append(f"    {say('lost-words', words=one.words)}")
    out("".join(f"{row}\n" for row in rows))


def _offer(desk: Desk, earlier: Earlier | None, resume: bool) -> None:
    """Go on with an earlier review, or throw it away: as the options or the person say.

    None: the person wants none.
    """
    if earlier is None:
        desk.forget()
        return
    if not earlier.number and not earlier.undoable:
        return
    if not resume:
        try:
            said = say("resume", n=earlier.number, when=earlier.when) if earlier.number else say(
                "resume-written", n=earlier.undoable, when=earlier.when
            )
            is_fresh = _ask(said).strip().lower() == "f"
        except EOFError:
            is_fresh = False
        if is_fresh:
            desk.forget()
            return
    desk.resume(earlier)


def _has_screen() -> bool:
    """Whether a screen can be shown; standard input may have been the text, so ask the terminal.

    It is drawn on standard error.
    """
    has_both = all(one is not None and one.isatty() for one in (sys.stdout, sys.stderr))
    if not has_both or os.environ.get("TERM") == "dumb":
        return False
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True


def _ask(question: str) -> str:
    out(question)
    answer = sys.stdin.readline() if sys.stdin is not None else ""  # None: it was closed
    if not answer:
        out("\n")  # what is said next begins on a line of its own
        raise EOFError
    return answer.rstrip("\r\n")
