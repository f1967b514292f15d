"""Measure HTML reading against the extraction library alone, on labelled pages, in one run.

    python benchmarks/html_pages.py [SET ...] [--limit N] [--misses FIELD]

Prints for each set: body word-run F1, title, byline and date against the same labels for our reading and for
trafilatura with htmldate, the share of single-article pages that stay one article, and CPU seconds of both.
"""

from __future__ import annotations

import argparse
import logging
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from dateparser.date import DateDataParser
from html_data import Sample, samples
from html_scores import day, instant, mean_f1, names, overlap, plain
from trafilatura import bare_extraction

from tawatur.model import Capture, Page
from tawatur.read.decode import decode, stated_encoding
from tawatur.read.html import read_html
from tawatur.text.furniture import furniture

SETS = (
    "article-body-aeb",
    "news-pages-2023",
    "page-text-meta",
    "publisher-pages",
    "readability-pages",
    "pages-multiling-newspaper",
)


@dataclass(slots=True)
class Reading:
    """One page as a reader understood it."""

    body: str
    title: str | None
    byline: str | None
    date: str | None
    articles: int


def ours(sample: Sample) -> tuple[Reading, Page]:
    """Our reading: the longest unit's fields."""
    capture = Capture(
        source=sample.id, name=sample.id, raw=sample.raw, retrieved="2026-01-01T00:00:00Z", uri=sample.url
    )
    decoded = decode(sample.raw, (None, stated_encoding(sample.raw)))
    page = read_html(capture, decoded.text, decoded.encoding)
    units = [u for u in page.units if u.body]
    if not units:
        return Reading(page.text if not page.units else "", None, None, None, len(page.units)), page
    unit = max(units, key=lambda u: len(u.body or ()))
    first = {s.name: s.value for s in reversed(unit.stated)}
    body = unit.body.of(page.text) if unit.body else ""
    return Reading(body, first.get("title"), first.get("byline"), first.get("published"), len(page.units)), page


def library(sample: Sample) -> Reading:
    """What the library makes of the page when it is called as its guide says."""
    found = bare_extraction(sample.raw, url=sample.url, include_comments=False, include_tables=True, with_metadata=True)
    if found is None:
        return Reading("", None, None, None, 0)
    return Reading(found.text or "", found.title, found.author, found.date, 1)


def score(sample: Sample, got: Reading) -> dict[str, object]:
    """Every measure that the labels of `sample` allow."""
    gold = sample.gold
    out: dict[str, object] = {}
    body = gold.get("body") or gold.get("body_text")
    if body:
        out["body"] = overlap(got.body, body)
    if gold.get("segments_with"):
        text = " ".join(got.body.split())
        for want, key in ((True, "segments_with"), (False, "segments_without")):
            out[key] = [(" ".join(s.split()) in text) == want for s in gold.get(key) or []]
    if gold.get("title"):
        out["title"] = plain(got.title) == plain(gold["title"])
    authors = gold.get("authors") or gold.get("author") or gold.get("byline")
    if authors:
        out["byline"] = names(got.byline) == names(", ".join(authors) if isinstance(authors, list) else authors)
    date = gold.get("date_htmldate") or gold.get("date") or gold.get("published") or gold.get("publishedTime")
    if date and date == date:  # NaN stands for none in one set
        out["date"] = day(got.date) == day(date)
        if isinstance(date, str) and len(date) > 10 and instant(date) is not None:
            out["instant"] = instant(got.date) == instant(date)
    return out


def table(name: str, rows: list[tuple[dict[str, object], dict[str, object]]]) -> None:
    """Print one set's table: ours beside the library's."""

    def column(which: int, key: str) -> list[object]:
        return [r[which][key] for r in rows if key in r[which]]

    print(f"\n{name}: {len(rows)} pages{'':20}ours   library")
    pairs = [column(i, "body") for i in (0, 1)]
    if pairs[0]:
        (p, r, f), (lp, lr, lf) = (mean_f1(x) for x in pairs)  # type: ignore[arg-type]
        print(f"  body precision / recall / F1      {p:.4f} {r:.4f} {f:.4f}   {lp:.4f} {lr:.4f} {lf:.4f}")
    for key in ("segments_with", "segments_without"):
        flat = [[x for xs in column(i, key) for x in xs] for i in (0, 1)]  # type: ignore[attr-defined]
        if flat[0]:
            print(f"  {key:32}  {sum(flat[0]) / len(flat[0]):.4f}   {sum(flat[1]) / len(flat[1]):.4f}")
    for key in ("title", "byline", "date", "instant"):
        a, b = column(0, key), column(1, key)
        if a:
            print(
                f"  {key:10} of {len(a):4}                 {sum(a):5}    {sum(b):5}   {sum(a) / len(a):.4f} {sum(b) / len(b):.4f}"
            )  # type: ignore[arg-type]


def cpu_seconds(which: str, name: str, limit: int | None) -> float:
    """CPU seconds of one reader over one set; the libraries' own slow starts are paid before the clock runs."""
    logging.disable(logging.CRITICAL)
    reader = ours if which == "ours" else library
    pages = samples(name, limit)
    DateDataParser(languages=["en"]).get_date_data("3 March 2021")
    furniture("Share this")
    for sample in pages[:5]:
        reader(sample)
    start = time.process_time()
    for sample in pages:
        reader(sample)
    return time.process_time() - start


def cost(name: str, limit: int | None) -> tuple[float, float]:
    """CPU seconds of ours and of the library, each in a process of its own: both keep caches of what they saw."""
    spent = []
    for which in ("ours", "library"):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            spent.append(pool.submit(cpu_seconds, which, name, limit).result())
    return spent[0], spent[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--limit", type=int)
    parser.add_argument(
        "--misses", help="list pages where this field is wrong in our reading and right in the library's"
    )
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    total = [0.0, 0.0]
    single = pages = 0
    for name in options.sets:
        rows = []
        spent = cost(name, options.limit)
        split = []
        for sample in samples(name, options.limit):
            got, page = ours(sample)
            theirs = library(sample)
            rows.append((score(sample, got), score(sample, theirs)))
            pages += 1
            single += got.articles <= 1
            if got.articles > 1:
                split.append(f"{sample.id}: {got.articles} {page.units[0].made_by}")
            mine, their = rows[-1]
            if options.misses == "body" and "body" in mine and sum(mine["body"]) < sum(their["body"]) - 0.02:  # type: ignore[arg-type, call-overload]
                print(sample.id, "body", mine["body"], their["body"])
            elif options.misses in mine and options.misses != "body" and not mine[options.misses]:
                key = {"byline": "byline", "title": "title", "date": "date", "instant": "date"}.get(
                    options.misses, "body"
                )
                print(
                    sample.id,
                    "ours",
                    repr(getattr(got, key))[:160],
                    "library",
                    repr(getattr(theirs, key))[:160],
                    "gold",
                    str(
                        [
                            sample.gold.get(k)
                            for k in ("title", "authors", "author", "byline", "published", "date", "date_htmldate")
                        ]
                    )[:300],
                    "LIB RIGHT" if their.get(options.misses) else "",
                )
        table(name, rows)
        print(f"  CPU seconds                       {spent[0]:.2f}   {spent[1]:.2f}   ratio {spent[0] / spent[1]:.2f}")
        for line in split:
            print("  split:", line)
        total = [a + b for a, b in zip(total, spent, strict=True)]
    print(
        f"\nall: CPU {total[0]:.1f} s ours, {total[1]:.1f} s the library, ratio {total[0] / total[1]:.2f}; one article: {single}/{pages} = {single / pages:.4f}"
    )


if __name__ == "__main__":
    main()
