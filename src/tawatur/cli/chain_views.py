"""What the terminal shows of chains and origins."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from tawatur.case import CaseChain, CaseLink, CaseOrigins, CasePost, OriginGroup
from tawatur.cli.output import some, text_width
from tawatur.cli.reuse_views import post_line
from tawatur.cli.terminal import fitted, inline, isolated, one_line, wrapped
from tawatur.model import Party

_SHOWN_CELLS = 160


def show_chain(console: Console, chain: CaseChain) -> None:
    """The post, each step with its words and its reason, and where it ends."""
    width = text_width(console)
    console.print(post_line(chain.post, width))
    for link in chain.links:
        for line in _step(link, chain.post, width):
            console.print(line)
    console.print()
    console.print(Text("origin  ", style="dim").append_text(_end(chain.origin, width)))
    for reason in chain.reasons:
        for line in _because(reason, width):
            console.print(line)


def _step(link: CaseLink, post: CasePost, width: int) -> Iterator[Text]:
    whose = "" if link.source.id == post.id else f"{link.source.number} "
    yield Text("")
    yield Text(f"  {whose}{link.link.kind}  ", style="bold").append_text(_end(link.to, width))
    if link.words:
        words = isolated(fitted(one_line(link.words), min(_SHOWN_CELLS, width - 6)))
        yield Text(f"      “{words}”")
    yield from _because(link.link.why, width)


def _because(reason: str, width: int) -> Iterator[Text]:
    for words in wrapped(one_line(reason), width - 6):
        yield Text(f"      {words}", style="dim")


def _end(end: CasePost | Party | None, width: int) -> Text:
    if end is None:
        return Text("not known")
    if isinstance(end, Party):
        return Text(f"{inline(end.name)} ({end.kind})")
    return Text(post_line(end, width - 12).plain.lstrip())


def show_origins(console: Console, origins: CaseOrigins) -> None:
    """How many there are, then each with its posts and their reasons."""
    width = text_width(console)
    console.print(f"{some(origins.posts, 'post')} rest on {some(origins.count, 'independent origin')}.")
    for n, group in enumerate(origins.groups, 1):
        console.print()
        console.print(Text(f"{n}. {_name(group)}", style="bold").append(f"  {some(len(group.posts), 'post')}"))
        for post, why in group.posts:
            console.print(post_line(post, width))
            for line in _because(why, width):
                console.print(line)


def _name(group: OriginGroup) -> str:
    if isinstance(group.origin, Party):
        return f"{inline(group.origin.name)} ({group.origin.kind})"
    if group.origin is None:
        return inline(group.id.partition(":")[2] or group.id)
    return inline(group.origin.outlet) or inline(group.origin.title) or f"post {group.origin.number}"
