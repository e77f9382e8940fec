"""Whether an entry and a finding are of the same words in the same sentence.

What tells them from others are a few words on either side, in their sentence: the sentence beside
it may change. Another verb that governs the words, or another voice, is another thing said, however
far off it stands. In a copy, words on one side may have been changed beside the next three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintwords import later
from lintwords.model import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintwords.model import Finding
    from lintwords.sift.baseline.file import Entry

_WORD = later.pattern(r"\w+")
_AROUND = 5  # words on either side
_NEAR = 3  # of them that stay where a neighbour was changed in a copy


def sides(finding: Finding) -> tuple[str, str]:
    """A few words before and after the found words, none beyond their sentence."""
    if not finding.sentence.text:
        return finding.before, finding.after
    before, _, after = finding.sentence.stretches
    return (
        " ".join(_WORD.findall(before.lower())[-_AROUND:]),
        " ".join(_WORD.findall(after.lower())[:_AROUND]),
    )


def surroundings(finding: Finding) -> tuple[tuple[str, str], ...]:
    """By what an entry may know it: those of its sentence, and, as once written, of its text."""
    return tuple(dict.fromkeys((sides(finding), (finding.before, finding.after))))


def voice_of(finding: Finding) -> str:
    """The voice as an entry names it: the writer's own goes without saying."""
    return "" if finding.voice is Voice.OWN else finding.voice.value


def says_the_same(entry: Entry, finding: Finding) -> bool:
    """Whether verb and voice are those that the entry knows; one that names none knows any."""
    return (not entry.governor or entry.governor == finding.governor) and (
        not entry.voice or entry.voice == finding.voice.value
    )


def is_same(entry: Entry, finding: Finding) -> bool:
    """Whether an entry knows a finding, whatever file it stands in."""
    return (
        (entry.rule, entry.words) == (finding.rule, finding.words)
        and (entry.before, entry.after) in surroundings(finding)
        and says_the_same(entry, finding)
    )


def stays(entry: Entry, finding: Finding) -> bool:
    """Whether an entry knows a finding and its whole sentence with the words on one side of it."""
    sides = zip(entry.beside.split("-"), finding.sentence.beside.split("-"), strict=False)
    return any(one == other != "" for one, other in sides) and is_same(entry, finding)


def is_unmoved(entry: Entry, finding: Finding, _spent: Sequence[Entry] = ()) -> bool:
    """Whether an entry of these words knows them beside the very sentences that stand there."""
    return entry.beside == finding.sentence.beside


def keeps_a_side(entry: Entry, finding: Finding, spent: Sequence[Entry]) -> bool:
    """Whether an entry of these words knows the sentence on one side that no one `spent` knows.

    `spent` are the entries of the same words in the same file that know a finding already. Two
    branches that each changed a sentence beside leave two entries for one sentence.
    """
    kin = [one.beside.split("-") for one in spent if _may_be_one(one, entry)]
    sides = zip(entry.beside.split("-"), finding.sentence.beside.split("-"), strict=False)
    return any(
        one == other != "" and not any(one in row[nth : nth + 1] for row in kin)
        for nth, (one, other) in enumerate(sides)
    )


def may_have_moved(entry: Entry, _finding: Finding, spent: Sequence[Entry]) -> bool:
    """Whether an entry of these words may know them among other sentences.

    It may unless one that is `spent` may say the same of the same sentence; where neither tells
    what stands beside, both were written so and each counts.
    """
    return not any(
        _may_be_one(one, entry) and (one.beside or entry.beside) for one in spent
    )


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Whether two entries of the same words, in the same file, may be of one finding."""
    return (one.governor == other.governor or not (one.governor and other.governor)) and (
        one.voice == other.voice or not (one.voice and other.voice)
    )


def is_in_copy(entry: Entry, finding: Finding) -> bool:
    """Whether an entry knows a finding in a copy, where a neighbour on one side was changed."""
    if (entry.rule, entry.words) != (finding.rule, finding.words):
        return False
    before, after = sides(finding)
    return says_the_same(entry, finding) and (
        (entry.after == after and _is_near(entry.before.split()[::-1], before.split()[::-1]))
        or (entry.before == before and _is_near(entry.after.split(), after.split()))
    )


def _is_near(known: list[str], found: list[str]) -> bool:
    """Whether two rows of words, from the found words outward, begin with the same ones."""
    return known == found or (len(known) >= _NEAR and known[:_NEAR] == found[:_NEAR])
