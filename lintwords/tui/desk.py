"""What both faces of the review work at: the review, its files, and what is kept of it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from lintwords import api
from lintwords.api import comments
from lintwords.errors import CannotRead, CannotWrite, LintwordsError
from lintwords.model import Edit, MentionNote
from lintwords.model.rule import Rule
from lintwords.tui import actions, keep, texts, writing
from lintwords.tui.changes import edits_in
from lintwords.tui.finding import Decision, Item, own_words
from lintwords.tui.review import Review, changed_files, read_again
from lintwords.tui.session import Session
from lintwords.tui.texts import Checker
from lintwords.tui.words import say
from lintwords.tui.writing import why_not


class Desk:
    """Holds the review as it is now; `home` None keeps nothing for next time."""

    def __init__(
        self, review: Review, checker: Checker, *, home: Path | None = None,
        needs_reason: bool = False,
    ) -> None:
        self.review, self.checker = review, checker
        self.needs_reason = needs_reason
        self.trouble = ""  # why decisions cannot be kept, until somebody has been told
        self.unkept: dict[int, str] = {}  # the files whose decisions are not kept, and why
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
            })  # fmt: skip

    def _keep(self, files: Iterable[int]) -> None:
        if self._home is None:
            return
        for file in files:
            text = self.review.texts[file]
            if text.document is None or not text.has_file:
                continue
            try:
                keep.keep(text.path, text.document, self.review.session, file, self._home)
            except CannotWrite as trouble:
                self.unkept[file] = why_not(trouble)
                self.trouble = say("not-kept", why=self.unkept[file])
            else:
                self.unkept.pop(file, None)

    def kept(self) -> tuple[int, str]:
        """How many decisions of an earlier review fit these texts, and from when."""
        number, saved = 0, 0
        for file, found in self._found().items():
            number += len(self._plan(file, found))
            saved = max(saved, found.saved)
        day = time.localtime(saved)
        return number, f"{day.tm_mday} {time.strftime('%B %H:%M', day)}"

    def _found(self) -> dict[int, keep.Kept]:
        if self._home is None:
            return {}
        rows = {
            file: keep.kept(text.path, self._home)
            for file, text in enumerate(self.review.texts) if text.has_file
        }  # fmt: skip
        return {file: found for file, found in rows.items() if found is not None}

    def _plan(self, file: int, found: keep.Kept) -> list[tuple[int, Decision]]:
        document = self.review.texts[file].document
        items = [item for item in self.review.session.items.values() if item.file == file]
        return found.plan(items, document) if document is not None else []

    def resume(self) -> None:
        """Take the kept decisions again, each as a step that can be undone."""
        now = self.review.session
        for file, found in self._found().items():
            for id, decision in self._plan(file, found):
                now = actions.again(now, id, decision)
        self.take(actions.start(now))

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

    # -- files ------------------------------------------------------------------------------

    def write(self, *, track: bool = True) -> str:
        """Write what can be written; gives the sentence that says so."""
        wrote = writing.write(self.review, self.checker, track=track)
        self.review = wrote.review
        self._keep(wrote.files)
        names = ", ".join(
            str(self.review.texts[file].copy or self.review.texts[file].path)
            for file in wrote.files
        )
        said = say("written", files=names) if wrote.files else ""
        if wrote.new:
            said = say("written-new", n=wrote.new, said=said)
        for file, others in wrote.linked:
            said = say("written-linked", n=others, said=said, file=self.review.texts[file].name)
        for file, why in wrote.refused:
            said = say("written-not", said=said, file=self.review.texts[file].name, why=why)
        return said.strip()

    def save_beside(self, files: Iterable[int], *, patch: bool) -> str:
        """Save copies or patches of files that cannot be written."""
        save = writing.save_patch if patch else writing.save_copy
        try:
            names = ", ".join(save(self.review, file).name for file in files)
        except LintwordsError as trouble:
            return say("not-saved", why=why_not(trouble))
        return say("saved-patch" if patch else "saved-copy", name=names)

    def look(self) -> str:
        """Check files again that somebody else has changed; says what became of decisions."""
        said = ""
        for file in changed_files(self.review):
            said = self._read_again(file)
        return said

    def _read_again(self, file: int) -> str:
        name = self.review.texts[file].name
        try:
            moved = read_again(self.review, file, self.checker)
        except CannotRead as trouble:
            return f"{trouble.problem}. {trouble.hint}"
        self.review = moved.review
        self._keep([file])
        if not moved.moved and not moved.lost:
            return say("changed-nothing", file=name)
        return say("changed", file=name, moved=say("moved", n=moved.moved),
                   lost=say("gone-shown" if moved.lost else "gone", n=moved.lost))  # fmt: skip

    # -- rules ------------------------------------------------------------------------------

    def rule_of(self, item: Item) -> Rule | None:
        """The rule of a finding."""
        wanted = item.finding.rule, item.finding.lang
        rules = (*self.checker.linter_for(item.finding.path).rules, *comments.RULES)
        return next((rule for rule in rules if (rule.id, rule.lang) == wanted), None)

    def filter_titles(self, item: Item) -> dict[str, str]:
        """The titles of filters, for the page of a rule."""
        return api.filter_titles(self.checker.linter_for(item.finding.path))

    def cues_of(self, item: Item) -> tuple[MentionNote | None, str]:
        """What is noted of the mention that a finding is about, and which reading weighed it.

        No mention for a finding of a line or label.
        """
        linter = self.checker.linter_for(item.finding.path)
        options = replace(linter.options, explain_mentions=True)
        at, document = item.finding.at, self.review.document(item)
        notes = api.load_linter(options, linter).lint(document).mentions
        note = next((n for n in notes if (n.part, n.start) == (at.part, at.start)), None)
        lang = f"{item.finding.lang}-"
        return note, next((one for one in linter.readings if one.startswith(lang)), "")

    def found_in(self, item: Item, words: str) -> list[str]:
        """The rules that lintwords finds in own words, where they would stand."""
        edits = own_words(item, self.review.session.choice, words)
        others = edits_in(self.review.session, item.file).get(item.part, ())
        return texts.rules_in(self.checker, self.review.document(item), item, edits, others)

    def why_no_comment(self, item: Item) -> str:
        """Why no ignore comment can be put here; empty if one can."""
        document = self.review.document(item)
        return "" if document.format in comments.FORMATS else say("no-comment-format")

    def comment(self, item: Item, reason: str) -> tuple[Edit, ...]:
        """The edit that puts an ignore comment before a finding."""
        return (comments.insertion(self.review.document(item), item.finding, reason),)
