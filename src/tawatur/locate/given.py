"""Which places toponyms stand for that somebody else has marked: resolution without detection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tawatur.languages import Languages
from tawatur.locate.accepted import Accepted, accept
from tawatur.locate.candidates import Candidate
from tawatur.locate.laid import Laid, lay_out
from tawatur.locate.lexicon import lexicon
from tawatur.locate.masks import outlet_words
from tawatur.locate.mentions import Mention, find_mentions
from tawatur.locate.senses import Setting, popular
from tawatur.model import Span


def resolve_given(
    text: str, toponyms: Sequence[Span], *, outlet_country: str | None = None, languages: Languages | None = None
) -> list[Accepted | None]:
    """The place that each of `toponyms` stands for in `text`; None for a name that no gazetteer holds.

    Where the words as a whole are no name, the longest name inside them is taken ("the city of X").
    """
    lex = lexicon(languages)
    laid = lay_out(text, [Span(0, len(text))])
    mentions = find_mentions(laid, lex)
    marked = [_marked(toponym, mentions, laid) for toponym in toponyms]
    given = {mention for mention in marked if mention is not None}
    found = accept(mentions, laid, lex, outlet_words(laid), Setting(outlet_country), given=given)
    place_of = {one.mention: one for one in found}
    return [place_of.get(mention) if mention is not None else None for mention in marked]


def most_spoken_of(
    text: str, toponyms: Sequence[Span], *, languages: Languages | None = None
) -> list[Candidate | None]:
    """The same by people alone, whatever the text says: what resolution has to beat."""
    lex = lexicon(languages)
    laid = lay_out(text, [Span(0, len(text))])
    mentions = find_mentions(laid, lex)
    marked = [_marked(toponym, mentions, laid) for toponym in toponyms]
    return [popular(mention.candidates) if mention is not None else None for mention in marked]


def _marked(toponym: Span, mentions: Sequence[Mention], laid: Laid) -> Mention | None:
    """The mention of just these words, or the longest inside them."""
    starts = laid.starts
    begin = bisect_left(starts, toponym.start + 1) - 1
    while begin >= 0 and begin < len(laid) and laid.ends[begin] <= toponym.start:
        begin += 1
    begin = max(begin, 0)
    end = bisect_left(starts, toponym.end)
    inside = [mention for mention in mentions if begin <= mention.begin and mention.end <= end]
    return max(inside, key=lambda m: (m.end - m.begin, m.end, -m.cut), default=None)
