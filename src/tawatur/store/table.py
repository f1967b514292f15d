"""What all table modules share: SQL from a schema, and values in the form that SQLite takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from tawatur.model import Link, Span, Stated

Row = tuple[Any, ...]

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the case and the Arrow schema of its rows; column names and their order are the same in both."""

    name: str
    schema: pa.Schema

    @property
    def columns(self) -> str:
        """The column names, quoted, with commas between."""
        return ", ".join(f'"{name}"' for name in self.schema.names)

    @property
    def insert(self) -> str:
        """SQL that adds one row."""
        places = ", ".join("?" * len(self.schema.names))
        return f"INSERT INTO {self.name} ({self.columns}) VALUES ({places})"

    @property
    def select(self) -> str:
        """SQL that reads rows, open for a WHERE."""
        return f"SELECT {self.columns} FROM {self.name}"


def storable(values: Iterable[Any]) -> Row:
    """`values` as SQLite can hold them: lone surrogates, which no UTF-8 can, become U+FFFD."""
    return tuple(
        _SURROGATE.sub("\ufffd", value) if isinstance(value, str) and not value.isascii() else value for value in values
    )


def packed(value: object) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """A span as its two columns."""
    return (None, None) if span is None else (span.start, span.end)


def span_at(start: int | None, end: int | None) -> Span | None:
    """The span that two columns hold."""
    return None if start is None or end is None else Span(start, end)


def stated_list(stated: Iterable[Stated]) -> list[list[object]]:
    """Stated fields as compact lists: name, value, where, start, end."""
    return [[one.name, one.value, one.where, *ends(one.span)] for one in stated]


def stated_from(rows: Sequence[Sequence[Any]]) -> tuple[Stated, ...]:
    """Stated fields from compact lists."""
    return tuple(
        Stated(name=name, value=value, where=where, span=span_at(start, end)) for name, value, where, start, end in rows
    )


def link_list(links: Iterable[Link]) -> list[list[object]]:
    """Links as compact lists: kind, text, url, start, end."""
    return [[link.kind, link.text, link.url, *ends(link.span)] for link in links]


def links_from(rows: Sequence[Sequence[Any]]) -> tuple[Link, ...]:
    """Links from compact lists."""
    return tuple(Link(kind=kind, text=text, url=url, span=span_at(start, end)) for kind, text, url, start, end in rows)
