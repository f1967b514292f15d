"""Tables that lay a page out rather than hold data: read as boxes, so that a menu beside a text is not one text with it."""

from __future__ import annotations

from typing import Any

_TABLE = ("table", "thead", "tbody", "tfoot", "tr", "td", "colgroup", "col")
_DATA = frozenset(("th", "caption"))
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "table",
        "article",
        "section",
        "center",
        "hr",
        "form",
        "blockquote",
    )
)
_MOST_TABLES = 2_000
LEAST_WORDS = 400
"""Code points of one cell from which it holds a text rather than a figure: three printed sentences."""


def open_layout_tables(tree: Any) -> None:
    """Turn the tables of `tree` that only lay the page out into boxes, in place.

    A table holds data where it has header cells or a caption of its own. It lays out where one of its cells holds
    paragraphs, headings, lists or other tables, or a text of some length, or where it is a menu: all links.
    """
    tables = [table for table, _ in zip(tree.iter("table"), range(_MOST_TABLES), strict=False)]
    # Inner ones first: what an inner table is does not hang on the outer one.
    for table in reversed(tables):
        own = _own_parts(table)
        if _lays_out(own):
            for part in own:
                part.tag = "div"


def _own_parts(table: Any) -> list[Any]:
    """The table and its rows and cells, without those of tables inside it."""
    parts, left = [], [table]
    while left:
        part = left.pop()
        parts.append(part)
        if part.tag != "td" and part.tag not in _DATA:
            left.extend(child for child in part if child.tag in _TABLE[1:] or child.tag in _DATA)
    return parts


def _lays_out(parts: list[Any]) -> bool:
    if any(part.tag in _DATA for part in parts):
        return False
    return any(_holds_text(cell) for cell in parts if cell.tag == "td") or _is_menu(parts[0])


def _holds_text(cell: Any) -> bool:
    if any(child.tag in _BLOCKS for child in cell):
        return True
    size = 0
    for words in cell.itertext():
        size += len(words)
        if size >= LEAST_WORDS:
            return True
    return False


def _is_menu(table: Any) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return False
    linked = sum(_letters(link) for link in table.iter("a"))
    return linked > 0 and _letters(table) <= 1.2 * linked


def _letters(el: Any) -> int:
    return sum(map(str.isalnum, "".join(el.itertext())))
