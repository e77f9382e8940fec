"""What `check --diff` tells does not hang on how git is set up.

One repository holds every kind of change; it is asked under settings, attributes and variables of
git that change what git answers to people. The same findings must come each time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import fakes
import pytest
import wordfiles

from lintwords import api
from lintwords.cli.main import main
from lintwords.sift.changed_lines import Changes, since

JAILED = "Ruritania jailed her.\n"
OLD = f"{JAILED}Calm.\n\nOne.\nTwo.\n{JAILED}Three.\n"
# nine lines apart from a change is far for a diff without context, and near for one with it
NEW = f"{JAILED}Calm words.\n\nOne.\nTwo.\n{JAILED}Three.\n{JAILED}"


def git(*args: str) -> None:
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org",
           "-c", "protocol.file.allow=always", "-c", "core.autocrlf=false")
    subprocess.run(["git", *who, *args], check=True, capture_output=True)


def write(name: str, data: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "a state")


def without_git(patch: pytest.MonkeyPatch) -> None:
    """Takes away what the environment says to git."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        patch.delenv(name)


def change(folder: Path, patch: pytest.MonkeyPatch, before: str, after: str) -> None:
    """Makes `folder` a repository, and the current folder, in which a.md changed."""
    patch.chdir(folder)
    without_git(patch)
    git("init", "-q", "--template=")
    write("a.md", before)
    commit()
    write("a.md", after)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one change of each kind since its only commit, and its submodule."""
    root = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        without_git(patch)
        (root / "module").mkdir()
        (root / "home").mkdir()
        patch.chdir(root / "module")
        git("init", "-q", "--template=")
        write("old.md", JAILED)
        write("both.md", OLD)
        commit()
        patch.chdir(root / "home")
        git("init", "-q", "--template=")
        write(".gitattributes", "attr.md diff=strange\nplain.md -diff\n")
        for name in ("a.md", "sub/ä b\"t.md", "attr.md", "plain.md", "crlf.md", "same.md",
                     "moved.md", "as_it_was.md", "mode.md", "gone.md",
                     "sub/deep/c.md"):
            write(name, OLD)
        write("same.docx", wordfiles.word(wordfiles.par("Ruritania jailed her.")))
        write("new.docx", wordfiles.word(wordfiles.par("Calm.")))
        git("submodule", "add", "-q", str(root / "module"), "module")
        commit()
        for name in ("a.md", "sub/ä b\"t.md", "attr.md", "plain.md", "module/both.md"):
            write(name, NEW)
        write("crlf.md", NEW.replace("\n", "\r\n"))
        write("sub/deep/c.md", NEW.replace("\n", "\r"))  # no line of git, eight of a reader
        write("new.docx", wordfiles.word(wordfiles.par("Ruritania jailed her.")))
        Path("moved.md").rename("renamed.md")
        write("renamed.md", NEW)
        Path("mode.md").chmod(0o755)
        Path("same.md").touch()
        Path("gone.md").unlink()
        git("add", "renamed.md")
        Path("as_it_was.md").rename("sub/as_it_was.md")
        git("add", "-A", "as_it_was.md", "sub/as_it_was.md")
        write("fresh/one.md", JAILED)
        write("module/fresh.md", JAILED)
        write("ignored.md", JAILED)
        write(".git/info/exclude", "ignored.md\n")
    return root


@pytest.fixture
def repository(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it for one test; the current folder is `home` in it."""
    without_git(monkeypatch)
    monkeypatch.setattr("lintwords.run.linter_choice.load", fakes.load)
    root = tmp_path / "root"
    shutil.copytree(made, root, symlinks=True)
    monkeypatch.chdir(root / "home")
    return root


PLACES = {
    "a.md:8", 'sub/ä b"t.md:8', "attr.md:8", "plain.md:8", "crlf.md:8", "renamed.md:8",
    "fresh/one.md:1", "ignored.md:1", "module/both.md:8", "module/fresh.md:1",
    "sub/deep/c.md:1", "sub/deep/c.md:6", "sub/deep/c.md:8", "new.docx:1",
}


def places(folder: Path | None = None) -> set[str]:
    home = (folder or Path()).resolve()
    paths = [home, home / "ignored.md", home / "other.md"]
    report = api.check([path for path in paths if path.exists()], since="HEAD")
    return {
        f"{finding.path.resolve().relative_to(home).as_posix()}:{finding.at.line}"
        for finding in report.findings
    }


def test_each_kind_of_change_is_told(repository: Path) -> None:
    assert places() == PLACES


SETTINGS = {
    "relative": "[diff]\nrelative = true",
    "no prefix": "[diff]\nnoprefix = true",
    "mnemonic prefix": "[diff]\nmnemonicPrefix = true",
    "own prefixes": '[diff]\nsrcPrefix = "@@ -1 +1 @@"\ndstPrefix = "x"',
    "quoted paths": "[core]\nquotePath = true",
    "external diff": "[diff]\nexternal = true",
    "external diff of a kind": '[diff "strange"]\ncommand = true',
    "text conversion": '[diff "strange"]\ntextconv = echo',
    "a kind that is no text": '[diff "strange"]\nbinary = true',
    "colour": "[color]\nui = always\ndiff = always\n[diff]\ncolorMoved = zebra",
    "context": "[diff]\ncontext = 20",
    "context between": "[diff]\ninterHunkContext = 20",
    "function context": "[diff]\nwsErrorHighlight = all",
    "renames": "[diff]\nrenames = copies",
    "no renames": "[diff]\nrenames = false",
    "algorithm": "[diff]\nalgorithm = patience",
    "indents": "[diff]\nindentHeuristic = false",
    "order": "[diff]\norderFile = /nowhere/at/all",
    "submodules unseen": '[diff]\nignoreSubmodules = all\n[submodule "module"]\nignore = all',
    "submodules as a log": "[diff]\nsubmodule = log\n[status]\nsubmoduleSummary = true",
    "submodules as a diff": "[diff]\nsubmodule = diff",
    "no refresh": "[diff]\nautoRefreshIndex = false",
    "line ends": "[core]\nautocrlf = true\nsafecrlf = true",
    "line ends of another system": "[core]\neol = crlf",
    "modes": "[core]\nfileMode = false",
    "blank": "[diff]\nsuppressBlankEmpty = true\n[core]\nwhitespace = cr-at-eol",
    "everything ignored": "[core]\nexcludesFile = {home}/all",
    "a lying monitor": "[core]\nfsmonitor = true",
    "a pager": "[core]\npager = false\n[pager]\ndiff = true",
    "small files are big": "[core]\nbigFileThreshold = 1",
    "columns": "[column]\nui = always",
    "attributes": "[core]\nattributesFile = {home}/attributes",
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("is_own", [True, False], ids=["of the user", "of the repository"])
def test_settings_of_git_change_nothing(
    repository: Path, monkeypatch: pytest.MonkeyPatch, setting: str, is_own: bool
) -> None:
    (repository / "all").write_text("*\n")
    (repository / "attributes").write_text("*.md diff=strange text eol=crlf\n")
    setting = setting.format(home=repository)
    if is_own:
        (repository / "config").write_text(f"{setting}\n")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(repository / "config"))
    else:
        with Path(".git/config").open("a") as file:
            file.write(f"\n{setting}\n")
    assert places() == PLACES


RUN = "touch '{root}/run'; echo calm"
FILTERS = {
    "clean": '[filter "f"]\nclean = "{run}"',
    "clean that must be": '[filter "f"]\nclean = "{run}"\nrequired = true',
    "process": '[filter "f"]\nprocess = "{run}"\nrequired = true',
    "written large": '[FILTER "f"]\nCLEAN = "{run}"',
    "of another file": "[include]\npath = {root}/config",
    "a monitor": '[core]\nfsmonitor = "{run}"',
}


@pytest.mark.parametrize("module", ["", "module"], ids=["here", "in a submodule"])
@pytest.mark.parametrize("name", ["f", "a=b.c"], ids=["plain", "odd"])
@pytest.mark.parametrize("setting", FILTERS.values(), ids=FILTERS)
def test_no_program_of_a_repository_is_run(
    repository: Path, setting: str, name: str, module: str
) -> None:
    inner = Path(".git/modules/module") if module else Path(".git")
    run = RUN.format(root=repository)
    (repository / "config").write_text(f'[filter "{name}"]\nclean = "{run}"\n')
    with (inner / "config").open("a") as file:
        file.write("\n" + setting.format(run=run, root=repository).replace('"f"', f'"{name}"'))
    (inner / "info").mkdir(exist_ok=True)
    (inner / "info/attributes").write_text(f"*.md filter={name}\n")
    assert places() == PLACES
    assert not (repository / "run").exists()


@pytest.mark.parametrize("setting", [
    '[filter "f"]\nclean = "{run}"', '[diff "f"]\ntextconv = "{run}"',
    '[core]\nfsmonitor = "{run}"',
])
def test_who_wrote_a_line_is_asked_without_a_program_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ignored = "<!-- lintwords: ignore conflation: quoted -->\nChina jailed her.\n"
    change(tmp_path, monkeypatch, ignored, ignored)
    write(".git/info/attributes", "*.md filter=f diff=f\n")
    with Path(".git/config").open("a") as file:
        file.write("\n" + setting.format(run=RUN.format(root=tmp_path)))
    main(["audit", "--isolated", "."])
    assert "Nobody" in capsys.readouterr().out
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("address", ["ssh://x/y", "ext::touch {root}/run", "{root}"])
def test_what_a_repository_lacks_is_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    change(tmp_path, monkeypatch, JAILED, OLD)
    told = subprocess.run(["git", "rev-parse", "HEAD:a.md"], capture_output=True, check=True)
    lost = told.stdout.decode().strip()
    Path(".git/objects", lost[:2], lost[2:]).unlink()
    run = f"touch '{tmp_path}/run'"
    for key, value in {
        "extensions.partialClone": "far", "remote.far.promisor": "true",
        "remote.far.url": address.format(root=tmp_path),
        "remote.far.uploadpack": run, "core.sshCommand": run, "protocol.ext.allow": "always",
    }.items():
        git("config", key, value)
    assert main(["check", "--isolated", "--diff", "HEAD", "."]) == 2
    assert "git diff HEAD fetches it" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_a_commit_that_is_replaced_is_still_what_its_name_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(tmp_path, monkeypatch, "Calm.\n", "China jailed her.\n")
    commit()
    git("tag", "new")
    git("reset", "-q", "--hard", "HEAD~1")
    git("replace", "HEAD", "new")
    write("a.md", "China jailed her.\n")
    assert main(["check", "--isolated", "--diff", "HEAD", "."]) == 1


POINTER = (
    "version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {size}\n"
)


@pytest.mark.parametrize(
    ("text", "staged", "found"),
    [
        pytest.param(NEW, "", set(), id="as it was"),
        pytest.param(f"{NEW}Calm.\n", "", {"1", "6", "8"}, id="other than it was"),
        pytest.param(NEW, NEW, {"1", "6", "8"}, id="now kept without"),
    ],
)
def test_a_file_that_git_lfs_keeps_is_changed_as_a_whole_or_not(
    repository: Path, text: str, staged: str, found: set[str]
) -> None:
    git("reset", "-q", "--hard")
    data = NEW.encode()
    write("large.md", POINTER.format(digest=hashlib.sha256(data).hexdigest(), size=len(data)))
    commit()
    if staged:
        write("large.md", staged)
        git("add", "large.md")
    write("large.md", text)
    lines = {place.split(":")[1] for place in places() if place.startswith("large.md")}
    assert lines == found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIFF_OPTS", "--unified=20"), ("GIT_EXTERNAL_DIFF", "true"), ("GIT_TRACE", "1"),
        ("GIT_LITERAL_PATHSPECS", "1"), ("GIT_ICASE_PATHSPECS", "1"),
        ("GIT_NOGLOB_PATHSPECS", "1"), ("GIT_DIR", "{root}/module/.git"),
        ("GIT_WORK_TREE", "{root}/module"), ("GIT_INDEX_FILE", "{root}/none"),
        ("GIT_PREFIX", "sub/"), ("GIT_OBJECT_DIRECTORY", "{root}/none"),
        ("GIT_CONFIG_PARAMETERS", "'diff.noprefix'='true' 'diff.context'='9'"),
        ("GIT_PAGER", "false"), ("GIT_ATTR_SOURCE", "HEAD"), ("LC_ALL", "de_DE.UTF-8"),
    ],
)
def test_variables_of_git_change_nothing(
    repository: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value.format(root=repository))
    assert places() == PLACES


@pytest.mark.parametrize("flag", ["assume-unchanged", "skip-worktree"])
@pytest.mark.parametrize("module", ["", "module"], ids=["here", "in a submodule"])
def test_files_that_git_is_told_not_to_look_at_are_looked_at(
    repository: Path, module: str, flag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["both.md"] if module else [
        "a.md", "sub/ä b\"t.md", "attr.md", "plain.md", "crlf.md", "same.md", "renamed.md",
        "sub/deep/c.md", "new.docx", "gone.md",
    ]
    with monkeypatch.context() as patch:
        patch.chdir(module or ".")
        git("update-index", f"--{flag}", *names)
    assert places() == PLACES


def test_a_folder_inside_the_repository_tells_the_same(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path().resolve()
    monkeypatch.chdir("sub/deep")
    with (home / ".git/config").open("a") as file:
        file.write("[diff]\nrelative = true\n")
    assert places(home) == PLACES


def test_a_repository_that_only_variables_tell_of_is_asked(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "apart").mkdir()
    Path("module").rename(repository / "kept")  # its own repository would be found again
    Path(".git").rename(repository / "apart/.git")
    monkeypatch.setenv("GIT_DIR", str(repository / "apart/.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(Path().resolve()))
    assert places() == {place for place in PLACES if not place.startswith("module/")}


def test_nothing_is_written_in_the_repository(repository: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in Path(".git").rglob("*")}
    since("HEAD")
    assert {path: path.stat().st_mtime_ns for path in Path(".git").rglob("*")} == before


def test_what_git_does_not_know_is_told(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "-q", "--diff", "HEAD", str(repository / "module")]) == 1
    assert capsys.readouterr().out.count("country-as-abuser") == 3  # outside this repository


def test_standard_input_is_new_unless_it_is_a_file_that_git_knows(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    for name, code in (("", 1), ("unknown.md", 1), ("same.md", 0), ("a.md", 1)):
        stdin = io.TextIOWrapper(io.BytesIO(NEW.encode()))
        monkeypatch.setattr("sys.stdin", stdin)
        named = ["--stdin-name", name] if name else []
        assert main(["check", "-q", "--diff", "HEAD", "-", *named]) == code, name


@pytest.mark.parametrize(("name", "code"), [("same.docx", 0), ("new.docx", 2), ("x.docx", 2)])
def test_what_cannot_be_read_is_news_only_where_it_changed(
    repository: Path, name: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    git("reset", "-q", "--hard")
    write("same.docx", b"broken")
    commit()
    write("new.docx", b"broken")
    write("x.docx", b"broken")
    assert main(["check", "--diff", "HEAD", name]) == code


def test_a_finding_over_two_lines_is_told_if_its_last_line_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.touch()
    finding = fakes.finding("Ruri\ntania won.", "Ruri\ntania", path=str(path))
    place, top = os.path.realpath(path), os.path.realpath(tmp_path)
    assert Changes({place: (range(2, 3),)}, top).holds(finding)
    assert not Changes({place: (range(3, 9),)}, top).holds(finding)
    assert not Changes({place: (range(2, 2),)}, top).holds(finding)  # only lines that went


@pytest.mark.parametrize(("before", "after", "found"), [
    pytest.param("China\nmet a poet.\n", "China\njailed a poet.\n", 1, id="reworded"),
    pytest.param("China\nnever once\njailed a poet.\n", "China\njailed a poet.\n", 1,
                 id="a line went"),
    pytest.param("China\njailed a poet. It rained.\nWe met.\n",
                 "China\njailed a poet. It rained.\nWe left.\n", 0, id="another sentence"),
])
def test_a_finding_is_told_where_its_sentence_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, found: int
) -> None:
    change(tmp_path, monkeypatch, before, after)
    assert len(api.check([Path("a.md")], since="HEAD").findings) == found


SAID = "China jailed a poet.\n"
IGNORE = "<!-- lintwords: ignore country-as-abuser: a title -->\n\n"


@pytest.mark.parametrize(("before", "after", "lines"), [
    pytest.param(f"{IGNORE}{SAID}", SAID, {1}, id="a comment went"),
    pytest.param(f"{IGNORE.replace('ignore', 'ignore-file')}It rained.\n\n{SAID}",
                 f"It rained.\n\n{SAID}", {3}, id="a comment for the file went"),
    pytest.param(f"Rain.\n\n```\n{SAID}```\n", f"Rain.\n\n{SAID}", {3}, id="a fence went"),
    pytest.param(f"<!--\n\n{SAID}\n-->\n", f"\n\n{SAID}\n\n", {3}, id="a comment of the format"),
    pytest.param(f"{SAID}\nIt rained.\n", f"{SAID}\n```\nrain\n```\n", set(), id="a fence came"),
    pytest.param(f"{IGNORE}{SAID}\n{SAID}", f"{SAID}\n{SAID}", {1}, id="said twice"),
])
def test_what_a_change_lays_bare_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, lines: set[int]
) -> None:
    change(tmp_path, monkeypatch, before, after)
    report = api.check([Path("a.md")], since="HEAD")
    assert len(report.findings) == len(lines)
    if before.count(SAID) == 1:
        assert {one.at.line for one in report.findings} == lines
