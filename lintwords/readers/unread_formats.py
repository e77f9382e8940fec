"""Document formats that are not read: what people call them, and what to save them as.

A walk through a folder names such files, for a reader would see their text: a folder of which half
was not read is not clean. What is no document (pictures, code, archives) is not named.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Other(NamedTuple):
    """A kind of documents that are not read."""

    called: str  # "an old Word file"
    way: str  # the suffix to save it under, so that it is read


def _table(rows: Mapping[tuple[str, str], str]) -> Mapping[str, Other]:
    return MappingProxyType(
        {f".{name}": Other(*kind) for kind, names in rows.items() for name in names.split()}
    )


# suffix → kind
OTHERS = _table(
    {
        ("an old Word file", ".docx"): "doc dot",
        ("a Word template", ".docx"): "dotx dotm",
        ("an RTF folder", ".rtf"): "rtfd",
        ("a Pages file", ".docx"): "pages",
        ("a WordPerfect file", ".docx"): "wpd wp5 wp6",
        ("a Works file", ".docx"): "wps",
        ("a Lotus WordPro file", ".docx"): "lwp",
        ("a Hangul file", ".docx"): "hwp hwpx",
        ("an AbiWord file", ".docx"): "abw zabw",
        ("a Writer file of another kind", ".odt"): "fodt ott odm sxw stw sdw",
        ("an old PowerPoint file", ".pptx"): "ppt pps pot",
        ("a Keynote file", ".pptx"): "key",
        ("an Impress file", ".pptx"): "odp fodp otp sxi",
        ("a drawing with text", ".pdf"): "odg fodg vsd vsdx",
        ("an Excel file", ".csv"): "xls xlsx xlsm xlsb xlt xltx",
        ("a Numbers file", ".csv"): "numbers",
        ("a Calc file", ".csv"): "ods fods ots sxc",
        ("an Outlook message", ".eml"): "msg oft",
        ("an Apple Mail message", ".eml"): "emlx",
        ("a mailbox", ".eml"): "mbox mbx pst ost",
        ("an e-book of another kind", ".epub"): "mobi azw azw3 kfx fb2 lit",
        ("a saved web page", ".html"): "mht mhtml webarchive shtml xht",
        ("a page with code in it", ".html"): "phtml",
        ("a list of translations", ".csv"): "po xlf xliff",
        ("a TeX file", ".pdf"): "tex ltx latex texi texinfo typ",
        ("a page layout", ".pdf"): "indd idml pub pmd qxd qxp sla one",
        ("a page for printing", ".pdf"): "ps xps oxps djvu djv",
        ("a DocBook file", ".html"): "dbk docbook dita",
        ("a text in other markup", ".md"):
            "org wiki mediawiki textile creole rmd qmd rdoc pod",
        ("a notebook", ".md"): "ipynb",
        ("a signed or encrypted message", ".eml"): "p7m",
        ("subtitles of another kind", ".srt"): "sbv ssa ass ttml",
    }
)
_OLE = b"\xd0\xcf\x11\xe0"
# suffixes that stand for code or keys as well → how a document begins
BEGINNINGS: Mapping[str, bytes] = MappingProxyType(
    {**dict.fromkeys((".dot", ".pot", ".msg", ".oft", ".pub"), _OLE), ".key": b"PK"}
)
# such files that are folders on some systems → what lies in them, by which they are told
FOLDERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys((".pages", ".key", ".numbers"), frozenset(
            ("Index.zip", "Index", "index.xml", "index.xml.gz", "index.apxl", "index.apxl.gz"))),
        ".rtfd": frozenset(("TXT.rtf",)),
    }
)
