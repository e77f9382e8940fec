"""Lay the reading of a language beside a release, for users who keep it when the next one comes.

    python -m training.kept en dist/readings

writes `en-2.toml`, the head, and `en-2.bin`, the weights. Run it before the next one is trained.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lintwords.files.shipped import rules_folder
from lintwords.packs import fields, readingfile


def keep(lang: str, folder: Path) -> Path:
    """Write the reading of `lang` into `folder`; gives the path of its head."""
    head = rules_folder() / lang / "reading.toml"
    reading = readingfile.read(fields.parse(head), head)
    folder.mkdir(parents=True, exist_ok=True)
    weights = f"{reading.version}.bin"
    (folder / weights).write_bytes(reading.path.read_bytes())
    text = head.read_text("utf-8").replace(f'file = "{reading.path.name}"', f'file = "{weights}"')
    path = folder / f"{reading.version}.toml"
    path.write_text(text, "utf-8")
    return path


if __name__ == "__main__":
    print(keep(sys.argv[1], Path(sys.argv[2])))
