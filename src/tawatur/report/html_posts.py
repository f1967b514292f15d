"""From what the rooms found in a page to what the report shows of its posts."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from tawatur.model import Credit, Description, Evidence, Link, Page, Post, Reading
from tawatur.report.html_marks import lines
from tawatur.report.html_text import direction, language_tag, runs_right_to_left
from tawatur.report.html_view import CreditView, Field, LinkView, Phrase, PostView, Reason
from tawatur.report.html_words import Words

# A report is for reading; what is longer is named as cut and stays whole in the case.
LONGEST_TEXT = 60_000
LONGEST_PHRASE = 400
MOST_LINKS = 40
FIELDS = ("title", "outlet", "byline", "published", "lang")

Tell = Callable[[str], Phrase]


def page_posts(reading: Reading, words: Words, *, number: int) -> list[PostView]:
    """The posts of one page, the first of them called `number` in the report."""
    described = {description.post_id: description for description in reading.descriptions}
    return [
        _post(reading.page, post, described.get(post.id), words, number=number + order)
        for order, post in enumerate(reading.posts)
    ]


def phrase(text: str, lang: str | None, *, lang_is_rtl: bool = False) -> Phrase:
    """Words of a page, with all that a browser needs to set them right."""
    if len(text) > LONGEST_PHRASE:
        text = text[:LONGEST_PHRASE] + "…"
    return Phrase(
        text=text,
        dir=direction(text),
        lang=language_tag(text, lang, lang_is_rtl=lang_is_rtl),
        is_rtl=runs_right_to_left(text),
    )


def _post(page: Page, post: Post, known: Description | None, words: Words, *, number: int) -> PostView:
    known = known or _nothing_known(post)
    text = page.text[post.span.start : min(post.span.end, post.span.start + LONGEST_TEXT)]
    is_rtl = runs_right_to_left(text)

    def tell(said: str) -> Phrase:
        return phrase(said, known.lang, lang_is_rtl=is_rtl)

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
        lines=tuple(lines(page, post, known, longest=LONGEST_TEXT, label=words.field)),
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
