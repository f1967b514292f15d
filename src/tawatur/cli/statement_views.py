"""What the terminal shows of statements and of those who make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from tawatur.case import CaseStatement
from tawatur.cli.listing import UNKNOWN, counted
from tawatur.cli.output import some, text_width
from tawatur.cli.terminal import fitted, inline, isolated, one_line
from tawatur.report.statement_lines import CountedLine, SpeakerLine

_OUTLET_CELLS, _WHO_CELLS = 20, 60
_INDENT = 7
_MOST = 6


def show_statements(console: Console, statements: Iterable[CaseStatement], limit: int | None) -> int:
    """Each statement as two lines: who with which words in which post, and what; gives how many there are in all."""
    seen = 0
    for one in statements:
        seen += 1
        if limit is None or seen <= limit:
            for line in _statement(one, text_width(console)):
                console.print(line)
    if limit is not None and seen > limit:
        console.print(Text(f"... and {seen - limit:,} more: --limit 0 lists all", style="dim"))
    return seen


def _statement(one: CaseStatement, width: int) -> Iterator[Text]:
    head = Text(f"{one.post.number:>5}  ", style="dim")
    head.append(isolated(fitted(one_line(one.post.outlet), _OUTLET_CELLS)) if one.post.outlet else UNKNOWN, "not dim")
    head.append("  ")
    head.append_text(_who(one))
    cue = inline(one.cue)
    if cue:
        head.append(f"  {'not ' if one.statement.negated else ''}", style="not dim red")
        head.append(cue, style="not dim cyan")
    if one.addressee:
        head.append(f"  to {inline(one.addressee)}", style="not dim")
    yield head
    words = isolated(fitted(one_line(one.content), width - _INDENT - 2))
    opening, closing = ("“", "”") if one.statement.kind == "direct" else ("", "")
    yield Text(f"{'':{_INDENT}}{opening}{words}{closing}")


def _who(one: CaseStatement) -> Text:
    """The speaker as the post has him there, the fuller name where that says more, and the class."""
    printed = isolated(fitted(one_line(one.speaker), _WHO_CELLS)) if one.speaker else UNKNOWN
    who = Text(printed, style="not dim bold")
    full = one_line(one.statement.speaker_name or "")
    if full and full != one_line(one.speaker or ""):
        who.append(f" = {isolated(fitted(full, _WHO_CELLS))}", style="bold")
    return who.append(f" [{one.speaker_class or 'not named'}]", style="not bold dim")


def show_speakers(console: Console, speakers: Sequence[SpeakerLine], limit: int | None) -> None:
    """Each speaker: how often, under which names, in which outlets, and told to whom."""
    named = sum(one.is_named for one in speakers)
    said = sum(one.statements for one in speakers)
    console.print(
        f"{some(len(speakers), 'speaker')} in {some(said, 'statement')}: "
        f"{named:,} named, {len(speakers) - named:,} without a name."
    )
    for one in speakers[:limit]:
        for line in _speaker(one):
            console.print(line)
    if limit is not None and len(speakers) > limit:
        console.print(Text(f"... and {len(speakers) - limit:,} more: --limit 0 lists all", style="dim"))


def _speaker(one: SpeakerLine) -> Iterator[Text]:
    head = Text(f"{one.statements:>5}  ", style="dim")
    head.append(inline(one.name) or UNKNOWN, style="not dim bold")
    head.append(f" [{one.speaker_class}]  {some(one.posts, 'post')}", style="dim")
    if one.first:
        first, last = one.first[:10], (one.last or one.first)[:10]
        head.append(f"  {first}" if first == last else f"  {first} to {last}", style="dim")
    yield head
    others = [name for name in one.names if name.name != one.name]
    for label, counts in (("also", others), ("in", one.outlets), ("to", one.addressees)):
        if counts:
            yield Text(f"{'':{_INDENT}}{label} {', '.join(_counted(counts))}")


def _counted(counts: Iterable[CountedLine]) -> Iterator[str]:
    return counted([(one.name, one.statements) for one in counts], _MOST)
