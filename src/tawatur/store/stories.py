"""The tables of stories and claims: which posts tell of one happening, and what their reports say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pyarrow as pa

from tawatur.model import Claim, Report, Span, Story, Tie, Variant
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.connection import case_errors
from tawatur.store.sealed import Rows, seal_part, work_state
from tawatur.store.table import Row, Table, packed, storable

STORIES = Table(
    "stories",
    pa.schema(
        [
            column("id", TEXT, "id of a story"),
            column("order", WHOLE, "place among the stories of the case, from 0; by their first posts"),
            column("title", TEXT, "title of the post nearest to all others", null=True),
            column("langs", TEXT, "JSON: languages, BCP 47, the most used first"),
            column("first", TEXT, "ISO 8601, as precise as printed", null=True),
            column("last", TEXT, "ISO 8601, as precise as printed", null=True),
            column("places", TEXT, "JSON: names of places, the most named first"),
            column("ties", TEXT, "JSON: kind, what, posts, weight; the strongest first"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)
STORY_POSTS = Table(
    "story_posts",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("story_id", TEXT, "id of a story"),
            column("order", WHOLE, "place among the posts of the story, from 0; by their days"),
            column("loose", WHOLE, "1 where it speaks of the affair without telling the happening"),
        ]
    ),
)
CLAIMS = Table(
    "claims",
    pa.schema(
        [
            column("id", TEXT, "id of a claim"),
            column("story_id", TEXT, "id of a story"),
            column("order", WHOLE, "place among the claims of the story, from 0; conflicts first"),
            column("kind", TEXT, "utterance or happening"),
            column("about", TEXT, "what it is about, in the words of a report"),
            column("slot", TEXT, "in what the variants differ; NULL where all agree", null=True),
            column("reasons", TEXT, "JSON: sentences for people"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)
VARIANTS = Table(
    "variants",
    pa.schema(
        [
            column("claim_id", TEXT, "id of a claim"),
            column("order", WHOLE, "place among the variants of the claim, from 0"),
            column("value", TEXT, "as the first report has it"),
            column("origins", TEXT, "JSON: ids of the posts or parties at which its reports begin"),
            column("independent_origins", WHOLE, "starts, for certain"),
            column("anonymous_only", WHOLE, "1 where all reports rest on sources without a name"),
            column("party_only", WHOLE, "1 where all reports are a party's own"),
        ]
    ),
)
REPORTS = Table(
    "reports",
    pa.schema(
        [
            column("claim_id", TEXT, "id of a claim"),
            column("variant", WHOLE, "place of its variant"),
            column("order", WHOLE, "place among the reports of the variant, from 0"),
            column("post_id", TEXT, "id of a post"),
            column("statement_id", TEXT, "id of a statement", null=True),
            *span_columns(),
            *span_columns("about"),
            column("speaker", TEXT, "who says so", null=True),
            column("anonymous", WHOLE, "1 where the source has no name"),
            column("party", WHOLE, "1 where a party says it"),
        ]
    ),
)
SEALED: Rows = (
    (STORIES, "id"),
    (STORY_POSTS, "post_id"),
    (CLAIMS, "id"),
    (VARIANTS, 'claim_id, "order"'),
    (REPORTS, 'claim_id, variant, "order"'),
)


class StoryTables:
    """The stories and claims that a case holds. `writing` is the case's own transaction: whole or not at all."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._path, self._connection, self._writing = path, connection, writing

    def stories(self) -> Iterator[Story]:
        """All stories, in the order of their first posts."""
        with case_errors(self._path):
            rows = self._connection.execute(f'{STORIES.select} ORDER BY "order"').fetchall()
        for row in rows:
            yield self._story(row)

    def story(self, id_: str) -> Story | None:
        """One story; None where the case has none with this id."""
        with case_errors(self._path):
            row = self._connection.execute(f"{STORIES.select} WHERE id = ?", (id_,)).fetchone()
        return None if row is None else self._story(row)

    def ranked(self) -> list[tuple[str, int, int, int]]:
        """(id, posts, claims, conflicts) of each story, those with most conflicts and then most posts first."""
        with case_errors(self._path):
            return self._connection.execute(
                "SELECT s.id, ifnull(p.n, 0), ifnull(c.n, 0), ifnull(c.conflicts, 0) FROM stories s "
                "LEFT JOIN (SELECT story_id, count(*) AS n FROM story_posts GROUP BY story_id) p ON p.story_id = s.id "
                "LEFT JOIN (SELECT story_id, count(*) AS n, count(slot) AS conflicts FROM claims GROUP BY story_id) c "
                "ON c.story_id = s.id ORDER BY 4 DESC, 2 DESC, s.id"
            ).fetchall()

    def story_of(self, post_id: str) -> str | None:
        """Id of the story that a post is in; None where stories were not looked for."""
        with case_errors(self._path):
            row = self._connection.execute("SELECT story_id FROM story_posts WHERE post_id = ?", (post_id,)).fetchone()
        return None if row is None else str(row[0])

    def claims(self, story_id: str | None = None) -> Iterator[Claim]:
        """The claims of one story, or of all, story by story, conflicts first."""
        where, arguments = ("WHERE claims.story_id = ? ", (story_id,)) if story_id else ("", ())
        names = ", ".join(f'claims."{name}"' for name in CLAIMS.schema.names)
        sql = f"SELECT {names} FROM claims JOIN stories ON stories.id = claims.story_id {where}"
        with case_errors(self._path):
            rows = self._connection.execute(f'{sql} ORDER BY stories."order", claims."order"', arguments).fetchall()
        for row in rows:
            yield self._claim(row)

    def state(self) -> str | None:
        """What stories and claims were made from and by, as `put` was told; None where they were not looked for."""
        with case_errors(self._path):
            row = self._connection.execute("SELECT state FROM told").fetchone()
            return None if row is None else str(row[0])

    def work_state(self) -> str:
        """A digest that is another one as soon as a page was added or worked on again."""
        with case_errors(self._path):
            return work_state(self._connection)

    def put(self, stories: Sequence[Story], claims: Mapping[str, Iterable[Claim]], state: str) -> None:
        """Store all stories, and the claims under the ids of their stories, in the place of those that there were."""
        with self._writing():
            for table in (REPORTS, VARIANTS, CLAIMS, STORY_POSTS, STORIES):
                self._connection.execute(f"DELETE FROM {table.name}")
            # Another process may have taken posts away meanwhile.
            there = {row[0] for row in self._connection.execute("SELECT id FROM posts")}
            for number, story in enumerate(stories):
                self._put_story(number, story, there)
                for place, claim in enumerate(claims.get(story.id, ())):
                    self._put_claim(place, claim, story.id, there)
            self._connection.execute("INSERT OR REPLACE INTO told (only, state) VALUES (1, ?)", (state,))
            seal_part(self._connection, "stories", SEALED)

    def _put_story(self, number: int, story: Story, there: set[str]) -> None:
        ties = [[tie.kind, tie.what, tie.posts, tie.weight] for tie in story.ties]
        lists = (packed(story.langs), story.first, story.last, packed(story.places), packed(ties))
        self._connection.execute(STORIES.insert, storable((story.id, number, story.title, *lists, story.made_by)))
        loose = set(story.loose)
        rows = ((post, story.id, n, int(post in loose)) for n, post in enumerate(story.posts) if post in there)
        self._connection.executemany(STORY_POSTS.insert, rows)

    def _put_claim(self, place: int, claim: Claim, story_id: str, there: set[str]) -> None:
        row = (claim.id, story_id, place, claim.kind, claim.about, claim.slot, packed(claim.reasons), claim.made_by)
        self._connection.execute(CLAIMS.insert, storable(row))
        for number, one in enumerate(claim.variants):
            marks = (int(one.anonymous_only), int(one.party_only))
            variant = (claim.id, number, one.value, packed(one.origins), one.independent_origins, *marks)
            self._connection.execute(VARIANTS.insert, storable(variant))
            self._connection.executemany(
                REPORTS.insert,
                (
                    _report_row(claim.id, number, n, report)
                    for n, report in enumerate(one.reports)
                    if report.post_id in there
                ),
            )

    def _story(self, row: Row) -> Story:
        id_, _, title, langs, first, last, places, ties, made_by = row
        with case_errors(self._path):
            posts = self._connection.execute(
                'SELECT post_id, loose FROM story_posts WHERE story_id = ? ORDER BY "order"', (id_,)
            ).fetchall()
        return Story(
            id=id_,
            title=title,
            posts=tuple(post for post, _ in posts),
            loose=tuple(post for post, loose in posts if loose),
            langs=tuple(json.loads(langs)),
            first=first,
            last=last,
            places=tuple(json.loads(places)),
            ties=tuple(
                Tie(kind=kind, what=what, posts=tuple(having), weight=weight)
                for kind, what, having, weight in json.loads(ties)
            ),
            made_by=made_by,
        )

    def _claim(self, row: Row) -> Claim:
        id_, story_id, _, kind, about, slot, reasons, made_by = row
        with case_errors(self._path):
            variants = self._connection.execute(
                f'{VARIANTS.select} WHERE claim_id = ? ORDER BY "order"', (id_,)
            ).fetchall()
            reports = self._connection.execute(
                f'{REPORTS.select} WHERE claim_id = ? ORDER BY variant, "order"', (id_,)
            ).fetchall()
        return Claim(
            id=id_,
            story_id=story_id,
            kind=kind,
            about=about,
            slot=slot,
            variants=tuple(
                Variant(
                    value=value,
                    reports=tuple(_report(one) for one in reports if one[1] == number),
                    origins=tuple(json.loads(origins)),
                    independent_origins=count,
                    anonymous_only=bool(anonymous),
                    party_only=bool(party),
                )
                for _, number, value, origins, count, anonymous, party in variants
            ),
            reasons=tuple(json.loads(reasons)),
            made_by=made_by,
        )


def _report_row(claim: str, variant: int, order: int, one: Report) -> Row:
    spans = (one.span.start, one.span.end, one.about.start, one.about.end)
    marks = (one.speaker, int(one.anonymous), int(one.party))
    return storable((claim, variant, order, one.post_id, one.statement_id, *spans, *marks))


def _report(row: Row) -> Report:
    _, _, _, post, statement, start, end, about_start, about_end, speaker, anonymous, party = row
    return Report(
        post_id=post,
        statement_id=statement,
        span=Span(start, end),
        about=Span(about_start, about_end),
        speaker=speaker,
        anonymous=bool(anonymous),
        party=bool(party),
    )
