"""Which files a path stands for: first what is left out, then what is found, in what order."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from lintwords.cli.main import main as lintwords
from lintwords.files.bounds import LARGEST
from lintwords.model import Cannot
from lintwords.run.discovery import discover

SUFFIXES = (".md", ".txt")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def files(*paths: str) -> list[str]:
    return [path.as_posix() for path in discover([*map(Path, paths)], SUFFIXES).files]


def ignore(text: str, folder: str = ".") -> None:
    Path(folder, ".gitignore").write_text(text)


def test_hidden_entries_caches_and_other_suffixes_are_left_out(tree: Path) -> None:
    make(".git/a.md", ".venv/a.md", ".hidden/a.md", "node_modules/a.md", "x/node_modules/y/a.md",
         "__pycache__/a.md", ".a.md", "a.docx", "md", "a.md.bak")
    assert files(".") == []


def others(*paths: str) -> list[str]:
    return [path.as_posix() for path in discover([*map(Path, paths)], SUFFIXES).others]


def test_documents_that_are_not_read_are_found_beside_the_others(tree: Path) -> None:
    make("a.md", "b.doc", "C.XLSX", "sub/d.mobi")
    make("f.png", "g.py", "h.zip", "i", "j.docx")
    assert others(".") == ["C.XLSX", "b.doc", "sub/d.mobi"]
    assert files(".") == ["a.md"]  # .docx is read elsewhere, so it is neither


@pytest.mark.parametrize(
    ("name", "data", "is_document"),
    [
        ("a.dot", b"digraph {}", False), ("a.dot", b"\xd0\xcf\x11\xe0..", True),
        ("a.pot", b'msgid ""', False), ("a.pub", b"ssh-rsa AAAA", False),
        ("a.msg", b"int32 x", False), ("a.MSG", b"\xd0\xcf\x11\xe0", True),
        ("a.key", b"-----BEGIN PRIVATE KEY-----", False), ("a.key", b"PK\3\4", True),
    ],
)
def test_a_suffix_of_code_or_keys_is_looked_at(
    tree: Path, name: str, data: bytes, is_document: bool
) -> None:
    Path(name).write_bytes(data)
    assert others(".") == ([name] if is_document else [])


def test_what_is_left_out_of_a_walk_is_left_out_there_too(tree: Path) -> None:
    make(".b.doc", ".hidden/c.doc", "node_modules/d.doc", "e.doc", "~$f.doc", "~$f.md", "sub/g.doc")
    os.symlink("e.doc", "link.doc")
    ignore("e.doc\n")
    assert others(".") == ["sub/g.doc"]
    assert files(".") == []  # what Word lays beside an open file is no document
    found = discover([Path()], SUFFIXES, lambda path: path.name == "sub")
    assert found.others == ()


def test_a_document_that_is_named_too_comes_once(tree: Path) -> None:
    make("a.doc", "b.doc")
    assert (files("b.doc", "."), others("b.doc", ".")) == (["b.doc"], ["a.doc"])


@pytest.mark.parametrize(
    ("names", "named", "read"),
    [
        pytest.param(["x.pages/Index.zip", "x.pages/a.md"], ["x.pages"], [], id="a document"),
        pytest.param(["x.rtfd/TXT.rtf"], ["x.rtfd"], [], id="of another program"),
        pytest.param(["x.pages/a.md"], [], ["x.pages/a.md"], id="a folder of that name"),
        pytest.param(["x.doc/a.md"], [], ["x.doc/a.md"], id="no such kind of folder"),
    ],
)
def test_a_document_may_be_a_folder(
    tree: Path, names: list[str], named: list[str], read: list[str]
) -> None:
    make(*names)
    assert (others("."), files(".")) == (named, read)


def told(*paths: str) -> list[tuple[str, str, str | None]]:
    found = discover([*map(Path, paths)], SUFFIXES, lambda path: path.name.startswith("left"))
    return [(one.path.as_posix(), one.message.split()[1], one.hint.split(",")[0])
            for one in found.cannot if one.path]


def test_links_out_of_a_folder_are_told_and_not_followed(tree: Path) -> None:
    make("out/secret.md", "out/b.md", "out/c.py", "in/a.md", "in/.hidden/d.md")
    links = {
        "folder": "out", "link.md": "out/secret.md", "loop": "in", "again.md": "in/a.md",
        "code.py": "out/c.py", "left.md": "out/secret.md", "ignored.md": "out/secret.md",
        "ignored": "out", "gone.md": "gone.md", "gone": "gone", "kept.md": "in/.hidden/d.md",
    }
    for name, target in links.items():
        os.symlink(tree / target, tree / "in" / name)
    ignore("ignored*\n", "in")
    assert files("in") == ["in/a.md"]
    link = "It is a link"
    assert told("in") == [
        ("in/folder", "read", link),
        ("in/gone.md", "open", "It is a link to a file that is not there."),
        ("in/kept.md", "read", link), ("in/link.md", "read", link),
    ]
    assert told("in", "out/secret.md") == [row for row in told("in") if row[0] != "in/link.md"]
    assert [row[0] for row in told(".")] == ["in/gone.md", "in/kept.md"]


def test_a_pipe_with_the_name_of_a_document_is_told(tree: Path) -> None:
    make("a.md")
    os.mkfifo("pipe.md")
    os.mkfifo("pipe")
    os.mkfifo("left.md")
    assert told(".") == [("pipe.md", "open", "It is neither a file nor a folder.")]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        pytest.param("", ["a.md", "build/b.md", "docs/build/c.md", "docs/d.md"], id="empty"),
        pytest.param("build/\n", ["a.md", "docs/d.md"], id="a folder anywhere"),
        pytest.param("/build/\n", ["a.md", "docs/build/c.md", "docs/d.md"], id="anchored"),
        pytest.param("*.md\n!d.md\n", ["docs/d.md"], id="taken back"),
        pytest.param("docs/\n!docs/d.md\n", ["a.md", "build/b.md"],
                     id="nothing in an ignored folder is taken back"),
        pytest.param("# a.md\n\\#.md\n", ["a.md", "build/b.md", "docs/build/c.md", "docs/d.md"],
                     id="comment"),
        pytest.param("docs/**/c.md", ["a.md", "build/b.md", "docs/d.md"], id="two stars"),
    ],
)
def test_git_ignores_are_kept(tree: Path, patterns: str, left: list[str]) -> None:
    make("a.md", "build/b.md", "docs/build/c.md", "docs/d.md")
    ignore(patterns)
    assert files(".") == left


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param("[z-a].md", ["a.md", "b.md"], id="a range from its end"),
        pytest.param("[z-a]\nb.md\n![z-a]\n", ["a.md"], id="the other lines hold"),
        pytest.param("[[:foo:]]\nb.md", ["a.md"], id="no class"),
        pytest.param("[a--&&]\nb.md", ["a.md"], id="differences"),
        pytest.param("!\n/\nb.md\n", ["a.md"], id="empty"),
    ],
)
def test_a_line_that_is_no_pattern_fits_nothing(
    tree: Path, lines: str, left: list[str], recwarn: pytest.WarningsRecorder
) -> None:
    make("a.md", "b.md")
    ignore(lines)
    assert files(".") == left
    assert not recwarn.list


@pytest.mark.skipif(os.name == "nt", reason="as POSIX has it")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "large"])
@pytest.mark.parametrize("name", [".gitignore", ".git/info/exclude"])
def test_what_is_no_plain_file_or_has_no_end_leaves_nothing_out(
    tree: Path, kind: str, name: str
) -> None:
    make("a.md", ".git/HEAD")
    Path(".git/info").mkdir()
    if kind == "pipe":
        os.mkfifo(name)
    elif kind == "device":
        os.symlink("/dev/zero", name)
    elif kind == "folder":
        os.mkdir(name)
    else:
        Path(name).write_text("a.md\n" + "#" * LARGEST)
    assert files(".") == ["a.md"]


def test_the_nearest_gitignore_decides(tree: Path) -> None:
    make("keep/a.md", "drop/a.md")
    ignore("a.md\n")
    ignore("!a.md\n", "keep")
    assert files(".") == ["keep/a.md"]


def test_ignores_above_the_folder_hold_inside_a_repository(tree: Path) -> None:
    make(".git/HEAD", "docs/a.md", "docs/b.md", "docs/c.md")
    make(".git/info/exclude")
    Path(".git/info/exclude").write_text("b.md\n")
    ignore("/docs/a.md\n")
    assert files("docs") == ["docs/c.md"]


def test_ignores_above_the_folder_do_not_hold_outside_one(tree: Path) -> None:
    make("docs/a.md")
    ignore("a.md\n")
    assert files("docs") == ["docs/a.md"]


def test_what_is_named_is_checked_whatever_ignores_say(tree: Path) -> None:
    make(".git/HEAD", "build/a.md", "odd.xyz", ".hidden.md")
    ignore("*.md\nbuild/\n")
    assert files("build/a.md", "odd.xyz", ".hidden.md") == ["build/a.md", "odd.xyz", ".hidden.md"]


def test_a_named_folder_that_is_ignored_is_walked(tree: Path) -> None:
    make(".git/HEAD", "build/a.md")
    ignore("build/\n")
    assert files("build") == ["build/a.md"]


def test_order_is_as_given_then_by_path_and_each_file_comes_once(tree: Path) -> None:
    make("b/z.md", "b/a/y.txt", "b/c.MD", "a.md")
    os.symlink("a.md", "link.md")
    assert files("b") == ["b/a/y.txt", "b/c.MD", "b/z.md"]
    assert files("b/z.md", ".", "a.md", "link.md", "b/../a.md") == [
        "b/z.md", "a.md", "b/a/y.txt", "b/c.MD",
    ]


def test_standard_input_stays_as_it_is(tree: Path) -> None:
    make("a.md")
    assert files("-", "a.md", "-") == ["-", "a.md"]


def test_trouble_names_the_nearest(tree: Path) -> None:
    make("release.md", "sub/b.md")
    os.symlink("gone.md", "broken.md")
    os.mkfifo("pipe.md")
    names = ["relaese.md", "sub/bb.md", "zzzzz", "no/where.md", "broken.md", "pipe.md"]
    paths = [Path(name) for name in names]
    assert discover(paths, SUFFIXES).cannot == (
        Cannot(paths[0], 'cannot find "relaese.md"', "Did you mean release.md?"),
        Cannot(paths[1], 'cannot find "sub/bb.md"', "Did you mean sub/b.md?"),
        Cannot(paths[2], 'cannot find "zzzzz"'),
        Cannot(paths[3], 'cannot find "no/where.md"'),
        Cannot(paths[4], "cannot open broken.md", "It is a link to a file that is not there."),
        Cannot(paths[5], "cannot open pipe.md", "It is neither a file nor a folder."),
    )


def test_a_folder_that_cannot_be_listed_does_not_stop_the_others(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a/x.md", "b/y.md")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover([Path()], SUFFIXES)
    assert found.files == (Path("b/y.md"),)
    assert found.cannot == (Cannot(Path("a"), "cannot open a/", "You have no right to read it."),)


PACK = '''
[[rule]]
id = "moon-word"
category = "conflation"
severity = "warning"
title = "Name the moon"
why = "Readers look for the word moon."
phrase = "moonish"
instead = ["of the moon"]
[[rule.source]]
title = "House style"
publisher = "A house"
date = "2026-01-05"
supports = "The moon is named"
[[rule.example]]
text = "A moonish evening."
finds = ["moonish"]
[[rule.example]]
text = "An evening with a moon."
finds = []
note = "the moon"
'''


@pytest.mark.parametrize(("is_repository", "pack", "said"), [
    pytest.param(True, "words/house.toml", ["site.md"], id="rules come from it"),
    pytest.param(True, "house.toml", ["site.md", "words/README.md"], id="another repository"),
    pytest.param(False, "words/house.toml", ["site.md", "words/README.md"], id="a plain folder"),
])
def test_a_repository_that_rules_come_from_is_passed_over_and_told(
    tree: Path, capsys: pytest.CaptureFixture[str], is_repository: bool, pack: str, said: list[str]
) -> None:
    make("words/.git" if is_repository else "words/NOTICE", "house.toml", "words/house.toml")
    Path("site.md").write_text("A moonish evening.\n")
    Path("words/README.md").write_text("Say no moonish evening.\n")
    Path(pack).write_text(PACK)
    Path("lintwords.toml").write_text(f'packs = ["{pack}"]\n')
    lintwords(["check", "--format", "json"])
    shown = capsys.readouterr()
    report = json.loads(shown.out)
    assert [file["path"] for file in report["files"]] == said
    is_over = said == ["site.md"]
    assert ("words is another repository, which rules come from" in shown.err) == is_over
    assert report["passed_over"] == [{"path": "words", "passed_over": "rules"}] * is_over
    lintwords(["check", "--format", "json", "words"])
    assert [file["path"] for file in json.loads(capsys.readouterr().out)["files"]] == [
        "words/README.md",
    ]
