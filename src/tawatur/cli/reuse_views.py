"""What the terminal shows of reuse: pairs with their direction, and what was changed, each side in its own direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from tawatur.case import CasePost, CaseReuse
from tawatur.cli.listing import UNKNOWN
from tawatur.cli.output import some, text_width
from tawatur.cli.terminal import fitted, inline, isolated, one_line, wrapped
from tawatur.model import Difference, Span

# Code points of the words around a change that are shown with it.
_AROUND = 48
_CHANGED, _FIGURE = "bold", "bold black on yellow"
_ARROWS = {"a->b": "→", "b->a": "←", "unknown": "–"}


def show_pairs(
    console: Console, pairs: Sequence[CaseReuse], limit: int | None, *, changes: bool, figures: bool
) -> None:
    """The pairs, the most words first; with `changes`, what was changed in them; with `figures`, only figures."""
    ordered = sorted(pairs, key=lambda pair: (-pair.words, pair.a.number, pair.b.number))
    console.print(f"{some(len(ordered), 'pair')} of posts share words.")
    for pair in ordered[:limit]:
        console.print()
        for line in _pair(pair, text_width(console)):
            console.print(line)
        if changes:
            for line in _changes(pair, figures=figures):
                console.print(line)
    if limit is not None and len(ordered) > limit:
        console.print(Text(f"... and {len(ordered) - limit:,} more: --limit 0 lists all", style="dim"))


def _pair(pair: CaseReuse, width: int) -> Iterator[Text]:
    """Who with whom, how much, which way, and why."""
    arrow = _ARROWS[pair.direction]
    head = Text(f"{pair.a.number} {arrow} {pair.b.number}", style="bold")
    head.append(f"  {some(pair.words, 'word')}", style="not bold")
    if pair.directed:
        shares = f"{pair.directed.a_share:.0%} of {pair.a.number}, {pair.directed.b_share:.0%} of {pair.b.number}"
        head.append(f"  {shares}  {pair.directed.kind}", style="not bold")
    if pair.figure_changes:
        head.append(f"  {some(len(pair.figure_changes), 'changed figure')}", style=_FIGURE)
    yield head
    for post in (pair.a, pair.b):
        yield post_line(post, width)
    for reason in pair.reasons:
        for n, words in enumerate(wrapped(one_line(reason), width - 6)):
            yield Text(f"    {'' if n else '- '}{'  ' if n else ''}{words}", style="dim")


def post_line(post: CasePost, width: int) -> Text:
    """One post on a line: number, date, outlet, title."""
    line = Text(f"{post.number:>5}  {(post.published or UNKNOWN)[:10]:<10}  ")
    outlet = inline(post.outlet) or UNKNOWN
    line.append(outlet)
    room = max(24, width - line.cell_len - 2)
    title = isolated(fitted(one_line(post.title), room)) if post.title else "(no title)"
    return line.append(f"  {title}")


def _changes(pair: CaseReuse, *, figures: bool) -> Iterator[Text]:
    """Each change as two lines, one for each post, so that neither direction can disturb the other."""
    for passage in pair.passages:
        for change in passage.differences:
            if figures and not change.number:
                continue
            yield Text("")
            yield _side(pair.a, change.a, change)
            yield _side(pair.b, change.b, change)
    if not any(passage.differences for passage in pair.passages):
        yield Text("      word for word", style="dim")


def _side(post: CasePost, changed: Span, change: Difference) -> Text:
    text = post.page.text
    before = one_line(text[max(0, changed.start - _AROUND) : changed.start].rpartition("\n")[2])
    after = one_line(text[changed.end : changed.end + _AROUND].partition("\n")[0])
    words = one_line(changed.of(text)) or "∅"
    line = Text(f"{post.number:>5}  ")
    opening, closing = isolated(f"{before} {words} {after}").split(f"{before} {words} {after}")
    line.append(opening + "… " + before + (" " if before else ""))
    line.append(f"[{words}]", style=_FIGURE if change.number else _CHANGED)
    return line.append((" " if after else "") + after + " …" + closing)
