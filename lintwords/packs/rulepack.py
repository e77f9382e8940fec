"""TOML → rules. A mistake in a pack is refused by file, line, rule and key, with a remedy."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lintwords.errors import RulePackError, nearest, short
from lintwords.files.shipped import rules_folder
from lintwords.model import Severity, Source, Voice
from lintwords.model.rule import (
    CATEGORIES,
    FIXES,
    NAMES,
    PROFILES,
    READINGS,
    SLOTS,
    Example,
    Filter,
    Fit,
    MentionPattern,
    Names,
    Pack,
    Phrase,
    Rule,
)
from lintwords.packs.swapped import SWAPPED, with_fixed

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

NO_RULE = ("names.toml", "filters.toml")
CONTEXTS = ("sentence", "paragraph", "document")
TREATMENTS = ("on", "off", "softer", "own")  # own: in the writer's own voice only
MENTION_KEYS = (
    "name", "slot", "governor", "head", "object", "complement", "prep", "near", "reading", "not",
    "severity", "by-hand",
)
PHRASE_KEYS = ("match", "severity", "anywhere")
NAME_KINDS = (*NAMES, "government", "people", "fixed", "organ", "partner")


def parse(path: Path) -> dict[str, Any]:
    """Read one TOML file. Raises `RulePackError` with the line where TOML ends to be valid."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as trouble:
        raise RulePackError(f"cannot open {path}", str(trouble.strerror), path) from trouble
    except UnicodeDecodeError as trouble:
        raise RulePackError(f"{path} is not UTF-8", "Save it as UTF-8.", path) from trouble
    except tomllib.TOMLDecodeError as trouble:
        raise RulePackError(f"not valid TOML, {path}: {trouble}", "Nothing was checked.", path) \
            from trouble
    except ValueError as trouble:  # Python reads no number of thousands of digits
        raise RulePackError(
            f"not valid TOML, {path}", "A number in it has too many digits.", path
        ) from trouble
    except RecursionError as trouble:
        raise RulePackError(
            f"{path} holds too many lists or tables inside each other", "Write it flat.", path
        ) from trouble


@dataclass(frozen=True)
class Place:
    """Where in a pack something stands, so that a mistake can be named."""

    path: Path
    line: int
    what: str  # 'rule "country-as-abuser"'

    def wrong(self, problem: str, hint: str = "") -> RulePackError:
        what = f"{self.what}: " if self.what else ""
        return RulePackError(f"{self.path} line {self.line}: {what}{problem}", hint, self.path)


# -- one pack -----------------------------------------------------------------------------------


def read_names(data: Mapping[str, Any], path: Path) -> Names:
    """The country profile of a names file."""
    place = Place(path, 1, "")
    _known(place, data, ("id", "title", "lang", "names", "wordings", "bodies", "together"))
    for key in ("id", "title", "lang", "names"):
        if key not in data:
            raise place.wrong(f'key "{key}" is missing', f"See {rules_folder()}/en/names.toml.")
    for key in ("id", "title", "lang"):
        _text(place, data, key)
    forms = _table(place, data, "names")
    named = Place(path, Layout(path).line("[names]"), "")
    _known(Place(path, named.line, "names"), forms, NAME_KINDS)
    kept = {kind: _words(place, f"names.{kind}", value) for kind, value in forms.items()}
    for kind, words in kept.items():
        for word in words:
            if not any(map(str.isalnum, word)):
                raise named.wrong(f'names.{kind} holds a name without a letter: "{word}"',
                                  "Write it, or take it out.")  # fmt: skip
    if not kept.get("country"):
        raise place.wrong("names.country is empty", 'Write country = ["…"] under [names].')
    return Names(
        data["id"], data["title"], data["lang"], kept,
        _wordings(place, data, "wordings"), _wordings(place, data, "bodies"),
        _string(place, data, "together"),
    )


def _wordings(place: Place, data: Mapping[str, Any], key: str) -> dict[str, Mapping[str, object]]:
    """Ways to name an actor, each a table of texts; `acts` may be a list of them."""
    found = {name: _table(place, data[key], name) for name in _table(place, data, key)}
    for name, row in found.items():
        here = Place(place.path, Layout(place.path).line(f"[{key}.{name}]"), f"{key}.{name}")
        for field in row:
            if field in ("acts", "objects"):
                _words(here, field, row[field])
            else:
                _string(here, row, field)
    return found


def read_filters(data: Mapping[str, Any], path: Path) -> dict[str, Filter]:
    """Filters by id."""
    _known(Place(path, 1, ""), data, ("filter",))
    layout = Layout(path)
    found: dict[str, Filter] = {}
    for nth, row in enumerate(_rows(Place(path, 1, ""), data, "filter")):
        place = Place(path, layout.line("[[filter]]", nth), f'filter "{_id(row, nth + 1)}"')
        _known(place, row, ("id", "title", "mention", "phrase"))
        for key in ("id", "title"):
            _text(place, row, key)
        if row["id"] in found:
            raise place.wrong("this id is used twice", "Give each filter its own id.")
        mention = tuple(_keys(place, keys) for keys in _list(row.get("mention", [])))
        phrase = tuple(_phrase(place, item) for item in _list(row.get("phrase", [])))
        if not mention and not phrase:
            raise place.wrong("it has neither mention nor phrase", "Say what it lets go.")
        found[row["id"]] = Filter(row["id"], row["title"], mention, phrase)
    return found


def read_sources(data: Mapping[str, Any], path: Path) -> dict[str, Source]:
    """Sources by id."""
    layout = Layout(path)
    found: dict[str, Source] = {}
    for nth, row in enumerate(_rows(Place(path, 1, ""), data, "source")):
        place = Place(path, layout.line("[[source]]", nth), f'source "{_id(row, nth + 1)}"')
        source = _source(place, row)
        if source.id in found:
            raise place.wrong("this id is used twice", "Give each source its own id.")
        found[source.id] = source
    return found


def read_profiles(data: Mapping[str, Any], path: Path) -> dict[str, dict[str, str]]:
    """What each profile does to whole categories: profile → category → treatment."""
    found: dict[str, dict[str, str]] = {}
    layout = Layout(path)
    for nth, row in enumerate(_rows(Place(path, 1, ""), data, "profile")):
        line = layout.line("[[profile]]", nth)
        place = Place(path, line, f'profile "{_id(row, nth + 1)}"')
        _known(place, row, ("id", "title", *TREATMENTS))
        _one_of(place, "id", row.get("id"), PROFILES)
        treated = found.setdefault(row["id"], {})
        for treatment in TREATMENTS:
            for category in _words(place, treatment, row.get(treatment, [])):
                _one_of(place, treatment, category, CATEGORIES)
                treated[category] = treatment
    return found


def read_messages(data: Mapping[str, Any], path: Path) -> dict[str, str]:
    """What findings of a language say beside the texts of their rules, by key."""
    place = Place(path, 1, "")
    _known(place, data, ("messages",))
    rows = _table(place, data, "messages")
    place = Place(path, Layout(path).line("[messages]"), "messages")
    return {key: _string(place, rows, key) for key in rows}


def read_own_sources(data: Mapping[str, Any], path: Path) -> list[Source]:
    """The sources that stand in a pack's own file, beside its rules."""
    layout = Layout(path)
    return [
        _source(Place(path, layout.line("[[source]]", nth), f'source "{_id(row, "?")}"'), row)
        for nth, row in enumerate(_rows(Place(path, 1, ""), data, "source"))
    ]


def read_rules(
    data: Mapping[str, Any], path: Path, lang: str, sources: Mapping[str, Source]
) -> list[Rule]:
    """The rules of one file of a pack."""
    _known(Place(path, 1, ""), data, ("rule", "source"))
    layout = Layout(path)
    rules = _rows(Place(path, 1, ""), data, "rule")
    return [_rule(row, nth, path, layout, lang, sources) for nth, row in enumerate(rules)]


def together(
    lang: str, names: Names, filters: Mapping[str, Filter], rules: Iterable[Rule],
    profiles: Mapping[str, Mapping[str, str]], messages: Mapping[str, str] | None = None,
) -> Pack:
    """One pack out of its parts; refuses ids used twice and filters that are not there.

    `profiles` is what a profile does to whole categories; a rule's own key wins, and a rule that
    is off stays off.
    """
    kept: dict[str, Rule] = {}
    for rule in rules:
        place = Place(rule.path, rule.line, f'rule "{rule.id}"')
        for name in (rule.id, *rule.aliases):
            if name in kept:
                raise place.wrong(
                    f'the id "{name}" is used twice', f"It stands in {kept[name].path} too."
                )
            kept[name] = rule
        for wanted in (*rule.unless, *(e.because for e in rule.examples if e.because)):
            if wanted not in filters:
                hint = nearest(wanted, filters) or "Take it out, or add it: [[filter]]."
                raise place.wrong(f'unknown filter "{short(wanted)}"', hint)
        for example in rule.examples:
            if example.because and example.because not in rule.unless:
                raise Place(rule.path, example.line, f'rule "{rule.id}"').wrong(
                    f'an example names filter "{example.because}", which is not in unless',
                    f'Add "{example.because}" to unless.',
                )
    own = (with_fixed(rule, names) for name, rule in kept.items() if name == rule.id)
    treated = tuple(_treated(rule, profiles) for rule in own)
    return Pack(lang, names, treated, filters, messages or {})


def _treated(rule: Rule, profiles: Mapping[str, Mapping[str, str]]) -> Rule:
    if not rule.default:
        return rule
    by_category = {
        profile: treated[rule.category]
        for profile, treated in profiles.items() if rule.category in treated
    }  # fmt: skip
    return replace(rule, profiles={**by_category, **rule.profiles})


# -- one rule -----------------------------------------------------------------------------------

KINDS = ("mention", "phrase", "regex", "alike")  # what a rule may look for
ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
FIT_KEYS = ("found", "near", "not", "slot", "opens", "part")  # for what words a wording fits
FIT_FLAGS = ("bare", "whole")
EXAMPLE_KEYS = ("text", "finds", "fixed", "safe", "severity", "voice", "because", "note")
MOST_PRIORITY = 9
SOURCE_KEYS = ("id", "title", "publisher", "date", "url", "supports", "read", "where", "until")
RULE_KEYS = (
    "id", "category", "severity", "title", "why", "mention", "phrase", "regex", "alike",
    "unless", "fix", "by-hand", "instead", "sources", "source", "example", "default", "preview",
    "profiles", "attributed", "quoted", "context", "about", "country", "aliases", "ok_when",
    "weighed", "priority", "contested", "takes-article",
)  # fmt: skip


def _rule(
    row: Mapping[str, Any], nth: int, path: Path, layout: Layout, lang: str,
    known: Mapping[str, Source],
) -> Rule:
    line = layout.line("[[rule]]", nth)
    place = Place(path, line, f'rule "{_id(row, "?")}"')
    _known(place, row, RULE_KEYS)
    for key in ("id", "category", "severity", "title", "why"):
        _text(place, row, key)
    if not re.fullmatch(ID, row["id"]):
        raise place.wrong("an id is lower-case words joined by hyphens", "Rename it.")
    _one_of(place, "category", row["category"], CATEGORIES)
    mention = tuple(_keys(place, keys) for keys in _list(row.get("mention", [])))
    phrase = tuple(_phrase(place, item) for item in _list(row.get("phrase", [])))
    alike = tuple(_words(place, "alike", ways) for ways in _list(row.get("alike", [])))
    if any(len(ways) < 2 for ways in alike):
        raise place.wrong("a set of alike has fewer than two ways", 'Write alike = [["…", "…"]].')
    regex = _string(place, row, "regex")
    kinds = sum(map(bool, (mention, phrase, regex, alike)))
    if kinds != 1:
        raise place.wrong(
            f"a rule has exactly one of {', '.join(KINDS)}",
            "Keep one, or make two rules.",
        )
    if _string(place, row, "context"):
        _one_of(place, "context", row["context"], CONTEXTS)
    if _string(place, row, "fix"):
        _one_of(place, "fix", row["fix"], FIXES)
    profiles = _table(place, row, "profiles")
    for profile, treatment in profiles.items():
        _one_of(place, "profiles", profile, PROFILES)
        _one_of(place, f"profiles.{profile}", treatment, TREATMENTS)
    sources = [_source(place, item) for item in _rows(place, row, "source")]
    for name in _words(place, "sources", row.get("sources", [])):
        if name not in known:
            hint = nearest(name, known) or "Write it beside the rule: [[rule.source]]."
            raise place.wrong(f'unknown source "{short(name)}"', hint)
        sources.append(known[name])
    instead = [_wording(place, item) for item in _list(row.get("instead", []))]
    return Rule(
        id=row["id"], category=row["category"],
        severity=_severity(place, row["severity"]),
        title=row["title"].strip(), why=_squeezed(row["why"]),
        lang=lang, path=path, line=line,
        mention=mention, phrase=phrase, regex=regex, alike=alike,
        unless=_words(place, "unless", row.get("unless", [])),
        fix=_string(place, row, "fix"), by_hand=_string(place, row, "by-hand"),
        instead=tuple(text for text, _ in instead),
        fits={text: fit for text, fit in instead if fit},
        sources=tuple(sources),
        examples=_examples(place, row, nth, layout),
        default=_flag(place, row, "default", True),
        preview=_flag(place, row, "preview", False),
        profiles=dict(profiles),
        attributed=_string(place, row, "attributed"), quoted=_string(place, row, "quoted"),
        context=_string(place, row, "context"),
        about=_words(place, "about", row.get("about", [])),
        country=_string(place, row, "country"),
        aliases=_words(place, "aliases", row.get("aliases", [])),
        ok_when=_words(place, "ok_when", row.get("ok_when", [])),
        weighed=_flag(place, row, "weighed", False), priority=_priority(place, row),
        contested=_squeezed(_string(place, row, "contested")),
        takes_article=_flag(place, row, "takes-article", False),
    )  # fmt: skip


def _examples(
    place: Place, row: Mapping[str, Any], rule: int, layout: Layout
) -> tuple[Example, ...]:
    examples = []
    for nth, item in enumerate(_rows(place, row, "example")):
        line = layout.example(rule, nth)
        here = Place(place.path, line, f"{place.what}, example {nth + 1}")
        _known(here, item, EXAMPLE_KEYS)
        _text(here, item, "text")
        if "finds" not in item:
            raise here.wrong("finds is missing", 'Write finds = ["words"] or finds = [].')
        if _string(here, item, "voice"):
            _one_of(here, "voice", item["voice"], [voice.value for voice in Voice])
        finds = _words(here, "finds", item["finds"])
        for words in finds:
            if words not in item["text"]:
                raise here.wrong(
                    f'"{short(words)}" is not in the text', "Copy the words as they stand."
                )
        examples.append(Example(
            item["text"], finds, _string(here, item, "because"),
            _fixed(here, item, finds), _flag(here, item, "safe", True),
            _severity(here, item["severity"]) if "severity" in item else None,
            item.get("voice", ""), _string(here, item, "note"), here.line,
        ))  # fmt: skip
    return tuple(examples)


def _fixed(place: Place, item: Mapping[str, Any], finds: Sequence[str]) -> str:
    """The text with its fixes made, as it stands or where only the found words change."""
    if not isinstance(item.get("fixed"), bool):
        return _string(place, item, "fixed")
    if not item["fixed"] or not finds:
        hint = "Write the text with its fix made, or leave it out."
        raise place.wrong("fixed says nothing", hint)
    return SWAPPED


def _keys(place: Place, row: Any) -> MentionPattern:
    if not isinstance(row, Mapping):
        raise place.wrong("mention is not a table", 'Write mention = { slot = "subject", … }.')
    _known(place, row, MENTION_KEYS)
    for name in _words(place, "name", row.get("name", [])):
        _one_of(place, "mention.name", name, NAMES)
    for slot in _words(place, "slot", row.get("slot", [])):
        _one_of(place, "mention.slot", slot, SLOTS)
    for reading in _words(place, "reading", row.get("reading", [])):
        _one_of(place, "mention.reading", reading, READINGS)
    lists = {
        key: _words(place, key, row.get(key, []))
        for key in MENTION_KEYS if key not in ("not", "severity", "by-hand")
    }  # fmt: skip
    but_not = tuple(_keys(place, item) for item in _list(row.get("not", [])))
    severity = _severity(place, row["severity"]) if "severity" in row else None
    by_hand = _string(place, row, "by-hand")
    return MentionPattern(**lists, but_not=but_not, severity=severity, by_hand=by_hand)


def _phrase(place: Place, item: Any) -> Phrase:
    if isinstance(item, str):
        return Phrase(item)
    if not isinstance(item, Mapping) or not isinstance(item.get("match"), str):
        raise place.wrong("a phrase is a text or a table with match", 'Write phrase = ["…"].')
    _known(place, item, PHRASE_KEYS)
    severity = _severity(place, item["severity"]) if "severity" in item else None
    return Phrase(item["match"], severity, _flag(place, item, "anywhere", False))


def _wording(place: Place, item: Any) -> tuple[str, Fit | None]:
    """A wording, and for what words alone it fits, if that is said."""
    if isinstance(item, str):
        return item, None
    if not isinstance(item, Mapping) or not isinstance(item.get("text"), str):
        raise place.wrong("a wording is a text or a table with text", 'Write instead = ["…"].')
    _known(place, item, ("text", *FIT_KEYS, *FIT_FLAGS))
    found, near, but_not, slot, opens, part = (
        _words(place, key, item.get(key, [])) for key in FIT_KEYS
    )
    for name in slot:
        _one_of(place, "instead.slot", name, SLOTS)
    bare, whole = (_flag(place, item, key, False) for key in FIT_FLAGS)
    return item["text"], Fit(found, near, but_not, slot, bare, whole, opens, part)


def _source(place: Place, row: Mapping[str, Any]) -> Source:
    _known(place, row, SOURCE_KEYS)
    for key in ("title", "publisher", "date"):
        if not row.get(key):
            raise place.wrong(f"a source needs {key}", f'Write {key} = "…".')
    title, publisher, address = (_string(place, row, key) for key in ("title", "publisher", "url"))
    try:
        urlsplit(address)
    except ValueError as trouble:
        raise place.wrong("url is no address", f"{trouble}.") from trouble
    return Source(
        _string(place, row, "id"), title, publisher, _date(place, row, "date"), address,
        _string(place, row, "supports"), _date(place, row, "read"), _string(place, row, "where"),
        _date(place, row, "until"),
    )


# -- small checks -------------------------------------------------------------------------------


def _known(place: Place, row: Mapping[str, Any], keys: Iterable[str]) -> None:
    known = tuple(keys)
    for key in row:
        if key not in known:
            raise place.wrong(
                f'unknown key "{short(key)}"',
                nearest(key, known) or f"Keys here: {', '.join(known)}.",
            )


def _one_of(place: Place, key: str, value: Any, known: Iterable[str]) -> None:
    names = tuple(known)
    if not isinstance(value, str):
        raise place.wrong(f"{key} is not a text", f"Use one of {', '.join(names)}.")
    if value not in names:
        hint = nearest(value, names) or f"Use one of {', '.join(names)}."
        raise place.wrong(f'{key} cannot be "{short(value)}"', hint)


def _severity(place: Place, value: Any) -> Severity:
    _one_of(place, "severity", value, [severity.word for severity in Severity])
    return Severity[str(value).upper()]


def _text(place: Place, row: Mapping[str, Any], key: str) -> None:
    if not _string(place, row, key).strip():
        raise place.wrong(f'key "{key}" is missing', f'Write {key} = "…".')


def _string(place: Place, row: Mapping[str, Any], key: str) -> str:
    """A text that may be missing."""
    value = row.get(key, "")
    if not isinstance(value, str):
        raise place.wrong(f"{key} is not a text", f'Write {key} = "…".')
    return value


def _date(place: Place, row: Mapping[str, Any], key: str) -> str:
    """A date that may be missing: a text, a date of TOML, or a year."""
    value = row.get(key, "")
    if isinstance(value, (float, bool, list, dict)):
        raise place.wrong(f"{key} is not a date", f'Write {key} = "2024-05-17".')
    return str(value)


def _table(place: Place, row: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A table that may be missing."""
    value = row.get(key, {})
    if not isinstance(value, Mapping):
        raise place.wrong(f"{key} is not a table", f"Write {key} = {{ … }}.")
    return value


def _rows(place: Place, row: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """A list of tables that may be missing."""
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise place.wrong(f"{key} is not a list of tables", f"Write [[{key}]] before each.")
    return value


def _id(row: Mapping[str, Any], other: object) -> str:
    """The id of a row, to tell of it."""
    value = row.get("id", other)
    return short(value) if isinstance(value, str) else str(other)


def _flag(place: Place, row: Mapping[str, Any], key: str, default: bool) -> bool:
    value = row.get(key, default)
    if not isinstance(value, bool):
        raise place.wrong(f"{key} is neither true nor false", f"Write {key} = true.")
    return value


def _priority(place: Place, row: Mapping[str, Any]) -> int:
    value = row.get("priority", 0)
    if type(value) is not int or not -MOST_PRIORITY <= value <= MOST_PRIORITY:
        raise place.wrong(
            "priority is no small whole number",
            f"Write one from {-MOST_PRIORITY} to {MOST_PRIORITY}.",
        )
    return value


def _words(place: Place, key: str, value: Any) -> tuple[str, ...]:
    """A list of texts; one text stands for a list of one."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise place.wrong(f"{key} is not a list of texts", f'Write {key} = ["…"].')
    return tuple(items)


def _squeezed(text: str) -> str:
    """A text on one line; spaces that hold words together stay."""
    return _BREAKS.sub(" ", text).strip()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
_HEADER = re.compile(r"^[ \t]*(\[.*)", re.MULTILINE)


class Layout:
    """Where the tables of a pack's file start: line numbers by header, and examples by rule."""

    def __init__(self, path: Path) -> None:
        text = path.read_text("utf-8") if path.is_file() else ""
        self.starts: dict[str, list[int]] = {}
        self.examples: list[list[int]] = []
        number, at = 1, 0
        for match in _HEADER.finditer(text):
            number += text.count("\n", at, match.start())
            at = match.start()
            header = match.group(1).rstrip()
            self.starts.setdefault(header, []).append(number)
            if header == "[[rule]]":
                self.examples.append([])
            elif header == "[[rule.example]]" and self.examples:
                self.examples[-1].append(number)

    def line(self, header: str, nth: int = 0) -> int:
        """The line of the nth table with this header; 1 where it is written in another way."""
        found = self.starts.get(header, [])
        return found[nth] if nth < len(found) else 1

    def example(self, rule: int, nth: int) -> int:
        rows = self.examples[rule] if rule < len(self.examples) else []
        return rows[nth] if nth < len(rows) else self.line("[[rule]]", rule)
