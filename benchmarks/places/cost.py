"""What finding places costs: milliseconds of one core for a post of 600 words, stage by stage, and start-up.

    python benchmarks/places/cost.py [--posts 40] [--words 600]

Posts are made of the public texts of `data/geoparsing-en` and `data/news-ar-outlets` of the shared reference
(TAWATUR_SHARED, `../shared` by default), cut to length; words are counted at blanks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from geoparsing_en import SHARED, found_in

from tawatur.locate import accepted, evidence
from tawatur.locate.laid import lay_out, runs_of
from tawatur.locate.lexicon import lexicon
from tawatur.locate.masks import outlet_words
from tawatur.locate.mentions import find_mentions
from tawatur.locate.senses import Setting
from tawatur.model import Span

SOURCES = {
    "English": (SHARED / "data" / "geoparsing-en" / "docs.jsonl.gz", "text"),
    "Arabic": (SHARED / "data" / "news-ar-outlets" / "articles.jsonl.gz", "text"),
}
START = """
import time
start = time.process_time()
from tawatur.locate.lexicon import lexicon
from tawatur.text.matchers import matchers
from tawatur.languages import current_languages
imported = time.process_time()
current_languages(); matchers()
tables = time.process_time()
lexicon()
print(f"imports {imported - start:.2f} s, tables and matchers shared with other rooms {tables - imported:.2f} s, "
      f"places {time.process_time() - tables:.2f} s")
"""


def main() -> None:
    """Print the tables."""
    given = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    given.add_argument("--posts", type=int, default=40)
    given.add_argument("--words", type=int, default=600)
    asked = given.parse_args()
    print(
        "start-up, seconds of one core:",
        subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True).stdout.strip(),
    )
    for name, (path, key) in SOURCES.items():
        if not path.exists():
            sys.exit(f"{path} is not there. Set TAWATUR_SHARED to the folder of the shared reference.")
        _stages(name, _posts(path, key, asked.posts, asked.words))


def _posts(path: Path, key: str, count: int, words: int) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line).get(key) or "" for line in lines]
    pool = " ".join(texts).split(" ")
    return [" ".join(pool[at * words : (at + 1) * words]) for at in range(min(count, len(pool) // words))]


def _stages(name: str, posts: list[str]) -> None:
    lex = lexicon()
    for text in posts:
        found_in(text)  # caches of words and names are warm, as they are within a run
    laid = [lay_out(text, [Span(0, len(text))]) for text in posts]
    mentions = [find_mentions(one, lex) for one in laid]
    outlets = [outlet_words(one) for one in laid]
    weighed = [
        [evidence.weigh(m, one, lex, out) for m in found]
        for one, found, out in zip(laid, mentions, outlets, strict=True)
    ]
    places = [found_in(text) for text in posts]
    each = range(len(posts))
    rows: list[tuple[str, Callable[[int], Any]]] = [
        ("words", lambda n: lay_out(posts[n], [Span(0, len(posts[n]))])),
        ("numbers of runs", lambda n: runs_of(laid[n], lex.proclitics)),
        ("runs, looked up, candidates", lambda n: find_mentions(laid[n], lex)),
        ("outlets", lambda n: outlet_words(laid[n])),
        ("weighed", lambda n: [evidence.weigh(m, laid[n], lex, outlets[n]) for m in mentions[n]]),
        ("weighed, linked, settled", lambda n: accepted.accept(mentions[n], laid[n], lex, outlets[n], Setting(None))),
        ("all of it", lambda n: found_in(posts[n])),
    ]
    print(
        f"\n{name}: {len(posts)} posts, {sum(map(len, mentions)) / len(posts):.0f} names, "
        f"{sum(len(w) for w in weighed) / len(posts):.0f} weighed and {sum(map(len, places)) / len(posts):.0f} places a post"
    )
    for row, do in rows:
        start = time.process_time()
        for n in each:
            do(n)
        print(f"  {row:28} {1000 * (time.process_time() - start) / len(posts):6.2f} ms")


if __name__ == "__main__":
    main()
