"""The words of lintwords itself, in the language of who reads them.

A sentence stands in the program in English, where it is said; English is the key to it. Every other
language is one table beside this module (`fr.toml`), which gives each sentence whole, and its forms
by number where the English has two. What is said by key (the review, the page of `serve`) stands in
the table by the same keys. English needs no table, so that none is read for it.

Which language is spoken is told once, where a process begins; a program that imports lintwords is
spoken to in English.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from lintwords import later

__all__ = ["ENGLISH", "OPTION", "VARIABLE", "Entry", "choices", "choose", "entry", "entry_in",
           "language", "number", "path_in_line", "place", "say", "say_in", "say_many", "signed",
           "system", "to_say", "token", "use", "wanted_language"]

ENGLISH = "en"
VARIABLE = "LINTWORDS_UI_LANG"
OPTION = "--ui-lang"
Entry = str | Sequence[str]

_BREAKS = later.pattern("[\0-\x1f\x7f-\x9f\u2028\u2029]")
_HERE = os.path.dirname(os.path.abspath(__file__))
_language = ENGLISH
_texts: Mapping[str, Entry] = {}
_sections: Mapping[str, Mapping[str, Entry]] = {}
_form: Callable[[int], int] = lambda n: int(n != 1)  # noqa: E731  replaced with the table
_thousands = ","


def choices() -> list[str]:
    """The languages that lintwords speaks, English first."""
    tables = (name.removesuffix(".toml") for name in os.listdir(_HERE) if name.endswith(".toml"))
    return [ENGLISH, *sorted(tables)]


def language() -> str:
    """The language that is spoken."""
    return _language


def use(lang: str) -> None:
    """Speak `lang` from now on, which must be one of `choices`."""
    global _language, _texts, _sections, _form, _thousands
    if lang == _language:
        return
    if lang == ENGLISH:
        _language, _texts, _sections, _thousands = ENGLISH, {}, {}, ","
        _form = lambda n: int(n != 1)  # noqa: E731
        return
    from lintwords.interface import table  # English needs none of it

    read = table.read(os.path.join(_HERE, f"{lang}.toml"))
    _language, _texts, _sections = lang, read.texts, read.sections
    _form, _thousands = read.form, read.thousands


def say(text: str, /, **fields: object) -> str:
    """A sentence with its {fields} filled in; without fields as it stands."""
    found = _texts.get(text, text)
    whole = found if isinstance(found, str) else found[-1]
    return whole.format(**_in_line(fields)) if fields else whole


def _in_line(fields: Mapping[str, object]) -> Mapping[str, object]:
    return {
        name: path_in_line(value) if isinstance(value, os.PathLike) else value
        for name, value in fields.items()
    }


def path_in_line(path: str | os.PathLike[str]) -> str:
    """A path that breaks no line: a folder may be named so that what is said of it forges one."""
    text = os.fspath(path)
    if text.isprintable():
        return text
    return _BREAKS.sub(lambda found: token(found[0]), text)


def token(char: str) -> str:
    """What stands for a sign that must not be seen as itself, such as `<U+000A>`."""
    return f"<U+{ord(char):04X}>"


def say_in(lang: str, text: str, /, **fields: object) -> str:
    """A text in a language that need not be the one spoken; English if it has none."""
    found = _texts_in(lang).get(text, text)
    return (found if isinstance(found, str) else found[-1]).format(**_in_line(fields))


def _texts_in(lang: str) -> Mapping[str, Entry]:
    if lang == _language:
        return _texts
    from lintwords.interface import table  # as in `use`

    return table.kept(os.path.join(_HERE, f"{lang}.toml")).texts if _has_table(lang) else {}


def _places_in(lang: str) -> Mapping[str, Entry]:
    if lang in ("", _language):
        return _sections.get("places", {})
    from lintwords.interface import table  # as in `use`

    path = os.path.join(_HERE, f"{lang}.toml")
    return table.kept(path).sections["places"] if _has_table(lang) else {}


def say_many(one: str, many: str, /, n: int, **fields: object) -> str:
    """The sentence for one or for another number `n`, which {n} stands for."""
    found = _texts.get(many, (one, many))
    return choose(found, n).format(n=number(n), **_in_line(fields))


def choose(found: Entry, n: int) -> str:
    """The form that a language has for a number."""
    return found if isinstance(found, str) else found[min(_form(n), len(found) - 1)]


def to_say(*texts: str) -> tuple[str, ...]:
    """Texts that are said elsewhere, where they stand in no call of `say`; as they are."""
    return texts


def entry(section: str, key: str, english: Entry) -> Entry:
    """What is said by `key`; as in English where the table has nothing."""
    return _sections[section].get(key, english) if _sections else english


def entry_in(lang: str, section: str, key: str, english: Entry) -> Entry:
    """The same in a language that need not be the one spoken, which stands for any without a table.
    """
    if lang == ENGLISH:
        return english
    if lang == _language or not _has_table(lang):
        return entry(section, key, english)
    from lintwords.interface import table  # as in `use`

    return table.kept(os.path.join(_HERE, f"{lang}.toml")).sections[section].get(key, english)


def number(n: int) -> str:
    """A whole number as people write it: 9,412."""
    written = f"{n:,}"
    return written if _thousands == "," else written.replace(",", _thousands)


def signed(number: float) -> str:
    """A number with its sign and one decimal: +0.7, or +0,7 where no comma parts thousands."""
    written = f"{number:+.1f}"
    return written if _thousands == "," else written.replace(".", ",")


def place(where: str, lang: str = "") -> str:
    """A place in a document: "table 2, row 3, column 1" stands so in findings, in every language.

    A heading or a name in it is the document's own. It is told in the language that is spoken, or
    in `lang`.
    """
    nouns = _places_in(lang)
    if not nouns:
        return where
    import re  # loaded anyway where there are places

    def told(piece: str) -> str:
        noun, gap, nth = piece.rpartition(" ") if piece[-1:].isdigit() else (piece, "", "")
        return f"{nouns.get(noun, noun)}{gap}{nth}"

    pieces = re.split(r'( ?\(?"[^"]*"\)?|, )', where)
    return "".join(piece if at % 2 else told(piece) for at, piece in enumerate(pieces))


def system(trouble: OSError) -> str:
    """What the system says of `trouble`, without a full stop; English where no table has it."""
    said = trouble.strerror or str(trouble)
    if not _sections or trouble.errno is None:
        return said
    from errno import errorcode  # only where there is trouble in another language

    return choose(entry("system", errorcode.get(trouble.errno, ""), said), 1)


def wanted_language(arguments: Sequence[str], env: Mapping[str, str]) -> str:
    """The language that a person asks for: by option, by variable, by the language of the system.

    English where none of them names one that lintwords speaks.
    """
    told = _option(arguments) or env.get(VARIABLE, "")
    if told in ("", "auto"):
        told = _system(env)
    lang = told.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return lang if lang == ENGLISH or (lang.isalpha() and _has_table(lang)) else ENGLISH


def _option(arguments: Sequence[str]) -> str:
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith(f"{OPTION}="):
            return argument[len(OPTION) + 1 :]
    return ""


def _system(env: Mapping[str, str]) -> str:
    """The language of messages, as POSIX has it; on Windows that of the desktop."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(name):
            return env[name]
    if os.name == "nt":
        from lintwords.interface import windows  # there alone

        return windows.language()
    return ""


def _has_table(lang: str) -> bool:
    return os.path.isfile(os.path.join(_HERE, f"{lang}.toml"))
