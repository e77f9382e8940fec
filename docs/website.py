"""Build a site of the pages: python docs/website.py FOLDER. Needs Zensical (pip install zensical).

The pages lead to files outside docs/, so all of them, and what they lead to, are laid out in a
folder of their own as they stand in the checkout. The headings of docs/README.md and the links
below them are the menu. A link or an anchor that leads nowhere ends the build.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import links  # beside this script

ROOT = Path(__file__).parents[1]
_SECTION = re.compile(r"^## (.+)$", re.M)
_ROW = re.compile(r"^\| \[([^\]]+)\]\(([^)#]+\.md)\)", re.M)


def lay_out(root: Path, folder: Path) -> None:
    """Every page and every file that one of them leads to, at its place."""
    for page in links.pages(root):
        text = (root / page).read_text("utf-8")
        _copy(root, folder, page)
        for _, link in links.links(text):
            target = (root / page.parent / link.partition("#")[0]).resolve()
            if target.is_file():
                _copy(root, folder, target.relative_to(root.resolve()))


def menu(root: Path) -> list[dict[str, Any]]:
    """The start page, and the pages below each heading of the index."""
    index = (root / links.INDEX).read_text("utf-8")
    _, *parts = _SECTION.split(index)
    items: list[dict[str, Any]] = [{"Start": "README.md"}, {"All pages": str(links.INDEX)}]
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        items.append({heading: [{name: _from_root(way)} for name, way in _ROW.findall(body)]})
    return items


def _from_root(way: str) -> str:
    place = (ROOT / links.INDEX.parent / way).resolve()
    return place.relative_to(ROOT.resolve()).as_posix()


def _copy(root: Path, folder: Path, way: Path) -> None:
    place = folder / way
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(root / way, place)


def settings(root: Path, pages: str, site: str) -> str:
    """What Zensical is told; without fonts, so that no reader's browser asks another host."""
    nav = ", ".join(_inline(item) for item in menu(root))
    return (
        f'[project]\nsite_name = "lintwords"\ndocs_dir = {json.dumps(pages)}\n'
        f"site_dir = {json.dumps(site)}\nuse_directory_urls = false\nnav = [{nav}]\n"
        "[project.theme]\nfont = false\n"
    )


def _inline(item: dict[str, Any]) -> str:
    def value(one: object) -> str:
        if isinstance(one, list):
            return f"[{', '.join(map(_inline, one))}]"
        return json.dumps(one, ensure_ascii=False)

    return "{" + ", ".join(f"{json.dumps(k)} = {value(v)}" for k, v in item.items()) + "}"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        lay_out(ROOT, work / "pages")
        config = work / "zensical.toml"
        config.write_text(settings(ROOT, "pages", "site"), "utf-8")
        ran = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", config],
            cwd=work,
        )
        if ran.returncode == 0:
            shutil.copytree(work / "site", sys.argv[1], dirs_exist_ok=True)
        return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
