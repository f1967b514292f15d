"""How much of what a claim says a report says too: its words, names, places, numbers and days, by how rare each is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tawatur.corroborate.units import Unit
from tawatur.corroborate.weights import Weights
from tawatur.languages import Languages, current_languages
from tawatur.text.meanings import meanings_of
from tawatur.text.words import folded_words

# A number or a day of the claim counts as much as a name; one that the report has otherwise counts against nothing here.
_FIGURE = 4.0
# Two languages share less by nature. Chosen on the open part of the invented claims (benchmarks/claims).
_ACROSS = 1.25


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a report holds of a claim."""

    share: float
    """0 to 1."""
    opposite: str | None
    """A word of the report that is the opposite of one of the claim; None where there is none."""


def coverage(claim: Unit, unit: Unit, weights: Weights) -> Coverage:
    """How much of `claim` stands in `unit`, whatever else stands there. Time is linear in both."""
    across = claim.lang != unit.lang
    total = held = 0.0
    for key, times in claim.keys.items():
        # Within one language a name is under its letters, across two under its sound.
        if key.startswith("x:") != across and not key.startswith(("m:", "p:")):
            continue
        weight = weights.of_key(key) * times
        total += weight
        held += weight if key in unit.keys else 0.0
    for figure in _figures(claim):
        total += _FIGURE
        held += _FIGURE if figure in _figures(unit) else 0.0
    share = held / total if total else 0.0
    return Coverage(min(1.0, share * (_ACROSS if across else 1.0)), _opposite(claim, unit))


def _figures(unit: Unit) -> set[str]:
    found = {f"{one.said:g}" for one in unit.quantities}
    return found | {day[:10] for _, day in unit.days}


def _opposite(claim: Unit, unit: Unit) -> str | None:
    """The word of `unit` that the language data sets against a word of `claim`, where each lacks the other's."""
    against = _opposites(current_languages())
    for key in claim.keys:
        for other in against.get(key, ()):
            if other in unit.keys and key not in unit.keys and other not in claim.keys:
                return next(
                    (
                        unit.words[meant.first].raw
                        for meant in meanings_of([w.folded for w in unit.words], unit.lang)
                        if meant.key == other
                    ),
                    None,
                )
    return None


@lru_cache(maxsize=4)
def _opposites(languages: Languages) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in languages.lines("claims.opposite"):
        one, _, other = line.text.partition(">")
        keys = [[meant.key for meant in meanings_of(folded_words(text), line.lang)][:1] for text in (one, other)]
        if keys[0] and keys[1] and keys[0] != keys[1]:
            found.setdefault(keys[0][0], set()).add(keys[1][0])
            found.setdefault(keys[1][0], set()).add(keys[0][0])
    return {key: frozenset(others) for key, others in found.items()}
