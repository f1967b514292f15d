"""What the report says of the case as a whole, gathered while its pages go by: who speaks, and which places are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.model import Reading, Span
from tawatur.report.html_map import MapView, map_of
from tawatur.report.html_places import PlacesOfCase, PlaceView, PostAt
from tawatur.report.html_posts import Around
from tawatur.report.html_speakers import SaidAt, SpeakersView, speaker_numbers, speakers_view
from tawatur.report.html_view import PostView
from tawatur.report.html_words import Words
from tawatur.report.statement_lines import SpeakerLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything that the indexes show."""

    statements: int
    speakers: SpeakersView | None
    """None: the names of different posts were not brought together."""
    places: tuple[PlaceView, ...]
    more_places: int
    map: MapView | None
    has_shared: bool

    @property
    def all_places(self) -> int:
        """Places of the case, those beyond the index too."""
        return len(self.places) + self.more_places


class CaseIndex:
    """The indexes while pages go by. Grows with statements and places, not with text."""

    def __init__(
        self, words: Words, speakers: Sequence[SpeakerLine] | None, passages: Mapping[str, Sequence[Span]]
    ) -> None:
        self._words, self._speakers, self._has_shared = words, speakers, bool(passages)
        self._places = PlacesOfCase(words)
        self._said: dict[str, SaidAt] = {}
        self._statements = 0
        self.around = Around(
            speaker_of=speaker_numbers(speakers or ()), number_of=self._places.number_of, shared=passages
        )

    def add(self, reading: Reading, posts: Sequence[PostView]) -> None:
        """Take in one page, whose posts are shown so."""
        by_id = {post.id: post for post in posts}
        self._statements += len(reading.statements)
        told: dict[str, int] = {}
        for one in reading.statements:
            post = by_id.get(one.post_id)
            number = told[one.post_id] = told.get(one.post_id, 0) + 1
            if post is not None and number <= len(post.said):
                self._said[one.id] = SaidAt(post.number, post.id, post.outlet, number)
        self._places.add(reading, {post.id: PostAt(post.number, post.id, post.title) for post in posts})

    def found(self) -> Found:
        """The indexes of all pages so far."""
        places, more = self._places.views()
        return Found(
            statements=self._statements,
            speakers=speakers_view(self._speakers, self._said, self._words) if self._speakers is not None else None,
            places=places,
            more_places=more,
            map=map_of(places, self._words),
            has_shared=self._has_shared,
        )
