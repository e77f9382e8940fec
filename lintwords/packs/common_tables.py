"""What may stand in several files of a pack: what a mention or a phrase must be, a source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from lintwords.interface import say
from lintwords.model import Source
from lintwords.model.rule import NAMES, READINGS, SLOTS, MentionPattern, Phrase
from lintwords.packs.fields import (
    Origin,
    date_of,
    flag_of,
    listed,
    one_of,
    only_known,
    severity_of,
    squeezed,
    text_of,
    words_of,
)  # fmt: skip

MENTION_KEYS = (
    "name", "slot", "governor", "head", "object", "complement", "prep", "near", "reading", "not",
    "severity", "by-hand",
)
PHRASE_KEYS = ("match", "severity", "anywhere")
SOURCE_KEYS = ("id", "title", "publisher", "date", "url", "supports", "read", "where", "until")
TREATMENTS = ("on", "off", "softer", "own")  # own: in the writer's own voice only


def mention_of(place: Origin, row: Any) -> MentionPattern:
    """What a mention must be, from a table."""
    if not isinstance(row, Mapping):
        raise place.wrong(
            say("mention is not a table"),
            say('Write mention = { slot = "subject", … }.'),
        )
    only_known(place, row, MENTION_KEYS)
    for name in words_of(place, "name", row.get("name", [])):
        one_of(place, "mention.name", name, NAMES)
    for slot in words_of(place, "slot", row.get("slot", [])):
        one_of(place, "mention.slot", slot, SLOTS)
    for reading in words_of(place, "reading", row.get("reading", [])):
        one_of(place, "mention.reading", reading, READINGS)
    lists = {
        key: words_of(place, key, row.get(key, []))
        for key in MENTION_KEYS if key not in ("not", "severity", "by-hand")
    }  # fmt: skip
    but_not = tuple(mention_of(place, item) for item in listed(row.get("not", [])))
    severity = severity_of(place, row["severity"]) if "severity" in row else None
    by_hand = text_of(place, row, "by-hand")
    return MentionPattern(**lists, but_not=but_not, severity=severity, by_hand=by_hand)


def phrase_of(place: Origin, item: Any) -> Phrase:
    """A phrase, from a text or a table."""
    if isinstance(item, str):
        return Phrase(item)
    if not isinstance(item, Mapping) or not isinstance(item.get("match"), str):
        raise place.wrong(
            say("a phrase is a text or a table with match"),
            say('Write phrase = ["…"].'),
        )
    only_known(place, item, PHRASE_KEYS)
    severity = severity_of(place, item["severity"]) if "severity" in item else None
    return Phrase(item["match"], severity, flag_of(place, item, "anywhere", False))


def source_of(place: Origin, row: Mapping[str, Any]) -> Source:
    """A source, from a table."""
    only_known(place, row, SOURCE_KEYS)
    for key in ("title", "publisher", "date"):
        if not row.get(key):
            raise place.wrong(
                say("a source needs {key}", key=key),
                say('Write {key} = "…".', key=key),
            )
    title, publisher, address = (text_of(place, row, key) for key in ("title", "publisher", "url"))
    try:
        urlsplit(address)
    except ValueError as trouble:
        raise place.wrong(say("url is no address"), f"{trouble}.") from trouble
    return Source(
        text_of(place, row, "id"), squeezed(title), squeezed(publisher),
        date_of(place, row, "date"), address, squeezed(text_of(place, row, "supports")),
        date_of(place, row, "read"), squeezed(text_of(place, row, "where")),
        date_of(place, row, "until"),
    )
