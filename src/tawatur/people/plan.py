"""Statements -> speakers: each by its class, people by likeness, bodies by the tables, the nameless post by post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tawatur.model import Speaker
from tawatur.model.ids import speaker_id
from tawatur.people.bodies import body_key, office_key, outlet_key
from tawatur.people.forms import Form, Group, forms_of
from tawatur.people.persons import link_people
from tawatur.people.said import Said
from tawatur.stage import whole
from tawatur.text.naming import name_tables


def link_speakers(said: Sequence[Said]) -> list[Speaker]:
    """Everybody who speaks in a case, whoever speaks most first.

    Statements whose speaker the post leaves open (a pronoun that leads nowhere) belong to no speaker.
    """
    people = forms_of(one for one in said if one.speaker_class == "person" and one.name)
    groups = [*link_people(people), *_keyed(said)]
    order = {one.statement_id: place for place, one in enumerate(said)}
    speakers = [_speaker(group, order) for group in groups]
    return sorted(speakers, key=lambda speaker: (-len(speaker.statements), order[speaker.statements[0]]))


def _keyed(said: Iterable[Said]) -> list[Group]:
    """Those who are the same where a key says so: organisations, outlets, offices, and the nameless within a post."""
    groups: dict[tuple[str, ...], Group] = {}
    tables = name_tables()
    for one in said:
        if one.speaker_class is None or one.speaker_class == "person":
            continue
        shown = one.name or one.speaker
        if shown is None:
            continue
        if one.speaker_class == "organisation":
            key, why = body_key(shown, tables)
        elif one.speaker_class == "outlet":
            key, why = outlet_key(shown)
        elif one.speaker_class == "official" and one.name is None:
            key, why = office_key(shown, one.post_id, tables)
        else:
            # A source without a name in another post may be anybody; so may a report or a paper.
            key, why = (one.post_id, *shown.casefold().split()), ""
        group = groups.setdefault((one.speaker_class, *key), Group(one.speaker_class))
        group.add(Form.of(one, shown))
        if why:
            group.reasons.setdefault(why)
    return list(groups.values())


def _speaker(group: Group, order: dict[str, int]) -> Speaker:
    counts = Counter[str]()
    statements: list[str] = []
    for form in group.forms:
        counts[form.name] += len(form.statements)
        statements.extend(form.statements)
    statements.sort(key=order.__getitem__)
    name = max(counts, key=lambda shown: (len(shown.split()) > 1, counts[shown], len(shown), shown))
    return Speaker(
        id=speaker_id(group.speaker_class, name, statements[0]),
        name=name,
        speaker_class=group.speaker_class,
        names=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        statements=tuple(statements),
        reasons=tuple(group.reasons),
        made_by=PEOPLE.made_by,
    )


PEOPLE = whole("people", link_speakers, version=1)
