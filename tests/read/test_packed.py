import bz2
import gzip
import io
import lzma
import zipfile
from pathlib import Path

import pytest
import zstandard
from captures import html, taken, written

from tawatur.read import ReadOptions, parse

TEXT = "تقرير من المدينة\nA report from town.\n".encode()


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_a_packed_document_is_unpacked_and_knows_its_file(tmp_path: Path, pack: object) -> None:
    path = written(tmp_path, "a.bin", pack(TEXT))  # type: ignore[operator]
    captures, failures = taken(path)
    assert not failures
    assert (captures[0].raw, captures[0].source, captures[0].container) == (TEXT, str(path), str(path))


def test_several_gzip_members_are_one_document(tmp_path: Path) -> None:
    captures, _ = taken(written(tmp_path, "a.gz", gzip.compress(TEXT) + gzip.compress(TEXT) + b"\0" * 100))
    assert captures[0].raw == TEXT + TEXT


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_a_bomb_is_refused_before_it_unpacks(tmp_path: Path, pack: object) -> None:
    path = written(tmp_path, "bomb", pack(b"\0" * 30_000_000))  # type: ignore[operator]
    captures, failures = taken(path, options=ReadOptions(max_bytes=1_000_000))
    assert not captures
    assert [failure.kind for failure in failures] == ["TooLarge"]


def test_a_ratio_no_text_reaches_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "bomb", gzip.compress(b"a" * 20_000_000))
    _, failures = taken(path, options=ReadOptions(free_bytes=1_000_000))
    assert [failure.kind for failure in failures] == ["TooLarge"]
    assert "times its size" in failures[0].message


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_cut_off_file_is_reported(tmp_path: Path, pack: object) -> None:
    raw = pack(TEXT * 50)  # type: ignore[operator]
    _, failures = taken(written(tmp_path, "a", raw[: len(raw) * 2 // 3]))
    assert failures[0].kind in ("TruncatedRecord", "BrokenRecord")


def test_a_tar_file_is_refused_with_the_next_step(tmp_path: Path) -> None:
    tar = bytearray(1024)
    tar[257:262] = b"ustar"
    for name, raw in (("a.tar", bytes(tar)), ("a.tgz", gzip.compress(bytes(tar)))):
        _, failures = taken(written(tmp_path, name, raw))
        assert failures[0].kind == "UnknownFormat"
        assert "npack it" in failures[0].message


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def test_the_files_of_a_zip_are_documents(tmp_path: Path) -> None:
    raw = zipped({"b/two.html": html("Two", "x"), "a.txt": TEXT, "c.txt.gz": gzip.compress(TEXT), "__MACOSX/a": b"x"})
    path = written(tmp_path, "pile.zip", raw)
    captures, failures = taken(path)
    assert not failures
    assert [capture.name for capture in captures] == ["a.txt", "b/two.html", "c.txt.gz"]
    assert captures[0].source == f"{path}/a.txt"
    assert parse(captures[1]).media_type == "text/html"


def test_zip_members_that_unpack_without_end_are_refused_and_the_others_read(tmp_path: Path) -> None:
    raw = zipped({"a.txt": TEXT, "bomb.txt": b"a" * 50_000_000, "c.txt": TEXT})
    captures, failures = taken(written(tmp_path, "x.zip", raw), options=ReadOptions(max_bytes=1_000_000))
    assert [capture.name for capture in captures] == ["a.txt", "c.txt"]
    assert [failure.kind for failure in failures] == ["TooLarge"]


def test_a_zip_inside_a_zip_inside_a_zip_is_not_opened(tmp_path: Path) -> None:
    raw = zipped({"1.zip": zipped({"2.zip": zipped({"a.txt": TEXT})})})
    captures, failures = taken(written(tmp_path, "x.zip", raw))
    assert not captures
    assert [failure.kind for failure in failures] == ["UnknownFormat"]


@pytest.mark.parametrize("mark", ["[Content_Types].xml", "META-INF/container.xml"])
def test_office_documents_and_books_are_refused_by_name(tmp_path: Path, mark: str) -> None:
    _, failures = taken(written(tmp_path, "x.docx", zipped({mark: b"<x/>", "word/document.xml": b"<x/>"})))
    assert failures[0].kind == "UnknownFormat"
    assert "Save it as" in failures[0].message


def test_a_damaged_zip_is_reported(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": TEXT * 100, "b.txt": TEXT}))
    raw[60] ^= 0xFF
    captures, failures = taken(written(tmp_path, "x.zip", bytes(raw)))
    assert [capture.name for capture in captures] == ["b.txt"]
    assert failures[0].kind == "BrokenRecord"
    assert taken(written(tmp_path, "y.zip", bytes(raw[:100])))[1][0].kind == "BrokenRecord"
