"""Elements of OpenDocument by what they are to a text."""

from __future__ import annotations

from lintwords.readers.odt.names import full

SKIPPED = (
    "office:annotation", "text:note-citation", "text:number", "text:script", "office:scripts",
    "office:change-info", "text:tracked-changes", "form:hidden", "form:password", "form:item",
    *(f"text:{name}-source" for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index", "bibliography",
    )),
)
CONTROLS = tuple(f"form:{name}" for name in (
    "text", "textarea", "formatted-text", "number", "date", "time", "file", "fixed-text", "button",
    "combobox", "listbox", "image", "checkbox", "radio", "frame", "image-frame", "column",
    "value-range", "generic-control",
))
LEVELS = tuple(f"text:{name}" for name in (
    "list-level-style-number", "list-level-style-bullet", "list-level-style-image",
    "outline-level-style",
))
HEADERS = ("style:header", "style:header-left", "style:header-first")
FOOTERS = ("style:footer", "style:footer-left", "style:footer-first")
NOTICES = ("text:note-continuation-notice-forward", "text:note-continuation-notice-backward")
SHAPES = (
    "draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle",
    "draw:polygon", "draw:polyline", "draw:path", "draw:regular-polygon", "draw:caption",
    "draw:line",
)
# in these the text of a paragraph is the writer's; that of any other element is computed
OWN = frozenset(map(full, (
    "text:p", "text:h", "text:span", "text:a", "text:meta", "text:ruby", "text:ruby-base",
    "office:annotation-end", "text:bookmark", "text:bookmark-start", "text:bookmark-end",
    "text:reference-mark", "text:reference-mark-start", "text:reference-mark-end",
    "text:soft-page-break", "text:change", "text:change-start", "text:change-end",
)))
