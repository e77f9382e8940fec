"""Sentences and long texts in which nothing may be found, whatever the profile."""

from __future__ import annotations

from pathlib import Path

import pytest

import lintwords
from lintwords.model import Options
from lintwords.model.rule import PROFILES

HERE = Path(__file__).parent / "neutral"
ROWS = [line.split("\t") for line in (HERE / "sentences.tsv").read_text().splitlines()[1:]]


@pytest.mark.parametrize("profile", PROFILES)
def test_neutral_sentences_stay_silent(profile):
    from lintwords.judge.linter import load
    from lintwords.readers import read

    linter = load(Options(profile=profile))
    loud = []
    for _, _, text in ROWS:
        found = linter.lint(read(Path("neutral.txt"), text.encode())).findings
        loud += [(finding.rule, finding.words, text) for finding in found]
    assert loud == []


@pytest.mark.parametrize("path", sorted(HERE.glob("long/*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", PROFILES)
def test_long_texts_on_other_subjects_stay_silent(path, profile):
    report = lintwords.lint(path.read_text(), format="markdown", profile=profile)
    assert [(finding.rule, finding.words) for finding in report.findings] == []
