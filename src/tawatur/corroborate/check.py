"""Who in a case supports a claim that somebody puts, who denies it, and who only speaks of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawatur.corroborate.claims import report_of
from tawatur.corroborate.compare import differ
from tawatur.corroborate.coverage import Coverage, coverage
from tawatur.corroborate.events import events_of
from tawatur.corroborate.filler import Filler
from tawatur.corroborate.fillers import fillers_of
from tawatur.corroborate.inherit import inherited_events, pointed_at, with_inherited
from tawatur.corroborate.phrases import listed
from tawatur.corroborate.units import Unit, together, units_of, whole_unit, with_names
from tawatur.corroborate.weights import Weights
from tawatur.languages import current_languages
from tawatur.model.claim import Finding, Stance
from tawatur.model.claim_post import ClaimPost

# From this likeness on a report tells the same as the claim; from the lower one on it speaks of the same.
# Chosen on headlines and articles whose stance is known (benchmarks/claims).
TELLS, SPEAKS_OF = 0.6, 0.47
# A post that holds this much of a claim in all its sentences together speaks of it in each that holds this much alone.
HOLDS_MOST, SPEAKS_OF_IN_PASSING = 0.6, 0.26
_SLOT_WORDS = {"number": "another number", "place": "another place", "time": "another day", "actor": "another actor"}


def check_claim(claim: ClaimPost, posts: Sequence[ClaimPost]) -> list[Finding]:
    """What `posts` report of what `claim` says, in any language: the nearest first.

    Args:
        claim: the sentence that is asked about, as a post whose whole text is the claim, with the places it names.
    """
    units = units_of(posts)
    everything = with_names([*units, whole_unit(len(units), claim)])
    *units, asked = everything
    found = [events_of(unit) for unit in everything]
    points = pointed_at(everything, found)
    events = inherited_events(found, points)
    fillers = [fillers_of(unit, told) for unit, told in zip(everything, events, strict=True)]
    weights = Weights(everything)
    whole = with_inherited(everything, points)
    findings = []
    speak = _speak_of_it(asked, units, weights)
    for unit in units:
        covered = coverage(asked, whole[unit.number], weights)
        likeness = covered.share
        if likeness >= (SPEAKS_OF_IN_PASSING if unit.post.id in speak else SPEAKS_OF):
            stance, why = _stance(unit, fillers[unit.number], fillers[asked.number], covered)
            report = report_of(unit, None)
            findings.append(Finding(report=report, stance=stance, likeness=round(likeness, 4), why=why))
    return sorted(findings, key=lambda one: (-one.likeness, one.report.post_id, one.report.span))


def _speak_of_it(asked: Unit, units: Sequence[Unit], weights: Weights) -> set[str]:
    """Ids of the posts of several sentences that hold most of the claim, taken together."""
    by_post: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_post[unit.post.id].append(unit)
    return {
        id_
        for id_, parts in by_post.items()
        if len(parts) > 1 and coverage(asked, together(parts), weights).share >= HOLDS_MOST
    }


def _stance(unit: Unit, said: Sequence[Filler], asked: Sequence[Filler], covered: Coverage) -> tuple[Stance, str]:
    likeness = covered.share
    against = next(((a, b) for a in asked for b in said if differ(a, b)), None)
    if against is not None and likeness >= (TELLS + SPEAKS_OF) / 2:
        mine, theirs = against
        if mine.slot == "polarity":
            return "denies", f"says the opposite: {theirs.text}"
        return "denies", f"gives {_SLOT_WORDS.get(mine.slot, mine.slot)}: {theirs.text}"
    if covered.opposite is not None and likeness >= (TELLS + SPEAKS_OF) / 2:
        return "denies", f"says the opposite: {covered.opposite}"
    denied = listed(current_languages(), unit.lang or "", ("denied",)).find(unit.words)
    if unit.statement is not None and unit.statement.verb_class == "denies" and not unit.statement.negated:
        return "denies", "is said to be denied"
    if denied:
        first = denied[0]
        return "denies", f"with a word of denial: {unit.page_span(first.first, first.last).of(unit.post.page_text)}"
    unsure = listed(current_languages(), unit.lang or "", ("unsure",)).find(unit.words)
    if unsure or unit.text.rstrip().endswith(("?", "؟")):
        return "discusses", "leaves open whether it is so"
    if likeness >= TELLS:
        return "supports", "tells the same"
    return "discusses", "speaks of the same"
