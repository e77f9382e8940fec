"""The slot finder against a table that a second hand wrote, and with another country's names."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
import tables
from tables import slots

from lintwords.grammar.model import Slot
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import load
from lintwords.model import Options

HERE = Path(__file__).parent
TABLE: dict[str, list[list[str]]] = tables.read(HERE / "data/slots_en.toml")
CASES = list(chain.from_iterable(TABLE.values()))
FLOOR: dict[str, int] = tables.read(HERE / "data/slots_en_floor.toml")["right"]
OTHER = HERE.parent / "examples/names-other.toml"
SWAPS = (
    ("People's Republic of China", "Russian Federation"), ("mainland China", "Russia"),
    ("Communist China", "Soviet Russia"), ("China", "Russia"), ("CHINA", "RUSSIA"),
    ("Chinese", "Russian"), ("CHINESE", "RUSSIAN"), ("Beijing", "Moscow"), ("BEIJING", "MOSCOW"),
)


@pytest.fixture(scope="module")
def ours() -> CompiledPack:
    return load(Options()).compiled


@pytest.fixture(scope="module")
def other() -> CompiledPack:
    return load(Options(names=OTHER)).compiled


def wanted_slot(compiled: CompiledPack, text: str, mention: str) -> Slot | None:
    """The slot of a mention ("China", or "China#2"); None if the program sees none there."""
    word, _, nth = mention.partition("#")
    start = [m.start() for m in re.finditer(re.escape(word), text)][int(nth or 1) - 1]
    end, found = start + len(word), slots(compiled, text)
    return next((s for s in found if s.span.start < end and start < s.span.end), None)


def is_right(
    compiled: CompiledPack, text: str, mention: str, kind: str, governors: str, head: str = ""
) -> bool:
    slot = wanted_slot(compiled, text, mention)
    if slot is None:
        return kind == "fixed"
    # a verb with its preposition ("cooperate with") may be read either way: rules treat both alike
    same = slot.kind == kind or {slot.kind, kind} == {"object", "prep"}
    got = {word for g in slot.governors for word in (g.lemma, *g.lemma.split())}
    wanted = {lemma for lemma in governors.split("|") if lemma}
    return same and slot.head.endswith(head) and wanted <= got


@pytest.mark.parametrize("slot", sorted({kind for _, _, kind, *_ in CASES}))
def test_no_slot_is_found_less_often_than_before(ours, slot):
    """`slots_en_floor.toml` says how many of each slot are right, and may only rise."""
    of_it = [case for case in CASES if case[2] == slot]
    wrong = [case[0] for case in of_it if not is_right(ours, *case)]
    right = len(of_it) - len(wrong)
    assert right >= FLOOR[slot], "\n".join(wrong)
    assert right <= FLOOR[slot], f"better: write {slot} = {right} into slots_en_floor.toml"


def test_another_names_file_gives_the_same_slots(ours, other):
    differing = []
    for text, _, kind, *_ in CASES:
        if "PRC" in text or kind == "fixed" or "Russia" in text or "Moscow" in text:
            continue
        swapped = text
        for old, new in SWAPS:
            swapped = swapped.replace(old, new)
        mine = [(s.kind, s.name, [g.lemma for g in s.governors]) for s in slots(ours, text)]
        theirs = [(s.kind, s.name, [g.lemma for g in s.governors]) for s in slots(other, swapped)]
        if mine != theirs and not re.search(r"China (?:Daily|Airlines)|Soviet", swapped):
            differing.append((text, mine, theirs))
    assert differing == []


@pytest.mark.parametrize(
    ("text", "kind", "governors"),
    [
        pytest.param("China (", "bare", [], id="a bracket opens, and nothing follows"),
        pytest.param("China [1", "bare", [], id="a note's bracket that does not close"),
        pytest.param("Lawyers said China (and its", "object", ["say"], id="a verb stands before"),
        pytest.param(
            "China (which, by the account of all who saw the hearing and of some who only heard of "
            "it from their friends or from the paper of that day, is large) jailed a poet.",
            "bare", [], id="a bracket longer than a predicate may be away",
        ),
        pytest.param("China (a member) jailed him.", "subject", ["jail"], id="a bracket closes"),
        pytest.param("Has China, at last jailed him?", "subject", ["have"], id="no second comma"),
        pytest.param("Message to China: not", "prep", ["message"], id="a line of which little is"),
        pytest.param("Ottawa to China: stop it", "object", [""], id="a line that is told"),
    ],
)
def test_a_closing_sign_or_a_verb_that_is_not_there_is_not_looked_for_elsewhere(
    ours, text, kind, governors
):
    (slot,) = [slot for slot in slots(ours, text) if slot.name == "country"]
    assert (slot.kind, [governor.lemma for governor in slot.governors]) == (kind, governors)
