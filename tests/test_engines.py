"""The programs in docs/scale.md: each engine that is installed gives the findings it should."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lintwords import api

pytest.importorskip("pyarrow")

PAGE = Path(__file__).parents[1] / "docs" / "scale.md"
TEXTS = {"a": "China jailed a poet.", "b": "A calm day.", "c": "Calm.\n\nChina jailed a singer."}


def program(name: str) -> str:
    (found,) = re.findall(rf"^```python {name}\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    return str(found)


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names that the first program makes, which the others go on with."""
    import pyarrow
    from pyarrow import parquet

    monkeypatch.chdir(tmp_path)
    table = pyarrow.table({"id": list(TEXTS), "text": list(TEXTS.values())})
    parquet.write_table(table, "texts.parquet", row_group_size=2)
    names: dict[str, Any] = {"__name__": "program"}
    exec(program("pyarrow"), names)
    return names


def places(findings: Any) -> list[tuple[str, str, int]]:
    return [(row["id"], row["words"], row["start"]) for row in findings.to_pylist()]


def test_pyarrow(known: dict[str, Any]) -> None:
    assert places(known["findings"]) == [("a", "China", 0), ("c", "China", 7)]


def test_duckdb(known: dict[str, Any]) -> None:
    pytest.importorskip("duckdb")
    exec(program("duckdb"), known)
    assert places(known["findings"]) == [("c", "China", 7)]
    assert known["by_rule"] == [("country-as-abuser", 1)]


def test_polars(known: dict[str, Any]) -> None:
    pytest.importorskip("polars")
    exec(program("polars"), known)
    assert places(known["findings"]) == [("a", "China", 0), ("c", "China", 7)]


def test_datatrove(known: dict[str, Any]) -> None:
    pytest.importorskip("datatrove")
    exec(program("datatrove"), known)
    assert known["documents"][0].metadata["findings"] == ["country-as-abuser"]


def test_the_columns_for_spark_are_those_of_the_answer(known: dict[str, Any]) -> None:
    text = " ".join(PAGE.read_text("utf-8").replace("\n#", " ").split())
    said = re.search(r"SCHEMA: (row .*?cannot string)", text)
    batch = api.Linter().lint_batch(known["pa"].record_batch({"text": ["Calm."]}))
    kinds = {"int64": "long", "string": "string"}
    columns = ", ".join(f"{one.name} {kinds[str(one.type)]}" for one in batch.schema)
    assert said and said[1] == columns
