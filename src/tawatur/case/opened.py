"""An open case."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from tawatur.case.connected import CaseChain, CaseLink, CaseOrigins, CaseReuse, OriginGroup
from tawatur.case.exports import arrow_of, export_case, lines_of_reuse, lines_of_speakers, lines_of_stories
from tawatur.case.filters import StatementSearch, class_passes, filters_of, is_entry_named_so, is_named_so, passes
from tawatur.case.hits import CaseHit, Hits
from tawatur.case.named import CasePlace
from tawatur.case.names import NameQuery
from tawatur.case.posts import CasePost, Posts
from tawatur.case.said import CaseStatement
from tawatur.case.told import CaseCheck, check, claims_of, story_named, told_of
from tawatur.chains import independent_origins as count_origins
from tawatur.errors import CaseError, UsageError
from tawatur.model import ChainLink, Claim, Failure, Page, Party, Post, Reading, Reuse, Story
from tawatur.report.html import Shared, write_report
from tawatur.report.html_stories import Told
from tawatur.report.place_index import PlaceEntry, PlaceIndex
from tawatur.report.reuse_files import write_reuse_lines
from tawatur.report.reuse_lines import chain_line
from tawatur.report.statement_lines import SpeakerLine
from tawatur.report.story_lines import claim_line
from tawatur.reuse.nearby import with_nearby_figures
from tawatur.store import Brief, CaseStore, Counts, Filters, Finding, Hit, Run, open_case

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from tawatur.batch import RunSummary


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
        self._numbers: Mapping[str, int] | None = None
        self._page: Page | None = None
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
        filters = filters_of(lang, outlet, since, until)
        return Posts(self._store, lambda post: passes(post, filters))

    def search(
        self,
        query: str,
        *,
        lang: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Hits:
        """The posts that hold the words of `query`, best first, however they are spelt.

        All words must occur; "quoted words" stand side by side; word* begins so; -word must not occur; OR is either.
        Raises: UsageError where `query` holds no word, or for a day of another form than `select` takes.
        """
        found = self._store.search(query, filters_of(lang, outlet, since, until), limit=limit, offset=offset)
        return Hits([self._hit(hit, self._number(hit.post.id)) for hit in found.hits], found.total)

    def statements(
        self,
        post: str | int | CasePost | None = None,
        *,
        speaker: str | None = None,
        speaker_class: str | None = None,
        place: str | None = None,
        lang: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[CaseStatement]:
        """Who says what, post by post, in the order of the text.

        Args:
            post: only this one, by number or id.
            speaker: only of whoever bears this name, in any spelling and script that the case has for him.
            speaker_class: person, organisation, outlet, official, anonymous, reports or document.
            place: only what has a place of this name in its words.
            lang: with `outlet`, `since` and `until`, only in posts that `select` would give.
        Raises: UsageError where there is no such post, for an unknown class, or a day of another form.
        """
        search = StatementSearch(self._store, speaker=speaker, speaker_class=speaker_class, place=place)
        for found in self._posts_with("statements", post, filters_of(lang, outlet, since, until)):
            for one in search.statements(found):
                yield CaseStatement(post=found, statement=one, who=search.who(one))

    def places(
        self,
        post: str | int | CasePost | None = None,
        *,
        place: str | None = None,
        lang: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[CasePlace]:
        """The mentions of places, post by post, in the order of the text.

        Args:
            post: only this one, by number or id.
            place: only of the place with this name or id, in any spelling, or named in these words.
            lang: with `outlet`, `since` and `until`, only in posts that `select` would give.
        Raises: UsageError where there is no such post, or a day of another form.
        """
        query = NameQuery(place) if place else None
        for found in self._posts_with("places", post, filters_of(lang, outlet, since, until)):
            for one in self._store.places(found.id):
                if query is None or is_named_so(one, query, found.page.text):
                    yield CasePlace(post=found, place=one)

    def speakers(self, *, speaker: str | None = None, speaker_class: str | None = None) -> tuple[SpeakerLine, ...]:
        """Everybody who speaks, whoever does so most first: names in both scripts, outlets, addressees.

        Args:
            speaker: only who bears this name, in any spelling and script that the case has for him.
            speaker_class: person, organisation, outlet, official, anonymous, reports or document.
        Raises: UsageError for an unknown class.
        """
        wanted = NameQuery(speaker) if speaker else None
        return tuple(
            line
            for line in lines_of_speakers(self._store)
            if class_passes(line.speaker_class, speaker_class)
            and (wanted is None or wanted.matches(line.name, *(name.name for name in line.names)))
        )

    def most_speaking(self, count: int) -> list[tuple[str, int]]:
        """Who speaks most, sources without a name left out: names with how many statements, at most `count`."""
        return self._store.speakers.most(count)

    def most_named(self, count: int) -> list[tuple[str, int]]:
        """The places that most posts name, demonyms left out: names with how many posts, at most `count`."""
        return self._store.most_named(count)

    def place_index(
        self,
        *,
        place: str | None = None,
        lang: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> tuple[PlaceEntry, ...]:
        """Every place that is named, those in most posts first: how often, in which outlets, in which words.

        Args:
            place: only the places that bear this name or id, in any spelling, or are named in these words.
            lang: with `outlet`, `since` and `until`, only in posts that `select` would give.
        Raises: UsageError for a day of another form.
        """
        query, filters, index = (
            NameQuery(place) if place else None,
            filters_of(lang, outlet, since, until),
            PlaceIndex(),
        )
        for post in self._posts_with("places", None, filters):
            for one in self._store.places(post.id):
                index.add(one, one.span.of(post.page.text), post.description)
        return tuple(one for one in index.entries() if query is None or is_entry_named_so(one, query))

    @property
    def reuse(self) -> Iterator[CaseReuse]:
        """All pairs of posts that share words. `tawatur read` finds them, unless it is told not to."""
        for pair in self._store.reuse.pairs():
            yield self._pair(pair)

    def write_reuse(self, out: str | Path) -> int:
        """Write the shared passages as lines of `reuse.jsonl` to a file, or to standard output ("-"); gives their number.

        Raises: ExportError where the file cannot be written.
        """
        return write_reuse_lines(lines_of_reuse(self._store), out)

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

    def stories(self) -> tuple[Story, ...]:
        """Which posts tell of the same happening, in the order of their first posts. `tawatur stories` finds them."""
        return tuple(self._store.stories.stories())

    def claims(self, *, story: str | int | None = None, conflicts: bool = False) -> tuple[Claim, ...]:
        """What several posts report: variants side by side, with their independent origins.

        Args:
            story: only of this one, by its place among `stories`, from 1, or its id.
            conflicts: only where the reports do not agree.
        Raises: UsageError where there is no such story.
        """
        return claims_of(self._store, story_named(self._store, story), conflicts=conflicts)

    def story_lines(self) -> Iterator[dict[str, Any]]:
        """The stories as lines of `stories.jsonl`."""
        return lines_of_stories(self._store)

    def claim_lines(self, *, story: str | int | None = None, conflicts: bool = False) -> Iterator[dict[str, Any]]:
        """The claims as lines of `claims.jsonl`; arguments as `claims`."""
        return map(claim_line, self.claims(story=story, conflicts=conflicts))

    def check(self, claim: str) -> CaseCheck:
        """Which reports support a claim, deny it or only speak of it, in any language, the nearest first.

        Raises: UsageError where the claim has no words or is longer than a sentence can be.
        """
        return check(self._store, claim, self._by_id)

    def told(self, *, story: str | None = None, few: int | None = None) -> Told:
        """Stories and claims with the words of their reports, as the report and the workbench show them.

        Args:
            story: only this one, by its id.
            few: claims of the first so many stories only, those with most conflicts and posts; None: of all.
        """
        return told_of(self._store, story=story, few=few)

    def briefs(self) -> Iterator[Brief]:
        """All posts in short, in the order of `posts`; no text is read."""
        return self._store.briefs()

    def readings(self) -> Iterator[Reading]:
        """All pages with all that was found in them, one page in memory at a time."""
        return self._store.readings()

    def reading(self, page_id: str) -> Reading:
        """One page with all that was found in it. Raises: CaseError where it is gone."""
        found = self._store.reading(page_id)
        if found is None:
            raise CaseError(f"{self.path}: page {page_id} is gone. Run `tawatur verify` on the case.")
        return found

    @property
    def store(self) -> CaseStore:
        """The tables behind the case."""
        return self._store

    def has_post(self, post_id: str) -> bool:
        """True where the case has a post with this id."""
        return self._store.post(post_id) is not None

    @property
    def has_chains(self) -> bool:
        """True where chains were looked for."""
        return self._store.chains.state() is not None

    def story_of(self, post_id: str) -> Story | None:
        """The story that a post is in; None where stories were not looked for."""
        found = self._store.stories.story_of(post_id)
        return self._store.stories.story(found) if found is not None else None

    def post_with(self, post_id: str) -> CasePost:
        """The post with this id. Raises: CaseError where it is gone."""
        return self._by_id(post_id)

    def verify(self) -> tuple[Finding, ...]:
        """Whatever was changed since it was written; nothing where all is as it was. Reads every byte again."""
        return tuple(self._store.verify())

    def export(self, out: str | Path, *, to: str = "jsonl") -> list[Path]:
        """Write all that the case holds into the folder `out` as "jsonl", "csv" or "parquet"; "geojson": its places.

        Gives the paths of the files.

        Raises: UsageError for another format, ExportError where the files cannot be written.
        """
        return export_case(self._store, Path(out), to)

    def to_arrow(self, table: str = "posts") -> pa.Table:
        """A table in Arrow, with a unit on every column: "posts", "pages", "statements", "places", "speakers", "reuse", "chains".

        Raises: UsageError for another table.
        """
        return arrow_of(self._store, table)

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
        linked = self._store.speakers.state() is not None
        return write_report(
            self._store,
            out,
            language=lang,
            title=title,
            shared=shared if searched else None,
            speakers=lines_of_speakers(self._store) if linked else None,
            told=told_of(self._store) if self._store.stories.state() is not None else None,
        )

    def _posts_with(
        self, table: Literal["statements", "places"], post: str | int | CasePost | None, filters: Filters
    ) -> Iterator[CasePost]:
        """The post that was asked for, or all that have rows in `table`, as far as `filters` let them through."""
        chosen = [self._chosen(post)] if post is not None else map(self._by_id, self._store.posts_with(table))
        return (one for one in chosen if passes(one, filters))

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
        post = self._store.post(post_id)
        if post is None:
            raise CaseError(f"{self.path}: post {post_id} is gone. Run `tawatur reuse {self.path} --again`.")
        return self._complete(self._number(post_id), post)

    def know_numbers(self, numbers: Mapping[str, int]) -> None:
        """Spare counting all posts: their numbers, by their ids, as this case was counted before."""
        self._numbers = numbers

    def _number(self, post_id: str) -> int:
        if self._numbers is None or post_id not in self._numbers:
            self._numbers = {id_: number for number, id_ in enumerate(self._store.post_ids(), 1)}
        number = self._numbers.get(post_id)
        if number is None:
            raise CaseError(f"{self.path}: post {post_id} is gone. Run `tawatur reuse {self.path} --again`.")
        return number

    def _complete(self, number: int, post: Post) -> CasePost:
        """`post` with its page and description."""
        # Posts of one page come one after another as a rule, and a page may be large.
        page = self._page if self._page and self._page.id == post.page_id else self._store.page(post.page_id)
        if page is None:
            raise CaseError(f"{self.path}: the page of post {post.id} is gone. Run `tawatur verify` on the case.")
        self._page = page
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


def _need(package: str) -> Any:
    """An optional package. Raises: UsageError where it is not installed."""
    try:
        return importlib.import_module(package)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{package} is not installed. Install it with `pip install 'tawatur[{package}]'`, or use to_arrow."
        ) from error
