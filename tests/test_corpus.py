"""`lintwords corpus`: what is read of archives, what is written, and that no part is lost."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import threading
import time
import xml.etree.ElementTree as ET
from collections import Counter
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from pdffiles import pages

from lintwords.cli.main import main
from lintwords.cli.pace import told
from lintwords.corpus import Columns, Counts, Job, Progress, drawn, run, unpacked
from lintwords.corpus.crew import Crew
from lintwords.corpus.part import Done, finish
from lintwords.corpus.partitions import partitions
from lintwords.errors import LintwordsError

CALM, FOUND = "The town hall was full.\n", "China jailed a poet.\n"
TEXTS = [
    {"id": "a", "text": CALM, "date": "2024-05-01"},
    {"id": "b", "text": FOUND, "date": "2024-06-30T10:00:00Z"},
]


pytestmark = pytest.mark.usefixtures("in_own_folder")


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def separated(rows: list[dict[str, Any]], by: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0], delimiter=by)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def parquet(rows: list[dict[str, Any]]) -> bytes:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    sink = arrow.BufferOutputStream()
    parquet.write_table(arrow.Table.from_pylist(rows), sink, row_group_size=1)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def zst(data: bytes) -> bytes:
    packed: bytes = pytest.importorskip("zstandard").ZstdCompressor().compress(data)
    return packed


def warc(sort: str, row: dict[str, Any], body: bytes, *fields: str) -> bytes:
    head = [
        "WARC/1.0", f"WARC-Type: {sort}", f"WARC-Target-URI: {row['id']}",
        f"WARC-Date: {row['date']}", f"Content-Length: {len(body)}", *fields,
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def wet(rows: list[dict[str, Any]]) -> bytes:
    info = warc("warcinfo", {"id": "", "date": ""}, b"software: x")
    return info + b"".join(warc("conversion", row, row["text"].encode()) for row in rows)


def page(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "id": f"https://x.example/{row['id']}"}


def sent(row: dict[str, Any], type: str = "text/html", extra: str = "", body: bytes = b"") -> bytes:
    body = body or f"<p>{row['text']}</p>".encode()
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n{extra}\r\n".encode() + body
    return warc("response", page(row), http, "Content-Type: application/http; msgtype=response")


def rows(out: str | Path, name: str = "documents") -> list[dict[str, Any]]:
    files = sorted(Path(out, name).iterdir())
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def whole(out: str | Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(Path(out).rglob("*")) if path.is_file()
    }


def job(source: str, out: str = "out", **asked: Any) -> Job:
    return Job((Path(source),), Path(out), **asked)


# -- sources ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        pytest.param("a.jsonl", jsonl, id="rows"),
        pytest.param("a.jsonl.gz", lambda rows: gzip.compress(jsonl(rows)), id="rows, packed"),
        pytest.param("a.ndjson.zst", lambda rows: zst(jsonl(rows)), id="rows, packed by an extra"),
        pytest.param("a.csv", lambda rows: b"\xef\xbb\xbf" + separated(rows, ","),
                     id="line ends in fields, a mark before"),
        pytest.param("a.tsv.gz", lambda rows: gzip.compress(separated(rows, "\t")), id="tabs"),
        pytest.param("a.parquet", parquet, id="columns"),
        pytest.param("a.warc.wet", wet, id="texts of a crawl"),
        pytest.param("a.warc.wet.gz", lambda rows: gzip.compress(wet(rows[:1]))
                     + gzip.compress(wet(rows[1:])), id="packed record by record"),
        pytest.param("a.wet.zst", lambda rows: zst(wet(rows[:1])) + zst(wet(rows[1:])),
                     id="two frames"),
    ],
)
def test_every_kind_of_source_gives_the_same(name: str, pack: Any) -> None:
    Path(name).write_bytes(pack(TEXTS))
    done = run(job(name, columns=Columns(date="date"), part_size=1))
    assert [(row["id"], row["words"], row["month"], row["error"]) for row in rows("out")] == [
        ("a", 5, "2024-05", 0), ("b", 4, "2024-06", 1)
    ]
    (found,) = rows("out", "findings")
    assert (found["id"], found["words"], found["rule"]) == ("b", "China", "country-as-abuser")
    assert done.counts.told()["sources"] == {
        name: {"documents": 2, "findings": 1, "flagged": 1, "words": 9}
    }


def test_a_folder_is_read_with_all_that_is_below() -> None:
    Path("in/deep").mkdir(parents=True)
    Path("in/a.md").write_text(f"# Report\n\n{FOUND}")
    Path("in/deep/b.html").write_text(f"<p>{CALM}</p>")
    Path("in/deep/c.jsonl").write_bytes(jsonl(TEXTS))
    Path("in/picture.png").write_bytes(b"\x89PNG")
    Path("in/.hidden.txt").write_text(FOUND)
    run(job("in"))
    assert [(row["id"], row["error"]) for row in rows("out")] == [
        ("a", 0), ("b", 1), ("a.md", 1), (str(Path("deep/b.html")), 0)
    ]


def test_pages_of_a_crawl_are_unpacked_and_others_only_counted() -> None:
    calm, found = TEXTS
    pieces = b"5\r\n<p>Ch\r\n10\r\nina jailed him.\n\r\n0\r\n\r\n"
    Path("a.warc").write_bytes(b"".join([
        sent(calm),
        sent({**found, "id": "gz"}, extra="Content-Encoding: gzip\r\n",
             body=gzip.compress(b"<p>China jailed her.</p>")),
        sent({**found, "id": "pieces"}, extra="Transfer-Encoding: chunked\r\n", body=pieces),
        sent({**found, "id": "latin"}, "text/html; charset=iso-8859-1",
             body="<p>Là. China jailed us.</p>".encode("latin-1")),
        sent({**found, "id": "br"}, extra="Content-Encoding: br\r\n"),
        sent({**found, "id": "picture"}, "image/png"),
        warc("request", page(found), b"GET / HTTP/1.1\r\n\r\n"),
    ]))
    done = run(job("a.warc"))
    assert [(row["id"][18:], row["error"], row["trouble"]) for row in rows("out")] == [
        ("a", 0, None), ("gz", 1, None), ("pieces", 1, None), ("latin", 1, None),
        ("br", 0, "Its page is packed as br, which is not read."),
    ]
    assert done.counts.all["others"] == 2


def test_a_record_is_read_by_its_type_or_by_how_it_begins() -> None:
    row = {"date": "2024-06-01"}
    told = FOUND.encode()
    pdf = pages(b"BT /F 12 Tf 50 700 Td (China jailed a poet.) Tj ET\n")
    page = b"<!DOCTYPE html><p>" + told
    bodies = {
        "markdown": ("text/markdown", b"*Calm.* " + told), "pdf": ("application/pdf", pdf),
        "none, a page": ("", page), "none, a text": ("application/octet-stream", told),
        "none, a PDF": ("", pdf), "bytes": ("", b"\xff\x00\x01"), "style": ("text/css", b"p {}"),
        "nothing": ("text/html", b""), "data": ("application/json", b'{"a": "%b"}' % told),
        "old Word": ("application/msword", b"\xd0\xcf\x11\xe0"),
    }
    sent = [
        warc("Response", {**row, "id": f"<http://x.example/{name}>"},
             f"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n".encode() + body)
        for name, (type, body) in bodies.items()
    ]
    sent += [
        warc("resource", {**row, "id": "file:a.md"}, told, "Content-Type: text/markdown"),
        warc("resource", {**row, "id": "file:b"}, told),
        warc("response", {**row, "id": "http://x.example/lines"},
             b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + page),
        warc("continuation", {**row, "id": "http://x.example/rest"}, told),
    ]
    Path("a.warc").write_bytes(b"".join(sent))
    done = run(job("a.warc"))
    assert [(row["id"].rpartition("/")[2], row["error"], bool(row["trouble"]))
            for row in rows("out")] == [
        ("markdown", 1, False), ("pdf", 1, False), ("none, a page", 1, False),
        ("none, a text", 1, False), ("none, a PDF", 1, False), ("data", 0, True),
        ("old Word", 0, True), ("file:a.md", 1, False), ("file:b", 1, False), ("lines", 1, False),
        ("rest", 0, True),
    ]
    assert done.counts.all["others"] == 3


@pytest.mark.parametrize("size", [20, 67, 68, 10_000])
def test_wherever_rows_are_cut_each_is_read_once(size: int) -> None:
    Path("a.jsonl").write_bytes(jsonl(TEXTS * 3) + b"\n" + jsonl(TEXTS).rstrip(b"\n"))
    run(job("a.jsonl", part_size=size))
    assert [row["id"] for row in rows("out")] == ["a", "b"] * 4


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        pytest.param("a.jsonl", b"{broken\n", "It is no JSON: ", id="no JSON"),
        pytest.param("a.jsonl", b"[1]\n", "It is no JSON object.", id="a list"),
        pytest.param("a.jsonl", b'{"text": "\xff"}\n', "It is no text in UTF-8.", id="no UTF-8"),
        pytest.param("a.jsonl", b'{"text": "China jailed a poet.", "text": "Calm."}\n',
                     'Two of its values are named "text".', id="twice"),
        pytest.param("a.jsonl", b'{"text": null}\n', "It has no text.", id="null"),
        pytest.param("a.jsonl", b'{"text": 5}\n', "Its text is no text but of the type int.",
                     id="a number"),
        pytest.param("a.jsonl", b'{"text": "\\ud800"}\n', "Its text is no Unicode text", id="half"),
        pytest.param("a.jsonl", b'{"text": "a\\u0000b"}\n', "cannot read ", id="a zero"),
        pytest.param("a.csv", b"a,b,c\r\n", "It has 3 fields, the first row has 2.", id="fields"),
        pytest.param("a.csv", b"a,\xff\r\n", "Its text is no Unicode text", id="CSV, no UTF-8"),
        pytest.param("a.wet", b"WARC/1.0\r\nno field\r\n\r\n", "Its head is no list", id="head"),
        pytest.param("a.wet", b"WARC/1.0\r\nWARC-Type: x\r\n\r\n", "It does not say how long",
                     id="no length"),
    ],
)
def test_a_bad_record_is_an_error_row(name: str, data: bytes, trouble: str) -> None:
    a, b = TEXTS[:1], TEXTS[1:]
    good = {"a.jsonl": jsonl(a), "a.csv": b"id,text\r\na,Calm.\r\n", "a.wet": wet(a)}
    rest = {"a.jsonl": jsonl(b), "a.csv": b"b,Calm.\r\n", "a.wet": wet(b)}
    Path(name).write_bytes(good[name] + data + rest[name])
    done = run(job(name))
    told = [row for row in rows("out") if row["trouble"]]
    assert len(told) == done.counts.all["bad"] == 1
    assert told[0]["trouble"].startswith(trouble)
    assert {row["id"] for row in rows("out") if not row["trouble"]} == {"a", "b"}


@pytest.mark.parametrize(("name", "ids"), [
    ("a.jsonl", ["a", "b"]), ("a.jsonl.gz", ["a", "b"]), ("a.csv", ["a"]), ("a.tsv.gz", ["a"]),
])
def test_a_row_that_is_too_long_is_told_and_not_kept(
    name: str, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lintwords.corpus.rows._LONGEST", 1_000)
    monkeypatch.setattr("lintwords.corpus.rows._PIECE", 100)
    long = {**TEXTS[0], "text": "word " * 1_000}
    three = [TEXTS[0], long, TEXTS[1]]
    data = jsonl(three) if "json" in name else separated(three, "\t" if "tsv" in name else ",")
    Path(name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    done = run(job(name, part_size=1_500))
    assert [row["id"] for row in rows("out") if not row["trouble"]] == ids
    assert [row["trouble"][:18] for row in rows("out") if row["trouble"]] == ["It is longer than "]
    assert ids == ["a", "b"] or [one.message for one in done.cannot] == [
        f"cannot read all of {name}"
    ]


def test_what_is_packed_small_is_unpacked_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b" " * 3_000_000 + jsonl(TEXTS)
    Path("a.jsonl.zst").write_bytes(zst(data))
    sizes: list[int] = []

    class Counting(unpacked._Frames):
        def _unpack(self) -> None:
            super()._unpack()
            sizes.append(len(self._ready))

    monkeypatch.setattr(unpacked, "_PIECE", 20)
    monkeypatch.setattr(unpacked, "_Frames", Counting)
    with unpacked.opened(Path("a.jsonl.zst")) as file:
        assert file.read() == data
    assert max(sizes) < len(data) and sum(sizes) == len(data)


def test_a_text_that_could_not_be_read_ends_with_2() -> None:
    given = ["corpus", "a.jsonl", "-j", "1", "--isolated", "--out"]
    Path("a.jsonl").write_bytes(jsonl(TEXTS))
    assert main([*given, "good"]) == 0
    Path("a.jsonl").write_bytes(jsonl(TEXTS[:1]) + b"{broken\n" + jsonl(TEXTS[1:]))
    assert main([*given, "bad"]) == 2
    assert main([*given, "bad"]) == 2  # also where it had been finished before


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.wet.gz", "a.wet.zst"])
def test_of_a_file_that_ends_early_the_rest_is_an_error_row(name: str) -> None:
    noise = [{**TEXTS[0], "id": os.urandom(400).hex()} for _ in range(200)]
    written, packed = jsonl if "jsonl" in name else wet, gzip.compress if "gz" in name else zst
    whole, rest = packed(written(TEXTS)), packed(written(noise))
    Path(name).write_bytes(whole + rest[: len(rest) // 2])
    for _ in range(2):  # it stays so when the parts are finished
        done = run(job(name))
        assert [(one.path, one.message) for one in done.cannot] == [
            (Path(name), f"cannot read all of {name}")
        ]
    *read, last = rows("out")
    assert [row["id"] for row in read[:2]] == ["a", "b"]
    assert last["trouble"].startswith(("The rest is damaged", "It ends early"))


def test_whatever_a_column_of_parquet_holds_costs_no_other() -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    def bytes_as_text(data: bytes) -> Any:
        ends = b"".join(end.to_bytes(4, "little") for end in (0, len(data)))
        buffers = [None, arrow.py_buffer(ends), arrow.py_buffer(data)]
        return arrow.Array.from_buffers(arrow.string(), 1, buffers)

    found, far = [FOUND], 2**62
    columns = {
        "broken": {"text": bytes_as_text(b"a\xffb")},
        "broken id": {"text": found, "id": bytes_as_text(b"\xff")},
        "nanoseconds": {"text": found, "date": arrow.array([1], arrow.timestamp("ns"))},
        "far": {"text": found, "date": arrow.array([far], arrow.timestamp("us"))},
        "far day": {"text": found, "date": arrow.array([2**30], arrow.date32())},
        "a zone": {"text": found, "date": arrow.array([1], arrow.timestamp("us", tz="No/Where"))},
        "a list": {"text": found, "id": [["x"]]}, "lists": {"text": [["x"]]},
        "numbers": {"text": arrow.array([far], arrow.duration("us"))},
        "none": {"text": arrow.nulls(1)}, "words": {"text": arrow.array(found).dictionary_encode()},
        "bytes": {"text": [FOUND.encode()], "id": [7]},
    }
    if hasattr(arrow, "string_view"):
        columns["view"] = {"text": arrow.array(found, arrow.string_view())}
    Path("in").mkdir()
    for name, held in columns.items():
        held = {"date": [None], **held}
        parquet.write_table(arrow.table(held), f"in/{name}.parquet")
    run(job("in", columns=Columns(date="date")))
    told = {Path(row["source"]).stem: (row["error"], row["month"], row["trouble"])
            for row in rows("out")}
    bad = {"broken": "cannot read", "none": "It has no text.",
           "lists": "Its text is no text but of the type list",
           "numbers": "Its text is no text but of the type duration[us]."}
    assert {name: row[:2] for name, row in told.items() if name not in bad} == {
        name: (1, "1970-01" if name in ("nanoseconds", "a zone") else "")
        for name in columns if name not in bad
    }
    assert {name: told[name][2][: len(start)] for name, start in bad.items()} == bad


def test_files_that_are_none_cost_no_other() -> None:
    pytest.importorskip("pyarrow")
    Path("in").mkdir()
    Path("in/a.jsonl.gz").write_bytes(b"no gzip at all")
    Path("in/b.parquet").write_bytes(b"PAR1")
    Path("in/c.jsonl").write_bytes(jsonl(TEXTS))
    Path("in/d.wet").write_bytes(b"\x00\x01")
    Path("in/e.jsonl").symlink_to("nowhere")
    Path("in/f.csv").write_bytes(b"")
    done = run(job("in"))
    assert [(row["source"], row["error"], bool(row["trouble"])) for row in rows("out")] == [
        ("in/a.jsonl.gz", 0, True), ("in/b.parquet", 0, True), ("in/c.jsonl", 0, False),
        ("in/c.jsonl", 1, False), ("in/d.wet", 0, True),
    ]
    assert [one.path.name for one in done.cannot] == [
        "e.jsonl", "a.jsonl.gz", "b.parquet", "d.wet"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("name", ["f.jsonl", "f.jsonl.gz", "f.csv", "f.warc", "f.parquet"])
def test_nobody_waits_for_a_pipe_in_a_folder(name: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    Path("in").mkdir()
    Path("in/a.jsonl").write_bytes(jsonl(TEXTS))
    os.mkfifo(f"in/{name}")
    done = run(job("in"))
    assert [(one.path.name, one.hint) for one in done.cannot] == [
        (name, "The system says: It is no file.")
    ]
    assert [row["id"] for row in rows("out")] == ["a", "b"]


@pytest.mark.parametrize("data", [b"no gzip at all", b""])
def test_a_source_that_is_damaged_is_named_and_ends_with_2(data: bytes, capsys: Any) -> None:
    Path("a.jsonl.gz").write_bytes(data)
    assert main(["corpus", "a.jsonl.gz", "--out", "out", "-j", "1", "--isolated"]) == 2
    assert "cannot read all of a.jsonl.gz" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"text": "body"}, 'a.jsonl has no column "body"'),
        ({"lang": "lang"}, 'a.jsonl has no column "lang"'),
        ({"date": "dat"}, "Did you mean date?"),
    ],
)
def test_a_column_that_is_not_there_is_told_at_once(asked: dict[str, str], told: str) -> None:
    Path("a.jsonl").write_bytes(jsonl(TEXTS))
    with pytest.raises(LintwordsError, match=told.replace("?", r"\?")):
        run(job("a.jsonl", columns=Columns(**asked)))
    assert not Path("out").exists()


@pytest.mark.parametrize("name", ["a.csv", "a.tsv.gz", "a.parquet"])
def test_two_columns_of_one_name_are_told_at_once(name: str) -> None:
    if name == "a.parquet":
        arrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        names, columns = ["id", "text", "text"], [["a"], [FOUND], [CALM]]
        parquet.write_table(arrow.Table.from_arrays(list(map(arrow.array, columns)), names), name)
    else:
        data = b"id,text,text\na,China jailed a poet.,Calm.\n"
        tabs = gzip.compress(data.replace(b",", b"\t"))
        Path(name).write_bytes(data if name == "a.csv" else tabs)
    with pytest.raises(LintwordsError, match='has more than one column "text"'):
        run(job(name))
    run(job(name, columns=Columns(text="id", id="")))


def test_a_row_may_name_its_language() -> None:
    french = "La mairie reste ouverte toute la semaine pour les habitants."
    texts = [
        {"lang": "de", "text": FOUND}, {"lang": "en-GB", "text": FOUND},
        {"lang": "eng,fra", "text": FOUND}, {"lang": "", "text": french},
    ]
    Path("a.jsonl").write_bytes(jsonl(texts))
    done = run(job("a.jsonl", columns=Columns(lang="lang")))
    assert [(row["lang"], row["judged"], row["error"]) for row in rows("out")][:3] == [
        ("de", False, 0), ("en", True, 1), ("en", True, 1)
    ]
    assert done.counts.all["unjudged"] == 1


# -- parts --------------------------------------------------------------------------------------


@pytest.fixture
def many() -> str:
    Path("many.jsonl").write_bytes(jsonl(TEXTS * 200))
    return "many.jsonl"


def test_parquet_parts_tell_by_what_they_were_made(many: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run(job(many, format="parquet"))
    found = parquet.read_table("out/findings/part-00000.parquet")
    documents = parquet.read_table("out/documents/part-00000.parquet")
    assert (found.num_rows, documents.num_rows) == (200, 400)
    about = {name.decode(): value.decode() for name, value in found.schema.metadata.items()}
    asked = json.loads(Path("out/run.json").read_text())
    assert about == {
        "lintwords": asked["version"], "pack": asked["pack"], "part": "0", "source": many,
        "readings": " ".join(asked["readings"]),
    }
    assert len(about["pack"]) >= 64 and about["readings"]


def test_a_run_goes_on_where_it_was(many: str) -> None:
    size = Path(many).stat().st_size // 8
    run(job(many, "whole", part_size=size))

    class Stop(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.parts == 3:
            raise Stop

    with pytest.raises(Stop):
        run(job(many, part_size=size), watch=stop)
    Path("out/findings/part-00003.jsonl").write_text("{}\n")  # stopped between its files
    before = {path: path.stat().st_mtime_ns for path in Path("out/counts").iterdir()}
    done = run(job(many, part_size=size))
    assert (done.skipped, done.parts) == (3, 8)
    assert whole("out") == whole("whole")
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert run(job(many, part_size=size)).counts.told() == done.counts.told()


def test_another_question_has_another_folder(many: str) -> None:
    run(job(many))
    with pytest.raises(LintwordsError, match=r"asked otherwise \(kind\)"):
        run(job(many, kind="markdown"))
    Path(many).write_bytes(jsonl(TEXTS))
    with pytest.raises(LintwordsError, match=r"asked otherwise \(cuts\)"):
        run(job(many))


def test_a_killed_process_costs_no_part(many: str) -> None:
    size = Path(many).stat().st_size // 6
    run(job(many, "whole", part_size=size))
    asked = json.loads(Path("whole/run.json").read_text())
    again = job(
        many, "whole", part_size=size, pack=asked["pack"], version=asked["version"],
        readings=tuple(asked["readings"]),
    )
    before, pieces = whole("whole"), partitions(again)
    for path in Path("whole/counts").iterdir():
        path.unlink()
    crew, killed = Crew(again, 2), Counter[str]()

    def kill() -> None:
        while not (at_work := active_children()):
            time.sleep(0.01)
        at_work[0].kill()
        killed[at_work[0].name] += 1

    thread = threading.Thread(target=kill)
    thread.start()
    done = sorted(crew.finish(pieces), key=lambda one: one.partition.number)
    thread.join()
    assert len(killed) == 1
    assert [(one.partition.number, one.problem) for one in done] == [
        (number, "") for number in range(len(pieces))
    ]
    assert sum(one.documents for one in done) == 400
    assert whole("whole") == before


def test_what_ends_every_process_is_named_and_the_rest_is_done(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lintwords.corpus import crew

    monkeypatch.setattr(crew, "_work", _ends_at_the_second)
    pieces = partitions(job(many, part_size=Path(many).stat().st_size // 3))
    done = {one.partition.number: one for one in Crew(job(many), 2).finish(pieces)}
    assert {number: bool(one.problem) for number, one in done.items()} == {
        0: False, 1: True, 2: False, 3: False
    }


def _ends_at_the_second(job: Job, pipe: Any) -> None:
    while True:
        try:
            partition = pipe.recv()
        except EOFError:
            return
        if partition.number == 1:
            os._exit(1)
        pipe.send(Done(partition))


def test_a_part_is_not_judged_by_other_rules(many: str) -> None:
    asked = job(many, pack="of yesterday", version="0.0.1")
    with pytest.raises(LintwordsError, match="not those of the run"):
        finish(asked, partitions(asked)[0])


def test_a_part_whose_source_has_gone_is_not_finished(many: str) -> None:
    def take_away(_: Progress) -> None:
        Path(many).unlink(missing_ok=True)

    done = run(job(many), watch=take_away)
    assert [one.hint for one in done.cannot] == ["The system says: No such file or directory."]
    assert not any(Path("out/counts").iterdir())


def test_a_cluster_gives_the_same(many: str) -> None:
    distributed = pytest.importorskip("distributed")
    size = Path(many).stat().st_size // 4
    run(job(many, "alone", part_size=size))
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:
        run(job(many, part_size=size), scheduler=cluster.scheduler_address)
    assert whole("out") == whole("alone")


# -- the command --------------------------------------------------------------------------------


def test_the_command_prints_tables_and_says_what_was_written(many: str, capsys: Any) -> None:
    args = ["corpus", many, "--out", "out", "--date", "date", "-j", "1", "--isolated"]
    assert main(args) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[:2] == [
        "findings  flagged  rule", "200       200      country-as-abuser"
    ]
    assert "200        800    200       200      2024-06" in said.out
    assert said.err.startswith("200 findings in 200 texts of 400, 1,800 words.\nWrote out: ")
    assert main([*args, "--text", "body"]) == 2
    assert 'has no column "body"' in capsys.readouterr().err
    picture = ET.fromstring(Path("out/summary.svg").read_text())
    texts = [node.text for node in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[:3] == ["Findings by rule", "country-as-abuser", "200"]


def test_progress_tells_rate_and_time_left() -> None:
    line = told(Progress(3, 9, 6_000_000, 18_000_000, 1200), 2.0)
    assert line == "Part 3 of 9, 1,200 texts, 3.0 MB/s, 4 s left"
    assert told(Progress(0, 9, 0, 18_000_000, 0), 0.0) == "Part 0 of 9, 0 texts"


def test_a_picture_holds_any_name() -> None:
    counts = Counts()
    row = {"source": "<b>&\x01", "month": None, "lang": "en", "words": 1, "trouble": None}
    counts.add(row, ["x"], judged=True)
    assert [node.text for node in ET.fromstring(drawn(counts)) if node.text == "<b>&?"]
