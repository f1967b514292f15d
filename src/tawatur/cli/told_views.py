"""What the terminal shows of stories, of claims, and of a claim that was asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from tawatur.case import CaseCheck, CasePost
from tawatur.cli.output import some, text_width
from tawatur.cli.reuse_views import post_line
from tawatur.cli.terminal import fitted, inline, isolated, one_line
from tawatur.model import Claim, Report, Story, Variant

_INDENT = 7
_MOST_TIES = 6
_SLOTS: Mapping[str | None, str] = {
    "actor": "who did it",
    "target": "to whom",
    "place": "where",
    "number": "how many",
    "time": "when",
    "polarity": "whether it is so",
    None: "told alike",
}
_STANCES = (("supports", "support it"), ("denies", "deny it"), ("discusses", "speak of it"))
Find = Callable[[str], CasePost]


def show_stories(console: Console, stories: Sequence[tuple[int, Story]], find: Find, limit: int | None) -> None:
    """Each story: title, days, languages, what ties it, and its posts."""
    width = text_width(console)
    for number, story in stories[:limit]:
        for line in _story(number, story, find, width):
            console.print(line)
    if limit is not None and len(stories) > limit:
        console.print(Text(f"... and {len(stories) - limit:,} more: --limit 0 lists all", style="dim"))


def _story(number: int, story: Story, find: Find, width: int) -> Iterator[Text]:
    title = isolated(fitted(one_line(story.title), width - _INDENT)) if story.title else "(no title)"
    yield Text(f"{number:>5}  ", style="dim").append(title, style="not dim bold")
    days = "no date" if story.first is None else story.first[:10]
    if story.last is not None and story.first is not None and story.last[:10] != story.first[:10]:
        days += f" to {story.last[:10]}"
    places = f"  {isolated(one_line(', '.join(story.places[:3])))}" if story.places else ""
    yield Text(f"{'':{_INDENT}}{some(len(story.posts), 'post')}  {days}  {', '.join(story.langs)}{places}", style="dim")
    if story.ties:
        ties = ", ".join(isolated(one_line(tie.what)) for tie in story.ties[:_MOST_TIES])
        yield Text(f"{'':{_INDENT}}tied by {ties}", style="dim")
    for post in story.posts:
        line = Text(f"{'':{_INDENT - 2}}").append_text(post_line(find(post), width - _INDENT))
        yield line.append("  (a comment)", style="dim") if post in story.loose else line


def show_claims(console: Console, claims: Sequence[Claim], find: Find, limit: int | None) -> None:
    """Each claim: what it is about, then its variants with their reports and independent origins."""
    width = text_width(console)
    for claim in claims[:limit]:
        console.print(Text(f"{_SLOTS[claim.slot]}: ", style="bold").append(_cut(claim.about, width - 20)))
        for number, variant in enumerate(claim.variants, 1):
            console.print(_variant(number, variant, width))
            for report in variant.reports:
                console.print(_report(report, find(report.post_id), width))
        console.print()
    if limit is not None and len(claims) > limit:
        console.print(Text(f"... and {len(claims) - limit:,} more: --limit 0 lists all", style="dim"))


def _variant(number: int, variant: Variant, width: int) -> Text:
    posts = len({report.post_id for report in variant.reports})
    line = Text(f"  {number}. ").append(_cut(variant.value, width // 2), style="bold")
    line.append(f"  {some(variant.independent_origins, 'independent origin')}, {some(posts, 'post')}", style="cyan")
    if variant.anonymous_only:
        line.append("  only sources without a name", style="yellow")
    if variant.party_only:
        line.append("  only a party's own word", style="yellow")
    return line


def _report(report: Report, post: CasePost, width: int) -> Text:
    line = Text(f"  {post.number:>5}  {(post.published or '–')[:10]:<10}  {post.lang or '–':<3} ", style="dim")
    line.append(inline(post.outlet) or "–", style="not dim")
    if report.speaker:
        line.append(f"  {isolated(one_line(report.speaker))}", style="not dim italic")
    words = _cut(report.about.of(post.page.text), max(40, width - line.cell_len - 4))
    return line.append(f"  “{words}”", style="not dim")


def show_check(console: Console, check: CaseCheck, limit: int | None) -> None:
    """What supports the claim, what denies it, what only speaks of it: counts, then the reports."""
    width = text_width(console)
    for stance, words in _STANCES:
        found = [one for one in check.findings if one.finding.stance == stance]
        posts = len({one.post.id for one in found})
        origins = check.origins[stance]
        console.print(
            Text(f"{some(posts, 'post')} {words}").append(f", {some(origins, 'independent origin')}", style="cyan")
        )
        for one in found[:limit]:
            console.print(_report(one.finding.report, one.post, width))
            console.print(
                Text(f"{'':{_INDENT}}{one.finding.likeness:.0%} alike; {one_line(one.finding.why)}", style="dim")
            )
        if limit is not None and len(found) > limit:
            console.print(Text(f"{'':{_INDENT}}... and {len(found) - limit:,} more: --limit 0 lists all", style="dim"))


def _cut(words: str, cells: int) -> str:
    return isolated(fitted(one_line(words), max(cells, 20)))
