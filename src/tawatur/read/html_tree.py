"""Markup to a tree: what a browser would make of it, within bounds that hostile pages cannot break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.utils import load_html

MAX_CHARS = 20_000_000
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(slots=True)
class Parsed:
    """A tree, and what had to be mended to get it."""

    tree: Any
    encoding: str | None
    size: int
    """Code points of markup."""
    notes: tuple[str, ...]


def parse_markup(markup: str | bytes, encoding: str | None) -> Parsed:
    """The tree of `markup`. Never fails: what no parser takes becomes a tree of its bare text."""
    notes: list[str] = []
    text, encoding = _decoded(markup, encoding, notes)
    text = _cleaned(text, notes)
    return Parsed(_tree(text, notes), encoding, len(text), tuple(notes))


def _tree(text: str, notes: list[str]) -> Any:
    tree = None
    try:
        tree = load_html(text)
    except (LookupError, RecursionError, TypeError, ValueError, etree.LxmlError):
        tree = None
    if tree is None:
        tree = _parsed_plainly(text)
    return tree


def _parsed_plainly(text: str) -> Any:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, recover=True)
    try:
        return document_fromstring((text or " ").encode("utf-8", "replace"), parser=parser)
    except (ValueError, etree.LxmlError):
        return document_fromstring("<html><body></body></html>")


def _decoded(markup: str | bytes, encoding: str | None, notes: list[str]) -> tuple[str, str | None]:
    if isinstance(markup, str):
        return markup, encoding
    stated = _META.search(markup[:4096])
    for name in (encoding, stated[1].decode("ascii", "replace") if stated else None, "utf-8"):
        try:
            if name:
                return markup.decode(name), name
        except (LookupError, UnicodeError):
            continue
    notes.append("decoded as utf-8 with replacement characters")
    return markup.decode("utf-8", "replace"), "utf-8"


def _cleaned(text: str, notes: list[str]) -> str:
    if len(text) > MAX_CHARS:
        notes.append(f"only the first {MAX_CHARS:,} characters of markup were read")
        text = text[:MAX_CHARS]
    if _SURROGATE.search(text):
        notes.append("lone surrogates were replaced")
        text = _SURROGATE.sub("\ufffd", text)
    if _NOT_TEXT.search(text):
        notes.append("control characters were left out")
        text = _NOT_TEXT.sub("", text)
    return text


__all__ = ["HtmlElement", "Parsed", "parse_markup"]
