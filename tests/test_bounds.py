"""Settings found in a checkout lead nowhere else, have an end, and cannot hide what they hide."""

from __future__ import annotations

import os
from pathlib import Path

import fakes
import pytest

from lintwords.cli.main import main
from lintwords.errors import LintwordsError, SettingsError
from lintwords.files import toml
from lintwords.files.bounds import LARGEST, MOST, content, is_plain
from lintwords.files.toml import DEEPEST
from lintwords.judge.document_linter import load
from lintwords.packs import loader
from lintwords.settings import globs
from lintwords.settings.config import Config
from lintwords.settings.file import SETTINGS as ALL
from lintwords.sift import baseline

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in a folder with something beside it."""
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    (tmp_path / "beside.toml").write_text("[[rule]]\n")
    home = tmp_path / "checkout"
    (home / ".git" / "info").mkdir(parents=True)
    (home / ".git" / "info" / "exclude").write_text("etc\n")  # a walk tells of links that lead out
    (home / "b").mkdir()
    (home / "in.toml").write_text("")
    (home / "out.toml").symlink_to(tmp_path / "beside.toml")
    (home / "etc").symlink_to("/etc")
    (home / "round").symlink_to(home / "b")
    monkeypatch.chdir(home)
    return home


# -- what leads out -----------------------------------------------------------------------------

OUT = [
    pytest.param("../beside.toml", "leads out of its folder", id="up"),
    pytest.param("b/../../beside.toml", "leads out of its folder", id="down and up"),
    pytest.param("out.toml", "leads out of its folder", id="a link"),
    pytest.param("etc/passwd", "leads out of its folder", id="below a link"),
    pytest.param("/etc/passwd", "is no path from its folder", id="absolute"),
    pytest.param("a\\u0000b", "holds a zero character", id="a zero character"),
    pytest.param("..", "leads out of its folder", id="the folder above"),
]
SETTINGS = [
    ("paths", 'paths = ["b", "{}"]', (1, 15)), ("packs", 'packs = ["{}"]', (1, 10)),
    ("baseline", '\nbaseline = "{}"', (2, 12)), ("names.file", '[names]\nfile = "{}"', (2, 8)),
]


@pytest.mark.parametrize(("value", "why"), OUT)
@pytest.mark.parametrize(("name", "text", "at"), SETTINGS, ids=[row[0] for row in SETTINGS])
def test_a_path_that_leads_out_is_refused_by_its_place(name, text, at, value, why) -> None:
    Path("lintwords.toml").write_text(text.format(value))
    with pytest.raises(SettingsError) as trouble:
        Config().for_path(Path("a.md"))
    assert trouble.value.problem == f"{name} {why}, lintwords.toml line {at[0]}, column {at[1]}"


@pytest.mark.parametrize("value", ["in.toml", "b", "gone/x.toml", "b/../in.toml", "round/x", "."])
@pytest.mark.parametrize(("name", "text", "at"), SETTINGS, ids=[row[0] for row in SETTINGS])
def test_a_path_in_the_folder_is_taken(name, text, at, value) -> None:
    Path("lintwords.toml").write_text(text.format(value))
    told = repr(Config().for_path(Path("a.md")))
    assert Path(value).name in told or repr(Path().resolve()) in told


def test_a_nested_file_reaches_its_own_folder_only() -> None:
    Path("b/lintwords.toml").write_text('packs = ["../in.toml"]')
    with pytest.raises(SettingsError, match=r"packs leads out of its folder, b/lintwords.toml"):
        Config().for_path(Path("b/a.md"))


def test_a_file_that_the_user_names_may_lead_anywhere() -> None:
    Path("lintwords.toml").write_text('packs = ["../beside.toml"]')
    packs = Config(file=Path("lintwords.toml")).for_path(Path("a.md")).packs
    assert packs == (Path("../beside.toml"),)
    given = {"packs": (Path("../beside.toml"),)}
    Path("lintwords.toml").write_text("")
    assert Config(given).for_path(Path("a.md")).packs == (Path("../beside.toml"),)


@needs_pipes
@pytest.mark.parametrize(("name", "text", "at"), SETTINGS, ids=[row[0] for row in SETTINGS])
def test_a_pipe_is_not_waited_for(name, text, at) -> None:
    os.mkfifo("pipe")
    Path("lintwords.toml").write_text(text.format("pipe"))
    with pytest.raises(SettingsError, match=f"{name} is neither a file nor a folder"):
        Config().for_path(Path("a.md"))


@needs_pipes
@pytest.mark.parametrize(
    ("name", "said"),
    [("lintwords.toml", "lintwords.toml is no file"), ("pyproject.toml", None),
     ("lintwords-baseline.toml", "lintwords-baseline.toml is neither a file nor a folder")],
)
def test_settings_and_baseline_that_are_pipes(name, said) -> None:
    os.mkfifo(name)
    if said is None:
        Config().for_path(Path("a.md"))
        return
    with pytest.raises(SettingsError) as trouble:
        Config().for_path(Path("a.md"))
    assert trouble.value.problem == said


@needs_pipes
def test_a_pipe_that_is_named_is_told(capsys) -> None:
    os.mkfifo("pipe.md")
    assert main(["check", "pipe.md"]) == 2
    assert "It is neither a file nor a folder." in capsys.readouterr().err


MADE_UP = "/proc/version"  # called a file of no size; others of its kind make who reads them wait
needs_proc = pytest.mark.skipif(not os.path.exists(MADE_UP), reason="a folder of Linux")


@pytest.mark.parametrize("option", ["--config", "--names", "--pack", "--reading"])
@pytest.mark.parametrize("name", ["pipe", "/dev/zero", pytest.param(MADE_UP, marks=needs_proc)])
def test_no_file_beside_the_texts_is_a_pipe_or_a_device(option, name, capsys, monkeypatch) -> None:
    monkeypatch.setattr("lintwords.run.linter_choice.load", load)  # which reads them
    if name == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("pipes of POSIX")
        os.mkfifo("pipe")
    Path("a.md").write_text("It rains.\n")
    assert main(["check", option, name, "a.md"]) == 2
    err = capsys.readouterr().err
    assert "bug" not in err and name in err


@needs_proc
@pytest.mark.parametrize(
    "command",
    ["check link.md", "check link.txt", "link.txt", "fix link.md", "audit link.md",
     "review --plain link.md", "corpus link.jsonl --out out", "rules test link.toml",
     "rules list --pack link.toml", "init --show --config link.toml", "serve --config link.toml",
     "explain country-as-abuser --names link.toml", "report-false-alarm link.md",
     "check --baseline link.toml", "check --baseline link.toml --baseline-write"],
)
def test_nothing_that_a_system_makes_up_is_read(command, capsys, monkeypatch) -> None:
    monkeypatch.setattr("lintwords.run.linter_choice.load", load)
    for suffix in ("md", "txt", "jsonl", "toml"):
        Path(f"link.{suffix}").symlink_to(MADE_UP)
    assert main(command.split()) == 2
    err = capsys.readouterr().err
    assert "bug" not in err and "link." in err and "not there" not in err


@needs_proc
@pytest.mark.parametrize("name", ["pyproject.toml", ".gitignore"])
def test_what_stands_beside_a_text_and_is_made_up_says_nothing(name, capsys) -> None:
    Path(name).symlink_to(MADE_UP)
    Path("a.txt").write_text("It rains.\n")
    assert main(["a.txt"]) == main(["check"]) == 0


def test_an_empty_file_is_a_file() -> None:
    assert (content("in.toml"), is_plain("in.toml"), is_plain("b"), is_plain("x")) == (
        b"", True, False, False,
    )


@needs_pipes
def test_a_pipe_that_took_the_place_of_a_file_meanwhile_is_not_waited_for(monkeypatch) -> None:
    os.mkfifo("pipe")
    monkeypatch.setattr("lintwords.files.bounds._is_plain", lambda path, status: True)
    assert content("pipe") is None


@pytest.mark.parametrize("name", ["lintwords.toml", "lintwords-baseline.toml"])
def test_settings_and_baseline_that_are_links_out_are_not_read(name, place) -> None:
    Path(name).symlink_to(place.parent / "beside.toml")
    with pytest.raises(SettingsError) as trouble:
        Config().for_path(Path("a.md"))
    assert trouble.value.problem == f"{name} leads out of its folder"


# -- what has no end ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("\nselect = " + "[" * 3000, "nested too deep, lintwords.toml line 2",
                     id="lists"),
        pytest.param("x = " + "{a = " * 60 + "1" + "}" * 60,
                     "nested too deep, lintwords.toml line 1, column 255", id="tables"),
        pytest.param("a" + ".a" * 100_000 + " = 1", "nested too deep, lintwords.toml line 1",
                     id="a key of many parts"),
        pytest.param("\n\n[" + "a." * 100 + "a]", "nested too deep, lintwords.toml line 3",
                     id="a table of many parts"),
        pytest.param("#" * (LARGEST + 1), "lintwords.toml is too large", id="a long comment"),
        pytest.param("exclude = [" + '"a",' * (MOST + 1) + "]",
                     f"exclude has {MOST + 1:,} values, lintwords.toml line 1", id="patterns"),
        pytest.param("[rules]\n" + "".join(f'r{n} = "off"\n' for n in range(MOST + 1)),
                     f"rules has {MOST + 1:,} values, lintwords.toml line 1", id="rules"),
        pytest.param("".join(f'[path."{n}"]\n' for n in range(MOST + 1)),
                     f"path has {MOST + 1:,} values, lintwords.toml line 1", id="paths"),
    ],
)
def test_settings_without_end_are_refused_by_their_place(text, said) -> None:
    Path("lintwords.toml").write_text(text)
    with pytest.raises(SettingsError) as trouble:
        Config().for_path(Path("a.md"))
    assert trouble.value.problem.startswith(said)
    assert len(str(trouble.value)) < 1000


@pytest.mark.parametrize("text", ["a" + ".a" * 48_000 + " = 1", "a = " + "[" * 900 + "]" * 900])
@pytest.mark.parametrize("asked", ["pack", "names", "reading", "baseline"])
def test_no_file_beside_the_settings_is_parsed_when_it_is_nested_too_deep(asked, text) -> None:
    path = Path("x.toml")
    path.write_text(f"# a comment\n{text}\n")
    with pytest.raises(LintwordsError) as trouble:
        if asked == "baseline":
            baseline.load(path)
        elif asked == "reading":
            loader.load("en", readings=(path,))
        elif asked == "names":
            loader.load("en", names=path)
        else:
            loader.load("en", packs=(path,))
    assert trouble.value.problem == "x.toml line 2: nested too deep"
    assert trouble.value.hint == "50 levels are the most."


DEEP = f"\n{'a.' * 60}a = 1\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r'x = """\""" "' + f'\n"""{DEEP}y = """z"""', id="an escaped quote"),
        pytest.param(f'x = """a"""""{DEEP}y = """z"""', id="quotes before the end"),
        pytest.param(f"x = '''a'''''{DEEP}y = '''z'''", id="single quotes before the end"),
        pytest.param(f"x = '\\'{DEEP}y = ''", id="a stroke that is no escape"),
    ],
)
def test_no_text_hides_a_key_of_many_parts(text) -> None:
    with pytest.raises(toml.TooDeep):
        toml.parse(text)


@pytest.mark.parametrize("text", [r'x = """a\"""', "x = 'a", 'x = "a\\"\ny', "x = '''a''"])
def test_a_text_without_end_is_left_to_the_parser(text) -> None:
    with pytest.raises(toml.NotToml):
        toml.parse(text)


def test_brackets_in_texts_and_comments_are_not_counted() -> None:
    Path("lintwords.toml").write_text(
        f'# {"[" * 99}\nexclude = ["{"[" * 99}", \'{"[" * 99}\']\n[names]\n'
        f'fixed = ["""a{"." * 99}{"{" * 99}"""]\n'
    )
    assert Config().for_path(Path("a.md")).names_fixed == (f"a{'.' * 99}{'{' * 99}",)
    assert DEEPEST < 99


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 40 + "b", "a" * 255),
        ("**/a*/" * 20 + "z", "aaa/" * 1000 + "y"),
        ("/".join(["*a*a*a"] * 20) + "/q", "/".join(["a" * 200] * 20) + "/r"),
        ("?*" * 60 + "b", "a" * 255),
    ],
    ids=["stars in a name", "folders", "stars in names", "any letters"],
)
def test_a_pattern_is_not_tried_in_all_ways(pattern: str, path: str) -> None:
    """Each would take longer than the test may."""
    assert not globs.fits([pattern], path)


# -- what is hidden -----------------------------------------------------------------------------


@pytest.fixture
def hiding() -> None:
    Path("b/lintwords.toml").write_text(
        'exclude = ["*.txt"]\nignore = ["country-as-mind"]\nseverity = "error"\n'
        '[rules]\ncountry-as-abuser = "off"\n[path."x/**"]\nprofile = "newsroom"\n'
    )
    Path("b/a.md").write_text("Ruritania jailed her.\n")
    Path("c").mkdir()
    Path("c/lintwords.toml").write_text('exclude = ["*"]\n')
    Path("c/a.md").write_text("Ruritania jailed her.\n")


def test_audit_tells_what_nested_settings_hide(hiding, capsys) -> None:
    assert main(["audit", "--ignore", "conflation"]) == 0
    out = capsys.readouterr().out
    assert [" ".join(row.split()) for row in out.splitlines() if row] == [
        "Rules that settings switch off or soften",
        "rule is from",
        "country-as-mind off b/lintwords.toml line 2",
        "country-as-abuser off b/lintwords.toml line 5",
        "conflation off --ignore",
        "Other settings that change what is found or read",
        "setting is from",
        "severity error b/lintwords.toml line 3",
        "profile newsroom b/lintwords.toml line 7 for x/**",
        "Paths that settings leave out",
        "pattern files from",
        "*.txt 0 b/lintwords.toml line 1",
        "* 1 c/lintwords.toml line 1",
    ]


def test_a_verbose_check_tells_it_too(hiding, capsys) -> None:
    assert main(["check", "-v"]) == 0
    err = capsys.readouterr().err
    assert "b/lintwords.toml line 5: country-as-abuser is off\n" in err
    assert "c/lintwords.toml line 1: * is left out\n" in err
    assert "b/lintwords.toml line 7 for x/**: profile is newsroom\n" in err


OF_START = ("fail-on", "paths", "baseline")  # hold for a run, where it starts
# a value of each setting that changes what is read, found or told, and how it is told
_CHANGES = {
    "profile": ('"newsroom"', "newsroom"), "government-term": ('"authorities"', "authorities"),
    "severity": ('"error"', "error"), "fail-on": ('"never"', "never"), "lang": ('"fr"', "fr"),
    "encoding": ('"cp037"', "cp037"), "fields": ('["title"]', "title"),
    "accept-unread": ('["all"]', "all"), "select": ('["country-as-mind"]', "country-as-mind"),
    "ignore": ('["country-as-mind"]', "off"), "rules": ('{ country-as-mind = "softer" }', "softer"),
    "packs": ('["in.toml"]', "in.toml"), "names.file": ('"in.toml"', "in.toml"),
    "names.fixed": ('["Ruritania"]', "Ruritania"), "readings": ('["in.toml"]', "in.toml"),
    "paths": ('["b"]', "b"), "exclude": ('["x.md"]', "x.md"), "baseline": ('"in.toml"', "in.toml"),
    "root": ("true", "true"),
}


def test_each_setting_but_those_of_the_review_is_one_that_changes_something() -> None:
    assert set(ALL) - set(_CHANGES) == {"review.keys", "review.reason"}


@pytest.mark.parametrize("name", _CHANGES)
@pytest.mark.parametrize("level", ["at the start", "below", "for a path"])
def test_what_changes_what_is_found_is_listed_with_file_and_line(name, level, capsys) -> None:
    written, told = _CHANGES[name]
    if level == "at the start":
        file = Path("lintwords.toml")
    elif name in OF_START or (level == "for a path" and not ALL[name].by_path):
        pytest.skip("holds for a run")
    else:
        file = Path("b/lintwords.toml")
    Path("b/in.toml").write_text("version = 1\n")
    Path("in.toml").write_text("version = 1\n")
    Path("b/a.md").write_text("Ruritania jailed her.\n")
    head, glob = ('[path."*.md"]\n', " for *.md") if level == "for a path" else ("\n", "")
    file.write_text(f"{head}{name} = {written}\n")
    told = str(Path("b", told)) if level != "at the start" and told == "in.toml" else told
    where = f"{file} line 2{glob}"
    main(["audit"])
    rows = capsys.readouterr().out.splitlines()
    assert [row for row in rows if told in row and row.endswith(where)], rows
    main(["check", "-v", "--no-cache"])
    rows = [row for row in capsys.readouterr().err.splitlines() if row.startswith(f"{where}: ")]
    assert len(rows) == 1 and (told in rows[0] or "left out" in rows[0])


@pytest.mark.parametrize("name", OF_START)
def test_what_does_not_hold_below_is_not_listed(name, capsys) -> None:
    Path("b/in.toml").write_text("version = 1\n")
    Path("b/a.md").write_text("It rains.\n")
    Path("b/lintwords.toml").write_text(f"{name} = {_CHANGES[name][0]}\n")
    assert main(["audit"]) == 0
    assert capsys.readouterr().out == "Nothing is let through.\n"


def test_what_takes_back_a_setting_and_what_is_typed_are_listed(capsys) -> None:
    Path("lintwords.toml").write_text('fields = ["title"]\nencoding = "cp037"\n')
    Path("b/lintwords.toml").write_text('fields = []\nencoding = ""\n')
    Path("b/a.md").write_text("It rains.\n")
    assert main(["audit", "--lang", "en", "--names", "in.toml"]) == 0
    rows = [" ".join(row.split()) for row in capsys.readouterr().out.splitlines()]
    assert {"fields [] b/lintwords.toml line 1", 'encoding "" b/lintwords.toml line 2',
            "lang en --lang", "names.file in.toml --names"} <= set(rows)
