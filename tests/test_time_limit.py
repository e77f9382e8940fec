"""A test that never ends is a failure that shows where it stood."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ENDLESS = '''
from hypothesis import given, strategies as st

def search(text):
    while "(" in text:
        pass

def test_plain():
    search("(")

@given(st.sampled_from(["one", "(two)"]))
def test_random(text):
    search(text)

def test_after():
    pass
'''


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="the whole run is stopped there")
def test_an_endless_test_fails_with_its_stack_and_its_example(tmp_path):
    for name in ("conftest.py", "fewer_rules.py"):  # the second is what the first imports
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    (tmp_path / "test_endless.py").write_text(ENDLESS)
    asked = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--timeout", "1", "."]
    run = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True)
    assert "2 failed, 1 passed" in run.stdout
    assert "Failed: Timeout" in run.stdout
    assert "over 1.0 s at this example: text='(two)'" in run.stdout
    assert run.stdout.count('    while "(" in text:') == 2


def test_every_test_has_a_limit(pytestconfig):
    assert float(pytestconfig.getini("timeout")) <= 60
