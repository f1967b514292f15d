"""Credits that stand at the edge of a longer line: brackets, sign-offs, datelines, a last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.languages import Languages
from tawatur.model import Span
from tawatur.model.description import CreditKind
from tawatur.text.cues import find_cue, only_cue
from tawatur.text.matchers import Matchers, matchers
from tawatur.text.names import read_names
from tawatur.text.outlets import named_outlet, score_outlet
from tawatur.text.parties import could_be_party, party_likeness, trimmed
from tawatur.text.words import Word, words_of

EDGE_LENGTH = 140
LONGEST_PICTURED = 240
# A caption has a few words; one unknown word in the bracket reaches 0.4, two that may be a person's name 0.4 and less.
_FEWEST_SEEN, _UNKNOWN_OUTLET = 4, 0.4
_LAST_BRACKET = re.compile(r"[(\[（]([^()\[\]（）\n]{2,120})[)\]）]?[\s\u00a0.\"”»\u200b-\u200f\u202a-\u202e]*$")
_SENTENCE_END = re.compile(r"[.!?؟…»”\"]\s*$")
_LAST_SENTENCE = re.compile(r"(?<=[.!?؟»”\")])[\s\u00a0]+(?=[^.!?؟]{4,120}[.]?[\s\u00a0]*$)")
_SIGN = re.compile(r"^[\s\u00a0]*(?:[-\u2010-\u2015]{1,3}|[~*•]|/{1,2})[\s\u00a0]*")
_SET_OFF = re.compile(r"[-\u2010-\u2015/|,،(]")
_FOR = frozenset({"for"})
_SLASHES = re.compile(r"[/／|]{1,2}\s*([^/|\n]{2,40}?)\s*[/／|]{1,2}[\s\u00a0.]*$")
_DASHED_END = re.compile(r"(?:\s[-\u2013\u2014]{1,2}\s?|[\u2013\u2014]\s?|\s/\s?)([^-\u2013\u2014/\n]{2,60})$")
_DATELINE = re.compile(
    r"^[\s\u00a0\u200e\u200f]*([^()\n.!?؟]{0,60}?)[\s,،/]*[(（\[]([^()\n]{2,40})[)）\]][\s\u00a0,]*[-\u0640\u2010-\u2015:]"
)
_BARE_DATELINE = re.compile(
    r"^[\s\u00a0\u200e\u200f]*([^\s\-\u2013\u2014/|،,:()«»]{2,20}(?:[ \u00a0][^\s\-\u2013\u2014/|،,:()«»]{2,20}){0,2})"
    r"[\s\u00a0]*[-\u0640\u2013\u2014/|،,][\s\u00a0]*[«“\"]?([^\-\u2013\u2014/|:،,()«»“”]{2,40}?)[»”\"]?[\s\u00a0]*(?:[-\u2013\u2014:]|$)"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """A credit at an edge of its line; spans are of that line."""

    kind: CreditKind
    to: Span
    cue: Span | None
    whole: bool
    author: Span | None = None


def bracketed(line: str, known: Matchers) -> Tail | None:
    """ "... (AFP)", «(أ ف ب)», "[Photo: X]", "(via X)" at the end of a line."""
    offset = max(0, len(line) - EDGE_LENGTH)
    found = _LAST_BRACKET.search(line, offset)
    if found is None:
        return None
    if found.start() and (line[found.start() - 1].isalnum() or line[found.start() - 1] == "\u0640"):
        return None  # «لـ(«الشرق»)»: written on to a word, part of the sentence
    start, end = found.span(1)
    inside = line[start:end]
    before = line[: found.start()].strip()
    whole = not before
    # «(وكالة الأفق)» is a name as it stands, though «وكالة» may be a label too.
    cue = find_cue(inside, known, most_words=20) if score_outlet(inside.strip(), known) < 0.8 else None
    if cue is not None:
        to = trimmed(line, start + cue.span.end, end)
        named = to.of(line) if to is not None else ""
        # "(Map, Photos)": two labels and nobody named.
        if to is None or only_cue(named, known) is not None:
            return None
        if party_likeness(named, known) >= cue.needs_sure if cue.needs_sure else could_be_party(named, known):
            return Tail(cue.kind, to, cue.span.moved(start), whole)
        return None
    to = trimmed(line, start, end)
    if to is None:
        return None
    likeness = score_outlet(to.of(line), known)
    # An agency that no list holds signs pictures too: «... في الميناء (وكالة ميريديان)».
    signs = likeness >= 0.8 and _is_agency(to.of(line), known) and len(before) <= EDGE_LENGTH
    if likeness < (0.8 if whole or signs else 0.95) and not _is_row_of_outlets(to.of(line), before, known):
        return None
    kind: CreditKind = "agency" if _is_agency(to.of(line), known) else "source"
    if before and not _SENTENCE_END.search(before):
        if line[found.end(1) :].strip(" \u00a0").endswith("."):
            return None  # the bracket belongs to the sentence: «وكالة الأنباء الصينية (شينخوا).»
        if len(words_of(before, 41)) > 40:
            return Tail(kind, to, None, whole)
        kind = "photo"  # words without a full stop before the bracket are a caption
    return Tail(kind, to, None, whole)


def pictured(line: str, languages: Languages | None = None) -> Tail | None:
    """An unknown name in brackets behind the words of a picture: «العبّارة عند الرصيف فجر الأربعاء (سواقي)».

    Only for a line that stands where a caption does: nothing in the name itself says that it is an agency.
    """
    known = matchers(languages)
    found = _LAST_BRACKET.search(line, max(0, len(line) - EDGE_LENGTH))
    if found is None or not found.start() or len(line) > LONGEST_PICTURED:
        return None
    before = line[: found.start()].strip()
    words = words_of(before, 41)
    to = trimmed(line, *found.span(1))
    if to is None or _SENTENCE_END.search(before) or not _FEWEST_SEEN <= len(words) <= 40:
        return None
    named = to.of(line)
    inside = words_of(named, 4)
    if not 1 <= len(inside) <= 2 or inside[0].is_number or known.phrases_of("bylines.places").whole(inside):
        return None
    if _shortens(named, words) or score_outlet(named, known) < _UNKNOWN_OUTLET:
        return None
    return Tail("photo", to, None, False)


def _shortens(named: str, words: Sequence[Word]) -> bool:
    """The bracket gives the first letters of the words before it: "Northern Relief Board (NRB)"."""
    letters = [letter.lower() for letter in named if letter.isalnum()]
    firsts = [word.folded[0] for word in words[-len(letters) :]] if letters else []
    return named.isupper() and firsts == letters


def _is_row_of_outlets(text: str, before: str, known: Matchers) -> bool:
    """(AFP, Reuters), [Nadia Haddad/AP]: each part sure, and at least one a known outlet."""
    parts = [part.strip() for part in re.split(r"[,،/–—+&]| - ", text) if part.strip()]
    if not 2 <= len(parts) <= 5:
        return False
    return any(score_outlet(part, known) >= 1.0 for part in parts) and all(
        party_likeness(part, known) >= 0.3 for part in parts
    )


def _is_agency(text: str, known: Matchers) -> bool:
    """One of the outlets named is an agency, by the list of outlets or by its own words ("Norvik Agency")."""
    agencies = known.phrases_of("outlet_words.agencies")
    for part in re.split(r"[,،/–—+&]| - ", text):
        words = words_of(part, 10)
        outlet = known.outlets.named(words)
        if outlet is not None:
            if outlet.kind == "agency":
                return True
        elif words and (agencies.at(words, 0) is not None or agencies.ending(words, len(words)) is not None):
            return True
    return False


def signed_off(line: str, known: Matchers) -> Tail | None:
    """A line that is a signature: "-- Nadia Haddad, Harbour Post", «نادر الخطيب - وكالة الأفق», "— Reuters"."""
    sign = _SIGN.match(line)
    if sign is None and not _SET_OFF.search(line) and " for " not in line:
        return None
    start = sign.end() if sign else 0
    words = words_of(line[start:], 15)
    if not words or len(words) > 14:
        return None
    body = trimmed(line, start, len(line))
    if body is None:
        return None
    cue = Span(*sign.span()) if sign and sign.group().strip() else None
    if cue is not None and score_outlet(body.of(line), known) >= 0.8:
        return Tail("agency" if _is_agency(body.of(line), known) else "source", body, cue, True)
    run = read_names(line[: body.end], words_of(line[: body.end], 15), 0, known)
    if run is None or run.score < (0.3 if cue else 0.42):
        return None
    all_words = words_of(line[: body.end], 15)
    if run.end >= len(all_words):
        return None
    author = Span(all_words[run.begin].start, all_words[run.end - 1].end)
    if named_outlet(author.of(line), known) is not None:
        return None  # «(أ ف ب، رويترز)»: two agencies, and أ is no doctor's title
    behind = run.end
    if all_words[behind].folded in _FOR and behind + 1 < len(all_words):
        behind += 1
    gap = line[author.end : all_words[behind].start]
    to = trimmed(line, all_words[behind].start, body.end)
    if not gap.strip(" \u00a0") or to is None or ":" in gap:
        return None
    likeness = score_outlet(to.of(line), known)
    # Behind a dash the place alone says "outlet"; without one the outlet's own words must.
    if likeness < (0.4 if cue else 0.8 if run.score >= 0.7 else 0.44 if behind > run.end else 0.9):
        return None
    # "Nadia Haddad/Reuters" signs a picture; reports are signed with a comma or a dash.
    kind: CreditKind = "photo" if gap.strip() == "/" and _is_agency(to.of(line), known) else "source"
    return Tail(kind, to, cue, True, author)


def dateline(line: str, known: Matchers) -> Tail | None:
    """The agency that opens a report: "BEIRUT (Reuters) - ...", «دمشق-سانا», "(CNN) -- ..."."""
    head = line[:EDGE_LENGTH]
    found = _DATELINE.match(head)
    if found is None:
        found = _BARE_DATELINE.match(head)
        if found is None or not _is_place(found.group(1), known):
            return None
    elif found.group(1).endswith("\u0640") or not _opens_report(found.group(1), known):
        return None
    to = trimmed(line, *found.span(2))
    if to is None or score_outlet(to.of(line), known) < 0.95:
        return None
    kind: CreditKind = "agency" if _is_agency(to.of(line), known) else "source"
    return Tail(kind, to, None, found.end() >= len(line.rstrip()))


def _opens_report(text: str, known: Matchers) -> bool:
    """Place and date before the bracket, and no part of a sentence: "TARSA, May 3", «بيروت», nothing at all."""
    words = words_of(text, 8)
    names = known.names
    return len(words) <= 7 and not any(
        word.folded in names.verbs
        or word.raw[0].islower()
        or (word.folded in names.small and not word.raw[0].isupper())
        for word in words
    )


def _is_place(text: str, known: Matchers) -> bool:
    return known.phrases_of("bylines.places").whole(words_of(text, 5))


def trailing(line: str, known: Matchers) -> Tail | None:
    """A credit that ends a longer line: "... he said. Source: AFP", "... Nadia Haddad/Reuters", "... /سانا/"."""
    offset = max(0, len(line) - EDGE_LENGTH)
    edge = line[offset:]
    for gap in _LAST_SENTENCE.finditer(edge):
        cue = find_cue(edge[gap.end() :], known, most_words=20)
        if cue is None:
            continue
        to = trimmed(line, offset + gap.end() + cue.span.end, len(line))
        if to is not None and party_likeness(to.of(line), known) >= max(0.4, cue.needs_sure):
            return Tail(cue.kind, to, cue.span.moved(offset + gap.end()), False)
    for pattern in (_SLASHES, _DASHED_END):
        found = pattern.search(edge)
        if found is None:
            continue
        to = trimmed(line, offset + found.start(1), offset + found.end(1))
        if to is not None and score_outlet(to.of(line), known) >= 0.95 and _is_agency(to.of(line), known):
            before = line[: offset + found.start()].strip()
            ended = not before or bool(_SENTENCE_END.search(before))
            return Tail("agency" if ended else "photo", to, None, not before)
    return None
