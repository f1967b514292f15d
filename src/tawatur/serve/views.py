"""One function for each view: open the case, ask it, show the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import tawatur.case as cases
from tawatur.case import Case
from tawatur.model import Story
from tawatur.report.html_index import CaseIndex
from tawatur.report.html_posts import page_posts
from tawatur.report.html_shared import shared_spans
from tawatur.report.html_speakers import SaidAt, speakers_view
from tawatur.report.html_stories import stories_view
from tawatur.report.html_told import phrase
from tawatur.serve.numbers import rows_of
from tawatur.serve.paging import Slice, slice_of
from tawatur.serve.reading import one_page
from tawatur.serve.render import asked_of, page
from tawatur.store import Brief
from tawatur.text.fold import fold_text

_POSTS_A_PAGE = 50
# Nobody pages further than this; filters make the rest smaller.
_MOST_HITS = 2_000
# Asks for all posts that the filters let through.
ALL = "*"
# A case with more posts has its histogram by month.
_MOST_DAYS = 60


def home(request: Request, path: Path) -> Response:
    """What is in the case: counts, days, outlets, the stories with most conflicts."""
    with cases.open(path) as case:
        rows = rows_of(case)
        told = case.told(few=6)
        words = asked_of(request).words
        days = Counter(row.published[:10] for row in rows if row.published and len(row.published) >= 10)
        if len(days) > _MOST_DAYS:
            days = Counter({day[:7]: 0 for day in days})
            days.update(row.published[:7] for row in rows if row.published and len(row.published) >= 10)
        outlets = Counter(row.outlet.text for row in rows if row.outlet)
        return page(
            request,
            "home.html",
            name=case.path.name,
            counts=case.counts,
            stories=stories_view(told, rows, words),
            days=sorted(days.items()),
            most=max(days.values(), default=1),
            outlets=[(phrase(name, None), n) for name, n in outlets.most_common(40)],
            failures=len(case.failures),
        )


def stories(request: Request, path: Path) -> Response:
    """All stories, those with most conflicts first."""
    with cases.open(path) as case:
        rows = rows_of(case)
        view = stories_view(case.told(), rows, asked_of(request).words)
        return page(request, "stories_list.html", stories=view, name=case.path.name)


def story(request: Request, path: Path) -> Response:
    """One story: claim board, timeline, posts."""
    with cases.open(path) as case:
        wanted = request.path_params["id"]
        found: Story | None = next((one for one in case.stories() if one.id == wanted), None)
        if found is None:
            raise HTTPException(404)
        view = stories_view(case.told(story=found.id), rows_of(case), asked_of(request).words)
        return page(request, "story.html", stories=view, single=found, name=case.path.name)


def post(request: Request, path: Path) -> Response:
    """One post: its text as captured with what was found marked in it, and what is known with its evidence."""
    with cases.open(path) as case:
        words = asked_of(request).words
        shown = _post(case, request.path_params["id"])
        lines = case.speakers()
        reading = case.reading(shown.page.id)
        pairs = [(pair.reuse, pair.directed) for pair in case.reuse_of(shown) if pair.directed is not None]
        index = CaseIndex(words, lines, shared_spans(pairs))
        first = shown.number - [one.id for one in reading.posts].index(shown.id)
        views = page_posts(reading, words, number=first, around=index.around)
        view = next(view for view in views if view.id == shown.id)
        return page(
            request,
            "post.html",
            post=view,
            page=reading.page,
            near=[(pair, pair.b if pair.a.id == shown.id else pair.a) for pair in case.reuse_of(shown)],
            chain=case.chain(shown) if case.has_chains else None,
            story=case.story_of(shown.id),
            around=_neighbours(case, shown.id),
            name=case.path.name,
            phrase=phrase,
        )


def compare(request: Request, path: Path) -> Response:
    """Two posts side by side: each passage that they share, with what is different in it."""
    with cases.open(path) as case:
        a, b = _post(case, request.path_params["a"]), _post(case, request.path_params["b"])
        pair = next((one for one in case.reuse_of(a) if b.id in (one.a.id, one.b.id)), None)
        if pair is None:
            raise HTTPException(404)
        return page(request, "compare.html", pair=pair, name=case.path.name, phrase=phrase)


def speakers(request: Request, path: Path) -> Response:
    """Who speaks, how often, in which outlets, named or not."""
    with cases.open(path) as case:
        words = asked_of(request).words
        lines = case.speakers(speaker=request.query_params.get("name") or None)
        numbers = {row.id: row for row in rows_of(case)}
        at: dict[str, SaidAt] = {}
        for one in case.statements():
            row = numbers[one.post.id]
            at[one.statement.id] = SaidAt(row.number, row.id, row.outlet, one.statement.order + 1)
        view = speakers_view(lines, at, words)
        return page(
            request,
            "speakers_list.html",
            found=view,
            name=case.path.name,
            asked_name=request.query_params.get("name", ""),
        )


def places(request: Request, path: Path) -> Response:
    """The places of the case, on a map and as a list."""
    with cases.open(path) as case:
        found = one_page(case, asked_of(request).words)
        return page(request, "places_list.html", found=found, name=case.path.name)


def search(request: Request, path: Path) -> Response:
    """The posts that hold some words, however they are spelt, with filters."""
    query = request.query_params.get("q", "").strip()
    filters = {name: request.query_params.get(name) or None for name in ("outlet", "since", "until")}
    wanted = request.query_params.get("in") or None
    with cases.open(path) as case:
        hits: Sequence[cases.CaseHit] = ()
        posts: list[cases.CasePost] = []
        total, part = 0, Slice(1, 1, _POSTS_A_PAGE)
        if query == ALL:
            chosen = [one.id for one in case.briefs() if _passes(one, wanted, filters)]
            total, part = len(chosen), slice_of(request.query_params.get("page"), len(chosen), _POSTS_A_PAGE)
            posts = [case.post_with(id_) for id_ in chosen[part.start : part.stop]]
        elif query:
            found = case.search(
                query,
                lang=wanted,
                outlet=filters["outlet"],
                since=filters["since"],
                until=filters["until"],
                limit=_MOST_HITS,
            )
            total, part = found.total, slice_of(request.query_params.get("page"), len(found), _POSTS_A_PAGE)
            hits = [found[place] for place in range(part.start, min(part.stop, len(found)))]
        return page(
            request,
            "search.html",
            query=query,
            hits=hits,
            posts=posts,
            total=total,
            part=part,
            langs=case.counts.langs,
            name=case.path.name,
            phrase=phrase,
        )


def check(request: Request, path: Path) -> Response:
    """Who supports a claim, who denies it, who only speaks of it."""
    claim = request.query_params.get("claim", "").strip()
    with cases.open(path) as case:
        answer = case.check(claim) if claim else None
        return page(request, "check.html", claim=claim, answer=answer, name=case.path.name, phrase=phrase)


def failures(request: Request, path: Path) -> Response:
    """What could not be read, each with its next step; and the runs."""
    with cases.open(path) as case:
        return page(request, "failures.html", failures=case.failures, runs=case.runs, name=case.path.name)


def _passes(one: Brief, lang: str | None, filters: Mapping[str, str | None]) -> bool:
    """True for a post in this language, of this outlet, in this span of days; one without a date lies in none."""
    outlet, since, until = (filters[name] for name in ("outlet", "since", "until"))
    day = (one.published or "")[:10]
    return (
        (not lang or (one.lang or "") == lang)
        and (not outlet or fold_text(outlet) in fold_text(one.outlet or ""))
        and (not since or (bool(day) and day >= since[: len(day)]))
        and (not until or (bool(day) and day[: len(until)] <= until))
    )


def _neighbours(case: Case, id_: str) -> tuple[str | None, str | None]:
    """The posts before and after one, in the order of the case."""
    ids = [one.id for one in case.briefs()]
    at = ids.index(id_)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def _post(case: Case, id_: str) -> cases.CasePost:
    if not id_.startswith("po-") or not case.has_post(id_):
        raise HTTPException(404)
    return case.post_with(id_)
