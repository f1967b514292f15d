"""What each room costs: milliseconds for a post of 600 words in Arabic and English, start-up, memory of workers.

    python benchmarks/stages.py [--posts 150]

Articles of two sets are joined to posts of some 600 words, each a page of plain text. Every room is timed on every page,
one after another, after a warm-up on other pages; the reference row is one pass of folding over the same text, in the
same run. Start-up is measured in fresh processes: from the loaded modules to the first answer. Sets come from the folder
that TAWATUR_SHARED names (default ../shared).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[2] / "shared"))
SETS = {"en": "syria-fakes", "ar": "news-ar-outlets"}
WORDS = 600

_START = """
import sys, time
began = time.perf_counter()
from tawatur.{room} import {call}
from tawatur.model import Page, Post, Span
loaded = time.perf_counter()
text = {text!r}
page = Page(id="pg", source="s", media_type="text/plain", encoding=None, sha256="", retrieved="", title=None, text=text, made_by="b")
post = Post(id="po", page_id="pg", order=0, span=Span(0, len(text)), title=None, body=Span(0, len(text)), made_by="b")
{call}(page, [post], [])
first = time.perf_counter()
memory = dict(line.split(":")[:2] for line in open("/proc/self/smaps_rollup") if ":" in line and "kB" in line)
kib = lambda name: int(memory[name].split()[0])
print(loaded - began, first - loaded, kib("Private_Clean") + kib("Private_Dirty"), kib("Rss"))
"""
_TEXTS = {
    "en": "The ferry sailed, the harbour master of Beirut said on Monday.",
    "ar": "قال مدير مرفأ بيروت أمس إنّ العبّارة غادرت.",
}


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--posts", type=int, default=150, help="posts in each language")
    asked = arguments.parse_args()
    if not (SHARED / "data").is_dir():
        sys.exit(f"{SHARED}: no data sets here. Name their folder: TAWATUR_SHARED=/path/to/shared python {sys.argv[0]}")
    print(f"{'ms for 600 words, one core':30} {'lang':>4} {'mean':>8} {'median':>8} {'worst':>8} {'ratio':>7}")
    for lang, name in SETS.items():
        for row in rows_of(lang, list(posts_of(name, asked.posts + 20))):
            print(row, flush=True)
    print("\nratio: against one pass of folding over the same words\n")
    print(f"{'start-up, a fresh process':30} {'lang':>4} {'import s':>9} {'first s':>8} {'own MiB':>8} {'all MiB':>8}")
    for room, call in (("attribute", "attribute_page"), ("locate", "locate_page")):
        for lang, text in _TEXTS.items():
            print(start_row(room, call, lang, text), flush=True)
    print("\nfirst: from loaded modules to the first answer; own: memory that no other process shares\n")
    print(f"{'workers of a run':30} {'start s':>9} {'own MiB':>8} {'share MiB':>10} {'all MiB':>8}")
    for row in worker_rows():
        print(row, flush=True)
    print("\nshare: own memory and each worker's part of what they share; after ten pages")


def posts_of(name: str, count: int) -> Iterator[str]:
    """Posts of at least 600 words, made of whole articles one after another."""
    held: list[str] = []
    with gzip.open(SHARED / "data" / name / "articles.jsonl.gz", "rt", encoding="utf-8") as articles:
        for line in articles:
            one = json.loads(line)
            held.append(one["text"] if held else f"{one['title']}\n\n{one['text']}")
            if sum(len(text.split()) for text in held) >= WORDS:
                yield "\n\n".join(held)
                held, count = [], count - 1
            if not count:
                return


def rows_of(lang: str, texts: list[str]) -> Iterator[str]:
    """One line for each room."""
    from tawatur.attribute import ATTRIBUTE, attribute_page
    from tawatur.describe import DESCRIBE, describe_page
    from tawatur.locate import LOCATE, locate_page
    from tawatur.model import Capture
    from tawatur.read import READ
    from tawatur.split import SPLIT
    from tawatur.text.fold import fold

    spent: dict[str, list[float]] = {}

    def timed(name: str, words: int, do: Callable[[], object]) -> object:
        began = process_time()
        made = do()
        spent.setdefault(name, []).append(1000 * (process_time() - began) * WORDS / words)
        return made

    for number, text in enumerate(texts):
        if number == 20:
            spent.clear()
        words = len(text.split())
        capture = Capture(
            source="p.txt", name=f"{number}.txt", raw=text.encode(), retrieved="2031-01-01T00:00:00+00:00"
        )
        timed("folding (reference)", words, lambda text=text: fold(text))
        page = timed(READ.made_by, words, lambda capture=capture: READ.do(capture))
        posts = timed(SPLIT.made_by, words, lambda page=page: SPLIT.do(page))
        known = timed(DESCRIBE.made_by, words, lambda page=page, posts=posts: describe_page(page, posts))
        timed(ATTRIBUTE.made_by, words, lambda p=page, q=posts, d=known: attribute_page(p, q, d))
        timed(LOCATE.made_by, words, lambda p=page, q=posts, d=known: locate_page(p, q, d))
    base = sum(spent["folding (reference)"])
    for name, times in spent.items():
        yield (
            f"{name:30} {lang:>4} {sum(times) / len(times):8.2f} {median(times):8.2f} {max(times):8.2f} "
            f"{sum(times) / base:7.1f}"
        )


def worker_rows() -> Iterator[str]:
    """The process that loads, and four workers that it forks."""
    from tawatur.batch.nursery import Nursery
    from tawatur.batch.worker import Job
    from tawatur.model import Capture
    from tawatur.pipeline import PIPELINE

    began = perf_counter()
    nursery = Nursery(Job(recipe=PIPELINE, packs=(), memory_limit=4 << 30))
    nursery.wait()
    loaded = perf_counter() - began
    began = perf_counter()
    workers = [nursery.hatch() for _ in range(4)]
    hatched = (perf_counter() - began) / len(workers)
    texts = [text for name in SETS.values() for text in posts_of(name, 5)]
    for number, text in enumerate(texts):
        for connection, _ in workers:
            connection.send(
                Capture(source="p.txt", name=f"{number}.txt", raw=text.encode(), retrieved="2031-01-01T00:00:00+00:00")
            )
        for connection, _ in workers:
            connection.recv()
    held = [memory_of(pid) for _, pid in workers]
    nursery.close()
    yield f"{'loading, once':30} {loaded:9.2f}"
    middle = [sum(values) / len(values) for values in zip(*held, strict=True)]
    yield f"{'each worker':30} {hatched:9.3f} {middle[0]:8.0f} {middle[1]:10.0f} {middle[2]:8.0f}"


def memory_of(pid: int) -> tuple[float, float, float]:
    """MiB of a process: its own, its own and its part of what is shared, all that it sees."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    kib = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith("kB")}
    return (kib["Private_Clean"] + kib["Private_Dirty"]) / 1024, kib["Pss"] / 1024, kib["Rss"] / 1024


def start_row(room: str, call: str, lang: str, text: str) -> str:
    """One line: the middle one of three fresh processes."""
    program = _START.format(room=room, call=call, text=text)
    found = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.PIPE, text=True)
        found.append([float(value) for value in done.stdout.split()])
    imported, first, own, whole = sorted(found, key=lambda one: one[1])[1]
    return f"{room:30} {lang:>4} {imported:9.2f} {first:8.2f} {own / 1024:8.0f} {whole / 1024:8.0f}"


if __name__ == "__main__":
    began = perf_counter()
    main()
    print(f"\n{perf_counter() - began:.0f} s")
