"""Small captures and archives of our own, for the tests of the readers."""

from __future__ import annotations

import io
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawatur.model import Capture, Failure
from tawatur.read import ReadOptions, open_sources

TIME = "2021-03-04T05:06:07+00:00"


def capture(
    raw: bytes,
    *,
    name: str = "a.txt",
    charset: str | None = None,
    stated_type: str | None = None,
    uri: str | None = None,
) -> Capture:
    """A capture of `raw` as if it were a file of that name."""
    return Capture(
        source=name, name=name, raw=raw, retrieved=TIME, stated_charset=charset, stated_type=stated_type, uri=uri
    )


def html(title: str, *paragraphs: str) -> bytes:
    """A page of one article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()
    )


def taken(*sources: object, options: ReadOptions | None = None) -> tuple[list[Capture], list[Failure]]:
    """What `open_sources` gives, captures and failures apart."""
    found = list(open_sources([str(source) for source in sources], options or ReadOptions()))
    return [item for item in found if isinstance(item, Capture)], [item for item in found if isinstance(item, Failure)]


def warc(
    pages: list[tuple[str, bytes]],
    *,
    gzipped: bool = True,
    kind: str = "response",
    status: str = "200 OK",
    headers: list[tuple[str, str]] | None = None,
) -> bytes:
    """A WARC with one record for each (address, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    for uri, body in pages:
        if kind == "response":
            answer = StatusAndHeaders(
                status, headers or [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
            )
            record = writer.create_warc_record(uri, kind, payload=io.BytesIO(body), http_headers=answer)
        else:
            stated = dict(headers or [("Content-Type", "text/plain")])["Content-Type"]
            record = writer.create_warc_record(uri, kind, payload=io.BytesIO(body), warc_content_type=stated)
        writer.write_record(record)
    return out.getvalue()


def six_pages() -> list[tuple[str, bytes]]:
    """Six pages of an invented paper."""
    return [
        (
            f"https://courier.example/{number}",
            html(f"Report {number}", *(f"Line {i} of report {number}." for i in range(30))),
        )
        for number in range(6)
    ]


def arc(pages: list[tuple[str, bytes]]) -> bytes:
    """A version 1 ARC file with one record for each (address, server's answer)."""
    note = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n\n"
    parts = [b"filedesc://x.arc 0.0.0.0 20140216050221 text/plain %d\n" % len(note), note, b"\n"]
    for uri, answer in pages:
        parts += [f"{uri} 192.0.2.7 20140216050221 text/html {len(answer)}\n".encode(), answer, b"\n"]
    return b"".join(parts)


def written(folder: Path, name: str, raw: bytes) -> Path:
    """A file of `raw` in `folder`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path
