"""Answers the page from inside the browser, as the server would."""

from __future__ import annotations

import json
from pathlib import Path

from lintwords.api import Config, readers
from lintwords.errors import LintwordsError
from lintwords.serve import own_api
from lintwords.serve.limits import Refused
from lintwords.serve.service import Service

_MISSING = ("markdown", "pdf")  # need a package that the browser has not
_ANSWERS = {"/api/check": own_api.check, "/api/fix": own_api.fix,
            "/api/words": own_api.words}
_service = Service(lambda lang: Config({"lang": lang} if lang else {}, isolated=True))


def answer(path: str, body: str) -> str:
    """The answer to a question in JSON; what cannot be done has `cannot` and `hint`."""
    try:
        asked = json.loads(body)
        name = Path(str(asked.get("name", "")))
        if readers.format_for(name) in _MISSING:
            raise Refused(422, f"cannot read {name} in this page",
                          "Markdown and PDF files are read by the program itself.")
        told = _ANSWERS[path](_service, asked)
    except Refused as refused:
        told = {"cannot": refused.problem, "hint": refused.hint}
    except LintwordsError as trouble:
        told = {"cannot": trouble.problem, "hint": trouble.hint}
    return json.dumps(told)
