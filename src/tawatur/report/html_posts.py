"""From what the rooms found in a page to what the report shows of its posts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from tawatur.model import Credit, Description, Evidence, Link, Page, Place, Post, Reading, Span, Statement
from tawatur.report.html_marks import Mark, lines
from tawatur.report.html_named import named_marks, named_views
from tawatur.report.html_said import said_marks, said_views
from tawatur.report.html_shared import shared_marks
from tawatur.report.html_text import runs_right_to_left
from tawatur.report.html_told import Phrase, phrase
from tawatur.report.html_view import CreditView, Field, LinkView, PostView, Reason
from tawatur.report.html_words import Words

# A report is for reading; what is longer is named as cut and stays whole in the case.
LONGEST_TEXT = 60_000
MOST_LINKS = 40
FIELDS = ("title", "outlet", "byline", "published", "lang")

Tell = Callable[[str], Phrase]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What posts are shown with beside their own page: the numbers that indexes give, and what others share."""

    speaker_of: Mapping[str, int]
    """The number of the speaker in the index, by the id of a statement."""
    number_of: Callable[[Place], int]
    """The number of a place in the index."""
    shared: Mapping[str, Sequence[Span]]
    """Words of a post that stand in another one too, by its id."""


def page_posts(reading: Reading, words: Words, *, number: int, around: Around) -> list[PostView]:
    """The posts of one page, the first of them called `number` in the report."""
    described = {description.post_id: description for description in reading.descriptions}
    said, named = _by_post(reading.statements), _by_post(reading.places)
    return [
        _post(
            reading.page,
            post,
            described.get(post.id),
            words,
            number=number + order,
            said=said.get(post.id, []),
            named=named.get(post.id, []),
            around=around,
        )
        for order, post in enumerate(reading.posts)
    ]


Found = TypeVar("Found", Statement, Place)


def _by_post(found: Sequence[Found]) -> dict[str, list[Found]]:
    by_post: dict[str, list[Found]] = {}
    for one in found:
        by_post.setdefault(one.post_id, []).append(one)
    return by_post


def _post(
    page: Page,
    post: Post,
    known: Description | None,
    words: Words,
    *,
    number: int,
    said: Sequence[Statement],
    named: Sequence[Place],
    around: Around,
) -> PostView:
    known = known or _nothing_known(post)
    text = page.text[post.span.start : min(post.span.end, post.span.start + LONGEST_TEXT)]
    is_rtl = runs_right_to_left(text)

    def tell(said: str) -> Phrase:
        return phrase(said, known.lang, lang_is_rtl=is_rtl)

    saids = said_views(
        page,
        said,
        words,
        post_number=number,
        shown_to=post.span.start + LONGEST_TEXT,
        speaker_of=around.speaker_of,
    )
    found: list[Mark] = [
        *shared_marks(around.shared.get(post.id, ())),
        *said_marks(said, saids, words),
        *named_marks(named, words, around.number_of),
    ]
    title = known.title or (post.title.of(page.text) if post.title else None)
    return PostView(
        number=number,
        id=post.id,
        title=tell(title) if title else None,
        outlet=tell(known.outlet) if known.outlet else None,
        byline=tell(known.byline) if known.byline else None,
        published=known.published,
        published_words=words.date(known.published) if known.published else None,
        lang=known.lang,
        lang_name=words.language_name(known.lang) if known.lang else None,
        fields=tuple(_field(name, _value(name, known, title, words), page, known, words, tell) for name in FIELDS),
        credits=tuple(_credit(credit, page, words, tell) for credit in known.credits),
        captions=tuple(tell(caption.span.of(page.text)) for caption in known.captions),
        links=tuple(_link(link, words, tell) for link in known.links[:MOST_LINKS]),
        more_links=max(0, len(known.links) - MOST_LINKS),
        begins=tuple(_why(reason, words) for reason in post.reasons),
        has_body=post.body is not None,
        lines=tuple(lines(page, post, known, longest=LONGEST_TEXT, label=words.field, found=found)),
        said=tuple(saids),
        more_said=len(said) - len(saids),
        named=tuple(named_views(page, named, words, around.number_of)),
        cut=max(0, len(post.span) - LONGEST_TEXT),
    )


def _nothing_known(post: Post) -> Description:
    """Stands in for a post that could not be described."""
    return Description(
        post_id=post.id, title=None, byline=None, outlet=None, published=None, lang=None, made_by="report"
    )


def _value(name: str, known: Description, title: str | None, words: Words) -> str | None:
    """What the report prints for a field."""
    if name == "title":
        return title
    if name == "published":
        return words.date(known.published) if known.published else None
    if name == "lang":
        return words.language_name(known.lang) if known.lang else None
    return known.outlet if name == "outlet" else known.byline


def _field(name: str, value: str | None, page: Page, known: Description, words: Words, tell: Tell) -> Field:
    reasons = [_reason(item, value, page, words, tell) for item in known.evidence if item.field == name]
    unique = tuple(dict.fromkeys(reasons))
    interface_words = name in ("published", "lang")
    shown = phrase(value, words.language) if value and interface_words else tell(value) if value else None
    return Field(name=name, label=words.field(name), value=shown, reasons=unique)


def _reason(evidence: Evidence, value: str | None, page: Page, words: Words, tell: Tell) -> Reason:
    exact = evidence.span.of(page.text) if evidence.span else ""
    same = " ".join(exact.split()) == " ".join((value or "").split())
    return Reason(why=_why(evidence.why, words), words=tell(exact) if exact.strip() and not same else None)


def _why(reason: str, words: Words) -> Phrase:
    said, lang = words.reason(reason)
    return phrase(said, lang, lang_is_rtl=runs_right_to_left(said))


def _credit(credit: Credit, page: Page, words: Words, tell: Tell) -> CreditView:
    cue = credit.cue.of(page.text).strip() if credit.cue else ""
    return CreditView(
        kind=words["credit_kinds"].get(credit.kind, credit.kind),
        to=tell(credit.to),
        cue=tell(cue) if cue else None,
    )


def _link(link: Link, words: Words, tell: Tell) -> LinkView:
    return LinkView(
        kind=words["link_kinds"].get(link.kind, link.kind),
        text=tell(link.text) if link.text and link.text.strip() else None,
        url=link.url,
        href=link.url if _is_harmless(link.url) else None,
    )


def _is_harmless(url: str) -> bool:
    """True for an address that a reader may follow: no script, no data, no local file."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
