"""Rules by regular expression or phrase, in a pack of the user's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lintwords.cli.main import main
from lintwords.errors import LintwordsError, RulePackError
from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.match import rawpatterns
from lintwords.model import Options
from lintwords.readers import read

PACK = """
[[rule]]
id = "house-style"
category = "euphemism"
severity = "warning"
title = "Write the number of the act in full"
why = "Readers look it up."
regex = '''PATTERN'''

[[rule.source]]
title = "House style"
publisher = "An office"
date = "2024"
"""


def pack(tmp_path: Path, pattern: str) -> DocumentLinter:
    """A linter with a rule of this pattern, beside the few rules of the smallest language."""
    own = tmp_path / "own.toml"
    own.write_text(PACK.replace("PATTERN", pattern))
    return load(Options(packs=(own,), lang="de"))


def findings(tmp_path: Path, pattern: str, text: str) -> list[tuple[str, str]]:
    linter = pack(tmp_path, pattern)
    data = text.encode()
    assert linter.gate(data), "no text may be turned away unread"
    result = linter.lint(read(Path("a.txt"), data))
    return [(finding.rule, finding.text) for finding in result.findings]


def test_a_match_is_found_at_its_place(tmp_path):
    text = "The act is no. 12/3.\n\nAct 7/2 is older."
    assert findings(tmp_path, r"\b\d+/\d+\b", text) == [
        ("house-style", "12/3"), ("house-style", "7/2"),
    ]


def test_no_match_over_a_border_of_sentences(tmp_path):
    assert findings(tmp_path, r"older\W+Act", "It is older. Act 7 stands.") == []


def test_an_invalid_pattern_is_refused_by_rule(tmp_path):
    with pytest.raises(RulePackError, match='rule "house-style": regex is not valid'):
        findings(tmp_path, r"(\d+", "Nothing.")


SLOW = r"^(a|aa)+$"
BAIT = "a" * 1500 + "b"
TOLD = 'cannot look for rule "house-style", own.toml line 2: its regex takes too long'


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a pattern that never ends, a text that it never ends on, and others."""
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(PACK.replace("PATTERN", SLOW))
    Path("a.md").write_text(f"{BAIT}\n")
    Path("b.md").write_text("China jailed five lawyers.\n")


def test_a_pattern_that_takes_too_long_is_stopped_and_told_and_the_rest_is_checked(slow, capsys):
    for again in range(2):  # what was not looked at whole is not kept as clean
        assert main(["check", "a.md", "b.md", "-f", "line", "--pack", "own.toml"]) == 2, again
        out, err = capsys.readouterr()
        assert out.startswith("b.md:1:1: error")
        assert err.count(TOLD) == 1
        assert "It was stopped; what else it would find is not known." in err


@pytest.mark.parametrize("args", ["fix --diff a.md", "review --plain a.md", "audit a.md"])
def test_every_command_tells_of_a_pattern_that_was_stopped(args, slow, capsys):
    assert main([*args.split(), "--pack", "own.toml"]) == 2
    assert TOLD in capsys.readouterr().err


def test_the_examples_of_a_pack_tell_of_it_too(slow, capsys):
    example = f'[[rule.example]]\ntext = "{BAIT}"\nfinds = []\nnote = "slow"\n'
    Path("own.toml").write_text(Path("own.toml").read_text() + example)
    assert main(["rules", "test", "own.toml"]) == 2
    said = capsys.readouterr()
    assert TOLD in said.err
    assert said.out == "1 rule, 1 example: 1 failure.\n"


def test_no_other_file_is_spoken_of_where_a_rule_was_stopped(slow, capsys):
    assert main(["check", "a.md", "--pack", "own.toml"]) == 2
    assert "was checked" not in capsys.readouterr().err


def test_what_other_threads_take_stops_no_pattern(tmp_path, monkeypatch):
    linter = pack(tmp_path, r"\bAct\b")
    (pattern,) = linter.compiled.line_rules._raw._patterns
    asked: list[float] = []

    class Starved:
        """A pattern whose clock runs out while other threads work."""

        def finditer(self, text: str, start: int, end: int, timeout: float) -> list[object]:
            asked.append(timeout)
            if len(asked) < 3:
                raise TimeoutError
            return []

    monkeypatch.setattr(pattern, "_compiled", Starved())
    linter.lint(read(Path("a.txt"), b"The Act."))
    assert len(asked) == 3 and not linter.stopped


@pytest.mark.parametrize("trouble", [MemoryError, RecursionError])
def test_a_search_that_breaks_is_stopped_and_told(trouble, tmp_path, monkeypatch):
    linter = pack(tmp_path, r"\bAct\b")
    (pattern,) = linter.compiled.line_rules._raw._patterns

    class Broken:
        def finditer(self, *_: object, **__: object) -> list[object]:
            raise trouble

    monkeypatch.setattr(pattern, "_compiled", Broken())
    result = linter.lint(read(Path("a.txt"), b"The Act."))
    assert [trouble.__name__ in one.message for one in result.cannot] == [True]


@pytest.mark.parametrize("shift", [0, 1, rawpatterns.WINDOW - 7, rawpatterns.WINDOW - 1_000 - 5])
def test_a_match_anywhere_in_a_very_long_sentence_is_found_once(shift, tmp_path):
    text = "x" * shift + " no 7/2 " + "yz " * 4_000 + "no 8/2 " + "q" * shift
    assert [words for _, words in findings(tmp_path, r"\b\d/2\b", text)] == ["7/2", "8/2"]


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("a" * 2_001, "regex has 2,001 characters"),
        ("(" * 51 + ")" * 51, "regex has more than 50 brackets inside each other"),
        (r"\L<words>", "regex is not valid"),
        (r"a{2,1}", "regex is not valid"),
        *((pattern, 'own.toml line 2: rule "house-style": regex is too large') for pattern in (
            "(a{9999}){9999}", "(?:a|b){999999}", "a{99999,}", "((a{99}){99}){99}",
            "(?x)(a{999}) { 9 9 9 }", "(?x)(a{999} # )\n){999}", "(a{999})(?#x){999}",
            "(a{999}[)]b){999}", "([]a]{999}[]()]b){999}", "(a{999}[[:alpha:])(]b){999}",
            "(?V1)(a{999}[[a])(]]b){999}", r"(a{999}[\])]b){999}", "(?#()(a{999}){999}",
            "(a{999}+b){999}", "a{19000}" * 2, "[a-z]{9999}",
        )),
    ],
)
def test_a_pattern_that_cannot_be_made_is_refused(pattern, problem, tmp_path):
    with pytest.raises(RulePackError, match=problem):
        findings(tmp_path, pattern, "Nothing.")


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        (r"(?:\w+\s){0,50}here", "who is here", "who is here"),
        (r"(?:[a-z]{1,20}-){1,200}x", "ab-cd-x", "ab-cd-x"),
        (r"\{\d{4}\}", "year {2024} ends", "{2024}"),
        (r"[{]\d{1,9999}", "year {2024} ends", "{2024"),
        (r"(?:ab){3}", "ababab", "ababab"),
    ],
)
def test_a_pattern_with_usual_repeats_is_used(pattern, text, words, tmp_path):
    assert findings(tmp_path, pattern, text) == [("house-style", words)]


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        pytest.param("(" * 900 + "jails" + ")" * 900, "900 brackets inside each other",
                     id="deep brackets"),
        pytest.param("(" * 21 + "jails", "21 brackets", id="open brackets"),
        pytest.param("jails " * 400, "2,400 characters", id="long"),
        pytest.param("jails " + "… " * 21 + "her", "21 gaps", id="gaps"),
        pytest.param(" & ".join(["jails"] * 9), "9 parts joined by &", id="parts"),
        pytest.param("<year-before-x> jails", "<year-before-x> names no year", id="no year"),
        pytest.param("<year-before-> jails", "names no year", id="nothing"),
        pytest.param("<year-before-" + "9" * 50 + "> jails", "names no year", id="a long year"),
        pytest.param("<year-before-١٩٤٩> jails", "names no year", id="other digits"),
    ],
)
def test_a_phrase_that_would_take_long_is_refused(phrase, problem):
    with pytest.raises(LintwordsError) as trouble:
        whole().compiled.patterns.compiler.check(phrase)
    assert problem in trouble.value.problem and trouble.value.hint
    assert len(trouble.value.problem) < 200


@cache
def whole() -> DocumentLinter:
    """All rules, loaded once."""
    return load(Options())


@pytest.mark.parametrize(
    "phrase, problem",
    [
        ("<state> jails", r"two classes are called <state>"),
        ("<stat> jails", r"unknown class <stat>"),
        ("jails (her", "a bracket is not closed"),
        ("(jails)?", "has no word that every match holds"),
    ],
)
def test_a_phrase_that_says_nothing_or_two_things_is_refused(tmp_path, phrase, problem):
    pack = tmp_path / "own.toml"
    pack.write_text(PACK.replace("regex = '''PATTERN'''", f'phrase = "{phrase}"'))
    with pytest.raises(RulePackError, match=problem):
        load(Options(packs=(pack,))).index  # noqa: B018 - built when asked for
