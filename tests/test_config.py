"""Settings: where they are found, how they merge, and how a mistake in them is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fakes
import pytest

from lintwords import api
from lintwords.cli.main import main
from lintwords.errors import SettingsError
from lintwords.model import Options, Severity
from lintwords.settings import config
from lintwords.settings.config import Config
from lintwords.settings.selection import shown


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in a folder of its own, beside which a test may write as well."""
    own = tmp_path / "repository"
    (own / ".git").mkdir(parents=True)
    monkeypatch.chdir(own)
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    return own


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


# -- finding and merging ------------------------------------------------------------------------


def test_without_settings_all_is_as_the_table_says() -> None:
    settings = Config().for_path(Path("a.md"))
    assert settings == config.Settings(baseline=Path("lintwords-baseline.toml"))
    assert settings.options == Options()


@pytest.mark.parametrize(
    ("files", "path", "profile"),
    [
        ({"lintwords.toml": "strict"}, "a.md", "strict"),
        ({"lintwords.toml": "strict"}, "b/c/a.md", "strict"),
        ({"lintwords.toml": "strict", "b/lintwords.toml": "academic"}, "b/c/a.md", "academic"),
        ({"lintwords.toml": "strict", "b/lintwords.toml": "academic"}, "a.md", "strict"),
        ({"pyproject.toml": "strict"}, "b/a.md", "strict"),
        ({"pyproject.toml": "strict", "lintwords.toml": "academic"}, "a.md", "academic"),
        ({"../lintwords.toml": "strict"}, "a.md", "default"),
        ({"lintwords.toml": "strict"}, "gone/a.md", "strict"),
    ],
    ids=[
        "beside", "from above", "the nearer one", "not from below", "pyproject",
        "its own file first", "not from outside the repository", "a folder that is not there",
    ],
)
def test_where_settings_are_found(files: dict[str, str], path: str, profile: str) -> None:
    for name, value in files.items():
        head = "[tool.lintwords]\n" if "pyproject" in name else ""
        write(name, f'{head}profile = "{value}"\n')
    assert Config().for_path(Path(path)).profile == profile


def test_a_pyproject_of_others_is_no_settings_file() -> None:
    write("pyproject.toml", '[project]\nname = "lintwords"\n[tool.other]\nprofile = 1\n')
    write("b/pyproject.toml", "this is no TOML")
    assert Config().for_path(Path("b/a.md")).profile == "default"


def test_root_ends_the_search() -> None:
    write("lintwords.toml", 'profile = "strict"\n')
    write("b/lintwords.toml", "root = true\n")
    assert Config().for_path(Path("b/a.md")).profile == "default"


def test_names_packs_and_excludes_add_up_and_rules_merge_by_name() -> None:
    write("lintwords.toml", 'packs = ["own.toml"]\nignore = ["country-as-mind"]\n'
          '[names]\nfixed = ["Ruritania Watch"]\n[rules]\nconflation = "softer"\n')
    write("b/lintwords.toml", 'packs = ["own.toml"]\n[names]\nfixed = ["Ruritania Post"]\n'
          '[rules]\ncountry-as-mind = "on"\n')
    settings = Config().for_path(Path("b/a.md"))
    assert settings.packs == (Path("own.toml"), Path("b/own.toml"))
    assert settings.names_fixed == ("Ruritania Watch", "Ruritania Post")
    assert settings.rules == {"country-as-mind": "on", "conflation": "softer"}


def test_a_glob_has_its_say_after_the_rest_of_its_file() -> None:
    write("lintwords.toml", '[path."news/**"]\nlang = "fr"\nseverity = "error"\n'
          '[path."*.txt"]\nlang = "en"\n')
    names = ("a.md", "news/a.md", "news/a.txt")
    seen = {name: Config().for_path(Path(name)).lang for name in names}
    assert seen == {"a.md": "auto", "news/a.md": "fr", "news/a.txt": "en"}
    assert Config().for_path(Path("news/a.txt")).severity == "error"


def test_the_command_line_goes_before_settings() -> None:
    write("lintwords.toml", 'profile = "strict"\n[rules]\ncountry-as-mind = "off"\n')
    given = {"profile": "academic", "select": ("country-as-mind",), "ignore": ("euphemism",)}
    settings = Config(given).for_path(Path("a.md"))
    assert (settings.profile, settings.rules) == ("academic", {"euphemism": "off"})


def test_a_named_file_is_asked_alone_and_isolated_asks_none() -> None:
    write("lintwords.toml", 'profile = "strict"\n')
    write("other/house.toml", 'fail-on = "never"\nbaseline = "known.toml"\n')
    named = Config(file=Path("other/house.toml")).for_path(Path("a.md"))
    assert (named.profile, named.fail_on) == ("default", "never")
    assert named.baseline == Path("other/known.toml")
    alone = Config(isolated=True).for_path(Path("a.md"))
    assert (alone.profile, alone.baseline) == ("default", None)


def test_the_baseline_stands_beside_the_nearest_settings() -> None:
    write("b/lintwords.toml", "")
    assert Config().for_path(Path("b/c/a.md")).baseline == Path("b/lintwords-baseline.toml")


@pytest.mark.parametrize(
    ("path", "left_out"),
    [("drafts/a.md", True), ("b/drafts/c/a.md", True), ("drafts", True), ("b/a.md", False),
     ("b/old.md", True), ("old.md", False)],
)
def test_excludes_count_from_their_folder(path: str, left_out: bool) -> None:
    write("lintwords.toml", 'exclude = ["drafts/"]\n')
    write("b/lintwords.toml", 'exclude = ["/old.md"]\n')
    Path("drafts").mkdir()
    assert Config().excludes(path) is left_out


def test_an_excluded_file_is_checked_when_named_unless_forced() -> None:
    write("lintwords.toml", 'exclude = ["b.md"]\n')
    write("a.md", "Ruritania jailed her.\n")
    write("b.md", "Ruritania jailed her.\n")

    def read(*paths: str, **options: Any) -> list[str]:
        report = api.check(paths, config=Config(), **options)
        assert report.cannot == ()
        return [str(file.path) for file in report.files]

    assert read(".") == ["a.md"]
    assert read("b.md") == ["b.md"]
    assert read("b.md", force_exclude=True) == []


def test_each_file_is_judged_by_its_own_settings() -> None:
    write("lintwords.toml", '[path."b.md"]\nrules = { country-as-abuser = "off" }\n')
    for name in ("a.md", "b.md"):
        write(name, "Ruritania jailed her.\n")
    assert [str(finding.path) for finding in api.check(["."]).findings] == ["a.md"]


# -- what a weight does -------------------------------------------------------------------------

ABUSER, MIND, PARTY, CAPITAL = fakes.RULES
ERROR, WARNING, SUGGESTION = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


@pytest.mark.parametrize(
    ("rule", "weights", "profile", "weight"),
    [
        (ABUSER, {}, "default", ERROR),
        (ABUSER, {"conflation": "off"}, "default", None),
        (ABUSER, {"conflation": "softer"}, "default", WARNING),
        (ABUSER, {"conflation": "suggestion"}, "default", SUGGESTION),
        (PARTY, {"conflation": "error"}, "default", SUGGESTION),
        (ABUSER, {"conflation": "off", "country-as-abuser": "on"}, "default", ERROR),
        (ABUSER, {"country-as-abuser": "on", "conflation": "off"}, "default", ERROR),
        (PARTY, {"old-name": "off"}, "default", None),
        (CAPITAL, {}, "default", None),
        (CAPITAL, {"conflation": "on"}, "default", WARNING),
        (CAPITAL, {"conflation": "softer"}, "default", None),
        (CAPITAL, {"capital-as-government": "suggestion"}, "default", SUGGESTION),
        (CAPITAL, {"capital-as-government": "softer"}, "default", None),
        (MIND, {"country-as-mind": "on"}, "newsroom", WARNING),
    ],
)
def test_a_weight_hides_or_softens(rule, weights, profile, weight) -> None:
    options = Options(profile=profile, weights=tuple(weights.items()))
    assert shown(rule, rule.severity, options) is weight


# -- mistakes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail_no = "warning"', "setting not known, lintwords.toml line 1, column 1\n"
         '   1 | fail_no = "warning"\n     | ^^^^^^^\n'
         "  Did you mean fail-on?  All settings: lintwords init --show"),
        ('# house\nprofile = "strikt"', "profile cannot be \"strikt\", lintwords.toml line 2, "
         'column 11\n   2 | profile = "strikt"\n     |           ^^^^^^^^\n'
         "  Did you mean strict?"),
        ('lang = 3', "lang is no text, lintwords.toml line 1, column 8\n   1 | lang = 3\n"
         '     |        ^\n  Write lang = "auto".'),
        ('select = "a"', "select is no list, lintwords.toml line 1, column 10\n"
         '   1 | select = "a"\n     |          ^^^\n  Write select = ["…"].'),
        ('select = ["a",\n  # no\n  2]', "select is no list of texts, lintwords.toml line 3, "
         'column 3\n   3 |   2]\n     |   ^\n  Write select = ["…"].'),
        ('[names]\nfixd = []', "setting not known, lintwords.toml line 2, column 1\n"
         "   2 | fixd = []\n     | ^^^^\n  Did you mean fixed?  All settings: lintwords init "
         "--show"),
        ('names = "other.toml"', "setting not known, lintwords.toml line 1, column 1\n"
         '   1 | names = "other.toml"\n     | ^^^^^\n'
         '  It is a table: names.file = "…"  All settings: lintwords init --show'),
        ('[rules]\npacks = ["a.toml"]', "packs cannot stand in [rules], lintwords.toml line 2, "
         'column 9\n   2 | packs = ["a.toml"]\n     |         ^^^^^^^^^^\n'
         "  It is a setting of its own. Write it above the first line in [brackets]."),
        ('[path."b/**"]\nfail-on = "never"', "setting fail-on cannot stand here, lintwords.toml "
         'line 2, column 1\n   2 | fail-on = "never"\n     | ^^^^^^^\n'
         "  It holds for a whole run. Move it out of the table for a path."),
        ('[rules]\nconflation = "of"', 'rules.conflation cannot be "of", lintwords.toml line 2, '
         'column 14\n   2 | conflation = "of"\n     |              ^^^^\n  Did you mean off?'),
        ('root = "yes"', "root is neither true nor false, lintwords.toml line 1, column 8\n"
         '   1 | root = "yes"\n     |        ^^^^^\n  Write root = true.'),
        ('rules = { conflation = { a = 1 } }', "rules.conflation is no text, lintwords.toml line "
         '1, column 24\n   1 | rules = { conflation = { a = 1 } }\n'
         '     |                        ^^^^^^^^^\n  Write conflation = "…".'),
        ('[names]\nfixed = ["A",\n  "  "]', "names.fixed holds a name without a letter, "
         'lintwords.toml line 3, column 3\n   3 |   "  "]\n     |   ^^^^\n'
         "  Write it, or take it out."),
        ('exclude = ["a", "[z-a]"]', "not a valid pattern, lintwords.toml line 1, column 17\n"
         '   1 | exclude = ["a", "[z-a]"]\n     |                 ^^^^^^^\n'
         "  Write a range from its first character to its last: [a-z]."),
        ('[path."[z-a]"]\nlang = "en"', "not a valid pattern, lintwords.toml line 1, column 7\n"
         '   1 | [path."[z-a]"]\n     |       ^^^^^^^\n'
         "  Write a range from its first character to its last: [a-z]."),
        ('[path."!fr/**"]\nlang = "en"', 'a pattern of path cannot begin with "!", lintwords.toml '
         'line 1, column 7\n   1 | [path."!fr/**"]\n     |       ^^^^^^^^\n'
         "  It takes no path back here. Name the paths that are meant; a table further down goes "
         "before one further up."),
        ("a = " + "9" * 5_000, "not valid TOML, lintwords.toml\n"
         "  A number in it has too many digits."),
        ('select = ["a"\nlang = "en"', "not valid TOML, lintwords.toml line 1, column 10\n"
         '   1 | select = ["a"\n     |          ^ this list is not closed'),
        ('lang = "en', "not valid TOML, lintwords.toml line 1, column 8\n"
         '   1 | lang = "en\n     |        ^ this text is not closed: " is missing at its end'),
    ],
)
def test_a_mistake_is_told_by_place_and_nearest_name(text: str, said: str) -> None:
    write("lintwords.toml", text)
    with pytest.raises(SettingsError) as trouble:
        Config().for_path(Path("a.md"))
    assert str(trouble.value) == said


@pytest.mark.parametrize(
    ("text", "line", "near"),
    [
        ('ignore = ["country-as-mind", "country-as-abusr"]', "line 1, column 30", "abuser"),
        ('[rules]\ncountry-as-abusr = "off"', "line 2, column 1\n", "abuser"),
        ('select = ["conflaton"]', "line 1, column 10", "conflation"),
        ('government-term = "autorities"', "line 1, column 19", "authorities"),
        ('[path."*.md"]\nlang = "tlh"', "line 2, column 8", "Languages with rules"),
        ('[path."gone/**".rules]\ncountry-as-abusr = "off"', "line 2, column 1\n", "abuser"),
        ('[path."gone/**"]\nignore = ["country-as-abusr"]', "line 2, column 11", "abuser"),
    ],
)
def test_a_name_that_no_pack_knows_is_told_by_place(text: str, line: str, near: str) -> None:
    write("lintwords.toml", text)
    write("a.md", "Calm.\n")
    with pytest.raises(SettingsError) as trouble:
        api.check(["a.md"])
    assert line in str(trouble.value)
    assert near in str(trouble.value)


def test_a_comment_rule_can_be_switched_off() -> None:
    write("lintwords.toml", '[rules]\nignore-unused = "off"\n')
    write("a.md", "<!-- lintwords: ignore conflation: once -->\nCalm.\n")
    assert api.check(["a.md"]).findings == ()


def test_an_origin_names_file_and_line() -> None:
    write("lintwords.toml", '# house\n\n[names]\nfixed = ["a"]\n')
    origins = Config().for_path(Path("a.md")).origins
    assert {name: str(place) for name, place in origins.items()} == {
        "names.fixed": "lintwords.toml line 4"
    }


def test_a_file_below_the_current_folder_is_named_as_seen_from_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write("lintwords.toml", 'paths = ["top"]')
    write("top/in/a.md", "Ruritania jailed a poet.")
    write("top/b.md", "Ruritania jailed a poet.")
    monkeypatch.chdir("top/in")
    assert main(["check", "-q"]) == 1
    places = {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert places == {"a.md", "../b.md"}
