"""Web archives: records as warcio reads them, damage with its offset, and the cost beside fastwarc alone.

    python benchmarks/warc.py [PAGES]      PAGES: size of the generated archive, 5,000 unless told

Needs the shared data for the first table: TAWATUR_SHARED, or ../shared beside the project.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, cast

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawatur.model import Capture, Failure
from tawatur.read import ReadOptions, open_sources, parse
from tawatur.read.frames import Damage
from tawatur.read.packed import Packed
from tawatur.read.records import Record, read_records
from tawatur.read.sniff import opened_kind
from tawatur.read.window import Window

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).resolve().parents[2] / "shared"))
EVERY_KIND = frozenset(
    ["warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation", "unknown"]
)


def main() -> int:
    """Print both tables; 1 where a good record differs or damage goes unreported."""
    if len(sys.argv) == 4 and sys.argv[1] == "--measure":
        return measure(sys.argv[2], Path(sys.argv[3]))
    wrong = samples(SHARED / "data" / "warc-samples")
    cost(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
    return int(wrong)


def samples(folder: Path) -> bool:
    """Compare every sample with what warcio made of it."""
    if not folder.is_dir():
        print(
            f"{folder} is not there: set TAWATUR_SHARED to the shared folder. The first table is left out.",
            file=sys.stderr,
        )
        return False
    wrong = False
    print(f"{'sample':<36} {'warcio':>6} {'same':>5} {'more':>5}  damage reported at")
    for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines():
        item = json.loads(line)
        path = folder / item["file"]
        found = [shape for shape in map(_shape, records_of(path)) if shape is not None]
        theirs = [_their_shape(record) for record in item["records_by_warcio"] if record["type"] != "arc_header"]
        same = sum(a == b for a, b in zip(theirs, found, strict=False))
        reported = [item.offset for item in open_sources([str(path)]) if isinstance(item, Failure)]
        good = same == len(theirs) and (item["warcio_error"] is None) == (not reported)
        wrong |= not good
        print(
            f"{item['id']:<36} {len(theirs):>6} {same:>5} {len(found) - same:>5}  "
            f"{', '.join(map(str, reported)) or 'none'}{'' if good else '   <- DIFFERS'}"
        )
    return wrong


def records_of(path: Path) -> list[Record | Damage]:
    """Every record of an archive, of every kind."""
    with path.open("rb") as stream:
        head = stream.read(16_384)
        kind = opened_kind(head)
        packed = None
        if kind is not None and kind.kind in ("gzip", "zstd", "bzip2", "xz"):
            packed = Packed(stream, cast(Any, kind.kind), head)
            head = packed.piece()
        window = Window(stream, packed, head)
        found = read_records(window, str(path), ReadOptions(), is_arc=head.startswith(b"filedesc:"), kinds=EVERY_KIND)
        return [record for record in found if isinstance(record, Record | Damage)]


def _shape(record: Record | Damage) -> tuple[str, str | None, int | None, str] | None:
    if isinstance(record, Damage):
        return None
    return record.kind, record.uri, record.status, hashlib.sha256(record.payload).hexdigest()


def _their_shape(record: dict[str, Any]) -> tuple[str, str | None, int | None, str]:
    # warcio gives the path of a request where an answer has its status.
    status = record["status"] or ""
    return record["type"], record["uri"], int(status) if status.isdigit() else None, record["payload_sha256"]


def cost(pages: int) -> None:
    """Time and peak memory over generated archives, each way in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.warc.gz"), Path(folder, "large.warc.gz")
        generate(small, max(1, pages // 10))
        generate(large, pages)
        print(f"\n{pages:,} pages, {large.stat().st_size / 1e6:.1f} MB packed")
        print(f"{'way':<28} {'pages/s':>9} {'peak MB':>8} {'peak MB at a tenth':>19}")
        base = None
        for way in ("fastwarc", "captures", "captures and pages"):
            few, many = _measured(way, small), _measured(way, large)
            base = base or many["seconds"]
            print(
                f"{way:<28} {many['pages'] / many['seconds']:>9,.0f} {many['peak_mb']:>8.0f} {few['peak_mb']:>19.0f}"
                f"   {many['seconds'] / base:.2f} times fastwarc alone"
            )


def _measured(way: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, "--measure", way, str(path)], check=True, capture_output=True, text=True
    )
    return cast("dict[str, float]", json.loads(done.stdout.splitlines()[-1]))


def measure(way: str, path: Path) -> int:
    """Read `path` one way and print the cost as JSON."""
    start = time.perf_counter()
    pages = 0
    if way == "fastwarc":
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
                pages += bool(record.reader.read())
    else:
        for item in open_sources([str(path)]):
            assert isinstance(item, Capture)
            pages += 1
            if way == "captures and pages":
                parse(item)
    seconds = time.perf_counter() - start
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"pages": pages, "seconds": seconds, "peak_mb": peak_mb}))
    return 0


def generate(path: Path, pages: int) -> None:
    """An archive of made-up pages of about 20 kB, each unlike the others."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number in range(pages):
            lines = "".join(
                f"<p class=x{i}>Line {i} of report {number}: the ferry {number * 7 + i} left quay {i % 9} at {i % 24}:00, "
                f"and the harbour office counted {number * i % 977} crates of lemons before noon.</p>\n"
                for i in range(120)
            )
            body = f"<!doctype html><html lang=en><head><title>Report {number}</title></head><body><h1>Report {number}</h1>{lines}</body></html>"
            answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://courier.example/{number}",
                    "response",
                    payload=io.BytesIO(body.encode()),
                    http_headers=answer,
                )
            )


if __name__ == "__main__":
    raise SystemExit(main())
