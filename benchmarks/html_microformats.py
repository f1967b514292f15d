"""Measure post boundaries and fields on the small pages of the microformats test suite.

    python benchmarks/html_microformats.py [--show]

An entry of the canonical reading (h-entry, hentry) counts as found where a unit of ours has the same name, author,
published time and address; boundaries count where the page has as many units as entries, with their words in order.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from typing import Any

from html_data import microformats
from html_scores import plain

from tawatur.model import Capture, Unit
from tawatur.read.html import read_html


def entries(item: Any, inside: bool = False) -> Iterator[dict[str, Any]]:
    """The entries of a canonical reading, outermost ones only."""
    if isinstance(item, dict):
        if "h-entry" in item.get("type", []) and not inside:
            yield item
            inside = True
        for value in item.values():
            yield from entries(value, inside)
    elif isinstance(item, list):
        for value in item:
            yield from entries(value, inside)


def wanted(entry: dict[str, Any]) -> dict[str, str | None]:
    """The four fields of one canonical entry."""
    got = entry["properties"]
    author = (got.get("author") or [None])[0]
    name = (
        (author.get("value") or (author["properties"].get("name") or [None])[0]) if isinstance(author, dict) else author
    )
    url = (got.get("url") or [None])[0]
    return {
        "title": (got.get("name") or [None])[0],
        "byline": name,
        "published": (got.get("published") or [None])[0],
        "url": url.get("value") if isinstance(url, dict) else url,
    }


def have(unit: Unit) -> dict[str, str | None]:
    """The same four fields of one of our units."""
    first = {s.name: s.value for s in reversed(unit.stated)}
    return {key: first.get(key) for key in ("title", "byline", "published", "url")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = bounded = whole = total = right = 0
    for sample in microformats():
        gold = [wanted(e) for e in entries(sample.gold["items"])]
        capture = Capture(
            source=sample.id, name=sample.id, raw=sample.raw, retrieved="2026-01-01T00:00:00Z", uri=sample.url
        )
        page = read_html(capture, sample.raw.decode(), "utf-8")
        if not gold:
            if options.show and len(page.units) > 1:
                print(sample.id, "no entries, units:", len(page.units))
            continue
        pages += 1
        found = [have(u) for u in page.units]
        bounded += len(found) == len(gold)
        same = [all(plain(a[k]) == plain(b[k]) for k in a) for a, b in zip(gold, found, strict=False)]
        total += len(gold)
        right += sum(same)
        whole += len(found) == len(gold) and all(same)
        if options.show and not (len(found) == len(gold) and all(same)):
            print(sample.id, "\n   want", gold, "\n   have", found, [u.made_by for u in page.units])
    print(
        f"pages with entries {pages}: boundaries {bounded / pages:.3f}; all fields {whole / pages:.3f}; entries {right}/{total}"
    )


if __name__ == "__main__":
    main()
