"""What the documents of three producers hold, and where lintwords must say that it stands.

A document is a list of blocks; each producer makes it in its own way, and all must read the same:
(`heading`, text) · (`text`, [(run, format), …]) · (`item`, text) · (`table`, rows of cells) ·
(`note`, text before the mark, text of the note). `header` and `footer` hold one line each.
"""

from __future__ import annotations

from typing import NamedTuple

Block = tuple[str, object]


class Sample(NamedTuple):
    """A document to be made, and its (place, text) in order."""

    name: str
    blocks: list[Block]
    expected: list[tuple[str, str]]
    header: str = ""
    footer: str = ""

    @property
    def has_notes(self) -> bool:
        return any(kind == "note" for kind, _ in self.blocks)


def plain(text: str) -> Block:
    return ("text", [(text, "")])


LONG = "The committee of the assembly on trade and on fisheries"

SAMPLES = [
    Sample(
        "one-paragraph", [plain("China jailed a poet.")], [("paragraph 1", "China jailed a poet.")]
    ),
    Sample(
        "empty-paragraphs", [plain("One."), plain(""), plain(""), plain("Two.")],
        [("paragraph 1", "One."), ("paragraph 2", "Two.")],
    ),
    Sample(
        "headings", [("heading", "Background"), plain("One."), plain("Two."),
                     ("heading", "What we ask"), plain("Three.")],
        [("paragraph 1", "Background"), ('paragraph 2 ("Background")', "One."),
         ('paragraph 3 ("Background")', "Two."), ("paragraph 4", "What we ask"),
         ('paragraph 5 ("What we ask")', "Three.")],
    ),
    Sample(
        "long-heading", [("heading", LONG), plain("One.")],
        [("paragraph 1", LONG), ('paragraph 2 ("The committee of the assembly…")', "One.")],
    ),
    Sample(
        "runs", [("text", [("On Monday Chi", ""), ("na", "bold"), (" det", "italic"),
                           ("ained her.", "")])],
        [("paragraph 1", "On Monday China detained her.")],
    ),
    Sample(
        "not-ascii", [plain("Ürümqi 广州 — “quoted” 😀 <b> & more")],
        [("paragraph 1", "Ürümqi 广州 — “quoted” 😀 <b> & more")],
    ),
    Sample(
        "list", [plain("We ask:"), ("item", "China frees her."), ("item", "The court sits."),
                 plain("Thank you.")],
        [("paragraph 1", "We ask:"), ("paragraph 2", "China frees her."),
         ("paragraph 3", "The court sits."), ("paragraph 4", "Thank you.")],
    ),
    Sample(
        "table", [plain("Before."), ("table", [["Name", "Act"], ["Ms Li", "China jailed her."]]),
                  plain("After.")],
        [("paragraph 1", "Before."), ("table 1, row 1, column 1", "Name"),
         ("table 1, row 1, column 2", "Act"), ("table 1, row 2, column 1", "Ms Li"),
         ("table 1, row 2, column 2", "China jailed her."), ("paragraph 2", "After.")],
    ),
    Sample(
        "two-tables", [("table", [["One"]]), plain("Between."), ("table", [["", "Two"]]),
                       plain("After.")],
        [("table 1, row 1, column 1", "One"), ("paragraph 1", "Between."),
         ("table 2, row 1, column 2", "Two"), ("paragraph 2", "After.")],
    ),
    Sample(
        "header-and-footer", [plain("Body.")],
        [("paragraph 1", "Body."), ("header", "For immediate release"), ("footer", "China desk")],
        header="For immediate release", footer="China desk",
    ),
    Sample(
        "notes", [("note", ["One.", "First note."]), ("note", ["Two.", "China barred it."])],
        [("paragraph 1", "One."), ("paragraph 2", "Two."), ("footnote 1", "First note."),
         ("footnote 2", "China barred it.")],
    ),
    Sample(
        "a-release",
        [("heading", "Statement"), ("text", [("Today ", ""), ("the Chinese", "bold"),
                                             (" government answered.", "")]),
         ("item", "Free the poet."), ("table", [["Contact", "press office"]]), plain("End.")],
        [("paragraph 1", "Statement"),
         ('paragraph 2 ("Statement")', "Today the Chinese government answered."),
         ('paragraph 3 ("Statement")', "Free the poet."), ("table 1, row 1, column 1", "Contact"),
         ("table 1, row 1, column 2", "press office"), ('paragraph 4 ("Statement")', "End."),
         ("header", "The Watch")],
        header="The Watch",
    ),
]
