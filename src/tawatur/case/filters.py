"""What is asked for: posts by language, outlet and days; statements by speaker, class and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from tawatur.case.names import NameQuery
from tawatur.case.posts import CasePost
from tawatur.errors import UsageError
from tawatur.model import Place, Speaker, Statement
from tawatur.model.statement import SpeakerClass
from tawatur.report.place_index import PlaceEntry
from tawatur.store import CaseStore, Filters
from tawatur.text.fold import fold_text

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def filters_of(lang: str | None, outlet: str | None, since: str | None, until: str | None) -> Filters:
    """The filters as the store takes them. Raises: UsageError for a day that is none."""
    for day in filter(None, (since, until)):
        if not _DAY.fullmatch(day):
            raise UsageError(f"{day}: not a day. Write it as 2024, 2024-05 or 2024-05-31.")
    return Filters(lang=lang, outlet=outlet, since=since, until=until)


def passes(post: CasePost, filters: Filters) -> bool:
    """True where `post` is one that `filters` let through; the same posts as a search with them looks at."""
    if filters.lang and post.lang != filters.lang and not (post.lang or "").startswith(f"{filters.lang}-"):
        return False
    if filters.outlet and fold_text(filters.outlet) not in fold_text(post.outlet or ""):
        return False
    day = (post.published or "")[:10]
    if (filters.since or filters.until) and not day:
        return False
    # Both are cut to the shorter precision before they are compared.
    too_early = filters.since is not None and day < filters.since[: len(day)]
    too_late = filters.until is not None and day[: len(filters.until)] > filters.until
    return not too_early and not too_late


class StatementSearch:
    """The statements that are asked for, and who speaks in each."""

    def __init__(self, store: CaseStore, *, speaker: str | None, speaker_class: str | None, place: str | None) -> None:
        class_passes(None, speaker_class)
        self._store = store
        self._class = speaker_class
        self._speaker = NameQuery(speaker) if speaker else None
        self._place = NameQuery(place) if place else None
        self._by_id = {one.id: one for one in store.speakers.speakers()}
        self._speaker_of = store.speakers.speaker_of()
        self._wanted = {one.id for one in self._by_id.values() if self._is_wanted(one)}

    def who(self, statement: Statement) -> Speaker | None:
        """The speaker of a statement, over all posts."""
        return self._by_id.get(self._speaker_of.get(statement.id, ""))

    def statements(self, post: CasePost) -> Iterator[Statement]:
        """Those of `post` that are asked for."""
        places = self._places(post)
        for one in self._store.statements(post.id):
            if not class_passes(one.speaker_class, self._class):
                continue
            if self._speaker is not None and not self._is_of(one, self._speaker, post.page.text):
                continue
            if self._place is not None and not any(one.content.holds(place.span) for place in places):
                continue
            yield one

    def _is_wanted(self, speaker: Speaker) -> bool:
        names = (speaker.name, *(name for name, _ in speaker.names))
        return self._speaker is not None and self._speaker.matches(*names)

    def _is_of(self, one: Statement, query: NameQuery, text: str) -> bool:
        if self._speaker_of.get(one.id) in self._wanted:
            return True
        return query.matches(one.speaker_name, one.speaker.of(text) if one.speaker else None)

    def _places(self, post: CasePost) -> list[Place]:
        if self._place is None:
            return []
        return [one for one in self._store.places(post.id) if is_named_so(one, self._place, post.page.text)]


def class_passes(found: str | None, wanted: str | None) -> bool:
    """True where a speaker of the class `found` is asked for. Raises: UsageError where `wanted` is no class."""
    if wanted is not None and wanted not in get_args(SpeakerClass):
        raise UsageError(f"{wanted}: not a class of speakers. Choose one of {', '.join(get_args(SpeakerClass))}.")
    return wanted is None or found == wanted


def is_named_so(place: Place, query: NameQuery, text: str) -> bool:
    """True where the place, or the words of the mention, bear the name that was asked for."""
    return place.place_id == query.query or query.matches(place.name, place.name_ar, place.span.of(text))


def is_entry_named_so(entry: PlaceEntry, query: NameQuery) -> bool:
    """True where a place bears the name that was asked for, or is named in these words somewhere."""
    return entry.place_id == query.query or query.matches(
        entry.name, entry.name_ar, *(words for words, _ in entry.words)
    )
