"""What counts of a post when it is laid beside others: who speaks, whom it owes, whom it cites, when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from tawatur.chains.debts import Debt, find_debts, own_voice
from tawatur.chains.mentions import Mention, find_mentions
from tawatur.chains.parties import Parties
from tawatur.chains.quoted import quotations
from tawatur.chains.when import When, read_when
from tawatur.model import ChainPost, Party, Span
from tawatur.text.words import Word, words_of

# A source named in the first lines is the source of the report; one further down, of a detail.
LEAD_LENGTH = 420
_SEARCHED = 20_000
_DATELINE = 90


class Facts:
    """One post as evidence. Everything is read when it is first asked for, and kept."""

    def __init__(self, post: ChainPost, parties: Parties) -> None:
        self.post = post
        self._parties = parties

    @cached_property
    def body(self) -> Span:
        """The span of the post's own text: its body, or all of it."""
        return self.post.body if self.post.body is not None else Span(0, len(self.post.text))

    @cached_property
    def voice(self) -> Party | None:
        """Who published it."""
        return own_voice(self.post, self._parties)

    @cached_property
    def debts(self) -> tuple[Debt, ...]:
        """Whom it credits, itself left out."""
        own = self.voice.id if self.voice is not None else None
        return tuple(debt for debt in find_debts(self.post, self._parties) if debt.party.id != own)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Outlets that its text names, as far as the first twenty thousand code points."""
        return tuple(find_mentions(self.post.text[:_SEARCHED], self._parties))

    @cached_property
    def lead(self) -> tuple[Mention, ...]:
        """Others whom its first lines cite."""
        window = Span(self.body.start, min(self.body.end, self.body.start + LEAD_LENGTH))
        own = self.voice.id if self.voice is not None else None
        return tuple(one for one in self.mentions if one.is_cited and one.party.id != own and window.holds(one.span))

    @cached_property
    def vocabulary(self) -> frozenset[str] | None:
        """The words it uses, folded; None for a text too long to say that it has not a word."""
        if len(self.post.text) > _SEARCHED:
            return None
        return frozenset(word.folded for word in self._words)

    def words_in(self, span: Span) -> Iterator[tuple[Span, str]]:
        """The words wholly inside a span, folded, as far as the first twenty thousand code points."""
        for at in range(bisect_left(self._words, span.start, key=lambda word: word.start), len(self._words)):
            word = self._words[at]
            if word.end > span.end:
                break
            yield Span(word.start, word.end), word.folded

    def titled(self, span: Span) -> tuple[int, int]:
        """How many words inside a span are of titles, names and set phrases, and how many there are."""
        return self._parties.formulas.counted(span.of(self.post.text))

    def is_owed(self, span: Span) -> bool:
        """True for words of a credit or a signature: carriers of one agency write these alike."""
        return any(owed.touches(span) for owed in self._owed)

    @cached_property
    def _owed(self) -> list[Span]:
        owed = [debt.span for debt in self.debts if debt.span is not None]
        owed += [credit.span for credit in self.post.credits]
        owed += [mention.span for mention in self.mentions if mention.party.kind == "agency"]
        # The place and the day before a signature come from it too: "GENEVA, 4 May (AFP) -".
        opening = Span(self.body.start, min(self.body.end, self.body.start + _DATELINE))
        return [Span(opening.start, span.end) if opening.holds(span) else span for span in owed]

    @cached_property
    def _words(self) -> list[Word]:
        return words_of(self.post.text[:_SEARCHED])

    @cached_property
    def when(self) -> When | None:
        """Its date."""
        return read_when(self.post.published)

    @cached_property
    def quotations(self) -> list[Span]:
        """What it quotes."""
        return quotations(self.post.text, self.post.quotations)


class Book:
    """The facts of many posts."""

    def __init__(self, posts: Iterable[ChainPost], parties: Parties | None = None) -> None:
        """`parties`: who is who, learned from more posts than these; None: learned from these."""
        listed = list(posts)
        self.parties = parties if parties is not None else Parties(listed)
        self._facts = {post.id: Facts(post, self.parties) for post in listed}

    def __getitem__(self, post_id: str) -> Facts:
        return self._facts[post_id]

    def __contains__(self, post_id: object) -> bool:
        return post_id in self._facts

    def ids(self) -> list[str]:
        """Ids of all posts, sorted."""
        return sorted(self._facts)
