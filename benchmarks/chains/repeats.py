"""Known repeats and the largest groups of one text in a set of real articles on one war.

    python benchmarks/chains/repeats.py             figures and the ten largest groups, by id
    python benchmarks/chains/repeats.py --read      and how each of their articles begins

Needs the reference folder (environment variable TAWATUR_SHARED, default ../shared). Some rows of the set repeat an
article under the same unit id: these must be found. A group is all articles of which half stands in another.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from tawatur.chains import Book, directed_in
from tawatur.chains.graph import Sets
from tawatur.chains.sharing import is_one_text
from tawatur.model import ChainPost, ReusePost
from tawatur.reuse import find_reuse

FILE = Path(os.environ.get("TAWATUR_SHARED", "../shared")) / "data" / "syria-fakes" / "articles.jsonl.gz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", action="store_true")
    arguments = parser.parse_args()
    if not FILE.exists():
        sys.exit(f"{FILE}: not there. Set TAWATUR_SHARED to the folder that holds data/.")
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    pairs = list(
        find_reuse(
            ReusePost(id=row["id"], outlet=row["source"], lang="en", date=row["date"], text=row["text"])
            for row in rows.values()
        )
    )
    posts = [ChainPost(id=row["id"], text=row["text"], outlet=row["source"], lang="en") for row in rows.values()]
    directed = directed_in(Book(posts), pairs)
    units: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows.values():
        units[row["unit_id"]].append(row["id"])
    known = {frozenset(pair) for ids in units.values() for pair in combinations(ids, 2)}
    found = {frozenset((one.a, one.b)) for one in directed if is_one_text(one)}
    print(
        f"{len(rows)} articles, {len(pairs)} pairs: "
        + ", ".join(f"{n} {k}" for k, n in Counter(one.kind for one in directed).items())
    )
    print(f"known repeats {len(known)}, found {len(known & found)}; pairs of one text {len(found)}")
    sets = Sets()
    for one in directed:
        if is_one_text(one):
            sets.join(one.a, one.b)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for ident in rows:
        groups[sets.of(ident)].append(ident)
    for ids in sorted(groups.values(), key=lambda ids: (-len(ids), ids))[:10]:
        outlets = Counter(rows[ident]["source"] for ident in ids)
        days = sorted({rows[ident]["date"] for ident in ids})
        print(f"{len(ids)} articles, {dict(outlets)}, {days[0]} to {days[-1]}: {' '.join(ids)}")
        for ident in ids if arguments.read else ():
            print(f"     {ident} {rows[ident]['title'][:80]!r} {rows[ident]['text'][:160]!r}")


if __name__ == "__main__":
    main()
