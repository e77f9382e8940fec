"""In which languages a user's packs have rules: as the pack says at its top, or a rule for itself.

A rule for which neither says one belongs to the language of the run: that of the settings, else the
first one. Asked before any rule is read, so a pack without the key is not parsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lintwords.packs.stamps import content_of, on_trial, with_rules

KEY = "lang"


def languages_of(pack: Path) -> frozenset[str]:
    """The languages of the rules of a pack; an empty text for rules that name none.

    Raises RulePackError for a pack that cannot be read.
    """
    if KEY.encode() not in content_of(pack):
        return frozenset(("",))
    from lintwords.packs import fields  # late, as all that reads TOML

    data = fields.parse(pack)
    own, rows = data.get(KEY, ""), data.get("rule", [])
    rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    named = [row.get(KEY, own) for row in rows] or [own]
    known = (*with_rules(), *on_trial())
    return frozenset(one if one in known else "" for one in named)  # who reads it tells a mistake


def in_language(packs: Sequence[Path], lang: str) -> tuple[Path, ...]:
    """Those of the packs that have rules which are said to be in a language."""
    return tuple(pack for pack in packs if lang in languages_of(pack))


def without_language(packs: Sequence[Path]) -> tuple[Path, ...]:
    """Those of which no rule says in which language it is."""
    return tuple(pack for pack in packs if languages_of(pack) == {""})
