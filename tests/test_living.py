"""Living with it: init, audit, a baseline, what changed since a revision, groups, completion."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import fakes
import pytest

from lintwords.cli.main import main
from lintwords.sift import baseline

JAILED = "Ruritania jailed her.\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q")


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def git(*args: str) -> None:
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    subprocess.run(["git", *who, *args], check=True, capture_output=True)


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "a state")


# -- settings on the command line ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "options", "code"),
    [
        ("", "", 1),
        ('fail-on = "never"', "", 0),
        ('fail-on = "never"', "--fail-on error", 1),
        ('fail-on = "never"', "--isolated", 1),
        ('ignore = ["country-as-abuser"]', "", 0),
        ('ignore = ["country-as-abuser"]', "--select country-as-abuser", 1),
        ('rules = { conflation = "softer" }', "", 0),
        ('paths = ["b"]', "", 0),
        ('paths = ["b"]', ".", 1),
        ('exclude = ["a.md"]', "", 0),
        ('exclude = ["a.md"]', "a.md", 1),
        ('exclude = ["a.md"]', "--force-exclude a.md", 0),
        ('profil = "strict"', "", 2),
        ('profil = "strict"', "--config b/other.toml", 0),
    ],
)
def test_settings_decide_what_options_do_not(settings: str, options: str, code: int) -> None:
    write("lintwords.toml", settings)
    write("a.md", JAILED)
    write("b/c.md", "Calm.\n")
    write("b/other.toml", 'fail-on = "never"')
    assert main(["check", *options.split()]) == code


# -- init ---------------------------------------------------------------------------------------


def test_init_writes_six_lines_that_change_nothing_and_never_over_a_file(capsys) -> None:
    write("a.md", JAILED)
    assert main(["init"]) == 0
    out, err = capsys.readouterr()
    assert err == "Wrote lintwords.toml. Nothing changes until a line is uncommented.\n"
    assert "- id: lintwords\n" in out
    lines = Path("lintwords.toml").read_text("utf-8").splitlines()
    assert len(lines) == 6
    assert all(line.startswith("# ") for line in lines)
    assert main(["check", "-qq"]) == 1
    capsys.readouterr()
    write("lintwords.toml", "# mine\n")
    assert main(["init"]) == 2
    assert capsys.readouterr().err.startswith("lintwords: lintwords.toml is there already\n")
    assert Path("lintwords.toml").read_text("utf-8") == "# mine\n"


def test_init_show_says_where_each_setting_comes_from(capsys) -> None:
    write("lintwords.toml", '# house\nprofile = "strict"\nignore = ["old-name"]\n'
          '[path."news/*"]\nlang = "en"\n')
    write("news/lintwords.toml", '[names]\nfixed = ["Ruritania Watch"]\n')
    assert main(["init", "--show", "news/a.md"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    shown = {row[0]: row[1:] for row in rows}
    assert shown["profile"] == ['"strict"', "lintwords.toml", "line", "2"]
    assert shown["rules.old-name"] == ['"off"', "lintwords.toml", "line", "3"]
    assert shown["lang"] == ['"en"', "lintwords.toml", "line", "5"]
    assert shown["names.fixed"][2:] == ["news/lintwords.toml", "line", "2"]
    assert shown["severity"] == ['"suggestion"', "default"]


# -- baseline and audit -------------------------------------------------------------------------


def test_a_baseline_lets_old_findings_be_and_tells_new_ones(capsys) -> None:
    write("a.md", f"{JAILED}\nShe said: {JAILED}")
    assert main(["check", "--baseline-write"]) == 0
    assert capsys.readouterr().err == f"Wrote {baseline.NAME}: 2 entries: 2 new.\n"
    assert main(["check", "-f", "json"]) == 0
    said = json.loads(capsys.readouterr().out)["summary"]
    assert (said["findings"], said["ignored"], said["known"]) == (0, 2, 2)
    write("a.md", f"New words.\n\nShe said: {JAILED}\n{JAILED}\nThen {JAILED}")
    assert main(["check", "-q"]) == 1
    assert capsys.readouterr().out.count("\n") == 1
    assert main(["check", "-qq", "--isolated"]) == 1


def test_verbose_says_what_was_ignored(capsys) -> None:
    write("a.md", f"<!-- lintwords: ignore conflation: a treaty -->\n{JAILED}")
    assert main(["check", "-v", "a.md"]) == 0
    out = capsys.readouterr().out
    assert '  a.md:2:1: "Ruritania" [country-as-abuser], by comment (line 1): a treaty\n' in out
    assert main(["check", "a.md"]) == 0
    assert "1 finding ignored." in capsys.readouterr().out


def test_audit_lists_what_is_let_through_and_what_hits_nothing(capsys) -> None:
    write("lintwords.toml", 'exclude = ["old/"]\nignore = ["old-name"]\n')
    write("a.md", f"<!-- lintwords: ignore conflation: a treaty -->\n{JAILED}\nThen {JAILED}")
    assert main(["check", "--baseline-write"]) == 0
    write("b.md", "<!-- lintwords: ignore conflation: once -->\nCalm.\n")
    known = Path(baseline.NAME)
    more = '{ path = "a.md", rule = "country-as-mind", words = "Ruritania", reason = "gone", ' \
        'since = "2026-03-03" },\n]'
    text = known.read_text("utf-8").replace(baseline.KNOWN, "a name")
    known.write_text(text.replace("\n]", f"\n  {more}"), "utf-8")
    capsys.readouterr()
    assert main(["audit"]) == 0
    assert capsys.readouterr().out == (
        "Ignored by a comment: 1 finding\n"
        "  place     rule               words                                                   "
        "   comment  reaches      reason\n"
        "  a.md:2:1  country-as-abuser  … ignore conflation: a treaty --> [Ruritania] jailed her."
        "  line 1   its passage  a treaty\n"
        "\n"
        f"Known in {baseline.NAME}: 1 finding\n"
        "  place     rule               words                         reaches    reason\n"
        "  a.md:4:6  country-as-abuser  Then [Ruritania] jailed her.  only here  a name\n"
        "\n"
        "Rules that settings switch off or soften\n"
        "  rule      is   from\n"
        "  old-name  off  lintwords.toml line 2\n"
        "\n"
        "Paths that settings leave out\n"
        "  pattern  files  from\n"
        "  old/     0      lintwords.toml line 1\n"
        "\n"
        "Comments that do nothing: 1\n"
        "  place     because        comment\n"
        "  b.md:1:1  ignore-unused  <!-- lintwords: ignore conflation: once -->\n"
        "\n"
        f"Entries of {baseline.NAME} that hit nothing in what was checked: 1\n"
        "  path  rule             words        reaches    since       reason\n"
        '  a.md  country-as-mind  "Ruritania"  only here  2026-03-03  gone\n'
    )


@pytest.mark.parametrize(("lang", "reaches"), [
    ("en", ["only here", "this rule in this file", "these words everywhere", "the whole file"]),
    ("fr", ["ici seulement", "cette règle dans ce fichier", "ces mots partout",
            "tout le fichier"]),
])
def test_audit_says_how_far_an_entry_reaches_and_in_which_sentence_it_hits(
    capsys, lang: str, reaches: list[str]
) -> None:
    for name in "abc":
        write(f"{name}.md", f"In {name}, {JAILED}")
    assert main(["check", "--baseline-write"]) == 0
    known = Path(baseline.NAME)
    text = known.read_text("utf-8")
    for name, reach in (("b", "file"), ("c", "everywhere")):
        text = text.replace(f'path = "{name}.md"', f'path = "{name}.md", reach = "{reach}"')
    known.write_text(text, "utf-8")
    write("d.md", f"<!-- lintwords: ignore-file conflation: a treaty -->\n\n{JAILED}")
    capsys.readouterr()
    assert main(["--ui-lang", lang, "audit"]) == 0
    said = capsys.readouterr().out
    for name, reach in zip("abcd", reaches, strict=True):
        (row,) = (line for line in said.splitlines() if f" {name}.md:" in line)
        assert reach in row
        assert "[Ruritania] jailed her." in row
    write("a.md", "Calm.\n")  # what stood round the words is all that is kept of a sentence
    capsys.readouterr()
    assert main(["audit", "a.md"]) == 0
    assert "in a [Ruritania] jailed her" in capsys.readouterr().out


def test_audit_tells_who_let_something_through_and_when_where_git_knows(capsys) -> None:
    comment = "<!-- lintwords: ignore conflation: a treaty -->"
    write("a.md", f"Calm.\n\n{comment}\n{JAILED}\nThen {JAILED}")
    assert main(["check", "--baseline-write"]) == 0
    commit()
    write("b.md", f"<!-- lintwords: ignore conflation: new -->\n{JAILED}")
    known = Path(baseline.NAME)
    known.write_text(known.read_text("utf-8").replace(baseline.KNOWN, "mine"), "utf-8")
    git("-c", "user.name=Ada \u202e", "commit", "-q", "-m", "why", str(known))
    capsys.readouterr()
    log = ["git", "log", "-1", "--format=%as"]
    day = subprocess.run(log, capture_output=True, text=True, check=True).stdout
    assert main(["audit"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    mine, new, entry = (row for row in rows if row and row[0][:4] in ("a.md", "b.md"))
    assert mine[-4:] == ["Nobody", day.strip(), "a", "treaty"]
    assert new[-3:] == ["its", "passage", "new"]
    assert entry[-4:] == ["Ada", "<U+202E>", day.strip(), "mine"]
    assert rows[1] == [
        "place", "rule", "words", "comment", "reaches", "author", "date", "reason",
    ]


def test_many_findings_of_a_kind_are_one_line_of_audit_and_one_line_each_of_the_baseline(
    capsys,
) -> None:
    write("a.md", "\n".join(f"Ruritania jailed {number} poets.\n" for number in range(56)))
    write("b.md", f"<!-- lintwords: ignore-file conflation: a treaty -->\n{JAILED}{JAILED}")
    assert main(["check", "--baseline-write"]) == 0
    lines = Path(baseline.NAME).read_text("utf-8").splitlines()
    assert len(lines) < 56 + 10
    capsys.readouterr()
    assert main(["audit"]) == 0
    said = capsys.readouterr().out
    assert "a.md, 56 places" in said and "b.md, 2 places" in said and said.count("\n") < 10
    assert main(["audit", "--each"]) == 0
    said = capsys.readouterr().out
    assert said.count("a.md:") == 56 and said.count("b.md:") == 2


def test_audit_without_anything_says_so(capsys) -> None:
    write("a.md", JAILED)
    assert main(["audit", "a.md"]) == 0
    assert capsys.readouterr().out == "Nothing is let through.\n"
    assert main(["audit", "gone.md"]) == 2


# -- what changed -------------------------------------------------------------------------------


def test_diff_tells_only_what_stands_on_changed_lines(capsys) -> None:
    write("a.md", f"{JAILED}\nCalm.\n\n{JAILED}")
    write("sub/ä b.md", JAILED)
    write("same.md", JAILED)
    commit()
    write("a.md", f"{JAILED}\nCalm words.\n\nThen {JAILED}\n{JAILED}")
    write("sub/ä b.md", "")
    write("new.md", JAILED)
    assert main(["check", "-q", "--diff", "HEAD"]) == 1
    places = [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()]
    assert places == ["a.md:5:6", "new.md:1:1"]
    commit()
    assert main(["check", "-q", "--diff", "HEAD"]) == 0
    assert main(["check", "-q", "--diff", "HEAD~1", "a.md"]) == 1


@pytest.mark.parametrize("revision", ["nope", "--output=x"])
def test_a_revision_that_git_does_not_know_is_told(revision: str, capsys) -> None:
    write("a.md", JAILED)
    commit()
    assert main(["check", f"--diff={revision}"]) == 2
    assert f'cannot compare with "{revision}"\n  git says: ' in capsys.readouterr().err
    assert not Path("x").exists()


# -- groups -------------------------------------------------------------------------------------


def test_statistics_counts_by_rule_and_by_file(capsys) -> None:
    write("a.md", f"{JAILED}\n{JAILED}\nRuritania wants it.\n")
    write("b.md", JAILED)
    assert main(["check", "--statistics"]) == 1
    assert capsys.readouterr().out == (
        "findings  files  rule\n3         2      country-as-abuser\n"
        "1         1      country-as-mind\n\n4 findings in 2 of 2 files: 3 errors, 1 warning.\n"
    )
    assert main(["check", "--statistics", "--group-by", "file"]) == 1
    assert capsys.readouterr().out.startswith("findings  files  file\n3         1      a.md\n1 ")


@pytest.mark.parametrize(
    ("by", "heads"),
    [
        ("rule", ["country-as-abuser: 2 findings in 2 files",
                  "country-as-mind: 1 finding in 1 file"]),
        ("file", ["a.md: 2 findings in 1 file", "b.md: 1 finding in 1 file"]),
        ("severity", ["error: 2 findings in 2 files", "warning: 1 finding in 1 file"]),
    ],
)
def test_groups(by: str, heads: list[str], capsys) -> None:
    write("a.md", f"Ruritania wants it.\n\n{JAILED}")
    write("b.md", JAILED)
    assert main(["check", "--group-by", by]) == 1
    *blocks, last = capsys.readouterr().out.split("\n\n")
    assert [block.splitlines()[0] for block in blocks] == heads
    assert sum(len(block.splitlines()) - 1 for block in blocks) == 3
    assert last == "3 findings in 2 of 2 files: 2 errors, 1 warning.\n"


def test_groups_are_for_people(capsys) -> None:
    write("a.md", JAILED)
    assert main(["check", "--statistics", "-f", "json"]) == 2
    assert "Leave out --format json." in capsys.readouterr().err


# -- completion ---------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, capsys) -> None:
    assert main(["completion", shell]) == 0
    assert f"_LINTWORDS_COMPLETE={shell}_complete" in capsys.readouterr().out


def test_completion_knows_commands_and_options(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("_LINTWORDS_COMPLETE", "bash_complete")
    for words, cword, offered in (
        ("lintwords ", "1", "plain,check"), ("lintwords check --ba", "2", "plain,--baseline"),
    ):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", cword)
        with pytest.raises(SystemExit):
            main([])
        assert offered in capsys.readouterr().out.splitlines()
