"""Paths as a user gives them, with the settings → the files of a run, and what is not read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lintwords import readers
from lintwords.interface import say
from lintwords.model import Cannot
from lintwords.run.discovery import discover
from lintwords.run.linter_choice import ChosenLinters
from lintwords.settings import given

_COPY = ".lintwords."  # in the name of each copy
_PAGE = "<!doctype html>\n<html lang="  # how a page that reports a run begins
_BEGIN = 1_000  # bytes of it that are read
_BAR = " | "  # between the margin and the words in a report in plain text
_BEGIN_OF_TEXT = 4_000


class Found(NamedTuple):
    """What paths lead to."""

    files: tuple[Path, ...]
    cannot: tuple[Cannot, ...]  # what of it is not read
    copies: tuple[Path, ...] = ()  # that a run made of other files, and nobody has changed
    reports: tuple[Path, ...] = ()  # of earlier runs, that a walk passed over
    of_rules: tuple[Path, ...] = ()  # repositories that rules come from, passed over too


def find(
    paths: Sequence[str | os.PathLike[str]], linters: ChosenLinters, *, force_exclude: bool = False
) -> Found:
    """The files that `paths` lead to, without what settings leave out."""
    wanted = given.paths("paths", paths)
    found = discover(
        wanted, readers.SUFFIXES, linters.leaves_out, is_copy=is_made_copy,
        is_report=_is_earlier_report, is_unfit=linters.is_data_alone,
        is_of_rules=linters.takes_rules_from, force=force_exclude,
    )
    if not (found.files or found.cannot or found.dropped or found.others or found.copies):
        why = "".join(linters.why_left_out(path) for path in found.left_out)
        return Found((), (_nothing(wanted, why),), of_rules=found.of_rules)
    others = (readers.not_read(path, walked=True) for path in found.others)
    told = (Cannot(path, error.problem, error.hint)
            for path, error in zip(found.others, others, strict=True))
    files = tuple(map(_from_here, found.files))
    return Found(files, (*found.cannot, *told), found.copies, found.reports, found.of_rules)


def _from_here(path: Path) -> Path:
    """A file below the current folder as seen from it, where a folder above was named."""
    if path.parts[:1] != (os.pardir,):
        return path
    near = Path(os.path.relpath(path))
    try:
        return near if near.parts[:1] != (os.pardir,) and os.path.samefile(near, path) else path
    except OSError:
        return path


def is_made_copy(path: Path) -> bool:
    """Whether a file is what an earlier run made of another that stands beside it."""
    if _COPY not in path.name:
        return False
    from lintwords.fixes import copies, saving_copies  # late: most walks meet none

    is_named = copies.is_copy(path) and copies.original(path).is_file()
    return is_named and saving_copies.is_untouched(path)


def is_made_report(path: Path) -> bool:
    """Whether a file begins as each page that reports a run does; another may replace it."""
    begin = _begin(path, _BEGIN)
    if not begin.startswith(_PAGE):
        return False
    from lintwords.readers.html.head import is_report  # late: few runs write over a page

    return is_report(begin)


def _is_earlier_report(path: Path) -> bool:
    """Whether a file in a folder is the report of an earlier run as that wrote it: a page, or one
    in plain text."""
    return _begins_as_report(path) and _is_unchanged(path)


def _begins_as_report(path: Path) -> bool:
    format = readers.format_for(path)
    if format == "html":
        return is_made_report(path)
    if format != "text" or _BAR not in (begin := _begin(path, _BEGIN_OF_TEXT)):
        return False
    from lintwords.readers.own.text_report import is_report  # late: few texts have such a bar

    return is_report(begin)


def _is_unchanged(path: Path) -> bool:
    from lintwords.readers.own.report_seal import is_sealed  # late: most walks meet no report

    try:
        return is_sealed(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return False


def _begin(path: Path, number: int) -> str:
    """The first bytes of a file as text; empty where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(number).decode("utf-8", "replace")
    except OSError:
        return ""


def _nothing(paths: Sequence[Path], why: str) -> Cannot:
    names = ", ".join(f"{path}{os.sep}" for path in paths)
    known = " ".join(_first_suffixes())
    return Cannot(
        paths[0] if paths else Path(), say("no files to check in {folder}", folder=names),
        say("All is left out: {dropped}.", dropped=why) if why
        else say("lintwords reads {known}", known=known),
    )


def _first_suffixes() -> list[str]:
    """One suffix a format."""
    first: dict[str, str] = {}
    for suffix, format in readers.SUFFIXES.items():
        if format != "data":
            first.setdefault(format, suffix)
    return sorted(first.values())
