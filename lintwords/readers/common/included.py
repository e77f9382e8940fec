"""Other files that a text brings in: a reader of the page sees them, and they are not read here.

A run that checks such a file too has read it after all; see `without_what_others_read`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lintwords import later
from lintwords.interface import say
from lintwords.model import FileReport, Unread
from lintwords.readers.formats import SUFFIXES
from lintwords.readers.unread_formats import OTHERS
from lintwords.values import replace

_FRAME = rb"<(?:i?frame|object|embed)\b|data:image/svg"
_BRINGS = (
    _FRAME + rb"|!\[\[|`\{=|^[ \t]*(?:import\s+\w+\s+from\s|-+8<|\{%-?\s*include"
    rb"|[`:~]{3,}\s*\{(?:literal)?include"
    rb"|\{\{[<%]\s*(?:include|readfile)|\{!|:file:|[`~:]{3,}\s*\{(?:raw\}|=))"
)
_FLAGS = re.IGNORECASE | re.MULTILINE
# format → how its bytes look where they may show what the gate does not see: another file, HTML
_REFERS: Mapping[str, re.Pattern[bytes]] = {
    "html": later.pattern(_FRAME, re.IGNORECASE),
    "markdown": later.pattern(_BRINGS, _FLAGS),
    "mdx": later.pattern(_BRINGS + rb"|\{", _FLAGS),  # or an expression makes it
    "rst": later.pattern(rb"\b(?:include|raw)::|:file:"),
    "asciidoc": later.pattern(rb"include::|\+{4}|\[pass\b", re.IGNORECASE),
}
_HEAD = later.pattern(rb"(?:\xef\xbb\xbf)?(?:---|\+\+\+|;;;|\{)")
_HEAD_END = later.pattern(rb"[\r\n](?:---|\.\.\.|\+\+\+|;;;|\}|#[ \t])")
_ESCAPE = later.pattern(rb"\\[^\"'nt/ \\]")  # also an end of line, over which a word may go on
_MARKDOWN = later.pattern(
    r"""^[ \t]*(?:import\s+\w+\s+from\s+["']([^"'\n]+)["']|-+8<-+\s+["']([^"'\n]+)["']"""
    r"""|\{%-?\s*include(?:_relative|-markdown)?\s+["']?([^\s"'%]+)"""
    r"""|[`:~]{3,}[ \t]*\{(?:literal)?include\}[ \t]+(\S+)"""
    r"""|\{\{[<%]\s*(?:include|readfile)\s+(?:\w+=)?["']?([^\s"'>%]+)|\{!\s*([^\s!]+)\s*!\})""",
    re.MULTILINE,
)
_EMBEDDED = later.pattern(r"(?<![`\\])!\[\[([^\[\]\n|#]{1,200})")


def refers(format: str | None, data: bytes) -> bool:
    """Whether a text may show more than the words in it, or as HTML what is not read."""
    pattern = _REFERS.get(format or "")
    if pattern is None:
        return False
    return pattern.search(data) is not None or (
        format in ("markdown", "mdx") and _HEAD.match(data) is not None and _escapes(data)
    )


def _escapes(data: bytes) -> bool:
    """Whether the front matter that a text begins with may write letters by their number."""
    end = _HEAD_END.search(data, 3)
    return _ESCAPE.search(data, 0, end.start() if end else len(data)) is not None


def unread(target: str, *, always: bool = False) -> Iterator[Unread]:
    """That the file `target` is brought in, if it is a document near by or `always`."""
    parts = urlsplit(target) if "://" in target or target.startswith("//") else None
    name = unquote(target.partition("#")[0].partition("?")[0]).strip()
    suffix = PurePosixPath(name).suffix.lower()
    is_document = suffix in OTHERS or SUFFIXES.get(suffix, "data") != "data"
    if name and parts is None and (always or is_document):
        what = say('the file "{name}" is shown in it and was not read', name=name)
        yield Unread("attachment", what, target=name)


def in_markdown(source: str) -> Iterator[Unread]:
    """The documents that extensions of Markdown bring in."""
    for found in _MARKDOWN.finditer(source):
        yield from unread(next(filter(None, found.groups())))
    for found in _EMBEDDED.finditer(source):  # a name without a suffix is that of another note
        name = found[1].strip()
        yield from unread(name if PurePosixPath(name).suffix else f"{name}.md")


def without_what_others_read(files: Sequence[FileReport]) -> tuple[FileReport, ...]:
    """The reports of files, without what others of them have read after all."""
    if not any(one.target for file in files for one in file.unread):
        return tuple(files)
    read = {os.path.abspath(file.path) for file in files}
    return tuple(replace(file, unread=left_unread(file.path, file.unread, read)) for file in files)


def left_unread(path: Path, unread: Sequence[Unread], read: Container[str]) -> tuple[Unread, ...]:
    """What stays unread of the file at `path` when the files with the names `read` are read."""
    folder = os.path.dirname(os.path.abspath(path))
    return tuple(
        one for one in unread
        if not one.target or os.path.normpath(os.path.join(folder, one.target)) not in read
    )
