"""One function for each view: ask the case, show the answer, or give it as a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import tawatur.case as cases
from tawatur.case import Case
from tawatur.case.names import NameQuery
from tawatur.report.html_places import PlacesOfCase
from tawatur.report.html_posts import Around, page_posts
from tawatur.report.html_shared import shared_spans
from tawatur.report.html_speakers import SaidAt, speakers_view
from tawatur.report.html_stories import Told, stories_view
from tawatur.report.html_told import phrase
from tawatur.report.html_view import Row
from tawatur.serve import exports
from tawatur.serve.judging import on_post, on_story, set_aside
from tawatur.serve.paging import Slice, slice_of
from tawatur.serve.render import asked_of, page
from tawatur.serve.whole import Shorts, Whole
from tawatur.store import Brief
from tawatur.text.fold import fold_text

_POSTS_A_PAGE, _STORIES_A_PAGE, _SPEAKERS_A_PAGE, _PLACES_A_PAGE = 20, 25, 20, 60
# Statements of a speaker that the list leads to; their words are found by the speaker's name.
_MOST_SAID = 25
# Nobody pages further than this; filters make the rest smaller.
_MOST_HITS = 2_000
# Asks for all posts that the filters let through.
ALL = "*"
# A case with more posts has its histogram by month.
_MOST_DAYS = 60
_FIRST_STORIES, _MOST_OUTLETS = 12, 40


def home(request: Request, whole: Whole) -> Response:
    """What is in the case: counts, days, outlets, the stories with most conflicts."""
    overview, ranked = whole.overview(), whole.ranked()
    with whole.open() as case:
        days = Counter(overview.days)
        if len(days) > _MOST_DAYS:
            days = Counter()
            for day, n in overview.days.items():
                days[day[:7]] += n
        if exports.is_wanted(request):
            return exports.overview(request, overview, case.path.name)
        first = [one[0] for one in ranked.several[:_FIRST_STORIES]]
        return page(
            request,
            "home.html",
            name=case.path.name,
            counts=overview.counts,
            stories=_told(case, whole, request, first),
            all_stories=len(ranked.several),
            conflicts=ranked.conflicts,
            conflicts_of={id_: conflicts for id_, _, _, conflicts in ranked.several[:_FIRST_STORIES]},
            days=sorted(days.items()),
            most=max(days.values(), default=1),
            outlets=[(phrase(name, None), n) for name, n in overview.outlets[:_MOST_OUTLETS]],
            failures=overview.counts.failures,
            judgements=len(case.store.judgements.standing()),
        )


def stories(request: Request, whole: Whole) -> Response:
    """All stories, those with most conflicts first."""
    ranked = whole.ranked()
    part = slice_of(request.query_params.get("page"), len(ranked.several), _STORIES_A_PAGE)
    shown = ranked.several[part.start : part.stop]
    with whole.open() as case:
        if exports.is_wanted(request):
            return exports.stories(request, case)
        return page(
            request,
            "stories_list.html",
            stories=_told(case, whole, request, [one[0] for one in shown]),
            conflicts_of={id_: conflicts for id_, _, _, conflicts in shown},
            single=ranked.single,
            part=part,
            name=case.path.name,
        )


def story(request: Request, whole: Whole) -> Response:
    """One story: claim board, timeline, posts."""
    with whole.open() as case:
        found = case.store.stories.story(request.path_params["id"])
        if found is None:
            raise HTTPException(404)
        if exports.is_wanted(request):
            return exports.story(request, case, found)
        told = case.told(story=found.id)
        view = stories_view(told, whole.shorts().rows(found.posts), asked_of(request).words)
        claims = told.claims.get(found.id, ())
        judged = on_story(case, claims)
        view = replace(view, stories=tuple(set_aside(one, judged) for one in view.stories))
        return page(
            request,
            "story.html",
            stories=view,
            single=found,
            judging=judged,
            claim_ids=[claim.id for claim in claims],
            name=case.path.name,
        )


def post(request: Request, whole: Whole) -> Response:
    """One post: its text as captured with what was found marked in it, and what is known with its evidence."""
    with whole.open() as case:
        words = asked_of(request).words
        shown = _post(case, request.path_params["id"])
        if exports.is_wanted(request):
            return exports.post(request, case, shown)
        near = case.reuse_of(shown)
        reading = case.reading(shown.page.id)
        reading = replace(
            reading,
            posts=tuple(one for one in reading.posts if one.id == shown.id),
            descriptions=tuple(one for one in reading.descriptions if one.post_id == shown.id),
            statements=tuple(one for one in reading.statements if one.post_id == shown.id),
            places=tuple(one for one in reading.places if one.post_id == shown.id),
        )
        around = Around(
            speaker_of=whole.speaking().numbers,
            number_of=PlacesOfCase(words).number_of,
            shared=shared_spans([(pair.reuse, pair.directed) for pair in near if pair.directed is not None]),
        )
        (view,) = page_posts(reading, words, number=shown.number, around=around)
        return page(
            request,
            "post.html",
            post=view,
            page=reading.page,
            near=[(pair, pair.b if pair.a.id == shown.id else pair.a) for pair in near[:20]],
            # A post that came since chains were made has none yet.
            chain=case.chain(shown) if case.store.chains.chain(shown.id) is not None else None,
            story=case.story_of(shown.id),
            around=_neighbours(whole.shorts(), shown.number),
            judging=on_post(
                case, shown.id, [(shown.id, one.content.start, one.content.end) for one in reading.statements]
            ),
            name=case.path.name,
            phrase=phrase,
        )


def compare(request: Request, whole: Whole) -> Response:
    """Two posts side by side: each passage that they share, with what is different in it."""
    with whole.open() as case:
        a, b = _post(case, request.path_params["a"]), _post(case, request.path_params["b"])
        pair = next((one for one in case.reuse_of(a) if b.id in (one.a.id, one.b.id)), None)
        if pair is None:
            raise HTTPException(404)
        if exports.is_wanted(request):
            return exports.pair(request, pair)
        return page(request, "compare.html", pair=pair, name=case.path.name, phrase=phrase)


def speakers(request: Request, whole: Whole) -> Response:
    """Who speaks, how often, in which outlets, named or not."""
    asked, speaking = request.query_params.get("name", "").strip(), whole.speaking()
    lines = speaking.lines
    if asked:
        query = NameQuery(asked)
        lines = tuple(one for one in lines if query.matches(one.name, *(name.name for name in one.names)))
    if exports.is_wanted(request):
        return exports.speakers(request, lines)
    part = slice_of(request.query_params.get("page"), len(lines), _SPEAKERS_A_PAGE)
    lines = lines[part.start : part.stop]
    shorts = whole.shorts()
    with whole.open() as case:
        ids = [id_ for line in lines for id_ in line.statement_ids[:_MOST_SAID]]
        at: dict[str, SaidAt] = {}
        for id_, (post_id, order) in case.store.statement_places(ids).items():
            number = shorts.numbers.get(post_id)
            if number is not None:
                outlet, lang = shorts.briefs[number - 1].outlet, shorts.briefs[number - 1].lang
                at[id_] = SaidAt(number, post_id, phrase(outlet, lang) if outlet else None, order + 1)
        view = speakers_view(lines, at, asked_of(request).words)
        return page(
            request, "speakers_list.html", found=view, part=part, most=_MOST_SAID, name=case.path.name, asked_name=asked
        )


def places(request: Request, whole: Whole) -> Response:
    """The places of the case, on a map and as a list."""
    found = whole.places(asked_of(request).words)
    if exports.is_wanted(request):
        return exports.places(request, [one.entry for one in found.places])
    part = slice_of(request.query_params.get("page"), len(found.places), _PLACES_A_PAGE)
    shown = found.places[part.start : part.stop]
    return page(request, "places_list.html", found=found, shown=shown, part=part, name=whole.path.name)


def search(request: Request, whole: Whole) -> Response:
    """The posts that hold some words, however they are spelt, with filters."""
    query = request.query_params.get("q", "").strip()
    filters = {name: request.query_params.get(name) or None for name in ("outlet", "since", "until")}
    wanted = request.query_params.get("in") or None
    size = exports.MOST_ROWS if exports.is_wanted(request) else _POSTS_A_PAGE
    with whole.open() as case:
        hits: Sequence[cases.CaseHit] = ()
        posts: list[Row] = []
        total, part = 0, Slice(1, 1, size)
        if query == ALL:
            shorts = whole.shorts()
            chosen = [one.id for one in shorts.briefs if _passes(one, wanted, filters, shorts.outlets)]
            total, part = len(chosen), slice_of(request.query_params.get("page"), len(chosen), size)
            posts = shorts.rows(chosen[part.start : part.stop])
        elif query:
            # A page beyond the last is asked for as the first one, and then shown as the last one there is.
            part = slice_of(request.query_params.get("page"), _MOST_HITS, size)
            found = _search(case, query, wanted, filters, part)
            if part.start and not found:
                part = slice_of(request.query_params.get("page"), min(found.total, _MOST_HITS), size)
                found = _search(case, query, wanted, filters, part)
            hits, total = found, found.total
            part = slice_of(str(part.page), min(total, _MOST_HITS), size)
        if exports.is_wanted(request):
            return exports.search(request, hits, posts)
        return page(
            request,
            "search.html",
            query=query,
            hits=hits,
            posts=posts,
            total=total,
            part=part,
            langs=whole.overview().counts.langs,
            name=case.path.name,
            phrase=phrase,
        )


def check(request: Request, whole: Whole) -> Response:
    """Who supports a claim, who denies it, who only speaks of it."""
    claim = request.query_params.get("claim", "").strip()
    with whole.open() as case:
        answer = case.check(claim) if claim else None
        if exports.is_wanted(request):
            return exports.checked(request, answer)
        return page(request, "check.html", claim=claim, answer=answer, name=case.path.name, phrase=phrase)


def failures(request: Request, whole: Whole) -> Response:
    """What could not be read, each with its next step; and the runs."""
    with whole.open() as case:
        if exports.is_wanted(request):
            return exports.failures(request, case)
        return page(request, "failures.html", failures=case.failures, runs=case.runs, name=case.path.name)


def _search(case: Case, query: str, lang: str | None, filters: Mapping[str, str | None], part: Slice) -> cases.Hits:
    return case.search(
        query,
        lang=lang,
        outlet=filters["outlet"],
        since=filters["since"],
        until=filters["until"],
        limit=part.size,
        offset=part.start,
    )


def _told(case: Case, whole: Whole, request: Request, ids: Sequence[str]) -> object:
    """Some stories in short, without their claims, in this order."""
    held = [one for id_ in ids if (one := case.store.stories.story(id_)) is not None]
    rows = whole.shorts().rows(post for one in held for post in one.posts)
    view = stories_view(Told(stories=held, claims={}, words={}), rows, asked_of(request).words)
    place = {id_: n for n, id_ in enumerate(ids)}
    return replace(view, stories=tuple(sorted(view.stories, key=lambda one: place[one.id])))


def _passes(one: Brief, lang: str | None, filters: Mapping[str, str | None], outlets: Mapping[str, str]) -> bool:
    """True for a post in this language, of this outlet, in this span of days; one without a date lies in none."""
    outlet, since, until = (filters[name] for name in ("outlet", "since", "until"))
    day = (one.published or "")[:10]
    return (
        (not lang or (one.lang or "") == lang)
        and (not outlet or fold_text(outlet) in outlets.get(one.outlet or "", ""))
        and (not since or (bool(day) and day >= since[: len(day)]))
        and (not until or (bool(day) and day[: len(until)] <= until))
    )


def _neighbours(shorts: Shorts, number: int) -> tuple[str | None, str | None]:
    """The posts before and after one, in the order of the case."""
    before, after = number - 2, number
    briefs = shorts.briefs
    return (briefs[before].id if before >= 0 else None), (briefs[after].id if after < len(briefs) else None)


def _post(case: Case, id_: str) -> cases.CasePost:
    if not id_.startswith("po-") or not case.has_post(id_):
        raise HTTPException(404)
    return case.post_with(id_)
