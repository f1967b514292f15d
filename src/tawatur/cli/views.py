"""What the commands show of a case on a terminal: its overview, one post, hits of a search, failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from tawatur.case import Case, CaseHit, CasePlace, CasePost, CaseStatement, Hits
from tawatur.cli.listing import UNKNOWN, counted, list_posts
from tawatur.cli.output import some, text_width
from tawatur.cli.terminal import broken, directed, inline, isolated, one_line, wrapped
from tawatur.model import Failure

_LABEL_CELLS = 11
# Speakers and places that an overview names.
_MOST = 6
_HIT_STYLE = "bold black on yellow"
# Stands in an excerpt where a highlight begins or ends; no text has it, since it is made harmless first. Takes no room.
_MARK = "\x00"


def show_overview(console: Console, case: Case, posts: Iterable[CasePost], limit: int | None) -> None:
    """The case in a few lines, then its posts in a list of at most `limit`."""
    listed: list[CasePost] = []
    seen = _Seen()
    for post in posts:
        seen.add(post)
        if limit is None or len(listed) < limit:
            listed.append(post)
    for line in _summary(case, seen):
        console.print(line)
    if listed:
        console.print()
    list_posts(console, listed)
    if seen.posts > len(listed):
        console.print(Text(f"... and {seen.posts - len(listed):,} more: --limit 0 lists all", style="dim"))


@dataclass(slots=True)
class _Seen:
    """What is counted while posts go by."""

    posts: int = 0
    days: set[str] = field(default_factory=set)
    langs: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)

    def add(self, post: CasePost) -> None:
        """Count one post."""
        self.posts += 1
        self.langs.update(filter(None, [post.lang]))
        self.outlets.update(filter(None, [post.outlet]))
        if post.published:
            self.days.add(post.published[:10])


def _summary(case: Case, seen: _Seen) -> Iterator[Text]:
    """What the case holds, in numbers."""
    counts = case.counts
    head = Text(inline(str(case.path)), style="bold")
    shown = "" if seen.posts == counts.posts else f"{seen.posts:,} of "
    head.append(f": {some(counts.pages, 'page')}, {shown}{some(counts.posts, 'post')}", style="not bold")
    if counts.failures:
        head.append(f", {some(counts.failures, 'failure')} (--failures lists them)", style="not bold red")
    yield head
    if seen.days:
        first, last = min(seen.days), max(seen.days)
        yield labelled("published", first if first == last else f"{first} to {last}")
    if seen.langs:
        yield labelled("languages", ", ".join(counted(seen.langs.most_common(), 8)))
    if seen.outlets:
        yield labelled("outlets", ", ".join(counted(seen.outlets.most_common(), 6)))
    if seen.posts == counts.posts:
        for label, most in (("speakers", case.most_speaking(_MOST)), ("places", case.most_named(_MOST))):
            if most:
                yield labelled(label, ", ".join(counted(most, _MOST)))


def show_post(
    console: Console, post: CasePost, said: Sequence[CaseStatement] = (), named: Sequence[CasePlace] = ()
) -> None:
    """One post: its fields with the reason for each, who speaks in it, which places it names, then its words."""
    width = text_width(console)
    for words in wrapped(one_line(post.title), width) if post.title else ["(no title)"]:
        console.print(Text(words, style="bold"))
    console.print()
    for line in (*_fields(post), *_found(said, named)):
        console.print(line)
    for paragraph in _paragraphs(post.body or ""):
        console.print()
        for words in wrapped(paragraph, width):
            console.print(Text(words))


def _paragraphs(body: str) -> Iterator[str]:
    """The paragraphs of `body`: parted by blank lines where it has any, else a line each."""
    between = "\n\n" if "\n\n" in body.replace("\r", "").strip() else "\n"
    for paragraph in body.replace("\r", "").split(between):
        if paragraph.strip():
            yield paragraph.strip("\n")


def _fields(post: CasePost) -> Iterator[Text]:
    """Every field of `post`, one a line."""
    why = post.reasons
    for name in ("outlet", "byline", "published", "lang"):
        yield labelled(name, inline(getattr(post, name)) or UNKNOWN, why.get(name, ()))
    for credit in post.credits:
        yield labelled("credit", f"{credit.kind}: {inline(credit.to)}")
    for caption in post.captions:
        yield labelled("caption", inline(caption))
    for link in post.links:
        yield labelled(link.kind, f"{inline(link.text)} {inline(link.url)}".strip())
    yield labelled("title", "", why.get("title", ()))
    for number, reason in enumerate(post.post.reasons):
        yield labelled("" if number else "begins here", "", [reason])
    place = f"code points {post.post.span.start:,} to {post.post.span.end:,}"
    yield labelled("from", f"{inline(post.page.source)}, {place}")
    yield labelled("id", f"{post.id} in {post.page.id}")


def _found(said: Sequence[CaseStatement], named: Sequence[CasePlace]) -> Iterator[Text]:
    """Who speaks in a post and which places it names, with how often."""
    who = Counter(one.name or one.speaker_class or "nobody named" for one in said)
    where = Counter(one.name for one in named if one.place.form != "demonym")
    for label, counts in (("speakers", who), ("places", where)):
        if counts:
            yield labelled(label, ", ".join(counted(counts.most_common(), _MOST)))


def labelled(label: str, value: str, reasons: Iterable[str] = ()) -> Text:
    """One labelled line; the reasons stand after it, dimmed."""
    line = Text(f"{label:<{_LABEL_CELLS}}", style="none")
    line.stylize("cyan", 0, len(label))
    line.append(f" {value}")
    shown = "; ".join(map(one_line, reasons))
    if shown:
        line.append(f"  {isolated(shown)}" if value else isolated(shown), style="dim")
    return line


def show_hits(console: Console, hits: Hits) -> None:
    """Hits of a search: a line with the fields of each, then the words around what was looked for, marked."""
    cells = max(len(str(hit.post.number)) for hit in hits)
    for hit in hits:
        post = hit.post
        console.print(_hit_head(post, cells))
        for line in _excerpt(hit, text_width(console) - cells - 2):
            console.print(Text(" " * (cells + 2)) + line)
    if hits.total > len(hits):
        console.print(Text(f"... and {hits.total - len(hits):,} more: --limit {hits.total} shows all", style="dim"))


def _hit_head(post: CasePost, cells: int) -> Text:
    """Number, date, language, outlet and title of one post that was found."""
    head = Text(f"{post.number:>{cells}}", style="dim")
    about = "  ".join(filter(None, ((post.published or UNKNOWN)[:10], post.lang or UNKNOWN, inline(post.outlet))))
    head.append(f"  {about}  ", style="not dim cyan")
    head.append(inline(post.title) or "(no title)", style="not dim bold")
    return head


def _excerpt(hit: CaseHit, cells: int) -> Iterator[Text]:
    """The lines of a hit's excerpt, with the words that were looked for marked."""
    text, start = hit.post.page.text, hit.excerpt.start
    ends = [place for span in hit.highlights if hit.excerpt.holds(span) for place in (span.start, span.end)]
    pieces = [text[a:b] for a, b in pairwise([start, *ends, hit.excerpt.end])]
    marked = _MARK.join(one_line(f"|{piece}|")[1:-1] for piece in pieces)
    is_on = False
    opening, closing = directed(marked)
    for line in broken(marked, cells):
        shown = Text(opening)
        for place, piece in enumerate(line.split(_MARK)):
            is_on = is_on if place == 0 else not is_on
            shown.append(piece, style=_HIT_STYLE if is_on else "")
        yield shown.append(closing)


def show_failures(console: Console, failures: Iterable[Failure]) -> None:
    """What could not be read: the kind of trouble, and its message with the next step."""
    for failure in failures:
        head = Text(failure.kind, style="red")
        head.append(f" in {failure.stage}", style="dim")
        console.print(head)
        for line in wrapped(one_line(failure.message), text_width(console) - 2):
            console.print(Text(f"  {line}"))
