"""Substitutions of reStructuredText: what is read where `|name|` stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_DEFINED = re.compile(
    r"^[ \t]*\.\.[ \t]+\|([^|\r\n]{1,99})\|[ \t]+(replace|unicode)::"
    r"([^\r\n]{0,300}(?:(?:\r\n|\r|\n)[ \t]+[^\s:][^\r\n]{0,300}){0,5})", re.MULTILINE
)
_USED = re.compile(r"(?<![\w\\|.])\|(\S[^|\r\n]{0,98})\|(?![ \t]+[\w-]+::)")
_SPOKEN_OF = re.compile(r"(?:^|[ \t])\.\.[ \t].*", re.DOTALL)  # a comment
_CODE = re.compile(r"(?:0x|x|\\x|U\+?|u|\\u|&#x)([0-9A-Fa-f]{2,6});?|(\d{2,7})")
_OTHER_MARKS = re.compile(r"[`|\\\[\]]|_\b")
_LONGEST = 200  # characters of a text that is read wherever its name stands


def find(source: str) -> Mapping[str, str]:
    """The short texts that have a name and stand somewhere by it, by the name in small letters."""
    found = {}
    for name, kind, given in _DEFINED.findall(source):
        if kind == "unicode":
            text = characters(given)
        else:
            text = " ".join(given.replace("*", "").split())
        if text and len(text) <= _LONGEST and not _OTHER_MARKS.search(text):
            found[name.lower()] = text
    used = {name.lower() for name in _USED.findall(source)} if found else set()
    return {name: text for name, text in found.items() if name in used}


def characters(given: str) -> str:
    """What is shown for the codes and words of `.. |x| unicode::`, which a comment may follow."""
    return "".join(_characters(_SPOKEN_OF.sub("", given)))


def _characters(given: str) -> Iterator[str]:
    """What the codes and words of `.. |x| unicode::` stand for."""
    follows = False  # on a word
    for one in given.split():
        code = _CODE.fullmatch(one)
        number = (int(code[1], 16) if code[1] else int(code[2])) if code else 0
        is_sign = 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000
        yield chr(number) if is_sign else f" {one}" if follows else one
        follows = not is_sign
