"""Ignore a finding: how far, why, and where that is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.app import ComposeResult
from textual.widgets import Input

from lintwords import interface
from lintwords.reports.cells import cut, one_line
from lintwords.tui.dialogs import Dialog
from lintwords.tui.english import say
from lintwords.tui.finding import Item, Reach
from lintwords.tui.lines import (
    BLANK,
    BOLD,
    CHOSEN,
    DIM,
    ERROR,
    KEY,
    Line,
    Styled,
    line,
    paragraph,
    spread,
    width_of,
)
from lintwords.tui.session import where
from lintwords.values import dataclass

REACHES = {"h": Reach.HERE, "f": Reach.FILE, "e": Reach.EVERYWHERE}

_KEYS = {"Enter": "key:enter", "Esc": "key:escape", "Tab": "key:tab"}


@dataclass(frozen=True, slots=True)
class Ignored:
    """The answer of the dialog."""

    reach: Reach
    reason: str
    comment: bool


class IgnoreScreen(Dialog[Ignored]):
    """The choice has the focus first, so that its keys are keys; the line takes letters."""

    extra = 1  # the line

    def __init__(
        self, item: Item, path: str, others: Mapping[Reach, int], *, no_comment: str = "",
        needs_reason: bool = False, more: str = "…",
    ) -> None:
        """`others` counts what else each reach takes; `no_comment` says why none can be put."""
        super().__init__()
        self.title_text = say("ignore-title")
        self._item, self._path, self._others = item, path, others
        self._no_comment, self._needs_reason, self._more = no_comment, needs_reason, more
        self._reach, self._comment, self._told = Reach.HERE, False, ""

    def parts(self) -> ComposeResult:
        text, ends = super().parts()
        yield text
        # a line that is marked whole when it gets the focus loses what was typed before that
        yield Input(
            id="reason", compact=True, placeholder=say("ignore-placeholder"),
            select_on_focus=False,
        )  # fmt: skip
        yield ends

    def on_mount(self) -> None:
        super().on_mount()
        self.set_focus(None)

    def rows(self, width: int) -> Sequence[Line]:
        item = self._item
        words = cut(one_line(item.finding.words), width // 2, self._more)
        rows: list[Line] = [
            line(Styled(f'"{words}"', BOLD)),
            *paragraph(f"{item.finding.rule}   {self._path} {where(item)}", width, role=DIM),
            BLANK, line(say("ignore-how-far")),
        ]  # fmt: skip
        for key, reach in REACHES.items():
            sign = "(x)" if reach is self._reach else "( )"
            role = CHOSEN if reach is self._reach else "plain"
            left = (
                Styled(f" {sign} ", role, f"key:{key}"), Styled(key, KEY, f"key:{key}"),
                Styled(f"  {say(f'ignore-{reach.value}')}", role, f"key:{key}"),
            )  # fmt: skip
            count = self._others.get(reach, 0)
            more = say("ignore-more", n=count) if count else ""
            row = spread(left, (Styled(more, DIM),), width)
            rows.append(row)
            if more and row == left:  # no room beside it
                rows.append(line(Styled(f"        {more}", DIM)))
        sign = "[x]" if self._comment else "[ ]"
        rows += [
            line(Styled(f" {sign} ", "plain", "key:c"), Styled("c", KEY, "key:c"),
                 Styled(f"  {say('ignore-comment')}", "plain", "key:c")),
        ]  # fmt: skip
        rows += [BLANK, line(say("ignore-why"))]
        rows += self._reasons(width)
        rows += [BLANK, *self._notes(width)]
        return rows

    def _reasons(self, width: int) -> Iterator[Line]:
        """The reasons at hand, two on a line where there is room."""
        keys, each = ("1", "2", "3", "4"), 2 if width >= 64 else 1
        for first in range(0, len(keys), each):
            pieces: list[Styled] = []
            for key in keys[first : first + each]:
                action = f"key:{key}"
                pieces.append(Styled(f" {key}", KEY, action))
                pieces.append(Styled(f" {say(f'reason-{key}'):<31}", "plain", action))
            yield line(*pieces)

    def ends(self, width: int) -> Sequence[Line]:
        pairs = (("Enter", "ignore-enter"), ("Esc", "ignore-escape"), ("Tab", "ignore-tab"))
        rows: list[Line] = []
        row: list[Styled] = []
        for key, text in pairs:
            entry = [Styled(interface.say(key), KEY, _KEYS[key]), Styled(f"  {say(text)}   ")]
            if row and width_of((*row, *entry)) > width:
                rows.append(tuple(row))
                row = []
            row += entry
        return [*rows, tuple(row)]

    def _notes(self, width: int) -> Sequence[Line]:
        if self._told:
            return list(paragraph(self._told, width, role=ERROR))
        note = say("ignore-comment-note") if self._comment else say("ignore-note")
        return list(paragraph(note, width, role=DIM))

    @property
    def _line(self) -> Input:
        return self.query_one("#reason", Input)

    def press(self, key: str) -> bool:
        self._told = ""
        if key in REACHES:
            self._reach = REACHES[key]
        elif key in ("up", "down"):
            order = list(REACHES.values())
            by = 1 if key == "down" else -1
            self._reach = order[(order.index(self._reach) + by) % len(order)]
        elif key in ("1", "2", "3", "4"):
            self._line.value = say(f"reason-{key}")
        elif key == "c":
            self._told = self._no_comment
            self._comment = not self._comment and not self._no_comment
        elif key in ("tab", "shift+tab") and self.focused is self._line:
            self.set_focus(None)
        elif key in (">", "tab", "shift+tab"):
            self.set_focus(self._line)
        elif key == "enter":
            self._take()
        elif key == "escape":
            self.done(None)
        else:
            return False
        self.draw()
        return True

    def _take(self) -> None:
        reason = " ".join(self._line.value.split())
        is_wide = self._reach is not Reach.HERE or self._comment
        if not reason and (is_wide or self._needs_reason):
            self._told = say("ignore-needs-reason")
            self.set_focus(self._line)
            return
        self.done(Ignored(self._reach, reason, self._comment))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._take()
        self.draw()

    def is_for_line(self, key: str) -> bool:
        return self.focused is self._line and key not in ("escape", "tab", "shift+tab")
