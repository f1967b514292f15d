import bz2
import gzip
import io
import json
import zipfile
import zlib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import zstandard
from captures import arc, html, six_pages, taken, warc, written
from fastwarc.stream_io import BrotliWriter
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from tawatur.model import Capture, Failure
from tawatur.read import ReadOptions, open_sources, parse
from tawatur.read.bodies import dechunk

PAGES = six_pages()
URIS = [uri for uri, _ in PAGES]
# Record ids are made at random: what is compared has to come from one making.
PLAIN, PACKED = warc(PAGES, gzipped=False), warc(PAGES)


def offsets(raw: bytes) -> list[int]:
    """Where warcio finds the records of a sound archive."""
    archive = ArchiveIterator(io.BytesIO(raw), arc2warc=True)
    found = []
    for record in archive:
        record.content_stream().read()
        found.append(archive.get_record_offset())
    return found


@pytest.mark.parametrize("pack", [lambda raw: raw, zstandard.compress, bz2.compress])
def test_pages_of_an_archive_come_one_by_one_however_it_is_packed(tmp_path: Path, pack: object) -> None:
    path = written(tmp_path, "x.bin", pack(warc(PAGES, gzipped=False)))  # type: ignore[operator]
    captures, failures = taken(path)
    assert not failures
    assert [(capture.source, capture.raw) for capture in captures] == PAGES
    assert {capture.container for capture in captures} == {str(path)}
    assert captures[0].stated_charset == "utf-8"
    assert parse(captures[0]).source == PAGES[0][0]


@pytest.mark.parametrize("gzipped", [True, False])
def test_records_carry_the_byte_offset_where_they_start(tmp_path: Path, gzipped: bool) -> None:
    raw = warc(PAGES, gzipped=gzipped)
    captures, _ = taken(written(tmp_path, "x", raw))
    assert [capture.offset for capture in captures] == offsets(raw)


def test_zstd_frames_of_one_record_each_carry_their_offsets(tmp_path: Path) -> None:
    records = [zstandard.compress(warc([page], gzipped=False)) for page in PAGES]
    captures, failures = taken(written(tmp_path, "x.warc.zst", b"".join(records)))
    assert not failures
    assert [capture.offset for capture in captures] == [sum(map(len, records[:i])) for i in range(6)]


def test_a_zstd_dictionary_in_front_is_used(tmp_path: Path) -> None:
    records = [warc([page], gzipped=False) for page in PAGES]
    table = zstandard.ZstdCompressionDict(b"".join(records)[:4096])
    packer = zstandard.ZstdCompressor(dict_data=table)
    frame = b"\x5d\x2a\x4d\x18" + len(table.as_bytes()).to_bytes(4, "little") + table.as_bytes()
    raw = frame + b"".join(packer.compress(record) for record in records)
    captures, failures = taken(written(tmp_path, "x.warc.zst", raw))
    assert not failures
    assert [capture.source for capture in captures] == URIS


def test_one_gzip_stream_over_all_records_is_read_and_reported(tmp_path: Path) -> None:
    captures, failures = taken(written(tmp_path, "x.gz", gzip.compress(warc(PAGES, gzipped=False))))
    assert [capture.source for capture in captures] == URIS
    assert [failure.offset for failure in failures] == [0]
    assert "share one gzip member" in failures[0].message


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    raw = (
        warc([PAGES[0]])
        + warc([("https://courier.example/gone", b"<html>Not found</html>")], status="404 Not Found")
        + warc([("https://courier.example/a.png", b"\x89PNG\r\n\x1a\n")], headers=[("Content-Type", "image/png")])
        + warc([("https://courier.example/a.js", b"var x = 1;")], headers=[("Content-Type", "text/javascript")])
        + warc([("https://courier.example/robots.txt", b"User-agent: *")], headers=[("Content-Type", "text/plain")])
        + warc([("https://courier.example/0", b"GET / HTTP/1.1\r\n\r\n")], kind="request")
        + warc([("metadata://tool.example/log", b"a log")], kind="resource")
    )
    tally: Counter[str] = Counter()
    found = list(open_sources([str(written(tmp_path, "x", raw))], tally=tally))
    assert [item.source for item in found] == [URIS[0]]
    assert tally == {
        "status 404": 1,
        "image/png": 1,
        "text/javascript": 1,
        "robots.txt": 1,
        "request": 1,
        "note of the crawler": 1,
    }


def test_extracted_text_and_resources_are_documents(tmp_path: Path) -> None:
    raw = warc([("https://courier.example/a", "نص المقال".encode())], kind="conversion") + warc(
        [("https://courier.example/b", html("B", "Text."))], kind="resource", headers=[("Content-Type", "text/html")]
    )
    captures, _ = taken(written(tmp_path, "x.wet", raw))
    assert [parse(capture).media_type for capture in captures] == ["text/plain", "text/html"]
    assert parse(captures[0]).text == "نص المقال"


def test_a_feed_in_an_archive_is_a_document(tmp_path: Path) -> None:
    feed = b'<rss version="2.0"><channel><title>T</title><item><title>One</title></item></channel></rss>'
    raw = warc([("https://courier.example/feed", feed)], headers=[("Content-Type", "application/rss+xml")])
    captures, _ = taken(written(tmp_path, "x", raw))
    assert parse(captures[0]).media_type == "application/rss+xml"


def test_a_bracketed_address_is_read_without_its_brackets(tmp_path: Path) -> None:
    raw = warc([PAGES[0]], gzipped=False).replace(
        b"WARC-Target-URI: " + URIS[0].encode(), b"WARC-Target-URI: <" + URIS[0].encode() + b">"
    )
    assert [capture.uri for capture in taken(written(tmp_path, "x", raw))[0]] == [URIS[0]]


def with_brotli(body: bytes) -> bytes:
    out = io.BytesIO()
    with BrotliWriter(out) as writer:
        writer.write(body)
    return out.getvalue()


def encoded(body: bytes, name: str) -> bytes:
    return {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": with_brotli,
        "zstd": zstandard.compress,
    }[name](body)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_content_encodings_are_undone(tmp_path: Path, name: str) -> None:
    uri, body = PAGES[0]
    raw = warc([(uri, encoded(body, name))], headers=[("Content-Type", "text/html"), ("Content-Encoding", name)])
    captures, failures = taken(written(tmp_path, "x", raw))
    assert not failures
    assert captures[0].raw == body


def test_a_body_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(b"a" * 3_000_000)
    raw = warc([(URIS[0], bomb)], headers=[("Content-Encoding", "gzip"), ("Content-Type", "text/html")]) + warc(
        [PAGES[1]]
    )
    captures, failures = taken(written(tmp_path, "x", raw), options=ReadOptions(max_bytes=100_000))
    assert [capture.source for capture in captures] == [URIS[1]]
    assert [failure.kind for failure in failures] == ["TooLarge"]


@pytest.mark.parametrize(
    ("body", "joined", "whole"),
    [
        (b"4\r\nabcd\r\n3;x=y\r\nefg\r\n0\r\n\r\n", b"abcdefg", True),
        (b"4\nabcd\n0\n\n", b"abcd", True),
        (b"<html>never chunked</html>", b"<html>never chunked</html>", True),
        (b"4\r\nabcd\r\n", b"abcd", False),
        (b"ff\r\nabcd", b"abcd", False),
        (b"4\r\nabcd\r\nzz\r\n", b"abcd", False),
        (b"", b"", True),
    ],
)
def test_chunks_are_joined_and_wrong_ones_do_no_harm(body: bytes, joined: bytes, whole: bool) -> None:
    text, missing = dechunk(body)
    assert (text, missing is None) == (joined, whole)


@pytest.mark.parametrize("pack", [lambda raw: raw, gzip.compress])
def test_arc_records_are_read_with_blanks_in_their_addresses(tmp_path: Path, pack: object) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGES[0][1]
    uri = "http://courier.example/a?title=News From Town 20140216050221 x&y=1"
    raw = arc([(uri, answer), (URIS[1], answer)])
    cuts = [0, raw.index(b"http:"), raw.index(b"https:"), len(raw)]
    parts = [pack(raw[start:end]) for start, end in pairwise(cuts)]  # type: ignore[operator]
    captures, failures = taken(written(tmp_path, "x", b"".join(parts)))
    assert not failures
    assert [(capture.source, capture.raw) for capture in captures] == [(uri, PAGES[0][1]), (URIS[1], PAGES[0][1])]
    assert [capture.offset for capture in captures] == [len(parts[0]), len(parts[0]) + len(parts[1])]
    assert captures[0].retrieved == "2014-02-16T05:02:21+00:00"


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_cut_off_archive_keeps_the_pages_before_the_cut(tmp_path: Path, gzipped: bool) -> None:
    raw = warc(PAGES, gzipped=gzipped)
    starts = offsets(raw)
    cut = starts[3] + (starts[4] - starts[3]) // 2
    captures, failures = taken(written(tmp_path, "x", raw[:cut]))
    assert [capture.source for capture in captures] == URIS[:3]
    assert [(failure.kind, failure.offset) for failure in failures] == [("TruncatedRecord", starts[3])]
    assert f"byte {starts[3]}" in failures[0].message


def test_a_damaged_member_is_reported_and_reading_goes_on_behind_it(tmp_path: Path) -> None:
    raw = bytearray(warc(PAGES))
    starts = offsets(bytes(raw))
    raw[starts[2] + 60] ^= 0xFF
    captures, failures = taken(written(tmp_path, "x", bytes(raw)))
    assert [capture.source for capture in captures] == [*URIS[:2], *URIS[3:]]
    assert [failure.offset for failure in failures] == [starts[2]]


def test_a_wrong_checksum_is_damage(tmp_path: Path) -> None:
    raw = bytearray(warc(PAGES))
    starts = offsets(bytes(raw))
    raw[starts[3] - 6] ^= 0xFF  # inside the CRC at the end of the third member
    captures, failures = taken(written(tmp_path, "x", bytes(raw)))
    assert len(captures) == 5
    assert [failure.offset for failure in failures] == [starts[2]]


@pytest.mark.parametrize("length", [b"20", b"9000", b"99999999", b"x"])
def test_a_wrong_length_costs_one_record(tmp_path: Path, length: bytes) -> None:
    raw = warc(PAGES, gzipped=False)
    starts = offsets(raw)
    at = raw.index(b"Content-Length: ", starts[2])
    end = raw.index(b"\r\n", at)
    raw = raw[:at] + b"Content-Length: " + length + raw[end:]
    captures, failures = taken(written(tmp_path, "x", raw))
    assert [capture.source for capture in captures] == [*URIS[:2], *URIS[3:]]
    assert [failure.offset for failure in failures] == [starts[2]]


@pytest.mark.parametrize("gzipped", [True, False])
def test_junk_between_records_is_passed(tmp_path: Path, gzipped: bool) -> None:
    raw = warc(PAGES, gzipped=gzipped)
    at = offsets(raw)[2]
    captures, failures = taken(written(tmp_path, "x", raw[:at] + b"this is no record\n" * 5 + raw[at:]))
    assert URIS[2:] == [capture.source for capture in captures][-4:]
    assert len(failures) == 1


def test_a_record_over_the_limit_is_left_and_the_next_is_read(tmp_path: Path) -> None:
    big = ("https://courier.example/big", b"<html>" + b"x" * 2_000_000)
    for gzipped in (True, False):
        raw = warc([PAGES[0], big, PAGES[1]], gzipped=gzipped)
        captures, failures = taken(written(tmp_path, f"{gzipped}", raw), options=ReadOptions(max_bytes=100_000))
        assert [capture.source for capture in captures] == URIS[:2]
        assert [(failure.kind, failure.offset) for failure in failures] == [("TooLarge", offsets(raw)[1])]


def test_an_archive_of_nothing_but_damage_ends(tmp_path: Path) -> None:
    _, failures = taken(written(tmp_path, "x", b"WARC/1.0\r\n" * 20_000))
    assert 0 < len(failures) <= 1001


def wacz(packed: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package"}))
        archive.writestr("archive/data.warc.gz", packed)
        archive.writestr("pages/pages.jsonl", "{}")
        archive.writestr("indexes/index.cdx", "x")
    return out.getvalue()


def test_the_archives_of_a_wacz_are_read_and_nothing_else_of_it(tmp_path: Path) -> None:
    path = written(tmp_path, "x.wacz", wacz(PACKED))
    captures, failures = taken(path)
    assert not failures
    assert [capture.source for capture in captures] == URIS
    assert captures[0].container == f"{path}/archive/data.warc.gz"
    assert captures[1].offset == offsets(PACKED)[1]


@settings(max_examples=120, deadline=None)
@given(st.data(), st.booleans())
def test_no_damage_stops_a_run_or_changes_a_page(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, gzipped: bool
) -> None:
    raw = bytearray(PACKED if gzipped else PLAIN)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "drop", "add"])):
            case "flip":
                raw[at] ^= data.draw(st.integers(1, 255))
            case "cut":
                del raw[max(at, 8) :]
            case "drop":
                del raw[at : at + 20]
            case "add":
                raw[at:at] = b"\x00junk\r\n"
        if not raw:
            return
    path = written(tmp_path_factory.mktemp("fuzz"), "x", bytes(raw))
    for item in open_sources([str(path)]):
        assert isinstance(item, Capture | Failure)
        if isinstance(item, Failure):
            assert str(path) in item.message
