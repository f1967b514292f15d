"""What speaks for a direction: each function one kind of evidence, its docstring the sentence a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal
from urllib.parse import urlsplit

from tawatur.chains.debts import Debt
from tawatur.chains.pair import Pair, Side
from tawatur.chains.when import gap, is_far
from tawatur.model import Reason, Span
from tawatur.text.fold import fold_text

Says = Literal["a->b", "b->a", "siblings", "unknown"]

# A cut of a text: nearly all of it stands in the other, and the other has a good part more.
_NEARLY_ALL, _MUCH_MORE, _MORE_BY = 0.75, 0.87, 0.12
# Words before the common part, as a share of the body, that an editor would not have written above somebody's text.
_OPENING = 0.12
_WRITERS = ("agency", "release")
# Code points that one side has between common words and the other has not, before they count as cut out.
_CUT, _NO_CUT = 45, 12


def _from(source: Side, pair: Pair) -> Says:
    """The direction in which `source` is the one copied."""
    return "a->b" if source is pair.a else "b->a"


def _reason(rule: Callable[..., object], says: Says, at: Side | None = None, span: Span | None = None) -> Reason:
    sentence = " ".join((rule.__doc__ or "").split())
    name = rule.__name__
    return Reason(name=NAMES[name], says=says, why=sentence, post_id=at.id if at else None, span=span)


# -- what the posts themselves say


def credits_the_other(pair: Pair) -> Iterator[Reason]:
    """One of the two credits the other: by name, or agencies where the other is one."""
    for one, other in pair.sides:
        debt = _debt_to(one, other)
        if debt is not None:
            yield _reason(credits_the_other, _from(other, pair), one, debt.span)


def cites_the_other(pair: Pair) -> Iterator[Reason]:
    """One of the two names the outlet of the other as the one it has something from."""
    for one, other in pair.sides:
        voice = other.facts.voice
        if voice is None or _same_voice(pair) or _debt_to(one, other) is not None:
            continue
        for mention in one.facts.mentions:
            if mention.is_cited and mention.party.id == voice.id and not one.is_shared(mention.span):
                yield _reason(cites_the_other, _from(other, pair), one, mention.span)
                break


def speaks_as_the_other(pair: Pair) -> Iterator[Reason]:
    """The words in common speak of the outlet of one of the two, as its own texts do."""
    if _same_voice(pair):
        return
    for one, other in pair.sides:
        voice = other.facts.voice
        if voice is None:
            continue
        for mention in one.facts.mentions:
            if mention.is_cited and mention.party.id == voice.id and one.is_shared(mention.span):
                yield _reason(speaks_as_the_other, _from(other, pair), one, mention.span)
                break


def links_to_the_other(pair: Pair) -> Iterator[Reason]:
    """The text of one of the two links to the site of the other."""
    for one, other in pair.sides:
        host = other.facts.post.site
        if not host or host == one.facts.post.site:
            continue
        for link in one.facts.post.links:
            inside = link.span is not None and one.facts.body.holds(link.span)
            if inside and link.kind == "link" and _host(link.url) == host.lower().removeprefix("www."):
                yield _reason(links_to_the_other, _from(other, pair), one, link.span)
                break


# -- when they came out


def is_dated_before(pair: Pair) -> Iterator[Reason]:
    """One of the two is dated before the other."""
    for one, other in pair.sides:
        first, then = one.facts.when, other.facts.when
        if first is not None and then is not None and gap(first, then) is not None:
            yield _reason(is_dated_before, _from(one, pair), one)


def dates_lie_far_apart(pair: Pair) -> bool:
    """Their dates lie further apart than a renewed date explains."""
    for one, other in pair.sides:
        first, then = one.facts.when, other.facts.when
        between = gap(first, then) if first is not None and then is not None else None
        if between is not None:
            return is_far(between)
    return False


# -- what the form of the texts shows


def is_a_cut_of_the_other(pair: Pair) -> Iterator[Reason]:
    """Nearly all of one stands in the other, which opens with the same words and goes on."""
    for one, other in pair.sides:
        if _is_within(one, other) and _opens_with_it(other):
            yield _reason(is_a_cut_of_the_other, _from(other, pair), one, one.shared[0])


def stands_inside_the_other(pair: Pair) -> Iterator[Reason]:
    """Nearly all of one stands in the other, behind words that the other has of its own."""
    for one, other in pair.sides:
        if _is_within(one, other) and not _opens_with_it(other):
            yield _reason(stands_inside_the_other, _from(one, pair), other, other.shared[0])


def left_words_out(pair: Pair) -> Iterator[Reason]:
    """One of the two lacks words that the other has in the middle of the common text, and has none more."""
    extra = {side.id: _between(side, pair) for side in (pair.a, pair.b)}
    for one, other in pair.sides:
        if extra[other.id] >= _CUT and extra[one.id] <= _NO_CUT:
            yield _reason(left_words_out, _from(other, pair), other, _longest_extra(other, pair))


def keeps_the_author_of_the_other(pair: Pair) -> Iterator[Reason]:
    """The text of one of the two holds the name of the other's author, and is signed by somebody else or nobody."""
    if _same_voice(pair):
        return
    for one, other in pair.sides:
        author = other.facts.post.byline
        if author is None or len(author) < 7 or " " not in author.strip():
            continue
        mine = one.facts.post.byline
        if mine is not None and fold_text(mine) == fold_text(author):
            continue
        at = one.facts.post.text.find(author)
        if at >= 0:
            yield _reason(keeps_the_author_of_the_other, _from(other, pair), one, Span(at, at + len(author)))


def is_written_for_others(pair: Pair) -> Iterator[Reason]:
    """One of the two stands with an agency or an office, whose texts others carry; the other does not."""
    for one, other in pair.sides:
        source, carrier = one.facts.voice, other.facts.voice
        if source is not None and source.kind in _WRITERS and carrier is not None and carrier.kind == "outlet":
            yield _reason(is_written_for_others, _from(one, pair), one)


NAMES = {
    "is_written_for_others": "agency",
    "credits_the_other": "credit",
    "cites_the_other": "citation",
    "speaks_as_the_other": "signature",
    "links_to_the_other": "link",
    "is_dated_before": "date",
    "is_a_cut_of_the_other": "containment",
    "stands_inside_the_other": "containment",
    "left_words_out": "cuts",
    "keeps_the_author_of_the_other": "author",
}
SAID = (credits_the_other, cites_the_other, speaks_as_the_other, links_to_the_other)
SHOWN = (
    is_written_for_others,
    is_a_cut_of_the_other,
    stands_inside_the_other,
    left_words_out,
    keeps_the_author_of_the_other,
)


# -- arithmetic


def _debt_to(one: Side, other: Side) -> Debt | None:
    voice = other.facts.voice
    if voice is None or _voice_id(one) == voice.id:
        return None
    named = next((debt for debt in one.facts.debts if debt.party.id == voice.id), None)
    if named is None and voice.kind == "agency":
        return next((debt for debt in one.facts.debts if debt.party.kind == "unnamed"), None)
    return named


def _voice_id(side: Side) -> str | None:
    return side.facts.voice.id if side.facts.voice is not None else None


def _same_voice(pair: Pair) -> bool:
    return _voice_id(pair.a) is not None and _voice_id(pair.a) == _voice_id(pair.b)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def _is_within(one: Side, other: Side) -> bool:
    return one.share >= _NEARLY_ALL and other.share <= min(_MUCH_MORE, one.share - _MORE_BY)


def _opens_with_it(side: Side) -> bool:
    begin = side.shared[0].start - side.facts.body.start
    return begin <= max(40.0, _OPENING * len(side.facts.body))


def _gaps(side: Side, pair: Pair) -> Iterator[Span]:
    """Words of this side between common words of one block, with none or little against them on the other side."""
    is_a = side is pair.a
    for passage in pair.reuse.passages:
        for difference in passage.differences:
            mine, theirs = (difference.a, difference.b) if is_a else (difference.b, difference.a)
            if len(theirs) == 0:
                yield mine
    for before, after in zip(pair.reuse.passages, pair.reuse.passages[1:], strict=False):
        if before.block != after.block:
            continue
        of_a, of_b = (before.a.end, after.a.start), (before.b.end, after.b.start)
        here, there = (of_a, of_b) if is_a else (of_b, of_a)
        if here[0] < here[1] and there[1] - there[0] <= 3:
            yield Span(*here)


def _between(side: Side, pair: Pair) -> int:
    return sum(map(len, _gaps(side, pair)))


def _longest_extra(side: Side, pair: Pair) -> Span | None:
    return max(_gaps(side, pair), key=len, default=None)
