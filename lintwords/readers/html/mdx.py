"""What MDX writes in braces, in the eyes of readers of Markdown and HTML.

To a parser of Markdown that is text, or code. Before it reads, a comment, `{/* … */}`, becomes what
HTML calls a processing instruction, which is no prose either, and a text in quotes, as in
`title={`…`}`, what it stands for. The braces of other expressions become a sign that no text has:
what they make is not known. All of it keeps its length, so that no place moves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from lintwords import later

_COMMENT = later.pattern(r"\{/\*(.*?)\*/\}", re.DOTALL)
_VALUE = later.pattern(r"=\{([\"'`])([^\"'`\\]*|(?<=`)[^`\\\"]*|(?<=`)[^`\\']*)\1\}")
_TEXT = later.pattern(r"(?<!=)\{([\"'`])([^\"'`\\{}\r\n]*)\1\}")
_TAG = later.pattern(r"<[^<>]*>")
_WORDS = later.pattern(r"[^\W\d_]\W{0,9}\s\W{0,9}[^\W\d_]")
NOTHING = "\ufdd0"  # stands for what is not shown
SHOWN = later.pattern(f"[^{NOTHING}]+")
MADE = "\ufdd1"  # stands for a brace of an expression
_BRACE = later.pattern(r"[{}]")
_BLANK = later.pattern(r"(?:\r\n|\r|\n)[ \t]*[\r\n]")
_LETTER = later.pattern(r"[^\W\d_]")
_CODE = later.pattern(  # lines of JavaScript, up to a blank one
    r"^(?:import|export)\b[^\r\n]*(?:(?:\r\n|\r|\n)(?=[^\r\n]*\S)[^\r\n]+)*", re.MULTILINE
)
_SAID = later.pattern(r"([\"'`])([^\"'`\r\n]*)\1")
_QUOTED = later.pattern(r"([\"'])([^\"'`\r\n]*)\1")  # in an expression; ticks are code
_IMPORT = later.pattern(
    r"\s*import\s[^\r\n;]*(?:\sfrom\s+)?[\"'][^\"'\r\n]+[\"'][ \t]*;?[ \t]*(?=[\r\n]|\Z)"
)
_REACH = 400  # characters before a code in which the brace that makes it a text is looked for


def is_mdx(path: Path) -> bool:
    return path.suffix.lower() == ".mdx"


def brings_components(source: str, start: int) -> bool:
    """Whether a text that begins at `start` is MDX under the name of Markdown: it imports."""
    return _IMPORT.match(source, start) is not None


def as_markup(source: str) -> str:
    """MDX as markup: comments written as `<?* … *?>`, texts in braces without quotes."""
    # none is looked for where no more end: each that begins would go through all the rest
    end = source.rfind("*/}") + 3
    # a sign that would end the instruction is none of its own
    head = _COMMENT.sub(lambda found: f"<?*{found[1].replace('>', ' ')}*?>", source[:end])
    markup = head + source[end:]
    markup = _VALUE.sub(_value, markup)
    markup = _TEXT.sub(lambda found: f"{NOTHING * 2}{found[2]}{NOTHING * 2}", markup)
    if "export" in markup:
        markup = _CODE.sub(lambda code: _SAID.sub(_said, code[0]), markup)
    return _with_signs(markup)


def _with_signs(markup: str) -> str:
    """`markup` with a sign for each brace of an expression whose words are shown."""
    codes = [code.span() for code in _CODE.finditer(markup)]
    starts = [start for start, _ in codes]
    pieces, at = [], 0
    for start, end in _expressions(markup):
        before, inner = markup[start - 1 : start], markup[start + 1 : end]
        nth = bisect_right(starts, start)
        if before == "=":  # a value: its quotation marks are those of a program
            pieces += [markup[at : start + 1], _QUOTED.sub(_said, inner)]
            at = end
        elif (
            before not in ("\\", "$")  # text, or inside of text
            and not (nth and start < codes[nth - 1][1])
            and not inner.startswith(("#", "...", "/*"))  # a name, values of a component, a comment
            and _LETTER.search(inner) and not _BLANK.search(inner)
        ):
            pieces += [markup[at:start], MADE, _QUOTED.sub(_said, inner), MADE]
            at = end + 1
    return "".join((*pieces, markup[at:]))


def _expressions(markup: str) -> Iterator[tuple[int, int]]:
    """Where the braces of each pair stand that is in no other."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for brace in _BRACE.finditer(markup):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            start = opened.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, brace.start()))
    yield from pairs


def makes(text: str) -> bool:
    """Whether in a stretch of markup, beside its tags, an expression stands."""
    return MADE in text and MADE in _TAG.sub("", text)


def is_made(source: str, at: int, code: str) -> bool:
    """Whether a code at a place of `source` is a text of several words that an expression makes."""
    before = source[max(at - _REACH, 0) : at]
    return before.rfind("{") > before.rfind("}") and _WORDS.search(code) is not None


def _said(found: re.Match[str]) -> str:
    """A text of several words in a line of JavaScript is shown somewhere, and is no quotation."""
    return f"{NOTHING}{found[2]}{NOTHING}" if " " in found[2].strip() else found[0]


def _value(found: re.Match[str]) -> str:
    mark = "'" if '"' in found[2] else '"'
    return f"= {mark}{found[2]}{mark} "


def comment(html: str) -> str:
    """A comment of HTML as MDX writes it."""
    inside = html.removeprefix("<!--").removesuffix("-->").replace("*/", "* /")
    return f"{{/*{inside}*/}}"
