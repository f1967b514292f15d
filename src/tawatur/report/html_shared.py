"""Words of a post that other posts have too, marked in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.model import DirectedReuse, Reuse, Span
from tawatur.report.html_marks import Mark


def shared_spans(pairs: Iterable[tuple[Reuse, DirectedReuse | None]]) -> dict[str, list[Span]]:
    """For each post the words that it shares with any other, united, in order; words of habit are left out."""
    spans: dict[str, list[Span]] = {}
    for pair, directed in pairs:
        if directed is not None and directed.kind == "formula":
            continue
        for passage in pair.passages:
            spans.setdefault(pair.a, []).append(passage.a)
            spans.setdefault(pair.b, []).append(passage.b)
    return {post_id: united(held) for post_id, held in spans.items()}


def united(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch or overlap made one, in order."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def shared_marks(spans: Sequence[Span]) -> Iterator[Mark]:
    """A mark for each run of shared words."""
    return (Mark(span, "shared") for span in spans)
