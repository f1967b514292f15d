"""The exports say what the contract says, in files that are whole or not there."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from made import capture_of, full_reading, reading_of
from tawatur.errors import ExportError
from tawatur.model import Reading
from tawatur.model.columns import unit_of
from tawatur.report.csv import CsvOptions, guarded, write_csv
from tawatur.report.jsonl import write_jsonl
from tawatur.report.lines import CreditLine, LinkLine, PageLine, PostLine, page_line, post_lines
from tawatur.report.parquet import pages_table, posts_table, write_parquet
from tawatur.report.schemas import CREDIT, LINK, PAGE_SCHEMA, POST_SCHEMA

TEXT = "The ferry is late\nIt waits.\n\nعبّارة تتأخر\nlang: ar\n\nNo body at all"
# The words of the contract, field by field and in its order.
PAGE_FIELDS = ["id", "source", "media_type", "sha256", "retrieved", "title", "text"]
POST_FIELDS = [
    "id", "page_id", "source", "start", "end", "title", "body_start", "body_end", "byline", "outlet", "published",
    "lang", "credits", "links",
]  # fmt: skip


@pytest.fixture
def reading() -> Reading:
    return full_reading(capture_of(TEXT))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_jsonl_has_exactly_the_fields_of_the_contract(reading: Reading, tmp_path: Path) -> None:
    pages, posts = write_jsonl([reading], tmp_path / "new" / "out")
    assert [list(line) for line in lines(pages)] == [PAGE_FIELDS]
    assert [list(line) for line in lines(posts)] == [POST_FIELDS] * 3
    first, _, last = lines(posts)
    assert first["credits"] == [
        {"kind": "photo", "to": "The", "start": 0, "end": 3},
        {"kind": "via", "to": "The", "start": 0, "end": 3},
    ]
    assert first["links"] == [
        {"kind": "image", "text": None, "url": "https://lamp.example/a.png"},
        {"kind": "link", "text": "The", "url": "https://lamp.example/b"},
    ]
    assert (last["body_start"], last["body_end"], last["byline"], last["credits"]) == (None, None, None, [])


def test_unknown_is_null_never_an_empty_string(reading: Reading) -> None:
    blank = replace(reading.descriptions[0], title="", byline="", outlet="", published="", lang="")
    line = next(post_lines(replace(reading, descriptions=(blank,))))
    assert (line.title, line.byline, line.outlet, line.published, line.lang) == (None,) * 5


def test_a_post_that_could_not_be_described_still_has_its_title(reading: Reading) -> None:
    first = next(post_lines(replace(reading, descriptions=())))
    assert (first.title, first.lang, first.credits) == ("The ferry is late", None, ())


def test_a_line_of_jsonl_is_one_line_for_every_reader(tmp_path: Path) -> None:
    pages, _ = write_jsonl([reading_of(capture_of("a\u2028b\u2029c\x85d\x0be\x1cf\r\ng"))], tmp_path)
    assert len(pages.read_text("utf-8").splitlines()) == 1
    assert lines(pages)[0]["text"] == "a\u2028b\u2029c\x85d\x0be\x1cf\r\ng"


def test_an_export_that_breaks_leaves_the_old_files_as_they_were(reading: Reading, tmp_path: Path) -> None:
    write_jsonl([reading], tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def breaking() -> Iterator[Reading]:
        yield reading
        raise KeyboardInterrupt

    for write in (write_jsonl, write_csv, write_parquet):
        with pytest.raises(KeyboardInterrupt):
            write(breaking(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_cannot_be_made_is_an_error_with_a_next_step(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="run the same command again"):
        write_jsonl([reading], tmp_path / "file")


def test_csv_gives_four_tables_that_go_together(reading: Reading, tmp_path: Path) -> None:
    paths = {path.stem: path for path in write_csv([reading], tmp_path)}
    tables = {name: list(csv.DictReader(path.open(encoding="utf-8-sig", newline=""))) for name, path in paths.items()}
    assert list(tables["pages"][0]) == PAGE_FIELDS
    assert list(tables["posts"][0]) == POST_FIELDS[:-2]
    assert tables["pages"][0]["text"] == reading.page.text
    assert [row["post_id"] for row in tables["credits"]] == [reading.posts[0].id] * 2
    assert [row["url"] for row in tables["links"]] == ["https://lamp.example/a.png", "https://lamp.example/b"]
    assert tables["posts"][2]["body_start"] == ""


def test_csv_begins_with_a_byte_order_mark_unless_told_otherwise(reading: Reading, tmp_path: Path) -> None:
    assert write_csv([reading], tmp_path)[0].read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert write_csv([reading], tmp_path, CsvOptions(bom=False))[0].read_bytes().startswith(b"id,")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd", "＝1+1", "\n=1"])
def test_csv_never_hands_a_formula_to_a_spreadsheet(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["plain", "1-1", "عنوان", "", "'quoted'"])
def test_csv_leaves_plain_words_alone(cell: str) -> None:
    assert guarded(cell) == cell


def test_parquet_holds_the_same_lines(reading: Reading, tmp_path: Path) -> None:
    pages, posts = write_parquet([reading, full_reading(capture_of(TEXT, "two"))], tmp_path)
    assert pq.read_schema(pages).equals(PAGE_SCHEMA, check_metadata=True)
    assert pq.read_table(posts).num_rows == 6
    jsonl = write_jsonl([reading], tmp_path)
    assert pq.read_table(posts).slice(0, 3).to_pylist() == lines(jsonl[1])
    assert pq.read_table(pages).slice(0, 1).to_pylist() == lines(jsonl[0])


def test_an_empty_case_exports_files_with_columns(tmp_path: Path) -> None:
    for path in write_parquet([], tmp_path):
        assert pq.read_table(path).num_rows == 0
    assert [path.read_bytes() for path in write_jsonl([], tmp_path)] == [b"", b""]


def test_arrow_tables_are_what_parquet_holds(reading: Reading) -> None:
    assert pages_table([reading]).schema.equals(PAGE_SCHEMA)
    assert posts_table([reading]).column("title").to_pylist()[0] == "The ferry is late"


@pytest.mark.parametrize(
    ("noun", "schema"),
    [(PageLine, PAGE_SCHEMA), (PostLine, POST_SCHEMA), (CreditLine, CREDIT), (LinkLine, LINK)],
)
def test_a_line_and_its_schema_have_the_same_fields_and_every_column_a_unit(noun: type, schema: object) -> None:
    columns = list(schema)  # type: ignore[call-overload]
    assert [field.name for field in fields(noun)] == [column.name for column in columns]
    nullable = {field.name for field in fields(noun) if str(field.type).endswith("| None")}
    assert {column.name for column in columns if column.nullable} == nullable
    assert all(unit_of(column) for column in columns)


def test_lines_point_into_the_text_of_their_page(reading: Reading) -> None:
    text = page_line(reading.page).text
    for line in post_lines(reading):
        assert line.title is not None
        assert text[line.start : line.end].startswith(line.title)
