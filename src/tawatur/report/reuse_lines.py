"""What the export contract says of reuse and of chains: plain values, one mapping a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tawatur.model import Chain, ChainLink, DirectedReuse, Party, Passage, Reuse, Span

Line = dict[str, Any]


def reuse_lines(pair: Reuse, directed: DirectedReuse | None) -> Iterator[Line]:
    """One line for each passage of a pair, keys and units as `schemas.REUSE_SCHEMA`.

    Args:
        directed: what is known of who had the words from whom; None: nothing was looked for.
    """
    for passage in pair.passages:
        yield _reuse_line(pair, passage, directed)


def _reuse_line(pair: Reuse, passage: Passage, directed: DirectedReuse | None) -> Line:
    return {
        "a": pair.a,
        **_span("a_", passage.a),
        "b": pair.b,
        **_span("b_", passage.b),
        "similarity": passage.similarity,
        "direction": directed.direction if directed else "unknown",
        "why": deciding(directed),
        "words": passage.words,
        "block": passage.block,
        "differences": [
            {**_span("a_", one.a), **_span("b_", one.b), "number": one.number} for one in passage.differences
        ],
        "number_changed": any(one.number for one in passage.differences),
        "same_outlet": pair.same_outlet,
        "kind": directed.kind if directed else None,
        "siblings_of": directed.siblings_of if directed else None,
        "a_share": directed.a_share if directed else None,
        "b_share": directed.b_share if directed else None,
        "reasons": [
            {
                "name": reason.name,
                "says": reason.says,
                "why": reason.why,
                "post_id": reason.post_id,
                **_span("", reason.span),
            }
            for reason in (directed.reasons if directed else ())
        ],
    }


def deciding(directed: DirectedReuse | None) -> str | None:
    """Names of the reasons that speak for the direction given, with commas between; None where it is unknown."""
    if directed is None or directed.direction == "unknown":
        return None
    names = dict.fromkeys(reason.name for reason in directed.reasons if reason.says == directed.direction)
    return ", ".join(names) or None


def chain_line(chain: Chain, walk: Iterable[ChainLink], parties: Mapping[str, Party]) -> Line:
    """One post's chain, keys and units as `schemas.CHAIN_SCHEMA`.

    Args:
        walk: the post's own links, then the main link of each post that the way leads to.
        parties: everybody outside the posts, by id.
    """
    return {
        "post_id": chain.post_id,
        "origin_id": chain.origin_id,
        "origin_name": _name(chain.origin_id, parties),
        "links": [
            {
                "from": link.source,
                "to": link.to,
                "to_name": _name(link.to, parties),
                "kind": link.kind,
                "evidence": {"post_id": link.post_id, **_span("", link.span)},
                "why": link.why,
            }
            for link in walk
        ],
        "roots": list(chain.roots),
        "reasons": list(chain.reasons),
    }


def _name(id_: str | None, parties: Mapping[str, Party]) -> str | None:
    return parties[id_].name if id_ is not None and id_ in parties else None


def _span(lead: str, span: Span | None) -> Line:
    start, end = (None, None) if span is None else (span.start, span.end)
    return {f"{lead}start": start, f"{lead}end": end}
