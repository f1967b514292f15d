"""The places of a post: marked in its text, and listed below it, each once, with what it stands for and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.model import Page, Place
from tawatur.report.html_marks import Mark
from tawatur.report.html_told import Phrase, because, excerpt, tip
from tawatur.report.html_words import Words

MOST_NAMED = 3_000
_LONGEST_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedView:
    """One place in the list below a post that names it."""

    number: int
    """Its number in the index of places."""
    name: Phrase
    facts: tuple[str, ...]
    """Kind and country in the report's language, and the form where it is not the name."""
    times: int
    printed: tuple[Phrase, ...]
    """The words of the post for it, where they differ from the name."""
    why: tuple[Phrase, ...]
    others: int


def place_name(place: Place, words: Words) -> Phrase:
    """The name of a place in the report's language where it has one."""
    arabic = words["dir"] == "rtl" and place.name_ar
    name = place.name_ar if arabic and place.name_ar else place.name
    return excerpt(name, "ar" if arabic else None, longest=_LONGEST_WORDS)


def place_facts(place: Place, words: Words) -> tuple[str, ...]:
    """Kind and country in the report's language; the form where the text has no name but a word made from it."""
    kind = words["place_kinds"].get(place.kind, place.kind)
    country = words.country(place.country) if place.country and place.kind != "country" else None
    return tuple(filter(None, (kind, country)))


def named_views(
    page: Page, places: Sequence[Place], words: Words, number_of: Callable[[Place], int]
) -> list[NamedView]:
    """The places of one post, each once, in the order of their first mention."""
    by_id: dict[str, list[Place]] = {}
    for place in places[:MOST_NAMED]:
        by_id.setdefault(place.place_id, []).append(place)
    return [_view(page, held, words, number_of(held[0])) for held in by_id.values()]


def _view(page: Page, held: Sequence[Place], words: Words, number: int) -> NamedView:
    first = next((place for place in held if place.form == "name"), held[0])
    name = place_name(first, words)
    printed = dict.fromkeys(" ".join(place.span.of(page.text).split()) for place in held)
    return NamedView(
        number=number,
        name=name,
        facts=place_facts(first, words) + ((words["only_demonym"],) if first.form == "demonym" else ()),
        times=len(held),
        printed=tuple(excerpt(one, None, longest=_LONGEST_WORDS) for one in printed if one != name.text)[:6],
        why=because(first.reasons, words),
        others=first.others,
    )


def named_marks(places: Sequence[Place], words: Words, number_of: Callable[[Place], int]) -> Iterator[Mark]:
    """Each mention, with an anchor behind it that leads to the index."""
    for place in places[:MOST_NAMED]:
        reasons = [one.text for one in because(place.reasons, words)]
        said = tip((place_name(place, words), *place_facts(place, words), *reasons[:1]))
        note = Markup('<a class="p" href="#place-{n}" aria-label="{said}"></a>').format(n=number_of(place), said=said)
        yield Mark(place.span, "place", note, behind=True)
