"""What may stand in several files of a pack: what a mention or a phrase must be, a source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lintwords.errors import short
from lintwords.interface import say
from lintwords.model import Source
from lintwords.model.rule import (
    BY_NAME,
    MENTION_LISTS,
    NAMES,
    READINGS,
    SLOTS,
    UNREAD,
    MentionPattern,
    Phrase,
)
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
)

MENTION_KEYS = (*MENTION_LISTS, "not", "severity", "by-hand")
PHRASE_KEYS = ("match", "severity", "anywhere")
SOURCE_KEYS = ("id", "title", "publisher", "date", "url", "supports", "read", "where", "until")
ANY = "any"  # of a reading: whatever the mention stands for, and however unsure that is
_DATE = re.compile(r"(?:undated|\d{4}(?:-\d\d(?:-\d\d)?)?)?")
TREATMENTS = ("on", "off", "softer", "own")  # own: in the writer's own voice only


def mention_of(place: Origin, row: Any) -> MentionPattern:
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
    names = words_of(place, "name", row.get("name", []))
    asked = READINGS if row.get("reading") == ANY else words_of(
        place, "reading", row.get("reading", [])
    )
    for reading in asked:
        one_of(place, "mention.reading", reading, READINGS)
    if names and asked and UNREAD not in asked and set(names) <= set(BY_NAME):
        raise place.at("reading").wrong(
            say("the capital and the formal name of a state are always read as {other}",
                other=UNREAD),
            say('Leave out reading, and name verbs: governor = ["verbs.abuse"].'),
        )
    lists = {key: words_of(place, key, row.get(key, [])) for key in MENTION_LISTS}
    lists["reading"] = asked
    but_not = tuple(mention_of(place, item) for item in listed(row.get("not", [])))
    severity = severity_of(place, row["severity"]) if "severity" in row else None
    by_hand = text_of(place, row, "by-hand")
    return MentionPattern(**lists, but_not=but_not, severity=severity, by_hand=by_hand)


def phrase_of(place: Origin, item: Any) -> Phrase:
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


def _is_in_calendar(told: str) -> bool:
    """Whether there is such a month and day; a year alone, and no date, count."""
    year, *rest = told.split("-")
    try:
        return not rest or bool(date(int(year), *map(int, [*rest, "1"][:2])))
    except ValueError:
        return False


def source_of(place: Origin, row: Mapping[str, Any]) -> Source:
    """A source, from a table."""
    only_known(place, row, SOURCE_KEYS)
    for key in ("title", "publisher", "date"):
        if not row.get(key):
            raise place.wrong(
                say("a source needs {key}", key=key),
                say('Write {key} = "…".', key=key),
            )
    for key in ("date", "read", "until"):
        told = date_of(place, row, key)
        if not (_DATE.fullmatch(told) and _is_in_calendar(told)):
            raise place.at(key).wrong(
                say('{key} is no date: "{told}"', key=key, told=short(told)),
                say('Write the year, the month or the day: {key} = "2024-05-17".', key=key),
            )
    title, publisher, address = (text_of(place, row, key) for key in ("title", "publisher", "url"))
    try:
        is_address = not address or bool(urlsplit(address).scheme and urlsplit(address).netloc)
    except ValueError as trouble:
        raise place.wrong(say("url is no address"), f"{trouble}.") from trouble
    if not is_address:
        raise place.at("url").wrong(
            say("url is no address"), say("Write it whole, https://…, or leave it out.")
        )
    return Source(
        text_of(place, row, "id"), squeezed(title), squeezed(publisher),
        date_of(place, row, "date"), address, squeezed(text_of(place, row, "supports")),
        date_of(place, row, "read"), squeezed(text_of(place, row, "where")),
        date_of(place, row, "until"),
    )
