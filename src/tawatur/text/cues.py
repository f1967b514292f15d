"""Credit cues at the start of a line: labels («المصدر:», "SourceAFP") and phrases ("first published by")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.model import Span
from tawatur.model.description import CreditKind
from tawatur.text.matchers import Matchers
from tawatur.text.words import Word, fold_word, words_of

# How sure a party must be (`party_likeness`) behind a label that no colon follows. Higher for one that is a common
# word in headlines ("Source"), so that "Source Code Leaks" is no credit.
SURE_WITHOUT_COLON = 0.95
# Behind "Source" without a colon a name that a word of the trade closes is enough: "SOURCE TARSA TIMES".
SURE_SOURCE_WITHOUT_COLON = 0.8
SURE_PERSON_WITHOUT_COLON = 0.85
# Few lines but credits open with "Translation": two words that could be a name are enough.
SURE_TRANSLATOR_WITHOUT_COLON = 0.42
_RIGHTS = re.compile(r"[\s\u00a0\-–—(\[]*(?:©|\([cC]\)|℗)[\s\u00a0]*")
_YEARS = re.compile(
    r"[\s\u00a0,.:]*(?:©|\([cC]\))?[\s\u00a0]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s\u00a0,.:]*(?:by\s)?"
)
_OPENING = re.compile(r"[\s\u00a0\-\u2013\u2014*•·|>«\"“(\[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*")
_COLON = re.compile(r"[ \t\u00a0\u200e\u200f\"»”)]*(?:[:：|=]|[ \t\u00a0]+[-–—][ \t\u00a0]|[-–—]{1,2}[ \t\u00a0])")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_SURE_WITHOUT_COLON = {
    "source": SURE_SOURCE_WITHOUT_COLON,
    "photo": SURE_PERSON_WITHOUT_COLON,
    "translation": SURE_TRANSLATOR_WITHOUT_COLON,
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A credit cue: `needs_sure` is how sure the party behind it must be, 0 where its form alone is enough."""

    kind: CreditKind
    span: Span
    needs_sure: float = 0.0


def find_cue(line: str, known: Matchers, *, most_words: int) -> Cue | None:
    """The cue that opens `line`, with more words behind it; None where none does."""
    words = words_of(line, most_words + 1)
    if not 1 <= len(words) <= most_words:
        return None
    rights = _RIGHTS.match(line)
    if rights is not None:
        return Cue("source", Span(len(line) - len(line.lstrip()), _past_years(line, rights.end())), 0.4)
    if not _OPENING.fullmatch(line, 0, words[0].start):
        return None
    if words[0].folded not in known.cue_starts:
        return _glued(line, words, known)
    for kind, phrases in known.phrases:
        after = phrases.at(words, 0)
        if after is not None and after < len(words):
            return Cue(_kind(kind), Span(words[0].start, _past_years(line, words[after - 1].end)), 0.25)
    return _glued(line, words, known) or _label(line, words, known)


def only_cue(line: str, known: Matchers) -> Cue | None:
    """The cue that `line` holds and nothing else: "Source", «الترجمة:»."""
    if len(line) > 60:
        return None
    words = words_of(line, 6)
    if not words or len(words) > 5:
        return None
    if words[0].folded not in known.cue_starts:
        return None
    for kind, phrases in (*known.labels, *known.phrases):
        if phrases.whole(words):
            return Cue(_kind(kind), Span(words[0].start, words[-1].end))
    return None


def _label(line: str, words: list[Word], known: Matchers) -> Cue | None:
    best: Cue | None = None
    for kind, labels in known.labels:
        after = labels.at(words, 0)
        if after is None or after >= len(words):
            continue
        span = Span(words[0].start, words[after - 1].end)
        if best is None or len(span) > len(best.span):
            has_colon = _COLON.match(line, span.end) is not None
            sure = _SURE_WITHOUT_COLON.get(kind, SURE_WITHOUT_COLON)
            best = Cue(_kind(kind), span, 0.0 if has_colon else sure)
    return best


def _past_years(line: str, at: int) -> int:
    """Behind "Copyright" or © the years and "by", which are no part of the name; elsewhere `at` as it is."""
    years = _YEARS.match(line, at)
    words = line[at : years.end()] if years is not None else ""
    return (
        at + len(words.rstrip())
        if any(sign.isdigit() or sign == "©" for sign in words) or words.endswith("by ")
        else at
    )


def _glued(line: str, words: list[Word], known: Matchers) -> Cue | None:
    """A label that lost the space behind it: "SourceAFP", "Photo byReuters", «المصدررويترز»."""
    if _CAMEL.search(line, words[0].start, words[min(5, len(words)) - 1].end) is None and words[0].raw.isascii():
        return None
    for place, word in enumerate(words[:5]):
        for cut in _cuts(word, known, first=place == 0):
            first = Word(word.start, word.start + cut, fold_word(word.raw[:cut]), word.raw[:cut])
            head = [*words[:place], first]
            for kind, cues in (*known.labels, *known.phrases):
                if cues.whole(head):
                    return Cue(_kind(kind), Span(words[0].start, first.end), 0.25)
    return None


def _cuts(word: Word, known: Matchers, *, first: bool) -> list[int]:
    camel = [cut.start() for cut in _CAMEL.finditer(word.raw)][:2]
    if camel or not first or word.raw.isascii() or not 7 <= len(word.raw) <= 30:
        return camel
    if not any(labels.begins(word.folded) for _, labels in known.labels):
        return []
    # Arabic has no capitals to show the seam: what is left over must be a known outlet by itself.
    return [
        cut
        for cut in range(5, len(word.raw) - 1)
        if known.outlets.named([Word(0, 0, fold_word(word.raw[cut:]), word.raw[cut:])]) is not None
    ]


def _kind(kind: str) -> CreditKind:
    return kind  # type: ignore[return-value]
