"""`lintwords fix` and `check --fix` on files: what is written, told and left, and exit codes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lintwords
from lintwords.cli.main import main
from lintwords.model import Cannot
from lintwords.reports.fixed import render
from lintwords.values import replace

_MAIN = "import sys; from lintwords.cli.start import main; sys.exit(main())"
SAFE = "China has jailed a nurse.\n"
MENDED = "The Chinese government has jailed a nurse.\n"
BY_HAND = "Russia and China vetoed the draft.\n"
IGNORED = f"<!-- lintwords: ignore country-as-abuser: a title -->\n\n{SAFE}"

ROOT = Path(__file__).parent.parent


pytestmark = pytest.mark.usefixtures("in_own_folder")


def run(text: str, *args: str) -> tuple[int, str]:
    """The exit code of a command on a file of this text, and what the file holds after it."""
    path = Path("a.md")
    path.write_bytes(text.encode())
    return main([*args, "a.md"]), path.read_bytes().decode()


@pytest.mark.parametrize(
    ("text", "args", "code", "after"),
    [
        pytest.param(SAFE, "fix", 0, MENDED, id="safe"),
        pytest.param(SAFE, "fix --diff", 1, SAFE, id="a diff writes nothing"),
        pytest.param(MENDED, "fix --diff", 0, MENDED, id="a diff of nothing"),
        pytest.param(BY_HAND, "fix", 0, BY_HAND, id="by hand stays"),
        pytest.param(BY_HAND, "fix --fail-on warning", 1, BY_HAND, id="and may fail"),
        pytest.param(IGNORED, "fix", 0, IGNORED, id="an ignored finding stays"),
        pytest.param(IGNORED, "check --fix", 0, IGNORED, id="in a check, too"),
        pytest.param(SAFE, "check --fix", 0, MENDED, id="check --fix"),
        pytest.param(SAFE + "\n" + BY_HAND, "check --fix --fail-on warning", 1,
                     MENDED + "\n" + BY_HAND, id="check --fix with a rest"),
        pytest.param(SAFE, "check --fix --diff HEAD", 2, SAFE, id="not with a revision"),
        pytest.param(SAFE, "check --fix --baseline-write", 2, SAFE, id="not with a baseline"),
    ],
)
def test_what_is_written(text: str, args: str, code: int, after: str) -> None:
    assert run(text, *args.split()) == (code, after)


def test_a_file_that_is_itself_changed_is_told_so_with_the_way_to_a_copy(capsys) -> None:
    run("China jailed two poets.\n", "fix")
    said = capsys.readouterr().out
    assert "a.md was itself changed." in said and "lintwords fix -o a.lintwords.md a.md" in said
    Path("b.md").write_text("China jailed two poets.\n")
    Path("a.md").write_text("China jailed two poets.\n")
    main(["fix", "--isolated", "."])
    assert "2 files were themselves changed; -o writes a copy of one." in capsys.readouterr().out


@pytest.mark.parametrize("name", [(), ("--stdin-name", "en.md")])
def test_standard_input_is_no_file_that_was_changed_or_that_a_command_opens(
    name: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = b"China jailed two poets.\n\nChina has sentenced a man to six years.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    main(["fix", "--isolated", *name, "-"])
    told = capsys.readouterr()
    assert "The Chinese government jailed" in told.out
    assert "The fixed text went to standard output." in told.err
    assert "itself changed" not in told.err and "lintwords fix -o" not in told.err
    assert "lintwords review" not in told.err


@pytest.mark.parametrize("text", [
    "Stability-maintenance officers came to the Beijing flat.\n",
    "The stability maintenance office in Lhasa rang.\n",
])
def test_no_wording_stands_where_the_words_tell_which_people_are_meant(text: str) -> None:
    assert run(text, "fix", "--unsafe-fixes") == (0, text)


def test_a_mail_is_said_to_be_only_read_and_what_is_advised_works(capsys) -> None:
    mail = "Subject: News\n\nChina jailed two poets.\n\nChina has sentenced a man to six years.\n"
    Path("a.eml").write_text(mail)
    assert main(["fix", "--isolated", "a.eml"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "2 left (files of this type are only read)" in said
    assert "To take words, and save the text with them: lintwords review --isolated a.eml" in said
    fixes = [one.fixes[0] for one in lintwords.lint_path("a.eml").findings]
    assert [fix.safe for fix in fixes] == [False, False]
    assert fixes[0].why_not == "files of this type are only read"
    assert "court" in fixes[1].why_not  # its own reason helps whoever changes it by hand


def test_an_unsafe_fix_is_made_when_asked_for() -> None:
    code, after = run(BY_HAND, "fix", "--unsafe-fixes")
    assert code == 0
    assert after != BY_HAND and "government" in after


def test_a_revision_after_diff_is_told_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SAFE, "fix", "--diff", "HEAD")[0] == 2
    assert "--diff of fix shows what would change, and takes no revision" in capsys.readouterr().err


def test_a_diff_shows_both_lines(capsys: pytest.CaptureFixture[str]) -> None:
    run(SAFE, "fix", "--diff")
    out, err = capsys.readouterr()
    assert f"-{SAFE}+{MENDED}" in out
    assert "1 place would change in 1 file." in err


def test_a_known_finding_is_not_fixed() -> None:
    run(SAFE, "check", "--baseline-write")
    for command in (("fix",), ("check", "--fix")):
        assert run(SAFE, *command) == (0, SAFE)


def test_a_check_that_fixes_reports_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    run(SAFE + "\n" + BY_HAND, "check", "--fix", "-f", "line")
    out, err = capsys.readouterr()
    assert err.startswith("1 place changed in 1 file.\n")
    assert [row.split(":")[:2] for row in out.splitlines()] == [["a.md", "3"]]


def test_standard_input_has_no_file_to_fix(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "-"]) == 2
    assert "--fix changes whole files" in capsys.readouterr().err


def test_ctrl_c_tells_what_was_changed_and_what_was_not_looked_at(monkeypatch, capsys) -> None:
    from lintwords.run import fix_files

    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text(SAFE)
    written = fix_files._written

    def stopped(one, data, force):
        if one.file.path.name == "b.md":
            raise KeyboardInterrupt
        return written(one, data, force)

    monkeypatch.setattr(fix_files, "_written", stopped)
    assert main(["fix", "a.md", "b.md", "c.md"]) == 130
    assert [Path(name).read_text() for name in ("a.md", "b.md", "c.md")] == [MENDED, SAFE, SAFE]
    told = capsys.readouterr()
    assert "a.md" in told.out and "stopped; 2 files not looked at" in told.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(["rules"], "Usage: lintwords rules", id="a group alone shows its commands"),
        pytest.param(["explain"], "lintwords explain: RULE is missing", id="an argument"),
    ],
)
def test_what_is_missing_is_named(args, said, capsys) -> None:
    assert main(args) == 2
    assert said in capsys.readouterr().err


def test_a_file_without_findings_is_copied_where_a_copy_is_asked_for(capsys) -> None:
    calm = "A calm day by the lake.\n"
    for _ in range(2):
        assert run(calm, "fix", "-o", "b.md", "--force") == (0, calm)
        assert Path("b.md").read_text() == calm
        assert "b.md is a copy; a.md stays as it is." in capsys.readouterr().out


def test_a_copy_that_is_there_already_stays_without_force(capsys) -> None:
    Path("b.md").write_text("Mine.")
    assert run("A calm day by the lake.\n", "fix", "-o", "b.md")[0] == 2
    told = capsys.readouterr()
    assert Path("b.md").read_text() == "Mine."
    assert "is a copy" not in told.out and "--force" in told.err


def test_a_diff_is_a_patch_whatever_letters_a_terminal_knows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{SAFE}\nA café closed.\n", encoding="utf-8")
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = subprocess.run(
        [sys.executable, "-m", "lintwords", "fix", "--diff", "a.txt"], cwd=tmp_path,
        env={**env, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False,
    )
    assert " A café closed.\n" in run.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use is not taken away")
def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    script = f"cd '{home}' && rmdir '{home}' && '{sys.executable}' -c '{_MAIN}' check"
    run = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "the folder that lintwords was called in is not there any more" in run.stderr


def test_a_word_for_the_encoder_that_is_not_known_is_named(monkeypatch, capsys) -> None:
    Path("a.txt").write_text("China jailed a poet.", encoding="utf-8")
    monkeypatch.setenv("LINTWORDS_ENCODER", "xyz")
    assert main(["check", "a.txt"]) == 2
    assert "on and off" in capsys.readouterr().err


def test_a_safe_fix_that_was_not_written_needs_no_choice() -> None:
    report = lintwords.lint("China jailed a poet.")
    path = report.findings[0].path
    said = render({}, replace(report, cannot=(Cannot(path, "cannot write it", ""),)))
    assert "1 left (not written)" in said
    assert "1 left (needs a choice)" in render({}, report)


def test_fix_tells_what_the_baseline_knows_and_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("China jailed a poet in May.\n")
    assert main(["check", "--baseline-write", "a.md"]) == 0
    capsys.readouterr()
    assert main(["fix", "a.md"]) == 0
    said = capsys.readouterr().out
    assert "1 known finding is in the baseline." in said
    assert "To change it too, without your settings: --isolated" in said
    Path("a.md").write_text("China jailed a poet in May.\n\nChina detained two editors.\n")
    assert main(["fix", "a.md"]) == 0
    assert "1 known finding is in the baseline." in capsys.readouterr().out
    assert main(["fix", "--isolated", "a.md"]) == 0
    assert "baseline" not in capsys.readouterr().out
    assert Path("a.md").read_text().startswith("The Chinese government jailed")


def test_a_baseline_says_how_many_of_the_new_carry_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Path("a.md").write_text("China jailed a poet in May.\n\nChina detained two editors.\n")
    answers = iter(["m", "which court?", "q"])
    monkeypatch.setattr("lintwords.cli.review._ask", lambda question: next(answers))
    assert main(["review", "--plain", "a.md"]) == 0
    capsys.readouterr()
    for told in (True, False):  # then it is known, and told no more
        assert main(["check", "--baseline-write", "a.md"]) == 0
        assert ("1 of the new carries a note of a review" in capsys.readouterr().err) is told


def test_a_baseline_says_how_many_of_the_new_carry_a_note_in_a_comment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Path("a.docx").write_bytes((ROOT / "examples" / "foundation.docx").read_bytes())
    answers = iter(["a", "m", "whose order?", "s", "w", "t", "q"])
    monkeypatch.setattr("lintwords.cli.review._ask", lambda question: next(answers))
    assert main(["review", "--plain", "a.docx"]) == 0
    capsys.readouterr()
    for told in (True, False):  # then it is known, and told no more
        assert main(["check", "--baseline-write", "a.lintwords.docx"]) == 0
        said = capsys.readouterr().err
        assert ("1 of the new carries a note in a comment of its file" in said) is told
        assert "a note of a review" not in said


HOUSE = """[[rule]]
id = "house-boss"
category = "euphemism"
severity = "warning"
title = "Say president"
why = "The house says president."
phrase = "paramount leader"
instead = ["{wording}"]
[[rule.source]]
title = "House style"
publisher = "House"
date = "2024-01-01"
[[rule.example]]
text = "The paramount leader spoke."
finds = ["paramount leader"]
"""


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize(
    ("wording", "after"),
    [("president", "The president spoke.\n"), ("[name him]", "The paramount leader spoke.\n"),
     ("so-called paramount leader", "The paramount leader spoke.\n")],
)
def test_the_only_wording_of_a_house_rule_is_put_in_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wording: str, after: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(HOUSE.replace("{wording}", wording))
    Path("a.txt").write_text("The paramount leader spoke.\n")
    main(["fix", "--pack", "own.toml", "a.txt"])
    assert Path("a.txt").read_text() == "The paramount leader spoke.\n"
    main(["fix", "--unsafe-fixes", "--pack", "own.toml", "a.txt"])
    assert Path("a.txt").read_text() == after
