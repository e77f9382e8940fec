"""Which formats are read, by which module, and what a suffix stands for: the only place that knows.

A module is imported when its first file comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# format → module
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "plain",
        "markdown": "markdown.reader",
        "html": "html.reader",
        "rst": "rst.reader",
        "asciidoc": "asciidoc",
        "docx": "docx.reader",
        "odt": "odt.reader",
        "eml": "mail.reader",
        "data": "data.reader",
        "pdf": "pdf.reader",
        "rtf": "rtf.reader",
        "pptx": "pptx.reader",
        "epub": "epub",
        "subtitles": "subtitles",
    }
)
# formats that are one text; the others are packages of parts
TEXTS = ("text", "markdown", "html", "rst", "asciidoc")
# of these, those in which some signs mean more than themselves → such as may stand inside a word
MARKUP: Mapping[str, str] = MappingProxyType(
    {"markdown": "*~\\[", "html": "", "rst": "\\", "asciidoc": "*_~\\^#+`\""}
)
# suffix → format
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".mdown": "markdown",
        ".mkd": "markdown",
        ".mdx": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".docx": "docx",
        ".docm": "docx",
        ".odt": "odt",
        ".rst": "rst",
        ".rest": "rst",
        ".adoc": "asciidoc",
        ".asciidoc": "asciidoc",
        ".eml": "eml",
        ".pdf": "pdf",
        ".rtf": "rtf",
        **dict.fromkeys((".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"), "pptx"),
        ".epub": "epub",
        ".srt": "subtitles",
        ".vtt": "subtitles",
        ".json": "data",
        ".jsonl": "data",
        ".ndjson": "data",
        ".yaml": "data",
        ".yml": "data",
        ".csv": "data",
        ".tsv": "data",
    }
)
# type as mail and the web name it → format
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "text/plain": "text",
        "text/html": "html",
        "application/xhtml+xml": "html",
        "text/markdown": "markdown",
        "text/x-markdown": "markdown",
        "text/x-rst": "rst",
        "text/asciidoc": "asciidoc",
        "text/rfc822-headers": "text",
        "message/delivery-status": "text",
        "message/disposition-notification": "text",
        "application/pdf": "pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "application/vnd.oasis.opendocument.text": "odt",
        "application/json": "data",
        "text/csv": "data",
        "application/rtf": "rtf",
        "text/rtf": "rtf",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
        "application/epub+zip": "epub",
        "text/vtt": "subtitles",
        "application/x-subrip": "subtitles",
    }
)
