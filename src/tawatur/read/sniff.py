"""What kind of document some bytes are, told by the bytes alone: names and stated types are not trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tawatur.read.decode import decode, is_binary

Kind = Literal[
    "text", "html", "feed", "json feed", "json", "opml", "xml",
    "warc", "arc", "gzip", "zstd", "bzip2", "xz", "zip", "tar", "known", "binary", "empty",
]  # fmt: skip

HEAD_BYTES = 16_384

# First bytes of what we unpack or read record by record.
_OPENED: tuple[tuple[bytes, Kind], ...] = (
    (b"WARC/", "warc"),
    (b"filedesc://", "arc"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)

# First bytes of what we know by name and do not read, so that the message can say what it is.
_KNOWN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM film"),
    (b"wOFF", "a web font"),
    (b"wOF2", "a web font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"OTTO", "a font"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
)

_SKIP = re.compile(r"(?:\s+|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)", re.S)
_DOCTYPE = re.compile(r"<!doctype\s+([a-z0-9:_-]+)[^<>\[]*(?:\[[^\]]*\][^<>]*)?>?", re.I)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>]|$)")
_FEED_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_HTML_ROOTS = frozenset(
    [
        "html",
        "head",
        "body",
        "title",
        "meta",
        "link",
        "script",
        "style",
        "base",
        "noscript",
        "div",
        "span",
        "p",
        "a",
        "b",
        "i",
        "u",
        "em",
        "strong",
        "br",
        "hr",
        "img",
        "table",
        "tbody",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "article",
        "section",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "blockquote",
        "pre",
        "center",
        "font",
        "form",
        "iframe",
        "figure",
        "figcaption",
        "picture",
        "address",
        "small",
        "big",
        "marquee",
        "frameset",
        "svg",
        "time",
        "cite",
        "code",
    ]
)
_PAGE_MARK = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_FEED_MARK = re.compile(r"<(?:\?xml[^>]*>\s*<)?(?:rss|feed|rdf:RDF)[\s>]", re.I)
_KNOWN_TAG = re.compile(r"<(?:" + "|".join(sorted(_HTML_ROOTS)) + r")[\s/>]", re.I)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|td|tr|table|article|section|blockquote)(?:\s[^<>]{0,200})?/?>", re.I
)
_JSON_START = re.compile(r"""\{\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*:|\})|\[\s*(?:[{\[]\s*["{\[\]}]|\])""")
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.I)

# In a text that opens with prose, more block tags than one in so many characters make it a fragment of HTML.
_CHARS_PER_TAG = 120


@dataclass(frozen=True, slots=True)
class Sniffed:
    """Kind of a document, and in words what it is where we do not read it."""

    kind: Kind
    words: str = ""


def sniff(raw: bytes, stated_type: str | None = None) -> Sniffed:
    """Tell the kind of `raw` from its first 16 KiB.

    `stated_type` (a server's word) decides only between plain text and HTML where the bytes leave it open.
    """
    head = raw[:HEAD_BYTES]
    if not head.strip(b"\t\n\r\f \xef\xbb\xbf") or head in (b"\xff\xfe", b"\xfe\xff"):
        return Sniffed("empty")
    opened = opened_kind(head)
    if opened is not None:
        return opened
    if is_binary(head):
        return Sniffed("binary", "bytes that are no text")
    return _markup_kind(decode(head, partial=True).text, stated_type)


def opened_kind(head: bytes) -> Sniffed | None:
    """Kind of what its first bytes alone give away (packed files, archives, pictures), else None."""
    for magic, kind in _OPENED:
        if head.startswith(magic):
            return Sniffed(kind)
    for magic, words in _KNOWN:
        if head.startswith(magic):
            return Sniffed("known", words)
    if head[1:4] == b"\x2a\x4d\x18" and head[0] >> 4 == 5:
        return Sniffed("zstd")  # a skippable frame comes first: the dictionary of a WARC
    if head[257:262] == b"ustar":
        return Sniffed("tar", "a tar archive")
    if head[4:8] == b"ftyp":
        return Sniffed("known", "a film or a picture in an MP4 container")
    if head[:4] == b"RIFF":
        return Sniffed("known", "a RIFF file (WebP, WAV or AVI)")
    if head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00":
        return Sniffed("known", "a BMP image")
    return None


def _markup_kind(text: str, stated_type: str | None) -> Sniffed:
    start = _after_prolog(text)
    if _JSON_START.match(text, start):
        return Sniffed("json feed") if _JSON_FEED.search(text) else Sniffed("json")
    if text.startswith("<", start):
        found = _root_kind(text, start)
        if found is not None:
            return found
    if _PAGE_MARK.search(text) and not text[:start].strip():
        mark = _PAGE_MARK.search(text)
        if mark is not None and (mark.start() < 2048 or _is_tagged(text)):
            return Sniffed("html")
    mark = _FEED_MARK.search(text)
    if mark is not None and mark.start() < 4096 and not _PAGE_MARK.search(text):
        return Sniffed("feed")
    if _is_tagged(text) or ("html" in (stated_type or "") and _BLOCK_TAG.search(text)):
        return Sniffed("html")
    return Sniffed("text")


def _after_prolog(text: str) -> int:
    """Where the first thing that is no blank, comment or processing instruction starts."""
    at = 0
    if text.startswith("\ufeff"):
        at = 1
    while True:
        skipped = _SKIP.match(text, at)
        if skipped is None or skipped.end() == at:
            return at
        at = skipped.end()


def _root_kind(text: str, start: int) -> Sniffed | None:
    doctype = _DOCTYPE.match(text, start)
    if doctype is not None:
        if doctype[1].lower() == "html":
            return Sniffed("html")
        while True:
            start = doctype.end()
            step = _after_prolog(text[start:])
            if step == 0:
                break
            start += step
            doctype = _DOCTYPE.match(text, start)
            if doctype is None:
                break
    root = _ROOT.match(text, start)
    if root is None:
        return None
    name = root[2].lower()
    if name in _FEED_ROOTS:
        return Sniffed("feed")
    if name == "opml":
        return Sniffed("opml")
    if name in _HTML_ROOTS:
        return Sniffed("html")
    if text.lstrip("\ufeff").lstrip().startswith("<?xml") or not _KNOWN_TAG.search(text):
        return Sniffed("xml", f"an XML document whose root is <{root[2][:40]}>")
    return None


def _is_tagged(text: str) -> bool:
    tags = sum(1 for _ in _BLOCK_TAG.finditer(text))
    return tags >= 3 and tags * _CHARS_PER_TAG >= len(text)
