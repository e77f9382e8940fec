"""What the attributes of an element of HTML say: words for people, and whether it holds code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintwords.readers.html import tags as htmltags
from lintwords.readers.html.tags import Tag

_CAPTIONS = (
    "title", "aria-label", "aria-description", "aria-valuetext", "aria-placeholder",
    "aria-roledescription", "placeholder",
)
_NO_WORDS = frozenset(("class", "classname", "style", "href", "src", "id", "key"))
# what a sheet, a program for tips or one for pictures shows of an element
_SHOWN_DATA = re.compile(
    r"data-(?:[a-z]+-)*(?:alt|caption|content|description|label|message|text|tip|title|tooltip)"
)
_BOUND = (":", "v-bind:", "[")  # the value of such a name is code of Vue or Angular
_STRING = re.compile(r"'([^']*)'|\"([^\"]*)\"|`([^`]*)`")
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


def said_in(tag: Tag, text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where words stand in the value of an attribute; in one that is code, in its texts alone."""
    start, end = tag.attributes[name]
    if name.startswith(_BOUND):
        for found in _STRING.finditer(text, start, end):
            yield found.span(found.lastindex or 0)
    else:
        yield start, end


def is_found_again(tag: Tag, text: str, *, xml: bool) -> bool:
    """Whether a browser shows a hidden element to who searches, or a device a hidden note."""
    return value(tag, text, "hidden").lower() == "until-found" or (xml and "epub:type" in
                                                                   tag.attributes)


def is_component(tag: Tag, text: str, *, has_components: bool = False) -> bool:
    """Whether a tag is none of HTML, by its name or by a capital: `<my-card>`, `<Card>`."""
    name = text[tag.start + 1 : tag.start + 3]
    if name[:1].isupper() and (has_components or (name[1:].islower() and tag.name not in
                                                  htmltags.VOID)):
        return True
    return tag.name not in htmltags.ELEMENTS and ":" not in tag.name


def is_shown_template(tag: Tag) -> bool:
    """Whether what stands in a template is shown: in a shadow root, in the slot of a component."""
    return any(
        name == "shadowrootmode" or name.startswith(("#", "v-slot")) for name in tag.attributes
    )


def captions(
    tag: Tag, text: str, *, has_components: bool, is_offered: bool
) -> tuple[str, ...]:
    """The attributes whose values are words for people; of a component nearly all.

    An option `is_offered` where a field is filled in; its value is what comes to stand there.
    """
    if is_component(tag, text, has_components=has_components):
        return tuple(
            name for name in tag.attributes
            if name not in _NO_WORDS and any(map(str.isalpha, value(tag, text, name)))
        )
    names: tuple[str, ...] = ("alt", *_CAPTIONS) if tag.name in _WITH_ALT else _CAPTIONS
    if tag.name == "table":
        names = (*names, "summary")
    if tag.name in _WITH_LABEL:
        names = (*names, "label")
    if tag.name == "input" and value(tag, text, "type").lower() in ("", *htmltags.SHOWN):
        names = (*names, "value")
    said = {value(tag, text, name) for name in names}
    shown = (name for name in tag.attributes if _SHOWN_DATA.fullmatch(name))
    offered = ("value",) if tag.name == "option" and is_offered else ()
    return (*names, *(name for name in shown if value(tag, text, name) not in said), *offered)


def describes_page(tag: Tag, text: str) -> bool:
    """Whether a `meta` describes the page, in words that are shown where others link to it."""
    named = value(tag, text, "name") or value(tag, text, "property")
    return "content" in tag.attributes and named.lower() in htmltags.META_NAMES


def holds_code(tag: Tag, text: str) -> bool:
    """Whether a block whose lines are kept is code, as its tag or the next one says."""
    if tag.name == "xmp":  # what it is for: a sample of tags
        return text.find("<", tag.end, htmltags.raw_end(text, (tag.name,), tag.end)) >= 0
    named = f'{value(tag, text, "class")} {value(tag, text, "lang")}'
    return _CODE_CLASS.search(named) is not None or _CODE_TAG.match(text, tag.end) is not None
