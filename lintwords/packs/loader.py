"""Loads packs, and keeps what was built from the word lists so that the next start is quick.

What is kept are word lists and parsed rules, never a text of the user, keyed by the content of all
pack files and the version, so that it fits wherever the same rules stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintwords import interface, later
from lintwords.errors import RulePackError, short
from lintwords.files import cachefiles
from lintwords.files.shipped import rules_folder
from lintwords.interface import say
from lintwords.model.rule import Filter, Names, Pack, ReadingFile, Rule
from lintwords.packs import encoderfile, plain_pack
from lintwords.packs.stamps import (
    FIRST,
    LANGUAGES,
    LEXICON,
    MESSAGES,
    NAMES,
    READING,
    SOURCES,
    files_of,
    name_of_one,
    of_rules,
    with_rules,
)
from lintwords.values import dataclass, replace

_AKIN = ("country", "adjective", "group", "capital")  # kinds of names that languages share
_STEM = 4  # letters of them
_LETTERS = later.pattern(r"[^\W\d_]+")
_CLASS = later.pattern(r"<[^>]*>")  # a class in a phrase: its name is no word of a text

if TYPE_CHECKING:  # loaded late: a text without a trigger needs neither
    from lintwords.text import lexicon
    from lintwords.text.languages import Table

@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A pack and its built word lists."""

    pack: Pack
    tables: lexicon.Tables
    reading: ReadingFile | None = None  # no language has to have one
    spoken: Pack | None = None  # what explains it in the language of the interface


def languages() -> Table:
    """What tells languages apart, for those with rules and those without."""
    from lintwords.text import languages as telling

    name = name_of_one(rules_folder() / LANGUAGES)
    value = cachefiles.kept("languages", name)
    if not isinstance(value, tuple) or len(value) != len(telling.Table._fields):
        from lintwords.packs import fields  # late, as all that reads TOML

        value = tuple(telling.table(fields.parse(rules_folder() / LANGUAGES)))
        cachefiles.keep("languages", name, value)
    return telling.Table(*value)


def load(
    lang: str, *, names: Path | None = None, packs: Sequence[Path] = (), fixed: Sequence[str] = (),
    readings: Sequence[Path] = (), home: str = "",
) -> LoadedPack:
    """The shipped pack of `lang`, with another names file or further packs if asked.

    `fixed` are further names that are never a finding; `readings` are heads of readings, of which
    the one of this language stands in place of the shipped one. `home` is the language of the
    rules of `packs` that name none, where that is not `lang`.

    Raises `RulePackError` for the first mistake in any of the files.
    """
    root = rules_folder()
    own = _own_reading(lang, readings)
    is_shipped = not (names or packs)
    pack, reading = _shipped(root, lang) if is_shipped else _read(root, lang, names, packs, home)
    if fixed:
        forms = pack.names.forms
        whole = {**forms, "fixed": (*forms.get("fixed", ()), *fixed)}
        pack = replace(pack, names=replace(pack.names, forms=whole))
    spoken = _spoken(root, lang)
    if spoken:
        titles = {id: one.title for id, one in spoken.filters.items()}
        filters = {
            id: replace(one, title=titles.get(id, one.title)) for id, one in pack.filters.items()
        }
        pack = replace(pack, filters=filters, messages=spoken.messages)
    return LoadedPack(pack, _tables(root, lang), own or encoderfile.with_encoder(reading), spoken)


def _spoken(root: Path, lang: str) -> Pack | None:
    """The rules in the language of the interface, where that is another than English or theirs."""
    spoken = interface.language()
    if spoken in (lang, interface.ENGLISH) or not (root / spoken / NAMES).is_file():
        return None
    return _shipped(root, spoken)[0]


def _own_reading(lang: str, readings: Sequence[Path]) -> ReadingFile | None:
    """The reading that a user names for a language."""
    if not readings:
        return None
    from lintwords.packs import readingfile

    own = readingfile.heads(readings, with_rules()).get(lang)
    if own:
        readingfile.look_at_weights(own)
    return own


def _shipped(root: Path, lang: str) -> tuple[Pack, ReadingFile | None]:
    """The pack as it comes, without its TOML where it was checked before."""
    name = of_rules(lang)
    found = plain_pack.opened(cachefiles.kept("rules", name), root)
    if found is None:
        found = _read(root, lang)
        cachefiles.keep("rules", name, plain_pack.plain(*found, root))
    return found


def _read(
    root: Path, lang: str, names: Path | None = None, packs: Sequence[Path] = (), home: str = ""
) -> tuple[Pack, ReadingFile | None]:
    """The pack out of its TOML, with what a user adds."""
    from lintwords.packs import fields, readingfile, rulefile, rulepack

    parsed = _parsed(root, lang)
    for path in (*((names,) if names else ()), *packs):
        parsed[path] = fields.parse(path)
    sources = rulepack.read_sources(parsed.get(root / SOURCES, {}), root / SOURCES)
    filters: dict[str, Filter] = {}
    rules: list[Rule] = []
    profiles: dict[str, dict[str, str]] = {}
    country: Names | None = None
    reading: ReadingFile | None = None
    messages: dict[str, str] = {}
    for path, data in parsed.items():
        if path == root / SOURCES:
            continue
        if "names" in data or path == names:
            if country is None or path == names:
                if data.get("lang", lang) not in (lang, ""):
                    raise _of_another(str(data["lang"]), lang, path)
                ours = rulepack.grammar_of(parsed.get(root / lang / NAMES, {}))
                country = rulepack.read_names(data, path, ours if path == names else {})
                country = replace(country, path=str(path) if path == names else "")
            elif path in packs:
                raise RulePackError(
                    say("{path} names a country, and is no pack of rules", path=path),
                    say("Use it so: --names FILE"), path,
                )
        elif path == root / lang / READING:
            reading = readingfile.read(data, path)
        elif path == root / lang / MESSAGES:
            messages = rulepack.read_messages(data, path)
        elif "profile" in data:
            profiles = rulepack.read_profiles(data, path)
        else:
            own = sources | {s.id: s for s in rulefile.read_own_sources(data, path)}
            rules += rulefile.read_rules(data, path, lang, own, home if path in packs else "")
            if path not in packs or lang == (data.get("lang") or home or lang):
                filters |= rulepack.read_filters(data, path, filters)
    if country is None:
        raise RulePackError(
            say("{root} has no {names}", root=root / lang, names=NAMES),
            say("Reinstall lintwords."),
        )
    return rulepack.together(lang, country, filters, rules, profiles, messages), reading


def _of_another(found: str, lang: str, path: Path) -> RulePackError:
    """That the names are in another language than the rules that would ask for them."""
    from lintwords.packs import fields

    told = {"path": path, "found": short(found), "lang": lang}
    place = fields.Origin(path, 1, "").at("lang")
    known = with_rules()
    return place.wrong(
        say('the names are in "{found}", and the rules that are asked for in "{lang}"', **told),
        say("Give the names in {lang}, or leave out --lang and the setting lang.", **told)
        if found in known else
        say("There are rules for {known}: write the names in one of them, and its code as lang.",
            known=", ".join(known)),
    )


def named_by(names: Path) -> tuple[str, str]:
    """The id of the country that a names file is of, and its language; empty for what is no text.

    Raises RulePackError for one that cannot be read.
    """
    from lintwords.packs import fields  # late, as all that reads TOML

    data = fields.parse(names)
    country, lang = data.get("id"), data.get("lang")
    return country if isinstance(country, str) else "", lang if isinstance(lang, str) else ""


def kin_of(names: Path) -> frozenset[str]:
    """How names in other languages may begin that are akin to those of a names file, in lower case.

    "russ", of "Russia", for "Russie".
    """
    from lintwords.packs import fields  # late, as all that reads TOML

    rows = fields.parse(names).get("names", {})
    forms = [form for kind in _AKIN for form in rows.get(kind, ()) if isinstance(form, str)]
    words = (word for form in forms for word in form.split() if word[:1].isupper())
    return frozenset(word[:_STEM].lower() for word in words if len(word) > _STEM)


def country_in(lang: str) -> str:
    """The id of the country whose names come with lintwords in a language; empty if none do."""
    path = rules_folder() / lang / NAMES
    return named_by(path)[0] if path.is_file() else ""


def in_place_of(names: Path, lang: str) -> tuple[str, str] | None:
    """The countries, as people call them, of a names file and of the one that comes with lintwords.

    None where they are one. `lang` is the language of the file, in which ours is told where it is
    not in that of the interface.
    """
    from lintwords.packs import fields  # late, as all that reads TOML

    own = fields.parse(names)
    langs = [one for one in (interface.language(), lang) if one in with_rules()]
    ours = fields.parse(rules_folder() / langs[0] / NAMES)
    return None if own.get("id") == ours["id"] else (str(own.get("title", "")), ours["title"])


def language_with(cls: str, lang: str) -> str:
    """A language other than `lang` whose word lists hold a class; empty if none does."""
    from lintwords.text.lexicon import Lexicon

    others = (code for code in with_rules() if code != lang)
    return next((code for code in others
                 if Lexicon(_tables(rules_folder(), code), code).knows(cls)), "")


def reading_of(lang: str, readings: Sequence[Path] = ()) -> str:
    """The version of what tells what mentions of a language stand for; empty if it has none.

    Told without parsing what comes with the rules, which takes longer than a short text.
    """
    if readings:
        from lintwords.packs import readingfile  # late, as all that reads TOML

        if own := readingfile.heads(readings, with_rules()).get(lang):
            return own.version
    if head := encoderfile.head_of(lang):
        return head.stem
    path = rules_folder() / lang / READING
    if not path.is_file():
        return ""
    name = name_of_one(path)
    value = cachefiles.kept("reading", name)
    if not isinstance(value, str):
        from lintwords.packs import fields, readingfile

        value = readingfile.read(fields.parse(path), path).version
        cachefiles.keep("reading", name, value)
    return value


def messages(lang: str) -> Mapping[str, str]:
    """What findings of a language say beside their rules; as in the first one where it has none.

    In the language of the interface, where that is not English. For faces, which hold findings and
    no pack.
    """
    spoken = interface.language()
    return _messages(lang if spoken == interface.ENGLISH else spoken)


@lru_cache(maxsize=8)
def _messages(lang: str) -> Mapping[str, str]:
    path = rules_folder() / lang / MESSAGES
    if not path.is_file():
        path = rules_folder() / FIRST / MESSAGES
    name = name_of_one(path)
    value: dict[str, str] | None = cachefiles.kept("messages", name)
    if not isinstance(value, dict):
        from lintwords.packs import fields, rulepack  # late, as all that reads TOML

        value = rulepack.read_messages(fields.parse(path), path)
        cachefiles.keep("messages", name, value)
    return value


def _parsed(root: Path, lang: str) -> dict[Path, Mapping[str, Any]]:
    """The tables of the shipped files, but for the word lists."""
    from lintwords.packs import fields

    name = of_rules(lang)
    value = cachefiles.kept("pack", name)
    if not isinstance(value, dict):
        value = {
            path.relative_to(root).as_posix(): fields.parse(path)
            for path in files_of(root, lang) if path.parent.name != LEXICON
        }
        cachefiles.keep("pack", name, value)
    return {root / path: data for path, data in value.items()}


def _words_of_phrases(root: Path, lang: str) -> frozenset[str]:
    """The words that stand in the phrases of the shipped rules and filters."""
    rows = (row for data in _parsed(root, lang).values()
            for key in ("rule", "filter") for row in data.get(key, ()))
    phrases = (_CLASS.sub(" ", str(row.get("phrase", ""))) for row in rows)
    return frozenset(word for phrase in phrases for word in _LETTERS.findall(phrase))


def _tables(root: Path, lang: str) -> lexicon.Tables:
    """The built word lists of a language."""
    from lintwords.text import lexicon

    def build() -> list[bytes]:
        from lintwords.packs import fields
        from lintwords.text import lexicon_tables

        paths = (path for path in files_of(root, lang) if path.parent.name == LEXICON)
        files = {path: fields.parse(path) for path in paths}
        return lexicon_tables.build(files, lang, _words_of_phrases(root, lang)).kept()

    name = of_rules(lang)
    parts = cachefiles.kept_parts("words", name, build)
    if parts is not None and len(parts) == lexicon.PARTS:
        return lexicon.Tables.opened(parts)
    built = build()
    cachefiles.keep_parts("words", name, built)
    return lexicon.Tables.opened(built)
