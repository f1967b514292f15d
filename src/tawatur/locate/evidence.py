"""Is it a place here? The reasons for and against, each with its weight, added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tawatur.locate.around import first_in, kinds_said, past_directions, phrases_after, phrases_before
from tawatur.locate.laid import Laid
from tawatur.locate.lexicon import Folded, Lexicon
from tawatur.locate.mentions import Mention
from tawatur.model.place import PlaceKind


class Reason(NamedTuple):
    """A reason in words, and what it weighs."""

    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A mention with the reasons for its being a place."""

    mention: Mention
    reasons: tuple[Reason, ...]
    kinds: frozenset[PlaceKind]
    """What a word beside it says that the place is; empty where none does."""

    @property
    def score(self) -> float:
        """Above 0: a place."""
        return sum(reason.weight for reason in self.reasons)


# A town of 40,000 people is as likely a place as not, before anything around it is looked at. The weights are set by hand,
# in tenths, and checked on the open halves of the labelled sets: docs/design/0013.
_NEUTRAL, _SLOPE, _LEAST, _MOST = 4.6, 0.95, -1.5, 2.4
_TYPES, _PLACED, _WEAKLY, _MOVED = 1.3, 1.7, 0.4, 1.2
_LISTED, _LONG, _PLAIN_LONG = 0.7, 1.2, -1.8
_ORDINARY, _COMMON, _WORD = -2.2, -2.2, -3.0
_GIVEN, _FAMILY = -2.0, -2.0
_PERSON, _TITLED, _LONGER = -3.0, -3.6, -1.7
_SHOUTED, _OPENS, _OTHER = -0.8, -0.4, -1.6
# In a script without capitals, where any word may be a name: for places of the list, and for those of the gazetteer alone.
_UNCASED_LISTED, _UNCASED, _UNCASED_LONG, _UNCASED_CUT, _UNCASED_WORD, _UNCASED_TYPE = -1.2, -2.5, -0.8, -1.8, -1.3, 1.5
BY_SOUND = -5.0
_OUTLET, _OUTLET_TOO, _LETTERS = -6.0, -1.5, -4.0
_INDEFINITE = ("\u064b", "\u064b\u0627", "\u0627\u064b")
# People, as a power of ten, of a place whose name may begin with "the".
_KNOWN_ANYWAY = 5.0
NEEDS_MORE = "an ordinary word without one beside it that makes it a place"


def weigh(mention: Mention, laid: Laid, lex: Lexicon, outlets: Sequence[int]) -> Weighed | None:
    """`mention` with its reasons; None where its words are never a place by themselves."""
    if _is_never(mention, laid, lex):
        return None
    before = phrases_before(laid, mention.begin, lex)
    said = kinds_said(before, lex.kinds_before) or kinds_said(phrases_after(laid, mention.end), lex.kinds_after)
    cased = has_case(laid.raw[mention.begin])
    reasons = [
        *_of_name(mention),
        *_of_words(mention, laid, lex),
        *_placed(mention, before, laid, lex),
        *_named_before(mention, laid, lex),
        *_named_behind(mention, laid, lex),
        *_of_outlets(mention, outlets),
        *((Reason(BY_SOUND, "spelt otherwise than the lists have it"),) if mention.by_sound else ()),
    ]
    if said is not None:
        weight = _TYPES if cased else _TYPES + _UNCASED_TYPE
        reasons.append(Reason(weight, f"beside “{' '.join(said[0])}”"))
    elif all(candidate.is_word for candidate in mention.candidates):
        reasons.append(Reason(_WORD, NEEDS_MORE))
    return Weighed(mention, tuple(reasons), said[1] if said is not None else frozenset())


def _of_outlets(mention: Mention, outlets: Sequence[int]) -> Iterator[Reason]:
    if outlets[mention.begin] > mention.end - mention.begin:
        yield Reason(_OUTLET, "part of the name of an outlet")
    elif outlets[mention.begin]:
        yield Reason(_OUTLET_TOO, "also the name of an outlet")


def _is_never(mention: Mention, laid: Laid, lex: Lexicon) -> bool:
    word = laid.plain[mention.begin]
    listed = any(candidate.known != "gazetteer" for candidate in mention.candidates)
    small = word in lex.known.names.small
    if _is_adverb(mention, laid):
        return True
    if mention.end - mention.begin > 1:
        # "The Village", "In Salah": an article or preposition opens a name only of a place that is well known, or that
        # somebody wrote into a list: «أم» is "or" as well as the first half of a hundred villages.
        return small and not listed and mention.candidates[0].weight < _KNOWN_ANYWAY
    bare = word[mention.cut :]
    if (word,) in lex.never or (bare,) in lex.never:
        return True
    return small and not listed


def _is_adverb(mention: Mention, laid: Laid) -> bool:
    """«دوراً»: the ending of an indefinite noun, which of the words for places only demonyms take."""
    named = not any(candidate.known == "demonym" for candidate in mention.candidates)
    return named and laid.raw[mention.end - 1].endswith(_INDEFINITE)


def _of_name(mention: Mention) -> Iterator[Reason]:
    top = max(mention.candidates, key=lambda candidate: candidate.weight)
    known = min(max(_SLOPE * (top.weight - _NEUTRAL), _LEAST), _MOST)
    yield Reason(known, "the name of a well-known place" if known > 0 else "a small place")
    if any(candidate.known != "gazetteer" and not candidate.is_word for candidate in mention.candidates):
        yield Reason(_LISTED, "in the list of places that news names")
    elif all(candidate.is_other for candidate in mention.candidates):
        yield Reason(_OTHER, "not the first name of any place")


def has_case(raw: str) -> bool:
    """True for a word of a script that has capitals."""
    return raw[0].isupper() or raw[0].islower()


def _is_listed(mention: Mention) -> bool:
    return any(candidate.known != "gazetteer" for candidate in mention.candidates)


def _of_words(mention: Mention, laid: Laid, lex: Lexicon) -> Iterator[Reason]:
    """What the words are by themselves."""
    if not has_case(laid.raw[mention.begin]):
        yield from _of_uncased(mention, laid, lex)
    elif mention.end - mention.begin > 1:
        plain_talk = not _is_listed(mention) and _is_plain_talk(mention, laid, lex)
        yield Reason(_PLAIN_LONG, "ordinary words") if plain_talk else Reason(_LONG, "a name of several words")
    else:
        yield from _of_case(mention, laid)
        yield from _of_other_uses(mention, laid, lex)


def _of_uncased(mention: Mention, laid: Laid, lex: Lexicon) -> Iterator[Reason]:
    listed = _is_listed(mention)
    if mention.end - mention.begin > 1:
        yield Reason(_LONG, "a name of several words") if listed else Reason(_UNCASED_LONG, "no capital tells it apart")
        return
    yield Reason(_UNCASED_LISTED if listed else _UNCASED, "no capital tells it from an ordinary word")
    if mention.cut and not listed:
        yield Reason(_UNCASED_CUT, "a name only if its first letters are cut off")
    for reason in _of_other_uses(mention, laid, lex):
        yield reason
        if not listed:
            yield Reason(_UNCASED_WORD, "and no capital tells it apart")


def _of_case(mention: Mention, laid: Laid) -> Iterator[Reason]:
    raw = laid.raw[mention.begin]
    if laid.shouted[mention.begin]:
        yield Reason(_SHOUTED, "a line whose capitals say nothing")
        return
    if laid.opens[mention.begin]:
        yield Reason(_OPENS, "the first word of a sentence")
    if raw.isupper() and 1 < len(raw) <= 4 and not _is_listed(mention):
        yield Reason(_LETTERS, "letters that shorten something")


def _of_other_uses(mention: Mention, laid: Laid, lex: Lexicon) -> Iterator[Reason]:
    """One reason at the most: an ordinary word, or a man's name."""
    word, names = laid.plain[mention.begin], lex.known.names
    bare = word[mention.cut :]
    if lex.has("common", (bare,)) or lex.has("common", (word,)):
        yield Reason(_COMMON, "also an ordinary word or a man's name")
    elif (
        not names.verbs.isdisjoint((word, bare))
        or not names.small.isdisjoint((word, bare))
        or (not _is_listed(mention) and _is_ordinary(word, bare, lex))
    ):
        yield Reason(_ORDINARY, "also an ordinary word")
    elif bare in names.given:
        yield Reason(_GIVEN, "also a given name")
    elif bare in names.family:
        yield Reason(_FAMILY, "also a family name")


def _is_plain_talk(mention: Mention, laid: Laid, lex: Lexicon) -> bool:
    """ "The City", "White House": no word that is more a name than a word."""
    names = lex.known.names
    return all(
        plain in names.plain or plain in names.small or lex.has("never", (plain,)) or (plain,) in lex.kinds_after
        for plain in laid.plain[mention.begin : mention.end]
    )


def _is_ordinary(word: str, bare: str, lex: Lexicon) -> bool:
    names = lex.known.names
    plain = {word, bare, bare.removeprefix("ال")}
    return not plain.isdisjoint(names.plain) or not plain.isdisjoint(names.verbs)


def _placed(mention: Mention, before: list[Folded], laid: Laid, lex: Lexicon) -> Iterator[Reason]:
    if (
        mention.cut
        and _is_listed(mention)
        and lex.has("glued prepositions", (laid.plain[mention.begin][: mention.cut],))
    ):
        yield Reason(_WEAKLY, "behind a preposition written on to it")
    phrases = [*before, *past_directions(laid, mention.begin, lex)]
    for name, weight in (("prepositions", _PLACED), ("weak prepositions", _WEAKLY), ("moves before", _MOVED)):
        phrase = first_in(phrases, lex.words.get(name, frozenset()))
        if phrase is not None:
            yield Reason(weight, f"behind “{' '.join(phrase)}”")
            return


def _named_before(mention: Mention, laid: Laid, lex: Lexicon) -> Iterator[Reason]:
    """A title, a given name or another capital in front makes it part of something else."""
    begin = mention.begin
    if not begin or not laid.joined[begin] or mention.cut:
        return
    raw, names = laid.raw[begin - 1], lex.known.names
    plain = laid.plain[begin - 1]
    if lex.has("names before", (plain,)) or (plain,) in lex.titles:
        yield Reason(_TITLED, f"behind the title “{raw}”")
        return
    capital = raw[0].isupper()
    cased = capital or raw[0].islower()
    if _is_place_word(plain, lex) or plain in names.small:
        return
    if plain in names.given and (capital or not cased):
        yield Reason(_PERSON, f"behind the given name “{raw}”")
    elif capital and plain not in names.plain and not laid.shouted[begin]:
        yield Reason(_LONGER if not laid.opens[begin - 1] else _LONGER / 2, "behind another capital")


def _is_place_word(plain: str, lex: Lexicon) -> bool:
    phrase = (plain,)
    return (
        phrase in lex.kinds_before
        or lex.has("directions before", phrase)
        or lex.has("prepositions", phrase)
        or lex.has("weak prepositions", phrase)
        or lex.has("moves before", phrase)
        or lex.has("joiners", phrase)
    )


def _named_behind(mention: Mention, laid: Laid, lex: Lexicon) -> Iterator[Reason]:
    """A family name or another capital behind makes it part of something else."""
    end = mention.end
    if end >= len(laid) or not laid.joined[end]:
        return
    raw, names = laid.raw[end], lex.known.names
    plain, phrase = laid.plain[end], (laid.plain[end],)
    if lex.has("names after", phrase):
        yield Reason(_PERSON, f"in front of “{raw}”")
        return
    if lex.has("holders after", phrase) or phrase in lex.kinds_after or lex.has("directions after", phrase):
        return
    given = mention.end - mention.begin == 1 and laid.plain[mention.begin][mention.cut :] in names.given
    if given and plain in names.particle:
        yield Reason(_PERSON, f"a given name in front of “{raw}”")
        return
    if plain in names.small or plain in names.plain or plain in names.verbs:
        return
    given = given or (mention.end - mention.begin == 1 and lex.has("people too", (laid.plain[mention.begin],)))
    capital = raw[0].isupper()
    if capital and laid.gap(end).strip() == "" and not laid.shouted[end]:
        yield Reason(_PERSON if given else _LONGER, "in front of another capital")
    elif given and not has_case(raw) and (plain in names.family or plain in names.given):
        yield Reason(_PERSON, f"a given name in front of “{raw}”")
