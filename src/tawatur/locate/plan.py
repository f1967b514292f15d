"""Post -> Place: the whole decision on one screen."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages import Languages
from tawatur.locate.accepted import Accepted, accept
from tawatur.locate.laid import Laid, lay_out
from tawatur.locate.lexicon import Lexicon, lexicon
from tawatur.locate.masks import outlet_words
from tawatur.locate.mentions import find_mentions, span_of
from tawatur.locate.post import outlet_country, windows, zones_of
from tawatur.locate.senses import Setting
from tawatur.model import Description, Page, Place, Post, Span
from tawatur.stage import each


def locate_page(
    page: Page, posts: Sequence[Post], descriptions: Sequence[Description], *, languages: Languages | None = None
) -> list[Place]:
    """The places that each of the `posts` of `page` names, in the order of posts and words.

    `descriptions` may be empty: then no outlet's country helps to choose among places of one name.
    """
    lex = lexicon(languages)
    described = {description.post_id: description for description in descriptions}
    return [place for post in posts for place in _locate_post(page, post, described.get(post.id), lex)]


def _locate_post(page: Page, post: Post, description: Description | None, lex: Lexicon) -> list[Place]:
    setting = Setting(outlet_country(description))
    places: list[Place] = []
    for zones in windows(zones_of(post, description, page.text), page.text):
        laid = lay_out(page.text, zones)
        found = accept(find_mentions(laid, lex), laid, lex, outlet_words(laid), setting)
        places += [_place(post, order, one, laid) for order, one in enumerate(found, start=len(places))]
    return places


def _place(post: Post, order: int, found: Accepted, laid: Laid) -> Place:
    chosen = found.chosen
    return Place(
        post_id=post.id,
        order=order,
        span=Span(*span_of(found.mention, laid)),
        form="demonym" if chosen.known == "demonym" else "name",
        name=chosen.name,
        name_ar=chosen.name_ar,
        place_id=chosen.place_id,
        geonames_id=chosen.geonames_id,
        kind=chosen.kind,
        lat=chosen.lat,
        lon=chosen.lon,
        radius_km=chosen.radius_km,
        country=chosen.country,
        others=found.others,
        reasons=found.reasons,
        made_by=LOCATE.made_by,
    )


Given = tuple[Page, Sequence[Post], Sequence[Description]]


def _locate(given: Given) -> list[Place]:
    return locate_page(*given)


def _source(given: Given) -> str:
    return given[0].source


LOCATE = each("locate", _locate, version=1, source_of=_source)
