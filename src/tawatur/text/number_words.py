"""The words for numbers of all languages, ready for looking up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tawatur.errors import LanguageDataError
from tawatur.languages import Languages, Line
from tawatur.text.fold import fold_text
from tawatur.text.words import folded_words

Phrase = tuple[str, ...]
Bound = Literal["exact", "about", "at_least", "at_most", "vague", "range"]

# Stands in the lists for the words between two parts of a phrase.
_GAP = "…"
_BOUNDS: tuple[Bound, ...] = ("about", "at_most", "at_least")

# What a number says happened to those it counts; the rest say only what they are.
OUTCOMES = frozenset({"dead", "injured", "missing", "arrested", "freed", "displaced", "rescued", "infected"})
# Units: they stand right beside their number, or they are not its unit.
UNITS = frozenset(
    {
        "percent", "dollars", "euros", "pounds", "dinars", "kilometres", "metres", "miles", "square_kilometres", "tons",
        "kilograms", "litres", "degrees", "magnitude", "years", "months", "weeks", "days", "hours", "minutes",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Folded phrases of all languages together; no word of one language is a number in another."""

    values: dict[Phrase, float]
    scales: dict[Phrase, float]
    vague: dict[Phrase, tuple[float, float]]
    bounds: dict[Phrase, Bound]
    """at_least, at_most or about: how exact a number is with these words around it."""
    parted: dict[tuple[Phrase, Phrase], Bound]
    """The same for those in two parts with words between: «لا يقل عدد القتلى عن 30»."""
    between: frozenset[str]
    to: frozenset[str]
    joins: frozenset[str]
    counted: dict[Phrase, str]
    duals: dict[str, str]
    """A word that says two of something: «قتيلان»."""
    symbols: dict[str, str]
    """"%" and its like: what they count."""
    fronts: tuple[str, ...]
    """What may be glued to the front of a counted noun."""
    longest: int
    """Words in the longest phrase."""


@lru_cache(maxsize=4)
def number_words(languages: Languages) -> NumberWords:
    """The tables of `languages`.

    Raises: LanguageDataError, for a number word without its value.
    """
    values = {phrase: numbers[0] for phrase, numbers in _valued(languages.lines("numbers.values"), 1)}
    scales = {phrase: numbers[0] for phrase, numbers in _valued(languages.lines("numbers.scales"), 1)}
    vague = {phrase: (low, high) for phrase, (low, high) in _valued(languages.lines("numbers.vague"), 2)}
    written = [(text.partition(_GAP), kind) for kind in _BOUNDS for text in languages.texts(f"numbers.{kind}")]
    bounds: dict[Phrase, Bound] = {folded_words(first): kind for (first, gap, _), kind in written if not gap}
    parted = {(folded_words(first), folded_words(last)): kind for (first, gap, last), kind in written if gap}
    counted: dict[Phrase, str] = {}
    duals: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for name, lines in languages.lists:
        if name.startswith("counted."):
            for line in lines:
                phrase = folded_words(line.text)
                if phrase:
                    counted.setdefault(phrase, name.partition(".")[2])
                else:
                    symbols[line.text] = name.partition(".")[2]
    for name, lines in languages.lists:
        if name.startswith("counted."):
            duals |= _duals(lines, name.partition(".")[2], counted, languages.lines("numbers.dual"))
    singles = {
        name: frozenset(word for text in languages.texts(f"numbers.{name}") for word in folded_words(text))
        for name in ("between", "to", "joins")
    }
    fronts = tuple(
        fold_text(text)
        for name in ("before", "before_known")
        for text in languages.texts(f"stems.{name}")
        if ">" not in text
    )
    longest = max((len(phrase) for table in (values, vague, bounds, counted) for phrase in table), default=1)
    return NumberWords(
        values,
        scales,
        vague,
        bounds,
        parted,
        singles["between"],
        singles["to"],
        singles["joins"],
        counted,
        duals,
        symbols,
        fronts,
        longest,
    )


def _duals(lines: tuple[Line, ...], name: str, counted: dict[Phrase, str], endings: tuple[Line, ...]) -> dict[str, str]:
    """Duals of the singulars in `lines`; a form that is itself listed is a plural."""
    forms = {
        # A closing ta is written open before an ending.
        (word[:-1] + "ت" if word.endswith("ه") else word) + fold_text(ending.text): name
        for ending in endings
        for line in lines
        if line.lang == ending.lang and len(folded_words(line.text)) == 1
        for word in folded_words(line.text)
    }
    return {form: name for form, name in forms.items() if (form,) not in counted}


def _valued(lines: tuple[Line, ...], many: int) -> list[tuple[Phrase, tuple[float, ...]]]:
    found = []
    for line in lines:
        *words, _ = line.text.rsplit(maxsplit=many)
        numbers = line.text.split()[-many:]
        try:
            found.append((folded_words(" ".join(words[:1])), tuple(float(number) for number in numbers)))
        except ValueError as cause:
            raise LanguageDataError(
                f"{line.where}: {line.text!r} has no value. Write the word, then its value: twelve 12."
            ) from cause
    return found
