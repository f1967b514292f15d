"""Personal names by data and by shape, in both scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.text.matchers import Matchers, NameWords
from tawatur.text.words import Word

MOST_NAMES = 6
MOST_NAME_WORDS = 5
# What may stand between two words of one name; a full stop only after initials and titles, checked apart.
_INSIDE_NAME = re.compile(r"[ \t\u00a0\u2009\u202f\-\u2010\u2011'’.\u200b-\u200f\u202a-\u202e\u2066-\u2069]*")
_BETWEEN_NAMES = re.compile(r"[ \t\u00a0]*[,،&/;؛+][ \t\u00a0]*")
_ARABIC_CLITICS = ("بال", "وال", "فال", "كال", "لل")
_TANWIN = ("\u064b", "\u064c", "\u064d", "ا\u064b")


class NameRun(NamedTuple):
    """One or more personal names in a row of words. `score`: how sure, 0 to 1, of the least sure of them."""

    begin: int
    end: int
    score: float
    people: int


def likeness_of(line: str, words: Sequence[Word], known: Matchers) -> float:
    """How much all of `words` look like one or more personal names, 0 to 1."""
    run = read_names(line, words, 0, known)
    return run.score if run is not None and run.end == len(words) else 0.0


def read_names(line: str, words: Sequence[Word], begin: int, known: Matchers) -> NameRun | None:
    """The personal names that begin at word `begin`, joined by "and", commas or و; None where none begins there.

    `line` may be empty: then only words decide where a name ends.
    """
    joiners = known.phrases_of("bylines.joiners")
    at, count, score = begin, 0, 1.0
    end = begin
    while at < len(words) and count < MOST_NAMES:
        one = _one_name(line, words, at, known, glued=count > 0)
        if one is None:
            break
        if count and not _is_further_name(words[at : one[0]], one[1], known):
            break
        end, likeness = one
        score = min(score, likeness)
        count += 1
        joined = joiners.at(words, end)
        if joined is not None and joined < len(words):
            at = joined
        elif end < len(words) and (_parted(line, words, end) or _glued_waw(words[end], known.names)):
            at = end
        else:
            break
    return NameRun(begin, end, score, count) if count else None


def _is_further_name(words: Sequence[Word], likeness: float, known: Matchers) -> bool:
    """True where what follows a comma or "and" is one more person, and not the place, role or outlet of the first."""
    return (
        likeness >= 0.3
        and len(words) > 1
        and not known.phrases_of("bylines.places").whole(words)
        and known.phrases_of("bylines.roles").ending(words, len(words)) is None
    )


def _parted(line: str, words: Sequence[Word], at: int) -> bool:
    return bool(line) and _BETWEEN_NAMES.fullmatch(line, words[at - 1].end, words[at].start) is not None


def _glued_waw(word: Word, names: NameWords) -> bool:
    """«وسلمى» after a name: "and" written on to the next given name."""
    plain = word.folded
    return plain[0] == "و" and plain not in names.given and plain[1:] in names.given


def _one_name(
    line: str, words: Sequence[Word], begin: int, known: Matchers, *, glued: bool
) -> tuple[int, float] | None:
    """Where the name that begins at `begin` ends, and how sure it is one."""
    titled = known.phrases_of("titles.before")
    joiners = known.phrases_of("bylines.joiners")
    at = begin
    while (after := titled.at(words, at)) is not None and after < len(words):
        at = after
    first = at
    cased = words[first].raw[0].isupper() or words[first].raw[0].islower()
    while at < len(words) and at - first < MOST_NAME_WORDS + 3:
        if at > first and not _goes_on(line, words, at, known):
            break
        if joiners.at(words, at) is not None and at > first:
            break
        if at > first and _glued_waw(words[at], known.names):
            break
        if not _may_be_in_name(words[at], known.names, cased=cased, first=at == first):
            break
        at += 1
    while at > first and words[at - 1].folded in known.names.particle and not _ends_as_name(words[at - 1], known):
        at -= 1
    if at == first:
        return None
    likeness = score_name(words[first:at], known, titled=first > begin, glued=glued)
    after = known.phrases_of("titles.after").at(words, at)
    return (after or at), likeness


def _ends_as_name(word: Word, known: Matchers) -> bool:
    return word.folded in known.names.given or word.folded in known.names.family


def _goes_on(line: str, words: Sequence[Word], at: int, known: Matchers) -> bool:
    """True where nothing between this word and the one before it ends a name."""
    if not line:
        return True
    before, here = words[at - 1], words[at]
    if not _INSIDE_NAME.fullmatch(line, before.end, here.start):
        return False
    gap = line[before.end : here.start]
    if "-" in gap and gap != "-":
        return False  # " - " parts; "-" joins
    return "." not in gap or len(before.folded) <= 2


def _may_be_in_name(word: Word, names: NameWords, *, cased: bool, first: bool) -> bool:
    if word.is_number or len(word.folded) > 20:
        return False
    if word.folded in names.particle or word.folded in names.prefix:
        return True
    if is_small(word, names):
        # "A." and "I." are initials as well.
        return len(word.folded) == 1 and word.raw.isupper() and not first
    if cased:
        return word.raw[0].isupper() or (first and word.folded in names.given)
    if word.raw[0].isupper() or word.raw[0].islower():
        return False
    return not (word.folded.startswith(_ARABIC_CLITICS) and word.folded not in names.given | names.family) and not (
        word.raw.endswith(_TANWIN)
    )


def is_small(word: Word, names: NameWords) -> bool:
    """A word of grammar. Where folding makes it one with a name (على and علي), the spelling as written decides."""
    if word.folded not in names.small:
        return False
    return word.raw in names.small_as_written or not (word.folded in names.given or word.folded in names.family)


def score_name(words: Sequence[Word], known: Matchers, *, titled: bool = False, glued: bool = False) -> float:
    """How much `words` look like one personal name, by data first and shape second."""
    names = known.names
    core = [word for word in words if word.folded not in names.particle]
    # عبد and what follows it are one given name, however they are spaced.
    prefixed = {n for n, word in enumerate(core[:-1], start=1) if word.folded in names.prefix}
    core = core or list(words)
    if len(core) > MOST_NAME_WORDS or len(words) > MOST_NAME_WORDS + 3:
        return 0.0
    given = [place in prefixed or _is_given(word, names, glued=glued and place == 0) for place, word in enumerate(core)]
    for place in prefixed:
        given[place - 1] = True
    family = [_is_family(word, names) for word in core]
    odd = sum(
        _is_plain(word, names, first=place == 0) and not given[place] and not family[place]
        for place, word in enumerate(core)
    )
    if len(core) == 1 or prefixed == {len(core) - 1} == {1}:
        given[-1] = given[-1] or bool(prefixed)
        single = 0.3 if given[-1] else 0.25 if family[0] else 0.05
        if len(words) > 1 and not odd:
            single = 0.7 if given[-1] or family[0] else 0.35  # أبو عمر، ابن سينا، de Gaulle
        return min(1.0, single + 0.3) if titled and not odd else single
    if known.phrases_of("outlet_words.last").ending(core, len(core)) is not None and not family[-1]:
        return 0.1
    if known.phrases_of("outlet_words.first").at(core, 0) is not None and not given[0]:
        return 0.05
    return _by_evidence(core, given, family, odd, titled=titled)


def _by_evidence(
    core: Sequence[Word], given: Sequence[bool], family: Sequence[bool], odd: int, *, titled: bool
) -> float:
    cased = core[0].raw[0].isupper() or core[0].raw[0].islower()
    initials = sum(len(word.folded) == 1 for word in core)
    if odd:
        return 0.3 if odd == 1 and given[0] and len(core) <= 3 else 0.1 if given[0] else 0.02
    if given[0] and family[-1]:
        score = 1.0
    elif given[0] and any(given[1:]):
        score = 0.95
    elif given[0]:
        score = 0.9 if cased else 0.85
    elif family[-1]:
        score = 0.7 if cased else 0.55
    elif any(given) or any(family):
        score = 0.6 if cased else 0.45
    else:
        score = 0.5 if cased else 0.42
        if not cased and core[0].folded.startswith("ال"):
            score = 0.12
        if cased and all(word.raw.isupper() for word in core) and all(len(word.raw) > 1 for word in core):
            score = 0.3
    if initials and cased:
        score = min(1.0, score + 0.2)
    if titled:
        score = min(1.0, score + 0.2)
    return score * (1.0 if len(core) <= 3 else 0.85 if len(core) == 4 else 0.6)


def _is_given(word: Word, names: NameWords, *, glued: bool) -> bool:
    return word.folded in names.given or (glued and word.folded[0] == "و" and word.folded[1:] in names.given)


def _is_family(word: Word, names: NameWords) -> bool:
    plain = word.folded
    return plain in names.family or (plain.startswith("ال") and plain[2:] in names.family)


def _is_plain(word: Word, names: NameWords, *, first: bool) -> bool:
    """An ordinary word of the language, or one in the form of an Arabic present verb that no name list holds."""
    plain = word.folded
    if plain in names.plain or plain in names.verbs:
        return True
    if plain.startswith("ال") and plain[2:] in names.plain:
        return True
    if plain[0] in "يت" and len(plain) >= 4 and not plain.startswith(("تقي", "تاج")):
        # A second word in -i is a man's town or tribe (الحلبي without its article) sooner than a verb.
        return first or len(plain) < 5 or not plain.endswith("ي")
    if plain.startswith("ال") and plain.endswith("ه"):
        return True
    if plain[0] == "و" and len(plain) >= 3:
        return True  # "and" written on to a word
    return plain.endswith(("ون", "ات")) and len(plain) >= 5 and plain[0] >= "ء"
