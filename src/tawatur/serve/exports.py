"""Views as files: the same address with `format=json`, `csv` or `geojson`. Refuses a format that a view has not."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from tawatur.case import Case, CaseCheck, CaseHit, CasePost, CaseReuse
from tawatur.errors import UsageError
from tawatur.model import Story
from tawatur.report.csv import guarded
from tawatur.report.geojson import place_feature
from tawatur.report.html_view import Row
from tawatur.report.jsonl import LINE_ENDS
from tawatur.report.place_index import PlaceEntry
from tawatur.report.statement_lines import SpeakerLine
from tawatur.report.story_lines import claim_line, story_line
from tawatur.serve.whole import Overview
from tawatur.store.judgements import Judgement

# What a file of search results holds at the most.
MOST_ROWS = 2_000
_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json"}

Line = Mapping[str, Any]


def is_wanted(request: Request) -> bool:
    """True where a file is asked for and not a page."""
    return bool(request.query_params.get("format"))


def overview(request: Request, found: Overview, name: str) -> Response:
    """The case in numbers."""
    line = {
        "case": name,
        **asdict(found.counts),
        "langs": dict(found.counts.langs),
        "days": dict(sorted(found.days.items())),
        "outlets": dict(found.outlets),
    }
    return _file(request, "case", {"json": lambda: _json(line)})


def stories(request: Request, case: Case) -> Response:
    """All stories."""
    lines = list(case.story_lines())
    return _file(
        request,
        "stories",
        {
            "json": lambda: _json(lines),
            "csv": lambda: _csv(
                ("id", "title", "posts", "langs", "first", "last", "places"),
                ({**line, "posts": len(line["posts"])} for line in lines),
            ),
        },
    )


def story(request: Request, case: Case, found: Story) -> Response:
    """One story with its claims; in CSV one row for each report of a claim."""
    claims = [claim_line(claim) for claim in case.store.stories.claims(found.id)]
    return _file(
        request,
        found.id,
        {
            "json": lambda: _json({**story_line(found), "claims": claims}),
            "csv": lambda: _csv(_CLAIM_COLUMNS, _claim_rows(claims)),
        },
    )


def post(request: Request, case: Case, found: CasePost) -> Response:
    """One post with its statements and places."""
    line = {
        **found.as_dict(),
        "statements": [one.as_dict() for one in case.statements(found)],
        "places": [one.as_dict() for one in case.places(found)],
    }
    return _file(request, found.id, {"json": lambda: _json(line)})


def pair(request: Request, found: CaseReuse) -> Response:
    """Two posts that share words."""
    return _file(request, "compare", {"json": lambda: _json(found.as_dict())})


def speakers(request: Request, lines: Sequence[SpeakerLine]) -> Response:
    """Who speaks."""
    rows = [{**asdict(line), "names": _counted(line.names), "outlets": _counted(line.outlets)} for line in lines]
    return _file(
        request,
        "speakers",
        {
            "json": lambda: _json([asdict(line) for line in lines]),
            "csv": lambda: _csv(
                ("id", "name", "speaker_class", "statements", "posts", "first", "last", "names", "outlets"), rows
            ),
        },
    )


def places(request: Request, entries: Sequence[PlaceEntry]) -> Response:
    """The places of the case."""
    rows = ({**asdict(one), "words": "; ".join(name for name, _ in one.words)} for one in entries)
    return _file(
        request,
        "places",
        {
            "json": lambda: _json([asdict(one) for one in entries]),
            "geojson": lambda: _json(
                {"type": "FeatureCollection", "features": [place_feature(one) for one in entries]}
            ),
            "csv": lambda: _csv(
                ("place_id", "name", "name_ar", "kind", "country", "lat", "lon", "mentions", "posts", "words"), rows
            ),
        },
    )


def search(request: Request, hits: Iterable[CaseHit], posts: Iterable[Row]) -> Response:
    """The posts that were found."""
    lines = [
        {**_named(hit.post), "excerpt": hit.excerpt.of(hit.post.page.text), "words": list(hit.words)} for hit in hits
    ]
    lines += [
        {
            "number": row.number,
            "id": row.id,
            "title": row.title.text if row.title else None,
            "outlet": row.outlet.text if row.outlet else None,
            "published": row.published,
            "lang": row.lang,
            "source": row.page,
        }
        for row in posts
    ]
    columns = ("number", "id", "title", "outlet", "published", "lang", "source", "excerpt", "words")
    return _file(request, "search", {"json": lambda: _json(lines), "csv": lambda: _csv(columns, lines)})


def checked(request: Request, answer: CaseCheck | None) -> Response:
    """What the case says of a claim."""
    return _file(request, "check", {"json": lambda: _json(answer.as_dict() if answer else None)})


def failures(request: Request, case: Case) -> Response:
    """What could not be read."""
    lines = [asdict(one) for one in case.failures]
    columns = ("stage", "source", "offset", "kind", "message")
    return _file(request, "failures", {"json": lambda: _json(lines), "csv": lambda: _csv(columns, lines)})


def judgements(request: Request, found: Sequence[Judgement]) -> Response:
    """What readers decided."""
    lines = [one.as_dict() for one in found]
    columns = ("n", "made", "kind", "on", "target", "story_id", "note", "undone")
    return _file(request, "judgements", {"json": lambda: _json(lines), "csv": lambda: _csv(columns, lines)})


def _file(request: Request, name: str, ways: Mapping[str, Any]) -> Response:
    wanted = request.query_params["format"]
    if wanted not in ways:
        raise UsageError(f"This view is not given in that format. Ask for one of: {', '.join(ways)}.")
    return Response(
        ways[wanted](),
        media_type=_TYPES[wanted],
        headers={"Content-Disposition": f'attachment; filename="{name}.{wanted}"', "Cache-Control": "no-store"},
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(LINE_ENDS)


def _csv(columns: Sequence[str], lines: Iterable[Line]) -> bytes:
    """As the exports write it: a byte order mark for Excel, and nothing that a spreadsheet would run."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_cell(line.get(name)) for name in columns] for line in lines)
    return file.getvalue().encode("utf-8-sig", "replace")


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    return guarded(value) if isinstance(value, str) else value


def _counted(names: Iterable[Any]) -> str:
    return "; ".join(f"{one.name} ({one.statements})" for one in names)


def _named(post: CasePost) -> dict[str, Any]:
    return {
        "number": post.number,
        "id": post.id,
        "title": post.title,
        "outlet": post.outlet,
        "published": post.published,
        "lang": post.lang,
        "source": post.page.source,
    }


_CLAIM_COLUMNS = (
    "claim_id", "kind", "about", "slot", "variant", "value", "independent_origins", "anonymous_only", "party_only",
    "post_id", "statement_id", "start", "end", "speaker", "anonymous", "party",
)  # fmt: skip


def _claim_rows(claims: Iterable[Line]) -> Iterable[Line]:
    for claim in claims:
        for number, variant in enumerate(claim["variants"], 1):
            for report in variant["reports"]:
                yield {**claim, **variant, **report, "claim_id": claim["id"], "variant": number}
