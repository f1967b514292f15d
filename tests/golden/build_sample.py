"""Make the derived files of the sample case: `gold.json` from the marks, and the web archive from its pages.

    python tests/golden/build_sample.py

Both are committed; a test builds them again and compares, so that neither drifts from what it is made of.
"""

from __future__ import annotations

import gzip
import html
import json
import uuid
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html
from sample_marks import MARKUP_PAGES, TEXT_PAGES
from sample_said import NO_PLACES, PLACES, SAID, SPEAKERS

SAMPLE = Path(__file__).parents[2] / "src" / "tawatur" / "sample"
ARCHIVED = Path(__file__).parent / "warc_pages"
ARCHIVE = "two-sites.warc.gz"

ARCHIVED_PAGES = {
    "https://minapress.example/news/7731": ("mina-press.html", "2021-02-13T07:02:11Z"),
    "https://harbourlights.example/2021/02/six-things": ("harbour-lights.html", "2021-02-13T18:30:47Z"),
}

# Where the paragraphs of each post stand: one XPath for the posts, one for the paragraphs below a post.
PARAGRAPHS = {
    "al-sawari.html": ("//article", ".//div[@class='body']//p"),
    "marwada-courier.html": ("//article", "./p[not(@class)]"),
    "weekly-roundup.html": ("//div[@class='entry']", "./p[not(@class)]"),
    "ozmara-now.html": ("//td[@width='75%']", "./p"),
    "https://minapress.example/news/7731": ("//article", "./p[not(@class)]"),
    "https://harbourlights.example/2021/02/six-things": ("//article", "./p[position() > 1] | ./ol/li"),
}
FIELDS = ("lang", "byline", "outlet", "published")


def main() -> None:
    """Write both files."""
    (SAMPLE / ARCHIVE).write_bytes(make_archive())
    (SAMPLE / "gold.json").write_text(dump(make_gold()), encoding="utf-8")


def dump(gold: dict[str, Any]) -> str:
    """The gold as text, one field a line, so that a change shows as a small diff."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def make_gold() -> dict[str, Any]:
    """All pages with their posts, in the order of the marks."""
    pages = [text_page(name, marks) for name, marks in TEXT_PAGES.items()]
    pages += [markup_page(name, page) for name, page in MARKUP_PAGES.items()]
    return {
        "case": "The ferry Najmat al-Subh: an invented accident in an invented country",
        "offsets": "0-based code points into the decoded text without its byte order mark, end exclusive",
        "speakers": [{"name": name, "forms": list(forms)} for name, forms in SPEAKERS.items()],
        "places": {place_id: list(words) for place_id, words in PLACES.items()},
        "no_places": list(NO_PLACES),
        "pages": pages,
    }


def text_page(name: str, marks: list[dict[str, Any]]) -> dict[str, Any]:
    """A plain-text page: every post with its offsets."""
    text = (SAMPLE / name).read_bytes().decode("utf-8-sig")
    posts, at = [], 0
    for mark in marks:
        post = text_post(name, text, mark, at)
        at = post["end"]
        said = SAID[name][len(posts)]
        posts.append(post | {"statements": [text_statement(name, text, post, one) for one in said]})
    return {"source": name, "posts": posts}


def text_post(name: str, text: str, mark: dict[str, Any], at: int) -> dict[str, Any]:
    """One post of a plain-text page, looked for from `at` on."""
    start = at - 1
    for _ in range(mark.get("nth", 1)):
        start = find(name, text, mark["title"], start + 1)
    end = start + len(mark["title"])
    body_start = body_end = None
    if "first" in mark:
        body_start = find(name, text, mark["first"], end)
        body_end = end = find(name, text, mark["last"], body_start) + len(mark["last"])
    if "end" in mark:
        end = find(name, text, mark["end"], end) + len(mark["end"])
    span = {"start": start, "end": end, "body_start": body_start, "body_end": body_end}
    return {"title": mark["title"], **fields(mark), **span}


def text_statement(name: str, text: str, post: dict[str, Any], mark: dict[str, Any]) -> dict[str, Any]:
    """One statement of a plain-text page with the offsets of its content."""
    start = find(name, text, mark["content"], post["start"])
    end = start + len(mark["content"])
    if end > post["end"]:
        raise SystemExit(f"{name}: {mark['content']!r} stands behind its post. Mend the mark in sample_said.py.")
    return mark | {"start": start, "end": end}


def find(name: str, text: str, words: str, at: int) -> int:
    """Where `words` next stand; a mark that does not occur is a mistake in the marks."""
    found = text.find(words, at)
    if found < 0:
        raise SystemExit(f"{name}: no {words!r} after character {at}. Mend the mark in sample_marks.py.")
    return found


def markup_page(name: str, page: dict[str, Any]) -> dict[str, Any]:
    """A page whose text is the reader's to extract: bodies as exact paragraphs instead of offsets."""
    bodies = feed_bodies(name) if name.endswith(".xml") else html_bodies(name)
    posts = []
    for mark, body, said in zip(page["posts"], bodies, SAID[name], strict=True):
        if len(body) != mark["paragraphs"]:
            raise SystemExit(f"{name}: {mark['title']!r} has {len(body)} paragraphs, marked {mark['paragraphs']}.")
        posts.append({"title": mark["title"], **fields(mark), "body": body, "statements": said})
    return {"source": name, "posts": posts, "outside": page["outside"]}


def fields(mark: dict[str, Any]) -> dict[str, Any]:
    """What the page says of the post; null where it does not say."""
    return {field: mark.get(field) for field in FIELDS} | {"credits": mark.get("credits", [])}


def feed_bodies(name: str) -> list[list[str]]:
    """The paragraphs of every entry of the feed."""
    items = lxml.etree.fromstring((SAMPLE / name).read_bytes()).iterfind("channel/item")
    encoded = [item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") for item in items]
    return [paragraphs(lxml.html.fromstring(f"<div>{body}</div>"), "./p") if body else [] for body in encoded]


def html_bodies(name: str) -> list[list[str]]:
    """The paragraphs of every post of a saved or archived page."""
    path = ARCHIVED / ARCHIVED_PAGES[name][0] if name in ARCHIVED_PAGES else SAMPLE / name
    raw = path.read_bytes()
    text = raw.decode("windows-1256" if b"charset=windows-1256" in raw else "utf-8")
    posts, below = PARAGRAPHS[name]
    return [paragraphs(post, below) for post in lxml.html.fromstring(text).xpath(posts)]


def paragraphs(element: Any, below: str) -> list[str]:
    """The text of every paragraph, white space run together."""
    return [" ".join(html.unescape(p.text_content()).split()) for p in element.xpath(below)]


def make_archive() -> bytes:
    """A WARC of two sites as a crawler would leave it, one gzip member a record; the same bytes every time."""
    info = b"software: a crawl of two sites, made for the sample case\r\nformat: WARC File Format 1.1\r\n"
    head = {"WARC-Type": "warcinfo", "WARC-Date": "2021-02-13T07:02:00Z", "WARC-Filename": ARCHIVE}
    records = [warc_record(head, "application/warc-fields", info)]
    for uri, (name, date) in ARCHIVED_PAGES.items():
        body = (ARCHIVED / name).read_bytes()
        response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(
            body
        )
        head = {"WARC-Type": "response", "WARC-Target-URI": uri, "WARC-Date": date}
        records.append(warc_record(head, "application/http; msgtype=response", response + body))
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def warc_record(head: dict[str, str], content_type: str, block: bytes) -> bytes:
    """One record, its id made from its content."""
    record_id = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(head) + block.decode("utf-8"))
    lines = ["WARC/1.1", f"WARC-Record-ID: <urn:uuid:{record_id}>", *(f"{k}: {v}" for k, v in head.items())]
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(block)}", "", ""]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


if __name__ == "__main__":
    main()
