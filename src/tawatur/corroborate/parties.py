"""Whether the one who says it is one of those it is said of."""

from __future__ import annotations

from tawatur.corroborate.filler import Filler
from tawatur.corroborate.phrases import listed
from tawatur.corroborate.units import Unit
from tawatur.languages import current_languages
from tawatur.text.words import words_of

_SIDES = (
    "side_state", "side_opposition", "side_coalition", "side_police", "side_firm", "side_port", "side_crew",
    "side_workers",
)  # fmt: skip


def is_party(unit: Unit, filler: Filler) -> bool:
    """True where the speaker is of the country or the side that the slot of the report names."""
    said = unit.statement
    if said is None or said.speaker is None or filler.slot != "actor":
        return False
    speaker = said.speaker
    countries = {f"c:{place.country}" for place in unit.post.places if place.country and place.span.touches(speaker)}
    words = words_of(speaker.of(unit.post.page_text))
    sides = {f"s:{hit.value}" for hit in listed(current_languages(), unit.lang or "", _SIDES).find(words)}
    return bool((countries | sides) & filler.keys)
