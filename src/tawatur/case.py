"""The library's door: what `tawatur.read([...])` and `tawatur.open(path)` give.

import tawatur

with tawatur.read(["clippings/", "feed.xml"], case="affair.tawatur") as case:
    for post in case.posts:
        print(post.published, post.outlet, post.title)
    for hit in case.search("الهيئة البحرية", lang="ar"):
        print(hit.post.title, hit.words)
    table = case.to_arrow("posts")
"""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, overload

from tawatur.chains import independent_origins as count_origins
from tawatur.errors import CaseError, UsageError
from tawatur.model import (
    ChainLink,
    Credit,
    Description,
    Difference,
    DirectedReuse,
    Failure,
    Link,
    Page,
    Party,
    Passage,
    Post,
    Reading,
    Reuse,
    Span,
)
from tawatur.report.csv import write_csv
from tawatur.report.html import Shared, write_report
from tawatur.report.jsonl import write_jsonl
from tawatur.report.lines import post_lines
from tawatur.report.parquet import pages_table, posts_table, write_parquet
from tawatur.report.reuse_files import chains_table, reuse_table, write_reuse, write_reuse_lines
from tawatur.report.reuse_lines import Line, chain_line, reuse_lines
from tawatur.reuse.nearby import with_nearby_figures
from tawatur.store import CaseStore, Counts, Filters, Finding, Hit, Run, open_case
from tawatur.text.fold import fold_text

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from tawatur.batch import RunSummary

_WRITERS: dict[str, Callable[[Iterable[Reading], Path], list[Path]]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
}
_TABLES: dict[str, Callable[[Iterable[Reading]], pa.Table]] = {"posts": posts_table, "pages": pages_table}
_LINE_TABLES: dict[str, Callable[[Iterable[Line]], pa.Table]] = {"reuse": reuse_table, "chains": chains_table}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePost:
    """One post of a case, with its page and what it says of itself. None means that the page does not say."""

    number: int
    """Place in the case, from 1: the number that `tawatur show` lists."""
    page: Page
    post: Post
    description: Description | None

    @property
    def id(self) -> str:
        """The post's id; the same input gives the same id anywhere."""
        return self.post.id

    @property
    def title(self) -> str | None:
        """The title."""
        if self.description:
            return self.description.title
        return self.post.title.of(self.page.text) if self.post.title else None

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.description.outlet if self.description else None

    @property
    def byline(self) -> str | None:
        """Who signed it, in the words of the page."""
        return self.description.byline if self.description else None

    @property
    def published(self) -> str | None:
        """When: ISO 8601, as precise as the page has it (`YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a time)."""
        return self.description.published if self.description else None

    @property
    def lang(self) -> str | None:
        """Language of most of the post, as a BCP 47 tag."""
        return self.description.lang if self.description else None

    @property
    def text(self) -> str:
        """All of the post's words: the slice `span` of the page's text."""
        return self.post.span.of(self.page.text)

    @property
    def body(self) -> str | None:
        """The article's words without title, byline and credits; None where it has none."""
        return self.post.body.of(self.page.text) if self.post.body else None

    @property
    def span(self) -> Span:
        """Where the post stands in `page.text`, in code points."""
        return self.post.span

    @property
    def credits(self) -> tuple[Credit, ...]:
        """The debts it acknowledges: source, first published by, translation, photo, agency, via."""
        return self.description.credits if self.description else ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The addresses inside it."""
        return self.description.links if self.description else ()

    @property
    def captions(self) -> tuple[str, ...]:
        """Words under its pictures and videos."""
        return tuple(one.span.of(self.page.text) for one in self.description.captions) if self.description else ()

    @property
    def reasons(self) -> dict[str, tuple[str, ...]]:
        """For each field, why it is believed."""
        evidence = self.description.evidence if self.description else ()
        fields = dict.fromkeys(one.field for one in evidence)
        return {field: tuple(one.why for one in evidence if one.field == field) for field in fields}

    def as_dict(self) -> dict[str, Any]:
        """The post as plain values: the fields of a line of `posts.jsonl`, and its `number`."""
        described = (self.description,) if self.description else ()
        (line,) = post_lines(Reading(page=self.page, posts=(self.post,), descriptions=described))
        return {"number": self.number, **asdict(line)}


class Posts(Sequence[CasePost]):
    """The posts of a case in order. Going through them holds one page in memory at a time."""

    def __init__(self, store: CaseStore, keep: Callable[[CasePost], bool] | None = None) -> None:
        self._store, self._keep = store, keep

    def __iter__(self) -> Iterator[CasePost]:
        for post in _numbered(self._store.readings()):
            if self._keep is None or self._keep(post):
                yield post

    def __len__(self) -> int:
        return self._length

    @cached_property
    def _length(self) -> int:
        return self._store.counts().posts if self._keep is None else sum(1 for _ in self)

    @overload
    def __getitem__(self, place: int) -> CasePost: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CasePost]: ...
    def __getitem__(self, place: int | slice) -> CasePost | Sequence[CasePost]:
        if isinstance(place, slice):
            return list(self)[place]
        wanted = place if place >= 0 else len(self) + place
        post = next(islice(self, wanted, None), None) if wanted >= 0 else None
        if post is None:
            raise IndexError(f"there are {len(self)} posts; there is none at {place}")
        return post

    def __repr__(self) -> str:
        return f"<{len(self)} posts of {self._store.path}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHit:
    """One post that has what was looked for."""

    post: CasePost
    score: float
    """Higher is better; comparable only within one search."""
    highlights: tuple[Span, ...]
    """Where the words stand, in code points of the page's text; empty where only a title outside the text has them."""
    excerpt: Span
    """The part of the page's text that is worth showing."""

    @property
    def words(self) -> tuple[str, ...]:
        """The highlighted words as the page has them."""
        return tuple(span.of(self.post.page.text) for span in self.highlights)

    def as_dict(self) -> dict[str, Any]:
        """The hit as plain values: its post, `score`, `highlights` and `excerpt` in code points of the page."""
        return {
            **self.post.as_dict(),
            "score": self.score,
            "highlights": [asdict(span) for span in self.highlights],
            "excerpt": asdict(self.excerpt),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReuse:
    """Two posts that share words. `a` is the one that the case took in first."""

    a: CasePost
    b: CasePost
    reuse: Reuse
    """The passages, their spans in code points of the two pages."""
    directed: DirectedReuse | None
    """Who had the words from whom, as far as the evidence goes; None: nothing was looked for."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in the order of `b`."""
        return self.reuse.passages

    @property
    def words(self) -> int:
        """Words in common in all passages."""
        return sum(passage.words for passage in self.reuse.passages)

    @property
    def figure_changes(self) -> tuple[Difference, ...]:
        """Where a figure was changed, added or left out inside a passage."""
        return tuple(one for passage in self.reuse.passages for one in passage.differences if one.number)

    @property
    def direction(self) -> str:
        """`a->b` (b has the words from a), `b->a`, or `unknown`."""
        return self.directed.direction if self.directed else "unknown"

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for the direction, or against deciding."""
        return tuple(reason.why for reason in self.directed.reasons) if self.directed else ()

    def as_dict(self) -> dict[str, Any]:
        """The pair as plain values: both posts in short, direction and reasons, and its lines of `reuse.jsonl`."""
        lines = list(reuse_lines(self.reuse, self.directed))
        shared = {name: lines[0][name] for name in _OF_PAIR} if lines else {}
        return {
            "a": _brief(self.a),
            "b": _brief(self.b),
            **shared,
            "passages": [{name: line[name] for name in line if name not in _OF_PAIR} for line in lines],
        }


_OF_PAIR = ("direction", "why", "same_outlet", "kind", "siblings_of", "a_share", "b_share", "reasons")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLink:
    """One step from a post towards where its words come from."""

    source: CasePost
    to: CasePost | Party
    link: ChainLink
    words: str | None
    """The words that show it; None where only the form of the page does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChain:
    """What a post rests on."""

    post: CasePost
    origin: CasePost | Party | None
    """Where the main line ends; the post itself where the words are its own. None: not known."""
    links: tuple[CaseLink, ...]
    """The post's own links, the main one first, then one for each further step to the origin."""
    roots: tuple[CasePost | Party, ...]
    """All that it may rest on; what counts when origins are counted."""
    reasons: tuple[str, ...]
    line: dict[str, Any]
    """The same as a line of `chains.jsonl`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """One independent origin, and the posts that rest on it."""

    id: str
    origin: CasePost | Party | None
    """None: a post that is not among those that were asked for, or nobody in particular."""
    posts: tuple[tuple[CasePost, str], ...]
    """Each with the reason why it belongs here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOrigins:
    """The independent origins of some posts."""

    groups: tuple[OriginGroup, ...]
    """Most posts first."""

    @property
    def count(self) -> int:
        """How many independent origins."""
        return len(self.groups)

    @property
    def posts(self) -> int:
        """How many posts were asked for."""
        return sum(len(group.posts) for group in self.groups)

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "independent_origins": self.count,
            "posts": self.posts,
            "origins": [
                {
                    "id": group.id,
                    "name": group.origin.name if isinstance(group.origin, Party) else None,
                    "posts": [{**_brief(post), "why": why} for post, why in group.posts],
                }
                for group in self.groups
            ],
        }


class Hits(Sequence[CaseHit]):
    """The best hits of a search. `total`: how many posts have what was looked for in all."""

    def __init__(self, hits: Sequence[CaseHit], total: int) -> None:
        self._hits, self.total = tuple(hits), total

    @overload
    def __getitem__(self, place: int) -> CaseHit: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CaseHit]: ...
    def __getitem__(self, place: int | slice) -> CaseHit | Sequence[CaseHit]:
        return self._hits[place]

    def __len__(self) -> int:
        return len(self._hits)


class Case:
    """A case: one file that holds pages, what was found in them, and the evidence for it. Close it, or use `with`."""

    def __init__(
        self,
        store: CaseStore,
        *,
        summary: RunSummary | None = None,
        folder: tempfile.TemporaryDirectory[str] | None = None,
    ) -> None:
        self._store, self._folder = store, folder
        self._numbers: dict[str, int] | None = None
        self.summary = summary
        """What the reading that gave this case came to; None for a case that was only opened."""

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. A case that was read without a path is gone then."""
        self._store.close()
        if self._folder:
            self._folder.cleanup()

    @property
    def path(self) -> Path:
        """The case's file."""
        return self._store.path

    @property
    def counts(self) -> Counts:
        """How many pages, posts and failures it holds, and the languages of its posts."""
        return self._store.counts()

    @property
    def pages(self) -> Iterator[Page]:
        """The pages in the order in which they were read, one in memory at a time."""
        return self._store.pages()

    @property
    def posts(self) -> Posts:
        """All posts, page by page, in the order in which they stand there."""
        return Posts(self._store)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, each with its file, its place and the next step."""
        return tuple(self._store.failures())

    def failures_of(self, run_id: int) -> tuple[Failure, ...]:
        """What one run could not read."""
        return tuple(self._store.failures(run_id))

    @property
    def runs(self) -> tuple[Run, ...]:
        """What was asked of this case, when, and with which versions."""
        return tuple(self._store.runs())

    @property
    def seal(self) -> str:
        """64 hexadecimal digits over all captures in order: noted elsewhere, they prove later that none was changed."""
        return self._store.seal()

    def post(self, name: str | int) -> CasePost:
        """One post, by its number in the case or by the beginning of its id.

        Raises: UsageError where there is no such post, or more than one id begins so.
        """
        wanted = str(name)
        found = [
            (number, post)
            for number, post in enumerate(self._store.posts(), 1)
            if str(number) == wanted or (wanted.startswith("po-") and post.id.startswith(wanted))
        ]
        if not found:
            raise UsageError(f"{wanted}: no post has this number or id. `tawatur show {self.path}` lists them.")
        if len(found) > 1:
            raise UsageError(f"{wanted}: {len(found)} posts have an id that begins so. Give more of it.")
        return self._complete(*found[0])

    def select(
        self,
        *,
        lang: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Posts:
        """The posts in language `lang`, with the words `outlet` in their outlet's name, published between two days.

        Days are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included; a post without a date lies in no range.
        Raises: UsageError for a day of another form.
        """
        filters = _filters(lang, outlet, since, until)
        return Posts(self._store, lambda post: _passes(post, filters))

    def search(
        self,
        query: str,
        *,
        lang: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> Hits:
        """The posts that hold the words of `query`, best first, however they are spelt.

        All words must occur; "quoted words" stand side by side; word* begins so; -word must not occur; OR is either.
        Raises: UsageError where `query` holds no word, or for a day of another form than `select` takes.
        """
        found = self._store.search(query, _filters(lang, outlet, since, until), limit=limit)
        numbers = {post.id: number for number, post in enumerate(self._store.posts(), 1)}
        return Hits([self._hit(hit, numbers[hit.post.id]) for hit in found.hits], found.total)

    @property
    def reuse(self) -> Iterator[CaseReuse]:
        """All pairs of posts that share words. `tawatur read` finds them, unless it is told not to."""
        for pair in self._store.reuse.pairs():
            yield self._pair(pair)

    def write_reuse(self, out: str | Path) -> int:
        """Write the shared passages as lines of `reuse.jsonl` to a file, or to standard output ("-"); gives their number.

        Raises: ExportError where the file cannot be written.
        """
        return write_reuse_lines(self._reuse_lines(), out)

    def reuse_of(self, post: str | int | CasePost) -> tuple[CaseReuse, ...]:
        """The pairs of one post, the most words first. Raises: UsageError where there is no such post."""
        chosen = self._chosen(post)
        pairs = (self._pair(pair) for pair in self._store.reuse.pairs(chosen.id))
        return tuple(sorted(pairs, key=lambda pair: -pair.words))

    def chain(self, post: str | int | CasePost) -> CaseChain:
        """What a post rests on, step by step to its origin, with the words that show each step.

        Raises: UsageError where there is no such post, or chains were not looked for.
        """
        chosen = self._chosen(post)
        chain = self._store.chains.chain(chosen.id)
        if chain is None:
            raise UsageError(f"{self.path}: no chains were made yet. Run `tawatur reuse {self.path}`.")
        parties, walk = self._store.chains.parties(), self._store.chains.walk(chosen.id)
        return CaseChain(
            post=chosen,
            origin=self._end(chain.origin_id, parties),
            links=tuple(self._link(link, parties) for link in walk),
            roots=tuple(end for root in chain.roots if (end := self._end(root, parties)) is not None),
            reasons=chain.reasons,
            line=chain_line(chain, walk, parties),
        )

    def independent_origins(self, posts: Iterable[str | int | CasePost] | None = None) -> CaseOrigins:
        """From how many independent origins some posts, or all, have what they say; with a reason for each post.

        Ten posts that carry one agency's text are one origin; unknown never adds one. Raises: UsageError where there is
        no such post, or chains were not looked for.
        """
        chosen = list(self.posts) if posts is None else [self._chosen(post) for post in posts]
        chains = [self._store.chains.chain(post.id) for post in chosen]
        if None in chains:
            raise UsageError(f"{self.path}: no chains were made yet. Run `tawatur reuse {self.path}`.")
        origins = count_origins(chain for chain in chains if chain is not None)
        parties, by_id = self._store.chains.parties(), {post.id: post for post in chosen}
        groups = [
            OriginGroup(
                origin=self._end(group.id, parties) if group.id in parties or group.id in by_id else None,
                id=group.id,
                posts=tuple((by_id[post_id], why) for post_id, why in group.reasons),
            )
            for group in origins.groups
        ]
        return CaseOrigins(groups=tuple(sorted(groups, key=lambda group: (-len(group.posts), group.id))))

    def verify(self) -> tuple[Finding, ...]:
        """Whatever was changed since it was written; nothing where all is as it was. Reads every byte again."""
        return tuple(self._store.verify())

    def export(self, out: str | Path, *, to: str = "jsonl") -> list[Path]:
        """Write all that the case holds into the folder `out` as "jsonl", "csv" or "parquet"; gives the paths of the files.

        Raises: UsageError for another format, ExportError where the files cannot be written.
        """
        if to not in _WRITERS:
            raise UsageError(f"{to}: not a format of export. Choose one of {', '.join(_WRITERS)}.")
        paths = _WRITERS[to](self._store.readings(), Path(out))
        return [*paths, *write_reuse(self._reuse_lines(), self._chain_lines(), Path(out), to=to)]

    def to_arrow(self, table: str = "posts") -> pa.Table:
        """The table "posts", "pages", "reuse" or "chains" in Arrow, with a unit on every column.

        Raises: UsageError for another table.
        """
        if table in _LINE_TABLES:
            return _LINE_TABLES[table](self._reuse_lines() if table == "reuse" else self._chain_lines())
        if table not in _TABLES:
            raise UsageError(f"{table}: not a table of a case. Choose one of {', '.join([*_TABLES, *_LINE_TABLES])}.")
        return _TABLES[table](self._store.readings())

    def to_pandas(self, table: str = "posts") -> pd.DataFrame:
        """A table of `to_arrow` as a pandas frame. Raises: UsageError where pandas is not installed."""
        _need("pandas")
        frame: pd.DataFrame = self.to_arrow(table).to_pandas()
        return frame

    def to_polars(self, table: str = "posts") -> pl.DataFrame:
        """A table of `to_arrow` as a polars frame. Raises: UsageError where polars is not installed."""
        frame: pl.DataFrame = _need("polars").from_arrow(self.to_arrow(table))
        return frame

    def report(self, out: str | Path, *, lang: str = "en", title: str | None = None) -> Path:
        """Write the case as one HTML file that needs no network; gives its path.

        Raises: UsageError for a language that the report does not speak, ExportError where it cannot be written.
        """
        chains = self._store.chains
        shared = Shared(
            pairs=[(pair, chains.direction(pair.a, pair.b)) for pair in self._store.reuse.pairs()],
            chains={chain.post_id: chain for chain in chains.chains()},
            parties=chains.parties(),
        )
        searched = self._store.reuse.search() is not None
        return write_report(self._store, out, language=lang, title=title, shared=shared if searched else None)

    def _reuse_lines(self) -> Iterator[Line]:
        for pair in self._store.reuse.pairs():
            yield from reuse_lines(pair, self._store.chains.direction(pair.a, pair.b))

    def _chain_lines(self) -> Iterator[Line]:
        parties = self._store.chains.parties()
        for chain in self._store.chains.chains():
            yield chain_line(chain, self._store.chains.walk(chain.post_id), parties)

    def _chosen(self, post: str | int | CasePost) -> CasePost:
        return post if isinstance(post, CasePost) else self.post(post)

    def _pair(self, pair: Reuse) -> CaseReuse:
        a, b = self._by_id(pair.a), self._by_id(pair.b)
        return CaseReuse(
            a=a,
            b=b,
            reuse=with_nearby_figures(pair, a.page.text, b.page.text),
            directed=self._store.chains.direction(pair.a, pair.b),
        )

    def _link(self, link: ChainLink, parties: Mapping[str, Party]) -> CaseLink:
        to = self._end(link.to, parties)
        if to is None:
            raise CaseError(f"{self.path}: {link.to} is gone. Run `tawatur reuse {self.path} --again`.")
        shown = link.span.of(self._by_id(link.post_id).page.text) if link.span is not None else None
        return CaseLink(source=self._by_id(link.source), to=to, link=link, words=shown)

    def _end(self, id_: str | None, parties: Mapping[str, Party]) -> CasePost | Party | None:
        """The post or party with this id."""
        return None if id_ is None else parties[id_] if id_ in parties else self._by_id(id_)

    def _by_id(self, post_id: str) -> CasePost:
        if self._numbers is None:
            self._numbers = {post.id: number for number, post in enumerate(self._store.posts(), 1)}
        post = self._store.post(post_id)
        if post is None or post_id not in self._numbers:
            raise CaseError(f"{self.path}: post {post_id} is gone. Run `tawatur reuse {self.path} --again`.")
        return self._complete(self._numbers[post_id], post)

    def _complete(self, number: int, post: Post) -> CasePost:
        """`post` with its page and description."""
        page = self._store.page(post.page_id)
        if page is None:
            raise CaseError(f"{self.path}: the page of post {post.id} is gone. Run `tawatur verify` on the case.")
        return CasePost(number=number, page=page, post=post, description=self._store.description(post.id))

    def _hit(self, hit: Hit, number: int) -> CaseHit:
        """What the store found, with its whole post."""
        post = self._complete(number, hit.post)
        return CaseHit(post=post, score=hit.score, highlights=hit.highlights, excerpt=hit.excerpt)

    def __repr__(self) -> str:
        counts = self.counts
        return f"<case {self.path}: {counts.pages} pages, {counts.posts} posts, {counts.failures} failures>"


def open(path: str | Path) -> Case:
    """Open the case at `path`.

    Raises: CaseError where there is none, or the file is something else, damaged, or of a newer program.
    """
    return Case(open_case(path))


def _brief(post: CasePost) -> dict[str, Any]:
    """What names a post in a listing."""
    return {
        "number": post.number,
        "id": post.id,
        "title": post.title,
        "outlet": post.outlet,
        "published": post.published,
        "lang": post.lang,
    }


def _need(package: str) -> Any:
    """An optional package. Raises: UsageError where it is not installed."""
    try:
        return importlib.import_module(package)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{package} is not installed. Install it with `pip install 'tawatur[{package}]'`, or use to_arrow."
        ) from error


def _numbered(readings: Iterator[Reading]) -> Iterator[CasePost]:
    """Every post of `readings` with its number."""
    number = 0
    for reading in readings:
        described = {one.post_id: one for one in reading.descriptions}
        for post in reading.posts:
            number += 1
            yield CasePost(number=number, page=reading.page, post=post, description=described.get(post.id))


def _filters(lang: str | None, outlet: str | None, since: str | None, until: str | None) -> Filters:
    """The filters as the store takes them. Raises: UsageError for a day that is none."""
    for day in filter(None, (since, until)):
        if not _DAY.fullmatch(day):
            raise UsageError(f"{day}: not a day. Write it as 2024, 2024-05 or 2024-05-31.")
    return Filters(lang=lang, outlet=outlet, since=since, until=until)


def _passes(post: CasePost, filters: Filters) -> bool:
    """True where `post` is one that `filters` let through; the same posts as a search with them looks at."""
    if filters.lang and post.lang != filters.lang and not (post.lang or "").startswith(f"{filters.lang}-"):
        return False
    if filters.outlet and fold_text(filters.outlet) not in fold_text(post.outlet or ""):
        return False
    day = (post.published or "")[:10]
    if (filters.since or filters.until) and not day:
        return False
    # Both are cut to the shorter precision before they are compared.
    too_early = filters.since is not None and day < filters.since[: len(day)]
    too_late = filters.until is not None and day[: len(filters.until)] > filters.until
    return not too_early and not too_late
