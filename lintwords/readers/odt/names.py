"""The names of OpenDocument that the reader knows, as the parser tells them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "style": f"{_OASIS}:style:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "form": f"{_OASIS}:form:1.0",
    "config": f"{_OASIS}:config:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    "xforms": "http://www.w3.org/2002/xforms",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def full(name: str) -> str:
    """An element's name, `text:p`, as the parser tells it."""
    prefix, _, local = name.partition(":")
    return f"{_SPACES[prefix]} {local}"


def by_full_name(names: Mapping[str, T]) -> dict[str, T]:
    """The values of `names` under the full names of their elements."""
    return {full(name): value for name, value in names.items()}


def number(attributes: Mapping[str, str], name: str, most: int) -> int:
    """An attribute that counts, from 1 to `most`; 1 if it is not there or no number."""
    said = attributes.get(full(name), "")
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 9 else 1
