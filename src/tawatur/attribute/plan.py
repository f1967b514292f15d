"""Post -> statements: sentences, cues, frames, then who the speakers are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.attribute.dialogue import said_in_turn, talking
from tawatur.attribute.found import Found
from tawatur.attribute.lexicon import Lexicon, lexicon
from tawatur.attribute.paragraphs import paragraphs_of, units_of
from tawatur.attribute.reading import Reader
from tawatur.attribute.resolve import resolve
from tawatur.attribute.settled import settled
from tawatur.model import Description, Page, Post, Span, Statement
from tawatur.model.ids import statement_id
from tawatur.stage import each
from tawatur.text.langid import language_of


def attribute_page(page: Page, posts: Sequence[Post], descriptions: Sequence[Description]) -> list[Statement]:
    """The statements of all `posts` of `page`, titles included, in order; `descriptions` may be empty."""
    described = {description.post_id: description for description in descriptions}
    return [statement for post in posts for statement in _statements(page, post, described.get(post.id))]


def find_statements(text: str, post: Post, description: Description | None) -> list[Found]:
    """What the frames of the sentences give, before anybody asks who the speakers are."""
    found: list[Found] = []
    for span, in_title in ((post.title, True), (_above(post), False), (post.body, False)):
        if span is None:
            continue
        paragraphs = paragraphs_of(text, span)
        spoken = list(_spoken(text, paragraphs, post, description))
        turns = talking(text, paragraphs, spoken)
        reader = Reader(text, in_title=in_title, first=len(found))
        for unit in units_of(text, paragraphs, spoken):
            turn = turns.get(unit.paragraph)
            if turn is None:
                reader.read(unit)
            elif unit.first:
                reader.found.append(said_in_turn(*turn, text, unit.lex.lang))
        found.extend(reader.found)
    return settled(text, found)


def _above(post: Post) -> Span | None:
    """What stands between title and body: a standfirst, a caption."""
    if post.title is None or post.body is None or post.title.end >= post.body.start:
        return None
    return Span(post.title.end, post.body.start)


def _spoken(
    text: str, paragraphs: Sequence[Span], post: Post, description: Description | None
) -> Iterator[Lexicon | None]:
    """The lexicon of each paragraph: of the sentences that differ from the post, else of the post."""
    lang = description.lang if description is not None else None
    if lang is None:
        lang = language_of(post.span.of(text)[:4000])
    other = {sentence.span.start: sentence.lang for sentence in description.sentences} if description else {}
    for paragraph in paragraphs:
        yield lexicon(other.get(paragraph.start, lang))


def _statements(page: Page, post: Post, description: Description | None) -> Iterator[Statement]:
    all_found = find_statements(page.text, post, description)
    for order, (found, who) in enumerate(zip(all_found, resolve(page.text, post.span, all_found), strict=True)):
        yield Statement(
            id=statement_id(post.id, found.content.start, found.content.of(page.text)),
            post_id=post.id,
            order=order,
            kind=found.kind,
            content=found.content,
            quoted=found.quoted,
            speaker=found.speaker_span,
            speaker_name=who.speaker_name,
            speaker_name_at=who.speaker_name_at,
            speaker_class=who.speaker_class,
            cue=found.cue,
            verb_class=found.verb_class,
            negated=found.negated,
            addressee=found.addressee.of(page.text) if found.addressee is not None else None,
            addressee_at=found.addressee,
            venue=found.venue,
            lang=found.lang,
            reasons=(*found.reasons, *who.reasons),
            made_by=ATTRIBUTE.made_by,
        )


def _attribute(item: tuple[Page, Sequence[Post], Sequence[Description]]) -> list[Statement]:
    return attribute_page(*item)


def _source(item: tuple[Page, Sequence[Post], Sequence[Description]]) -> str:
    return item[0].source


ATTRIBUTE = each("attribute", _attribute, version=1, source_of=_source)
