"""What both faces of the review work at: the review, its files, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from lintwords import api
from lintwords.api import comments
from lintwords.errors import CannotRead, CannotWrite, LintwordsError
from lintwords.model import Edit, MentionNote
from lintwords.model.rule import Rule
from lintwords.tui import actions, keep, notes, overview, rescue, writing
from lintwords.tui.changed_text import edits_in
from lintwords.tui.earlier import Earlier, read_earlier
from lintwords.tui.finding import Item, State, clash, own_words
from lintwords.tui.incoming import Incoming
from lintwords.tui.keep import Coming
from lintwords.tui.review import Review, arrived, changed_files, cut_off, read_again
from lintwords.tui.session import Session, Turn
from lintwords.tui.speaking import say
from lintwords.tui.texts import Checker, without_what_others_read
from lintwords.tui.writing import why_not
from lintwords.values import replace


class Desk:
    """Holds the review as it is now; `home` None keeps nothing for next time."""

    def __init__(
        self, review: Review, checker: Checker, *, home: Path | None = None,
        needs_reason: bool = False, incoming: Incoming | None = None, asked: Sequence[Path] = (),
    ) -> None:
        """`incoming` are files that are still read; `take_in` takes what is found there.

        `asked` are the files and folders that the review was asked for.
        """
        self.review, self.checker, self.incoming = review, checker, incoming
        self.needs_reason, self._asked = needs_reason, asked
        self.trouble = ""  # why decisions cannot be kept, until somebody has been told
        self.unkept: dict[int, str] = {}  # the files whose decisions are not kept, and why
        self.stopped_by: LintwordsError | None = None  # what ended the reading and the review
        self._home = home

    # -- decisions --------------------------------------------------------------------------

    def take(self, now: Session) -> None:
        """Go on with a session; decisions are kept at once."""
        before, self.review = self.review.session, replace(self.review, session=now)
        if now.decisions is not before.decisions:
            ids = {**before.decisions, **now.decisions}
            self._keep({
                now.items[id].file for id in ids
                if id in now.items and before.decision(id) != now.decision(id)
            })

    def _keep(self, files: Iterable[int]) -> None:
        if self._home is None:
            return
        for file in files:
            text = self.review.texts[file]
            if text.document is None or not text.has_file:
                continue
            try:
                keep.keep(
                    text.path, text.document, self.review.session, file, self._home,
                    data=text.data, disk=text.disk,
                )
            except CannotWrite as trouble:
                session = self.review.session
                if session.pending(file) or session.count(State.SKIPPED, State.NOTED, file=file):
                    self.unkept[file] = why_not(trouble)
                    self.trouble = say("not-kept", why=self.unkept[file])
                else:
                    self.unkept.pop(file, None)
            else:
                self.unkept.pop(file, None)

    def _keep_coming(self, review: Review, file: int, coming: Coming) -> None:
        """Keep what a file is about to become, so that the next review can take it back."""
        text = review.texts[file]
        if self._home is None or text.document is None or not text.has_file:
            return
        with suppress(CannotWrite):  # it is told once the file is written
            keep.keep(
                text.path, text.document, review.session, file, self._home, data=text.data,
                disk=text.disk, coming=coming,
            )

    def read_earlier(self) -> Earlier:
        """Read what an earlier review left of these texts."""
        return read_earlier(self.review, self.checker, self._home)

    def resume(self, earlier: Earlier) -> None:
        """Take the decisions of an earlier review again, and keep them."""
        review = earlier.resumed(self.review)
        self.review = replace(review, session=replace(review.session, decisions={}))
        self.take(actions.start(review.session))

    def forget(self) -> None:
        """Throw away what is kept of these texts."""
        if self._home is not None:
            for text in self.review.texts:
                try:
                    keep.forget(text.path, self._home)
                except CannotWrite as trouble:
                    self.trouble = say("not-forgotten", why=why_not(trouble))

    def lost(self) -> str:
        """Why decisions that are not written are gone when the review ends; empty if none are."""
        waiting = {self.review.session.items[id].file for id in self.review.session.pending()}
        return next((self.unkept[file] for file in sorted(waiting) if file in self.unkept), "")

    # -- files that are still read ----------------------------------------------------------

    @property
    def so_far(self) -> str:
        """How much has been judged; empty if all is."""
        incoming = self.incoming
        if incoming is None:
            return ""
        percent = int(incoming.share * 100)
        if len(incoming.files) < 2:
            return say("reading", percent=percent)
        return say("reading-files", number=incoming.at + 1, total=f"{len(incoming.files):,}",
                   percent=percent)

    @property
    def is_judged(self) -> bool:
        """Whether nothing is read any more."""
        return self.incoming is None

    def has_kept(self, paths: Iterable[Path]) -> bool:
        """Whether something is kept of texts from an earlier review."""
        home = self._home
        return home is not None and any(keep.kept(path, home) for path in paths)

    def take_in(self) -> bool:
        """Take in what has been found since the last time; whether all is judged now."""
        if self.incoming is None:
            return True
        is_over = not self.incoming.is_running  # asked first: what comes then is the last
        if rows := self.incoming.take():
            self.review = arrived(self.review, rows)
        if is_over:
            self._close(self.incoming)
        return is_over

    def _close(self, incoming: Incoming) -> None:
        """Read no further."""
        incoming.stop()
        self.incoming = None
        self.review = arrived(self.review, incoming.take())
        if incoming.is_left:
            self.review = cut_off(self.review, incoming.number, incoming.share, incoming.paths)
        texts = without_what_others_read([(text, ()) for text in self.review.texts])
        self.review = replace(self.review, texts=tuple(text for text, _ in texts))
        session = self.review.session
        self._keep({session.items[id].file for id in session.decisions})

    def take_all(self) -> None:
        """Wait till all is judged, and take it in."""
        while self.incoming is not None:
            self.incoming.wait()
            self.take_in()

    def leave(self) -> None:
        """Read no further; what was not read is named among the texts."""
        if self.incoming is not None:
            self._close(self.incoming)

    # -- files ------------------------------------------------------------------------------

    def write(self, way: writing.Way = writing.Way.USUAL) -> str:
        """Write what can be written; gives the sentence that says so."""
        wrote = writing.write(self.review, self.checker, way=way, keep=self._keep_coming)
        self.review = wrote.review
        self._keep((*wrote.files, *(file for file, _ in wrote.refused)))
        texts_of = [self.review.texts[file] for file in wrote.changed]
        names = [str(text.copy or text.path) for text in texts_of]
        if wrote.is_recorded and self.checker.known:
            names.append(self.checker.known.name)
        names = names or [self.review.texts[file].name for file in wrote.files]
        said = say("written", files=", ".join(names)) if names else ""
        if wrote.new:
            said = say("written-new", n=wrote.new, said=said)
        for file, others in wrote.linked:
            said = say("written-linked", n=others, said=said, file=self.review.texts[file].name)
        for file, why in wrote.refused:
            said = say("written-not", said=said, file=self.review.texts[file].name, why=why)
        return said.strip()

    def summary(self, *, discarded: bool = False) -> str:
        """What was decided and written; `discarded`: what was not written has been thrown away."""
        return overview.summary(
            self.review, discarded=discarded, asked=self._asked, known=self.checker.known
        )

    def save_beside(self, files: Iterable[int], what: rescue.SaveAs) -> str:
        """Save that of the files that cannot be written and have it."""
        texts = self.review.texts
        having = [file for file in files if what in rescue.ways(texts[file])]
        try:
            names = ", ".join(rescue.save(self.review, file, what).name for file in having)
        except LintwordsError as trouble:
            return say("not-saved", why=why_not(trouble))
        return say(f"saved-{what.value}", name=names)

    def look(self, own: int = -1) -> str:
        """Check files again that have changed on disk; says what became of decisions.

        `own` is the file that the person has just changed in an editor, of which this is no news.
        """
        said = ""
        if self.incoming is not None:
            return said  # what was decided moves along once all is judged
        for file in changed_files(self.review):
            said = self._read_again(file, is_own=file == own)
        return said

    def _read_again(self, file: int, *, is_own: bool) -> str:
        name = self.review.texts[file].name
        try:
            moved = read_again(self.review, file, self.checker, is_own=is_own)
        except CannotRead as trouble:
            return f"{trouble.problem}. {trouble.hint}"
        self.review = moved.review
        self._keep([file])
        if not moved.moved and not moved.lost:
            return say("edited-outside" if is_own else "changed-nothing", file=name)
        return say("edited-outside-moved" if is_own else "changed", file=name,
                   moved=say("moved", n=moved.moved),
                   lost=say("gone-shown" if moved.lost else "gone", n=moved.lost))

    # -- rules ------------------------------------------------------------------------------

    def rule_of(self, item: Item) -> tuple[Rule, dict[str, str]] | None:
        """The rule of a finding and the titles of filters, for its page."""
        return api.rule_of(self.checker.linter_for(item.finding.path), item.finding)

    def cues_of(self, item: Item) -> tuple[MentionNote | None, str]:
        """What is noted of the mention that a finding is about, and which reading weighed it.

        No mention for a finding of a line or label.
        """
        linter = self.checker.linter_for(item.finding.path)
        at, document = item.finding.at, self.review.document(item)
        options = replace(
            linter.options, explain_mentions=True, explained=(at.part, at.start)
        )
        notes = api.load_linter(options, linter).lint(document).mentions
        note = next((n for n in notes if (n.part, n.start) == (at.part, at.start)), None)
        lang = f"{item.finding.lang}-"
        return note, next((one for one in linter.readings if one.startswith(lang)), "")

    def found_in(self, item: Item, words: str) -> list[str]:
        """The rules that lintwords finds in own words, where they would stand."""
        edits = own_words(item, self.review.session.choice, words)
        standing = edits_in(self.review.session, item.file).get(item.part, ())
        others = [edit for edit in standing if not clash([edit], edits)]
        linter, document = self.checker.linter_for(item.finding.path), self.review.document(item)
        return api.rules_in_words(linter, document, edits, others)

    def ill_met(self, item: Item, words: str) -> str:
        """What cannot stand side by side where own words meet the text round them; empty if they
        fit.
        """
        (edit,) = own_words(item, self.review.session.choice, words)
        linter = self.checker.linter_for(item.finding.path)
        return api.ill_met(linter, self.review.document(item), edit, item.finding.lang)

    def mark_left(self, item: Item, words: str) -> str:
        """The comma, bracket or quotation mark of a pair that own words leave alone; else empty."""
        (edit,) = own_words(item, self.review.session.choice, words)
        linter = self.checker.linter_for(item.finding.path)
        return api.mark_left(linter, self.review.document(item), edit, item.finding.lang)

    def edit(self, item: Item, words: str) -> Turn:
        """Take own words for the current finding, and say what does not fit round them."""
        turn = actions.edit(self.review.session, words, self.found_in(item, words))
        if met := self.ill_met(item, words):
            return turn._replace(said=say("edited-met", words=met))
        if mark := self.mark_left(item, words):
            return turn._replace(said=say("edited-alone", mark=mark))
        return turn

    def note(self, text: str) -> Turn:
        """Leave the current finding open, with a note; without text a note that is there goes."""
        session = self.review.session
        file = session.item.file if session.item else 0
        has_copy = bool(self.review.texts) and notes.has_room(self.review.texts[file])
        return actions.note(session, text, comment=has_copy)

    def why_no_comment(self, item: Item) -> str:
        """Why no ignore comment can be put here; empty if one can."""
        document = self.review.document(item)
        return "" if comments.has_room(document, item.finding) else say("no-comment-format")

    def comment(self, item: Item, reason: str) -> tuple[Edit, ...]:
        """The edit that puts an ignore comment before a finding."""
        return (comments.insertion(self.review.document(item), item.finding, reason),)
