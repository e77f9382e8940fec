"""Commands at the end of a report, each on a line of its own that runs as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from shlex import quote

from lintwords.interface import say
from lintwords.reports.cells import cells, one_line, wrap
from lintwords.reports.words import count
from lintwords.values import dataclass

NAMED = 3  # files in a command
_GIVEN = 10  # paths of the run in a command


@dataclass(frozen=True, slots=True)
class Started:
    """What to type for `lintwords`, and what this run was given: paths, and options.

    `options` are such as a fix or a review of the same findings takes too, `of_rules` those of them
    that say which rules there are; both as they are typed, each with its value.
    """

    program: str = "lintwords"
    paths: tuple[str, ...] | None = None  # None: not known
    options: tuple[str, ...] = ()
    of_rules: tuple[str, ...] = ()

    def command(self, name: str, files: Iterable[Path]) -> tuple[str, str]:
        """The command `name` on these files, and what to say of those it leaves out."""
        names = list(dict.fromkeys(map(str, files)))
        left = ""
        if len(names) > NAMED:
            if self.paths is not None and len(self.paths) <= _GIVEN:
                names = [path for path in self.paths if _leads_to(path, names)]
            else:
                left = say(", here of {shown} of {files}", shown=NAMED,
                           files=count(len(names), "file"))
                names = names[:NAMED]
        return one_line(" ".join([self.program, name, *map(quote, (*self.options, *names))])), left

    def explain(self, rule: str) -> tuple[str, str]:
        """The command that shows a rule, which leaves nothing out."""
        typed = [self.program, "explain", *map(quote, self.of_rules), rule]
        return one_line(" ".join(typed)), ""


def _leads_to(path: str, names: Iterable[str]) -> bool:
    """Whether a path that was given is one of the files, or a folder that holds one."""
    given = Path(path)
    return any(path == name or given in Path(name).parents for name in names)


UNKNOWN = Started()


def told(what: str, command: tuple[str, str], width: int) -> Iterator[str]:
    """What to do next and the command for it, which is never broken, in lines of `width` cells."""
    typed, left = command
    head = say("{what}:", what=f"{what}{left}")
    line = f"{head} {typed}"
    if cells(line) <= width:
        yield line
    else:
        yield from (*wrap(head, width), f"  {typed}")
