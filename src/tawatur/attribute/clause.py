"""Where the words credited to somebody end: before another verb of saying, a source, or the author's own afterthought."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.behind import Opening
from tawatur.attribute.following import Range
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.spotting import (
    adverb_at,
    bare,
    begins_anew,
    contrasts_at,
    is_definite,
    is_participle,
    opens_later,
    takes_over,
    that_at,
    words_in,
)

# Content of indirect speech is cut here; no sentence of prose runs on so long.
_LONGEST = 200
_LEAST_QUOTED = 3
_LEAST_OF = 2
_LED_IN = 3
_ABBREVIATED = 2
_KEPT_MARKS = {")", "?", "!"}
_NEAR = 9


def content_at(items: Sequence[Item], opening: Opening, at: int, lex: Lexicon) -> Range | None:
    """Items of the content that opens at item `at`; None if nothing is there."""
    if at >= len(items):
        return None
    if items[at].quote is not None and _alone(items, at, lex):
        return (at, at + 1)
    if opening == "quote":
        return (at, at + 1)
    start, end = _tidy(items, at, _end(items, at, lex, plain=opening in {"of", "object"}))
    if start >= end or opening == "of" and end - start < _LEAST_OF:
        return None
    if opening in {"of", "object"} and items[end - 1].quote is not None and words_in(items[end - 1]) >= _LEAST_QUOTED:
        before = sum(item.is_word for item in items[start : end - 1])
        if sum(item.quote is not None for item in items[start:end]) == 1 and before <= _LED_IN:
            return (end - 1, end)
    return start, end


def _alone(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A quotation that is all of the content: a mark, the end or another clause follows it."""
    after = at + 1
    if after >= len(items):
        return True
    item = items[after]
    if item.quote is not None:
        return False
    if not item.is_word:
        return True
    if words_in(items[at]) < _LEAST_QUOTED:
        return False
    return (
        parts(items, after, lex)
        or bool(adverb_at(items, after, lex))
        or item.fold in lex["time"]
        or item.fold in lex["prepositions"]
        and words_in(items[at]) >= 6
    )


def parts(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """Whether another clause, one of the author's or of another speaker, begins at item `at`."""
    item = items[at]
    if not item.is_word:
        return False
    if begins_anew(items, at, lex) or item.fold in lex["subordinators"]:
        return True
    if bare(item.fold, lex) in lex["subordinators"]:
        return True
    return is_source_midway(items, at, lex)


def is_source_midway(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "According to" without a comma before it: only where one who can speak follows («وفق القانون» is no source)."""
    if not is_source(items, at, lex):
        return False
    found = lex.at(items, at)
    assert found is not None
    return speaks(items, found[0], lex)


def speaks(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """Item `at` names one who speaks, or says what was said: «بحسب ما أعلن»."""
    if at >= len(items):
        return False
    item = items[at]
    fold = item.fold
    if item.quote is not None or fold in lex["said_what"] or fold in lex["speaker_heads"]:
        return True
    return is_definite(fold, lex) and any(
        fold.removeprefix(article) in lex["speaker_heads"] for article in lex["article"]
    )


def is_source(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "According to" begins at item `at`."""
    if items[at].fold not in lex.cues:
        return False
    found = lex.at(items, at)
    return found is not None and any(sense.role == "speaker after" for sense in found[1]) and found[0] < len(items)


def _end(items: Sequence[Item], at: int, lex: Lexicon, *, plain: bool) -> int:
    most = min(len(items), at + _LONGEST)
    for on in range(at, most):
        item = items[on]
        if item.quote is not None:
            continue
        if item.fold == ";" and on > at or _is_stop(items, on):
            return on
        if item.fold in {",", "-", "."} and on + 1 < most and _parts_after(items, on + 1, lex, plain=plain):
            return on
        if item.is_word and on > at + 1 and _parts_without_mark(items, on, lex):
            return on
    return most


def _is_stop(items: Sequence[Item], at: int) -> bool:
    """A full stop with no blank behind it, as hurried typing leaves them, and no abbreviation."""
    if items[at].fold != "." or at == 0 or at + 1 >= len(items):
        return False
    before, after = items[at - 1], items[at + 1]
    return (
        before.is_word and len(before.fold) > _ABBREVIATED and after.is_word and not (before.raw + after.raw).isascii()
    )


def _parts_after(items: Sequence[Item], at: int, lex: Lexicon, *, plain: bool) -> bool:
    """Behind a comma at item `at`: somebody else speaks, or the author goes on."""
    if parts_strictly(items, at, lex):
        return True
    if items[at].quote is None and items[at].is_word and _asides(items, at, lex):
        return True
    skipped = adverb_at(items, at, lex) if items[at].is_word else 0
    if skipped and at + skipped < len(items) and parts_strictly(items, at + skipped, lex):
        return True
    return plain


def parts_strictly(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """Like `parts`, but a word that only opens a clause («فيما») counts where a verb of saying follows, or it stands alone."""
    item = items[at]
    if not item.is_word:
        return False
    if begins_anew(items, at, lex) or is_source(items, at, lex) or contrasts_at(items, at, lex):
        return True
    if is_participle(items, at, lex):
        return True  # what the speaker does beside saying: «، مطالبة بتعويض»
    opens = bare(item.fold, lex) in lex["subordinators"]
    return says_at(items, at, lex) or (opens and at + 1 < len(items) and says_at(items, at + 1, lex))


def says_at(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A finite verb of saying stands at item `at`, and content opens behind it."""
    found = lex.at(items, at) if items[at].quote is None else None
    if found is None:
        return False
    finite = [s for s in found[1] if s.part == "verbs" and s.role in {"finite", "passive", "relative"}]
    if not finite:
        return False
    if all("near" in s.takes for s in finite):
        # An everyday word speaks only where «أنّ», a colon or a quotation follows soon.
        return takes_over(items, at, lex)
    return opens_later(items, found[0], len(items), lex)


def _asides(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """The author's remark on what was said: «ما يخفف ...»، «في إشارة إلى ...»."""
    two = " ".join(item.fold for item in items[at : at + 2])
    three = " ".join(item.fold for item in items[at : at + 3])
    return any(words in lex["asides"] for words in (items[at].fold, two, three))


def _parts_without_mark(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """No comma stands before, but a participle or «وأضاف» with content right behind it takes over."""
    if items[at].fold not in lex.cues:
        return False
    if is_source_midway(items, at, lex):
        return True
    if not begins_anew(items, at, lex):
        return False
    for on in range(at + 1, min(len(items), at + _NEAR)):
        if items[on].quote is not None or items[on].fold == ":" or (items[on].is_word and that_at(items, on, lex)):
            return True
        if items[on].fold == ",":
            return False
    return False


def _tidy(items: Sequence[Item], at: int, end: int) -> Range:
    while (
        end > at
        and items[end - 1].quote is None
        and not items[end - 1].is_word
        and items[end - 1].fold not in _KEPT_MARKS
    ):
        end -= 1
    while at < end and items[at].quote is None and not items[at].is_word and items[at].fold not in {"("}:
        at += 1
    return at, end
