"""Names for what was built from the rules, by the content of all files that went in.

It is all that a check of a file without a trigger needs of the packs, so little is imported here.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from lintwords import __version__
from lintwords.files import cachefiles
from lintwords.files.digest import blake2b
from lintwords.files.shipped import rules_folder
from lintwords.interface import number, say, system
from lintwords.packs.encoderfile import head_of

SOURCES = "sources.toml"
NAMES = "names.toml"
READING = "reading.toml"
MESSAGES = "messages.toml"
LANGUAGES = "languages.toml"
LEXICON = "lexicon"  # the folder of word lists
TRIAL = "EXPERIMENTAL"  # a note in the folder of a language that is only read when asked for
FIRST = "en"
FORMAT = 25  # of the cache file
LARGEST = 2_000_000  # bytes of a pack
_TICK = 2_000_000_000  # a file that changes twice within it may keep its times


def stamp(lang: str) -> str:
    """A name for all that finds something in texts of `lang`, where a user adds nothing."""
    return with_reading(of_rules(lang), lang)


def of_rules(
    lang: str, *, names: Path | None = None, packs: Sequence[Path] = (), fixed: Sequence[str] = (),
    home: str = "",
) -> str:
    """A name that changes whenever a shipped file of `lang` or the rules and names of a user do.

    `home` is the language of the rules of `packs` that name none, where that is another.
    Raises `RulePackError` if a file is not there.
    """
    found = blake2b(digest_size=16)
    root = rules_folder()
    files = (*files_of(root, lang), root / LANGUAGES)
    found.update(f"{FORMAT} {__version__} {sys.version_info[:2]} {_name_of(root, files)}".encode())
    for path in (*((names,) if names else ()), *packs):
        found.update(blake2b(content_of(path)).digest())
    found.update(home.encode())
    found.update("\n".join(fixed).encode("utf-8", "replace"))
    return found.hexdigest()


def with_reading(rules: str, lang: str, readings: Sequence[Path] = ()) -> str:
    """The name of rules, and of what tells beside them what a mention stands for.

    That is what a user names for it and the encoder that is installed. Nothing that finds a mention
    or a phrase hangs on it. Raises `RulePackError` if a file is not there.
    """
    found = blake2b(rules.encode(), digest_size=16)
    for path in readings:
        found.update(blake2b(content_of(path)).digest())
    if head := head_of(lang):
        found.update(head.stem.encode() + head.read_bytes())
    return found.hexdigest()


def content_of(path: Path) -> bytes:
    """The bytes of a user's pack. A pipe or a device is not opened, so that nobody waits for it."""
    from lintwords.errors import RulePackError  # late: most starts have no pack of their own
    from lintwords.files.bounds import content

    try:
        data = content(path, LARGEST)
        if data is None:
            hint = say("It is a folder. Name each pack in it: --pack {path}/NAME.toml", path=path) \
                if path.is_dir() else say("It is no plain file.")
            raise RulePackError(say("cannot open {path}", path=path), hint, path)
        if len(data) > LARGEST:
            raise RulePackError(
                say("{path} is too large", path=path),
                say(
                    "{largest} bytes are the most. Make several packs of it.",
                    largest=number(LARGEST),
                ), path,
            )
        return data
    except OSError as trouble:
        raise RulePackError(
            say("cannot open {path}", path=path),
            say("The system says: {reason}.", reason=system(trouble)), path,
        ) from trouble


def _name_of(root: Path, files: Sequence[Path]) -> str:
    """A name for what stands in shipped files, wherever and whenever they were put there.

    What was built from them elsewhere can so be brought along. While the files are not touched,
    a kept note tells their name without reading them.
    """
    states = [path.stat() for path in files]
    quick = blake2b(digest_size=16)
    for path, state in zip(files, states, strict=True):
        times = f"{state.st_mtime_ns}|{state.st_ctime_ns}|{state.st_ino}"
        quick.update(f"{path}|{state.st_size}|{times}\n".encode("utf-8", "surrogateescape"))
    known = cachefiles.kept("content", quick.hexdigest())
    if isinstance(known, str):
        return known
    found = blake2b(digest_size=16)
    for path in files:
        data = path.read_bytes()
        found.update(f"{path.relative_to(root).as_posix()}|{len(data)}\n".encode() + data)
    if max(max(state.st_mtime_ns, state.st_ctime_ns) for state in states) < time.time_ns() - _TICK:
        cachefiles.keep("content", quick.hexdigest(), found.hexdigest())
    return found.hexdigest()


def with_rules() -> tuple[str, ...]:
    """The languages that there are rules for, the first the one that most are written in."""
    return (FIRST, *(lang for lang in _folders() if not _is_on_trial(lang) and lang != FIRST))


def on_trial() -> tuple[str, ...]:
    """The languages with an experimental pack, which judges only where it is asked for."""
    return tuple(filter(_is_on_trial, _folders()))


def _folders() -> list[str]:
    """The folders of languages, in order."""
    try:
        with os.scandir(rules_folder()) as entries:  # a glob takes a millisecond
            return sorted(one.name for one in entries if os.path.isfile(f"{one.path}/{NAMES}"))
    except OSError:
        return []


def _is_on_trial(lang: str) -> bool:
    return os.path.isfile(rules_folder() / lang / TRIAL)


def name_of_one(path: Path) -> str:
    """A name for what was made of one shipped file."""
    state = _name_of(rules_folder(), (path,))
    return blake2b(f"{FORMAT} {__version__} {state}".encode(), digest_size=16).hexdigest()


def files_of(root: Path, lang: str) -> list[Path]:
    folder = root / lang
    if not folder.is_dir():
        from lintwords.errors import RulePackError  # late: most starts raise nothing

        raise RulePackError(
            say('there are no rules for the language "{lang}"', lang=lang),
            say("Looked in {root}.", root=root),
        )
    words = folder.glob(f"{LEXICON}/*.toml")
    return [root / SOURCES, *sorted(folder.glob("*.toml")), *sorted(words)]
