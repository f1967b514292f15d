"""What went wrong with one item, kept beside what went right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One item that a stage could not do; the rest of the run went on."""

    stage: str
    source: str
    offset: int | None
    """Byte offset in an archive, where the item is a record of one."""
    kind: str
    """Name of the error class: "TruncatedRecord"."""
    message: str
    """Names the file, the place and the next step."""
