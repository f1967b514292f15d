"""The index of places: how often, in which posts and words, and where on the globe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.model import Description, Place, Reading
from tawatur.report.html_named import place_facts, place_name
from tawatur.report.html_told import Phrase, excerpt
from tawatur.report.html_words import Words
from tawatur.report.place_index import PlaceEntry, PlaceIndex

# Places named less often than all of these are in the case and its exports.
MOST_PLACES = 600
_MOST_WORDS, _MOST_POSTS, _MOST_OUTLETS = 8, 60, 12


@dataclass(frozen=True, slots=True)
class PostAt:
    """A post that names a place."""

    number: int
    id: str
    title: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """One place of the index."""

    number: int
    name: Phrase
    other_name: Phrase | None
    facts: tuple[str, ...]
    entry: PlaceEntry
    words: tuple[tuple[Phrase, int], ...]
    outlets: tuple[tuple[Phrase, int], ...]
    posts: tuple[PostAt, ...]
    more_posts: int
    only_demonym: bool
    """True where no post names it: only words made from its name stand there."""

    @property
    def times(self) -> int:
        """Mentions of every form."""
        return self.entry.mentions + self.entry.demonyms


class PlacesOfCase:
    """The places of a case while its pages go by, each with a number that stays."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._index = PlaceIndex()
        self._numbers: dict[str, int] = {}
        self._first: dict[str, Place] = {}
        self._posts: dict[str, dict[int, PostAt]] = {}

    def number_of(self, place: Place) -> int:
        """The number of a place, which its entry in the index bears too."""
        self._first.setdefault(place.place_id, place)
        return self._numbers.setdefault(place.place_id, len(self._numbers) + 1)

    def add(self, reading: Reading, posts: Mapping[str, PostAt]) -> None:
        """Count the places of one page; `posts`: its posts by their ids."""
        self._index.add_all(reading)
        for place in reading.places:
            self.number_of(place)
            post = posts.get(place.post_id)
            if post is not None:
                self._posts.setdefault(place.place_id, {}).setdefault(post.number, post)

    def add_one(self, place: Place, words: str, described: Description | None, post: PostAt) -> None:
        """Count one mention, in these words, in `post`, which says this of itself."""
        self._index.add(place, words, described)
        self.number_of(place)
        self._posts.setdefault(place.place_id, {}).setdefault(post.number, post)

    def told_in(self, words: Words) -> PlacesOfCase:
        """The same places in another language of the interface."""
        other = PlacesOfCase(words)
        other._index, other._numbers, other._first, other._posts = self._index, self._numbers, self._first, self._posts
        return other

    def views(self) -> tuple[tuple[PlaceView, ...], int]:
        """The places in most posts first, and how many more there are."""
        entries = self._index.entries()
        return tuple(map(self._view, entries[:MOST_PLACES])), max(0, len(entries) - MOST_PLACES)

    def _view(self, entry: PlaceEntry) -> PlaceView:
        place, words = self._first[entry.place_id], self._words
        name = place_name(place, words)
        other = place.name if name.text == place.name_ar else place.name_ar
        posts = self._posts.get(entry.place_id, {})
        ordered = [posts[number] for number in sorted(posts)]
        return PlaceView(
            number=self._numbers[entry.place_id],
            name=name,
            other_name=excerpt(other, None) if other and other != name.text else None,
            facts=place_facts(place, words),
            entry=entry,
            words=tuple((excerpt(text, None, longest=60), n) for text, n in entry.words[:_MOST_WORDS]),
            outlets=tuple((excerpt(name, None, longest=60), n) for name, n in entry.outlets[:_MOST_OUTLETS]),
            posts=tuple(ordered[:_MOST_POSTS]),
            more_posts=max(0, len(ordered) - _MOST_POSTS),
            only_demonym=entry.mentions == 0,
        )
