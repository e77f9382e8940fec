"""The French slot finder against a table of sentences, and with another country's names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import tables

from lintwords.grammar.model import Slot
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import load
from lintwords.model import Options
from lintwords.text.sentences import Sentence

TABLE: dict[str, list[list[str]]] = tables.loads(
    (Path(__file__).parent / "data/slots_fr.toml").read_text("utf-8")
)
OTHER = Path(__file__).parent.parent / "examples/names-other-fr.toml"
MARKS = ("list", "asked", "not")
MOST_WRONG = 0.1  # of the table
MOST_DIFFERENT = 3  # a word may be a name of the one state and none of the other


@pytest.fixture(scope="module")
def compiled() -> CompiledPack:
    return load(Options(lang="fr")).compiled


def slot_of(compiled: CompiledPack, text: str, mention: str) -> Slot | None:
    """The slot of a mention ("Chine", or "Chine#2"); None if the program sees none there."""
    word, _, nth = mention.partition("#")
    start = [m.start() for m in re.finditer(re.escape(word), text)][int(nth or 1) - 1]
    found: list[Slot] = compiled.slots(
        Sentence(0, text, 0, len(text), compiled.lexicon, compiled.names)
    )
    end = start + len(word)
    return next((s for s in found if s.span.start < end and start < s.span.end), None)


def faults(compiled: CompiledPack, text: str, mention: str, kind: str, *rest: str) -> list[str]:
    """What is not as the table says."""
    slot = slot_of(compiled, text, mention)
    if slot is None or kind == "none":
        return [] if slot is None and kind == "none" else [f"seen: {slot}"]
    wrong = []
    if slot.kind != kind and {slot.kind, kind} != {"object", "prep"}:
        wrong.append(f"slot {slot.kind}")
    values = [value for value in rest if value not in MARKS]
    wanted = {word for value in values for word in value.split("|") if word}
    if kind in ("possessive", "adjective", "compound"):
        if slot.head not in wanted:
            wrong.append(f"head {slot.head}")
    else:
        got = {g.lemma for g in slot.governors} | {g.lemma.split(" ")[0] for g in slot.governors}
        missing = {word for word in wanted if word not in got}
        if missing and not (kind == "prep" and missing < wanted):
            wrong.append(f"governors {sorted(got)}")
    is_so = {
        "list": slot.listed, "asked": slot.asked,
        "not": any(governor.negated for governor in slot.governors),
    }
    wrong += [mark for mark in MARKS if is_so[mark] != (mark in rest) and mark != "asked"]
    if "asked" in rest and not slot.asked:
        wrong.append("asked")
    return wrong


def rows() -> list[Any]:
    return [(group, *row) for group, cases in TABLE.items() for row in cases]


def test_the_table_is_long_enough() -> None:
    assert len(rows()) >= 150


def test_nine_in_ten_slots_are_right(compiled: CompiledPack) -> None:
    found = [(row[1], wrong) for row in rows() if (wrong := faults(compiled, *row[1:]))]
    assert len(found) <= MOST_WRONG * len(rows()), "\n".join(map(str, found))


SWAPS = (
    ("La République populaire de Chine", "La Fédération de Russie"), ("CHINE", "RUSSIE"),
    ("Chine", "Russie"), ("Chinois", "Russes"), ("chinoises", "russes"), ("chinoise", "russe"),
    ("chinois", "russe"), ("Pékin", "Moscou"), ("RPC", "Fédération de Russie"),
)


def test_another_country_stands_in_the_same_slots(compiled: CompiledPack) -> None:
    other = load(Options(names=OTHER)).compiled
    differing = []
    for _, text, *_ in rows():
        swapped = text
        for ours, theirs in SWAPS:
            swapped = swapped.replace(ours, theirs)
        if "Russie" in text or "Indo" in text or "chine" in text:
            continue  # another state already, or no mention at all
        here, there = (
            [slot.kind for slot in pack.slots(
                Sentence(0, said, 0, len(said), pack.lexicon, pack.names)
            )] for pack, said in ((compiled, text), (other, swapped))
        )
        if here != there:
            differing.append((text, here, there))
    assert len(differing) <= MOST_DIFFERENT, "\n".join(map(str, differing))
