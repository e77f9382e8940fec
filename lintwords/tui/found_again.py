"""Which finding of a text is the same one after the text has changed, and its decision there.

A place is known by rule, words and 30 characters on both sides, as hashes. Where that leads to
more than one place or to none, the decision is lost; nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from lintwords.api import comments
from lintwords.model import Document, Edit
from lintwords.tui.finding import Decision, Item, State
from lintwords.values import replace

AROUND = 30  # characters on both sides


class Key(NamedTuple):
    """Where a finding stands, without a word of the text."""

    rule: str
    words: str
    before: str
    after: str


def hashed(text: str) -> str:
    """What stands for words of a text where none of it may be read."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def key_of(item: Item, document: Document) -> Key:
    """The key of a finding in the document that it was found in."""
    known = _keys.get(id(item))
    if known is None or known[0] is not item or known[1] is not document:
        if len(_keys) >= _MOST_KEYS:
            _keys.clear()
        known = _keys[id(item)] = item, document, _key(item, document)
    return known[2]


# a key of each finding is asked for after each decision; to hash its words takes a while
_MOST_KEYS = 50_000
_keys: dict[int, tuple[Item, Document, Key]] = {}


def _key(item: Item, document: Document) -> Key:
    text = document.parts[item.part].text
    return Key(
        item.finding.rule,
        hashed(text[item.start : item.end]),
        hashed(text[max(item.start - AROUND, 0) : item.start]),
        hashed(text[item.end : item.end + AROUND]),
    )


def keys_of(items: Iterable[Item], document: Document) -> dict[Key, list[Item]]:
    """The findings of a document by key, in order of place."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        found[key_of(item, document)].append(item)
    return found


def pairs(
    old: Mapping[Key, list[Item]], new: Mapping[Key, list[Item]]
) -> Iterable[tuple[Item, Item]]:
    """Which old finding is which new one; places that look the same go in order."""
    for key, items in old.items():
        others = new.get(key, [])
        if len(items) == len(others):
            yield from zip(items, others, strict=True)


def moved(
    decision: Decision, item: Item, document: Document, other: Item, after: Document
) -> Decision | None:
    """The decision on `item` as one on `other`; None if the words it would change differ."""
    if decision.state is State.ACCEPTED:
        same = [
            number for number, fix in enumerate(other.choices)
            if fix.label == item.choices[decision.choice].label
        ]
        if not same:
            return None
        return replace(decision, choice=same[0], edits=other.choices[same[0]].edits)
    if decision.state is State.EDITED:
        edits = [_moved(edit, item, other) for edit in decision.edits]
        if [_under(edit, document) for edit in decision.edits] != [
            _under(edit, after) for edit in edits
        ]:
            return None
        return replace(decision, edits=tuple(edits))
    if decision.state is State.IGNORED and decision.comment:
        return commented(decision, other, after)
    return decision if decision.state in (State.IGNORED, State.SKIPPED, State.NOTED) else None


def commented(decision: Decision, item: Item, document: Document) -> Decision | None:
    """The decision with its comment where the finding is in a document, if one can stand there."""
    if not comments.has_room(document, item.finding):
        return None
    edit = comments.insertion(document, item.finding, decision.reason)
    return replace(decision, comment=True, edits=(edit,))


def _moved(edit: Edit, item: Item, other: Item) -> Edit:
    by = other.start - item.start
    return Edit(other.part, edit.start + by, edit.end + by, edit.text)


def _under(edit: Edit, document: Document) -> str:
    return document.parts[edit.part].text[max(edit.start, 0) : max(edit.end, 0)]
