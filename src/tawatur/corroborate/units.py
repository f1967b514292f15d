"""What a post reports, piece by piece: each statement's content, and each sentence in the post's own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tawatur.model.claim_post import ClaimPost
from tawatur.model.place import Place
from tawatur.model.span import Span
from tawatur.model.statement import Statement
from tawatur.text.dates import find_dates
from tawatur.text.meanings import meanings_of, sound_of, stop_words
from tawatur.text.quantities import Quantity, find_quantities
from tawatur.text.sentences import sentences
from tawatur.text.words import Word, words_of

# A sentence of fewer words reports nothing that could be compared.
_FEWEST = 3
# A quotation this many times shorter than its sentence is not all that is said.
_FRAGMENT = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that a post reports. Spans are of the page; `words` count from the start of `text`."""

    number: int
    post: ClaimPost
    statement: Statement | None
    span: Span
    sentence: Span
    """The sentence around a statement; the unit itself otherwise."""
    text: str
    lang: str | None
    words: tuple[Word, ...]
    keys: dict[str, float] = field(default_factory=dict)
    """What it is about, under keys that are the same in every language where they can be, each with how often."""
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    """Their spans are of the page."""
    heard: frozenset[str] = frozenset()
    """Sounds of the words that other units write with a capital: a word of a script without capitals may be the same name."""
    days: tuple[tuple[Span, str], ...] = ()
    """Days, months and years it names, as ISO 8601, with their spans in the page."""

    def without(self, spans: Sequence[Span]) -> Unit:
        """The same unit, about what it is about outside `spans` of the page."""
        if not spans:
            return self
        outside = [
            word
            for word in self.words
            if not any(span.start <= self.span.start + word.start < span.end for span in spans)
        ]
        places = [place for place in self.places if not any(span.touches(place.span) for span in spans)]
        return replace(self, keys=_keys(outside, self.lang, places, self.heard))

    def unbroken(self, a: int, b: int) -> bool:
        """True where no punctuation parts words `a` and `b`."""
        gap = self.text[self.words[min(a, b)].end : self.words[max(a, b)].start]
        return not any(mark in gap for mark in ".,;:!?()،؛؟\n")

    def page_span(self, first: int, last: int) -> Span:
        """The span in the page of words `first` to `last`."""
        return Span(self.span.start + self.words[first].start, self.span.start + self.words[last].end)


def units_of(posts: Sequence[ClaimPost]) -> list[Unit]:
    """The units of all `posts`, in order, numbered from 0. Time is linear in their text."""
    pieces = [(post, *piece) for post in posts for piece in _pieces(post)]
    units = [
        _unit(number, post, statement, span, sentence)
        for number, (post, statement, span, sentence) in enumerate(pieces)
    ]
    return with_names(units)


def whole_unit(number: int, post: ClaimPost) -> Unit:
    """A post as one unit."""
    return _unit(number, post, None, post.span, post.span)


def together(units: Sequence[Unit]) -> Unit:
    """One unit about all that `units`, of one post, are about."""
    keys: dict[str, float] = {}
    for unit in units:
        for key, times in unit.keys.items():
            keys[key] = keys.get(key, 0.0) + times
    return replace(
        units[0],
        keys=keys,
        quantities=tuple(one for unit in units for one in unit.quantities),
        days=tuple(one for unit in units for one in unit.days),
    )


def with_names(units: Sequence[Unit]) -> list[Unit]:
    """`units`, about the names too that a script without capitals does not show, where others write them with one."""
    heard = frozenset(
        sound for unit in units for word in unit.words if word.raw[0].isupper() and (sound := sound_of(word.folded))
    )
    return [replace(unit, heard=heard, keys=_keys(unit.words, unit.lang, unit.places, heard)) for unit in units]


def _pieces(post: ClaimPost) -> Iterator[tuple[Statement | None, Span, Span]]:
    """(statement, its content or the sentence, the sentence) in order; a sentence without what it quotes."""
    said = sorted(post.statements, key=lambda one: one.content)
    parts = [part for part in (post.title, post.body) if part is not None]
    for part in parts:
        for inner in sentences(part.of(post.page_text), post.lang):
            sentence = inner.moved(part.start)
            inside = [one for one in said if one.content.touches(sentence) and sentence.start <= one.content.start]
            for one in inside:
                alone = len(inside) == 1 and _is_fragment(one, sentence)
                yield one, sentence if alone else one.content, sentence
            if not _is_said(said, sentence):
                yield None, sentence, sentence


def _is_fragment(one: Statement, sentence: Span) -> bool:
    """A few words in marks inside a sentence that says the rest for the speaker: said it was “a gift to the rich”."""
    return one.kind == "direct" and one.cue is not None and len(one.content) * _FRAGMENT < len(sentence)


def _is_said(statements: Sequence[Statement], sentence: Span) -> bool:
    """True where most of a sentence is what somebody is said to have said, with the words that say so."""
    covered = 0
    at = sentence.start
    for one in statements:
        if one.content.end <= sentence.start or one.content.start >= sentence.end:
            continue
        parts = [part for part in (one.content, one.speaker, one.cue) if part is not None and part.touches(sentence)]
        start = max(min(part.start for part in parts), at)
        end = min(max(part.end for part in parts), sentence.end)
        covered += max(0, end - start)
        at = max(at, end)
    return covered * 2 > len(sentence)


def _unit(number: int, post: ClaimPost, statement: Statement | None, span: Span, sentence: Span) -> Unit:
    text = span.of(post.page_text)
    lang = (statement.lang if statement is not None else None) or post.lang
    words = tuple(words_of(text))
    places = tuple(place for place in post.places if span.holds(place.span))
    dates = find_dates(text, reference=_day(post.published))
    days = tuple((mention.span.moved(span.start), mention.value) for mention in dates if mention.value is not None)
    quantities = find_quantities(text, [mention.span for mention in dates])
    return Unit(
        number=number,
        post=post,
        statement=statement,
        span=span,
        sentence=sentence,
        text=text,
        lang=lang,
        words=words,
        places=places,
        quantities=tuple(_moved(quantity, span.start) for quantity in quantities),
        days=days,
    )


def _keys(words: Sequence[Word], lang: str | None, places: Sequence[Place], heard: frozenset[str]) -> dict[str, float]:
    stop = stop_words()
    keys: dict[str, float] = {}
    for meant in meanings_of([word.folded for word in words], lang):
        word = words[meant.first]
        if meant.known:
            found = [meant.key]
        elif word.is_number or word.folded in stop or len(word.folded) < 2:
            continue
        else:
            sound = sound_of(word.folded)
            # A script without capitals shows no names: a word is taken for one where another script writes it as one.
            named = sound is not None and word.is_capital and (word.raw[0].isupper() or sound in heard)
            found = [meant.key, *([f"x:{sound}"] if named else [])]
        for key in found:
            keys[key] = keys.get(key, 0.0) + 1.0
    for place in places:
        key = f"p:{place.place_id}"
        keys[key] = keys.get(key, 0.0) + 1.0
    return keys


def _moved(quantity: Quantity, by: int) -> Quantity:
    return Quantity(
        quantity.span.moved(by), quantity.low, quantity.high, quantity.bound, quantity.counts, quantity.said
    )


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
