"""Git, as it is asked for what it knows of files. Nothing is written.

What it answers must not hang on how somebody has set it up: everything that a setting, an attribute
or a variable could change in the answers used here is said on the command line, and variables that
speak of another repository are left out. No program that a repository names is run: a filter could
do anything, and tell anything. Names come raw and relative to the top of the working tree.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping

from lintwords.errors import SettingsError
from lintwords.interface import say
from lintwords.values import dataclass, replace

_RENAMES = 2000  # of so many files that went and came git compares each with each
_NAMED = "LINTWORDS_GIT_"  # begins variables that hold the values of settings
_NO_FILTER = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
_SET = (
    "core.quotePath=false", "core.fsmonitor=false", "core.untrackedCache=false",
    "core.safecrlf=false", "diff.relative=false", "diff.orderFile=/dev/null",
    "core.bigFileThreshold=512m",  # larger ones are taken for renamed only byte for byte
    "diff.autoRefreshIndex=false",  # which would write
)
# variables of git that stay: where settings come from, how far up a repository is looked for
_KEPT = ("GIT_CONFIG", "GIT_CEILING", "GIT_DISCOVERY", "GIT_EXEC_PATH")
# those that place a repository elsewhere than where files stand
PLACED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT", "GIT_ALTERNATE")

_SAID = {
    "GIT_OPTIONAL_LOCKS": "0",  # one would write
    # what is not there is not fetched: a remote may name the program that would do it
    "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none",  # the second for an older git
    "GIT_NO_REPLACE_OBJECTS": "1",  # a commit is what its name says
}

_LACKS = ("lazy fetching", "not allowed")  # what git says where it was not let fetch


def environment(placed: tuple[str, ...] = ()) -> dict[str, str]:
    """The variables that git gets."""
    kept = {
        name: value for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith((*_KEPT, *placed))
    }
    values = {f"{_NAMED}{value}": value for _, value in _NO_FILTER}
    return {**kept, **values, **_SAID}


def place(top: str, name: bytes) -> str:
    """The path of what git names, links resolved."""
    return os.path.realpath(os.path.join(top, os.fsdecode(name)))


def renames(
    git: Git, since: str, until: str = "", *, is_name_reused: bool = False
) -> Iterator[tuple[bytes, bytes]]:
    """What files were and are named that are other ones renamed, between two commits.

    Without `until` it is the files as they are now. Half of a text must have stayed. With
    `is_name_reused` also those whose name another text has now, as of two that were swapped.
    """
    # of a text that has gone while another took its name git says that it was copied
    kinds = ("--diff-filter=RC", "--break-rewrites") if is_name_reused else ("--diff-filter=R",)
    rows = iter(git.ask(
        "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all",
        "--find-renames=50%", f"-l{_RENAMES}", *kinds,
        "--name-status", "-z", since, *filter(None, (until,)), "--",
    ).split(b"\0"))
    pairs = [(row, next(rows), next(rows)) for row in rows if row]
    for _, was, now in sorted(pairs, key=lambda pair: pair[0].startswith(b"R")):
        yield was, now  # renamed ones last, as they hold


@dataclass(frozen=True, slots=True)
class Git:
    """Git, as it is asked in one run; `options` say of what repository."""

    revision: str
    environment: Mapping[str, str]
    options: tuple[str, ...] = ()

    def top(self) -> str:
        return os.fsdecode(self.ask("rev-parse", "--show-toplevel").rstrip(b"\r\n"))

    def at(self, top: str) -> Git:
        """Git in the repository of `top`, with each filter that is set there switched off."""
        place = ("-C", top)
        keys = replace(self, options=place).ask("config", "--list", "--name-only", "-z")
        filters = {
            os.fsdecode(key).rpartition(".")[0] for key in keys.split(b"\0")
            if key.startswith(b"filter.")
        }
        off: list[str] = []
        for name in sorted(filters):
            for key, value in _NO_FILTER:
                if "=" in name:  # would end the name
                    off.append(f"--config-env={name}.{key}={_NAMED}{value}")
                else:
                    off += ["-c", f"{name}.{key}={value}"]
        return replace(self, options=(*place, *off))

    def ask(self, *args: str) -> bytes:
        settings = [word for setting in _SET for word in ("-c", setting)]
        try:
            done = subprocess.run(
                ["git", *settings, *self.options, *args],
                capture_output=True, check=False, env=self.environment,
            )
        except (OSError, ValueError) as trouble:  # a revision may hold a zero character
            raise SettingsError(
                say("cannot run git"),
                say("--diff asks git what has changed."),
            ) from trouble
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["nothing"]
            is_lacking = any(word in said[0] for word in _LACKS)
            raise SettingsError(
                say('cannot compare with "{revision}"', revision=self.revision),
                say("This partial clone lacks what is compared. git diff {revision} fetches it.",
                    revision=self.revision) if is_lacking
                else say("git says: {said}", said=said[0]),
            )
        return done.stdout
