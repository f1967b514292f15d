"""Every feed of the `feeds` set: read or refused in words, as many entries as feedparser finds, expectations met.

    python benchmarks/feeds.py [--misses]

Needs the shared data: TAWATUR_SHARED, or ../shared beside the project.
"""

from __future__ import annotations

import ast
import gzip
import io
import json
import os
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser

from tawatur.errors import TawaturError
from tawatur.model import Capture, Page, Stated
from tawatur.read import parse
from tawatur.read.entries import Words, flat_words
from tawatur.read.records import split_type
from tawatur.read.times import iso_of

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FIELDS = {
    "title": "title", "title_detail": "title", "link": "link", "author": "author", "author_detail": "author",
    "authors": "author", "published": "date", "published_parsed": "date", "updated": "date", "updated_parsed": "date",
    "created": "date", "created_parsed": "date", "summary": "text", "summary_detail": "text", "description": "text",
    "content": "text", "tagline": "text", "tagline_detail": "text", "subtitle": "text", "subtitle_detail": "text",
    "info": "text", "info_detail": "text", "language": "language",
}  # fmt: skip


def main() -> int:
    """Print the tables; 1 where a feed crashed or took a second."""
    folder = SHARED / "data" / "feeds"
    if not folder.is_dir():
        print(f"{folder} is not there: set TAWATUR_SHARED to the shared folder.", file=sys.stderr)
        return 2
    with gzip.open(folder / "manifest.jsonl.gz", "rt", encoding="utf-8") as manifest:
        items = [json.loads(line) for line in manifest]
    with tarfile.open(folder / "feeds.tar.gz") as archive:
        files = {member.name: archive.extractfile(member).read() for member in archive if member.isfile()}  # type: ignore[union-attr]
    outcome: Counter[str] = Counter()
    met: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    times: list[tuple[float, str]] = []
    theirs_s, same, compared, crashes = 0.0, 0, 0, []
    parse(Capture(source="x", name="x", raw=b"<p>language data is read once, before the clock runs</p>", retrieved="x"))
    for item in items:
        raw = files[item["file"]]
        start = time.perf_counter()
        page, outcome_words = _read(item, raw)
        times.append((time.perf_counter() - start, item["id"]))
        outcome[outcome_words] += 1
        if outcome_words.startswith("CRASH"):
            crashes.append((item["id"], outcome_words))
        start = time.perf_counter()
        theirs = feedparser.parse(io.BytesIO(raw), response_headers=_headers(item))
        theirs_s += time.perf_counter() - start
        if theirs.version:
            compared += 1
            ours = len(page.units) if page is not None else 0
            same += ours == len(theirs.entries)
            if ours != len(theirs.entries):
                print(f"  entries differ: {item['id']}: {ours} here, {len(theirs.entries)} by feedparser")
        for path, value in expectations(item.get("expect", "")):
            verdict = holds(page, path, value)
            if verdict is None:
                continue
            field, ok = verdict
            asked[field] += 1
            met[field] += ok
            if not ok and "--misses" in sys.argv:
                print(f"  missed: {item['id']}: {path} == {value!r}")
    _print(items, outcome, met, asked, times, theirs_s, same, compared)
    for crash in crashes:
        print("  ", *crash)
    return int(bool(crashes) or max(times)[0] >= 1)


def _print(items, outcome, met, asked, times, theirs_s, same, compared) -> None:  # type: ignore[no-untyped-def]
    ours_s = sum(seconds for seconds, _ in times)
    print(f"\n{len(items)} feeds: " + ", ".join(f"{count} {words}" for words, count in outcome.most_common()))
    print(f"entries as feedparser has them: {same} of {compared} that it takes for a feed")
    print(
        f"time {ours_s:.2f} s ({ours_s / theirs_s:.2f} times feedparser alone); slowest {max(times)[0] * 1000:.0f} ms ({max(times)[1]})"
    )
    print("\nexpectation   met   asked   share")
    for field in sorted(asked):
        print(f"{field:<11} {met[field]:>5} {asked[field]:>7} {met[field] / asked[field]:>7.3f}")
    print(
        f"{'all':<11} {sum(met.values()):>5} {sum(asked.values()):>7} {sum(met.values()) / max(1, sum(asked.values())):>7.3f}"
    )


def _headers(item: dict[str, Any]) -> dict[str, str]:
    return {name.lower(): value for name, value in (item.get("http_headers") or {}).items()}


def _read(item: dict[str, Any], raw: bytes) -> tuple[Page | None, str]:
    headers = _headers(item)
    media_type, charset = split_type(headers.get("content-type"))
    capture = Capture(
        source=item["id"], name=item["id"], raw=raw, retrieved="2020-01-01T00:00:00+00:00",
        stated_type=media_type, stated_charset=charset, uri=headers.get("content-location"),
    )  # fmt: skip
    try:
        page = parse(capture)
    except TawaturError as error:
        return None, f"refused ({type(error).__name__})"
    except Exception as error:  # noqa: BLE001 - a crash is what is looked for
        return None, f"CRASH {type(error).__name__}: {error}"
    return page, "read" if page.media_type != "text/plain" else "read as plain text"


def expectations(expect: str) -> Iterator[tuple[list[str | int], Any]]:
    """(path, value) of every `path == literal` that an expectation joins by `and`; nothing is evaluated."""
    try:
        tree = ast.parse(expect, mode="eval").body
    except SyntaxError:
        return
    for part in tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]:
        if isinstance(part, ast.Compare) and len(part.ops) == 1 and isinstance(part.ops[0], ast.Eq):
            try:
                path, value = _path(part.left), ast.literal_eval(part.comparators[0])
            except ValueError:
                continue
            if path:
                yield path, value


def _path(node: ast.expr) -> list[str | int]:
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [*_path(node.value), node.attr]
    if isinstance(node, ast.Subscript):
        return [*_path(node.value), ast.literal_eval(node.slice)]
    raise ValueError("no path")


def holds(page: Page | None, path: list[str | int], value: Any) -> tuple[str, bool] | None:
    """Field and verdict of one expectation; None where it speaks of something else than a page's fields."""
    place, rest = _place(path)
    if place is None or not rest or rest[0] not in FIELDS:
        return None
    field = FIELDS[str(rest[0])]
    leaf = rest[-1] if len(rest) > 1 else rest[0]
    if len(rest) > 1 and leaf not in ("value", "name", "language", *([0] if rest[0] == "authors" else [])):
        return None
    if leaf == "language":
        field = "language"
    if page is None:
        return field, False
    if place == "feed":
        stated, texts = page.stated, []
    else:
        if int(place) >= len(page.units):
            return field, False
        unit = page.units[int(place)]
        stated, texts = unit.stated, [unit.body.of(page.text) if unit.body is not None else ""]
    return field, _verdict(field, stated, texts, value)


def _place(path: list[str | int]) -> tuple[str | int | None, list[str | int]]:
    if path[0] == "feed":
        return "feed", path[1:]
    if path[0] == "entries" and len(path) > 2 and isinstance(path[1], int):
        return path[1], path[2:]
    return None, []


def _verdict(field: str, stated: tuple[Stated, ...], texts: list[str], value: Any) -> bool:
    values = {}
    for item in stated:
        values.setdefault(item.name, item.value)
    match field:
        case "title":
            return _plain(value) in (values.get("title", ""), _squeezed(str(value)))
        case "link":
            return value == values.get("url", "")
        case "author":
            wanted = str(value.get("name") if isinstance(value, dict) else value)
            return values.get("byline", "") in (wanted, wanted.split(" (")[0]) or wanted in values.get("byline", "")
        case "date":
            return _instant(value) in {_instant(values.get("published")), _instant(values.get("modified"))}
        case "language":
            return (value or None) == values.get("lang")
        case _:
            found = {_squeezed(text) for text in [*texts, values.get("description", "")]}
            return bool({_plain(value), _squeezed(str(value))} & found)


def _plain(value: Any) -> str:
    return _squeezed(flat_words(Words(str(value), True)))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _instant(value: Any) -> Any:
    if isinstance(value, tuple):
        return datetime(*value[:6], tzinfo=UTC)
    if value is None:
        return None
    written = iso_of(str(value))
    if written is None:
        return value
    time = datetime.fromisoformat(written)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


if __name__ == "__main__":
    raise SystemExit(main())
