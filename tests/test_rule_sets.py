"""`explain`, `rules list` and `rules export` speak of the rules that a check in the folder asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintwords.cli.main import main

OTHER = Path(__file__).parent.parent / "examples/names-other.toml"
PACK = '''\
[[rule]]
id = "dream-camp"
category = "euphemism"
severity = "warning"
title = "Say what the camp is"
why = """
A dream hides who is held.
"""
phrase = ["dream camp"]
instead = ["camp"]

[[rule.source]]
title = "House guide"
publisher = "The house"
date = "2021-02-18"
supports = "Names camps"

[[rule.example]]
text = "They spoke of a dream camp."
finds = ["dream camp"]

[[rule.example]]
text = "They spoke of a camp."
finds = []
note = "plain"
'''
SETTINGS = """\
packs = ["own.toml"]

[rules]
brainwashed = "off"
dream-camp = "softer"
rsdl = "error"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack of its own, which its settings name."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "own.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "lintwords.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *args: str, code: int = 0) -> list[str]:
    """The lines that a command prints."""
    assert main(list(args)) == code, capsys.readouterr().err
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["dream-camp"], "Here it is softer: lintwords.toml line 5."),
        (["brainwashed"], "Here it is off: lintwords.toml line 4."),
        (["rsdl"], "Here it is on: lintwords.toml line 6."),
        (["brainwashed", "--isolated", "--names", str(OTHER)],
         "It is about China, and is not run with names-other.toml."),
    ],
    ids=["of an own pack", "switched off", "a weight that would raise", "about another country"],
)
def test_explain_says_where_a_rule_stands_here(
    args: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = said(capsys, "explain", "--lang", "en", *args)
    assert page[2] == line


def test_explain_says_nothing_of_settings_that_do_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not [line for line in said(capsys, "explain", "slurs") if line.startswith("Here")]


def test_a_french_rule_is_not_asked_where_the_names_are_english(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = said(capsys, "explain", "monde-himalayen", "--isolated", "--names", str(OTHER))
    assert page[2] == "It is about China, and is not run with names-other.toml."


@pytest.mark.parametrize(
    ("args", "states"),
    [
        ([], {"dream-camp": "softer", "brainwashed": "off", "rsdl": "on"}),
        (["--isolated"], {"brainwashed": "on", "slurs": "on"}),
        (["--isolated", "--names", str(OTHER)],
         {"brainwashed": "other country", "country-as-abuser": "on"}),
    ],
    ids=["settings", "isolated", "another country"],
)
def test_the_list_tells_what_a_check_asks(
    args: list[str], states: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    head, *rows = said(capsys, "rules", "list", "--lang", "en", *args)
    start, end = head.index("state"), head.index("title")
    found = {row.split()[0]: row[start:end].strip() for row in rows}
    assert {name: found.get(name) for name in states} == states
    assert ("dream-camp" in found) is ("dream-camp" in states)


def test_the_list_says_why_rules_of_another_country_are_not_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = said(capsys, "rules", "list", "--names", str(OTHER), "--lang", "en")
    assert rows[-1] == "other country: It is about China, and is not run with names-other.toml."


BY_PATH = """\
[path."camps/**"]
packs = ["own.toml"]
[path."east/**"]
names.file = "east.toml"
packs = ["east-pack.toml"]
"""


@pytest.fixture
def by_path(folder: Path) -> Path:
    """The folder with packs and names for some paths alone."""
    (folder / "lintwords.toml").write_text(BY_PATH, encoding="utf-8")
    (folder / "east.toml").write_bytes(OTHER.read_bytes())
    pack = PACK.replace("dream-camp", "river-camp").replace("dream camp", "river camp")
    pack = pack.replace('category = "euphemism"', 'category = "euphemism"\ncountry = "russia"')
    (folder / "east-pack.toml").write_text(pack, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("rule", "glob"), [("dream-camp", "camps/**"), ("river-camp", "east/**")])
def test_rules_of_some_paths_are_known_with_the_paths(
    by_path: Path, rule: str, glob: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = said(capsys, "explain", "--lang", "en", rule)
    assert page[0].startswith(rule)
    assert page[2] == f"It is a rule of some paths alone: {glob}."
    (row,) = (row for row in said(capsys, "rules", "list") if row.split()[0] == rule)
    assert "some paths" in row
    assert said(capsys, "rules", "filters", rule) == ["No filters."]
    assert main(["explain", f"{rule}s"]) == 2
    assert f"Did you mean {rule}?" in capsys.readouterr().err


def test_a_rule_about_another_country_says_in_which_paths_it_is_asked(
    by_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'packs = ["east-pack.toml"]\n{BY_PATH}'
    (by_path / "lintwords.toml").write_text(text, encoding="utf-8")
    page = said(capsys, "explain", "--lang", "en", "river-camp")
    assert page[2].endswith("is not run with China. It is asked in: east/**.")


def test_the_pack_of_the_settings_is_exported_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "rules", "export", "--to", "vale", "--pack-only", "-o", "vale")
    found = {path.name for path in (folder / "vale").rglob("*.yml")}
    assert found == {"dream-camp.yml"}


def test_an_export_of_own_packs_needs_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "export", "--to", "vale", "--pack-only", "--isolated"]) == 2
    assert capsys.readouterr().err == (
        "lintwords: there is no pack of your own\n"
        "  Name it: --pack FILE, or packs in settings.\n  Nothing was checked.\n"
    )


def test_the_commands_of_a_report_name_the_packs_that_it_was_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.md").write_text("It was a dream camp.\n", encoding="utf-8")
    options = "--pack own.toml --isolated"
    lines = said(capsys, "check", *options.split(), "--select", "dream-camp", "a.md")
    commands = [line.partition("lintwords ")[2] for line in lines[-3:] if "lintwords " in line]
    assert commands == [
        "review --pack own.toml --select dream-camp --isolated a.md",
        f"explain {options} dream-camp",
    ]
    assert said(capsys, *commands[1].split())[0] == "dream-camp  warning, euphemism, en"


# -- categories and classes ----------------------------------------------------------------------


def test_a_category_is_explained_by_what_profiles_do_to_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = said(capsys, "explain", "--isolated", "--lang", "en", "euphemism")
    number = int(page[0].rpartition(", ")[2].split()[0])
    rows = {row.split()[0]: [int(cell) for cell in row.split()[1:]] for row in page[4:8]}
    assert page[1] == "Official labels that hide what was done"
    assert {name: sum(row) for name, row in rows.items()} == dict.fromkeys(
        ("default", "strict", "newsroom", "academic"), number
    )
    assert rows["strict"][0] > rows["default"][0] > rows["academic"][0] == 0 < rows["academic"][2]


def test_the_rules_of_a_category_are_listed_by_the_command_that_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = said(capsys, "explain", "--lang", "en", "euphemism")
    rows = said(capsys, *page[-1].rpartition("lintwords ")[2].split())[1:]
    assert f"euphemism  category, en, {len(rows)} rules" == page[0]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["<verbs.hand-over>"], {"cede", "gave away", "handing over"}),
        (["names.country", "--names", str(OTHER)], {"Russia", "mainland Russia"}),
    ],
)
def test_all_words_of_a_class_are_listed(
    args: list[str], words: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert words <= set(said(capsys, "rules", "classes", *args))


@pytest.mark.parametrize(
    ("word", "classes"), [("Jailed", {"verbs.abuse"}), ("mainland  china", {"names.country"})]
)
def test_the_classes_of_a_word_are_listed(
    word: str, classes: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = set(said(capsys, "rules", "classes", "--of", word))
    assert classes <= found
    assert "verbs.hand-over" not in found


def test_all_classes_are_listed_and_a_slip_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    listed = {row.split()[0] for row in said(capsys, "rules", "classes")}
    assert {"verbs.abuse", "names.country", "nouns.penalty"} <= listed
    assert main(["rules", "classes", "verbs.abus"]) == 2
    assert capsys.readouterr().err.endswith("\n  Did you mean verbs.abuse?\n")


@pytest.mark.parametrize("option", ["--names", "--config"])
def test_a_file_of_which_there_is_one_is_not_named_twice(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "list", option, "one.toml", option, "two.toml"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"lintwords: {option} is given twice: one.toml, two.toml\n")


def test_filters_are_listed_with_what_they_let_go_all_or_those_of_a_rule(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = said(capsys, "rules", "filters")[1:]
    assert ["sport", "a team or a match, not a state"] in [
        [row.split()[0], row.split(maxsplit=2)[2]] for row in rows
    ]
    own = said(capsys, "rules", "filters", "country-as-abuser")[1:]
    assert {"sport", "before-1949"} <= {row.split()[0] for row in own}
    assert len(own) < len(rows) / 2
    assert main(["rules", "filters", "country-as-abusr"]) == 2
    assert capsys.readouterr().err.endswith("\n  Did you mean country-as-abuser?\n")


# -- a rule of one's own ---------------------------------------------------------------------------


@pytest.mark.usefixtures("own_rules")
def test_a_new_rule_may_look_for_a_phrase(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "rules", "new", "big-dream", "--phrase", 'the  big dream')
    path = folder / "big-dream.toml"
    text = path.read_text("utf-8")
    assert 'phrase = "the big dream"' in text and "mention" not in text
    text = text.replace("in which the rule finds its words", "of the big dream")
    path.write_text(text.replace('["words"]', '["the big dream"]'), encoding="utf-8")
    assert said(capsys, "rules", "test", "big-dream.toml") == ["1 rule, 2 examples: all pass."]


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('severity = "warning"', 'severity = "hi"', 4),
        ('supports = "Names camps"', 'suports = "Names camps"', 16),
        ('phrase = ["dream camp"]', 'phrase = [\n  "dream",\n  "camp <verbs.nope>",\n]', 11),
        ('phrase = ["dream camp"]', 'mention = { slot = "subject", governor = ["verbs.no"] }', 9),
        ('phrase = ["dream camp"]', 'phrase = ["dream camp"]\nprofiles = { newsroom = "sof" }', 10),
        ("[[rule]]\n", '[[rul]]\nid = "x"\n\n[[rule]]\n', 1),
    ],
    ids=["a value", "a key", "a phrase", "a class", "a table", "a table that is not known"],
)
def test_a_mistake_is_told_at_the_line_of_its_key(
    before: str, after: str, line: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "own.toml").write_text(PACK.replace(before, after), encoding="utf-8")
    assert main(["rules", "test", "own.toml"]) == 2
    assert capsys.readouterr().err.startswith(f"lintwords: own.toml line {line}: ")


def test_a_names_file_that_says_nothing_is_led_to_its_page(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "names.toml").write_text('title = "Ruritania"\n', encoding="utf-8")
    assert main(["check", "--names", "names.toml", "own.toml"]) == 2
    assert 'names.toml line 1: key "id" is missing\n  What a names file holds: docs/names.md' \
        in capsys.readouterr().err


OWN = """
[[rule]]
id = "house-spelling"
category = "erasure"
severity = "suggestion"
title = "Write the name as the house does"
why = "The house has one spelling."
{looks}
[[rule.source]]
title = "House style"
publisher = "The house"
date = "2026-01-05"
supports = "One spelling"
[[rule.example]]
text = "{found}"
finds = ["{words}"]
[[rule.example]]
text = "The town waits."
finds = []
"""


@pytest.mark.parametrize(
    ("looks", "text", "words", "stronger"),
    [
        ('phrase = "uigurs|uigur"', "The Uigurs of Munich met in May.", "Uigurs", ""),
        ('phrase = "internal affairs"', "It spoke of internal affairs of China in May.",
         "internal affairs", "internal-affairs"),
        ('phrase = "century of humiliation"', "They spoke of a century of humiliation.",
         "century of humiliation", ""),
        ('mention = { name = "capital", slot = "subject" }', "Beijing replied in May.", "Beijing",
         "capital-as-government"),
    ],
    ids=["off by default", "longer and off by default", "on by default", "a mention"],
)
def test_a_rule_of_an_own_pack_is_heard_beside_a_shipped_one_that_is_off_or_weighs_the_same(
    looks: str, text: str, words: str, stronger: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("spelling.toml").write_text(OWN.format(looks=looks, found=text, words=words), "utf-8")
    said(capsys, "rules", "test", "spelling.toml")
    Path("a.txt").write_text(f"{text}\n", "utf-8")
    for profile, others in (("default", ""), ("strict", stronger)):
        rows = said(capsys, "check", "--isolated", "--pack", "spelling.toml", "--format", "line",
                    "--profile", profile, "--fail-on", "never", "a.txt")
        assert any(f"[{others or 'house-spelling'}]" in row for row in rows)
