"""One finding under review: where it stands, what can be written instead, what is decided on it.

And which findings a person wants to see.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

from lintwords import interface
from lintwords.api import offers
from lintwords.model import Document, Edit, Finding, Fix, Locked, Piece, Severity
from lintwords.model.document import is_locked
from lintwords.tui.english import EN
from lintwords.values import dataclass, replace

# reasons at hand to leave a finding be, by the key of their text
READY = ("reason-1", "reason-2", "reason-3", "reason-4", "reason-5")


class State(enum.Enum):
    """The states of a finding under review (UX 4.6)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"
    IGNORED = "ignored"
    SKIPPED = "skipped"
    NOTED = "noted"  # open, with a note to a colleague
    COVERED = "covered"  # another decision takes its words
    LOST = "lost"  # its words are gone from the file


STILL = (State.COVERED, State.LOST)  # such a decision changes nothing in the text

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
    reason: str = ""  # ignored: why; noted: the note; of a change, what a person says beside it
    comment: bool = False  # in the text: ignored there, not in the baseline; or a note in the copy
    by: int = -1
    was: Decision | None = None

    @property
    def is_open(self) -> bool:
        """Whether the finding waits for a decision."""
        return self.state in (State.OPEN, State.SKIPPED, State.NOTED)

    @property
    def changes_text(self) -> bool:
        return self.state in (State.ACCEPTED, State.EDITED)

    @property
    def effect(self) -> Decision:
        """What a write makes of it: decisions with equal effect need no second write."""
        if self.changes_text:
            return Decision(State.EDITED, edits=self.edits, reason=self.reason)
        if self.state is State.IGNORED or (self.state is State.NOTED and self.comment):
            return replace(self, choice=-1)
        return OPEN


OPEN = Decision()
SKIPPED = Decision(State.SKIPPED)


def ignored(reach: Reach, reason: str, *, comment: bool = False) -> Decision:
    """Leave the finding be; the reason is for colleagues."""
    return Decision(State.IGNORED, reach=reach, reason=reason, comment=comment)


def noted(note: str, *, comment: bool = False) -> Decision:
    """Leave the finding open with a note, which a `comment` in the copy of the file can hold."""
    return Decision(State.NOTED, reason=note, comment=comment)


_TITLE = "title of the document"  # the place of what readers find among a file's properties


@dataclass(frozen=True, slots=True)
class Born:
    """The decision that brought a finding: it stands only while that decision does."""

    item: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A finding with its choices, best first; offsets are those of the text the session read."""

    id: int
    file: int
    finding: Finding
    part: int
    start: int
    end: int
    choices: tuple[Fix, ...]
    born: tuple[Born, ...] = ()
    is_locked: bool = False  # in a field, a property, or somebody's own change
    told: Decision = OPEN  # what a comment in the file says of it: open with a note, or left be

    @property
    def stays(self) -> str:
        """Why words are never changed, "quoted", "title" or "locked"; empty where they may be."""
        if self.finding.is_quoted:
            return "quoted"  # a quotation belongs to its speaker
        if self.is_locked and self.finding.at.place == _TITLE:
            return "title"
        return "locked" if self.is_locked else ""

    @property
    def advice(self) -> str:
        """What to write where no choice can be taken here, as `check` says it; else empty."""
        fixes = offers.offers_of(self.finding) if self.is_locked else ()
        return fixes[0].label if fixes and not self.finding.is_quoted else ""

    def needs_fitting(self, choice: int) -> bool:
        """Whether a choice may not fit the sentence as it is: a wording for a line, or a request.

        A name in a slot is put in its form by the grammar; what stands for a line is not, and what
        asks the writer for the words ("[name the government]") is none itself.
        """
        if not len(self.finding.fixes) <= choice < len(self.choices):
            return False
        return not self.finding.slot or self.choices[choice].label.startswith(offers.ASKS)

    def touched_by(self, edits: Iterable[Edit]) -> bool:
        """Whether `edits` change a character of the found words."""
        words = Edit(self.part, self.start, self.end, "")
        return any(overlap(edit, words) for edit in edits)


def item_of(id: int, file: int, finding: Finding, locked: Sequence[Locked] = ()) -> Item:
    """The item of a finding; wordings of the rule are choices after the fixes.

    What touches a `locked` stretch has no choices: no writer could put them there.
    """
    at = finding.at
    stays = is_locked(locked, at.part, at.start, at.end)
    offered = () if stays else offers.offers_of(finding)
    return Item(id, file, finding, at.part, at.start, at.end, offered, is_locked=stays)


def ready_reason(key: str, lang: str) -> str:
    """A reason at hand, as it will stand beside the text: in its language."""
    found = interface.entry_in(lang, "review", key, EN[key])
    return found if isinstance(found, str) else found[0]


def overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits want the same characters, or one inserts inside the other."""
    if one.part != other.part:
        return False
    return one.start < other.end and other.start < one.end


def clash(one: Iterable[Edit], other: Sequence[Edit]) -> bool:
    return any(overlap(a, b) for a in one for b in other)


def hull_of(item: Item, edits: Sequence[Edit]) -> Piece:
    """The stretch of source from the first to the last character that words or edits touch."""
    return Piece(item.part, *offers.stretch(item.start, item.end, edits), True)


def draft(item: Item, choice: int, document: Document) -> str:
    """The words an edit begins with: those of the marked choice, or the found ones."""
    edits = item.choices[choice].edits if 0 <= choice < len(item.choices) else ()
    whole = hull_of(item, edits)
    return splice(document.parts[item.part].text, edits, whole.start, whole.end)


def own_words(item: Item, choice: int, words: str) -> tuple[Edit, ...]:
    """The edit that puts `words` where the marked choice, or the found words, would stand."""
    edits = item.choices[choice].edits if 0 <= choice < len(item.choices) else ()
    whole = hull_of(item, edits)
    return (Edit(whole.part, whole.start, whole.end, words),)


def splice(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """text[start:end] with the edits made that lie in it; they do not overlap."""
    pieces: list[str] = []
    at = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    pieces.append(text[at:end])
    return "".join(pieces)


def words_of(decision: Decision, item: Item) -> str:
    """The new words of a decision that changes the text, for people."""
    if decision.words or decision.choice < 0:
        return decision.words
    return item.choices[decision.choice].label


@dataclass(frozen=True, slots=True)
class Filter:
    """What a person wants to see; what is empty lets all pass."""

    severities: frozenset[Severity] = frozenset()
    states: frozenset[State] = frozenset()
    rules: frozenset[str] = frozenset()  # ids and categories
    words: tuple[str, ...] = ()  # all of them, in the found words or the message
    text: str = ""  # as typed

    def passes(self, item: Item, decision: Decision) -> bool:
        finding = item.finding
        if self.severities and finding.severity not in self.severities:
            return False
        if self.states and decision.state not in self.states:
            return False
        if self.rules and self.rules.isdisjoint((finding.rule, finding.category)):
            return False
        text = f"{finding.words} {finding.message} {finding.path}".casefold()
        return all(word in text for word in self.words)


ALL = Filter()


def _typed(state: State) -> str:
    """What a person types for a state: its first word in the language of the interface."""
    found = interface.entry("review", f"state-{state.value}", state.value)
    return str(found).partition(" ")[0]


def filter_of(text: str, rules: Iterable[str]) -> Filter:
    """Read `error open country-as-abuser words`; `rules` are the known ids and categories."""
    known = set(rules)
    severities = {word: one for one in Severity for word in (one.word, interface.say(one.word))}
    states = {word: one for one in State for word in (one.value, _typed(one))}
    tokens = text.casefold().split()
    return Filter(
        frozenset(severities[token] for token in tokens if token in severities),
        frozenset(states[token] for token in tokens if token in states),
        frozenset(token for token in tokens if token in known),
        tuple(t for t in tokens if t not in severities and t not in states and t not in known),
        " ".join(text.split()),
    )
