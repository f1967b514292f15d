"""A reader's judgement: taken from a form, kept in the case, shown where it applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tawatur.case import Case
from tawatur.errors import UsageError
from tawatur.model import Claim
from tawatur.report.html_stories import StoryView
from tawatur.serve import exports
from tawatur.serve.render import LANGUAGES, page
from tawatur.serve.whole import Whole
from tawatur.store.judgements import Judgement, JudgementKind, Words, applies

# A note of the longest kind in the longest encoding, and the names of the fields.
_MOST_BYTES = 32_768
_ON_CLAIMS: tuple[JudgementKind, ...] = ("not the same", "note")
_ON_STATEMENTS: tuple[JudgementKind, ...] = ("wrong speaker", "note")
_ON_POSTS: tuple[JudgementKind, ...] = ("wrong split", "note")


async def judge(request: Request, whole: Whole) -> Response:
    """Keep what a reader decided, and go back to where it was decided. Raises: UsageError where the form is not ours."""
    given = await _form(request)
    return RedirectResponse(_back(await run_in_threadpool(_keep, whole, given), given), 303)


async def undo(request: Request, whole: Whole) -> Response:
    """Take a decision back."""
    given = await _form(request)
    number = request.path_params["n"]
    return RedirectResponse(_back(await run_in_threadpool(_take_back, whole, number), given), 303)


def judgements(request: Request, whole: Whole) -> Response:
    """All decisions, those that were taken back too."""
    with whole.open() as case:
        found = case.store.judgements.all()
        if exports.is_wanted(request):
            return exports.judgements(request, found)
        return page(request, "judgements.html", judgements=found, name=case.path.name)


def on_story(case: Case, claims: Sequence[Claim]) -> dict[int, list[Judgement]]:
    """The standing judgements on each claim of a story, by its number on the board."""
    standing = [one for one in case.store.judgements.standing() if one.on == "claim"]
    found = {}
    for number, claim in enumerate(claims, 1) if standing else ():
        words = _words_of(claim)
        if here := [one for one in standing if applies(one, claim.id, words)]:
            found[number] = here
    return found


def set_aside(view: StoryView, judged: Mapping[int, Sequence[Judgement]]) -> StoryView:
    """The board with what is not the same behind all else, and not counted as a conflict."""
    aside = {number for number, held in judged.items() if any(one.kind == "not the same" for one in held)}
    lost = sum(claim.is_conflict for claim in view.claims if claim.number in aside)
    claims = sorted(view.claims, key=lambda claim: claim.number in aside)
    return replace(view, claims=tuple(claims), conflicts=view.conflicts - lost)


def on_post(case: Case, post_id: str, statements: Sequence[Words]) -> dict[int, list[Judgement]]:
    """The standing judgements on each statement of a post by its number; those on the post itself under 0."""
    found: dict[int, list[Judgement]] = {}
    places = {words: number for number, words in enumerate(statements, 1)}
    for one in case.store.judgements.standing():
        if one.on == "post" and one.target == post_id:
            found.setdefault(0, []).append(one)
        elif one.on == "statement" and one.words and one.words[0] in places:
            found.setdefault(places[one.words[0]], []).append(one)
    return found


def _keep(whole: Whole, given: Mapping[str, str]) -> str:
    with whole.open() as case:
        if given.get("claim"):
            return _on_claim(case, given)
        post = given.get("post", "")
        if not case.has_post(post):
            raise HTTPException(404)
        if given.get("statement"):
            return _on_statement(case, post, given)
        kind = _kind(given, _ON_POSTS)
        span = case.post_with(post).span
        words = [(post, span.start, span.end)]
        case.store.judgements.add(kind, "post", post, made=_now(), words=words, note=given.get("note"))
        return f"/posts/{post}"


def _on_claim(case: Case, given: Mapping[str, str]) -> str:
    kind = _kind(given, _ON_CLAIMS)
    story = given.get("story", "")
    claim = next((one for one in case.store.stories.claims(story) if one.id == given["claim"]), None) if story else None
    if claim is None:
        raise HTTPException(404)
    case.store.judgements.add(
        kind, "claim", claim.id, made=_now(), words=_words_of(claim), story_id=story, note=given.get("note")
    )
    return f"/stories/{story}"


def _on_statement(case: Case, post: str, given: Mapping[str, str]) -> str:
    kind = _kind(given, _ON_STATEMENTS)
    said = case.store.statements(post)
    number = given["statement"]
    if not (number.isascii() and number.isdigit() and len(number) < 7 and 1 <= int(number) <= len(said)):
        raise HTTPException(404)
    one = said[int(number) - 1]
    words = [(post, one.content.start, one.content.end)]
    case.store.judgements.add(kind, "statement", one.id, made=_now(), words=words, note=given.get("note"))
    return f"/posts/{post}"


def _take_back(whole: Whole, number: int) -> str:
    with whole.open() as case:
        one = next((one for one in case.store.judgements.standing() if one.n == number), None)
        if one is None:
            raise HTTPException(404)
        case.store.judgements.undo(number, made=_now())
        if one.on == "claim" and one.story_id and case.store.stories.story(one.story_id):
            return f"/stories/{one.story_id}"
        if one.words and case.has_post(one.words[0][0]):
            return f"/posts/{one.words[0][0]}"
        return "/judgements"


def _words_of(claim: Claim) -> list[Words]:
    reports = [report for variant in claim.variants for report in variant.reports]
    return [(one.post_id, one.about.start, one.about.end) for one in reports]


def _kind(given: Mapping[str, str], allowed: Sequence[JudgementKind]) -> JudgementKind:
    for kind in allowed:
        if given.get("kind") == kind:
            if kind == "note" and not given.get("note", "").strip():
                raise UsageError("A note needs words. Go back and write them, or choose another judgement.")
            return kind
    raise UsageError(f"This judgement cannot be made here. Choose one of: {', '.join(allowed)}.")


async def _form(request: Request) -> dict[str, str]:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            raise HTTPException(413)
    try:
        pairs = parse_qs(body.decode(), max_num_fields=12)
    except ValueError as cause:
        raise UsageError("This form cannot be read. Go back, load the page again and try once more.") from cause
    return {name: values[0] for name, values in pairs.items()}


def _back(path: str, given: Mapping[str, str]) -> str:
    lang = given.get("lang")
    return path + (f"?{urlencode({'lang': lang})}" if lang in LANGUAGES else "")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
