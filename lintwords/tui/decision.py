"""What a person has decided on one finding."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from lintwords.model import Edit


class State(enum.Enum):
    """The states of a finding under review (UX 4.6)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"
    IGNORED = "ignored"
    SKIPPED = "skipped"
    COVERED = "covered"  # another decision takes its words
    LOST = "lost"  # its words are gone from the file


class Reach(enum.Enum):
    """How far an ignored finding reaches; never a switched-off rule."""

    HERE = "here"
    FILE = "file"  # this rule, in this file
    EVERYWHERE = "everywhere"  # these words, in all files


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; which fields count depends on the state.

    `edits` hold for accepted and edited, in the text as the session read it. `was` is what a
    covered or lost finding was before, `by` the finding that covers it.
    """

    state: State = State.OPEN
    choice: int = -1  # accepted: which of the choices, from 0
    edits: tuple[Edit, ...] = ()
    words: str = ""  # edited: the words a person typed
    reach: Reach = Reach.HERE
    reason: str = ""
    comment: bool = False  # ignored by a comment in the text, not in the baseline
    by: int = -1
    was: Decision | None = None

    @property
    def is_open(self) -> bool:
        """Whether the finding waits for a decision."""
        return self.state in (State.OPEN, State.SKIPPED)

    @property
    def changes_text(self) -> bool:
        return self.state in (State.ACCEPTED, State.EDITED)

    @property
    def effect(self) -> Decision:
        """What a write makes of it: decisions with equal effect need no second write."""
        if self.changes_text:
            return Decision(State.EDITED, edits=self.edits)
        if self.state is State.IGNORED:
            return replace(self, choice=-1)
        return OPEN


OPEN = Decision()
SKIPPED = Decision(State.SKIPPED)


def ignored(reach: Reach, reason: str, *, comment: bool = False) -> Decision:
    """Leave the finding be; the reason is for colleagues."""
    return Decision(State.IGNORED, reach=reach, reason=reason, comment=comment)
