"""Marked-up posts (microformats) as articles of the page, or as what is stated of articles found otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.model import Stated
from tawatur.read.html_article import squash
from tawatur.read.html_digest import Part
from tawatur.read.html_microformats import Entry
from tawatur.read.html_model import Flat
from tawatur.read.html_signals import is_prose, is_tail_line

SMALL_PAGE = 1_500
"""Code points of a page below which a single marked-up post is taken as marked: no library finds more in it."""
LEAST_SHARE = 0.5


def entry_parts(
    flat: Flat, entries: Sequence[Entry], parts: list[Part], *, one_article: bool, untitled: bool
) -> list[Part]:
    """The articles of a page, with its marked-up posts heard.

    Where articles were found already, each gets what the entry around it states. Where none were found, entries
    that hold most of the page's words are its articles, unless its head calls the page one article. One entry on a page of ordinary size is left to the
    extraction of the main content, as is one without a name on a page that has one (`untitled`: it has none).
    """
    placed = _placed(flat, entries)
    if parts:
        return _with_stated(flat, parts, placed)
    if not placed or not (len(placed) > 1 or _size(flat, 0, len(flat.lines)) < SMALL_PAGE):
        return []
    if len(placed) == 1 and not untitled and placed[0][2].first("title") is None:
        return []
    whole = _prose(flat, 0, len(flat.lines))
    held = [_prose(flat, first, last) for first, last, _ in placed]
    if one_article and len(held) > 1 and whole:
        return []
    if whole and (sum(held) < LEAST_SHARE * whole or (len(held) > 1 and max(held) > 0.9 * sum(held))):
        return []
    return _with_stated(flat, [_part(flat, first, last, entry) for first, last, entry in placed], placed)


def _placed(flat: Flat, entries: Sequence[Entry]) -> list[tuple[int, int, Entry]]:
    """Entries with the lines they hold; those in furniture, such as comments, are left out."""
    if not entries:
        return []
    numbers = {node.el: i for i, node in enumerate(flat.nodes)}
    found = []
    for entry in entries:
        at = numbers.get(entry.el)
        if at is not None and flat.nodes[at].zone is None and flat.nodes[at].first < flat.nodes[at].last:
            found.append((flat.nodes[at].first, flat.nodes[at].last, entry))
    return found


def _with_stated(flat: Flat, parts: list[Part], placed: Sequence[tuple[int, int, Entry]]) -> list[Part]:
    signers = {entry.first("byline") for _, _, entry in placed}
    told = []
    for part in parts:
        entry = next((e for first, last, e in placed if first <= part.first and part.last <= last), None)
        stated = [_heard(s, entry, keeper=len(placed) > 1 and len(signers) == 1) for s in entry.stated] if entry else []
        told.append(replace(part, stated=(*part.stated, *stated)))
    return told


def _heard(stated: Stated, entry: Entry, *, keeper: bool) -> Stated:
    """What an entry states. In its footer, under one name or none for all posts, a blog's keeper speaks of the posting."""
    if keeper and stated.name in entry.late and stated.name in ("byline", "published", "modified"):
        name = "posted by" if stated.name == "byline" else "posted"
        return replace(stated, name=name, where=f"{stated.where}, in the footer of every post")
    return stated


def _part(flat: Flat, first: int, last: int, entry: Entry) -> Part:
    key = squash(entry.first("title") or "")
    title = next((i for i in range(first, last) if key and squash(flat.lines[i].text) == key), None)
    content = next((n for n in flat.nodes if n.el is entry.content), None) if entry.content is not None else None
    if content is not None and content.first < content.last:
        body, body_last = content.first, content.last
    else:
        body, body_last = (title + 1 if title is not None else first), last
    if title is not None and body <= title < body_last:
        title, body = (None, body) if body_last - body == 1 else (title, title + 1)
    while body_last > body and is_tail_line(flat.lines[body_last - 1], flat):
        body_last -= 1
    end = len(flat.lines[title].text) if title is not None else 0
    return Part(first, last, title, 0, end, body, body_last, -1, "h-entry")


def _prose(flat: Flat, first: int, last: int) -> int:
    lines = flat.lines[first:last]
    return sum(len(line.text) for line in lines if is_prose(line) and flat.nodes[line.node].zone is None)


def _size(flat: Flat, first: int, last: int) -> int:
    return sum(len(line.text) for line in flat.lines[first:last])
