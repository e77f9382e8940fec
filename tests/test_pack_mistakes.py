"""What is wrong in a pack is told with its line and its usual cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.cli.main import main

pytestmark = pytest.mark.usefixtures("own_rules")

RULE = """\
[[rule]]
id = "quiet-season"
category = "euphemism"
severity = "warning"
title = "Say what was done"
why = "The word hides what was done."
phrase = "quiet season"

[[rule.source]]
title = "House style"
publisher = "The house"
date = "2026-01-05"

[[rule.example]]
text = "The quiet season is over."
finds = ["quiet season"]

[[rule.example]]
text = "The season is over."
finds = []
note = "other words"
"""
ASKS = 'mention = { name = "country", slot = "subject", governor = ["verbs.qqxxq"] }'
SOME = 'mention = { name = "country", slot = "subject", reading = ["any", "act"] }'
MENTION = 'mention = { name = "capital", slot = "subject", reading = ["abuse"] }'


@pytest.mark.parametrize(("old", "new", "line", "said"), [
    pytest.param('severity = "warning"', "severity = “warning”", 4,
                 'quotation marks in TOML are straight: "…"', id="curly quotation marks"),
    pytest.param('title = "Say what was done"', 'title = "Say what was done', 5,
                 'this text is not closed: " is missing at its end', id="a text without its end"),
    pytest.param('why = "The word', 'why = """The word', 6,
                 'this text is not closed: """ is missing at its end', id="a long one"),
    pytest.param('phrase = "quiet season"', 'phrase = ["quiet season" "still season"]', 7,
                 "a comma is missing before this", id="a list without a comma"),
    pytest.param('phrase = "quiet season"', 'mention = { slot = "subject" name = "capital" }', 7,
                 "a comma is missing before this", id="a table without a comma"),
    pytest.param('phrase = "quiet season"', 'phrase = ["quiet season"', 7,
                 "this list is not closed", id="an open list"),
    pytest.param('severity = "warning"', "severity = warning", 4,
                 'a text stands in quotation marks: "warning"', id="a bare text"),
    pytest.param("[[rule]]", "[[rule]", 1, "two brackets open this table, so two close it: ]]",
                 id="a bracket too few"),
    pytest.param('severity = "warning"', 'severity = "warning"\ntitle = "A"', 6,
                 "this key stands twice in its table", id="a key twice"),
])
@pytest.mark.parametrize("option", ["--pack", "--names"])
def test_what_is_no_toml_is_shown_with_its_usual_cause(
    option: str, old: str, new: str, line: int, said: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    text = RULE.replace(old, new, 1)
    Path("own.toml").write_text(text, "utf-8")
    assert main(["check", "--isolated", option, "own.toml", "."]) == 2
    err = capsys.readouterr().err
    assert f"not valid TOML, own.toml line {line}, column " in err
    assert f"  {line:>2} | {text.splitlines()[line - 1]}\n" in err
    assert f"^ {said}\n" in err


@pytest.mark.parametrize(("old", "new", "said"), [
    pytest.param('"quiet season"', '"quiet season*"', "* means nothing in a phrase", id="a star"),
    pytest.param('"quiet season"', '"quiet season[s]?"', "[ means nothing in a phrase",
                 id="a bracket of a regular expression"),
    pytest.param('"quiet season"', '"<no-such-class> season"',
                 "All classes: lintwords rules classes", id="a class that is like no other"),
    pytest.param('"quiet season"', '"quiet season(s)"', "stands inside a word", id="a part"),
    pytest.param('"quiet season"', '"qu(i)?et season"', "stands inside a word", id="a part inside"),
    pytest.param('title = "Say', 'unless = ["everyday"]\ntitle = "Say',
                 "looks at mentions, and this rule at words alone", id="a filter of mentions"),
    pytest.param('phrase = "quiet season"', ASKS, "A pack brings no class of its own.",
                 id="a class of its own"),
    pytest.param('"2026-01-05"', '"2036-13-02"', "date is no date", id="no month of the year"),
    pytest.param('"2026-01-05"', '"2026-02-30"', "date is no date", id="no day of the month"),
    pytest.param('"2026-01-05"', '"5 January 2026"', "date is no date", id="a date in words"),
    pytest.param('date = "', 'url = "ourhouse"\ndate = "', "url is no address", id="no address"),
    pytest.param('title = "Say', 'country = "chine"\ntitle = "Say', "Did you mean china?",
                 id="nearly the country"),
    pytest.param('title = "Say', 'fix = true\ntitle = "Say', "Use one of actor.", id="a fix"),
    pytest.param('"quiet season"', '"quiet & & season"', "a part beside & is empty",
                 id="two signs in a row"),
    pytest.param('"quiet season"', '"quiet season|"', "a side of | is empty", id="an empty side"),
    pytest.param('"quiet season"', '"<nouns> season"', "nouns is a family of classes",
                 id="a family of classes"),
    pytest.param('phrase = "quiet season"', MENTION, "are always read as other",
                 id="a reading that the capital never has"),
    pytest.param('phrase = "quiet season"', SOME, "abuse, act, perhaps, naming, other",
                 id="any reading beside one of them"),
])
def test_what_would_find_nothing_or_say_nothing_is_refused(
    old: str, new: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, page = tmp_path / "own.toml", tmp_path / "page.md"
    pack.write_text(RULE.replace(old, new, 1), "utf-8")
    page.write_text("The quiet season of the ducks.\n", "utf-8")
    assert main(["check", "--isolated", "--pack", str(pack), str(page)]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_of_packs_is_told_with_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--isolated", "--pack", str(tmp_path), str(tmp_path)]) == 2
    assert f"Name each pack in it: --pack {tmp_path}/NAME.toml" in capsys.readouterr().err


def test_an_example_without_a_word_of_what_its_rule_is_about_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "own.toml"
    about = 'about = ["words.about-hong-kong"]\n\n[[rule.source]]'
    pack.write_text(RULE.replace("[[rule.source]]", about, 1), "utf-8")
    assert main(["rules", "test", str(pack)]) == 1
    assert "no finding: no word of what the rule is about stands there" in capsys.readouterr().err


def test_three_dots_are_a_gap(tmp_path: Path) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text(RULE.replace('"quiet season"', '"quiet ... over"', 1).replace(
        '["quiet season"]', '["quiet season is over"]'), "utf-8")
    assert main(["rules", "test", str(pack)]) == 0


def test_an_example_whose_words_stand_untied_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "own.toml"
    text = RULE.replace('"quiet season"', '"ducks & back & harbour"', 1)
    text = text.replace("The quiet season is over.", "The ducks back the harbour.")
    pack.write_text(text.replace('["quiet season"]', '["ducks back the harbour"]'), "utf-8")
    assert main(["rules", "test", str(pack)]) == 1
    assert "the grammar ties one part of a & b to no other" in capsys.readouterr().err


def test_a_fix_that_a_phrase_cannot_have_is_told_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text(RULE.replace('phrase =', 'fix = "actor"\nphrase =', 1), "utf-8")
    assert main(["rules", "test", str(pack)]) == 1
    assert "no `fix`: it puts the government for a name" in capsys.readouterr().err


def test_an_example_that_a_rule_does_not_find_is_told_with_what_is_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    looks = 'mention = { name = "country", slot = "possessive", governor = ["verbs.abuse"] }'
    text = RULE.replace('phrase = "quiet season"', looks)
    text = text.replace("The quiet season is over.", "China jailed the ducks.")
    pack = tmp_path / "own.toml"
    pack.write_text(text.replace('["quiet season"]', '["China"]'), "utf-8")
    assert main(["rules", "test", str(pack)]) == 1
    err = capsys.readouterr().err
    assert 'no finding; seen is name "country", slot "subject", governor "jail"' in err
    assert "stands there instead" not in err


@pytest.mark.parametrize(("args", "category"), [
    ((), "conflation"), (("--phrase", "quiet season"), "euphemism"),
])
def test_a_new_rule_begins_in_a_fitting_category(
    args: tuple[str, ...], category: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "new", "quiet-season", *args, "-o", "-"]) == 0
    assert f'category = "{category}"  # or one of: ' in capsys.readouterr().out


@pytest.mark.parametrize(("text", "why"), [
    pytest.param("The “quiet season” will come in May.",
                 "words that the text contradicts, or from which it keeps its distance",
                 id="marks of distance"),
])
def test_verbose_names_words_of_a_rule_of_which_nothing_is_said(
    text: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, page = tmp_path / "own.toml", tmp_path / "page.md"
    pack.write_text(RULE, "utf-8")
    page.write_text(f"{text}\n", "utf-8")
    assert main(["check", "--isolated", "-v", "--pack", str(pack), str(page)]) == 0
    assert (
        f'1 place let go:\n  {page}:1: quiet-season: "quiet season" '
        f"({why})\n"
    ) in capsys.readouterr().out


def let_go(folder: Path, *args: str) -> Path:
    """Check a page whose words in marks are let go, and its place; what is said goes out."""
    pack, page = folder / "own.toml", folder / "page.md"
    pack.write_text(RULE, "utf-8")
    page.write_text("The “quiet season” will come in May.\n", "utf-8")
    main(["check", "--isolated", "-v", *args, "--pack", str(pack), str(page)])
    return page


def test_a_report_of_lines_stays_as_it_is_and_names_them_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = let_go(tmp_path, "--format", "line")
    told = capsys.readouterr()
    assert told.out == ""
    assert f'{page}:1: quiet-season: "quiet season" (words that' in told.err


def test_no_limit_names_all_places_let_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = let_go(tmp_path, "--limit", "0")
    assert f'{page}:1: quiet-season: "quiet season"' in capsys.readouterr().out


@pytest.mark.parametrize(("args", "said"), [
    pytest.param(("check", "own.toml"), "each of which is named so: --pack own.toml",
                 id="a pack among the paths"),
    pytest.param(("fix", "--dry-run"), "Did you mean --diff?", id="an option of other programs"),
    pytest.param(("check", "--pack", "own.toml", "--pack", "own2.toml", "own.toml"),
                 "Give yours another id", id="an id twice"),
])
def test_what_is_meant_is_told_with_the_way(
    args: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(RULE, "utf-8")
    Path("own2.toml").write_text(RULE, "utf-8")
    assert main([*args]) == 2
    assert said in capsys.readouterr().err


def test_an_id_that_stands_twice_in_a_file_is_told_with_the_other_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text(f"{RULE}\n{RULE}", "utf-8")
    assert main(["check", "--isolated", "--pack", str(pack), str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "It stands on line 1 too. Give one of them another id, or, where they are of " in told
    assert "two languages, each its own lang." in told
