"""Names in small letters, as chats and posts write them: where a sentence writes no capital."""

from __future__ import annotations

import pytest

import lintwords


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("china jailed five poets yesterday", ["china"]),
        ("the chinese are jailing poets", ["the chinese"]),
        ("la chine a emprisonné cinq poètes", ["chine"]),
        ("la chine a emprisonne cinq poetes", ["chine"]),
        ("In 2020 china jailed five poets.", []),  # where capitals are written, a name has one
        ("china daily said the harvest was good", []),
        ("the china broke when the shelf fell", []),
        ("a fine china cabinet that threatens to fall", []),
        ("on chine des meubles, et papier de chine", []),
        ("elle chine et menace de tout acheter", []),
    ],
)
def test_names_in_small_letters(text: str, finds: list[str]) -> None:
    assert [finding.words for finding in lintwords.lint(text).findings] == finds
