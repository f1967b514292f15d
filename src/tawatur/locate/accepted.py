"""Which mentions are places, and which places they are: decided together, because each helps the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from tawatur.locate.candidates import Candidate
from tawatur.locate.evidence import NEEDS_MORE, Reason, Weighed, weigh
from tawatur.locate.globe import km_between
from tawatur.locate.laid import Laid
from tawatur.locate.lexicon import Lexicon
from tawatur.locate.links import Link, find_links
from tawatur.locate.mentions import Mention
from tawatur.locate.senses import Sense, Setting, settle
from tawatur.model.place import PlaceKind

_LINKED, _LISTED, _AGAIN, _SAME_COUNTRY, _NEAR, _SOMEBODY = 1.7, 2.0, 1.5, 0.3, 1.2, -1.3
# Somebody has said that it is a place.
_GIVEN = 100.0
_SOUNDS = 4.0
# Names beside which one name has to be seen.
_ENOUGH = 12
# What lies this far below zero by itself is no place, whatever the rest of the post says.
_HOPELESS = -4.0
_SURE = 0.8
_NEAR_KM = 120.0


@dataclass(frozen=True, slots=True)
class Accepted:
    """A mention that is a place, and the place it is."""

    mention: Mention
    chosen: Candidate
    others: int
    """How many other places bear the name."""
    reasons: tuple[str, ...]


def accept(
    mentions: Sequence[Mention],
    laid: Laid,
    lex: Lexicon,
    outlets: Sequence[int],
    setting: Setting,
    *,
    given: Collection[Mention] = (),
) -> list[Accepted]:
    """The places among `mentions`, in the order of the post, none overlapping another; those `given` are places."""
    weighed = [one for mention in mentions if (one := _weigh(mention, laid, lex, outlets, given)) is not None]
    links = list(find_links([one.mention for one in weighed], laid, lex))
    weighed = _with_links(weighed, links)
    sure = _apart([one for one in weighed if one.score > 0])
    senses = _senses(sure, weighed, links)
    settle(_each(senses), setting, lex.supplement.countries, rounds=1)
    chosen = _apart([one for one in _with_context(weighed, sure, senses, links) if one.score > 0])
    senses = _senses(chosen, weighed, links)
    settle(_each(senses), setting, lex.supplement.countries)
    return [found for one in chosen if (found := _accepted(one, senses)) is not None]


def _each(senses: dict[Mention, Sense]) -> list[Sense]:
    """Every sense once, in the order of the post."""
    return list({id(sense): sense for sense in senses.values()}.values())


def _weigh(
    mention: Mention, laid: Laid, lex: Lexicon, outlets: Sequence[int], given: Collection[Mention]
) -> Weighed | None:
    one = weigh(mention, laid, lex, outlets)
    if mention not in given:
        return one
    marked = Reason(_GIVEN, "marked as a place")
    return _more(one, marked) if one is not None else Weighed(mention, (marked,), frozenset())


def _accepted(one: Weighed, senses: dict[Mention, Sense]) -> Accepted | None:
    sense = senses[one.mention]
    if sense.chosen is None:
        return None
    others = len({candidate.place_id for candidate in sense.candidates}) - 1
    why = [reason.why for reason in sorted(one.reasons, key=lambda reason: -reason.weight) if reason.weight > 0.3]
    return Accepted(one.mention, sense.chosen, others, (*sense.reasons, *why[:3]))


def _with_links(weighed: Sequence[Weighed], links: Sequence[Link]) -> list[Weighed]:
    """`weighed` with a reason more for what is named together with what contains it."""
    linked = {at for link in links if link.kind == "inside" for at in (link.first, link.second)}
    reason = Reason(_LINKED, "named together with what contains it, or what it contains")
    return [_more(_made_sure(one), reason) if at in linked else one for at, one in enumerate(weighed)]


def _made_sure(one: Weighed) -> Weighed:
    """`one` without the doubt about ordinary words, which what is named with it dispels: "Houston, TX"."""
    return replace(one, reasons=tuple(reason for reason in one.reasons if not reason.why.startswith(NEEDS_MORE)))


def _more(one: Weighed, *reasons: Reason) -> Weighed:
    return replace(one, reasons=(*one.reasons, *reasons))


def _apart(weighed: Iterable[Weighed]) -> list[Weighed]:
    """The longest of overlapping mentions, the surest of equally long ones, in the order of the post."""
    taken: set[int] = set()
    kept: list[Weighed] = []
    for one in sorted(weighed, key=_goes_first):
        words = range(one.mention.begin, one.mention.end)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(one)
    return sorted(kept, key=lambda w: w.mention.begin)


def _goes_first(one: Weighed) -> tuple[bool, int, float, int]:
    return one.score < _GIVEN / 2, one.mention.begin - one.mention.end, -one.score, one.mention.begin


def _senses(chosen: Sequence[Weighed], weighed: Sequence[Weighed], links: Sequence[Link]) -> dict[Mention, Sense]:
    """One sense for each name, and for each kind that words beside it say it is."""
    by_name: dict[tuple[int, bool, frozenset[PlaceKind]], Sense] = {}
    of: dict[Mention, Sense] = {}
    for one in chosen:
        mention = one.mention
        key = (mention.number, mention.article, one.kinds)
        sense = by_name.get(key)
        if sense is None:
            named = frozenset(c.country for c in mention.candidates if c.kind == "country")
            sense = by_name[key] = Sense(mention.candidates, one.kinds, count=0, countries=named)
        sense.count += 1
        of[mention] = sense
    for link in links:
        first, second = weighed[link.first].mention, weighed[link.second].mention
        if link.kind == "inside" and first in of and second in of:
            _remember(of[first].inside, second.candidates)
            _remember(of[second].holds, first.candidates)
    return of


def _remember(held: list[tuple[Candidate, ...]], one: tuple[Candidate, ...]) -> None:
    """Add `one`, once; the first few are enough."""
    if len(held) < _ENOUGH and all(one is not other for other in held):
        held.append(one)


def _with_context(
    weighed: Sequence[Weighed], sure: Sequence[Weighed], senses: dict[Mention, Sense], links: Sequence[Link]
) -> list[Weighed]:
    """`weighed` with what the sure places of the post say for or against the others."""
    places = [sense.chosen for one in sure if (sense := senses[one.mention]).chosen is not None]
    countries = Counter(place.country for place in places if place is not None and place.country is not None)
    points = list({p.place_id: p for p in places if p is not None and p.kind != "country"}.values())[:30]
    surely = {one.mention.number for one in sure if one.score > _SURE}
    held = {one.mention for one in sure}
    beside = _beside(weighed, held, links)
    somebody = {one.mention.number for one in weighed if _is_somebody(one)}
    found = []
    for at, one in enumerate(weighed):
        reasons: list[Reason] = []
        if one.mention.by_sound and any(c.country in countries for c in one.mention.candidates):
            reasons.append(Reason(_SOUNDS, "sounds like a place of a country of the post"))
        elif one.score < _HOPELESS:
            continue
        number = one.mention.number
        if one.mention not in held:
            if number in surely and not _is_somebody(one):
                reasons.append(Reason(_AGAIN, "the post names the place elsewhere too"))
            reasons.extend(_context_of(one.mention, countries, points))
        if at in beside:
            reasons.append(Reason(_LISTED, "in a list of places"))
        if number in somebody and number not in surely and not _is_somebody(one):
            reasons.append(Reason(_SOMEBODY, "the post names a person so"))
        found.append(_more(one, *reasons) if reasons else one)
    return found


def _is_somebody(one: Weighed) -> bool:
    """True where what stands around it makes it a part of another name."""
    return any(
        reason.weight <= -1.6 and reason.why.startswith(("behind", "in front", "a given")) for reason in one.reasons
    )


def _beside(weighed: Sequence[Weighed], held: set[Mention], links: Sequence[Link]) -> set[int]:
    """Mentions in a list with one that is surely a place."""
    found: set[int] = set()
    for link in links:
        if link.kind != "list":
            continue
        if weighed[link.second].mention in held:
            found.add(link.first)
        if weighed[link.first].mention in held:
            found.add(link.second)
    return found


def _context_of(mention: Mention, countries: Counter[str], points: Sequence[Candidate]) -> Iterable[Reason]:
    if any(candidate.country in countries for candidate in mention.candidates):
        yield Reason(_SAME_COUNTRY, "lies in a country of the post")
    if any(_is_near(candidate, points) for candidate in mention.candidates):
        yield Reason(_NEAR, "lies near another place of the post")


def _is_near(candidate: Candidate, points: Sequence[Candidate]) -> bool:
    if candidate.lat is None or candidate.lon is None:
        return False
    return any(
        other.lat is not None
        and other.lon is not None
        and other.country == candidate.country
        and km_between(candidate.lat, candidate.lon, other.lat, other.lon) < _NEAR_KM
        for other in points
    )
