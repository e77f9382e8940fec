"""The fields of a Word file: which are open, whether a result is read, what one leaves unsaid."""

from __future__ import annotations

from lintwords.readers.docx.names import value
from lintwords.readers.office.xmlscan import Attributes
from lintwords.values import dataclass

# fields that show what their instruction, or another file, says
_SAYING = frozenset((
    "QUOTE", "MACROBUTTON", "GOTOBUTTON", "EQ", "IF", "COMPARE", "FORMTEXT", "FILLIN", "AUTOTEXT",
    "AUTOTEXTLIST", "GLOSSARY", "INCLUDETEXT", "INCLUDE", "LINK", "DDE", "DDEAUTO", "DATABASE",
))


@dataclass(slots=True)
class Field:
    """A complex field that is open."""

    instruction: str = ""
    shows: bool = False  # the result has begun
    default: str = ""  # what stands in it before anybody writes there
    awaits: bool = False  # its result stands in its tag, and no word of it has come

    @property
    def is_link(self) -> bool:
        return self.instruction.split()[:1] == ["HYPERLINK"]

    @property
    def has_words(self) -> bool:
        """Whether a program may make words of it that a reader sees."""
        return says_words(self.instruction, self.default)


def says_words(instruction: str, default: str = "") -> bool:
    """Whether a program may make words of an instruction that a reader sees."""
    kind, *rest = instruction.split(None, 1) or [""]
    return kind.upper() in _SAYING and any(map(str.isalpha, "".join((*rest, default))))


class Fields:
    """The fields that are open in a story, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self.mute = 0  # fields with words whose result is not there
        self.menus = 0  # old drop-down fields, whose choice stands in no run
        self._is_counted = False  # the menu that is open

    @property
    def show(self) -> bool:
        """Whether what comes is read: no instruction is open."""
        return all(one.shows for one in self._open)

    @property
    def instructs(self) -> bool:
        """Whether what comes is the instruction of a field."""
        return bool(self._open) and not self._open[-1].shows

    @property
    def compute(self) -> bool:
        """Whether a program writes anew what comes; the words of a link are their writer's."""
        return any(not one.is_link for one in self._open)

    def say(self, instruction: str) -> None:
        self._open[-1].instruction += instruction

    def see(self, mark: str | None, *, is_copy: bool) -> None:
        """A mark of a field: it begins, its result begins, or it ends."""
        if mark == "begin":
            self._open.append(Field())
        elif mark == "separate":
            self._separate()
        elif mark == "end":
            self.end(is_copy=is_copy)

    def begin_simple(self, attributes: Attributes) -> None:
        """A field whose instruction stands in its tag."""
        self._open.append(Field(value(attributes, "w:instr") or "", True, awaits=True))

    def see_words(self) -> None:
        """Words that are read: each field that is open has a result."""
        for one in self._open:
            one.awaits = False

    def _separate(self) -> None:
        if self._open:
            self._open[-1].shows = True

    def end(self, *, is_copy: bool) -> None:
        """The innermost has ended; `is_copy` if it stands in a copy of what is read elsewhere."""
        if self._open:
            field = self._open.pop()
            is_mute = field.awaits or not field.shows
            self.mute += not is_copy and self.show and is_mute and field.has_words

    def end_paragraph(self) -> None:
        """An instruction that never ended hides no other paragraph."""
        self._open = [one for one in self._open if one.shows]

    def see_default(self, attributes: Attributes) -> None:
        """What is written in a form before anybody has."""
        if self._open:
            self._open[-1].default = value(attributes) or ""

    def begin_menu(self, _: Attributes) -> None:
        self._is_counted = False

    def see_entry(self, attributes: Attributes) -> None:
        if not self._is_counted and any(map(str.isalpha, value(attributes) or "")):
            self.menus += 1
            self._is_counted = True
