"""Our own questions and answers in JSON, below `/api/`, as docs/serve.md tells them.

A text comes as `text`, a file as `data` in base64, each with a `name` that gives its type.
"""

from __future__ import annotations

import base64
import binascii
import time
from collections.abc import Mapping
from typing import Any

from lintwords import reports
from lintwords.api import LANGUAGES
from lintwords.interface import say
from lintwords.reports import View
from lintwords.reports.outputs.json import as_dict
from lintwords.reports.words import labels
from lintwords.serve.limits import Refused
from lintwords.serve.service import Choice, Service, shown
from lintwords.serve.service import decided as decided_in

_ASKED = {
    "name": str, "text": str, "data": str, "lang": str, "report": str, "choices": list,
    "unsafe": bool, "comments": bool,
}
_CHOICE = {"finding": int, "fingerprint": str, "fix": int, "words": str, "reason": str,
           "note": str}


def check(service: Service, asked: Any) -> dict[str, Any]:
    """The report on a text, with the text as it was read; as a report of a format if one is asked.

    With `choices` a page for people says what was decided on each finding.
    Raises Refused for what is not as it should be.
    """
    fields = _fields(asked, _ASKED)
    if (format := fields.get("report", "json")) not in reports.REPORTS:
        known = ", ".join(reports.REPORTS)
        raise Refused(
            400, say("there is no report of that name"),
            say("There are {known}.", known=known),
        )
    name, data = _file(fields)
    checked = service.check(name, data, _lang(fields))
    answer: dict[str, Any] = {
        "report": as_dict(checked.report), "document": shown(checked),
        "labels": labels(checked.report.findings),
    }
    if "report" in fields:
        report, decided = decided_in(checked, _choices(fields)) if "choices" in fields else (
            checked.report, None
        )
        view = View(today=time.strftime("%Y-%m-%d"), decided=decided)
        answer["rendered"] = reports.render(format, report, view)
    return answer


def fix(service: Service, asked: Any) -> dict[str, Any]:
    """A text with the decisions in `choices`, or with all fixes that `lintwords fix` would make.

    Raises Refused for what is not as it should be, or cannot be changed.
    """
    fields = _fields(asked, _ASKED)
    name, data = _file(fields)
    lang = _lang(fields)
    if "choices" in fields:
        is_said = fields.get("comments", False)
        done = service.decide(name, data, _choices(fields), lang, comment=is_said)
    else:
        done = service.fix(name, data, lang, unsafe=fields.get("unsafe", False))
    return {
        "name": done.path.name,
        "data": base64.b64encode(done.data).decode("ascii"),
        "text": done.text,
        "changed": done.changed,
        "comments": done.comments,
        "report": as_dict(done.report),
    }


def words(service: Service, asked: Any) -> dict[str, Any]:
    """The rules that the own words in `choices` are a finding of again, by number of the finding.

    Raises Refused for what is not as it should be.
    """
    fields = _fields(asked, _ASKED)
    name, data = _file(fields)
    found = service.found_again(name, data, _choices(fields), _lang(fields))
    return {"found": {str(number): rules for number, rules in found.items()}}


def _fields(asked: Any, known: Mapping[str, type]) -> dict[str, Any]:
    """The fields of an object, each of its type. Raises Refused."""
    if not isinstance(asked, dict):
        raise Refused(400, say("the request is no JSON object"), say("See docs/serve.md."))
    for name, value in asked.items():
        if name not in known:
            raise Refused(
                400, say("a field is not known; known are {known}", known=', '.join(known)),
            )
        if type(value) is not known[name]:
            raise Refused(
                400,
                say(
                    "the field {name} is not of the type {type}",
                    name=name, type=known[name].__name__,
                ),
            )
    return asked


def _choices(fields: Mapping[str, Any]) -> list[Choice]:
    """The decisions of a person. Raises Refused."""
    return [Choice(**{"finding": -1, "fingerprint": "", **_fields(row, _CHOICE)})
            for row in fields.get("choices", ())]


def _lang(fields: Mapping[str, Any]) -> str:
    """The language that a text is said to be in; empty for whatever it is. Raises Refused."""
    lang: str = fields.get("lang", "auto")
    if lang not in ("auto", *LANGUAGES):
        known = ", ".join(LANGUAGES)
        raise Refused(
            400, say("there are no rules for that language"),
            say("There are some for {known}.", known=known),
        )
    return "" if lang == "auto" else lang


def _file(fields: Mapping[str, Any]) -> tuple[str, bytes]:
    """The name and the bytes of what was sent. Raises Refused."""
    if ("text" in fields) == ("data" in fields):
        raise Refused(400, say("give the field text or the field data"))
    try:
        data = base64.b64decode(fields["data"], validate=True) if "data" in fields else \
            fields["text"].encode()
    except UnicodeEncodeError as trouble:
        raise Refused(400, say("the text holds half of a surrogate pair")) from trouble
    except (binascii.Error, ValueError) as trouble:
        raise Refused(400, say("the field data is not in base64")) from trouble
    return fields.get("name", ""), data
