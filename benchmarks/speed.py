"""Measure how fast lintwords is, in CPU time, against yardsticks of the same round.

    python benchmarks/speed.py [--quick] [--rounds N]

Texts are made here, from a fixed seed and the sentences in `sentences.toml`: sparse (a mention in
one paragraph of 2,000), typical (one of 12), dense (in every sentence), one long line, and a dense
text that is one paragraph. Their few words say little of what it costs to look for a thousand
lines; the prose of Python's own reference, with a mention in one paragraph of 2,000, has as many
words as people use. What lines and labels cost is told as the time with all rules in units of the
time without these. The yardstick Y is the CPU time of `bytes.translate(T).split()` on the same text
in the same interpreter; starting up is compared with `python -c pass`, also where settings hold and
for a file with ten findings. Rounds are interleaved, the first is thrown away, and the
median is told. The absolute times say little on a busy machine; the ratios do.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from pydoc_data.topics import topics
from typing import Any
from unittest import mock

from lintwords import __version__, api
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.packs.naming import rules_for
from lintwords.run.check_files import check_files
from lintwords.run.discovery import STDIN
from lintwords.text.sentences import Sentence

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SEED = 20210218
CLEAN, FOUND = 0, 1
WORDS = bytes(b if b >= 0x80 or chr(b).isalnum() else 0x20 for b in range(256)).lower()
AIMS = {"sparse": "aim 2", "mention": "aim 120", "reading": "aim 50",
        "linear": "aim 2.2"}
OF_START = {"clean": "aim 4", "clean, settings": "aim 4", "ten findings": "aim 12"}
PARAGRAPH = 5.0  # seconds for a megabyte of mentions in one paragraph, at most
TEN = """China detained five lawyers in the spring. China jailed the editor after a short trial.

The Chinese have stolen the plans of three firms. China threatens the fishermen of the coast.

China banned the book. China arrested the singer in June. China punished the farmers.

China expelled two reporters. China tortured the monk. China silenced the teacher.
"""
OF_LINES = {"sparse": "aim 1.05", "typical": "aim 1.20"}


@dataclass(frozen=True)
class Text:
    """A made text, and how many sentences in it hold a mention."""

    name: str
    data: bytes
    mentions: int


# -- texts --------------------------------------------------------------------------------------


def make(name: str, size: int, one_in: int, *, end: str = "\n\n") -> Text:
    """A text of about `size` bytes with a mention in one paragraph of `one_in`.

    With `one_in` 0 there is a mention in every sentence. The same arguments give the same text.
    """
    chance = random.Random(f"{SEED} {name}")
    known = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))
    paragraphs: list[str] = []
    length = mentions = 0
    while length < size:
        sentences = [_plain(known, chance) for _ in range(chance.randint(3, 6))]
        if not one_in:
            sentences = [_mention(known, chance) for _ in sentences]
            mentions += len(sentences)
        elif len(paragraphs) % one_in == one_in // 2:
            sentences[chance.randrange(len(sentences))] = _mention(known, chance)
            mentions += 1
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + len(end)
    return Text(name, end.join(paragraphs).encode(), mentions)


def reference(one_in: int, times: int) -> Text:
    """The topics of Python's reference, `times` over, a mention in one paragraph of `one_in`."""
    whole = "\n\n".join(topics[name] for name in sorted(topics))
    paragraphs = whole.split("\n\n") * times
    places = range(one_in // 2, len(paragraphs), one_in)
    for place in places:
        paragraphs.insert(place, "China detained the editor in the spring.")
    return Text("reference", "\n\n".join(paragraphs).encode(), len(places))


def _plain(known: dict[str, Any], chance: random.Random) -> str:
    pick = [chance.choice(known[kind]) for kind in ("subjects", "verbs", "objects", "tails")]
    return f"{' '.join(pick)}."


def _mention(known: dict[str, Any], chance: random.Random) -> str:
    words = {kind[:-1]: chance.choice(row) for kind, row in known.items() if kind != "mentions"}
    return str(chance.choice(known["mentions"])).format(**words)


# -- clocks -------------------------------------------------------------------------------------


def inside(work: Callable[[], object]) -> float:
    """CPU seconds of `work` in this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def outside(command: list[str], folder: Path, code: int) -> float:
    """CPU seconds of a command, user and system, with its output in a file.

    Stops everything if it does not end with `code`: what was timed would not be the work.
    """
    env = {**os.environ, "PYTHONPATH": str(Path(api.__file__).parents[1])}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # who uses a program has its modules compiled
    with (folder / "output").open("wb") as output:
        child = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder, env=env)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != code:
        said = (folder / "output").read_text("utf-8")
        raise SystemExit(f"{command} ended with {child.returncode}, not {code}:\n{said}")
    return usage.ru_utime + usage.ru_stime


def rounds(tasks: dict[str, Callable[[], float]], number: int) -> dict[str, list[float]]:
    """The seconds of each task in each round; the tasks of a round run one after another."""
    seconds: dict[str, list[float]] = defaultdict(list)
    for nth in range(number + 1):
        for name, task in tasks.items():
            spent = task()
            if nth:  # the first warms up
                seconds[name].append(spent)
    return seconds


def ratio(seconds: dict[str, list[float]], name: str, to: str) -> str:
    """The median of the ratios of the rounds, with the least and the greatest."""
    row = [a / b for a, b in zip(seconds[name], seconds[to], strict=True)]
    return f"{statistics.median(row):7.2f}  ({min(row):.2f} to {max(row):.2f})"


# -- what is measured ---------------------------------------------------------------------------


def engine_tasks(linter: DocumentLinter, texts: list[Text]) -> dict[str, Callable[[], float]]:
    """One task that lints each text, and one that only splits it into words."""
    tasks: dict[str, Callable[[], float]] = {}
    for text in texts:
        tasks[text.name] = _lint(linter, text.data)
        tasks[f"Y {text.name}"] = _split(text.data)
    dense = next(text for text in texts if text.name == "dense")
    tasks["reading"] = reading_task(linter, dense)
    return tasks


def reading_task(linter: DocumentLinter, text: Text) -> Callable[[], float]:
    """A task that weighs the mentions of a text, which were found before its clock begins."""
    compiled, said = linter.compiled, text.data.decode()
    reader = compiled.mentions.reader
    if reader is None:
        raise SystemExit("there is no reading")

    def work() -> float:
        found = []
        for at, span in enumerate(compiled.splitter.split(said)):
            sentence = Sentence(at, said, span.start, span.end, compiled.lexicon, compiled.names)
            found += [(sentence, slot) for slot in compiled.grammar.slots_of(sentence)]
        return inside(lambda: [reader.read([one]) for one in found])

    return work


def _lint(linter: DocumentLinter, data: bytes) -> Callable[[], float]:
    def work() -> None:
        report = check_files(lambda _: linter, (STDIN,), stdin=data, format="text")
        if report.cannot:  # what was timed would not be the work
            raise SystemExit(f"{report.cannot[0].message}: {report.cannot[0].hint}")

    return lambda: inside(work)


def _split(data: bytes) -> Callable[[], float]:
    return lambda: inside(lambda: data.translate(WORDS).split())


def without_lines() -> DocumentLinter:
    """A linter that knows only the rules of mentions."""

    def mentions(*asked: Any) -> tuple[Any, ...]:
        return tuple(rule for rule in rules_for(*asked) if not rule.is_line)

    with (
        mock.patch("lintwords.match.patterns.rules_for", mentions),
        mock.patch("lintwords.files.cachefiles.kept", return_value=None),
        mock.patch("lintwords.files.cachefiles.keep"),
    ):
        linter = api.load_linter(Options())
        if any(rule.is_line for rule in linter.rules):  # what was timed would not be the work
            raise SystemExit("there is still a rule of lines")
        return linter


def line_tasks(linter: DocumentLinter, texts: list[Text]) -> dict[str, Callable[[], float]]:
    """Two tasks a text: lint it with all rules, and without those of lines."""
    less = without_lines()
    tasks: dict[str, Callable[[], float]] = {}
    for text in texts:
        tasks[text.name] = _lint(linter, text.data)
        tasks[f"less {text.name}"] = _lint(less, text.data)
    return tasks


def start_tasks(folder: Path) -> dict[str, Callable[[], float]]:
    """Bare Python, and `lintwords check` on small files."""
    files = {
        "clean": (make("clean", 5_000, 1_000_000).data, CLEAN),
        "clean, settings": (make("clean", 5_000, 1_000_000).data, CLEAN),
        "ten findings": (make("clean", 4_500, 1_000_000).data + b"\n\n" + TEN.encode(), FOUND),
        "typical 5 KB": (make("typical 5 KB", 5_000, 4).data, FOUND),
        "dense 5 KB": (make("dense 5 KB", 5_000, 0).data, FOUND),
    }
    tasks: dict[str, Callable[[], float]] = {
        "bare": lambda: outside([sys.executable, "-c", "pass"], folder, 0)
    }
    for name, (data, code) in files.items():
        place = folder / name.replace(" ", "-")
        place.mkdir()
        if name.endswith("settings"):
            (place / "lintwords.toml").write_text('fail-on = "warning"\n')
        path = place / "a.txt"
        path.write_bytes(data)
        tasks[name] = _check(path, folder, code)
    return tasks


def _check(path: Path, folder: Path, code: int) -> Callable[[], float]:
    command = [sys.executable, "-m", "lintwords", "check", str(path)]
    return lambda: outside(command, folder, code)


def tell_engine(texts: list[Text], seconds: dict[str, list[float]]) -> Iterator[str]:
    yield "in units of Y            median  (least to greatest)"
    for text in texts:
        megabytes = len(text.data) / 1e6
        speed = megabytes / statistics.median(seconds[text.name])
        yield (
            f"  {text.name:<20} {ratio(seconds, text.name, f'Y {text.name}')}"
            f"  {megabytes:.1f} MB at {speed:.1f} MB/s  {AIMS.get(text.name, '')}"
        )
    dense = next(text for text in texts if text.name == "dense")
    each = statistics.median(seconds["dense"]) / dense.mentions * 1e6
    yield f"microseconds a mention   {each:7.1f}  {AIMS['mention']}"
    read = statistics.median(seconds["reading"]) / dense.mentions * 1e6
    yield f"  of these to weigh it   {read:7.1f}  {AIMS['reading']}"
    twice = ratio(seconds, "one line", "half a line")
    yield f"cost(2n) / cost(n)       {twice}  {AIMS['linear']}"
    paragraph = next(text for text in texts if text.name == "one paragraph")
    took = statistics.median(seconds["one paragraph"]) / len(paragraph.data) * 1e6
    yield f"one paragraph, s a MB    {took:7.1f}  aim {PARAGRAPH:.0f}"
    twice = ratio(seconds, "one paragraph", "half a paragraph")
    yield f"  cost(2n) / cost(n)     {twice}  {AIMS['linear']}"


def tell_lines(texts: list[Text], seconds: dict[str, list[float]]) -> Iterator[str]:
    yield "with lines and labels, in units of the time without"
    for text in texts:
        told = ratio(seconds, text.name, f"less {text.name}")
        yield f"  {text.name:<20} {told}  {OF_LINES.get(text.name, '')}"


def tell_start(seconds: dict[str, list[float]]) -> Iterator[str]:
    yield "start, in units of `python -c pass`"
    for name in seconds:
        if name != "bare":
            aim = OF_START.get(name, "")
            cpu = statistics.median(seconds[name]) * 1000
            yield f"  {name:<20} {ratio(seconds, name, 'bare')}  {cpu:.0f} ms  {aim}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="small texts, three rounds")
    parser.add_argument("--rounds", type=int, help="rounds that count (5, with --quick 3)")
    chosen = parser.parse_args()
    number = chosen.rounds or (3 if chosen.quick else 5)
    unit = 100_000 if chosen.quick else 1_000_000
    line = make("one line", 5 * unit, 12, end=" ")
    half = Text("half a line", line.data[: line.data.index(b". ", len(line.data) // 2) + 1], 0)
    texts = [
        make("sparse", 10 * unit, 2_000), make("typical", 5 * unit, 12), make("dense", unit, 0),
        half, line, make("half a paragraph", unit // 2, 0, end=" "),
        make("one paragraph", unit, 0, end=" "),
    ]
    print(f"lintwords {__version__}, Python {platform.python_version()}, {number} rounds")
    for text in texts:
        digest = hashlib.sha256(text.data).hexdigest()[:12]
        print(f"  {text.name:<20} {len(text.data):>10,} bytes  {digest}")
    linter = api.load_linter(Options())
    api.seldom()  # as the command does
    print("\n".join(tell_engine(texts, rounds(engine_tasks(linter, texts), number))))
    prose = [*texts[:3], reference(2_000, 4)]
    print("\n".join(tell_lines(prose, rounds(line_tasks(linter, prose), number))))
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(tell_start(rounds(start_tasks(Path(folder)), 3 * number))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
