"""Score lintwords on labelled sentences: precision and recall with 95 % intervals (Wilson).

    python benchmarks/score.py LABELS.jsonl… [--part working|aside|all] [--lang en] [--errors]
                                              [--rules] [--all-rules]

A row of LABELS has one of these shapes; offsets are code points in `text`:

- a mention: `text start end label voice`, label W S N O G B `in-line` `unclear`; with
  `sent = [start, end]` every mention inside that stretch is labelled;
- a line or label: the same with `kind: span` and `category`, or `flag: true`;
- a sentence that holds none: `kind: none`, or `flag: false`;
- either of these may name a `rule`; `--rules` then tells the figures by rule;
- a document: `text` and `mentions`, a list of `start end label`;
- a sentence in which every line and label is marked: `kind: marked`, `sent`, and `spans`, a list of
  `start end category sign`, where the sign is + to report, - distanced, ? an editor may differ;
- a finding that somebody judged: `kind: judged`, `start end rule` and `verdict`, which is right,
  wrong or arguable. What is right is to be found again, what is wrong is a false alarm where it is.

Mentions are judged against the findings of category conflation, lines against all others. W and S
are to be reported, and lines unless they are rebutted; what is reported of N, O, G and B is a false
alarm, and `unclear` and `in-line` are left out. The weight of W and S is asked of the rule, before
a voice, a question or a negation lowers it.

A row with a `doc` belongs to the set-aside part if the SHA-1 of that name is 0 mod 3. Errors of
the set-aside part are counted and never shown.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from lintwords import api
from lintwords.model import Finding, MentionNote, Options, Severity
from lintwords.run.check_files import check_files
from lintwords.run.discovery import STDIN
from lintwords.run.one_file import source_lines

CONFLATION = "conflation"
WANTED = {"W": Severity.ERROR, "S": Severity.WARNING}
LEFT_OUT = ("unclear", "in-line")
SIGNS = {"+": True, "-": False, "?": None}
VERDICTS = {"right": True, "wrong": False, "arguable": None}
SPOKEN = ("own", "attributed", "quoted")


@dataclass(frozen=True)
class Thing:
    """A labelled stretch of a text: a mention, a line, or a sentence that holds no line."""

    id: str
    text: str
    family: str  # mentions or lines
    start: int
    end: int
    sent: tuple[int, int]
    label: str
    wanted: bool | None  # None: left out of the count
    voice: str
    source: str
    lang: str
    aside: bool
    is_complete: bool  # whether all of `sent` is labelled
    slot: str = "-"
    rule: str = ""
    weight: Severity | None = None  # of the rule that fits, before voice or doubt lower it


@dataclass(frozen=True)
class Verdict:
    """One thing to report, found or not; or one finding, right or not."""

    thing: Thing
    finding: Finding | None
    is_right: bool


@dataclass(frozen=True)
class Outcome:
    """The verdicts on one family of things."""

    recall: tuple[Verdict, ...]
    precision: tuple[Verdict, ...]
    left_out: tuple[Verdict, ...]


# -- reading ------------------------------------------------------------------------------------


def read(path: Path) -> Iterator[Thing]:
    """What is labelled in a file, in its order."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            row = json.loads(line)
            row.setdefault("id", f"{path.stem}:{number}")
            if row.get("kind") == "marked":
                yield from _marked(row, path.stem)
                continue
            inner = row.pop("mentions", None)
            for mention in [{}] if inner is None else inner:
                whole = inner is not None  # a document's list names every mention
                yield _thing({**row, **mention, "whole": whole}, path.stem)


def _marked(row: dict[str, Any], file: str) -> Iterator[Thing]:
    """The marked lines of a sentence; one thing that is none where it holds no line."""
    for span in row["spans"]:
        marked = _thing({**row, **span, "kind": "span", "voice": "own"}, file)
        yield replace(marked, wanted=SIGNS[span["sign"]])
    if not row["spans"]:
        yield _thing({**row, "kind": "none"}, file)


def _thing(row: dict[str, Any], file: str) -> Thing:
    whole = (0, len(row["text"]))
    kind = row.get("kind", "")
    is_line = kind in ("span", "none", "judged") or "flag" in row
    is_none = kind == "none" or row.get("flag") is False
    label = row.get("category") or row.get("theme") or "line" if is_line else row["label"]
    voice = row.get("voice") or "own"
    wanted: bool | None = label in WANTED and voice != "meta"
    if is_line:
        wanted = voice in SPOKEN and not is_none
    if kind == "judged":
        label = row["verdict"]
        wanted = VERDICTS[label]
    if label in LEFT_OUT:
        wanted = None
    sent = tuple(row.get("sent") or whole)
    start, end = sent if is_none else (row["start"], row["end"])
    return Thing(
        row["id"], row["text"], "lines" if is_line else "mentions", start, end,
        (sent[0], sent[1]),
        f"none ({label})" if is_none else label, wanted, voice, row.get("source") or file,
        row.get("lang") or "en", is_aside(row.get("doc") or ""),
        "sent" in row or row.get("whole", False), rule=row.get("rule", ""),
    )


def is_aside(doc: str) -> bool:
    """Whether a document of this name is set aside."""
    return bool(doc) and int(hashlib.sha1(doc.encode()).hexdigest(), 16) % 3 == 0


# -- judging ------------------------------------------------------------------------------------


def judge(texts: dict[str, list[Thing]], *, all_rules: bool = False) -> dict[str, Outcome]:
    """Lint each text once; the verdicts by family. `all_rules`: also those off or in preview."""
    options = Options(explain_mentions=True, explained=(-1, -1))  # places, and cues of none
    linter = api.load_linter(options)
    if all_rules:
        options = replace(options, select=tuple(rule.id for rule in linter.rules))
        linter = api.load_linter(options)
    verdicts: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for text, things in texts.items():
        report = check_files(lambda _: linter, (STDIN,), stdin=text.encode(), format="text")
        starts = _line_starts(text)
        notes = {starts[note.line - 1] + note.column - 1: note for note in report.mentions}
        for family in ("mentions", "lines"):
            mine = [_with_note(thing, notes) for thing in things if thing.family == family]
            if mine:
                for part, verdict in _judge(mine, family, report.findings):
                    verdicts[family, part].append(verdict)
    return {
        family: Outcome(*(tuple(verdicts[family, part]) for part in ("recall", "precision", "out")))
        for family in ("mentions", "lines")
    }


def _judge(
    things: Sequence[Thing], family: str, findings: Sequence[Finding]
) -> Iterator[tuple[str, Verdict]]:
    mine = [f for f in findings if (f.category == CONFLATION) == (family == "mentions")]
    # a mention inside the span of a reported line is reported by it
    reporting = findings if family == "mentions" else mine
    for thing in things:
        if thing.wanted:
            over = [f for f in reporting if _overlap(f, (thing.start, thing.end))]
            over.sort(key=lambda finding: finding not in mine)
            yield "recall", Verdict(thing, over[0] if over else None, bool(over))
    for finding in mine:
        near = [t for t in things if _overlap(finding, t.sent)]
        over_things = [t for t in near if _overlap(finding, (t.start, t.end))]
        if not near:
            continue  # context, which nobody labelled
        best = max(over_things, key=_by_weight, default=None)
        if best is None:
            part = "precision" if near[0].is_complete else "out"
            yield part, Verdict(_unlabelled(near[0], finding), finding, False)
        else:
            yield (
                "out" if best.wanted is None else "precision",
                Verdict(best, finding, bool(best.wanted)),
            )


def _by_weight(thing: Thing) -> int:
    """What decides where a finding overlaps several things: to report, then left out."""
    return {True: 2, None: 1, False: 0}[thing.wanted]


def _unlabelled(near: Thing, finding: Finding) -> Thing:
    return Thing(
        near.id, near.text, near.family, finding.at.start, finding.at.end, near.sent, "unlabelled",
        False,
        near.voice, near.source, near.lang, near.aside, near.is_complete, finding.slot or "-",
        near.rule,
    )


def _with_note(thing: Thing, notes: dict[int, MentionNote]) -> Thing:
    found = [  # a note starts at the article: "the Chinese", where the label has the name alone
        note for at, note in notes.items() if at < thing.end and thing.start < at + len(note.words)
    ]
    return replace(thing, slot=found[0].slot, weight=found[0].weight) if found else thing


def _overlap(finding: Finding, span: tuple[int, int]) -> bool:
    return finding.at.start < span[1] and span[0] < finding.at.end


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(map(len, source_lines(text)))]


# -- telling ------------------------------------------------------------------------------------


def wilson(right: int, all_: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson; (0, 1) of nothing."""
    if not all_:
        return 0.0, 1.0
    z = 1.959964
    share, square = right / all_, z * z / all_
    centre = (share + square / 2) / (1 + square)
    half = z / (1 + square) * ((share * (1 - share) / all_ + square / 4 / all_) ** 0.5)
    return max(centre - half, 0.0), min(centre + half, 1.0)


def share(verdicts: Iterable[Verdict]) -> str:
    """`0.941 (0.89–0.97)   112/119`"""
    row = [verdict.is_right for verdict in verdicts]
    if not row:
        return f"{'–':<29}"
    low, high = wilson(sum(row), len(row))
    text = f"{sum(row) / len(row):.3f} ({low:.2f}–{high:.2f})"
    return f"{text:<20} {f'{sum(row)}/{len(row)}':<8}"


def tell(name: str, outcome: Outcome, *, by_rule: bool = False) -> Iterator[str]:
    """The figures of one family; those by rule by that of the row, else by that of the finding."""
    yield f"{name:<24} {'precision':<29} recall"
    yield f"{'all':<24} {share(outcome.precision)} {share(outcome.recall)}"
    groups: dict[str, Callable[[Verdict], str]] = {
        "label": lambda verdict: verdict.thing.label,
        "voice": lambda verdict: verdict.thing.voice,
        "slot": lambda verdict: verdict.thing.slot,
        "source": lambda verdict: verdict.thing.source,
        "language": lambda verdict: verdict.thing.lang,
    }
    if name == "lines":
        del groups["slot"]
        yield f"{'category right':<24} {share(_same_category(outcome.recall))}"
    if by_rule:
        groups["rule"] = _rule_of
    for group, key in groups.items():
        values = {key(v) for v in (*outcome.precision, *outcome.recall)}
        for value in sorted(values):
            precision = [v for v in outcome.precision if key(v) == value]
            recall = [v for v in outcome.recall if key(v) == value]
            shown = share(()) if group == "label" else share(precision)
            if group == "label" and not recall:
                shown = f"{f'{len(precision)} false alarms':<29}"
            yield f"  {group} {value:<{21 - len(group)}.{21 - len(group)}} {shown} {share(recall)}"


def _rule_of(verdict: Verdict) -> str:
    return verdict.thing.rule or (verdict.finding.rule if verdict.finding else "-")


def tell_judged(outcome: Outcome, things: Sequence[Thing]) -> Iterator[str]:
    """For judged findings: how many are still reported, by rule and verdict."""
    judged = [thing for thing in things if thing.label in VERDICTS]
    if not judged:
        return
    met = {
        (v.thing.id, v.thing.start)
        for v in (*outcome.precision, *outcome.left_out) if v.finding
    }
    yield f"{'judged, still reported':<28} {'right':<10} {'wrong':<10} arguable"
    for rule in ["", *sorted({thing.rule for thing in judged})]:
        counts = []
        for verdict in VERDICTS:
            rows = [t for t in judged if t.label == verdict and rule in ("", t.rule)]
            kept = sum((thing.id, thing.start) in met for thing in rows)
            counts.append(f"{kept}/{len(rows)}")
        yield f"  {rule or 'all':<26} {counts[0]:<10} {counts[1]:<10} {counts[2]}"


def _same_category(found: Iterable[Verdict]) -> Iterator[Verdict]:
    """Of the lines that were found, whether the finding is of the category of the label."""
    for verdict in found:
        if verdict.finding and verdict.thing.label not in VERDICTS:
            is_right = verdict.finding.category == verdict.thing.label
            yield Verdict(verdict.thing, verdict.finding, is_right)


def tell_more(outcome: Outcome, things: Sequence[Thing]) -> Iterator[str]:
    """For mentions: the weight of what was found, and how often bare naming was."""
    found = [v for v in outcome.recall if v.finding and v.finding.category == CONFLATION]
    weights = [
        Verdict(v.thing, v.finding, v.thing.weight is WANTED[v.thing.label])
        for v in found
        if v.finding is not None
    ]
    yield f"{'W against S right':<24} {share(weights)}"
    for label in ("N", "B"):
        reported = {
            (v.thing.id, v.thing.start) for v in outcome.precision if v.thing.label == label
        }
        count = sum(thing.label == label for thing in things)
        yield f"  {label}: {len(reported)} of {count} reported"


def tell_errors(outcome: Outcome) -> Iterator[str]:
    """What is wrong in the working part; nothing of the set-aside part."""
    for verdict in (*outcome.recall, *outcome.precision):
        thing, finding = verdict.thing, verdict.finding
        if verdict.is_right or thing.aside:
            continue
        text = thing.text
        marked = (
            f"{text[thing.sent[0] : thing.start]}[{text[thing.start : thing.end]}]"
            f"{text[thing.end : thing.sent[1]]}"
        )
        what = f"false {finding.rule}" if finding else "missed"
        yield f"{thing.id} {thing.label} {thing.voice} {thing.slot}: {what}"
        yield f"    {' '.join(marked.split())}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--part", choices=("working", "aside", "all"), default="working")
    parser.add_argument("--lang", default="en", help="language of the rows, or all")
    parser.add_argument("--errors", action="store_true", help="list errors of the working part")
    parser.add_argument("--rules", action="store_true", help="figures by the rule of each row")
    parser.add_argument("--all-rules", action="store_true", help="with rules off or in preview")
    chosen = parser.parse_args()
    by_text: dict[str, list[Thing]] = defaultdict(list)
    for path in chosen.labels:
        for thing in read(path):
            if chosen.part != "all" and thing.aside != (chosen.part == "aside"):
                continue
            if chosen.lang in ("all", thing.lang):
                by_text[thing.text].append(thing)
    outcomes = judge(by_text, all_rules=chosen.all_rules)
    for name, outcome in outcomes.items():
        things = [t for row in by_text.values() for t in row if t.family == name]
        if not things:
            continue
        print(f"\n{len(things)} labels, {chosen.part} part, language {chosen.lang}")
        print("\n".join(tell(name, outcome, by_rule=chosen.rules)))
        if name == "mentions":
            print("\n".join(tell_more(outcome, things)))
        if chosen.rules:
            print("\n".join(tell_judged(outcome, things)))
        if chosen.errors:
            print("\n".join(tell_errors(outcome)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
