"""What is asked of a run, as one value."""

from __future__ import annotations

from pathlib import Path

from lintwords.model.finding import Severity
from lintwords.values import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What a face may ask of the core beside the files themselves."""

    lang: str = "auto"
    encoding: str | None = None
    fields: tuple[str, ...] = ()  # of JSON, YAML and CSV: those that hold text
    accept_unread: tuple[str, ...] = ()  # kinds of parts that may go unread; "all" is any
    profile: str = "default"
    government_term: str = "government"
    severity: Severity = Severity.SUGGESTION
    select: tuple[str, ...] = ()  # rule ids or categories; empty means all
    ignore: tuple[str, ...] = ()
    weights: tuple[tuple[str, str], ...] = ()  # rule or category → on, off, softer or a severity
    fixed: tuple[str, ...] = ()  # names of the house that are never findings
    names: Path | None = None
    packs: tuple[Path, ...] = ()
    # the language of the rules of packs that name none, where that is not the one of these options
    home: str = ""
    readings: tuple[Path, ...] = ()  # heads of readings that stand in for the shipped ones
    explain_mentions: bool = False
    explained: tuple[int, int] | None = None  # part and start of the only mention to give cues of
    keep_passed: bool = False
