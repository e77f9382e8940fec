"""Whether the commands of the pages run as they are printed.

python docs/commands.py [PAGE]...   run each block of commands, tell what fails and what is not run,
                                    and end with 1 if any fails

A page has a folder of its own, in which the files that its commands name lie. A block of TOML that
begins with a rule is added to house.toml there. A block of text after one of commands is what they
print. What needs a network, a screen or an end by hand is not run, and is named.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import links  # beside this script

ROOT = Path(__file__).parents[1]
NOT_RUN = {
    "pip": "asks a package index", "uv": "asks a package index", "pipx": "asks a package index",
    "npm": "asks a package index", "node": "needs what npm brings", "review": "needs a screen",
    "serve": "ends by hand", "http.server": "ends by hand", "unopkg": "needs LibreOffice",
    "code": "needs VS Code", "reports.py": "is a check of its own",
}
FILES = {
    "release.md": "The clinic opens in May.\n", "statement.md": "The clinic opens in May.\n",
    "draft.md": "The clinic opens in May.\n", "communique.md": "La clinique ouvre en mai.\n",
}
_BLOCK = re.compile(r"^```(sh|console|toml|text)\n(.*?)^```$", re.M | re.S)
_SECONDS = 120


def blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """Kind, body and, for commands, what they should print."""
    found = list(_BLOCK.finditer(text))
    for block, after in zip(found, [*found[1:], None], strict=False):
        is_command = block[1] in ("sh", "console")
        gap = text[block.end() : after.start()] if after else ""
        printed = after and after[1] == "text" and len(gap.split("\n\n")) <= 3
        yield block[1], block[2], after[2] if is_command and after and printed else ""


def commands(kind: str, body: str) -> str:
    """The lines that a shell is given; those of a console begin with a dollar sign."""
    if kind == "sh":
        return body
    return "".join(f"{line[2:]}\n" for line in body.splitlines() if line.startswith("$ "))


def why_not(line: str) -> str:
    """Why a line is not run; empty where it is."""
    words = {Path(word).name for word in shlex.split(line, comments=True)} | set(line.split())
    return next((why for word, why in NOT_RUN.items() if word in words), "")


def faults(page: Path, told: list[str]) -> Iterator[str]:
    """What the commands of a page do otherwise than it says; what was not run goes into `told`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder)
        for kind, body, printed in blocks((ROOT / page).read_text("utf-8")):
            if kind == "toml" and body.startswith("[[rule"):
                house = folder / "house.toml"
                before = f"{house.read_text('utf-8')}\n" if house.exists() else ""
                house.write_text(before + body, "utf-8")
            lines = commands(kind, body) if kind in ("sh", "console") else ""
            reasons = {why for line in lines.splitlines() if (why := why_not(line))}
            if reasons:
                told.append(f"{page.as_posix()}: not run, {', '.join(sorted(reasons))}: {lines}")
            elif lines:
                yield from (f"{page.as_posix()}: {what}" for what in _run(folder, lines, printed))


def _run(folder: Path, lines: str, printed: str) -> Iterator[str]:
    path = os.pathsep.join((str(Path(sys.prefix) / "bin"), os.environ.get("PATH", os.defpath)))
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", lines], cwd=folder, capture_output=True, text=True,
        timeout=_SECONDS, env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
    )
    said = ran.stdout + ran.stderr
    if ran.returncode > 1 or (ran.returncode == 1 and "Usage:" in said):
        yield f"ends with {ran.returncode}: {lines}{said}"
    elif missing := [line for line in printed.splitlines() if line not in said.splitlines()]:
        yield f"does not print {missing[0]!r}: {lines}{said}"


def _fill(folder: Path) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    shutil.copy(ROOT / "examples/foundation.docx", folder / "release.docx")
    shutil.copy(ROOT / "examples/foundation.docx", folder / "communique.docx")
    shutil.copytree(ROOT / "examples", folder / "examples")
    os.symlink(ROOT / "editors", folder / "editors")
    os.symlink(Path(sys.prefix), folder / ".venv")


def main() -> int:
    told: list[str] = []
    wanted = [Path(page) for page in sys.argv[1:]] or links.pages(ROOT)
    found = [what for page in wanted for what in faults(page, told)]
    print("\n".join(told + found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
