"""No spoilt file, pack or settings file takes the program down; less than a minute of it.

`fuzz.py` beside this file does the same for as long as one likes, each week with new chances.
"""

from __future__ import annotations

import constructs
import mutation
import pytest
import seeds
import trials
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintwords import api
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options

STEPS = st.lists(
    st.builds(
        mutation.Step, st.sampled_from(mutation.WAYS), st.floats(0, 1), st.integers(1, 60),
        st.integers(0, 4 * len(mutation.TOKENS)), st.sampled_from((1, 2, 20, 200)),
    ),
    max_size=4,
)
MANY, FEW = 150, 15
CALM = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def linter() -> DocumentLinter:
    return api.load_linter(Options(explain_mentions=True, keep_passed=True))


@pytest.mark.parametrize("kind", seeds.KINDS)
def test_a_spoilt_file_is_read_or_refused_by_name(kind: str, linter: DocumentLinter) -> None:
    @settings(CALM, max_examples=MANY)
    @given(seed=st.sampled_from(seeds.files()[kind]), steps=STEPS, member=st.integers(0, 20),
           thorough=st.integers(0, 9))
    def holds(
        seed: tuple[str, bytes], steps: list[mutation.Step], member: int, thorough: int
    ) -> None:
        name, data = seed
        if kind in ("docx", "odt", "pptx", "epub") and member:
            made = mutation.in_package(data, member, steps)
        else:
            made = mutation.spoilt(data, steps)
        with trials.time_limit():
            trials.a_file(linter, name, made, thorough=thorough == 0)

    holds()


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("trial", "whole", "number"),
    [
        pytest.param(trials.a_pack, seeds.PACKS, FEW, id="pack"),
        pytest.param(trials.a_settings_file, seeds.SETTINGS, MANY, id="settings"),
    ],
)
def test_a_spoilt_file_of_rules_or_settings_is_refused_by_its_place(
    trial: trials.Trial, whole: list[str], number: int
) -> None:
    linter = api.load_linter(Options())

    @settings(CALM, max_examples=number)
    @given(text=st.sampled_from(whole), steps=STEPS)
    def holds(text: str, steps: list[mutation.Step]) -> None:
        with trials.time_limit(60):  # a pack is compiled
            trials.in_a_folder(trial, linter, mutation.spoilt(text.encode(), steps))

    holds()


def test_what_a_page_of_markdown_shows_is_read_or_named() -> None:
    assert list(constructs.missed(MANY, 1)) == []
