"""Microformats: h-entry and hentry elements and what their class names say of name, author, date and address.

Source: microformats2 parsing specification, and its rules for the older hAtom and hNews class names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tawatur.model import Stated
from tawatur.read.html_compose import absolute
from tawatur.read.html_model import Flat
from tawatur.read.html_names import zone_of
from tawatur.read.metadata import one_line

MAX_ENTRIES = 2_000
MAX_INSIDE = 20_000
_ROOTS = frozenset(("h-entry", "hentry"))
_CARDS = frozenset(("h-card", "vcard"))
_UNSEEN = frozenset(("script", "style", "template"))
_PROPERTY = re.compile(r"^(?:p|u|dt|e)-[a-z]+(?:-[a-z]+)*$")
_ROOT = re.compile(r"^h-[a-z]+(?:-[a-z]+)*$")
_OLD_ROOTS = frozenset(
    ("hentry", "vcard", "hfeed", "hnews", "vevent", "hreview", "hproduct", "hrecipe", "hresume", "adr", "geo")
)

# New class name, the old one that means the same on an old root, and our name of the field.
_FIELDS = (
    ("p-name", "entry-title", "title"),
    ("p-author", "author", "byline"),
    ("dt-published", "published", "published"),
    ("dt-updated", "updated", "modified"),
    ("u-url", "", "url"),
    ("p-source-org", "source-org", "outlet"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One marked-up post: its element and what its class names state."""

    el: Any
    stated: tuple[Stated, ...]
    late: frozenset[str]
    """Fields that only stand in the footer of the entry, where a blog says who posted it and when."""
    content: Any
    """The element marked as its content; None where none is."""

    def first(self, name: str) -> str | None:
        """The first value stated under `name`."""
        return next((s.value for s in self.stated if s.name == name), None)


def entries_of(flat: Flat, base: str | None) -> list[Entry]:
    """The h-entry and hentry elements of the page, in page order; entries inside an entry are left to it."""
    found: list[Entry] = []
    end = 0
    for node in flat.nodes:
        if "entry" not in node.look or node.first < end:
            continue
        names = _names(node.el)
        if names & _ROOTS and len(found) < MAX_ENTRIES:
            found.append(_entry(node.el, names, base))
            end = node.last
    return found


def _entry(el: Any, names: frozenset[str], base: str | None) -> Entry:
    new = "h-entry" in names
    where = "h-entry" if new else "hentry"
    parts = list(_properties(el))
    stated: list[Stated] = []
    early: set[str] = set()
    for wanted, old, name in _FIELDS:
        key = wanted if new else old
        for part, classes in parts:
            if (key and key in classes) or (not new and name == "url" and _is_bookmark(part)):
                value = _value(part, classes, name, base)
                if value:
                    stated.append(Stated(name=name, value=value, where=where))
                    early |= {name} if not _in_footer(part, el) else set()
    if new:
        stated += _implied(el, parts, {s.name for s in stated}, base)
    content = next((part for part, classes in parts if classes & {"e-content", "entry-content"}), None)
    return Entry(el, tuple(dict.fromkeys(stated)), frozenset({s.name for s in stated} - early), content)


def _in_footer(part: Any, root: Any) -> bool:
    for up in part.iterancestors():
        if up is root:
            return False
        if zone_of(up.tag, up.get("class")) == "footer":
            return True
    return False


def _names(el: Any) -> frozenset[str]:
    names = el.get("class") if isinstance(el.tag, str) else None
    return frozenset(names.split()) if names else frozenset()


def _properties(root: Any) -> Iterator[tuple[Any, frozenset[str]]]:
    """Elements below `root` with class names or a rel, not those that belong to a microformat nested in it."""
    left = list(reversed(root))
    seen = 0
    while left and seen < MAX_INSIDE:
        el = left.pop()
        seen += 1
        if not isinstance(el.tag, str):
            continue
        names = _names(el)
        if names or el.get("rel"):
            yield el, names
        if not _is_root(names):
            left.extend(reversed(el))


def _is_root(names: frozenset[str]) -> bool:
    return any(_ROOT.match(n) or n in _OLD_ROOTS for n in names)


def _is_bookmark(el: Any) -> bool:
    return el.tag in ("a", "area") and "bookmark" in (el.get("rel") or "").lower().split() and bool(el.get("href"))


def _value(el: Any, names: frozenset[str], name: str, base: str | None) -> str | None:
    if name == "url":
        return _url(el, base)
    if name in ("published", "modified"):
        return _time(el)
    if name in ("byline", "outlet") and names & _CARDS:
        return _card_name(el)
    return _text(el)


def _card_name(card: Any) -> str | None:
    for el in card.iter():
        if _names(el) & {"p-name", "fn"}:
            return _text(el)
    return card.get("alt") or card.get("title") or _text(card)


def _text(el: Any) -> str | None:
    values = _class_values(el, lambda v: _own_text(v))
    if values is not None:
        return one_line(" ".join(values)) or None
    if el.tag in ("abbr", "link") and el.get("title"):
        return one_line(el.get("title"))
    if el.tag in ("data", "input") and el.get("value") is not None:
        return one_line(el.get("value"))
    if el.tag in ("img", "area") and el.get("alt") is not None:
        return one_line(el.get("alt"))
    return _own_text(el)


def _own_text(el: Any) -> str | None:
    parts: list[str] = []
    left: list[Any] = [el]
    while left and len(parts) < MAX_INSIDE:
        item = left.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if item is not el and item.tail:
            left.append(item.tail)
        if not isinstance(item.tag, str) or item.tag in _UNSEEN:
            continue
        if item.tag == "img" and item.get("alt"):
            parts.append(f" {item.get('alt')} ")
        left.extend(reversed(item))
        if item.text:
            parts.append(item.text)
    return one_line("".join(parts)) or None


def _time(el: Any) -> str | None:
    values = _class_values(el, lambda v: v.get("datetime") or v.get("title") or v.get("value") or _own_text(v))
    if values:
        return one_line("T".join(values) if len(values) > 1 and "T" not in values[0] else "".join(values)) or None
    if el.tag in ("time", "ins", "del") and el.get("datetime"):
        return one_line(el.get("datetime"))
    return _text(el)


def _url(el: Any, base: str | None) -> str | None:
    for tags, attribute in (
        (("a", "area", "link"), "href"),
        (("img", "audio", "video", "source", "iframe"), "src"),
        (("object",), "data"),
    ):
        if el.tag in tags and el.get(attribute) is not None:
            return absolute(base, el.get(attribute).strip())
    values = _class_values(el, lambda v: _own_text(v))
    found = "".join(values) if values else _text(el)
    return absolute(base, found) if found else None


def _class_values(el: Any, read: Callable[[Any], str | None]) -> list[str] | None:
    """The value class pattern: parts of the element marked as its value; None where it has none."""
    found: list[str] = []
    for part in el.iterdescendants():
        names = _names(part)
        if "value-title" in names and part.get("title"):
            return [part.get("title")]
        if "value" in names:
            value = read(part) if part.tag not in ("img", "area") else part.get("alt")
            found.append(value or "")
    return found or None


def _implied(el: Any, parts: list[tuple[Any, frozenset[str]]], given: set[str], base: str | None) -> Iterator[Stated]:
    """Name and address that an h-entry without explicit ones has by its content alone."""
    properties = {n for _, names in parts for n in names if _PROPERTY.match(n)}
    nested = any(_is_root(names) for _, names in parts)
    if "title" not in given and not nested and not any(p.startswith(("p-", "e-")) for p in properties):
        value = _text(el) if el.tag not in ("img", "area") else el.get("alt")
        if value:
            yield Stated(name="title", value=value, where="h-entry, implied")
    if "url" not in given and not nested and not any(p.startswith("u-") for p in properties):
        link = el if el.tag in ("a", "area") else _only_link(el)
        if link is not None and link.get("href"):
            yield Stated(name="url", value=absolute(base, link.get("href").strip()), where="h-entry, implied")


def _only_link(el: Any) -> Any:
    for holder in (el, el[0] if len(el) == 1 else None):
        if holder is None:
            continue
        links = [c for c in holder if c.tag == "a" and c.get("href")]
        if len(links) == 1:
            return links[0]
    return None
