"""Another reading beside the one of the rules: what asks for it, and who is told by which it was.

The other one of the tests has the weights of the present reading and a bias of its own: it takes
any mention for the government, or none.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from lintwords import api
from lintwords.cli.main import main
from lintwords.errors import RulePackError, SettingsError
from lintwords.files.shipped import rules_folder
from lintwords.model import Options
from lintwords.reading.weights import CODES
from lintwords.settings.config import Config
from lintwords.sift import baseline

HERE = Path(__file__).parent
FOUND, NAMED = "China starved five villages.", "We flew home from China in March."
SHIPPED = {
    lang: re.search(
        r'version = "(.+?)"', (rules_folder() / lang / "reading.toml").read_text("utf-8")
    )[1]
    for lang in ("en", "fr")
}
LEAST, MOST = -(1 << 19), 1 << 19


def put(folder: Path, version: str = "en-0", **changed: object) -> Path:
    """The head of another reading in `folder`, beside its weights; it takes no mention to be one
    of the government's if nothing else is said."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = (rules_folder() / "en/reading.bin").read_bytes()
    (folder / "w.bin").write_bytes(weights)
    row = {
        "version": version, "file": "w.bin", "sha256": sha256(weights).hexdigest(), "unit": 40,
        "bias": [LEAST, LEAST, 0, 0, LEAST], "report": 650, "perhaps": 500, "safe": 750,
    } | changed
    path = folder / f"{version}.toml"
    lines = [f"{key} = {json.dumps(value)}" for key, value in row.items() if value is not None]
    path.write_text("\n".join(["[reading]", *lines, ""]))
    return path


def found(text: str, *readings: Path) -> list[str]:
    return [one.words for one in api.Linter(readings=readings).lint(text).findings]


def test_another_reading_decides_in_place_of_the_shipped_one(tmp_path):
    none = put(tmp_path / "none")
    every = put(tmp_path / "all", bias=[MOST, 0, 0, 0, 0])
    assert (found(FOUND), found(FOUND, none), found(FOUND, every)) == (["China"], [], ["China"])
    assert (found(NAMED), found(NAMED, every)) == ([], ["China"])


def test_a_reading_of_one_language_leaves_the_others(tmp_path):
    none = put(tmp_path)
    text = "La Chine a emprisonné cinq avocats et leurs familles dans cette ville."
    assert found(text) == found(text, none) == ["Chine"]


def test_a_report_names_the_readings_that_were_asked(tmp_path):
    report = api.Linter(readings=[put(tmp_path)]).lint(FOUND)
    assert report.readings == ("en-0", SHIPPED["fr"])
    assert api.Linter().lint("Nothing of the kind.").readings == tuple(SHIPPED.values())
    assert api.Linter(lang="fr").lint("Rien.").readings == (SHIPPED["fr"],)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"version": "latest"}, "version is wrong"),
        ({"version": 1}, "version is wrong"),
        ({"version": "de-1"}, "is for de, which has no rules"),
        ({"file": "../w.bin"}, "leads out of its folder"),
        ({"file": "gone.bin"}, "cannot open"),
        ({"file": "."}, "is not what belongs to the reading en-0"),
        ({"file": None}, 'key "file" is missing'),
        ({"sha256": "0" * 64}, "is not what belongs to the reading en-0"),
        ({"unit": 0}, "unit is wrong"),
        ({"unit": True}, "unit is wrong"),
        ({"bias": [0] * (len(CODES) - 1)}, "bias is wrong"),
        ({"bias": [0.5] * len(CODES)}, "bias is wrong"),
        ({"bias": [1 << 40] * len(CODES)}, "bias is wrong"),
        ({"report": 1001}, "report is wrong"),
        ({"cut": 5}, 'unknown key "cut"'),
    ],
)
def test_a_head_that_is_none_is_refused(tmp_path, changed, said):
    path = put(tmp_path, **{"version": "en-0", **changed})
    with pytest.raises(RulePackError, match=re.escape(said)):
        api.Linter(readings=[path])


def test_weights_of_another_kind_are_refused(tmp_path):
    path = put(tmp_path, sha256=sha256(b"none").hexdigest())
    (tmp_path / "w.bin").write_bytes(b"none")
    with pytest.raises(RulePackError, match="cannot read"):
        api.Linter(readings=[path])


def test_two_readings_of_one_language_are_refused(tmp_path):
    with pytest.raises(RulePackError, match="a second reading for en"):
        api.Linter(readings=[put(tmp_path / "a"), put(tmp_path / "b")])


def test_a_pack_is_no_reading():
    with pytest.raises(RulePackError, match="no head of a reading"):
        api.Linter(readings=[HERE.parent / "rules/en/people.toml"])


# -- settings -----------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(f"{FOUND}\n")
    return tmp_path


def checked(**given: object) -> list[str]:
    config = Config(given)
    report = api.check([Path("a.md")], Options(), config=config, cache=False)
    return [*report.readings, *(one.words for one in report.findings)]


def test_settings_keep_an_old_reading(here):
    put(here / "readings")
    assert checked() == [*SHIPPED.values(), "China"]
    Path("lintwords.toml").write_text('readings = ["readings/en-0.toml"]\n')
    assert checked() == ["en-0", SHIPPED["fr"]]
    assert [let.says for let in _let()] == [f"readings is readings{os.sep}en-0.toml"]


def _let():
    config = Config()
    config.for_path(Path("a.md"), is_file=True)
    return config.lets_through()


def test_settings_lead_to_no_reading_elsewhere(here):
    put(here.parent / f"{here.name}-away")
    Path("lintwords.toml").write_text(f'readings = ["../{here.name}-away/en-0.toml"]\n')
    with pytest.raises(SettingsError, match="readings leads out of its folder"):
        checked()
    Path("lintwords.toml").unlink()
    away = (here.parent / f"{here.name}-away/en-0.toml",)
    assert checked(readings=away) == ["en-0", SHIPPED["fr"]]


def test_a_result_that_was_kept_is_of_its_reading(here):
    path = put(here / "readings")
    rows = []
    for readings in ((), (path,), (), (path,)):
        report = api.check([Path("a.md")], Options(readings=readings), cache=True)
        rows.append(len(report.findings))
    assert rows == [1, 0, 1, 0]


# -- reports and the baseline -------------------------------------------------------------------


@pytest.fixture
def lintwords(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Any]:
    """Runs a command; what it writes is in `out` and `err`."""
    def run(*args: str, **env: str) -> Any:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            main([*args])
        return capsys.readouterr()

    return run


def test_reports_tell_the_readings(here, lintwords):
    both = list(SHIPPED.values())
    assert json.loads(lintwords("check", "a.md", "-f", "json").out)["readings"] == both
    sarif = json.loads(lintwords("check", "a.md", "-f", "sarif").out)
    assert sarif["runs"][0]["tool"]["driver"]["properties"] == {"readings": both}
    said = f"the readings {', '.join(both)}."
    assert said in lintwords("check", "a.md", "-f", "html").out
    lintwords("check", "a.md", "-f", "github", GITHUB_STEP_SUMMARY="summary.md")
    assert Path("summary.md").read_text().splitlines()[-1].endswith(said)


def test_a_baseline_says_by_which_readings_it_was_written(here, lintwords):
    lintwords("check", "a.md", "--baseline-write")
    assert baseline.readings(Path(baseline.NAME)) == tuple(SHIPPED.values())
    known = api.baseline.load(Path(baseline.NAME))
    baseline.update(Path(baseline.NAME), lambda old: old)
    assert baseline.readings(Path(baseline.NAME)) == tuple(SHIPPED.values())
    assert baseline.load(Path(baseline.NAME)) == known


def test_a_baseline_with_wrong_readings_is_refused(here):
    Path(baseline.NAME).write_text("version = 1\nreadings = 2\n")
    with pytest.raises(SettingsError, match="readings is no list of texts"):
        baseline.readings(Path(baseline.NAME))


@pytest.mark.parametrize(
    ("before", "now", "pairs"),
    [
        (("en-1", "fr-1"), ("en-2", "fr-1"), (("en-1", "en-2"),)),
        (("en-1",), ("en-1", "fr-1"), ()),
        ((), ("en-2",), ()),
    ],
    ids=["one language", "a language more", "not said"],
)
def test_readings_that_are_not_what_they_were(before, now, pairs):
    assert baseline.others(before, now) == pairs


def test_audit_lists_what_another_reading_finds(here, lintwords):
    """The baseline is of a reading that found nothing; the present one finds, and is told so."""
    put(here / "readings")
    put(here / "all", "en-1", bias=[MOST, 0, 0, 0, 0])
    Path("b.md").write_text(f"{NAMED}\n")
    lintwords("check", "a.md", "b.md", "--baseline-write", "--reading", "readings/en-0.toml")
    assert baseline.readings(Path(baseline.NAME))[0] == "en-0"
    said = lintwords("audit", "a.md", "b.md").out
    assert said == (
        f"Found by the reading {SHIPPED['en']} and not in lintwords-baseline.toml, which is of "
        "en-0: 1\n"
        "  place     rule               words\n"
        '  a.md:1:1  country-as-abuser  [China] starved five villages.\n'
    )
    note = lintwords("check", "a.md").err
    assert f"the baseline is of the reading en-0, this run reads by {SHIPPED['en']}" in note
    assert "the baseline" not in lintwords("check", "-qq", "a.md").err


def test_audit_lists_what_is_found_no_more(here, lintwords):
    put(here / "all", "en-1", bias=[MOST, 0, 0, 0, 0])
    Path("b.md").write_text(f"{NAMED}\n")
    lintwords("check", "b.md", "--baseline-write", "--reading", "all/en-1.toml")
    said = lintwords("audit", "b.md").out.splitlines()
    of = f"(of the reading en-1, now {SHIPPED['en']})"
    assert said[0] == f"Entries of lintwords-baseline.toml {of} that hit nothing in what was " \
        "checked: 1"
    assert "from [China] in march" in said[2]


def test_audit_says_nothing_of_readings_that_are_the_same(here, lintwords):
    lintwords("check", "a.md", "--baseline-write")
    Path("a.md").write_text(f"{FOUND} China banned all protests.\n")
    assert "reading" not in lintwords("audit", "a.md").out


def test_the_shipped_reading_is_kept_as_it_is(tmp_path):
    command = [sys.executable, "-m", "training.kept", "en", str(tmp_path / "kept")]
    done = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, timeout=60)
    head = tmp_path / f"kept/{SHIPPED['en']}.toml"
    assert (done.stdout, done.stderr) == (f"{head}\n", "")
    assert sorted(path.name for path in head.parent.iterdir()) == [
        f"{SHIPPED['en']}.bin", head.name
    ]
    assert api.Linter(readings=[head]).lint(FOUND) == api.Linter().lint(FOUND)
