"""What the report shows of stories and claims: the claim board of each story, its timeline, and its posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.model import Claim, Report, Span, Story, Variant
from tawatur.report.html_told import Phrase, excerpt, phrase
from tawatur.report.html_view import Row
from tawatur.report.html_words import Words

_MOST_STORIES, _MOST_CLAIMS, _MOST_REPORTS, _MOST_TIES = 60, 40, 12, 8
# A table of more days than this is no picture any more.
_MOST_DAYS = 21
_LONGEST_ABOUT, _LONGEST_WORDS = 180, 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the case knows of stories. `words`: the text of each span that a report points at, by post and span."""

    stories: Sequence[Story]
    claims: Mapping[str, Sequence[Claim]]
    """By the id of the story."""
    words: Mapping[tuple[str, Span], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report under a variant."""

    post: Row
    published: str | None
    who: Phrase | None
    before: str
    key: Phrase | None
    after: str
    words: Phrase
    """The statement or sentence; `before`, `key` and `after` are its parts where a part of it carries the variant."""
    anonymous: bool
    party: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantView:
    """One way in which a claim is told."""

    value: Phrase
    origins: int
    posts: int
    marks: tuple[str, ...]
    reports: tuple[ReportView, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim with its variants side by side."""

    number: int
    about: Phrase
    slot: str
    is_conflict: bool
    variants: tuple[VariantView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The posts of one outlet, by day."""

    outlet: Phrase | None
    days: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story, ready to be shown."""

    number: int
    id: str
    title: Phrase | None
    days: tuple[str, str] | None
    posts: tuple[tuple[Row, bool], ...]
    """Each with whether it is in the story loosely."""
    langs: tuple[str, ...]
    places: tuple[Phrase, ...]
    ties: tuple[Phrase, ...]
    claims: tuple[ClaimView, ...]
    more_claims: int
    conflicts: int
    day_names: tuple[str, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """All stories with more than one post, those with most conflicts and posts first."""

    stories: tuple[StoryView, ...]
    more: int
    single: int
    """Stories of one post, which are not listed."""
    claims: int
    conflicts: int


def stories_view(told: Told, rows: Sequence[Row], words: Words) -> StoriesView:
    """The stories of a case, whose posts are shown in `rows`."""
    by_id = {row.id: row for row in rows}
    several = [story for story in told.stories if len([post for post in story.posts if post in by_id]) > 1]
    several.sort(key=lambda story: (-_conflicts(told.claims.get(story.id, ())), -len(story.posts), story.id))
    return StoriesView(
        stories=tuple(
            _story(number, story, told, by_id, words) for number, story in enumerate(several[:_MOST_STORIES], 1)
        ),
        more=max(0, len(several) - _MOST_STORIES),
        single=len(told.stories) - len(several),
        claims=sum(len(claims) for claims in told.claims.values()),
        conflicts=sum(_conflicts(claims) for claims in told.claims.values()),
    )


def _conflicts(claims: Sequence[Claim]) -> int:
    return sum(claim.slot is not None for claim in claims)


def _story(number: int, story: Story, told: Told, rows: Mapping[str, Row], words: Words) -> StoryView:
    posts = [rows[post] for post in story.posts if post in rows]
    claims = told.claims.get(story.id, ())
    days, lanes = _timeline(posts, words)
    return StoryView(
        number=number,
        id=story.id,
        title=phrase(story.title, None) if story.title else None,
        days=(words.date(story.first[:10]), words.date(story.last[:10])) if story.first and story.last else None,
        posts=tuple((row, row.id in story.loose) for row in posts),
        langs=tuple(words.language_name(lang) for lang in story.langs),
        places=tuple(phrase(place, None) for place in story.places[:5]),
        ties=tuple(phrase(tie.what, None) for tie in story.ties[:_MOST_TIES]),
        claims=tuple(_claim(n, claim, told, rows, words) for n, claim in enumerate(claims[:_MOST_CLAIMS], 1)),
        more_claims=max(0, len(claims) - _MOST_CLAIMS),
        conflicts=_conflicts(claims),
        day_names=days,
        lanes=lanes,
    )


def _timeline(posts: Sequence[Row], words: Words) -> tuple[tuple[str, ...], tuple[Lane, ...]]:
    """Days as columns and outlets as lanes; nothing where fewer than two days, or too many, are known."""
    days = sorted({row.published[:10] for row in posts if row.published and len(row.published) >= 10})
    if not 2 <= len(days) <= _MOST_DAYS:
        return (), ()
    lanes: dict[str, list[Row]] = {}
    for row in posts:
        lanes.setdefault(row.outlet.text if row.outlet else "", []).append(row)
    return tuple(words.date(day) for day in days), tuple(
        Lane(
            outlet=held[0].outlet,
            days=tuple(tuple(row for row in held if (row.published or "")[:10] == day) for day in days),
        )
        for held in sorted(lanes.values(), key=lambda held: (-len(held), held[0].number))
        if any(row.published and len(row.published) >= 10 for row in held)
    )


def _claim(number: int, claim: Claim, told: Told, rows: Mapping[str, Row], words: Words) -> ClaimView:
    return ClaimView(
        number=number,
        about=excerpt(claim.about, None, longest=_LONGEST_ABOUT),
        slot=words["claim_slots"][claim.slot or "none"],
        is_conflict=claim.slot is not None,
        variants=tuple(_variant(variant, told, rows, words) for variant in claim.variants),
    )


def _variant(variant: Variant, told: Told, rows: Mapping[str, Row], words: Words) -> VariantView:
    reports = [report for report in variant.reports if report.post_id in rows]
    marks = [words["only_anonymous"]] if variant.anonymous_only else []
    marks += [words["only_party"]] if variant.party_only else []
    return VariantView(
        value=excerpt(variant.value, None),
        origins=variant.independent_origins,
        posts=len({report.post_id for report in reports}),
        marks=tuple(marks),
        reports=tuple(_report(report, told, rows, words) for report in reports[:_MOST_REPORTS]),
        more=max(0, len(reports) - _MOST_REPORTS),
    )


def _report(report: Report, told: Told, rows: Mapping[str, Row], words: Words) -> ReportView:
    row = rows[report.post_id]
    said = told.words[report.post_id, report.about]
    key = report.span != report.about
    start = max(0, report.span.start - report.about.start)
    end = max(start, report.span.end - report.about.start)
    # Around the words that carry the variant as much as fits; they stand whole.
    room = max(0, _LONGEST_WORDS - (end - start)) // 2
    before, after = said[:start], said[end:]
    if len(before) > room:
        before = "… " + before[len(before) - room :].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return ReportView(
        post=row,
        published=words.date(row.published[:10]) if row.published else None,
        who=phrase(report.speaker, row.lang) if report.speaker else None,
        before=before,
        key=phrase(said[start:end], row.lang) if key else None,
        after=after,
        words=excerpt(said, row.lang, longest=_LONGEST_WORDS),
        anonymous=report.anonymous,
        party=report.party,
    )
