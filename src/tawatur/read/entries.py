"""A feed as one page: its entries one after another, each a unit with what the feed states of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from tawatur.model import Capture, Page, Span, Stated, Unit
from tawatur.model.ids import page_id, sha256_hex
from tawatur.read.decode import Decoded
from tawatur.read.html_compose import Composed, compose
from tawatur.read.html_lines import Line, flatten
from tawatur.read.plain import MADE_BY

_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAG = re.compile(r"<[a-zA-Z/!]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a feed and whether they are markup."""

    text: str
    is_markup: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, of whatever format."""

    title: Words | None
    body: Words | None
    link: str | None
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, of whatever format."""

    media_type: str
    title: str | None
    entries: tuple[Entry, ...]
    stated: tuple[Stated, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Lines:
    """Lines of the page in the making; `places` says which of them an entry's parts are, by number."""

    lines: list[Line] = field(default_factory=list)
    places: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Per entry: first line, first line behind the title, first line of the body, line behind the entry."""


def page_of_feed(capture: Capture, feed: Feed, decoded: Decoded) -> Page:
    """The page of `feed`: for each entry a line with its title, then its content, one block a line."""
    laid = _Lines()
    for entry in feed.entries:
        _lay(entry, laid)
    composed = compose(laid.lines, capture.uri)
    units = tuple(_unit(entry, place, composed) for entry, place in zip(feed.entries, laid.places, strict=True))
    digest = sha256_hex(capture.raw)
    return Page(
        id=page_id(digest, capture.name),
        source=capture.source,
        media_type=feed.media_type,
        encoding=decoded.encoding,
        sha256=digest,
        retrieved=capture.retrieved,
        title=feed.title,
        text=composed.text,
        uri=capture.uri,
        blocks=tuple(block for block in composed.blocks if len(block.span)),
        units=units,
        stated=feed.stated,
        links=composed.links,
        notes=(*decoded.notes, *feed.notes),
        made_by=MADE_BY,
    )


def stated_words(name: str, value: Any, where: str) -> tuple[Stated, ...]:
    """A stated field with its blanks in order; nothing where `value` is empty or no text."""
    if not isinstance(value, str):
        return ()
    words = one_line(value)
    return (Stated(name=name, value=words, where=where),) if words else ()


def one_line(text: str) -> str:
    """`text` on one line, without what no text can hold."""
    return " ".join(sound(text).split())


def sound(text: str) -> str:
    """`text` without control characters, lone surrogates replaced: JSON and character references can smuggle them in."""
    return _CONTROLS.sub("", _SURROGATES.sub("\ufffd", text))


def flat_words(words: Words) -> str:
    """`words` as one line of plain text."""
    return " ".join(line.text for line in lines_of(words) if line.text)


def lines_of(words: Words) -> list[Line]:
    """`words` as lines of plain text, one block a line; markup loses its tags and what it hides."""
    text = sound(words.text)
    if not words.is_markup or not _TAG.search(text):
        return [_line(" ".join(row.split())) for row in text.splitlines() if row.strip()]
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, recover=True)
    markup = f"<html><body><div>{text}</div></body></html>"
    try:
        tree = document_fromstring(markup.encode("utf-8"), parser=parser)
    except (ValueError, etree.LxmlError):
        return [_line(one_line(unescape(text)))]
    return flatten(tree).lines


def _lay(entry: Entry, laid: _Lines) -> None:
    first = len(laid.lines)
    title = flat_words(entry.title) if entry.title is not None else ""
    if title:
        laid.lines.append(_line(title, is_title=True))
    behind_title = len(laid.lines)
    body = [line for line in lines_of(entry.body) if line.text] if entry.body is not None else []
    # A gap before the first line of the body would part it from its title as if another entry began.
    if body:
        body[0].gap = 0
    laid.lines += body
    if len(laid.lines) == first:
        # An entry of nothing but a link is an entry; one without any words keeps its place as an empty line.
        laid.lines.append(_line(one_line(entry.link or "")))
        behind_title = len(laid.lines)
    laid.lines[first].gap = 1
    laid.places.append((first, behind_title if title else first, behind_title, len(laid.lines)))


def _unit(entry: Entry, place: tuple[int, int, int, int], composed: Composed) -> Unit:
    first, behind_title, body, behind = place
    spans = composed.spans
    title = spans[first] if behind_title > first else None
    stated = entry.stated
    if title is not None:
        value = title.of(composed.text)
        stated = (Stated(name="title", value=value, where="feed entry", span=title), *stated)
    return Unit(
        span=Span(spans[first].start, spans[behind - 1].end),
        title=title,
        body=Span(spans[body].start, spans[behind - 1].end) if behind > body else None,
        stated=stated,
        made_by="feed entry",
    )


def _line(text: str, *, is_title: bool = False) -> Line:
    return Line(
        text=text,
        kind="heading" if is_title else "paragraph",
        level=2 if is_title else None,
        gap=0,
        node=-1,
        after_rule=False,
        strong=0,
        names="",
    )


def first_words(candidates: Sequence[Words | None]) -> Words | None:
    """The first of `candidates` that holds any words."""
    return next((words for words in candidates if words is not None and words.text.strip()), None)
