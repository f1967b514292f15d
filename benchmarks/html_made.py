"""Measure made digest pages in HTML: are the posts found, in order, with their titles and bodies?

    python benchmarks/html_made.py DIR [--show]

DIR holds page-NNNN.html, page-NNNN.txt and gold.jsonl as the digest maker of the shared folder writes them.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections import Counter, defaultdict
from pathlib import Path

from html_scores import f1, overlap, plain

from tawatur.model import Capture
from tawatur.read.html import read_html


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in map(json.loads, (options.folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        text = (options.folder / f"{row['page']}.txt").read_text(encoding="utf-8")
        raw = (options.folder / f"{row['page']}.html").read_bytes()
        capture = Capture(source=row["page"], name=row["page"], raw=raw, retrieved="2026-01-01T00:00:00Z")
        page = read_html(capture, raw.decode("utf-8"), "utf-8")
        count = counts[row["template"]]
        count["gold"] += len(row["posts"])
        count["found"] += len(page.units)
        at = 0
        for gold in row["posts"]:
            here = next(
                (
                    i
                    for i in range(at, len(page.units))
                    if (t := page.units[i].title) and plain(t.of(page.text)) == plain(gold["title"])
                ),
                None,
            )
            if here is None:
                if options.show:
                    print(
                        row["page"],
                        row["template"],
                        "missed",
                        gold["title"][:70],
                        [u.title.of(page.text)[:30] for u in page.units if u.title],
                    )
                continue
            at = here + 1
            unit = page.units[here]
            body = unit.body.of(page.text) if unit.body else ""
            want = text[gold["body_start"] : gold["body_end"]] if gold["body_start"] is not None else ""
            count["titled"] += 1
            exact = " ".join(body.split()) == " ".join(want.split())
            count["body exact"] += exact
            count["body near"] += (not body and not want) or f1(*overlap(body, want)) >= 0.8
            if options.show and not exact:
                mine, theirs = body.split("\n"), want.split("\n")
                extra = [x[:60] for x in mine if x and x not in theirs][:3]
                lost = [x[:60] for x in theirs if x and x not in mine][:3]
                print(row["page"], row["template"], "extra", extra, "lost", lost)
    print(f"{'family':18} {'gold':>5} {'found':>6} {'titled':>7} {'near':>6} {'exact':>6}")
    for name, c in counts.items():
        print(f"{name:18} {c['gold']:5} {c['found']:6} {c['titled']:7} {c['body near']:6} {c['body exact']:6}")


if __name__ == "__main__":
    main()
