"""The exports say what the contract says, in files that are whole or not there."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from made import capture_of, full_reading, reading_of
from tawatur.errors import ExportError
from tawatur.model import Reading, Speaker
from tawatur.model.columns import unit_of
from tawatur.report.csv import CsvOptions, guarded, write_csv
from tawatur.report.jsonl import write_jsonl
from tawatur.report.lines import CreditLine, LinkLine, page_line, post_lines
from tawatur.report.parquet import arrow_table, write_parquet
from tawatur.report.schemas import COUNTED, CREDIT, LINK, PAGE_SCHEMA, QUOTED
from tawatur.report.statement_lines import CountedLine, QuotedLine, Spoken, speaker_lines
from tawatur.report.tables import PAGES, POSTS, TABLES, Speakers

TEXT = "The ferry is late\nIt waits.\n\nعبّارة تتأخر\nlang: ar\n\nNo body at all"
# The words of the contract, field by field and in its order.
PAGE_FIELDS = ["id", "source", "media_type", "sha256", "retrieved", "title", "text"]
POST_FIELDS = [
    "id", "page_id", "source", "start", "end", "title", "body_start", "body_end", "byline", "outlet", "published",
    "lang", "credits", "links",
]  # fmt: skip
STATEMENT_FIELDS = [
    "id", "post_id", "kind", "start", "end", "speaker", "speaker_start", "speaker_end", "speaker_name",
    "speaker_class", "cue", "cue_start", "cue_end", "verb_class", "addressee", "lang",
]  # fmt: skip
PLACE_FIELDS = ["post_id", "start", "end", "text", "name", "geonames_id", "lat", "lon", "kind"]


@pytest.fixture
def reading() -> Reading:
    return full_reading(capture_of(TEXT))


@pytest.fixture
def speakers(reading: Reading) -> Speakers:
    """Two statements of one speaker, under two names."""
    ids = tuple(one.id for one in reading.statements)
    known = Speaker(
        id="sp-1",
        name="Rana Halwan",
        speaker_class="person",
        names=(("Rana Halwan", 1), ("رنا حلوان", 1)),
        statements=ids,
        made_by="people@1",
    )
    post = reading.posts[0].id
    spoken = {ids[0]: Spoken(post, "Lamp", "Lamp", "2031-05"), ids[1]: Spoken(post, None, "Lamp", "2031-04-30")}
    return Speakers(of=dict.fromkeys(ids, "sp-1"), lines=speaker_lines([known], spoken))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_jsonl_has_exactly_the_fields_of_the_contract(reading: Reading, tmp_path: Path) -> None:
    pages, posts, statements, places, _ = write_jsonl([reading], tmp_path / "new" / "out")
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
    # Fields may be added; these keep their name, and stand first.
    assert all(list(line)[: len(STATEMENT_FIELDS)] == STATEMENT_FIELDS for line in lines(statements))
    assert all(list(line)[: len(PLACE_FIELDS)] == PLACE_FIELDS for line in lines(places))


def test_a_statement_is_a_line_with_its_words(reading: Reading, speakers: Speakers, tmp_path: Path) -> None:
    full, bare = lines(write_jsonl([reading], tmp_path, speakers)[2])
    text = reading.page.text
    assert (full["content"], full["speaker"], full["cue"], full["venue"]) == (
        text[0:3],
        text[0:2],
        text[2:3],
        text[1:2],
    )
    assert (full["start"], full["end"], full["negated"], full["speaker_id"]) == (0, 3, True, "sp-1")
    assert full["quoted"] == [{"start": 0, "end": 1}, {"start": 2, "end": 3}]
    unknown = ("speaker", "speaker_start", "speaker_name", "speaker_class", "cue", "addressee", "venue", "lang")
    assert [bare[name] for name in unknown] == [None] * len(unknown)
    assert bare["negated"] is False


def test_a_mention_of_a_place_is_a_line_with_its_words(reading: Reading, tmp_path: Path) -> None:
    full, bare = lines(write_jsonl([reading], tmp_path)[3])
    assert (full["text"], full["name"], full["lat"], full["geonames_id"]) == ("The", "Port Qamari", 35, 7)
    assert (bare["lat"], bare["lon"], bare["geonames_id"], bare["country"], bare["form"]) == (*[None] * 4, "demonym")


def test_a_speaker_is_a_line_with_names_outlets_and_addressees(
    reading: Reading, speakers: Speakers, tmp_path: Path
) -> None:
    (line,) = lines(write_jsonl([reading], tmp_path, speakers)[4])
    assert (line["statements"], line["posts"], line["first"], line["last"]) == (2, 1, "2031-04-30", "2031-05")
    assert line["names"] == [{"name": "Rana Halwan", "statements": 1}, {"name": "رنا حلوان", "statements": 1}]
    assert line["outlets"] == [{"name": "Lamp", "statements": 2}]
    assert line["addressees"] == [{"name": "Lamp", "statements": 1}]
    assert line["statement_ids"] == [one.id for one in reading.statements]


def test_unknown_is_null_never_an_empty_string(reading: Reading) -> None:
    blank = replace(reading.descriptions[0], title="", byline="", outlet="", published="", lang="")
    line = next(post_lines(replace(reading, descriptions=(blank,))))
    assert (line.title, line.byline, line.outlet, line.published, line.lang) == (None,) * 5


def test_a_post_that_could_not_be_described_still_has_its_title(reading: Reading) -> None:
    first = next(post_lines(replace(reading, descriptions=())))
    assert (first.title, first.lang, first.credits) == ("The ferry is late", None, ())


def test_a_line_of_jsonl_is_one_line_for_every_reader(tmp_path: Path) -> None:
    pages, *_ = write_jsonl([reading_of(capture_of("a\u2028b\u2029c\x85d\x0be\x1cf\r\ng"))], tmp_path)
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


def test_csv_gives_tables_that_go_together(reading: Reading, speakers: Speakers, tmp_path: Path) -> None:
    paths = {path.stem: path for path in write_csv([reading], tmp_path, speakers)}
    tables = {name: list(csv.DictReader(path.open(encoding="utf-8-sig", newline=""))) for name, path in paths.items()}
    assert list(tables["pages"][0]) == PAGE_FIELDS
    assert list(tables["posts"][0]) == POST_FIELDS[:-2]
    assert tables["pages"][0]["text"] == reading.page.text
    assert [row["post_id"] for row in tables["credits"]] == [reading.posts[0].id] * 2
    assert [row["url"] for row in tables["links"]] == ["https://lamp.example/a.png", "https://lamp.example/b"]
    assert tables["posts"][2]["body_start"] == ""
    said = tables["statements"][0]
    assert (said["negated"], said["reasons"], said["speaker_id"]) == ("true", "a cue stands before it; x", "sp-1")
    assert {row["statement_id"] for row in tables["statement_quotations"]} == {said["id"]}
    assert [row["name_ar"] for row in tables["places"]] == ["مرفأ القمري", ""]
    assert "statement_ids" not in tables["speakers"][0]
    assert [row["speaker_id"] for row in tables["speaker_names"]] == ["sp-1", "sp-1"]
    assert tables["speaker_outlets"] == [{"speaker_id": "sp-1", "name": "Lamp", "statements": "2"}]


def test_csv_begins_with_a_byte_order_mark_unless_told_otherwise(reading: Reading, tmp_path: Path) -> None:
    assert write_csv([reading], tmp_path)[0].read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert write_csv([reading], tmp_path, options=CsvOptions(bom=False))[0].read_bytes().startswith(b"id,")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd", "＝1+1", "\n=1"])
def test_csv_never_hands_a_formula_to_a_spreadsheet(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["plain", "1-1", "عنوان", "", "'quoted'"])
def test_csv_leaves_plain_words_alone(cell: str) -> None:
    assert guarded(cell) == cell


def test_parquet_holds_the_same_lines(reading: Reading, speakers: Speakers, tmp_path: Path) -> None:
    tables = {path.stem: path for path in write_parquet([reading], tmp_path, speakers)}
    assert pq.read_schema(tables["pages"]).equals(PAGE_SCHEMA, check_metadata=True)
    for path in write_jsonl([reading], tmp_path, speakers):
        assert pq.read_table(tables[path.stem]).to_pylist() == lines(path), path.stem


def test_parquet_of_many_pages_has_them_all(reading: Reading, tmp_path: Path) -> None:
    _, posts, *_ = write_parquet([reading, full_reading(capture_of(TEXT, "two"))], tmp_path)
    assert pq.read_table(posts).num_rows == 6


def test_an_empty_case_exports_files_with_columns(tmp_path: Path) -> None:
    for path in write_parquet([], tmp_path):
        assert pq.read_table(path).num_rows == 0
    assert {path.read_bytes() for path in write_jsonl([], tmp_path)} == {b""}
    assert all(path.read_text("utf-8-sig").count("\n") == 1 for path in write_csv([], tmp_path))


def test_arrow_tables_are_what_parquet_holds(reading: Reading) -> None:
    assert arrow_table(PAGES, [reading]).schema.equals(PAGE_SCHEMA)
    assert arrow_table(POSTS, [reading]).column("title").to_pylist()[0] == "The ferry is late"


@pytest.mark.parametrize(
    ("noun", "schema"),
    [
        *((table.noun, table.schema) for table in TABLES),
        (CreditLine, CREDIT),
        (LinkLine, LINK),
        (QuotedLine, QUOTED),
        (CountedLine, COUNTED),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_line_and_its_schema_have_the_same_fields_and_every_column_a_unit(noun: type, schema: object) -> None:
    columns = list(schema)  # type: ignore[call-overload]
    assert [field.name for field in fields(noun)] == [column.name for column in columns]
    nullable = {field.name for field in fields(noun) if str(field.type).endswith("| None")}
    # Lists are never unknown, they are empty.
    assert {column.name for column in columns if column.nullable and not pa.types.is_list(column.type)} == nullable
    assert all(unit_of(column) for column in columns)


def test_lines_point_into_the_text_of_their_page(reading: Reading) -> None:
    text = page_line(reading.page).text
    for line in post_lines(reading):
        assert line.title is not None
        assert text[line.start : line.end].startswith(line.title)
