"""The names of OOXML that the readers of Word and PowerPoint know, in both its dialects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

_NAMESPACES = {
    "w": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    "mc": ("http://schemas.openxmlformats.org/markup-compatibility/2006",),
    "wp": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    ),
    "m": (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    "a": (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    ),
    "p": (
        "http://schemas.openxmlformats.org/presentationml/2006/main",
        "http://purl.oclc.org/ooxml/presentationml/main",
    ),
    "c": (
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://purl.oclc.org/ooxml/drawingml/chart",
    ),
    "cdr": (
        "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
        "http://purl.oclc.org/ooxml/drawingml/chartDrawing",
    ),
    "pic": (
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "http://purl.oclc.org/ooxml/drawingml/picture",
    ),
    "wps": ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape",),
    "wpg": ("http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "r": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "rel": ("http://schemas.openxmlformats.org/package/2006/relationships",),
    "ct": ("http://schemas.openxmlformats.org/package/2006/content-types",),
}


def full(name: str) -> tuple[str, ...]:
    """An element's name, `w:p`, as the parser tells it, in every dialect."""
    prefix, _, local = name.partition(":")
    return tuple(f"{uri} {local}" for uri in _NAMESPACES[prefix])


def by_full_name(names: Mapping[str, T]) -> dict[str, T]:
    """The values of `names` under the full names of their elements."""
    return {long: value for name, value in names.items() for long in full(name)}


# what nobody sees: deleted text, and formats as they were before a change of somebody
SKIPPED = (
    "w:delText", "w:delInstrText", "w:pPrChange", "w:sectPrChange", "w:tblPrChange",
    "w:tcPrChange", "w:trPrChange", "w:numberingChange", "w:tblPrExChange", "w:tblGridChange",
)
# namespaces of what a program shows where there is a choice; of others, what is there instead
_OWN = {
    "word": r"word/20(?:0[6-9]|1\d|2[0-4])/(?:wordml(?:/\w+)?"
            r"|wordprocessing(?:Canvas|Drawing|Group|Ink|Shape))",
    "powerpoint": r"powerpoint/20(?:0[6-9]|1\d|2[0-4])(?:/\d\d)?/\w+",
}
_SHOWN = {program: re.compile(
    rf"http://schemas\.microsoft\.com/office/(?:{own}"
    r"|drawing/20(?:0[6-9]|1\d|2[0-4])(?:/\w+)*/(?:main|chart|chartex|diagram|ink|model3d))"
    r"|http://schemas\.openxmlformats\.org/.+|http://purl\.oclc\.org/ooxml/.+"
    r"|urn:schemas-microsoft-com:.+"
) for program, own in _OWN.items()}
_VALUE = full("w:val")
_OFF = ("0", "false", "off", "none")


def value(attributes: Mapping[str, str], name: str = "w:val") -> str | None:
    """An attribute by its short name; None if it is not there."""
    for long in _VALUE if name == "w:val" else full(name):
        if long in attributes:
            return attributes[long]
    return None


def is_shown(space: str, program: str = "word") -> bool:
    """Whether Word, or PowerPoint, knows what stands in a namespace."""
    return _SHOWN[program].fullmatch(space) is not None


def is_on(attributes: Mapping[str, str], name: str = "w:val") -> bool:
    """Whether a switch is on; without a value it is."""
    return (value(attributes, name) or "on").lower() not in _OFF


def small(number: str | None) -> int:
    """A number of columns, 0 for what is none."""
    return min(int(number), 63) if number and number.isdecimal() and len(number) < 9 else 0
