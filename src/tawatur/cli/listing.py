"""Posts as lines of a list: number, date, language, outlet, title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from tawatur.case import CasePost
from tawatur.cli.terminal import fitted, isolated, one_line

UNKNOWN = "–"
_OUTLET_CELLS = 20
_LEAST_TITLE_CELLS = 24


def list_posts(console: Console, posts: Sequence[CasePost]) -> None:
    """Show `posts`, one a line; titles are cut where the console is narrow."""
    number_cells = max((len(str(post.number)) for post in posts), default=1)
    outlet_cells = _OUTLET_CELLS if console.is_terminal else max((len(post.outlet or "") for post in posts), default=1)
    room = console.width - number_cells - 10 - 3 - outlet_cells - 8
    for post in posts:
        console.print(_line(post, number_cells, outlet_cells, max(room, _LEAST_TITLE_CELLS)))


def _line(post: CasePost, number_cells: int, outlet_cells: int, title_cells: int) -> Text:
    """One post: the columns of fixed content first, so that no right-to-left text can move them."""
    published = (post.published or UNKNOWN)[:10]
    head = f"{post.number:>{number_cells}}  {published:<10}  {post.lang or UNKNOWN:<3}  "
    line = Text(head, style="none")
    line.stylize("dim", 0, number_cells)
    line.append_text(_column(post.outlet, outlet_cells))
    line.append("  ")
    line.append(_cell(post.title, title_cells), style="none" if post.title else "dim")
    return line


def _cell(words: str | None, cells: int) -> str:
    """Strangers' words cut to `cells` columns, or a dash where there are none."""
    return isolated(fitted(one_line(words), cells)) if words else UNKNOWN


def _column(words: str | None, cells: int) -> Text:
    """Strangers' words as a column of exactly `cells` columns."""
    text = Text(_cell(words, cells))
    text.append(" " * max(0, cells - text.cell_len))
    return text


def counted(counts: Sequence[tuple[str, int]], most: int) -> Iterator[str]:
    """`ar 20`, `en 14`, ... and how many more there are than `most`."""
    yield from (f"{isolated(one_line(name))} {number:,}" for name, number in counts[:most])
    if len(counts) > most:
        yield f"{len(counts) - most:,} more"
