"""The classes of words that rules may name, and all words of each."""

from __future__ import annotations

from collections.abc import Mapping

from lintwords.errors import LintwordsError, nearest
from lintwords.interface import say
from lintwords.judge.document_linter import DocumentLinter


def classes(linter: DocumentLinter) -> Mapping[str, int]:
    """The ids of all classes of the linter's language, names included, and how many forms each has.
    """
    lexicon, forms = linter.compiled.lexicon, linter.pack.names.forms
    found = {name: len(lexicon.members(name).forms) for name in lexicon.classes()}
    named = {f"names.{kind}": len(row) for kind, row in forms.items()}
    return dict(sorted({**found, **named}.items()))


def holding(linter: DocumentLinter, word: str) -> list[str]:
    """The ids of the classes of which a word, in any form that is written there, is a member."""
    low = " ".join(word.split()).casefold()
    return [one for one in classes(linter)
            if any(form.casefold() == low for form in members(linter, one))]


def members(linter: DocumentLinter, name: str) -> list[str]:
    """All forms of a class, as it is written in a rule. Raises LintwordsError if there is none."""
    wanted = name.strip("<>")
    forms = linter.pack.names.forms
    kind = wanted.removeprefix("names.")
    if wanted != kind and kind in forms:
        return sorted(forms[kind])
    if not linter.compiled.lexicon.knows(wanted):
        raise LintwordsError(
            say('there is no class "{name}"', name=name),
            nearest(wanted, classes(linter)) or say("All classes: lintwords rules classes"),
        )
    return sorted(linter.compiled.lexicon.members(wanted).forms)
