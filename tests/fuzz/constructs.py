"""A sentence in every construct of Markdown, by grammar: what a page shows of it is read or named.

    python tests/fuzz/constructs.py [--number 2000] [--seed 1]

What a page shows says another program, markdown-it. In MDX the same stands in components. Ends with
1 where a text is seen that is neither read nor named; each is told.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from lintwords import readers

SAID = "China jailed a poet"
_FIRST, _REST = SAID.split(" ", 1)
_INLINE = (
    SAID, f"*{SAID}*", f"{_FIRST} **{_REST}**", f"[{SAID}](http://x.example)", f"{_FIRST}\n{_REST}",
    f"{_FIRST}  \n{_REST}", f"{_FIRST}\\\n{_REST}", f"Ch&#105;na {_REST}",
    "China jai**led** a poet",
    f"<span>{_FIRST}</span> {_REST}", f"{_FIRST} <!-- x --> {_REST}", f"[{SAID}]", f"({SAID})",
    f"![x](y.png) {SAID}", f"<https://x.example> {SAID}", f"`x` {SAID}", f"~~x~~ {SAID}",
)
_COMPONENTS = (
    "<Card>\n\n{}\n\n</Card>", "<Card>\n{}\n</Card>", '<Card title="x">\n\n{}\n\n</Card>',
    "<>\n\n{}\n\n</>", "<A.B>\n\n{}\n\n</A.B>", "{{/* c */}}\n\n{}", "{}\n\n<Img src={{x}} />",
)
_NO_MDX = ("<!--", "{", "<https", "    code")  # what is something else there
_UNSEEN = ("code", "pre", "script", "style")


def blocks(chance: random.Random, depth: int = 0) -> str:
    """One block, which may hold others."""
    words = chance.choice(_INLINE)
    row = words.replace("\n", " ")
    if depth > 2 or chance.random() < 0.3:
        return chance.choice((f"Word. {words}. More.", f"# {row}", f"{words}\n===", f"- [ ] {row}"))
    inside = blocks(chance, depth + 1)
    return chance.choice((
        f"| a | b |\n|---|---|\n| x | {row} |", _under(inside, "> "), _under(inside, "  ", "- "),
        _under(inside, "   ", "1. "), f"- x\n\n{_under(inside, '  ')}",
        f"<div>\n\n{inside}\n\n</div>", f"<div>\n{words}\n</div>",
        f"<details><summary>x</summary>\n\n{inside}\n\n</details>",
        _under(f"[!NOTE]\n{inside}", "> "), f"```\ncode\n```\n{inside}", f"    code\n\n{inside}",
        f"<p>{words}</p>", f"* * *\n{inside}", f'![x](a.png "{SAID}")', f"![{SAID}](a.png)",
        f"[x][q]\n\n[q]: http://x.example ({SAID})", f"Text\n{inside}",
    ))


def _under(text: str, lead: str, first: str = "") -> str:
    lines = "\n".join(lead + line if line.strip() else line for line in text.split("\n"))
    return first + lines[len(lead) :] if first else lines


def is_seen(text: str) -> bool:
    """Whether a page that is made of a text shows the sentence."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = _Page()
    page.feed(parser.render(text))
    return any(SAID in _plain(shown) for shown in ("".join(page.words), *page.values))


class _Page(HTMLParser):
    """What a page of HTML shows."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.values: list[str] = []
        self._hidden = 0  # open elements that hide what is inside

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN
        self.values += [value or "" for name, value in attrs if name in ("alt", "title")]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def is_told(name: str, text: str) -> bool:
    """Whether the reader reads the sentence, or names something that it did not read."""
    document = readers.read(Path(name), text.encode())
    read = any(SAID in _plain(segment.text) for segment in document.segments)
    return read or any(one.is_seen for one in document.unread)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\xad\u200b]", "", text).split())


def missed(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """The texts, with the name of their file, that show the sentence and do not tell it."""
    for nth in range(number):
        chance = random.Random(f"{seed} {nth}")
        block = blocks(chance)
        if is_seen(block):
            text = f"Word.\n\n{block}\n\nThe end.\n"
            if not is_told("a.md", text):
                yield "a.md", text
            inside = chance.choice(_COMPONENTS).format(block)
            if not any(sign in block for sign in _NO_MDX) and not is_told("a.mdx", inside):
                yield "a.mdx", inside


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--number", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    found = list(missed(asked.number, asked.seed))
    for name, text in found:
        print(f"{name}: {text!r}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
