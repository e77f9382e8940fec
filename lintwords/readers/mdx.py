"""What MDX writes in braces, in the eyes of readers of Markdown and HTML.

To a parser of Markdown that is text, or code. Before it reads, a comment, `{/* … */}`, becomes what
HTML calls a processing instruction, which is no prose either, and a text in quotes, as in
`title={`…`}`, what it stands for. All of it keeps its length, so that no place moves.
"""

from __future__ import annotations

import re
from pathlib import Path

_COMMENT = re.compile(r"\{/\*(.*?)\*/\}", re.DOTALL)
_VALUE = re.compile(r"=\{([\"'`])([^\"'`\\]*|(?<=`)[^`\\\"]*|(?<=`)[^`\\']*)\1\}")
_TEXT = re.compile(r"(?<!=)\{([\"'`])([^\"'`\\{}\r\n]*)\1\}")
_WORDS = re.compile(r"[^\W\d_]\W{0,9}\s\W{0,9}[^\W\d_]")
_REACH = 400  # characters before a code in which the brace that makes it a text is looked for


def is_mdx(path: Path) -> bool:
    """Whether the file is MDX by its suffix."""
    return path.suffix.lower() == ".mdx"


def as_markup(source: str) -> str:
    """`source` with its comments written as `<?* … *?>`, and its texts in braces without quotes."""
    # a sign that would end the instruction is none of its own
    markup = _COMMENT.sub(lambda found: f"<?*{found[1].replace('>', ' ')}*?>", source)
    markup = _VALUE.sub(_value, markup)
    return _TEXT.sub(lambda found: f"{{ {found[2]} }}", markup)


def is_made(source: str, at: int, code: str) -> bool:
    """Whether a code at a place of `source` is a text of several words that an expression makes."""
    before = source[max(at - _REACH, 0) : at]
    return before.rfind("{") > before.rfind("}") and _WORDS.search(code) is not None


def _value(found: re.Match[str]) -> str:
    mark = "'" if '"' in found[2] else '"'
    return f"= {mark}{found[2]}{mark} "


def comment(html: str) -> str:
    """A comment of HTML as MDX writes it."""
    inside = html.removeprefix("<!--").removesuffix("-->").replace("*/", "* /")
    return f"{{/*{inside}*/}}"
