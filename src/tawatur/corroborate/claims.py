"""Makes claims of reports that were lined up: variants side by side where a slot parts them, one where all agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

from tawatur.corroborate.compare import differ, parted
from tawatur.corroborate.events import Event, classes_of
from tawatur.corroborate.filler import Filler
from tawatur.corroborate.parties import is_party
from tawatur.corroborate.units import Unit
from tawatur.corroborate.version import MADE_BY
from tawatur.model.claim import Claim, Report, Slot, Variant
from tawatur.model.ids import claim_id

Origins = Callable[[Sequence[str]], tuple[tuple[str, ...], int]]

# How near two reports must be by themselves to be held against each other in a slot: a word for "not" or a day stands in
# many sentences, a direction of a place in few. Chosen on invented pairs of reports (benchmarks/claims).
_HELD_AGAINST: dict[Slot, float] = {
    "actor": 0.3,
    "polarity": 0.6,
    "number": 0.45,
    "place": 0.4,
    "time": 0.6,
}
# Slots in the order in which a reader asks.
_SLOTS: tuple[Slot, ...] = ("actor", "polarity", "number", "place", "time")
# This many classes of event that two reports share make them tell of one happening even where they name nothing.
_EVENTS = 2
# Of each variant this many reports are held against those of another.
_LOOKED_AT = 30
# What is shown of a report as the claim's subject.
_LONGEST_ABOUT = 200


def claims_of(
    together: Sequence[Sequence[int]],
    near: Callable[[int, int], float],
    units: Sequence[Unit],
    events: Sequence[Sequence[Event]],
    fillers: Sequence[Sequence[Filler]],
    origins: Origins,
    story_id: str | None,
) -> list[Claim]:
    """One claim for each slot in which the reports of a set do not agree, or one for the set where they all agree."""
    claims = []
    for numbers in together:
        made = _conflicts(numbers, near, units, fillers, origins, story_id)
        if not made and _says_something(numbers, units, events, fillers):
            made = [_agreement(numbers, units, origins, story_id)]
            # Posts that copy one another agree by nature: nothing is learnt from it.
            made = [claim for claim in made if claim.variants[0].independent_origins > 1 or claim.kind == "utterance"]
        claims += made
    return sorted(claims, key=lambda claim: (_asked_first(claim), -_posts(claim), claim.id))


def _says_something(
    numbers: Sequence[int],
    units: Sequence[Unit],
    events: Sequence[Sequence[Event]],
    fillers: Sequence[Sequence[Filler]],
) -> bool:
    """True where two posts have something particular in common: a speaker, a place, a name, a number; or two events."""
    marks: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for number in numbers:
        unit = units[number]
        kinds = {"event": classes_of(events[number]), "mark": _marks(unit, fillers[number])}
        for kind, found in kinds.items():
            for one in found:
                marks[kind][one].add(unit.post.id)
    told = [one for one, having in marks["event"].items() if len(having) > 1]
    return (
        len(told) >= _EVENTS
        or any(len(having) > 1 for having in marks["mark"].values())
        and _same(numbers, units, told)
    )


def _same(numbers: Sequence[int], units: Sequence[Unit], told: Sequence[str]) -> bool:
    """True where the reports tell of an event, or two posts have words of somebody."""
    return bool(told) or len({units[number].post.id for number in numbers if units[number].statement is not None}) > 1


def _marks(unit: Unit, fillers: Sequence[Filler]) -> set[str]:
    """What is particular in a report: its speaker, places, names, and numbers with what they count."""
    said = unit.statement
    linked = dict(unit.post.speakers).get(said.id) if said is not None else None
    speaker = linked or (said.speaker_name if said is not None else None)
    found = {key for key in unit.keys if key.startswith(("p:", "x:"))}
    found |= {f"{one.topic} {one.low} {one.high}" for one in fillers if one.slot == "number"}
    return found | ({f"speaker {speaker}"} if speaker else set())


def _asked_first(claim: Claim) -> int:
    """Conflicts in the order in which a reader asks: who, whether, how many, where, when; then what is told alike."""
    return _SLOTS.index(claim.slot) if claim.slot is not None else len(_SLOTS)


def _posts(claim: Claim) -> int:
    return len({report.post_id for variant in claim.variants for report in variant.reports})


def _agreement(numbers: Sequence[int], units: Sequence[Unit], origins: Origins, story_id: str | None) -> Claim:
    reports = [(report_of(units[number], None), units[number]) for number in numbers]
    variant = _variant(_cut(units[numbers[0]].text), reports, origins)
    return _claim(story_id, None, "", numbers, units, [variant], (f"{len(numbers)} reports in much the same words",))


def _conflicts(
    numbers: Sequence[int],
    near: Callable[[int, int], float],
    units: Sequence[Unit],
    fillers: Sequence[Sequence[Filler]],
    origins: Origins,
    story_id: str | None,
) -> list[Claim]:
    by_topic: dict[tuple[Slot, str], list[tuple[Unit, Filler]]] = defaultdict(list)
    for number in numbers:
        for (slot, topic), found in _one_each(fillers[number]).items():
            if found is not None:
                by_topic[slot, topic].append((units[number], found))
    claims = []
    shown: set[tuple[Slot, int]] = set()
    for slot, topic in sorted(by_topic, key=lambda key: (_SLOTS.index(key[0]), -len(by_topic[key]), key[1])):
        # What was told under one class of event is not told again under another.
        have = [one for one in by_topic[slot, topic] if slot == "number" or (slot, one[0].number) not in shown]
        groups = parted([filler for _, filler in have])
        if not _is_conflict(slot, have, groups, near):
            continue
        variants = [
            _variant(have[group[0]][1].text, [(report_of(*have[place]), have[place][0]) for place in group], origins)
            for group in groups
        ]
        variants.sort(key=lambda variant: (-variant.independent_origins, -len(variant.reports), variant.value))
        shown |= {(slot, unit.number) for unit, _ in have}
        why = f"{topic}: " + " / ".join(variant.value for variant in variants)
        claims.append(_claim(story_id, slot, topic, numbers, units, variants, (why,)))
    return claims


def _is_conflict(
    slot: Slot,
    have: Sequence[tuple[Unit, Filler]],
    groups: Sequence[Sequence[int]],
    near: Callable[[int, int], float],
) -> bool:
    """True where two reports of different variants are near enough by themselves to contradict each other."""
    for group, other in combinations(groups, 2):
        for a in group[:_LOOKED_AT]:
            for b in other[:_LOOKED_AT]:
                (one, mine), (another, theirs) = have[a], have[b]
                if differ(mine, theirs) and near(one.number, another.number) >= _HELD_AGAINST[slot]:
                    return True
    return False


def _one_each(fillers: Sequence[Filler]) -> dict[tuple[Slot, str], Filler | None]:
    """What a report says on each topic; None where it says several things, which nothing can be held against."""
    found: dict[tuple[Slot, str], Filler | None] = {}
    for filler in fillers:
        key = (filler.slot, filler.topic)
        before = found.get(key)
        if key not in found:
            found[key] = filler
        elif before is not None and (before.keys, before.low, before.high) != (filler.keys, filler.low, filler.high):
            found[key] = None
    return found


def report_of(unit: Unit, filler: Filler | None) -> Report:
    """Where a unit reports something: the words of `filler`, or all of it."""
    said = unit.statement
    speaker = None
    if said is not None:
        speaker = said.speaker_name or (said.speaker.of(unit.post.page_text) if said.speaker is not None else None)
    return Report(
        post_id=unit.post.id,
        statement_id=said.id if said is not None else None,
        span=filler.span if filler is not None else unit.span,
        about=unit.span,
        speaker=speaker,
        anonymous=said is not None and said.speaker_class in ("anonymous", "reports"),
        party=filler is not None and is_party(unit, filler),
    )


def _variant(value: str, reports: Sequence[tuple[Report, Unit]], origins: Origins) -> Variant:
    ids, count = origins(_voices(reports))
    return Variant(
        value=value,
        reports=tuple(report for report, _ in reports),
        origins=ids,
        independent_origins=count,
        anonymous_only=all(report.anonymous for report, _ in reports),
        party_only=all(report.party for report, _ in reports),
    )


def _voices(reports: Sequence[tuple[Report, Unit]]) -> list[str]:
    """One post for each named speaker, however many carry the words, and every post that says it in its own voice."""
    voices: dict[str, str] = {}
    for report, unit in reports:
        said = unit.statement
        linked = dict(unit.post.speakers).get(said.id) if said is not None else None
        named = linked or (said.speaker_name if said is not None else None)
        voices.setdefault(f"speaker {named}" if named else f"post {report.post_id}", report.post_id)
    return sorted(set(voices.values()))


def _claim(
    story_id: str | None,
    slot: Slot | None,
    topic: str,
    numbers: Sequence[int],
    units: Sequence[Unit],
    variants: Sequence[Variant],
    reasons: tuple[str, ...],
) -> Claim:
    first = units[numbers[0]]
    speakers = {units[number].statement is not None for number in numbers}
    return Claim(
        id=claim_id(story_id or "", first.post.id, str(first.span.start), f"{slot} {topic}"),
        story_id=story_id,
        kind="utterance" if speakers == {True} else "happening",
        about=_cut(first.text),
        slot=slot,
        variants=tuple(variants),
        reasons=reasons,
        made_by=MADE_BY,
    )


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_ABOUT else line[:_LONGEST_ABOUT].rsplit(" ", 1)[0] + " …"
