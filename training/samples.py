"""Mentions as the student sees them: the features that ships, a soft label and a weight.

Gold weighs most; the project's own labelled tables and the examples of rules less, for they are
easier than life; silver least for each row, and there is most of it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lintwords import api
from lintwords.grammar.model import Slot
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.model import Options, hull
from lintwords.readers import plain
from lintwords.reading.features import features
from lintwords.reading.reader import is_decided
from lintwords.reading.weights import CODES
from lintwords.text.sentences import Sentence
from training.drills import drills
from training.gold import COUNTED, LABELS, read_gold, read_lines

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
OWN = ROOT / "tests" / "data"
GOLD, EXTRA, OWN_ROW, SILVER, STATES = 3.0, 2.4, 3.0, 1.0, 0.5  # weights
EXAMPLE = {"en": OWN_ROW, "fr": 4.0}  # few verbs of French have another label
DRILL = 0.6
_HARD = 0.7  # of a gold label; the rest is what teachers make of it that did not see it
_SMOOTH = 0.03
_STANDS_FOR = {"name": "China", "adjective": "Chinese"}  # whatever names file the pack has
_HIDDEN = {"China": "Russia", "Chinese": "Russian", "Beijing": "Moscow"}


@dataclass(frozen=True)
class Sample:
    """A mention: what is seen of it, and what it is held to be."""

    id: str
    doc: str
    source: str
    features: tuple[tuple[str, str], ...]
    soft: tuple[float, ...]  # by CODES
    weight: float
    counts: bool = False  # whether a figure may be made of it
    wanted: bool = False
    is_abuse: bool = False
    is_seen: bool = True  # whether a reading is asked at all

    @property
    def learns(self) -> bool:
        return self.is_seen and sum(self.soft) > 0


@dataclass(frozen=True)
class Marked:
    """A mention in a text, not yet read."""

    id: str
    doc: str
    source: str
    text: str
    start: int
    end: int
    soft: tuple[float, ...]
    weight: float
    label: str = ""
    counts: bool = False


def load_engine(lang: str, names: Path | None = None) -> CompiledPack:
    return api.load_linter(Options(lang=lang, names=names)).compiled


def sentences(text: str, compiled: CompiledPack) -> Iterator[tuple[Sentence, Any]]:
    """The sentences of a plain text, with the segment of each."""
    for nth, segment in enumerate(plain.read(Path("text.txt"), text.encode()).segments):
        for span in compiled.splitter.split(segment.text):
            yield Sentence(
                nth, segment.text, span.start, span.end, compiled.lexicon, compiled.names
            ), segment


def placed(compiled: CompiledPack, text: str) -> list[tuple[int, int, Sentence, Slot]]:
    """Every mention of a text, with where it stands."""
    found = []
    for sentence, segment in sentences(text, compiled):
        for slot in compiled.slots(sentence):
            whole = hull(segment.map.to_source(slot.span))
            found.append((whole.start, whole.end, sentence, slot))
    return found


def seen(compiled: CompiledPack, rows: Iterable[Marked]) -> Iterator[Sample]:
    """What the reading sees of marked mentions; one that the tokenizer does not see is silent."""
    last: tuple[str, list[tuple[int, int, Sentence, Slot]]] = ("", [])
    for row in rows:
        if row.text != last[0]:
            last = row.text, placed(compiled, row.text)
        hits = [m for m in last[1] if m[0] < row.end and row.start < m[1]]
        is_seen = bool(hits) and not is_decided(*hits[0][2:])
        found: tuple[tuple[str, str], ...] = ()
        if is_seen:
            *_, sentence, slot = hits[0]
            found = tuple(features(sentence, slot, compiled.grammar))
        yield Sample(
            row.id, row.doc, row.source, found, row.soft, row.weight, row.counts,
            row.label in ("W", "S"), row.label == "W", is_seen,
        )


# -- where they come from -----------------------------------------------------------------------


def hard(label: str) -> tuple[float, ...]:
    """A soft label that is nearly sure; nothing for a code that names decide."""
    if label not in CODES:
        return (0.0,) * len(CODES)
    rest = _SMOOTH / len(CODES)
    return tuple(rest + (1 - _SMOOTH) * (code == label) for code in CODES)


def soft(chances: Sequence[float]) -> tuple[float, ...]:
    kept = [chances[LABELS.index(code)] for code in CODES]
    whole = sum(kept) or 1.0
    return tuple(chance / whole for chance in kept)


def gold(
    corpus: Path, lang: str, extra: Sequence[Path] = (), unseen: Path | None = None,
) -> Iterator[Marked]:
    """Gold, and further files of its shape, which never count in a figure.

    `unseen` holds what teachers make of each row without having seen it.
    """
    chances = _chances(unseen) if unseen else {}

    def label(key: tuple[str, int], code: str) -> tuple[float, ...]:
        sure = hard(code)
        if key not in chances or not sum(sure):
            return sure
        doubt = soft(chances[key]["p"])
        return tuple(_HARD * a + (1 - _HARD) * b for a, b in zip(sure, doubt, strict=True))

    for row in read_gold(corpus, lang):
        yield Marked(
            row.id, row.doc or row.id, row.source, row.text, row.start, row.end,
            label((row.id, row.start), row.label), GOLD, row.label, row.how in (*COUNTED, "first"),
        )
    for path in extra:
        for line in read_lines(path):
            if line["kind"] == "mention" and line["label"] in LABELS:
                yield Marked(
                    line["id"], line["doc"], line["source"], line["text"], line["start"],
                    line["end"], label((line["id"], line["start"]), line["label"]), EXTRA,
                    line["label"],
                )


def own(lang: str) -> Iterator[Marked]:
    """The project's own labelled tables."""
    for path in sorted(OWN.glob("*.jsonl")):
        for nth, line in enumerate(path.read_text("utf-8").splitlines()):
            row = json.loads(line)
            if row.get("lang", "en") != lang:
                continue
            doc = f"{path.stem}:{row.get('pair') or row.get('doc') or nth}"
            for mention in row.get("mentions", [row]):
                if mention.get("label") in LABELS:
                    yield Marked(
                        f"{path.stem}:{nth}", doc, f"own-{path.stem}", row["text"],
                        mention["start"], mention["end"], hard(mention["label"]), OWN_ROW,
                        mention["label"],
                    )


def written(compiled: CompiledPack, lang: str) -> Iterator[Marked]:
    """Sentences written for what gold lacks: a code for all mentions of a sentence."""
    path = Path(__file__).parent / f"written_{lang}.tsv"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows: list[tuple[str, str, float]] = []
    for line in lines:
        label, text = line.split("\t")
        rows.append((label, text, GOLD))
    rows += [(label, text, DRILL) for label, text in drills(compiled, lang)]
    for nth, (label, text, weight) in enumerate(rows):
        for start, end, _, _ in placed(compiled, text):
            doc = f"written:{nth}"
            yield Marked(doc, doc, "own-written", text, start, end, hard(label), weight, label)


def neutral(compiled: CompiledPack, lang: str) -> Iterator[Marked]:
    """The tests' neutral sentences, in which no mention is to be reported."""
    name = "sentences.tsv" if lang == "en" else f"sentences_{lang}.tsv"
    home = ROOT / "tests" / "neutral"
    texts = [line.split("\t")[-1] for line in (home / name).read_text("utf-8").splitlines()[1:]]
    if lang == "en":
        texts += [text for path in sorted((home / "long").glob("*.md"))
                  for text in path.read_text("utf-8").splitlines()]
    for nth, text in enumerate(texts):
        for start, end, _, _ in placed(compiled, text):
            doc = f"neutral:{nth}"
            yield Marked(doc, doc, "own-neutral", text, start, end, hard("O"), GOLD, "O")


def examples(compiled: CompiledPack, lang: str) -> Iterator[Marked]:
    """The examples of mention rules: what a rule finds, and what no rule finds.

    Those that stand beside a rule, then those that stand in a table of the tests.
    """
    data = tomllib.loads((ROOT / "rules" / lang / "conflation.toml").read_text("utf-8"))
    more: dict[str, list[dict[str, Any]]] = {}
    for line in read_lines(ROOT / "tests" / "data" / f"more_examples_{lang}.jsonl"):
        more.setdefault(line["rule"], []).append(line)
    weights = {"error": "W", "warning": "S", "suggestion": "N"}
    linter = api.Linter(lang=lang)
    for rule in data["rule"]:
        if rule["severity"] == "suggestion":
            continue
        for nth, row in enumerate([*rule["example"], *more.get(rule["id"], [])]):
            text, at, spans = row["text"], 0, []
            if not row["finds"] and (
                row.get("note", "").startswith("for ")
                or any(finding.slot for finding in linter.lint(text).findings)
            ):
                continue  # another rule's
            for words in row["finds"]:
                at = text.index(words, at)
                spans.append((at, at + len(words)))
            for start, end, _, _ in placed(compiled, text):
                hit = any(a < end and start < b for a, b in spans)
                if row["finds"] and not hit:
                    continue
                weight = row.get("severity", rule["severity"]) if not row.get("voice") else \
                    rule["severity"]
                label = weights.get(weight, "S") if hit else "O"
                doc = f"{rule['id']}:{nth}"
                yield Marked(
                    doc, doc, "own-examples", text, start, end, hard(label),
                    EXAMPLE.get(lang, OWN_ROW), label,
                )


def silver(corpus: Path, path: Path, lang: str, weight: float = SILVER) -> Iterator[Marked]:
    """Sentences of the pool with what a teacher makes of them; none that gold holds."""
    chances = _chances(path)
    for row in read_lines(corpus / "pool.jsonl"):
        if row["lang"] != lang:
            continue
        first = row["sent"][0]
        for start, end in row["spans"]:
            line = chances.get((row["id"], start))
            if line and not line.get("labelled"):
                yield Marked(
                    row["id"], row["doc"], row["source"], row["text"], first + start, first + end,
                    soft(line["p"]), weight,
                )


def states(corpus: Path, path: Path, lang: str, weight: float = STATES) -> Iterator[Marked]:
    """Sentences about other states, each in turn put where the country of the rules stands.

    A line of `path` has a reader's `label`, or `p`, the chances that teachers gave.
    """
    chances = _chances(path)
    own_names = re.compile(rf"\b({'|'.join(_HIDDEN)})\b")
    for row in read_lines(corpus / "pool_states.jsonl"):
        if row["lang"] != lang:
            continue
        text = row["text"]
        for state in dict.fromkeys(span[2] for span in row["spans"]):
            spans = [(a, b, _STANDS_FOR[kind]) for a, b, s, kind in row["spans"] if s == state]
            edits = spans + [
                (m.start(), m.end(), _HIDDEN[m.group()]) for m in own_names.finditer(text)
                if not any(a < m.end() and m.start() < b for a, b, _ in spans)
            ]
            swapped, at, places = "", 0, []
            for start, end, words in sorted(edits):
                swapped += text[at:start]
                if (start, end, words) in spans:
                    places.append((start, len(swapped), len(swapped) + len(words)))
                swapped += words
                at = end
            swapped += text[at:]
            for old, start, end in places:
                line = chances.get((row["id"], old))
                if line is None:
                    continue
                read = "label" in line
                yield Marked(
                    row["id"], row["doc"], row["source"], swapped, start, end,
                    hard(line["label"]) if read else soft(line["p"]), EXTRA if read else weight,
                )


def of_states(corpus: Path, path: Path, lang: str) -> Iterator[Sample]:
    """The same with the sentence as it is, read by a names file made for each state in turn.

    For a language in which another name would ask for another article.
    """
    chances = _chances(path)
    by_state: dict[str, list[tuple[Marked, str]]] = {}
    for row in read_lines(corpus / "pool_states.jsonl"):
        for start, end, state, kind in row["spans"] if row["lang"] == lang else ():
            if line := chances.get((row["id"], start)):
                marked = Marked(
                    row["id"], row["doc"], row["source"], row["text"], start, end,
                    hard(line["label"]), EXTRA,
                )
                by_state.setdefault(state, []).append((marked, kind))
    for state, rows in sorted(by_state.items()):
        with TemporaryDirectory() as folder:
            names = Path(folder) / "names.toml"
            names.write_text(_names_file(state, lang, rows), "utf-8")
            yield from seen(load_engine(lang, names), [marked for marked, _ in rows])


def _names_file(state: str, lang: str, rows: Sequence[tuple[Marked, str]]) -> str:
    """A names file with the names and adjectives that the sentences themselves hold."""
    forms: dict[str, set[str]] = {"name": set(), "adjective": set()}
    for row, kind in rows:
        words = row.text[row.start : row.end]
        forms[kind] |= {words} if kind == "name" else {words.lower(), words.capitalize()}
    country = sorted(forms["name"]) or [state]
    adjective = sorted(forms["adjective"]) or [f"{state}esque"]  # a names file needs one
    return (
        f'id = "state"\ntitle = "{state}"\nlang = "{lang}"\n[names]\n'
        f"country = {json.dumps(country, ensure_ascii=False)}\n"
        f"adjective = {json.dumps(adjective, ensure_ascii=False)}\n"
        f'[wordings.government]\n{lang} = "{state}"\n'
    )


def _chances(path: Path) -> dict[tuple[str, int], dict[str, Any]]:
    return {(line["id"], line["start"]): line for line in read_lines(path)}
