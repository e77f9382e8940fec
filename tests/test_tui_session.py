"""Decisions of a review, without a screen: every state with every action, undo, overlaps, moves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import desks
import pytest
from desks import stays_whole
from hypothesis import given, settings
from hypothesis import strategies as st

from lintwords import lint
from lintwords.tui import actions, moves
from lintwords.tui.actions import (
    accept,
    alike,
    decide_all,
    edit,
    ignore,
    mark_written,
    note,
    redo,
    reopen,
    skip,
    undo,
)
from lintwords.tui.changed_text import edits_in
from lintwords.tui.finding import OPEN, Decision, Reach, State, filter_of, item_of
from lintwords.tui.preview import doubt
from lintwords.tui.session import Session, Turn
from lintwords.values import replace

WIDE, INNER, LAST, QUOTED, OTHER, BARE = range(6)


def at(session: Session, id: int) -> Session:
    return moves.go(session, id)


def state(session: Session, id: int) -> State:
    return session.decision(id).state


def lost(session: Session) -> Session:
    return Session(
        session.items, session.order, session.near,
        {INNER: Decision(State.LOST, was=OPEN)}, current=INNER,
    )


REACHED: dict[State, Callable[[Session], Session]] = {
    State.OPEN: lambda s: s,
    State.ACCEPTED: lambda s: accept(s).session,
    State.EDITED: lambda s: edit(s, "own words").session,
    State.IGNORED: lambda s: ignore(s, Reach.HERE, "a reason").session,
    State.SKIPPED: lambda s: skip(s).session,
    State.NOTED: lambda s: note(s, "whose words?").session,
    State.COVERED: lambda s: accept(at(s, WIDE)).session,
    State.LOST: lost,
}
ACTIONS: dict[str, Callable[[Session], Turn]] = {
    "accept": lambda s: accept(s, 1),
    "edit": lambda s: edit(s, "other words"),
    "ignore": lambda s: ignore(s, Reach.HERE, ""),
    "skip": skip,
    "note": lambda s: note(s, "ask her first"),
    "reopen": reopen,
}
AFTER = {"accept": State.ACCEPTED, "edit": State.EDITED, "ignore": State.IGNORED,
         "skip": State.SKIPPED, "note": State.NOTED, "reopen": State.OPEN}
STAYS = {(State.COVERED, "reopen"), (State.IGNORED, "note"),
         *((State.LOST, name) for name in ACTIONS)}
# a note stands beside what was taken
BESIDE = {(State.ACCEPTED, "note"), (State.EDITED, "note")}


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("before", REACHED)
def test_every_action_in_every_state(before: State, name: str) -> None:
    start = at(REACHED[before](at(desks.session(), INNER)), INNER)
    assert state(start, INNER) is before
    turn = ACTIONS[name](start)
    stays = (before, name) in STAYS
    after = before if stays or (before, name) in BESIDE else AFTER[name]
    assert state(turn.session, INNER) is after
    assert turn.said  # always one sentence
    if stays or (before, name) == (State.OPEN, "reopen"):
        assert turn.session == start  # nothing happened, and the sentence says why
    elif (before, name) != (State.SKIPPED, "skip"):  # no step: skipped it is
        back = undo(turn.session).session
        assert back.decisions == start.decisions
        assert back.current == INNER
        assert redo(back).session.decisions == turn.session.decisions


@pytest.mark.parametrize(
    ("id", "act", "said"),
    [
        pytest.param(QUOTED, accept, "inside a quotation", id="a quotation has no fix"),
        pytest.param(QUOTED, lambda s: edit(s, "x"), "speaker's words stay", id="nor an edit"),
        pytest.param(BARE, accept, "No ready wording", id="no wording"),
        pytest.param(INNER, lambda s: accept(s, 7), "no fix 8 here, only 1 to 2", id="no such fix"),
        pytest.param(OTHER, lambda s: accept(s, 1), "no fix 2 here, only 1", id="only one fix"),
        pytest.param(OTHER, lambda s: moves.mark_by(s, 1), "only this one", id="nothing to mark"),
        pytest.param(QUOTED, lambda s: moves.mark(s, 0), "quotation", id="no mark in a quotation"),
        pytest.param(WIDE, undo, "Nothing to undo", id="nothing to undo"),
        pytest.param(WIDE, redo, "Nothing to redo", id="nothing to redo"),
        pytest.param(BARE, lambda s: moves.step(s, 1), "last finding", id="the last"),
        pytest.param(WIDE, lambda s: moves.step(s, -1), "first finding", id="the first"),
        pytest.param(WIDE, moves.clear_filter, "No filter", id="no filter"),
    ],
)
def test_an_action_without_effect_says_why(
    id: int, act: Callable[[Session], Turn], said: str
) -> None:
    start = at(desks.session(), id)
    turn = act(start)
    assert turn.session == start
    assert said in turn.said


def test_a_session_without_findings_does_nothing() -> None:
    empty = Session.of([])
    for act in (accept, skip, reopen, undo, redo, lambda s: edit(s, ""),
                lambda s: ignore(s, Reach.FILE, "x"), moves.next_open):
        assert act(empty).session == empty
    assert alike(empty) == []


def test_what_overlaps_is_settled_and_freed() -> None:
    taken = accept(at(desks.session(), WIDE))
    assert "settles 1 finding more" in taken.said
    assert taken.session.decision(INNER) == Decision(State.COVERED, by=WIDE, was=OPEN)
    assert state(reopen(at(taken.session, WIDE)).session, INNER) is State.OPEN
    assert state(undo(taken.session).session, INNER) is State.OPEN


def test_a_later_decision_takes_the_words_from_an_earlier_one() -> None:
    both = accept(at(accept(at(desks.session(), INNER)).session, WIDE)).session
    inner = both.decision(INNER)
    assert (inner.state, inner.by, inner.was and inner.was.state) == (
        State.COVERED, WIDE, State.ACCEPTED,
    )
    freed = ignore(at(both, WIDE), Reach.HERE, "").session
    assert state(freed, INNER) is State.ACCEPTED


def test_the_way_on_goes_through_the_file_then_the_next_then_the_skipped_ones_once() -> None:
    now = at(desks.session(), LAST)
    seen = []
    turn = skip(now)
    while not turn.is_done:
        seen.append(turn.session.current)
        turn = skip(turn.session)
    # QUOTED after LAST, then the start of the file, other files, and each skipped one once more
    assert seen[:5] == [QUOTED, WIDE, INNER, OTHER, BARE]
    assert sorted(seen[5:]) == [WIDE, INNER, LAST, QUOTED, OTHER, BARE]


def test_the_last_decision_ends_the_way() -> None:
    now = desks.session()
    for _ in range(5):
        turn = ignore(now, Reach.HERE, "")
        now = turn.session
        assert not turn.is_done
    assert ignore(now, Reach.HERE, "").is_done
    assert "No finding is open" in moves.next_open(ignore(now, Reach.HERE, "").session).said


@pytest.mark.parametrize(
    ("reach", "ids"),
    [
        pytest.param(Reach.HERE, [INNER], id="here"),
        pytest.param(Reach.FILE, [WIDE, INNER, LAST, QUOTED], id="this rule in this file"),
        pytest.param(Reach.EVERYWHERE, [INNER, LAST, QUOTED, OTHER], id="these words"),
    ],
)
def test_an_ignore_reaches_as_far_as_it_says(reach: Reach, ids: list[int]) -> None:
    start = at(desks.session(), INNER)
    assert actions.reached(start, reach) == ids
    turn = ignore(start, reach, "a title")
    assert [id for id in turn.session.order if state(turn.session, id) is State.IGNORED] == ids
    assert undo(turn.session).session.decisions == {}  # one step


def test_an_ignore_leaves_decided_findings_alone() -> None:
    start = at(accept(at(desks.session(), LAST)).session, INNER)
    assert LAST not in actions.reached(start, Reach.FILE)


def test_alike_takes_the_same_wording_where_there_is_one() -> None:
    start = moves.mark(at(desks.session(), INNER), 0).session
    plan = alike(start)
    assert [(id, decision.choice) for id, decision in plan] == [(INNER, 0), (LAST, 0), (OTHER, 0)]
    turn = decide_all(start, plan)
    assert turn.session.pending() == [INNER, LAST, OTHER]
    assert state(turn.session, WIDE) is State.COVERED
    assert undo(turn.session).session.decisions == {}


def test_alike_leaves_what_carries_a_note() -> None:
    noted = actions.note(at(desks.session(), OTHER), "whose?").session
    start = moves.mark(at(noted, INNER), 0).session
    assert [id for id, _ in alike(start)] == [INNER, LAST]
    assert actions.noted_alike(start) == 1


def test_alike_takes_own_words_and_reasons_along() -> None:
    edited = at(edit(at(desks.session(), LAST), "Officials").session, LAST)
    assert {id: decision.words for id, decision in alike(edited)} == {
        INNER: "Officials", LAST: "Officials", OTHER: "Officials",
    }
    ignored_ = at(ignore(at(desks.session(), LAST), Reach.HERE, "a title").session, LAST)
    assert {decision.reason for _, decision in alike(ignored_)} == {"a title"}


def test_a_write_is_undone_by_the_next_write() -> None:
    taken = accept(at(desks.session(), LAST)).session
    written = mark_written(taken, [0])
    assert written.pending() == []
    back = undo(written).session
    assert back.pending() == [LAST]
    assert edits_in(back, 0) == {}
    again = mark_written(back, [0])
    assert again.pending() == []
    assert redo(again).session.pending() == [LAST]


def test_another_fix_after_a_write_is_pending_and_the_same_one_is_not() -> None:
    written = mark_written(accept(at(desks.session(), LAST), 0).session, [0])
    assert accept(at(written, LAST), 1).session.pending() == [LAST]
    assert accept(at(written, LAST), 0).session.pending() == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("error", [WIDE, INNER, LAST, QUOTED, OTHER], id="severity"),
        pytest.param("country-as-mind", [BARE], id="rule"),
        pytest.param("conflation poet", [BARE], id="category and words"),
        pytest.param("accepted", [LAST], id="state"),
        pytest.param("accepted error", [LAST], id="state and severity"),
        pytest.param("other.md", [OTHER], id="words of the path"),
    ],
)
def test_a_filter(text: str, ids: list[int]) -> None:
    start = accept(at(desks.session(), LAST)).session
    turn = moves.set_filter(start, filter_of(text, moves.known_rules(start)))
    assert moves.shown(turn.session) == ids
    assert turn.session.current in ids
    assert moves.clear_filter(turn.session).session.filter == start.filter


def test_a_filter_that_nothing_passes_is_not_set() -> None:
    start = desks.session()
    turn = moves.set_filter(start, filter_of("zebra", ()))
    assert turn.session == start
    assert "zebra" in turn.said


def test_files_are_walked_round() -> None:
    start = at(desks.session(), WIDE)
    second = moves.file(start, 1).session
    third = moves.file(second, 1).session
    assert [second.current, third.current] == [OTHER, BARE]
    assert moves.file(third, 1).session.current == WIDE
    assert moves.file(start, -1).session.current == BARE


STEPS = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from([*ACTIONS, "undo", "redo", "write", "alike"])),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_decisions_fit_together_and_undo_leads_back_to_the_start(
    steps: list[tuple[int, str]],
) -> None:
    now = desks.session()
    first = now
    for id, name in steps:
        now = at(now, id)
        if name == "write":
            now = mark_written(now, [0, 1])
        elif name == "alike":
            now = decide_all(now, alike(now)).session
        else:
            now = {"undo": undo, "redo": redo, **ACTIONS}[name](now).session
        stays_whole(now)
    last = now.decisions
    count = len(now.past)
    while now.past:
        now = undo(now).session
        stays_whole(now)
    assert now.decisions == first.decisions
    for _ in range(count):
        now = redo(now).session
    assert now.decisions == last


def test_the_session_needs_no_textual() -> None:
    code = (
        "import sys, lintwords.tui.desk, lintwords.tui.plain, lintwords.tui.overview\n"
        "assert 'textual' not in sys.modules"
    )
    root = Path(__file__).parent.parent
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)


@pytest.mark.parametrize(("text", "choice", "is_fitted"), [
    ("La Chine a arrêté un avocat.", 0, False),
    ("Uyghurs were held in a vocational training centre.", 0, True),
    ("La Chine a arrêté cinq avocats. Les Chinois ont torturé deux d’entre eux.", 0, True),
], ids=["a name in a slot", "a wording for a line", "one that asks for the words"])
def test_what_may_not_fit_is_first_put_where_it_can_be_edited(
    text: str, choice: int, is_fitted: bool
) -> None:
    found = lint(text).findings[-1]
    assert item_of(0, 0, found).needs_fitting(choice) is is_fitted


def test_a_note_leaves_a_finding_open_and_is_not_asked_again() -> None:
    now = note(at(desks.session(), INNER), "  whose \n words? ").session
    assert now.decision(INNER).reason == "whose words?"
    assert now.open() == len(now.items)  # nothing is settled
    for id in (LAST, QUOTED, WIDE, OTHER, BARE):
        assert now.current == id
        turn = ignore(now, Reach.HERE, "a title")
        now = turn.session
    assert turn.is_done
    assert moves.next_open(now).session.current == INNER  # the person asks for it
    assert note(at(now, INNER), " ").session.decision(INNER) == OPEN  # an empty one takes it away
    assert "no note" in note(at(desks.session(), INNER), " ").said


def test_what_was_taken_is_marked_also_where_no_other_finding_is_open() -> None:
    now = desks.session()
    for id in (WIDE, QUOTED, OTHER, BARE, LAST):
        now = ignore(at(now, id), Reach.HERE, "").session
    now = accept(at(now, INNER), 1).session
    turn = accept(at(now, INNER), 0)
    assert turn.is_done
    assert (turn.session.current, turn.session.choice) == (INNER, 0)


def test_a_decision_for_all_says_where_a_person_is_asked() -> None:
    item = desks.items()[2]
    sure, asked = item.choices
    item = replace(item, choices=(sure, replace(asked, why_not="who did it is not known")))
    first, second = (Decision(State.ACCEPTED, number, item.choices[number].edits)
                     for number in (0, 1))
    assert doubt(item, first) == ""
    assert doubt(item, second) == "by hand: who did it is not known"
