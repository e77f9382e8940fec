"""Whether each link of the pages leads somewhere: to a file of this folder, and to a heading in it.

python docs/links.py             tell each link that leads nowhere, and each page that the index
                                 lacks; end with 1 if there is any
python docs/links.py --outside   print the addresses of the web, which are not asked

No network is used.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parents[1]
INDEX = Path("docs/README.md")
PAGES = (
    "*.md", "docs/**/*.md", "examples/README.md", "editors/*/README.md", "bundle/*.md",
    "training/*.md",
)
_FENCE = re.compile(r"^(```+|~~~+).*?^\1\s*$", re.M | re.S)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*([^)\s]*)\s*\)")
_LINK = re.compile(
    r"!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*<?(?P<to>[^)>\s]*)>?(?:\s+\"[^\"]*\")?\s*\)"
)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.M)
_CONFLICT = ("<<<<<<< ", ">>>>>>> ")  # before a name; a line of `=` may underline a title
_WEB = re.compile(r"[a-z][a-z0-9+.-]*:")
Fault = tuple[Path, int, str]  # page, line, what is wrong


def pages(root: Path) -> list[Path]:
    """All pages of a checkout, as ways from its root."""
    return sorted({path.relative_to(root) for pattern in PAGES for path in root.glob(pattern)})


def links(text: str) -> Iterator[tuple[int, str]]:
    """Each link outside code, with its line."""
    plain = _CODE.sub(_blank, _FENCE.sub(_blank, text))
    for match in _LINK.finditer(plain):
        line = plain.count("\n", 0, match.start()) + 1
        yield from ((line, picture) for picture in _PICTURE.findall(match["words"]))
        yield line, match["to"]


def anchors(text: str) -> set[str]:
    """What may stand after `#`: the headings, as Markdown hosts make addresses of them."""
    known: set[str] = set()
    for heading in _HEADING.findall(_FENCE.sub(_blank, text)):
        words = _LINK.sub(r"\g<words>", heading)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        nth, base = 0, slug
        while slug in known:
            nth += 1
            slug = f"{base}-{nth}"
        known.add(slug)
    return known


def faults(root: Path) -> Iterator[Fault]:
    """What is wrong with the links of a checkout, and what a merge left in its pages."""
    texts = {page: (root / page).read_text("utf-8") for page in pages(root)}
    for page, text in texts.items():
        for number, row in enumerate(text.splitlines(), 1):
            if row.startswith(_CONFLICT):
                yield page, number, f"a mark of a merge that was not ended: {row[:7]}"
        for line, link in links(text):
            if _WEB.match(link):
                continue
            way, _, anchor = unquote(link).partition("#")
            target = (root / page.parent / way).resolve() if way else (root / page).resolve()
            if not target.exists() or not target.is_relative_to(root.resolve()):
                yield page, line, f"{link} is not there"
            elif anchor and target.suffix == ".md":
                if anchor not in anchors(target.read_text("utf-8")):
                    yield page, line, f"{link}: no such heading"
    index = texts.get(INDEX, "")
    named = {(root / INDEX.parent / link.partition("#")[0]).resolve() for _, link in links(index)}
    for page in texts:
        is_own = page.parent == INDEX.parent and page != INDEX
        if is_own and (root / page).resolve() not in named:
            yield INDEX, 1, f"{page.name} is not linked"


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the links of the pages to the files.")
    parser.add_argument("--outside", action="store_true", help="print the addresses of the web")
    if parser.parse_args().outside:
        texts = ((ROOT / page).read_text("utf-8") for page in pages(ROOT))
        web = {link for text in texts for _, link in links(text) if _WEB.match(link)}
        print("\n".join(sorted(web)))
        return 0
    found = list(faults(ROOT))
    for page, line, what in found:
        print(f"{page.as_posix()}:{line}: {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
