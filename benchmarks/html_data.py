"""Labelled HTML pages for the benchmarks: where they lie, and one shape for all of them."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType


@dataclass(slots=True)
class Sample:
    """One labelled page."""

    id: str
    raw: bytes
    url: str | None
    gold: dict[str, Any] = field(repr=False)


def shared() -> Path:
    """The folder that holds the labelled sets: TAWATUR_SHARED, else ../shared. Ends the run where it is absent."""
    root = Path(os.environ.get("TAWATUR_SHARED", "../shared")) / "data"
    if not root.is_dir():
        sys.exit(f"{root} is not there: set TAWATUR_SHARED to the folder that holds data/ with the labelled sets.")
    return root


def gold_rows(name: str) -> list[dict[str, Any]]:
    """The labels of one set."""
    with gzip.open(shared() / name / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def samples(name: str, limit: int | None = None) -> list[Sample]:
    """The pages of one set with their labels, in the set's order."""
    if name == "publisher-pages":
        found = list(_from_warc(name))
    else:
        found = list(_from_tar(name))
    return found[:limit] if limit else found


def microformats() -> list[Sample]:
    """The pages of the microformats set; `gold` is the canonical reading of each."""
    lines = (shared() / "multi-post-microformats" / "tests.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Sample(r["id"], r["html"].encode(), "http://example.com/", r["expected"]) for r in rows]


def _from_tar(name: str) -> Iterator[Sample]:
    folder = shared() / name
    path = next(p for p in (folder / "pages.tar.gz", folder / "pages.tar") if p.exists())
    with tarfile.open(path) as tar:
        files = {m.name: tar.extractfile(m).read() for m in tar.getmembers() if m.isfile()}  # type: ignore[union-attr]
    for row in gold_rows(name):
        raw = files[row["file"]]
        yield Sample(row["id"], gzip.decompress(raw) if row["file"].endswith(".gz") else raw, row.get("url"), row)


def _from_warc(name: str) -> Iterator[Sample]:
    gold = {row["warc_record_id"]: row for row in gold_rows(name)}
    data = gzip.decompress((shared() / name / "pages.warc.gz").read_bytes())
    for record in ArchiveIterator(io.BytesIO(data), record_types=WarcRecordType.response):
        row = gold.get(record.headers.get("WARC-Record-ID", ""))
        if row is not None:
            yield Sample(row["id"], record.reader.read(), row["url"], row)
