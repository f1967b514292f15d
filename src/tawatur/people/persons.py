"""Which forms of personal names are one person, within a script and across scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from tawatur.people.forms import Form, Group
from tawatur.text.naming import name_tables
from tawatur.text.transliteration import coarse, likeness, skeleton, word_likeness

# Chosen on one half of our pairs of names, which are hard (benchmarks/attribution/names_across.py).
SAME_PERSON = 89.0
# Within one script most letters are the same by chance, and a variant differs in few: Booth and Abbott come to 91.
SAME_SPELLING = 95.0
# No two forms of one person may be less alike than this, or a row of small steps would join strangers.
LEAST_ALIKE = 82.0
# First words less alike than this (of 1) cannot make a full name alike enough.
LEAST_GIVEN = 0.75
# Where a second candidate is as near as this, neither is taken.
CLEAR_LEAD = 1.0
SAME_SURNAME = 92.0
MOST_IN_BLOCK = 400
"""Larger blocks of names with one skeleton are parted by the skeleton of the first word too."""


def link_people(forms: Iterable[Form]) -> list[Group]:
    """Groups of forms that name one person; a form that resembles none is a group by itself."""
    full: list[Form] = []
    single: list[Form] = []
    for form in forms:
        (full if len(form.sounds) > 1 else single).append(form)
    groups = _linked(full)
    return [*groups, *_with_singles(groups, single)]


def _linked(full: list[Form]) -> list[Group]:
    """Full names: exact ones first, then by likeness, the most alike first."""
    groups: dict[int, Group] = {}
    by_key: dict[tuple[str, ...], Group] = {}
    owner: list[Group] = []
    for form in full:
        group = by_key.get(form.key)
        if group is None:
            group = by_key[form.key] = Group("person")
            groups[id(group)] = group
        else:
            group.reasons.setdefault("the same letters")
        group.add(form)
        owner.append(group)
    heads = [group.forms[0] for group in groups.values()]
    of_head = {id(group.forms[0]): group for group in groups.values()}
    edges = sorted(_edges(heads), key=lambda edge: (-edge[0], edge[1].name, edge[2].name))
    nearest = _nearest(edges)
    for score, one, other in edges:
        first, second = of_head[id(one)], of_head[id(other)]
        if first is second or not _may_join(first, second) or _is_unclear(score, one, other, nearest):
            continue
        across = one.is_arabic != other.is_arabic
        why = "alike in both scripts" if across else "another spelling"
        first.forms.extend(second.forms)
        first.reasons |= second.reasons
        first.reasons.setdefault(f"{one.name} and {other.name}: {why} ({score:.0f} of 100)")
        for head, group in of_head.items():
            if group is second:
                of_head[head] = first
        groups.pop(id(second), None)
    return list(groups.values())


def _edges(heads: list[Form]) -> Iterator[tuple[float, Form, Form]]:
    for block in _blocks(heads):
        for one, other in combinations(block, 2):
            if _opening(one.sounds[0]) != _opening(other.sounds[0]):
                continue
            if word_likeness(one.sounds[0], other.sounds[0], one.is_arabic != other.is_arabic) < LEAST_GIVEN:
                continue
            score = likeness(one.name, other.name)
            if score >= (SAME_PERSON if one.is_arabic != other.is_arabic else SAME_SPELLING):
                yield score, one, other


@lru_cache(maxsize=1 << 16)
def _opening(sounds: str) -> str:
    """The coarse class of a word's first consonant: given names that differ in it are two."""
    return coarse(sounds)[:1]


def _blocks(heads: list[Form]) -> Iterator[list[Form]]:
    """Forms whose last words have one skeleton, so that not every pair has to be compared."""
    blocks: dict[str, list[Form]] = defaultdict(list)
    for head in heads:
        keys = skeleton(head.name).split()
        blocks[keys[-1] if keys else ""].append(head)
    for block in blocks.values():
        if len(block) <= MOST_IN_BLOCK:
            yield block
            continue
        parts: dict[str, list[Form]] = defaultdict(list)
        for head in block:
            parts[skeleton(head.name).split()[0] if skeleton(head.name) else ""].append(head)
        for part in parts.values():
            yield part[: 10 * MOST_IN_BLOCK]


def _nearest(edges: list[tuple[float, Form, Form]]) -> dict[int, list[tuple[float, Form]]]:
    near: dict[int, list[tuple[float, Form]]] = defaultdict(list)
    for score, one, other in edges:
        near[id(one)].append((score, other))
        near[id(other)].append((score, one))
    return near


def _is_unclear(score: float, one: Form, other: Form, nearest: dict[int, list[tuple[float, Form]]]) -> bool:
    """True where either form is about as near to somebody else, who is another person than the first."""
    for form, chosen in ((one, other), (other, one)):
        for rival_score, rival in nearest[id(form)]:
            if rival is chosen or rival_score < score - CLEAR_LEAD:
                continue
            if likeness(rival.name, chosen.name) < LEAST_ALIKE:
                return True
    return False


def _may_join(first: Group, second: Group) -> bool:
    """True where every form of the one is alike enough to every form of the other."""
    return all(likeness(one.name, other.name) >= LEAST_ALIKE for one in first.forms[:12] for other in second.forms[:12])


def _with_singles(groups: list[Group], single: list[Form]) -> list[Group]:
    """Single names join a full one only with support; identical ones join each other unless they are given names."""
    by_surname: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for surname in {skeleton(form.name).split()[-1] for form in group.forms if skeleton(form.name)}:
            by_surname[surname].append(group)
    tables = name_tables()
    rest: dict[tuple[str, ...], Group] = {}
    left: list[Group] = []
    for form in single:
        joined = _owner_of(form, by_surname.get(skeleton(form.name), []))
        if joined is not None:
            group, why = joined
            group.forms.append(form)
            group.reasons.setdefault(why)
            continue
        alone = Group("person", [form])
        given = bool(form.key) and (form.key[0] in tables.names.given and form.key[0] not in tables.names.family)
        key = form.key if form.key and not given else (form.name, *sorted(form.posts))
        if key in rest:
            rest[key].forms.append(form)
            rest[key].reasons.setdefault("the same single name")
        else:
            rest[key] = alone
            left.append(alone)
    return left


def _owner_of(form: Form, groups: list[Group]) -> tuple[Group, str] | None:
    """The one full name that a single name belongs to, and what supports it."""
    fitting: list[tuple[Group, str]] = []
    for group in groups:
        score = max(likeness(form.name, one.name.split()[-1]) for one in group.forms)
        if score < SAME_SURNAME:
            continue
        why = _support(form, group)
        if why is not None:
            fitting.append((group, f"{form.name}: {why}"))
    if len(fitting) != 1:
        return None
    rivals = sum(
        max(likeness(form.name, one.name.split()[-1]) for one in group.forms) >= SAME_SURNAME for group in groups
    )
    return fitting[0] if rivals == 1 or "post" in fitting[0][1] else None


def _support(form: Form, group: Group) -> str | None:
    if any(form.posts & one.posts for one in group.forms):
        return "the full name speaks in the same post"
    if any(form.stories & one.stories for one in group.forms):
        return "the full name speaks in a post of the same story"
    if any(form.offices & one.offices for one in group.forms):
        return "the same office"
    if any(form.key and form.key[-1] == one.key[-1] for one in group.forms if one.key):
        return "nobody else in the case has this surname"
    return None
