"""The project: installs find their rules, layers hold, the README is true, no names in code."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tables

import lintwords
from lintwords.files.shipped import rules_folder
from lintwords.readers import SUFFIXES
from lintwords.reports import REPORTS

ROOT = Path(__file__).parents[1]
IN_WHEEL = ("lintwords", "rules", "pyproject.toml", "README.md", "LICENSE")
RELEASE = ROOT / "examples" / "lawyers.md"
IN_PACK = "Name who acts: {government}, not {country}"
IN_REPORT = "Name who acts: the Chinese government, not China"


def settings() -> dict[str, Any]:
    return tables.read(ROOT / "pyproject.toml")


def blocks(kind: str) -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    return [
        body for mark, body in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S)
        if kind in ("", mark)
    ]


# -- installs -----------------------------------------------------------------------------------


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the checkout, so that its rules can be changed."""
    copy = tmp_path / "source"
    copy.mkdir()
    for name in IN_WHEEL:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """A fresh environment that sees the dependencies of this one, and pip, without a download."""
    pytest.importorskip("pip")
    pytest.importorskip("hatchling")
    folder = tmp_path / "venv"
    venv.create(folder, with_pip=False)
    here = "Scripts" if os.name == "nt" else "bin"
    python = folder / here / Path(sys.executable).name
    if not python.exists():
        python = folder / here / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(said(python, "-c", where).strip())
    others = [path for path in sys.path if path.endswith("site-packages")]
    # paths in a .pth file come last, so what is installed here wins
    (site / "dependencies.pth").write_text("\n".join(others), "utf-8")
    return python


def said(python: Path, *args: str, cwd: Path | None = None, code: int = 0) -> str:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [python, *args], capture_output=True, encoding="utf-8", cwd=cwd, env=env, check=False
    )
    assert done.returncode == code, done.stderr + done.stdout
    return done.stdout


def install(python: Path, *args: str | Path) -> None:
    flags = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--no-compile")
    said(python, "-m", "pip", "install", *flags, *map(str, args))


def report(python: Path, cwd: Path) -> str:
    command = "import sys; from lintwords.cli.main import main; sys.exit(main())"
    return said(python, "-c", command, "check", str(RELEASE), cwd=cwd, code=1)


def folder_of(python: Path, cwd: Path) -> Path:
    command = "from lintwords.files.shipped import rules_folder; print(rules_folder())"
    return Path(said(python, "-c", command, cwd=cwd).strip())


def retitle(source: Path) -> None:
    pack = source / "rules" / "en" / "conflation.toml"
    text = pack.read_text("utf-8")
    assert IN_PACK in text
    pack.write_text(text.replace(IN_PACK, "A title of our own"), "utf-8")


def test_checkout_finds_the_rules_beside_the_package() -> None:
    assert rules_folder() == Path(lintwords.__file__).parents[1] / "rules"


def test_wheel_carries_the_rules(source: Path, python: Path, tmp_path: Path) -> None:
    install(python, source)
    assert folder_of(python, tmp_path).parts[-3:] == ("site-packages", "lintwords", "rules")
    before = report(python, tmp_path)
    retitle(source)
    assert IN_REPORT in before
    assert report(python, tmp_path) == before, "a wheel depends on the folder it was built in"


def test_editable_install_sees_a_changed_rule(
    source: Path, python: Path, tmp_path: Path, rules_of_mentions: Path
) -> None:
    shutil.rmtree(source / "rules")  # changed rules are built anew
    shutil.copytree(rules_of_mentions, source / "rules")
    install(python, "--editable", source)
    assert folder_of(python, tmp_path) == source / "rules"
    assert IN_REPORT in report(python, tmp_path)
    retitle(source)
    after = report(python, tmp_path)
    assert "A title of our own" in after
    assert IN_REPORT not in after


# -- what the project says of itself ------------------------------------------------------------


def test_imports_point_down_the_layers() -> None:
    lint_imports = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if lint_imports is None:
        pytest.skip("import-linter is not installed")
    done = subprocess.run(
        [lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_folder_of_the_package_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "lintwords").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_readme_opens_with_the_two_commands() -> None:
    first, second = blocks("")[:2]
    assert [first, second] == blocks("sh")[:2]
    assert "lintwords check examples/" in first
    assert '-e ".[dev]"' in second
    assert ".ci/checks" in second


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / ".ci").iterdir()))
def test_ci_is_a_program(name: str) -> None:
    assert os.access(ROOT / ".ci" / name, os.X_OK)


def test_ci_takes_its_command_from_the_readme() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "block", "2"], capture_output=True, encoding="utf-8",
        check=True,
    )
    assert done.stdout == blocks("sh")[1]
    assert ".ci/block 2" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_readme_names_every_output_and_every_format() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in REPORTS if f"`{name}`" not in text] == []
    shown = {
        "markdown": "Markdown", "html": "HTML", "text": "plain text", "docx": "Word", "pdf": "PDF",
        "rst": "reStructuredText", "asciidoc": "AsciiDoc", "odt": "OpenDocument", "eml": "mail",
        "data": "JSON, YAML", "rtf": "RTF", "pptx": "PowerPoint", "epub": "EPUB",
        "subtitles": "subtitles",
    }
    assert [name for name in set(SUFFIXES.values()) if shown[name] not in text] == []


def test_every_dependency_says_what_it_is_for() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    named = [*settings()["project"]["dependencies"]]
    named += [item for row in settings()["project"]["optional-dependencies"].values()
              for item in row]
    bare = [item for item in named if not any(f'"{item}", # ' in line for line in lines)]
    assert bare == []


def test_code_names_no_country() -> None:
    names = tables.read(ROOT / "rules" / "en" / "names.toml")["names"]
    words = [*names["country"], *names["adjective"], *names["capital"], *names["formal"]]
    any_name = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for path in sorted((ROOT / "lintwords").rglob("*.py"))
        for node in strings(ast.parse(path.read_text("utf-8")))
        if any_name.search(node.value)
    ]
    assert found == []


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """The texts in a module that are no docstrings."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node
