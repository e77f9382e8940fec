"""What the line over a fence says of it: a note, raw HTML, a directive of MyST, code with a title.

MyST writes the directives of reStructuredText as fences (```` ```{note} ````) and its roles before
code (`` {abbr}`...` ``); other programs write the names of languages into braces, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords.interface import say
from lintwords.model import Span, Unread
from lintwords.readers.common import included
from lintwords.readers.rst import directives as rstdirectives

_LINE = re.compile(r"[^\r\n]*")
_NAME = re.compile(r"\{([A-Za-z][\w:+-]*)\}")
_RAW_HTML = re.compile(r"\{(?:=[ \t]*html5?|raw\}[ \t]*html)\b", re.IGNORECASE)
_NOTES = rstdirectives.READ | frozenset(
    "margin aside div blockquote exercise solution proof theorem lemma definition example remark "
    "tab-item".split()
)
# what notebooks and reports run, or show as it stands
_CODE = frozenset(
    "code-cell code-block-cell r python python3 py julia bash sh zsh shell sql js javascript ojs "
    "css scss sass html xml json yaml toml stan rcpp cpp c go rust ruby perl haskell octave matlab "
    "scala java fortran awk sed dot cat asis verbatim block2 tikz latex tex lua node typescript ts "
    "powershell console text eval-js thebe-button tableofcontents bibliography autolink"
    .split()
)
_DRAWINGS = frozenset("mermaid plantuml puml graphviz dot d2 wavedrom bpmn markmap".split())
_TITLE = re.compile(
    r"""(?<![\w.-])(?:title|caption|(?:fig|lst|tbl)[.-](?:cap|alt))[ \t]*=[ \t]*"""
    r"""(?:"((?:\\.|[^"\\\r\n])*)"|'([^'\r\n]*)')"""
    r"""|(?<=[ \t])\[([^\[\]\r\n]*)\]""", re.IGNORECASE,
)
_OPTION = re.compile(
    r"[ \t]*(?::(?:caption|alt|title):|(?:\#|//|--|%%)\|[ \t]*(?:fig|lst|tbl)-(?:sub)?(?:cap|alt):)"
    r"[ \t]*([^\r\n]*)"
)
_OPTIONS = re.compile(r"[\r\n]+([ \t]*(?::[\w-]+:|(?:\#|//|--|%%)\|)[^\r\n]*)")
# a line of a caption that goes on, or of a list of captions
_MORE = re.compile(r"[ \t]*(?:\#|//|--|%%)\|[ \t]{2,}(-[ \t]+)?(\S[^\r\n]*)")
_FOLDED = re.compile(r"[|>][-+\d]*[ \t]*\Z")  # the caption stands in the lines below
_ROLE = re.compile(r"\{([A-Za-z][\w:.+-]{0,40})\}\Z")
# of reStructuredText, and what names something elsewhere
_NO_TEXT = re.compile(
    r"(?:code|math|samp|kbd|file|command|option|envvar|(?:py|c|cpp|js|rst):\w+|func|class|meth|mod"
    r"|attr|data|exc|obj|token|program|regexp|eq|numref|raw|eval|(?:foot)?cite\w*(?::\w+)?)\Z"
)
_TARGET = re.compile(r"\s*<[^<>]*>\Z")


def is_note(info: str) -> bool:
    """Whether a fence with this line opens a note: `{note}`, `{admonition} Title`."""
    name = _NAME.match(info)
    return name is not None and name[1].lower() in _NOTES


def title(source: str, start: int, end: int) -> Span | None:
    """Where the title of the note stands that a fence at `start` opens."""
    line = _LINE.match(source, start, end)
    if line is None or (at := line[0].find("}")) < 0:
        return None
    return Span(start + at + 1, line.end())


def captions(source: str, start: int, end: int) -> Iterator[list[Span]]:
    """Where words stand that a page shows over the code of a fence at `start`, line by line."""
    line = _LINE.match(source, start, end)
    if line is None:
        return
    for found in _TITLE.finditer(source, start, line.end()):
        yield [Span(*found.span(found.lastindex or 1))]
    at = line.end()
    said: list[Span] | None = None  # of the caption that may go on
    while option := _OPTIONS.match(source, at, end):
        at = option.end()
        more = _MORE.match(source, option.start(1), at)
        if more and said is not None:
            if more[1] and said:
                yield said
                said = []
            said.append(_bare(source, *more.span(2)))
            continue
        yield said or []
        named = _OPTION.match(source, option.start(1), at)
        said = None if named is None else []
        if named and said is not None and not _FOLDED.match(named[1]):
            said.append(_bare(source, *named.span(1)))
    yield said or []


def _bare(source: str, start: int, end: int) -> Span:
    """A value without the marks around the whole of it."""
    marks = source[start : start + 1], source[start:end].rstrip()[1:][-1:]
    if marks in (('"', '"'), ("'", "'")):
        return Span(start + 1, start + len(source[start:end].rstrip()) - 1)
    return Span(start, end)


def drawing(info: str) -> str:
    """The language of code that a page shows as a drawing; empty for other code."""
    name = info.strip("{}").split()[:1]
    word = name[0].strip("{}").lower() if name else ""
    return word if word in _DRAWINGS else ""


def unread(info: str, code: str) -> Iterator[Unread]:
    """What a page shows of a fence that is no note, and is not read; `code` is what it holds."""
    if not any(map(str.isalpha, f"{code}{info.partition('}')[2]}")):
        return
    if _RAW_HTML.match(info):
        yield Unread("body", say("a raw block of HTML was not read"))
        return
    found = _NAME.match(info)
    name = found[1].lower() if found else ""
    if name in ("", "raw", "include", "literalinclude") or name in _CODE or name in _DRAWINGS \
            or name in rstdirectives.PASSED or rstdirectives.NO_WORDS.match(name) \
            or rstdirectives.OBJECT_OF.match(name):
        return
    file = re.search(r"^[ \t]*:file:[ \t]*(\S.*?)[ \t]*$", code, re.MULTILINE)
    if file:
        yield from included.unread(file[1], always=True)
    else:
        what = say("what stands in the directive {name} was not read", name=name)
        yield Unread("body", what)


def is_raw_html(source: str, end: int) -> bool:
    """Whether code that ends at `end` stands in a page as HTML (Pandoc)."""
    return source.startswith("{=", end) and _RAW_HTML.match(source, end) is not None


def of_role(source: str, start: int, value: str, end: int) -> Span | None:
    """Where the words stand that a role before source[start:end] shows; None where it is code."""
    role = _ROLE.search(source, max(start - 50, 0), start)
    words = _TARGET.sub("", value.strip())
    if role is None or " " not in words or _NO_TEXT.match(role[1]):
        return None
    at = source.find(words, start, end)
    return Span(at, at + len(words)) if at >= 0 else None
