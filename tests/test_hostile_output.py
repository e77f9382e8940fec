"""Whatever stands in texts, names and packs: no output moves a terminal or commands a server.

All commands and report formats are driven; a new one is driven too, by the tables in the code.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
import yaml

from lintwords import reports
from lintwords.cli import terminal
from lintwords.cli.main import lintwords, main

pytestmark = pytest.mark.usefixtures("own_rules")

EVIL = "\x1b[95m\x1b]0;x\x07\x9b2J\u202ered\u2066\r"
SPOKEN = "::error file=a::own ##[error]own ##vso[task.complete]own ::set-output name=x::y"
FORGED = "\nWritten: 3 files\r\nWritten: 3 files."
TEXT = (
    f"{SPOKEN}\n\nChina jailed five {EVIL.strip()} lawyers.\n{SPOKEN}\n\n"
    f"China jailed her. {SPOKEN} [x](::warning::y)\n\nThey saw five lawyers {EVIL.strip()}.\n"
)
NAMES = (
    "a.md", "::error::b.md", f"c{EVIL.replace('/', '')}.md", "d\n::error::x\n##[error]y.md",
    "##vso[x]e.md",
)
RULE = f"""
[[rule]]
id = "own-rule"
category = "euphemism"
severity = "error"
title = {json.dumps(f"{SPOKEN} {EVIL} title{FORGED}")}
why = {json.dumps(f"{SPOKEN} {EVIL}. Why.")}
phrase = "five lawyers"
instead = [{json.dumps(f"{SPOKEN} {EVIL} words")}]
ok-when = [{json.dumps(f"{SPOKEN} {EVIL}")}]
contested = {json.dumps(f"{SPOKEN} {EVIL}")}

[[rule.source]]
title = {json.dumps(f"{SPOKEN} {EVIL}")}
publisher = {json.dumps(f"{SPOKEN} {EVIL}")}
date = "2021-02-18"
url = {json.dumps(f"http://x/{SPOKEN} {EVIL}")}
supports = {json.dumps(f"{SPOKEN} {EVIL}")}

[[rule.example]]
text = {json.dumps(f"{SPOKEN} {EVIL} They jailed five.")}
finds = ["five"]
note = {json.dumps(f"{SPOKEN} {EVIL}")}
"""
IGNORE = f"<!-- lintwords: ignore conflation: {SPOKEN} {EVIL.strip()} -->\n"
PACK = ["--pack", "own.toml"]

# what each command is asked; the keys are held to the commands there are
ASKED: dict[str, list[list[str]]] = {
    "check": [
        [".", *PACK], [".", *PACK, "-v"], [".", *PACK, "-q"], [".", "--explain-mentions"],
        [".", "--statistics", "--group-by", "file"], [".", *PACK, "--group-by", "rule"],
        [".", "--color", "always", *PACK], [f"none{EVIL}\n::error::x.md"],
        [".", "--baseline-write"],
        [".", "--select", f"{SPOKEN}{EVIL}"], [".", "--debug", f"--encoding={SPOKEN}\n::x::{EVIL}"],
        ["-", "--stdin-name", f"{EVIL}\n{SPOKEN}.md"], [".", "--config", f"{EVIL}\n{SPOKEN}"],
        ["a.md", "-o", f"no{EVIL}\n{SPOKEN}/x"], ["a.md", "-o", f"no{EVIL}\n::error::x/y"],
        ["--isolated", "--pack", f"no{EVIL}\n::error::x/y.toml", "a.md"],
        [".", "--diff", f"{SPOKEN}{EVIL}"],
        *([".", *PACK, "-f", name] for name in reports.REPORTS),
    ],
    "fix": [["--diff", "."], ["--diff", "-"], ["--diff", ".", "--unsafe-fixes", *PACK], ["."]],
    "review": [["--plain", ".", *PACK], ["--plain", "a.md", "-o", f"no{EVIL}\n::error::x/y.html"]],
    "audit": [["."], [f"none\n{SPOKEN}"]],
    "report-false-alarm": [["a.md", "--words"], [f"none\n{SPOKEN}"]],
    "explain": [["own-rule", *PACK], ["own-rule", *PACK, "--color", "always"],
                [f"{SPOKEN}{EVIL}\n::x::y"]],
    "init": [["--show"], [f"none{EVIL}\n{SPOKEN}"], []],
    "rules list": [PACK], "rules filters": [PACK, ["own-rule", *PACK], [f"{SPOKEN}{EVIL}\n::x::y"]],
    "rules classes": [PACK, [f"{SPOKEN}{EVIL}\n::x::y"]],
    "rules test": [["own.toml"]],
    "rules new": [[f"{SPOKEN}{EVIL}"], ["a-b", "-o", f"none/{EVIL}\n{SPOKEN}"],
                  ["c-d", "-o", f"x{EVIL}\n::error::y.toml"]],
    "rules export": [["--to", "vale", *PACK], ["--to", "tbx", *PACK],
                     ["--to", "vale", "-o", f"x{EVIL}\n::error::y"],
                     ["--to", "vale", "-o", f"a.md/{EVIL}\n{SPOKEN}"],
                     ["--to", f"{SPOKEN}{EVIL}"]],
    # what they say once they serve goes to programs, in JSON; before, to a person
    "serve": [["--config", f"{EVIL}\n{SPOKEN}"], ["--pack", f"none{EVIL}\n{SPOKEN}"],
              ["--lang", f"{SPOKEN}\n::x::{EVIL}"], [f"{EVIL}\n{SPOKEN}"]],
    "lsp": [[f"{EVIL}\n{SPOKEN}"], [f"--stdio={SPOKEN}\n::x::{EVIL}"]],
    "corpus": [["a.md", "--out", "made"], [f"none{EVIL}\n{SPOKEN}", "--out", "made"],
               ["a.md", "--out", f"x{EVIL}\n::error::y"],
               ["a.md", "--out", "made", "--scheduler", f"{SPOKEN}{EVIL}\n::x::"]],
    "completion": [[f"{SPOKEN}{EVIL}\n::error::x"]],
}
OURS = re.compile(r"\x1b\[[0-9;]*m")  # colours, where they were asked for
COMMAND = re.compile(r"^\s*::[\w-]+.*::|##\[|##vso\[|^\s*##teamcity\[", re.MULTILINE)
ANSWERS = f"1\ne\n{SPOKEN}\ni\nh\n{SPOKEN} {EVIL.strip()}\nd\nzz{EVIL.strip()}\nw\n\nn\nd\nq\nk\n"


def commands() -> set[str]:
    with click.Context(lintwords) as ctx:
        names = set(lintwords.list_commands(ctx))
        group = lintwords.get_command(ctx, "rules")
        assert isinstance(group, click.Group)
        return (names - {"rules"}) | {f"rules {name}" for name in group.list_commands(ctx)}


def test_every_command_is_asked() -> None:
    assert set(ASKED) == commands()


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Path("own.toml").write_text(RULE, "utf-8")
    for number, name in enumerate(NAMES):
        if os.name != "nt" or name == "a.md":
            text = (IGNORE if number == 1 else "") + TEXT
            Path(name).write_text(text, "utf-8", newline="")
    Path("f\n::error::x.md").write_bytes(b"China \0")


class _Stdin(io.StringIO):
    buffer = io.BytesIO()


def said(args: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What a command writes to standard output and to standard error."""
    stdin = _Stdin(ANSWERS)
    stdin.buffer = io.BytesIO(TEXT.encode())
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2)]
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    assert main(args) in (0, 1, 2)
    for stream in streams:
        stream.flush()
    out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams)  # type: ignore[attr-defined]
    return out, err


def raw(text: str) -> set[str]:
    """The characters that a terminal obeys, but for the ends of lines."""
    text = text.replace("\r\n", "\n").replace("\n", "").replace("\t", "")
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")}


@pytest.mark.parametrize(
    ("command", "more"),
    [pytest.param(name, more, id=f"{name} {' '.join(more)[:40]!a}")
     for name, rows in ASKED.items() for more in rows],
)
def test_no_output_commands(
    command: str, more: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err = said([*command.split(), *more], monkeypatch)
    assert out or err
    if "--color" in more:
        assert "\x1b[95m" not in out  # a colour of nobody but the texts
        out = OURS.sub("", out)
    is_github = "github" in more
    for text in (out, err):
        assert raw(text) == set()
        lines = [line for line in text.split("\n") if COMMAND.search(line)]
        if is_github and text is out:
            assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)
            assert not any("##" in line and re.search(r"##(vso|teamcity)?\[", line)
                           for line in lines)
        else:
            assert lines == []
        assert not any(line.startswith("Written: 3 files") for line in text.splitlines())
        assert not re.search(r"^\s*<U\+003A>:(error|x)::[xy]", text, re.MULTILINE)  # of a name


@pytest.mark.parametrize("name", reports.REPORTS)
def test_a_report_says_the_same_after_all(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Escapes of JSON and XML are read back as what was there."""
    out, _ = said(["check", "a.md", *PACK, "-f", name], monkeypatch)
    if name in ("json", "sarif", "gitlab", "rdjson"):
        assert json.dumps(json.loads(out), ensure_ascii=False).count("##[error]own") > 0
    elif name == "jsonl":
        rows = [json.loads(line) for line in out.splitlines()]
        assert any("##[error]own" in json.dumps(row) for row in rows)
    elif name in ("checkstyle", "junit"):
        assert b"##[error]own" in ElementTree.tostring(ElementTree.fromstring(out))


def test_settings_in_a_folder_with_a_line_in_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("d\n::error::y")
    folder.mkdir()
    for text in ('packs = ["no.toml"]', "packs = 1", "[names]\nfile = 'no.toml'", "x = ["):
        (folder / "lintwords.toml").write_text(text, "utf-8")
        (folder / "a.md").write_text(TEXT, "utf-8")
        _, err = said(["check", str(folder)], monkeypatch)
        assert "<U+000A>" in err
        assert not re.search(r"^\s*(::|<U\+003A>:)error::y", err, re.MULTILINE)


def test_what_is_written_for_other_programs_is_read_by_them(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    for target in ("vale", "tbx"):
        said(["rules", "export", "--to", target, "-o", target, *PACK], monkeypatch)
    style = yaml.safe_load(Path("vale/styles/lintwords/own-rule.yml").read_text("utf-8"))
    assert "##[error]own" in style["message"]
    assert raw(Path("vale/styles/lintwords/own-rule.yml").read_text("utf-8")) == set()
    terms = Path("tbx/lintwords.tbx").read_text("utf-8")
    assert raw(terms) == set()
    entries = ElementTree.fromstring(terms.encode()).iter("termEntry")
    assert any((one.get("id") or "").startswith("own-rule") for one in entries)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n::error::b\n", "a\n<U+003A>:error::b\n"),
        ("  ::group::b\n", "  <U+003A>:group::b\n"),
        ("Code::\n\n::\n\n  x\n", "Code::\n\n::\n\n  x\n"),
        ("a ##[error]b ##vso[x]c", "a <U+0023>#[error]b <U+0023>#vso[x]c"),
        ("## [a](b)\n", "## [a](b)\n"),
        ("a\r\nb\rc\x1b[0m", "a\r\nb<U+000D>c<U+001B>[0m"),
        ("\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"),
        ("新疆\t— ü 👩", "新疆\t— ü 👩"),
    ],
)
def test_what_is_escaped(text: str, shown: str) -> None:
    assert terminal.guarded(text) == shown


def test_our_own_colours_pass_where_they_are_asked_for() -> None:
    assert terminal.guarded("\x1b[31mred\x1b[0m\x1b[2J", painted=True) == (
        "\x1b[31mred\x1b[0m<U+001B>[2J"
    )
