"""Names of languages as documents write them: `en_GB`, `de-CH`, `zh-Hant`."""

from __future__ import annotations

import re

UNDETERMINED = "und"  # no language is told, or one that is not known (BCP 47)


def language(tag: str) -> str:
    """The language of a tag, without its region: `en_GB`, `de-CH`, `zh-Hant`."""
    return re.split("[-_.@]", tag.strip(), maxsplit=1)[0].lower()


def tag(text: str) -> str:
    """A tag as it is written in BCP 47: `en_GB` is en-GB."""
    first, *rest = re.split(r"[-_]", text.strip().partition(".")[0])
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
