"""A pack, or a rule of it, says its language; texts in that language alone are asked by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lintwords.cli.main import main

pytestmark = pytest.mark.usefixtures("own_rules")

RULE = """\
[[rule]]
id = "{id}"
{lang}category = "euphemism"
severity = "warning"
title = "Say what was done"
why = "The word hides what was done."
phrase = "{phrase}"
{more}
[[rule.source]]
title = "House style"
publisher = "The house"
date = "2026-01-05"

[[rule.example]]
text = "{text}"
finds = ["{words}"]

[[rule.example]]
text = "{silent}"
finds = []
note = "other words"

"""
FRENCH = "Les juges parlent de la saison calme, disent les avocates de la défense à la presse.\n"
ENGLISH = "The judges speak of the quiet season, and the lawyers wrote that to the press.\n"


def french(lang: str = "", phrase: str = "saison calme", id: str = "quiet-season") -> str:
    return RULE.format(
        id=id, lang=f'lang = "{lang}"\n' if lang else "", phrase=phrase, more="",
        text="La saison calme est finie.", words="saison calme", silent="La saison est finie.",
    )


def english(lang: str = "", id: str = "quiet-season", more: str = "") -> str:
    return RULE.format(
        id=id, lang=f'lang = "{lang}"\n' if lang else "", phrase="quiet season", more=more,
        text="The quiet season is over.", words="quiet season", silent="The season is over.",
    )


@pytest.fixture
def checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[list[str], str]]:
    def check(pack: str, *args: str) -> tuple[list[str], str]:
        monkeypatch.chdir(tmp_path)
        Path("pack.toml").write_text(pack, "utf-8")
        Path("en.md").write_text(ENGLISH, "utf-8")
        Path("fr.md").write_text(FRENCH, "utf-8")
        main(["check", "--isolated", "--format", "line", "--pack", "pack.toml", *args,
              "en.md", "fr.md"])
        said = capsys.readouterr()
        return sorted(row.split(":")[0] for row in said.out.splitlines()), said.err

    return check


@pytest.mark.parametrize(("pack", "found"), [
    pytest.param(english(), ["en.md"], id="of the run's language"),
    pytest.param('lang = "fr"\n' + french(), ["fr.md"], id="the pack says it"),
    pytest.param(french("fr"), ["fr.md"], id="the rule says it"),
    pytest.param(english("en") + french("fr"), ["en.md", "fr.md"], id="both, with one id"),
    pytest.param('lang = "fr"\n' + english("en") + french(), ["en.md", "fr.md"],
                 id="a rule goes before its pack"),
    pytest.param(french("fr", "saison <centre-lieu>|saison calme"), ["fr.md"],
                 id="with a class of its language"),
])
def test_a_rule_is_asked_of_texts_in_its_language(
    pack: str, found: list[str], checked: Callable[..., tuple[list[str], str]]
) -> None:
    assert checked(pack)[0] == found


@pytest.mark.parametrize(("pack", "is_told"), [
    pytest.param(french(), True, id="no language is named"),
    pytest.param('lang = "en"\n' + french(), False, id="English is meant"),
    pytest.param('lang = "fr"\n' + french(), False, id="French"),
])
def test_a_pack_of_which_nobody_says_the_language_is_told_beside_texts_in_another(
    pack: str, is_told: bool, checked: Callable[..., tuple[list[str], str]]
) -> None:
    said = "pack.toml names no language, so no text in fr was asked"
    assert (said in checked(pack)[1]) is is_told


def test_the_language_of_a_run_is_that_of_rules_that_name_none(
    checked: Callable[..., tuple[list[str], str]]
) -> None:
    assert checked(french() + english("en", id="season"), "--lang", "fr")[0] == ["fr.md"]


@pytest.mark.parametrize(("pack", "args"), [
    (french("fr", "saison <centre-lieu>|saison calme"), ()),
    ('lang = "fr"\n' + french(), ()), (english("en") + french("fr"), ()),
    (french("", "saison <centre-lieu>|saison calme"), ("--lang", "fr")),
])
def test_examples_are_read_in_the_language_of_their_rule(
    pack: str, args: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pack.toml"
    path.write_text(pack, "utf-8")
    assert main(["rules", "test", *args, str(path)]) == 0, capsys.readouterr().err
    assert "all pass" in capsys.readouterr().out


def test_a_mistake_in_a_rule_for_another_language_stops_a_run_in_which_no_text_is_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = tmp_path / "pack.toml", tmp_path / "en.md"
    path.write_text(french("fr", "saison <no-such-class>"), "utf-8")
    text.write_text(ENGLISH, "utf-8")
    assert main(["check", "--isolated", "--pack", str(path), str(text)]) == 2
    assert "unknown class <no-such-class>" in capsys.readouterr().err


def test_a_class_of_another_language_is_told_with_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = tmp_path / "pack.toml", tmp_path / "fr.md"
    mention = 'mention = { slot = "subject", governor = ["function.do"] }'
    path.write_text(re.sub("phrase = .*", mention, english()), "utf-8")
    text.write_text(FRENCH, "utf-8")
    assert main(["check", "--isolated", "--lang", "fr", "--pack", str(path), str(text)]) == 2
    told = capsys.readouterr().err
    assert 'there is no class "function.do" in "fr"' in told
    assert '"en" has it: give the rule lang = "en".' in told


@pytest.mark.parametrize(("more", "text", "finds"), [
    pytest.param('about = ["words.about-hong-kong"]', "A quiet season of the ducks.", False,
                 id="the document is not about it"),
    pytest.param('about = ["words.about-hong-kong"]',
                 "A quiet season of the ducks.\n\nHong Kong slept.", True,
                 id="another paragraph is"),
])
def test_about_alone_is_asked_of_the_document(
    more: str, text: str, finds: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, page = tmp_path / "pack.toml", tmp_path / "page.md"
    pack.write_text(english(more=more), "utf-8")
    page.write_text(f"{text}\n", "utf-8")
    main(["check", "--isolated", "--format", "line", "--pack", str(pack), str(page)])
    assert ("[quiet-season]" in capsys.readouterr().out) is finds


@pytest.mark.parametrize(("pack", "said"), [
    pytest.param(english(more='context = "sentence"'), "there is no `about`", id="context alone"),
    pytest.param("# to do\n", "there is no rule in it", id="no rule"),
    pytest.param('lang = "fx"\n' + english(), 'lang cannot be "fx"', id="no such language"),
])
@pytest.mark.parametrize("command", [("check", "--isolated", "--pack"), ("rules", "test")])
def test_what_would_never_be_found_is_refused(
    command: tuple[str, ...], pack: str, said: str, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, page = tmp_path / "pack.toml", tmp_path / "page.md"
    path.write_text(pack, "utf-8")
    page.write_text(ENGLISH, "utf-8")
    assert main([*command, str(path), *([str(page)] if command[0] == "check" else [])]) == 2
    assert said in capsys.readouterr().err


def test_what_others_say_is_told_by_the_title_of_a_rule_of_the_house(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, page = tmp_path / "pack.toml", tmp_path / "page.md"
    pack.write_text(english(), "utf-8")
    page.write_text("The minister said that the quiet season had come.\n", "utf-8")
    main(["check", "--isolated", "--format", "line", "--pack", str(pack), str(page)])
    assert "suggestion: Say what was done [quiet-season]" in capsys.readouterr().out


def test_a_pack_may_begin_with_a_mark_of_its_encoding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pack.toml"
    path.write_text(english(), "utf-8-sig")
    assert main(["rules", "test", str(path)]) == 0, capsys.readouterr().err


def test_a_pack_may_bring_a_filter_for_its_rules(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pack.toml"
    silent = 'finds = []\nnote = "other words"'
    let_go = english(more='unless = ["ducks"]').replace(silent, 'finds = []\nbecause = "ducks"')
    let_go = let_go.replace("The season is over.", "The quiet season of the ducks is over.")
    path.write_text(
        f'[[filter]]\nid = "ducks"\ntitle = "of ducks"\nphrase = "ducks"\n\n{let_go}', "utf-8"
    )
    assert main(["rules", "test", str(path)]) == 0, capsys.readouterr().err
