"""Changed files for LibreOffice to settle or to save, and what must come of it.

    python tests/office/roundtrip.py prepare FOLDER FILE…    writes FOLDER/NAME.docx, changed
    python tests/office/roundtrip.py compare FOLDER FILE…    ends with 1 if anything is not right
    python tests/office/roundtrip.py same FOLDER FILE…       the same of files it has only saved

Every "China" becomes "The Chinese government"; in a Word file as a tracked change, with a comment
on it. After LibreOffice, accepting all changes must give the fixed text, rejecting all the
original, and comments must be there. An OpenDocument text must read the same once it is saved.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from lintwords import readers
from lintwords.model import Document, Edit
from lintwords.readers.docx import reader as docx
from lintwords.readers.own import copy_seal

OLD, NEW = "China", "The Chinese government"
RULE = "country-as-abuser"
TRACKING = docx.Tracking("lintwords", "2026-03-03T14:02:00Z")


def edits(document: Document) -> list[Edit]:
    """One for each paragraph that begins a word with the old name, where a change may be made."""
    locked = {lock.part for lock in document.locked}
    return [
        Edit(part.index, at, at + len(OLD), NEW) for part in document.parts
        if (at := part.text.find(OLD)) >= 0 and part.index not in locked
    ]


def prepare(file: Path, folder: Path) -> None:
    data = file.read_bytes()
    document = readers.read(file, data)
    made = edits(document)
    if document.format == "odt":
        write = readers.writer("odt")
        assert write is not None
        changed = copy_seal.sealed(file, write(data, document, made))
        (folder / file.name).write_bytes(changed)
        return
    says = f"Name who acts.\nOr: {NEW}.\nlintwords: {RULE}"
    remarks = [docx.Remark(edit.part, edit.start, edit.end, RULE, says) for edit in made]
    (folder / file.name).write_bytes(
        docx.write(data, document, made, tracking=TRACKING, remarks=remarks)
    )


def texts(file: Path) -> set[str]:
    """The paragraphs of a file; LibreOffice may repeat a header for the first page."""
    return {part.text.strip() for part in readers.read(file, file.read_bytes()).parts}


def compare(file: Path, folder: Path, seen: dict[str, object]) -> list[str]:
    """What is not right about one file."""
    document = docx.read(file, file.read_bytes())
    number = len(edits(document))
    before = texts(file)
    after = {text.replace(OLD, NEW, 1) for text in before} if number else before
    wrong = []
    for name, wanted in (("saved", after), ("accepted", after), ("rejected", before)):
        got = texts(folder / f"{file.stem}.{name}.docx")
        if got != wanted:
            wrong.append(f"{name}: {sorted(got ^ wanted)}")
    comments = seen["comments"]
    assert isinstance(comments, list)
    if len(comments) != number or not all(str(c).endswith(RULE) for c in comments):
        wrong.append(f"{number} comments wanted, LibreOffice sees {comments}")
    if bool(seen["changes"]) != bool(number):
        wrong.append(f"{number} changes made, LibreOffice sees {seen['changes']}")
    return [f"{file.name}: {item}" for item in wrong]


def same(file: Path, folder: Path) -> list[str]:
    """What LibreOffice has changed in a file that it has only saved."""
    wanted = {text.replace(OLD, NEW) for text in texts(file)}
    got = texts(folder / file.name)
    return [f"{file.name}: {sorted(got ^ wanted)}"] if got != wanted else []


def main() -> int:
    verb, folder, *files = sys.argv[1], Path(sys.argv[2]), *map(Path, sys.argv[3:])
    if verb == "prepare":
        for file in files:
            prepare(file, folder)
        return 0
    changes = sum(len(edits(readers.read(file, file.read_bytes()))) for file in files)
    if verb == "same":
        return told([item for file in files for item in same(file, folder)], len(files), changes)
    lines = (folder / "seen.jsonl").read_text("utf-8").splitlines()
    seen = {row["file"]: row for row in map(json.loads, lines)}
    wrong = [item for file in files for item in compare(file, folder, seen[file.name])]
    return told(wrong, len(files), changes)


def told(wrong: list[str], files: int, changes: int) -> int:
    print("\n".join(wrong) or f"{files} files, {changes} changes: all as they should be")
    return 1 if wrong or not changes else 0


if __name__ == "__main__":
    sys.exit(main())
