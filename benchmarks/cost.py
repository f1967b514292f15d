"""What a page costs: pages a second, CPU and peak memory for text, HTML and web archives.

    python benchmarks/cost.py                    # everything; ten minutes and more on two cores
    python benchmarks/cost.py --pages 60 --warc 200,1000

The whole road (`read`: raw bytes to a case on disk) is set against the extraction library alone, on the same pages in
the same run: page by page in turn, each in a process of its own, so that neither warms or fattens the other. Pages come from the
folder that TAWATUR_SHARED names (default ../shared); the archive and the text pages are made from them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import IO

from tawatur.model import Capture

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[2] / "shared"))
MIB = 1 << 20


def main() -> None:
    """Make the pages, measure each road, print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--pages", type=int, default=150, help="HTML pages and text pages each")
    arguments.add_argument("--warc", default="1000,5000", help="records of the archives, with commas between")
    arguments.add_argument("--measure", help=argparse.SUPPRESS)
    arguments.add_argument("--where", type=Path, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.measure == "read":
        print(json.dumps(read_all(asked.where)))
        return
    if asked.measure:
        answer(asked.measure)
        return
    if not (SHARED / "data").is_dir():
        sys.exit(f"{SHARED}: no data sets here. Name their folder: TAWATUR_SHARED=/path/to/shared python {sys.argv[0]}")
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), asked.pages, [int(size) for size in asked.warc.split(",")])


def run(folder: Path, pages: int, sizes: list[int]) -> None:
    """The tables."""
    html = folder / "html"
    text = folder / "text"
    save_html(html, pages)
    save_digests(text, pages)
    print(f"{pages} HTML pages of one article, {pages} text digests, {os.cpu_count()} cores\n")
    print(
        f"{'one page at a time, in turn':36} {'pages/s':>8} {'ms/page':>8} {'CPU ms':>8} {'peak MiB':>9} {'ratio':>6}",
        flush=True,
    )
    base = 0.0
    for name, road, found in in_turn(html, ("library", "rooms", "stored")):
        base = base or found["cpu_s"]
        print(turn_row(f"HTML: {name}", road, found) + f" {found['cpu_s'] / base:6.2f}", flush=True)
    for name, road, found in in_turn(text, ("rooms", "stored")):
        print(turn_row(f"text: {name}", road, found), flush=True)
    print(
        "\nratio: CPU time against the extraction library alone, page by page in turn, each in a process of its own\n"
    )
    print(
        f"{'the whole command, all cores':36} {'pages/s':>8} {'CPU ms':>8} {'main MiB':>9} {'worker MiB':>11} {'case MiB':>9}"
    )
    # The archives ask whether memory stays flat, not how large pages are, so the smaller ones do.
    originals = sorted(html.iterdir(), key=lambda path: path.stat().st_size)[: max(pages // 4, 1)]
    for name, where in (("HTML folder", html), ("text folder", text)):
        print(whole_row(name, measure(where)), flush=True)
    for size in sizes:
        archive = folder / f"{size}.warc.gz"
        save_warc(archive, originals, size)
        print(whole_row(f"WARC of {size} pages", measure(archive)), flush=True)


def turn_row(name: str, road: str, found: dict[str, float]) -> str:
    """One line of the first table."""
    pages = found["pages"]
    wall, cpu = 1000 * found["wall_s"] / pages, 1000 * found["cpu_s"] / pages
    return f"{name:36} {1000 / wall:8.1f} {wall:8.1f} {cpu:8.1f} {found['peak_mib']:9.0f}"


def whole_row(name: str, found: dict[str, float]) -> str:
    """One line of the second table."""
    pages = found["pages"]
    return (
        f"{name:36} {pages / found['wall_s']:8.1f} {1000 * found['cpu_s'] / pages:8.1f} {found['main_mib']:9.0f} "
        f"{found['worker_mib']:11.0f} {found['case_mib']:9.1f}"
    )


def in_turn(where: Path, roads: tuple[str, ...]) -> list[tuple[str, str, dict[str, float]]]:
    """Every road over every page, page by page in turn, so that whatever else the machine does hits all alike."""
    running = [
        subprocess.Popen(
            [sys.executable, __file__, "--measure", road],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for road in roads
    ]
    paths = sorted(where.iterdir())
    # The first pages pay for what loads when first used; they are other pages than the ones that count.
    warm = len(paths) // 5
    found = [{"pages": float(len(paths) - warm), "wall_s": 0.0, "cpu_s": 0.0, "peak_mib": 0.0} for _ in roads]
    for number, path in enumerate(paths):
        for process, one in zip(running, found, strict=True):
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
            said = json.loads(process.stdout.readline())
            one["peak_mib"] = said["peak_mib"]
            if number >= warm:
                one["wall_s"] += said["wall_s"]
                one["cpu_s"] += said["cpu_s"]
    for process in running:
        process.communicate()
    return [(NAMES[road], road, one) for road, one in zip(roads, found, strict=True)]


def answer(road: str) -> None:
    """The other side of `in_turn`: a page's path comes in, what it cost goes out."""
    with tempfile.TemporaryDirectory() as folder:
        work = ROADS[road](Path(folder))
        for line in sys.stdin:
            path = Path(line.rstrip("\n"))
            raw = path.read_bytes()
            wall, cpu = perf_counter(), process_time()
            work(path, raw)
            wall, cpu = perf_counter() - wall, process_time() - cpu
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps({"wall_s": wall, "cpu_s": cpu, "peak_mib": peak}), flush=True)


def library(_: Path) -> Callable[[Path, bytes], object]:
    """The extraction library's body and metadata of a page."""
    import trafilatura

    return lambda _, raw: trafilatura.bare_extraction(raw, with_metadata=True)


def rooms(_: Path) -> Callable[[Path, bytes], object]:
    """All rooms; nothing is stored."""
    from tawatur.pipeline import process

    return lambda path, raw: process(capture_of(path, raw))


def stored(folder: Path) -> Callable[[Path, bytes], object]:
    """All that `read` does with a page, up to the page on disk."""
    from tawatur.pipeline import PIPELINE, process
    from tawatur.store import open_case, prepare

    case = open_case(folder / "a.tawatur", create=True)
    run_id = case.start_run(kind="read", program="", made_by="", inputs=[], options={}, started="2031-01-01")

    def work(path: Path, raw: bytes) -> None:
        capture = capture_of(path, raw)
        made = process(capture)
        rows = prepare(capture, made.reading, made.failures)
        case.add(capture, rows, run_id=run_id, made_by=PIPELINE.made_by)

    return work


def capture_of(path: Path, raw: bytes) -> Capture:
    """The page as reading a folder would take it in."""
    return Capture(source=str(path), name=path.name, raw=raw, retrieved="2031-01-01T00:00:00+00:00")


def measure(where: Path) -> dict[str, float]:
    """The whole command on `where`, in a fresh process."""
    command = [sys.executable, __file__, "--measure", "read", "--where", str(where)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def read_all(where: Path) -> dict[str, float]:
    """`read` into a case, as the command does; the workers' start, CPU and memory are counted in."""
    from tawatur.batch import RunOptions, run_read
    from tawatur.store import open_case

    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "a.tawatur"
        wall, cpu = perf_counter(), all_cpu()
        summary = run_read(case, [str(where)], RunOptions())
        wall, cpu = perf_counter() - wall, all_cpu() - cpu
        size = case.stat().st_size / MIB
        with open_case(case) as store:
            kinds = Counter(f"{failure.stage}: {failure.kind}" for failure in store.failures())
    if kinds:
        print(f"failures: {dict(kinds)}", file=sys.stderr)
    return {
        "pages": summary.done,
        "wall_s": wall,
        "cpu_s": cpu,
        "main_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "worker_mib": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "case_mib": size,
    }


def all_cpu() -> float:
    """CPU seconds of this process and of the ones it has seen end."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


ROADS: dict[str, Callable[[Path], Callable[[Path, bytes], object]]] = {
    "library": library,
    "rooms": rooms,
    "stored": stored,
}
NAMES = {
    "library": "extraction library alone",
    "rooms": "all rooms, nothing stored",
    "stored": "the same, stored in a case",
}


def html_pages() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Single-article pages of three sets, as they were fetched: a name, and what reads the page."""
    for name in ("article-body-aeb/pages.tar", "news-pages-2023/pages.tar.gz", "page-text-meta/pages.tar.gz"):
        with tarfile.open(SHARED / "data" / name) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None and member.name.endswith((".html", ".html.gz")):
                    yield member.name, partial(_page, file, packed=member.name.endswith(".gz"))


def _page(file: IO[bytes], *, packed: bool) -> bytes:
    return gzip.decompress(file.read()) if packed else file.read()


def save_html(folder: Path, count: int) -> None:
    """A fixed choice of `count` pages; one page in memory at a time, since a child's peak counts its parent's."""
    folder.mkdir()
    names = [name for name, _ in html_pages()]
    chosen = set(random.Random(1).sample(names, min(count, len(names))))
    for number, (_, read) in enumerate((name, read) for name, read in html_pages() if name in chosen):
        (folder / f"{number:04}.html").write_bytes(read())


def save_digests(folder: Path, count: int) -> None:
    """`count` digest pages in plain text, made of the article texts of a set."""
    work = folder.with_name("digests")
    work.mkdir()
    articles = work / "articles.jsonl"
    with gzip.open(SHARED / "data/news-pages-2023/gold.jsonl.gz", "rt", encoding="utf-8") as gold:
        rows = [json.loads(line) for line in gold]
    articles.write_text(
        "".join(
            json.dumps({"title": row["title"], "text": row["body"]}) + "\n"
            for row in rows
            if row["title"] and row["body"]
        ),
        encoding="utf-8",
    )
    maker = [
        sys.executable,
        SHARED / "bench/make_digest.py",
        articles,
        "--templates",
        SHARED / "bench/templates.json",
    ]
    subprocess.run(
        [*maker, "--pages", str(count), "--seed", "1", "--out", work / "out"], check=True, capture_output=True
    )
    folder.mkdir()
    for path in (work / "out").glob("*.txt"):
        shutil.move(path, folder / path.name)


def save_warc(path: Path, originals: list[Path], count: int) -> None:
    """An archive of `count` pages: the originals over and over, each time with other words and another address."""
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(count):
            raw = originals[number % len(originals)].read_bytes() + f"\n<p>Copy number {number}.</p>\n".encode()
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            uri = f"https://copies.example/{number}"
            writer.write_record(writer.create_warc_record(uri, "response", payload=BytesIO(raw), http_headers=headers))


if __name__ == "__main__":
    main()
