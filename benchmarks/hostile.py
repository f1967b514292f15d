"""Hostile input: nothing may crash, hang over 10 s, or take unbounded memory.

    python benchmarks/hostile.py [--all-rooms] [--only WORDS]

Each item runs in a process of its own, under a watchdog and a limit on memory. `--all-rooms` takes what was read
through split and describe too. No data but what is made here.
"""

from __future__ import annotations

import argparse
import base64
import bz2
import gzip
import io
import json
import lzma
import multiprocessing
import random
import resource
import signal
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import zstandard
from warc import generate

from tawatur.errors import TawaturError
from tawatur.model import Failure
from tawatur.pipeline import process
from tawatur.read import open_sources, parse

LIMIT_S = 10
# Address space, not pages in use: numba, numpy and the language data reserve far more than they touch.
LIMIT_BYTES = 6 << 30
MIB = 1 << 20
FUZZED = 150

Maker = Callable[[], bytes]


def items() -> dict[str, Maker]:
    """Name and maker of each single document."""
    head = b"<!doctype html><html><head><title>x</title></head><body>"
    rss = b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>y</title><description>'
    end = b"</description></item></channel></rss>"
    arabic = "وصلت السفينة إلى المرفأ أمس ".encode()
    return {
        "text: 50 MB on one line": lambda: b"word and " * (50 * MIB // 9),
        "text: 50 MB of one letter": lambda: b"a" * 50 * MIB,
        "text: 50 MB Arabic on one line": lambda: arabic * (50 * MIB // len(arabic)),
        "text: 50 MB windows-1256": lambda: "وصلت السفينة إلى المرفأ ".encode("windows-1256") * (50 * MIB // 24),
        "text: 20 M line ends": lambda: b"\n" * 20 * MIB,
        "text: 1 M short lines": lambda: b"ab\n" * MIB,
        "text: 10 MB of NULs": lambda: b"\0" * 10 * MIB,
        "text: NULs among words": lambda: b"word\0 and more words of a report, " * 100_000,
        "text: lone surrogates in UTF-16": lambda: b"\xff\xfe" + b"\x00\xd8a\x00" * 500_000,
        "text: surrogates in UTF-8": lambda: b"\xed\xa0\x80word " * 100_000,
        "text: bidi controls": lambda: "\u202e\u2066abc\u202d\u2069\u200f".encode() * 200_000,
        "text: combining marks": lambda: ("a" + "\u0301" * 1000).encode() * 2000,
        "text: digits": lambda: b"1234567890" * MIB,
        "text: quotation marks": lambda: "«“\"'".encode() * MIB,
        "text: dates without end": lambda: b"12/12/2012 12:12 " * 200_000,
        "noise: 20 MB at random": lambda: random.Random(1).randbytes(20 * MIB),
        "noise: high bytes": lambda: bytes(random.Random(2).choices(range(128, 256), k=2 * MIB)),
        "html: 100,000 nested div": lambda: head + b"<div>" * 100_000 + b"x" + b"</div>" * 100_000,
        "html: 100,000 nested lists": lambda: head + b"<ul><li>" * 100_000 + b"x",
        "html: 100,000 nested b": lambda: head + b"<b>" * 100_000 + b"x",
        "html: 100,000 nested tables": lambda: head + b"<table><tr><td>" * 100_000 + b"x",
        "html: 100,000 open links": lambda: head + b"<a href=x>y" * 100_000,
        "html: 1 M paragraphs": lambda: head + b"<p>word and word" * MIB,
        "html: 50 MB on one line": lambda: head + b"<p>" + b"word and " * (50 * MIB // 9),
        "html: 1 M attributes": lambda: head + b"<p " + b" ".join(b"a%d=1" % i for i in range(MIB)) + b">x",
        "html: 2 M angle brackets": lambda: head + b"<" * 2 * MIB,
        "html: 2 M ampersands": lambda: head + b"&" * 2 * MIB,
        "html: comments that never end": lambda: head + b"<!-- " * MIB,
        "html: scripts in titles": lambda: b"<title><script>alert(1)</script></title><h1><img src=x onerror=alert(1)></h1>" * 5000,
        "html: 1 M rows": lambda: head + b"<table>" + b"<tr><td>a<td>b" * 300_000,
        "html: 50,000 articles": lambda: head + b"<article><h2>Title of a report</h2><p>Words of it.</p></article>" * 50_000,
        "html: scripts of JSON": lambda: head + b'<script type="application/ld+json">' + b'{"a":' * 100_000 + b"</script>",
        "xml: declaration that never ends": lambda: b"<?xml " + b"a" * MIB,
        "xml: doctype without end": lambda: b"<!DOCTYPE x [" + b"<!ENTITY a 'b'>" * 100_000,
        "feed: billion laughs": _laughs,
        "feed: 100,000 nested elements": lambda: rss[:50] + b"<x>" * 100_000,
        "feed: 100,000 nested tags in content": lambda: rss + b"&lt;div&gt;" * 100_000 + end,
        "feed: 100,000 nested tags in CDATA": lambda: rss + b"<![CDATA[" + b"<b>" * 100_000 + b"]]>" + end,
        "feed: 5 MB content on one line": lambda: rss + b"word and " * (5 * MIB // 9) + end,
        "feed: 50 MB content on one line": lambda: rss + b"word and " * (50 * MIB // 9) + end,
        "feed: CDATA that never ends": lambda: rss + b"<![CDATA[" * 200_000,
        "feed: 1 M angle brackets": lambda: rss + b"<" * MIB,
        "feed: 1 M escaped angle brackets": lambda: rss + b"&lt;" * MIB + end,
        "feed: 1 M ampersands": lambda: rss + b"&" * MIB + end,
        "feed: 30,000 entries": lambda: rss + b"z</description></item>" + b"<item><title>t</title></item>" * 30_000 + b"</channel></rss>",
        "feed: 50,000 declared entities": lambda: b"<!DOCTYPE rss [" + b"".join(b'<!ENTITY e%d "x">' % i for i in range(50_000)) + b"]>" + rss[21:] + end,
        "feed: base64 without end": lambda: b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><content mode="base64">' + base64.b64encode(b"<p>x" * MIB),
        "feed: broken and large": lambda: rss + b"</titel><b>x & y</p>" * 50_000,
        "json: 1 M open brackets": lambda: b'{"items": ' + b"[" * MIB,
        "json: feed of 100,000 items": lambda: json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "<p>x"}] * 100_000}).encode(),
        "json: a number of 1 M digits": lambda: b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"9" * MIB + b"}",
        "opml: 100,000 nested outlines": lambda: b'<?xml version="1.0"?><opml><body>' + b"<outline>" * 100_000,
        "gzip: 4 GB of zeros": lambda: _bomb(zlib.compressobj(9, zlib.DEFLATED, 31), 4096),
        "gzip: in gzip in gzip": lambda: gzip.compress(gzip.compress(gzip.compress(b"a" * MIB))),
        "zstd: 1 GB of zeros": lambda: zstandard.compress(b"\0" * (1 << 30), 19),
        "bzip2: 1 GB of zeros": lambda: _bomb(bz2.BZ2Compressor(), 1024),
        "xz: 1 GB of zeros": lambda: _bomb(lzma.LZMACompressor(preset=1), 1024),
        "zip: members of 1 GB": lambda: _zip({f"{i}.txt": b"\0" * (200 * MIB) for i in range(5)}),
        "zip: 100,000 empty members": lambda: _zip({f"{i}.txt": b"" for i in range(100_000)}),
        "zip: members that overlap": _overlapping,
        "warc: heads that never end": lambda: b"WARC/1.0\r\n" * MIB,
        "warc: 100,000 wrong lengths": lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nx\r\n\r\n" * 100_000,
        "warc: lengths of 60 MB": lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 62914560\r\n\r\nx\r\n\r\n" * MIB,
        "warc: a record of 4 GB of zeros": lambda: _bomb(zlib.compressobj(9, zlib.DEFLATED, 31), 4096, b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4294967296\r\n\r\n"),
        "warc: a bomb as content encoding": _encoded_bomb,
        "arc: lines without end": lambda: b"filedesc://x 0 20200101000000 text/plain 0\n" + b"a:b 1 20200101000000 " * MIB,
    }  # fmt: skip


def _bomb(packer: object, mib: int, start: bytes = b"") -> bytes:
    block = b"\0" * MIB
    parts = [packer.compress(start)]  # type: ignore[attr-defined]
    parts += [packer.compress(block) for _ in range(mib)]  # type: ignore[attr-defined]
    return b"".join([*parts, packer.flush()])  # type: ignore[attr-defined]


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 15))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{lines}]><rss version="2.0"><channel><item><title>&l14;</title></item></channel></rss>'.encode()


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return out.getvalue()


def _overlapping() -> bytes:
    """One packed body that 2,000 entries of the table of contents share."""
    body = zlib.compress(b"\0" * (50 * MIB), 9)[2:-4]
    crc = zlib.crc32(b"\0" * (50 * MIB))
    fixed = (20).to_bytes(2, "little") + b"\0\0\x08\0" + b"\0\0\x21\0"
    sizes = crc.to_bytes(4, "little") + len(body).to_bytes(4, "little") + (50 * MIB).to_bytes(4, "little")
    local = b"PK\x03\x04" + fixed + sizes + b"\x01\0\0\0a" + body
    table = b"".join(
        b"PK\x01\x02\x14\0"
        + fixed
        + sizes
        + (4).to_bytes(2, "little")
        + b"\0" * 10
        + b"\0" * 4
        + b"\0" * 4
        + b"%04d" % i
        for i in range(2000)
    )
    end = b"PK\x05\x06\0\0\0\0" + (2000).to_bytes(2, "little") * 2 + len(table).to_bytes(4, "little")
    return local + table + end + len(local).to_bytes(4, "little") + b"\0\0"


def _encoded_bomb() -> bytes:
    body = _bomb(zlib.compressobj(9, zlib.DEFLATED, 31), 1024)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    return (
        head + b"WARC-Target-URI: https://a.example/\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"
    )


def fuzzed() -> Iterator[tuple[str, list[bytes]]]:
    """Sound documents with bytes flipped, dropped, repeated and cut off; the same on every run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.warc.gz")
        generate(path, 5)
        packed = path.read_bytes()
    plain = gzip.decompress(packed)
    page = plain[plain.index(b"<!doctype") :][:20_000]
    entries = "".join(
        f"<item><title>T {i}</title><description>&lt;p&gt;Words {i}&lt;/p&gt;</description></item>" for i in range(20)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{entries}</channel></rss>'.encode()
    sources = {"warc.gz": packed, "warc": plain, "warc.zst": zstandard.compress(plain), "html": page, "feed": feed,
               "wacz": _zip({"datapackage.json": b"{}", "archive/a.warc.gz": packed})}  # fmt: skip
    for name, raw in sources.items():
        dice = random.Random(name)
        yield f"fuzzed {name}, {FUZZED} times", [_damaged(raw, dice) for _ in range(FUZZED)]


def _damaged(raw: bytes, dice: random.Random) -> bytes:
    broken = bytearray(raw)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(broken))
        match dice.randrange(4):
            case 0:
                broken[at] = dice.randrange(256)
            case 1:
                del broken[at : at + dice.randrange(200)]
            case 2:
                broken[at:at] = broken[at : at + dice.randrange(200)]
            case 3 if dice.random() < 0.3:
                del broken[max(at, 20) :]
        if not broken:
            return b""
    return bytes(broken)


def work(path: str, all_rooms: bool, answer: Connection) -> None:
    """In the child: read one file, and tell what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
    signal.alarm(6 * LIMIT_S)
    counts: Counter[str] = Counter()
    slowest = 0.0
    start = time.perf_counter()
    try:
        for item in open_sources([path]):
            if isinstance(item, Failure):
                counts[item.kind] += 1
            else:
                counts[_page(item, all_rooms)] += 1
            slowest = max(slowest, time.perf_counter() - start)
            start = time.perf_counter()
    except BaseException as error:  # noqa: BLE001 - a crash is what is looked for
        counts[f"CRASH {type(error).__name__}: {str(error)[:80]}"] += 1
    slowest = max(slowest, time.perf_counter() - start)
    answer.send((counts, slowest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def _page(capture: object, all_rooms: bool) -> str:
    if all_rooms:
        done = process(capture)  # type: ignore[arg-type]
        return ", ".join(f"{failure.stage} {failure.kind}" for failure in done.failures) or "page"
    try:
        page = parse(capture)  # type: ignore[arg-type]
    except TawaturError as error:
        return type(error).__name__
    page.text.encode("utf-8")
    return "page"


def run(raw: bytes, all_rooms: bool) -> tuple[Counter[str], float, float]:
    """Outcome, seconds for the slowest document, peak MB, of one input."""
    context = multiprocessing.get_context("fork")
    with tempfile.NamedTemporaryFile() as file:
        file.write(raw)
        file.flush()
        mine, theirs = context.Pipe(duplex=False)
        child = context.Process(target=work, args=(file.name, all_rooms, theirs))
        child.start()
        theirs.close()
        try:
            result = mine.recv() if mine.poll(7 * LIMIT_S) else None
        except EOFError:
            result = None
        child.kill()
        child.join()
    return result or (Counter({f"KILLED (exit {child.exitcode})": 1}), float(6 * LIMIT_S), 0.0)


def main() -> int:
    """Print the table; 1 where anything crashed, hung or outgrew its memory."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--all-rooms", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    bad = []
    print(f"{'item':<42} {'MB in':>6} {'s':>6} {'peak MB':>8}  outcome")
    for name, make in items().items():
        if options.only in name:
            raw = make()
            bad += _report(name, len(raw), run(raw, options.all_rooms))
    for name, cases in fuzzed():
        if options.only in name:
            total: Counter[str] = Counter()
            slowest = peak_mb = 0.0
            for case in cases:
                counts, seconds, case_mb = run(case, options.all_rooms)
                total, slowest, peak_mb = total + counts, max(slowest, seconds), max(peak_mb, case_mb)
            bad += _report(name, sum(map(len, cases)), (total, slowest, peak_mb))
    print(f"\n{len(bad)} bad: {', '.join(bad) or 'none'}")
    return int(bool(bad))


def _report(name: str, size: int, result: tuple[Counter[str], float, float]) -> list[str]:
    counts, seconds, peak_mb = result
    wrong = seconds > LIMIT_S or any(kind.startswith(("CRASH", "KILLED")) for kind in counts)
    words = ", ".join(f"{count} {kind}" for kind, count in counts.most_common(4))
    print(
        f"{name:<42} {size / 1e6:>6.1f} {seconds:>6.2f} {peak_mb:>8.0f}  {words}{'   <- BAD' if wrong else ''}",
        flush=True,
    )
    return [name] if wrong else []


if __name__ == "__main__":
    raise SystemExit(main())
