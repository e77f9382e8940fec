"""Sentences and long texts with nothing to find; a strict eye may doubt one in a hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

import lintwords
from lintwords.model import Options
from lintwords.model.rule import PROFILES

HERE = Path(__file__).parent / "neutral"
FILES = {"sentences.tsv": "en", "sentences_fr.tsv": "fr", "sentences_de.tsv": "de"}
DOUBT = "country-perhaps-government"  # a suggestion of profile strict


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("profile", PROFILES)
def test_neutral_sentences_stay_silent(profile, file):
    from lintwords.judge.document_linter import load
    from lintwords.readers import read

    linter = load(Options(profile=profile, lang=FILES[file]))
    loud = []
    for _, _, text in rows(HERE / file):
        found = linter.lint(read(Path("neutral.txt"), text.encode())).findings
        loud += [(finding.rule, finding.words, text) for finding in found]
    doubted = [row for row in loud if row[0] == DOUBT]
    assert [row for row in loud if row[0] != DOUBT] == []
    assert len(doubted) < (len(rows(HERE / file)) / 100 if profile == "strict" else 1), doubted


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize("path", sorted(HERE.glob("long/*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", PROFILES)
def test_long_texts_on_other_subjects_stay_silent(path, profile):
    report = lintwords.lint(path.read_text(), format="markdown", profile=profile)
    loud = [(finding.rule, finding.words) for finding in report.findings]
    assert [row for row in loud if row[0] != DOUBT] == []
    assert len(loud) < (2 if profile == "strict" else 1)
