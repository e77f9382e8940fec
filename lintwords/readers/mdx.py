"""Comments of MDX, `{/* … */}`, in the eyes of readers of Markdown and HTML.

To a parser of Markdown they are text. Before it reads, each becomes what HTML calls a processing
instruction, which is no prose either and has the same length, so that no place moves.
"""

from __future__ import annotations

import re
from pathlib import Path

_COMMENT = re.compile(r"\{/\*(.*?)\*/\}", re.DOTALL)


def is_mdx(path: Path) -> bool:
    """Whether the file is MDX by its suffix."""
    return path.suffix.lower() == ".mdx"


def as_markup(source: str) -> str:
    """`source` with its comments written as `<?* … *?>`."""
    # a sign that would end the instruction is none of its own
    return _COMMENT.sub(lambda found: f"<?*{found[1].replace('>', ' ')}*?>", source)


def comment(html: str) -> str:
    """A comment of HTML as MDX writes it."""
    inside = html.removeprefix("<!--").removesuffix("-->").replace("*/", "* /")
    return f"{{/*{inside}*/}}"
