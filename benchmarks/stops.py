"""Print the stops of a file on its way through the program: which room calls which, and where up.

    python benchmarks/stops.py [FILE] [--before FOLDER] [--fix]

A file is checked (or fixed) once in a fresh process, and its calls are followed as they are made,
whatever name they have: a lambda, a method, a generator that was handed over and is run elsewhere
count like any function. A stop is a call from one module into another, counted where it is first
made; a room is a package of lintwords, or a module that lies loose. A stop climbs where its room
stands in a layer above that of the caller, as the import contract in `pyproject.toml` has them: no
import shows it, for what is called there was handed down. What a face hands in so that it hears of
progress (`Watcher`) climbs by its nature; none is handed in here. `--before` is another checkout,
whose figures are told first.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
LIBRARY = ("later", "values")  # in the place of `re` and `dataclasses`, and passed over as they are
TEXT = """\
China jailed five lawyers. She flew to China in March, when Iran, Russia and China met.

"China has lifted millions of people out of poverty", the paper wrote. That is not so.

<!-- lintwords: ignore country-as-abuser: as it was written -->
China jailed a sixth one. Chinese hackers were named, and Chinese police said nothing of it.

La Chine a emprisonné cinq avocats, et les autorités chinoises ont dit que ce n'était pas vrai.
"""


def followed(path: str, *, fixes: bool) -> list[tuple[str, str]]:
    """Each call from one module of lintwords into another, as it is first made.

    Raises ValueError if lintwords could not do its work: then it is not the way of a file.
    """
    from lintwords import api

    found: dict[tuple[str, str], None] = {}

    def follow(frame: FrameType, event: str, _: object) -> None:
        name = _module(frame)
        if event != "call" or not name or frame.f_code.co_name == "<module>":
            return
        caller = frame.f_back
        while caller is not None and not _module(caller):
            caller = caller.f_back
        if caller is not None and _module(caller) != name:
            found[_module(caller), name] = None

    sys.setprofile(follow)
    threading.setprofile(follow)
    try:
        done = api.fix([path]).report if fixes else api.check([path])
    finally:
        threading.setprofile(None)
        sys.setprofile(None)
    if cannot := done.cannot:
        raise ValueError("\n".join(" ".join((one.message, one.hint)) for one in cannot))
    return list(found)


def _module(frame: FrameType) -> str:
    """The module of a frame in lintwords, without the name of the program."""
    head, _, rest = str(frame.f_globals.get("__name__", "")).partition(".")
    return rest if head == "lintwords" and rest not in LIBRARY else ""


def layers(folder: Path) -> dict[str, int]:
    """The layer of each room, from below."""
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    contract = next(
        one for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "layers"
    )
    rows = enumerate(reversed(contract["layers"]))
    return {room.strip(" ()"): at for at, row in rows for room in row.split("|")}


def stops_of(folder: Path, path: Path, *, fixes: bool) -> list[tuple[str, str]]:
    """The stops of a file on its way through the checkout in `folder`, in a process of its own.

    Raises ValueError, with what lintwords said, if the file did not get through.
    """
    command = [sys.executable, __file__, str(path), "--follow", *(["--fix"] if fixes else [])]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise ValueError(done.stderr.strip())
    return [(caller, called) for caller, called in json.loads(done.stdout)]


def climbs_of(stops: Sequence[tuple[str, str]], height: Mapping[str, int]) -> list[tuple[str, str]]:
    """The stops that lead to a room in a higher layer."""
    def at(name: str) -> int:
        return height.get(name.partition(".")[0], 0)

    return [(caller, called) for caller, called in stops if at(called) > at(caller)]


def report(title: str, folder: Path, path: Path, *, fixes: bool) -> None:
    height = layers(folder)
    stops = stops_of(folder, path, fixes=fixes)
    climbs = climbs_of(stops, height)
    rooms = dict.fromkeys(name.partition(".")[0] for row in stops for name in row)
    print(f"{title}: layers of rooms {len(set(height.values()))}")
    for caller, called in stops:
        up = (caller, called) in climbs
        print(f"  {caller:28} → {called}{'   climbs' if up else ''}")
    between = {(a.partition(".")[0], b.partition(".")[0]) for a, b in stops}
    doors = sum(a != b for a, b in between)
    print(f"{title}: {len(stops)} stops, {doors} of them doors between {len(rooms)} rooms; "
          f"{len(climbs)} climb")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, help="a file to follow [default: a sentence]")
    parser.add_argument("--before", type=Path, help="another checkout, told first")
    parser.add_argument("--fix", action="store_true", help="follow the way to a fix")
    parser.add_argument("--follow", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.follow:
        try:
            print(json.dumps(followed(str(given.file), fixes=given.fix)))
        except ValueError as trouble:
            sys.exit(str(trouble))
        return
    with tempfile.TemporaryDirectory() as folder:
        for title, code in (("before", given.before), ("now", ROOT)):
            if code is None:
                continue
            path = Path(folder, f"{title}.md")
            path.write_bytes(given.file.read_bytes() if given.file else TEXT.encode())
            try:
                report(title, code.resolve(), path, fixes=given.fix)
            except ValueError as trouble:
                sys.exit(f"{title}: the file did not get through. {trouble}")


if __name__ == "__main__":
    main()
