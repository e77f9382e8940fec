"""What the formats in XML share: characters that XML 1.0 allows, and a document as text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

from lintwords.interface import token
from lintwords.reports.cells import OPENING, SPOKEN, UNSAFE

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """A text with each character that XML 1.0 forbids as a token such as `<U+0008>`."""
    return _FORBIDDEN.sub(lambda match: token(match.group()), text)


def element(parent: Element | None, tag: str, **attributes: object) -> Element:
    """A new element, the last child of `parent`; values become text that XML allows."""
    made = Element(tag, {name: allowed(str(value)) for name, value in attributes.items()})
    if parent is not None:
        parent.append(made)
    return made


def document(root: Element) -> str:
    """An element as an indented document that ends with a line end and is safe to print."""
    indent(root)
    text = UNSAFE.sub(lambda match: f"&#x{ord(match.group()):X};", tostring(root, "unicode"))
    text = OPENING.sub(r"\1&#x3A;", SPOKEN.sub("&#x23;", text)).replace("\r", "&#xD;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
