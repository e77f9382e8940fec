"""What is found in the parts of an OpenDocument file while they are read."""

from __future__ import annotations

from collections import Counter

from lintwords.readers.odt.paragraphs import Group, Paragraph
from lintwords.readers.office.styles import Styles


class Found:
    """What the stories of one file find together."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.styles = Styles()
        self.notes: Counter[Group] = Counter()
        self.objects: list[str] = []  # where embedded objects stand in the package
        self.is_text = False  # not a table or a presentation
        self.has_xforms = False  # forms that show what a program keeps
        self.menus = 0  # fields of Word that let people choose
        self.linked: list[str] = []  # texts that a section shows and that are elsewhere
        self.hides = False  # there is a style in which nothing is seen
        self.shows = False  # there is one in which all is, also inside such
        self.has_capitals = False  # there is a style that makes some of small letters
        self.has_struck = False  # there is a style that draws a line through words
        self.is_tracked = False  # holds tracked changes, or tracks the next ones
