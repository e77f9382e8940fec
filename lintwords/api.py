"""The one door: faces and other programs ask here and show what comes back.

What a check needs is handed out at once, all else by the table `_LATE`, which says where it lies;
it is loaded when it is first asked for, so that a check stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lintwords import readers
from lintwords.judge.document_linter import ALL_LANGUAGES, EXPERIMENTAL, LANGUAGES, DocumentLinter
from lintwords.run.check_files import Watcher, lint_bytes
from lintwords.run.for_programs import Linter, apply, lint, lint_batch
from lintwords.run.found_files import find
from lintwords.run.linter_choice import (
    ChosenLinters,
    filter_titles,
    is_on,
    load_linter,
    old_names,
    rule_of,
)
from lintwords.run.whole_run import check, fix, lint_path, walks_all, write_baseline
from lintwords.settings.config import Config, Settings

if TYPE_CHECKING:
    from lintwords.exports import EXPORTS, Export, export
    from lintwords.files import bounds, cachefiles, whole
    from lintwords.fixes import (
        applying,
        choosing,
        copies,
        offers,
        plain_text,
        saving,
        saving_copies,
        tracked_changes,
    )
    from lintwords.fixes.copies import Marking
    from lintwords.fixes.tracked_changes import AUTHOR, track
    from lintwords.packs.encoderfile import head_of
    from lintwords.packs.loader import named_by
    from lintwords.packs.pack_languages import languages_of
    from lintwords.packs.readingfile import shipped_readings
    from lintwords.readers.common.included import left_unread
    from lintwords.run import classes
    from lintwords.run.check_files import STDIN_NAME
    from lintwords.run.discovery import STDIN, why
    from lintwords.run.faults import Fault, fault
    from lintwords.run.fix_files import FixedFile, FixRun
    from lintwords.run.found_files import is_made_copy, is_made_report
    from lintwords.run.garbage_collector import seldom
    from lintwords.run.new_words import ill_met, mark_left, rules_in_words
    from lintwords.run.one_file import judge_document, read_document
    from lintwords.run.rule_examples import Failure, skeleton, test_rules
    from lintwords.run.rulesets import RuleSet, rule_set
    from lintwords.run.tasks import free_processors
    from lintwords.run.unjudged_languages import with_all_named
    from lintwords.settings.file import BASELINE, FLAGS, NAME, SETTINGS, SHARED, values_of
    from lintwords.settings.let_through import Let
    from lintwords.settings.unfit import unfit
    from lintwords.sift import authors, baseline, comments
    from lintwords.sift.comments import CATEGORY

__all__ = [
    # for programs
    "Linter", "apply", "check", "fix", "lint", "lint_batch", "lint_path", "walks_all",
    "write_baseline",
    # for faces: settings, rules, runs
    "ALL_LANGUAGES", "EXPERIMENTAL", "EXPORTS", "Export", "export", "BASELINE", "Config",
    "ChosenLinters", "DocumentLinter", "FLAGS", "LANGUAGES", "Let", "NAME", "SETTINGS", "SHARED",
    "Settings", "STDIN", "STDIN_NAME", "Watcher", "filter_titles", "find", "free_processors",
    "is_on", "load_linter", "old_names", "seldom", "skeleton", "rule_of", "test_rules", "Failure",
    "head_of", "ill_met", "languages_of", "mark_left", "named_by", "shipped_readings",
    "Fault", "fault", "why", "RuleSet", "rule_set", "classes",
    # for faces: one document, its fixes, what is let be
    "AUTHOR", "CATEGORY", "FixRun", "FixedFile", "Marking", "applying", "authors", "baseline",
    "bounds", "cachefiles", "choosing", "comments", "copies", "offers", "plain_text",
    "is_made_copy",
    "is_made_report", "judge_document", "left_unread", "lint_bytes", "read_document", "readers",
    "rules_in_words", "saving", "saving_copies", "track", "tracked_changes", "unfit", "values_of",
    "whole", "with_all_named",
]

_LATE = {  # where it lies → what of it; a name of a module itself leads to its package
    "exports": ("EXPORTS", "Export", "export"),
    "files": ("bounds", "cachefiles", "whole"),
    "fixes": (
        "applying", "choosing", "copies", "offers", "plain_text", "saving", "saving_copies",
        "tracked_changes",
    ),
    "fixes.copies": ("Marking",),
    "fixes.tracked_changes": ("AUTHOR", "track"),
    "packs.encoderfile": ("head_of",),
    "packs.loader": ("named_by",),
    "packs.pack_languages": ("languages_of",),
    "packs.readingfile": ("shipped_readings",),
    "readers.common.included": ("left_unread",),
    "run": ("classes",),
    "run.garbage_collector": ("seldom",),
    "run.discovery": ("STDIN", "why"),
    "run.faults": ("Fault", "fault"),
    "run.fix_files": ("FixRun", "FixedFile"),
    "run.found_files": ("is_made_copy", "is_made_report"),
    "run.check_files": ("STDIN_NAME",),
    "run.new_words": ("ill_met", "mark_left", "rules_in_words"),
    "run.one_file": ("judge_document", "read_document"),
    "run.rule_examples": ("Failure", "skeleton", "test_rules"),
    "run.rulesets": ("RuleSet", "rule_set"),
    "run.tasks": ("free_processors",),
    "run.unjudged_languages": ("with_all_named",),
    "settings.let_through": ("Let",),
    "settings.unfit": ("unfit",),
    "settings.file": ("BASELINE", "FLAGS", "NAME", "SETTINGS", "SHARED", "values_of"),
    "sift": ("authors", "baseline", "comments"),
    "sift.comments": ("CATEGORY",),
}


def __getattr__(name: str) -> object:
    """What faces ask for, from where it lies."""
    for place, names in _LATE.items():
        if name in names:
            home = f"lintwords.{place}"
            found = getattr(import_module(home), name, None)
            return import_module(f"{home}.{name}") if found is None else found
    raise AttributeError(f"module 'lintwords.api' has no attribute {name!r}")
