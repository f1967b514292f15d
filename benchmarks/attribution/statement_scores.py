"""How well found statements agree with marked ones. Pure functions; `score.py` prints what they return.

Content counts as found where the two spans overlap by at least half of what they cover together (intersection over
union), one found statement for one marked one, best overlaps first. All other measures look at the pairs so made.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotated import Annotated, Marked

from tawatur.model import Span, Statement

LEAST_OVERLAP = 0.5
UNNAMED = ("anonymous", "reports")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement as it is compared, marked by hand or found."""

    kind: str
    content: Span
    also: tuple[Span, ...] = ()
    """Other spans that would be as right."""
    speaker: str | None
    name: str | None
    speaker_class: str | None
    cue: Span | None
    verb_class: str
    negated: bool
    addressee: str | None


Pair = tuple[Said, Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One post: what was found, what is marked, and which belong together as (found, marked)."""

    post: Annotated
    found: tuple[Said, ...]
    marked: tuple[Said, ...]
    pairs: tuple[Pair, ...]


def said_by_hand(post: Annotated, mark: Marked) -> Said:
    """A marked statement, ready for comparing."""
    return Said(
        kind=mark.kind, content=mark.content, also=mark.quoted, speaker=mark.speaker.of(post.text) if mark.speaker else None,
        name=mark.speaker_name, speaker_class=mark.speaker_class, cue=mark.cue, verb_class=mark.verb_class,
        negated=mark.negated, addressee=mark.addressee,
    )  # fmt: skip


def said_as_found(text: str, found: Statement) -> Said:
    """A found statement, ready for comparing."""
    return Said(
        kind=found.kind, content=found.content, speaker=found.speaker.of(text) if found.speaker else None,
        name=found.speaker_name, speaker_class=found.speaker_class, cue=found.cue, verb_class=found.verb_class,
        negated=found.negated, addressee=found.addressee,
    )  # fmt: skip


def compare(post: Annotated, found: Sequence[Said]) -> Compared:
    """Line up what was found in `post` with what is marked there."""
    marked = tuple(said_by_hand(post, mark) for mark in post.statements)
    return Compared(post=post, found=tuple(found), marked=marked, pairs=tuple(pair_up(found, marked)))


def pair_up(found: Sequence[Said], marked: Sequence[Said]) -> list[Pair]:
    """One-to-one pairs, the best overlaps first."""
    scored = sorted(
        ((max(overlap(f.content, span) for span in (m.content, *m.also)), i, j) for i, f in enumerate(found) for j, m in enumerate(marked)),
        key=lambda row: (-row[0], row[1], row[2]),
    )  # fmt: skip
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for value, i, j in scored:
        if value < LEAST_OVERLAP:
            break
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((found[i], marked[j]))
    return pairs


def overlap(a: Span, b: Span) -> float:
    """Intersection over union of two spans."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared > 0 else 0.0


def measures(compared: Sequence[Compared]) -> dict[str, tuple[float, int]]:
    """Each measure with the number of cases it rests on; a measure without any case is left out."""
    found = [s for c in compared for s in c.found]
    marked = [s for c in compared for s in c.marked]
    pairs = [p for c in compared for p in c.pairs]
    precision, recall, f1 = prf(len(pairs), len(found), len(marked))
    out = {
        "content P": (precision, len(found)),
        "content R": (recall, len(marked)),
        "content F1": (f1, len(marked)),
        "direct recall (direct and mixed)": share(
            [any(m is s for _, m in pairs) for s in marked if s.kind != "indirect"]
        ),
    }
    for kind in ("direct", "indirect", "mixed"):
        out[f"recall, {kind}"] = share([any(m is s for _, m in pairs) for s in marked if s.kind == kind])
    right = sum(same_speaker(f, m) for f, m in pairs)
    out["kind right"] = share([f.kind == m.kind for f, m in pairs])
    out["speaker F1"] = (prf(right, len(found), len(marked))[2], len(marked))
    out["speaker right of matched"] = share([same_speaker(f, m) for f, m in pairs])
    named = [(f, m) for f, m in pairs if m.name]
    out["resolved name right"] = share([right_name(f, m) for f, m in named])
    out["  where the words beside the cue lack it"] = share(
        [right_name(f, m) for f, m in named if not _contains(m.speaker, m.name)]
    )
    out["no name where the post has none"] = share([f.name is None for f, m in pairs if _nameless(m)])
    out["class right"] = share([f.speaker_class == m.speaker_class for f, m in pairs if m.speaker_class])
    for name in ("person", "organisation", "outlet", "official", "anonymous", "reports", "document"):
        out[f"  class right, {name}"] = share([f.speaker_class == name for f, m in pairs if m.speaker_class == name])
    out["anonymous or named right"] = share([_unnamed(f) == _unnamed(m) for f, m in pairs if m.speaker_class])
    out["cue right (words overlap)"] = share([_touch(f.cue, m.cue) for f, m in pairs if m.cue])
    out["verb class right"] = share([f.verb_class == m.verb_class for f, m in pairs])
    out["  other than says"] = share([f.verb_class == m.verb_class for f, m in pairs if m.verb_class != "says"])
    out["negation right, where either has one"] = share(
        [f.negated == m.negated for f, m in pairs if f.negated or m.negated]
    )
    out["addressee right, where either has one"] = share(
        [same_name(f.addressee, m.addressee) for f, m in pairs if f.addressee or m.addressee]
    )
    return {name: value for name, value in out.items() if value[1]}


def by_manner(compared: Iterable[Compared]) -> dict[str, tuple[float, int]]:
    """Content F1 of each manner, with the number of marked statements."""
    groups: defaultdict[str, list[Compared]] = defaultdict(list)
    for one in compared:
        groups[one.post.manner].append(one)
    return {
        manner: measures(group)["content F1"]
        for manner, group in sorted(groups.items())
        if any(c.marked for c in group)
    }


def prf(right: int, found: int, marked: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean; 0 where nothing was found or marked."""
    precision = right / found if found else 0.0
    recall = right / marked if marked else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def share(verdicts: Sequence[bool]) -> tuple[float, int]:
    """Part of `verdicts` that is true, and how many there are."""
    return (sum(verdicts) / len(verdicts) if verdicts else 0.0), len(verdicts)


def plain(text: str | None) -> str:
    """Fold case, marks, Arabic letter forms, punctuation and leading articles, for comparing names."""
    folded = unicodedata.normalize("NFKD", text or "")
    folded = "".join(c for c in folded if not unicodedata.combining(c) and c not in "ـ\u200e\u200f")
    folded = folded.translate(str.maketrans("أإآٱىة", "اااايه")).lower()
    return re.sub(r"^the ", "", re.sub(r"[\W_]+", " ", folded).strip())


def same_name(a: str | None, b: str | None) -> bool:
    """Whether one name is the other, or whole words of it; two unknown names are the same."""
    if a is None or b is None:
        return a is b
    return _contains(a, b) or _contains(b, a)


def same_speaker(found: Said, marked: Said) -> bool:
    """Whether the words or the name of one agree with the words or the name of the other."""
    theirs = [x for x in (marked.speaker, marked.name) if x]
    ours = [x for x in (found.speaker, found.name) if x]
    if not theirs:
        return not ours
    return any(same_name(a, b) for a in ours for b in theirs)


def right_name(found: Said, marked: Said) -> bool:
    """Whether the name found is the one marked. A body or a document whose very words are its name may go without."""
    if found.name is None and marked.speaker_class != "person":
        return same_name(found.speaker, marked.name)
    return same_name(found.name, marked.name)


def _contains(whole: str | None, part: str | None) -> bool:
    return bool(plain(part)) and f" {plain(part)} " in f" {plain(whole)} "


def _unnamed(said: Said) -> bool:
    return said.speaker_class in UNNAMED


def _nameless(said: Said) -> bool:
    return said.name is None and said.speaker_class in (*UNNAMED, "official")


def _touch(a: Span | None, b: Span | None) -> bool:
    return a is not None and b is not None and a.start < b.end and b.start < a.end
