"""`reuse.jsonl` and `chains.jsonl` say what the contract says, and the same in CSV and Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import tawatur
from made import capture_of, reading_of
from tawatur.batch.whole import connect_posts
from tawatur.model.columns import unit_of
from tawatur.report.reuse_lines import deciding
from tawatur.report.schemas import CHAIN_SCHEMA, REUSE_SCHEMA
from tawatur.store import open_case, prepare

WIRE = "The tug pulled 19 barges through the lock before noon and the lock keeper counted each of them aloud twice"
POSTS = (
    f"Barges pass\n{WIRE}\noutlet: =Lock Wire\ndate: 2031-05-04",
    f"Many barges\noutlet: Quay Post\ndate: 2031-05-06\n{WIRE.replace('19', '21').replace('the lock before', 'lock before')}",
    "Nothing alike\noutlet: Quay Post\nA short word.",
)
# The words of the contract, field by field and in its order; more may follow.
REUSE_FIELDS = ["a", "a_start", "a_end", "b", "b_start", "b_end", "similarity", "direction", "why"]
CHAIN_FIELDS = {"post_id", "origin_id", "links"}
LINK_FIELDS = {"from", "to", "kind", "evidence"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tawatur.Case]:
    path = tmp_path_factory.mktemp("exports") / "a.tawatur"
    with open_case(path, create=True) as store:
        run = store.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031")
        for n, text in enumerate(POSTS):
            capture = capture_of(text, f"{n}.txt")
            store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="t")
    connect_posts(path)
    with tawatur.open(path) as opened:
        yield opened


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_reuse_has_the_fields_of_the_contract(case: tawatur.Case, tmp_path: Path) -> None:
    names = {path.name for path in case.export(tmp_path)}
    assert names >= {"pages.jsonl", "posts.jsonl", "reuse.jsonl", "chains.jsonl"}
    (line,) = lines(tmp_path / "reuse.jsonl")
    assert list(line)[: len(REUSE_FIELDS)] == REUSE_FIELDS
    assert line["direction"] == "a->b"
    assert "date" in str(line["why"])
    assert line["number_changed"] is True


def test_offsets_are_code_points_of_the_pages_text(case: tawatur.Case, tmp_path: Path) -> None:
    case.export(tmp_path)
    texts = {page["id"]: str(page["text"]) for page in lines(tmp_path / "pages.jsonl")}
    page_of = {post["id"]: texts[post["page_id"]] for post in lines(tmp_path / "posts.jsonl")}
    (line,) = lines(tmp_path / "reuse.jsonl")
    assert page_of[line["a"]][line["a_start"] : line["a_end"]] == WIRE  # type: ignore[misc,index]
    changed = [
        (page_of[line["a"]][one["a_start"] : one["a_end"]], page_of[line["b"]][one["b_start"] : one["b_end"]])
        for one in line["differences"]  # type: ignore[attr-defined]
    ]
    assert changed == [("19", "21"), ("the", "")]


def test_every_post_has_a_chain_with_the_fields_of_the_contract(case: tawatur.Case, tmp_path: Path) -> None:
    case.export(tmp_path)
    chains = lines(tmp_path / "chains.jsonl")
    assert {chain["post_id"] for chain in chains} == {post.id for post in case.posts}
    assert all(set(chain) >= CHAIN_FIELDS for chain in chains)
    links = [link for chain in chains for link in chain["links"]]  # type: ignore[attr-defined]
    assert links
    assert all(set(link) >= LINK_FIELDS and set(link["evidence"]) == {"post_id", "start", "end"} for link in links)
    copied = next(link for link in links if link["kind"] == "copies")
    assert (copied["from"], copied["to"]) == (case.posts[1].id, case.posts[0].id)


def test_parquet_and_arrow_hold_the_same_with_units(case: tawatur.Case, tmp_path: Path) -> None:
    case.export(tmp_path, to="parquet")
    for name, schema in (("reuse", REUSE_SCHEMA), ("chains", CHAIN_SCHEMA)):
        stored = pq.read_table(tmp_path / f"{name}.parquet")
        assert stored.schema.names == schema.names
        assert stored.to_pylist() == case.to_arrow(name).to_pylist()
        assert all(unit_of(field) for field in schema)
    assert case.to_arrow("reuse").num_rows == 1


def test_csv_puts_lists_into_tables_of_their_own_and_guards_cells(case: tawatur.Case, tmp_path: Path) -> None:
    names = {path.name for path in case.export(tmp_path, to="csv")}
    assert {
        "reuse.csv",
        "reuse_differences.csv",
        "reuse_reasons.csv",
        "chains.csv",
        "chain_links.csv",
    } <= names

    def rows(name: str) -> list[dict[str, str]]:
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    assert [row["number"] for row in rows("reuse_differences")] == ["true", "false"]
    assert rows("reuse")[0]["siblings_of"] == ""
    assert len(rows("chains")) == 3
    cells = [cell for name in ("chains", "chain_links", "reuse_reasons") for row in rows(name) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_direction_that_is_not_known_has_no_why() -> None:
    assert deciding(None) is None


def test_the_library_gives_pairs_chains_and_origins(case: tawatur.Case) -> None:
    (pair,) = case.reuse
    assert (pair.a.number, pair.direction, pair.b.number) == (1, "a->b", 2)
    assert [change.number for change in pair.figure_changes] == [True]
    chain = case.chain(2)
    assert chain.links[0].to == case.post(1)
    assert chain.links[0].words is not None and chain.links[0].words.startswith("The tug pulled 21")
    assert case.independent_origins([1, 2]).count == 1
    assert case.independent_origins().posts == 3
