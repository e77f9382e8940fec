"""Read and fix real documents: what breaks, what is refused, how long it takes, what a fix leaves.

    python benchmarks/documents.py FOLDER [--seconds 60]

FOLDER holds documents of other projects, as their source archives carry them, in any folders.
Every file that lintwords reads is checked in one process. Into each Word and OpenDocument file a
sentence with a finding is put as well, before its longest text, and its safe fixes are made twice:
the result must open, the other members stay as they are, and the second time change nothing.
Prints a table by format; nothing is written. Ends with 1 if anything broke.
"""

from __future__ import annotations

import argparse
import io
import re
import signal
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from lintwords import api, readers
from lintwords.errors import LintwordsError
from lintwords.fixes import applying, choosing
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.run import one_file

SENTENCE = b"China jailed three lawyers on Monday. "
_LEAST = 25  # bytes of a text that a sentence is put before
# format → the member with the text, and how a text looks in it
TEXTS = {
    "docx": ("word/document.xml", re.compile(rb"(?<=>)(?:(?<=<w:t>)|(?<=\"preserve\">))[^<]+")),
    "odt": ("content.xml", re.compile(rb"(?:(?<=<text:p>)|(?<=\">))[^<]+(?=</text:p>)")),
}


class OutOfTime(BaseException):
    """A file took too long; no handler of the program may take it for an error of the file."""


@contextmanager
def limit(seconds: int) -> Iterator[None]:
    """Raise OutOfTime where what is done inside takes longer."""

    def end(_: int, _frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def planted(data: bytes, format: str) -> bytes | None:
    """A package with the sentence in it; None where there is no text, or no sound package."""
    name, pattern = TEXTS[format]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = {info.filename: file.read(info) for info in file.infolist()}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return None
    texts = [found.span() for found in pattern.finditer(members.get(name, b""))]
    start, end = max(texts, key=lambda span: span[1] - span[0], default=(0, 0))
    if end - start < _LEAST:
        return None
    members[name] = members[name][:start] + SENTENCE + members[name][start:]
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as made:
        for member, content in members.items():
            made.writestr(member, content)
    return output.getvalue()


def fixed(linter: DocumentLinter, path: Path, data: bytes) -> bytes:
    """`data` with the safe fixes made, in place and not tracked."""
    document = one_file.read_document(linter, path, data)
    if readers.only_read(document):
        return data
    result = one_file.judge_document(linter, document)
    chosen = [choice.fix for choice in choosing.choose(result.findings, unsafe=False)]
    return applying.apply(data, document, chosen) if chosen else data


def is_sound(linter: DocumentLinter, path: Path, before: bytes, after: bytes) -> bool:
    """Whether a fixed file opens, keeps its other members, and is not changed a second time."""
    name = TEXTS[readers.SUFFIXES[path.suffix.lower()]][0]
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        kept = all(old.read(one) == new.read(one) for one in old.namelist() if one != name)
    return kept and fixed(linter, path, after) == after


def tried(linter: DocumentLinter, path: Path, seconds: int) -> Iterator[str]:
    """What comes of one file: names of columns."""
    yield "files"
    data, format = path.read_bytes(), readers.SUFFIXES[path.suffix.lower()]
    try:
        with limit(seconds):
            document = one_file.read_document(linter, path, data)
            one_file.check_data(linter, path, data)
            yield "read"
            if any(one.is_seen for one in document.unread):
                yield "named"
            new = planted(data, format) if format in TEXTS else None
            if new is not None and (made := fixed(linter, path, new)) != new:
                yield "fixed"
                if is_sound(linter, path, new, made):
                    yield "sound"
    except LintwordsError:
        yield "refused"
    except OutOfTime:
        yield "late"
    except Exception as trouble:
        print(f"{path}: {type(trouble).__name__}: {trouble}", file=sys.stderr)
        yield "broke"


COLUMNS = ("files", "read", "refused", "named", "broke", "late", "fixed", "sound")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=60, help="for one file")
    asked = parser.parse_args()
    linter = api.load_linter(Options())
    api.lint(SENTENCE.decode())  # what is loaded late is there
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    slowest: Counter[str] = Counter()
    for path in sorted(asked.folder.rglob("*")):
        format = readers.SUFFIXES.get(path.suffix.lower(), "data")
        if path.is_file() and format != "data":
            began = time.monotonic()
            counts[format].update(tried(linter, path, asked.seconds))
            slowest[format] = max(slowest[format], round(1000 * (time.monotonic() - began)))
    print(f"{'':10}" + "".join(f"{name:>9}" for name in COLUMNS) + f"{'slowest':>10}")
    for format, row in counts.items():
        cells = "".join(f"{row[name]:9,}" for name in COLUMNS)
        print(f"{format:10}{cells}{slowest[format] / 1000:9.1f}s")
    bad = sum(row["broke"] + row["late"] + row["fixed"] - row["sound"] for row in counts.values())
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
