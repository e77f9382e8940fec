"""A seal on an office document: one comment in its XML by which a later run knows its own copy.

A word processor that saves the file leaves the comment out, and any other change breaks it. It says
too whether a person decided what stands in the copy.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from lintwords.readers.office.package import Package

_SEAL = re.compile(rb"<!-- lintwords (decided )?([0-9a-f]{64}) -->\Z")
_MAINS = ("word/document.xml", "content.xml")  # where all programs put the text


def sealed(path: Path, data: bytes, *, decided: bool = False) -> bytes:
    """A package, sealed; as it is where its text stands in an unusual place or encoding.

    `decided`: a person decided what is changed in it.

    Raises CannotRead for what is no package, CannotWrite as `Package.rebuilt`.
    """
    package = Package(path, data)
    main = _main(package)
    if main is None:
        return data
    text = _SEAL.sub(b"", package.read(main))
    seal = f"<!-- lintwords {'decided ' * decided}{_digest(package, main, text)} -->"
    return package.rebuilt({main: text + seal.encode()})


def is_sealed(path: Path, data: bytes, *, undecided: bool = False) -> bool:
    """Whether nothing has changed since `data` was sealed; with `undecided`, as made by no person.

    Raises CannotRead.
    """
    package = Package(path, data)
    main = _main(package)
    if main is None:
        return False
    text = package.read(main)
    seal = _SEAL.search(text)
    if seal is None or (undecided and seal[1]):
        return False
    return seal[2].decode() == _digest(package, main, text[: seal.start()])


def _main(package: Package) -> str | None:
    name = next((name for name in _MAINS if name in package), None)
    is_utf8 = name is not None and package.read(name)[:1] == b"<"
    return name if is_utf8 else None


def _digest(package: Package, main: str, text: bytes) -> str:
    found = hashlib.sha256(text)
    for name, sum in package.sums():
        if name != main:
            found.update(f"\0{name}\0{sum}".encode("utf-8", "surrogatepass"))
    return found.hexdigest()
