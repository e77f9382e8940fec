"""The page to paste into: one HTML file with its style, script and words, and no other asset."""

from __future__ import annotations

import json
import re
from functools import cache

from lintwords import __version__, api
from lintwords.serve.html import Page, part, policy, text
from lintwords.serve.words import EN, say

_FIELD = re.compile(r"\{\{([\w-]+)\}\}")


@cache
def page() -> Page:
    """The page; it is the same for everyone."""
    style, script = f"\n{part('page.css')}", f"\n{part('page.js')}"
    # in a script a word of the table could end it: < is written as its number
    words = json.dumps(dict(EN)).replace("<", "\\u003c")
    fields = {
        "style": style, "script": script, "words": words, "version": text(__version__),
        "suffixes": text(",".join(api.readers.SUFFIXES)),
    }  # fmt: skip
    body = _FIELD.sub(lambda at: fields.get(at[1]) or text(say(at[1])), part("page.html"))
    return Page(body.encode(), policy([style], [script]))
