"""An expression is compiled when somebody asks for it, and is then as any other."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from lintwords import later


def test_an_expression_is_compiled_when_it_is_asked_for(monkeypatch):
    made = []
    monkeypatch.setattr(later.re, "compile", lambda *given: made.append(given))
    later.pattern("[a-z]", re.I)
    assert made == []
    monkeypatch.undo()
    word = later.pattern(r"(\w+)!", re.I)
    assert word.sub(r"\1?", "go!") == "go?"
    assert word.sub(r"\1?", "stay!") == "stay?"
    assert word.pattern == r"(\w+)!"
    with pytest.raises(AttributeError):
        word.nothing  # noqa: B018


def test_an_expression_is_compiled_once():
    word = later.pattern(r"\w+!")
    search = word.search
    re.purge()
    assert word.sub.__self__ is search.__self__


@pytest.mark.parametrize("is_used", [False, True])
def test_an_expression_is_copied_and_sent(is_used):
    word = later.pattern(r"(\w+)!", re.I)
    assert not is_used or word.search("Go!")
    for made in (copy.copy(word), copy.deepcopy(word), pickle.loads(pickle.dumps(word))):
        assert made.sub(r"\1?", "go!") == "go?"
