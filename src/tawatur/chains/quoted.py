"""Which words of a post are somebody's own, between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.model import Span

# From an opening mark to its closing one, within two thousand code points; a mark of its own kind breaks it off.
_QUOTED = re.compile(r"«[^«»]{1,2000}»|“[^“”]{1,2000}”|„[^„“”]{1,2000}[“”]|‹[^‹›]{1,2000}›|\"[^\"\n]{1,2000}\"")
# Shorter ones are names and words held at a distance.
_SHORTEST = 25


def quotations(text: str, given: Sequence[Span] | None = None) -> list[Span]:
    """Spans of `text` that are quoted, in order; `given` where they are known, else what stands in marks."""
    if given is not None:
        return sorted(given)
    found = (Span(*match.span()) for match in _QUOTED.finditer(text))
    return [span for span in found if len(span) >= _SHORTEST]


def covered(spans: Sequence[Span], by: Sequence[Span]) -> int:
    """How many code points of `spans` lie inside `by`; both in order, neither overlapping itself."""
    total = at = 0
    for span in spans:
        while at < len(by) and by[at].end <= span.start:
            at += 1
        ahead = at
        while ahead < len(by) and by[ahead].start < span.end:
            total += min(span.end, by[ahead].end) - max(span.start, by[ahead].start)
            ahead += 1
    return total


def merged(spans: Sequence[Span], bridge: int = 0) -> list[Span]:
    """`spans` in order, those that overlap or lie at most `bridge` code points apart made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end + bridge:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
