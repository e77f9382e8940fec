"""OpenDocument texts from their XML, for tests: any shape of a package, sound or not."""

from __future__ import annotations

import io
import zipfile

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
        "svg": "svg-compatible", "fo": "xsl-fo-compatible", "config": "config",
        "manifest": "manifest", "form": "form",
    }.items()
)
NAMES += ' xmlns:xforms="http://www.w3.org/2002/xforms" xmlns:field="urn:openoffice:names:' \
    'experimental:ooo-ms-interop:xmlns:field:1.0"'
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(body: str, head: str = "", **parts: str | bytes) -> bytes:
    """A package; `head` stands before the text, `parts` are other members, `_` for a point."""
    held = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {NAMES}>{head}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
        **{name.replace("_", "."): text for name, text in parts.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in held.items():
            package.writestr(name, text)
    return file.getvalue()
