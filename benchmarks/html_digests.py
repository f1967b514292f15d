"""Measure which articles are found on HTML pages that carry many: made digest pages with known posts.

    python benchmarks/html_digests.py [--layout NAME] [--show]

Posts are matched one to one by body word-run F1 (at least 0.8 counts), as the set's own notes ask.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter, defaultdict

from html_data import samples
from html_scores import day, f1, overlap, plain

from tawatur.describe import describe_page
from tawatur.model import Capture, Page
from tawatur.read.html import read_html
from tawatur.split import split_page


def page_of(identifier: str, raw: bytes) -> Page:
    """The page as our reader has it."""
    capture = Capture(source=identifier, name=identifier, raw=raw, retrieved="2026-01-01T00:00:00Z")
    return read_html(capture, raw.decode("utf-8"), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--layout")
    parser.add_argument("--show", action="store_true")
    parser.add_argument(
        "--fields", action="store_true", help="describe the posts too, and score the fields of matched ones"
    )
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sample in samples("digest-synthetic"):
        layout = sample.gold["layout"]
        if options.layout and layout != options.layout:
            continue
        page = page_of(sample.id, sample.raw)
        posts = split_page(page)
        fields = {d.post_id: d for d in describe_page(page, posts)} if options.fields else {}
        count = counts[layout]
        count["units"] += len(page.units)
        count["found"] += len(posts)
        left = dict(enumerate(posts))
        for gold in sample.gold["posts"]:
            count["gold"] += 1
            scored = [(f1(*overlap(p.body.of(page.text) if p.body else "", gold["body"])), i) for i, p in left.items()]
            best, at = max(scored, default=(0.0, -1))
            if best < 0.8:
                if options.show:
                    print(
                        sample.id,
                        "missed",
                        round(best, 2),
                        gold["title"][:60],
                        "|",
                        at >= 0 and left[at].title and left[at].title.of(page.text)[:60],
                    )
                continue
            post = left.pop(at)
            count["matched"] += 1
            title = post.title.of(page.text) if post.title else ""
            count["title"] += plain(title) == plain(gold["title"])
            if options.show and plain(title) != plain(gold["title"]):
                print(sample.id, "title", repr(title), repr(gold["title"]))
            if (told := fields.get(post.id)) is not None:
                want = {"byline": gold["byline"], "outlet": gold["outlet"], "date": gold["date"]}
                have = {"byline": told.byline, "outlet": told.outlet, "date": day(told.published)}
                for key in want:
                    right = plain(want[key]) == plain(have[key])
                    count[key] += right
                    if options.show and not right:
                        print(sample.id, key, repr(have[key]), "gold", repr(want[key]))
        if options.show and left:
            print(sample.id, "extra", [p.title.of(page.text)[:50] if p.title else None for p in left.values()])
    print(
        f"{'layout':10} {'pages with units':>8} {'gold':>5} {'found':>6} {'right':>6} {'P':>6} {'R':>6} {'F1':>6} {'title':>6} {'byline':>6} {'outlet':>6} {'date':>6}"
    )
    for layout, c in sorted(counts.items()):
        p, r = c["matched"] / max(1, c["found"]), c["matched"] / c["gold"]
        rates = " ".join(f"{c[k] / max(1, c['matched']):6.3f}" for k in ("title", "byline", "outlet", "date"))
        print(
            f"{layout:10} {c['units']:16} {c['gold']:5} {c['found']:6} {c['matched']:6} {p:6.3f} {r:6.3f} {f1(p, r):6.3f} {rates}"
        )


if __name__ == "__main__":
    main()
