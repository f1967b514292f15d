"""Markup to a tree: what a browser would make of it, within bounds that hostile pages cannot break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import (
    HtmlComment,
    HtmlElement,
    HtmlEntity,
    HTMLParser,
    HtmlProcessingInstruction,
    document_fromstring,
)
from trafilatura.utils import repair_faulty_html

# A tree takes some 20 times the memory of its markup. News pages stay below 3 million; larger ones are read as text.
MAX_TREE_CHARS = 5_000_000
# libxml2 stops at 256 elements inside each other and drops all that follows. Browsers stop at 512.
MAX_DEPTH = 200

# One class for every element, chosen without a call into Python each time an element is looked at.
_ONE_CLASS = etree.ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
)

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})([^<>]*)>")
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,40})\s([^<>]{20000,})>")
_ATTRIBUTE = re.compile(r"""[\w:-]{1,60}=(?:"[^"<>]{0,3000}"|'[^'<>]{0,3000}'|[^\s"'<>=]{1,3000})""")
MOST_ATTRIBUTES = 100
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0c") + b"\x7f"
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


@dataclass(slots=True)
class Parsed:
    """A tree, and what had to be mended to get it."""

    tree: Any
    encoding: str | None
    size: int
    """Code points of markup."""
    notes: tuple[str, ...]


def decode_markup(markup: str | bytes, encoding: str | None) -> tuple[str, str | None, list[str]]:
    """Markup as text without NULs, other control characters and lone surrogates; its encoding; what was mended."""
    notes: list[str] = []
    text, encoding = _decoded(markup, encoding, notes)
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError:
        notes.append("lone surrogates were replaced")
        text = _SURROGATE.sub("\ufffd", text)
        raw = text.encode("utf-8")
    clean = raw.translate(None, _CONTROLS)
    if len(clean) < len(raw):
        notes.append("control characters were left out")
        text = clean.decode("utf-8")
    return text, encoding, notes


def parse_text(text: str, encoding: str | None, notes: list[str]) -> Parsed:
    """The tree of `text`, which decode_markup gave. Never fails: what no parser takes becomes an empty tree."""
    text = _without_monsters(text, notes)
    tree, stopped = _tree(repair_faulty_html(text, text[:50].lower()) if text else " ")
    if stopped:
        notes.append("elements were nested too deep: the inner ones were read as one")
        tree, stopped = _tree(_shallow(text))
        if stopped:
            notes.append("the parser stopped before the end of the page")
    return Parsed(tree, encoding, len(text), tuple(notes))


def _without_monsters(text: str, notes: list[str]) -> str:
    """`text` with the attributes of absurdly long tags cut down: parsers look each one up among all before it."""
    if not _LONG_TAG.search(text):
        return text
    notes.append("the attributes of very long tags were cut down")
    return _LONG_TAG.sub(_cut_tag, text)


def _cut_tag(tag: re.Match[str]) -> str:
    kept = [found[0] for found, _ in zip(_ATTRIBUTE.finditer(tag[2]), range(MOST_ATTRIBUTES), strict=False)]
    return f"<{tag[1]} {' '.join(kept)}>"


def _tree(text: str) -> tuple[Any, bool]:
    """A tree, and whether the parser gave up before the end for a limit of its own."""
    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        tree = document_fromstring(text.encode("utf-8"), parser=parser)
    except (ValueError, AssertionError, etree.LxmlError):
        return document_fromstring("<html><body></body></html>"), bool(text.strip()) and "<" in text
    stopped = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return tree, stopped


def _shallow(text: str) -> str:
    """`text` without the tags that would nest deeper than MAX_DEPTH."""
    parts: list[str] = []
    at = depth = dropped = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name in _VOID or tag[3].endswith("/"):
            continue
        if not tag[1]:
            depth += 1
            if depth <= MAX_DEPTH:
                continue
            dropped += 1
        else:
            if depth > 0:
                depth -= 1
            if not dropped:
                continue
            dropped -= 1
        parts += (text[at : tag.start()], " ")
        at = tag.end()
    parts.append(text[at:])
    return "".join(parts)


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
