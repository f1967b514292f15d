"""HTML: the visible text of a page, one block a line, and the articles that its form marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tawatur.model import Capture, Page, Span, Stated, Unit
from tawatur.model.ids import page_id, sha256_hex
from tawatur.read.html_article import (
    BREAKAGES,
    Article,
    arrange,
    extract_body,
    extract_day,
    extract_signature,
    is_extractable,
    lay_body,
)
from tawatur.read.html_compose import Composed, absolute, compose, media_links
from tawatur.read.html_days import stated_day
from tawatur.read.html_digest import Part, digest_parts, says_one_article
from tawatur.read.html_entries import entry_parts
from tawatur.read.html_fields import Found, article_fields, byline_of_head
from tawatur.read.html_flat import is_typed_digest
from tawatur.read.html_huge import lines_of_text
from tawatur.read.html_lines import MAX_LINES, flatten
from tawatur.read.html_microformats import entries_of
from tawatur.read.html_model import Flat
from tawatur.read.html_outlet import outlet_in_title
from tawatur.read.html_set_apart import Shown
from tawatur.read.html_signals import is_prose
from tawatur.read.html_subject import Subject, shown_title, subject_of
from tawatur.read.html_tables import open_layout_tables
from tawatur.read.html_title import settle_title, site_names
from tawatur.read.html_tree import MAX_TREE_CHARS, Parsed, decode_markup, parse_text
from tawatur.read.metadata import HeadData, read_head
from tawatur.text.bylines import read_byline

MADE_BY = "read@1"
HEAD_CHARS = 200_000


def read_html(capture: Capture, markup: str | bytes, encoding: str | None) -> Page:
    """The page that `markup` shows.

    Args:
        capture: the raw document and where it came from.
        markup: its decoded text, or its bytes, which are then decoded here as `encoding` or as they declare.
        encoding: the encoding the markup was or is to be decoded with; None where unknown.
    Returns: a page of media type text/html. Its text is the visible text, one block a line; its units are the
        articles that the form marks, or the one article that the page is about. Anything that had to be left
        out or could not be understood stands in `notes`; a page is never lost for it.
    """
    markup_text, encoding, mended = decode_markup(markup, encoding)
    if len(markup_text) > MAX_TREE_CHARS:
        return _huge(capture, markup_text, encoding, mended)
    parsed = parse_text(markup_text, encoding, mended)
    head = read_head(parsed.tree)
    flat = flatten(parsed.tree)
    base = _base(parsed.tree, capture, head)
    notes = list(parsed.notes)
    if flat.cut:
        notes.append(f"only the first {MAX_LINES:,} lines were kept")
    entries = entries_of(flat, base)
    alone = says_one_article(head)
    subject = subject_of(flat, head)
    found = digest_parts(flat, head, subject, base)
    parts = entry_parts(flat, entries, found, one_article=alone, untitled=head.title_tag is None)
    if parts:
        text, units = _digest(flat, parts, base)
    elif is_typed_digest(flat, subject, one_article=alone):
        text, units = compose(flat.lines, base), ()
    else:
        text, units = _single(parsed, flat, head, subject, base, notes)
    page = _page(capture, parsed, head, text, units, notes)
    return replace(page, links=(*page.links, *media_links(flat.media, base)))


def _huge(capture: Capture, markup: str, encoding: str | None, notes: list[str]) -> Page:
    """A page too large for a tree: its head is read from its beginning, the rest is text alone."""
    parsed = parse_text(markup[:HEAD_CHARS], encoding, notes)
    lines = lines_of_text(markup)
    said = [*parsed.notes, f"larger than {MAX_TREE_CHARS:,} characters of markup: read as text, without its form"]
    if len(lines) >= MAX_LINES:
        said.append(f"only the first {MAX_LINES:,} lines were kept")
    return _page(capture, parsed, read_head(parsed.tree), compose(lines, None), (), said)


def _digest(flat: Flat, parts: list[Part], base: str | None) -> tuple[Composed, tuple[Unit, ...]]:
    lines = list(flat.lines)
    for number in {n for part in parts for n in (part.first, part.last) if 0 < n < len(lines)}:
        lines[number] = replace(lines[number], gap=max(lines[number].gap, 1))
    text = compose(lines, base)
    return text, tuple(_unit_of_part(part, text) for part in parts)


def _unit_of_part(part: Part, text: Composed) -> Unit:
    spans = text.spans
    body = Span(spans[part.body].start, spans[part.body_last - 1].end) if part.body < part.body_last else None
    start, end = spans[part.first].start, spans[part.last - 1].end
    title = None
    if part.title is not None:
        at = spans[part.title].start
        title = Span(at + part.title_start, at + part.title_end)
        start, end = min(start, title.start), max(end, title.end)
    stated = (*(_shown(field, text) for field in part.shown), *part.stated)
    return Unit(span=Span(start, end), title=title, body=body, stated=stated, made_by=part.made_by)


def _shown(field: Shown, text: Composed) -> Stated:
    at = text.spans[field.line].start
    span = Span(at + field.start, at + field.end)
    return Stated(name=field.name, value=span.of(text.text), where=field.where, span=span)


def _single(
    parsed: Parsed, flat: Flat, head: HeadData, subject: Subject, base: str | None, notes: list[str]
) -> tuple[Composed, tuple[Unit, ...]]:
    if not is_extractable(parsed.tree, flat, parsed.size):
        notes.append("too large to look for its main content: its lines alone were kept")
        return compose(flat.lines, base), ()
    open_layout_tables(parsed.tree)
    laid = lay_body(flat, _body(parsed, flat, base, notes))
    titles = [t for t in (head.first("title"), *head.values("title")) if t]
    settled = settle_title(titles, site_names(head.values("outlet"), base), flat, laid.first)
    title = shown_title(flat, subject, settled, head.articles)
    article = arrange(flat, laid, title)
    text = compose(article.lines, base)
    if article.end == article.body:
        return text, ()
    signed = None if byline_of_head(head)[0] else _signature(article) or extract_signature(parsed.tree)
    found = Found(stated_day(extract_day(parsed.tree, base), parsed.tree, flat, base), signed)
    site = None if head.first("outlet") else outlet_in_title(head.title_tag, title, flat, base)
    return text, (_unit(article, text, found, head, title, site),)


def _unit(article: Article, text: Composed, found: Found, head: HeadData, title: str | None, site: str | None) -> Unit:
    spans = text.spans
    title_span = _title_span(article, spans, title)
    whole = Span(spans[article.head].start, spans[article.end - 1].end)
    body = Span(spans[article.body].start, whole.end)
    shown = [(article.lines[i].text, spans[i]) for i in range(article.head, article.body)]
    stated = article_fields(found, head, title, title_span, shown)
    if site:
        stated += (Stated(name="outlet", value=site, where="site in the title of the window"),)
    return Unit(span=whole, title=title_span, body=body, stated=stated, made_by="main content")


def _signature(article: Article) -> str | None:
    """The name in the article's head that the markup names as its author's."""
    for line in article.lines[article.head : article.body]:
        if line.signed:
            words = line.text[slice(*line.signed)]
            found = read_byline(words)
            if found is not None:
                return found.name.of(words)
    return None


def _body(parsed: Parsed, flat: Flat, base: str | None, notes: list[str]) -> list[str]:
    """The lines of the main content; where the library breaks, the page's own running text."""
    try:
        return extract_body(parsed.tree, base)
    except BREAKAGES as error:
        notes.append(f"the search for its main content broke ({type(error).__name__}): its running text was taken")
    return [line.text for line in flat.lines if is_prose(line) and flat.nodes[line.node].zone is None]


def _title_span(article: Article, spans: list[Span], title: str | None) -> Span | None:
    """Where the title stands: its line, or the words of it that are the title where a label stands beside them."""
    if article.title is None:
        return None
    whole, text = spans[article.title], article.lines[article.title].text
    at = text.find(title) if title else -1
    return Span(whole.start + at, whole.start + at + len(title)) if title and at > 0 else whole


def _page(
    capture: Capture, parsed: Parsed, head: HeadData, text: Composed, units: tuple[Unit, ...], notes: list[str]
) -> Page:
    digest = sha256_hex(capture.raw)
    return Page(
        id=page_id(digest, capture.name),
        source=capture.source,
        media_type="text/html",
        encoding=parsed.encoding,
        sha256=digest,
        retrieved=capture.retrieved,
        title=head.title_tag or head.first("title"),
        text=text.text,
        uri=capture.uri,
        blocks=text.blocks,
        units=units,
        stated=head.stated,
        links=text.links,
        notes=tuple(notes),
        made_by=MADE_BY,
    )


def _base(tree: Any, capture: Capture, head: HeadData) -> str | None:
    own = capture.uri or next((u for u in head.values("url") if u.startswith("http")), None)
    stated = next((b.get("href") for b in tree.iter("base") if b.get("href")), None)
    return absolute(own, stated) if stated else own
