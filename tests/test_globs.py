"""Patterns of settings fit as those of a .gitignore do: pathspec is the judge."""

from __future__ import annotations

import itertools

import pytest
from pathspec import GitIgnoreSpec

from lintwords.settings import globs

PATTERNS = [
    "a", "a.md", "*.md", "?.md", "/a", "a/", "/a/", "a/b", "a/*.md", "a/**", "**/b", "**/b/",
    "a/**/c.md", "*", "[ab].md", "[!a].md", "a[bc]", "b*", "a/*/c.md", "*b*", "a/**/*.md",
    "**/b/**/c.md", "*?.m*d", "a*b*/", r"\*.md", "x.y",
]
PATHS = [
    "a", "a.md", "b.md", "x/a.md", "a/b.md", "a/b/c.md", "a/c.md", "b/a/x.md", "x/b/c.md", "ab",
    "x.y", "xzy", "*.md", "a/b/d/c.md", "b/x.md", "a\nb.md",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_fits_as_in_a_gitignore(pattern: str) -> None:
    spec = GitIgnoreSpec.from_lines([pattern])
    fitting = [path for path in PATHS if globs.fits([pattern], path)]
    assert fitting == [path for path in PATHS if spec.match_file(path)]


@pytest.mark.parametrize(
    ("pattern", "fitting"),
    [
        ("[[:foo:]]", []), ("[a--b]", None), ("[+--].md", []), ("[a&&b].md", ["a.md", "b.md"]),
        ("[^a].md", ["b.md"]), ("[b~~||].md", ["b.md"]), ("[z-a]", None), ("[]", None),
        ("![z-a]", None), ("[a-].md", ["a.md"]),
    ],
)
def test_a_class_is_no_other_than_it_says(
    pattern: str, fitting: list[str] | None, recwarn: pytest.WarningsRecorder
) -> None:
    assert globs.is_valid(pattern) is (fitting is not None)
    if fitting is not None:
        assert [path for path in ("a.md", "b.md") if globs.fits([pattern], path)] == fitting
    assert not recwarn.list


@pytest.mark.parametrize("patterns", [*itertools.permutations(["*.md", "!a.md", "a.md"])])
def test_the_last_pattern_that_fits_decides(patterns: tuple[str, ...]) -> None:
    spec = GitIgnoreSpec.from_lines(patterns)
    assert globs.fits(patterns, "a.md") is spec.match_file("a.md")
