"""The baseline and files that move: what git says of them, what a write takes in, keeps and drops.

A small site lives through random renames, edits, copies and new findings. Each sentence in it is
its own, so that it can be said of each whether it is known.
"""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path

import fakes
import pytest

from lintwords.cli.main import main
from lintwords.sift import baseline

FILE = Path(baseline.NAME)
CALM = "".join(f"The river rose by {n} feet, and nobody was hurt.\n\n" for n in range(12))


pytestmark = pytest.mark.usefixtures("in_own_folder", "fake_rules")


def git(*args: str) -> None:
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    subprocess.run(["git", *who, *args], check=True, capture_output=True)


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "a state")


def write(name: str, *said: str, calm: str = CALM) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(calm + "".join(f"Ruritania jailed {one}.\n\n" for one in said))


def move(was: str, now: str, *, staged: bool = True) -> None:
    Path(now).parent.mkdir(parents=True, exist_ok=True)
    if staged:
        git("add", was)
        git("mv", was, now)
    else:
        Path(was).rename(now)


def swap(one: str, other: str) -> None:
    for was, now in ((one, "aside"), (other, one), ("aside", other)):
        Path(was).rename(now)


def new(capsys: pytest.CaptureFixture[str], *paths: str) -> set[str]:
    """Who was jailed in what a check tells as new, and where: `a.md: Ann`."""
    capsys.readouterr()
    main(["check", "-q", *paths])
    rows = (line.partition(":") for line in capsys.readouterr().out.splitlines())
    return {f"{path}: {rest.rpartition('jailed ')[2].rstrip('.')}" for path, _, rest in rows}


def take_in(*paths: str) -> None:
    assert main(["check", "--baseline-write", *paths]) == 0


def known() -> dict[str, str]:
    """Who was jailed in each entry, with its file and reason."""
    return {
        one.after.partition(" ")[2]: f"{one.path}: {one.reason}" for one in baseline.load(FILE)
    }


def give_reasons() -> None:
    """Give each entry a reason of its own."""
    baseline.update(FILE, lambda old: [
        replace(one, reason=f"because of {one.after.partition(' ')[2]}") for one in old
    ])


def begin() -> None:
    """A repository in which what a.md says is known, for a reason."""
    git("init", "-q")
    write("a.md", "ann")
    take_in()
    give_reasons()
    commit()


@pytest.fixture(params=["committed", "staged", "in no index", "no git"])
def renamed_page(request: pytest.FixtureRequest) -> str:
    """A page with one known finding was renamed, and has a new one since."""
    write("old/a.md", "ann")
    write("b.md", "ben")
    if request.param != "no git":
        git("init", "-q")
    take_in()
    give_reasons()
    if request.param == "no git":
        move("old/a.md", "new/a.md", staged=False)
    else:
        commit()
        move("old/a.md", "new/page.md", staged=request.param != "in no index")
        if request.param == "committed":
            commit()
    page = "new/a.md" if request.param == "no git" else "new/page.md"
    write(page, "ann", "ada")
    return page


def test_a_renamed_page_keeps_what_is_known_and_a_write_gives_it_its_new_name(
    renamed_page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(capsys) == {f"{renamed_page}: ada"}
    capsys.readouterr()
    take_in()
    assert "3 entries: 1 new, 1 of a renamed file.\n" in capsys.readouterr().err
    assert new(capsys) == set()
    assert known() == {
        "ann": f"{renamed_page}: because of ann", "ben": "b.md: because of ben",
        "ada": f"{renamed_page}: {baseline.KNOWN}",
    }


def test_a_write_of_one_file_loses_nothing_of_others_that_moved(
    renamed_page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("b.md")
    take_in("b.md")
    assert set(known()) == {"ann"}
    assert new(capsys) == {f"{renamed_page}: ada"}
    take_in(renamed_page)
    assert known()["ann"] == f"{renamed_page}: because of ann"
    assert new(capsys) == set()


def test_a_write_of_the_renamed_page_takes_in_nothing_else(
    renamed_page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("b.md", "ben", "bob")
    take_in(renamed_page)
    assert known()["ann"] == f"{renamed_page}: because of ann"
    assert new(capsys) == {"b.md: bob"}


def test_a_page_of_which_nobody_knows_where_it_went_keeps_its_reason_when_it_is_taken_in(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.md", "ann")
    take_in()
    give_reasons()
    move("a.md", "other.md", staged=False)
    assert new(capsys) == {"other.md: ann"}
    take_in("other.md")
    assert known() == {"ann": "other.md: because of ann"}


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_new_page_of_the_old_name_takes_nothing_from_the_renamed_one(
    is_committed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    begin()
    move("a.md", "b.md")
    if is_committed:
        commit()
    write("a.md", "ada", calm="")
    assert new(capsys) == {"a.md: ada"}
    take_in("a.md")
    assert known()["ann"] == "b.md: because of ann"
    assert new(capsys) == set()


def test_a_page_that_was_renamed_twice_is_followed(capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    write("a.md", "ann")
    take_in()
    commit()
    for was, now in (("a.md", "b.md"), ("b.md", "sub/c.md")):
        move(was, now)
        commit()
    move("sub/c.md", "d.md")
    assert new(capsys) == set()


def test_what_a_whole_write_does_not_find_goes(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", "ann")
    write("sub/b.md", "ben")
    take_in()
    Path("a.md").unlink()
    take_in("sub")
    assert set(known()) == {"ann", "ben"}
    take_in(".")
    assert set(known()) == {"ben"}


def test_a_rule_that_is_let_be_in_a_file_is_so_under_its_new_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    git("init", "-q")
    write("a.md", "ann")
    where = fakes.finding("Ruritania jailed ann.", "Ruritania", path="a.md")
    baseline.add(FILE, [where], "a play", reach="file")
    commit()
    move("a.md", "b.md")
    write("b.md", "ann", "ada")
    assert new(capsys) == set()
    take_in()
    (entry,) = baseline.load(FILE)
    assert (entry.path, entry.reach, entry.reason) == ("b.md", "file", "a play")


def test_a_write_of_what_changed_alone_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    write("a.md", "ann")
    commit()
    assert main(["check", "--baseline-write", "--diff", "HEAD"]) == 2
    assert "Leave out --diff" in capsys.readouterr().err


@pytest.mark.parametrize("settings", ["option", "file"])
def test_what_weighs_too_little_to_be_told_keeps_its_entry_and_gets_none(
    settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.md").write_text("Ruritania jailed ann.\n\nRuritania wants rain.\n")
    take_in()
    before = baseline.load(FILE)
    assert len(before) == 2
    text = "Ruritania jailed ann.\n\nRuritania wants rain.\n\nRuritania likes snow.\n"
    Path("a.md").write_text(text)
    if settings == "file":
        Path("lintwords.toml").write_text('severity = "error"')
    take_in(*(["--severity", "error"] if settings == "option" else []))
    kept = {replace(one, beside="", line=0) for one in baseline.load(FILE)}
    assert kept == {replace(one, beside="", line=0) for one in before}
    Path("a.md").write_text("Ruritania jailed ann.\n")
    take_in(*(["--severity", "error"] if settings == "option" else []))
    assert len(baseline.load(FILE)) == 1


@pytest.mark.parametrize("text", ["Another page.\n\nRuritania jailed ann.\n\nIt ends here.\n",
                                  "Ruritania jailed ann.\n"])
@pytest.mark.parametrize("is_cloned", [True, False])
def test_a_page_of_the_same_name_that_says_the_same_takes_nothing_from_a_deleted_one(
    text: str, is_cloned: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    write("a/index.md", "ann", calm="" if text.startswith("R") else CALM)
    take_in()
    give_reasons()
    Path("b").mkdir()
    Path("b/index.md").write_text(text)
    assert new(capsys) == {"b/index.md: ann"}
    Path("a/index.md").unlink()
    if is_cloned:
        git("init", "-q")
        commit()
    assert new(capsys) == {"b/index.md: ann"}
    take_in()
    assert known()["ann"] == f"b/index.md: {baseline.KNOWN}"


@pytest.mark.parametrize("how", ["committed", "not yet", "another name"])
def test_what_git_knows_to_be_deleted_lets_nothing_be_elsewhere(
    how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q")
    said = ("ann", "ada", "amy")
    write("a/index.md", *said)
    take_in()
    commit()
    other = "b/page.md" if how == "another name" else "b/index.md"
    write(other, *said, calm="Quite another text stands here, by somebody else.\n\n")
    commit()
    here = {f"{other}: {one}" for one in said}
    assert new(capsys) == here
    Path("a/index.md").unlink()
    if how != "not yet":
        commit()
    assert new(capsys) == here


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_the_copy_of_a_text_shares_what_is_known_of_its_file(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(name, "ann")
    take_in()
    stem, _, end = name.partition(".")
    for copy in (f"{stem}.lintwords.{end}", f"{stem}.lintwords-2.{end}"):
        write(copy, "ann", "ben")
        assert new(capsys) == {f"{copy}: ben"}
        Path(copy).unlink()
    write(f"b.lintwords.{end}", "ann")  # of another file
    assert new(capsys) == {f"b.lintwords.{end}: ann"}


def test_a_file_of_a_format_that_is_only_read_has_no_copies(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = "1\n00:00:01,000 --> 00:00:03,000\nRuritania jailed ann.\n"
    Path("a.srt").write_text(said)
    take_in()
    Path("a.lintwords.srt").write_text(said)
    assert new(capsys) == {"a.lintwords.srt: ann"}


@pytest.mark.parametrize("how", ["one commit", "two commits", "staged", "in no index"])
def test_the_renamed_page_keeps_what_a_new_one_of_its_old_name_says_too(
    how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    begin()
    move("a.md", "c.md")
    if how == "two commits":
        commit()
    write("a.md", "ann", calm="Quite another text stands here, by somebody else.\n\n" * 12)
    if how == "staged":
        git("add", "-A")
    elif how != "in no index":
        commit()
    assert new(capsys) == {"a.md: ann"}
    take_in()
    rows = {one.path: one.reason for one in baseline.load(FILE)}
    assert rows == {"c.md": "because of ann", "a.md": baseline.KNOWN}
    assert new(capsys) == set()


@pytest.mark.parametrize("is_committed", [True, False])
def test_swapped_pages_keep_what_is_known_of_them(
    is_committed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q")
    write("a.md", "ann")
    write("b.md", "ben", calm=CALM.replace("river", "lake").replace("feet", "inches"))
    take_in()
    give_reasons()
    commit()
    swap("a.md", "b.md")
    if is_committed:
        commit()
    assert new(capsys) == set()
    take_in()
    assert known() == {"ann": "b.md: because of ann", "ben": "a.md: because of ben"}
    assert new(capsys) == set()


def test_a_page_in_a_repository_below_the_baseline_is_followed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    git("init", "-q")
    git("init", "-q", "below")
    write("below/a.md", "ann")
    take_in()
    give_reasons()
    monkeypatch.chdir(tmp_path / "below")
    commit()
    move("a.md", "sub/c.md")
    commit()
    monkeypatch.chdir(tmp_path)
    assert new(capsys) == set()
    take_in()
    assert known() == {"ann": "below/sub/c.md: because of ann"}


@dataclass
class Site:
    """Files, with who was jailed in them."""

    dice: random.Random
    has_git: bool
    said: dict[str, list[str]] = field(default_factory=dict)
    copied: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    swapped: set[str] = field(default_factory=set)
    number: int = 0

    def fresh(self) -> str:
        self.number += 1
        return f"person{self.number}"

    def save(self, name: str) -> None:
        # some names of each page's own tell it from the others
        calm = "".join(f"{self.said[name][:1]} {line}\n\n" for line in CALM.split("\n\n"))
        write(name, *self.said[name], calm=calm.replace("[", "").replace("]", ""))

    def step(self) -> None:
        """One random thing that people do."""
        name = self.dice.choice(sorted(self.said))
        what = self.dice.choice([
            "say", "mend", "move", "rename", "copy", "page", "commit", "delete", "swap",
        ])
        if what == "say":
            self.said[name].append(self.fresh())
            self.save(name)
        elif what == "mend" and len(self.said[name]) > 1:
            self.said[name].pop()
            self.save(name)
        elif what in ("move", "rename") and name not in self.copied | self.swapped:
            base = Path(name).name if what == "move" else f"{self.fresh()}.md"
            now = f"{self.fresh()}/{base}"
            self.said[now] = self.said.pop(name)
            self.moved.add(now)
            move(name, now, staged=self.has_git and self.dice.random() < 0.7)
        elif what == "copy":
            other = f"{self.fresh()}.md"
            self.said[other] = [*self.said[name], self.fresh()]
            self.copied |= {name, other}
            Path(other).write_text(
                f"{Path(name).read_text()}Ruritania jailed {self.said[other][-1]}.\n\n"
            )
        elif what == "page":
            page = f"{self.fresh()}.md"
            self.said[page] = [self.fresh()]
            self.save(page)
        elif what == "commit" and self.has_git:
            commit()
        elif what == "delete" and len(self.said) > 3 and name not in self.copied:
            del self.said[name]
            Path(name).unlink()
        elif what == "swap" and self.has_git:
            commit()
            stay = set(self.said) - self.copied - self.moved - self.swapped
            if len(stay) > 1:
                one, other = self.dice.sample(sorted(stay), 2)
                self.said[one], self.said[other] = self.said[other], self.said[one]
                self.swapped |= {one, other}
                swap(one, other)
                commit()


@pytest.mark.parametrize("has_git", [True, False], ids=["git", "no git"])
@pytest.mark.parametrize("seed", range(12))
def test_after_a_write_a_check_is_clean_and_nothing_of_other_files_is_lost(
    seed: int, has_git: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Site(random.Random(seed), has_git)
    for _ in range(5):
        name = f"{site.fresh()}.md"
        site.said[name] = [site.fresh() for _ in range(site.dice.randint(1, 4))]
        site.save(name)
    if has_git:
        git("init", "-q")
        commit()
    take_in()
    give_reasons()
    seen = {one for row in site.said.values() for one in row}
    for _ in range(6):
        for _ in range(site.dice.randint(1, 4)):
            site.step()
        fresh = {
            f"{name}: {one}" for name, row in site.said.items() for one in row if one not in seen
        }
        told = new(capsys)
        assert fresh <= told, "what is new is told"
        files = site.dice.choice([[], sorted(site.dice.sample(sorted(site.said), 2))])
        reasons = known()
        take_in(*files)
        assert new(capsys, *files) == set(), "a write takes all in"
        rows = known()
        for name, row in site.said.items():
            for one in row:
                if one in reasons and "because" in reasons[one] and name not in site.copied:
                    assert rows[one].partition(": ")[2] == reasons[one].partition(": ")[2]
                if one in rows and (name in files or not files) and name not in site.copied:
                    assert rows[one].partition(": ")[0] == name
                if name in files or not files:
                    seen.add(one)
