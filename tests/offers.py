"""What a text is found to say, and what is offered for it, for the tests of both languages."""

from __future__ import annotations

import pytest

import lintwords
from lintwords.model import Finding


def the_finding(linter: lintwords.Linter, text: str) -> Finding:
    """The first finding about who is meant."""
    return next(one for one in linter.lint(text).findings if one.category == "conflation")


def offered(finding: Finding) -> list[str]:
    return [*(fix.label for fix in finding.fixes), *finding.instead]


def is_safe(finding: Finding) -> bool:
    return any(fix.safe for fix in finding.fixes)


def a_case(name: str, *texts: str):
    """Texts of one kind, as parameters of a test."""
    return [pytest.param(text, id=f"{name}-{nth}") for nth, text in enumerate(texts)]
