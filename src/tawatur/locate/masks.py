"""Words of a post that belong to the name of an outlet."""

from __future__ import annotations

from bisect import bisect_left

from tawatur.locate.laid import Laid
from tawatur.text.outlets import find_outlets


def outlet_words(laid: Laid) -> list[int]:
    """For each word of `laid` how many words has the outlet's name that it stands in ("The Damascus Courier"); 0: none."""
    inside = [0] * len(laid)
    if not len(laid):
        return inside
    starts = laid.starts
    first, last = starts[0], laid.ends[-1]
    for mention in find_outlets(laid.text[first:last]):
        at = bisect_left(starts, mention.span.start + first)
        # A proclitic glued to the outlet's name makes the word begin before it.
        at = at - 1 if at and laid.ends[at - 1] > mention.span.start + first else at
        end = bisect_left(starts, mention.span.end + first)
        inside[at:end] = [end - at] * (end - at)
    return inside
