"""What the attributes of an element of HTML say: words for people, and whether it holds code."""

from __future__ import annotations

import re

from lintwords.readers import htmltags
from lintwords.readers.htmltags import Tag

_CAPTIONS = (
    "title", "aria-label", "aria-description", "aria-valuetext", "aria-placeholder",
    "aria-roledescription", "placeholder",
)  # fmt: skip
_NO_WORDS = frozenset(("class", "classname", "style", "href", "src", "id", "key"))
_WITH_ALT = frozenset({"img", "area", "input"})
_WITH_LABEL = frozenset({"option", "optgroup", "track"})
_CODE_CLASS = re.compile(
    r"(?<![^\W_])(?:lang|(?:source)?code|highlight|hljs|shiki|brush|prettyprint|syntax|terminal)",
    re.IGNORECASE,
)
_CODE_TAG = re.compile(
    r"\s{0,100}<(?:(?:code|samp|kbd|tt|var)\b|span\s[^<>]{0,200}\bclass\b)", re.IGNORECASE
)


def value(tag: Tag, text: str, name: str) -> str:
    """The value of an attribute; empty where there is none."""
    start, end = tag.attributes.get(name, (0, 0))
    return text[start:end].strip()


def is_found_again(tag: Tag, text: str, *, xml: bool) -> bool:
    """Whether a browser shows a hidden element to who searches, or a device a hidden note."""
    return value(tag, text, "hidden").lower() == "until-found" or (xml and "epub:type" in
                                                                   tag.attributes)  # fmt: skip


def captions(tag: Tag, text: str, *, has_components: bool) -> tuple[str, ...]:
    """The attributes whose values are words for people; of a component of MDX nearly all."""
    if has_components and text[tag.start + 1 : tag.start + 2].isupper():
        return tuple(name for name in tag.attributes if name not in _NO_WORDS)
    names: tuple[str, ...] = ("alt", *_CAPTIONS) if tag.name in _WITH_ALT else _CAPTIONS
    if tag.name == "table":
        names = (*names, "summary")
    if tag.name in _WITH_LABEL:
        names = (*names, "label")
    if tag.name == "input" and value(tag, text, "type").lower() in ("", *htmltags.SHOWN):
        names = (*names, "value")
    return names


def holds_code(tag: Tag, text: str) -> bool:
    """Whether a block whose lines are kept is code, as its tag or the next one says."""
    if tag.name == "xmp":  # what it is for: a sample of tags
        return text.find("<", tag.end, htmltags.raw_end(text, (tag.name,), tag.end)) >= 0
    named = f'{value(tag, text, "class")} {value(tag, text, "lang")}'
    return _CODE_CLASS.search(named) is not None or _CODE_TAG.match(text, tag.end) is not None
