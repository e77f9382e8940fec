"""A review that opens while its files are still read: what is found comes in order, each once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import desks
import fakes
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screens import run, screen
from textual.pilot import Pilot

from lintwords import api
from lintwords.cli.main import main
from lintwords.errors import CannotRead
from lintwords.model import Document, FileResult, Finding, Options, Part
from lintwords.run.one_file import judge_document, read_document
from lintwords.settings.config import Config
from lintwords.sift import baseline
from lintwords.tui.app import ReviewApp
from lintwords.tui.desk import Desk
from lintwords.tui.finding import State, item_of
from lintwords.tui.incoming import Arrival, Incoming
from lintwords.tui.plain import Plain
from lintwords.tui.review import arrived, review_of
from lintwords.tui.session import Session, neighbours
from lintwords.tui.texts import Checker, Text

HERE = Path("release.txt")
TEXT = "".join(
    f"Ruritania jailed poet {number}.\n\nThe harbour slept.\n\n" for number in range(6)
)
MIXED = """China detained five lawyers in the spring. China jailed the editor.

<!-- lintwords: ignore country-as-abuser: the name of a play -->
China tortured the monk.

La Chine a emprisonné deux avocats. La Chine torture les moines.

<!-- lintwords: ignore country-as-abuser: nothing to ignore here -->
The harbour slept.

China silenced the teacher.
"""


class Steps:
    """Holds the reading up: each finding is told of when `on` allows it."""

    def __init__(self) -> None:
        self._may, self.lots = threading.Semaphore(0), 0

    def on(self, number: int = 1) -> None:
        for _ in range(number):
            self._may.release()

    def slowed(self, real: Callable[..., FileResult]) -> Callable[..., FileResult]:
        def lint(
            linter: fakes.FakeLinter, document: Document,
            heard: Callable[[float, Sequence[Finding]], None] | None = None,
        ) -> FileResult:
            def slow(done: float, found: Sequence[Finding]) -> None:
                assert self._may.acquire(timeout=20)
                assert heard is not None
                heard(done, found)
                self.lots += 1

            return real(linter, document, slow if heard else None)

        return lint


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Steps]:
    made = Steps()
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    monkeypatch.setattr(fakes.FakeLinter, "lint", made.slowed(fakes.FakeLinter.lint))
    monkeypatch.setattr("lintwords.run.early_findings.EVERY", 0.0)
    monkeypatch.chdir(tmp_path)
    HERE.write_text(TEXT)
    yield made
    made.on(100)


def opened(*paths: Path, home: Path | None = None) -> Desk:
    """A desk whose files are still read."""
    checker = Checker(Config(isolated=True), Path(baseline.NAME))
    incoming = Incoming(paths or (HERE,), checker)
    rows = [(text, ()) for text in incoming.texts]
    incoming.start()
    return Desk(review_of(rows), checker, home=home, incoming=incoming)


def until(desk: Desk, number: int) -> Desk:
    """The desk once it has so many findings."""
    while len(desk.review.session.items) < number:
        assert desk.incoming is not None
        desk.incoming.wait(0.01)
        desk.take_in()
    return desk


# -- the lots of a text are its findings ---------------------------------------------------------


def told(text: str, name: str, options: Options) -> tuple[list[Finding], list[Finding]]:
    """What was told of in lots, and all that was found."""
    linter = api.load_linter(options)
    document = read_document(linter, Path(name), text.encode())
    lots: list[Finding] = []
    shares: list[float] = []

    def heard(done: float, found: Sequence[Finding]) -> None:
        shares.append(done)
        lots.extend(found)

    whole = judge_document(linter, document, heard)
    assert shares and all(0 < share <= 1 for share in shares)
    return lots, list(whole.findings)


@pytest.mark.parametrize("every", [0.0, 60.0])
def test_what_comes_in_lots_is_what_is_found(every: float, monkeypatch) -> None:
    monkeypatch.setattr("lintwords.run.early_findings.EVERY", every)
    lots, whole = told(MIXED, "a.md", Options(lang="auto"))
    about = [one for one in whole if one.category == "comment"]
    assert [one.rule for one in about] == ["ignore-unused"]
    assert {one.lang for one in whole} == {"en", "fr"}
    if every == 0.0:
        assert sorted(lots, key=lambda one: one.at.start) == [
            one for one in whole if one not in about
        ]
    else:
        assert all(one in whole for one in lots)  # the rest comes with the whole


CALM = "China jailed a poet. The harbour slept. A ship came.\n\n" + "Nobody spoke.\n\n" * 20


def test_each_sentence_and_each_calm_paragraph_is_told_of() -> None:
    linter = api.load_linter(Options())
    document = read_document(linter, HERE, CALM.encode())
    told: list[tuple[float, int]] = []
    judge_document(
        linter, document, lambda done, found: told.append((done, len(found)))
    )
    assert [number for _, number in told] == [1] + [0] * 22
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1][0] == 1


class Left(Incoming):
    """One that is left after so much has been told of."""

    after = 3

    def found(self, done: float, findings: Sequence[Finding]) -> None:
        self.after -= 1
        if not self.after:
            self._is_stopped = True
        super().found(done, findings)


def test_who_leaves_in_a_calm_stretch_does_not_wait_for_its_end(tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text(CALM)
    incoming = Left([path], Checker(Config(isolated=True), Path(baseline.NAME)))
    incoming.start()
    incoming.wait()
    assert incoming.is_left and incoming.share < 0.5
    incoming.stop()


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=6, max_size=6), st.booleans())
def test_a_review_is_the_same_in_however_many_lots_it_comes(
    cuts: list[bool], is_told: bool
) -> None:
    rows = [item.finding for item in desks.items() if item.file == 0]
    text = Text(HERE, Document(HERE, "text", (Part(0, desks.TEXT),), ()), b"", b"")
    lots: list[list[Finding]] = [[]]
    for one, cut in zip(rows, cuts, strict=False):
        lots[-1].append(one)
        if cut:
            lots.append([])
    told = lots if is_told else lots[:-1]
    review = arrived(review_of([]), [Arrival(0, text)])
    for lot in told:
        review = arrived(review, [Arrival(0, None, tuple(lot))])
    review = arrived(review, [Arrival(0, None, tuple(rows), is_whole=True)])
    assert review == review_of([(text, tuple(rows))])


def test_what_the_whole_text_shows_to_be_none_goes_unless_it_is_decided() -> None:
    rows = [item.finding for item in desks.items() if item.file == 0]
    text = Text(HERE, Document(HERE, "text", (Part(0, desks.TEXT),), ()), b"", b"")
    review = arrived(review_of([]), [Arrival(0, text), Arrival(0, None, tuple(rows))])
    desk = Desk(review, Checker(Config(isolated=True)))
    from lintwords.tui import actions, moves

    desk.take(actions.accept(moves.go(desk.review.session, 2)).session)
    after = arrived(desk.review, [Arrival(0, None, tuple(rows[:2]), is_whole=True)])
    assert after.session.order == (0, 1, 2)
    assert after.session.decision(2).state is State.ACCEPTED


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.integers(0, 2)), max_size=12),
       st.integers(0, 12))
def test_neighbours_of_more_findings_are_those_of_all(
    places: list[tuple[int, int, int]], first: int
) -> None:
    text = "Ruritania " * 6
    items = [
        item_of(id, file, desks.finding(text[start : start + size], text=text, start=start,
                                        texts=("x",)))
        for id, (start, size, file) in enumerate(places)
    ]
    session = Session.of(items[:first]).with_items(items[first:])
    near = {id: set(others) for id, others in session.near.items()}
    every = {item.id: item for item in items}
    assert near == {id: set(others) for id, others in neighbours(every).items()}
    assert list(session.order) == [item.id for item in sorted(
        items, key=lambda item: (item.file, item.part, item.start, item.end, item.id)
    )]


# -- while it is read ----------------------------------------------------------------------------


def test_decisions_stand_while_more_is_found(steps: Steps) -> None:
    from lintwords.tui import actions

    desk = opened()
    steps.on(2)
    until(desk, 2)
    assert desk.so_far and not desk.is_judged
    desk.take(actions.accept(desk.review.session).session)
    steps.on(100)
    desk.take_all()
    session = desk.review.session
    assert [session.decision(id).state for id in session.order] == [
        State.ACCEPTED, *[State.OPEN] * 5,
    ]
    whole = Checker(Config(isolated=True)).check(HERE, TEXT.encode())[1]
    assert tuple(session.items[id].finding for id in session.order) == whole


def test_what_was_not_read_when_one_leaves_is_named(steps: Steps) -> None:
    Path("z.txt").write_text(TEXT)
    desk = opened(HERE, Path("z.txt"))
    steps.on(2)
    until(desk, 2)
    incoming = desk.incoming
    assert incoming is not None
    leaving = threading.Thread(target=desk.leave)
    leaving.start()
    while not incoming._is_stopped:
        leaving.join(0.01)
    steps.on(100)
    leaving.join()
    first, second = desk.review.texts
    assert [one.what for one in first.missed] == ["what stands after 36 % of it was not judged"]
    assert second.cannot == "not read: z.txt"
    assert len(desk.review.session.items) == 3  # what was found before it stopped is not lost


def test_a_bug_in_a_text_that_is_shown_leaves_what_was_found(steps: Steps, monkeypatch) -> None:
    monkeypatch.setattr("lintwords.run.faults.IS_STRICT", False)
    real = fakes.FakeLinter.lint

    def broken(linter, document, heard=None):
        real(linter, document, heard)
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(fakes.FakeLinter, "lint", broken)
    desk = opened()
    incoming = desk.incoming
    steps.on(100)
    desk.take_all()
    assert len(desk.review.session.items) == 6
    assert "ZeroDivisionError" in desk.review.texts[0].cannot
    assert incoming is not None and isinstance(incoming.troubles()[0], CannotRead)


def test_the_screen_takes_in_what_is_found_and_keys_work_meanwhile(steps: Steps) -> None:
    desk = opened()
    shown: dict[str, str] = {}

    async def script(app: ReviewApp, pilot: Pilot[bool]) -> None:
        async def seen(what: str) -> str:
            for _ in range(400):
                await pilot.pause(0.02)
                if what in "\n".join(screen(app)):
                    return "\n".join(screen(app))
            raise AssertionError(f"{what}\n" + "\n".join(screen(app)))

        shown["empty"] = await seen("The harbour slept.")
        steps.on(2)
        await seen("finding 1 of 2")
        await pilot.press("w")
        shown["write"] = await seen("This works once all is judged")
        await pilot.press("a", "a")
        shown["waits"] = await seen("No open finding is left in what is judged so far")
        steps.on(1)
        shown["next"] = await seen("finding 3 of 3")
        await pilot.press("a")
        steps.on(100)
        shown["all"] = await seen("finding 4 of 6")
        await pilot.press("a", "a", "a")
        shown["end"] = await seen("Summary")

    run(script, desk=desk)
    assert "% judged" in shown["waits"] and "finding 0 of 0" in shown["empty"]
    assert "% judged" not in shown["all"]
    states = [desk.review.session.decision(id).state for id in desk.review.session.order]
    assert states == [State.ACCEPTED] * 6


def test_questions_go_on_with_what_is_found_later(steps: Steps) -> None:
    desk = opened()
    said: list[str] = []
    answers = iter(["a", "s", "w", "y", "q", "k"])

    def ask(question: str) -> str:
        said.append(question)
        steps.on(100 if said.count(question) == 3 else 1)
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    steps.on(1)
    Plain(desk, ask, said.append).run()
    assert any(row.startswith("More may come: ") for row in said)
    assert HERE.read_text() == TEXT.replace("Ruritania", "Ruritanian authorities", 1)
    read = [item for item in desk.review.session.items.values() if not item.born]
    assert len(read) == 6  # the new words bring one more


def test_a_long_text_is_reviewed_to_its_end(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lintwords.tui.incoming.SOON", 10)
    monkeypatch.setattr("lintwords.cli.review.keep.folder", lambda: tmp_path / "kept")
    Path("a.md").write_text("China jailed the editor.\n\n" * 30)
    answers = iter(["s"] * 60 + ["q"])
    monkeypatch.setattr("lintwords.cli.review._ask", lambda question: next(answers))
    assert main(["review", "--plain", "--check", "--isolated", "a.md"]) == 1
    assert "Review of 1 file, 30 findings" in capsys.readouterr().out


def test_a_lot_is_told_of_once_beside_a_baseline(steps: Steps) -> None:
    checker = Checker(Config(isolated=True), Path(baseline.NAME))
    document, found = checker.check(HERE, TEXT.encode())
    baseline.add(Path(baseline.NAME), found[1:3], "known")
    lots: list[Finding] = []
    steps.on(100)
    whole = checker.findings(document, lambda done, new: lots.extend(new))
    assert tuple(lots) == whole == (found[0], *found[3:])
