"""Columns of stored and exported tables: each has a name, a type and a unit.

Kept apart from the nouns, so that who needs only those does not load Arrow.
"""

from __future__ import annotations

import pyarrow as pa

TEXT = pa.string()
WHOLE = pa.int64()
BYTES = pa.binary()

CODE_POINTS = "code points of the page's text, from 0"


def column(name: str, kind: pa.DataType, unit: str, *, null: bool = False) -> pa.Field:
    """One column; `unit` says what its values count or how they are written. `null`: unknown is possible."""
    return pa.field(name, kind, nullable=null, metadata={"unit": unit})


def span_columns(prefix: str = "", *, null: bool = False) -> list[pa.Field]:
    """The two columns that a span takes: `start`, `end`, with `prefix` and an underscore before them."""
    lead = f"{prefix}_" if prefix else ""
    return [
        column(f"{lead}start", WHOLE, CODE_POINTS, null=null),
        column(f"{lead}end", WHOLE, f"{CODE_POINTS}, exclusive", null=null),
    ]


def unit_of(field: pa.Field) -> str:
    """What the values of a column count, or how they are written."""
    unit: bytes = (field.metadata or {}).get(b"unit", b"")
    return unit.decode()
