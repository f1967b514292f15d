"""Credits: to whom a post says it owes its words, its translation or its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.languages import Languages
from tawatur.model import Span
from tawatur.model.description import CreditKind
from tawatur.text.bylines import name_likeness
from tawatur.text.credit_tails import bracketed, dateline, signed_off, trailing
from tawatur.text.cues import Cue, find_cue, only_cue
from tawatur.text.dates import date_share
from tawatur.text.furniture import furniture
from tawatur.text.matchers import Matchers, matchers
from tawatur.text.names import read_names
from tawatur.text.outlets import named_outlet, score_outlet
from tawatur.text.parties import could_be_party, party_likeness, trimmed
from tawatur.text.stamps import is_section
from tawatur.text.words import words_of

# A credit line is short; longer lines are searched only at their ends.
LONGEST_CREDIT_LINE = 200
MOST_WORDS = 34
# The name on the line below a lone "Source" must look like one by itself: nothing but the place speaks for it.
SURE_BELOW = 0.4
MOST_BLANKS_BELOW = 2
_DATE = 0.9


@dataclass(frozen=True, slots=True)
class CreditMention:
    """One credit. `to` is a span of line `line`, `cue` a span of line `cue_line` (None where a bracket says it all).

    `whole` is True where nothing but the credit stands on its line or lines. `author` is the person who signs
    beside the outlet ("-- Nadia Haddad, Harbour Post"), a span of line `line`.
    """

    kind: CreditKind
    line: int
    to: Span
    cue: Span | None
    cue_line: int
    whole: bool
    author: Span | None = None


def read_credits(lines: Sequence[str], *, languages: Languages | None = None) -> list[CreditMention]:
    """The credits in `lines`, in order; lines may be whole paragraphs. Time is linear in their text."""
    known = matchers(languages)
    found: list[CreditMention] = []
    below: int | None = None
    for number, line in enumerate(lines):
        if number == below or not line or line.isspace():
            continue
        two = _over_two_lines(lines, number, known, languages)
        if two is not None:
            found.append(two)
            below = two.line
            continue
        found.extend(_in_line(line, number, known))
    return found


def _over_two_lines(
    lines: Sequence[str], number: int, known: Matchers, languages: Languages | None
) -> CreditMention | None:
    """ "Source" alone, and the name on the next line that holds anything."""
    cue = only_cue(lines[number], known)
    if cue is None:
        return None
    for below in range(number + 1, min(len(lines), number + 2 + MOST_BLANKS_BELOW)):
        line = lines[below]
        if not line or line.isspace():
            continue
        to = trimmed(line, 0, len(line)) if len(line) <= 80 else None
        if to is None or only_cue(line, known) is not None or len(words_of(line, 9)) > 8:
            return None
        known_enough = party_likeness(to.of(line), known) >= SURE_BELOW
        matched = furniture(line, languages=languages)
        if not known_enough or (matched is not None and matched.whole):
            return None
        return CreditMention(cue.kind, below, to, cue.span, number, True)
    return None


def _in_line(line: str, number: int, known: Matchers) -> Iterator[CreditMention]:
    whole = _whole_line(line, number, known) if len(line) <= LONGEST_CREDIT_LINE else None
    if whole is not None:
        yield whole
        return
    signed = signed_off(line, known) if len(line) <= LONGEST_CREDIT_LINE else None
    if signed is not None:
        yield CreditMention(signed.kind, number, signed.to, signed.cue, number, True, signed.author)
        return
    opening = dateline(line, known)
    closing = None if opening is not None and opening.whole else bracketed(line, known) or trailing(line, known)
    for part in (opening, closing):
        if part is not None:
            yield CreditMention(part.kind, number, part.to, part.cue, number, part.whole)


def _whole_line(line: str, number: int, known: Matchers) -> CreditMention | None:
    """A line that opens with a cue and names a party, and no more."""
    cue = find_cue(line, known, most_words=MOST_WORDS)
    if cue is None:
        return None
    to = party_after(line, cue, known)
    if to is not None and cue.kind == "source" and _says_who_wrote(line, cue, to, known):
        return None
    return CreditMention(cue.kind, number, to, cue.span, number, True) if to is not None else None


def _says_who_wrote(line: str, cue: Cue, to: Span, known: Matchers) -> bool:
    """ "From: Nadia Haddad", "Published by Nadia Haddad": words that mark a byline too, and a person behind them."""
    words = words_of(line[cue.span.start : cue.span.end], 8)
    strong, weak = known.phrases_of("bylines.markers"), known.phrases_of("bylines.weak_markers")
    if not words or not (weak.whole(words) or words[-1].folded in strong):
        return False
    return name_likeness(to.of(line)) > max(0.55, score_outlet(to.of(line), known))


def party_after(line: str, cue: Cue, known: Matchers) -> Span | None:
    """Whom the words behind `cue` name, if they name somebody and the line then ends."""
    to = trimmed(line, cue.span.end, len(line))
    if to is None or len(to) > 140:
        return None
    to = _within_bracket(line, _past_clitic(line, to, known))
    text = to.of(line)
    if date_share(text) >= _DATE or is_section(text) or _is_place(text, known) or _shows(text, known):
        return None  # "Published on 3 May", "More from Opinion", "Report from Beirut"
    person = _person_first(text, known) if cue.kind in ("translation", "photo") else None
    if person is not None:
        return trimmed(line, to.start, to.start + person)
    if _is_named(text, cue, known):
        return to
    end = _sentence_goes_on(text, known)
    cut = trimmed(line, to.start, to.start + end) if end is not None else None
    return cut if cut is not None and _is_named(cut.of(line), cue, known) else None


def _is_place(text: str, known: Matchers) -> bool:
    """A town that is no paper as well (الرياض is both)."""
    return known.phrases_of("bylines.places").whole(words_of(text, 6)) and named_outlet(text, known) is None


def _shows(text: str, known: Matchers) -> bool:
    """ "Credit: Supplied image": what is shown, and nobody named; a picture agency is a name."""
    return known.phrases_of("captions.phrases").whole(words_of(text, 8)) and named_outlet(text, known) is None


def _within_bracket(line: str, to: Span) -> Span:
    """A bracket that closes behind the name and opened before it ends the name: "(Photo: X) Facebook"."""
    text = to.of(line)
    for opening, closing in ("()", "[]"):
        at = text.find(closing)
        if at > 0 and opening not in text[:at]:
            return trimmed(line, to.start, to.start + at) or to
    return to


def _past_clitic(line: str, to: Span, known: Matchers) -> Span:
    """«لـ صحيفة كذا», «لصحيفة كذا»: the one letter in front is no part of the name."""
    text = to.of(line)
    first = words_of(text, 1)
    if first and first[0].folded[0] == "ل" and first[0].folded[1:] in known.phrases_of("outlet_words.first"):
        return Span(to.start + 1, to.end) if text[1] != "\u0640" else Span(to.start + 2, to.end)
    if len(text) > 3 and text[1] == "\u0640" and text[0] in "لب":
        return Span(to.end - len(text[2:].lstrip("\u0640 \u00a0")), to.end)
    return to


def _person_first(text: str, known: Matchers) -> int | None:
    """Where the name of a translator or photographer ends and their outlet begins ("X for Y", «X - صحيفة Y»).

    A slash joins the two into one credit, as agencies write it ("X/Reuters").
    """
    words = words_of(text, MOST_WORDS)
    run = read_names(text, words, 0, known) if words else None
    if run is None or run.end >= len(words) or run.score < 0.45:
        return None
    gap = text[words[run.end - 1].end : words[run.end].start].strip()
    linked = words[run.end].folded in known.phrases_of("bylines.links")
    return words[run.end - 1].end if linked or (gap and "/" not in gap) else None


def _sentence_goes_on(text: str, known: Matchers) -> int | None:
    """Where `text` leaves the name it opens with: "X on 3 May", "X, with permission", "X in 2018"."""
    words = words_of(text, MOST_WORDS)
    goes_on, links = known.phrases_of("credits.goes_on"), known.phrases_of("bylines.links")
    for at in range(1, len(words)):
        dated = words[at].folded in links and at + 1 < len(words) and words[at + 1].is_number
        if dated or goes_on.at(words, at) is not None:
            return words[at].start
    return None


def _is_named(text: str, cue: Cue, known: Matchers) -> bool:
    """True where `text` is a party, as sure as the form of the cue asks."""
    if cue.needs_sure:
        return party_likeness(text, known) >= cue.needs_sure
    return could_be_party(text, known)
