"""A long list a page at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list: the page, how many pages there are, and how many entries one has."""

    page: int
    pages: int
    size: int

    @property
    def start(self) -> int:
        """The first entry, from 0."""
        return (self.page - 1) * self.size

    @property
    def stop(self) -> int:
        """One behind the last entry."""
        return self.start + self.size


def slice_of(asked: str | None, entries: int, size: int) -> Slice:
    """The page that was asked for, or the nearest there is."""
    pages = max(1, -(-entries // size))
    number = int(asked) if asked and asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    return Slice(min(max(number, 1), pages), pages, size)
