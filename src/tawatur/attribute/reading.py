"""One post read from its title to its end: the statements found in it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.attribute.before_verb import main_subject
from tawatur.attribute.cues import find_cues
from tawatur.attribute.found import Found
from tawatur.attribute.frames import Draft, frames
from tawatur.attribute.glued import unglued
from tawatur.attribute.items import Item
from tawatur.attribute.judge import Kind, kind_of
from tawatur.attribute.paragraphs import Unit
from tawatur.attribute.phrases import leading_phrase, phrase_after
from tawatur.attribute.titled import parted_by_colon, signed
from tawatur.attribute.verb_first import verb_first_frames
from tawatur.model import Span
from tawatur.model.statement import StatementKind

# A sentence that only says who said what stands in quotation marks before it.
_BARE_CUE = 14
# Quotations inside a sentence without a cue count from this many words on.
_LONG_QUOTE = 4
_STRETCH = 2
# A single word in marks inside a clause is held at a distance more often than quoted.
_FEWEST_QUOTED = 2
# The word of `order` in speech.yaml that chooses the layouts of `verb_first`.
VERB_FIRST = "verb first"


class Reader:
    """Goes through the sentences of one post and keeps what it needs of those before."""

    def __init__(self, text: str, *, in_title: bool, first: int) -> None:
        """`first`: number of the first statement it will find."""
        self._text = text
        self._in_title = in_title
        self._first = first
        self.found: list[Found] = []
        self._last_paragraph = -10
        self._waiting: tuple[Unit, int] | None = None

    def read(self, unit: Unit) -> None:
        """Find the statements of one sentence."""
        lex = unit.lex
        verb_first = VERB_FIRST in lex.order
        if verb_first:
            unit.items = unglued(self._text, unit.items, lex)
        items = unit.items
        kinds = {
            at: kind_of(self._text, item.quote, lex, in_title=self._in_title)
            for at, item in enumerate(items)
            if item.quote is not None
        }
        cues = [] if verb_first else find_cues(items, lex)
        by_colon = unit.first and (self._in_title or not verb_first)
        colon = parted_by_colon(items, lex, in_title=self._in_title) if by_colon else None
        drafts = (
            verb_first_frames(items, lex, in_title=self._in_title, goes_on=bool(self.found))
            if verb_first
            else frames(items, kinds, cues, lex)
        )
        if not drafts and not verb_first and (by := signed(items, lex)) is not None:
            drafts = [by]
        if colon is not None and not (self._in_title and _has_cue_behind(drafts, colon)):
            drafts = [colon]
        if not drafts and cues and self._waiting is not None and len(items) <= _BARE_CUE:
            self._take_waiting(unit, cues[0])
            return
        self._waiting = None
        drafts = [part for draft in drafts for part in _quoted_parts(self._text, unit, draft, kinds)]
        taken = {at for draft in drafts for at in range(*draft.content)}
        begun = len(self.found)
        made = [self._found(unit, draft, kinds) for draft in drafts]
        loose = [
            at
            for at, kind in kinds.items()
            if at not in taken and (kind == Kind.UTTERANCE or (kind == Kind.FRAGMENT and _behind_colon(items, at)))
        ]
        self._keep(unit, drafts, made)
        for at in loose:
            self._loose(unit, at, kinds, has_cue=len(self.found) > begun)
        if len(self.found) > begun:
            self._last_paragraph = unit.paragraph

    def _keep(self, unit: Unit, drafts: Sequence[Draft], made: Sequence[Found]) -> None:
        seen: set[Span] = set()
        before: int | None = None
        for draft, found in zip(drafts, made, strict=True):
            if found.content in seen:
                continue
            seen.add(found.content)
            last = self._last()
            if draft.same and found.speaker_span is None and last is not None:
                found = replace(found, same_as=last)
            if draft.goes_on and before is not None:
                found = replace(found, part_of=before, same_as=before)
            self.found.append(found)
            before = self._last() if not draft.goes_on else before

    def _last(self) -> int | None:
        return self._first + len(self.found) - 1 if self.found else None

    def _loose(self, unit: Unit, at: int, kinds: dict[int, Kind], *, has_cue: bool) -> None:
        """A quotation that no cue of its sentence claims: the speaker goes on, or the sentence's subject speaks."""
        item = unit.items[at]
        assert item.quote is not None
        alone = not any(other.is_word for other in unit.items)
        near = self.found and unit.paragraph - self._last_paragraph <= (_STRETCH if item.quote.goes_on else 1)
        if alone and (near or has_cue):
            self._go_on(unit, item, same_paragraph=unit.paragraph == self._last_paragraph or item.quote.goes_on)
            return
        if alone:
            self.found.append(self._bare(unit, item, None, "an utterance in quotation marks"))
            self._waiting = (unit, len(self.found) - 1)
            return
        behind_colon = _behind_colon(unit.items, at)
        if not behind_colon and len(self._text[item.quote.inner.start : item.quote.inner.end].split()) < _LONG_QUOTE:
            return
        if has_cue and near:
            self._go_on(unit, item, same_paragraph=True)
            return
        verb_first = VERB_FIRST in unit.lex.order
        if verb_first and not behind_colon and not item.quote.closed:
            return  # a mark gone astray
        subject = main_subject(unit.items, at, unit.lex) if verb_first else leading_phrase(unit.items, at, unit.lex)
        if behind_colon and near and unit.items[0].fold in unit.lex["adverbs"]:
            self._go_on(unit, item, same_paragraph=False)
            return
        speaker = _span(unit.items, subject)
        self.found.append(self._bare(unit, item, speaker, "an utterance in quotation marks; the sentence speaks of"))

    def _go_on(self, unit: Unit, item: Item, *, same_paragraph: bool) -> None:
        last = self._last()
        found = self._bare(unit, item, None, "an utterance that goes on from the one before")
        part = None
        if last is not None:
            before = self.found[last - self._first]
            part = (
                (before.part_of if before.part_of is not None else last) if same_paragraph and before.quoted else None
            )
        self.found.append(replace(found, same_as=last, part_of=part))

    def _bare(self, unit: Unit, item: Item, speaker: Span | None, why: str) -> Found:
        assert item.quote is not None
        return Found(
            kind="direct",
            content=item.quote.inner,
            quoted=(item.quote.inner,),
            cue=None,
            verb_class="says",
            speaker_span=speaker,
            sentence=unit.span,
            in_title=self._in_title,
            lang=unit.lex.lang,
            reasons=(why,),
        )

    def _take_waiting(self, unit: Unit, cue: object) -> None:
        """ "..." in one sentence, and who said so in the next."""
        assert self._waiting is not None
        first = find_cues(unit.items, unit.lex)[0]
        waiting, number = self._waiting
        self._waiting = None
        if waiting.paragraph != unit.paragraph or "quote" not in first.takes | {"quote"} & first.takes:
            return
        if first.subject.start < first.subject.end:
            speaker = Span(unit.items[first.subject.start].start, unit.items[first.subject.end - 1].end)
        else:
            begin = first.end + (first.role == "noun")
            end = phrase_after(unit.items, begin, len(unit.items), unit.lex)
            if end <= begin:
                return
            speaker = Span(unit.items[begin].start, unit.items[end - 1].end)
        self.found[number] = replace(
            self.found[number],
            cue=Span(unit.items[first.at].start, unit.items[first.end - 1].end),
            verb_class=first.verb_class,
            negated=first.subject.negated,
            speaker_span=speaker,
            sentence=Span(waiting.span.start, unit.span.end),
            reasons=("the sentence behind it says who",),
        )
        self._last_paragraph = unit.paragraph

    def _found(self, unit: Unit, draft: Draft, kinds: dict[int, Kind]) -> Found:
        items, cue = unit.items, draft.cue
        begin, end = draft.content
        quoted = tuple(
            item.quote.inner
            for at in range(begin, end)
            if (item := items[at]).quote is not None and kinds[at] != Kind.NAME or (end - begin == 1 and item.quote)
            if item.quote is not None
        )
        only = items[begin].quote if end - begin == 1 else None
        content = only.inner if only is not None else Span(items[begin].start, items[end - 1].end)
        all_quoted = all(item.quote is not None or not item.is_word for item in items[begin:end])
        kind: StatementKind = "direct" if all_quoted or draft.verbatim else "mixed" if quoted else "indirect"
        return Found(
            kind=kind,
            content=content,
            quoted=quoted,
            cue=Span(items[cue.at].start, items[cue.end - 1].end) if cue is not None else None,
            verb_class=cue.verb_class if cue is not None else "says",
            negated=cue is not None and cue.subject.negated,
            speaker_span=_span(items, draft.speaker),
            addressee=_bare(items, draft.addressee),
            venue=_span(items, draft.venue),
            sentence=unit.span,
            in_title=self._in_title,
            lang=unit.lex.lang,
            reasons=(draft.why,),
        )


def _quoted_parts(text: str, unit: Unit, draft: Draft, kinds: dict[int, Kind]) -> list[Draft]:
    """`draft`, or the quotations of a clause that no "that" leads in: said the law was “a gift to the rich”.

    Without the word that makes it reported speech, the reporter's own words and the speaker's stand side by side, and
    only the marks say which are whose. A single word in marks carries nothing by itself; the clause then stays whole.
    """
    begin, end = draft.content
    items, lex = unit.items, unit.lex
    quotes = [at for at in range(begin, end) if items[at].quote is not None and kinds[at] != Kind.NAME]
    led_in = begin > 0 and items[begin - 1].fold in lex["that"] or items[begin].fold in lex["to"] | lex["questions"]
    if not quotes or end - begin == 1 or led_in or draft.cue is None or draft.verbatim or not items[begin].is_word:
        return [draft]
    if VERB_FIRST in lex.order:
        return [
            draft
        ]  # its clauses are led in as a rule, and without capitals a name in marks looks like any other words
    if any(len(quote.inner.of(text).split()) < _FEWEST_QUOTED for at in quotes if (quote := items[at].quote)):
        return [draft]
    return [
        replace(draft, content=(at, at + 1), goes_on=draft.goes_on if number == 0 else True)
        for number, at in enumerate(quotes)
    ]


def _bare(items: Sequence[Item], held: tuple[int, int] | None) -> Span | None:
    """Like `_span`; of what stands in quotation marks as a whole only the words."""
    if held is not None and held[1] - held[0] == 1 and (quote := items[held[0]].quote) is not None:
        return quote.inner
    return _span(items, held)


def _behind_colon(items: Sequence[Item], at: int) -> bool:
    return at > 0 and items[at - 1].fold == ":"


def _has_cue_behind(drafts: Sequence[Draft], colon: Draft) -> bool:
    """A cue with speaker and content stands in what would be the words of the name before the colon."""
    return any(
        draft.cue is not None and draft.speaker is not None and colon.content[0] <= draft.speaker[0] for draft in drafts
    )


def _span(items: Sequence[Item], held: tuple[int, int] | None) -> Span | None:
    return Span(items[held[0]].start, items[held[1] - 1].end) if held is not None and held[0] < held[1] else None
