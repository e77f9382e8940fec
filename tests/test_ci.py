"""What others build into their pipelines: the action's script, hooks, matcher, GitLab template."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from caches import built

from lintwords.api import readers
from lintwords.cli.main import main

ROOT = Path(__file__).parents[1]
BAD, CALM = "China jailed five poets.\n", "Calm words.\n"


def action(folder: Path, **inputs: str) -> tuple[int, str]:
    """Run the action's script in a folder with these inputs."""
    env = {f"INPUT_{name}": value for name, value in inputs.items() if name.isupper()}
    env |= {name: value for name, value in inputs.items() if name.startswith("GITHUB")}
    done = subprocess.run(
        [sys.executable, ROOT / "ci" / "github.py"], cwd=folder, capture_output=True, text=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(folder),
             "LINTWORDS_CACHE": str(built()), **env},
    )
    return done.returncode, done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "calm.md").write_text(CALM)
    return tmp_path


def test_the_action_annotates_and_fails_on_an_error(folder: Path) -> None:
    code, said = action(folder, PATHS="calm.md\n\n  bad.md\n")
    assert code == 1
    assert said.startswith("::error file=bad.md,line=1,endLine=1,col=1,endColumn=6,")


def test_the_action_writes_sarif_and_its_outputs(folder: Path) -> None:
    outputs = folder / "outputs"
    code, _ = action(folder, SARIF="report.sarif", FAIL_ON="never", GITHUB_OUTPUT=str(outputs))
    assert code == 0
    assert outputs.read_text() == "exit-code=0\nsarif=report.sarif\n"
    results = json.loads((folder / "report.sarif").read_text())["runs"][0]["results"]
    assert [row["ruleId"] for row in results] == ["country-as-abuser"]


def test_without_annotations_there_is_a_line_a_finding(folder: Path) -> None:
    code, said = action(folder, ANNOTATIONS="false", PROFILE="strict")
    assert code == 1
    assert said == (
        "bad.md:1:1: error: Name who acts: the Chinese government, not China [country-as-abuser]"
        "; write: The Chinese government; safe fix; in: [China] jailed five poets.\n"
    )


def test_only_changed_lines_count_where_that_is_asked(folder: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=folder,
                       check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "before")
    (folder / "calm.md").write_text(f"{CALM}\nMore of them.\n")
    git("commit", "-q", "-a", "-m", "after")
    assert action(folder)[0] == 1
    assert action(folder, ONLY_CHANGED="true") == (0, "")
    (folder / "calm.md").write_text(f"{CALM}\n{BAD}")
    assert action(folder, ONLY_CHANGED="true", SINCE="HEAD")[0] == 1
    code, told = action(folder, ONLY_CHANGED="true", GITHUB_BASE_REF="gone")
    assert code == 2
    assert told.startswith("::error title=lintwords::lintwords: origin/gone is not")
    assert "fetch-depth: 0" in told


@pytest.mark.parametrize("more", [{}, {"ANNOTATIONS": "false"}])
def test_what_stops_the_check_stands_where_people_look_and_leaves_no_name_of_a_report(
    folder: Path, more: dict[str, str]
) -> None:
    (folder / "lintwords.toml").write_text('packs = ["gone/house.toml"]\n')
    outputs, summary = folder / "outputs", folder / "summary"
    code, told = action(folder, SARIF="report.sarif", GITHUB_OUTPUT=str(outputs),
                        GITHUB_STEP_SUMMARY=str(summary), **more)
    assert (code, outputs.read_text()) == (2, "exit-code=2\nsarif=\n")
    assert told.count("::error title=lintwords::") == told.count("gone/house.toml") == 1
    assert summary.read_text().count("gone/house.toml") == 1


def test_a_file_that_cannot_be_read_is_told_once_and_the_rest_reported(folder: Path) -> None:
    (folder / "torn.docx").write_bytes(b"PK")
    outputs, summary = folder / "outputs", folder / "summary"
    code, told = action(folder, SARIF="report.sarif", GITHUB_OUTPUT=str(outputs),
                        GITHUB_STEP_SUMMARY=str(summary))
    assert (code, outputs.read_text()) == (2, "exit-code=2\nsarif=report.sarif\n")
    assert (folder / "report.sarif").is_file()
    assert told.count("::error") == 2


@pytest.mark.parametrize(
    "inputs",
    [
        {"ONLY_CHANGED": "yes"}, {"ANNOTATIONS": "1"}, {"FAIL_ON": "never --config x"},
        {"PATHS": "--version"}, {"CONFIG": "gone.toml"}, {"PROFILE": "$(id)"},
    ],
)
def test_an_input_that_cannot_be_ends_with_2(folder: Path, inputs: dict[str, str]) -> None:
    assert action(folder, **inputs)[0] == 2


def test_every_input_goes_through_the_environment() -> None:
    text = (ROOT / "action.yml").read_text()
    said = yaml.safe_load(text)
    steps = said["runs"]["steps"]
    assert sorted(name for step in steps for name in step["env"]) == sorted(
        f"INPUT_{name.upper().replace('-', '_')}" for name in said["inputs"]
    )
    assert not any("${{" in step["run"] for step in said["runs"]["steps"])
    script = (ROOT / "ci" / "github.py").read_text()
    for name in steps[-1]["env"]:
        assert name.removeprefix("INPUT_") in script


@pytest.mark.parametrize(("encoder", "installed"), [
    ("false", ["/action"]), ("true", ["/action", "/action/encoder"]), ("yes", []),
])
def test_the_action_installs_the_encoder_where_that_is_asked(
    encoder: str, installed: list[str], tmp_path: Path
) -> None:
    (step, _) = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    script = step["run"].replace("python3 -m venv", "echo")
    pip = re.compile(r'^"[^"]+/python" -m pip install --quiet', re.MULTILINE)
    script = pip.sub("printf 'pip %s\\\\n'", script)
    done = subprocess.run(
        ["bash", "-e", "-c", script], capture_output=True, text=True,
        env={"INPUT_ENCODER": encoder, "GITHUB_ACTION_PATH": "/action",
             "RUNNER_TEMP": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    rows = [row[4:] for row in done.stdout.splitlines() if row.startswith("pip ")]
    assert (rows, done.returncode) == (installed, 0 if installed else 2)


def test_the_gitlab_job_keeps_its_report_also_when_it_fails() -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["lintwords"]
    report = job["artifacts"]["reports"]["codequality"]
    assert job["artifacts"]["when"] == "always"
    assert report in job["script"][-1]


@pytest.mark.parametrize(
    "given", [{}, {"LINTWORDS_PATH": "calm.md"}, {"LINTWORDS_FAIL_ON": "never"}]
)
def test_the_gitlab_script_runs_in_a_shell(folder: Path, given: dict[str, str]) -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["lintwords"]
    script = "\n".join(job["script"][1:]).replace(
        "lintwords check", f'"{sys.executable}" -m lintwords check'
    )
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=folder, capture_output=True, text=True,
        env={**job["variables"], **given, "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    found = json.loads((folder / "gl-code-quality-report.json").read_text())
    assert (done.returncode, len(found)) == ((0, 0) if "LINTWORDS_PATH" in given else
                                             (0, 1) if given else (1, 1))


def test_the_gitlab_job_takes_nothing_that_is_not_named(folder: Path) -> None:
    """lintwords is on no index: a package of that name there would be another's."""
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["lintwords"]
    done = subprocess.run(
        ["sh", "-e", "-c", job["script"][0]], cwd=folder, capture_output=True, text=True,
        env={**job["variables"], "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode != 0
    assert "git+<address of your clone>@<commit>" in done.stderr


def test_the_gitlab_job_installs_more_than_one_package() -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["lintwords"]
    script = job["script"][0].replace("python -m pip install --quiet", "printf '%s\\n'")
    packages = ["git+https://git.example/lintwords@abc",
                "git+https://git.example/lintwords@abc#subdirectory=encoder"]
    done = subprocess.run(
        ["sh", "-e", "-c", script], capture_output=True, text=True,
        env={"LINTWORDS_PACKAGE": " ".join(packages), "PATH": "/usr/bin:/bin"},
    )
    assert done.stdout.splitlines() == packages


def test_the_matcher_reads_every_line_that_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    matchers = json.loads((ROOT / "ci" / "problem-matcher.json").read_text())["problemMatcher"]
    monkeypatch.chdir(folder)
    (folder / "more.md").write_text("Beijing agreed.\n\nChina wants peace.\n\nChina voted yes.\n")
    main(["check", "--quiet", "--profile", "strict", "."])
    lines = capsys.readouterr().out.splitlines()
    found: list[dict[str, str]] = []
    for line in lines:
        for matcher in matchers:
            (pattern,) = matcher["pattern"]
            if match := re.search(pattern["regexp"], line):
                found.append({name: match[group] for name, group in pattern.items()
                              if isinstance(group, int)})
    assert len(found) == len(lines) > 2
    assert found[0] == {
        "file": "bad.md", "line": "1", "column": "1", "severity": "error",
        "message": "Name who acts: the Chinese government, not China", "code": "country-as-abuser",
    }


def hooks() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}


def suffixes(*formats: str) -> set[str]:
    return {suffix for suffix, format in readers.SUFFIXES.items() if format in formats}


@pytest.mark.parametrize(
    ("hook", "wanted"),
    [
        ("lintwords", suffixes(*readers.TEXTS, "eml", "subtitles")),
        ("lintwords-office", suffixes("docx", "odt", "rtf", "pptx", "epub")),
        ("lintwords-fix", suffixes(*readers.TEXTS)),
    ],
)
def test_a_hook_takes_every_suffix_that_it_is_for(hook: str, wanted: set[str]) -> None:
    files = re.compile(hooks()[hook]["files"])
    assert {suffix for suffix in readers.SUFFIXES if files.search(f"a/b{suffix}")} == wanted
    assert all(files.search(f"A{suffix.upper()}") for suffix in wanted)


def test_hooks_report_in_the_order_of_paths() -> None:
    """Else files are shuffled and shared among runs, and a report is in no order."""
    assert {id: hook.get("require_serial") for id, hook in hooks().items()} == {
        "lintwords": True, "lintwords-office": True, "lintwords-fix": True,
    }


@pytest.mark.parametrize(("hook", "name"), [("lintwords", "a.rst"), ("lintwords-office", "a.docx")])
def test_what_a_hook_says_is_short_and_has_a_wording(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hook: str, name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    if name.endswith("docx"):
        import docx

        document = docx.Document()
        document.add_paragraph(BAD.strip())
        document.save(name)
    else:
        Path(name).write_text(BAD)
    program, *arguments = hooks()[hook]["entry"].split()
    assert program == "lintwords"
    assert main([*arguments, name]) == 1
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert said.out.endswith(
        "[country-as-abuser]; write: The Chinese government; safe fix; "
        "in: [China] jailed five poets.\n"
    )
    assert said.err == ""
