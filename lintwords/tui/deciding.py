"""Commands that decide on findings, write them and leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lintwords.api import readers
from lintwords.reports.cells import one_line, visible
from lintwords.tui import actions, changed_text, moves, overview, write_plan
from lintwords.tui.alike import AlikeScreen, Plan
from lintwords.tui.dialogs import Ask, Reader
from lintwords.tui.finding import Decision, Reach, State, draft, hull_of, ignored, words_of
from lintwords.tui.ignore import Ignored, IgnoreScreen
from lintwords.tui.lines import (
    ADDED,
    DIM,
    HEAD,
    PLAIN,
    REMOVED,
    Line,
    Styled,
    breaks,
    line,
)
from lintwords.tui.review import Review
from lintwords.tui.session import Turn, where
from lintwords.tui.speaking import say
from lintwords.tui.stage import Stage
from lintwords.tui.ways import BESIDE, WAYS, ways_to_write

_DIFF_ROLES = {"+": ADDED, "-": REMOVED, "@": HEAD}


def act(stage: Stage, turn: Turn) -> None:
    """Show what an action gave; after the last open finding comes the summary."""
    stage.waits = turn.is_done and stage.desk.incoming is not None
    if stage.waits:
        turn = turn._replace(said=say("done-so-far", so_far=stage.desk.so_far))
    stage.take(turn)
    if turn.is_done and not stage.waits:
        _finish(stage)


def waits_for_all(stage: Stage) -> bool:
    """Whether it is too early, which is said: a file is written once all of it is judged."""
    if stage.desk.incoming is None:
        return False
    stage.tell(say("still-reading", so_far=stage.desk.so_far))
    return True


def _so_far(stage: Stage, turn: Turn) -> Turn:
    """What was done to all that are alike, and that others may come."""
    if stage.desk.incoming is None:
        return turn
    return turn._replace(said=say("only-so-far", said=turn.said))


# -- decisions --------------------------------------------------------------------------------


def accept(stage: Stage) -> None:
    accept_choice(stage, stage.session.choice)


def accept_choice(stage: Stage, number: int) -> None:
    """Take a choice; a wording that may not fit is first put where it can be edited."""
    now = stage.session
    turn = actions.accept(now, number)
    if turn.session is now or now.item is None or not now.item.needs_fitting(number):
        act(stage, turn)
        return
    act(stage, moves.mark(now, number))
    edit(stage, marked=False)
    stage.prompt.how = say("fit", beside=_beside(stage))
    told_while_typing(stage, stage.prompt.line.value)


def skip(stage: Stage) -> None:
    act(stage, actions.skip(stage.session))


def undo(stage: Stage) -> None:
    act(stage, actions.undo(stage.session))


def redo(stage: Stage) -> None:
    act(stage, actions.redo(stage.session))


def reopen(stage: Stage) -> None:
    act(stage, actions.reopen(stage.session))


def edit(stage: Stage, *, marked: bool = True) -> None:
    """Open the line for own words, the present ones marked; `edited` takes what is typed there."""
    session = stage.session
    item = session.item
    if item is None or session.decision(item.id).state is State.LOST or item.stays:
        act(stage, actions.edit(session, ""))  # says why not
        return
    decision = session.decision(item.id)
    words = decision.words or draft(item, session.choice, stage.review.document(item))
    stage.typed = words
    stage.prompt.open("edit", say("prompt-edit"), _flat(words), marked=marked)
    stage.prompt.how = say("prompt-edit-how", beside=_beside(stage))
    told_while_typing(stage, stage.prompt.line.value)


def told_while_typing(stage: Stage, words: str) -> None:
    """Say what own words meet badly, or else what the keys of the line do."""
    item, choice = stage.session.item, stage.session.choice
    # "the a" may become "the authorities"; a wording that was offered is nobody's own
    is_own = item is not None and len(words.split()) > 1 and (
        words != _flat(draft(item, choice, stage.review.document(item)))
    )
    said = stage.prompt.how
    if item is not None and is_own:
        if met := stage.desk.ill_met(item, words):
            said = say("prompt-edit-met", words=met, beside=_beside(stage))
        elif mark := stage.desk.mark_left(item, words):
            said = say("prompt-edit-alone", mark=mark, beside=_beside(stage))
    stage.tell(said)


def _beside(stage: Stage) -> str:
    """How words beside those in the line are reached: by a wider wording, or in an editor."""
    item = stage.session.item
    assert item is not None
    here, *others = (hull_of(item, fix.edits) for fix in (
        *item.choices[stage.session.choice :], *item.choices[: stage.session.choice]
    )) if item.choices else (hull_of(item, ()),)
    if any(one.start <= here.start and here.end <= one.end and one != here for one in others):
        return say("beside-wider")
    is_text = stage.review.document(item).format in readers.TEXTS
    return say("beside-editor" if is_text else "beside-note")


def edited(stage: Stage, words: str) -> None:
    """Take own words; words as they were decide nothing, and no words at all ask once."""
    session = stage.session
    item = session.item
    assert item is not None
    before = draft(item, session.choice, stage.review.document(item))
    if words == _flat(before):
        if item.choices:
            act(stage, actions.accept(session))
        else:
            stage.tell(say("unchanged"))
        return
    if not words.strip():
        body = say("delete-body", words=one_line(item.finding.words))
        answers = (("y", say("delete-yes")), _back())

        def deleted(answer: str | None) -> None:
            if answer == "y":
                act(stage, actions.edit(stage.session, ""))
            else:
                edit(stage)

        stage.open(Ask(say("delete-title"), [body], answers), deleted)
        return
    act(stage, stage.desk.edit(item, words))


def note(stage: Stage) -> None:
    """Open the line for a note to a colleague; `noted` takes what is typed there."""
    session = stage.session
    item = session.item
    if item is None or session.decision(item.id).state is State.LOST:
        act(stage, actions.note(session, ""))  # says why not
        return
    decision = session.decision(item.id)
    if decision.state is State.IGNORED:
        act(stage, actions.note(session, ""))  # says why not
        return
    hint = "prompt-note-beside" if decision.changes_text else "prompt-note-hint"
    stage.prompt.open("note", say("prompt-note"), decision.reason, say(hint))
    stage.draw()


def noted(stage: Stage, text: str) -> None:
    """Take a note."""
    act(stage, stage.desk.note(text))


def ignore(stage: Stage) -> None:
    session = stage.session
    item = session.item
    if item is None or session.decision(item.id).state is State.LOST:
        act(stage, actions.ignore(session, Reach.HERE, ""))  # says why not
        return
    others = {reach: _places(stage, actions.reached(session, reach)) for reach in Reach}
    screen = IgnoreScreen(
        item, stage.review.texts[item.file].name, others,
        before=session.decision(item.id), no_comment=stage.desk.why_no_comment(item),
        needs_reason=stage.desk.needs_reason, more=stage.signs.more,
    )

    def done(answer: Ignored | None) -> None:
        if answer is not None:
            _ignored(stage, answer)

    stage.open(screen, done)


def _places(stage: Stage, ids: Iterable[int]) -> list[str]:
    """Where findings stand, but for the current one: the file is named where it is another."""
    session = stage.session
    here = session.item
    rows = [session.items[id] for id in ids if here and id != here.id]
    return [
        where(item) if here and item.file == here.file
        else f"{one_line(stage.review.texts[item.file].name)} {where(item)}"
        for item in rows
    ]


def _ignored(stage: Stage, answer: Ignored) -> None:
    session, comments = stage.session, {}
    if answer.comment:
        for id in actions.reached(session, answer.reach):
            edits = stage.desk.comment(session.items[id], answer.reason)
            made = ignored(answer.reach, answer.reason, comment=True)
            comments[id] = Decision(
                made.state, edits=edits, reach=made.reach, reason=made.reason, comment=True
            )
    turn = actions.ignore(session, answer.reach, answer.reason, comments)
    act(stage, turn if answer.reach is Reach.HERE else _so_far(stage, turn))


def alike(stage: Stage) -> None:
    session = stage.session
    item, plan = session.item, actions.alike(session)
    noted = actions.noted_alike(session)
    if item is None or len(plan) < 2:
        stays = item.stays if item and not plan else ""
        key = f"no-fix-{stays}" if stays else "alike-noted" if noted else "no-alike"
        stage.tell(say(key, n=noted))
        return
    decision = next(decision for id, decision in plan if id == item.id)
    found, words = one_line(item.finding.words), one_line(words_of(decision, item))
    key = {State.ACCEPTED: "accept", State.EDITED: "edit", State.IGNORED: "ignore"}.get(
        decision.state, "skip"
    )
    head = [say(f"alike-{key}", found=found, words=words, reason=decision.reason)]
    left = len(actions.reached(session, Reach.EVERYWHERE)) - len(plan) - noted
    if left > 0:
        head.append(say("alike-left", n=left))
    if noted:
        head.append(say("alike-noted", n=noted))

    def done(answer: Plan | None) -> None:
        if answer:
            act(stage, _so_far(stage, actions.decide_all(stage.session, answer)))
        elif answer is not None:
            stage.tell(say("plain-back"))

    stage.open(AlikeScreen(stage.review, plan, head, stage.signs), done)


def _flat(words: str) -> str:
    """Words in one line, as they are typed."""
    return re.sub(r"\r\n|\r|\n", " ", words)


# -- files, and the end of a review -----------------------------------------------------------


def write(stage: Stage) -> None:
    _ask_write(stage, lambda: None)


def _ask_write(stage: Stage, then: Callable[[], None]) -> None:
    """Say what a write does, write after `y`, and go on with `then` if all was written."""
    if waits_for_all(stage):
        return
    stage.look_at_files()
    review = stage.review
    plan = write_plan.plan(review)
    if not plan:
        stage.tell(say("nothing-to-write"))
        return
    refused = [planned for planned in plan if planned.refused]
    body = write_plan.tell(review, plan, stage.desk.checker.known)
    number = len(review.session.pending())
    ask = Ask(say("write-title", n=number), body, [*ways_to_write(review, plan), _back()])

    def done(answer: str | None) -> None:
        if answer in WAYS:
            stage.tell(stage.desk.write(WAYS[answer]))
        elif answer == "d":
            files = [planned.file for planned in plan]
            reader = Reader(
                say("diff-all"), lambda width: diff_page(stage.review, files, width), back="qd"
            )
            stage.open(reader, lambda _: _ask_write(stage, then))
            return
        elif answer in BESIDE:
            wanted = [planned.file for planned in refused]
            stage.tell(stage.desk.save_beside(wanted, BESIDE[answer]))
        is_saved = answer in BESIDE and len(refused) == len(plan)  # more cannot be written
        if answer is not None and (is_saved or not stage.session.pending()):
            then()

    stage.open(ask, done)


def diff_page(review: Review, files: Iterable[int], width: int) -> list[Line]:
    """What a write changes in some files; long lines go on below."""
    rows: list[Line] = []
    for file in files:
        document = review.texts[file].document
        if document is None:
            continue
        for row in changed_text.diff(review.session, document, file):
            sign, text = row[:1], visible(row[1:].rstrip("\r\n"))
            role = _DIFF_ROLES.get(sign, PLAIN)
            at = breaks(text, width - 1)
            for start, end in zip(at, (*at[1:], len(text)), strict=True):
                head = sign if start == 0 else " "
                rows.append(line(Styled(head, role), Styled(text[start:end], role)))
    return rows or [line(Styled(say("diff-none"), DIM))]


def editor(stage: Stage) -> None:
    if waits_for_all(stage):
        return
    stage.tell(stage.open_editor())


def leave(stage: Stage) -> None:
    session = stage.session
    pending = session.pending()
    if not pending:
        stage.quit()
        return
    restored = sum(
        not session.decision(id).effect.edits and session.on_disk(id).changes_text for id in pending
    )
    body = [say("leave-restored", n=restored)] if restored else []
    answers = (
        ("w", say("leave-write")), ("k", say("leave-keep")), ("D", say("leave-discard")),
        ("escape", say("leave-stay")),
    )

    def done(answer: str | None) -> None:
        if answer == "w":
            _ask_write(stage, stage.quit)
        elif answer == "k":
            stage.quit()
        elif answer == "D":
            stage.quit(discard=True)

    stage.open(Ask(say("leave-title", n=len(pending)), body, answers), done)


def _finish(stage: Stage) -> None:
    rows = stage.desk.summary().splitlines()
    keys = (("w", say("summary-write")), ("q", say("summary-leave")))

    def done(answer: str | None) -> None:
        if answer == "w":
            write(stage)
        elif answer == "q":
            leave(stage)

    def page(width: int) -> list[Line]:
        return [line(row) for row in overview.folded(rows, width)]

    reader = Reader(say("summary-title"), page, keys, back="")
    stage.open(reader, done)


def _back() -> tuple[str, str]:
    return "escape", say("back")
