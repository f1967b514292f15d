"""What the layouts of a sentence share: the sentence laid out, and the statement as they draft it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.attribute.cues import Cue
from tawatur.attribute.following import Following, Range
from tawatur.attribute.items import Item
from tawatur.attribute.judge import Kind
from tawatur.attribute.lexicon import Lexicon


@dataclass(slots=True, kw_only=True)
class Draft:
    """One statement of a sentence, in items."""

    content: Range
    cue: Cue | None
    speaker: Range | None
    why: str
    goes_on: bool = False
    """A later part of the utterance of the draft before."""
    same: bool = False
    """Said by the speaker of the draft before."""
    addressee: Range | None = None
    venue: Range | None = None
    verbatim: bool = False
    """Behind a colon: the speaker's own words without quotation marks."""


@dataclass(slots=True)
class Sentence:
    """One sentence laid out for its frames."""

    items: Sequence[Item]
    kinds: dict[int, Kind]
    """What each quotation, by its item, looks like."""
    cues: Sequence[Cue]
    lex: Lexicon
    cuts: Sequence[int] = ()
    """Items at which content of indirect speech ends, in order."""

    def fold(self, at: int) -> str:
        """The folded word at item `at`; "" beyond the sentence."""
        return self.items[at].fold if 0 <= at < len(self.items) else ""

    def is_quote(self, at: int) -> bool:
        """True where item `at` is a quotation."""
        return 0 <= at < len(self.items) and self.items[at].quote is not None

    def is_word(self, at: int) -> bool:
        """True where item `at` is a word."""
        return 0 <= at < len(self.items) and self.items[at].is_word

    def is_finite(self, at: int) -> bool:
        """True where item `at` can be the verb of a clause."""
        item = self.items[at]
        if item.quote is not None:
            return self.kinds[at] == Kind.UTTERANCE
        if item.fold in self.lex["finite"]:
            return True
        if item.is_capital or self._is_noun_place(at):
            return False
        if item.fold in self.lex["often_finite"]:
            return True
        if item.is_word and self.lex.ends("plural_endings", item.fold) and self._takes_object(at):
            return True
        if item.is_word and self.lex.ends("finite_endings", item.fold):
            return True
        return any(s.role == "finite" for entry in self.lex.cues.get(item.fold, ()) for s in entry.senses)

    def _takes_object(self, at: int) -> bool:
        """An article or a pronoun follows: "leads the team" is a verb, where "leads" alone may be a noun."""
        after = self.fold(at + 1)
        return after in self.lex["articles"] or after in self.lex["possessives"] or after in self.lex["to"]

    def _is_noun_place(self, at: int) -> bool:
        """Behind an article, a possessive or a preposition: his support, of claims."""
        before = self.fold(at - 1)
        lists = ("articles", "possessives", "determiners", "prepositions")
        return before == "'s" or any(before in self.lex[name] for name in lists)

    def has_verb(self, start: int, end: int) -> bool:
        """True where a verb of a clause stands among items [start, end)."""
        return any(self.is_finite(at) for at in range(start, min(end, len(self.items))))


def drafted(content: Range, cue: Cue, speaker: Range | None, after: Following, why: str) -> Draft:
    """A draft with what stands behind its cue."""
    return Draft(content=content, cue=cue, speaker=speaker, why=why, addressee=after.addressee, venue=after.venue)
