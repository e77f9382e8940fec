"""The benchmarks count what they say they count, and show nothing of what is set aside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from odtfiles import odt
from wordfiles import par, word

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import documents  # noqa: E402
import overlap  # noqa: E402
import score  # noqa: E402  (scripts, not a package)
import shapes  # noqa: E402
import speed  # noqa: E402
import stops  # noqa: E402
import swap  # noqa: E402

from lintwords.judge.document_linter import DocumentLinter, load  # noqa: E402
from lintwords.model import Document, Options  # noqa: E402

WORKING, ASIDE = "doc-2", "doc-1"


def row(text: str, words: str, label: str, **more: Any) -> dict[str, Any]:
    start = text.index(words)
    return {"id": f"{label}:{words}", "kind": "mention", "text": text, "label": label,
            "start": start, "end": start + len(words), "sent": [0, len(text)], **more}


def scored(tmp_path: Path, rows: list[dict[str, Any]], *args: str) -> str:
    labels = tmp_path / "labels.jsonl"
    labels.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "score.py", labels, *args],
        capture_output=True, encoding="utf-8", check=True,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("right", "all_", "interval"),
    [
        pytest.param(0, 0, (0.0, 1.0), id="nothing is known"),
        pytest.param(0, 10, (0.0, 0.2775), id="none of ten"),
        pytest.param(9, 10, (0.5958, 0.9821), id="nine of ten"),
        pytest.param(950, 1000, (0.9347, 0.9619), id="many"),
    ],
)
def test_interval_is_the_one_of_wilson(
    right: int, all_: int, interval: tuple[float, float]
) -> None:
    assert score.wilson(right, all_) == pytest.approx(interval, abs=1e-4)


def test_a_third_of_the_documents_is_set_aside_by_name() -> None:
    names = [f"doc-{number}" for number in range(3000)]
    assert 900 < sum(map(score.is_aside, names)) < 1100
    assert (score.is_aside(WORKING), score.is_aside(ASIDE)) == (False, True)


def test_nothing_of_the_set_aside_part_is_shown(tmp_path: Path) -> None:
    rows = [
        row("The kettle of China sang all morning.", "China", "W", doc=WORKING),
        row("A secret ladder to China stood there.", "China", "W", doc=ASIDE),
    ]
    for part in ("working", "aside", "all"):
        said = scored(tmp_path, rows, "--part", part, "--errors")
        assert "ladder" not in said
        assert ("kettle" in said) is (part != "aside")
    assert "0/2" in scored(tmp_path, rows, "--part", "all")


def test_judged_findings_and_marked_sentences_are_counted(tmp_path: Path) -> None:
    line = "Taiwan is an inalienable part of China."
    label = "The China virus came by boat."
    judged = {"kind": "judged", "start": 0, "lang": "en"}
    marked = {"kind": "marked", "lang": "en"}
    rows: list[dict[str, Any]] = [
        {**judged, "id": "a", "text": line, "end": 38, "rule": "x", "verdict": "right"},
        {**judged, "id": "b", "text": label, "end": 17, "rule": "x", "verdict": "wrong"},
        {**judged, "id": "c", "text": "A quiet day.", "end": 5, "rule": "y", "verdict": "right"},
        {**marked, "id": "d", "text": f"Well. {line}", "sent": [6, 45], "spans": []},
        {**marked, "id": "e", "text": f"{label} Well.", "sent": [0, 29], "spans": [
            {"start": 4, "end": 15, "category": "ethnic-harm", "sign": "+"},
            {"start": 16, "end": 28, "category": "euphemism", "sign": "+"},
        ]},
        {**marked, "id": "f", "text": f"Ah: {label}", "sent": [4, 33], "spans": [
            {"start": 8, "end": 19, "category": "ethnic-harm", "sign": "?"},
        ]},
    ]
    said = " ".join(scored(tmp_path, rows, "--rules").split())
    assert "precision recall all 0.500 (0.15–0.85) 2/4 0.500 (0.15–0.85) 2/4" in said
    assert "right wrong arguable all 1/2 1/1 0/0 x 1/1 1/1 0/0 y 0/1 0/0 0/0" in said


def test_mentions_are_counted_by_the_guide(tmp_path: Path) -> None:
    rows = [
        row("China detained five lawyers.", "China", "W"),
        row("We saw the kettle of China.", "China", "S"),
        row("She flew to China in March.", "China", "O"),
        row("China jailed two cooks and a baker.", "China", "O"),
        row("China arrested a beekeeper last week.", "China", "unclear"),
    ]
    said = scored(tmp_path, rows).splitlines()
    figures = next(line for line in said if line.startswith("all "))
    assert [word for word in figures.split() if "/" in word] == ["1/2", "1/2"]


def test_lines_are_told_by_category_and_rule(tmp_path: Path) -> None:
    line = "The Xizang Autonomous Region opened a museum."
    more = {"category": "territorial-name", "flag": True, "rule": "xizang-name"}
    rows = [
        row(line, "Xizang Autonomous Region", "", **more),
        row("A kettle sang in the far valley.", "kettle", "", **more),
        {"id": "n", "text": "She flew to Lhasa.", **more, "flag": False},
    ]
    said = scored(tmp_path, rows, "--rules").splitlines()
    by_name = {" ".join(line.split()[:2]): line.split()[-1] for line in said if line}
    assert by_name["category right"] == "1/1"
    assert by_name["label territorial-name"] == "1/2"
    assert next(line for line in said if "rule xizang" in line).split()[-1] == "1/2"


def test_overlap_is_a_run_of_words_in_a_pattern_or_an_example() -> None:
    rule = next(rule for rule in load(Options()).rules if rule.id == "poverty-credit")
    example = rule.examples[0].text
    rows = [example, "A kettle sang in the far valley.", "It sets an example for all poverty."]
    found = {(text, where) for text, _, _, where in overlap.shared(rows, [rule], 8)}
    assert found == {(example, f"example, line {rule.examples[0].line}")}
    runs = {run for _, run, _, where in overlap.shared(rows, [rule], 3) if where == "pattern"}
    assert runs == {"sets an example"}


def test_a_made_text_is_always_the_same_and_has_its_mentions() -> None:
    one, two = speed.make("typical", 50_000, 12), speed.make("typical", 50_000, 12)
    assert one == two
    paragraphs = one.data.decode().split("\n\n")
    assert one.mentions == sum("hin" in p or "Beijing" in p for p in paragraphs)
    assert abs(one.mentions - len(paragraphs) / 12) <= 1


def test_every_shape_can_be_made_in_every_format_that_holds_it() -> None:
    linter = load(Options(lang="en", fields=shapes.FIELDS))
    names = shapes.names_of(linter)
    every = shapes.all_shapes(linter)
    assert len(every) >= 40 and len({shape.name for shape in every}) == len(every)
    unmade = [
        (shape.name, suffix) for shape in every for suffix in shape.formats
        if not any(sign in shapes.text_of(shape, suffix, 300, names) for sign in (b"{c}", b"{r}"))
        and len(shapes.text_of(shape, suffix, 300, names)) < 30
    ]
    assert unmade == []


@pytest.mark.parametrize(
    ("name", "suffix", "findings"),
    [
        pytest.param("one long line", ".txt", 21, id="text"),
        pytest.param("tables", ".md", 14, id="markup"),
        pytest.param("rows of CSV", ".csv_", 14, id="a whole file of its own"),
        pytest.param("one word with hyphens", ".html", 0, id="names that no rule asks about"),
    ],
)
def test_a_shape_is_read_judged_told_fixed_and_known(name: str, suffix: str, findings: int) -> None:
    linter = load(Options(lang="en", fields=shapes.FIELDS))
    (shape,) = [shape for shape in shapes.all_shapes(linter) if shape.name == name]
    data = shapes.text_of(shape, suffix, 400, shapes.names_of(linter))
    done = shapes.measure(linter, suffix, data)
    assert (done.fault, done.findings) == ("", findings)
    assert set(done.seconds) == set(shapes.ACTS)


@pytest.mark.parametrize(
    ("once", "twice", "faults"),
    [
        pytest.param(1.0, 2.1, [], id="in time with its length"),
        pytest.param(0.01, 0.05, [], id="too quick to tell"),
        pytest.param(1.0, 4.0, ["check grows 4.00"], id="with the square of it"),
        pytest.param(20.0, 40.0, ["40.0 s a MB"], id="slow"),
    ],
)
def test_what_is_at_fault(once: float, twice: float, faults: list[str]) -> None:
    one, two = (
        shapes.Measure(size, {"check": seconds, "told": 0.0, "fix": 0.0, "known": 0.0})
        for size, seconds in ((500_000, once), (1_000_000, twice))
    )
    assert shapes.Pair(shapes.PLAIN[0], ".txt", one, two).faults(0.3) == faults


def test_a_shape_that_raises_and_one_that_never_ends_are_faults() -> None:
    worker = shapes.Worker()
    try:
        assert worker.measure("no such shape", ".txt", 10).fault.startswith("KeyError")
        assert worker.measure("one long line", ".txt", 200_000, 0).fault == "no end after 0 s"
        assert worker.measure("empty lines", ".txt", 1).size
    finally:
        worker.stop()


def test_a_swap_gives_each_name_its_counterpart() -> None:
    text = "The People's Republic of China met RUSSIA and the Russian Federation in Beijing."
    other = "The Russian Federation met CHINA and the People's Republic of China in Moscow."
    assert (swap.swapped(text), swap.swapped(other)) == (other, text)


@pytest.mark.usefixtures("few_rules")
def test_a_swapped_sentence_has_the_same_readings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        "They spoke of China-Russia ties.",  # governed by the other name
        "There are others, from Russia to China.",  # between two prepositions
        "They need China and the Russian Federation.",  # a formal name
        "CHINA JAILED TWO RUSSIAN POETS",  # capitals
        "Moscow, not China, vetoed what Beijing wanted.",  # capital cities
    ]
    path = tmp_path / "rows.jsonl"
    left_out, french = {"text": "The Soviet Union fell."}, {"text": "La Chine", "lang": "fr"}
    rows = (*({"text": text} for text in texts), left_out, french)
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    monkeypatch.setattr(sys, "argv", ["swap.py", str(path), "--show"])
    code, said = swap.main(), capsys.readouterr()
    told = "5 sentences with 6 mentions: 5 equal, 0 unequal (1 of 6 left out)\n"
    assert (said.err, said.out, code) == ("", told, False)


def test_documents_tells_what_comes_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "It rained in the small town by the river."
    (tmp_path / "a.docx").write_bytes(word(par(text)))
    (tmp_path / "b.docx").write_bytes(b"PK")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.odt").write_bytes(odt(f"<text:p>{text}</text:p>"))
    (tmp_path / "d.rtf").write_bytes(b"{\\rtf1 Calm.\\par Mo")
    (tmp_path / "e.json").write_bytes(b"{}")
    monkeypatch.setattr(sys, "argv", ["documents.py", str(tmp_path)])
    assert documents.main() == 0
    rows = [line.split()[:-1] for line in capsys.readouterr().out.splitlines()]
    assert rows[1:] == [
        ["docx", "2", "1", "1", "0", "0", "0", "1", "1"],
        ["rtf", "1", "1", "0", "1", "0", "0", "0", "0"],
        ["odt", "1", "1", "0", "0", "0", "0", "1", "1"],
    ]


def test_documents_counts_what_breaks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = documents.one_file.read_document

    def breaks(linter: DocumentLinter, path: Path, *given: Any) -> Document:
        if path.parent == tmp_path:
            raise ZeroDivisionError("here")
        return read(linter, path, *given)

    (tmp_path / "a.txt").write_text("Calm.\n")
    monkeypatch.setattr(sys, "argv", ["documents.py", str(tmp_path)])
    monkeypatch.setattr(documents.one_file, "read_document", breaks)
    assert documents.main() == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[1].split()[:-1] == ["text", "1", "0", "0", "0", "1", "0", "0", "0"]
    assert "a.txt: ZeroDivisionError: here" in said.err


@pytest.mark.parametrize("fixes", [False, True], ids=["checked", "fixed"])
def test_no_stage_calls_a_later_one(tmp_path: Path, fixes: bool) -> None:
    path = tmp_path / "a.md"
    path.write_text(stops.TEXT, "utf-8")
    found = stops.stops_of(ROOT, path, fixes=fixes)
    rooms = {name.partition(".")[0] for row in found for name in row}
    assert (stops.climbs_of(found, stops.layers(ROOT)), len(rooms) <= 17) == ([], True)


def test_what_is_handed_down_and_called_there_climbs() -> None:
    down, up = ("run.one_file", "text.sentences"), ("text.sentences", "judge.document_linter")
    assert stops.climbs_of([down, up], stops.layers(ROOT)) == [up]


def test_a_file_that_does_not_get_through_has_no_stops(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(bytes(range(256)) * 40)
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "stops.py", path], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "did not get through" in done.stderr and "cannot read" in done.stderr
